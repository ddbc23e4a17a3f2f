"""How English writes words: in what company they stand, how often with a capital, how rare they are."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

FILE = Path(__file__).resolve().parent / "english.tsv"
Spelling = Literal["small", "capital", "upper"]
SPELLINGS: tuple[Spelling, ...] = ("small", "capital", "upper")
# Where the spelling at hand is in no cluster, the next of these counts.
INSTEAD: Mapping[Spelling, tuple[int, int, int]] = {"small": (0, 1, 2), "capital": (1, 0, 2), "upper": (2, 1, 0)}
UNKNOWN = "-"


class Usage(NamedTuple):
    """The Brown cluster of a word as bits, the widest cluster first; its share of capitals and rareness in steps."""

    cluster: str
    capitals: str
    rareness: str


NEVER_SEEN = Usage(UNKNOWN, UNKNOWN, UNKNOWN)


class EnglishWords:
    """The table of words, loaded."""

    def __init__(self, file: Path = FILE) -> None:
        self.words: dict[str, tuple[str, ...]] = {}
        # Words by the hundred thousand share their few hundred clusters.
        rows: dict[tuple[str, ...], tuple[str, ...]] = {}
        for line in file.read_text(encoding="utf-8").splitlines():
            word, *rest = line.split("\t")
            row = tuple(map(sys.intern, rest))
            self.words[word] = rows.setdefault(row, row)

    def usage(self, text: str) -> Usage:
        """What is known of a word in this spelling."""
        row = self.words.get(text.lower())
        if row is None:
            return NEVER_SEEN
        bits = next((row[place] for place in INSTEAD[spelling_of(text)] if row[place]), UNKNOWN)
        return Usage(bits, row[3], row[4])


def spelling_of(text: str) -> Spelling:
    """Whether a word is in small letters, with capitals or all in capitals."""
    return "small" if text.islower() else "upper" if text.isupper() else "capital"
