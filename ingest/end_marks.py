"""The sign that ends a word, told by where its ink lies: recognisers guess it by what would make a word.

A worn type prints a full stop half as large as a letter, and it is read as `e`, `s` or a quotation mark; a hyphen is
read as `=`, `~` or quotes. How high the ink stands over the line tells them apart: quotation marks hang at the top,
hyphens lie in the middle, points stand on the line and commas hang below it. A small letter is as low as a large point:
what makes an English word stays, and so does any Latin letter behind others where no dictionary tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import msgspec
import numpy as np
import regex

from document import Word
from ingest.dictionary import Dictionary
from ingest.english import COMMON, FOREIGN
from ingest.ink import Ink, ink_in
from ingest.misspelt import SHORT
from ingest.raster import POINTS_PER_INCH, Raster
from ingest.second_reading import goes_on

LETTER: Final = 0.85  # of the height of small letters: what is as high is a letter or digit
NEAR: Final = 4  # letters before the sign that tell where the line is
LOW: Final = 0.72  # of the height of small letters: the most that a point has, tail and all
RAISED: Final = 0.8  # of that height: how far over the line it may begin
NARROW: Final = 0.75  # of that height: the widest point
SOLID: Final = 0.65  # of its box: the ink of a hyphen
FLAT: Final = 1.3  # times its height: the least width of a hyphen
HANGING: Final = 0.2  # of that height: how far commas hang below the line, and points do not
MIDDLE: Final = (0.25, 0.75)  # of that height: where hyphens lie
PITCH: Final = 0.3  # of a character: how far letters may reach into the place of the sign

# Small letters and signs for which a point is taken, and signs for which a hyphen is.
_FOR_POINT: Final = regex.compile(r"(?<=[\p{L}\p{N})]{2})[esoacg\"”“'’*=~:]$")
_LATIN: Final = regex.compile(r"(\p{Latin}+)[^\p{L}\p{N}]*$")
_FOR_HYPHEN: Final = regex.compile(r"(?<=\p{L}{2})[=~\"”“'’*°•·]$")
_FOR_LAST_HYPHEN: Final = regex.compile(r"(?<=\p{L}{2})[ems]$")  # on the last word of a line
_BEHIND_HYPHEN: Final = regex.compile(r"(?<=\p{L}{2}-)[.,:;'`‘’“”|!]+$")  # on the last word of a line: specks
_HYPHEN_INSIDE: Final = regex.compile(r"(?<=\p{L})[=~](?=\p{L}|$)")  # no typist has signs between letters


def with_end_marks(words: Sequence[Word], sheet: Raster, letter: float, english: Dictionary | None) -> tuple[Word, ...]:
    """Answer words with points and hyphens at their ends where letters and quotes were read that have not their ink.

    `letter` is the height of small letters on `sheet` in pixels; `english` has the words of a page that is English.
    """
    lasts = [*(not goes_on(*pair) for pair in pairwise(words)), True][: len(words)]
    return tuple(_mended(word, sheet, letter, english, is_last=last) for word, last in zip(words, lasts, strict=True))


def _mended(word: Word, sheet: Raster, letter: float, english: Dictionary | None, *, is_last: bool) -> Word:
    text = _HYPHEN_INSIDE.sub("-", word.text)
    text = _BEHIND_HYPHEN.sub("", text) if is_last else text
    point = None if _ends_well(text, english) else _FOR_POINT.search(text)
    hyphen = _FOR_HYPHEN.search(text) or (is_last and _FOR_LAST_HYPHEN.search(text))
    if point or hyphen:
        sign = _sign(word, sheet, letter)
        if (point and sign in {".", ","}) or (hyphen and sign == "-"):
            text = text[:-1] + sign
    return word if text == word.text else msgspec.structs.replace(word, text=text)


def _ends_well(text: str, english: Dictionary | None) -> bool:
    """Whether a Latin word ends in a letter of its own; the dictionary has too many short ones that are none."""
    found = _LATIN.search(text)
    if found is None or not text[-1].isalpha() or len(found[1]) == 1:
        return False
    word = found[1]
    common = word.lower() in COMMON | FOREIGN
    return english is None or common or (len(word) > SHORT and english.knows(word))


def _sign(word: Word, sheet: Raster, letter: float) -> str | None:
    """What the ink behind the last letter is: a point, a comma, a hyphen; None where it may be anything."""
    ink = ink_in(word.box, sheet)
    letters = ink.those(ink.height >= LETTER * letter)
    if not len(letters):
        return None
    behind = ink.behind(letters)
    wide = word.box.width * sheet.dpi / POINTS_PER_INCH
    if len(behind) != 1 or letters.right.max() > wide - (1 - PITCH) * wide / len(word.text):
        return None
    return _by_place(behind, letters.those(np.argsort(letters.right)[-NEAR:]), letter)


def _by_place(piece: Ink, letters: Ink, letter: float) -> str | None:
    """What a piece of ink is by its place beside letters."""
    line = float(np.percentile(letters.foot, 30))
    top, foot, tall, wide = (float(edge[0]) for edge in (piece.top, piece.foot, piece.height, piece.width))
    over, under = (line - top) / letter, (foot - line) / letter
    if tall <= LOW * letter and over <= RAISED and wide <= NARROW * letter and under >= -HANGING:
        return "." if under <= HANGING else ","
    middle = over - tall / letter / 2
    solid = piece.area[0] >= SOLID * tall * wide
    return "-" if solid and wide >= FLAT * tall and MIDDLE[0] <= middle <= MIDDLE[1] else None
