"""Stamps, handwriting and notes beside the lines of a page tear no line and no paragraph apart."""

from __future__ import annotations

import msgspec
import pytest

from document import Box, Method, Page, Word
from tests.ingest.typed_page import LEADING, LETTER, SIZE, shown, typed

TEXT = """
Инспектор осмотрел склад и составил ведомость, в которой всё было
указано верно, и отправил её в управление, где она пролежала до
самой осени, пока о ней не вспомнил новый хранитель архива, а тогда
листы были уже подшиты в другое дело, и искать их пришлось долго, и
только к зиме ведомость нашлась, без двух последних листов и
без подписи.
"""
SETTLED = "p " + " ".join(TEXT.split())
MARGIN = 72.0 + 70 * LETTER  # right of the longest line


def beside(page: Page, text: str, row: float, left: float, confidence: float = 0.9, height: float = SIZE) -> Page:
    """The page with one more word, so many rows down."""
    x, y = left, 72.0 + row * LEADING
    word = Word(text, Box(x, y, x + len(text) * LETTER, y + height), confidence, height)
    return msgspec.structs.replace(page, words=(*page.words, word))


@pytest.mark.parametrize(
    ("left", "text"),
    [(MARGIN + 20.0, "тексерілді"), (20.0, "см."), (20.0, "45"), (MARGIN + 30.0, "45")],
)
def test_a_note_beside_a_line_is_no_part_of_it(left: float, text: str) -> None:
    assert shown(beside(typed(TEXT), text, 2, left)) == [SETTLED, f"n {text}"]


def test_a_scrap_of_a_stamp_that_touches_a_line_is_no_part_of_it() -> None:
    page = beside(typed(TEXT, Method.OCR), "Мөр", 3, MARGIN, confidence=0.2)
    assert shown(page) == [SETTLED, "n Мөр"]


@pytest.mark.parametrize("row", [1.5, 2.5, 3.4])
def test_a_scrap_between_two_lines_does_not_part_them(row: float) -> None:
    page = beside(typed(TEXT, Method.OCR), "қоЛ ЪЬ", row, 200.0, confidence=0.3, height=0.6 * SIZE)
    assert shown(page) == [SETTLED, "n қоЛ ЪЬ"]


def test_words_that_were_read_surely_stay_where_they_are() -> None:
    lines = TEXT.strip().split("\n")
    page = typed("\n".join([*lines[:3], "Ж. Әлиев", *lines[3:]]), Method.OCR)
    assert "Ж. Әлиев" in shown(page)[0]


def test_numbers_of_paragraphs_stay_with_them() -> None:
    picture = "\n".join(f"{place}   {line}" for place, line in enumerate(TEXT.strip().split("\n"), start=1))
    assert not any(block.startswith("n") for block in shown(typed(picture)))


def test_markers_of_a_list_that_stand_out_stay_with_their_items() -> None:
    lines = TEXT.strip().split("\n")
    picture = "\n".join(("а)   " if place == 2 else "     ") + line for place, line in enumerate(lines))
    assert "а) самой осени" in " ".join(shown(typed(picture)))


def test_a_column_of_a_table_is_no_note() -> None:
    rows = [f"{name:62}{count}" for name, count in (("Верненский уезд и город", 120), ("Копал", 85), ("Лепсы", 4))]
    blocks = shown(typed(TEXT + "\n" + "\n".join(rows)))
    assert blocks[1] == "t Верненский уезд и город\t120\nКопал\t85\nЛепсы\t4"


def test_the_raised_mark_of_a_note_stays_in_its_line() -> None:
    page = typed("Описи хранятся в уездном архиве   с того самого года\nи никто их не читал.")
    raised = Word("14", Box(232.0, 69.0, 240.0, 74.0), 0.9, 5.0)
    assert shown(msgspec.structs.replace(page, words=(*page.words, raised))) == [
        "p Описи хранятся в уездном архиве 14 с того самого года и никто их не читал."
    ]


def test_titles_printed_in_the_margin_are_read_after_the_text() -> None:
    picture = """
1. Описи волостных правлений хранятся в уездном архиве под замком,   Хранение
и ключ от него носит хранитель, который отвечает за сохранность       описей
их перед управлением.
2. Выдавать описи на руки запрещается, кроме случаев, когда того      Выдача
требует суд или прокурор, о чём делается запись в особой книге.
3. За утрату описи хранитель отвечает по закону, и дело передаётся    Жоғалту
прокурору.
"""
    blocks = shown(typed(picture))
    assert [block[0] for block in blocks] == ["l", "l", "l", "n", "n", "n"]
    assert [block[2:] for block in blocks[3:]] == ["Хранение описей", "Выдача", "Жоғалту"]
