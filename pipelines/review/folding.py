"""Words as a search compares them: Latin letters in which Әлихан, Алихан and Alikhan are one word.

Unlike the key of a name (`pipelines.entities.name_key`) no rule looks at the end of a word, so that the beginning of
a word folds to the beginning of what it folds to.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

import regex

WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
# Kazakh letters as their Russian neighbours, Russian ones as English prints them.
LETTERS = str.maketrans(
    dict(zip("абвгғдезийікқлмнңоөпрстуұүфһыэәёў", "abvggdeziiikklmnnooprstuuufhieaeu", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ю": "iu", "я": "ia", "ъ": "", "ь": ""}
    | {"ı": "i", "ə": "a", "ß": "ss", "ø": "o", "æ": "ae", "ł": "l", "đ": "d"}
)
FOLDS = tuple(
    (regex.compile(pattern), replacement)
    for pattern, replacement in (
        (r"[^a-z0-9]", ""),
        (r"shch|sch", "sh"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"q", "k"),
        (r"w", "v"),
        (r"[yj]", "i"),
        (r"i+", "i"),
        (r"i(?=[aueo])", ""),
        (r"([a-z])\1+", r"\1"),
    )
)
REMEMBERED = 200_000


class Word(NamedTuple):
    """A word of a text, `text[start:end]`, and what it folds to."""

    start: int
    end: int
    folded: str


def fold(text: str) -> list[Word]:
    """The words of a text with what they fold to; a word of no letters we know stays as it is."""
    return [Word(*match.span(), fold_word(match.group())) for match in WORD.finditer(text)]


def folded_text(text: str) -> str:
    """What the words of a text fold to, with blanks between them: what is searched."""
    return " ".join(map(fold_word, WORD.findall(text)))


@lru_cache(REMEMBERED)
def fold_word(word: str) -> str:
    """One word, folded."""
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFC", word).casefold().translate(LETTERS))
    for pattern, replacement in FOLDS:
        plain = pattern.sub(replacement, plain)
    return plain or word.casefold()
