"""Sentences that run on from block to block: down a page, to the next column, over the end of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
import regex

from document import Block, BlockRole, Page
from ingest.wording import MARKER, begins_low

FINISHED = regex.compile(r"[.!?…:;][»”\"')\]]*$")
CUT = regex.compile(r"(?:[,\-–—(«]|(?:^|\s)\p{Lu}\.)$")  # `О. Р.` is an initial, no end
FLOWING = frozenset({BlockRole.PARAGRAPH, BlockRole.LIST})
# A paragraph of so many lines that ends without a stop was cut by the page's end.
CUT_LINES = 2


def mark_continuations(pages: Iterable[Page]) -> Iterator[Page]:
    """Yield the pages with `continues` set on each block that goes on with the sentence of the one before it.

    Furniture between the two does not count; notes do, for a sentence does not go on from a note.
    """
    before: Block | None = None
    for page in pages:
        blocks = []
        for block in page.blocks:
            settled = msgspec.structs.replace(block, continues=before is not None and does_continue(before, block))
            blocks.append(settled)
            if block.role is not BlockRole.FURNITURE:
                before = block
        yield msgspec.structs.replace(page, blocks=tuple(blocks))


def does_continue(before: Block, block: Block) -> bool:
    """Whether `block` goes on with the sentence of `before`, by how the one ends and the other begins."""
    if block.role is not BlockRole.PARAGRAPH or before.role not in FLOWING or block.page - before.page > 1:
        return False
    parted = block.page != before.page or _is_higher(block, before)
    if begins_low(block.text):
        return parted or not FINISHED.search(before.text) or bool(CUT.search(before.text))
    if begins_anew(block) or not parted:
        return False
    return bool(CUT.search(before.text)) or (before.lines >= CUT_LINES and before.text[-1:].isalpha())


def _is_higher(block: Block, before: Block) -> bool:
    """Whether a block stands higher than the one before it: it begins a column."""
    return block.box is not None and before.box is not None and block.box.y1 < before.box.y0


def begins_anew(block: Block) -> bool:
    """Whether the look of a block, or its marker, says that it does not go on with anything."""
    letters = [character for character in block.text if character.isalpha()]
    capitals = sum(map(str.isupper, letters)) > 0.8 * len(letters)
    return block.bold or block.centred or capitals or bool(MARKER.match(block.text.split(" ", 1)[0]))
