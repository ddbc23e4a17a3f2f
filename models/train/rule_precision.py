"""Counts how often each rule is right on annotated passages: `python -m models.train.rule_precision`.

The table it writes gives the confidence of what rules find. The rules were written with these passages in sight, so
the counts say which rules are shakier than others rather than how often they will be right elsewhere; what is made
of them (`Lexicon.confidence`) allows for that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from document import Label, Language
from models.lexicon import load_lexicon
from models.lexicon.loading import FOLDER
from pipelines.entities.agreement import agree
from pipelines.entities.candidate import Candidate
from pipelines.entities.grammar import find_all
from pipelines.entities.mending import mended
from pipelines.entities.names import NameRules

PASSAGES = Path(__file__).resolve().parents[2] / ".." / "shared" / "gold" / "train.jsonl"


class Passage(msgspec.Struct):
    """A passage and its true entities; fields of no concern here are passed over."""

    lang: Language
    text: str
    entities: list[tuple[int, int, Label]]


def main() -> None:
    """Write `rule_precision.tsv`: each rule, how often it was right, how often it found something."""
    lexicon = load_lexicon()
    rules = NameRules(lexicon)
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for line in PASSAGES.read_bytes().splitlines():
        passage = msgspec.json.decode(line, type=Passage)
        truth = set(passage.entities)
        for one in agree((*find_all(passage.text, lexicon), *named(passage, rules)), passage.text):
            found[one.by] += 1
            right[one.by] += (one.start, one.end, one.label) in truth
    lines = ["rule\tright\tfound", *(f"{rule}\t{right[rule]}\t{found[rule]}" for rule in sorted(found))]
    (FOLDER / "rule_precision.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"rule_precision.tsv: {len(found)} rules")


def named(passage: Passage, rules: NameRules) -> Iterator[Candidate]:
    """What the rules for names find, the edges mended as in use."""
    found = list(mended(passage.text, rules.find(passage.text, passage.lang), passage.lang))
    yield from found
    yield from rules.find_again(passage.text, found)


if __name__ == "__main__":
    main()
