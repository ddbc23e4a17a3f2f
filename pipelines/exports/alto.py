"""Pages as ALTO 4: blocks, lines and words with places, confidence, languages, and entities as tags."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from document import Box
from pipelines.exports.naming import file_of
from pipelines.exports.placed import PlacedBlock, PlacedPage, PlacedWord
from pipelines.exports.tables import known_as, normal
from pipelines.exports.xml_tree import Element, NameSpace, printable, serialized
from pipelines.outputs import Output
from pipelines.records import AnyMention
from pipelines.store import write_whole

ALTO = NameSpace("http://www.loc.gov/standards/alto/ns-v4#")
UNITS_A_POINT = 1200 / 72
"""ALTO measures in 1/1200 inch, records in points."""


def write_alto(output: Output, pages: Iterable[PlacedPage], folder: Path) -> None:
    """Write one ALTO file a page, `NAME/00001.xml`."""
    for page in pages:
        file = file_of(folder, f"{output.name}/{page.record.page:05}", ".xml")
        write_whole(file, [serialized(_document(output, page))])


def _document(output: Output, page: PlacedPage) -> Element:
    root = ALTO.root("alto")
    description = ALTO.child(root, "Description")
    ALTO.child(description, "MeasurementUnit").text = "inch1200"
    ALTO.child(ALTO.child(description, "sourceImageInformation"), "fileName").text = printable(output.name)
    step = ALTO.child(description, "Processing", ID="muragat")
    software = ALTO.child(step, "processingSoftware")
    ALTO.child(software, "softwareName").text = "Muragat"
    ALTO.child(software, "softwareVersion").text = output.document.producer.muragat
    mentions = {
        id(each): each for block in page.blocks for line in block.lines for word in line for each in word.mentions
    }
    names = {key: f"entity{number}" for number, key in enumerate(mentions, start=1)}
    if mentions:
        tags = ALTO.child(root, "Tags")
        for key, mention in mentions.items():
            _tag(tags, names[key], mention)
    size = {"WIDTH": _units(page.record.width), "HEIGHT": _units(page.record.height)}
    sheet = ALTO.child(ALTO.child(root, "Layout"), "Page", ID=f"page{page.record.page}", **size)
    sheet.set("PHYSICAL_IMG_NR", str(page.record.page))
    sheet.set("PC", f"{page.record.confidence:.3f}")
    space = ALTO.child(sheet, "PrintSpace", HPOS="0", VPOS="0", **size)
    for number, block in enumerate(page.blocks, start=1):
        _write_block(space, f"block{number}", block, names)
    return root


def _tag(tags: Element, name: str, mention: AnyMention) -> None:
    tag = ALTO.child(tags, "NamedEntityTag", ID=name, TYPE=mention.label.value, LABEL=printable(mention.text))
    if key := known_as(mention.value) or normal(mention.value):
        tag.set("DESCRIPTION", printable(key))


def _write_block(space: Element, name: str, block: PlacedBlock, names: dict[int, str]) -> None:
    element = ALTO.child(space, "TextBlock", ID=name, **_place(block.box))
    if block.language.value != "und":
        element.set("LANG", block.language.value)
    for number, words in enumerate(block.lines, start=1):
        line = ALTO.child(
            element, "TextLine", ID=f"{name}_line{number}", **_place(Box.around(word.box for word in words))
        )
        for place, word in enumerate(words):
            if place:
                _space(line, words[place - 1].box, word.box)
            _write_word(line, f"{name}_line{number}_word{place + 1}", word, names)


def _space(line: Element, before: Box, after: Box) -> None:
    gap = max(after.x0 - before.x1, 0.0)
    ALTO.child(line, "SP", HPOS=_units(before.x1), VPOS=_units(before.y0), WIDTH=_units(gap))


def _write_word(line: Element, name: str, word: PlacedWord, names: dict[int, str]) -> None:
    string = ALTO.child(
        line, "String", ID=name, CONTENT=printable(word.text), WC=f"{word.confidence:.3f}", **_place(word.box)
    )
    if word.mentions:
        string.set("TAGREFS", " ".join(names[id(mention)] for mention in word.mentions))
    if word.hyphen:
        string.set("SUBS_TYPE", "HypPart1")
        ALTO.child(line, "HYP", HPOS=_units(word.box.x1), VPOS=_units(word.box.y0), WIDTH="0", CONTENT="-")


def _place(box: Box) -> dict[str, str]:
    return {
        "HPOS": _units(box.x0),
        "VPOS": _units(box.y0),
        "WIDTH": _units(box.width),
        "HEIGHT": _units(box.height),
    }


def _units(points: float) -> str:
    return str(round(points * UNITS_A_POINT))
