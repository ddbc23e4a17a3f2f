"""Documents as TEI P5: sections nested, pages and places on them marked, entities as names, dates and references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import regex

from document import DateValue, Label, SectionRole
from pipelines.exports.naming import file_of
from pipelines.exports.tables import known_as, normal
from pipelines.exports.xml_tree import XML, Element, NameSpace, printable, serialized
from pipelines.outputs import Output
from pipelines.records import AnyMention, BlockRecord, SectionRecord
from pipelines.store import write_whole

TEI = NameSpace("http://www.tei-c.org/ns/1.0")
ELEMENTS = {
    Label.PERSON: ("persName", None),
    Label.ORG: ("orgName", None),
    Label.LOC: ("placeName", None),
    Label.CAMP: ("placeName", "camp"),
    Label.DATE: ("date", None),
    Label.FONDS: ("ref", "fonds"),
    Label.ORDER: ("ref", "order"),
    Label.ARTICLE: ("ref", "article"),
    Label.CASE: ("ref", "case"),
}
"""The element of each label, and its `@type`."""
ISO_DATE = regex.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
EDTF = "edtf"
BLOCKS = {"heading": "head", "note": "note"}


def write_tei(outputs: Iterable[Output], folder: Path) -> None:
    """Write one TEI file a document, under the document's own name."""
    for output in outputs:
        write_whole(file_of(folder, output.name, ".xml"), [serialized(_document(output))])


def _document(output: Output) -> Element:
    root = TEI.root("TEI")
    _write_header(root, output)
    _write_facsimile(root, output)
    text = TEI.child(root, "text")
    body = TEI.child(text, "body")
    open_divisions = [(0, body)]
    reached = 0
    for section in output.sections:
        while open_divisions[-1][0] >= max(section.level, 1):
            open_divisions.pop()
        division = TEI.child(open_divisions[-1][1], "div", type=section.role.value)
        division.set(f"{XML}lang", section.language.value)
        open_divisions.append((max(section.level, 1), division))
        if section.role is SectionRole.FURNITURE:
            reached = 0
        reached = _fill(division, section, reached)
    if not output.sections:
        TEI.child(TEI.child(body, "div"), "p")
    return root


def _write_header(root: Element, output: Output) -> None:
    header = TEI.child(root, "teiHeader")
    description = TEI.child(header, "fileDesc")
    title = TEI.child(description, "titleStmt")
    TEI.child(title, "title").text = printable(output.name)
    for by in sorted({mention.by for section in output.sections for mention in section.entities}):
        finder = TEI.child(title, "respStmt")
        finder.set(f"{XML}id", _finder_id(by))
        TEI.child(finder, "resp").text = "marked"
        TEI.child(finder, "name").text = by
    publication = TEI.child(TEI.child(description, "publicationStmt"), "p")
    publication.text = (
        f"Made by Muragat {output.document.producer.muragat}, Tesseract {output.document.producer.tesseract}"
    )
    source = TEI.child(TEI.child(description, "sourceDesc"), "bibl")
    TEI.child(source, "idno", type="sha256").text = output.document.source.sha256
    profile = TEI.child(header, "profileDesc")
    dating = TEI.child(TEI.child(profile, "calendarDesc"), "calendar")
    dating.set(f"{XML}id", EDTF)
    TEI.child(dating, "p").text = "Extended Date/Time Format, ISO 8601-2"
    languages = TEI.child(profile, "langUsage")
    for language, share in sorted(output.document.languages.items()):
        TEI.child(languages, "language", ident=language.value, usage=str(round(100 * share)))


def _write_facsimile(root: Element, output: Output) -> None:
    """Every page as a surface in points, every block as a zone on it."""
    facsimile = TEI.child(root, "facsimile")
    surfaces = {}
    for page in output.document.pages:
        surface = TEI.child(facsimile, "surface", n=str(page.page), ulx="0", uly="0", lrx=f"{page.width:g}")
        surface.set("lry", f"{page.height:g}")
        surface.set(f"{XML}id", f"page{page.page}")
        surfaces[page.page] = surface
    for section in output.sections:
        for number, block in enumerate(section.blocks, start=1):
            if block.box is not None and block.page in surfaces:
                corners = zip(("ulx", "uly", "lrx", "lry"), map("{:g}".format, _corners(block)), strict=True)
                zone = TEI.child(surfaces[block.page], "zone", **dict(corners))
                zone.set(f"{XML}id", _zone_id(section, number))


def _corners(block: BlockRecord) -> tuple[float, float, float, float]:
    assert block.box is not None  # noqa: S101 - asked for where there is one
    return block.box.x0, block.box.y0, block.box.x1, block.box.y1


def _zone_id(section: SectionRecord, number: int) -> str:
    return f"zone{section.id.rpartition('/')[2]}-{number}"


def _fill(division: Element, section: SectionRecord, reached: int) -> int:
    """Write the blocks of a section; answers the page reached, for a `pb` stands where a page begins."""
    headed = False
    for number, block in enumerate(section.blocks, start=1):
        if block.page != reached:
            TEI.child(division, "pb", n=str(block.page), facs=f"#page{block.page}")
            reached = block.page
        name = BLOCKS.get(block.role.value, "p")
        if name == "head" and headed:
            name = "p"
        headed = True  # TEI wants a head before all else
        element = TEI.child(division, name)
        if block.box is not None:
            element.set("facs", f"#{_zone_id(section, number)}")
        _write_text(element, section, block)
    return reached


def _write_text(element: Element, section: SectionRecord, block: BlockRecord) -> None:
    """The text of a block with its entities as elements; one that runs over blocks is cut, `prev` joins it."""
    position = block.start
    last: Element | None = None

    def add(text: str) -> None:
        if last is None:
            element.text = (element.text or "") + printable(text)
        else:
            last.tail = (last.tail or "") + printable(text)

    for number, mention in _mentions(section, block):
        add(section.text[position : max(mention.start, block.start)])
        start, end = max(mention.start, block.start), min(mention.end, block.end)
        last = _entity(element, mention)
        last.text = printable(section.text[start:end])
        if start == mention.start:
            last.set(f"{XML}id", _entity_id(section, number))
        else:
            last.set("prev", f"#{_entity_id(section, number)}")
        position = end
    add(section.text[position : block.end])


def _mentions(section: SectionRecord, block: BlockRecord) -> Iterator[tuple[int, AnyMention]]:
    numbered = enumerate(section.entities, start=1)
    return ((number, each) for number, each in numbered if each.start < block.end and each.end > block.start)


def _entity_id(section: SectionRecord, number: int) -> str:
    return f"entity{section.id.rpartition('/')[2]}-{number}"


def _entity(parent: Element, mention: AnyMention) -> Element:
    name, kind = ELEMENTS[mention.label]
    element = TEI.child(parent, name)
    if kind:
        element.set("type", kind)
    if isinstance(mention.value, DateValue):
        element.set("when-custom", mention.value.edtf)
        element.set("datingMethod", f"#{EDTF}")
        if ISO_DATE.fullmatch(mention.value.edtf):
            element.set("when", mention.value.edtf)
    elif mention.label is not Label.DATE and (key := known_as(mention.value) or normal(mention.value)):
        element.set("key" if name != "ref" else "n", printable(key))
    element.set("cert", "high" if mention.confidence >= 0.9 else "medium" if mention.confidence >= 0.6 else "low")
    element.set("resp", f"#{_finder_id(mention.by)}")
    return element


def _finder_id(by: str) -> str:
    """What points to the rule, model or person that found an entity."""
    return by.replace(":", "-")
