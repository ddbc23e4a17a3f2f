"""How a run goes on, told to people on standard error."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from document import Failure, Source
from pipelines.notes import PageNote
from pipelines.store import FileSummary
from pipelines.terminal import plain


class Teller:
    """Observes a run: a bar where `bars`, one line for every failure, and for every file where `chatty`."""

    def __init__(self, console: Console, *, bars: bool, quiet: bool, chatty: bool) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._progress = Progress(*columns, console=console, disable=not bars)
        self._pages: TaskID = self._progress.add_task("pages", total=0)
        self._quiet = quiet
        self._chatty = chatty

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def file_begun(self, source: Source, pages: int) -> None:
        """More pages to come."""
        task = self._progress.tasks[self._pages]
        description = f"pages ({escape(plain(source.name)[-40:])})"
        self._progress.update(self._pages, total=(task.total or 0) + pages, description=description)

    def page_read(self, source: Source, note: PageNote, *, earlier: bool) -> None:  # noqa: ARG002 - it only counts
        """One page less to come."""
        self._progress.advance(self._pages)

    def file_ended(self, outcome: FileSummary | Failure, *, earlier: bool) -> None:  # noqa: ARG002
        """Say what failed, always; say what is done where that was asked for."""
        failures = (outcome,) if isinstance(outcome, Failure) else outcome.failures
        for failure in failures:
            self._say(f"{failure.stage.value}: {failure.message}")
        if self._chatty and isinstance(outcome, FileSummary):
            self._say(f"{outcome.name}: {outcome.status}, {sum(outcome.pages.values())} pages")

    def _say(self, message: str) -> None:
        if not self._quiet:
            self._progress.console.print(plain(f"muragat: {message}"), markup=False, highlight=False, soft_wrap=True)
