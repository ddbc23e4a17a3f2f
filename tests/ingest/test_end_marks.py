from __future__ import annotations

import numpy as np
import pytest

from document import Box, Word
from ingest.end_marks import with_end_marks
from ingest.raster import Raster
from tests.ingest.made_dictionary import graph

LETTER = 13  # pixels and points: the made page has 72 dots per inch
FOOT = 40
PITCH = 16
ENGLISH = graph("file Article anne")


def typed(letters: int, sign: tuple[int, int, int]) -> Raster:
    """Letters side by side, and behind them a sign: how far over the line it begins, how high and how wide it is."""
    pixels = np.full((60, 160), 255, np.uint8)
    for place in range(letters):
        pixels[FOOT - LETTER : FOOT, 10 + place * PITCH : 20 + place * PITCH] = 0
    over, tall, wide = sign
    left = 10 + letters * PITCH
    pixels[FOOT - over : FOOT - over + tall, left : left + wide] = 0
    return Raster(pixels, 72)


def mended(text: str, sign: tuple[int, int, int], *, last: bool = False, letters: int | None = None) -> str:
    count = len(text) - 1 if letters is None else letters
    box = Box(10, FOOT - 18, 10 + count * PITCH + max(sign[2], 8), FOOT + 5)
    after = Box(10, 100, 50, 118) if last else Box(130, FOOT - 18, 150, FOOT)
    return with_end_marks([Word(text, box), Word("соң", after)], typed(count, sign), LETTER, ENGLISH)[0].text


POINT, COMMA, HYPHEN, QUOTE, FULL = (8, 8, 8), (6, 9, 6), (8, 5, 12), (17, 6, 4), (13, 13, 10)


@pytest.mark.parametrize(
    ("read", "sign", "expected"),
    [
        ("Dre", POINT, "Dr."),
        ("қысқаe", POINT, "қысқа."),
        ('worker"', POINT, "worker."),
        ("camps", COMMA, "camp,"),
        ("camps", FULL, "camps"),
        ("per=", HYPHEN, "per-"),
        ("бұй~", HYPHEN, "бұй-"),
        ('non"', HYPHEN, "non-"),
        ('Maehren"', QUOTE, 'Maehren"'),
        ("theа", POINT, "theа"),  # a Cyrillic letter is not what points are read for
        ("be", POINT, "be"),  # so little before it does not tell where the line is
        ("admine", HYPHEN, "admine"),
        ("file", POINT, "file"),  # in small type an e is as low as a point
        ("Article", POINT, "Article"),
        ("the", POINT, "the"),
        ("Jewse", POINT, "Jews."),
        ("1944e", POINT, "1944."),
    ],
)
def test_the_sign_behind_a_word(read: str, sign: tuple[int, int, int], expected: str) -> None:
    assert mended(read, sign) == expected


def test_a_letter_is_a_hyphen_only_at_the_end_of_a_line() -> None:
    assert mended("admine", HYPHEN, last=True) == "admin-"


def test_a_speck_behind_all_letters_of_a_word_is_no_point() -> None:
    word = Word("the", Box(10, FOOT - 18, 10 + 2 * PITCH + 10 + 8, FOOT))
    assert with_end_marks([word], typed(3, (3, 3, 2)), LETTER, ENGLISH) == (word,)


def test_where_no_dictionary_tells_latin_words_keep_their_letters() -> None:
    sheet, box = typed(3, POINT), Box(10, FOOT - 18, 10 + 3 * PITCH + 8, FOOT + 5)
    for read, expected in (("Dore", "Dore"), ("ауыe", "ауы."), ('Dor"', "Dor.")):
        assert with_end_marks([Word(read, box)], sheet, LETTER, None)[0].text == expected


def test_no_typist_has_such_signs_between_letters() -> None:
    assert mended("watch=makers", FULL) == "watch-makers"
    assert mended("a=5", FULL) == "a=5"


def test_a_word_without_ink_is_left_alone() -> None:
    words = [Word("Dre", Box(10, 20, 40, 40))]
    assert with_end_marks(words, Raster(np.full((60, 120), 255, np.uint8), 72), LETTER, ENGLISH) == tuple(words)


@pytest.mark.parametrize(
    ("read", "last", "expected"),
    [("бұй-.", True, "бұй-"), ("про-‘", True, "про-"), ("бұй-.", False, "бұй-."), ("1937-.", True, "1937-.")],
)
def test_nothing_stands_behind_a_hyphen_that_ends_a_line(read: str, last: bool, expected: str) -> None:
    assert mended(read, HYPHEN, last=last) == expected
