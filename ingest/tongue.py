"""Which models read a page: the English one alone where a few lines tell that the page is English.

All models together write Cyrillic letters into worn English words, and take three times as long. A few lines read by
the English model tell: of English it is sure, however worn; what it makes of Cyrillic it doubts itself. Where it then
meets lines that it makes nothing of, they are read by all models before it is believed that the page is English.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from document import Box, Language, Word
from ingest.evidence import LONG_WORD, SURE, credence, quality
from ingest.ocr import Polyglot, Recognizer, Rereader
from ingest.pieces import read_strips
from ingest.raster import Raster
from ingest.second_reading import rows_of

ENGLISH: Final = 0.5  # quality of the English model's reading of a few lines: English has 0.64 and more, others 0.4
ENOUGH: Final = 25  # letters that tell
FOREIGN: Final = 0.55  # quality of a line below which it may be in another script
FEWEST: Final = 8  # letters of a line that may be
MOST: Final = 12  # lines looked at again

_CYRILLIC: Final = regex.compile(r"\p{Cyrillic}")


def english_for(lines: Raster, recognizer: Recognizer) -> Recognizer | None:
    """Give the English model if these few lines of a page are English to it, `None` if not or there is none."""
    english = recognizer.alone(Language.EN) if isinstance(recognizer, Polyglot) else None
    if english is None:
        return None
    words = english.recognize(lines)
    return english if _letters(words) >= ENOUGH and quality(words) >= ENGLISH else None


def hides_cyrillic(words: tuple[Word, ...], sheet: Raster, recognizer: Recognizer) -> bool:
    """Tell whether lines that the English model made nothing of are Cyrillic to all models together."""
    rows = [row for row in rows_of(words) if _letters(row) >= FEWEST and quality(row) < FOREIGN]
    if not rows or not isinstance(recognizer, Rereader):
        return False
    strips = [Box.around(word.box for word in row) for row in sorted(rows, key=_letters, reverse=True)[:MOST]]
    read = [word for found in read_strips(strips, sheet, recognizer) for word in found]
    return any(credence(word) >= SURE and len(_CYRILLIC.findall(word.text)) >= LONG_WORD for word in read)


def _letters(words: Sequence[Word]) -> int:
    return sum(sum(map(str.isalpha, word.text)) for word in words)
