"""Rules that say yes: each names a kind of heading, the first that answers decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import regex

from document import BlockRole, SectionRole
from models.lexicon.headings import Kind
from pipelines.sections.candidate import Candidate
from pipelines.sections.contents import Contents
from pipelines.sections.heading import Answer, Standing
from pipelines.sections.numbering import Numbering, Scheme
from pipelines.sections.shape import begins_low, ends_sentence, is_capitals, is_item

MOVES = {SectionRole.HEARD, SectionRole.RESOLVED}
MOST_LINES_OF_LOOK = 4
MOST_CHAPTERS = 20
DIVIDED_LISTS = {SectionRole.REFERENCES, SectionRole.NOTES}
MOST_WORDS_OF_DIVISION = 8


@dataclass(frozen=True, slots=True)
class Case:
    """A candidate with what was learned of the whole document.

    `opens_prose`: running text follows soon; `in_sequence`: its single number has its neighbours; `beside_byline`:
    authors' names stand next to it; `in_list`: the role of the list it stands in, references or abbreviations.
    """

    candidate: Candidate
    contents: Contents
    opens_prose: bool
    in_sequence: bool
    beside_byline: bool
    in_list: SectionRole | None


Rule = Callable[[Case], Answer | None]
LABEL_END = regex.compile(r"(?:[.:]|\s[–—-]\s)\s*")


def keywords_label(case: Case) -> Answer | None:
    """Түйін сөздер: тарих, архив; Key words – exile, camp: a label of its line, which is no title."""
    text = case.candidate.text
    stop = LABEL_END.search(text)
    if stop is None or stop.end() == len(text) or not text[:1].isupper():
        return None
    wording = case.candidate.lexicon.whole(Kind.HEADING, text[: stop.start()])
    is_label = wording is not None and wording.role is SectionRole.KEYWORDS
    return Answer(Standing.UNTITLED, SectionRole.KEYWORDS) if is_label else None


def known_wording(case: Case) -> Answer | None:
    """КІРІСПЕ; 1. Introduction; Список литературы."""
    candidate = case.candidate
    wording = candidate.wording
    if wording is None or wording.role is None or wording.role in MOVES:
        return None
    if wording.role is SectionRole.APPENDIX and candidate.text.endswith(":"):
        return None  # Приложение: a letter's list of enclosures
    if candidate.after is None and candidate.text.endswith(":"):
        return None  # a label with nothing under it
    followed_low = candidate.after is not None and begins_low(candidate.after.text)
    if followed_low and not (candidate.capitals or candidate.prominent or candidate.block.role == "heading"):
        return None
    after = candidate.after
    if candidate.numbering and wording.role is SectionRole.REFERENCES and after is not None and not is_item(after.text):
        return Answer(Standing.WORDING)  # 2. Sources: a part about them, no list
    return Answer(Standing.WORDING, wording.role)


def move_of_a_paper(case: Case) -> Answer | None:
    """СЛУШАЛИ:; ҚАУЛЫ ЕТТІ; Resolved:."""
    wording = case.candidate.wording
    if wording is None or wording.role not in MOVES:
        return None
    emphatic = case.candidate.capitals or case.candidate.text.endswith(":") or case.candidate.prominent
    return Answer(Standing.MOVE, wording.role) if emphatic else None


def appendix(case: Case) -> Answer | None:
    """ҚОСЫМША А; Приложение № 2 к приказу …; Appendix B. Maps."""
    numbering = _numbered(case, Scheme.APPENDIX)
    if numbering is None or case.candidate.text.endswith(":"):
        return None
    rest = numbering.rest.lstrip('«"“„(')
    if rest and not (rest[0].isupper() or rest.startswith(("к ", "to "))):
        return None  # Қосымша А. 3 – …: the caption of a sheet in it
    return None if ends_sentence(case.candidate.text) else Answer(Standing.NUMBER, SectionRole.APPENDIX)


def chapter(case: Case) -> Answer | None:
    """Глава II. Становление …; ІІ ТАРАУ; Part One."""
    numbering = _numbered(case, Scheme.CHAPTER, Scheme.PART)
    return None if numbering is None or _is_sentence(numbering.rest) else Answer(Standing.NUMBER)


def paragraph_sign(case: Case) -> Answer | None:
    """§ 3; § 2. Права и обязанности."""
    numbering = _numbered(case, Scheme.PARAGRAPH)
    return None if numbering is None or _is_sentence(numbering.rest) else Answer(Standing.NUMBER)


def named_in_contents(case: Case) -> Answer | None:
    """The table of contents has it as an entry."""
    if not (case.contents.names(case.candidate.text) or case.contents.names(case.candidate.title)):
        return None
    return Answer(Standing.NUMBER if case.candidate.numbering else Standing.LOOK)


def numbered_capitals(case: Case) -> Answer | None:
    """1 ХХ ҒАСЫРДЫҢ БІРІНШІ ЖАРТЫСЫ; IV. ПОРЯДОК ВЕДЕНИЯ СЛЕДСТВИЯ."""
    numbering = _numbered(case, Scheme.DECIMAL, Scheme.ROMAN)
    return Answer(Standing.NUMBER) if numbering and is_capitals(numbering.rest) else None


def numbered_deep(case: Case) -> Answer | None:
    """1.1 Кеңес өкіметінің миграциялық саясаты."""
    numbering = _numbered(case, Scheme.DECIMAL)
    return Answer(Standing.NUMBER) if numbering and numbering.depth > 1 else None


def numbered_prominent(case: Case) -> Answer | None:
    """2. Sources and methods, bold or larger; III. Қорғаныс комиссиясы, centred."""
    numbering = _numbered(case, Scheme.DECIMAL, Scheme.ROMAN)
    return Answer(Standing.NUMBER) if numbering and _stands_out(case) else None


def numbered_in_sequence(case: Case) -> Answer | None:
    """2. Sources and methods, in plain text: 1. and 3. are like it, and running text follows each."""
    return Answer(Standing.NUMBER) if case.in_sequence else None


def title_beside_byline(case: Case) -> Answer | None:
    """The title of an article above or below the names of its authors."""
    return Answer(Standing.TITLE, SectionRole.FRONT_MATTER) if case.beside_byline else None


def stands_out(case: Case) -> Answer | None:
    """Bold, larger, or capitals in the middle, above running text."""
    return Answer(Standing.LOOK) if case.opens_prose and _stands_out(case) and not _heads_table(case) else None


def divides_list(case: Case) -> Answer | None:
    """Архивные источники, bold or larger among the entries of references."""
    candidate = case.candidate
    if case.in_list not in DIVIDED_LISTS or candidate.numbering is not None or is_item(candidate.text):
        return None
    apart = (candidate.larger or candidate.bolder) and candidate.set_apart
    return Answer(Standing.LOOK) if apart and len(candidate.text.split()) <= MOST_WORDS_OF_DIVISION else None


def capitals_alone(case: Case) -> Answer | None:
    """ИЗМЕНЕНИЯ В СОСТАВЕ КОМИССИИ above running text, where nothing is known of its look."""
    candidate = case.candidate
    above = candidate.before.text if candidate.before is not None else ""
    closed = not above or ends_sentence(above) or is_capitals(above)
    fits = candidate.capitals and candidate.numbering is None and candidate.block.lines <= MOST_LINES_OF_LOOK
    return Answer(Standing.LOOK) if fits and closed and case.opens_prose and not _heads_table(case) else None


LABELS: tuple[Rule, ...] = (keywords_label,)
ANYWHERE: tuple[Rule, ...] = (known_wording, move_of_a_paper)
STRONG: tuple[Rule, ...] = (
    appendix,
    chapter,
    paragraph_sign,
    title_beside_byline,
    numbered_capitals,
    named_in_contents,
)
IN_LISTS: tuple[Rule, ...] = (divides_list,)
WEAK: tuple[Rule, ...] = (numbered_deep, numbered_prominent, numbered_in_sequence, stands_out, capitals_alone)


def answer_of(case: Case, rules: tuple[Rule, ...]) -> tuple[Answer, str] | None:
    """The first answer with the name of the rule that gave it."""
    for rule in rules:
        answer = rule(case)
        if answer is not None:
            return answer, rule.__name__
    return None


def _numbered(case: Case, *schemes: Scheme) -> Numbering | None:
    numbering = case.candidate.numbering
    if numbering is None or numbering.scheme not in schemes:
        return None
    plausible = numbering.scheme is Scheme.APPENDIX or 0 < numbering.parts[0] <= MOST_CHAPTERS
    return numbering if plausible or numbering.scheme is Scheme.PARAGRAPH else None


def _stands_out(case: Case) -> bool:
    candidate = case.candidate
    return candidate.prominent and candidate.block.lines <= MOST_LINES_OF_LOOK


def _heads_table(case: Case) -> bool:
    """The row above a table is its head."""
    after = case.candidate.after
    return after is not None and after.role is BlockRole.TABLE


def _is_sentence(text: str) -> bool:
    """A number and a sentence make a numbered paragraph, no heading."""
    return bool(text) and (begins_low(text) or (ends_sentence(text) and len(text.split()) > 8))
