"""Cuts a Russian candidate that holds an institution and its officer or place, or several institutions."""

from __future__ import annotations

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.russian_compounds import is_compound
from pipelines.entities.russian_named import LISTED, listed

# Bodies that go by letters; `КИМ` and the sections may be somebody's name or a word in capitals.
BODIES = frozenset(
    """
    НКВД УНКВД НКГБ УНКГБ МВД УМВД МГБ УМГБ КГБ УКГБ ОГПУ ГПУ ВЧК ГУГБ УГБ ОСО ГУЛАГ ГУЛАГа СНК ЦК ЦКК КПК ЦИК ВЦИК ВСНХ
    ВЦСПС РККА РКИ НКПС НКТП НКИД ВЛКСМ МОПР ИККИ
    """.split()  # noqa: SIM905 - a list of quoted names would be twice as long
)
ORGANS = BODIES | frozenset("ЧК СПО КРО ЭКО ЭКУ ИНО УСО ДТО УРО КВЧ МОПРа ПУР ПУРа КИМ".split())  # noqa: SIM905
LETTERS = "|".join(sorted(BODIES | frozenset("ГУЛАГу ГУЛАГом ГУЛАГе НКЮ РОВС РСДРП КПСС АМО".split())))  # noqa: SIM905
BY_LETTERS = regex.compile(rf"(?<![\p{{L}}\d-])(?:{LETTERS})(?:\s(?:СССР|РСФСР|УССР|КазССР|КАССР))?(?![\p{{L}}\d(-])")
SURNAME = r"\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?"
OFFICER = regex.compile(rf"(?P<organ>\p{{Lu}}\p{{L}}+)\s(?P<officer>{SURNAME}|(?:\p{{Lu}}\.\s?){{1,2}}{SURNAME})")
WITH_OFFICER = regex.compile(
    r"(?P<organ>.*(?:\p{Lu}|отдел\p{Ll}{0,5}|управления|комитета|ком(?:а|у)?|прокуратуры|суда|треста|коллегии|округа|армии|дивизии|корпуса|полка|бригады|фронта|флота))\s(?P<officer>\p{Lu}\p{Ll}+(?:[оеё]в|[иы]н|енко|янц|дзе|швили|ский|цкий|чук|юк|ович|евич|ман|берг|ко|ло)"
    r"(?:а|у|ым|ом|е|ого|ему|ому|им)?)"
)
OFFICE = regex.compile(
    r"(?:начальник|секретар|директор|сотрудник|следовател|уполномоченн|заместител|прокурор|председател|комендант|командир"
    r"|представител|инспектор|член|помощник|практикант|работник|командующ)\p{Ll}{0,4}\s(?:войсками\s)?$",
    regex.IGNORECASE,
)
# At the head of a sentence: `[Рыбак колхоза имени Чубаря]`.
WORKER = regex.compile(
    r"(?:Рыбак|Слесарь|Токарь|Плотник|Штукатур|Сторож|Бухгалтер|Счетовод|Конюх|Повар|Кассир|Шофёр|Шофер|Кузнец"
    r"|Столяр|Маляр|Грузчик|Чабан|Пастух|Доярка|Ткачиха|Швея|Уборщица|Учитель(?:ница)?|Колхозни(?:к|ца)|Член|Партизан|Боец|Рядовой"
    r"|Красноармеец|Командир|Директор|Председатель|Секретарь|Начальник|Инженер|Техник|Десятник|Бригадир|Врач|Студент(?:ка)?"
    r"|Монахиня|Священник|Сотрудник|Курсант|Слушатель)\s(?=\p{Ll}|\p{Lu}{2}|\d)"
)
REACH = 40
"""Characters looked at before a name."""
NUMBERED_PAIR = regex.compile(
    r"(?P<first>\p{Ll}[^«»№\n]*?№\s?\d+\S*?)(?:\sи|,)\s(?:(?:в|на|из|с)\s)?(?P<second>\p{Ll}{4,}\s(?:\p{Ll}+\s)?№\s?\d+.*)"
)
QUOTED_PAIR = regex.compile(
    r"(?P<first>[^«»\"\n]*[«\"][^«»\"\n]+[»\"])(?:\sи|,)\s(?:(?:в|на|из|с)\s)?(?P<second>\p{Ll}{4,}\s(?:\p{Ll}+\s)?[«\"№].*)"
)
# `Комиссия НКВД и Прокурора`, `ЦИК и СНК` are one body or one author: only what is spelled out stands alone.
ORGAN_PAIR = regex.compile(
    r"(?P<first>(?!\p{Lu}{2}|(?i:комисси|тройк|двойк|постановл))\P{Zl}+?)\sи\s(?P<second>(?:ПП\s)?(?:НКВД|О?ГПУ|НКГБ|МВД|МГБ|КГБ)(?:\sСССР)?)"
)
PREPOSITION_PAIR = regex.compile(r"(?P<first>\P{Zl}{4,}?)\sи\s(?:в|на|из)\s(?P<second>\P{Zl}{4,})")
WITH_DISTRICT = regex.compile(
    r"(?P<first>[^«»\"]*[«\"][^«»\"]+[»\"])\s(?P<place>\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?(?:ого|его)\s(?:района|р-на|уезда|округа|края)"
    r"|\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?ой\s(?:области|обл\.|губернии|губ\.|волости))"
)


def pieces(text: str, candidate: Candidate) -> tuple[Candidate, ...]:
    """The names that a candidate is made of, mostly itself alone."""
    if candidate.label is Label.PERSON:
        return _officer(text, candidate)
    if candidate.label is not Label.ORG or not any(sign.isspace() for sign in text[candidate.start : candidate.end]):
        return (candidate,)
    worker = WORKER.match(text, candidate.start, candidate.end)
    start, end = worker.end() if worker else candidate.start, candidate.end
    candidate = replace(candidate, start=start)
    head = LISTED.match(text, start, end)
    several = tuple(listed(text, head.end() if head else start))
    if several:
        return tuple(replace(candidate, start=each.start, end=each.end) for each in several)
    for pattern in (NUMBERED_PAIR, QUOTED_PAIR, ORGAN_PAIR, PREPOSITION_PAIR):
        if pair := pattern.fullmatch(text, start, end):
            return tuple(replace(candidate, start=pair.start(part), end=pair.end(part)) for part in ("first", "second"))
    if both := WITH_DISTRICT.fullmatch(text, start, end):
        place = replace(candidate, start=both.start("place"), label=Label.LOC)
        return replace(candidate, end=both.end("first")), place
    found = WITH_OFFICER.fullmatch(text, start, end)
    if found and OFFICE.search(text, max(0, start - REACH), start):
        officer = replace(candidate, start=found.start("officer"), label=Label.PERSON)
        return replace(candidate, end=found.end("organ")), officer
    return (candidate,)


def _officer(text: str, candidate: Candidate) -> tuple[Candidate, ...]:
    """`КРО Стебунов`, `Истпарта Пальвадрин`: an institution and who serves there; `АМО`: an institution alone."""
    if BY_LETTERS.fullmatch(text, candidate.start, candidate.end):
        return (replace(candidate, label=Label.ORG),)
    both = OFFICER.fullmatch(text, candidate.start, candidate.end)
    if both is None or not (both["organ"] in ORGANS or is_compound(both["organ"])):
        return (candidate,)
    organ = replace(candidate, end=both.end("organ"), label=Label.ORG)
    return organ, replace(candidate, start=both.start("officer"))
