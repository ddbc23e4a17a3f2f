"""Find the input files below what was asked for: name, hash and kind of each, in a stable order.

In folders, a file counts when its first bytes say PDF, TIFF, PNG or JPEG, whatever its name, or when it is a `.txt`;
one with such a suffix whose contents say otherwise is a failure, anything else belongs to somebody else and is passed
over. Names that begin with a dot are passed over too, and links to folders are not followed.
"""

from __future__ import annotations

import codecs
import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from document import Failure, MediaType, Reason, Source, Stage

READ_AT_ONCE = 1 << 20
PDF_HEADER_WITHIN = 1024  # readers look no further for %PDF-, and many scanners' files begin with something else

SIGNATURES = {
    b"%PDF-": MediaType.PDF,
    b"\x89PNG\r\n\x1a\n": MediaType.PNG,
    b"\xff\xd8\xff": MediaType.JPEG,
    b"II*\x00": MediaType.TIFF,
    b"MM\x00*": MediaType.TIFF,
    b"II+\x00": MediaType.TIFF,  # BigTIFF
    b"MM\x00+": MediaType.TIFF,
}
SUFFIXES = {
    ".pdf": MediaType.PDF,
    ".png": MediaType.PNG,
    ".jpg": MediaType.JPEG,
    ".jpeg": MediaType.JPEG,
    ".tif": MediaType.TIFF,
    ".tiff": MediaType.TIFF,
    ".txt": MediaType.TEXT,
}
KINDS = "PDF, TIFF, PNG, JPEG or UTF-8 TXT"


def find_sources(inputs: Sequence[Path], *, hashed: bool = True) -> Iterator[Source | Failure]:
    """Yield every file below `inputs`, folders by name; what cannot be read is a `Failure`.

    Files that are not to be `hashed` are not read through: their `sha256` is empty, and texts may not be texts.
    """
    for given in inputs:
        try:
            kind = given.stat().st_mode
        except OSError as error:
            yield _unreachable(given, shown(given), error)
            continue
        if stat.S_ISDIR(kind):
            yield from _below(given, hashed)
        elif stat.S_ISREG(kind):
            outcome = _examine(given, shown(given.name), asked=True, hashed=hashed)
            if outcome is not None:
                yield outcome
        else:
            message = f"{shown(given)} is neither a file nor a folder: give a {KINDS} file"
            yield Failure(shown(given), Stage.FIND, Reason.UNSUPPORTED, message)


def count_files(inputs: Sequence[Path]) -> int:
    """How many files there seem to be below `inputs`, by their names alone."""
    return sum(
        sum(path.suffix.lower() in SUFFIXES for path, _ in _walk(given)) if os.path.isdir(given) else 1  # noqa: PTH112
        for given in inputs
    )


def media_type_of(head: bytes, suffix: str) -> MediaType | None:
    """Tell what a file is from its first bytes; only plain text, which has no signature, is told by its `suffix`."""
    for signature, media_type in SIGNATURES.items():
        if head.startswith(signature):
            return media_type
    if b"%PDF-" in head[:PDF_HEADER_WITHIN] and suffix.lower() == ".pdf":
        return MediaType.PDF
    return MediaType.TEXT if suffix.lower() == ".txt" else None


def _below(folder: Path, hashed: bool) -> Iterator[Source | Failure]:
    """Everything to read below a folder; one that holds nothing is a failure, for somebody meant it to."""
    found = False
    entries = sorted(_walk(folder), key=lambda entry: _order(entry[0].relative_to(folder).as_posix()))
    for path, error in entries:
        name = shown(path.relative_to(folder).as_posix())
        if error:
            outcome: Source | Failure | None = _unreachable(path, shown(folder) if path == folder else name, error)
        else:
            outcome = _examine(path, name, asked=False, hashed=hashed)
        if outcome is not None:
            found = True
            yield outcome
    if not found:
        message = f"nothing to read in the folder {shown(folder)}: it holds no {KINDS} file"
        yield Failure(shown(folder), Stage.FIND, Reason.NOTHING_FOUND, message)


def _walk(folder: Path) -> Iterator[tuple[Path, OSError | None]]:
    """Every regular file below `folder`, and what cannot be looked into with the error that says why."""
    try:
        entries = list(os.scandir(folder))
    except OSError as error:
        yield folder, error
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path)
            continue
        try:
            if stat.S_ISREG(path.stat().st_mode):
                yield path, None
        except OSError as error:  # a link to nowhere, or to itself
            if path.suffix.lower() in SUFFIXES:
                yield path, error


def _order(name: str) -> tuple[str, str]:
    """Where a name comes in the order: the same on systems that keep `й` as one character or as two."""
    return unicodedata.normalize("NFC", name), name


def _examine(path: Path, name: str, asked: bool, hashed: bool) -> Source | Failure | None:
    """What a file is, its size and, read through once, its hash. None: no file for us, and nobody said it were."""
    try:
        with path.open("rb") as stream:
            head = stream.read(PDF_HEADER_WITHIN)
            media_type = media_type_of(head, path.suffix)
            expected = SUFFIXES.get(path.suffix.lower())
            if not asked and media_type is None and expected is None:
                return None
            if not head:
                return Failure(name, Stage.FIND, Reason.EMPTY, f"{name} is empty: copy or scan it again")
            if media_type is None:
                return _unsupported(name, expected)
            if not hashed:
                status = os.fstat(stream.fileno())
                return Source(str(path), name, "", status.st_size, media_type, status.st_mtime_ns)
            return _read_through(stream, head, path, name, media_type)
    except UnicodeDecodeError:
        message = (
            f"{name} is not UTF-8 text: convert it first, "
            "for example with `iconv -f WINDOWS-1251 -t UTF-8 OLD.txt > NEW.txt`"
        )
        return Failure(name, Stage.FIND, Reason.UNSUPPORTED, message)
    except OSError as error:
        return _unreachable(path, name, error)


def _read_through(stream: BinaryIO, head: bytes, path: Path, name: str, media_type: MediaType) -> Source | Failure:
    """Hash the whole file; of text, see that all of it decodes (`UnicodeDecodeError`)."""
    decoder = codecs.getincrementaldecoder("utf-8")() if media_type is MediaType.TEXT else None
    digest = hashlib.sha256()
    size = 0
    chunk = head
    while chunk:
        digest.update(chunk)
        size += len(chunk)
        if decoder is not None and "\0" in decoder.decode(chunk):
            raise UnicodeDecodeError("utf-8", chunk, 0, 1, "zero bytes are no text")
        chunk = stream.read(READ_AT_ONCE)
    if decoder is not None:
        decoder.decode(b"", final=True)
    return Source(str(path), name, digest.hexdigest(), size, media_type, os.fstat(stream.fileno()).st_mtime_ns)


def _unsupported(name: str, expected: MediaType | None) -> Failure:
    if expected is None:
        message = f"{name} is no file this program reads: give {KINDS}"
    else:
        message = f"{name} is not what its name says ({expected.value}): it may be damaged or misnamed; get it again"
    return Failure(name, Stage.FIND, Reason.UNSUPPORTED, message)


def _unreachable(path: Path, name: str, error: OSError) -> Failure:
    if isinstance(error, FileNotFoundError) and not path.is_symlink():
        message = f"{name} does not exist: check the path"
        return Failure(name, Stage.FIND, Reason.MISSING, message)
    if isinstance(error, PermissionError):
        message = f"{name} may not be read: change its permissions or run as its owner"
    else:
        message = f"{name} cannot be read: {error.strerror or error}"
    return Failure(name, Stage.FIND, Reason.UNREADABLE, message)


def shown(path: Path | str) -> str:
    """Answer a path as text: bytes in it that are no UTF-8 become replacement characters."""
    return os.fsencode(path).decode("utf-8", "replace")
