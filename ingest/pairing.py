"""Two columns whose items belong together one by one: what was heard at the left, what was resolved at the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import regex

from document import Word
from ingest.lines import Row
from ingest.wording import HEARD, RESOLVED

FEWEST_ITEMS = 2
# Against the distance of rows: how far two rows may be out of line that begin a pair; room over what begins.
IN_LINE = 0.75
ROOM = 1.35
# The share of the items at the left that something begins beside; recognisers lose a row here and there.
PAIRED = 0.8

ITEM = regex.compile(r"(\d{1,3})(?:[.)]|\s?/)?$")


@dataclass(frozen=True, slots=True)
class Pairing:
    """Items side by side: `split` is where the columns part, `starts` from where each pair reaches down, in points."""

    split: float
    starts: tuple[float, ...]

    def heads(self, rows: Sequence[Row]) -> list[Row]:
        """The rows over the first pair."""
        return [row for row in rows if row.middle < self.starts[0]]

    def cells(self, rows: Sequence[Row]) -> Iterator[tuple[tuple[Word, ...], ...]]:
        """Yield the words of each pair, of its left and its right item; an item that is not there is left out."""
        for start, end in pairwise([*self.starts, float("inf")]):
            beside = [row for row in rows if start <= row.middle < end]
            sides = [
                tuple(
                    word for row in beside if (row.box.x0 + row.box.x1 < 2 * self.split) is left for word in row.words
                )
                for left in (True, False)
            ]
            if any(sides):
                yield tuple(side for side in sides if side)


def pairing_of(left: Sequence[Row], right: Sequence[Row], split: float) -> Pairing | None:
    """Answer how two columns pair, if they are headed as heard and resolved and numbered items begin side by side."""
    if not (left and right and HEARD.match(left[0].text) and RESOLVED.match(right[0].text)):
        return None
    steps = [below.middle - above.middle for rows in (left, right) for above, below in pairwise(rows)]
    if not steps:
        return None
    leading = median(steps)
    items = _numbered(left[1:])
    begun = [row for above, row in pairwise(right) if above is right[0] or _begins(above, row, leading)]
    starts = []
    for item in items:
        beside = [row for row in begun if abs(row.middle - item.middle) <= IN_LINE * leading]
        if beside:
            starts.append(min(item.middle, beside[0].middle) - leading / 2)
    if len(starts) < max(FEWEST_ITEMS, PAIRED * len(items)):
        return None
    return Pairing(split, tuple(starts))


def _numbered(rows: Sequence[Row]) -> list[Row]:
    """The rows that begin with the next number."""
    items: list[Row] = []
    last = 0
    for row in rows:
        found = ITEM.match(row.words[0].text) if len(row.words) > 1 else None
        number = int(found[1]) if found else 0
        if number and (not items or number == last + 1):
            items.append(row)
            last = number
    return items


def _begins(above: Row, row: Row, leading: float) -> bool:
    return row.middle - above.middle > ROOM * leading or bool(ITEM.match(row.words[0].text) and len(row.words) > 1)
