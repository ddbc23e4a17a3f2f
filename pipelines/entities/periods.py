"""Grammar of DATE for periods longer than a year: decades and centuries."""

from __future__ import annotations

import regex

from document import DateValue, Label
from models.lexicon import Lexicon
from pipelines.entities import edtf
from pipelines.entities.candidate import Rule
from pipelines.entities.date_starts import starts_of_dates
from pipelines.entities.date_words import FRESH, PART_EN, PART_KK, PART_RU, roman_number
from pipelines.entities.rule import Found, Match, rule

IGNORE = regex.IGNORECASE
CENTURY = r"(?P<c>[XVIХІ]{2,5}|1[5-9]|2[01])(?:\s?[-‐‑–—−]\s?(?P<c2>[XVIХІ]{2,5}|1[5-9]|2[01]))?"
DECADES = r"(?P<w>1[6-9]|20)?(?P<t>[0-9]0)(?:\s{0,2}[-–—,]\s{0,2}(?P<w2>1[6-9]|20)?(?P<t2>[0-9]0))?"


def dated(match: Match, value: str | None, end: int | None = None) -> Found:
    """Make the whole match a date, with its value where there is one."""
    return Found(match.start(), match.end() if end is None else end, DateValue(value) if value else None)


CENTURIES_KK = {"он сегізінші": 18, "он тоғызыншы": 19, "жиырмасыншы": 20, "жиырма бірінші": 21}


def decades_of(match: Match, century: int) -> str | None:
    """Write the decades `t`–`t2`, of the century beginning with the year `century` unless written in full."""
    start = int(match["w"]) * 100 if match["w"] else century
    first = edtf.decade(start + int(match["t"]))
    if not match["t2"]:
        return first
    return edtf.interval(first, edtf.decade((int(match["w2"]) * 100 if match["w2"] else start) + int(match["t2"])))


@rule(
    Label.DATE,
    rf"{FRESH}(?:{PART_EN}{{1,2}}|mid-?\s?)?(?P<y>(?:1[6-9]|20)\d0)['’]?s(?!\p{{L}})",
    IGNORE,
)
def decade_en(match: Match, _: Lexicon) -> Found | None:
    """`1930s`, `late 1920s`, `mid-1930s`, `second half of the 1930s`."""
    return dated(match, edtf.decade(int(match["y"])))


@rule(
    Label.DATE,
    rf"{FRESH}(?i:{PART_EN})?(?P<c>[Nn]ineteenth|[Tt]wentieth|[Ee]ighteenth|[Tt]wenty-first|(?:1[5-9]"
    rf"|2[01])(?:th|st)|[XVIХІ]{{2,5}}(?:th|st)?)\s"
    r"[Cc]entur(?:y|ies)",
)
def century_en(match: Match, _: Lexicon) -> Found | None:
    """`first quarter of the XX century`, `twentieth century`."""
    words = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
    written = match["c"].removesuffix("th").removesuffix("st")
    number = words.get(match["c"].casefold()) or roman_number(written)
    return dated(match, edtf.century(number))


@rule(
    Label.DATE,
    rf"(?<![\p{{L}}\d.])(?:{CENTURY}\s?|(?P<last>[Өө]ткен\s)|(?P<word>он\sсегізінші|он\sтоғызыншы"
    rf"|жиырмасыншы|жиырма\sбірінші)\s)(?:ғасыр\p{{Ll}}*|ғғ?(?:\.|(?![\p{{L}}])))"
    rf"(?:\s{{0,2}}{DECADES}\s?-?\s?(?:(?:ш[ыі]\s?-?\s?)?жылдар\p{{Ll}}*|жж?\.))?(?:\s{PART_KK})?",
    IGNORE,
)
def century_kk(match: Match, _: Lexicon) -> Found | None:
    """`XX ғасырдың 20-50 жылдары`, `ХІХ ғасырдың соңында`, `өткен ғасырдың 20-40-шы жылдарында`."""
    in_words = CENTURIES_KK.get((match["word"] or "").casefold())
    number = in_words or (20 if match["last"] else roman_number(match["c"].upper()))
    if match["t"] and not (match["last"] and match["w"]):
        return dated(match, decades_of(match, (number - 1) * 100))
    if match["last"]:
        return None  # without decades of its own it says only "the last century"
    last = roman_number(match["c2"]) if match["c2"] else number
    return dated(
        match, edtf.interval(edtf.century(number), edtf.century(last)) if last != number else edtf.century(number)
    )


@rule(
    Label.DATE,
    rf"(?<![\p{{L}}\d.])(?:(?i:{PART_RU})\s)?(?:{DECADES}\s?-?\s?(?:[хеыо]{{1,2}})\sг(?:г\."
    rf"|од\p{{Ll}}{{1,3}})\s)?{CENTURY}\s?"
    r"(?:-?г?о\s)?(?:век(?:а|е|у|ов|ах|ом)?(?!\p{L})|вв?\.|столети(?:е|я|и|ю|й)(?!\p{L}))",
    starts=starts_of_dates,
)
def century_ru(match: Match, _: Lexicon) -> Found | None:
    """`начале XX века`, `XIX-XX вв.`, `20-50-х годов XX века`."""
    number = roman_number(match["c"])
    if match["t"]:
        return dated(match, decades_of(match, (number - 1) * 100))
    last = roman_number(match["c2"]) if match["c2"] else number
    return dated(
        match, edtf.interval(edtf.century(number), edtf.century(last)) if last != number else edtf.century(number)
    )


@rule(
    Label.DATE,
    rf"{FRESH}{DECADES}\s?(?:-\s?ш[ыі]|-)?\s?-?\s?(?:жылдар\p{{Ll}}*|(?P<short>жж\.))(?:\s{PART_KK})?",
    IGNORE,
)
def decades_kk(match: Match, _: Lexicon) -> Found | None:
    """`20-30-жылдары`, `1930 жылдардың басында`: years in tens and in the plural."""
    if match["short"] and match["w"]:
        return None  # 1930-1940 жж. are ten years, 30-40 жж. two decades
    return dated(match, decades_of(match, 1900))


@rule(
    Label.DATE,
    rf"{FRESH}(?P<part>{PART_RU}\s)?{DECADES}(?:-?\s?(?:[хеы]|ые|ых|ми)(?!\p{{L}})){{1,2}}(?P<word>\s{{0,2}}г"
    rf"(?:[гт]\.?|\.\s?г\.?|од(?:ы|ов|ах|ам|ами)?)(?!\p{{L}}))?",
    IGNORE,
    starts=starts_of_dates,
)
def decades_ru(match: Match, _: Lexicon) -> Found | None:
    """`1920-1930-е гг.`, `второй половине 1930-х гг.`, `в 30-е годы`."""
    return dated(match, decades_of(match, 1900)) if match["w"] or match["word"] or match["part"] else None


PERIODS: tuple[Rule, ...] = (decade_en, century_en, century_kk, century_ru, decades_kk, decades_ru)
