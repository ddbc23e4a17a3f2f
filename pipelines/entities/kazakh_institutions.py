"""Cuts a Kazakh candidate that holds several institutions, and what is none of an institution off its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.kazakh_heads import (
    CASE,
    CASE_OF_SHORT,
    HEAD,
    OBLIQUE,
    OBLIQUE_OF_SHORT,
    PARTY,
    SHORT,
    STATE,
    TOP,
)

Edges = Callable[[str], Iterator[tuple[int, int]]]
"""Where in the text of a candidate one institution ends and the next begins."""

# Who answers to whom goes on: `КСРО Министрлер Кеңесіне қарасты комитет`.
AFTER_OBLIQUE = regex.compile(
    rf"(?<!\p{{L}})(?:{HEAD}{OBLIQUE}(?!\p{{L}})|{SHORT}{OBLIQUE_OF_SHORT}),?\s"
    r"(?!қара(?:сты|йтын|ған)|бағын|арнал|қатысты|тиесілі|жәрдем|көмек|(?:ұйымдас|құр|қайта|дайында)\p{Ll}+)"
)
COORDINATED = regex.compile(
    rf"(?<!\p{{L}})(?:{HEAD}{CASE}?|{SHORT}(?:{CASE_OF_SHORT})?)(?P<and>,|,?\s(?:[мпб]ен|және|әрі))\s(?=(?P<next>.+))",
    regex.DOTALL,
)
INSTITUTION = regex.compile(rf"(?<!\p{{L}})(?:{HEAD}(?:{CASE})?|{SHORT}(?:{CASE_OF_SHORT})?)(?!\p{{L}})")
LEADS = regex.compile(rf"[«“\"№]|\p{{Lu}}|{HEAD}(?:{CASE})?(?!\p{{L}})")
"""What is behind a cut is a name of its own if it has any of these."""
AFTER_BARE = regex.compile(rf"(?<!\p{{L}}){HEAD}\s(?=(?:{STATE}|{PARTY}|{TOP})(?![\p{{L}}(]))")
TOP_AFTER_SHORT = regex.compile(
    rf"(?<!\p{{L}})(?P<short>{SHORT})\s(?=(?:{PARTY}|{TOP}|{STATE}\s{SHORT}-)(?![\p{{L}}(]))"
)
REPRESENTED = frozenset({"ПП", "ӨӨ"})
"""Who represents a body in a region."""
# No name goes on behind the end of a sentence.
SENTENCE = regex.compile(r"(?<=\p{Ll}{4})[.!?]\s+(?=[\p{Lu}«№\d])")
CONGRESS_NUMBER = regex.compile(r"\s[IVXІХ]+$")
IS_STATE = regex.compile(
    rf"{STATE}(?:{CASE_OF_SHORT}|{CASE})?|(?:\p{{Lu}}\p{{L}}+\s)+(?:Республикасы|Штаттары)(?:{CASE})?"
)
BESIDE = regex.compile(r"\sжанынан\s")
SHORT_AND_WORD = regex.compile(
    rf"(?<![\p{{L}}-])(?P<short>{SHORT}(?:\s\p{{Lu}}{{2,3}})?)\s(?=\p{{Lu}}\p{{Ll}}|{SHORT}\s\p{{Ll}})"
)
WORD = regex.compile(r"\p{L}+")
CAPITALS = regex.compile(r"\p{Lu}")
PLACE = (
    r"(?:\p{Lu}[\p{L}-]+\s)+"
    r"(?:қала|облыс|аудан|губерния|уез|өлке|округ|ауыл|село|станса|станция|кент|болыс|порт|көше|аллея)[ыі]?с?[ыі]"
)
# Where and to whom, before the name begins: `үйде | Мәскеу партия комитеті`.
BEFORE_NAME = regex.compile(
    r"(?:[\p{L}-]+\s){0,6}?[\p{L}-]+(?:с?[ыі]н(?:[дт][ае]|[ае]|[ае]н)|үйде|жерде|кезде)\s(?=[\p{Lu}«№])"
)
IN_TOWN = r"\p{Lu}\p{Ll}{2,}(?<!атын)(?<!терн)(?:[дт]ағы|[дт]егі)"
PLACE_BEFORE = regex.compile(
    rf"{PLACE}нд[ае][ғг][ыі]\s|{PLACE}(?:н[ыі]ң)?\s(?=[«“\"№])|{IN_TOWN}\s(?=\p{{Ll}})",
)
IS_PLACE = regex.compile(rf"{PLACE}(?:нд[ае](?:[ғг][ыі])?|н[ае]н?|н[ыі]ң)?|{IN_TOWN}")
OTHER_WORDS = 3
"""Words of a full name, at most, that its abbreviation passes over."""
# People, acts and gatherings of an institution are none of its name.
PEOPLE = "академи[гк]|мүше|төраға|төрайым|хатшы(?!лы)|басты[қғ]|директор|қызметкер|өкіл(?![де])|басшы|уәкіл"
ACTS = "қаулы|қорытынды|шешім|қарар|бұйры[қғ]|нұсқау|директива|мәлімет|есеб|есеп|хаты|жарлы[қғ]"
GATHERINGS = "пленум|съез|конгре|конференция|отырыс"
OF_INSTITUTION = regex.compile(rf"\s(?i:{PEOPLE}|{ACTS}|{GATHERINGS})\p{{Ll}}*$")
# What soviets call together is itself one, and a court in full is the court: `Кеңестердің V съезінде`.
GATHERED = regex.compile(r"[Кк]еңестер|[Сс]оты Пленум")
PLURAL = regex.compile(rf"\s(?!әскерлер)\p{{L}}+(?:[лдт]ары|[лдт]ері)(?:{CASE})?$")


def parts(text: str, candidate: Candidate) -> Iterator[Candidate]:
    """The institutions that a candidate for one holds; the candidate itself where nothing tells of several."""
    if candidate.label is not Label.ORG or " " not in text[candidate.start : candidate.end]:
        yield candidate
        return
    name = text[candidate.start : candidate.end]
    edges = sorted({edge for find in EDGES for edge in find(name)})
    start = 0
    for end, following in [*edges, (len(name), len(name))]:
        is_name = LEADS.search(name, start, end) is not None if start else not _leads_up(name, end)
        if start < end and is_name:
            yield _whole(name, start, end, candidate)
        start = max(start, following)


def _leads_up(name: str, end: int) -> bool:
    """Whether the first part is no name at all, only what leads up to the next."""
    return end < len(name) and INSTITUTION.search(name, 0, end) is None and IS_PLACE.fullmatch(name, 0, end) is None


def _whole(name: str, start: int, end: int, candidate: Candidate) -> Candidate:
    """One part, without what is none of it; a state alone is a place."""
    if start == 0 and end < len(name) and IS_PLACE.fullmatch(name, start, end):
        return replace(candidate, end=candidate.start + end, label=Label.LOC)
    alone = start > 0 or end < len(name)
    end = start + _end(name[start:end])
    label = Label.LOC if (alone or end < len(name)) and IS_STATE.fullmatch(name, start, end) else candidate.label
    return replace(candidate, start=candidate.start + start, end=candidate.start + end, label=label)


def _end(name: str) -> int:
    """Where an institution ends: before its people, acts and gatherings, and before units in the plural."""
    of_another = OF_INSTITUTION.search(name) and not GATHERED.search(name)
    if of_another or PLURAL.search(name) or CONGRESS_NUMBER.search(name):
        last = name.rfind(" ")
        found = [match.end() for match in INSTITUTION.finditer(name, 0, last)]
        return found[-1] if found else len(name)
    return len(name)


def after_oblique(name: str) -> Iterator[tuple[int, int]]:
    """A case ends a name: `ҚазКСР ХРККҰ ОК-іне | ХРККҰ`, `комитетіне | БК(б)П ОК`."""
    for match in AFTER_OBLIQUE.finditer(name):
        yield len(match[0].rstrip(" ,")) + match.start(), match.end()


def after_sentence(name: str) -> Iterator[tuple[int, int]]:
    """`комиссариаты үй ашты. | № 3 балалар үйі`."""
    for match in SENTENCE.finditer(name):
        yield match.span()


def before_name(name: str) -> Iterator[tuple[int, int]]:
    """What leads up to a name is none of it: `Мәскеудегі | ауыр өнеркәсіп комиссариатының`."""
    found = PLACE_BEFORE.match(name) or BEFORE_NAME.match(name)
    if found and INSTITUTION.search(name, found.end()) and not INSTITUTION.search(name, 0, found.end()):
        yield found.end() - 1, found.end()


def beside(name: str) -> Iterator[tuple[int, int]]:
    """What was founded at a body is another: `Орталық Комитеті | жанынан | Мұсылман бюросы`."""
    for match in BESIDE.finditer(name):
        yield match.span()


def coordinated(name: str) -> Iterator[tuple[int, int]]:
    """Two institutions joined by a comma or a word: `Жоғарғы Кеңесі | мен | халық комиссариаты`."""
    for match in COORDINATED.finditer(name):
        if INSTITUTION.search(match["next"]):
            yield match.start("and"), match.start("next")


def after_bare(name: str) -> Iterator[tuple[int, int]]:
    """No state and no party stands behind the head of an institution: `басқармасы | Қазақстан К(б)П ОК-іне`."""
    for match in AFTER_BARE.finditer(name):
        yield match.end() - 1, match.end()
    for match in TOP_AFTER_SHORT.finditer(name):
        if match["short"] not in REPRESENTED and not IS_STATE.fullmatch(match["short"]):
            yield match.end() - 1, match.end()


def spelled_out(name: str) -> Iterator[tuple[int, int]]:
    """An abbreviation beside the words it is made of, as in lists of abbreviations: `БКП | Болгария … | БЛКЖО`."""
    for match in SHORT_AND_WORD.finditer(name):
        end = expansion(match["short"], name, match.end())
        if end is not None:
            if match.start() > 0:
                yield match.start() - 1, match.start()
            yield match.end() - 1, match.end()
            if end < len(name):
                yield end, end + 1


def expansion(short: str, name: str, start: int) -> int | None:
    """Where the words end whose first letters an abbreviation is made of; None where they are others."""
    first, _, second = short.removeprefix("Қаз").partition(" ")
    letters = [letter.lower() for letter in CAPITALS.findall(first)]
    for wanted in ([*letters, *second.lower()], [*letters, *second[:1].lower()]):
        end = _spelled(wanted, name, start)
        if end is not None:
            return end
    return None


def _spelled(letters: list[str], name: str, start: int) -> int | None:
    """Where the words end that begin with these letters, one after the other."""
    read = passed = 0
    for word in WORD.finditer(name, start):
        if word[0].isupper() and len(word[0]) > 1:
            return None
        if word[0][0].lower() == letters[read]:
            read += 1
        elif read == 0 or (passed := passed + 1) > OTHER_WORDS:
            return None
        if read == len(letters):
            return word.end()
    return None


EDGES: tuple[Edges, ...] = (after_sentence, before_name, after_oblique, beside, coordinated, after_bare, spelled_out)
