"""Specks in the blanks of a line that were read as signs: `в-семье`, `Исполком.и`, `-на`.

A hyphen has more ink than a full stop, and in print it has no blank around it. What has less than half a stop's ink, in
a gap as wide as a blank, is dirt; the words on both sides are two.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec
import numpy as np
import regex

from document import Word
from ingest.ink import Ink, ink_in
from ingest.pieces import with_texts
from ingest.raster import Raster

SPECK: Final = 0.45  # of the ink of a full stop: at most
LEAST: Final = 0.03  # of it: less is no piece of ink at all, and a sign that is not seen may have grown into a letter
LETTER: Final = 0.7  # of the height of small letters: what is as high is a letter
BLANK: Final = 0.9  # of that height: the narrowest gap that holds a blank
NEAR: Final = 1.0  # letters: so far from where its place in the word says the sign may stand

_INSIDE: Final = regex.compile(r"(?<=\p{Cyrillic})[-.`'’](?=\p{Cyrillic})")
_BEFORE: Final = regex.compile(r"[-‘’'`‚.,:•°*](?=\p{Cyrillic}{2})")


def without_blank_specks(words: Sequence[Word], sheet: Raster, letter: float, stop: float) -> tuple[Word, ...]:
    """Answer words parted at specks; `letter`, the height of small letters, and `stop`, the ink of one, in pixels."""
    return tuple(part for word in words for part in _parted(word, sheet, letter, stop))


def _parted(word: Word, sheet: Raster, letter: float, stop: float) -> tuple[Word, ...]:
    front = _BEFORE.match(word.text)
    inside = _INSIDE.findall(word.text)
    if front is None and len(inside) != 1:
        return (word,)
    ink = ink_in(word.box, sheet)
    letters = ink.those(ink.height >= LETTER * letter)
    if len(letters) < len(word.text) // 2:
        return (word,)  # letters run together
    if front and _is_speck(ink.before(letters), stop):
        return (msgspec.structs.replace(word, text=word.text[1:]),)
    if len(inside) == 1 and _is_blank(word.text, ink, letters, letter, stop):
        return with_texts([word], _INSIDE.sub(" ", word.text), word.confidence)
    return (word,)


def _is_blank(text: str, ink: Ink, letters: Ink, letter: float, stop: float) -> bool:
    """Whether the widest gap between letters is where the sign stands, as wide as a blank, and a speck is in it."""
    order = np.argsort(letters.left)
    ends, begins = np.maximum.accumulate(letters.right[order])[:-1], letters.left[order][1:]
    if not len(ends):
        return False
    widest = int((begins - ends).argmax())
    end, begin = int(ends[widest]), int(begins[widest])
    found = _INSIDE.search(text)
    left, right = int(letters.left.min()), int(letters.right.max())
    pitch = (right - left) / len(text)
    if found is None or begin - end < BLANK * letter:
        return False
    if abs(left + (found.start() + 0.5) * pitch - (begin + end) / 2) > NEAR * pitch:
        return False
    return _is_speck(ink.those((ink.left >= end - 1) & (ink.right <= begin + 1)), stop)


def _is_speck(pieces: Ink, stop: float) -> bool:
    return LEAST * stop < float(pieces.area.max(initial=0)) < SPECK * stop
