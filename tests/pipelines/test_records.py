"""Records carry what the line found, exactly; the published schema is theirs."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from jsonschema import Draft202012Validator

from document import (
    Anchor,
    ArticleValue,
    Block,
    Box,
    CaseValue,
    DateValue,
    Entity,
    FondsValue,
    Label,
    Language,
    MediaType,
    Method,
    NameValue,
    OrderValue,
    Page,
    PersonValue,
    Section,
    SectionRole,
    Source,
    Value,
)
from pipelines.records import DocumentRecord, ProducerRecord, Record, SectionRecord, locate, make_records
from pipelines.schema import text as schema_text

ROOT = Path(__file__).resolve().parents[2]
SOURCE = Source("/in/хат.pdf", "хат.pdf", "ab" * 32, 10, MediaType.PDF)
PRODUCER = ProducerRecord("0", "5.5.0", {"names": "00"})
VALUES: dict[Label, Value] = {
    Label.PERSON: PersonValue(name="Оспанов", key="ospanov", surname="Оспанов"),
    Label.ORG: NameValue("НКВД СССР", "NKVD-USSR"),
    Label.LOC: NameValue("Қарағанды"),
    Label.DATE: DateValue("1937-07-30"),
    Label.FONDS: FondsValue(normalized="Ф. 17", fonds="17"),
    Label.ORDER: OrderValue(type="order", number="00447"),
    Label.ARTICLE: ArticleValue(article="58-10", parts=("2",)),
    Label.CASE: CaseValue("8472"),
    Label.CAMP: NameValue("Карлаг"),
}


def block(text: str, number: int = 1, top: float = 0.0) -> Block:
    """A block whose every word stands ten points wide, side by side."""
    anchors, at = [], 0
    for place, word in enumerate(text.split(" ")):
        anchors.append(Anchor(at, at + len(word), Box(place * 10.0, top, place * 10.0 + 9, top + 9)))
        at += len(word) + 1
    box = Box.around(anchor.box for anchor in anchors)
    return Block(number, text, Method.OCR, box, tuple(anchors), confidence=0.9, language=Language.KK)


def section(*blocks: Block, entities: tuple[Entity, ...] = ()) -> Section:
    starts, text = [], ""
    for one in blocks:
        text += "\n" if text else ""
        starts.append(len(text))
        text += one.text
    return Section(1, ("Хат",), SectionRole.BODY, "Хат", text, blocks, tuple(starts), Language.KK, entities)


def records(*sections: Section) -> list[Record]:
    pages = [Page(1, 595.0, 842.0, Method.OCR, "no text layer", blocks=tuple(b for s in sections for b in s.blocks))]
    return list(make_records(SOURCE, pages, sections, PRODUCER))


def test_an_entity_of_every_label_keeps_the_schema() -> None:
    entities = tuple(
        Entity(3 * place, 3 * place + 2, label, "әө", 0.9, "rule:test", value)
        for place, (label, value) in enumerate(VALUES.items())
    )
    made = records(section(block(" ".join(["әө"] * len(VALUES))), entities=entities))
    validator = Draft202012Validator(json.loads((ROOT / "muragat.schema.json").read_text("utf-8")))
    for record in made:
        validator.validate(json.loads(msgspec.json.encode(record)))
    assert isinstance(made[1], SectionRecord)
    assert [mention.label for mention in made[1].entities] == list(VALUES)


def test_the_published_schema_is_that_of_the_types() -> None:
    assert (ROOT / "muragat.schema.json").read_text("utf-8") == schema_text()


def test_a_value_under_a_wrong_label_is_refused() -> None:
    entity = Entity(0, 2, Label.DATE, "әө", 0.9, "rule:test", DateValue("1937"))
    line = msgspec.json.encode(records(section(block("әө"), entities=(entity,)))[1])
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(line.replace(b'"DATE"', b'"FONDS"'), type=Record)


def test_an_entity_is_boxed_by_its_words() -> None:
    page, box = locate(section(block("Қарағанды қаласы 1937 жылы")), 10, 21)
    assert (page, box) == (1, Box(10.0, 0.0, 29.0, 9.0))


def test_an_entity_is_no_surer_than_its_words_were_read() -> None:
    read = block("Қарағандыда Оспанов тұрды")
    sure = tuple(
        msgspec.structs.replace(each, confidence=said) for each, said in zip(read.anchors, (0.9, 0.5, 1.0), strict=True)
    )
    person = Entity(12, 19, Label.PERSON, "Оспанов", 0.9, "model:test", VALUES[Label.PERSON])
    (_, made) = records(section(msgspec.structs.replace(read, anchors=sure), entities=(person,)))
    assert isinstance(made, SectionRecord)
    assert made.entities[0].confidence == 0.45


def test_an_entity_over_two_blocks_is_boxed_on_its_first_page() -> None:
    two = section(block("әкім"), block("өкім", number=2))
    assert locate(two, 0, 9) == (1, Box(0.0, 0.0, 9.0, 9.0))


def test_an_entity_over_two_blocks_of_a_page_is_boxed_by_both() -> None:
    two = section(block("әкім"), block("өкім", top=20.0))
    assert locate(two, 0, 9) == (1, Box(0.0, 0.0, 9.0, 29.0))


def test_plain_text_has_no_boxes() -> None:
    plain = section(Block(1, "Мұрағат", Method.TEXT))
    assert locate(plain, 0, 7) == (1, None)


def test_sections_are_numbered_within_their_document() -> None:
    made = records(section(block("бір")), section(block("екі")))
    assert [record.id for record in made] == ["abababababababab", "abababababababab/0001", "abababababababab/0002"]


def test_the_document_tells_its_languages_and_characters() -> None:
    document = records(section(block("мұрағат")))[0]
    assert isinstance(document, DocumentRecord)
    page = document.pages[0]
    assert (document.languages, page.characters, page.confidence) == ({Language.KK: 1.0}, 7, 0.9)
