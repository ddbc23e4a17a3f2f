"""Words that tell what kind of name stands near: `зауыт`, `ауданы`, `comrade`; and words that are no names."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).resolve().parent / "clues.tsv"
COMMON = FILE.with_name("common.txt")
NONE = "-"
REMEMBERED = 50_000
SHORTEST_STEM = 2
SHORTEST_COMMON = 4
LONGEST_ENDING = 5


class Clues:
    """The lists of words, loaded. A word with a star stands for all that begin so: `завод*` for `заводской`."""

    def __init__(self, file: Path = FILE, common: Path = COMMON) -> None:
        whole: dict[str, str] = {}
        stems: dict[str, str] = {}
        with file.open(encoding="utf-8", newline="") as table:
            for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
                for word in row["words"].split():
                    (stems if word.endswith("*") else whole).setdefault(word.rstrip("*"), row["kind"])
        self.whole = whole
        self.stems = stems
        self.longest = max(map(len, stems), default=0)
        self.common = frozenset(common.read_text(encoding="utf-8").split())
        self.kind = lru_cache(REMEMBERED)(self._kind)
        self.usual = lru_cache(REMEMBERED)(self._usual)

    def _kind(self, word: str) -> str:
        """What a word in small letters tells, `-` for nothing; the longest stem counts."""
        found = self.whole.get(word)
        for length in range(min(len(word), self.longest), SHORTEST_STEM - 1, -1):
            found = found or self.stems.get(word[:length])
        return found or NONE

    def _usual(self, word: str) -> str:
        """Whether a word in small letters is none of a name: `word` as it stands, `stem` without its ending, `-`."""
        if word in self.common:
            return "word"
        shortest = max(SHORTEST_COMMON, len(word) - LONGEST_ENDING)
        return (
            "stem" if any(word[:length] in self.common for length in range(len(word) - 1, shortest - 1, -1)) else NONE
        )
