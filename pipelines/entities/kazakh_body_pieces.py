"""Cuts a Kazakh institution from people and places that a tagger took into it: `Сәбитовтің | Ақмола комитетіне`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.kazakh_edges import INSTITUTION
from pipelines.entities.kazakh_endings import fits
from pipelines.entities.kazakh_heads import HEAD, SHORT
from pipelines.entities.kazakh_institutions import PEOPLE
from pipelines.entities.kazakh_plain import SURNAME

Parting = Callable[[str, Candidate], Sequence[Candidate]]
"""What a candidate is made of; nothing where it is whole."""

NAME = r"\p{Lu}[\p{L}ʼ’\-]+"
# `Сәбитовтің | Батыс Қазақстан облыстық комитетіне`.
OWNER = regex.compile(
    rf"(?P<stem>\p{{Lu}}[\p{{L}}\-]+?{SURNAME})(?P<case>[нтд][ыі]ң|[қғкг][ае]|н[ае])(?P<gap>\s)(?=[\p{{Lu}}«№])"
)
OFFICE = rf"(?:{PEOPLE}|профессор|доцент|комиссар|прокурор)"
HOLDER = regex.compile(
    rf"(?P<body>.*?(?:{HEAD}н[ыі]ң|{SHORT}(?:-[нтд][ыі]ң)?))\s{OFFICE}\p{{Ll}}*\s"
    rf"(?P<person>(?:\p{{Lu}}\.\s?)*{NAME}(?:\s{NAME}){{0,2}})"
)
# Works in quotation marks that one plural sums up: `«Қызыл Октябрь» және «[Баррикада]» зауыттарында`.
WORKS = "зауыттар|заводтар|фабрикалар|шахталар|колхоздар|совхоздар|артельдер|тресттер|ұжымшарлар|мектептер"
ONE_OF_SEVERAL = regex.compile(rf"«(?P<name>[^«»]+)»\s(?:{WORKS})[ыі]?\p{{Ll}}{{0,6}}")
# `«Арыс» және «Өлке» баспалары`: all of them.
SEVERAL = regex.compile(
    rf"(?:«[^«»]+»,?\s(?:(?:және|әрі|мен|пен|бен)\s)?)+«[^«»]+»\s(?:{WORKS}|баспалар|ұйымдар)\p{{Ll}}*"
)
QUOTED = regex.compile(r"«(?P<name>[^«»]+)»")
ANOTHER_BEFORE = regex.compile(r"[»”\p{Lu}],?\s(?:және|әрі|мен|пен|бен)\s$|[»”],\s$")
# They lent one word to countless works; the word before is another's, unless it is a namesake's own.
OWN_NAME = regex.compile(
    r"(?:\p{Lu}\.\s?|Карл|Клара|Роза|Эрнст|Владимир|Иосиф|Михаил|Сергей|Вячеслав|Климент|Серго|Феликс|Георги|Александр|Максим|Мұхтар"
    r"|Шоқан|Сәкен|Абай|Ыбырай|Ленин|Маркс|Энгельс|[мпб]ен|және)\s?$"
)
NAMESAKE = regex.compile(
    r"(?P<other>(?:\p{Lu}\p{Ll}[\p{L}-]+\s){1,2})(?P<own>(?:Ленин|Сталин|Киров|Калинин|Молотов|Ворошилов|Фрунзе|Каганович|Буденный|Будённый"
    r"|Володарский|Куйбышев|Дзержинский|Орджоникидзе|Абай|Жамбыл|Пушкин|Горький|Либкнехт|Тельман|Димитров|Крупская|Амангелді)"
    r"\sатындағы)"
)
AUTHOR = regex.compile(r"(?:Автор|Редактор|Рецензент|Ректор|Доцент|Профессор|Құрастырушы)\s(?=(?:әл-)?\p{Lu}|[«№])")
# Whither and where is not in a name: `Ташкент Кеңесі | Қоқанға`.
BODY_AND_PLACE = regex.compile(
    rf"(?P<body>.*?(?<!\p{{L}}){HEAD})\s(?P<stem>\p{{Lu}}\p{{Ll}}{{2,}}?)(?P<case>[дт][ае]н?|н[ае]н|[қғкг][ае])(?!\p{{L}})"
    r".*",
    regex.DOTALL,
)
# `Академиялық орталық | Ташкенттегі | Талап қоғамымен`; behind a genitive the name goes on:
# `Германияның Мәскеудегі елшілігі`.
PLACE_BETWEEN = regex.compile(
    r"(?P<first>.*(?<![нтд][ыі]ң))\s(?P<place>\p{Lu}\p{Ll}{2,}(?:[дт]ағы|[дт]егі))\s(?=[\p{Lu}«№])(?P<second>.+)",
    regex.DOTALL,
)
# `ІІХК | мен аудандық әскери комиссариатқа`.
AND_COMMON = regex.compile(rf"(?P<body>{SHORT})\s(?:[мпб]ен|және)\s[\p{{Ll}}\s]+")


def body_pieces(text: str, candidate: Candidate) -> Iterator[Candidate]:
    """The institution, and the people and places that were taken into it."""
    yield from next((pieces for part in PARTINGS if (pieces := part(text, candidate))), (candidate,))


def without_common(text: str, candidate: Candidate) -> Sequence[Candidate]:
    """`[ІІХК мен аудандық әскери комиссариатқа]` → `ІІХК`."""
    found = AND_COMMON.fullmatch(text, candidate.start, candidate.end)
    if found is None or INSTITUTION.search(text, found.end("body") + 1, candidate.end):
        return ()
    return (replace(candidate, end=found.end("body")),)


def with_place_between(text: str, candidate: Candidate) -> Sequence[Candidate]:
    """Two institutions and the place of the second; one word alone before the place is none."""
    found = PLACE_BETWEEN.fullmatch(text, candidate.start, candidate.end)
    if found is None or not INSTITUTION.search(found["second"]):
        return ()
    first = (replace(candidate, end=found.end("first")),) if " " in found["first"] else ()
    place = replace(candidate, start=found.start("place"), end=found.end("place"), label=Label.LOC)
    return (*first, place, replace(candidate, start=found.start("second")))


def with_place_behind(text: str, candidate: Candidate) -> Sequence[Candidate]:
    """An institution and whither or where it did something."""
    found = BODY_AND_PLACE.fullmatch(text, candidate.start, candidate.end)
    if found is None or not fits(found["stem"].removesuffix("ь"), found["case"]):
        return ()
    if INSTITUTION.search(text, found.end("body"), candidate.end):
        return ()
    place = replace(candidate, start=found.start("stem"), end=found.end("case"), label=Label.LOC)
    return (replace(candidate, end=found.end("body")), place)


def one_of_several(text: str, candidate: Candidate) -> Sequence[Candidate]:
    """`«Қызыл Октябрь» және [«Баррикада» зауыттары]` → `Баррикада`."""
    if SEVERAL.fullmatch(text, candidate.start, candidate.end):
        quoted = QUOTED.finditer(text, candidate.start, candidate.end)
        return [replace(candidate, start=each.start("name"), end=each.end("name")) for each in quoted]
    found = ONE_OF_SEVERAL.fullmatch(text, candidate.start, candidate.end)
    if found is None or not ANOTHER_BEFORE.search(text, max(0, candidate.start - 8), candidate.start):
        return ()
    return (replace(candidate, start=found.start("name"), end=found.end("name")),)


def with_holder(text: str, candidate: Candidate) -> Sequence[Candidate]:
    """`[ҚР ҰҒА академигі Рәбиға Сыздық]` → `ҚР ҰҒА`, `Рәбиға Сыздық`."""
    found = HOLDER.fullmatch(text, candidate.start, candidate.end)
    if found is None:
        return ()
    person = replace(candidate, start=found.start("person"), label=Label.PERSON)
    return (replace(candidate, end=found.end("body")), person)


def with_other_person(text: str, candidate: Candidate) -> Sequence[Candidate]:
    """`[Автор Әлкей Марғұлан атындағы институт]`, `[Зауэр Ленин атындағы шахта]`: who stands before is another."""
    author = AUTHOR.match(text, candidate.start, candidate.end)
    start = author.end() if author else candidate.start
    namesake = NAMESAKE.match(text, start, candidate.end)
    if namesake and not OWN_NAME.search(namesake["other"]):
        start = namesake.start("own")
    return (replace(candidate, start=start),) if start > candidate.start else ()


def with_owner(text: str, candidate: Candidate) -> Sequence[Candidate]:
    """A person in a case and the institution behind."""
    found = OWNER.match(text, candidate.start, candidate.end)
    if found is None or not fits(found["stem"], found["case"]):
        return ()
    if not INSTITUTION.search(text, found.end(), candidate.end):
        return ()
    person = replace(candidate, end=found.start("gap"), label=Label.PERSON)
    return (person, replace(candidate, start=found.end()))


PARTINGS: tuple[Parting, ...] = (
    without_common,
    with_holder,
    with_place_between,
    with_place_behind,
    one_of_several,
    with_other_person,
    with_owner,
)
