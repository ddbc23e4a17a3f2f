"""Grammar of DATE for days, their months written in words, in three languages at once."""

from __future__ import annotations

from datetime import date

import regex

from document import Label
from models.lexicon import Lexicon
from pipelines.entities import edtf
from pipelines.entities.candidate import Rule
from pipelines.entities.date_words import (
    DAY,
    DAYS,
    FRESH,
    GAP,
    GLUED,
    MONTH,
    MONTH_EN,
    MONTH_KK,
    MONTH_RU,
    NIGHT_RU,
    PART_EN,
    ROMAN_MONTH,
    YEAR,
    YEAR_BEFORE_LETTERS,
    YEAR_WORD,
    YEAR_WORD_KK,
    YEAR_WORD_RU,
    figures,
    full_year,
    month_number,
)
from pipelines.entities.periods import dated
from pipelines.entities.rule import Found, Match, rule

IGNORE = regex.IGNORECASE


SPECK = r"[.:;'’‘`]?"
"""What a speck of dirt on paper is read as; a full stop after a month belongs to it, where it is abbreviated."""

# The last year in which a date was given in both calendars, and how many days the old one was behind.
LAST_OLD_STYLE = 1923
BEHIND = (10, 11, 12, 13)


def days_of(match: Match, month: int | None, year: int | None) -> str | None:
    """Write the day or the days `d`–`d2` of a month; a day in both calendars is the later one."""
    if month is None or year is None:
        return None
    first = edtf.day(figures(match["d"]), month, year)
    if not match["d2"]:
        return first
    last = edtf.day(figures(match["d2"]), month, year)
    if "/" in match[0] and year <= LAST_OLD_STYLE and figures(match["d2"]) - figures(match["d"]) in BEHIND:
        return last
    return edtf.interval(first, last)


@rule(
    Label.DATE,
    rf"{GLUED}(?P<y>{YEAR}){YEAR_WORD_KK},?{GAP}{DAYS}(?:{GAP}|-)(?P<m>{MONTH_KK})(?!\p{{L}})(?:\sкүн(?:і"
    rf"|дер)\p{{Ll}}*)?",
    IGNORE,
)
def year_day_month_kk(match: Match, _: Lexicon) -> Found | None:
    """`1937 жылғы 25 шілдеде`, `1942 жылдың 28-29 қаңтары`."""
    return dated(match, days_of(match, month_number(match["m"]), figures(match["y"])))


@rule(
    Label.DATE,
    rf"{FRESH}{NIGHT_RU}?{DAYS}{SPECK}\s{{0,3}}(?P<m>{MONTH}|{ROMAN_MONTH}(?!\p{{L}}))(?!\p{{L}})(?:\sмес(?:\.|яца))?"
    rf"(?:,|{SPECK})\s{{0,3}}[-—–]?\s?"
    rf"(?:сего\s)?(?P<y>{YEAR_BEFORE_LETTERS}|\d\d(?=\s?г))"
    rf"(?:{YEAR_WORD})?",
    IGNORE,
)
def day_month_year(match: Match, _: Lexicon) -> Found | None:
    """`30 июля 1937 г.`, `«30» июля 1937 года`, `18/20 мая 1943 года`, `25 шілде 1937 ж.`; `30: июля 1937`."""
    return dated(match, days_of(match, month_number(match["m"]), full_year(match["y"])))


@rule(
    Label.DATE,
    rf"{FRESH}(?P<d>{DAY}){GAP}(?P<m>{MONTH})(?!\p{{L}})\s?[-‐‑–—−]\s?(?P<d2>{DAY}){GAP}(?P<m2>{MONTH})(?!\p{{L}})"
    rf"{GAP}(?P<y>{YEAR_BEFORE_LETTERS})(?:{YEAR_WORD})?",
    IGNORE,
)
def days_of_two_months(match: Match, _: Lexicon) -> Found | None:
    """`28 июля - 3 августа 1937 г.`."""
    return dated(match, days_between(match))


@rule(
    Label.DATE,
    rf"{FRESH}(?P<y>{YEAR_BEFORE_LETTERS}){YEAR_WORD_RU},?\s(?:(?P<m>{MONTH_RU})\s(?P<d>{DAY})(?P<d2>)"
    rf"(?:-?г?о)?(?:\s(?:дня|числа)(?!\p{{L}}))?|{DAYS}{GAP}(?P<m>{MONTH_RU}))",
    IGNORE,
)
def year_month_day_ru(match: Match, _: Lexicon) -> Found | None:
    """`1937 года, ноября 5 дня`, as protocols begin; `1937 г. 30 июля`."""
    return dated(match, days_of(match, month_number(match["m"]), figures(match["y"])))


@rule(
    Label.DATE,
    rf"{FRESH}(?:(?P<y>{YEAR_BEFORE_LETTERS}){YEAR_WORD_KK},?\s)?(?P<m>{MONTH_KK})(?P<of>\sай(?:ының|дың))?\s(?P<d>{DAY})"
    rf"(?:\s?[-–]\s?(?P<d2>{DAY}))?(?:\s?[-–]\s?(?:н?[іы]нші|ш[іы]|с?[іы])\p{{Ll}}*|(?=\sкүн))(?:\sкүн(?:і|дер)\p{{Ll}}*)?",
    IGNORE,
)
def month_day_kk(match: Match, _: Lexicon) -> Found | None:
    """`1937 жылы шілденің 25-інде`, `қараша айының 12-сінде`, `қарашаның 5-і күні`."""
    if not match["of"] and not regex.search(r"(?:ның|нің|дың|дің|тың|тің)$", match["m"]):
        return None
    return dated(match, days_of(match, month_number(match["m"]), figures(match["y"]) if match["y"] else None))


@rule(
    Label.DATE,
    rf"{FRESH}(?:ночь\sс\s)?(?P<d>{DAY})(?:-?го)?\s(?:по|на)\s(?P<d2>{DAY})(?:-?(?:го|е|ое))?{GAP}(?P<m>{MONTH_RU}){GAP}"
    rf"(?P<y>{YEAR_BEFORE_LETTERS})"
    rf"(?:{YEAR_WORD_RU})?",
    IGNORE,
)
def day_to_day(match: Match, _: Lexicon) -> Found | None:
    """`2 по 29 июля 1919`, `ночь с 5 на 6 мая 1938 г.`: the days share month and year, so this is one date."""
    return dated(match, days_of(match, month_number(match["m"]), figures(match["y"])))


@rule(
    Label.DATE, rf"{FRESH}{NIGHT_RU}?{DAYS}(?:\s{{0,3}}|-)(?P<m>{MONTH})(?!\p{{L}})(?:\sкүн(?:і|дер)\p{{Ll}}*)?", IGNORE
)
def day_month(match: Match, _: Lexicon) -> Found | None:
    """`4 марта`, `10 қыркүйекте`: a day whose year stands elsewhere has no value of its own."""
    if not match["m"].endswith(".") and month_number(match["m"]) is None:
        return None
    return dated(match, None)


@rule(
    Label.DATE,
    rf"{FRESH}(?:{PART_EN})?(?P<m>{MONTH_EN})\s(?P<d>{DAY})(?:st|nd|rd|th)?(?:\s?[-‐‑–—−]\s?(?P<d2>{DAY}))?"
    rf"(?:,?\s(?P<y>{YEAR}))?(?![\p{{L}}\d])",
)
def month_day_year_en(match: Match, _: Lexicon) -> Found | None:
    """`August 16, 1937`, `January 12`."""
    return dated(match, days_of(match, month_number(match["m"]), figures(match["y"]) if match["y"] else None))


@rule(
    Label.DATE,
    rf"{FRESH}(?P<d>{DAY})(?:st|nd|rd|th)?(?:\s?[-‐‑–—−]\s?(?P<d2>{DAY})(?:st|nd|rd|th)?)?\s(?:of\s)?"
    rf"(?P<m>{MONTH_EN})(?:,?\s(?:of\s)?(?P<y>{YEAR}))?",
)
def day_month_year_en(match: Match, _: Lexicon) -> Found | None:
    """`16 August 1937`, `the 5th of May`."""
    return dated(match, days_of(match, month_number(match["m"]), figures(match["y"]) if match["y"] else None))


@rule(
    Label.DATE,
    rf"{FRESH}(?P<d>{DAY})(?:-?(?:го|е))?(?P<more>(?:,\s?{DAY}(?:-?(?:го|е))?){{0,6}})\s(?:и|және|мен|and)\s(?P<d2>{DAY})"
    rf"(?:-?(?:го|е))?{GAP}(?P<m>{MONTH}|{MONTH_EN})(?!\p{{L}}),?{GAP}(?P<y>{YEAR_BEFORE_LETTERS})(?:{YEAR_WORD})?",
    IGNORE,
)
def listed_days(match: Match, _: Lexicon) -> Found | None:
    """`10 и 12 марта 1938 г.`: the days share month and year, so this is one date."""
    return dated(match, listed(match))


@rule(
    Label.DATE,
    rf"{GLUED}(?P<y>{YEAR}){YEAR_WORD_KK},?{GAP}(?P<d>{DAY})(?P<more>(?:,\s?{DAY}){{0,6}})\s(?:және|мен)\s(?P<d2>{DAY})"
    rf"(?:{GAP}|-)(?P<m>{MONTH_KK})(?!\p{{L}})(?:\sкүн(?:і|дер)\p{{Ll}}*)?",
    IGNORE,
)
def listed_days_kk(match: Match, _: Lexicon) -> Found | None:
    """`1938 жылғы 10 және 12 наурызда`."""
    return dated(match, listed(match))


def listed(match: Match) -> str | None:
    """Write days that follow one another as a span, others as their month: EDTF level 1 has no lists."""
    month, year = month_number(match["m"]) or 0, figures(match["y"])
    first, last = figures(match["d"]), figures(match["d2"])
    if first >= last:
        return None
    if not match["more"] and last - first == 1:
        return edtf.interval(edtf.day(first, month, year), edtf.day(last, month, year))
    return edtf.month(month, year)


@rule(
    Label.DATE,
    rf"{FRESH}(?P<d>{DAY})(?:{GAP}(?P<m>{MONTH}|{MONTH_EN}))?\s?\((?P<d2>{DAY})(?:{GAP}(?P<m2>{MONTH}|{MONTH_EN}))?"
    rf"(?:\s(?:по\s)?(?:н|нов|ст|стар)\p{{L}}*\.?\s?(?:ст|стил)\p{{L}}*\.?)?\)(?:{GAP}(?P<m3>{MONTH}|{MONTH_EN}))?"
    rf",?{GAP}(?P<y>{YEAR_BEFORE_LETTERS})(?:{YEAR_WORD})?",
    IGNORE,
)
def both_calendars(match: Match, _: Lexicon) -> Found | None:
    """`25 октября (7 ноября) 1917 г.`, `1 (14) февраля 1918 г.`: the later day is that of our calendar."""
    later = later_of(match)
    return dated(match, later) if later else None


@rule(
    Label.DATE,
    rf"{GLUED}(?P<y>{YEAR}){YEAR_WORD_KK},?{GAP}(?P<d>{DAY})(?:{GAP}|-)(?P<m>{MONTH_KK})\s?\((?P<d2>{DAY})(?:{GAP}|-)"
    rf"(?P<m2>{MONTH_KK})\)(?P<m3>)",
    IGNORE,
)
def both_calendars_kk(match: Match, _: Lexicon) -> Found | None:
    """`1917 жылғы 25 қазанда (7 қарашада)`."""
    later = later_of(match)
    return dated(match, later) if later else None


def later_of(match: Match) -> str | None:
    """Give the later of two days, one in brackets, that are one day in both calendars; None where they are not."""
    year = figures(match["y"])
    shared = match["m3"] or match["m"] or match["m2"]
    days = sorted(
        day
        for number, month in (("d", "m"), ("d2", "m2"))
        if (day := edtf.day(figures(match[number]), month_number(match[month] or shared or "") or 0, year))
    )
    if len(days) < 2 or year > LAST_OLD_STYLE:
        return None
    return days[1] if (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days in BEHIND else None


@rule(
    Label.DATE,
    rf"{FRESH}(?P<m>{MONTH_EN})\s(?P<d>{DAY})\s?[-‐‑–—−]\s?(?P<m2>{MONTH_EN})\s(?P<d2>{DAY}),?\s(?P<y>{YEAR})"
    rf"|{FRESH}(?P<d>{DAY})\s(?P<m>{MONTH_EN})\s?[-‐‑–—−]\s?(?P<d2>{DAY})\s(?P<m2>{MONTH_EN}),?\s(?P<y>{YEAR})",
)
def days_of_two_months_en(match: Match, _: Lexicon) -> Found | None:
    """`July 28–August 3, 1937`, `28 July – 3 August 1937`."""
    return dated(match, days_between(match))


@rule(
    Label.DATE,
    rf"{GLUED}(?P<y>{YEAR}){YEAR_WORD_KK},?{GAP}(?P<d>{DAY})(?:{GAP}|-)(?P<m>{MONTH_KK})\s?[-‐‑–—−]\s?(?P<d2>{DAY})"
    rf"(?:{GAP}|-)(?P<m2>{MONTH_KK})(?!\p{{L}})",
    IGNORE,
)
def days_of_two_months_kk(match: Match, _: Lexicon) -> Found | None:
    """`1937 жылғы 28 шілде – 3 тамыз`."""
    return dated(match, days_between(match))


def days_between(match: Match) -> str | None:
    """Write the span from day `d` of month `m` to day `d2` of month `m2`."""
    year = figures(match["y"])
    first, last = (
        edtf.day(figures(match[day]), month_number(match[month]) or 0, year)
        for day, month in (("d", "m"), ("d2", "m2"))
    )
    return edtf.interval(first, last)


@rule(
    Label.DATE,
    rf"{FRESH}(?P<m>{MONTH_RU})\s(?P<d>{DAY})(?P<d2>)(?:-?го)?(?:\s(?:дня|числа))?,?\s(?P<y>{YEAR_BEFORE_LETTERS})"
    rf"(?:{YEAR_WORD_RU})?",
    IGNORE,
)
def month_day_year_ru(match: Match, _: Lexicon) -> Found | None:
    """`июля 30 дня 1937 г.`, as old papers write."""
    return dated(match, days_of(match, month_number(match["m"]), figures(match["y"])))


DAY_RULES: tuple[Rule, ...] = (
    year_day_month_kk,
    days_of_two_months,
    days_of_two_months_en,
    days_of_two_months_kk,
    day_month_year,
    year_month_day_ru,
    month_day_year_ru,
    month_day_kk,
    day_to_day,
    listed_days,
    listed_days_kk,
    both_calendars,
    both_calendars_kk,
    month_day_year_en,
    day_month_year_en,
    day_month,
)
