"""Collects how English writes words: `python -m models.train.english_words` writes models/names/english.tsv.

The tables are those of the package `spacy-lookups-data` (MIT), counted in a large body of English text: of each
spelling the logarithm of its share, and the Brown cluster it belongs to, whose first bits are wider clusters.
"""

from __future__ import annotations

import gzip
import importlib.util
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
import regex

from errors import MissingToolError
from models.names.english import FILE, SPELLINGS, Spelling, spelling_of

PACKAGE = "spacy_lookups_data"
WORD = regex.compile(r"[A-Za-zÀ-ž]{2,}")
RAREST = 16.5
"""Words whose share is smaller than e to minus this are left out: their clusters are chance."""
STEPS = 6
"""Of the share of capitals."""
COMMONEST = 9
RARENESS = 8
"""Steps."""


def main() -> None:
    """Write the words, sorted."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise MissingToolError(
            "The table of English words is missing: install it with `pip install spacy-lookups-data`."
        )
    folder = Path(found.origin).parent / "data"
    lines = sorted(table(_read(folder / "en_lexeme_prob.json.gz"), _read(folder / "en_lexeme_cluster.json.gz")))
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{FILE.name}: {len(lines)} words")


def _read(file: Path) -> dict[str, float]:
    return msgspec.json.decode(gzip.decompress(file.read_bytes()), type=dict[str, float])


def table(shares: Mapping[str, float], clusters: Mapping[str, float]) -> Iterator[str]:
    """A line a word: the word, its clusters in small letters, with a capital and in capitals, capitals, rareness."""
    used: defaultdict[str, dict[Spelling, float]] = defaultdict(dict)
    cluster: defaultdict[str, dict[Spelling, str]] = defaultdict(dict)
    for text, share in shares.items():
        if WORD.fullmatch(text):
            spelling = spelling_of(text)
            used[text.lower()][spelling] = used[text.lower()].get(spelling, 0.0) + math.exp(share)
            if clusters.get(text):
                # The package has the bits turned round; read so, the widest clusters come first.
                cluster[text.lower()].setdefault(spelling, format(int(clusters[text]), "b")[::-1])
    for word, times in used.items():
        share = sum(times.values())
        if -math.log(share) <= RAREST:
            small, capital = times.get("small", 0.0), times.get("capital", 0.0)
            capitals = min(STEPS - 1, int(STEPS * capital / (small + capital))) if small + capital else STEPS - 1
            rareness = min(RARENESS, max(0, int(-math.log(share)) - COMMONEST))
            bits = (cluster[word].get(spelling, "") for spelling in SPELLINGS)
            yield "\t".join((word, *bits, str(capitals), str(rareness)))


if __name__ == "__main__":
    main()
