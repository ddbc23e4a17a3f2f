"""A run over many files: page by page on worker processes, going on where an earlier run stopped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from typing import Any, Protocol

from document import Failure, Page, Reason, Settings, Source, Stage
from pipelines.store import FileSummary, Store
from pipelines.tasks import count_pages, failed_page, finish_file, read_page
from pipelines.workers import Lost, Pool, outcome

# Files begun at once for each worker: enough that none waits, few enough that a run of thousands stays small.
FILES_PER_WORKER = 3
# Loading tools is part of a worker's first task.
LOADING_SECONDS = 60.0


class Observer(Protocol):
    """Told how a run goes on."""

    def file_begun(self, source: Source, pages: int) -> None:
        """A file's pages were counted."""

    def page_read(self, source: Source, number: int) -> None:
        """A page was read, or given up."""

    def file_ended(self, outcome: FileSummary | Failure) -> None:
        """A file is done, or given up."""


@dataclass
class _Work:
    """Where one file stands: `order` is its place among the inputs."""

    source: Source
    order: int
    numbers: tuple[int, ...] = ()
    waiting: set[int] = field(default_factory=set)
    failed: dict[int, Page] = field(default_factory=dict)


class Batch:
    """One run: `workers` read pages and finish files in `store`, each page within `page_timeout` seconds."""

    def __init__(
        self, workers: Pool, store: Store, settings: Settings, page_timeout: float, observer: Observer
    ) -> None:
        self._workers = workers
        self._limit = workers.jobs * FILES_PER_WORKER
        self._store = store
        self._settings = settings
        self._seconds = page_timeout
        self._observer = observer
        self._futures: dict[Future[Any], tuple[_Work, int | None]] = {}
        self._ended: dict[int, FileSummary | Failure] = {}

    def run(self, inputs: Iterable[Source | Failure]) -> Iterator[FileSummary | Failure]:
        """What became of each input, in input order."""
        arriving = enumerate(inputs)
        begun = told = 0
        exhausted = False
        while not exhausted or told < begun:
            while not exhausted and begun - told < self._limit:
                try:
                    order, found = next(arriving)
                except StopIteration:
                    exhausted = True
                    break
                begun += 1
                self._begin(found, order)
            if self._futures and told not in self._ended:
                for future in wait(self._futures, return_when=FIRST_COMPLETED).done:
                    self._advance(self._futures.pop(future), future)
            while told in self._ended:
                yield self._ended.pop(told)
                told += 1

    def _begin(self, found: Source | Failure, order: int) -> None:
        if isinstance(found, Failure):
            self._end(order, found)
        elif summary := self._store.finished(found):
            self._end(order, summary)
        else:
            work = _Work(found, order)
            self._submit(work, None, self._seconds, count_pages, found, self._settings)

    def _advance(self, task: tuple[_Work, int | None], future: Future[Any]) -> None:
        """Take what a task brought and hand out what follows from it."""
        work, number = task
        result = outcome(future)
        if number is not None:
            self._page_ended(work, number, result)
        elif isinstance(result, FileSummary | Failure):
            self._end(work.order, result)
        elif isinstance(result, Lost):
            stage = Stage.TAG if work.numbers else Stage.OPEN
            message = f"{work.source.name} {result.message}"
            self._end(work.order, Failure(work.source.name, stage, result.reason, message))
        else:
            self._pages_counted(work, result)

    def _pages_counted(self, work: _Work, numbers: tuple[int, ...]) -> None:
        if not numbers:
            message = f"{work.source.name} has none of the pages asked for; look at --pages"
            self._end(work.order, Failure(work.source.name, Stage.OPEN, Reason.NOTHING_FOUND, message))
            return
        work.numbers = numbers
        work.waiting = {number for number in numbers if not self._store.has_page(work.source, number)}
        self._observer.file_begun(work.source, len(numbers))
        for number in numbers:
            if number in work.waiting:
                self._submit(work, number, self._seconds, read_page, work.source, number, self._settings, self._store)
            else:
                self._observer.page_read(work.source, number)
        self._finish_if_read(work)

    def _page_ended(self, work: _Work, number: int, result: Page | Lost | None) -> None:
        if isinstance(result, Lost):
            message = f"page {number} of {work.source.name} {result.message}"
            work.failed[number] = failed_page(Failure(work.source.name, Stage.OCR, result.reason, message, number))
        elif result is not None:
            work.failed[number] = result
        work.waiting.discard(number)
        self._observer.page_read(work.source, number)
        self._finish_if_read(work)

    def _finish_if_read(self, work: _Work) -> None:
        if not work.waiting:
            seconds = self._seconds * (len(work.numbers) + 1)
            failed = dict(sorted(work.failed.items()))
            self._submit(
                work, None, seconds, finish_file, work.source, work.numbers, failed, self._settings, self._store
            )

    def _submit(self, work: _Work, number: int | None, seconds: float, function: Any, *arguments: object) -> None:
        future = self._workers.submit(seconds + LOADING_SECONDS, function, *arguments)
        self._futures[future] = (work, number)

    def _end(self, order: int, result: FileSummary | Failure) -> None:
        self._ended[order] = result
        self._observer.file_ended(result)


def refuse_twins(inputs: Iterable[Source | Failure]) -> Iterator[Source | Failure]:
    """Turn an input whose output would fall on an earlier input's into a failure, rather than overwrite."""
    seen: dict[str, str] = {}
    for found in inputs:
        if isinstance(found, Source) and seen.setdefault(found.name, found.path) != found.path:
            message = (
                f"{found.path} and {seen[found.name]} would both be written to {found.name}.jsonl; "
                "run them into different output folders"
            )
            yield Failure(found.path, Stage.FIND, Reason.UNWRITABLE, message)
        else:
            yield found
