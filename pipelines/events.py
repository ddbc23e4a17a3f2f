"""What happens in a run, told to machines: one JSON object a line, each with the time and what happened."""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Annotated, Any, Self

import msgspec

from document import Failure, Method, Reason, Source, Stage
from errors import OutputError
from pipelines.attention import Attention
from pipelines.batch import Ending
from pipelines.notes import PageNote
from pipelines.order import Option
from pipelines.report import Head, Totals
from pipelines.standing import State, Tracker
from pipelines.terminal import plain_json

Time = Annotated[datetime, msgspec.Meta(tz=True)]


class Event(msgspec.Struct, frozen=True, tag_field="event", forbid_unknown_fields=True):
    """What every event has: its time, in UTC."""

    at: Time


class RunBegun(Event, frozen=True, tag="run-begun"):
    """A run begins; `inputs` is how many files there seem to be."""

    muragat: str
    host: str
    process: int
    inputs: int
    options: Mapping[str, Option]


class FileBegun(Event, frozen=True, tag="file-begun"):
    """A file could be opened."""

    name: str
    sha256: str
    pages: int


class PageDone(Event, frozen=True, tag="page-done"):
    """A page was read, or given up: `failure` says why; `earlier` means by another run."""

    name: str
    page: int
    method: Method
    seconds: float
    confidence: float
    characters: int
    failure: Reason | None
    earlier: bool


class Failed(Event, frozen=True, tag="failure"):
    """A file, or a page of it, could not be read."""

    name: str
    page: int | None
    stage: Stage
    reason: Reason
    message: str


class FileEnded(Event, frozen=True, tag="file-ended"):
    """A file is done, partial or failed; `earlier` means by another run."""

    name: str
    status: str
    output: str | None
    pages: int
    seconds: float
    earlier: bool


class RunEnded(Event, frozen=True, tag="run-ended"):
    """A run ends; one that is killed cannot say so."""

    state: State
    totals: Totals


AnyEvent = RunBegun | FileBegun | PageDone | Failed | FileEnded | RunEnded


class EventLog:
    """Adds each event to a file as it happens; `OutputError` when it cannot be written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._encode = msgspec.json.Encoder(order="deterministic").encode
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            torn = _ends_torn(path)
            self._file = path.open("ab", buffering=0)
            if torn:
                self._file.write(b"\n")
        except OSError as error:
            raise self._unwritable(error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def run_begun(self, muragat: str, tracker: Tracker, options: Mapping[str, Option]) -> None:
        """A run begins."""
        standing = tracker.standing()
        self._add(RunBegun(standing.began, muragat, socket.gethostname(), os.getpid(), standing.inputs, options))

    def file_begun(self, source: Source, pages: int) -> None:
        """A file's pages were counted."""
        self._add(FileBegun(_now(), source.name, source.sha256, pages))

    def page_read(self, source: Source, note: PageNote, *, earlier: bool) -> None:
        """A page was read, or given up."""
        measured = note.method, note.seconds, note.confidence, note.characters, note.failure
        self._add(PageDone(_now(), source.name, note.page, *measured, earlier))

    def file_ended(self, ending: Ending) -> None:
        """A file is done, or given up."""
        outcome, earlier = ending.outcome, ending.earlier
        failures = (outcome,) if isinstance(outcome, Failure) else outcome.failures
        for failure in failures:
            self._add(Failed(_now(), failure.path, failure.page, failure.stage, failure.reason, failure.message))
        if isinstance(outcome, Failure):
            self._add(FileEnded(_now(), outcome.path, "failed", None, 0, 0.0, earlier))
        else:
            pages = sum(outcome.pages.values())
            end = FileEnded(_now(), outcome.name, outcome.status, outcome.output, pages, outcome.seconds, earlier)
            self._add(end)

    def run_ended(self, head: Head, attention: Attention) -> None:  # noqa: ARG002 - that is for people
        """A run ends."""
        self._add(RunEnded(_now(), head.state, head.totals))

    def _add(self, event: Event) -> None:
        """One write for each line, so that a line is there whole, also where others add to the same file.

        Only a disk that is nearly full takes a part of it; the part is taken back where the rest has no room.
        """
        line = plain_json(self._encode(event)) + b"\n"
        written = 0
        try:
            while written < len(line):
                written += self._file.write(line[written:]) or 0
        except OSError as error:
            if written:
                self._take_back(written)
            raise self._unwritable(error) from error

    def _take_back(self, written: int) -> None:
        """Cut off what was written of a line, unless others have added to the file since."""
        with suppress(OSError):  # a pipe has no end to be cut off
            end = self._file.tell()
            if os.fstat(self._file.fileno()).st_size == end:
                self._file.truncate(end - written)

    def _unwritable(self, error: OSError) -> OutputError:
        return OutputError(f"cannot write {self._path}: {error.strerror}; choose another file with --log-json")


def _ends_torn(path: Path) -> bool:
    """Whether a power failure cut the last line of the file short."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        end = file.seek(0, os.SEEK_END)
        file.seek(max(end - 1, 0))
        return file.read() not in {b"", b"\n"}


def _now() -> datetime:
    return datetime.now(UTC)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one line."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Muragat events 1.0",
        "description": "Each line of a file written by `muragat run --log-json FILE` is one event.",
        **msgspec.json.schema(AnyEvent),
    }
