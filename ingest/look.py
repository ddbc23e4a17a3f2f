"""What a row looks like beside the rest of its column: centred, short, spread, in capitals."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.columns import Column
from ingest.lines import Row

# In type sizes: a gap that puts words at both edges of their row; a gap that parts a term from what is said of it.
SPREAD = 3.5
PARTED = 1.5
# The share of its column's width that a row leaves free at the left which stands on the right half.
ASIDE = 0.3


@dataclass(frozen=True, slots=True)
class Look:
    """What is usual in a column: edges, distance from row to row, type size, in points; where rows often begin.

    `begins` are left edges, ascending, that three rows at least share.
    """

    left: float
    right: float
    leading: float
    size: float
    begins: tuple[float, ...]

    @property
    def width(self) -> float:
        """From edge to edge in points, never nothing."""
        return max(self.right - self.left, 1.0)


def look_of(column: Column) -> Look:
    """Measure what is usual in a column."""
    rows = column.rows
    size = median(row.size for row in rows)
    steps = [below.middle - above.middle for above, below in pairwise(rows)]
    steps = [step for step in steps if 0.5 * size < step < 4 * size]
    lefts = sorted(row.box.x0 for row in rows)
    begins = tuple(left for left, third in zip(lefts, lefts[2:], strict=False) if third - left < 0.5 * size)
    return Look(column.left, column.right, median(steps) if steps else 1.3 * size, size, begins)


def is_centred(row: Row, look: Look) -> bool:
    """Whether the row stands in the middle of its column, clear of both edges and of where other rows begin."""
    before, after = row.box.x0 - look.left, look.right - row.box.x1
    if is_spread(row):
        return False
    striking = is_capitals(row) or row.bold > 0.9 or row.size > 1.15 * look.size
    if row.box.width > 0.6 * look.width and not striking:
        return False  # more likely an indented row that ended early
    if min(before, after) < max(2 * look.size, 0.05 * look.width):
        return False
    if abs(before - after) > max(2 * look.size, 0.06 * look.width):
        return False
    if min(before, after) > 0.25 * look.width:
        return True
    near = bisect_left(look.begins, row.box.x0 - 0.5 * look.size)
    return near == len(look.begins) or look.begins[near] > row.box.x0 + 0.5 * look.size


def is_capitals(row: Row) -> bool:
    """Whether the letters of the row are capitals, four at least."""
    letters = [character for character in row.text if character.isalpha()]
    return len(letters) >= 4 and sum(map(str.isupper, letters)) >= 0.9 * len(letters)


def is_spread(row: Row) -> bool:
    """Whether the row has a wide gap with words on both sides: date and place, post and name, label and value."""
    return bool(parts_of(row))


def parts_of(row: Row) -> tuple[Row, ...]:
    """The two parts of a row that its first wide gap parts, if there are words on both sides of the gap."""
    words = row.words
    for place, (left, right) in enumerate(pairwise(words), start=1):
        if right.box.x0 - left.box.x1 > SPREAD * row.size:
            if all(any(map(str.isalpha, word.text)) for word in (left, right)):
                return Row(words[:place], row.middle), Row(words[place:], row.middle)
            return ()
    return ()


def is_aside(row: Row, look: Look) -> bool:
    """Whether the row stands on the right half of its column, nearer to the right edge than to the left."""
    before, after = row.box.x0 - look.left, look.right - row.box.x1
    return before > max(ASIDE * look.width, after + look.size) and not is_centred(row, look)


def stands_under(row: Row, above: Row) -> bool:
    """Whether the row begins under a word of the one above that has a gap before it: as what is said of a term."""
    return any(
        right.box.x0 - left.box.x1 > PARTED * above.size and abs(right.box.x0 - row.box.x0) < 0.5 * above.size
        for left, right in pairwise(above.words)
    )


def is_short(above: Row, row: Row, look: Look, slack: float = 0.02) -> bool:
    """Whether the first word of `row` had found room after `above`, with `slack` of the column's width to spare."""
    return above.box.x1 + 0.4 * look.size + row.words[0].box.width < look.right - slack * look.width
