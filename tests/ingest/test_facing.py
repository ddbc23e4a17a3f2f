from __future__ import annotations

import numpy as np
import pytest

from document import Attempt, Box, Half, Method, Page, Recognition, Settings, Word
from ingest.facing import lay_out_halves, put_together
from ingest.layout import lay_out
from ingest.ocr import load_recognizer
from ingest.pages import recognized
from ingest.raster import Raster
from ingest.reading import Reading
from ingest.spreads import Part
from tests.ingest.made_page import raster, write

SPREAD = Page(7, 200.0, 150.0, Method.OCR, "image")
EMPTY = np.full((150, 100), 255, np.uint8)
LEFT, RIGHT = Part(Raster(EMPTY, 72), 0.0, 0.0), Part(Raster(EMPTY, 72), 100.0, 0.0)
TOP = Part(Raster(np.ascontiguousarray(EMPTY.T), 72), 0.0, 0.0)
FOOT = Part(Raster(np.ascontiguousarray(EMPTY.T), 72), 0.0, 100.0)


def reading(text: str, rotation: int = 0, skew: float = 0.0, score: float = 0.9) -> Reading:
    words = tuple(Word(word, Box(10 + 40 * place, 20, 40 + 40 * place, 30)) for place, word in enumerate(text.split()))
    told = Recognition("levelled", score, 1.5, (Attempt("levelled", score, rotation),))
    return Reading(words, f"read {text}", rotation, skew, blank=not words, recognition=told if words else None)


def texts(page: Page) -> list[str]:
    return [block.text for block in lay_out_halves(page, lay_out).blocks]


@pytest.mark.parametrize(
    ("parts", "rotation", "order"),
    [
        ((LEFT, RIGHT), 0, ["Ғабит", "Өтеп"]),
        ((LEFT, RIGHT), 180, ["Өтеп", "Ғабит"]),
        ((TOP, FOOT), 90, ["Өтеп", "Ғабит"]),
        ((TOP, FOOT), 270, ["Ғабит", "Өтеп"]),
    ],
)
def test_halves_come_in_the_order_they_are_read(parts: tuple[Part, Part], rotation: int, order: list[str]) -> None:
    sheet = Page(7, 150.0, 200.0, Method.OCR, "image") if parts[0] is TOP else SPREAD
    page = put_together(sheet, parts, (reading("Ғабит", rotation), reading("Өтеп", rotation)))
    assert texts(page) == order
    assert page.rotation == rotation


def test_boxes_lie_on_the_page_as_displayed() -> None:
    page = put_together(SPREAD, (LEFT, RIGHT), (reading("Ғабит"), reading("Өтеп")))
    first, second = lay_out_halves(page, lay_out).blocks
    assert (first.box, second.box) == (Box(10, 20, 40, 30), Box(110, 20, 140, 30))
    assert second.anchors[0].box == second.box


def test_each_half_keeps_its_own_turn_and_lean_on_the_record() -> None:
    page = put_together(SPREAD, (LEFT, RIGHT), (reading("Ғабит Өтеп", 0, 3.0, 0.9), reading("Әли", 0, -2.0, 0.6)))
    laid = lay_out_halves(page, lay_out)
    assert laid.halves == (Half(Box(0, 0, 100, 150), 0, 3.0), Half(Box(100, 0, 200, 150), 0, -2.0))
    assert (laid.rotation, laid.skew, laid.method) == (0, 0.5, Method.OCR)
    assert laid.reason == "image; two facing pages: read Ғабит Өтеп; read Әли"
    assert laid.recognition == Recognition("levelled", 0.8, 3.0, (Attempt("levelled", 0.9), Attempt("levelled", 0.6)))


def test_a_half_on_its_head_is_placed_in_its_own_frame() -> None:
    page = put_together(SPREAD, (LEFT, RIGHT), (reading("Ғабит Өтеп"), reading("Әли", 180)))
    assert lay_out_halves(page, lay_out).blocks[-1].box == Box(160, 120, 190, 130)


def test_an_empty_half_says_nothing_and_two_are_a_blank_page() -> None:
    half = put_together(SPREAD, (LEFT, RIGHT), (reading(""), reading("Өтеп", 0, 2.0)))
    assert (half.method, half.skew, texts(half)) == (Method.OCR, 2.0, ["Өтеп"])
    none = put_together(SPREAD, (LEFT, RIGHT), (reading(""), reading("")))
    assert (none.method, none.recognition, texts(none)) == (Method.BLANK, None, [])


def test_a_spread_is_read_page_by_page() -> None:
    left = write(("Қазалы уезінің тұрғыны", "Әбдіраман Сүгірұлы", "туралы істі тоқтату", "керек деп ұйғарды") * 3, 40)
    right = write(
        ("Protokol was written by", "the witness Pemberley", "on the fifth of August", "in the district") * 3, 40
    )
    side = left.shape[0]
    pages = []
    for image in (left, right):
        sheet = np.full((side + 80, 760), 255, np.uint8)
        sheet[40:-40, 40:700] = image[:, :660]
        pages.append(sheet)
    pages[1] = np.roll(pages[1], 22, axis=0)
    scan = raster(np.hstack(pages))
    page = recognized(
        Page(1, scan.width, scan.height, Method.OCR, "image"), scan, load_recognizer(Settings()), Settings()
    )
    assert len(page.halves) == 2
    blocks = lay_out_halves(page, lay_out).blocks
    text = " ".join(block.text for block in blocks)
    assert text.index("ұйғарды") < text.index("Pemberley")
    assert all(block.box is not None and block.box.x1 < scan.width for block in blocks)
    assert any(block.box is not None and block.box.x0 > scan.width / 2 for block in blocks)
