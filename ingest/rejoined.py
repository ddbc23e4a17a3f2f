"""Parts of words that were cut where no blank stands: a sign from its word, a name from its hyphen.

Recognisers end a word at a sign now and then, and a word read again shares its place by characters. What is nearer to
the word before it than the narrowest blank is a part of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

import msgspec
import regex

from document import Box, Word

NO_BLANK: Final = 0.3  # of the room a letter takes: a typewriter's blank has all of it, the narrowest printed one half
TELLING: Final = 3  # letters of a word that tells how much that is

_SIGN: Final = regex.compile(r"[.,:;)!?]{1,2}")
_BEFORE_SIGN: Final = regex.compile(r"[\p{L}\p{N}.)»\"”]$")
_BEFORE_HYPHEN: Final = regex.compile(r"\p{L}{2}-$")
_NAME: Final = regex.compile(r"\p{Lu}\p{L}")


def rejoined(row: Sequence[Word]) -> list[Word]:
    """Answer the words of a line, those that are parts of one made one; its confidence is that of the least sure."""
    if not any(_may_be_part(*pair) for pair in pairwise(row)):
        return list(row)
    letter = median([word.box.width / len(word.text) for word in row if len(word.text) >= TELLING] or [0.0])
    whole = [row[0]]
    for word in row[1:]:
        last = whole[-1]
        if _may_be_part(last, word) and word.box.x0 - last.box.x1 < NO_BLANK * letter:
            whole[-1] = _one(last, word)
        else:
            whole.append(word)
    return whole


def _may_be_part(last: Word, word: Word) -> bool:
    if _SIGN.fullmatch(word.text):
        return _BEFORE_SIGN.search(last.text) is not None and last.text[-1] != word.text[0]
    hyphen = last.text[-1] == "-" and last.text[0].isupper() and _BEFORE_HYPHEN.search(last.text)
    return bool(hyphen) and _NAME.match(word.text) is not None


def _one(last: Word, word: Word) -> Word:
    confidence = min(last.confidence, word.confidence)
    text, box = last.text + word.text, Box.around((last.box, word.box))
    return msgspec.structs.replace(last, text=text, box=box, confidence=confidence)
