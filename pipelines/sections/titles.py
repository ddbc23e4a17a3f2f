"""Titles of articles among the headings: those that only look like one, and what stands under each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from document import SectionRole
from models.lexicon.headings import Kind
from pipelines.sections.candidate import Candidate
from pipelines.sections.heading import Answer, Heading, Standing
from pipelines.sections.numbering import Scheme
from pipelines.sections.shape import is_prose

OPENERS = {SectionRole.ABSTRACT, SectionRole.KEYWORDS}
PARTS_OF_ARTICLES = {SectionRole.INTRODUCTION, SectionRole.CONCLUSION, SectionRole.REFERENCES}
BOOKS = {Scheme.CHAPTER, Scheme.PART}
FARTHEST_OPENER = 8
LONGEST_ABSTRACT = 4000
FIRST_BLOCKS = 16
LONGEST_TITLE_PAGE = 60  # blocks
PARTS = {Standing.WORDING, Standing.NUMBER}


def without_title_page(headings: Sequence[Heading], candidates: Sequence[Candidate]) -> list[Heading]:
    """The headings but those of a title page: what only looks like one before a table of contents.

    Where a thesis says that it is one, everything before its first part is its title page.
    """
    first = next((heading for heading in headings if heading.answer.standing in PARTS), None)
    if first is None or first.first > LONGEST_TITLE_PAGE:
        return list(headings)
    before = candidates[: first.first]
    thesis = any(candidate.lexicon.opening(Kind.THESIS, candidate.text) for candidate in before)
    if first.answer.role is not SectionRole.TOC and not thesis:
        return list(headings)
    return [heading for heading in headings if heading.first >= first.first]


def recognise_titles(headings: Sequence[Heading], candidates: Sequence[Candidate]) -> Iterator[Heading]:
    """The same headings, titles of articles known as such and with the role of the text under them."""
    known = [_promoted(headings, place) for place in range(len(headings))]
    titles = 0
    bounds = [heading.first for heading in known] + [len(candidates)]
    for heading, end in zip(known, bounds[1:], strict=True):
        if heading.answer.standing is Standing.TITLE:
            role = _role_under(candidates[heading.end : end], first=titles == 0)
            yield replace(heading, answer=Answer(Standing.TITLE, role))
            titles += 1
        else:
            yield heading


def _promoted(headings: Sequence[Heading], place: int) -> Heading:
    """A heading by its look is a title above an abstract, or at the top of what has the parts of an article."""
    heading = headings[place]
    if heading.answer.standing is not Standing.LOOK or heading.answer.role is not SectionRole.BODY:
        return heading
    following = next((other for other in headings[place + 1 :] if other.rule != "particulars"), None)
    near = following is not None and following.first - heading.end <= FARTHEST_OPENER
    above_abstract = near and following is not None and following.answer.role in OPENERS
    if above_abstract or (place == _first_titled(headings) and _tops_article(headings, place)):
        return replace(heading, answer=Answer(Standing.TITLE, SectionRole.FRONT_MATTER))
    return heading


def _first_titled(headings: Sequence[Heading]) -> int:
    return next((place for place, heading in enumerate(headings) if heading.title), -1)


def _tops_article(headings: Sequence[Heading], place: int) -> bool:
    heading, below = headings[place], headings[place + 1 :]
    if heading.first > FIRST_BLOCKS or any(other.numbering and other.numbering.scheme in BOOKS for other in below):
        return False
    parts = [
        other for other in below if other.answer.standing is Standing.WORDING and other.answer.role in PARTS_OF_ARTICLES
    ]
    return bool(parts)


def _role_under(blocks: Sequence[Candidate], *, first: bool) -> SectionRole:
    """Under a title: an abstract without a heading where another title came before, the article itself where long."""
    letters = sum(len(block.text) for block in blocks if is_prose(block.text))
    if letters > LONGEST_ABSTRACT:
        return SectionRole.BODY
    return SectionRole.FRONT_MATTER if first or not letters else SectionRole.ABSTRACT
