"""TEI, Label Studio, spaCy and HIPE, read back by lxml, json and spaCy."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
import spacy
from lxml import etree
from spacy.tokens import DocBin

from errors import OutputError
from pipelines.exports.docbin import write_docbin
from pipelines.exports.hipe import COLUMNS, write_hipe
from pipelines.exports.labelstudio import write_labelstudio
from pipelines.exports.naming import file_of
from pipelines.exports.tei import TEI, write_tei
from pipelines.exports.xml_tree import printable
from pipelines.outputs import Output

SPACES = {"t": TEI.name}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def test_tei_marks_names_dates_and_references(output: Output, tmp_path: Path) -> None:
    write_tei([output], tmp_path)
    tree = etree.parse(tmp_path / "1937/хаттама.pdf.xml")
    (person, second) = tree.findall(".//t:persName", SPACES)
    assert (person.text, person.get("key")) == ("Әлихан Сәрсенов", "sarsenov a")
    assert second.text == "Гүлнәр Оспанқызы"
    (date,) = tree.findall(".//t:date", SPACES)
    assert (date.get("when"), date.get("when-custom")) == ("1937", "1937")
    (ref,) = tree.findall(".//t:ref", SPACES)
    assert (ref.get("type"), ref.get("n")) == ("fonds", "ЦГА РК. Ф. 1125. Оп. 2")


def test_tei_points_to_nothing_that_is_not_there(output: Output, tmp_path: Path) -> None:
    write_tei([output], tmp_path)
    tree = etree.parse(tmp_path / "1937/хаттама.pdf.xml")
    named = [each.attrib for each in tree.iter()]
    there = {f"#{one[XML_ID]!s}" for one in named if XML_ID in one}
    pointed = {one[name] for one in named for name in ("resp", "datingMethod", "facs", "prev") if name in one}
    assert {"#edtf", "#page1"} < pointed <= there


def test_tei_keeps_the_text_and_says_where_pages_begin(output: Output, tmp_path: Path) -> None:
    write_tei([output], tmp_path)
    tree = etree.parse(tmp_path / "1937/хаттама.pdf.xml")
    (division,) = tree.findall(".//t:div", SPACES)
    texts = ["".join(map(str, each.itertext())) for each in division if each.tag != f"{{{TEI.name}}}pb"]
    assert "\n".join(texts) == output.sections[0].text
    assert [each.get("n") for each in division.iterfind("t:pb", SPACES)] == ["1", "2"]
    facs = {each.get("facs") for each in division if each.tag != f"{{{TEI.name}}}pb"}
    name = "{http://www.w3.org/XML/1998/namespace}id"
    assert facs == {f"#{zone.get(name)}" for zone in tree.iterfind(".//t:zone", SPACES)}


def test_an_entity_over_two_blocks_is_cut_and_joined(output: Output, tmp_path: Path) -> None:
    (section,) = output.sections
    heading, body, *_ = section.blocks
    person = section.entities[1]
    wide = msgspec.structs.replace(
        person, start=heading.end - 3, end=body.start + 4, text=section.text[heading.end - 3 : body.start + 4]
    )
    cut = msgspec.structs.replace(section, entities=(wide,))
    write_tei([msgspec.structs.replace(output, sections=(cut,))], tmp_path)
    tree = etree.parse(tmp_path / "1937/хаттама.pdf.xml")
    first, second = tree.findall(".//t:persName", SPACES)
    assert (first.text, second.text) == ("№ 5"[-3:], "1937")
    name = "{http://www.w3.org/XML/1998/namespace}id"
    assert second.get("prev") == f"#{first.get(name)}"


def test_characters_that_xml_forbids_are_replaced_where_they_stand() -> None:
    assert printable("ә\x00ғ\x1b[31mқ\ufffe\ud800") == "ә\ufffdғ\ufffd[31mқ\ufffd\ufffd"


def test_label_studio_finds_each_entity_by_offsets_in_utf_16(output: Output, tmp_path: Path) -> None:
    (section,) = output.sections
    person = section.entities[1]
    moved = msgspec.structs.replace(person, start=person.start + 1, end=person.end + 1)
    odd = msgspec.structs.replace(section, text=f"𝔖{section.text}", entities=(moved,), blocks=())
    file = tmp_path / "tasks.json"
    write_labelstudio([msgspec.structs.replace(output, sections=(odd,))], file)
    (task,) = json.loads(file.read_text("utf-8"))
    (result,) = task["predictions"][0]["result"]
    units = task["data"]["text"].encode("utf-16-le")
    start, end = result["value"]["start"], result["value"]["end"]
    assert units[2 * start : 2 * end].decode("utf-16-le") == "Әлихан Сәрсенов"
    assert result["value"]["labels"] == ["PERSON"]


def test_label_studio_gets_a_list_even_of_nothing(tmp_path: Path) -> None:
    file = tmp_path / "tasks.json"
    write_labelstudio([], file)
    assert json.loads(file.read_text("utf-8")) == []


def test_spacy_reads_the_entities(output: Output, tmp_path: Path) -> None:
    file = tmp_path / "out.spacy"
    write_docbin([output], file)
    (doc,) = DocBin().from_disk(file).get_docs(spacy.blank("xx").vocab)
    (section,) = output.sections
    assert doc.text == section.text
    assert [(span.text, span.label_) for span in doc.ents] == [
        (each.text, each.label.value) for each in section.entities
    ]


def test_hipe_rows_have_all_columns_and_tags_begin_once(output: Output, tmp_path: Path) -> None:
    file = tmp_path / "out.tsv"
    write_hipe([output], file)
    head, *lines = file.read_text("utf-8").splitlines()
    assert tuple(head.split("\t")) == COLUMNS
    rows = [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines if line and not line.startswith("#")]
    named = [(row["TOKEN"], row["NE-FINE-LIT"]) for row in rows if row["NE-FINE-LIT"].endswith("person")]
    assert named == [
        ("Әлихан", "B-person"), ("Сәрсенов", "I-person"), ("Гүлнәр", "B-person"), ("Оспанқызы", "I-person"),
    ]  # fmt: skip
    assert {row["NEL-LIT"] for row in rows if "Сәрсенов" in row.values()} == {"sarsenov a"}


def test_hipe_lets_no_text_forge_a_field(output: Output, tmp_path: Path) -> None:
    forged = msgspec.structs.replace(output.document.source, path="a\n# hipe2022:document_id = x\tә.pdf")
    document = msgspec.structs.replace(output.document, source=forged)
    file = tmp_path / "out.tsv"
    write_hipe([msgspec.structs.replace(output, document=document)], file)
    lines = file.read_text("utf-8").split("\n")
    assert sum(line.startswith("# hipe2022:document_id") for line in lines) == 1


@pytest.mark.parametrize("name", ["../ә.pdf", "/etc/passwd", "a/../../b", "", "x\0y"])
def test_no_document_is_written_outside_the_folder(name: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no name of a document"):
        file_of(tmp_path, name, ".xml")
