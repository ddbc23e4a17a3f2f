"""Where a page's text stands in columns side by side, and the order in which its parts are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from document import Box, Word
from ingest.lines import Row, rows_of, type_size

STRIPS = 400
# A gutter is at least this wide, in type sizes, and runs past at least this many rows on either side.
GUTTER_WIDTH = 1.0
GUTTER_ROWS = 4
# Each column fills at least this share of the region's width, and its rows this share of the column's.
COLUMN_WIDTH = 0.22
COLUMN_FILL = 0.55


@dataclass(frozen=True, slots=True)
class Column:
    """Rows of text one below the other and the edges they keep, in points of the reading frame."""

    rows: tuple[Row, ...]
    left: float
    right: float

    @property
    def width(self) -> float:
        """From edge to edge in points."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Gutter:
    """An empty upright strip from `left` to `right` between rows `first` and `last` (exclusive)."""

    left: float
    right: float
    first: int
    last: int

    @property
    def middle(self) -> float:
        """Where it is in the middle of its width."""
        return (self.left + self.right) / 2


def columns_of(words: Sequence[Word]) -> Iterator[Column]:
    """Yield the columns of a page in reading order; a page in one column is one."""
    if words:
        yield from _divide(rows_of(words), depth=0)


def _divide(rows: Sequence[Row], depth: int) -> Iterator[Column]:
    gutter = find_gutter(rows) if depth < 4 else None
    if gutter is None:
        yield _column(rows)
        return
    if above := rows[: gutter.first]:
        yield from _divide(above, depth + 1)
    beside = [word for row in rows[gutter.first : gutter.last] for word in row.words]
    for side in (
        [word for word in beside if _centre(word) < gutter.middle],
        [word for word in beside if _centre(word) >= gutter.middle],
    ):
        yield from _divide(rows_of(side), depth + 1)
    if below := rows[gutter.last :]:
        yield from _divide(below, depth + 1)


def find_gutter(rows: Sequence[Row]) -> Gutter | None:
    """Answer the gutter with most rows on either side that parts running text, not the cells of a table."""
    if len(rows) < GUTTER_ROWS:
        return None
    region = Box.around(row.box for row in rows)
    size = float(np.median([type_size(word) for row in rows for word in row.words]))
    if region.width < 8 * size or size <= 0:
        return None
    step = region.width / STRIPS
    taken = _taken(rows, region.x0, step)
    wide = max(2, int(GUTTER_WIDTH * size / step))
    best: tuple[int, Gutter] | None = None
    for strip in range(int(STRIPS * COLUMN_WIDTH), int(STRIPS * (1 - COLUMN_WIDTH)) - wide + 1, max(1, wide // 2)):
        clear = np.logical_not(np.any(taken[:, strip : strip + wide], axis=1, keepdims=True)).ravel()
        for first, last in _runs(clear):
            gutter = _trimmed(rows, Gutter(region.x0 + strip * step, region.x0 + (strip + wide) * step, first, last))
            if gutter is None:
                continue
            weight = gutter.last - gutter.first
            if (best is None or weight > best[0]) and _parts_text(rows[gutter.first : gutter.last], gutter):
                best = weight, gutter
    return best[1] if best else None


def _taken(rows: Sequence[Row], left: float, step: float) -> NDArray[np.bool_]:
    taken = np.zeros((len(rows), STRIPS), dtype=np.bool_)
    for place, row in enumerate(rows):
        for word in row.words:
            first = int((word.box.x0 - left) / step)
            taken[place, max(0, first) : max(first + 1, int(np.ceil((word.box.x1 - left) / step)))] = True
    return taken


def _runs(clear: NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], clear, [False])).astype(np.int8)))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a >= GUTTER_ROWS]


def _trimmed(rows: Sequence[Row], gutter: Gutter) -> Gutter | None:
    """The gutter from the first row to the last that has text on its far side, or None if there are too few."""
    sides = [(row.box.x0 < gutter.middle, row.box.x1 > gutter.middle) for row in rows[gutter.first : gutter.last]]
    right = [place for place, side in enumerate(sides) if side[1]]
    left = [place for place, side in enumerate(sides) if side[0]]
    if len(right) < GUTTER_ROWS or len(left) < GUTTER_ROWS:
        return None
    first, last = max(left[0], right[0]), min(left[-1], right[-1])
    # What stands alone above or below the shorter column belongs to the longer one beside it, if it is near.
    first, last = min(left[0], right[0], first), max(left[-1], right[-1], last)
    return Gutter(gutter.left, gutter.right, gutter.first + first, gutter.first + last + 1)


def _parts_text(rows: Sequence[Row], gutter: Gutter) -> bool:
    """Whether there is running text, rows that fill their column, on both sides."""
    for keep_left in (True, False):
        spans = []
        for row in rows:
            side = [word.box for word in row.words if (_centre(word) < gutter.middle) == keep_left]
            if side:
                spans.append((min(box.x0 for box in side), max(box.x1 for box in side), len(side)))
        if len(spans) < GUTTER_ROWS:
            return False
        width = max(span[1] for span in spans) - min(span[0] for span in spans)
        region = max(row.box.x1 for row in rows) - min(row.box.x0 for row in rows)
        filled = float(np.median([span[1] - span[0] for span in spans])) / width if width else 0.0
        if width < COLUMN_WIDTH * region or filled < COLUMN_FILL or np.mean([span[2] for span in spans]) < 2:
            return False
    return True


def _column(rows: Sequence[Row]) -> Column:
    """The rows with the edges that most of them keep."""
    lefts, rights = [row.box.x0 for row in rows], [row.box.x1 for row in rows]
    return Column(tuple(rows), float(np.percentile(lefts, 10)), float(np.percentile(rights, 95)))


def _centre(word: Word) -> float:
    return (word.box.x0 + word.box.x1) / 2
