"""Rows into blocks: where a paragraph, a heading, a list or a table begins, and what it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import regex

from document import BlockRole
from ingest.columns import Column
from ingest.lines import Row

MARKER = regex.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|\(?[\p{L}]\)|[—–•▪●■-]$|§\s?\d+|№\s?\d+[.)]?$)")
SENTENCE_END = regex.compile(r"[.!?:;…][»”\"')\]]*$")
LEADERS = regex.compile(r"(?:\.{4,}|(?:\. ){3,}|…{2,}|_{4,})\s*\d{0,4}$")


@dataclass(frozen=True, slots=True)
class Look:
    """What is usual in a column: edges, distance from row to row, type size, in points."""

    left: float
    right: float
    leading: float
    size: float

    @property
    def width(self) -> float:
        """From edge to edge in points, never nothing."""
        return max(self.right - self.left, 1.0)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that make one block, and what it is."""

    rows: tuple[Row, ...]
    role: BlockRole
    centred: bool


def groups_of(column: Column) -> Iterator[Group]:
    """Yield the rows of a column grouped into blocks, top to bottom."""
    look = look_of(column)
    group: list[Row] = []
    for row in column.rows:
        if group and any(rule(group[-1], row, look) for rule in BREAKS):
            yield _group(group, look)
            group = []
        group.append(row)
    if group:
        yield _group(group, look)


def look_of(column: Column) -> Look:
    """Measure what is usual in a column."""
    rows = column.rows
    size = median(row.size for row in rows)
    leadings = [below.middle - above.middle for above, below in pairwise(rows)]
    steps = [leading for leading in leadings if leading > 0.5 * size]
    return Look(column.left, column.right, median(steps) if steps else 1.2 * size, size)


def is_centred(row: Row, look: Look) -> bool:
    """Whether the row stands in the middle of its column, clear of both edges."""
    before, after = row.box.x0 - look.left, look.right - row.box.x1
    return min(before, after) > max(2 * look.size, 0.04 * look.width) and abs(before - after) < 0.12 * look.width


def is_capitals(row: Row) -> bool:
    """Whether the letters of the row are capitals, four at least."""
    letters = [character for character in row.text if character.isalpha()]
    return len(letters) >= 4 and sum(map(str.isupper, letters)) >= 0.9 * len(letters)


Break = Callable[[Row, Row, Look], bool]


def gap_above(above: Row, row: Row, look: Look) -> bool:
    """More room above the row than is usual."""
    return row.middle - above.middle > 1.4 * look.leading


def other_size(above: Row, row: Row, _: Look) -> bool:
    """Type clearly larger or smaller than above."""
    larger, smaller = max(above.size, row.size), min(above.size, row.size)
    return larger > 1.18 * smaller


def other_weight(above: Row, row: Row, _: Look) -> bool:
    """A bold row beside rows that are not."""
    return max(above.bold, row.bold) > 0.9 and min(above.bold, row.bold) < 0.1


def centred_or_not(above: Row, row: Row, look: Look) -> bool:
    """A centred row beside one that is not."""
    return is_centred(above, look) != is_centred(row, look)


def indented(above: Row, row: Row, look: Look) -> bool:
    """A first line set in, after a row that was not."""
    inset, before = row.box.x0 - look.left, above.box.x0 - look.left
    return inset > look.size and before < 0.5 * look.size and not begins_low(row)


def marked(above: Row, row: Row, look: Look) -> bool:
    """A list marker after a finished or short row, or after another item."""
    if not MARKER.match(row.words[0].text):
        return False
    finished = bool(SENTENCE_END.search(above.text)) or is_short(above, row, look)
    return finished or bool(MARKER.match(above.words[0].text))


def after_short(above: Row, row: Row, look: Look) -> bool:
    """A capital after a row that ended early: after a full stop a little early, otherwise much."""
    if begins_low(row) or is_centred(above, look):
        return False
    if SENTENCE_END.search(above.text):
        return is_short(above, row, look)
    return above.box.x1 + row.words[0].box.width < look.right - 0.25 * look.width


def capitals_or_not(above: Row, row: Row, look: Look) -> bool:
    """A row of capitals beside one that is not, unless it ran to the edge."""
    return is_capitals(above) != is_capitals(row) and is_short(above, row, look)


def is_short(above: Row, row: Row, look: Look) -> bool:
    """Whether the first word of `row` had found room at the end of `above`."""
    return above.box.x1 + 0.4 * look.size + row.words[0].box.width < look.right - 0.02 * look.width


def begins_low(row: Row) -> bool:
    """Whether the row begins with a small letter: it goes on with what was before."""
    return next((character.islower() for character in row.text if character.isalnum()), False)


BREAKS: tuple[Break, ...] = (
    gap_above,
    other_size,
    other_weight,
    centred_or_not,
    indented,
    marked,
    after_short,
    capitals_or_not,
)


def _group(rows: Sequence[Row], look: Look) -> Group:
    centred = all(is_centred(row, look) for row in rows)
    return Group(tuple(rows), _role(rows, look, centred), centred)


def _role(rows: Sequence[Row], look: Look, centred: bool) -> BlockRole:
    if LEADERS.search(rows[-1].text) or (MARKER.match(rows[0].words[0].text) and len(rows[0].words) > 1):
        return BlockRole.LIST
    if len(rows) > 4 or (SENTENCE_END.search(rows[-1].text) and not rows[-1].text.endswith(":")):
        return BlockRole.PARAGRAPH
    striking = (
        all(row.bold > 0.9 for row in rows)
        or all(map(is_capitals, rows))
        or median(row.size for row in rows) > 1.15 * look.size
    )
    return BlockRole.HEADING if striking and (centred or rows[-1].box.width < 0.9 * look.width) else BlockRole.PARAGRAPH
