"""People named in full once are known by surname in the rest of the text: `Н.И. Сидоров … Сидоровтың хаты`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.english_before_names import ADDRESSES
from pipelines.entities.given_names import GIVEN_NAMES
from pipelines.entities.kazakh_endings import base_form
from pipelines.entities.known_people import KnownPeople
from pipelines.entities.name_kinds import TOWNS_OF_PEOPLE

BY = "rule:surname-again"
SURE_OF_INITIALS, SURE_OF_TWO, SURE_OF_ONE = 0.8, 0.9, 0.95
"""What the confidence must be of a surname with initials, of given name and surname, of a surname alone."""
WORD = r"\p{Lu}[\p{L}\p{M}]{3,}(?:[-‑][\p{L}\p{M}]+)?"
INITIALS = r"\p{Lu}\p{Ll}?\."
WITH_INITIALS = regex.compile(
    rf"(?:(?:{INITIALS}[  ]?){{1,3}}(?P<after>{WORD})|(?P<before>{WORD}),?(?:[  ]?{INITIALS}){{1,3}})"
)
FORMS: tuple[tuple[regex.Pattern[str], float], ...] = (
    (WITH_INITIALS, SURE_OF_INITIALS),
    (regex.compile(rf"\p{{Lu}}\p{{Ll}}+ ({WORD})"), SURE_OF_TWO),
    (regex.compile(rf"({WORD})"), SURE_OF_ONE),
)
# `Mr. Renshaw`: so addressed he is named as plainly as in full.
ADDRESSED = regex.compile(rf"(?<!\p{{L}})(?:{ADDRESSES})[  ]$")
# What is in it or on the way to it is the place.
WAY_BEFORE = regex.compile(
    r"(?:^|[^\p{L}])(?:in|at|near|from|to|of|via|through|outside|around|the)[  ]$", regex.IGNORECASE
)
LONGEST_ADDRESS = 12
RUSSIAN_OBLIQUE = regex.compile(r"(?<=(?:[оеё]в|ин))(?:а|у|ым|ой|е)$")


def find_again(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Mentions of a surname found before that nothing among `found` touches."""
    surnames = frozenset(surname for each in found for surname in surnames_of(text, each))
    if not surnames:
        return
    taken = sorted((each.start, each.end) for each in found)
    for each in untouched(KnownPeople(surnames).find(text), taken):
        yield replace(each, by=BY)


def as_people(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates; places called as a person named plainly elsewhere in the text are that person.

    In English alone: `Mr. Renshaw … ([LOC Renshaw])`. Towns that bear the names of people stay what they are.
    """
    plain = frozenset(name for each in found for name in named_plainly(text, each)) - TOWNS_OF_PEOPLE
    for each in found:
        name = text[each.start : each.end]
        if each.label is Label.LOC and name in plain and not is_on_the_way(text, each):
            yield replace(each, label=Label.PERSON)
        else:
            yield each


def named_plainly(text: str, candidate: Candidate) -> Iterator[str]:
    """The surname of a person with initials or a form of address, as it stands."""
    if candidate.label is not Label.PERSON:
        return
    whole = WITH_INITIALS.fullmatch(text, candidate.start, candidate.end)
    if whole:
        yield from filter(None, whole.groups())
    elif ADDRESSED.search(text, max(0, candidate.start - LONGEST_ADDRESS), candidate.start):
        yield text[candidate.start : candidate.end]


def is_on_the_way(text: str, candidate: Candidate) -> bool:
    """Whether what stands before a name says that it is a place."""
    return WAY_BEFORE.search(text, max(0, candidate.start - LONGEST_ADDRESS), candidate.start) is not None


def surnames_of(text: str, candidate: Candidate) -> Iterator[str]:
    """The surname of a person named plainly, as it stands and without a case ending."""
    if candidate.label is not Label.PERSON:
        return
    for pattern, sure in FORMS:
        match = pattern.fullmatch(text, candidate.start, candidate.end)
        if match is not None and candidate.confidence >= sure:
            surname = next(filter(None, match.groups()))
            if surname not in GIVEN_NAMES:
                yield from {surname, base_form(surname), RUSSIAN_OBLIQUE.sub("", surname)}


def untouched(candidates: Iterable[Candidate], taken: Sequence[tuple[int, int]]) -> Iterator[Candidate]:
    """Those of `candidates`, sorted by place, that share no character with any of `taken`, sorted too."""
    waiting = iter(taken)
    span = next(waiting, None)
    for each in candidates:
        while span is not None and span[1] <= each.start:
            span = next(waiting, None)
        if span is None or span[0] >= each.end:
            yield each
