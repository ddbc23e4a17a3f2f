"""Points behind words that are no more than specks of the paper, against the page's own full stops.

The full stops of a machine or a fount differ by half; what has less than a third of their ink is dirt. Recognisers
cut so small a speck off the word's box, so it is looked for behind the word as well. With one they read a colon, or
two points, where the second is a speck. In the margins they take specks for letters and figures too, which no type
prints so small.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Final

import msgspec
import numpy as np
import regex

from document import Box, Word
from ingest.blank_specks import without_blank_specks
from ingest.ink import Ink, ink_in
from ingest.raster import POINTS_PER_INCH, Raster

LETTER: Final = 0.7  # of the height of small letters: what is as high is none of these signs
BEYOND: Final = 0.9  # of that height: so far behind a word its point may stand
HANGING: Final = 0.15  # of that height: how far a comma hangs below the line
SPECK: Final = 0.3  # of the ink of a full stop
SPECK_OF_COMMA: Final = 0.2  # of it: commas are thinner
SPECK_OF_LIKELY: Final = 0.1  # of it, where a point is likely: before a capital, behind an abbreviation
SPECK_OF_UNLIKELY: Final = 0.45  # of it, where none is likely: before a small letter, behind no abbreviation
UPPER: Final = 0.35  # of it: a point of a colon; the upper one of a worn type is no smaller than the lower one
UPRIGHT: Final = 0.15  # of the height of small letters: how far apart the middles of a colon's points may be
DUST: Final = 0.25  # of it: what is none of the two beyond doubt
TINY: Final = 0.4  # of the height of small letters, in both directions: no letter and no figure
FEWEST: Final = 4  # full stops that tell how large they are
STOP: Final = 0.04  # of the square of that height: the ink of the smallest full stop, where the page does not tell
SURE: Final = 0.85  # confidence of a word with a full stop that tells

_POINT: Final = regex.compile(r"(?<=[\p{L}\p{N})»\"”,.])[.,'’`:;]$")
_TWO: Final = regex.compile(r"(?<=[\p{L}\p{N})»\"”])[.,][.,]$")
_INITIAL: Final = regex.compile(r"\p{Lu}\.")  # has a point, however faint
_ABBREVIATION: Final = regex.compile(r"\p{L}{1,3}\.")  # of what is counted: `Оп. 2`, `1926 ж.`
_CAPITAL: Final = regex.compile(r"[«\"“(]?\p{Lu}(?:\p{Ll}|$)")
_SMALL: Final = regex.compile(r"\p{Ll}")
_WHOLE: Final = regex.compile(r"\p{L}*(?:\p{L}{5}|[\p{L}--[бвгджзклмнпрстфхцчшщқғңһ]])\.", regex.V1 | regex.IGNORECASE)
_LETTER: Final = regex.compile(r"[\p{L}\p{N}:;|?!%$&]")
_ALONE: Final = regex.compile(r"[.,'’‘`·•*°-]")


def without_dust(words: Sequence[Word], sheet: Raster, letter: float) -> tuple[Word, ...]:
    """Answer words without signs that have hardly any ink; `letter`: the height of small letters in pixels."""
    words = [word for word in words if not _is_tiny(word, letter * POINTS_PER_INCH / sheet.dpi)]
    behind = [_ink_behind(word, words[place + 1 : place + 2], sheet, letter) for place, word in enumerate(words)]
    stop = _stop(words, behind, letter)
    kept = []
    for place, (word, ink) in enumerate(zip(words, behind, strict=True)):
        text = word.text if ink is None or not len(ink) else _without_specks(words, place, ink, stop, letter)
        if text:
            kept.append(word if text == word.text else msgspec.structs.replace(word, text=text))
    return without_blank_specks(kept, sheet, letter, stop)


def _without_specks(words: Sequence[Word], place: int, ink: Ink, stop: float, letter: float) -> str:
    """A word without the point or the part of one that is a speck; nothing for a speck alone."""
    text = words[place].text
    if text[-1] in ":;" and len(text) > 1:
        made = text[-1] if _stand_upright(ink, letter) else _colon(text[-1], ink, stop)
        return text[:-1] + ("" if made == text[-2] else made)
    if _TWO.search(text) and (ink.area >= UPPER * stop).sum() == 1:
        return text[:-1]
    return text[:-1] if 0 < ink.area.max() < _largest_speck(words, place) * stop else text


def _stand_upright(ink: Ink, letter: float) -> bool:
    """Whether the two largest pieces stand one over the other, as the points of a faint colon do."""
    if len(ink) < len(":;"):
        return False
    one, other = (float(ink.left[place] + ink.right[place]) / 2 for place in np.argsort(ink.area)[-2:])
    return abs(one - other) <= UPRIGHT * letter


def _colon(sign: str, ink: Ink, stop: float) -> str:
    """What a colon or semicolon is by its ink: itself where both parts are there, or may have grown into the letter."""
    areas = sorted((int(area) for area in ink.area), reverse=True)
    second = areas[1] if len(areas) > 1 else 0
    if second >= DUST * stop or (areas[0] >= UPPER * stop and not second):
        return sign
    if areas[0] < UPPER * stop:
        return ""
    largest = int(ink.area.argmax())
    lower = ink.top[largest] > ink.top[np.argsort(ink.area)[-2]]
    return {":": ".", ";": ","}[sign] if lower else sign


def _is_tiny(word: Word, letter: float) -> bool:
    """Whether a letter or figure is no larger than a point; `letter` in points."""
    alone = len(word.text) == 1 and _LETTER.fullmatch(word.text)
    return bool(alone) and max(word.box.width, word.box.height) < TINY * letter


def _largest_speck(words: Sequence[Word], place: int) -> float:
    """The ink of what is no point behind a word, as a share of that of a full stop."""
    text = words[place].text
    before, after = (words[near].text if 0 <= near < len(words) else "" for near in (place - 1, place + 1))
    if len(text) == 1:
        return SPECK
    if text[-1] == ",":
        return SPECK_OF_COMMA
    counted = _ABBREVIATION.fullmatch(text) and (before[-1:].isdigit() or after[:1].isdigit())
    if counted or (text[-1] == "." and _CAPITAL.match(after) and not text[:-1].isupper()):
        return SPECK_OF_LIKELY
    return SPECK_OF_UNLIKELY if _SMALL.match(after) and _WHOLE.fullmatch(text) else SPECK


def _ink_behind(word: Word, following: Sequence[Word], sheet: Raster, letter: float) -> Ink | None:
    """The pieces of ink behind the letters of a word that ends in a point; None: no such."""
    if _ALONE.fullmatch(word.text):
        return ink_in(word.box, sheet)
    if not _POINT.search(word.text) or _INITIAL.fullmatch(word.text):
        return None
    room = BEYOND * letter * POINTS_PER_INCH / sheet.dpi
    if following and following[0].box.x0 >= word.box.x1:
        room = min(room, following[0].box.x0 - word.box.x1)
    wider = Box(word.box.x0, word.box.y0, word.box.x1 + max(room, 0.0), word.box.y1)
    edge = int(wider.x1 * sheet.dpi / POINTS_PER_INCH) - int(wider.x0 * sheet.dpi / POINTS_PER_INCH)
    return _pieces_behind(ink_in(wider, sheet), letter, edge, hangs=word.text[-1] in ",;")


def _pieces_behind(ink: Ink, letter: float, edge: int, *, hangs: bool) -> Ink | None:
    """The ink behind the letters; None where it is cut off or may have grown into a letter."""
    tall = ink.height >= LETTER * letter
    if not tall.any():
        return None
    foot = float(np.median(ink.foot[tall]))
    letters = ink.those(tall & (ink.top <= foot - LETTER * letter))  # commas hang, as high as they may be
    if not len(letters):
        return None
    if hangs and letters.foot[letters.right.argmax()] > foot + HANGING * letter:
        return None
    behind = ink.behind(letters)
    if (behind.right >= edge).any():
        return None
    return behind


def _stop(words: Sequence[Word], behind: Sequence[Ink | None], letter: float) -> float:
    """The ink of the page's full stops in pixels."""
    told = [
        int(ink.area.max())
        for word, ink in zip(words, behind, strict=True)
        if ink is not None and len(ink) and word.text[-1] == "." and word.confidence >= SURE and len(word.text) > 1
    ]
    return float(median(told)) if len(told) >= FEWEST else STOP * letter**2
