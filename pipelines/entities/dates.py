"""Grammar of DATE: days, months, years, decades, centuries and ranges of them, in three languages at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from document import DateValue, Label
from models.lexicon import Lexicon
from pipelines.entities import edtf
from pipelines.entities.candidate import Candidate, Rule
from pipelines.entities.date_words import (
    DASH,
    DAY,
    DAYS,
    FRESH,
    GAP,
    MONTH_EN,
    MONTH_KK,
    MONTH_RU,
    PART_EN,
    PART_KK,
    PART_RU,
    ROMAN_MONTH,
    YEAR,
    YEAR_BEFORE_LETTERS,
    YEAR_WORD_KK,
    YEAR_WORD_RU,
    figures,
    full_year,
    is_figures,
    month_number,
    season_name,
)
from pipelines.entities.imprint import is_imprint, is_quantity
from pipelines.entities.periods import PERIODS, dated
from pipelines.entities.rule import Found, Match, longest, rule

# Months of Kazakh and Russian, after which no letter may follow.
MONTH = rf"(?:{MONTH_KK}|{MONTH_RU})"
YEAR_WORD = rf"(?:{YEAR_WORD_KK}|{YEAR_WORD_RU})"
IGNORE = regex.IGNORECASE
# A word run together with its year: `Одағында1937 жылға`.
GLUED = r"(?<![\d])(?<!\d[.,/])"


# A number above it is no year of anything told in the documents.
LAST_YEAR = 2029


def is_event(month: str, day: str | None) -> bool:
    """Tell the month from the revolution named after it: `1917 жылғы Қазан төңкерісі`."""
    return day is None and month[:1].isupper() and not month.isupper()


def days_of(match: Match, month: int | None, year: int | None) -> str | None:
    """Write the day or the days `d`–`d2` of a month."""
    if month is None or year is None:
        return None
    first = edtf.day(figures(match["d"]), month, year)
    return edtf.interval(first, edtf.day(figures(match["d2"]), month, year)) if match["d2"] else first


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
    rf"{FRESH}{DAYS}\s{{0,3}}(?P<m>{MONTH}|{ROMAN_MONTH}(?!\p{{L}}))(?!\p{{L}}),?\s{{0,3}}[-—–]?\s?"
    rf"(?P<y>{YEAR_BEFORE_LETTERS}|\d\d(?=\s?г))"
    rf"(?:{YEAR_WORD})?",
    IGNORE,
)
def day_month_year(match: Match, _: Lexicon) -> Found | None:
    """`30 июля 1937 г.`, `«30» июля 1937 года`, `18/20 мая 1943 года`, `25 шілде 1937 ж.`."""
    return dated(match, days_of(match, month_number(match["m"]), full_year(match["y"])))


@rule(
    Label.DATE,
    rf"{FRESH}(?P<d>{DAY}){GAP}(?P<m>{MONTH})(?!\p{{L}})\s?[-‐‑–—−]\s?(?P<d2>{DAY}){GAP}(?P<m2>{MONTH})(?!\p{{L}})"
    rf"{GAP}(?P<y>{YEAR_BEFORE_LETTERS})(?:{YEAR_WORD})?",
    IGNORE,
)
def days_of_two_months(match: Match, _: Lexicon) -> Found | None:
    """`28 июля - 3 августа 1937 г.`."""
    year = figures(match["y"])
    first, last = (
        edtf.day(figures(match[day]), month_number(match[month]) or 0, year)
        for day, month in (("d", "m"), ("d2", "m2"))
    )
    return dated(match, edtf.interval(first, last))


@rule(
    Label.DATE,
    rf"{FRESH}(?P<y>{YEAR_BEFORE_LETTERS}){YEAR_WORD_RU},?\s(?P<m>{MONTH_RU})\s(?P<d>{DAY})(?P<d2>)"
    rf"(?:-?г?о)?(?:\s(?:дня|числа)(?!\p{{L}}))?",
    IGNORE,
)
def year_month_day_ru(match: Match, _: Lexicon) -> Found | None:
    """`1937 года, ноября 5 дня`, as protocols begin."""
    return dated(match, days_of(match, month_number(match["m"]), figures(match["y"])))


@rule(
    Label.DATE,
    rf"{FRESH}(?:(?P<y>{YEAR_BEFORE_LETTERS}){YEAR_WORD_KK},?\s)?(?P<m>{MONTH_KK})\s(?P<d>{DAY})"
    rf"(?P<d2>)\s?-\s?(?:с?[іы])\p{{Ll}}*(?:\sкүн(?:і|дер)\p{{Ll}}*)?",
    IGNORE,
)
def month_day_kk(match: Match, _: Lexicon) -> Found | None:
    """`1937 жылы шілденің 25-інде`, `қарашаның 5-і күні`."""
    if not regex.search(r"(?:ның|нің|дың|дің|тың|тің)$", match["m"]):
        return None
    return dated(match, days_of(match, month_number(match["m"]), figures(match["y"]) if match["y"] else None))


@rule(
    Label.DATE,
    rf"{FRESH}(?P<d>{DAY})(?:-?го)?\sпо\s(?P<d2>{DAY})(?:-?(?:го|е|ое))?{GAP}(?P<m>{MONTH_RU}){GAP}"
    rf"(?P<y>{YEAR_BEFORE_LETTERS})"
    rf"(?:{YEAR_WORD_RU})?",
    IGNORE,
)
def day_to_day(match: Match, _: Lexicon) -> Found | None:
    """`2 по 29 июля 1919`: the days share month and year, so this is one date."""
    return dated(match, days_of(match, month_number(match["m"]), figures(match["y"])))


@rule(Label.DATE, rf"{FRESH}{DAYS}(?:\s{{0,3}}|-)(?P<m>{MONTH})(?!\p{{L}})(?:\sкүн(?:і|дер)\p{{Ll}}*)?", IGNORE)
def day_month(match: Match, _: Lexicon) -> Found | None:
    """`4 марта`, `10 қыркүйекте`: a day whose year stands elsewhere has no value of its own."""
    if not match["m"].endswith(".") and month_number(match["m"]) is None:
        return None
    return dated(match, None)


@rule(
    Label.DATE,
    rf"{FRESH}(?:{PART_RU}\s)?(?P<m>{MONTH_RU}),?{GAP}(?P<y>{YEAR_BEFORE_LETTERS})(?:{YEAR_WORD_RU})?",
    IGNORE,
)
def month_year_ru(match: Match, _: Lexicon) -> Found | None:
    """`мае 1944 года`, `начале марта 1938 г.`."""
    return dated(match, edtf.month(month_number(match["m"]) or 0, figures(match["y"])))


@rule(
    Label.DATE,
    rf"{FRESH}(?P<m>{MONTH_RU})(?:\sпо\s|{DASH})(?P<m2>{MONTH_RU}){GAP}(?P<y>{YEAR_BEFORE_LETTERS})(?:{YEAR_WORD_RU})?",
    IGNORE,
)
def months_year_ru(match: Match, _: Lexicon) -> Found | None:
    """`февраля по июль 1942 года`: the months share the year, so this is one date."""
    year = figures(match["y"])
    first, last = (edtf.month(month_number(match[name]) or 0, year) for name in ("m", "m2"))
    return dated(match, edtf.interval(first, last))


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
    value = edtf.day(figures(match["d"]), month or 0, full_year(match["y"]))
    if value is None and (two_figures or month is None or month > 12):
        return None
    return dated(match, value)


@rule(Label.DATE, rf"{FRESH}(?P<y>{YEAR_BEFORE_LETTERS})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
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
    rf"{FRESH}(?P<m>{MONTH_EN})(?:\sto\s|\s?[-‐‑–—−]\s?)(?P<m2>{MONTH_EN}),?\s(?:of\s)?(?P<y>{YEAR})",
)
def months_year_en(match: Match, _: Lexicon) -> Found | None:
    """`July–August 1937`: the months share the year, so this is one date."""
    year = figures(match["y"])
    first, last = (edtf.month(month_number(match[name]) or 0, year) for name in ("m", "m2"))
    return dated(match, edtf.interval(first, last))


@rule(Label.DATE, rf"{FRESH}(?i:{PART_EN})?(?P<m>{MONTH_EN}),?\s(?:of\s)?(?P<y>{YEAR})")
def month_year_en(match: Match, _: Lexicon) -> Found | None:
    """`April 1938`, `December, 1986`, `middle of March of 1938`."""
    return dated(match, edtf.month(month_number(match["m"]) or 0, figures(match["y"])))


@rule(Label.DATE, rf"{FRESH}{PART_EN}(?P<y>{YEAR})(?:\s?[-‐‑–—−]\s?(?P<y2>{YEAR}))?", IGNORE)
def part_of_year_en(match: Match, _: Lexicon) -> Found | None:
    """`beginning of 1937`, `summer of 1937`, `turn of 1938-1939`, `mid-1939`."""
    year = figures(match["y"])
    if match["y2"]:
        return dated(match, edtf.interval(edtf.year(year), edtf.year(figures(match["y2"]))))
    season = season_name(match[0])
    return dated(match, edtf.season(season, year) if season else edtf.year(year))


@rule(
    Label.DATE,
    rf"{FRESH}(?:{PART_RU}\s)?(?P<y>{YEAR_BEFORE_LETTERS})(?:\s?(?P<j>[-‐‑–—−/]|\(|\sпо\s)\s{{0,2}}"
    rf"(?P<y2>{YEAR_BEFORE_LETTERS}|\d\d(?!\d))\)?)?{YEAR_WORD_RU}",
    IGNORE,
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
)
def short_year_ru(match: Match, _: Lexicon) -> Found | None:
    """`в 37 году`, `летом 37-го года`."""
    season, year = season_name(match[0]), full_year(match["y"])
    return dated(match, edtf.season(season, year) if season else edtf.year(year))


def years_of(match: Match) -> str | None:
    """Write the year `y`, its season if one is named, or the years `y`–`y2`."""
    first = figures(match["y"])
    if not match["y2"]:
        season = season_name(match[0])
        return edtf.season(season, first) if season else edtf.year(first)
    last = figures(match["y2"])
    return edtf.interval(edtf.year(first), edtf.year(last if last > 99 else first // 100 * 100 + last))


@rule(
    Label.DATE,
    rf"{FRESH}(?:(?i:{PART_RU})\s)?(?P<y>(?:1[7-9]|20)\d\d)(?:\s?[-‐‑–—−]\s{{0,2}}(?P<y2>(?:1[7-9]|20)\d\d"
    rf"|\d\d(?!\d))|/(?P<school>(?:19)?\d\d)(?!\d))?"
    rf"(?![\p{{L}}\d])(?![.,:/]\d)(?!-\p{{L}})",
)
def bare_year(match: Match, _: Lexicon) -> Found | None:
    """`1937` with no word for it, unless it counts something or is the imprint of a publication."""
    year, start, end = int(match["y"]), match.start("y"), match.end()
    if year > LAST_YEAR or is_quantity(match.string, start, end) or is_imprint(match.string, start, end):
        return None
    if match["school"]:
        following = (year + 1) % 100 == int(match["school"][-2:])
        return dated(match, edtf.interval(edtf.year(year), edtf.year(year + 1))) if following else None
    value = years_of(match)
    return dated(match, value) if value else None


@rule(Label.DATE, rf"{FRESH}(?P<y>{YEAR})\sto\s(?P<y2>{YEAR})(?![\p{{L}}])")
def year_to_year_en(match: Match, _: Lexicon) -> Found | None:
    """`1954 to 1965`: one range, as it is annotated."""
    return dated(match, years_of(match))


RULES: tuple[Rule, ...] = (
    year_day_month_kk,
    year_month_kk,
    days_of_two_months,
    day_month_year,
    year_month_day_ru,
    month_day_kk,
    day_to_day,
    month_day_year_en,
    day_month_year_en,
    months_year_en,
    month_year_en,
    months_year_ru,
    month_year_ru,
    figures_only,
    iso_day,
    month_figures_year,
    *PERIODS,
    part_of_year_en,
    year_kk,
    year_ru,
    day_month,
    short_year_ru,
    bare_year,
    year_to_year_en,
)

JOINED = regex.compile(r"\s{0,2}[-‐‑–—−]\s{0,2}(?:the\s)?")


def find(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find dates, the longest reading of each; two joined by a dash are one range."""
    yield from ranges(longest(one for read in RULES for one in read(text, lexicon)), text)


def ranges(dates: Iterable[Candidate], text: str) -> Iterator[Candidate]:
    """Join dates with nothing but a dash between them."""
    held: Candidate | None = None
    for date in dates:
        if held is not None and JOINED.fullmatch(text, held.end, date.start):
            held = Candidate(held.start, date.end, Label.DATE, "rule:date-range", 1.0, spanned(held, date))
            continue
        if held is not None:
            yield held
        held = date
    if held is not None:
        yield held


def spanned(first: Candidate, last: Candidate) -> DateValue | None:
    """Give the interval from one date to another, where both are understood."""
    if isinstance(first.value, DateValue) and isinstance(last.value, DateValue):
        value = edtf.interval(first.value.edtf, last.value.edtf)
        return DateValue(value) if value else None
    return None
