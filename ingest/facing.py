"""Facing pages of one image: read each by itself, put together as one page, first the one that comes first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from document import Block, Box, Half, Method, Page, Recognition, Word
from ingest.reading import Reading
from ingest.spreads import Part


def put_together(page: Page, parts: Sequence[Part], readings: Sequence[Reading]) -> Page:
    """Answer the page with its halves in reading order, their words not yet laid out.

    Its `rotation` is that of the half which tells more, its `skew` the mean of those that were read.
    """
    written = [reading for reading in readings if not reading.blank] or list(readings)
    rotation = max(written, key=lambda reading: len(reading.words)).rotation
    pairs = list(zip(parts, readings, strict=True))
    if _goes_on_backwards(parts, rotation):
        pairs.reverse()
    return msgspec.structs.replace(
        page,
        method=Method.BLANK if all(reading.blank for reading in readings) else Method.OCR,
        reason=f"{page.reason}; two facing pages: {'; '.join(reading.reason for _, reading in pairs)}",
        rotation=rotation,
        skew=round(sum(reading.skew for reading in written) / len(written), 2),
        dpi=parts[0].raster.dpi,
        halves=tuple(_half(part, reading, page) for part, reading in pairs),
        warnings=tuple(dict.fromkeys([*page.warnings, *(said for _, each in pairs for said in each.warnings)])),
        recognition=_recognition([reading for _, reading in pairs]),
    )


def lay_out_halves(page: Page, lay_out: Callable[[Page], Page]) -> Page:
    """Answer the page with the blocks of its halves, each laid out by itself, boxes on the page as displayed."""
    blocks: list[Block] = []
    for half in page.halves:
        if half.words:
            sheet = msgspec.structs.replace(
                page,
                width=half.box.width,
                height=half.box.height,
                rotation=half.rotation,
                skew=half.skew,
                words=half.words,
                halves=(),
            )
            blocks += (_moved(block, half.box.x0, half.box.y0) for block in lay_out(sheet).blocks)
    halves = tuple(msgspec.structs.replace(half, words=()) for half in page.halves)
    return msgspec.structs.replace(page, blocks=tuple(blocks), halves=halves)


def _goes_on_backwards(parts: Sequence[Part], rotation: int) -> bool:
    """Whether what lies further right or down is read first: on a spread on its head, or turned on its left side."""
    beside = parts[1].left > parts[0].left
    return rotation == 180 or (not beside and rotation == 90) or (beside and rotation == 270)


def _half(part: Part, reading: Reading, page: Page) -> Half:
    left, top = min(part.left, page.width), min(part.top, page.height)
    right, bottom = min(left + part.raster.width, page.width), min(top + part.raster.height, page.height)
    words: tuple[Word, ...] = reading.words
    return Half(Box(left, top, right, bottom), reading.rotation, reading.skew, words)


def _recognition(readings: Sequence[Reading]) -> Recognition | None:
    """What was done to both halves: scores weighed by words, costs added up."""
    done = [(each.recognition, max(len(each.words), 1)) for each in readings if each.recognition is not None]
    if not done:
        return None
    score = sum(told.score * words for told, words in done) / sum(words for _, words in done)
    return Recognition(
        " | ".join(dict.fromkeys(told.preparation for told, _ in done)),
        round(score, 3),
        round(sum(told.mpixels for told, _ in done), 2),
        tuple(attempt for told, _ in done for attempt in told.tried),
    )


def _moved(block: Block, right: float, down: float) -> Block:
    def move(box: Box) -> Box:
        return Box(box.x0 + right, box.y0 + down, box.x1 + right, box.y1 + down)

    return msgspec.structs.replace(
        block,
        box=None if block.box is None else move(block.box),
        anchors=tuple(msgspec.structs.replace(anchor, box=move(anchor.box)) for anchor in block.anchors),
    )
