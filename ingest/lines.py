"""Words into rows: what stands side by side, left to right, with what a row looks like."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from document import Box, Word

# The share of the lower of two words' heights that must lie side by side for them to stand in one row.
SIDE_BY_SIDE = 0.5


@dataclass(frozen=True)
class Row:
    """Words side by side, left to right, never none; what it looks like is measured once."""

    words: tuple[Word, ...]

    @cached_property
    def box(self) -> Box:
        """The smallest box holding its words."""
        return Box.around(word.box for word in self.words)

    @cached_property
    def text(self) -> str:
        """Its words with single spaces between."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def size(self) -> float:
        """Type size in points: the median of the words by letters, their height where no size is known."""
        return median(sizes) if (sizes := [type_size(word) for word in self.words]) else 0.0

    @cached_property
    def bold(self) -> float:
        """The share of bold letters."""
        letters = sum(len(word.text) for word in self.words)
        return sum(len(word.text) for word in self.words if word.bold) / letters if letters else 0.0

    @cached_property
    def middle(self) -> float:
        """The height at which most of its words stand, in points from the top."""
        return median((word.box.y0 + word.box.y1) / 2 for word in self.words)


def type_size(word: Word) -> float:
    """The size of a word's type in points, or its height where the size is unknown."""
    return word.size if word.size > 0 else word.box.height


def without_doubles(words: Iterable[Word]) -> list[Word]:
    """Answer the words once each: bold is often faked by printing a word twice, a hair apart."""
    kept: dict[tuple[str, int, int], Word] = {}
    for word in words:
        across, down = round(word.box.x0 / 2), round(word.box.y0 / 2)
        near = [(word.text, across + dx, down + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        if not any(place in kept and _overlap(kept[place].box, word.box) for place in near):
            kept[word.text, across, down] = word
    return list(kept.values())


def rows_of(words: Sequence[Word]) -> list[Row]:
    """Group words of one column into rows, top to bottom."""
    rows: list[list[Word]] = []
    bands: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda word: ((word.box.y0 + word.box.y1) / 2, word.box.x0)):
        place = _row_for(word, bands)
        if place is None:
            rows.append([word])
            bands.append((word.box.y0, word.box.y1))
        else:
            rows[place].append(word)
    return [Row(tuple(sorted(row, key=lambda word: (word.box.x0, word.box.y0)))) for row in rows]


def _row_for(word: Word, bands: Sequence[tuple[float, float]]) -> int | None:
    """The one of the last few rows that the word stands beside, if any."""
    best, place = 0.0, None
    for candidate in range(len(bands) - 1, max(-1, len(bands) - 5), -1):
        top, bottom = bands[candidate]
        shared = min(bottom, word.box.y1) - max(top, word.box.y0)
        lower = min(bottom - top, word.box.height)
        share = shared / lower if lower > 0 else float(shared >= 0)
        if share > max(best, SIDE_BY_SIDE):
            best, place = share, candidate
    return place


def _overlap(one: Box, other: Box) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    return across > 0.6 * max(one.width, other.width) and down > 0.6 * max(one.height, other.height)
