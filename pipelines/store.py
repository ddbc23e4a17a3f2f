"""What a run keeps on disk: pages, files that are done or given up, and outputs that appear whole or not at all.

Everything kept carries a checksum: what is torn, empty or garbage after a power failure is noticed and done again, so
only outputs and the report need wait for the disk.

What failed is kept too, and not tried again by a run that could do no better. Tried again is what failed for a cause
outside the file (it vanished, it changed, it may not be read), and what failed or was read coarsely for want of time,
memory or pixels once a run gives more of them; everything, where the user asks for it.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from document import Failure, Language, Method, Page, Reason, Source
from errors import OutputError
from ingest.sources import shown
from pipelines.keys import Keys, digest
from pipelines.notes import Doubt, PageNote, make_note
from pipelines.order import Order
from pipelines.records import Record, read_record

# File systems stop at 255 bytes; the ending .jsonl and the mark of an unfinished file need theirs.
LONGEST_NAME = 240
UNFINISHED = ".unfinished-"
HIDDEN = ".muragat"
"""The folder within the output folder where the program keeps what is its own."""
NOT_THE_FILE = frozenset({Reason.MISSING, Reason.CHANGED, Reason.UNWRITABLE})  # failures that the next run tries again

Kept = TypeVar("Kept")


class FileSummary(msgspec.Struct, frozen=True):
    """What became of one input; `status` is done, partial (some pages failed) or failed.

    `seconds` are those of its pages, which `page_seconds` tells by method, and of finishing it, in whichever run.
    """

    name: str
    sha256: str
    status: str
    output: str | None
    pages: dict[Method, int]
    languages: dict[Language, float]
    sections: int
    entities: dict[str, int]
    seconds: float
    failures: tuple[Failure, ...]
    characters: int = 0
    page_seconds: dict[Method, float] = {}
    doubts: tuple[Doubt, ...] = ()


class Given(msgspec.Struct, frozen=True):
    """What a run gives each page: seconds, bytes of memory (None: any), millions of pixels.

    And what it gives each file: pages, and millions of bytes to a text.
    """

    seconds: float
    memory: int | None = None
    mpixels: float = 128.0
    pages: int = 10_000
    text_mbytes: float = 64.0

    @classmethod
    def by(cls, order: Order) -> Given:
        """What was ordered to be given."""
        limits = order.settings
        return cls(
            order.page_timeout, order.worker_memory, limits.max_image_mpixels, limits.max_pages, limits.max_text_mbytes
        )


class Wanted(msgspec.Struct, frozen=True):
    """What a result wanted of what it was given: pixels, and what was short (`reasons`)."""

    given: Given
    mpixels: float = 0.0
    reasons: tuple[Reason, ...] = ()

    def holds(self, now: Given) -> bool:
        """Whether a run that gives `now` would come to the same."""
        most = self.given.mpixels
        if now.mpixels != most and self.mpixels > min(now.mpixels, most):
            return False
        return not any(self._better(reason, now) for reason in self.reasons)

    def _better(self, reason: Reason, now: Given) -> bool:
        match reason:
            case Reason.TIMEOUT:
                return now.seconds > self.given.seconds
            case Reason.OUT_OF_MEMORY:
                return self.given.memory is not None and (now.memory is None or now.memory > self.given.memory)
            case Reason.TOO_LARGE:
                then = self.given
                return now.mpixels > then.mpixels or now.pages > then.pages or now.text_mbytes > then.text_mbytes
        return reason in NOT_THE_FILE


class KeptPage(msgspec.Struct, frozen=True):
    """A page that was read, or given up, what it wanted, and the seconds it took."""

    wanted: Wanted
    page: Page
    seconds: float = 0.0

    @property
    def note(self) -> PageNote:
        """What to tell of it."""
        return make_note(self.page, self.seconds)


class KeptFile(msgspec.Struct, frozen=True):
    """A file that is done, with the digest of its output, or given up.

    `path` is where its input was, absolute, and `pages` the key under which its pages are kept: for those who look at
    what was read.
    """

    key: str
    wanted: Wanted
    outcome: FileSummary | None
    failure: Failure | None
    output: str = ""
    path: str = ""
    pages: str = ""

    @property
    def end(self) -> FileSummary | Failure | None:
        """What became of the file."""
        return self.outcome or self.failure


class Store(msgspec.Struct, frozen=True):
    """The output folder `out` and, in `out/.muragat`, what lets a run go on where an earlier one stopped.

    `given` is what this run gives each page; `retry` tries everything again that failed or was read coarsely.
    """

    out: str
    keys: Keys
    given: Given
    retry: bool = False

    def page_note(self, source: Source, number: int) -> PageNote | None:
        """What to tell of this page, if it was read, or given up for good, by an earlier run."""
        kept = self.load_page(source, number)
        return kept.note if kept is not None and self._holds(kept.wanted) else None

    def save_page(self, source: Source, page: Page, lost: Reason | None = None, seconds: float = 0.0) -> None:
        """Keep a page that was read or has failed; `lost` is why it could not be read as usual."""
        reasons = {lost, page.failure.reason if page.failure else None} - {None}
        wanted = Wanted(self.given, page.mpixels, tuple(sorted(reason for reason in reasons if reason)))
        path = self._page_path(source, page.number, failed=bool(page.failure or lost))
        self._keep(path, KeptPage(wanted, page, round(seconds, 3)))
        self._page_path(source, page.number, failed=not (page.failure or lost)).unlink(missing_ok=True)

    def load_page(self, source: Source, number: int) -> KeptPage | None:
        """A page kept earlier; None when it is not there whole."""
        for failed in (False, True):
            kept = _read_kept(self._page_path(source, number, failed=failed), KeptPage)
            if kept is not None:
                return kept
        return None

    def output_path(self, source: Source) -> Path:
        """Where the records of a file go."""
        folder, name = (Path(self.out) / source.name).parent, source.name.rpartition("/")[2]
        return folder / f"{_shortened(name)}.jsonl"

    def save_output(self, source: Source, records: Iterable[Record]) -> str:
        """Write the records of a file, one JSON object a line, and answer their digest."""
        encode = msgspec.json.Encoder(order="deterministic").encode
        written = hashlib.sha256()

        def lines() -> Iterator[bytes]:
            for record in records:
                line = encode(record) + b"\n"
                written.update(line)
                yield line

        write_whole(self.output_path(source), lines(), by=self._hidden)
        return written.hexdigest()

    def finish(self, source: Source, outcome: FileSummary, output: str, wanted: Wanted) -> None:
        """Remember that a file is done, unless a failure of it is none of its own."""
        if not NOT_THE_FILE & {*wanted.reasons, *(failure.reason for failure in outcome.failures)}:
            kept = KeptFile(self._file_key(source), wanted, outcome, None, output, _place(source), self.keys.pages)
            self._keep(self._file_path(source.name), kept)

    def give_up(self, source: Source, failure: Failure) -> None:
        """Remember that a file cannot be read, so that it is not tried again; unless the cause lies outside of it."""
        if failure.reason not in NOT_THE_FILE:
            wanted = Wanted(self.given, reasons=(failure.reason,))
            self._keep(self._file_path(source.name), KeptFile(self._file_key(source), wanted, None, failure))

    def finished(self, source: Source) -> FileSummary | Failure | None:
        """What an earlier run said of this file, if it came to an end with the same contents, settings and program."""
        kept = self._finished(source)
        return kept.end if kept else None

    def pass_over(self, source: Source) -> FileSummary | Failure | None:
        """As `finished`; where the file was moved since, its new place is remembered."""
        kept = self._finished(source)
        if kept is not None and kept.outcome is not None and kept.path != _place(source):
            self._keep(self._file_path(source.name), msgspec.structs.replace(kept, path=_place(source)))
        return kept.end if kept else None

    def kept_file(self, name: str) -> KeptFile | None:
        """What is kept of the file of this name, whatever its contents were and the settings."""
        return _read_kept(self._file_path(name), KeptFile)

    def forget(self) -> None:
        """Start over: drop all that was kept."""
        for folder in ("pages", "files"):
            shutil.rmtree(self._hidden / folder, ignore_errors=True)

    def sweep(self) -> None:
        """Remove what runs that were killed left half written."""
        for folder in (Path(self.out), self._hidden):
            for path in folder.glob(f"{UNFINISHED}*"):
                if path.is_dir() and not path.is_symlink():  # of an export
                    shutil.rmtree(path, ignore_errors=True)
                else:
                    path.unlink(missing_ok=True)

    def _finished(self, source: Source) -> KeptFile | None:
        kept = self.kept_file(source.name)
        if kept is None or kept.key != self._file_key(source) or not self._holds(kept.wanted):
            return None
        return kept if kept.outcome is None or _digest_of(self.output_path(source)) == kept.output else None

    def _holds(self, wanted: Wanted) -> bool:
        return wanted.holds(self.given) and not (self.retry and wanted.reasons)

    def _keep(self, path: Path, kept: msgspec.Struct) -> None:
        body = msgspec.json.encode(kept)
        parts = (hashlib.sha256(body).hexdigest().encode(), b"\n", body)
        write_whole(path, parts, by=self._hidden, durable=False)

    def _file_key(self, source: Source) -> str:
        return f"{self.keys.files}-{source.sha256}"

    def _page_path(self, source: Source, number: int, *, failed: bool) -> Path:
        folder = self._hidden / "pages" / source.id[:2] / f"{source.id}-{self.keys.pages}"
        # A failure speaks of the file by its name, and another file may have the same contents.
        return folder / (f"{number:05}-{digest(source.name)[:8]}.failed" if failed else f"{number:05}.page")

    def _file_path(self, name: str) -> Path:
        named = digest(name)
        return self._hidden / "files" / named[:2] / f"{named}.json"

    @property
    def _hidden(self) -> Path:
        return Path(self.out) / HIDDEN


def _read_kept(path: Path, kind: type[Kept]) -> Kept | None:
    """What was kept; None when it is not there, or not as it was written."""
    try:
        checksum, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if checksum != hashlib.sha256(body).hexdigest().encode():
        return None
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.DecodeError:
        return None


def _place(source: Source) -> str:
    return shown(Path(source.path).absolute())


def _digest_of(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _shortened(name: str) -> str:
    """A file name that leaves room for an ending; a cut one keeps its beginning and gets a digest of the whole."""
    if len(name.encode()) <= LONGEST_NAME:
        return name
    return f"{name.encode()[: LONGEST_NAME - 17].decode(errors='ignore')}~{digest(name)}"


def write_whole(path: Path, parts: Iterable[bytes], *, by: Path | None = None, durable: bool = True) -> None:
    """Write a file, and its folder, so that it appears with all of `parts` or not at all; else `OutputError`.

    It is written in `by`, a folder on the same disk, or beside itself. Only what is `durable` is whole even after a
    power failure.
    """
    try:
        handle, name = _unfinished(by or path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    unfinished = Path(name)
    file = os.fdopen(handle, "wb")
    try:
        for part in parts:
            _blame_output(path, file.write, part)
        _blame_output(path, file.flush)
        if durable:
            _blame_output(path, os.fsync, file.fileno())
        _blame_output(path, file.close)
        _blame_output(path, _appear, unfinished, path)
    except BaseException:
        with suppress(OSError):  # what could not be written before cannot be now
            file.close()
        unfinished.unlink(missing_ok=True)
        raise


def _unfinished(folder: Path) -> tuple[int, str]:
    """Begin a file of a new name; who may read it is for the user's umask to say, which `tempfile` passes over."""
    name = str(folder / f"{UNFINISHED}{secrets.token_hex(8)}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    try:
        return os.open(name, flags, 0o666), name
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True)
        return os.open(name, flags, 0o666), name


def _appear(unfinished: Path, path: Path) -> None:
    try:
        unfinished.replace(path)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.replace(path)


def _blame_output(path: Path, write: Callable[..., object], *arguments: object) -> None:
    """Only writing is to be blamed on the output: making the parts may fail for reasons of its own."""
    try:
        write(*arguments)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> OutputError:
    return OutputError(f"cannot write {path}: {error.strerror}; make room or choose another output folder with -o")


def read_records(path: Path) -> Iterator[Record]:
    """The records of a JSONL file; `ValueError` names the line that is none."""
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                record = read_record(line)
            except ValueError as error:
                raise ValueError(f"line {number}: {error}") from error
            yield record
