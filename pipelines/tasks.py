"""The pieces of work a run is cut into, each done in a worker process: count pages, read one page, finish a file."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from document import Failure, Method, Page, Reason, Settings, Source, Stage
from errors import MuragatError, SourceError
from ingest.pages import PageReader, open_reader
from pipelines.records import DocumentRecord, Record, SectionRecord
from pipelines.store import FileSummary, Store

# The parent of the workers names these tasks but never does one: what the line needs is imported where it is worked.
if TYPE_CHECKING:
    from pipelines.tools import Tools


class Desk:
    """What one worker keeps at hand between its tasks: the loaded tools and the file it read last."""

    def __init__(self, settings: Settings) -> None:
        from pipelines.tools import load_tools  # noqa: PLC0415

        self.tools: Tools = load_tools(settings)
        self._open = ExitStack()
        self._source: Source | None = None
        self._reader: PageReader | None = None

    def reader(self, source: Source) -> PageReader:
        """The open file; the one before is closed."""
        if self._reader is None or source != self._source:
            self._open.close()
            self._reader = self._open.enter_context(open_reader(source))
            self._source = source
        return self._reader


# One per process and settings: loading takes seconds, and a task is a function that brings only its arguments.
@cache
def desk(settings: Settings) -> Desk:
    """The desk of this process."""
    return Desk(settings)


def count_pages(source: Source, settings: Settings) -> tuple[int, ...] | Failure:
    """The numbers of the pages to read, or why the file cannot be opened."""
    try:
        with open_reader(source) as reader:
            return tuple(number for number in reader.numbers if settings.wants(number))
    except SourceError as error:
        return error.failure


def read_page(source: Source, number: int, settings: Settings, store: Store) -> Page | None:
    """Read a page and keep it; a page that failed is returned instead, so that a later run tries it again."""
    page = _read(source, number, settings)
    if page.failure:
        return page
    store.save_page(source, page)
    return None


def finish_file(
    source: Source, numbers: Iterable[int], failed: Mapping[int, Page], settings: Settings, store: Store
) -> FileSummary | Failure:
    """Make and write the records of a file whose pages have all been read or have failed."""
    from pipelines.extract import assemble  # noqa: PLC0415

    started = time.monotonic()
    pages = (failed.get(number) or _kept(source, number, settings, store) for number in numbers)
    try:
        tally = Tally(assemble(source, pages, desk(settings).tools))
        store.save_output(source, tally)
    except MuragatError:
        raise
    except Exception as error:  # noqa: BLE001 - guards a file's work: one odd file must not end a run of thousands
        message = f"{source.name} could not be divided and tagged: {type(error).__name__}: {error}; please report it"
        return Failure(source.name, Stage.TAG, Reason.CRASHED, message)
    output = store.output_path(source).relative_to(store.out).as_posix()
    summary = tally.summary(source, output, time.monotonic() - started)
    if not summary.failures:
        store.finish(source, summary)
    return summary


def failed_page(failure: Failure) -> Page:
    """A page that was not read: its number stays, its size is not known."""
    reason = f"failed: {failure.reason.value}"
    return Page(failure.page or 1, width=0.0, height=0.0, method=Method.FAILED, reason=reason, failure=failure)


def _read(source: Source, number: int, settings: Settings) -> Page:
    at = desk(settings)
    try:
        return at.reader(source).read(number, at.tools.recognizer, settings)
    except SourceError as error:
        return failed_page(msgspec.structs.replace(error.failure, page=number))


def _kept(source: Source, number: int, settings: Settings, store: Store) -> Page:
    """The page as kept, or read once more when what was kept is gone or torn (the power went while writing)."""
    try:
        return store.load_page(source, number)
    except (FileNotFoundError, msgspec.DecodeError):
        return _read(source, number, settings)


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

    def summary(self, source: Source, output: str, seconds: float) -> FileSummary:
        """What passed, once everything has."""
        assert self._document is not None  # noqa: S101 - the first record is the document's
        methods = Counter(page.method for page in self._document.pages)
        failures = self._document.failures
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
            seconds=round(seconds, 3),
            failures=failures,
        )
