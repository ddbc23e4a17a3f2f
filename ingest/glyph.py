"""One glyph of a text layer, whichever library found it."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from document import Box

NO_CHARACTER = "\ufffd"
NOT_TEXT = regex.compile(r"[\p{Cs}\x00]")


def as_text(told: str) -> str:
    """What a font says a glyph is, as text that can be written: half surrogate pairs and zeros are no characters."""
    return NOT_TEXT.sub(NO_CHARACTER, told)


@dataclass(frozen=True, slots=True)
class Glyph:
    """What a glyph says and where it stands on the page as displayed.

    `origin` is the pen's place (x, y) on the baseline, `turn` the direction the line runs in: 0 to the right, 90 down,
    180 to the left, 270 up. `text` may hold several characters (ligatures) or a space.
    """

    text: str
    box: Box
    origin: tuple[float, float]
    size: float
    bold: bool
    turn: int
