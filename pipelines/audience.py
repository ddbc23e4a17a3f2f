"""Who is told how a run goes on, all at once; and when a run that is going wrong is stopped."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Protocol

from document import Source
from errors import MuragatError
from pipelines.attention import Attention
from pipelines.batch import Ending, Observer
from pipelines.notes import PageNote
from pipelines.order import Option
from pipelines.report import Head, Logbook
from pipelines.standing import Standing, State, Tracker, write_standing

# Fewer say nothing by the share that failed.
ENOUGH = 20
STANDING_EVERY_SECONDS = 2.0
REPORT_EVERY_SECONDS = 10.0
MOST_OF_THE_TIME = 0.01


class Listener(Observer, Protocol):
    """Told also of the run's beginning and end."""

    def run_begun(self, muragat: str, tracker: Tracker, options: Mapping[str, Option]) -> None:
        """A run begins; `tracker` knows at any time how far it is."""

    def run_ended(self, head: Head, attention: Attention) -> None:
        """A run ends; `attention` knows what a person should look at."""


class Pen:
    """Says when it is time to write again: every so many seconds, but never for more than a hundredth of the time."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._began = self._next = 0.0

    def due(self) -> bool:
        """Whether it is time."""
        return time.monotonic() >= self._next

    def __enter__(self) -> None:
        self._began = time.monotonic()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        now = time.monotonic()
        self._next = now + max(self._seconds, (now - self._began) / MOST_OF_THE_TIME)


class TooManyFailedError(MuragatError):
    """More inputs or pages failed than the user allows."""


class Audience:
    """Everybody is told, in this order; the tracker first, so that the others can ask it."""

    def __init__(self, observers: Sequence[Observer]) -> None:
        self._observers = observers

    def file_begun(self, source: Source, pages: int) -> None:
        """A file's pages were counted."""
        for observer in self._observers:
            observer.file_begun(source, pages)

    def page_read(self, source: Source, note: PageNote, *, earlier: bool) -> None:
        """A page was read, or given up."""
        for observer in self._observers:
            observer.page_read(source, note, earlier=earlier)

    def file_ended(self, ending: Ending) -> None:
        """A file is done, or given up."""
        for observer in self._observers:
            observer.file_ended(ending)


class Overseer:
    """Keeps report and standing in the output folder, and stops a run when too much fails (`TooManyFailedError`)."""

    def __init__(self, tracker: Tracker, logbook: Logbook, out: Path, fail_over: float | None) -> None:
        self._tracker = tracker
        self._logbook = logbook
        self._out = out
        self._fail_over = fail_over
        self._short = Pen(STANDING_EVERY_SECONDS)
        self._long = Pen(REPORT_EVERY_SECONDS)

    def file_begun(self, source: Source, pages: int) -> None:  # noqa: ARG002 - the tracker has counted them
        """A file's pages were counted."""
        self._look()

    def page_read(self, source: Source, note: PageNote, *, earlier: bool) -> None:  # noqa: ARG002
        """A page was read, or given up."""
        self._look()

    def file_ended(self, ending: Ending) -> None:
        """A file is done, or given up."""
        self._logbook.add(ending.outcome, ending.order)
        self._look()

    def write(self, state: State, why: str | None = None) -> Head:
        """Write both now."""
        standing = self._tracker.standing(state)
        with self._short:
            write_standing(standing, self._out)
        with self._long:
            return self._logbook.write(self._out, standing, why)

    def _look(self) -> None:
        if self._fail_over is not None:
            _stop_over(self._fail_over, self._tracker.standing())
        if self._long.due():
            self.write(State.RUNNING)
        elif self._short.due():
            with self._short:
                write_standing(self._tracker.standing(), self._out)


def _stop_over(share: float, now: Standing) -> None:
    for what, failed, ended in (("files", now.failed, now.ended), ("pages", now.failed_pages, now.pages)):
        if ended >= ENOUGH and failed > share * ended:
            raise TooManyFailedError(
                f"stopped: {failed} of {ended} {what} failed, more than --fail-over {share:g} allows; "
                "the same command goes on from here: with --retry once the cause is gone, "
                "with a higher --fail-over past these"
            )
