"""Whether the English model alone reads a page: where a few words tell that it is English.

All models together write Cyrillic letters into worn English words and take longer. A few words read by the English
model tell: of English it is sure, however worn; what it makes of Cyrillic it doubts itself. Lines that it makes
nothing of are read by all, and where they show Cyrillic the whole page is. Cyrillic pages are read by all models:
without the English one they lose `§`, Roman numerals and Latin names.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from document import Box, Word
from ingest.evidence import LONG_WORD, SURE, credence, quality
from ingest.ocr import Recognizer, Rereader
from ingest.pieces import read_strips
from ingest.raster import Raster
from ingest.second_reading import rows_of

ENGLISH: Final = 0.5  # quality of the English model's reading of a few lines: English has 0.64 and more, others 0.4
ENOUGH: Final = 25  # letters that tell
FOREIGN: Final = 0.55  # quality of a line below which it may be in the other script
FEWEST: Final = 8  # letters of a line that may be
MOST: Final = 8  # lines looked at again

_CYRILLIC: Final = regex.compile(r"\p{Cyrillic}")


def is_english(lines: Raster, english: Recognizer) -> bool:
    """Tell by a few words of a page whether the English model alone should read it."""
    words = english.recognize(lines)
    return _letters(words) >= ENOUGH and quality(words) >= ENGLISH


def hides_cyrillic(words: tuple[Word, ...], sheet: Raster, recognizer: Rereader) -> bool:
    """Tell whether lines that the English model made nothing of are Cyrillic to all models together."""
    rows = [row for row in rows_of(words) if _letters(row) >= FEWEST and quality(row) < FOREIGN]
    strips = [Box.around(word.box for word in row) for row in sorted(rows, key=_letters, reverse=True)[:MOST]]
    read = [word for found in read_strips(strips, sheet, recognizer) for word in found] if strips else []
    sure = [word for word in read if credence(word) >= SURE and len(word.text) >= LONG_WORD]
    return any(len(_CYRILLIC.findall(word.text)) >= LONG_WORD for word in sure)


def _letters(words: Sequence[Word]) -> int:
    return sum(sum(map(str.isalpha, word.text)) for word in words)
