from __future__ import annotations

import numpy as np
import pytest

from document import Box, Language, Word
from ingest.marks import Marks
from ingest.raster import Raster
from ingest.scraps import recover

LETTER = 10  # points and pixels: the made page has 72 dots per inch
TOP = 25  # pixels above the first strip of the heap


class Reader:
    """Reads the strips it is given, one after the other, as `lines` say: words with where they begin on the page."""

    version = "0"

    def __init__(self, *lines: str) -> None:
        self.lines, self.asked = lines, 0

    def recognize(self, raster: Raster) -> tuple[Word, ...]:
        raise AssertionError

    def read_column(self, raster: Raster, language: Language | None) -> tuple[Word, ...]:
        assert language is None
        self.asked += 1
        step = (raster.pixels.shape[0] - TOP) // max(len(self.lines), 1)
        return tuple(word for number, line in enumerate(self.lines) for word in typed(line, LEFT, TOP + number * step))


LEFT = 25  # pixels from the edge of the heap to a strip that begins with ink


def typed(line: str, left: float, top: float, confidence: float = 0.95) -> list[Word]:
    """Words of letters as wide as high, one under each character of `line`."""
    words, place = [], 0
    for text in line.split(" "):
        x = left + place * LETTER
        if text:
            words.append(Word(text, Box(x, top, x + len(text) * LETTER, top + LETTER), confidence))
        place += len(text) + 1
    return words


def marked(*lines: tuple[str, float]) -> Marks:
    """A mark under every letter and digit of lines that stand at a height."""
    boxes = [
        (20 + place * LETTER, top, LETTER - 2, LETTER)
        for line, top in lines
        for place, character in enumerate(line)
        if character.isalnum()
    ]
    return Marks(np.array(boxes, np.int32), LETTER)


def sheet() -> Raster:
    return Raster(np.full((300, 900), 255, np.uint8), 72)


FIRST, SECOND = "1. Фамилия Сүгірұлы Ғабит", "2. Родился в ауле Өтеген"


def body(line: str, top: float) -> list[Word]:
    """A line without its number."""
    return typed(line, 20, top)[1:]


def text(words: tuple[Word, ...]) -> str:
    return " ".join(word.text for word in words)


def test_numbers_left_out_beside_lines_come_back_before_them() -> None:
    words = (*body(FIRST, 50), *body(SECOND, 90))
    found = recover(words, marked((FIRST, 50), (SECOND, 90)), 72, sheet(), Reader(FIRST[:12], SECOND[:9]))
    assert text(found) == f"{FIRST} {SECOND}"
    assert found[0].box.x0 == pytest.approx(20, abs=3)
    assert (found[0].box.y0, found[0].box.y1) == (50, 60)


def test_the_number_of_a_point_in_a_list_ends_with_a_point() -> None:
    words = (*body(FIRST, 50), *body(SECOND, 90))
    read = Reader("1, Фамилия", SECOND[:9])
    assert text(recover(words, marked((FIRST, 50), (SECOND, 90)), 72, sheet(), read)) == f"{FIRST} {SECOND}"


def test_a_column_of_numbers_read_downwards_is_taken_apart() -> None:
    down = Word("OY2N", Box(20, 50, 30, 100), 0.6)
    words = (*body(FIRST, 50), *body(SECOND, 90), down)
    found = recover(words, marked((FIRST, 50), (SECOND, 90)), 72, sheet(), Reader(FIRST[:12], SECOND[:9]))
    assert text(found) == f"{FIRST} {SECOND}"


def test_what_tells_less_changes_nothing() -> None:
    words = (*body(FIRST, 50), *body(SECOND, 90))
    marks = marked((FIRST, 50), (SECOND, 90))
    for nothing in (("", ""), ("   Фамилия", "   Родился"), ("~  Фамилия", "|= Родился")):
        assert recover(words, marks, 72, sheet(), Reader(*nothing)) == words


def test_a_page_all_of_whose_marks_are_read_is_not_looked_at_again() -> None:
    words = (*typed(FIRST, 20, 50), *typed(SECOND, 20, 90))
    reader = Reader()
    assert recover(words, marked((FIRST, 50), (SECOND, 90)), 72, sheet(), reader) == words
    assert reader.asked == 0


def test_a_drawing_is_not_looked_at_again() -> None:
    words = tuple(body(FIRST, 50))
    reader = Reader()
    assert recover(words, marked((FIRST, 50), *((SECOND, 90 + 15 * row) for row in range(9))), 72, sheet(), reader)
    assert reader.asked == 0


def test_a_line_nobody_read_comes_back() -> None:
    lines = [(f"Жолаушы Құдайберген № {row}", 20.0 + 30 * row) for row in range(8)]
    words = tuple(word for line, top in lines if top != 80 for word in typed(line, 20, top))
    found = recover(words, marked(*lines), 72, sheet(), Reader(lines[2][0]))
    assert text(found) == " ".join(line for line, _ in lines)


def test_what_is_higher_than_a_line_is_no_strip() -> None:
    words = tuple(
        Word(word.text, Box(word.box.x0, 20, word.box.x1, 90), word.confidence)
        for line in (FIRST, SECOND)
        for word in body(line, 50)
    )
    reader = Reader()
    assert recover(words, marked((FIRST, 50)), 72, sheet(), reader) == words
    assert reader.asked == 0


def test_a_column_read_downwards_beside_a_scrap_is_taken_apart_too() -> None:
    down = (Word("et", Box(18, 75, 26, 85), 0.1), Word("RoR", Box(22, 50, 32, 100), 0.7))  # as narrow as a letter
    words = (*body(FIRST, 50), *body(SECOND, 90), *down)
    found = recover(words, marked((FIRST, 50), (SECOND, 90)), 72, sheet(), Reader(FIRST[:12], SECOND[:9]))
    assert "RoR" not in text(found)
    assert text(found).startswith("1. ")


def test_a_word_in_a_box_too_high_stays_in_its_line() -> None:
    words = typed(FIRST, 20, 50)
    words[1] = Word(words[1].text, Box(words[1].box.x0, 30, words[1].box.x1, 120), 0.9)
    found = recover((*words, *typed(SECOND, 20, 140)), marked((FIRST, 50), (SECOND, 140)), 72, sheet(), Reader())
    assert text(found) == f"{FIRST} {SECOND}"


@pytest.mark.parametrize(
    ("top", "read", "found"),
    [(20, "4", "4"), (160, "17", "17"), (160, "ә", None), (110, "4", None), (160, "4. Ауыл", "4. Ауыл")],
)
def test_the_number_of_a_page_stands_above_or_below_all_lines(top: float, read: str, found: str | None) -> None:
    lines = (("Жолаушы Құдайберген Сүгірұлы", 60.0), ("Ғабит Өтегенұлы Қайырбек", 90.0), ("Ерғазы келді", 130.0))
    words = tuple(word for line, above in lines for word in typed(line, 20, above))
    marks = marked(*lines, ("     " * 12 + "44", top))
    recovered = text(recover(words, marks, 72, sheet(), Reader(read)))
    assert recovered.count(found or read) == (1 if found else 0)


def test_a_line_alone_on_a_page_that_was_not_read_is_read_by_itself() -> None:
    assert text(recover((), marked((SECOND, 50)), 72, sheet(), Reader(SECOND))) == SECOND


def test_a_page_of_scribbles_that_was_not_read_is_left_alone() -> None:
    reader = Reader(SECOND)
    lines = [(SECOND, top) for top in range(30, 280, 50)]
    assert recover((), marked(*lines), 72, sheet(), reader) == ()
    assert reader.asked == 0
