"""Quotation marks and points at the edges of words that are no more than specks of the paper, by their ink."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec
import numpy as np
import regex

from document import Word
from ingest.ink import Ink, ink_in
from ingest.raster import POINTS_PER_INCH, Raster

LOW: Final = 0.3  # of the height of letters: quotation marks and apostrophes are higher, half as high as they
LETTER: Final = 0.4  # of a word's height: what is as high is a letter or digit

# `“Место`, `‘Many`, `.It`: a sign before a letter or digit, which no point or comma is.
_BEFORE: Final = regex.compile(r"[“”„\"'‘’`*•·°.,](?=[\p{L}\p{N}]{2})")
# `authorities”`, `Members’`, `Theresien*`: behind two of them.
_BEHIND: Final = regex.compile(r"(?<=[\p{L}\p{N}]{2})[“”\"'‘’`*•·°]$")


def without_specks(words: Iterable[Word], sheet: Raster) -> tuple[Word, ...]:
    """Answer words without the signs at their edges that have no more ink on `sheet` than a speck has."""
    return tuple(_sober(word, sheet) for word in words)


def _sober(word: Word, sheet: Raster) -> Word:
    before, behind = _BEFORE.match(word.text), _BEHIND.search(word.text)
    if not before and not behind:
        return word
    ink = ink_in(word.box, sheet)
    letters = ink.those(ink.height >= LETTER * word.box.height * sheet.dpi / POINTS_PER_INCH)
    if not len(letters):
        return word
    text, lowest = word.text, LOW * float(np.median(letters.height))
    if before and _is_low(ink.before(letters), lowest):
        text = text[1:]
    if behind and _is_low(ink.behind(letters), lowest):
        text = text[:-1]
    return word if text == word.text else msgspec.structs.replace(word, text=text)


def _is_low(ink: Ink, lowest: float) -> bool:
    """Whether there is ink, and all of it low; without any the sign may have grown together with its letter."""
    return bool(len(ink)) and float(ink.height.max()) <= lowest
