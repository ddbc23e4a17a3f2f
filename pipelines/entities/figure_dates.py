"""Grammar of DATE for days and months in figures."""

from __future__ import annotations

import regex

from document import Label
from models.lexicon import Lexicon
from pipelines.entities import edtf
from pipelines.entities.candidate import Rule
from pipelines.entities.date_starts import starts_of_dates
from pipelines.entities.date_words import (
    DAY,
    FRESH,
    ROMAN_MONTH,
    YEAR_BEFORE_LETTERS,
    YEAR_WORD,
    figures,
    full_year,
    is_figures,
    month_number,
)
from pipelines.entities.periods import dated
from pipelines.entities.rule import Found, Match, rule

IGNORE = regex.IGNORECASE
MONTHS = 12


@rule(
    Label.DATE,
    rf"{FRESH}(?P<d>{DAY})\s?(?P<s>[./-])\s{{0,2}}(?P<m>[0-9OОI]{{1,2}}|{ROMAN_MONTH})(?:\s?(?P<s2>[./-])|"
    rf"(?<=[IVXХІ])(?=\s))\s{{0,2}}"
    rf"(?P<y>{YEAR_BEFORE_LETTERS}|\d\d(?!\d))(?![.,/]\d)(?!-\d+(?![\d.]))(?:{YEAR_WORD})?",
    IGNORE,
)
def figures_only(match: Match, _: Lexicon) -> Found | None:
    """`22.08.1937`, `30.VII.37`, `22/VIII-37 г.`, `24-05-2009`."""
    month = month_number(match["m"])
    two_figures = len(match["y"]) == 2
    if is_figures(match["m"]) and match["s"] != match["s2"]:
        return None
    if two_figures and (match["s"] == match["s2"] == "-" or (match["s"] == "/" and is_figures(match["m"]))):
        return None  # 58-10-11 and 12/10/11 are more often an article and a shelf mark
    day = figures(match["d"])
    if match["s"] == "/" and is_figures(match["m"]) and month is not None and month > MONTHS >= day:
        day, month = month, day  # 08/16/1937 has the month first, as Americans write
    value = edtf.day(day, month or 0, full_year(match["y"]))
    if value is None and (two_figures or month is None or month > MONTHS):
        return None
    return dated(match, value)


@rule(
    Label.DATE,
    rf"{FRESH}(?P<y>{YEAR_BEFORE_LETTERS})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?!\d)",
    starts=starts_of_dates,
)
def iso_day(match: Match, _: Lexicon) -> Found | None:
    """`1937-07-30`."""
    return dated(match, edtf.day(int(match["d"]), int(match["m"]), figures(match["y"])))


@rule(
    Label.DATE,
    rf"(?<![\p{{L}}\d])(?<!\d[.,/]\s?)(?<![Тт]\.\s?)(?P<m>0[1-9]|1[0-2])\.(?P<y>{YEAR_BEFORE_LETTERS})"
    rf"(?![.,/-]\d)(?:{YEAR_WORD})?",
)
def month_figures_year(match: Match, _: Lexicon) -> Found | None:
    """`06.1992`."""
    return dated(match, edtf.month(int(match["m"]), figures(match["y"])))


@rule(
    Label.DATE,
    rf"{FRESH}(?P<d>{DAY})\s?[-–—]\s?(?P<d2>{DAY})\.(?P<m>0?[1-9]|1[0-2]|{ROMAN_MONTH})\.(?P<y>{YEAR_BEFORE_LETTERS})"
    rf"(?![.,/]\d)(?:{YEAR_WORD})?",
)
def days_in_figures(match: Match, _: Lexicon) -> Found | None:
    """`22–25.08.1937`."""
    month, year = month_number(match["m"]) or 0, figures(match["y"])
    first, last = (edtf.day(figures(match[name]), month, year) for name in ("d", "d2"))
    return dated(match, edtf.interval(first, last))


@rule(
    Label.DATE,
    rf"{FRESH}(?P<d>{DAY})\.(?P<m>0?[1-9]|1[0-2]|{ROMAN_MONTH})\.?\s?[-–—]\s?(?P<d2>{DAY})\.(?P<m2>0?[1-9]|1[0-2]"
    rf"|{ROMAN_MONTH})\.(?P<y>{YEAR_BEFORE_LETTERS})(?![.,/]\d)(?:{YEAR_WORD})?",
)
def days_of_two_months_in_figures(match: Match, _: Lexicon) -> Found | None:
    """`22.08–03.09.1937`."""
    year = figures(match["y"])
    first, last = (
        edtf.day(figures(match[day]), month_number(match[month]) or 0, year)
        for day, month in (("d", "m"), ("d2", "m2"))
    )
    return dated(match, edtf.interval(first, last))


FIGURE_RULES: tuple[Rule, ...] = (
    figures_only,
    iso_day,
    month_figures_year,
    days_in_figures,
    days_of_two_months_in_figures,
)
