"""Kazakh people and places whose form is plain: families in the plural, people before a title, the Union alone."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from document import Label
from pipelines.entities.candidate import Candidate

SURNAME = r"(?:[оеё]ва?|[еи]ев|(?<!Укра)(?<!Аргент)(?<!Палест)[иы]на?|[сц]кий|енко|ұлы|қызы|швили|дзе)"
"""Endings of surnames; those of countries are none."""
PLURAL_CASE = r"(?:[дт][ыі]ң|[дт][ыі]|[дт][ае]н?|[дт](?:ағы|егі)|ға|ге|мен|н[ыі]ң)"
# `Бөкейхановтардың`, `Ежовтар`: no common noun has this ending of surnames.
FAMILY = regex.compile(rf"(?<![\p{{L}}-])\p{{Lu}}\p{{L}}+(?:[оеё]в|ұлы)(?:тар|тер|лар)(?:{PLURAL_CASE})?(?![\p{{L}}-])")
# Towns that end as surnames do.
TOWN = (
    r"(?:Киев|Ростов|Саратов|Тамбов|Псков|Азов|Харьков|Львов|Краков|Гурьев|Могил[её]в|Серпухов|Свердлов|Киров|Чернигов|Кизелов"
    r"|Льгов|Камышлов|Рогач[её]в|Козлов)"
)
# `Төреқұловтың қызы`: a Russian ending of surnames in a Kazakh case.
IN_CASE = regex.compile(
    rf"(?<![\p{{L}}.-])(?!{TOWN}[тқкп])\p{{Lu}}\p{{Ll}}{{2,}}(?:[оеё]в|[еи]ев)(?:т[ыі]ң|т[ыі]|т[ае]н|[қк][ае]|пен)(?!\p{{L}})"
    r"(?!\s(?:аудан|облыс|қала|көше|ауыл|болыс|село|стан))"
)
# What stands before these titles is somebody's name, save words that begin sentences.
TITLES = "қажы|молда|ишан|ахун|хазірет|датқа|ақсақал"
NO_NAMES = (
    "Бұл|Сол|Ол|Осы|Бір|Әр|Екі|Үш|Сосын|Сонда|Кейін|Үлкен|Кіші|Ескі|Жас|Кәрі|Белгілі|Атақты|Ұлы|Қазақ|Орыс|Татар|Ноғай|Өзбек|Ауыл"
    "|Ауылдағы|Ауылдың|Көрші|Бай|Кедей|Байғұс|Марқұм|Қасиетті|Бас|Сопы|Әлгі|Қайсы|Қай|Біздің|Сіздің|Менің|Оның|Олардың|Сондай"
)
TITLED = regex.compile(
    rf"(?<![\p{{L}}-])(?!(?:{NO_NAMES})\s)(?P<name>\p{{Lu}}\p{{Ll}}{{2,}}(?<![дт]ағы|[дт]егі|[нтд]ың|[нтд]ің))"
    rf"(?=\s(?:{TITLES})(?:н?[ыі]ң|н[ыі]|ғ?а|ге|дан?|мен|пен|тың|тан?|қа|ты)?(?!\p{{L}}))"
)
# The Soviet Union; behind its members it is a union of people: `Жазушылар Одаққа`.
UNION = regex.compile(r"(?<![\p{L}-])(?<!(?:шылар|шілер|тер|Кеңес)\s)Одақ(?:қа|тан?|тағы)(?!\p{L})")
PATTERNS = (
    (Label.PERSON, "family", FAMILY, 0),
    (Label.PERSON, "surname-in-case", IN_CASE, 0),
    (Label.PERSON, "titled", TITLED, "name"),
    (Label.LOC, "union", UNION, 0),
)


def find_plain(text: str) -> Iterator[Candidate]:
    """Every name of these forms."""
    for label, rule, pattern, group in PATTERNS:
        for match in pattern.finditer(text):
            yield Candidate(*match.span(group), label, f"rule:kazakh-{rule}")
