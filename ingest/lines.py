"""Words into rows: what stands side by side, left to right, with what a row looks like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from document import Box, Word

# The share of the lower of two words' heights that must lie side by side for them to stand in one row.
SIDE_BY_SIDE = 0.5
# Against the usual height: marks lower than this say little about where their row runs, words taller than that
# (drop capitals, stamps, frames taken for letters) are a row of their own.
MARK_HEIGHT = 0.5
TALL = 3.0
# Boxes of neighbours may lie over each other, recognisers draw them so, but only at one height.
SAME_HEIGHT = 0.35
# A mark of a note, or a word struck out of line, stands so much higher or lower than its row, at most, against the
# usual height; more words are a row of their own.
RAISED = 0.75
RAISED_WORDS = 2
# Slopes from row end to row end below this are chance.
LEAST_SLOPE = 0.001
# Points; broken files have words of no height at all.
LEAST_HEIGHT = 0.5


@dataclass(frozen=True)
class Row:
    """Words side by side, left to right, never none; `middle` is where it runs, in points from the top."""

    words: tuple[Word, ...]
    middle: float

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
        """Type size in points, the median of its words'."""
        return median(type_size(word) for word in self.words)

    @cached_property
    def bold(self) -> float:
        """The share of bold letters."""
        letters = sum(len(word.text) for word in self.words)
        return sum(len(word.text) for word in self.words if word.bold) / letters if letters else 0.0


def type_size(word: Word) -> float:
    """The size of a word's type in points, or its height where the size is unknown."""
    return word.size if word.size > 0 else word.box.height


def middle_of(word: Word) -> float:
    """Half the way down a word."""
    return (word.box.y0 + word.box.y1) / 2


def share_of(weighted: Sequence[tuple[float, int]], share: float) -> float:
    """The value below which this share of the weight lies."""
    ordered = sorted(weighted)
    rest = share * sum(weight for _, weight in ordered)
    for value, weight in ordered:
        rest -= weight
        if rest <= 0:
            return value
    return ordered[-1][0]


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
    """Group words into rows, top to bottom; rows may lean or bend a little, as on scans."""
    if not words:
        return []
    usual = max(median(word.box.height for word in words), LEAST_HEIGHT)
    rows = _Growing(usual)
    for word in sorted(words, key=lambda word: (word.box.x0, word.box.y0, word.box.x1, word.text)):
        rows.add(word)
    return _levelled(rows.rows, usual)


class _Growing:
    """Rows that grow to the right, found again by where they run at their right end."""

    def __init__(self, usual: float) -> None:
        self.rows: list[list[Word]] = []
        self._usual = usual
        self._middles: list[float] = []
        self._heights: list[float] = []
        self._near: dict[int, set[int]] = defaultdict(set)

    def add(self, word: Word) -> None:
        tall = word.box.height > TALL * self._usual
        row = None if tall else self._beside(word)
        if row is None:
            row = len(self.rows)
            self.rows.append([])
            self._middles.append(middle_of(word))
            self._heights.append(max(word.box.height, self._usual * 0.8))
            if not tall:
                self._near[self._bucket(row)].add(row)
        elif word.box.height > MARK_HEIGHT * self._usual:
            # Half way to the new word: follows a leaning row, is not thrown off by one odd word.
            self._near[self._bucket(row)].discard(row)
            self._middles[row] += (middle_of(word) - self._middles[row]) / 2
            self._heights[row] += (word.box.height - self._heights[row]) / 3
            self._near[self._bucket(row)].add(row)
        self.rows[row].append(word)

    def _bucket(self, row: int) -> int:
        return int(self._middles[row] // self._usual)

    def _beside(self, word: Word) -> int | None:
        """The row whose right end stands beside the word, the one that runs most nearly at its height."""
        best: tuple[float, int] | None = None
        bucket = int(middle_of(word) // self._usual)
        reach = 2 + int(word.box.height / self._usual / 2)
        for row in sorted(
            row for near in range(bucket - reach, bucket + reach + 1) for row in self._near.get(near, ())
        ):
            apart = abs(self._middles[row] - middle_of(word))
            if self._stands_beside(word, row) and (best is None or apart < best[0]):
                best = apart, row
        return best[1] if best else None

    def _stands_beside(self, word: Word, row: int) -> bool:
        last = self.rows[row][-1].box
        above_other = word.box.x0 < last.x1 - max(0.5 * self._usual, 0.3 * min(word.box.width, last.width))
        if above_other and abs(self._middles[row] - middle_of(word)) > SAME_HEIGHT * self._usual:
            return False
        top, bottom = self._middles[row] - self._heights[row] / 2, self._middles[row] + self._heights[row] / 2
        shared = min(bottom, word.box.y1) - max(top, word.box.y0)
        lower = min(bottom - top, word.box.height)
        return shared >= 0 if lower <= 0 else shared > SIDE_BY_SIDE * lower


def _levelled(rows: Sequence[Sequence[Word]], usual: float) -> list[Row]:
    """The rows top to bottom as if they ran level: all of a page lean alike."""
    slopes = sorted(
        (middle_of(row[-1]) - middle_of(row[0])) / (row[-1].box.x0 - row[0].box.x0)
        for row in rows
        if row[-1].box.x0 - row[0].box.x0 > 10 * usual
    )
    slope = median(slopes) if len(slopes) >= 3 else 0.0
    if abs(slope) < LEAST_SLOPE:
        slope = 0.0
    centre = median(word.box.x0 for row in rows for word in row)
    levelled = [
        Row(tuple(row), median(middle_of(word) - slope * (word.box.x0 - centre) for word in _telling(row, usual)))
        for row in rows
    ]
    return _with_raised(sorted(levelled, key=lambda row: (row.middle, row.box.x0)), usual)


def _with_raised(rows: Sequence[Row], usual: float) -> list[Row]:
    """The rows, what stands a little higher or lower than one and fits between its words put there.

    Marks of notes do, and words that a typewriter struck out of line.
    """
    mended: list[Row] = []
    for row in rows:
        above = mended[-1] if mended else None
        if above and _fits(row, above, usual):
            mended[-1] = _into(row, above)
        elif above and _fits(above, row, usual):
            # Rather to the row it stands nearer to.
            other = mended[-2] if len(mended) > 1 else None
            nearer = other and _fits(above, other, usual) and above.middle - other.middle < row.middle - above.middle
            if other and nearer:
                mended[-2:] = [_into(above, other), row]
            else:
                mended[-1] = _into(above, row)
        else:
            mended.append(row)
    return mended


def _fits(mark: Row, row: Row, usual: float) -> bool:
    """Whether a word or two stand in a gap of a row or at its end, but out of line."""
    apart = abs(row.middle - mark.middle)
    if len(mark.words) > RAISED_WORDS or len(mark.words) >= len(row.words) or apart > RAISED * usual:
        return False
    if len(mark.text) == 1 and mark.text.isalpha():
        return False  # a scratch rather than a word
    box = mark.box
    if box.height > TALL * usual or box.x0 - row.box.x1 > usual or row.box.x0 - box.x1 > usual:
        return False
    lap = 0.2 * usual
    return all(word.box.x1 <= box.x0 + lap or word.box.x0 >= box.x1 - lap for word in row.words)


def _into(mark: Row, row: Row) -> Row:
    return Row(tuple(sorted((*row.words, *mark.words), key=lambda word: word.box.x0)), row.middle)


def _telling(row: Sequence[Word], usual: float) -> Sequence[Word]:
    """The words that show where a row runs: not the dots and dashes, if there are others."""
    return [word for word in row if word.box.height > MARK_HEIGHT * usual] or row


def _overlap(one: Box, other: Box) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    return across > 0.6 * max(one.width, other.width) and down > 0.6 * max(one.height, other.height)
