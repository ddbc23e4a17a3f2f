"""Cuts Kazakh people and places that a tagger took for one: `Исаевтың | Сталинге`, `Дауд Магомадов | Назраннан`."""

from __future__ import annotations

from collections.abc import Iterator

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.kazakh_body_pieces import body_pieces
from pipelines.entities.kazakh_endings import fits
from pipelines.entities.kazakh_named import ONE_WORD
from pipelines.entities.kazakh_plain import SURNAME, TOWN

NAME = r"\p{Lu}[\p{L}ʼ’\-]+"
# Nobody has a name that goes on behind a case; the accusative and others only behind what is plainly a surname, since
# given names sound so: `Құдайберді`, `Сұлтан`.
GENITIVE = r"(?:[нтд][ыі]ң)"
ANY_CASE = r"(?:[нтд][ыі]ң|[нтд][ыі]|[дт][ае]н?|н[ае]н|[мпб]ен|[қғкг][ае]|н[ае])"
WITHIN = regex.compile(
    rf"(?<![\p{{L}}.])(?:(?P<stem>\p{{Lu}}[\p{{L}}\-]{{3,}}?)(?P<case>{GENITIVE}|[қғ]а)"
    rf"|(?P<stem>\p{{Lu}}[\p{{L}}\-]+?{SURNAME})(?P<case>{ANY_CASE}))(?P<gap>\s)(?=\p{{Lu}})"
)
# Behind a given name and a surname in the nominative stands somebody or something else:
# `Дауд Магомадов | Назраннан`, `Ахмет Ержанов | Сталинге`.
THIRD = regex.compile(
    rf"{NAME}\s\p{{Lu}}\p{{Ll}}+(?:[оеё]ва?|[сц]кий|нко|[чщнк]ук|вич|швили|ұлы|қызы)(?P<gap>\s)(?P<stem>\p{{Lu}}[\p{{L}}\-]{{2,}}?)"
    r"(?P<case>[дт][ае]н?|н[ае]н|[қғкг][ае])"
)
FATHERS = regex.compile(r"(?:[оеё]вич|[оеё]вна|ұлы|қызы|улы|кызы)")
IS_SURNAME = regex.compile(rf".*{SURNAME}")
FROM_OR_IN = regex.compile(rf"(?P<stem>{NAME}?)(?P<case>[дт][ае]н?|н[ае]н|[дт](?:ағы|егі))")
# Kin, and what is done or told, are no part of the name behind: `Әжем | Қалима`, `Жиналысты | Ғаббас`.
KIN = (
    r"(?:Нағашы\s(?:апа|ата|аға|әже|шеше)|Әке|Ана|Шеше|Апа|Әже|Ата|Аға|Әпке|Жеңге|Көке|Жезде|Апай|Әжей)(?:м|міз|ң|ңіз)"
    r"|(?:Нағашы|Іні|Қарындас|Сіңлі|Күйеу|Бала|Ұл|Қыз|Дос|Құрбы|Құрдас|Көрші|Мұғалім|Ұстаз|Жиен|Бөле)[ыі]?м(?:[ыі]з)?|Қария"
)
OBJECT = (
    r"(?:Жиналыс|Хат|Кітап|Мақала|Аударма|Кездесу|Тергеу|Театр|Полк|Көтеріліс|Отырыс|Баяндама|Ұйым|Топ|Мекте[пб]|Конференция"
    r"|Көрме|Газет)(?:[тдн][ыі]|[тд][ае]|[нтд][ыі]ң|[қғкг][ае])"
)
NO_NAME_BEFORE = regex.compile(rf"(?:{KIN}|{OBJECT})\s(?=\p{{Lu}}\p{{Ll}})")
PARTICLE = regex.compile(r"(?<![\p{L}-])(?:фон(?:\sдер)?|ван(?:\sде[рн])?|цу|дель)\s$")
# Peoples that are called by a place.
PEOPLE = regex.compile(
    r"Қырым\s(?:татар|түр[іи]?к)|(?:Еділ|Волга|Поволжье|Кавказ|Украина|Балтық)\sнеміс|Месхет\sтүрі|Қарабақ\sармян"
)
# A title between two people: `Байсейіт | ақсақал | Ізтай`; `Иса қажы Шоқанұлы` is one.
TITLE_BETWEEN = regex.compile(
    r"\s(?:қажы|молда|ақсақал|қария|ишан|батыр|сұлтан|төре)\s(?=\p{Lu})(?!\p{L}+(?:ұлы|қызы|[оеё]ва?)(?!\p{L}))"
)
# `Киевтің` is no person's; Kirov and Sverdlov are both.
OF_TOWN = regex.compile(rf"(?!Киров|Свердлов|Козлов|Рогач){TOWN}(?:{ANY_CASE})?")
# Orders and prizes bear names: `Ленин | орденін`, `Бенюшті | Еңбек Қызыл Ту орденімен`.
HONOUR = regex.compile(
    r"(?<![\p{L}-])(?:(?:Ленин|Сталин)(?=\s(?:орден|медал|сыйлы|премия|атындағы))|Еңбек(?=\sҚызыл\sТу))"
)
COUNTRY = (
    r"(?:Қазақстан|Ресей|Россия|КСРО|СССР|РКФСР|Германия|Польша|Қытай|Финляндия|Жапония|Түркия|Моңғолия|Өзбекстан|Қырғызстан|АҚШ"
    r"|Англия|Франция|Италия|Испания|Иран|Ауғанстан|Латвия|Эстония|Литва|Болгария|Румыния|Чехословакия|Швеция|Корея|Украина)"
)
TWO_COUNTRIES = regex.compile(rf"{COUNTRY}(?:\s?[-–]\s?{COUNTRY})+")
IN_PAIR = regex.compile(COUNTRY)
# `Сібірлік офицерлер`: of where somebody or something is.
ADJECTIVE = regex.compile(r"\p{Lu}\p{Ll}{2,}(?:[лдт]ық|[лдт]ік)")
SMALL_BEHIND = regex.compile(r"\s\p{Ll}")
ABBREVIATED = regex.compile(r".*\s(?:обл|қ|ауд|окр|губ)", regex.DOTALL)
HONOUR_REACH = 10
"""Characters behind a name."""


def pieces(text: str, candidate: Candidate) -> Iterator[Candidate]:
    """The names that a candidate holds; none where it is a people's or an honour's."""
    if candidate.label is Label.PERSON:
        yield from people(text, candidate)
    elif candidate.label is Label.ORG:
        yield from body_pieces(text, candidate)
    elif candidate.label is Label.LOC:
        yield from places(text, candidate)
    else:
        yield candidate


def people(text: str, candidate: Candidate) -> Iterator[Candidate]:
    """Each person, and the place behind the last; kin are no part of a name."""
    if before := NO_NAME_BEFORE.match(text, candidate.start, candidate.end):
        candidate = replace(candidate, start=before.end())
    elif particle := PARTICLE.search(text, max(0, candidate.start - 9), candidate.start):
        candidate = replace(candidate, start=particle.start())
    if honour := HONOUR.search(text, candidate.start, candidate.end + HONOUR_REACH):
        if honour.start() == candidate.start:
            return
        if honour.end() == candidate.end:
            candidate = replace(candidate, end=honour.start() - 1)
    if title := TITLE_BETWEEN.search(text, candidate.start, candidate.end):
        yield replace(candidate, end=title.start())
        candidate = replace(candidate, start=title.end())
    if OF_TOWN.fullmatch(text, candidate.start, candidate.end):
        candidate = replace(candidate, label=Label.LOC)
    while within := case_within(text, candidate):
        yield replace(candidate, end=within.start("gap"))
        candidate = from_or_in(text, replace(candidate, start=within.end()))
    third = THIRD.fullmatch(text, candidate.start, candidate.end)
    if third and not FATHERS.search(third["stem"]) and fits(third["stem"].removesuffix("ь"), third["case"]):
        yield replace(candidate, end=third.start("gap"))
        label = Label.PERSON if IS_SURNAME.fullmatch(third["stem"]) else Label.LOC
        candidate = replace(candidate, start=third.end("gap"), label=label)
    yield candidate


def case_within(text: str, candidate: Candidate) -> regex.Match[str] | None:
    """The first word in a case that is not the last of a name."""
    for found in WITHIN.finditer(text, candidate.start, candidate.end):
        if fits(found["stem"].removesuffix("ь"), found["case"]):
            return found
    return None


def from_or_in(text: str, candidate: Candidate) -> Candidate:
    """What stands behind a person: one word from where or in which is a place."""
    found = FROM_OR_IN.fullmatch(text, candidate.start, candidate.end)
    if found and fits(found["stem"].removesuffix("ь"), found["case"]) and not IS_SURNAME.fullmatch(found["stem"]):
        return replace(candidate, label=Label.LOC)
    return candidate


def places(text: str, candidate: Candidate) -> Iterator[Candidate]:
    """`[Польша]-[Қазақстан]`, `[Алматы обл.]`; nothing of `Қырым татарлары`; `Мемжоспар` is an institution."""
    if ONE_WORD.fullmatch(text, candidate.start, candidate.end):
        yield replace(candidate, label=Label.ORG)
        return
    if TWO_COUNTRIES.fullmatch(text, candidate.start, candidate.end):
        for country in IN_PAIR.finditer(text, candidate.start, candidate.end):
            yield replace(candidate, start=country.start(), end=country.end())
    elif not PEOPLE.match(text, candidate.start) and not (
        ADJECTIVE.fullmatch(text, candidate.start, candidate.end) and SMALL_BEHIND.match(text, candidate.end)
    ):
        stopped = text.startswith(".", candidate.end) and ABBREVIATED.fullmatch(text, candidate.start, candidate.end)
        yield replace(candidate, end=candidate.end + 1) if stopped else candidate
