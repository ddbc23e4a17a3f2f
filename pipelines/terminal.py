"""Text of files, and their names, made fit for a terminal or a log: nothing in it acts, and a line stays one line."""

from __future__ import annotations

import json


def plain(text: str, *, lines: bool = False) -> str:
    """Put a mark in the place of each character that shows nothing, line ends among them unless `lines` may be many.

    Control characters and escapes, marks that turn the direction of writing, and lone surrogates go; the length stays.
    """
    return "".join(character if character.isprintable() or (lines and character == "\n") else "�" for character in text)


def plain_json(written: bytes) -> bytes:
    """JSON in which every character that shows nothing is escaped: it means the same, and its lines stay lines."""
    text = written.decode("utf-8")
    if text.isprintable():
        return written
    escaped = (c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in text)
    return "".join(escaped).encode("utf-8")
