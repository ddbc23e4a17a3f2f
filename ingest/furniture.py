"""Page headers, footers and page numbers told from the text of a file, across its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
import regex

from document import Block, BlockRole, Page

EDGE = 0.12
PAGE_NUMBER = regex.compile(
    r"[-–—.\s]*(?:(?:л|с|стр|бет|p|page)\.?\s*)?(?:\d{1,4}|[ivxlc]{1,6})[-–—.\s]*", regex.IGNORECASE
)


def mark_furniture(pages: Iterable[Page]) -> Iterator[Page]:
    """Yield the pages of one file in order, blocks that are page furniture given that role."""
    for page in pages:
        yield msgspec.structs.replace(page, blocks=tuple(_marked(page, page.blocks)))


def _marked(page: Page, blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        number = PAGE_NUMBER.fullmatch(block.text) and _at_edge(block, page)
        yield msgspec.structs.replace(block, role=BlockRole.FURNITURE, continues=False) if number else block


def _at_edge(block: Block, page: Page) -> bool:
    if block.box is None or page.height <= 0:
        return False
    return block.box.y1 < EDGE * page.height or block.box.y0 > (1 - EDGE) * page.height
