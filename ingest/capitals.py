"""Capitals where small letters of the same shape stand: told by their height, which Tesseract does not look at.

It stretches every line to one height before reading, so `в` and `В`, `s` and `S` differ to it in nothing but context,
and reads a typewriter's small letters as capitals now and then. A capital makes a name, so it is made small only where
three things agree: it is as low as the small letters beside it, the page's other capitals are clearly higher, and no
sentence, list or line begins with it. `У` and `Р` are small where they hang below the line, as no capital does.
"""

from __future__ import annotations

from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from document import Word
from ingest.marks import LOW_LETTERS, Marks
from ingest.raster import POINTS_PER_INCH

# Letters whose capital is the small letter enlarged, in one piece and without a tail: `у` and `р` hang below the line.
SAME_SHAPE: Final = frozenset("вгжзиклмнопстхчшэюяғәө" + "comsvwxz")
LEAST_HEIGHT: Final = 14  # pixels of a small letter; below, a pixel more or less is a case
LEAST_CAPITALS: Final = 5  # words on a page that tell how high its capitals are
HIGHER: Final = 1.15  # times the height of small letters: capitals that can be told from them (1.1 to 1.5 by typeface)
STILL_SMALL: Final = 0.35  # of the way from small letters to the page's capitals
TELLING: Final = 2.5  # pixels between them at least; each may be measured wrongly by one
OF_THE_PAGE: Final = 0.15  # by how much small letters of a line may differ from those of the page
ON_THE_LINE: Final = 0.15  # of their height: how far apart the feet of letters on a line may be
NEAREST: Final = 6  # letters whose feet tell where the line is
FEET: Final = 2  # of them that must agree
ENDS: Final = ".!?:…"  # of what a sentence begins behind
TAILED: Final = frozenset("ур")
HANGING: Final = 0.2  # of the height of small letters: a tail reaches at least so far below the line
NO_HIGHER: Final = 1.15  # times that height: so far over the line a small letter with a tail reaches at most
NOT_BROKEN: Final = 0.88  # of the height of small letters: what is lower is a quotation mark or half a letter


def settle_capitals(words: tuple[Word, ...], marks: Marks, dpi: int) -> tuple[Word, ...]:
    """Make those capitals small that are so on the page; `marks` are of the image the words were read from."""
    if marks.height < LEAST_HEIGHT:
        return words
    points = POINTS_PER_INCH / dpi
    boxes, page = marks.boxes * points, marks.height * points
    words = _without_hanging(words, boxes, page)
    heights = {index: _relative_height(word, boxes, page) for index, word in enumerate(words) if _begins_large(word)}
    told = [height for height in heights.values() if height is not None]
    usual = float(np.median(told)) if len(told) >= LEAST_CAPITALS else 0.0
    if usual < HIGHER:
        return words
    largest = min(1 + STILL_SMALL * (usual - 1), usual - TELLING / marks.height)
    small = {
        index
        for index, height in heights.items()
        if height is not None and height <= largest and index > 0 and _goes_on(words[index - 1], words[index])
    }
    return tuple(_with_small(word) if index in small else word for index, word in enumerate(words))


def _begins_large(word: Word) -> bool:
    """Tell whether a word has one capital, the first letter, and it may be a small one."""
    return word.text[0].lower() in SAME_SHAPE and _is_capitalised(word)


def _is_capitalised(word: Word) -> bool:
    """Tell whether a word has one capital, the first letter; `В.` is an initial."""
    text, letters = word.text, [character for character in word.text if character.isalnum()]
    return text[0].isupper() and all(map(str.islower, letters[1:])) and (len(letters) > 1 or len(text) == 1)


def _goes_on(before: Word, word: Word) -> bool:
    """Tell whether `word` goes on with the sentence of the word before it, on the same line."""
    same_line = before.box.x1 <= word.box.x1 and before.box.y0 < word.box.y1 and word.box.y0 < before.box.y1
    return same_line and (before.text[-1].isalpha() or before.text[-1] in ",-–»”)")


def _without_hanging(words: tuple[Word, ...], boxes: NDArray[np.floating], page: float) -> tuple[Word, ...]:
    """Make capitals that hang below the line small; `boxes` and `page`, the height of small letters, in points."""
    return tuple(
        _with_small(word)
        if word.text[0].lower() in TAILED
        and _is_capitalised(word)
        and index > 0
        and words[index - 1].text[-1] not in ENDS
        and _hangs(word, boxes, page)
        else word
        for index, word in enumerate(words)
    )


def _hangs(word: Word, boxes: NDArray[np.floating], page: float) -> bool:
    """Tell whether the first mark of a word hangs below those beside it and is no higher than they are."""
    box = word.box
    down = boxes[:, 1] + boxes[:, 3] / 2
    line = boxes[(down >= box.y0) & (down <= box.y1) & (boxes[:, 3] >= NOT_BROKEN * page)]
    across = line[:, 0] + line[:, 2] / 2
    inside = line[(across >= box.x0) & (across <= box.x1)]
    if not len(inside):
        return False
    left, top, width, height = inside[inside[:, 0].argmin()]
    if left > box.x0 + 0.6 * page or width > 1.8 * page:
        return False
    nearest = line[np.argsort(np.abs(line[:, 0] - left))][1 : NEAREST + 1]
    if len(nearest) < FEET:
        return False
    foot = float(np.median(nearest[:, 1] + nearest[:, 3]))
    return bool(top + height - foot >= HANGING * page and foot - top <= NO_HIGHER * page)


def _with_small(word: Word) -> Word:
    return msgspec.structs.replace(word, text=word.text[0].lower() + word.text[1:])


def _relative_height(word: Word, boxes: NDArray[np.floating], page: float) -> float | None:
    """How high the first mark of a word is, in heights of the line's small letters; None where that is unclear.

    `page` is the height of the page's small letters: a line of figures or capitals alone tells nothing.
    """
    box = word.box
    across, down = boxes[:, 0] + boxes[:, 2] / 2, boxes[:, 1] + boxes[:, 3] / 2
    on_line = (down >= box.y0) & (down <= box.y1)
    line, inside = boxes[on_line], boxes[on_line & (across >= box.x0) & (across <= box.x1)]
    if not len(inside):
        return None
    small = float(np.percentile(line[:, 3], LOW_LETTERS))
    left, top, width, height = inside[inside[:, 0].argmin()]
    run_together = width > 1.8 * height
    lost = left > box.x0 + 0.6 * small or height < NOT_BROKEN * small
    if run_together or lost or abs(small - page) > OF_THE_PAGE * page:
        return None
    nearest = line[np.argsort(np.abs(line[:, 0] - left))][1 : NEAREST + 1]
    feet = np.abs(nearest[:, 1] + nearest[:, 3] - top - height) <= ON_THE_LINE * small
    return float(height) / small if feet.sum() >= FEET else None
