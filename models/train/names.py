"""Makes the name taggers in models/names: `python -m models.train.names [general] [archival]`, both by default.

The general tagger learns from 85 % of the corpora. The archival tagger learns from our passages and from some of the
corpora's other 15 %, on which the general tagger's opinion is as honest as it will be on new text. Scores on passages
held out are written beside the weights.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import msgspec

from models.names import archival, general
from models.train.archival import make_archival
from models.train.general import train_general
from models.train.passages import Passage, divide, read_corpora
from models.train.scores import Score, strict_f1

SCORES = archival.FILE.with_name("scores.json")
HELD_OUT_OF_CORPORA = 0.15


def main(wanted: Sequence[str]) -> None:
    """Train what is wanted and write the scores beside the weights."""
    learned, spared = divide((each for each in read_corpora() if each.text.strip()), HELD_OUT_OF_CORPORA)
    scores = msgspec.json.decode(SCORES.read_bytes()) if SCORES.is_file() else {}
    if not wanted or "general" in wanted:
        train_general(learned, general.FOLDER)
        scores["general"] = measure_general(spared)
    if not wanted or "archival" in wanted:
        scores |= make_archival(spared)
    SCORES.write_bytes(msgspec.json.format(msgspec.json.encode(scores), indent=2) + b"\n")


def measure_general(passages: Sequence[Passage]) -> dict[str, Score]:
    """Strict F1 on passages of the corpora that were not learned from."""
    found = general.load_general().find([passage.text for passage in passages])
    places = ({(span.start, span.end, span.label) for span in spans} for spans in found)
    return strict_f1(passages, places, general.LABELS)


if __name__ == "__main__":
    main(sys.argv[1:])
