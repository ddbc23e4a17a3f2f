"""Quotation marks and points at the edges of words that are no more than specks of the paper, by their ink."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import cv2
import msgspec
import numpy as np
import regex
from numpy.typing import NDArray

from document import Word
from ingest.pieces import ink_pieces
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
    pieces = ink_pieces(word.box, sheet)
    letters = pieces[pieces[:, cv2.CC_STAT_HEIGHT] >= LETTER * word.box.height * sheet.dpi / POINTS_PER_INCH]
    if not len(letters):
        return word
    text, left, right = word.text, letters[:, cv2.CC_STAT_LEFT], letters[:, cv2.CC_STAT_WIDTH]
    lowest = LOW * float(np.median(letters[:, cv2.CC_STAT_HEIGHT]))
    starts, ends = pieces[:, cv2.CC_STAT_LEFT], pieces[:, cv2.CC_STAT_LEFT] + pieces[:, cv2.CC_STAT_WIDTH]
    if before and _is_low(pieces[ends <= left.min() + 1], lowest):
        text = text[1:]
    if behind and _is_low(pieces[starts >= (left + right).max() - 1], lowest):
        text = text[:-1]
    return word if text == word.text else msgspec.structs.replace(word, text=text)


def _is_low(ink: NDArray[np.int32], lowest: float) -> bool:
    """Whether there is ink, and all of it low; without any the sign may have grown together with its letter."""
    return bool(len(ink)) and float(ink[:, cv2.CC_STAT_HEIGHT].max()) <= lowest
