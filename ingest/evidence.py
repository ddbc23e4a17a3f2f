"""How far a reading can be believed, by the recogniser's own confidence and the look of its words.

No word list is asked: names are in none, and these pages are full of names.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

import regex

from document import Word

DOUBT: Final = 0.4  # credence below which a character read is worse than none
LIKELY: Final = 0.6  # credence that scribbles do not reach
SURE: Final = 0.8  # credence of a word that stands by itself
ENOUGH_LETTERS: Final = 50
NEARLY_ALL: Final = 0.95
WORDS_KEPT: Final = 20_000
LONG_WORD: Final = 5  # characters; shorter ones may be look-alikes of another alphabet, and as high as wide

_EDGE: Final = regex.compile(r"^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$")
_LATIN: Final = regex.compile(r"\p{Latin}")
_CYRILLIC: Final = regex.compile(r"\p{Cyrillic}")
_NUMERAL: Final = regex.compile(r"[IVX]+[-–]?\p{Cyrillic}{1,4}")
_CAPITAL_INSIDE: Final = regex.compile(r"\p{Ll}\p{Lu}")
_DIGIT_INSIDE: Final = regex.compile(r"\p{L}\p{N}+\p{L}")
_SYMBOL: Final = regex.compile(r"[|=~_^<>{}\\]")
_VOWEL: Final = regex.compile(r"[аеёиоуыэюяәіөүұaeiouyäöüåæø]", regex.IGNORECASE)


def credence(word: Word) -> float:
    """Weigh the recogniser's confidence in a word by how word-like it looks, 0–1."""
    core = _EDGE.sub("", word.text)
    if not core:
        return word.confidence * 0.6  # punctuation alone: as often a stain as a dash
    return word.confidence * _likeness(core)


@lru_cache(maxsize=WORDS_KEPT)
def _likeness(core: str) -> float:
    """How word-like it looks, 0–1; asked many times of the same word while a page is judged."""
    return min((factor for doubt, factor in DOUBTS if doubt(core)), default=1.0)


def value(words: Sequence[Word]) -> float:
    """Add up what a reading tells: believed characters count for it, doubted ones against it."""
    return sum(len(word.text) * (credence(word) - DOUBT) for word in words)


def worth(words: Sequence[Word]) -> float:
    """Weigh a reading beside others of the page: its value, and nothing where it left the page on its side."""
    return 0.0 if sideways(words) else value(words)


def quality(words: Sequence[Word]) -> float:
    """Average the credence over characters; 0 for no words."""
    characters = sum(len(word.text) for word in words)
    return sum(len(word.text) * credence(word) for word in words) / characters if characters else 0.0


def believable(words: Sequence[Word]) -> bool:
    """Tell whether anything was read at all: one word or number that stains and scribbles would not have given."""
    return any(credence(word) >= LIKELY and any(map(str.isalnum, word.text)) for word in words)


def is_latin(words: Sequence[Word]) -> bool:
    """Tell whether the page is in Latin letters; a long sure word in others, and it is not."""
    latin = sum(len(_LATIN.findall(word.text)) for word in words)
    letters = sum(sum(map(str.isalpha, word.text)) for word in words)
    if latin < ENOUGH_LETTERS or latin < NEARLY_ALL * letters:
        return False
    return not any(credence(word) >= SURE and len(_CYRILLIC.findall(word.text)) >= LONG_WORD for word in words)


def sideways(words: Sequence[Word]) -> bool:
    """Tell whether most words run up or down the page: Tesseract reads such lines, but leaves the page on its side."""
    long = [word.box for word in words if len(word.text) >= LONG_WORD]
    return sum(box.height > box.width for box in long) > len(long) / 2


def two_alphabets(core: str) -> bool:
    """`сар1едгап`, `Cоюз`: no word is written in two alphabets, a Roman numeral with its ending apart."""
    if _NUMERAL.fullmatch(core):
        return False
    return bool(_CYRILLIC.search(core) and _LATIN.search(core))


def capital_inside(core: str) -> bool:
    """`хЫчКа`: a capital after a small letter (`McDonald` pays for it)."""
    return bool(_CAPITAL_INSIDE.search(core))


def digit_inside(core: str) -> bool:
    """`п1сьмо`: a digit between letters."""
    return bool(_DIGIT_INSIDE.search(core))


def no_vowel(core: str) -> bool:
    """`пршк`: four small letters and more without a vowel; capitals may be an abbreviation."""
    letters = [character for character in core if character.isalpha()]
    return len(letters) >= 4 and not core.isupper() and not _VOWEL.search(core)


def symbols_inside(core: str) -> bool:
    """`а|=й`: signs that stand in no word."""
    return bool(_SYMBOL.search(core))


DOUBTS: Final[tuple[tuple[Callable[[str], bool], float], ...]] = (
    (two_alphabets, 0.3),
    (digit_inside, 0.3),
    (capital_inside, 0.4),
    (no_vowel, 0.4),
    (symbols_inside, 0.3),
)
