from __future__ import annotations

import cv2
import numpy as np
import pytest

from document import Box, Word
from ingest.raster import Raster
from ingest.specks import without_specks

LETTERS = (20, 80)  # where a word's two letters stand, 13 pixels high


def sheet(sign: int, *, behind: bool = False, places: int = 2) -> Raster:
    """Letters on rows 20 to 33, and beside them, high up, a sign of `sign` pixels each way, in as many strokes."""
    pixels = np.full((60, 120), 255, np.uint8)
    for left in range(LETTERS[0], LETTERS[1], 12):
        pixels[20:33, left : left + 8] = 0
    for place in range(places if sign else 0):
        left = (LETTERS[1] + 3 if behind else LETTERS[0] - 8) + 4 * place
        cv2.rectangle(pixels, (left, 20), (left + min(sign, 2) - 1, 20 + sign - 1), 0, -1)
    return Raster(pixels, 72)


def read(text: str, image: Raster) -> str:
    (word,) = without_specks([Word(text, Box(8, 18, 96, 36), 0.7)], image)
    return word.text


@pytest.mark.parametrize(
    ("text", "sign", "behind", "expected"),
    [
        ("“Мекені", 2, False, "Мекені"),
        ("“Мекені", 6, False, "“Мекені"),
        (".Ыбырай", 2, False, "Ыбырай"),
        ("*Место", 3, False, "Место"),
        ("Members’", 2, True, "Members"),
        ("Members’", 6, True, "Members’"),
        ("“Мекені", 0, False, "“Мекені"),  # no ink apart from the letters: the sign may hang on one of them
        ("Құлан.", 2, True, "Құлан."),  # a point behind a word is as low as a speck
        ("«Құлан", 2, False, "«Құлан"),
        ("Өтеп", 2, False, "Өтеп"),
    ],
)
def test_signs_at_the_edge_of_a_word(text: str, sign: int, behind: bool, expected: str) -> None:
    assert read(text, sheet(sign, behind=behind)) == expected


def test_a_word_without_ink_is_left_alone() -> None:
    assert read("“Мекені", Raster(np.full((60, 120), 255, np.uint8), 72)) == "“Мекені"
