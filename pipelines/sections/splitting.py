"""Headings that layout left inside a paragraph cut free: `Abstract. The article …`, `… ПРИКАЗЫВАЮ:`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec
import regex

from document import Anchor, Block, BlockRole, Box, SectionRole
from models.lexicon.headings import HeadingLexicon, Kind, Wording
from pipelines.sections.shape import ends_sentence, is_capitals

# A cut is the span of a heading inside a block's text; an empty one only parts what stands before it.
Cut = tuple[int, int]
Cutter = Callable[[str, HeadingLexicon], Cut | None]

FURTHEST = 80
STOP = regex.compile(r"[.:]|\s[–—-](?=\s)")
NUMBER = regex.compile(r"^\W*\d{0,2}[.)]?\s*")
CAPITAL_WORDS = regex.compile(r"(?:\b[\p{Lu}-]{2,}\b[ ,\n]*|(?:\b\p{Lu} ){3,}\p{Lu}\b[ ,\n]*)+")
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
MOST_WORDS_OF_LABEL = 3
LONGEST_LETTERHEAD = 200
NUMBER_SIGN = regex.compile(r"\s*(?:№|N)\s*\d")


def cut_free(blocks: Sequence[Block], lexicon: HeadingLexicon) -> Iterator[Block]:
    """The same blocks, those with a heading inside as two or three; no letter is lost or added."""
    for block in blocks:
        yield from _cut(block, lexicon)


def run_in_head(text: str, lexicon: HeadingLexicon) -> Cut | None:
    """Abstract. The article …; Аңдатпа: Мақалада …; 1. Introduction. In …."""
    for stop in STOP.finditer(text, 0, FURTHEST):
        wording = _wording(text[: stop.start()], lexicon)
        rest = text[stop.end() :].lstrip()
        if wording is not None and wording.role is SectionRole.KEYWORDS:
            return None  # a label of the line, no heading of its own
        if wording is not None and rest and _may_run_in(wording, stop.group(), rest):
            return (0, stop.end())
    return None


def move(text: str, lexicon: HeadingLexicon) -> Cut | None:
    """… СЛУШАЛИ: …; … П Р И К А З Ы В А Ю: anywhere in a paragraph, when in capitals with a colon."""
    for words in CAPITAL_WORDS.finditer(text):
        end = words.end()
        if text[end : end + 1] != ":" or len(text) == end + 1 - words.start():
            continue
        for start in _word_starts(words.group()):
            wording = lexicon.whole(Kind.HEADING, words.group()[start:])
            if wording is not None and wording.role in MOVES:
                return (words.start() + start, end + 1)
    return None


def name_of_paper_within(text: str, lexicon: HeadingLexicon) -> Cut | None:
    """НКВД КАЗАХСКОЙ ССР ПРИКАЗ № 17: whose paper it is, then what it is; nothing is cut out."""
    for number in NUMBER_SIGN.finditer(text, 0, LONGEST_LETTERHEAD):
        for start in _word_starts(text[: number.start()])[1:]:
            named = lexicon.whole(Kind.PAPER, text[start : number.start()]) if text[start].isupper() else None
            above = text[:start]
            if named is not None and is_capitals(text[: number.start()]) and lexicon.within(Kind.INSTITUTION, above):
                return (start, start)
    return None


def heading_after_keywords(text: str, lexicon: HeadingLexicon) -> Cut | None:
    """Түйін сөздер: хат, отбасы Аннотация: the heading of the next abstract at the end of a list of keywords."""
    stop = STOP.search(text, 0, FURTHEST)
    label = _wording(text[: stop.start()], lexicon) if stop else None
    if label is None or label.role is not SectionRole.KEYWORDS:
        return None
    for start in _word_starts(text)[-MOST_WORDS_OF_LABEL:]:
        wording = lexicon.whole(Kind.HEADING, text[start:]) if text[start].isupper() else None
        if wording is not None and wording.role in {SectionRole.ABSTRACT, SectionRole.INTRODUCTION}:
            return (start, len(text))
    return None


def keywords_within(text: str, lexicon: HeadingLexicon) -> Cut | None:
    """… ерітілді. Түйін сөздер: …: the label of keywords after the end of an abstract; nothing is a heading."""
    for stop in regex.finditer(r":", text):
        for start in _word_starts(text[: stop.start()])[-MOST_WORDS_OF_LABEL:]:
            wording = lexicon.whole(Kind.HEADING, text[start : stop.start()]) if text[start].isupper() else None
            if wording is not None and wording.role is SectionRole.KEYWORDS and ends_sentence(text[:start].rstrip()):
                return (start, start)
    return None


def capitals_before(text: str, lexicon: HeadingLexicon) -> Cut | None:
    """КІРІСПЕ Жұмыстың жалпы …: a known heading in capitals, then a sentence that is not."""
    words = CAPITAL_WORDS.match(text)
    if words is None:
        return None
    ends = [match.start() for match in regex.finditer(r"[ ,\n]+|$", words.group())]
    for end in reversed(ends):
        if _stands_alone(text[:end], lexicon) and len(text) - end > SHORTEST_WORDING:
            return (0, end)
    return None


def capitals_after(text: str, lexicon: HeadingLexicon) -> Cut | None:
    """… тұруына наразы болды. ҚОРЫТЫНДЫ: a known heading in capitals after the end of a sentence."""
    match = regex.search(r"(?:[\p{Lu}]{2,}[ ,\n]*)+$", text)
    if match is None or match.start() == 0:
        return None
    if ends_sentence(text[: match.start()].rstrip()) and _stands_alone(match.group(), lexicon):
        return (match.start(), len(text))
    return None


CUTTERS: tuple[Cutter, ...] = (
    run_in_head,
    move,
    keywords_within,
    heading_after_keywords,
    name_of_paper_within,
    capitals_before,
    capitals_after,
)


def split_block(block: Block, at: int) -> tuple[Block, Block]:
    """Two blocks of one, cut before character `at`; the second continues the first, anchors based anew."""
    head = block.text[:at].rstrip()
    tail = block.text[at:].lstrip()
    return (
        _part(block, head, 0, continues=block.continues),
        _part(block, tail, len(block.text) - len(tail), continues=True),
    )


def _cut(block: Block, lexicon: HeadingLexicon) -> Iterator[Block]:
    found = next((cut for cutter in CUTTERS if (cut := cutter(block.text, lexicon))), None)
    if found is None or block.role in {BlockRole.FURNITURE, BlockRole.TABLE, BlockRole.NOTE}:
        yield block
        return
    start, end = found
    if block.text[:start].strip():
        before, block = split_block(block, start)
        yield before
        end -= start
    if start == found[1]:
        yield from _cut(block, lexicon)
        return
    if block.text[end:].strip():
        block, after = split_block(block, end)
        yield _as_heading(block)
        yield from _cut(after, lexicon)
    else:
        yield _as_heading(block)


def _as_heading(block: Block) -> Block:
    return msgspec.structs.replace(block, role=BlockRole.HEADING, lines=1)


def _part(block: Block, text: str, start: int, *, continues: bool) -> Block:
    end = start + len(text)
    anchors = tuple(
        Anchor(max(anchor.start, start) - start, min(anchor.end, end) - start, anchor.box)
        for anchor in block.anchors
        if anchor.start < end and anchor.end > start
    )
    box = Box.around(anchor.box for anchor in anchors) if anchors else block.box
    return msgspec.structs.replace(block, text=text, anchors=anchors, box=box, continues=continues)


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


def _word_starts(text: str) -> list[int]:
    return [match.start() for match in regex.finditer(r"(?<!\w)\w", text)]
