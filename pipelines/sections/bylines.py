"""Titles of articles told by what stands beside them: authors, their institutes and addresses, UDC and DOI."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from document import Language, SectionRole
from models.lexicon.headings import Kind
from pipelines.sections.candidate import Candidate
from pipelines.sections.numbering import Scheme
from pipelines.sections.shape import (
    AUTHOR,
    LINK,
    begins_low,
    byline_end,
    ends_open,
    ends_sentence,
    is_byline,
    is_item,
    is_prose,
)
from pipelines.sections.vetoes import caption, person, reference, too_few_letters

LONGEST_PARTICULAR = 320
LONGEST_PARTICULARS = 700
FEWEST_WORDS = 3
MOST_WORDS_OF_INSTITUTE = 7
OPENERS = {SectionRole.ABSTRACT, SectionRole.KEYWORDS, SectionRole.INTRODUCTION}


def titles_beside_bylines(candidates: Sequence[Candidate]) -> Mapping[int, int]:
    """Indices of the blocks that are titles of articles, each with where its particulars begin or it does itself."""
    titles: dict[int, int] = {}
    index = 0
    while index < len(candidates):
        if not names_authors(candidates[index]):
            index += 1
            continue
        start, end = _particulars(candidates, index)
        title = _title_of(candidates, start, end)
        if title is not None:
            titles[title] = min(title, start)
        index = end
    return titles


def is_particular(candidate: Candidate) -> bool:
    """Whether a line is about the article and its authors: names, institutes, addresses, numbers of classification."""
    text = candidate.text
    if names_authors(candidate):
        return True
    if candidate.wording is not None or len(text) > LONGEST_PARTICULAR:
        return False
    known = candidate.lexicon.opening(Kind.METADATA, text) or LINK.search(text)
    institute = not (candidate.prominent or candidate.capitals) and _names_institute(candidate, text)
    return bool(known or institute or too_few_letters(candidate))


def names_authors(candidate: Candidate) -> bool:
    """Ғ.Ә. Өтегенов; К. Бекова, доцент; Z. Ivanova* Center of History, Northern University."""
    text = candidate.text
    if is_item(text):
        return False
    if any(is_byline(line) for line in candidate.block.text.split("\n")):
        return True
    if len(text) <= LONGEST_PARTICULARS and LINK.search(text) and AUTHOR.search(text):
        return True
    rest = text[byline_end(text) :]
    if rest == text or is_prose(text) or ends_sentence(text):
        return False
    rest = rest.lstrip(" ,")
    learned = candidate.lexicon.opening(Kind.AFFILIATION, rest) is not None
    return learned or (rest[:1].isupper() and _names_institute(candidate, rest))


def _names_institute(candidate: Candidate, text: str) -> bool:
    """An institute with its town, or a line of little else; a title may speak of one too."""
    short = "," in text or len(text.split()) <= MOST_WORDS_OF_INSTITUTE
    return short and candidate.lexicon.within(Kind.AFFILIATION, text) is not None


def _particulars(candidates: Sequence[Candidate], index: int) -> tuple[int, int]:
    start, end = index, index + 1
    while start > 0 and is_particular(candidates[start - 1]):
        start -= 1
    while end < len(candidates) and is_particular(candidates[end]):
        end += 1
    return start, end


def _title_of(candidates: Sequence[Candidate], start: int, end: int) -> int | None:
    alone = end - start == 1
    above, below = start - 1, end
    last = below
    while last + 1 < len(candidates) and _goes_on(candidates[last], candidates[last + 1]):
        last += 1
    if below < len(candidates) and _is_title(candidates[below]) and _opens_article(candidates, last + 1):
        striking = candidates[below].capitals or candidates[below].prominent
        if striking or not alone or _changes_language(candidates, start, below):
            return below
    while above > 0 and _goes_on(candidates[above - 1], candidates[above]):
        above -= 1
    if above >= 0 and _is_title(candidates[above]) and _opens_article(candidates, end):
        striking = candidates[above].capitals or candidates[above].prominent
        if striking or not alone or _changes_language(candidates, above, above):
            return above
    return None


def _is_title(candidate: Candidate) -> bool:
    text = candidate.text
    if len(text.split()) < FEWEST_WORDS or is_prose(text) or candidate.wording is not None or begins_low(text):
        return False
    if is_item(text) or (candidate.numbering is not None and candidate.numbering.scheme is not Scheme.ROMAN):
        return False
    ended = ends_sentence(text) and not (candidate.prominent or candidate.capitals)
    return not (
        ended or text.endswith((":", ";", ",", "…")) or reference(candidate) or person(candidate) or caption(candidate)
    )


def _opens_article(candidates: Sequence[Candidate], index: int) -> bool:
    """Whether an abstract, an introduction, running text or the authors follow."""
    if index >= len(candidates):
        return False
    following = candidates[index]
    role = following.wording.role if following.wording is not None else None
    return role in OPENERS or is_prose(following.text) or is_particular(following) or following.block.lines > 2


def _goes_on(above: Candidate, below: Candidate) -> bool:
    """Whether a title begins in the block above: capitals both, or left open."""
    return (
        _is_title(above)
        and above.block.page == below.block.page
        and ((above.capitals and below.capitals) or ends_open(above.text))
    )


def _changes_language(candidates: Sequence[Candidate], start: int, title: int) -> bool:
    """Whether the title is in another language than the running text before."""
    own = candidates[title].block.language
    before = next((item.block.language for item in reversed(candidates[:start]) if is_prose(item.text)), own)
    return own is not Language.UND and before is not own
