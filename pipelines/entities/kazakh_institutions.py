"""Cuts a Kazakh candidate that holds several institutions, and what is none of an institution off its end."""

from __future__ import annotations

from collections.abc import Iterator

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.kazakh_edges import EDGES, IN_TOWN, INSTITUTION, PLACE, before_name
from pipelines.entities.kazakh_heads import CASE, CASE_OF_SHORT, HEAD, SHORT, STATE, TOP

LEADS = regex.compile(rf"[«“\"№]|\p{{Lu}}|(?<!\p{{L}}){HEAD}(?:{CASE})?(?!\p{{L}})")
"""What is behind a cut is a name of its own if it has any of these."""
CONGRESS_NUMBER = regex.compile(r"\s[IVXІХ]+$")
IS_STATE = regex.compile(
    rf"{STATE}(?:{CASE_OF_SHORT}|{CASE})?|(?:\p{{Lu}}\p{{L}}+\s)+(?:Республикасы|Штаттары)(?:{CASE})?"
)
IN_TOWN_ALONE = regex.compile(rf"(?!{TOP}){IN_TOWN}|{STATE}-[дт](?:ағы|егі)")
IS_PLACE = regex.compile(rf"{PLACE}(?:нд[ае](?:[ғг][ыі])?|н[ае]н?|н[ыі]ң)?|{IN_TOWN}")
# People, acts and gatherings of an institution are none of its name.
PEOPLE = "академи[гк]|мүше|төраға|төрайым|хатшы(?!лы)|басты[қғ]|директор|қызметкер|өкіл(?![де])|басшы|уәкіл"
ACTS = "қаулы|қорытынды|шешім|қарар|бұйры[қғ]|нұсқау|директива|мәлімет|есеб|есеп|хаты|жарлы[қғ]"
GATHERINGS = "пленум|съез|конгре|конференция|отырыс"
OF_INSTITUTION = regex.compile(rf"\s(?i:{PEOPLE}|{ACTS}|{GATHERINGS})\p{{Ll}}*$")
# What soviets call together is itself one, and a court in full is the court: `Кеңестердің V съезінде`.
GATHERED = regex.compile(r"[Кк]еңестер|[Сс]оты Пленум")
# A government has no name but its country's; those of the civil war were called so.
GOVERNMENT = regex.compile(
    rf"(?!.*(?:Алаш|[Уу]ақытша|Колчак))(?P<place>(?:\p{{Lu}}[\p{{L}}-]+\s){{0,2}}\p{{Lu}}[\p{{L}}-]+)\s[ҮүӨө]кіметі(?:{CASE})?"
)
POWERS = frozenset({"Кеңес", "Совет", "Патша"})
# `Балқаш көлінің солтүстігі` is in the lake's name only as far as the lake.
WATER = regex.compile(r"(?:\p{Lu}[\p{L}-]+\s)+(?:көл|өзен|теңіз)[ыі]н[ыі]ң(?=\s\p{Ll})")
QUOTES = frozenset("«“")
# Policies and kinds of farms, not bodies.
NO_BODY = regex.compile(rf"(?:ЖЭС|НЭП|ТОЗ|МТС|МТМ|ИТО)(?:{CASE_OF_SHORT})?")
# Typing ran the next word into the ending: `ХРККҰ-ныңерікті`, `ІІХКхалық`, `ОКПариждегі`.
ENDING = r"[-–](?:[ыі]?мен|н?[ыі]ң|[нтд][ыі]ң|н?[дт][ае]н|[қғкг][ае]|н[ае]|н?[дт][ае])"
VOWEL = "аәеиоөуұүыі"
# A capital before a vowel begins the next word, before a consonant it ends the abbreviation.
NEXT_CAPITAL = rf"(?=(?!\p{{Lu}}[ыі]\p{{Ll}}{{2,5}}$)\p{{Lu}}[{VOWEL}]\p{{Ll}}{{3,}})"
NEXT_SMALL = rf"(?=[^\P{{Ll}}{VOWEL}]\p{{Ll}}{{4,}})"
NEXT_AFTER_ENDING = r"(?=\p{Lu}|(?![ғг][ыі])\p{Ll}{3,})"
RUN_ON = regex.compile(
    rf"(?P<name>.*?(?<!\p{{L}}){SHORT}(?:{NEXT_CAPITAL}|{NEXT_SMALL}|{ENDING}{NEXT_AFTER_ENDING}))(?P<next>\p{{L}}+)"
)
# What a town has several of is called by the town alone: `Мәскеу | театрлары`.
SEVERAL = (
    "зауыттар|фабрикалар|театрлар|кәсіпорындар|мекемелер|консулдықтар|"
    "мемлекеттер|елдер|шахталар|мектептер|институттар|клубтар"
)
OF_TOWN = regex.compile(
    rf"(?P<place>\p{{Lu}}[\p{{Ll}}-]+(?<![лдт]ық|[лдт]ік|[ғқ]а|[гк]е))\s(?:\p{{Ll}}+\s)?(?:{SEVERAL})ы?і?(?:{CASE})?"
)
ARMY = regex.compile(r"(?:Қызыл\s(?:[Аа]рмияның|[Әә]скердің)|Кеңес\sАрмиясының)(?=\s)")
PLURAL = regex.compile(rf"\s(?!әскерлер)\p{{L}}+(?:[лдт]ары|[лдт]ері)(?:{CASE})?$")


def parts(text: str, candidate: Candidate) -> Iterator[Candidate]:
    """The institutions that a candidate for one holds; the candidate itself where nothing tells of several."""
    if candidate.label is not Label.ORG:
        yield candidate
        return
    name = text[candidate.start : candidate.end]
    if run_on := RUN_ON.fullmatch(name):
        if IN_TOWN_ALONE.fullmatch(run_on["next"]):
            yield replace(candidate, start=candidate.end - len(run_on["next"]), label=Label.LOC)
        name = run_on["name"]
        candidate = replace(candidate, end=candidate.start + len(name))
    if NO_BODY.fullmatch(name):
        return
    if IS_STATE.fullmatch(name):
        yield replace(candidate, label=Label.LOC)
        return
    place = _place_of(name)
    if place is not None:
        if place not in POWERS:
            yield replace(candidate, end=candidate.start + len(place), label=Label.LOC)
        return
    quoted = text[max(0, candidate.start - 1) : candidate.start] in QUOTES and " " in name
    edges = [] if quoted else sorted({edge for find in EDGES for edge in find(name)})
    start = 0
    for end, following in [*edges, (len(name), len(name))]:
        is_name = LEADS.search(name, start, end) is not None if start else not _leads_up(name, end)
        if start < end and is_name:
            yield _whole(name, start, end, candidate)
        start = max(start, following)


def _place_of(name: str) -> str | None:
    """The place that all else in a name is only of: `Польша үкіметі`; None where there is an institution."""
    if government := GOVERNMENT.fullmatch(name):
        return government["place"]
    if town := OF_TOWN.fullmatch(name):
        return town["place"]
    water = None if INSTITUTION.search(name) else WATER.match(name)
    return water[0] if water else None


def _leads_up(name: str, end: int) -> bool:
    """Whether the first part is no name at all, only what leads up to the next."""
    return (end, end + 1) in before_name(name) and IS_PLACE.fullmatch(name, 0, end) is None


def _whole(name: str, start: int, end: int, candidate: Candidate) -> Candidate:
    """One part, without what is none of it; a state alone is a place."""
    if start == 0 and end < len(name) and IS_PLACE.fullmatch(name, start, end):
        return replace(candidate, end=candidate.start + end, label=Label.LOC)
    if start > 0 and IN_TOWN_ALONE.fullmatch(name, start, end):
        return replace(candidate, start=candidate.start + start, end=candidate.start + end, label=Label.LOC)
    alone = start > 0 or end < len(name)
    end = start + _end(name[start:end])
    label = Label.LOC if (alone or end < len(name)) and IS_STATE.fullmatch(name, start, end) else candidate.label
    return replace(candidate, start=candidate.start + start, end=candidate.start + end, label=label)


def _end(name: str) -> int:
    """Where an institution ends: before its people, acts and gatherings, and before units in the plural."""
    army = ARMY.match(name)
    if army and not INSTITUTION.search(name, army.end()):
        return army.end()
    of_another = OF_INSTITUTION.search(name) and not GATHERED.search(name)
    if of_another or PLURAL.search(name) or CONGRESS_NUMBER.search(name):
        last = name.rfind(" ")
        found = [match.end() for match in INSTITUTION.finditer(name, 0, last)]
        return found[-1] if found else len(name)
    return len(name)
