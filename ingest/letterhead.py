"""The corner of an office's paper beside the one it is written to: two blocks side by side, not rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

import regex

from ingest.lines import Row
from ingest.look import is_capitals
from ingest.tables import Span

MOST_ROWS = 10
# Against the usual distance of its rows: so near under the corner stand its last lines.
CLOSE = 1.6
# What stands in the corner besides the name of the office: number and date.
CORNER = regex.compile(r"№|\bN\b|\b(?:19|20)\d\d\b|^[«\"“][_\s\d]*[»\"”]|^Исх|^Шығ")

ALONE = regex.compile(
    r"(?:№|N)\s?\S{1,12}|(?:г|гор|қ)\.\s?\p{Lu}[\p{L}-]+\.?|[«\"“]?[_\d]{1,3}[»\"”]?\s\p{L}{3,9}\s\d{2,4}(?:\s?(?:г|года|ж)\.?)?"
)


def letterhead_of(rows: Sequence[Row], span: Span) -> tuple[list[Row], list[Row], int] | None:
    """Answer the corner, what stands beside it, and the place past both, if a table on top of a page is such.

    The corner has a line in capitals and a number or date; beside it nothing is numbered.
    """
    if span.first > 0 or len(span.strips) != 1 or span.last > MOST_ROWS:
        return None
    strip = sum(span.strips[0]) / 2
    steps = [below.middle - above.middle for above, below in pairwise(rows[: span.last])]
    last = span.last
    while (
        last < min(len(rows), MOST_ROWS)
        and rows[last].box.x1 < strip
        and rows[last].middle - rows[last - 1].middle <= CLOSE * median(steps)
    ):
        last += 1
    left, right = _sides(rows[:last], strip)
    named = any(map(is_capitals, left)) and any(CORNER.search(row.text) for row in left)
    figures = any(not any(map(str.isalpha, row.text)) for row in right)
    return (left, right, last) if named and right and not figures else None


def parts_of_corner(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the rows of a corner, its number, date and town each by itself."""
    run: list[Row] = []
    for row in rows:
        alone = bool(ALONE.fullmatch(row.text))
        if run and (alone or ALONE.fullmatch(run[-1].text)):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _sides(rows: Sequence[Row], strip: float) -> tuple[list[Row], list[Row]]:
    """The parts of rows left and right of the strip."""
    sides: tuple[list[Row], list[Row]] = ([], [])
    for row in rows:
        for side, beyond in zip(sides, (False, True), strict=True):
            words = tuple(word for word in row.words if (word.box.x0 + word.box.x1 > 2 * strip) is beyond)
            if words:
                side.append(Row(words, row.middle))
    return sides
