"""A document of two pages, made by hand: Kazakh and Russian, a word broken at a line's end, a page upside down."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest

from document import (
    Anchor,
    Block,
    BlockRole,
    Box,
    DateValue,
    Entity,
    FondsValue,
    Label,
    Language,
    MediaType,
    Method,
    Page,
    PersonValue,
    Section,
    SectionRole,
    Source,
)
from pipelines.outputs import Output
from pipelines.records import DocumentRecord, ProducerRecord, SectionRecord, make_records

WIDTH, HEIGHT = 595.0, 842.0
TEXT = "1937 жылы Әлихан Сәрсенов тұтқындалды. ЦГА РК. Ф. 1125. Оп. 2."
TURNED = "Допрошена Гүлнәр Оспанқызы"
HEADING = "ХАТТАМА № 5"


def laid_out(text: str, top: float, broken: str = "") -> tuple[Anchor, ...]:
    """Words in two lines of 10 points; the second begins in the middle of `broken`."""
    anchors: list[Anchor] = []
    position, x, y = 0, 72.0, top
    for word in text.split(" "):
        parts = [word]
        if word == broken:
            parts = [word[:4], word[4:]]
        for number, part in enumerate(parts):
            if number:
                x, y = 72.0, y + 14.0
            wide = 6.0 * len(part)
            anchors.append(Anchor(position, position + len(part), Box(x, y, x + wide, y + 10.0)))
            position += len(part)
            x += wide + 4.0
        position += 1
    return tuple(anchors)


def upside_down(box: Box) -> Box:
    return Box(WIDTH - box.x1, HEIGHT - box.y1, WIDTH - box.x0, HEIGHT - box.y0)


def block(page: int, text: str, anchors: tuple[Anchor, ...], role: BlockRole, language: Language) -> Block:
    box = Box.around(anchor.box for anchor in anchors)
    return Block(page, text, Method.OCR, box, anchors, 0.87, role, language)


@pytest.fixture
def pages() -> tuple[Page, ...]:
    heading = block(1, HEADING, laid_out(HEADING, 100.0), BlockRole.HEADING, Language.KK)
    body = block(1, TEXT, laid_out(TEXT, 150.0, "тұтқындалды."), BlockRole.PARAGRAPH, Language.KK)
    anchors = tuple(msgspec.structs.replace(anchor, box=upside_down(anchor.box)) for anchor in laid_out(TURNED, 300.0))
    turned = block(2, TURNED, anchors, BlockRole.PARAGRAPH, Language.RU)
    return (
        Page(1, WIDTH, HEIGHT, Method.OCR, "raw reading", dpi=300, blocks=(heading, body)),
        Page(2, WIDTH, HEIGHT, Method.OCR, "raw reading, turned 180°", rotation=180, dpi=300, blocks=(turned,)),
    )


def found(text: str, mention: str, label: Label, value: object) -> Entity:
    start = text.index(mention)
    return Entity(start, start + len(mention), label, mention, 0.93, "rule:test", value)  # type: ignore[arg-type]


@pytest.fixture
def output(pages: tuple[Page, ...]) -> Output:
    blocks = tuple(each for page in pages for each in page.blocks)
    text = "\n".join(each.text for each in blocks)
    starts = [0]
    for before, _ in pairwise(blocks):
        starts.append(starts[-1] + len(before.text) + 1)
    fonds = FondsValue("ЦГА РК. Ф. 1125. Оп. 2", archive="ЦГА РК", fonds="1125", inventory="2")
    entities = (
        found(text, "1937 жылы", Label.DATE, DateValue("1937")),
        found(
            text, "Әлихан Сәрсенов", Label.PERSON, PersonValue("Әлихан Сәрсенов", "sarsenov a", "Сәрсенов", "Әлихан")
        ),
        found(text, "ЦГА РК. Ф. 1125. Оп. 2", Label.FONDS, fonds),
        found(text, "Гүлнәр Оспанқызы", Label.PERSON, None),
    )
    section = Section(1, (HEADING,), SectionRole.BODY, HEADING, text, blocks, tuple(starts), Language.KK, entities)
    source = Source("/scans/хаттама.pdf", "1937/хаттама.pdf", "ab" * 32, 1234, MediaType.PDF)
    producer = ProducerRecord("0.1.0", "5.5.4", {})
    document, *sections = make_records(source, pages, [section], producer)
    assert isinstance(document, DocumentRecord)
    return Output(document, tuple(each for each in sections if isinstance(each, SectionRecord)))
