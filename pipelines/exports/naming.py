"""Names of exported files: each document's own, below the folder asked for and never beside it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from errors import OutputError


def file_of(folder: Path, name: str, ending: str) -> Path:
    """The file for a document named `name` (forward slashes) in an export folder; `OutputError` if it would escape."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.name or "\0" in name:
        raise OutputError(f"{name!r} is no name of a document; its JSONL was not written by Muragat")
    return folder / path.parent / f"{path.name}{ending}"
