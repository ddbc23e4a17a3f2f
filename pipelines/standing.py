"""How far a run is: counted as it goes, kept in the output folder, told in one line."""

from __future__ import annotations

import time
from collections import deque
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from document import Failure, Method, Source
from pipelines.batch import Ending
from pipelines.notes import PageNote
from pipelines.store import HIDDEN, write_whole

STANDING = Path(HIDDEN) / "progress.json"
# The rate is that of the last minutes: pages of a long run are of many kinds.
RECENT_SECONDS = 600.0
SAMPLE_SECONDS = 5.0
MEANINGFUL_SECONDS = 10.0


class State(StrEnum):
    """What becomes of a run; one that says it is running and holds no lock was cut off."""

    RUNNING = "running"
    FINISHED = "finished"
    INTERRUPTED = "interrupted"
    STOPPED = "stopped"
    BROKEN = "broken"


class Standing(msgspec.Struct, frozen=True):
    """Counts of inputs and pages; `earlier` are those of other runs among them, `known_pages` those of opened files.

    `inputs` is counted by names, before files are looked at. `pages_a_minute` and `seconds_left` are None where too
    little is known.
    """

    state: State
    began: datetime
    at: datetime
    jobs: int
    inputs: int
    ended: int = 0
    failed: int = 0
    earlier: int = 0
    known_pages: int = 0
    pages: int = 0
    failed_pages: int = 0
    earlier_pages: int = 0
    pages_a_minute: float | None = None
    seconds_left: float | None = None


class Tracker:
    """Observes a run and counts."""

    def __init__(self, inputs: int, jobs: int) -> None:
        self._began = datetime.now(UTC)
        self._clock = time.monotonic()
        self._jobs = jobs
        self._inputs = inputs
        self._open = 0  # files that were begun and have not ended; by number, for a file may be given twice
        self._unseen = inputs
        self._paged = 0
        self._ended = self._failed = self._earlier = 0
        self._known = self._pages = self._failed_pages = self._earlier_pages = 0
        self._samples = deque([(self._clock, 0)])

    def file_begun(self, source: Source, pages: int) -> None:  # noqa: ARG002 - which of them is not asked
        """A file's pages were counted."""
        self._open += 1
        self._seen(pages)

    def page_read(self, source: Source, note: PageNote, *, earlier: bool) -> None:  # noqa: ARG002
        """A page was read, or given up."""
        self._pages += 1
        self._failed_pages += note.method is Method.FAILED
        self._earlier_pages += earlier
        now = time.monotonic()
        if now - self._samples[-1][0] > SAMPLE_SECONDS:
            self._samples.append((now, self._pages - self._earlier_pages))
            while len(self._samples) > 1 and now - self._samples[1][0] > RECENT_SECONDS:
                self._samples.popleft()

    def file_ended(self, ending: Ending) -> None:
        """A file is done, or given up."""
        outcome = ending.outcome
        if ending.unread is not None:
            self._open -= 1
            self._known -= ending.unread  # pages of a file that was given up do not come
        elif isinstance(outcome, Failure):
            self._unseen -= 1
        else:
            pages = sum(outcome.pages.values())
            self._seen(pages)
            self._pages += pages
            self._earlier_pages += pages
            self._failed_pages += outcome.pages.get(Method.FAILED, 0)
        self._ended += 1
        self._earlier += ending.earlier
        self._failed += isinstance(outcome, Failure) or outcome.status == "failed"

    def standing(self, state: State = State.RUNNING) -> Standing:
        """How far the run is now."""
        rate = self._rate()
        return Standing(
            state=state,
            began=self._began,
            at=datetime.now(UTC),
            jobs=self._jobs,
            inputs=max(self._inputs, self._ended + self._open),
            ended=self._ended,
            failed=self._failed,
            earlier=self._earlier,
            known_pages=self._known,
            pages=self._pages,
            failed_pages=self._failed_pages,
            earlier_pages=self._earlier_pages,
            pages_a_minute=rate and round(rate * 60, 2),
            seconds_left=rate and round(self._to_come() / rate, 1),
        )

    def _seen(self, pages: int) -> None:
        self._unseen -= 1
        self._paged += 1
        self._known += pages

    def _rate(self) -> float | None:
        """Pages a second."""
        since, pages = self._samples[0]
        seconds, read = time.monotonic() - since, self._pages - self._earlier_pages - pages
        return read / seconds if read and seconds >= MEANINGFUL_SECONDS else None

    def _to_come(self) -> float:
        """Pages left; of files not yet opened, as many as the others have on average."""
        average = self._known / self._paged if self._paged else 1.0
        return self._known - self._pages + max(self._unseen, 0) * average


def write_standing(standing: Standing, out: Path) -> None:
    """Put it where `muragat status` finds it."""
    write_whole(out / STANDING, [msgspec.json.encode(standing)], durable=False)


def read_standing(out: Path) -> Standing | None:
    """How far the run was when it last told; None where there was none."""
    try:
        return msgspec.json.decode((out / STANDING).read_bytes(), type=Standing)
    except (OSError, ValueError):
        return None


def told(standing: Standing) -> str:
    """One line for people."""
    parts = [
        f"{standing.ended:,} of {standing.inputs:,} files",
        f"{standing.pages:,} of {standing.known_pages:,} pages",
    ]
    if standing.known_pages and standing.ended + 1 < standing.inputs:
        parts[-1] += " known so far"
    if standing.pages_a_minute is not None:
        parts.append(f"{standing.pages_a_minute:,.1f} pages a minute")
    if standing.failed or standing.failed_pages:
        parts.append(f"failed: {standing.failed:,} files, {standing.failed_pages:,} pages")
    if standing.state is State.RUNNING and standing.seconds_left is not None:
        parts.append(f"about {duration(standing.seconds_left)} left")
    return ", ".join(parts)


def duration(seconds: float) -> str:
    """Seconds as people say them: 40 s, 12 min, 3 h 5 min, 2 days 4 h."""
    minutes, hours = round(seconds / 60), round(seconds / 3600)
    if seconds < 90:
        return f"{round(seconds)} s"
    if minutes < 60:
        return f"{minutes} min"
    if hours < 48:
        return f"{minutes // 60} h {minutes % 60} min"
    return f"{hours // 24} days {hours % 24} h"
