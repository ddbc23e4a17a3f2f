"""Headings that layout left inside a paragraph cut free: `Abstract. The article …`, `… ПРИКАЗЫВАЮ:`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from document import Block, BlockRole, Box, mean_confidence
from models.lexicon.headings import HeadingLexicon
from pipelines.sections.cutting import CUTTERS, Cut, chapters_of, line_of_its_own, section_of_chapter

WHOLE = {BlockRole.FURNITURE, BlockRole.TABLE, BlockRole.NOTE}


def cut_free(blocks: Sequence[Block], lexicon: HeadingLexicon) -> Iterator[Block]:
    """The same blocks, those with a heading inside as two or three; no letter is lost or added."""
    chapters = chapters_of(blocks, lexicon)
    for block in blocks:
        yield from _cut(block, lexicon, chapters)


def split_block(block: Block, at: int) -> tuple[Block, Block]:
    """Two blocks of one, cut before character `at`; the second continues the first, anchors based anew."""
    head = block.text[:at].rstrip()
    tail = block.text[at:].lstrip()
    return (
        _part(block, head, 0, continues=block.continues),
        _part(block, tail, len(block.text) - len(tail), continues=True),
    )


def _cut(block: Block, lexicon: HeadingLexicon, chapters: frozenset[int]) -> Iterator[Block]:
    found = _find_cut(block, lexicon, chapters)
    if found is None:
        yield block
        return
    start, end = found
    if block.text[:start].strip():
        before, block = split_block(block, start)
        yield before
        end -= start
    if start == found[1]:
        yield from _cut(block, lexicon, chapters)
        return
    if block.text[end:].strip():
        block, after = split_block(block, end)
        yield _as_heading(block)
        yield from _cut(after, lexicon, chapters)
    else:
        yield _as_heading(block)


def _find_cut(block: Block, lexicon: HeadingLexicon, chapters: frozenset[int]) -> Cut | None:
    if block.role in WHOLE:
        return line_of_its_own(block, lexicon) if block.role is BlockRole.TABLE else None
    found = (cutter(block, lexicon) for cutter in CUTTERS)
    return next((cut for cut in found if cut), None) or section_of_chapter(block, lexicon, chapters)


def _as_heading(block: Block) -> Block:
    return msgspec.structs.replace(block, role=BlockRole.HEADING, lines=1)


def _part(block: Block, text: str, start: int, *, continues: bool) -> Block:
    end = start + len(text)
    anchors = tuple(
        msgspec.structs.replace(anchor, start=max(anchor.start, start) - start, end=min(anchor.end, end) - start)
        for anchor in block.anchors
        if anchor.start < end and anchor.end > start
    )
    box = Box.around(anchor.box for anchor in anchors) if anchors else block.box
    sure = mean_confidence(anchors) if anchors else block.confidence
    return msgspec.structs.replace(block, text=text, anchors=anchors, box=box, confidence=sure, continues=continues)
