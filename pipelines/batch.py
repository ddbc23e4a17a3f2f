"""A run over many files: page by page on worker processes, going on where an earlier run stopped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any, Protocol

import msgspec

from document import Failure, Page, Reason, Settings, Source, Stage
from errors import OutputError
from ingest.sources import shown
from pipelines.notes import PageNote, make_note
from pipelines.store import FileSummary, Store
from pipelines.tasks import (
    FINISHING,
    Finished,
    Gone,
    Opened,
    PageRead,
    failed_page,
    finish_file,
    open_file,
    read_page,
)
from pipelines.worker import Task
from pipelines.workers import Lost, Pool

# Files begun at once for each worker: enough that none waits, few enough that a run of thousands stays small.
FILES_PER_WORKER = 3
# Files done that wait to be told until an earlier, longer one is done.
MOST_UNTOLD = 1000
# Times that a task is done again which was lost through no fault of its own, before it is blamed after all.
MOST_BLAMELESS = 3


class Ending(msgspec.Struct, frozen=True):
    """What became of a file: `order` is its place among the inputs; `earlier` means in another run.

    `unread` is how many of its pages were counted but never read; None where it was not begun.
    """

    outcome: FileSummary | Failure
    order: int = 0
    earlier: bool = False
    unread: int | None = None


class Observer(Protocol):
    """Told how a run goes on."""

    def file_begun(self, source: Source, pages: int) -> None:
        """A file's pages were counted."""

    def page_read(self, source: Source, note: PageNote, *, earlier: bool) -> None:
        """A page was read, or given up; `earlier`, by another run."""

    def file_ended(self, ending: Ending) -> None:
        """A file is done, or given up."""


class Place(msgspec.Struct, frozen=True):
    """What a task is about: opening a file, finishing it, or a page of it."""

    kind: str
    number: int = 0


OPEN, FINISH = Place("open"), Place("finish")


@dataclass
class _Work:
    """Where one file stands: `order` is its place among the inputs."""

    source: Source
    order: int
    numbers: tuple[int, ...] = ()
    waiting: set[int] = field(default_factory=set)
    failed: dict[int, Page] = field(default_factory=dict)
    lost: dict[Place, Reason] = field(default_factory=dict)  # why a second, sparing try is under way
    blameless: Counter[Place] = field(default_factory=Counter)  # tries that were lost through no fault of their own
    alone: bool = False  # opening is to be a task for itself
    read_again: bool = False

    @property
    def unread(self) -> int | None:
        """How many of its pages are still to come; None before they are counted."""
        return len(self.waiting) if self.numbers else None


class Batch:
    """One run: `workers` open files, read pages and finish files in `store`, each page within `store.given.seconds`.

    A task that is lost through no fault of its own is done again by a fresh worker. One that is lost by its own fault
    is tried once more with less: a page at lower resolution, a file without its entities. After that it is given up.
    """

    def __init__(self, workers: Pool, store: Store, settings: Settings, observer: Observer) -> None:
        self._workers = workers
        self._store = store
        self._settings = settings
        self._seconds = store.given.seconds
        self._observer = observer
        self._futures: dict[Future[Any], tuple[_Work, Place]] = {}
        self._done: SimpleQueue[Future[Any]] = SimpleQueue()
        self._ended: dict[int, FileSummary | Failure] = {}

    def run(self, inputs: Iterable[Source | Failure]) -> Iterator[FileSummary | Failure]:
        """What became of each input, in input order."""
        arriving = enumerate(inputs)
        begun = told = 0
        exhausted = False
        while not exhausted or told < begun:
            while not exhausted and self._wants_more() and begun - told < MOST_UNTOLD:
                try:
                    order, found = next(arriving)
                except StopIteration:
                    exhausted = True
                    break
                begun += 1
                self._begin(found, order)
                if told in self._ended:
                    break
            if self._futures and told not in self._ended:
                future = self._done.get()
                self._advance(*self._futures.pop(future), future.result())
            while told in self._ended:
                yield self._ended.pop(told)
                told += 1

    def _wants_more(self) -> bool:
        """Whether workers, of which there may be more or fewer than before, could do with another file."""
        return len(self._futures) < self._workers.jobs * FILES_PER_WORKER

    def _begin(self, found: Source | Failure, order: int) -> None:
        if isinstance(found, Failure):
            self._end(order, found)
        elif earlier := self._store.pass_over(found):
            self._end(order, _remembered(earlier) if isinstance(earlier, Failure) else earlier, earlier=True)
        else:
            self._submit(_Work(found, order), OPEN)

    def _advance(self, work: _Work, place: Place, result: Any) -> None:
        """Take what a task brought and hand out what follows from it."""
        match result:
            case Lost():
                self._lost(work, place, result)
            case Finished(summary, earlier, read):
                self._observer.file_begun(work.source, len(earlier) + len(read))
                for note in earlier:
                    self._observer.page_read(work.source, note, earlier=True)
                for note in read:
                    self._observer.page_read(work.source, note, earlier=False)
                self._end(work.order, summary, unread=0)
            case FileSummary() | Failure():
                self._end(work.order, result, unread=work.unread)
            case Opened(numbers):
                self._opened(work, numbers)
            case Gone(numbers):
                self._read_again(work, numbers)
            case PageRead():
                self._page_ended(work, result)
            case _:
                raise TypeError(f"no task answers with {type(result).__name__}")

    def _lost(self, work: _Work, place: Place, lost: Lost) -> None:
        if place is OPEN and lost.steps:  # the file can be opened, so now one by one what was to be done at once
            if lost.own or lost.reason is Reason.TIMEOUT:
                begun = lost.steps[-1]
                work.lost[FINISH if begun == FINISHING else Place("page", begun)] = lost.reason
            work.alone = True
            self._submit(work, OPEN)
        elif not lost.own and work.blameless[place] < MOST_BLAMELESS:
            work.blameless[place] += 1
            self._submit(work, place, fresh=True)
        elif place is OPEN:
            self._give_up(work, Stage.OPEN, lost)
        elif place not in work.lost:
            work.lost[place] = lost.reason
            work.blameless[place] = 0
            self._submit(work, place)
        elif place is FINISH:
            self._give_up(work, Stage.TAG, lost)
        else:
            message = f"page {place.number} of {work.source.name} {lost.message}, also at lower resolution"
            page = failed_page(Failure(work.source.name, Stage.OCR, lost.reason, message, place.number))
            self._store.save_page(work.source, page, work.lost[place])
            self._page_ended(work, PageRead(make_note(page, 0.0)))

    def _give_up(self, work: _Work, stage: Stage, lost: Lost) -> None:
        failure = Failure(work.source.name, stage, lost.reason, f"{work.source.name} {lost.message}")
        self._store.give_up(work.source, failure)
        self._end(work.order, failure, unread=work.unread)

    def _opened(self, work: _Work, numbers: tuple[int, ...]) -> None:
        work.numbers = numbers
        work.waiting = set(numbers)
        self._observer.file_begun(work.source, len(numbers))
        for number in numbers:
            note = self._store.page_note(work.source, number)
            if note is None:
                self._submit(work, Place("page", number))
            else:
                work.waiting.discard(number)
                self._observer.page_read(work.source, note, earlier=True)
        self._finish_if_read(work)

    def _read_again(self, work: _Work, numbers: tuple[int, ...]) -> None:
        """Read pages that were kept and are no longer there whole, once."""
        if work.read_again:
            message = (
                f"pages of {work.source.name} do not stay as they were written: look at the disk of {self._store.out}"
            )
            raise OutputError(message)
        work.read_again = True
        work.waiting = set(numbers)
        for number in numbers:
            self._submit(work, Place("page", number))

    def _page_ended(self, work: _Work, result: PageRead) -> None:
        number = result.note.page
        if result.unkept is not None:
            work.failed[number] = result.unkept
        work.waiting.discard(number)
        if not work.read_again:  # else it was told before
            self._observer.page_read(work.source, result.note, earlier=False)
        self._finish_if_read(work)

    def _finish_if_read(self, work: _Work) -> None:
        if not work.waiting:
            self._submit(work, FINISH)

    def _submit(self, work: _Work, place: Place, *, fresh: bool = False) -> None:
        source, settings, store, lost = work.source, self._settings, self._store, work.lost.get(place)
        fresh = fresh or lost is not None
        if place is OPEN:
            task = Task(open_file, (source, settings, store, work.alone), self._seconds, fresh)
        elif place is FINISH:
            failed = dict(sorted(work.failed.items()))
            seconds = self._seconds * (len(work.numbers) + 1)
            task = Task(finish_file, (source, work.numbers, failed, settings, store, lost), seconds, fresh)
        else:
            task = Task(read_page, (source, place.number, settings, store, lost), self._seconds, fresh)
        future = self._workers.submit(task)
        self._futures[future] = (work, place)
        future.add_done_callback(self._done.put)

    def _end(
        self, order: int, result: FileSummary | Failure, *, earlier: bool = False, unread: int | None = None
    ) -> None:
        self._ended[order] = result
        self._observer.file_ended(Ending(result, order, earlier, unread))


def _remembered(failure: Failure) -> Failure:
    """A failure of an earlier run, which this one did not try again."""
    message = f"{failure.message} (found by an earlier run; --retry tries again)"
    return msgspec.structs.replace(failure, message=message)


def refuse_twins(inputs: Iterable[Source | Failure]) -> Iterator[Source | Failure]:
    """Turn an input whose output would fall on an earlier input's into a failure, rather than overwrite."""
    seen: dict[str, str] = {}
    for found in inputs:
        if isinstance(found, Source) and seen.setdefault(found.name, found.path) != found.path:
            this, other = shown(found.path), shown(seen[found.name])
            message = f"{this} and {other} would both be written to {found.name}.jsonl; give each an output folder"
            yield Failure(this, Stage.FIND, Reason.UNWRITABLE, message)
        else:
            yield found
