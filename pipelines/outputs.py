"""What a run wrote, read back: one file's records together, for showing, exporting and reviewing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from errors import OutputError
from pipelines.records import DocumentRecord, SectionRecord
from pipelines.store import HIDDEN, read_records

CORRECTIONS = "corrections.jsonl"
EVENT = b'{"event":'


class Output(msgspec.Struct, frozen=True):
    """The records of one file."""

    document: DocumentRecord
    sections: tuple[SectionRecord, ...]

    @property
    def name(self) -> str:
        """The place of the file below its INPUT, with forward slashes."""
        return self.document.source.path


def find_outputs(paths: Iterable[Path]) -> Iterator[Path]:
    """The JSONL files among `paths`, and below those that are folders, sorted; not what people corrected.

    `OutputError` names a folder that cannot be looked into, for what is in it would be missed.
    """
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - what may not be looked at is said where it is read
            yield from (found for found in sorted(_below(path)) if found != path / CORRECTIONS)
        else:
            yield path


def _below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder, onerror=_refuse):
        if HIDDEN in folders:
            folders.remove(HIDDEN)  # it is not walked into
        yield from (Path(place, name) for name in names if name.endswith(".jsonl"))


def _refuse(error: OSError) -> None:
    """Say which folder cannot be looked into; one that has just been taken away holds nothing."""
    if not isinstance(error, FileNotFoundError):
        raise OutputError(f"{error.filename} cannot be read: {error.strerror}") from error


def given_outputs(paths: Iterable[Path]) -> Iterator[Path]:
    """As `find_outputs`; `OutputError` names a folder that holds none. Logs of a run among them are passed over."""
    for path in paths:
        found = [each for each in find_outputs([path]) if each == path or not _is_log(each)]
        if not found:
            raise no_records(path)
        yield from found


def no_records(path: Path) -> OutputError:
    """What to say of a folder, or a file, in which a run has written nothing."""
    return OutputError(f"there are no records in {path}: give the folder that -o of the run names")


def _is_log(path: Path) -> bool:
    """Whether a file is what `--log-json` writes, which may lie in the output folder too."""
    try:
        with path.open("rb") as file:
            return file.read(len(EVENT)) == EVENT
    except OSError:
        return False


def read_output(path: Path) -> Output | None:
    """A file's records; None where the first is no document (another program's JSONL).

    `OSError` or `ValueError` where the file cannot be read, is empty or is damaged.
    """
    records = tuple(read_records(path))
    if not records:
        raise ValueError("it is empty")
    document, *sections = records
    if not isinstance(document, DocumentRecord):
        return None
    return Output(document, tuple(record for record in sections if isinstance(record, SectionRecord)))


def read_outputs(paths: Iterable[Path]) -> Iterator[Output]:
    """The records of every file among or below `paths`, one file at a time.

    `OutputError` names a file that is damaged, and what is given and holds none.
    """
    for path in paths:
        nothing = True
        for output in map(_read_sound, given_outputs([path])):
            if output is not None:
                nothing = False
                yield output
        if nothing:
            raise no_records(path)


def _read_sound(path: Path) -> Output | None:
    """As `read_output`, but what is wrong with the file comes as `OutputError`."""
    try:
        return read_output(path)
    except ValueError as error:
        raise OutputError(f"{path} is not what Muragat writes ({error}); run it again or take it away") from error
    except OSError as error:
        raise OutputError(f"{path} cannot be read: {error.strerror}") from error
