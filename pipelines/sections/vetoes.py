"""What is never a heading, whatever it looks like: entries, references, names, captions, particulars."""

from __future__ import annotations

from collections.abc import Callable

from document import BlockRole
from models.lexicon.headings import Kind
from pipelines.sections.candidate import Candidate
from pipelines.sections.numbering import Scheme
from pipelines.sections.shape import (
    LONGEST_HEADING,
    begins_low,
    ends_sentence,
    is_byline,
    is_reference,
    names_person,
    tells_birth,
    without_number_of_page,
)

Veto = Callable[[Candidate], bool]
MOST_LINES = 6
HARDLY_READ = 0.2
MOST_WORDS_OF_NAME = 4
MOST_WORDS_OF_STOPPED = 6
LABELLED = {Scheme.PARAGRAPH, Scheme.CHAPTER, Scheme.PART, Scheme.APPENDIX}


def furniture_note_or_table(candidate: Candidate) -> bool:
    """Layout knows it for something else."""
    return candidate.block.role in {BlockRole.FURNITURE, BlockRole.NOTE, BlockRole.TABLE}


def too_long(candidate: Candidate) -> bool:
    """Headings have six lines at most."""
    return len(candidate.text) > LONGEST_HEADING or candidate.block.lines > MOST_LINES


def too_few_letters(candidate: Candidate) -> bool:
    """*** and 125 and 4 –; a § may stand without words."""
    if candidate.numbering and candidate.numbering.scheme in LABELLED:
        return False
    if "|" in candidate.text or candidate.block.confidence < HARDLY_READ:
        return True  # what OCR makes of drawings and rules
    letters = sum(map(str.isalpha, candidate.text))
    return letters < 4 or letters < 0.5 * len(candidate.text.replace(" ", ""))


def goes_on_from_above(candidate: Candidate) -> bool:
    """It begins with a small letter."""
    return begins_low(candidate.title or candidate.text)


def goes_on_below(candidate: Candidate) -> bool:
    """It ends with a comma or a colon, so what follows belongs to it."""
    return candidate.text.endswith((",", ";", ":"))


def sentence(candidate: Candidate) -> bool:
    """It ends with a full stop; a few prominent words may."""
    labelled = candidate.numbering is not None and candidate.numbering.scheme in LABELLED
    if labelled or not ends_sentence(candidate.text):
        return False  # § 1.; Глава первая. Начало пути.: their own rules look at the end
    return not (candidate.prominent and len(candidate.text.split()) <= MOST_WORDS_OF_STOPPED)


def first_line_of_paragraph(candidate: Candidate) -> bool:
    """A line much like the one it opens: both of one length, the second begun with a small letter."""
    after = candidate.after
    if after is None or candidate.prominent or candidate.capitals or after.page != candidate.block.page:
        return False
    return begins_low(after.text) and len(after.text) >= 0.8 * len(candidate.text)


def entry_of_contents(candidate: Candidate) -> bool:
    """КІРІСПЕ ........ 5."""
    return ".." in candidate.text and without_number_of_page(candidate.text) is not None


def reference(candidate: Candidate) -> bool:
    """Алматы, 1998. – Б. 15; РГАСПИ. Ф. 17. Оп. 3; addresses."""
    return is_reference(candidate.text)


def bracketed_item(candidate: Candidate) -> bool:
    """1) first item."""
    return candidate.numbering is not None and candidate.numbering.mark == ")"


def person(candidate: Candidate) -> bool:
    """АХМЕТОВ Сағындық Әліұлы; Р. Закарья; 1898 г.р."""
    if is_byline(candidate.text) or (names_person(candidate.text) and len(candidate.title.split()) <= 4):
        return True
    few_words = len(candidate.title.split()) <= MOST_WORDS_OF_NAME
    return few_words and candidate.after is not None and tells_birth(candidate.after.text)


def caption(candidate: Candidate) -> bool:
    """Кесте 1 – …; Figure 3. …; Рис. 2."""
    words = candidate.text.replace("-", " ").split()
    opening = candidate.lexicon.opening(Kind.CAPTION, candidate.text)
    turned = candidate.lexicon.opening(Kind.CAPTION, " ".join(words[1:])) if words[0][:1].isdigit() else None
    return (opening is not None and any(map(str.isdigit, candidate.text))) or turned is not None


def particulars(candidate: Candidate) -> bool:
    """УДК 94(574); DOI …; ISSN …; Серия «История», № 4."""
    return candidate.lexicon.opening(Kind.METADATA, candidate.text) is not None


def date_or_amount(candidate: Candidate) -> bool:
    """15 мамыр 1937 ж.; 25 маусымда: a day reads like a number before a title."""
    numbering = candidate.numbering
    return numbering is not None and begins_low(numbering.rest)


ALWAYS: tuple[Veto, ...] = (furniture_note_or_table, too_long, entry_of_contents)
UNLESS_WORDED: tuple[Veto, ...] = (
    too_few_letters,
    goes_on_from_above,
    date_or_amount,
    goes_on_below,
    first_line_of_paragraph,
    bracketed_item,
    sentence,
    reference,
    person,
    caption,
    particulars,
)


def veto_of(candidate: Candidate, vetoes: tuple[Veto, ...]) -> str | None:
    """The name of the first veto that speaks against the candidate."""
    return next((veto.__name__ for veto in vetoes if veto(candidate)), None)
