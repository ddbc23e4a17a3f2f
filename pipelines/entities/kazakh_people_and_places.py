"""Cuts a Kazakh candidate for a person before the place that stands behind: `Болеслав | Житомирде`."""

from __future__ import annotations

from collections.abc import Iterator

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.kazakh_endings import fits

# Nobody is somewhere in a person, so what ends in a locative is another name, and most often a place.
BESIDE = regex.compile(r"\s(?P<place>(?P<stem>\p{Lu}[\p{L}-]{3,}?)(?P<ending>н?[дт][ае](?:[ғг][ыі])?))$")
# Given names behind a surname whose own ending looks like a locative.
GIVEN = regex.compile(
    r"(?:[иі]да|ильда|ольда|анда|инда|арта|ерта|[еиоё]та|нита|юда|уда|[рл]ада|стида|рода|да?вида|л[ио]да|[иі]нде|әде|ате|енде|иста|льте|льде|уде|айда)$",
    regex.IGNORECASE,
)
# Where somebody is from or what else he was called: `Әбенов | (Семейлік)`.
IN_BRACKETS = regex.compile(r"\s\([^()]*\)?$")
PLACE_FIRST = regex.compile(r"(?P<place>\p{Lu}\p{Ll}{2,}(?:[дт]ағы|[дт]егі))\s(?=\p{Lu})")

FURTHER = regex.compile(r"(?:[дт]ағы|[дт]егі)$")


def person_and_place(text: str, candidate: Candidate) -> Iterator[Candidate]:
    """The person and the place; the candidate itself where it holds no place."""
    if candidate.label is not Label.PERSON:
        yield candidate
        return
    bracket = IN_BRACKETS.search(text, candidate.start, candidate.end)
    if bracket:
        candidate = replace(candidate, end=bracket.start())
    first = PLACE_FIRST.match(text, candidate.start, candidate.end)
    if first and FURTHER.search(text, first.end(), candidate.end):
        yield replace(candidate, label=Label.LOC)
        return
    if first:
        yield replace(candidate, end=first.end("place"), label=Label.LOC)
        candidate = replace(candidate, start=first.end())
    found = BESIDE.search(text, candidate.start, candidate.end)
    if found is None or not is_place(found["stem"], found["ending"]):
        yield candidate
        return
    yield replace(candidate, end=found.start())
    yield replace(candidate, start=found.start("place"), label=Label.LOC)


def is_place(stem: str, ending: str) -> bool:
    """Whether a word is in the locative by its sounds and no given name by its end."""
    return fits(stem.removesuffix("ь"), ending) and not GIVEN.search(stem + ending)
