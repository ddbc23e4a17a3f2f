"""What a run keeps on disk: finished pages, finished files, and outputs that appear whole or not at all."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from document import Failure, Language, Method, Page, Settings, Source
from errors import OutputError
from pipelines.records import ProducerRecord, Record

# File systems stop at 255 bytes; the ending .jsonl and the mark of an unfinished file need theirs.
LONGEST_NAME = 240


class FileSummary(msgspec.Struct, frozen=True):
    """What became of one input; `status` is done, partial (some pages failed) or failed."""

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


class _Finished(msgspec.Struct, frozen=True):
    key: str
    summary: FileSummary


class Store(msgspec.Struct, frozen=True):
    """The output folder `out` and, in `out/.muragat`, what lets a run go on where an earlier one stopped.

    `key` tells apart what different settings or versions made: the fingerprint of `Settings` without the choice of
    pages, and of the producer.
    """

    out: str
    key: str
    pages_key: str

    @classmethod
    def of(cls, out: Path, settings: Settings, producer: ProducerRecord) -> Store:
        """The store in `out` for these settings and versions."""
        reading = (msgspec.structs.replace(settings, pages=None), producer.muragat, producer.tesseract)
        return cls(str(out), _digest((settings, producer)), _digest(reading))

    def has_page(self, source: Source, number: int) -> bool:
        """Whether this page was read by an earlier run."""
        return self._page_path(source, number).exists()

    def save_page(self, source: Source, page: Page) -> None:
        """Keep a page that was read."""
        write_whole(self._page_path(source, page.number), [msgspec.json.encode(page)])

    def load_page(self, source: Source, number: int) -> Page:
        """A page kept earlier; `FileNotFoundError` or `msgspec.DecodeError` when it is not there whole."""
        return msgspec.json.decode(self._page_path(source, number).read_bytes(), type=Page)

    def output_path(self, source: Source) -> Path:
        """Where the records of a file go."""
        folder, name = (Path(self.out) / source.name).parent, source.name.rpartition("/")[2]
        return folder / f"{_shortened(name)}.jsonl"

    def save_output(self, source: Source, records: Iterable[Record]) -> None:
        """Write the records of a file, one JSON object a line."""
        encode = msgspec.json.Encoder(order="deterministic").encode
        write_whole(self.output_path(source), (encode(record) + b"\n" for record in records))

    def finish(self, source: Source, summary: FileSummary) -> None:
        """Remember that a file is done with these settings."""
        write_whole(self._finished_path(source), [msgspec.json.encode(_Finished(self._file_key(source), summary))])

    def finished(self, source: Source) -> FileSummary | None:
        """What an earlier run said of this file, if it was done whole with the same contents and settings."""
        try:
            finished = msgspec.json.decode(self._finished_path(source).read_bytes(), type=_Finished)
        except (FileNotFoundError, msgspec.DecodeError):
            return None
        return (
            finished.summary if finished.key == self._file_key(source) and self.output_path(source).exists() else None
        )

    def _file_key(self, source: Source) -> str:
        return f"{self.key}-{source.sha256}"

    def _page_path(self, source: Source, number: int) -> Path:
        return self._hidden / "pages" / f"{source.id}-{self.pages_key}" / f"{number:05}.json"

    def _finished_path(self, source: Source) -> Path:
        return self._hidden / "finished" / f"{_digest(source.name)}.json"

    @property
    def _hidden(self) -> Path:
        return Path(self.out) / ".muragat"


def _shortened(name: str) -> str:
    """A file name that leaves room for an ending; a cut one keeps its beginning and gets a digest of the whole."""
    if len(name.encode()) <= LONGEST_NAME:
        return name
    return f"{name.encode()[: LONGEST_NAME - 17].decode(errors='ignore')}~{_digest(name)}"


def write_whole(path: Path, parts: Iterable[bytes]) -> None:
    """Write a file, and its folder, so that it appears with all of `parts` or not at all; else `OutputError`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".unfinished-")
    except OSError as error:
        raise _unwritable(path, error) from error
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            for part in parts:
                _blame_output(path, file.write, part)
            _blame_output(path, file.flush)
            _blame_output(path, os.fsync, file.fileno())
        unfinished.chmod(0o644)
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _blame_output(path: Path, write: Callable[..., object], *arguments: object) -> None:
    """Only writing is to be blamed on the output: making the parts may fail for reasons of its own."""
    try:
        write(*arguments)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> OutputError:
    return OutputError(f"cannot write {path}: {error.strerror}; make room or choose another output folder with -o")


def read_records(path: Path) -> Iterator[Record]:
    """The records of a JSONL file; `msgspec.ValidationError` or `DecodeError` at a line that is none."""
    decode = msgspec.json.Decoder(Record).decode
    with path.open("rb") as file:
        yield from map(decode, file)


def _digest(value: object) -> str:
    return hashlib.sha256(msgspec.json.encode(value, order="deterministic")).hexdigest()[:16]
