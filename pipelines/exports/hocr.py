"""Pages as hOCR: blocks, lines and words with their boxes in tenths of a point, confidence and languages."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from document import Box
from pipelines.exports.naming import file_of
from pipelines.exports.placed import PlacedPage, PlacedWord
from pipelines.exports.xml_tree import XML, Element, NameSpace, printable, serialized
from pipelines.outputs import Output
from pipelines.store import write_whole

XHTML = NameSpace("http://www.w3.org/1999/xhtml")
UNITS_A_POINT = 10
CAPABILITIES = "ocr_page ocr_carea ocr_par ocr_line ocrx_word"


def write_hocr(output: Output, pages: Iterable[PlacedPage], folder: Path) -> None:
    """Write one hOCR file a page, `NAME/00001.hocr`; its unit is a tenth of a point (720 a inch)."""
    for page in pages:
        file = file_of(folder, f"{output.name}/{page.record.page:05}", ".hocr")
        write_whole(file, [serialized(_document(output, page))])


def _document(output: Output, page: PlacedPage) -> Element:
    root = XHTML.root("html")
    head = XHTML.child(root, "head")
    XHTML.child(head, "title").text = printable(f"{output.name}, {page.record.page}")
    XHTML.child(head, "meta", name="ocr-system", content=f"Muragat {output.document.producer.muragat}")
    XHTML.child(head, "meta", name="ocr-capabilities", content=CAPABILITIES)
    whole = Box(0.0, 0.0, page.record.width, page.record.height)
    dots = 72 * UNITS_A_POINT
    sheet = _part(XHTML.child(root, "body"), "div", "ocr_page", f"page_{page.record.page}", whole)
    sheet.set("title", f"{_place(whole)}; ppageno {page.record.page - 1}; scan_res {dots} {dots}")
    for number, block in enumerate(page.blocks, start=1):
        area = _part(sheet, "div", "ocr_carea", f"block_{number}", block.box)
        paragraph = _part(area, "p", "ocr_par", f"par_{number}", block.box)
        if block.language.value != "und":
            paragraph.set("lang", block.language.value)
            paragraph.set(f"{XML}lang", block.language.value)
        for place, words in enumerate(block.lines, start=1):
            name = f"{number}_{place}"
            line = _part(paragraph, "span", "ocr_line", f"line_{name}", Box.around(word.box for word in words))
            for position, word in enumerate(words, start=1):
                _write_word(line, f"word_{name}_{position}", word)
    return root


def _write_word(line: Element, name: str, word: PlacedWord) -> None:
    element = _part(line, "span", "ocrx_word", name, word.box)
    element.set("title", f"{_place(word.box)}; x_wconf {round(100 * word.confidence)}")
    element.text = printable(word.text) + ("\u00ad" if word.hyphen else "")
    element.tail = "\n" if word.hyphen else " "


def _part(parent: Element, tag: str, kind: str, name: str, box: Box) -> Element:
    element = XHTML.child(parent, tag, id=name, title=_place(box))
    element.set("class", kind)
    return element


def _place(box: Box) -> str:
    return "bbox " + " ".join(str(round(edge * UNITS_A_POINT)) for edge in (box.x0, box.y0, box.x1, box.y1))
