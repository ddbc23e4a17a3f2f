"""Figures told by the form of their ink: a 3 that was read as 5, a 5 that is one beyond doubt.

The Kazakh model of Tesseract prints 5 for many a 3. Under the top stroke of a 5 the ink stands on the left, under that
of a 3 on the right: no wear turns one into the other.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import regex
from numpy.typing import NDArray

from document import Word
from ingest.ink import ink_in
from ingest.pieces import cut_out
from ingest.raster import Raster

TALL: Final = 0.6  # of the highest piece of ink: figures and brackets, no points and hyphens
WHOLE: Final = 0.88  # of it: a figure none of whose strokes has broken off
WIDE: Final = 1.2  # times its height: two figures run together
NECK: Final = (0.2, 0.35)  # of its height, from above: between the top stroke and the bow
THREE: Final = 0.08  # how much more ink the left half of a neck has than the right one, as a share of both: at most
FIVE: Final = 0.3  # and at least; italics lie between them

# With an ending or a word in short: 1930-е, 1937г.,
_FIGURES: Final = regex.compile(r"([\d.,:;/()\[\]–-]*\d[\d.,:;/()\[\]–-]*)(?:\p{Cyrillic}{1,3}[.,;]*)?")
_TALL: Final = regex.compile(r"[\d/()\[\]]")


def by_form(word: Word, sheet: Raster) -> str | None:
    """Answer what a word of figures and marks says, 5s that are 3s by their ink made 3s; None if that is unclear."""
    found = _FIGURES.fullmatch(word.text)
    if found is None or "5" not in found[1]:
        return None
    fives = _fives(word, found[1], sheet)
    if fives is None:
        return None
    text = list(word.text)
    for place, cell in fives.items():
        neck = _neck(cell)
        if THREE < neck < FIVE:
            return None
        text[place] = "3" if neck <= THREE else "5"
    return "".join(text)


def _fives(word: Word, figures: str, sheet: Raster) -> dict[int, NDArray[np.floating]] | None:
    """The darkness of each 5 among the `figures` that begin a word, by its place; None if some run together."""
    ink = ink_in(word.box, sheet)
    highest = ink.height.max(initial=0)
    tall = ink.those(ink.height >= TALL * highest)
    places = [found.start() for found in _TALL.finditer(figures)]
    letters = len(word.text) > len(figures)
    if len(tall) < len(places) or (len(tall) > len(places) and not letters) or (tall.width > WIDE * tall.height).any():
        return None
    darkness = 255.0 - cut_out(word.box, sheet, edge=0)
    cells = {}
    for place, index in zip(places, np.argsort(tall.left), strict=not letters):
        if word.text[place] != "5":
            continue
        if tall.height[index] < WHOLE * highest:
            return None
        left, top = int(tall.left[index]), int(tall.top[index])
        cells[place] = darkness[top : top + int(tall.height[index]), left : left + int(tall.width[index])]
    return cells


def _neck(cell: NDArray[np.floating]) -> float:
    """How much more ink the left half of a figure's neck has than the right one, as a share of both: -1 to 1."""
    height, width = cell.shape
    rows = (cell - cell.min())[round(NECK[0] * height) : round(NECK[1] * height)]
    half = width // 2
    left, right = float(rows[:, :half].sum()), float(rows[:, width - half :].sum())
    return (left - right) / (left + right) if left + right else 0.0
