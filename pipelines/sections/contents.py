"""The table of contents: which blocks it spans, and which titles it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from document import SectionRole
from models.lexicon.entries import fold
from pipelines.sections.candidate import Candidate
from pipelines.sections.shape import LONGEST_HEADING, is_prose, without_number_of_page

ENTRY = regex.compile(
    r"(?P<title>[\p{L}\d§][^…]{0,300}?)\s*(?:(?:\.\s?){3,}|…+|_{3,}|\s{2,}|\t)\s*\d{1,4}(?=\s|$)",
)
# An entry runs over three lines at most; so many blocks without a page number are text again.
MOST_WITHOUT_PAGE = 4
SHORTEST_PREFIX = 14


@dataclass(frozen=True, slots=True)
class Contents:
    """`span` holds the indices of blocks inside the table, its heading apart; `titles` what it names, folded."""

    span: frozenset[int]
    titles: frozenset[str]

    def names(self, text: str) -> bool:
        """Whether a title is in the table, or begins one that is, where enough of it is given to tell."""
        title = fold(text)
        if title in self.titles:
            return True
        return len(title) >= SHORTEST_PREFIX and any(entry.startswith(title) for entry in self.titles)


def read_contents(candidates: Sequence[Candidate]) -> Contents:
    """Find the tables of contents of a document and read their entries."""
    last_place = {
        fold(candidate.text): index
        for index, candidate in enumerate(candidates)
        if len(candidate.text) < LONGEST_HEADING
    }
    span: set[int] = set()
    for index, candidate in enumerate(candidates):
        if index not in span and candidate.wording is not None and candidate.wording.role is SectionRole.TOC:
            span.update(_span(candidates, index + 1, last_place))
    titles = {fold(title) for index in sorted(span) for title in _titles(candidates[index].block.text)}
    return Contents(frozenset(span), frozenset(titles - {""}))


def _span(candidates: Sequence[Candidate], start: int, last_place: Mapping[str, int]) -> list[int]:
    """Indices of the blocks after the heading that belong to the table."""
    span: list[int] = []
    seen: set[str] = set()
    ends = start
    for index in range(start, len(candidates)):
        text = candidates[index].block.text
        entry = without_number_of_page(text)
        title = fold(entry if entry is not None else text)
        is_entry = entry is not None or text.isdigit() or bool(ENTRY.search(text))
        if (not is_entry and title in seen) or (is_prose(text) and not is_entry):
            break
        if is_entry or last_place.get(title, index) > index:
            ends = index + 1
        elif index - ends + 1 >= MOST_WITHOUT_PAGE:
            break
        seen.add(title)
        span.append(index)
    return [index for index in span if index < ends]


def _titles(text: str) -> Iterator[str]:
    several = [match["title"] for match in ENTRY.finditer(text)]
    if len(several) > 1:
        yield from several
    else:
        yield without_number_of_page(text) or text
