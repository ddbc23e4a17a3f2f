"""Glyphs of a displayed page become words of its reading frame: the page turned so that most lines run to the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from document import Box, Word
from ingest.frame import to_displayed, turned_size
from ingest.glyph import Glyph
from ingest.plumber import words_of


def words_upright(glyphs: Sequence[Glyph], width: float, height: float) -> tuple[tuple[Word, ...], int]:
    """The words of a page in its reading frame, and the turn to that frame: the one most glyphs stand upright in.

    `width` and `height` are points of the page as displayed, on which the glyphs lie.
    """
    turns = Counter(glyph.turn for glyph in glyphs if not glyph.text.isspace())
    if not turns:
        return (), 0
    main = _upright(max(turns, key=lambda turn: (turns[turn], -turn)))
    words: list[Word] = []
    for turn in sorted(turns, key=lambda turn: (-turns[turn], turn)):
        rotation = _upright(turn)
        found = words_of(_turned(glyph, width, height, rotation) for glyph in glyphs if glyph.turn == turn)
        if rotation != main:
            found = tuple(_moved(word, width, height, rotation, main) for word in found)
        words += found
    return tuple(words), main


def _upright(turn: int) -> int:
    """How far clockwise a page is turned to make lines that run in direction `turn` run to the right."""
    return (360 - turn) % 360


def _turned(glyph: Glyph, width: float, height: float, rotation: int) -> Glyph:
    if rotation == 0:
        return glyph
    x, y = glyph.origin
    place = _to_reading(Box(x, y, x, y), width, height, rotation)
    box = _to_reading(glyph.box, width, height, rotation)
    return Glyph(glyph.text, box, (place.x0, place.y0), glyph.size, glyph.bold, 0)


def _moved(word: Word, width: float, height: float, rotation: int, main: int) -> Word:
    displayed = to_displayed(word.box, width, height, rotation, 0.0)
    return msgspec.structs.replace(word, box=_to_reading(displayed, width, height, main))


def _to_reading(box: Box, width: float, height: float, rotation: int) -> Box:
    """A box of the displayed page on the page turned clockwise by `rotation`."""
    return to_displayed(box, *turned_size(width, height, rotation), (360 - rotation) % 360, 0.0)
