"""Where a page's text stands in columns side by side, and the order in which its parts are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import numpy as np
from numpy.typing import NDArray

from document import Box, Word
from ingest.drop_capitals import with_drop_capitals
from ingest.hyphens import HYPHENS
from ingest.lines import TALL, Row, rows_of, share_of, type_size
from ingest.pairing import Pairing, pairing_of
from ingest.spacing import without_letter_spacing
from ingest.strays import without_strays
from ingest.wording import HEARD, RESOLVED, begins_low

STRIPS = 400
DEEPEST = 4
# A gutter is at least this wide, in type sizes, and runs past at least this many rows on either side.
GUTTER_WIDTH = 1.0
GUTTER_ROWS = 4
# Each column fills at least this share of the region's width, and its rows this share of the column's.
COLUMN_WIDTH = 0.22
COLUMN_FILL = 0.55
# On an open book with text on one page only, each page is at least so wide.
OPEN_BOOK = 0.35
# Of the rows on one side of a gutter so many have a row beside them in a table; of the lines of running text so many
# go on in small letters at least.
ENTRIES_BESIDE = 0.7
RUNNING = 0.2
# What stands under columns apart from them, by this against the distance of rows, and in no more rows: signatures.
APART = 1.6
SIGNING_ROWS = 6
# Against the usual distance from row to row: what parts the text of columns from drawings and captions.
FAR_APART = 1.7
# So many of the longest candidates are looked at closely.
CANDIDATES = 30


@dataclass(frozen=True, slots=True)
class Column:
    """Rows of text one below the other and the edges they keep, in points of the reading frame.

    `aside` says that they stand beside other text or between its lines, and are no part of it; `pairing` that they
    are those of two columns, to be read pair by pair.
    """

    rows: tuple[Row, ...]
    left: float
    right: float
    aside: bool = False
    pairing: Pairing | None = None

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
    """Yield the columns of a page in reading order, after each what stands beside its lines or between them.

    What is written up the margins comes last.
    """
    if not words:
        return
    usual = median(word.box.height for word in words)
    upright = [word for word in words if not _is_on_its_side(word, usual)]
    if upright:
        rows = rows_of(with_drop_capitals(upright, usual))
        yield from _divide(rows, _edges(rows), depth=0)
    for word in words:
        if _is_on_its_side(word, usual):
            row = Row((word,), (word.box.y0 + word.box.y1) / 2)
            yield Column((row,), word.box.x0, word.box.x1, aside=2 * len(upright) > len(words))


def _is_on_its_side(word: Word, usual: float) -> bool:
    return len(word.text) > 1 and word.box.height > max(TALL * usual, 1.5 * word.box.width)


def _divide(rows: Sequence[Row], edges: tuple[float, float], depth: int) -> Iterator[Column]:
    """Columns of some rows; what stands over and under columns keeps the edges of them all."""
    gutter = find_gutter(rows) if depth < DEEPEST else None
    if gutter is None:
        kept, strays = without_strays(rows)
        yield Column(tuple(map(without_letter_spacing, kept)), *(_edges(kept) if strays else edges))
        if strays:
            yield Column(tuple(strays), *_edges(strays), aside=True)
        return
    if above := rows[: gutter.first]:
        yield from _divide(above, edges, depth + 1)
    beside = [word for row in rows[gutter.first : gutter.last] for word in row.words]
    left = rows_of([word for word in beside if _centre(word) < gutter.middle])
    right = rows_of([word for word in beside if _centre(word) >= gutter.middle])
    pairing = pairing_of(left, right, gutter.middle)
    if pairing is not None:
        yield from _paired(left, right, pairing)
    for column in (left, right) if pairing is None else ():
        yield from _divide(column, _edges(column), depth + 1)
    if below := rows[gutter.last :]:
        yield from _divide(below, edges, depth + 1)


def _paired(left: Sequence[Row], right: Sequence[Row], pairing: Pairing) -> Iterator[Column]:
    """The heads of two columns, then what stands under them as one."""
    for rows in (left, right):
        heads = [without_letter_spacing(row) for row in pairing.heads(rows)]
        if heads:
            yield Column(tuple(heads), *_edges(rows))
    both = [without_letter_spacing(row) for rows in (left, right) for row in rows[len(pairing.heads(rows)) :]]
    yield Column(tuple(both), *_edges(both), pairing=pairing)


def find_gutter(rows: Sequence[Row]) -> Gutter | None:
    """Answer the gutter with most rows on either side that parts running text, not the cells of a table."""
    if len(rows) < GUTTER_ROWS:
        return None
    region = Box.around(row.box for row in rows)
    size = median(type_size(word) for row in rows for word in row.words)
    if size <= 0 or region.width < 12 * size:
        return None
    step = region.width / STRIPS
    taken = _taken(rows, region.x0, step)
    wide = max(2, int(GUTTER_WIDTH * size / step))
    candidates: list[Gutter] = []
    for strip in range(int(STRIPS * COLUMN_WIDTH), int(STRIPS * (1 - COLUMN_WIDTH)) - wide + 1, max(1, wide // 3)):
        left = region.x0 + strip * step
        for run in _runs(taken[:, strip : strip + wide]):
            for first, last in _stretches(rows, *run):
                gutter = _trimmed(rows, Gutter(left, left + wide * step, first, last))
                if gutter is not None:
                    _widen(candidates, gutter)
    candidates.sort(key=lambda gutter: gutter.first - gutter.last)
    for gutter in candidates[:CANDIDATES]:
        if _parts_text(rows[gutter.first : gutter.last], gutter, region.width):
            return _without_signatures(rows, gutter)
    return None


def _widen(gutters: list[Gutter], gutter: Gutter) -> None:
    """Add a gutter, to one of the same rows that it overlaps if there is one."""
    for place, other in enumerate(gutters):
        if (other.first, other.last) == (gutter.first, gutter.last) and other.right >= gutter.left:
            gutters[place] = replace(other, right=max(other.right, gutter.right))
            return
    gutters.append(gutter)


def _taken(rows: Sequence[Row], left: float, step: float) -> NDArray[np.bool_]:
    taken = np.zeros((len(rows), STRIPS), dtype=np.bool_)
    for place, row in enumerate(rows):
        for word in row.words:
            first = int((word.box.x0 - left) / step)
            taken[place, first : max(first + 1, int(np.ceil((word.box.x1 - left) / step)))] = True
    return taken


def _runs(taken: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Runs of rows, long enough for a gutter, in which nothing is taken."""
    clear = [False, *(not any(row) for row in taken.tolist()), False]
    edges = [place for place, (one, next_one) in enumerate(pairwise(clear)) if one != next_one]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a >= GUTTER_ROWS]


def _stretches(rows: Sequence[Row], first: int, last: int) -> Iterator[tuple[int, int]]:
    """A run of rows, and its parts between places where much more room is: a drawing below the columns, for one."""
    yield first, last
    steps = [below.middle - above.middle for above, below in pairwise(rows[first:last])]
    apart = FAR_APART * median(steps)
    cuts = [first, *(first + place for place, step in enumerate(steps, start=1) if step > apart), last]
    if len(cuts) > 2:
        yield from ((a, b) for a, b in pairwise(cuts) if b - a >= GUTTER_ROWS)


def _trimmed(rows: Sequence[Row], gutter: Gutter) -> Gutter | None:
    """The gutter where text stands on both sides, and on by what follows closely in the longer column."""
    places = range(gutter.first, gutter.last)
    left = [place for place in places if rows[place].box.x0 < gutter.middle]
    right = [place for place in places if rows[place].box.x1 > gutter.middle]
    if len(left) < GUTTER_ROWS or len(right) < GUTTER_ROWS:
        return None
    first, last = max(left[0], right[0]), min(left[-1], right[-1])
    if last - first + 1 < GUTTER_ROWS:
        return None
    steps = [below.middle - above.middle for above, below in pairwise(rows[first : last + 1])]
    close = 1.6 * max(median(steps), rows[first].size)
    while first > gutter.first and rows[first].middle - rows[first - 1].middle < close:
        first -= 1
    while last + 1 < gutter.last and rows[last + 1].middle - rows[last].middle < close:
        last += 1
    return Gutter(gutter.left, gutter.right, first, last + 1)


def _without_signatures(rows: Sequence[Row], gutter: Gutter) -> Gutter:
    """The gutter without short rows under the columns, apart from them, that stand side by side: posts and names."""
    steps = [below.middle - above.middle for above, below in pairwise(rows[gutter.first : gutter.last])]
    apart = APART * median(steps)
    for place in range(gutter.last - 1, max(gutter.first + GUTTER_ROWS, gutter.last - SIGNING_ROWS) - 1, -1):
        if rows[place].middle - rows[place - 1].middle <= apart:
            continue
        halves = [_half(rows[place : gutter.last], gutter, left=left) for left in (True, False)]
        beside = any(left and right for left, right in zip(*halves, strict=True))
        if beside and not any(_running(list(filter(None, half))) for half in halves):
            return replace(gutter, last=place)
    return gutter


def _parts_text(rows: Sequence[Row], gutter: Gutter, width: float) -> bool:
    """Whether there is running text on both sides, or a page of it beside a picture, as on an open book."""
    halves = [_half(rows, gutter, left=left) for left in (True, False)]
    sides = [_side([[word.box for word in words] for words in half]) for half in halves]
    if any(side.is_page for side in sides) and min(side.width for side in sides) > OPEN_BOOK * width:
        return True
    if not all(side.width >= COLUMN_WIDTH * width and side.is_text for side in sides):
        return False
    return _is_protocol(halves) or not _are_entries(halves)


def _half(rows: Sequence[Row], gutter: Gutter, *, left: bool) -> list[list[Word]]:
    """The words of each row on one side of a gutter, for many rows none."""
    return [[word for word in row.words if (_centre(word) < gutter.middle) is left] for row in rows]


def _is_protocol(halves: Sequence[Sequence[Sequence[Word]]]) -> bool:
    """Whether the columns are headed as heard and resolved."""
    heads = [" ".join(word.text for word in next(filter(None, half), ())) for half in halves]
    return bool(HEARD.match(heads[0]) and RESOLVED.match(heads[1]))


def _are_entries(halves: Sequence[Sequence[Sequence[Word]]]) -> bool:
    """Whether rows stand side by side on both sides of a gutter and on one of them no sentence goes on: a table."""
    both = sum(bool(left and right) for left, right in zip(*halves, strict=True))
    beside = both / max(1, min(sum(map(bool, half)) for half in halves))
    return beside > ENTRIES_BESIDE and any(_running(list(filter(None, half))) < RUNNING for half in halves)


def _running(lines: Sequence[Sequence[Word]]) -> float:
    """The share of lines that go on from the one before: in small letters, or after a comma or a broken word."""
    on = sum(begins_low(below[0].text) or above[-1].text.endswith((",", *HYPHENS)) for above, below in pairwise(lines))
    return on / max(1, len(lines) - 1)


@dataclass(frozen=True, slots=True)
class _Side:
    """The rows on one side of a gutter: how many, how wide together, how full and of how many words each."""

    rows: int
    width: float
    filled: float
    words: float

    @property
    def is_text(self) -> bool:
        return self.rows >= GUTTER_ROWS and self.filled >= COLUMN_FILL and self.words >= 2

    @property
    def is_page(self) -> bool:
        return self.rows >= 2 * GUTTER_ROWS and self.filled >= 0.8 and self.words >= 5


def _side(rows: Sequence[Sequence[Box]]) -> _Side:
    boxes = [Box.around(row) for row in rows if row]
    if not boxes:
        return _Side(0, 0.0, 0.0, 0.0)
    width = max(box.x1 for box in boxes) - min(box.x0 for box in boxes)
    filled = median(box.width for box in boxes) / width if width > 0 else 0.0
    return _Side(len(boxes), width, filled, sum(map(len, rows)) / len(boxes))


def _edges(rows: Sequence[Row]) -> tuple[float, float]:
    """The left and right edge that the text of rows keeps: specks and stamps weigh little beside full rows."""
    left = share_of([(row.box.x0, len(row.text)) for row in rows], 0.1)
    right = share_of([(row.box.x1, len(row.text)) for row in rows], 0.95)
    return min(left, right), max(left, right)


def _centre(word: Word) -> float:
    return (word.box.x0 + word.box.x1) / 2
