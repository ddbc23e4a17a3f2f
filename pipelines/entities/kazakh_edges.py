"""Where in a Kazakh candidate for an institution one ends and the next begins: by case, rank, joining words, typing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex

from pipelines.entities.kazakh_expansions import spelled_out
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

INSTITUTION = regex.compile(rf"(?<!\p{{L}})(?:{HEAD}(?:{CASE})?|{SHORT}(?:{CASE_OF_SHORT})?)(?!\p{{L}})")
IS_STATE_ALONE = regex.compile(STATE)
# Who answers to whom goes on: `КСРО Министрлер Кеңесіне қарасты комитет`.
AFTER_OBLIQUE = regex.compile(
    rf"(?<!\p{{L}})(?:{HEAD}{OBLIQUE}(?!\p{{L}})|{SHORT}{OBLIQUE_OF_SHORT}),?\s"
    r"(?!қара(?:сты|йтын|ған)|бағын|арнал|қатысты|тиесілі|жәрдем|көмек|(?:ұйымдас|құр|қайта|дайында)\p{Ll}+)"
)
COORDINATED = regex.compile(
    rf"(?<!\p{{L}})(?:{HEAD}{CASE}?|{SHORT}(?:{CASE_OF_SHORT})?)(?P<and>,|,?\s(?:[мпб]ен|және|әрі))\s(?=(?P<next>.+))",
    regex.DOTALL,
)
AFTER_BARE = regex.compile(rf"(?<!\p{{L}}){HEAD}\s(?=(?:{STATE}|{PARTY}|{TOP})(?![\p{{L}}(]))")
TOP_AFTER_SHORT = regex.compile(
    rf"(?<!\p{{L}})(?P<short>{SHORT})\s(?=(?:{PARTY}|{TOP})(?![\p{{L}}(])|{STATE}\s{SHORT}{OBLIQUE_OF_SHORT})"
)
# Its name in quotation marks stands before a head: `комиссариаты | «Қаратал» совхозын`.
BEFORE_QUOTED = regex.compile(rf"(?<!\p{{L}}){HEAD}\s(?=[«“][^»”]+[»”]\s(?:\p{{Ll}}+\s)?{HEAD})")
# A body of a region is no part of another's, but of parties and unions.
REGION = r"\p{Lu}[\p{L}-]+\s(?:\p{Lu}[\p{L}-]+\s)?(?:қалалық|облыстық|аудандық|губерниялық|уездік|округтік|өлкелік)"
BEFORE_REGION = regex.compile(
    r"(?<!\p{L})(?i:\p{L}*(?:прокуратурасы|соты|комиссариаты|комитеті|кеңесі|басқармасы|комиссиясы))\s"
    rf"(?={REGION}\s)"
)
# These have no bodies of their own, so what follows is another's: `Президиумы | Қырғыз облыстық комитетіне`.
AFTER_LOWEST = regex.compile(r"(?<!\p{L})(?i:президиумы|төралқасы|бюросы|хатшылығы)\s(?=\p{Lu}\p{Ll})")
BARE_EDGES = (AFTER_BARE, AFTER_LOWEST, BEFORE_QUOTED, BEFORE_REGION)
REPRESENTED = frozenset({"ПП", "ӨӨ"})
"""Who represents a body in a region."""
# No name goes on behind the end of a sentence.
SENTENCE = regex.compile(r"(?<=\p{Ll}{4})[.!?]\s+(?=[\p{Lu}«№\d])")
# `партияның | XIV съезінде | Орталық Комитет`.
CONGRESS = regex.compile(r"\s[IVXІХ]+\s(?i:съез|пленум|конгре|конференция)\p{Ll}*(?:нде|нда)\s(?=\p{Lu})")
SOVIETS = regex.compile(r"[Кк]еңестер")
# A body behind another's name, in a place: `Орталық Комитеті | Коминтерндегі`, `ІІМ-нің | ГДР-дегі`.
ELSEWHERE = regex.compile(rf"\s(?=(?:\p{{Lu}}\p{{Ll}}+|{STATE}-)(?:[дт]ағы|[дт]егі)$)")
TWO_WORDS = regex.compile(
    r"\p{Lu}[\p{L}-]{2,}(?<!лық|лік|дық|дік|тық|тік)(?P<and>,?\s(?:[мпб]ен|және)\s)\p{Lu}[\p{L}-]{2,}(?<!лық|лік|дық|дік|тық|тік)"
)
# An abbreviation and what it means, in brackets: `ҚКОК (қалалық кәсіподақтар кеңесі)`.
EXPLAINED = regex.compile(rf"{SHORT}(?P<open>\s\()(?=\p{{L}}.*{HEAD})")
OF_AND_QUOTED = regex.compile(rf"(?<!\p{{L}}){SHORT}-[нтд][ыі]ң(?P<gap>\s)[«“\"][^«»“”\"]+[»”\"]?$")
# Commissariats are of one rank, none is another's: `КСРО ХШЖК | Сауда халық комиссариаты`.
SAME_RANK = regex.compile(
    rf"(?<!\p{{L}})(?:{TOP}|ЕҚК|ХКК|ОАК)\s(?=\p{{Lu}}\p{{Ll}}+(?:\s\p{{L}}+){{0,4}}\s\p{{L}}*(?:комиссариаты|министрлігі))"
)
# People of a country before an army: `Испандықтар | Кеңес Армиясында`.
PEOPLE_BEFORE = regex.compile(r"\p{Lu}\p{Ll}+(?:[дтл]ықтар|[дтл]іктер)\s(?=\p{Lu})")
BESIDE = regex.compile(r"\sжанынан\s")
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
    found = PLACE_BEFORE.match(name) or PEOPLE_BEFORE.match(name) or BEFORE_NAME.match(name)
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
    for match in (found for pattern in BARE_EDGES for found in pattern.finditer(name)):
        yield match.end() - 1, match.end()
    for match in TOP_AFTER_SHORT.finditer(name):
        if match["short"] not in REPRESENTED and not IS_STATE_ALONE.fullmatch(match["short"]):
            yield match.end() - 1, match.end()


def by_rank_and_joint(name: str) -> Iterator[tuple[int, int]]:
    """Bodies of one rank, two words joined, a body behind a congress, an abbreviation explained."""
    for match in SAME_RANK.finditer(name):
        yield match.end() - 1, match.end()
    if not SOVIETS.search(name):
        for match in CONGRESS.finditer(name):
            yield match.span()
    if joint := TWO_WORDS.fullmatch(name):
        yield joint.span("and")
    if explained := EXPLAINED.match(name):
        yield explained.span("open")
    if quoted := OF_AND_QUOTED.search(name):
        yield quoted.span("gap")
    elsewhere = ELSEWHERE.search(name)
    if elsewhere and INSTITUTION.search(name, 0, elsewhere.start()):
        yield elsewhere.span()


EDGES: tuple[Edges, ...] = (
    after_sentence,
    before_name,
    after_oblique,
    beside,
    coordinated,
    after_bare,
    by_rank_and_joint,
    spelled_out,
)
