"""Grammar of DATE for months of a year."""

from __future__ import annotations

import regex

from document import Label
from models.lexicon import Lexicon
from pipelines.entities import edtf
from pipelines.entities.candidate import Rule
from pipelines.entities.date_starts import starts_of_dates
from pipelines.entities.date_words import (
    DASH,
    FRESH,
    GAP,
    GLUED,
    MONTH_EN,
    MONTH_KK,
    MONTH_RU,
    MONTH_STEMS,
    PART_EN,
    PART_KK,
    PART_RU,
    YEAR,
    YEAR_BEFORE_LETTERS,
    YEAR_WORD_KK,
    YEAR_WORD_RU,
    figures,
    month_number,
)
from pipelines.entities.periods import dated
from pipelines.entities.rule import Found, Match, rule

IGNORE = regex.IGNORECASE


def is_event(month: str, day: str | None) -> bool:
    """Tell the month from the revolution named after it: `1917 жылғы Қазан төңкерісі`."""
    return day is None and month[:1].isupper() and not month.isupper()


@rule(
    Label.DATE,
    rf"{GLUED}(?P<y>{YEAR}){YEAR_WORD_KK},?\s{{0,2}}(?P<m>{MONTH_KK})(?!\p{{L}})"
    rf"(?:(?:{DASH}|\s)(?P<m2>{MONTH_KK})(?!\p{{L}}))?(?:\sай\p{{Ll}}*)?(?:\s{PART_KK})?",
    IGNORE,
)
def year_month_kk(match: Match, _: Lexicon) -> Found | None:
    """`1934 жылдың тамызында`, `1927 жылдың наурыз-сәуір айларында`, `1923 жылдың қаңтар айының басында`."""
    if is_event(match["m"], None):
        return None
    year = figures(match["y"])
    first, last = (edtf.month(month_number(match[name] or match["m"]) or 0, year) for name in ("m", "m2"))
    return dated(match, edtf.interval(first, last))


@rule(
    Label.DATE,
    rf"{FRESH}(?:{PART_RU}\s)?(?P<m>{MONTH_RU})(?:\sмес(?:\.|яц\p{{L}}{{0,2}}))?,?{GAP}(?:сего\s)?(?P<y>{YEAR_BEFORE_LETTERS})(?:{YEAR_WORD_RU})?",
    IGNORE,
    starts=starts_of_dates,
)
def month_year_ru(match: Match, _: Lexicon) -> Found | None:
    """`мае 1944 года`, `начале марта 1938 г.`."""
    return dated(match, edtf.month(month_number(match["m"]) or 0, figures(match["y"])))


@rule(
    Label.DATE,
    rf"{FRESH}(?P<m>{MONTH_RU})(?:\sпо\s|{DASH})(?P<m2>{MONTH_RU}){GAP}(?P<y>{YEAR_BEFORE_LETTERS})(?:{YEAR_WORD_RU})?",
    IGNORE,
    starts=starts_of_dates,
)
def months_year_ru(match: Match, _: Lexicon) -> Found | None:
    """`февраля по июль 1942 года`: the months share the year, so this is one date."""
    year = figures(match["y"])
    first, last = (edtf.month(month_number(match[name]) or 0, year) for name in ("m", "m2"))
    return dated(match, edtf.interval(first, last))


@rule(
    Label.DATE,
    rf"{FRESH}(?P<m>{MONTH_EN})(?:\sto\s|\s?[-‐‑–—−]\s?)(?P<m2>{MONTH_EN}),?\s(?:of\s)?(?P<y>{YEAR})",
)
def months_year_en(match: Match, _: Lexicon) -> Found | None:
    """`July–August 1937`: the months share the year, so this is one date."""
    year = figures(match["y"])
    first, last = (edtf.month(month_number(match[name]) or 0, year) for name in ("m", "m2"))
    return dated(match, edtf.interval(first, last))


@rule(Label.DATE, rf"{FRESH}(?i:{PART_EN}){{0,2}}(?P<m>{MONTH_EN}),?\s(?:of\s)?(?P<y>{YEAR})")
def month_year_en(match: Match, _: Lexicon) -> Found | None:
    """`April 1938`, `December, 1986`, `middle of March of 1938`."""
    return dated(match, edtf.month(month_number(match["m"]) or 0, figures(match["y"])))


@rule(
    Label.DATE,
    rf"{FRESH}(?P<m>{MONTH_KK})(?!\p{{L}})(?:\sайы)?,?\s(?P<y>{YEAR_BEFORE_LETTERS})(?P<word>{YEAR_WORD_KK})?(?![\p{{L}}\d])",
    IGNORE,
)
def month_year_kk(match: Match, _: Lexicon) -> Found | None:
    """`қараша, 1937 ж.`, `қараша 1937`."""
    if match["m"].casefold() not in MONTH_STEMS or (not match["word"] and is_event(match["m"], None)):
        return None
    return dated(match, edtf.month(month_number(match["m"]) or 0, figures(match["y"])))


MONTH_RULES: tuple[Rule, ...] = (
    year_month_kk,
    months_year_en,
    month_year_en,
    months_year_ru,
    month_year_ru,
    month_year_kk,
)
