"""Which models read a page: the English one alone where a few words tell that it is English, else those of Cyrillic.

All models together write Cyrillic letters into worn English words and Latin ones into worn Russian words, and take
longer. A few words read by the English model tell: of English it is sure, however worn; what it makes of Cyrillic it
doubts itself. What is in the other script comes back: lines that the models of one script make nothing of are read by
all, and where that shows the other script the whole page is; single words that the others doubt are read by the
English one.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Final

import msgspec
import regex

from document import Box, Language, Word
from ingest.evidence import LONG_WORD, SURE, credence, quality
from ingest.ocr import Recognizer, Rereader
from ingest.pieces import read_pieces, read_strips
from ingest.raster import Raster
from ingest.second_reading import rows_of

ENGLISH: Final = 0.5  # quality of the English model's reading of a few lines: English has 0.64 and more, others 0.4
CYRILLIC: Final = 0.42
ENOUGH: Final = 25  # letters that tell
FOREIGN: Final = 0.55  # quality of a line below which it may be in the other script
FEWEST: Final = 8  # letters of a line that may be
MOST: Final = 8  # lines looked at again
DOUBTED: Final = 0.5  # credence of a word that may be in Latin letters on a page of Cyrillic
SHORTEST: Final = 3  # letters of such a word
TELLING: Final = 2  # of its letters: those that no Cyrillic letter looks like
MOST_WORDS: Final = 60

_CYRILLIC: Final = regex.compile(r"\p{Cyrillic}")
_ONLY_LATIN: Final = regex.compile(r"[DFGJLNQRSUVWZbdfghklmnqrtuvwz]")


class Script(Enum):
    """What a few words of a page look like to the English model."""

    LATIN = 1
    OTHER = 2
    UNSURE = 3


def script_of_page(lines: Raster, english: Recognizer) -> Script:
    """Tell the script of a page by a few words of it."""
    words = english.recognize(lines)
    if _letters(words) < ENOUGH:
        return Script.UNSURE
    sure = quality(words)
    return Script.LATIN if sure >= ENGLISH else Script.OTHER if sure < CYRILLIC else Script.UNSURE


def hides(script: Script, words: tuple[Word, ...], sheet: Raster, recognizer: Rereader) -> bool:
    """Tell whether lines that the models of one script made nothing of are in `script` to all models together."""
    rows = [row for row in rows_of(words) if _letters(row) >= FEWEST and quality(row) < FOREIGN]
    strips = [Box.around(word.box for word in row) for row in sorted(rows, key=_letters, reverse=True)[:MOST]]
    read = [word for found in read_strips(strips, sheet, recognizer) for word in found] if strips else []
    letters = _ONLY_LATIN if script is Script.LATIN else _CYRILLIC
    least = TELLING if script is Script.LATIN else LONG_WORD
    sure = [word for word in read if credence(word) >= SURE and len(word.text) >= LONG_WORD]
    return any(len(letters.findall(word.text)) >= least for word in sure)


def with_latin(words: tuple[Word, ...], sheet: Raster, english: Rereader) -> tuple[Word, ...]:
    """Answer what models without Latin letters read, the words that the English one is far surer of in its reading.

    Words of letters that both scripts have are left as they were.
    """
    doubted = [word for word in words if credence(word) < DOUBTED and _letters([word]) >= SHORTEST][:MOST_WORDS]
    read = read_pieces([word.box for word in doubted], sheet, english, Language.EN) if doubted else []
    better = {
        id(word): found[0]
        for word, found in zip(doubted, read, strict=True)
        if len(found) == 1 and credence(found[0]) >= SURE and len(_ONLY_LATIN.findall(found[0].text)) >= TELLING
    }
    return tuple(
        msgspec.structs.replace(word, text=better[id(word)].text, confidence=better[id(word)].confidence)
        if id(word) in better
        else word
        for word in words
    )


def _letters(words: Sequence[Word]) -> int:
    return sum(sum(map(str.isalpha, word.text)) for word in words)
