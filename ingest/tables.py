"""Rows with empty strips running down through them: tables, forms, lists of contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from document import Word
from ingest.lines import Row

Strip = tuple[float, float]

# A gap between cells is at least this wide, in type sizes: wider than two spaces of a typewriter.
CELL_GAP = 1.8
# An empty strip that so many rows keep free, with text on both sides, is no accident.
TABLE_ROWS = 3


@dataclass(frozen=True, slots=True)
class Span:
    """Rows `first` to `last` (exclusive) of a column; `strips` part their cells, none where it is no table."""

    first: int
    last: int
    strips: tuple[Strip, ...] = ()


def spans_of(rows: Sequence[Row]) -> Iterator[Span]:
    """Yield the tables among the rows and what stands between them, top to bottom."""
    done = place = 0
    while place < len(rows):
        table = _table_at(rows, place)
        if table is None:
            place += 1
            continue
        if table.first > done:
            yield Span(done, table.first)
        yield table
        done = place = table.last
    if done < len(rows):
        yield Span(done, len(rows))


def cells_of(row: Row, strips: Sequence[Strip]) -> list[list[Word]]:
    """Answer the words of a row parted by the strips it keeps free, left to right, no cell empty."""
    cells: list[list[Word]] = [[row.words[0]]]
    for left, right in zip(row.words, row.words[1:], strict=False):
        if any(_between(left, right, strip) for strip in strips):
            cells.append([])
        cells[-1].append(right)
    return cells


def gaps_of(row: Row) -> list[Strip]:
    """The gaps in a row that are wide enough to part cells."""
    wide = CELL_GAP * row.size
    return [
        (left.box.x1, right.box.x0)
        for left, right in zip(row.words, row.words[1:], strict=False)
        if right.box.x0 - left.box.x1 >= wide
    ]


def _table_at(rows: Sequence[Row], first: int) -> Span | None:
    """The table whose first row is this one, if one begins here."""
    strips = gaps_of(rows[first])
    if not strips:
        return None
    parted = 1
    last = first + 1
    end = last
    while end < len(rows):
        kept = _kept(strips, rows[end])
        if not kept:
            break
        strips = kept
        end += 1
        if any(_parts(rows[end - 1], strip) for strip in strips):
            parted += 1
            last = end
    if parted < TABLE_ROWS or parted < 0.5 * (last - first):
        return None
    return Span(first, last, tuple(strips))


def _kept(strips: Sequence[Strip], row: Row) -> list[Strip]:
    """What the row leaves free of the strips, where that is still wide enough."""
    wide = 0.6 * CELL_GAP * row.size
    kept = []
    for left, right in strips:
        for free_left, free_right in _free(row):
            strip = max(left, free_left), min(right, free_right)
            if strip[1] - strip[0] >= wide:
                kept.append(strip)
    return kept


def _free(row: Row) -> list[Strip]:
    """Where the row has nothing: before it, after it, and in its wide gaps."""
    return [(-1e9, row.box.x0), *gaps_of(row), (row.box.x1, 1e9)]


def _parts(row: Row, strip: Strip) -> bool:
    """Whether there is something to read on both sides of the strip."""
    middle = (strip[0] + strip[1]) / 2
    told = [word.box.x0 < middle for word in row.words if any(map(str.isalnum, word.text))]
    return len(set(told)) == 2


def _between(left: Word, right: Word, strip: Strip) -> bool:
    return min(right.box.x0, strip[1]) - max(left.box.x1, strip[0]) > 0.5 * (strip[1] - strip[0])
