"""The shape of what is written: one document record, then one record per section. The published schema is made here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Any

import msgspec

from document import (
    ArticleValue,
    Block,
    BlockRole,
    Box,
    CaseValue,
    DateValue,
    Entity,
    Failure,
    FondsValue,
    Half,
    Label,
    Language,
    MediaType,
    Method,
    NameValue,
    OrderValue,
    Page,
    PersonValue,
    Recognition,
    Section,
    SectionRole,
    Source,
    mean_confidence,
)
from pipelines.language import language_shares, main_language

SCHEMA_VERSION = "1.0"

Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Offset = Annotated[int, msgspec.Meta(ge=0)]
PageNumber = Annotated[int, msgspec.Meta(ge=1)]
Sha256 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
DocumentId = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{16}$")]
SectionId = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{16}/[0-9]{4,}$")]


class SourceRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file the document was read from; `path` is relative to the INPUT it was found under."""

    path: str
    sha256: Sha256
    bytes: int
    media_type: MediaType


class HalfRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of two facing pages on one image: its place on it as displayed, and how it is turned to be read."""

    box: Box
    rotation: int
    skew: float


class PageRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one page was read; `width` and `height` are points as displayed, 0 for plain text.

    `recognition` tells more of a page that was read by OCR, `halves` of one that shows two facing pages.
    """

    page: PageNumber
    method: Method
    reason: str
    width: float
    height: float
    rotation: int
    skew: float
    dpi: int | None
    language: Language
    confidence: Share
    characters: Offset
    warnings: tuple[str, ...]
    recognition: Recognition | None = None
    halves: tuple[HalfRecord, ...] | msgspec.UnsetType = msgspec.UNSET


class ProducerRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What made the record: versions, and a fingerprint of each learned or collected file set."""

    muragat: str
    tesseract: str
    models: Mapping[str, str]


class BlockRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A block as a stretch of its section's text, with its place on the displayed page."""

    start: Offset
    end: Offset
    page: PageNumber
    box: Box | None
    language: Language
    method: Method
    confidence: Share
    role: BlockRole


class Mention(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="label"):
    """What every entity record has: `text` is the section's `text[start:end]`."""

    start: Offset
    end: Offset
    text: str
    page: PageNumber
    box: Box | None
    confidence: Share
    by: str

    @property
    def label(self) -> Label:
        """The label this kind of mention stands for."""
        return Label(str(self.__struct_config__.tag))


class PersonMention(Mention, frozen=True, tag="PERSON"):
    """A named human being."""

    value: PersonValue | None


class OrgMention(Mention, frozen=True, tag="ORG"):
    """A named institution."""

    value: NameValue | None


class LocMention(Mention, frozen=True, tag="LOC"):
    """A named place or polity."""

    value: NameValue | None


class DateMention(Mention, frozen=True, tag="DATE"):
    """A calendar expression."""

    value: DateValue | None


class FondsMention(Mention, frozen=True, tag="FONDS"):
    """A reference to archival holdings."""

    value: FondsValue | None


class OrderMention(Mention, frozen=True, tag="ORDER"):
    """A normative act."""

    value: OrderValue | None


class ArticleMention(Mention, frozen=True, tag="ARTICLE"):
    """A provision of a code."""

    value: ArticleValue | None


class CaseMention(Mention, frozen=True, tag="CASE"):
    """A numbered case."""

    value: CaseValue | None


class CampMention(Mention, frozen=True, tag="CAMP"):
    """A named camp, colony or special settlement."""

    value: NameValue | None


AnyMention = (
    PersonMention
    | OrgMention
    | LocMention
    | DateMention
    | FondsMention
    | OrderMention
    | ArticleMention
    | CaseMention
    | CampMention
)

# Any, because only the pair of label and value type is meaningful, and the tagger keeps that pair.
MENTIONS: Mapping[Label, Any] = {
    Label.PERSON: PersonMention,
    Label.ORG: OrgMention,
    Label.LOC: LocMention,
    Label.DATE: DateMention,
    Label.FONDS: FondsMention,
    Label.ORDER: OrderMention,
    Label.ARTICLE: ArticleMention,
    Label.CASE: CaseMention,
    Label.CAMP: CampMention,
}


class DocumentRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="document"):
    """The first line of a file's JSONL: the file, its pages, its languages, what failed."""

    schema: str
    id: DocumentId
    source: SourceRecord
    pages: tuple[PageRecord, ...]
    languages: Mapping[Language, Share]
    producer: ProducerRecord
    failures: tuple[Failure, ...]


class SectionRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="section"):
    """One section in reading order; `pages` are its first and last page."""

    document: DocumentId
    id: SectionId
    level: Annotated[int, msgspec.Meta(ge=0)]
    path: tuple[str, ...]
    role: SectionRole
    title: str
    language: Language
    pages: tuple[PageNumber, PageNumber]
    text: str
    blocks: tuple[BlockRecord, ...]
    entities: tuple[AnyMention, ...]


Record = DocumentRecord | SectionRecord
DECODER = msgspec.json.Decoder(Record)


def read_record(line: bytes) -> Record:
    """The record that a line is; `ValueError` says why it is none."""
    try:
        record: Record = DECODER.decode(line)
    except RecursionError as error:
        raise ValueError("brackets within brackets a thousand deep") from error
    return record


def make_records(
    source: Source,
    pages: Sequence[Page],
    sections: Iterable[Section],
    producer: ProducerRecord,
    failures: Iterable[Failure] = (),
) -> Iterator[Record]:
    """The document record, then the section records in reading order; `failures` beside those of the pages."""
    yield _document_record(source, pages, producer, failures)
    for number, section in enumerate(sections, start=1):
        yield _section_record(source.id, number, section)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one line of output."""
    schema = msgspec.json.schema(Record)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Muragat records {SCHEMA_VERSION}",
        "description": "Each line of a Muragat JSONL file is one document record or one section record.",
        **schema,
    }


def page_confidence(page: Page) -> float:
    """Mean confidence of the page's blocks, each counted by its length; 0 for a page without text."""
    characters = sum(len(block.text) for block in page.blocks)
    if not characters:
        return 0.0
    return sum(block.confidence * len(block.text) for block in page.blocks) / characters


def _document_record(
    source: Source, pages: Sequence[Page], producer: ProducerRecord, failures: Iterable[Failure]
) -> DocumentRecord:
    return DocumentRecord(
        schema=SCHEMA_VERSION,
        id=source.id,
        source=SourceRecord(source.name, source.sha256, source.bytes, source.media_type),
        pages=tuple(map(_page_record, pages)),
        languages=language_shares(pages),
        producer=producer,
        failures=(*(page.failure for page in pages if page.failure), *failures),
    )


def _page_record(page: Page) -> PageRecord:
    return PageRecord(
        page=page.number,
        method=page.method,
        reason=page.reason,
        width=round(page.width, 1),
        height=round(page.height, 1),
        rotation=page.rotation,
        skew=round(page.skew, 2),
        dpi=page.dpi,
        language=main_language(page.blocks),
        confidence=round(page_confidence(page), 3),
        characters=sum(len(block.text) for block in page.blocks),
        warnings=page.warnings,
        recognition=page.recognition,
        halves=tuple(map(_half_record, page.halves)) or msgspec.UNSET,
    )


def _half_record(half: Half) -> HalfRecord:
    box = Box(*(round(edge, 1) for edge in (half.box.x0, half.box.y0, half.box.x1, half.box.y1)))
    return HalfRecord(box, half.rotation, round(half.skew, 2))


def _section_record(document: str, number: int, section: Section) -> SectionRecord:
    return SectionRecord(
        document=document,
        id=f"{document}/{number:04}",
        level=section.level,
        path=section.path,
        role=section.role,
        title=section.title,
        language=section.language,
        pages=(section.blocks[0].page, section.blocks[-1].page),
        text=section.text,
        blocks=tuple(map(_block_record, section.blocks, section.starts)),
        entities=tuple(_mention(section, entity) for entity in section.entities),
    )


def _block_record(block: Block, start: int) -> BlockRecord:
    return BlockRecord(
        start=start,
        end=start + len(block.text),
        page=block.page,
        box=_rounded(block.box),
        language=block.language,
        method=block.method,
        confidence=round(block.confidence, 3),
        role=block.role,
    )


def _mention(section: Section, entity: Entity) -> AnyMention:
    page, box = locate(section, entity.start, entity.end)
    mention: AnyMention = MENTIONS[entity.label](
        start=entity.start,
        end=entity.end,
        text=entity.text,
        page=page,
        box=_rounded(box),
        confidence=round(entity.confidence * read_right(section, entity.start, entity.end), 3),
        by=entity.by,
        value=entity.value,
    )
    return mention


def locate(section: Section, start: int, end: int) -> tuple[int, Box | None]:
    """Page and box of `section.text[start:end]`; of a stretch that runs over pages, the part on its first page."""
    page: int | None = None
    boxes: list[Box] = []
    for block, offset in zip(section.blocks, section.starts, strict=True):
        if offset + len(block.text) <= start or offset >= end or (page is not None and block.page != page):
            continue
        page = block.page
        boxes += [anchor.box for anchor in block.anchors if offset + anchor.start < end and offset + anchor.end > start]
    if page is None:
        raise ValueError(f"characters {start}:{end} lie in no block of section {section.title!r}")
    return page, Box.around(boxes) if boxes else None


def read_right(section: Section, start: int, end: int) -> float:
    """How likely the words under `section.text[start:end]` were read right: what is named in them is no surer."""
    return mean_confidence(
        anchor
        for block, offset in zip(section.blocks, section.starts, strict=True)
        if offset < end and offset + len(block.text) > start
        for anchor in block.anchors
        if offset + anchor.start < end and offset + anchor.end > start
    )


def _rounded(box: Box | None) -> Box | None:
    """A tenth of a point is finer than any scan shows, and keeps the files small."""
    return box and Box(round(box.x0, 1), round(box.y0, 1), round(box.x1, 1), round(box.y1, 1))
