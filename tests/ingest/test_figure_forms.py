"""Figures drawn by OpenCV's plain face, in which a 3 and a 5 have the forms of any fount."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from document import Box, Word
from ingest.figure_forms import by_form
from ingest.raster import Raster

PITCH, HEIGHT = 22, 50


def read(drawn: str, said: str) -> str | None:
    """What is made of `said` where `drawn` stands on the paper."""
    pixels = np.full((HEIGHT, PITCH * len(drawn) + 10), 255, np.uint8)
    for place, figure in enumerate(drawn):
        cv2.putText(pixels, figure, (5 + place * PITCH, 40), cv2.FONT_HERSHEY_SIMPLEX, 1, 0, 2)
    return by_form(Word(said, Box(0, 0, pixels.shape[1], HEIGHT), 0.95), Raster(pixels, 72))


@pytest.mark.parametrize(
    ("drawn", "said", "expected"),
    [
        ("1937", "1957", "1937"),
        ("1957", "1957", "1957"),
        ("5353", "5555", "5353"),
        ("13.05", "15.05", "13.05"),
        ("1937", "195", None),  # as many figures must be there as were read
        ("1937", "1937", None),  # nothing to tell
        ("1937-", "1957-е", "1937-е"),
        ("1957", "195ә7", None),
    ],
)
def test_fives_and_threes_by_their_necks(drawn: str, said: str, expected: str | None) -> None:
    assert read(drawn, said) == expected


def test_a_broken_figure_tells_nothing() -> None:
    assert read("5", "5") == "5"
    pixels = np.full((HEIGHT, 60), 255, np.uint8)
    cv2.putText(pixels, "5", (5, 40), cv2.FONT_HERSHEY_SIMPLEX, 1, 0, 2)
    pixels[:24] = 255  # its upper part is gone
    cv2.putText(pixels, "0", (27, 40), cv2.FONT_HERSHEY_SIMPLEX, 1, 0, 2)
    assert by_form(Word("50", Box(0, 0, 60, HEIGHT), 0.95), Raster(pixels, 72)) is None
