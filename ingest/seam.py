"""The place between two rows of a column, one below the other, where a block may end and the next begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.lines import Row
from ingest.look import Look


@dataclass(frozen=True, slots=True)
class Seam:
    """The place between two rows of a column; `place` counts the lower one, `start` the first of the block so far.

    `entries` says that rows around are short entries of a list, or verse.
    """

    rows: Sequence[Row]
    place: int
    look: Look
    start: int
    entries: bool

    @property
    def above(self) -> Row:
        """The row over the seam."""
        return self.rows[self.place - 1]

    @property
    def row(self) -> Row:
        """The row under the seam."""
        return self.rows[self.place]

    @property
    def opens(self) -> bool:
        """Whether the upper row is the first of its block."""
        return self.start == self.place - 1

    @property
    def below(self) -> Row | None:
        """The row after that one, if any."""
        return self.rows[self.place + 1] if self.place + 1 < len(self.rows) else None

    @property
    def gap(self) -> float:
        """From the middle of the upper row to the middle of the lower, in points."""
        return self.row.middle - self.above.middle
