"""People known by surname alone: leaders and victims named in the lexicon, in the cases of three languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.full_names import NAMED_AFTER, NAMED_AFTER_KAZAKH, REACH
from pipelines.entities.kazakh_endings import base_form

INITIAL = r"\p{Lu}\p{Ll}?\.[  ]?"
SURNAME = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}.\-])(?:{INITIAL}){{0,3}}(?P<surname>\p{{Lu}}[\p{{L}}\p{{M}}]{{3,}})(?![\p{{L}}\p{{M}}])"
)
# `Lenin Library`, `Stalin Prize`: in English what bears the name follows it.
NAMED_ENGLISH = regex.compile(r"[  ][A-Z][a-z]")
RUSSIAN_CASES: tuple[tuple[regex.Pattern[str], tuple[str, ...]], ...] = (
    (regex.compile(r"(?<=[кцнс])ий$"), ("ий", "ого", "ому", "им", "ом")),
    (regex.compile(r"(?<=[оеё]в|ин)$"), ("", "а", "у", "ым", "е")),
    (regex.compile(r"(?<=[бвгдзклмнпрстфх])$"), ("", "а", "у", "ом", "е")),
    (regex.compile(r"(?<=[жчшщц])$"), ("", "а", "у", "ем", "е")),
    (regex.compile(r"ия$"), ("ия", "ии", "ию", "ией")),
    (regex.compile(r"(?<=[гкхбвдзлмнпрст])а$"), ("а", "и", "ы", "е", "у", "ой")),
)


class KnownPeople:
    """Finds the surnames it was given, with initials before them."""

    def __init__(self, surnames: Iterable[str]) -> None:
        self.forms = frozenset(form for surname in surnames for form in declined(surname.casefold()))

    def find(self, text: str) -> Iterator[Candidate]:
        """Every mention of a known surname that names the person, not what is called after them."""
        for match in SURNAME.finditer(text):
            surname = match["surname"].casefold()
            if surname not in self.forms and base_form(surname) not in self.forms:
                continue
            before = text[max(0, match.start() - REACH) : match.start()]
            english = surname.isascii() and NAMED_ENGLISH.match(text, match.end())
            if not english and not NAMED_AFTER.search(before) and not NAMED_AFTER_KAZAKH.match(text, match.end()):
                yield Candidate(match.start(), match.end(), Label.PERSON, "rule:known-surname")


def declined(surname: str) -> frozenset[str]:
    """A surname, in small letters, in the cases of Russian; one that has none stays as it is."""
    for pattern, endings in RUSSIAN_CASES:
        if pattern.search(surname):
            return frozenset(pattern.sub(ending, surname, count=1) for ending in endings)
    return frozenset({surname})
