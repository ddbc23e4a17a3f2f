"""People whose names stand in a row: each gets what is theirs, and a place among them with such a name is one too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.name_signs import INITIALS, WORD, is_known, read, sign_of

BY = "rule:names-in-a-row"
BREAK = r"(?<![\p{L}\p{M}.\-])"
# Cyrillic alone: `A. B. Smith U.S. Embassy` is no row.
ROW = regex.compile(
    rf"{BREAK}(?=\p{{Cyrillic}})(?:{WORD}\s{{1,2}}+)?+{INITIALS}(?:\s{{0,2}}+{WORD}\s{{1,2}}+{INITIALS})++"
    rf"(?:\s{{0,2}}{WORD})?"
)
# In bad print initials lose their stops: `Дулатов М, Юсупов Х`.
WORD_AND_LETTER = regex.compile(rf"({WORD})[  ]\p{{Lu}}")
WITHOUT_STOPS = regex.compile(rf"{BREAK}{WORD}[  ]\p{{Lu}}(?:,[  ]{WORD}[  ]\p{{Lu}})+(?![\p{{L}}\p{{M}}.])")
NO_NAME = regex.compile(r"[^ISNPW]")
BETWEEN = r"(?:[  ]?[,–—/\-][  ]?(?:и[  ])?|[  ](?:и|мен|пен|және|and)[  ])"
LIST_BEFORE, LIST_AFTER = regex.compile(rf"{BETWEEN}$"), regex.compile(BETWEEN)
REACH = 5


def find_rows(text: str) -> Iterator[Candidate]:
    """People in rows without commas, surnames and initials in one order: `Иванов И.И. Петров П.П.`."""
    for match in ROW.finditer(text):
        tokens = [each for each in read(text, *match.span()) if each.sign != "n"]
        first, end = in_order("".join(each.sign for each in tokens))
        for place in range(first, end - 1, 2):
            yield Candidate(tokens[place].start, tokens[place + 1].end, Label.PERSON, BY)
    for match in WITHOUT_STOPS.finditer(text):
        names = list(WORD_AND_LETTER.finditer(text, *match.span()))
        signs = {sign_of(name[1]) for name in names}
        if "S" in signs and signs <= {"S", "N"}:
            yield from (Candidate(*name.span(), Label.PERSON, BY) for name in names)


def in_order(signs: str) -> tuple[int, int]:
    """Where a row of pairs begins and ends; an odd word at one end is no surname, or nothing can be told."""
    if NO_NAME.search(signs):
        return 0, 0
    if len(signs) % 2 == 0:
        return (0, len(signs)) if (signs[0] == "I") != (signs[-1] == "I") else (0, 0)
    words = signs[0::2]
    if set(words[1:]) <= {"S", "N"} and words[0] == "W":
        return 1, len(signs)
    return (0, len(signs) - 1) if set(words[:-1]) <= {"S", "N"} and words[-1] == "W" else (0, 0)


def settled(text: str, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates without people made of parts of two names of a row, people among people no longer places."""
    rows = [each for each in candidates if each.by == BY]
    people = [each for each in candidates if each.label is Label.PERSON]
    starts, ends = {each.start for each in people}, {each.end for each in people}
    for each in candidates:
        if each.label is Label.LOC and is_listed(text, each, starts, ends):
            yield replace(each, label=Label.PERSON)
        elif each.label is not Label.PERSON or all(within(each, row) for row in rows if overlap(each, row)):
            yield each


def is_listed(text: str, place: Candidate, starts: set[int], ends: set[int]) -> bool:
    """Whether a place has the surname of somebody everybody knows and stands beside a person in a list."""
    if not is_known(text[place.start : place.end].casefold()):
        return False
    before = LIST_BEFORE.search(text, max(0, place.start - REACH), place.start)
    after = LIST_AFTER.match(text, place.end)
    return bool((before and before.start() in ends) or (after and after.end() in starts))


def overlap(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates share a character."""
    return one.start < other.end and other.start < one.end


def within(one: Candidate, other: Candidate) -> bool:
    """Whether one candidate lies within another."""
    return other.start <= one.start and one.end <= other.end
