"""What the whole document says of each block: whether text follows, whether its number has neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from document import SectionRole
from pipelines.sections.candidate import Candidate
from pipelines.sections.numbering import Scheme
from pipelines.sections.shape import begins_low, is_capitals, is_prose
from pipelines.sections.vetoes import UNLESS_WORDED, too_few_letters, veto_of

ENOUGH_PROSE = 160
SHORTEST_LINE = 40
OPENERS = {SectionRole.ABSTRACT, SectionRole.KEYWORDS, SectionRole.INTRODUCTION}
MOST_HEADINGS_BEFORE = 3
LONGEST_TITLE = 120


def opens_prose(candidates: Sequence[Candidate], index: int) -> bool:
    """Whether running text follows: a long block or full lines, with no more than a few headings between."""
    letters = skipped = 0
    page = candidates[index].block.page
    for candidate in candidates[index + 1 : index + 8]:
        text = candidate.text
        if is_prose(text) or (candidate.block.page == page and _opens_article(candidate)):
            return True
        if too_few_letters(candidate):
            return False
        if letters == 0 and (is_capitals(text) or candidate.prominent or candidate.numbering):
            skipped += 1
        elif len(text) >= SHORTEST_LINE:
            letters += len(text)
        elif letters == 0:
            skipped += 1
        if skipped >= MOST_HEADINGS_BEFORE:
            return False
        if letters >= ENOUGH_PROSE:
            return True
    return False


def _opens_article(candidate: Candidate) -> bool:
    return candidate.wording is not None and candidate.wording.role in OPENERS


def numbers_in_sequence(candidates: Sequence[Candidate]) -> frozenset[int]:
    """Indices of lines numbered 1, 2, 3 … that look like titles, each above running text."""
    chain: list[int] = []
    found: set[int] = set()
    for index, candidate in enumerate(candidates):
        numbering = candidate.numbering
        if numbering is None or numbering.scheme not in {Scheme.DECIMAL, Scheme.ROMAN} or numbering.depth > 1:
            continue
        expected = len(chain) + 1
        if numbering.parts[0] not in {1, expected} or not _is_title(candidates, index):
            continue
        chain = [*chain, index] if numbering.parts[0] == expected else [index]
        if len(chain) > 1:
            found.update(chain)
    return frozenset(found)


def _is_title(candidates: Sequence[Candidate], index: int) -> bool:
    candidate = candidates[index]
    if begins_low(candidate.title) or len(candidate.title) > LONGEST_TITLE or veto_of(candidate, UNLESS_WORDED):
        return False
    return index + 1 < len(candidates) and is_prose(candidates[index + 1].text)
