"""Words broken by the end of a column or page made whole, past page numbers, headers and notes between the halves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from document import Block, BlockRole, Box, Page
from ingest.continuation import FLOWING
from ingest.hyphens import HYPHENS, PUNCTUATION, join_at_break
from ingest.text import known_words, settle_halves

PASSED_OVER = frozenset({BlockRole.FURNITURE, BlockRole.NOTE})


def join_broken_words(pages: Iterable[Page]) -> Iterator[Page]:
    """Yield the pages, in order, with words that run on from block to block whole in the first of the two.

    Such a word is anchored where it begins; the second block goes on with what follows, and is gone if nothing does.
    Holds one page back.
    """
    before: Page | None = None
    for page in pages:
        joined = _within(page)
        if before is not None:
            before, joined = _across(before, joined)
            yield before
        before = joined
    if before is not None:
        yield before


def _within(page: Page) -> Page:
    """A page with the words that its columns broke."""
    blocks: list[Block] = []
    for block in page.blocks:
        place = _last(blocks)
        pair = _joined(blocks[place], block) if place is not None and block.role is BlockRole.PARAGRAPH else None
        if pair is None or place is None:
            blocks.append(block)
            continue
        blocks[place], rest = pair
        if rest is not None:
            blocks.append(rest)
    return page if len(blocks) == len(page.blocks) and tuple(blocks) == page.blocks else _with(page, blocks)


def _across(before: Page, page: Page) -> tuple[Page, Page]:
    """Two pages with the word that the end of the first broke."""
    last, first = _last(before.blocks), _first(page.blocks)
    if last is None or first is None or page.number - before.number != 1:
        return before, page
    pair = _joined(before.blocks[last], page.blocks[first])
    if pair is None:
        return before, page
    head, rest = pair
    upper = [*before.blocks[:last], head, *before.blocks[last + 1 :]]
    lower = [*page.blocks[:first], *((rest,) if rest is not None else ()), *page.blocks[first + 1 :]]
    return _with(before, upper), _with(page, lower)


def _with(page: Page, blocks: Sequence[Block]) -> Page:
    return msgspec.structs.replace(page, blocks=tuple(blocks))


def _last(blocks: Sequence[Block]) -> int | None:
    """The place of the block that a sentence may leave the blocks by."""
    for place in range(len(blocks) - 1, -1, -1):
        if blocks[place].role not in PASSED_OVER:
            return place if blocks[place].role in FLOWING else None
    return None


def _first(blocks: Sequence[Block]) -> int | None:
    """The place of the block that a sentence may enter the blocks by."""
    for place, block in enumerate(blocks):
        if block.role not in PASSED_OVER:
            return place if block.role is BlockRole.PARAGRAPH else None
    return None


def _joined(block: Block, after: Block) -> tuple[Block, Block | None] | None:
    """Both blocks with the word between them whole, the second None if nothing is left; None if no word is broken."""
    if not (block.anchors and after.anchors and block.text.endswith(HYPHENS)):
        return None
    left, right = block.text.split()[-1], after.text.split()[0]
    if not _may_go_on(left.rstrip("".join(HYPHENS)).lstrip(PUNCTUATION), right):
        return None
    joint = join_at_break(left, right, known_words([block.text.split(), after.text.split()]))
    if joint.glue:
        return None
    head, tail = settle_halves(joint.left, right)
    text = block.text[: -len(left)] + head + tail
    last = block.anchors[-1]
    whole = msgspec.structs.replace(
        block, text=text, anchors=(*block.anchors[:-1], msgspec.structs.replace(last, end=len(text)))
    )
    return whole, _without_start(after, len(right))


def _may_go_on(stem: str, right: str) -> bool:
    """Whether `right` may be the second half: small letters, capitals after capitals, digits after digits."""
    first = right[:1]
    if first.isupper():
        return len(stem) > 1 and stem.isupper() and len(right) > 1 and right.strip(PUNCTUATION).isupper()
    return bool(stem) and (first.islower() if stem[-1:].isalpha() else first.isdigit() and stem[-1:].isdigit())


def _without_start(block: Block, length: int) -> Block | None:
    """A block without its first characters and the space after them."""
    text = block.text[length:].lstrip()
    cut = len(block.text) - len(text)
    anchors = tuple(
        msgspec.structs.replace(anchor, start=anchor.start - cut, end=anchor.end - cut)
        for anchor in block.anchors
        if anchor.start >= cut
    )
    if not text or not anchors:
        return None
    box = Box.around(anchor.box for anchor in anchors)
    return msgspec.structs.replace(block, text=text, anchors=anchors, box=box, continues=True)
