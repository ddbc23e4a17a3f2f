"""Archival papers: letterhead, the line that names the paper, and the signatures at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import regex

from document import BlockRole, SectionRole
from models.lexicon.headings import Kind
from pipelines.sections.candidate import Candidate
from pipelines.sections.heading import Answer, Heading, Standing
from pipelines.sections.shape import (
    GIVEN_INITIALS,
    SURNAME,
    begins_low,
    ends_sentence,
    is_byline,
    is_capitals,
    is_prose,
    names_person,
)

SCHOLARLY = {
    SectionRole.TOC,
    SectionRole.ABSTRACT,
    SectionRole.KEYWORDS,
    SectionRole.INTRODUCTION,
    SectionRole.CONCLUSION,
    SectionRole.REFERENCES,
    SectionRole.ABBREVIATIONS,
}
MOVES = {SectionRole.HEARD, SectionRole.RESOLVED}
# A word such as ЗАКЛЮЧЕНИЕ names a paper and a part of a book; it needs a second sign.
MOST_HEADER_BLOCKS = 16
MOST_SIGNATURE_BLOCKS = 16
LONGEST_HEADER_LINE = 240
LONGEST_NAME = 160
LONGEST_INSTITUTION = 120
LONGEST_SIGNATURE_LINE = 160
LONGEST_NAME_AND_OFFICE = 80
FEWEST_NAMES = 3

NUMBER_SIGN = regex.compile(r"(?:№|\bN|\bNo\.?|\bNr\.?)\s*\d|№\s*_")
DATE = regex.compile(
    r"\b(?:19|20)\d\d\s?(?:жылғы|жылдың|жылы|ж\.)\s\d{1,2}\s\p{L}+|"
    r"\b\d{1,2}\.\d{1,2}\.\d{2,4}\b|[«\"“]?\d{1,2}[»\"”]?(?:st|nd|rd|th)?\s+\p{L}{3,9},?\s+(?:19|20)?\d\d\b"
    r"|\b\p{L}{3,9}(?:\s\d{1,2})?,\s(?:19|20)\d\d\b|\b(?:19|20)\d\d\s?(?:г|ж|год|жыл)"
    r"|[«\"“][_ \d]*[»\"”]\s*[\p{L}_]+\s+(?:19|20)?[\d_]+"
)
PLACE = regex.compile(r"^(?:г|гор|с|пос|ст|қ)\.\s?\p{Lu}|\bқаласы$|^\p{Lu}[\p{L}-]+(?:,\s?\p{Lu}[\p{L}-]+)?\.?$")
SUBJECT = regex.compile(r"^(?:О|Об|Обо|По|Содержание|Re|Subject|Тақырыбы)\b|\b(?:туралы|жөнінде|бойынша)\W*$")
PEOPLE = regex.compile(r"^(?:Присутств|ПРИСУТСТВ|Қатысқан|ҚАТЫСҚАН|Қатысты|Present|PRESENT|Состав|В составе)")
SIGNED_ON = regex.compile(rf"^(?:{DATE.pattern})[\s.,]*(?:г|года|ж)?[\s.,]*")
NAMED_LAST = regex.compile(rf"\s(?:{GIVEN_INITIALS}\s?{SURNAME})$")
TWO_SENTENCES = regex.compile(r"\p{Ll}{4,}[.!?]\s+\p{Lu}")
FIRST_PERSON = regex.compile(r"^(?:Я|Мы|Мен|Біз|I|We)\b(?!\.)")
PARENTHESISED = regex.compile(r"^[(/]\s?\p{Lu}[\p{L}. -]{2,40}[)/]\.?$")

Mark = Callable[[Candidate], bool]


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper by the indices of its blocks: header, naming line, text and signatures; `end` is past its last.

    `name` is `text` where no line names the paper; `signature` is `end` where nobody signed.
    """

    start: int
    name: int
    name_end: int
    text: int
    signature: int
    end: int


def names_paper(candidate: Candidate) -> bool:
    """ПРИКАЗ № 15; Выписка из протокола; ХАТТАМА; EXTRACT FROM THE MINUTES."""
    text = candidate.text
    if candidate.block.role in {BlockRole.NOTE, BlockRole.TABLE}:
        return False
    if len(text) > LONGEST_NAME or (ends_sentence(text) and not NUMBER_SIGN.search(text)):
        return False
    if candidate.lexicon.opening(Kind.PAPER, text) is None:
        return False
    emphatic = candidate.prominent or candidate.capitals or candidate.block.centred or is_capitals(text.split()[0])
    return emphatic or bool(NUMBER_SIGN.search(text)) or candidate.lexicon.whole(Kind.PAPER, text) is not None


def is_stamp(candidate: Candidate) -> bool:
    """Сов. секретно; Экз. № 2; БЕКІТЕМІН."""
    return len(candidate.text) <= 120 and candidate.lexicon.opening(Kind.STAMP, candidate.text) is not None


def is_institution(candidate: Candidate) -> bool:
    """НАРОДНЫЙ КОМИССАРИАТ ВНУТРЕННИХ ДЕЛ."""
    text = candidate.text
    line = len(text) <= LONGEST_INSTITUTION and not ends_sentence(text)
    return line and candidate.lexicon.within(Kind.INSTITUTION, text) is not None


def is_addressee(candidate: Candidate) -> bool:
    """Начальнику УНКВД; Dear Mrs."""
    return candidate.lexicon.opening(Kind.ADDRESSEE, candidate.text) is not None


def is_number_or_date(candidate: Candidate) -> bool:
    """№ 123/с; 5 августа 1937 г.; «__» мамыр 1938 ж."""
    text = candidate.text
    return len(text) <= 100 and bool(NUMBER_SIGN.search(text) or DATE.search(text))


def is_place(candidate: Candidate) -> bool:
    """г. Алма-Ата; Қызылорда қаласы; Москва."""
    return len(candidate.text) <= 60 and bool(PLACE.search(candidate.text))


def is_subject(candidate: Candidate) -> bool:
    """О мерах …; … туралы."""
    return bool(SUBJECT.search(candidate.text))


def is_attendance(candidate: Candidate) -> bool:
    """Председатель: …; Присутствовали: …; Қатысқандар: …."""
    return bool(PEOPLE.search(candidate.text)) or candidate.lexicon.opening(Kind.OFFICE, candidate.text) is not None


def names_office(candidate: Candidate) -> bool:
    """Начальник УНКВД …; Верно: …; Respectfully yours; J. Hartley, Secretary of Legation."""
    text = SIGNED_ON.sub("", candidate.text)
    if any(candidate.lexicon.opening(kind, text) for kind in (Kind.OFFICE, Kind.ATTESTATION)):
        return True
    if TWO_SENTENCES.search(text):
        return False
    names = sum(word[:1].isupper() for word in text.split())
    short = len(text) <= LONGEST_NAME_AND_OFFICE and names >= FEWEST_NAMES
    return short and candidate.lexicon.within(Kind.OFFICE, text) is not None


def is_signing(candidate: Candidate) -> bool:
    """Начальник УНКВД …; (Петров); Верно: …; Төраға …."""
    text = SIGNED_ON.sub("", candidate.text)
    if len(text) > LONGEST_SIGNATURE_LINE or begins_low(text):
        return False
    named_last = len(text) <= LONGEST_NAME_AND_OFFICE and NAMED_LAST.search(text)
    return bool(named_last) or names_office(candidate) or is_byline(text) or bool(PARENTHESISED.search(text))


STRONG_MARKS: tuple[Mark, ...] = (is_stamp, is_institution, is_addressee, is_number_or_date)
HEADER_MARKS: tuple[Mark, ...] = (*STRONG_MARKS, is_place, is_subject, is_attendance)


def find_papers(candidates: Sequence[Candidate]) -> tuple[Paper, ...]:
    """The archival papers in a file, in order; none in a book or an article."""
    headers = list(_headers(candidates))
    roles = {item.wording.role for item in candidates if item.wording is not None} & SCHOLARLY
    opens = bool(headers) and headers[0][0] == 0
    if len(roles) > int(opens):
        return ()
    if not headers:
        signature = _signature(candidates, 0, len(candidates))
        signed = 0 < signature < len(candidates) and names_office(candidates[signature])
        return (Paper(0, 0, 0, 0, signature, len(candidates)),) if signed else ()
    bounds = [start for start, *_ in headers] + [len(candidates)]
    return tuple(
        Paper(start, name, name_end, text, _signature(candidates, text, end), end)
        for (start, name, name_end, text), end in zip(headers, bounds[1:], strict=True)
    )


def headings_of(paper: Paper, candidates: Sequence[Candidate]) -> Iterator[Heading]:
    """Where the parts of a paper start that no heading of their own announces, and its naming line."""
    header = Answer(Standing.UNTITLED, SectionRole.HEADER)
    if paper.start < paper.name:
        yield Heading(paper.start, paper.start, "", header, "letterhead")
    if paper.name < paper.name_end:
        title = " ".join(candidate.text for candidate in candidates[paper.name : paper.name_end])
        yield Heading(paper.name, paper.name_end, title, Answer(Standing.PAPER, SectionRole.HEADER), "names_paper")
    if paper.text < paper.signature:
        yield Heading(paper.text, paper.text, "", Answer(Standing.UNTITLED), "text_of_paper")
    if paper.signature < paper.end:
        yield Heading(
            paper.signature, paper.signature, "", Answer(Standing.UNTITLED, SectionRole.SIGNATURE), "signatures"
        )


def _headers(candidates: Sequence[Candidate]) -> Iterator[tuple[int, int, int, int]]:
    index = 0
    while index < len(candidates):
        header = _header_at(candidates, index) if _may_open(candidates, index) else None
        if header is None:
            index += 1
            continue
        yield header
        index = max(header[3], index + 1)


def _may_open(candidates: Sequence[Candidate], index: int) -> bool:
    """A paper opens the file, a page, or what comes after signatures."""
    if index == 0:
        return True
    above = candidates[index - 1]
    turned = above.block.page != candidates[index].block.page
    return turned or (is_signing(above) and not is_signing(candidates[index]))


def _header_at(candidates: Sequence[Candidate], start: int) -> tuple[int, int, int, int] | None:
    """Start, naming line, its end, and start of the text of a header here; None where there is none."""
    marks: set[str] = set()
    name: int | None = None
    marked_lines = 0
    index = start
    limit = min(len(candidates), start + MOST_HEADER_BLOCKS)
    while index < limit and _is_header_line(candidates[index], named=name is not None):
        if name is None and names_paper(candidates[index]):
            name = index
        found = {mark.__name__ for mark in STRONG_MARKS if mark(candidates[index])}
        marks |= found
        marked_lines += bool(found)
        index += 1
    if index == start:
        return None
    if name is None:
        return (start, index, index, index) if len(marks) > 1 and marked_lines > 1 else None
    emphatic = candidates[name].block.centred or candidates[name].capitals or candidates[name].text.isupper()
    if start > 0 and not marks and not emphatic:
        return None
    return (start, name, _end_of_name(candidates, name, index), index)


def _is_header_line(candidate: Candidate, *, named: bool) -> bool:
    text = candidate.text
    if (
        FIRST_PERSON.search(text)
        or len(text) > LONGEST_HEADER_LINE
        or is_prose(text)
        or (begins_low(text) and not named)
    ):
        return False
    role = candidate.wording.role if candidate.wording is not None else None
    if role in MOVES:
        return False
    if names_paper(candidate):
        return not named
    if named and begins_low(text):
        return not text.endswith(".") or is_number_or_date(candidate)
    if candidate.numbering is not None and not is_number_or_date(candidate):
        return False
    return any(mark(candidate) for mark in HEADER_MARKS) or (not ends_sentence(text) and not named and len(text) < 100)


def _end_of_name(candidates: Sequence[Candidate], name: int, limit: int) -> int:
    """Past the lines that belong to the name: its number, whose it is, of what meeting."""
    end = name + 1
    while end < limit and _continues_name(candidates[end - 1], candidates[end]):
        end += 1
    return end


def _continues_name(above: Candidate, below: Candidate) -> bool:
    if below.block.page != above.block.page:
        return False
    number = NUMBER_SIGN.match(below.text) is not None and len(below.text) <= 40 and not NUMBER_SIGN.search(above.text)
    same_type = above.capitals and below.capitals and not is_place(below) and not is_stamp(below)
    return number or same_type or (begins_low(below.text) and not is_place(below))


def _signature(candidates: Sequence[Candidate], text: int, end: int) -> int:
    """Where the signatures begin at the end of a paper; `end` where there are none."""
    first = end
    for index in range(end - 1, max(text, end - MOST_SIGNATURE_BLOCKS) - 1, -1):
        candidate = candidates[index]
        if len(candidate.text) > LONGEST_SIGNATURE_LINE or candidate.numbering is not None:
            break
        if candidate.wording is not None or (ends_sentence(candidate.text) and not is_signing(candidate)):
            break
        if names_office(candidate) or (is_signing(candidate) and not names_person(candidate.text)):
            first = index
    return first
