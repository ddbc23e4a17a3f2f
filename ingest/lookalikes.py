"""Letters of one script standing for their look-alikes of another, put right word by word.

A run of letters is mended only when it mixes scripts: words of one script stay as they are, but for a few that
cannot be what they seem between Cyrillic neighbours.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from enum import Enum

import regex

# A run of letters, with the initials before it: `A.Б.Жанов` is of one script.
RUN = regex.compile(r"(?:\p{Lu}\.)+[\p{L}\p{M}]*|[\p{L}\p{M}]+")
# Addresses of the network are typed in, not read: whoever mixes letters there means it, or broke the link.
ADDRESS = regex.compile(r"://|www\.|@")
CYRILLIC = regex.compile(r"\p{Cyrillic}")
LATIN = regex.compile(r"[\p{Latin}γθ]")
ROMAN = regex.compile(r"(?=[IVXLCDM])M*(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")

# Twins: a Latin letter and the Cyrillic one printed alike.
TWINS = dict(zip("ABCEHKMOPTXaceopxyiI", "АВСЕНКМОРТХасеорхуіІ", strict=True))
TO_LATIN = {cyrillic: latin for latin, cyrillic in TWINS.items()} | {"У": "Y"}
# What stands for a Cyrillic letter in a Cyrillic word though it is printed a little otherwise.
NEAR = dict(zip("kmtYëËïəƏɵƟθγıѳѲǝƎӀ", "кмтУёЁїәӘөӨөүіөӨәӘІ", strict=True))
TO_CYRILLIC = TWINS | NEAR
KAZAKH_ONLY = frozenset("құҚҰ")
KAZAKH_SHARE = 0.02
TELLING_LENGTH = 3
BASHKIR_ONLY = frozenset("ҙҡҫҘҠҪ")
# Letters of other alphabets that the Kazakh recogniser and broken fonts print for Kazakh ones.
TO_KAZAKH = dict(zip("ҙҡӛҘҠӚҝҜӊӉҥҤ", "ғқөҒҚӨқҚңҢңҢ", strict=True))
SCHWA = frozenset("əƏ")
FRONT_VOWELS = frozenset("әөүіеӘӨҮІЕ")
BACK_VOWELS = frozenset("аоұыАОҰЫ")

# Words of twins alone that are no English words in the middle of a Cyrillic line, or hardly ever.
BETWEEN_CYRILLIC = {
    "CCCP": "СССР",  # Прокуратура CCCP сообщает
    "PCP": "РСР",
    "TACC": "ТАСС",  # по сообщению TACC от
    "BCE": "ВСЕ",
    "Ha": "На",  # Ha основании приказа
    "Ho": "Но",
    "He": "Не",  # He состоял под судом
    "HA": "НА",
    "HE": "НЕ",
    "TO": "ТО",
    "TOM": "ТОМ",
    "PK": "РК",
    "MK": "МК",
    "BC": "ВС",
    "BMH": "ВМН",  # Приговор: BMH Расстрелян
    "BT": "ВТ",  # осуждён BT войск НКВД
    "BK": "ВК",
    "BO": "ВО",
    "CTO": "СТО",
    "OCO": "ОСО",  # постановлением OCO при НКВД
    "PO": "РО",
    "CO": "СО",
    "KPO": "КРО",
    "BCHX": "ВСНХ",
    "MTC": "МТС",
    "BOXP": "ВОХР",
    "ACCP": "АССР",
    "KACCP": "КАССР",
    "TACCP": "ТАССР",
    "KCPO": "КСРО",  # бүкіл KCPO аумағында
    "ha": "на",
    "Bo": "Во",
    "Co": "Со",
    "co": "со",
    "c": "с",  # c конфискацией имущества
    "o": "о",
    "a": "а",
    "y": "у",
    "B": "В",
    "K": "К",
    "O": "О",
    "A": "А",
    "C": "С",
}


class Script(Enum):
    """The script of a run of letters, as far as it can be told."""

    CYRILLIC = "cyrillic"
    LATIN = "latin"
    OTHER = "other"


class Surroundings(Enum):
    """The text around a word, as far as it tells how to read letters that belong to two scripts."""

    UNKNOWN = "unknown"
    OTHER = "other"
    CYRILLIC = "cyrillic"
    KAZAKH = "kazakh"


def surroundings_of(words: Sequence[str]) -> Surroundings:
    """Tell text in Cyrillic letters from other text, and Kazakh, but not Bashkir, from other Cyrillic.

    Only letters of one script count, in words long enough not to be signs or initials.
    """
    letters = Counter(
        character
        for word in words
        if len(word) >= TELLING_LENGTH
        for character in word
        if character not in TWINS and character not in TO_LATIN
    )
    cyrillic = sum(count for letter, count in letters.items() if "\u0400" <= letter <= "\u052f")
    others = sum(count for letter, count in letters.items() if letter.isalpha()) - cyrillic
    kazakh = sum(letters[letter] for letter in KAZAKH_ONLY)
    if cyrillic <= others:
        return Surroundings.OTHER
    enough = kazakh >= max(1, KAZAKH_SHARE * cyrillic) and kazakh > sum(letters[letter] for letter in BASHKIR_ONLY)
    return Surroundings.KAZAKH if enough else Surroundings.CYRILLIC


def fold_word(word: str, surroundings: Surroundings) -> str:
    """Answer `word` with each run of letters in one script; runs that could be of either follow the surroundings."""
    if word.isascii() or ADDRESS.search(word):
        return word
    folded = RUN.sub(lambda found: _fold_run(found.group(), surroundings), word)
    return unicodedata.normalize("NFC", folded)  # a Latin letter may join an accent that its Cyrillic twin cannot


def fold_between(word: str, before: str, after: str) -> str:
    """Answer `word`, its Latin twins made Cyrillic if both neighbours are Cyrillic and it can be nothing else.

    Folds initials and page signs (`C.`), one-letter words, letters after digits (`58-1a`) and a few known words.
    """
    if not word.isascii() or {script_of(before), script_of(after)} != {Script.CYRILLIC}:
        return word
    for rule in (_known_word, _initials, _after_digits):
        folded = rule(word)
        if folded is not None:
            return folded
    return word


def script_of(word: str) -> Script:
    """The script of the letters of `word`; mixed words and words without letters answer OTHER."""
    cyrillic, latin = CYRILLIC.search(word), LATIN.search(word)
    if cyrillic and not latin:
        return Script.CYRILLIC
    return Script.LATIN if latin and not cyrillic else Script.OTHER


def _fold_run(run: str, surroundings: Surroundings) -> str:
    kazakh = surroundings is Surroundings.KAZAKH
    if kazakh:
        run = "".join(TO_KAZAKH.get(character, character) for character in run)
    cyrillic = [character for character in run if CYRILLIC.match(character)]
    latin = [character for character in run if LATIN.match(character)]
    foreign = [character for character in latin if character not in TO_CYRILLIC and character != "h"]
    if kazakh and not cyrillic and not foreign and SCHWA.intersection(latin):
        return _to_cyrillic(run, kazakh)  # əp: all its letters have twins, and no other Latin word has a schwa
    if not cyrillic or not latin:
        return run
    native = [character for character in cyrillic if character not in TO_LATIN]
    if native:
        return run if foreign else _to_cyrillic(run, kazakh)
    if not all(character in TWINS for character in latin):
        return _to_latin(run)
    match surroundings:
        case Surroundings.UNKNOWN:
            return run
        case Surroundings.OTHER:
            return _to_latin(run)
        case _:
            return _to_cyrillic(run, kazakh)


def _to_latin(run: str) -> str:
    return "".join(TO_LATIN.get(character, character) for character in run)


def _to_cyrillic(run: str, kazakh: bool) -> str:
    table = dict(TO_CYRILLIC)
    table["h"] = "һ" if kazakh else "h"
    if kazakh and FRONT_VOWELS.intersection(run) and not BACK_VOWELS.intersection(run):
        table["Y"] = "Ү"  # printed without a bend, as Ү is; words with back vowels have У
    return "".join(table.get(character, character) for character in run)


def _known_word(word: str) -> str | None:
    core = word.strip("«»\"'(),.;:!?")
    return word.replace(core, BETWEEN_CYRILLIC[core]) if core in BETWEEN_CYRILLIC else None


INITIALS = regex.compile(r"(?:[ABCEHKMOPTX]\.){1,3},?")
AFTER_DIGITS = regex.compile(r"(?<=\d)[aceopx]{1,2}(?![\p{L}\d])")


def _initials(word: str) -> str | None:
    if not INITIALS.fullmatch(word) or (ROMAN.fullmatch(word.strip(".,")) and word.strip(".,") not in "CM"):
        return None
    return "".join(TWINS.get(character, character) for character in word)


def _after_digits(word: str) -> str | None:
    folded = AFTER_DIGITS.sub(lambda found: "".join(TWINS[letter] for letter in found.group()), word)
    return None if folded == word or LATIN.search(folded) else folded
