"""What people corrected: lines appended to `OUT/corrections.jsonl`, the program's own output never altered.

A correction is anchored at a block of a page by the block's text, not by section numbers or offsets, so that it
survives another run that cuts sections otherwise; where the text itself is another, it is stale and not applied.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from document import Label
from errors import OutputError
from pipelines.outputs import CORRECTIONS


class Change(StrEnum):
    """What a correction does."""

    TEXT = "text"
    ADD = "add"
    ALTER = "alter"
    DELETE = "delete"
    CONFIRM = "confirm"
    UNDO = "undo"


class Marked(msgspec.Struct, frozen=True):
    """An entity as marked in a block: `start` and `end` are offsets into the block's text, which there is `text`."""

    start: int
    end: int
    label: Label
    text: str
    value: dict[str, Any] | None = None


class Correction(msgspec.Struct, frozen=True, omit_defaults=True):
    """One change by one person.

    `block` is the digest of the block's text as the person saw it. `before` and `after` are texts where the text is
    changed, marks where entities are; an undo names in `undoes` the correction it takes back.
    """

    id: str
    when: datetime
    who: str
    document: str
    what: Change
    page: int = 0
    block: str = ""
    before: Marked | str | None = None
    after: Marked | str | None = None
    undoes: str | None = None


def digest_of(text: str) -> str:
    """What tells a block's text from others: sixteen hex digits of its SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def read_corrections(out: Path) -> tuple[Correction, ...]:
    """All corrections in an output folder, oldest first; `OutputError` names a line that is none."""
    file = out / CORRECTIONS
    try:
        held = file.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise OutputError(f"{file} cannot be read: {error.strerror}") from error
    lines, whole = held.splitlines(), held.endswith(b"\n")
    decode = msgspec.json.Decoder(Correction).decode
    found: list[Correction] = []
    for number, line in enumerate(lines, start=1):
        try:
            found.append(decode(line))
        except (ValueError, RecursionError) as error:
            if number == len(lines) and not whole:
                break  # the power went while the last one was written
            raise OutputError(f"{file}:{number} is no correction ({error}); mend or take out the line") from error
    return tuple(found)


def in_force(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The corrections that were not taken back, oldest first; an undo can itself be undone."""
    every = tuple(corrections)
    undone: set[str] = set()
    for each in reversed(every):
        if each.what is Change.UNDO and each.id not in undone and each.undoes:
            undone.add(each.undoes)
    return tuple(each for each in every if each.id not in undone and each.what is not Change.UNDO)


def append(out: Path, correction: Correction) -> Correction:
    """Add a correction at the end of the file, safe against others that write at the same time; answers it numbered."""
    file = out / CORRECTIONS
    try:
        with file.open("a+b") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX)
            stream.seek(0)
            held = stream.read()
            # What the power cut off was never answered for: it gives way.
            stream.truncate(held.rfind(b"\n") + 1)
            line = held.count(b"\n") + 1
            numbered = msgspec.structs.replace(correction, id=f"{line:06}")
            stream.write(msgspec.json.encode(numbered) + b"\n")
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise OutputError(f"cannot write {file}: {error.strerror}") from error
    return numbered


def now() -> datetime:
    """The time a correction is made, to the second."""
    return datetime.now(UTC).replace(microsecond=0)
