"""Rows with empty strips running down through them: tables, forms, lists of contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from document import Word
from ingest.hyphens import HYPHENS
from ingest.lines import Row
from ingest.wording import RULE, begins_low

Strip = tuple[float, float]

# A gap between cells is at least this wide, in type sizes: wider than two spaces of a typewriter.
CELL_GAP = 1.8
# An empty strip that so many rows keep free, with text on both sides, is no accident.
TABLE_ROWS = 3
# Against the usual distance of its rows: so far under a table stands what may be no part of it; so near
# the next line of a cell.
APART = 1.6
GOES_ON = 1.25


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


def cells_of(rows: Sequence[Row], strips: Sequence[Strip]) -> list[tuple[tuple[Word, ...], ...]]:
    """Answer the words of each row of a table parted by the strips it keeps free, left to right, no cell empty.

    A row that goes on with a cell of the one above is one with it.
    """
    table: list[dict[int, list[Word]]] = []
    steps = [below.middle - above.middle for above, below in pairwise(rows)]
    for place, row in enumerate(rows):
        cells = _cells(row, strips)
        close = place > 0 and steps[place - 1] <= GOES_ON * median(steps)
        column, words = next(iter(cells.items()))
        if close and len(cells) == 1 and column > 0 and _goes_on(table[-1].get(column, []), words, table, column):
            table[-1][column] += words
        else:
            table.append(cells)
    return [tuple(tuple(cells[column]) for column in sorted(cells)) for cells in table]


def _cells(row: Row, strips: Sequence[Strip]) -> dict[int, list[Word]]:
    """The words of a row by the column they stand in."""
    if RULE.fullmatch(row.text):
        return {0: list(row.words)}
    cells: dict[int, list[Word]] = {}
    for word in row.words:
        middle = (word.box.x0 + word.box.x1) / 2
        cells.setdefault(sum((left + right) / 2 < middle for left, right in strips), []).append(word)
    return cells


def _goes_on(above: Sequence[Word], words: Sequence[Word], table: Sequence[dict[int, list[Word]]], column: int) -> bool:
    """Whether words are the next line of the cell above: it was full, or its sentence goes on."""
    if not above:
        return False
    if begins_low(words[0].text) or above[-1].text.endswith((",", *HYPHENS)):
        return True
    edge = max(word.box.x1 for cells in table for word in cells.get(column, ()))
    return above[-1].box.x1 + words[0].box.width > edge


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
        if RULE.fullmatch(rows[end].text):
            end += 1  # drawn across, under the heads of the columns for one
            continue
        kept = _kept(strips, rows[end])
        if not kept or _ends_table(rows[first:end], rows[end], lost=len(kept) < len(strips)):
            break
        strips = kept
        end += 1
        if any(_parts(rows[end - 1], strip) for strip in strips):
            parted += 1
            last = end
        elif last == end - 1 and _is_under(rows[end - 1], rows[last - 1], strips):
            last = end
    if parted < TABLE_ROWS or parted < 0.5 * (last - first):
        return None
    return Span(first, last, tuple(strips))


def _ends_table(table: Sequence[Row], row: Row, *, lost: bool) -> bool:
    """Whether a row stands apart from the table over it and begins or parts its cells elsewhere: sums, signatures."""
    if len(table) < TABLE_ROWS:
        return False
    steps = [below.middle - above.middle for above, below in pairwise(table)]
    if row.middle - table[-1].middle <= APART * median(steps):
        return False
    return lost or all(abs(row.box.x0 - other.box.x0) > row.size for other in table)


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


def _is_under(row: Row, above: Row, strips: Sequence[Strip]) -> bool:
    """Whether a row begins under a cell of the one above, beyond the first strip."""
    left, right = min(strips)
    return row.box.x0 > (left + right) / 2 and any(abs(row.box.x0 - word.box.x0) < row.size / 2 for word in above.words)
