"""What needs a person's eye first: the worst of a run, a few of each kind, as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec
from rich.table import Table
from rich.text import Text

from document import Failure
from pipelines.notes import Why
from pipelines.store import FileSummary
from pipelines.terminal import plain

ROWS = 10
# Of each kind so many before others of its kind: hundreds of one must not hide the only one of another.
AT_A_TIME = 3
LONGEST = 200
FILE_FAILED = "file failed"


class Look(msgspec.Struct, frozen=True):
    """A file, or pages of it, to be looked at; `rank` orders those of one kind, the worst first."""

    kind: str
    rank: float
    name: str
    pages: str
    says: str


class Attention:
    """Collects what to look at, the worst of each kind only."""

    def __init__(self) -> None:
        self._found: dict[str, list[Look]] = {kind: [] for kind in (FILE_FAILED, *Why)}
        self._count: Counter[str] = Counter()

    def add(self, outcome: FileSummary | Failure) -> None:
        """Note what of an input is to be looked at."""
        for look in _looks(outcome):
            self._count[look.kind] += 1
            found = self._found[look.kind]
            found.append(look)
            if len(found) > 10 * ROWS:
                found[:] = _worst(found)

    def first(self) -> list[Look]:
        """The rows of the table."""
        ranked = [
            (place // AT_A_TIME, order, place, look)
            for order, found in enumerate(self._found.values())
            for place, look in enumerate(_worst(found))
        ]
        chosen = sorted(sorted(ranked, key=lambda row: row[:3])[:ROWS], key=lambda row: row[1:3])
        return [look for *_, look in chosen]

    def table(self) -> Table | None:
        """The rows as a table, and how many more there are; None where nothing needs a look."""
        rows = self.first()
        if not rows:
            return None
        more = self._count.total() - len(rows)
        table = Table("file", "pages", "look", title="look at these first", caption=_more(more), box=None)
        for row in rows:
            table.add_row(Text(_cut(row.name)), Text(row.pages), Text(_cut(f"{row.kind}: {row.says}".rstrip(": "))))
        return table


def _worst(found: Iterable[Look]) -> list[Look]:
    return sorted(found, key=lambda look: (look.rank, look.name))[:ROWS]


def _more(count: int) -> str | None:
    return f"and {count:,} more in run.json" if count else None


def _cut(text: str) -> str:
    text = plain(text)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _looks(outcome: FileSummary | Failure) -> Iterator[Look]:
    if isinstance(outcome, Failure):
        yield Look(FILE_FAILED, 0.0, outcome.path, "", outcome.message)
        return
    for failure in outcome.failures:
        if failure.page is None:
            yield Look(FILE_FAILED, 1.0, outcome.name, "", failure.message)
    for doubt in outcome.doubts:
        pages = ", ".join(f"{first}–{last}" if last > first else str(first) for first, last in doubt.pages[:4])
        pages += ", …" if len(doubt.pages) > 4 else ""
        says, rank = doubt.says, -float(doubt.count)
        if doubt.confidence is not None:
            worst = f"page {doubt.worst}: " if doubt.count > 1 else ""
            says, rank = f"{worst}{doubt.confidence:.2f}", doubt.confidence
        elif doubt.why is Why.FAILED:
            says = next((failure.message for failure in outcome.failures if failure.page == doubt.worst), "")
        yield Look(doubt.why.value, rank, outcome.name, pages, says)
