"""Edges of Kazakh places: which part of a country, what kind of place; neighbours that are none of the name."""

from __future__ import annotations

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.candidate import Candidate

SIDE = r"(?:Шығыс|Батыс|Солтүстік|Оңтүстік|Орталық|Төменгі|Жоғарғы)"
PART_BEFORE = regex.compile(
    rf"(?<![\p{{L}}-])(?:{SIDE}\s(?:және|мен|пен)\s)?(?:{SIDE}|[Кк]еңестік)(?:\s(?:Шығыс|Батыс))?\s$"
)
WITH_PART = regex.compile(
    r"(?:Қазақстан|Сібір|Еуропа|Азия|Америка|Африка|Корея|Вьетнам|Украин|Белорус|Беларус|Қытай|Түркістан|Кавказ|Ресей|Карели"
    r"|Германия|Пруссия|Орал|Моңғолия|Қырым|Тагил|Новгород|Польша|Буковина|Тироль|Силезия|Македония|Ирландия|Чехия)"
)
PART_TWICE = regex.compile(rf"{SIDE}\s{WITH_PART.pattern}")
PART_AND = regex.compile(rf"(?<![\p{{L}}-]){SIDE}\s(?:және|мен|пен)\s$")
KIND = regex.compile(
    r"\s(?:кент|ауыл|село|поселке|станция|станса|қала|аудан|облыс|өзен|көл|теңіз|өлке|округ|уез|губерния|болыс|түбе[кг]|шаһар"
    r"|порт|вокзал|көше|алаң|даңғыл|бұғаз|арал|шөл|базар|дала|ойпат|өңір|аймағ|(?:көмір\s)?бассейн|хандығ|патшалығ|асу"
    r"|шатқал|аллея|мүйіс|шығанағ|провинция|жота|разъезд|полигон|жазығ|қақпа"
    r"|(?<=(?:Орал|Алтай|Кавказ|Карпат|Памир|Тарбағатай|Саян)\s)таулар)"
    r"(?:с?[ыі])(?:нд[ае](?:[ғг][ыі])?|н[ыі]ң|н[ае]н?|н|мен)?(?!\p{L})"
)
OF_WHICH = regex.compile(r"(?:[ндт][ыі]ң|[дт]ағы|[дт]егі)$")
HEADMAN = regex.compile(r"(?P<name>\p{Lu}\p{Ll}+)\sболыс")
# People, powers and sides of a place are no part of its name.
NEIGHBOUR = regex.compile(
    r"\s(?:бет[ыі]н|баурай|маң[ыі]|аума[қғ]|төңіре[кг]|мемлекеттер|елдер|республикалар|зауыттар|түрмелер|жұмысшы|теңізші"
    r"|үкімет|өкімет|билі[кг]|азамат|халқ|қазақтар|немістер|татарлар|социал-демократ|губернатор|шекара)\p{Ll}*$|\s№\s.*$"
)


def with_part_of_country(text: str, candidate: Candidate) -> Candidate:
    """`Шығыс [Қазақстан облыстық соты]`, `кеңестік [Ресейде]`, `Батыс және [Орталық Еуропа]`."""
    if not WITH_PART.match(text, candidate.start):
        beside = PART_TWICE.match(text, candidate.start)
        before = PART_AND.search(text, max(0, candidate.start - 24), candidate.start) if beside else None
    else:
        before = PART_BEFORE.search(text, max(0, candidate.start - 32), candidate.start)
    return replace(candidate, start=before.start()) if before else candidate


def with_what_it_is(text: str, candidate: Candidate) -> Candidate:
    """`[Киевка] кенті`, `[Одесса] портында`: the word for what a place is belongs to its name."""
    if OF_WHICH.search(text, candidate.start, candidate.end):
        return candidate
    found = KIND.match(text, candidate.end)
    return replace(candidate, end=found.end()) if found else candidate


def without_neighbour(text: str, candidate: Candidate) -> Candidate:
    """`[Қобда бетінен]` → `Қобда`."""
    found = NEIGHBOUR.search(text, candidate.start, candidate.end)
    return replace(candidate, end=found.start()) if found else candidate


def without_headman(text: str, candidate: Candidate) -> Candidate:
    """`[LOC Әбдіғали болыс]` is a headman, a place would be his `болысы`."""
    found = HEADMAN.fullmatch(text, candidate.start, candidate.end)
    return replace(candidate, end=found.end("name"), label=Label.PERSON) if found else candidate
