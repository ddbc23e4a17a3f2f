"""People named in full once are known by surname in the rest of the text: `Н.И. Сидоров … Сидоровтың хаты`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.kazakh_endings import base_form
from pipelines.entities.known_people import KnownPeople

BY = "rule:surname-again"
SURE = 0.8
"""What a full name's confidence must be."""
WORD = r"\p{Lu}[\p{L}\p{M}]{3,}(?:[-‑][\p{L}\p{M}]+)?"
INITIALS = r"\p{Lu}\p{Ll}?\."
WITH_INITIALS = regex.compile(
    rf"(?:(?:{INITIALS}[  ]?){{1,3}}(?P<after>{WORD})|(?P<before>{WORD}),?(?:[  ]?{INITIALS}){{1,3}})"
)
RUSSIAN_OBLIQUE = regex.compile(r"(?<=(?:[оеё]в|ин))(?:а|у|ым|ой|е)$")


def find_again(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Mentions of a surname found with initials that nothing among `found` touches."""
    surnames = frozenset(surname for each in found for surname in surnames_of(text, each))
    if not surnames:
        return
    taken = sorted((each.start, each.end) for each in found)
    for each in untouched(KnownPeople(surnames).find(text), taken):
        yield replace(each, by=BY)


def surnames_of(text: str, candidate: Candidate) -> Iterator[str]:
    """The surname of a person named with initials, as it stands and without a case ending."""
    if candidate.label is not Label.PERSON or candidate.confidence < SURE:
        return
    match = WITH_INITIALS.fullmatch(text, candidate.start, candidate.end)
    if match is not None:
        surname = match["after"] or match["before"]
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
