"""The words and signs dates are written with in Kazakh, Russian and English, as pieces of patterns."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from ingest.numerals import MONTHS as ROMAN_MONTHS
from pipelines.entities import edtf

# Stems; what may follow them is said in the patterns below.
MONTHS_KK = ("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша")
MONTHS_RU = ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр")
MONTHS_EN = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)

MONTH_STEMS: Mapping[str, int] = {
    **{stem: number for number, stem in enumerate(MONTHS_KK, 1)},
    "қыркүйег": 9,
    "желтоқсан": 12,
    **{stem: number for number, stem in enumerate(MONTHS_RU, 1) if stem != "ма"},
    **{abbreviation: number for number, abbreviation in ((1, "янв"), (2, "фев"), (4, "апр"), (8, "авг"))},
    **{abbreviation: number for number, abbreviation in ((9, "сен"), (10, "окт"), (11, "ноя"), (12, "дек"))},
    **{word: number for number, word in enumerate(MONTHS_EN, 1)},
    **{word[:3]: number for number, word in enumerate(MONTHS_EN, 1)},
}

GAP = r"\s{1,3}"
DASH = r"\s{0,2}[-‐‑–—−]\s{0,2}"
# A year of four figures, also as misread: I937, 193З, 19ЗО.
YEAR = r"(?:[1IlІ][6-9]|2[0OО])[0-9OОЗ]{2}(?![\d\p{L}])"
# The same, and as typed into the blank of a printed form: 19 37 г.
YEAR_BEFORE_LETTERS = r"(?:(?:[1IlІ][6-9]|2[0OО])[0-9OОЗ]{2}(?!\d)|19\s\d\d(?=\s{0,2}(?:г\.|год|ж\.|жыл)))"
FRESH = r"(?<![\p{L}\d])(?<!\d[.,/])"
# A word run together with its year: `Одағында1937 жылға`.
GLUED = r"(?<![\d])(?<!\d[.,/])"

YEAR_WORD_RU = (
    r"(?:\s{0,2}г(?:[гт]|\.г)?(?:\.|(?![\p{L}.]))(?!\s?р(?:\.|ожд)\p{L}{9})"
    r"|(?:-?[гойаму]{1,3})?\s{0,2}год(?:а|у|ом|е|ы|ов|ам|ах|ами)?(?!\p{L}))"
)
YEAR_WORD_KK = (
    r"\s{0,2}(?:-(?:н?[ыі]н)?ш[ыі]\s?|-)?(?:жыл(?!қ|дық|дам|нам|дан-жыл)\p{Ll}*"
    r"|ж\.\s?ж(?:\.|(?!\p{L}))|жж?(?:\.|(?![\p{L}.])))"
)

MONTH_KK = (
    r"(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым(?!дық)|шілде|тамыз|қыркүйе[кг]|қазан|қараша|желтоқсан)\p{Ll}{0,14}"
)
MONTH_RU = (
    r"(?:(?:янв|февр|апр|июн|июл|авг|сент?|окт|нояб?|дек)\.|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)"
    r"(?:[ьяею]|ём|ем)|(?:март|август)(?:а|е|у|ом)?|ма(?:й|я|е|ю|ем))(?!\p{L})"
)
# Months of Kazakh and Russian, after which no letter may follow.
MONTH = rf"(?:{MONTH_KK}|{MONTH_RU})"
YEAR_WORD = rf"(?:{YEAR_WORD_KK}|{YEAR_WORD_RU})"
MONTH_EN = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)(?!\p{L})"
)
ROMAN_MONTH = r"(?:[XХ][IІ]{0,2}|[IІ][XХ]|[IІ]?V|V?[IІ]{1,3})"

DAY = r"(?:[12Il][0-9OОЗ]|[3З][01OОIl]|[0OО]?[1-9З])(?!\d)"
DAYS = (
    rf"(?:[«\"“„'*]{{1,2}}\s?)?(?P<d>{DAY})(?:-?(?:г?о|е|ое))?(?:\s?[-‐‑–—−/]\s?(?P<d2>{DAY}))?(?:\s?[»\"”“'*]{{1,2}})?"
)

# Part-of-period words that follow their year, decade or century in Kazakh.
PART_KK = (
    r"(?:(?:бірінші|екінші|үшінші|төртінші|алғашқы|соңғы|орта|бірнеше|алты|[IІ]{1,3}|[IІ]V|[1-4](?:\s?-?\s?н?[іы]?[шс][іы])?)\s)?"
    r"(?:(?:басы|соңы|аяғы|ортасы|жазы|қысы|көктемі|күзі|жартысы|ширегі|тоқсаны|тұсы|онжылдығы|жартыжылдығы|айлары|айы)"
    r"(?:н\p{Ll}*|мен)?|(?:жаз|күз|қыс|көктем)[дт][ае](?:ғы|гі)?)(?!\p{L})(?:-ақ)?(?:\s(?:басы|аяғы|соңы|ортасы)(?:н\p{Ll}*)?(?!\p{L}))?"
)
# … and those that come before it in Russian and English.
ORDINAL_RU = (
    r"(?:(?:перв|втор|трет|четв[её]рт|последн)\p{L}{2,4}|[1-4](?:\s?-?(?:[аяоыи]?[яйемюу]|о[ггй]о))?|[IІ]{1,3}|[IІ]V)"
)
PART_RU = (
    r"(?:(?:сам\p{L}{2,3}\s)?(?:начал[оаеу]м?|нач\.|кон(?:ец|ц[аеу]м?|\.)|середин[аеуы]й?|сер\.)"
    rf"|{ORDINAL_RU}\s?(?:половин[аеуы]й?|пол\.|полугоди[еяию]м?|квартал[аеу]?м?|кв\."
    r"|треть?[юиея]|четверт[ьию]|декад[аеуы]|числ(?:а|ах)|дн(?:и|ях)|недел[еиюях]{1,2}|месяц(?:ы|ах|ев))"
    r"|рубеж[аеу]?|весн(?:а|ы|е|у|ой)|лет(?:о|а|у|е|ом)|осен(?:ь|и|ью)|зим(?:а|ы|е|у|ой)|ночь\sна)"
)
# What stands before a day whose night is meant: `ночь на 5 декабря`, `ночь с 4 на 5 декабря`.
NIGHT_RU = r"(?:ночь\s(?:на|с)\s)"
PART_EN = (
    r"(?:(?:(?:early|late|mid)(?:\s?[-–]?\s?to[-–\s](?:mid|late))?|middle|beginning|end|turn|start|close"
    r"|(?:first|second|third|fourth|last|latter)\s(?:half|quarter|third|decade|months|weeks|days|years|part)"
    r"|(?:(?:early|late)\s)?(?:spring|summer|autumn|fall|winter)(?:\sand\s(?:spring|summer|autumn|fall|winter))?)"
    r"(?:\sof)?(?:\sthe)?[\s-])"
)

SEASON_STEMS: Mapping[str, str] = {
    "весн": "spring",
    "лет": "summer",
    "осен": "autumn",
    "зим": "winter",
    "көктем": "spring",
    "жаз": "summer",
    "күз": "autumn",
    "қыс": "winter",
    "spring": "spring",
    "summer": "summer",
    "autumn": "autumn",
    "fall": "autumn",
    "winter": "winter",
}

# Quarters and half-years, which are exact: their ordinal in three languages, before or behind.
QUARTER = regex.compile(
    r"(?<!\p{L})(?P<which>перв|втор|трет|четв[её]рт|бірінші|алғашқы|екінші|үшінші|төртінші|first|second|third|fourth|[1-4]"
    r"|[IІ]{1,3}|[IІ]V)(?:\s?-?\s?\p{Ll}{1,4})?\s?(?P<what>квартал|кв\.|тоқсан|ширег|quarter|полугоди|жартыжылды)",
    regex.IGNORECASE,
)
ORDINALS: Mapping[str, int] = {
    **dict.fromkeys(("перв", "бірінші", "алғашқы", "first", "1", "i"), 1),
    **dict.fromkeys(("втор", "екінші", "second", "2", "ii"), 2),
    **dict.fromkeys(("трет", "үшінші", "third", "3", "iii"), 3),
    **dict.fromkeys(("четвёрт", "четверт", "төртінші", "fourth", "4", "iv"), 4),
}

LOOKALIKES = str.maketrans({"O": "0", "О": "0", "З": "3", "I": "1", "l": "1", "І": "1"})
ROMAN_LETTERS = str.maketrans("ХІхі", "XIxi")


def figures(text: str) -> int:
    """Read a number, letters that look like figures being figures."""
    return int("".join(text.split()).translate(LOOKALIKES))


def full_year(text: str) -> int:
    """Read a year of four figures, or of two, which belongs to the 1900s."""
    number = figures(text)
    return number + 1900 if len(text) == 2 else number


def is_figures(word: str) -> bool:
    """Say whether a word is a number, some of its figures perhaps misread: `О8`."""
    return any(sign.isdecimal() for sign in word) and word.translate(LOOKALIKES).isdecimal()


def month_number(word: str) -> int | None:
    """Tell the month from its name in any case, from an abbreviation, a Roman numeral or figures."""
    word = word.rstrip(".")
    if is_figures(word):
        return figures(word)
    roman = word.translate(ROMAN_LETTERS)
    if roman in ROMAN_MONTHS:
        return ROMAN_MONTHS.index(roman) + 1
    lowered = word.casefold()
    if lowered.startswith(("май", "мая", "мае", "маю")):
        return 5
    for length in range(len(lowered), 2, -1):
        if lowered[:length] in MONTH_STEMS:
            return MONTH_STEMS[lowered[:length]]
    return None


def season_name(words: str) -> str | None:
    """Tell the one season named in some words; None when they name none or several."""
    named = {
        name
        for stem, name in SEASON_STEMS.items()
        if any(word.startswith(stem) for word in words.casefold().replace("-", " ").split())
    }
    return named.pop() if len(named) == 1 else None


def part_of_year(words: str, year: int) -> str:
    """Write the year, or the season, quarter or half-year of it that some words name exactly."""
    named = QUARTER.search(words)
    if named:
        which = named["which"].casefold().translate(ROMAN_LETTERS)
        number = next((held for stem, held in ORDINALS.items() if which == stem or which.startswith(f"{stem:>4}")), 0)
        if "годи" in named["what"] or "жарты" in named["what"]:
            return edtf.half_year(number, year) if 1 <= number <= 2 else edtf.year(year)
        return edtf.quarter(number, year) if number else edtf.year(year)
    season = season_name(words)
    return edtf.season(season, year) if season else edtf.year(year)


def roman_number(numeral: str) -> int:
    """Read a Roman numeral up to XXX, or plain figures."""
    if numeral.isdecimal():
        return int(numeral)
    total, before = 0, 0
    for letter in reversed(numeral.translate(ROMAN_LETTERS).upper()):
        worth = {"I": 1, "V": 5, "X": 10}[letter]
        total += -worth if worth < before else worth
        before = max(before, worth)
    return total
