"""Tells names in the imprint of a publication, which are not tagged: `London: I.B. Tauris, 2018`, `(Almaty, 2009)`."""

from __future__ import annotations

import regex

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.imprint import END_OF_TITLE, TOWNS, is_imprint

NAMES = frozenset({Label.PERSON, Label.ORG, Label.LOC})
REACH = 60
# Before a town: the end of the title, or a bracket that holds the imprint alone.
TOWN_BEGINS = regex.compile(rf"(?:{END_OF_TITLE}|[.?!”\"’»a-z\d],?\s\(|;\s)$")
PUBLISHER_BEGINS = regex.compile(rf"(?:{END_OF_TITLE}|\(){TOWNS}\s?:\s?$")
WORDS = r"(?:\p{L}[\p{L}\p{M}’'-]+|\p{Lu}\.|&)"
# Behind a town its publisher or at once the year; behind the first words of a publisher the others.
YEAR = r"(?P<year>(?:19|20)\d\d)(?!\s?\p{Ll}|\d)"
TOWN_ENDS = regex.compile(rf"(?:,\s\p{{Lu}}{{2}})?(?P<publisher>\s?:\s?{WORDS}(?:\s{WORDS}){{0,5}})?,\s{YEAR}")
PUBLISHER_ENDS = regex.compile(rf"(?:\s{WORDS}){{0,4}},\s{YEAR}")


def in_imprint(text: str, candidate: Candidate) -> bool:
    """Whether a name is the town or the publisher of a work that is cited."""
    if candidate.label not in NAMES:
        return False
    ends = PUBLISHER_ENDS.match(text, candidate.end)
    if ends and PUBLISHER_BEGINS.search(text, max(0, candidate.start - REACH), candidate.start):
        return is_imprint(text, *ends.span("year"))
    ends = TOWN_ENDS.match(text, candidate.end)
    if ends is None or (candidate.label is Label.PERSON and ends["publisher"] is None):
        return False  # (Surname, 1989)
    if not TOWN_BEGINS.search(text, max(0, candidate.start - REACH), candidate.start):
        return False
    return is_imprint(text, *ends.span("year"))
