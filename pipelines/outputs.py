"""What a run wrote, read back: one file's records together, for showing, exporting and reviewing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from errors import OutputError
from pipelines.records import DocumentRecord, SectionRecord
from pipelines.store import read_records

HIDDEN = ".muragat"
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
    """The JSONL files among `paths`, and below those that are folders, sorted; not what people corrected."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for found in sorted(path.rglob("*.jsonl")):
            if HIDDEN not in found.relative_to(path).parts and found != path / CORRECTIONS:
                yield found


def given_outputs(paths: Iterable[Path]) -> Iterator[Path]:
    """As `find_outputs`; `OutputError` names a folder that holds none. Logs of a run among them are passed over."""
    for path in paths:
        found = [each for each in find_outputs([path]) if each == path or not _is_log(each)]
        if not found:
            raise OutputError(f"there are no records in {path}: give the folder that -o of the run names")
        yield from found


def _is_log(path: Path) -> bool:
    """Whether a file is what `--log-json` writes, which may lie in the output folder too."""
    try:
        with path.open("rb") as file:
            return file.read(len(EVENT)) == EVENT
    except OSError:
        return False


def read_output(path: Path) -> Output | None:
    """A file's records; None where the first is no document (another program's JSONL).

    `OSError`, `ValueError` or `msgspec.MsgspecError` where the file cannot be read, is empty or is damaged.
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

    `OutputError` names a file that is damaged, and a folder without any.
    """
    for path in given_outputs(paths):
        try:
            output = read_output(path)
        except (msgspec.MsgspecError, ValueError) as error:
            raise OutputError(f"{path} is not what Muragat writes ({error}); run it again or take it away") from error
        except OSError as error:
            raise OutputError(f"{path} cannot be read: {error.strerror}") from error
        if output is not None:
            yield output
