"""The pieces of work a run is cut into, each done in a worker process: open a file, read one page, finish a file."""

from __future__ import annotations

import dataclasses
import math
import time
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from document import Failure, MediaType, Method, Page, Reason, Section, Settings, Source, Stage
from errors import MuragatError, SourceError
from pipelines.notes import PageNote, gather_doubts, make_note
from pipelines.records import DocumentRecord, Record, SectionRecord
from pipelines.spared import PlacesOnDisk
from pipelines.store import FileSummary, Store, Wanted
from pipelines.worker import Step

# The parent of the workers names these tasks but never does one: what the line needs is imported where it is worked.
if TYPE_CHECKING:
    from ingest.pages import PageReader
    from pipelines.tools import Tools

# A file of so few pages is opened, read and finished in one task: handing out pages would cost more than reading them.
FEW_PAGES = 4
FINISHING = 0


class Opened(msgspec.Struct, frozen=True):
    """A file could be opened: the numbers of the pages to read."""

    numbers: tuple[int, ...]


class PageRead(msgspec.Struct, frozen=True):
    """A page was read or has failed; one that the next run is to try is not kept but handed on."""

    note: PageNote
    unkept: Page | None = None


class Finished(msgspec.Struct, frozen=True):
    """A file of few pages is done at once: its pages as read by an earlier run, and by this one."""

    summary: FileSummary
    earlier: tuple[PageNote, ...] = ()
    read: tuple[PageNote, ...] = ()


class Gathered(msgspec.Struct, frozen=True):
    """All pages of a file, what is to be told of each, and what was short when they were read."""

    pages: list[Page]
    notes: list[PageNote]
    reasons: set[Reason]


class Gone(msgspec.Struct, frozen=True):
    """Pages that were kept are no longer there whole."""

    numbers: tuple[int, ...]


class Desk:
    """What one worker keeps at hand between its tasks: the loaded tools and the file it read last."""

    def __init__(self, settings: Settings) -> None:
        from pipelines.tools import load_tools  # noqa: PLC0415

        self.tools: Tools = load_tools(settings)
        self._open = ExitStack()
        self._source: Source | None = None
        self._reader: PageReader | None = None

    def reader(self, source: Source) -> PageReader:
        """The open file; the one before is closed. `SourceError` when it cannot be opened, or is not what it was."""
        from ingest.pages import open_reader  # noqa: PLC0415

        check_unchanged(source)
        if self._reader is None or source != self._source:
            self._reader = None
            self._open.close()
            self._reader = self._open.enter_context(open_reader(source))
            self._source = source
        return self._reader


# One per process and settings: loading takes seconds, and a task is a function that brings only its arguments.
@cache
def desk(settings: Settings) -> Desk:
    """The desk of this process."""
    return Desk(settings)


def open_file(
    source: Source, settings: Settings, store: Store, alone: bool
) -> Generator[Step, None, Opened | Finished | Failure]:
    """Open a file and, unless that is to be done `alone` or its pages are many, read and finish it.

    Its steps are the numbers of the pages, and 0 for finishing.
    """
    at = desk(settings)
    try:
        reader = at.reader(source)
        numbers = _chosen(source, reader, settings)
    except SourceError as error:
        store.give_up(source, error.failure)
        return error.failure
    if alone or len(numbers) > FEW_PAGES:
        return Opened(numbers)
    earlier: list[PageNote] = []
    read: list[PageRead] = []
    for number in numbers:
        note = store.page_note(source, number)
        if note is not None:
            earlier.append(note)
        else:
            yield Step(number, store.given.seconds)
            read.append(read_page(source, number, settings, store))
    yield Step(FINISHING, store.given.seconds * (len(numbers) + 1))
    failed = {page.note.page: page.unkept for page in read if page.unkept is not None}
    finished = finish_file(source, numbers, failed, settings, store)
    match finished:
        case Gone():
            return Opened(numbers)
        case FileSummary():
            return Finished(finished, tuple(earlier), tuple(page.note for page in read))
    return finished


def read_page(source: Source, number: int, settings: Settings, store: Store, lost: Reason | None = None) -> PageRead:
    """Read a page and keep it, sparingly if it was `lost` before; a page to be tried by the next run is handed on."""
    started = time.monotonic()
    page = _read(source, number, settings, lost)
    seconds = time.monotonic() - started
    if page.failure is not None and page.failure.reason in {Reason.MISSING, Reason.CHANGED}:
        return PageRead(make_note(page, seconds), page)
    store.save_page(source, page, lost, seconds)
    return PageRead(make_note(page, seconds))


def finish_file(
    source: Source,
    numbers: Iterable[int],
    failed: Mapping[int, Page],
    settings: Settings,
    store: Store,
    lost: Reason | None = None,
) -> FileSummary | Failure | Gone:
    """Make and write the records of a file whose pages have all been read or have failed; untagged if it was `lost`."""
    started = time.monotonic()
    gathered = _gather(source, numbers, failed, store)
    if isinstance(gathered, Gone):
        return gathered
    pages, reasons = gathered.pages, gathered.reasons | ({lost} if lost else set())
    wanted = Wanted(store.given, max((page.mpixels for page in pages), default=0.0), tuple(sorted(reasons)))
    try:
        check_unchanged(source)
    except SourceError as error:
        return error.failure
    tally, written = _write(source, pages, settings, store, lost)
    output = store.output_path(source).relative_to(store.out).as_posix()
    summary = tally.summary(source, output, gathered.notes, time.monotonic() - started)
    store.finish(source, summary, written, wanted)
    return summary


def _gather(source: Source, numbers: Iterable[int], failed: Mapping[int, Page], store: Store) -> Gathered | Gone:
    """All pages of a file in little memory."""
    pages, notes, reasons, gone = [], [], set[Reason](), []
    places = PlacesOnDisk(lambda number: kept.page if (kept := store.load_page(source, number)) else None)
    for number in numbers:
        kept = None if number in failed else store.load_page(source, number)
        if number in failed:
            pages.append(failed[number])
            notes.append(make_note(failed[number], 0.0))
        elif kept is None:
            gone.append(number)
        else:
            pages.append(places.spare(kept.page))
            notes.append(kept.note)
            reasons.update(kept.wanted.reasons)
    return Gone(tuple(gone)) if gone else Gathered(pages, notes, reasons)


def _write(
    source: Source, pages: list[Page], settings: Settings, store: Store, lost: Reason | None
) -> tuple[Tally, str]:
    """Write the records; without entities if tagging was too much for a worker, or breaks on this text."""
    from pipelines.extract import assemble  # noqa: PLC0415

    tools = desk(settings).tools
    if lost is None:
        try:
            tally = Tally(assemble(source, pages, tools))
            return tally, store.save_output(source, tally)
        except (MuragatError, MemoryError):
            raise
        except Exception as error:  # noqa: BLE001 - guards a file's work: one odd file must not end a run of thousands
            told = f"{source.name} could not be divided and tagged: {type(error).__name__}: {error}"
            failure = Failure(source.name, Stage.TAG, Reason.CRASHED, f"{told}; its text is kept, please report it")
    else:
        told = f"{source.name} was too much to tag ({lost.value})"
        failure = Failure(source.name, Stage.TAG, lost, f"{told}; its text is kept without entities")
    tally = Tally(assemble(source, pages, dataclasses.replace(tools, tagger=Untagging()), (failure,)))
    return tally, store.save_output(source, tally)


class Untagging:
    """Stands in for the tagger where it cannot be had: leaves sections as they are."""

    def tag_section(self, section: Section) -> Section:
        """The section itself."""
        return section


def check_unchanged(source: Source) -> None:
    """See that a file still is what was found; else `SourceError`, for its hash would name other contents."""
    try:
        status = Path(source.path).stat()
    except OSError as error:
        message = f"{source.name} can no longer be read ({error.strerror}): see that it stays in its place; run again"
        raise SourceError(Failure(source.name, Stage.OPEN, Reason.MISSING, message)) from error
    if source.modified is not None and (status.st_mtime_ns, status.st_size) != (source.modified, source.bytes):
        message = f"{source.name} was changed while it was read: run again once it is whole"
        raise SourceError(Failure(source.name, Stage.OPEN, Reason.CHANGED, message))


def failed_page(failure: Failure) -> Page:
    """A page that was not read: its number stays, its size is not known."""
    reason = f"failed: {failure.reason.value}"
    return Page(failure.page or 1, width=0.0, height=0.0, method=Method.FAILED, reason=reason, failure=failure)


def _chosen(source: Source, reader: PageReader, settings: Settings) -> tuple[int, ...]:
    """The pages to read; `SourceError` when there are none or too many."""
    numbers = tuple(number for number in reader.numbers if settings.wants(number))
    if not numbers:
        message = f"{source.name} has none of the pages asked for; look at --pages"
        raise SourceError(Failure(source.name, Stage.OPEN, Reason.NOTHING_FOUND, message))
    if source.media_type is MediaType.TEXT and source.bytes > settings.max_text_mbytes * 1e6:
        message = (
            f"{source.name} holds {math.ceil(source.bytes / 1e6)} million bytes of text: "
            f"raise the limit with --max-text-mbytes {math.ceil(source.bytes / 1e6)}, or divide it"
        )
        raise SourceError(Failure(source.name, Stage.OPEN, Reason.TOO_LARGE, message))
    if len(numbers) > settings.max_pages:
        message = (
            f"{source.name} has {len(numbers)} pages, more than the {settings.max_pages} that a file may have: "
            f"raise the limit with --max-pages, or choose some with --pages"
        )
        raise SourceError(Failure(source.name, Stage.OPEN, Reason.TOO_LARGE, message))
    return numbers


def _read(source: Source, number: int, settings: Settings, lost: Reason | None) -> Page:
    at = desk(settings)
    try:
        reader = at.reader(source)
        if lost is None:
            page = reader.read(number, at.tools.recognizer, settings)
        else:
            page = reader.read(number, at.tools.recognizer, msgspec.structs.replace(settings, sparing=True))
            warning = f"read with less effort and at lower resolution: read as usual it {WHY_SPARING[lost]}"
            page = msgspec.structs.replace(page, warnings=(*page.warnings, warning))
        check_unchanged(source)
    except SourceError as error:
        return failed_page(msgspec.structs.replace(error.failure, page=number))
    return page


WHY_SPARING = {
    Reason.TIMEOUT: "took longer than it may",
    Reason.OUT_OF_MEMORY: "needed more memory than a worker may have",
    Reason.CRASHED: "ended the process that read it",
}


class Tally:
    """Counts records as they pass on their way to the file."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = records
        self._document: DocumentRecord | None = None
        self._sections = 0
        self._entities: Counter[str] = Counter()

    def __iter__(self) -> Iterator[Record]:
        for record in self._records:
            match record:
                case DocumentRecord():
                    self._document = record
                case SectionRecord():
                    self._sections += 1
                    self._entities.update(mention.label.value for mention in record.entities)
            yield record

    def summary(self, source: Source, output: str, notes: Sequence[PageNote], seconds: float) -> FileSummary:
        """What passed, once everything has; `seconds` is what finishing the file took."""
        assert self._document is not None  # noqa: S101 - the first record is the document's
        methods = Counter(page.method for page in self._document.pages)
        failures = self._document.failures
        page_seconds: Counter[Method] = Counter()
        for note in notes:
            page_seconds[note.method] += note.seconds  # type: ignore[assignment]
        status = "done" if not failures else "failed" if methods[Method.FAILED] == methods.total() else "partial"
        return FileSummary(
            name=source.name,
            sha256=source.sha256,
            status=status,
            output=output,
            pages=dict(methods),
            languages=dict(self._document.languages),
            sections=self._sections,
            entities=dict(sorted(self._entities.items())),
            seconds=round(sum(page_seconds.values()) + seconds, 3),
            failures=failures,
            characters=sum(note.characters for note in notes),
            page_seconds={method: round(taken, 3) for method, taken in sorted(page_seconds.items())},
            doubts=gather_doubts(notes),
        )
