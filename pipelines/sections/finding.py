"""Headings found block by block: vetoes first, then the rules that say yes, then headings in several blocks joined."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from document import BlockRole, SectionRole
from pipelines.sections.bylines import is_particular, titles_beside_bylines
from pipelines.sections.candidate import Candidate, look, whole_wording
from pipelines.sections.contents import Contents, read_contents
from pipelines.sections.evidence import ANYWHERE, IN_LISTS, LABELS, STRONG, WEAK, Case, answer_of
from pipelines.sections.heading import Answer, Heading, Standing
from pipelines.sections.numbering import Scheme
from pipelines.sections.shape import begins_low, ends_open, ends_sentence
from pipelines.sections.surroundings import numbers_in_sequence, opens_prose
from pipelines.sections.vetoes import ALWAYS, UNLESS_WORDED, veto_of

LISTS = {SectionRole.REFERENCES, SectionRole.ABBREVIATIONS, SectionRole.NOTES, SectionRole.TOC}
LABELLED = {Scheme.CHAPTER, Scheme.PART, Scheme.APPENDIX}
NEVER_TITLES = {BlockRole.NOTE, BlockRole.TABLE}
MOST_BLOCKS = 4
LONGEST_LINE = 200


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided of one block: the answer and its rule, or the veto, or neither."""

    answer: Answer | None = None
    rule: str = ""
    veto: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """What the whole document gives to the rules."""

    contents: Contents
    sequence: frozenset[int]
    titles: Mapping[int, int]


def survey_document(candidates: Sequence[Candidate]) -> Findings:
    """Learn from the whole document what single blocks do not tell."""
    return Findings(
        contents=read_contents(candidates),
        sequence=numbers_in_sequence(candidates),
        titles=titles_beside_bylines(candidates),
    )


def find_headings(candidates: Sequence[Candidate], taken: Collection[int]) -> Iterator[Heading]:
    """Headings in reading order; blocks in `taken` belong to something already known."""
    findings = survey_document(candidates)
    in_list: SectionRole | None = None
    index = 0
    while index < len(candidates):
        verdict = Verdict() if index in taken else judge(candidates, index, findings, in_list=in_list)
        if verdict.answer is None:
            if index in findings.titles.values() and index not in taken:
                yield _untitled(index, SectionRole.FRONT_MATTER, "particulars")
                in_list = None
            index += 1
            continue
        heading = _joined(candidates, index, verdict, taken)
        if heading.answer.standing is not Standing.LOOK:
            in_list = heading.answer.role if heading.answer.role in LISTS else None
        yield heading
        index = max(heading.end, index + 1)
        if heading.answer.role is SectionRole.KEYWORDS:
            index = _past_keywords(candidates, heading, index)
            if index < len(candidates) and index not in taken:
                yield from _text_again(candidates, index, findings)


def _past_keywords(candidates: Sequence[Candidate], heading: Heading, index: int) -> int:
    """Past the one paragraph that keywords are, and what of it stands on the next page."""
    if heading.title and index < len(candidates) and candidates[index].wording is None:
        index += 1
    while index < len(candidates) and begins_low(candidates[index].text):
        index += 1
    return index


def _text_again(candidates: Sequence[Candidate], index: int, findings: Findings) -> Iterator[Heading]:
    """Where no heading follows the keywords, the text that does is no part of them."""
    known = index in findings.titles.values() or judge(candidates, index, findings, in_list=None).answer
    if not known:
        role = SectionRole.FRONT_MATTER if is_particular(candidates[index]) else SectionRole.BODY
        yield _untitled(index, role, "after_keywords")


def _untitled(index: int, role: SectionRole, rule: str) -> Heading:
    return Heading(index, index, "", Answer(Standing.UNTITLED, role), rule)


def judge(candidates: Sequence[Candidate], index: int, findings: Findings, *, in_list: SectionRole | None) -> Verdict:
    """Decide whether one block is a heading, and say by which rule or veto."""
    candidate = candidates[index]
    if index in findings.contents.span:
        return Verdict(veto="inside_contents")
    case = Case(
        candidate=candidate,
        contents=findings.contents,
        opens_prose=opens_prose(candidates, index),
        in_sequence=index in findings.sequence,
        beside_byline=index in findings.titles,
        in_list=in_list,
    )
    labelled = answer_of(case, LABELS)
    if labelled is not None:
        return Verdict(*labelled)
    veto = veto_of(candidate, ALWAYS)
    if veto is not None:
        return Verdict(veto=veto)
    worded = answer_of(case, ANYWHERE)
    if worded is not None:
        return Verdict(*worded)
    found = answer_of(case, STRONG + IN_LISTS if in_list else STRONG + WEAK)
    if found is None:
        return Verdict()
    veto = veto_of(candidate, UNLESS_WORDED)
    return Verdict(*found) if veto is None else Verdict(rule=found[1], veto=veto)


def _joined(candidates: Sequence[Candidate], first: int, verdict: Verdict, taken: Collection[int]) -> Heading:
    """The heading with the blocks over which it goes on."""
    answer = verdict.answer or Answer(Standing.LOOK)
    if answer.standing is Standing.UNTITLED:
        return _untitled(first, answer.role, verdict.rule)
    end = first + 1
    while end < min(len(candidates), first + MOST_BLOCKS) and end not in taken and _goes_on(candidates, first, end):
        end += 1
    candidate = candidates[first]
    return Heading(
        first=first,
        end=end,
        title=title_of(candidates[first:end]),
        answer=answer,
        rule=verdict.rule,
        numbering=candidate.numbering,
        look=look(candidate.block),
    )


def title_of(candidates: Sequence[Candidate]) -> str:
    """The title on one line; a word broken at the end of a block is whole again."""
    title = ""
    for candidate in candidates:
        broken = title.endswith("-") and title[-2:-1].isalpha()
        title = title[:-1] + candidate.text if broken else f"{title} {candidate.text}".strip()
    return title


def _goes_on(candidates: Sequence[Candidate], first: int, index: int) -> bool:
    """Whether the heading that starts at `first` goes on in block `index`."""
    above, below = candidates[index - 1], candidates[index]
    if below.block.page != above.block.page or len(below.text) > LONGEST_LINE or below.numbering is not None:
        return False
    if below.block.role in NEVER_TITLES or not any(map(str.isalpha, below.text)):
        return False
    together = whole_wording(f"{above.text} {below.text}", above.lexicon)
    if together is not None:
        return True
    if candidates[first].wording is not None or below.wording is not None:
        return False
    if ends_sentence(above.text):
        return False
    label_alone = above.numbering is not None and not above.numbering.rest and above.numbering.scheme in LABELLED
    if label_alone:
        return (below.capitals or below.prominent) and not begins_low(below.text)
    return _same_line_of_type(above, below) or _left_open(candidates, index)


def _same_line_of_type(above: Candidate, below: Candidate) -> bool:
    """Capitals after capitals of one size, or one striking look in both."""
    if above.capitals and below.capitals:
        return abs(above.block.size - below.block.size) < 1
    return above.prominent and below.prominent and look(above.block) == look(below.block)


def _left_open(candidates: Sequence[Candidate], index: int) -> bool:
    """A line left open above a short one in small letters, with a new sentence or nothing after it."""
    above, below = candidates[index - 1], candidates[index]
    if not (begins_low(below.text) or ends_open(above.text)):
        return False
    if above.block.bold != below.block.bold or ends_sentence(below.text):
        return False
    following = candidates[index + 1].text if index + 1 < len(candidates) else ""
    return len(below.text) < len(above.text) + 20 and not begins_low(following)
