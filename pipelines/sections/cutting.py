"""Rules that find a heading inside a paragraph, where layout could not part the two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

import regex

from document import Anchor, Block, SectionRole
from models.lexicon.headings import HeadingLexicon, Kind, Wording
from pipelines.sections.numbering import Scheme, read_numbering
from pipelines.sections.shape import LONGEST_HEADING, begins_low, ends_sentence, is_capitals

# A cut is the span of a heading inside a block's text; an empty one only parts what stands before it.
Cut = tuple[int, int]
Cutter = Callable[[Block, HeadingLexicon], Cut | None]

FURTHEST = 80
STOP = regex.compile(r"[.:]|\s[–—-](?=\s)")
CAPITALS_AT_END = regex.compile(r"(?:\b\p{Lu}{2,}+\b[ ,\n]*+)++$")
NUMBER = regex.compile(r"^\W*\d{0,2}[.)]?\s*")
CAPITAL_WORDS = regex.compile(r"(?:\b[\p{Lu}-]+\b[ ,\n]*|(?:\b\p{Lu} ){3,}\p{Lu}\b[ ,\n]*)+")
MOVES = {SectionRole.HEARD, SectionRole.RESOLVED}
SENTENCE_HEADS = {SectionRole.INTRODUCTION, SectionRole.CONCLUSION, SectionRole.BODY, SectionRole.REFERENCES}
LINES_OF_THEIR_OWN = {
    SectionRole.INTRODUCTION,
    SectionRole.CONCLUSION,
    SectionRole.REFERENCES,
    SectionRole.ABBREVIATIONS,
    SectionRole.TOC,
    SectionRole.ABSTRACT,
}
SHORTEST_WORDING = 7
LABELLED = {Scheme.CHAPTER, Scheme.PART, Scheme.PARAGRAPH}
MOST_LINES = 3  # of a numbered heading above its text
FEWEST_LINES = 4  # of a heading and its text
FEWEST_LINES_WORDED = 2
FEWEST_NUMBERS = 2
ROOM = 0.03  # of the width: more than a space and a loose line
MOST_WORDS_OF_LABEL = 3
MOST_WORDS_OF_HEADING = 8
WORD_START = regex.compile(r"(?<!\w)\w")
LONGEST_LETTERHEAD = 200
NUMBER_SIGN = regex.compile(r"\s*(?:№|N)\s*\d")


def run_in_head(block: Block, lexicon: HeadingLexicon) -> Cut | None:
    """Abstract. The article …; Аңдатпа: Мақалада …; 1. Introduction. In …."""
    text = block.text
    for stop in STOP.finditer(text, 0, FURTHEST):
        wording = _wording(text[: stop.start()], lexicon)
        rest = text[stop.end() :].lstrip()
        if wording is not None and wording.role is SectionRole.KEYWORDS:
            return None  # a label of the line, no heading of its own
        if wording is not None and rest and _may_run_in(wording, stop.group(), rest):
            return (0, stop.end())
    return None


def move(block: Block, lexicon: HeadingLexicon) -> Cut | None:
    """… СЛУШАЛИ: …; … П Р И К А З Ы В А Ю: anywhere in a paragraph, when in capitals with a colon."""
    text = block.text
    for words in CAPITAL_WORDS.finditer(text):
        end = words.end()
        if text[end : end + 1] != ":" or len(text) == end + 1 - words.start():
            continue
        for start in _word_starts(words.group())[-MOST_WORDS_OF_HEADING:]:
            wording = lexicon.whole(Kind.HEADING, words.group()[start:])
            if wording is not None and wording.role in MOVES:
                return (words.start() + start, end + 1)
    return None


def name_of_paper_within(block: Block, lexicon: HeadingLexicon) -> Cut | None:
    """НКВД КАЗАХСКОЙ ССР ПРИКАЗ № 17: whose paper it is, then what it is; nothing is cut out."""
    text = block.text
    for number in NUMBER_SIGN.finditer(text, 0, LONGEST_LETTERHEAD):
        for start in _word_starts(text[: number.start()])[1:]:
            named = lexicon.whole(Kind.PAPER, text[start : number.start()]) if text[start].isupper() else None
            above = text[:start]
            if named is not None and is_capitals(text[: number.start()]) and lexicon.within(Kind.INSTITUTION, above):
                return (start, start)
    return None


def heading_after_keywords(block: Block, lexicon: HeadingLexicon) -> Cut | None:
    """Түйін сөздер: хат, отбасы Аннотация: the heading of the next abstract at the end of a list of keywords."""
    text = block.text
    stop = STOP.search(text, 0, FURTHEST)
    label = _wording(text[: stop.start()], lexicon) if stop else None
    if label is None or label.role is not SectionRole.KEYWORDS:
        return None
    for start in _word_starts(text, max(0, len(text) - FURTHEST))[-MOST_WORDS_OF_LABEL:]:
        wording = lexicon.whole(Kind.HEADING, text[start:]) if text[start].isupper() else None
        if wording is not None and wording.role in {SectionRole.ABSTRACT, SectionRole.INTRODUCTION}:
            return (start, len(text))
    return None


def keywords_within(block: Block, lexicon: HeadingLexicon) -> Cut | None:
    """… ерітілді. Түйін сөздер: …: the label of keywords after the end of an abstract; nothing is a heading."""
    text = block.text
    for stop in regex.finditer(r":", text):
        for start in _word_starts(text, max(0, stop.start() - FURTHEST), stop.start())[-MOST_WORDS_OF_LABEL:]:
            wording = lexicon.whole(Kind.HEADING, text[start : stop.start()]) if text[start].isupper() else None
            if wording is not None and wording.role is SectionRole.KEYWORDS and ends_sentence(text[:start].rstrip()):
                return (start, start)
    return None


def capitals_before(block: Block, lexicon: HeadingLexicon) -> Cut | None:
    """КІРІСПЕ Жұмыстың жалпы …: a known heading in capitals, then a sentence that is not."""
    text = block.text
    words = CAPITAL_WORDS.match(text)
    if words is None:
        return None
    ends = [match.start() for match in regex.finditer(r"[ ,\n]+|$", words.group())]
    for end in reversed(ends[:MOST_WORDS_OF_HEADING]):
        rest = text[end:].split(maxsplit=1)
        parted = rest and (not rest[0].isupper() or _ends_line(block, end))
        if parted and _stands_alone(text[:end], lexicon):
            return (0, end)
    return None


def capitals_after(block: Block, lexicon: HeadingLexicon) -> Cut | None:
    """… тұруына наразы болды. ҚОРЫТЫНДЫ: a known heading in capitals after the end of a sentence."""
    text = block.text
    match = CAPITALS_AT_END.search(text, max(0, len(text) - FURTHEST))
    if match is None or match.start() == 0:
        return None
    if ends_sentence(text[: match.start()].rstrip()) and _stands_alone(match.group(), lexicon):
        return (match.start(), len(text))
    return None


def line_of_its_own(block: Block, lexicon: HeadingLexicon) -> Cut | None:
    """A known heading on the first or last line of a list, or in capitals on any."""
    if "\n" not in block.text:
        return None
    start = 0
    for line in block.text.split("\n"):
        wording = _wording(line.strip(" .:"), lexicon)
        at_edge = start == 0 or start + len(line) == len(block.text)
        if wording is not None and wording.role in LINES_OF_THEIR_OWN and (at_edge or is_capitals(line)):
            return (start, start + len(line))
        start += len(line) + 1
    return None


def worded_line(block: Block, lexicon: HeadingLexicon) -> Cut | None:
    """A known heading alone on a line of the page, before it a sentence's end or a line that ended early."""
    lines = list(_lines(block))
    if len(lines) < FEWEST_LINES_WORDED:
        return None
    right = max(line[-1].box.x1 for line in lines)
    for place, line in enumerate(lines):
        start, end = line[0].start, line[-1].end
        wording = _wording(block.text[start:end].rstrip(" .:"), lexicon)
        if wording is None or wording.role is SectionRole.APPENDIX:
            continue
        above = lines[place - 1] if place else None
        ended = above is None or ends_sentence(block.text[:start].rstrip())
        early = above is not None and right - above[-1].box.x1 > line[0].box.width + ROOM * right
        below = block.text[end:].lstrip()
        if (ended or early) and not begins_low(below):
            return (start, end)
    return None


def numbered_line(block: Block, lexicon: HeadingLexicon) -> Cut | None:
    """1.1 Жер мен адам, then text on the next line although its first word had found room on this one."""
    numbering = read_numbering(block.text[:LONGEST_HEADING], lexicon)
    deep = numbering is not None and (numbering.depth > 1 or numbering.scheme in LABELLED)
    if numbering is None or not deep or begins_low(numbering.rest):
        return None
    lines = list(_lines(block))
    right = max((line[-1].box.x1 for line in lines), default=0.0)
    for line, below in pairwise(lines[: MOST_LINES + 1]):
        room = right - line[-1].box.x1 - below[0].box.width
        text = block.text[: line[-1].end]
        if text.endswith((".", ",", ";", ":")):
            return None
        if room > ROOM * (right - lines[0][0].box.x0) and not begins_low(block.text[below[0].start :]):
            return (0, line[-1].end)
    return None


def section_of_chapter(block: Block, lexicon: HeadingLexicon, chapters: frozenset[int]) -> Cut | None:
    """1.1 Жер мен адам 1917 жылғы …: where there is a chapter 1, its 1.1 is a heading up to a line's end.

    The end is the first of three after which the next line may begin a sentence.
    """
    numbering = read_numbering(block.text[:LONGEST_HEADING], lexicon)
    if numbering is None or numbering.scheme is not Scheme.DECIMAL or numbering.mark or begins_low(numbering.rest):
        return None
    lines = list(_lines(block))
    if numbering.depth < FEWEST_NUMBERS or numbering.parts[0] not in chapters or len(lines) < FEWEST_LINES:
        return None
    for line, below in pairwise(lines[: MOST_LINES + 1]):
        if block.text[line[-1].end - 1] in ".,;:-":
            return None
        if not begins_low(block.text[below[0].start :]):
            return (0, line[-1].end)
    return None


def chapters_of(blocks: Iterable[Block], lexicon: HeadingLexicon) -> frozenset[int]:
    """The numbers of chapters whose headings stand by themselves, in capitals or with a word for chapter."""
    numberings = (read_numbering(block.text, lexicon) for block in blocks if len(block.text) <= LONGEST_HEADING)
    return frozenset(
        numbering.parts[0]
        for numbering in numberings
        if numbering
        and numbering.depth == 1
        and (numbering.scheme is Scheme.CHAPTER or (numbering.scheme is Scheme.DECIMAL and is_capitals(numbering.rest)))
    )


CUTTERS: tuple[Cutter, ...] = (
    line_of_its_own,
    worded_line,
    numbered_line,
    run_in_head,
    move,
    keywords_within,
    heading_after_keywords,
    name_of_paper_within,
    capitals_before,
    capitals_after,
)


def _wording(text: str, lexicon: HeadingLexicon) -> Wording | None:
    head = NUMBER.sub("", text)
    return lexicon.whole(Kind.HEADING, head) if head[:1].isupper() else None


def _may_run_in(wording: Wording, stop: str, rest: str) -> bool:
    if wording.role is SectionRole.ABSTRACT:
        return True
    if wording.role in MOVES:
        return stop == ":"
    first = rest.lstrip('«"“„(')[:1]
    if stop == ":":
        return wording.role is SectionRole.REFERENCES and rest.lstrip("[").startswith("1")
    return wording.role in SENTENCE_HEADS and (first.isupper() or first.isdigit())


def _stands_alone(text: str, lexicon: HeadingLexicon) -> bool:
    wording = lexicon.whole(Kind.HEADING, text)
    long_enough = len(text.strip()) >= SHORTEST_WORDING and is_capitals(text)
    return long_enough and wording is not None and wording.role in LINES_OF_THEIR_OWN


def _word_starts(text: str, start: int = 0, end: int | None = None) -> list[int]:
    return [match.start() for match in WORD_START.finditer(text, start, len(text) if end is None else end)]


def _ends_line(block: Block, at: int) -> bool:
    """Whether a line of the page ends before character `at`."""
    return any(line[-1].end <= at <= below[0].start for line, below in pairwise(_lines(block)))


def _lines(block: Block) -> Iterator[list[Anchor]]:
    """The words of a block line by line: a word no further right than the one before begins a line."""
    line: list[Anchor] = []
    for anchor in block.anchors:
        if line and anchor.box.x0 <= line[-1].box.x0:
            yield line
            line = []
        line.append(anchor)
    if line:
        yield line
