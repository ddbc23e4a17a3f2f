"""How far the run in an output folder is: while it goes on, after its end, or after it was cut off."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import msgspec

from document import Reason
from errors import OutputError
from pipelines.lock import Holder, occupancy
from pipelines.outputs import find_outputs, no_records
from pipelines.report import read_head
from pipelines.standing import Standing, State, duration, read_standing, told

SILENT_SECONDS = 10.0


class Status(msgspec.Struct, frozen=True):
    """What can be told of a run from its folder; `holder` is who runs there now, as far as known; `cut_off`: killed.

    `standing` is at most a few seconds old while pages are read; `failures` are as of the report's last writing.
    """

    running: bool
    cut_off: bool
    holder: Holder | None
    why: str | None
    files_left: int
    pages_left: int
    standing: Standing
    failures: dict[Reason, int]


def look(out: Path) -> Status:
    """Look at an output folder; `OutputError` when there is no run to be seen in it."""
    here = occupancy(out)
    standing = read_standing(out)
    if standing is None:
        where = "has only just begun" if here.held else "has never been here"
        raise OutputError(f"nothing can be said of {out}: a run {where}; give the folder that -o of the run names")
    head = read_head(out)
    if head is not None and head.started != standing.began:
        head = None  # of another run: this one has not got so far
    return Status(
        running=here.held,
        cut_off=not here.held and standing.state is State.RUNNING,
        holder=here.holder,
        why=head.why if head else None,
        files_left=standing.inputs - standing.ended,
        pages_left=standing.known_pages - standing.pages,
        standing=standing,
        failures=head.totals.reasons if head else {},
    )


def expect_run(out: Path) -> None:
    """`OutputError` where no run is going on or has been in a folder, and nobody has put records there."""
    if not (occupancy(out).held or read_standing(out) or read_head(out) or any(find_outputs([out]))):
        raise no_records(out)


def describe(status: Status, now: datetime | None = None) -> str:
    """A few lines for people."""
    standing = status.standing
    lines = [_state(status, now or datetime.now(UTC)), told(standing)]
    if standing.earlier or standing.earlier_pages:
        lines.append(f"of these by earlier runs: {standing.earlier:,} files, {standing.earlier_pages:,} pages")
    if status.files_left and not status.running:
        lines.append(f"left: {status.files_left:,} files, {status.pages_left:,} pages of those that were opened")
    if status.failures:
        lines.append("failures: " + ", ".join(f"{count:,} {reason}" for reason, count in status.failures.items()))
    return "\n".join(lines)


def _state(status: Status, now: datetime) -> str:
    standing = status.standing
    if status.running:
        who = status.holder.told if status.holder else "process not known yet"
        silence = (now - standing.at).total_seconds()
        return f"running: {who}" + (f"; last heard {duration(silence)} ago" if silence > SILENT_SECONDS else "")
    if status.cut_off:
        return f"cut off at {standing.at:%Y-%m-%d %H:%M} UTC, or a little later; the same command goes on from there"
    ended = f"{standing.state.value} at {standing.at:%Y-%m-%d %H:%M} UTC"
    return f"{ended}: {status.why}" if status.why else ended
