"""One glyph of a text layer, whichever library found it."""

from __future__ import annotations

from dataclasses import dataclass

from document import Box


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
