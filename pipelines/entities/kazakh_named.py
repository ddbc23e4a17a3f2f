"""Kazakh institutions whose form is plain: with a number, in quotation marks, after a namesake, in one short word."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.kazakh_heads import BARE_CASE, CASE, HEAD
from pipelines.entities.kazakh_plain import find_plain
from pipelines.entities.kazakh_well_known import ARCHIVE, WELL_KNOWN, WORKS_BY_LETTERS

BARE = (
    r"(?:зауыт|завод|фабрика|шахта|мектеп|мектеб|совхоз|кеңшар|колхоз|ұжымшар|плем(?:сов)?хо?з|(?:эвако)?госпитал|аурухана|түрме|кеніш"
    r"|рудник|артель|трест|трес|комендатура|училище|техникум|балабақша|емхана|дивизия|полк|автобаза|цех|лагерь пункті)"
)
ENDING = rf"(?:с?[ыі])?(?:{CASE}|{BARE_CASE})?(?!\p{{L}})"
NUMBERED = regex.compile(
    rf"(?<![\p{{L}}\d])№\s?\d{{1,4}}(?:\s\p{{L}}\p{{Ll}}+){{0,2}}?\s(?:{BARE}ь?|балалар үйі){ENDING}"
)
QUOTATION = r"(?:«\p{Lu}[^«»\n]{1,40}»|“\p{Lu}[^“”\n]{1,40}”)"
# In a list of works it is the imprint: `Алматы: «Жазушы» баспасы, 1990`.
QUOTED = regex.compile(
    rf"(?<!:\s){QUOTATION}\s(?:\p{{Ll}}[\p{{L}}-]+\s){{0,2}}"
    rf"(?!\p{{L}}*(?:бөлімі|соты)(?:{CASE})?(?!\p{{L}})){HEAD}(?:{CASE})?(?!\p{{L}}|,\s\d{{4}})"
)
ONE = r"(?:\p{Lu}\p{Ll}?\.\s?){0,2}(?:\p{Lu}[\p{Ll}ʼ’-]+(?<![дт]ағы|[дт]егі|ның|нің)\s){1,3}"
OTHERS = (
    "университет|институт|театр|кітапхана|музей|мұражай|академия|қор|орталық|галерея|шеберхана|филармония|консерватория"
)
BODY = rf"(?:{HEAD}|{BARE}ь?|{OTHERS})"
NAMED_AFTER = regex.compile(
    rf"(?<![\p{{L}}.])(?:әл-)?(?:{ONE}(?:мен|пен|бен|және)\s)?{ONE}атындағы"
    rf"(?:\s(?!көше|алаң|даңғыл|сыйлық|орден|атты)[\p{{L}}-]+){{0,6}}?\s{BODY}{ENDING}"
)
# `Қырревком`, `Жерхалком`, `Қазөлкеком`: what it governs and what kind of body it is, in one word.
LAST = (
    "ревком|халком|өлкеком|крайком|потребсоюз|госторг|совнархоз|комзем|компрос|компрод|комфин|комторг|губчека"
    "|земуправление|земотдел|жоспар|комбинат|(?<!етро)завод|зауыт"
)
ONE_WORD = regex.compile(
    rf"(?<![\p{{L}}-])(?:\p{{Lu}}\p{{Ll}}{{1,11}}(?:{LAST})|Түрккомиссия|(?:Мұс|Край|Қазкрай)бюро|Қаз(?:союз|торг|гиз))"
    r"(?:-?[ыі]?(?:н?[ыі]ң|[тд][ыі]ң|н?[дт][ае]н?|[қкғгн][ае]|[мпб]ен|[нтд][ыі])?)(?!\p{L})"
)
# The congresses of soviets alone are institutions, parties and their congresses are two things.
ORDINAL = r"(?:[IVXІХ]+|\d+-?(?:ш[іы])?)"
CAPITAL = r"\p{Lu}\p{L}+\s"
SOVIETS = regex.compile(
    rf"(?<![\p{{L}}-])(?:Бүкіл\p{{Ll}}+\s)?Кеңестер(?:дің|інің)\s(?:{CAPITAL})?{ORDINAL}\s(?:{CAPITAL})?съез\p{{Ll}}*"
)
ARMED = "дивизиясы|бригадасы|полкі|корпусы|батальоны"
UNIT = regex.compile(
    rf"(?<![\p{{L}}\d-])\d{{1,4}}-(?:ш[іы]\s)?(?:(?:[\p{{L}}-]+\s){{0,3}}?(?:{ARMED})(?:{CASE})?"
    rf"|(?:армия|дивизия|полк|бригада|корпус|дивизион){BARE_CASE}?)(?!\p{{L}})"
)
PATTERNS = (
    ("soviets", SOVIETS),
    ("unit", UNIT),
    ("numbered", NUMBERED),
    ("quoted", QUOTED),
    ("namesake", NAMED_AFTER),
    ("one-word", ONE_WORD),
    ("well-known", WELL_KNOWN),
    ("archive", ARCHIVE),
    ("works-by-letters", WORKS_BY_LETTERS),
)


def find_named(text: str) -> Iterator[Candidate]:
    """Every institution of these forms, and the people and places whose form is plain."""
    yield from find_plain(text)
    for name, pattern in PATTERNS:
        for match in pattern.finditer(text):
            yield Candidate(match.start(), match.end(), Label.ORG, f"rule:kazakh-institution-{name}")
