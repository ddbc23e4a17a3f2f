"""Words in their places: what the records say of a page, laid over the word boxes kept when it was read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from document import Anchor, Block, BlockRole, Box, Language, Page
from ingest.frame import to_displayed, turned_size
from ingest.furniture import mark_furniture
from pipelines.outputs import Output
from pipelines.records import AnyMention, BlockRecord, PageRecord, SectionRecord


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word, or the part of one before a line's end (`hyphen`), its box in points of the displayed page."""

    text: str
    box: Box
    confidence: float
    mentions: tuple[AnyMention, ...] = ()
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block's lines of words in reading order; `section` is the id of the section it belongs to."""

    section: str
    role: BlockRole
    language: Language
    box: Box
    lines: tuple[tuple[PlacedWord, ...], ...]


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page of a document and its blocks in the order of the records, furniture last."""

    record: PageRecord
    blocks: tuple[PlacedBlock, ...]


def place(output: Output, pages: Iterable[Page]) -> Iterator[PlacedPage]:
    """Every page of a file with its words placed; `pages` are those kept of it, in order.

    A block whose text is no longer that of the page (somebody corrected it) has its words spread over the old places.
    """
    kept = {page.number: page for page in mark_furniture(pages)}
    written: dict[int, list[tuple[SectionRecord, BlockRecord]]] = defaultdict(list)
    for section in output.sections:
        for block in section.blocks:
            written[block.page].append((section, block))
    for record in output.document.pages:
        page = kept.get(record.page)
        blocks = _place_page(record, page, written[record.page]) if page else ()
        yield PlacedPage(record, tuple(blocks))


def _place_page(
    record: PageRecord, page: Page, written: Sequence[tuple[SectionRecord, BlockRecord]]
) -> Iterator[PlacedBlock]:
    at = {_corner(block.box): block for block in page.blocks if block.box is not None and block.anchors}
    for section, block in written:
        source = at.get(_corner(block.box)) if block.box is not None else None
        if source is None or block.box is None:
            continue
        words = tuple(_words(section, block, source))
        lines = tuple(_lines(words, record)) if words else ()
        yield PlacedBlock(section.id, block.role, block.language, block.box, lines)


def _corner(box: Box | None) -> tuple[float, ...]:
    """What finds a block again: its box as records round it."""
    return (round(box.x0, 1), round(box.y0, 1), round(box.x1, 1), round(box.y1, 1)) if box else ()


def _words(section: SectionRecord, block: BlockRecord, source: Block) -> Iterator[PlacedWord]:
    text = section.text[block.start : block.end]
    if text == source.text:
        anchors: Sequence[Anchor] = source.anchors
    else:
        anchors = tuple(_spread(text, source))
    for place in anchors:
        start, end = block.start + place.start, block.start + place.end
        mentions = (each for each in section.entities if each.start < end and each.end > start)
        # A word that goes on without a blank elsewhere was broken at the line's end.
        low = place.box.y1 - place.box.height / 2
        broken = place.end < len(text) and any(other.start == place.end for other in anchors if other.box.y0 > low)
        yield PlacedWord(text[place.start : place.end], place.box, place.confidence, tuple(mentions), broken)


def _spread(text: str, source: Block) -> Iterator[Anchor]:
    """Places for words of a changed text: each where the word as far into the old text stood."""
    words = text.split(" ")
    position = 0
    for number, word in enumerate(words):
        anchor = source.anchors[number * len(source.anchors) // len(words)]
        if word:
            yield Anchor(position, position + len(word), anchor.box, source.confidence)
        position += len(word) + 1


def _lines(words: Sequence[PlacedWord], record: PageRecord) -> Iterator[tuple[PlacedWord, ...]]:
    """Words of one line after another: a line ends where the next word stands further left or lower."""
    line: list[PlacedWord] = []
    last: Box | None = None
    for word in words:
        box = upright(word.box, record)
        if last is not None and (box.x0 < last.x0 or (box.y0 + box.y1) / 2 > last.y1):
            yield tuple(line)
            line = []
        line.append(word)
        last = box
    if line:
        yield tuple(line)


def upright(box: Box, record: PageRecord) -> Box:
    """A box of the displayed page on the page turned so that its lines run to the right."""
    if record.rotation == 0:
        return box
    across, down = turned_size(record.width, record.height, record.rotation)
    return to_displayed(box, across, down, (360 - record.rotation) % 360, 0.0)
