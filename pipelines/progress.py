"""How a run goes on, told to people on standard error: bars where there is a terminal, else a line every minute."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from document import Failure, Source
from pipelines.attention import Attention
from pipelines.batch import Ending
from pipelines.notes import PageNote
from pipelines.order import Option
from pipelines.report import Head, tell
from pipelines.standing import Tracker, duration, told
from pipelines.store import FileSummary
from pipelines.terminal import plain

LINE_EVERY_SECONDS = 60.0
LONGEST_NAME = 40
UNBOUNDED = 240


class Teller:
    """Listens to a run: bars, or else a line now and then where `lines`; failures, and files where `chatty`.

    At the end it sums up. All of it but what ended a run before its end is left out where `quiet`.
    """

    def __init__(self, console: Console, *, bars: bool, lines: bool, quiet: bool, chatty: bool) -> None:
        self._console = console
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._progress = Progress(*columns, TextColumn("{task.fields[pace]}"), console=console, disable=not bars)
        self._files = self._progress.add_task("files", total=None, pace="")
        self._pages = self._progress.add_task("pages", total=None, pace="")
        self._lines = lines and not bars and not quiet
        self._quiet = quiet
        self._chatty = chatty
        self._tracker: Tracker | None = None
        self._ended = threading.Event()
        self._ticking = threading.Thread(target=self._tick, name="progress", daemon=True)

    @classmethod
    def on_standard_error(cls, progress: bool | None, *, quiet: bool, chatty: bool) -> Self:
        """With bars where there is a terminal or `progress` says so, with lines where it is None."""
        console = Console(stderr=True)
        bars = (console.is_terminal if progress is None else progress) and not quiet
        if not console.is_terminal:  # there is no edge to fit in, and tables stay whole
            console = Console(stderr=True, width=UNBOUNDED)
        return cls(console, bars=bars, lines=progress is None, quiet=quiet, chatty=chatty)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._progress.stop()

    def run_begun(self, muragat: str, tracker: Tracker, options: Mapping[str, Option]) -> None:  # noqa: ARG002
        """A run begins."""
        self._tracker = tracker
        self._show()
        if self._lines:
            self._ticking.start()

    def file_begun(self, source: Source, pages: int) -> None:  # noqa: ARG002 - the tracker has counted them
        """More pages to come."""
        self._show(f"pages ({escape(plain(source.name)[-LONGEST_NAME:])})")

    def page_read(self, source: Source, note: PageNote, *, earlier: bool) -> None:  # noqa: ARG002
        """One page less to come."""
        self._show()

    def file_ended(self, ending: Ending) -> None:
        """Say what failed, always; say what is done where that was asked for."""
        outcome = ending.outcome
        failures = (outcome,) if isinstance(outcome, Failure) else outcome.failures
        for failure in failures:
            self._say(f"{failure.stage.value}: {failure.message}")
        if self._chatty and isinstance(outcome, FileSummary):
            before = ", by an earlier run" if ending.earlier else ""
            self._say(f"{outcome.name}: {outcome.status}, {sum(outcome.pages.values())} pages{before}")
        self._show()

    def run_ended(self, head: Head, attention: Attention) -> None:
        """Sum up: counts, and what to look at."""
        self._ended.set()
        self._progress.stop()
        if head.why is not None:
            self._console.print(plain(f"muragat: {head.why}"), markup=False, highlight=False, soft_wrap=True)
        if self._quiet:
            return
        self._console.print(plain(tell(head), lines=True), markup=False, highlight=False, soft_wrap=True)
        table = attention.table()
        if table is not None:
            self._console.print(table)

    def _show(self, description: str | None = None) -> None:
        if self._tracker is None or self._progress.disable:
            return
        now = self._tracker.standing()
        left = "" if now.seconds_left is None else f"{duration(now.seconds_left)} left"
        pace = "" if now.pages_a_minute is None else f"{now.pages_a_minute:,.1f} a minute"
        self._progress.update(self._files, total=now.inputs, completed=now.ended, pace=left)
        self._progress.update(
            self._pages, total=now.known_pages, completed=now.pages, pace=pace, description=description
        )

    def _tick(self) -> None:
        while not self._ended.wait(LINE_EVERY_SECONDS):
            if self._tracker is not None:
                self._say(told(self._tracker.standing()))

    def _say(self, message: str) -> None:
        if not self._quiet:
            self._progress.console.print(plain(f"muragat: {message}"), markup=False, highlight=False, soft_wrap=True)
