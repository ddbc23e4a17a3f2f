"""Cuts a long text into pieces a tagger can take at once, at the best border near."""

from __future__ import annotations

from collections.abc import Iterator

BORDERS = ("\n\n", "\n", ". ", " ")
"""Where to cut, best first; a text without any is cut anywhere."""


def chunks(text: str, longest: int) -> Iterator[tuple[int, int]]:
    """Offsets of pieces of at most `longest` characters that cover the text, cut in their second half."""
    start = 0
    while len(text) - start > longest:
        end = cut(text, start, start + longest)
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)


def cut(text: str, start: int, end: int) -> int:
    """The place to cut `text[start:end]`: behind the last best border in its second half, or `end`."""
    middle = (start + end) // 2
    for border in BORDERS:
        found = text.rfind(border, middle, end)
        if found >= 0:
            return found + len(border)
    return end
