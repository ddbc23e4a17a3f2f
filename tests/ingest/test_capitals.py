"""Words on one line, each letter a mark of its own; `^` before one makes its mark as high as a capital, `_` hang."""

from __future__ import annotations

import numpy as np
import pytest

from document import Box, Word
from ingest.capitals import settle_capitals
from ingest.marks import Marks

SMALL, STEP = 20, 24  # pixels


def line(text: str, small: int = SMALL, capital: float = 1.4) -> tuple[tuple[Word, ...], Marks]:
    """Make words and marks at 72 dpi, so that pixels are points."""
    words, marks, x = [], [], 0
    for shown in text.split():
        start, high, tail = x, False, 0
        for character in shown:
            if character == "^":
                high = True
                continue
            if character == "_":
                tail = small // 3
                continue
            height = round(small * capital) if high else small
            if character.isalnum():
                marks.append((x, 100 - height, small - 4, height + tail))
            x, high, tail = x + STEP, False, 0
        words.append(Word(shown.replace("^", "").replace("_", ""), Box(start, 70, x - 6, 101), 0.9))
        x += STEP
    return tuple(words), Marks(np.array(marks, np.int32), small)


OTHERS = "^Марал ^Мақсат ^Сапар ^Өтеген ^Тоқтар "  # tell how high capitals are on this page


@pytest.mark.parametrize(
    ("shown", "settled"),
    [
        ("тұрғыны Өтеген айтты", "тұрғыны өтеген айтты"),
        ("тұрғыны ^Өтеген айтты", "тұрғыны Өтеген айтты"),
        ("«анау», Және сонау", "«анау», және сонау"),
        ("на Подпись отца", "на подпись отца"),
        ("айтты. Және сонау", "айтты. Және сонау"),  # a sentence may begin
        ("2. Мазный ^Иван", "2. Мазный Иван"),  # an item of a list may
        ("мен Р.Сапар", "мен Р.Сапар"),  # an initial is a second capital
        ("мен Рахымжан келді", "мен Рахымжан келді"),  # р hangs below the line
        ("сидел _У печки", "сидел у печки"),
        ("меня _Утвердил Өтеген", "меня утвердил өтеген"),
        ("8/XI-37 _У слесаря", "8/XI-37 у слесаря"),
        ("мен ^Үсен ^Узбек", "мен Үсен Узбек"),
        ("мен Узбек келді", "мен Узбек келді"),  # stands on the line
        ("мен ^_Узбек келді", "мен Узбек келді"),  # as high as a capital, whatever hangs
        ("айтты. _У печки", "айтты. У печки"),  # a sentence may begin
        ("мен _У. Сапар", "мен У. Сапар"),  # an initial
        ("мен СССР келді", "мен СССР келді"),
        ("мен Зың келді", "мен зың келді"),
        ("мен ^Зың келді", "мен Зың келді"),
        ("айтқан В сонда", "айтқан в сонда"),
        ("айтқан В. сонда", "айтқан В. сонда"),  # an initial
        ("айтқан «Мінсіз» болу", "айтқан «Мінсіз» болу"),  # the first mark may be that of the quotes
        ("мен 1281 К2 үшін", "мен 1281 К2 үшін"),
    ],
)
def test_a_capital_as_low_as_small_letters_is_one(shown: str, settled: str) -> None:
    words, marks = line(OTHERS + shown)
    after = settle_capitals(words, marks, 72)
    assert " ".join(word.text for word in after[5:]) == settled
    assert [word.box for word in after] == [word.box for word in words]


def test_where_capitals_are_hardly_higher_nothing_is_told() -> None:
    words, marks = line(OTHERS + "тұрғыны Өтеген айтты", capital=1.12)
    assert settle_capitals(words, marks, 72) == words


def test_a_line_of_figures_alone_tells_nothing() -> None:
    shown = "^1^9^3^7 ^1^9^3^8 ^7^0^8 ^2^6^0 қор ^Оп ^1^2^4 ^2^6^2"
    words, marks = line(OTHERS)
    more, others = line(shown)
    below = tuple(Word(w.text, Box(w.box.x0, 270, w.box.x1, 301), 0.9) for w in more)
    boxes = others.boxes + np.array((0, 200, 0, 0), np.int32)
    all_marks = Marks(np.concatenate((marks.boxes, boxes)), SMALL)
    assert "Оп" in [word.text for word in settle_capitals((*words, *below), all_marks, 72)]


@pytest.mark.parametrize(("small", "settled"), [(18, "Өтеген"), (30, "өтеген")])
def test_a_height_that_differs_by_a_pixel_tells_nothing(small: int, settled: str) -> None:
    words, marks = line(OTHERS + "тұрғыны Өтеген айтты", small, 1.19)
    boxes = marks.boxes.copy()
    boxes[boxes[:, 0] == words[6].box.x0] += np.array(
        (0, -1, 0, 1), np.int32
    )  # its first letter, a pixel higher than the others
    assert settle_capitals(words, Marks(boxes, small), 72)[6].text == settled


def test_few_capitals_tell_nothing() -> None:
    words, marks = line("^Марал тұрғыны Өтеген айтты")
    assert settle_capitals(words, marks, 72) == words


def test_small_print_is_left_alone() -> None:
    words, marks = line(OTHERS + "тұрғыны Өтеген айтты", small=9)
    assert settle_capitals(words, marks, 72) == words


def test_the_first_word_of_a_line_is_left_alone() -> None:
    words, marks = line(OTHERS + "айтты Өтеген")
    lower = Word(words[-1].text, Box(0, 70, words[-1].box.x1, 101))
    assert settle_capitals((*words[:-1], lower), marks, 72)[-1] == lower


def test_no_marks_no_change() -> None:
    words, _ = line("айтты Өтеген")
    assert settle_capitals(words, Marks(np.zeros((0, 4), np.int32), 0), 72) == words
    assert settle_capitals((), Marks(np.zeros((0, 4), np.int32), 0), 72) == ()


def test_what_hangs_is_small_at_the_beginning_of_a_line_too() -> None:
    words, marks = line(OTHERS + "_Умер анау")
    moved = [Word(word.text, Box(word.box.x0, 170, word.box.x1, 201), 0.9) for word in words[:5]]
    above = np.array(marks.boxes[: sum(len(word.text) for word in words[:5])]) + np.array([0, 100, 0, 0])
    both = Marks(np.concatenate([above, marks.boxes[len(above) :]]).astype(np.int32), SMALL)
    assert settle_capitals((*moved, *words[5:]), both, 72)[5].text == "умер"
