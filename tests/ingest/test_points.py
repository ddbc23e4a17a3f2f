from __future__ import annotations

import numpy as np
import pytest

from document import Box, Word
from ingest.points import without_dust
from ingest.raster import Raster

LETTER = 13  # pixels and points: the made page has 72 dots per inch
ROW, PITCH = 40, 16


def page(*marks: tuple[str, int]) -> tuple[list[Word], Raster]:
    """Words one under the other, of letters alike, and behind each a point of so many pixels each way."""
    pixels = np.full((ROW * (len(marks) + 1), 260), 255, np.uint8)
    words = []
    for row, (text, size) in enumerate(marks):
        foot, letters = ROW * row + 30, len(text.rstrip(".,:;'"))
        for place in range(letters):
            pixels[foot - LETTER : foot, 10 + place * PITCH : 20 + place * PITCH] = 0
        end = 10 + letters * PITCH - (3 if letters else 0)
        pixels[foot - size : foot, end : end + size] = 0
        words.append(Word(text, Box(10, foot - LETTER, end if letters else end + size, foot + 2), 0.95))
    return words, Raster(pixels, 72)


STOPS = (("сөз.", 5), ("үй.", 5), ("ұл.", 6), ("қыз.", 5))


def read(text: str, size: int, stops: tuple[tuple[str, int], ...] = STOPS) -> str:
    words, sheet = page(*stops, (text, size))
    return " ".join(word.text for word in without_dust(words, sheet, LETTER)[len(stops) :])


@pytest.mark.parametrize(
    ("text", "size", "expected"),
    [
        ("Тимофея.", 2, "Тимофея"),
        ("Тимофея.", 4, "Тимофея."),
        ("Өтегенов,", 2, "Өтегенов"),
        ("ауыл'", 2, "ауыл"),
        ("Тимофея.", 0, "Тимофея."),  # the point may have grown into the letter
        (".", 2, ""),
        ("Ө.", 2, "Ө."),  # an initial has a point
        (".", 5, "."),
        ("Тимофея", 2, "Тимофея"),
    ],
)
def test_points_against_the_full_stops_of_the_page(text: str, size: int, expected: str) -> None:
    assert read(text, size) == expected


@pytest.mark.parametrize(
    ("text", "size", "after", "expected"),
    [
        ("Тимофея.", 2, "келді", "Тимофея"),
        ("Тимофея.", 2, "Ол", "Тимофея."),  # a full stop is likely before a capital
        ("Тимофея.", 1, "Ол", "Тимофея"),
        ("Оп.", 2, "7.", "Оп."),  # what is counted has its point
        ("Оп.", 1, "7.", "Оп"),
        ("Өтеген,", 2, "келді", "Өтеген"),
        ("МӘЖІЛІС.", 2, "АШЫЛДЫ", "МӘЖІЛІС"),
    ],
)
def test_what_stands_beside_makes_a_point_likely(text: str, size: int, after: str, expected: str) -> None:
    words, sheet = page(*STOPS, (text, size), (after, 0))
    assert without_dust(words, sheet, LETTER)[len(STOPS)].text == expected


def test_commas_are_thinner_than_full_stops() -> None:
    large = tuple((text, size + 1) for text, size in STOPS)  # 36 pixels of ink and more
    assert [read(text, 3, large) for text in ("ауыл,", "ауыл.")] == ["ауыл,", "ауыл"]


@pytest.mark.parametrize(
    ("text", "size", "after", "expected"),
    [
        ("жолдас.", 3, "келді", "жолдас"),  # a third of a stop, where none is likely
        ("губ.", 3, "деп", "губ."),  # an abbreviation
        ("жолдас.", 3, "Ол", "жолдас."),
    ],
)
def test_large_specks_go_where_no_point_is_likely(text: str, size: int, after: str, expected: str) -> None:
    words, sheet = page(*STOPS, (text, size), (after, 0))
    assert without_dust(words, sheet, LETTER)[len(STOPS)].text == expected


@pytest.mark.parametrize(
    ("text", "lower", "upper", "expected"),
    [
        ("Өтеген:", 5, 5, "Өтеген:"),
        ("Өтеген:", 4, 4, "Өтеген:"),
        ("Өтеген:", 5, 2, "Өтеген."),
        ("Өтеген:", 2, 5, "Өтеген:"),  # the lower point is faint: it is no full stop
        ("Өтеген:", 0, 2, "Өтеген"),
        ("Өтеген:", 5, 0, "Өтеген:"),  # the upper point may have grown into the letter
        ("Өтеген:", 0, 0, "Өтеген:"),
        ("Өтеген.:", 5, 2, "Өтеген."),
        ("Өтеген;", 6, 5, "Өтеген;"),
        ("Өтеген;", 6, 2, "Өтеген,"),
        ("Өтеген..", 5, 2, "Өтеген."),
        ("Өтеген,.", 6, 2, "Өтеген,"),
        ("Өтеген..", 5, 5, "Өтеген.."),
    ],
)
def test_both_points_of_a_colon_are_as_large_as_full_stops(text: str, lower: int, upper: int, expected: str) -> None:
    words, sheet = page(*STOPS, (text, lower))
    pixels = sheet.pixels.copy()
    foot, end = ROW * len(STOPS) + 30, round(words[-1].box.x1)
    left = end + 4 if upper == 2 else end  # a speck stands beside
    pixels[foot - LETTER : foot - LETTER + upper, left : left + upper] = 0
    assert without_dust(words, Raster(pixels, 72), LETTER)[-1].text == expected


def test_faint_points_of_a_colon_stand_one_over_the_other() -> None:
    words, sheet = page(*STOPS, ("Өтеген:", 2))
    pixels = sheet.pixels.copy()
    foot, end = ROW * len(STOPS) + 30, round(words[-1].box.x1)
    pixels[foot - LETTER : foot - LETTER + 1, end : end + 2] = 0
    assert without_dust(words, Raster(pixels, 72), LETTER)[-1].text == "Өтеген:"


def test_small_type_has_small_stops() -> None:
    small = tuple((text, 2) for text, _ in STOPS)
    assert read("Тимофея.", 2, small) == "Тимофея."


def test_where_few_stops_tell_only_the_smallest_specks_go() -> None:
    assert read("Тимофея.", 2, STOPS[:1]) == "Тимофея."
    assert read("Тимофея.", 1, STOPS[:1]) == "Тимофея"


def test_a_point_that_is_cut_off_by_the_next_word_stays() -> None:
    words, sheet = page(*STOPS, ("Тимофея.", 3))
    near = Word("Ильич", Box(words[-1].box.x1 + 1, words[-1].box.y0, 250, words[-1].box.y1), 0.95)
    assert without_dust([*words, near], sheet, LETTER)[len(STOPS)].text == "Тимофея."


def test_a_comma_that_has_grown_into_its_letter_stays() -> None:
    words, sheet = page(*STOPS, ("Өтеген,", 1))
    pixels = sheet.pixels.copy()
    foot = ROW * len(STOPS) + 30
    left = 10 + 5 * PITCH
    pixels[foot : foot + 5, left + 6 : left + 10] = 0
    assert without_dust(words, Raster(pixels, 72), LETTER)[-1].text == "Өтеген,"


@pytest.mark.parametrize(("text", "size", "kept"), [("2", 3, False), ("ә", 4, False), (":", 2, False), ("2", 9, True)])
def test_letters_no_larger_than_specks_are_none(text: str, size: int, kept: bool) -> None:
    """In empty margins specks are read as letters."""
    word = Word(text, Box(100, 20, 100 + size, 20 + size), 0.95)
    assert without_dust([word], Raster(np.full((60, 200), 255, np.uint8), 72), LETTER) == ((word,) if kept else ())
