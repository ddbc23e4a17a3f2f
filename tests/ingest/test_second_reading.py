from __future__ import annotations

from collections.abc import Callable
from itertools import chain, pairwise

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from document import Box, Engine, Language, Settings, Word
from ingest.dictionary import Dictionary
from ingest.ocr import Rereader, load_recognizer
from ingest.pieces import with_texts
from ingest.raster import Raster
from ingest.second_reading import MOST, points_above, read_again, rows_of
from tests.ingest.made_dictionary import graph
from tests.ingest.made_page import raster, write

PAPER = Raster(np.full((200, 900), 255, np.uint8), 72)


class Fake:
    """Reads every piece as `say` tells for the language; counts the pieces it was asked for."""

    version = "0"

    def __init__(self, say: Callable[[Language], str]) -> None:
        self.say, self.pieces = say, 0

    def recognize(self, raster: Raster) -> tuple[Word, ...]:
        return ()

    def read_column(self, raster: Raster, language: Language) -> tuple[Word, ...]:
        self.pieces += 1
        words, x = [], 20.0
        for text in self.say(language).split():
            words.append(Word(text, Box(x, 25, x + 10, 30), 0.95))
            x += 20
        return tuple(words)


class Literate(Fake):
    """Knows few Russian words."""

    def dictionary(self, language: Language) -> Dictionary | None:
        return graph("были в") if language is Language.RU else None


def line(text: str, top: float = 0) -> tuple[Word, ...]:
    return tuple(
        Word(word, Box(place * 60, top, place * 60 + 50, top + 12), 0.9) for place, word in enumerate(text.split())
    )


def test_a_doubtful_sign_is_read_again() -> None:
    words = line("осы бұйрық Хо 708 шықты")
    after = read_again(words, PAPER, Fake(lambda language: "№ 708" if language is Language.RU else "Ne 708"))
    assert [word.text for word in after] == ["осы", "бұйрық", "№", "708", "шықты"]
    assert [word.box for word in after] == [word.box for word in words]


def test_readers_that_cannot_are_not_asked() -> None:
    class Plain:
        version = "0"

        def recognize(self, raster: Raster) -> tuple[Word, ...]:
            raise AssertionError

    words = line("осы бұйрық 8 67 және О. Қ. Сәлімов")
    assert read_again(words, PAPER, Plain()) == words
    assert read_again((), PAPER, Plain()) == ()


def test_nothing_doubtful_costs_nothing() -> None:
    fake = Fake(lambda _: "жоқ")
    words = line("Ұлытау ауданының тұрғыны Өтеген Қасымов")
    assert read_again(words, PAPER, fake) == words
    assert fake.pieces == 0


def test_numbers_are_read_apart_from_signs() -> None:
    heaps: list[tuple[Language, int]] = []

    class Counting(Fake):
        def read_column(self, raster: Raster, language: Language) -> tuple[Word, ...]:
            heaps.append((language, raster.pixels.shape[0]))
            return ()

    sign, numbers = line("осы $ 14 қаулы"), line("1957 жылғы (1958) үкім 1955", 20)
    read_again(sign, PAPER, Counting(lambda _: ""))
    alone = list(heaps)
    heaps.clear()
    read_again((*sign, *numbers), PAPER, Counting(lambda _: ""))
    assert [heap for heap in heaps if heap in alone] == alone  # as if no numbers were there
    assert len(heaps) == 2 * len(alone)


def test_pieces_a_page_are_counted() -> None:
    class Counting(Fake):
        def read_column(self, raster: Raster, language: Language) -> tuple[Word, ...]:
            rows = (raster.pixels.shape[0] - 20) // 16
            assert rows <= MOST * 3
            return super().read_column(raster, language)

    words = tuple(word for top in range(0, 3000, 15) for word in line("сьезд обьект", top))
    fake = Counting(lambda _: "съезд")
    after = read_again(words, Raster(np.full((3100, 200), 255, np.uint8), 72), fake)
    assert fake.pieces == 1
    assert len(after) == len(words)


def test_rows_are_cut_where_the_next_word_does_not_follow() -> None:
    words = (*line("бір екі үш"), *line("төрт бес", 20), *line("алты", 20))
    assert [len(row) for row in rows_of(words)] == [3, 2, 1]


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), max_size=20))
def test_rows_hold_all_words_in_their_order(places: list[tuple[int, int]]) -> None:
    words = tuple(Word("ұ", Box(x, y, x + 9, y + 9)) for x, y in places)
    assert tuple(word for row in rows_of(words) for word in row) == words


@given(st.lists(st.text("әқ№§1", min_size=1, max_size=5), min_size=1, max_size=4), st.integers(1, 3))
def test_another_number_of_words_shares_the_place(texts: list[str], count: int) -> None:
    words = line(" ".join("ә" * count))
    made = with_texts(words, " ".join(texts), 0.9)
    assert [word.text for word in made] == texts
    around = Box.around(word.box for word in words)
    assert all(around.x0 <= word.box.x0 <= word.box.x1 <= around.x1 for word in made)
    assert all(left.box.x0 <= right.box.x0 for left, right in pairwise(made))


@pytest.mark.parametrize(("text", "points"), [("еще", 0), ("ещё", 1), ("йод", 1)])
def test_points_over_letters_are_counted(text: str, points: int) -> None:
    page = write((text,))
    rows, columns = np.nonzero(page < 128)
    box = Box(columns.min() * 72 / 300, rows.min() * 72 / 300, columns.max() * 72 / 300, rows.max() * 72 / 300)
    assert min(points_above(box, Raster(page, 300)), 1) == points


@pytest.mark.parametrize("engine", list(Engine))
def test_signs_and_letters_on_a_page(engine: Engine) -> None:
    """Both ways to Tesseract mend alike."""
    recognizer = load_recognizer(Settings(engine=engine))
    assert isinstance(recognizer, Rereader)
    sheet = raster(write(("Бұл сьезд туралы § 67 қаулы бойынша", "ХУІІ ғасырдың басында № 00447 бұйрық")))
    words = recognizer.recognize(sheet)
    text = " ".join(word.text for word in read_again(words, sheet, recognizer))
    assert "§ 67" in text
    assert "XVII ғасырдың" in text
    assert "№ 00447" in text


def test_words_that_may_be_right_come_after_all_other_doubts() -> None:
    """On a page with more doubts than are looked at again."""
    boxes = [Box(0, 20.0 * row, 50, 20.0 * row + 12) for row in range(MOST)]
    lines = [(Word("были", box, 0.95), Word("пагере", Box(60, box.y0, 99, box.y1), 0.7)) for box in boxes]
    words = (*chain(*lines), *line("бұйрық Хо 708 шықты", top=20.0 * MOST))
    tall = Raster(np.full((20 * MOST + 20, 900), 255, np.uint8), 72)
    after = read_again(words, tall, Literate(lambda language: "№ 708" if language is Language.RU else "Ne 708"))
    assert [word.text for word in after[2 * MOST :]] == ["бұйрық", "№", "708", "шықты"]


@pytest.mark.parametrize(("drawn", "pieces"), [("1937", 0), ("1957", 0), ("19 7", 2)])
def test_a_five_is_told_by_its_form_and_only_looked_at_again_where_that_is_unclear(drawn: str, pieces: int) -> None:
    pixels = np.full((60, 300), 255, np.uint8)
    for place, figure in enumerate(drawn):
        cv2.putText(pixels, figure, (105 + place * 22, 40), cv2.FONT_HERSHEY_SIMPLEX, 1, 0, 2)
    words = (Word("арестован", Box(0, 0, 90, 50), 0.95), Word("1957", Box(100, 0, 200, 50), 0.95))
    asked = Fake(lambda _: "")
    after = read_again(words, Raster(pixels, 72), asked)
    assert [word.text for word in after] == ["арестован", "1937" if drawn == "1937" else "1957"]
    assert asked.pieces == pieces
