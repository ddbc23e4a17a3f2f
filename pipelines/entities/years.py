"""Grammar of DATE for years and spans of years."""

from __future__ import annotations

import regex

from document import Label
from models.lexicon import Lexicon
from pipelines.entities import edtf
from pipelines.entities.candidate import Rule
from pipelines.entities.date_starts import starts_of_dates
from pipelines.entities.date_words import (
    FRESH,
    GLUED,
    PART_EN,
    PART_KK,
    PART_RU,
    YEAR,
    YEAR_BEFORE_LETTERS,
    YEAR_WORD_KK,
    YEAR_WORD_RU,
    figures,
    full_year,
    part_of_year,
)
from pipelines.entities.imprint import is_imprint, is_quantity
from pipelines.entities.periods import dated
from pipelines.entities.rule import Found, Match, rule

IGNORE = regex.IGNORECASE
# A number above it is no year of anything told in the documents.
LAST_YEAR = 2029


@rule(
    Label.DATE,
    rf"{FRESH}{PART_EN}{{1,2}}(?P<y>{YEAR})(?:\s?[-‐‑–—−/]\s?(?P<y2>{YEAR}|\d{{1,2}}(?![\d\p{{L}}])))?",
    IGNORE,
)
def part_of_year_en(match: Match, _: Lexicon) -> Found | None:
    """`beginning of 1937`, `summer of 1937`, `turn of 1938-1939`, `mid-1939`."""
    return dated(match, years_of(match))


@rule(
    Label.DATE,
    rf"{FRESH}(?:{PART_RU}\s)?(?P<y>{YEAR_BEFORE_LETTERS})(?:\s?(?P<j>[-‐‑–—−/]|\(|\sпо\s)\s{{0,2}}"
    rf"(?P<y2>{YEAR_BEFORE_LETTERS}|\d\d(?!\d))\)?)?{YEAR_WORD_RU}",
    IGNORE,
    starts=starts_of_dates,
)
def year_ru(match: Match, _: Lexicon) -> Found | None:
    """`1937 г.`, `конце 1928 года`, `1941–1945 гг.`, `1937-38 гг.`, `1895 (1896) г.`."""
    return dated(match, years_of(match))


@rule(
    Label.DATE,
    rf"{GLUED}(?P<y>{YEAR_BEFORE_LETTERS})(?:\s?[-‐‑–—−/]\s{{0,2}}(?P<y2>{YEAR_BEFORE_LETTERS}|\d\d"
    rf"(?!\d)))?{YEAR_WORD_KK}(?:\s{PART_KK})?(?:\sмен\s{PART_KK})?",
    IGNORE,
)
def year_kk(match: Match, _: Lexicon) -> Found | None:
    """`1937 жылы`, `1918-1919 жылдардағы`, `1937 жылдың басында`, `1930-1932 жж`."""
    return dated(match, years_of(match))


@rule(
    Label.DATE,
    rf"(?:(?<=\b[Вв]\s)|(?<!\p{{L}})(?i:{PART_RU})\s)(?P<y>[1-5]\d)(?:-?[гмо]{{1,3}})?\s?(?:год[ау]|г\.)"
    rf"(?!\p{{L}})(?P<y2>)",
    starts=starts_of_dates,
)
def short_year_ru(match: Match, _: Lexicon) -> Found | None:
    """`в 37 году`, `летом 37-го года`."""
    return dated(match, part_of_year(match[0], full_year(match["y"])))


@rule(
    Label.DATE,
    rf"(?<![\p{{L}}\d.,/-])(?P<y>[1-5]\d)\s?-\s?(?:(?:н?[іы]н)?ш[іы]\s)?жыл(?!дар|дық|қ|дам)\p{{Ll}}*(?:\s{PART_KK})?",
    IGNORE,
)
def short_year_kk(match: Match, _: Lexicon) -> Found | None:
    """`37-ші жылы`, `32-жылдың көктемінде`."""
    return dated(match, part_of_year(match[0], full_year(match["y"])))


def years_of(match: Match) -> str | None:
    """Write the year `y`, its season, quarter or half if one is named, or the years `y`–`y2`."""
    first = figures(match["y"])
    if not match["y2"]:
        return part_of_year(match[0], first)
    last, size = figures(match["y2"]), 10 ** len(match["y2"].strip())
    return edtf.interval(edtf.year(first), edtf.year(last if last > 99 else first // size * size + last))


# Endings of a number read as a year: `1937-де`, `1937-го`.
ENDING_KK = r"-\s?(?:[дт][ае](?:н|ғы|гі)?|[гғқк][ае]|[нтд][ыі]ң?)(?!\p{L})"
ENDING_RU = r"-(?:го|м|й|му|ом|ого|ом|е)(?!\p{L})"
# What makes a count of it all the same: `1500-ге жуық`, `1600-ден астам`.
COUNT_KK = regex.compile(r"\s(?:астам|жуық|артық|аса|тарта|кем|таяу|жақын|дейін\s(?:адам|кісі))")


@rule(
    Label.DATE,
    rf"{FRESH}(?:(?i:{PART_RU})\s)?(?P<y>(?:18[5-9]|19\d)\d)(?:{ENDING_KK}|{ENDING_RU})(?P<y2>)",
    starts=starts_of_dates,
)
def year_with_ending(match: Match, _: Lexicon) -> Found | None:
    """`1937-де`, `1938-ге дейін`, `конца 1937-го`."""
    if match["y"].endswith("00") or COUNT_KK.match(match.string, match.end()):
        return None
    return dated(match, years_of(match))


@rule(
    Label.DATE,
    rf"{FRESH}(?:(?i:{PART_RU})\s)?(?P<y>(?:1[7-9]|20)\d\d)(?:\s?[-‐‑–—−]\s{{0,2}}(?P<y2>(?:1[7-9]|20)\d\d"
    rf"|\d{{1,2}}(?!\d))|/(?P<school>(?:19)?\d\d)(?!\d))?"
    rf"(?![\p{{L}}\d])(?![.,:/]\d)(?!-\p{{L}})",
    starts=starts_of_dates,
)
def bare_year(match: Match, _: Lexicon) -> Found | None:
    """`1937` with no word for it, unless it counts something or is the imprint of a publication."""
    year, start, end = int(match["y"]), match.start("y"), match.end()
    single = match["y2"] and len(match["y2"]) == 1
    if (
        year > LAST_YEAR
        or (single and int(match["y2"]) <= year % 10)
        or is_quantity(match.string, start, end)
        or is_imprint(match.string, start, end)
    ):
        return None
    if match["school"]:
        following = (year + 1) % 100 == int(match["school"][-2:])
        return dated(match, edtf.interval(edtf.year(year), edtf.year(year + 1))) if following else None
    value = years_of(match)
    return dated(match, value) if value else None


@rule(Label.DATE, rf"{FRESH}(?P<y>{YEAR})\sto\s(?P<y2>{YEAR})(?![\p{{L}}])", starts=starts_of_dates)
def year_to_year_en(match: Match, _: Lexicon) -> Found | None:
    """`1954 to 1965`: one range, as it is annotated."""
    return dated(match, years_of(match))


YEAR_RULES: tuple[Rule, ...] = (
    part_of_year_en,
    year_kk,
    year_ru,
    short_year_ru,
    short_year_kk,
    year_with_ending,
    bare_year,
    year_to_year_en,
)
