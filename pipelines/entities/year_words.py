"""Grammar of DATE for years and decades in words: `тридцать седьмом году`, `отызыншы жылдары`, `the thirties`."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from document import Label
from models.lexicon import Lexicon
from pipelines.entities import edtf
from pipelines.entities.candidate import Rule
from pipelines.entities.date_starts import starts_beside_the
from pipelines.entities.date_words import FRESH, PART_EN, PART_KK, PART_RU, part_of_year
from pipelines.entities.periods import dated
from pipelines.entities.rule import Found, Match, rule

IGNORE = regex.IGNORECASE
CENTURY = 1900
# By the first letters, which cases leave alone.
TENS: Mapping[str, int] = {
    "двад": 20,
    "трид": 30,
    "соро": 40,
    "пять": 50,
    "пяти": 50,
    "шест": 60,
    "семи": 70,
    "восе": 80,
    "вось": 80,
    "дева": 90,
    "дево": 90,
    "жиыр": 20,
    "отыз": 30,
    "қыры": 40,
    "қырқ": 40,
    "елу": 50,
    "елуі": 50,
    "алпы": 60,
    "жетп": 70,
    "секс": 80,
    "тоқс": 90,
    "twen": 20,
    "thir": 30,
    "fort": 40,
    "fift": 50,
    "sixt": 60,
    "seve": 70,
    "eigh": 80,
}
ONES: Mapping[str, int] = {
    "перв": 1,
    "втор": 2,
    "трет": 3,
    "четв": 4,
    "пято": 5,
    "пяты": 5,
    "шест": 6,
    "седь": 7,
    "вось": 8,
    "девя": 9,
    "бірі": 1,
    "екін": 2,
    "үшін": 3,
    "төрт": 4,
    "бесі": 5,
    "алты": 6,
    "жеті": 7,
    "сегі": 8,
    "тоғы": 9,
}
DECADES_RU = r"(?:двадцат|тридцат|сороков|пятидесят|шестидесят|семидесят|восьмидесят|девяност)(?:ые|ых|ыми?)"
DECADES_KK = r"(?:жиырмасыншы|отызыншы|қырқыншы|елуінші|алпысыншы|жетпісінші|сексенінші|тоқсаныншы)"
DECADES_EN = r"(?:twenties|thirties|forties|fifties|sixties|seventies|eighties)"
# `на тридцать седьмом году жизни` is an age.
AGE_BEFORE = regex.compile(r"(?<!\p{L})на\s$", regex.IGNORECASE)
AGE_AFTER = regex.compile(r"\s(?:жизни|службы|работы|своей|его|её|от\sроду|жасында)")


def decades_in(first: str, last: str | None) -> str | None:
    """Write the decade a word names, or two."""
    one = edtf.decade(CENTURY + TENS[first.casefold()[:4]])
    return edtf.interval(one, edtf.decade(CENTURY + TENS[last.casefold()[:4]])) if last else one


@rule(
    Label.DATE,
    rf"{FRESH}(?:{PART_RU}\s)?(?P<t>{DECADES_RU})(?:\s?[-–—]\s?(?P<t2>{DECADES_RU}))?\sгод(?:ы|ов|ам|ах|ами)(?!\p{{L}})"
    r"(?:\s(?:XX|ХХ|прошлого|двадцатого)\s(?:века|столетия))?",
    IGNORE,
)
def decade_in_words_ru(match: Match, _: Lexicon) -> Found | None:
    """`тридцатые годы`, `начале тридцатых годов`."""
    return dated(match, decades_in(match["t"], match["t2"]))


@rule(
    Label.DATE,
    rf"{FRESH}(?:(?:(?:XX|ХХ)\s?(?:ғасыр\p{{Ll}}*|ғ\.)|(?:өткен|жиырмасыншы)\sғасырдың)\s)?(?P<t>{DECADES_KK})"
    rf"(?:\s?[-–—]\s?(?P<t2>{DECADES_KK}))?\sжылдар\p{{Ll}}*(?:\s{PART_KK})?",
    IGNORE,
)
def decade_in_words_kk(match: Match, _: Lexicon) -> Found | None:
    """`отызыншы жылдары`, `ХХ ғасырдың қырқыншы жылдарының басында`."""
    return dated(match, decades_in(match["t"], match["t2"]))


@rule(
    Label.DATE,
    rf"(?<=\bthe\s)(?:{PART_EN})?(?:(?P<t>{DECADES_EN})|['’]?(?P<n>[2-9]0)['’]?s)(?!\p{{L}})"
    rf"|{FRESH}{PART_EN}(?<=\bthe\s)(?:(?P<t>{DECADES_EN})|['’]?(?P<n>[2-9]0)['’]?s)(?!\p{{L}})",
    IGNORE,
    starts=starts_beside_the,
)
def decade_in_words_en(match: Match, _: Lexicon) -> Found | None:
    """`the thirties`, `the early '30s`; without an article it is somebody's age."""
    return dated(match, decades_in(match["t"], None) if match["t"] else edtf.decade(CENTURY + int(match["n"])))


@rule(
    Label.DATE,
    rf"{FRESH}(?:{PART_RU}\s)?(?:тысяча\sдевятьсот\s)?(?P<t>двадцать|тридцать|сорок|пятьдесят)\s(?P<u>перв|втор|трет|четв[её]рт"
    r"|пят|шест|седьм|восьм|девят)\p{L}{1,3}\sгод(?:а|у|ом|е)?(?!\p{L})",
    IGNORE,
)
def year_in_words_ru(match: Match, _: Lexicon) -> Found | None:
    """`тридцать седьмом году`, `весной тридцать восьмого года`."""
    if AGE_BEFORE.search(match.string, max(0, match.start() - 4), match.start()):
        return None
    if AGE_AFTER.match(match.string, match.end()):
        return None
    unit = next(number for stem, number in ONES.items() if match["u"].casefold().ljust(4, "ы").startswith(stem))
    return dated(match, part_of_year(match[0], CENTURY + TENS[match["t"].casefold()[:4]] + unit))


@rule(
    Label.DATE,
    rf"{FRESH}(?:(?:(?:бір\s)?мың\sтоғыз\sжүз|(?P<late>екі\sмың))\s)?(?P<t>жиырма|отыз|қырық|елу)\s(?P<u>бірінші|екінші|үшінші|төртінші|бесінші"
    rf"|алтыншы|жетінші|сегізінші|тоғызыншы)\sжыл(?!дар|дық|қ)\p{{Ll}}*(?:\s{PART_KK})?",
    IGNORE,
)
def year_in_words_kk(match: Match, _: Lexicon) -> Found | None:
    """`отыз жетінші жылы`."""
    century = CENTURY + 100 if match["late"] else CENTURY
    year = century + TENS[match["t"].casefold()[:4]] + ONES[match["u"].casefold()[:4]]
    return dated(match, part_of_year(match[0], year))


WORD_RULES: tuple[Rule, ...] = (
    decade_in_words_ru,
    decade_in_words_kk,
    decade_in_words_en,
    year_in_words_ru,
    year_in_words_kk,
)
