from __future__ import annotations

import numpy as np
import pytest

from document import Box, Word
from ingest.blank_specks import without_blank_specks
from ingest.raster import Raster

LETTER, PITCH, STOP = 13, 16, 25  # pixels, and points: the made page has 72 dots per inch; a stop has 25 of ink
SIGNS = "-.`’‘,"


def parted(text: str, size: int, gap: int = PITCH) -> list[str]:
    """A word whose sign is so large each way and stands in the middle of so wide a place."""
    pixels = np.full((60, 400), 255, np.uint8)
    x = 10
    for character in text:
        if character in SIGNS:
            middle = x + (gap - 6) // 2  # letters are six pixels narrower than their room
            pixels[30 : 30 + size, middle - size // 2 - 3 : middle - size // 2 - 3 + size] = 0
            x += gap
        else:
            pixels[40 - LETTER : 40, x : x + PITCH - 6] = 0
            x += PITCH
    word = Word(text, Box(8, 24, x, 44), 0.9)
    return [part.text for part in without_blank_specks([word], Raster(pixels, 72), LETTER, STOP)]


@pytest.mark.parametrize(
    ("text", "size", "expected"),
    [
        ("в-семье", 3, ["в", "семье"]),
        ("ұлы.мен", 2, ["ұлы", "мен"]),
        ("көп`әңгіме", 3, ["көп", "әңгіме"]),
        ("Юго-Восток", 5, ["Юго-Восток"]),  # as much ink as a full stop
        ("т.е", 5, ["т.е"]),
        ("в-семье", 0, ["в-семье"]),  # the sign may have grown into a letter
        ("а-б-в", 2, ["а-б-в"]),  # two signs
        ("ет-pc", 2, ["ет-pc"]),  # Latin letters
        ("-Жантөре", 3, ["Жантөре"]),
        ("-Жантөре", 5, ["-Жантөре"]),
        ("семье", 0, ["семье"]),
    ],
)
def test_a_speck_in_a_blank_parts_two_words(text: str, size: int, expected: list[str]) -> None:
    assert parted(text, size) == expected


def test_a_faint_hyphen_between_near_letters_stays() -> None:
    assert parted("Юго-Восток", 2, gap=4) == ["Юго-Восток"]
