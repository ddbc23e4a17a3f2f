"""English words that are none, made the word they were misread from: one that differs in letters of like shape alone.

Worn types fill up and lose strokes: `oamp` is camp, `quietiy` quietly, `warried` married. Only words in small letters
are looked at, for names are in no dictionary, and only where no other word is as near.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec
import regex

from document import Word
from ingest.dictionary import Dictionary
from ingest.english import COMMON, FOREIGN, NO_WORDS, SHAPES

SHORT: Final = 3  # letters: so few are held against the commonest words alone
LONGER: Final = (7, 10)  # letters from which a word may hold two mistakes, and three
HYPHENS: Final = ("-", "¬", "\u00ad", "=")
NAME: Final = regex.compile(r"\p{Lu}[\p{L}'’-]*\p{Ll}")

_PARTS: Final = regex.compile(r"([^\p{L}\p{N}]*)(\p{Ll}+)([^\p{L}\p{N}]*)")
_WIFE: Final = regex.compile(r"([\"“(]?)(?:['‘.]?[iI]{1,2}|[HNWKM]|['‘.]?[uani]|li|fi)rs\.")


def with_words(words: Sequence[Word], dictionary: Dictionary) -> tuple[Word, ...]:
    """Answer the words of an English page, as many as were given, with those that are no words mended."""
    mended = list(words)
    for place, word in enumerate(words):
        before = words[place - 1].text if place else ""
        after = words[place + 1].text if place + 1 < len(words) else ""
        text = _title(word.text, after) or _word(word.text, before, dictionary)
        if text is not None:
            mended[place] = msgspec.structs.replace(word, text=text)
    return tuple(mended)


def _title(text: str, after: str) -> str | None:
    """`iirs. Smith`, `Hrs. Smith` → Mrs."""
    found = _WIFE.fullmatch(text)
    return f"{found[1]}Mrs." if found and NAME.match(after) else None


def _word(text: str, before: str, dictionary: Dictionary) -> str | None:
    """`applicetion,` → application,; halves of words at line ends are left alone."""
    found = _PARTS.fullmatch(text)
    if not found or before.endswith(HYPHENS) or text.endswith(HYPHENS):
        return None
    word = found[2]
    if word in COMMON | FOREIGN or (word not in NO_WORDS and (dictionary.knows(word) or len(word) == 1)):
        return None
    near = dictionary.like(word, SHAPES, 1 + sum(len(word) >= length for length in LONGER))
    near = [(cost, each) for cost, each in near if each not in NO_WORDS]
    if len(word) <= SHORT or word in NO_WORDS:
        near = [(cost, each) for cost, each in near if each in COMMON]
    if not near or (len(near) > 1 and near[1][0] == near[0][0]):
        return None
    return f"{found[1]}{near[0][1]}{found[3]}"
