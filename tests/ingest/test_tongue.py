from __future__ import annotations

import numpy as np
import pytest

from document import Box, Language, Word
from ingest.raster import Raster
from ingest.tongue import hides_cyrillic, is_english

SHEET = Raster(np.full((400, 400), 255, np.uint8), 72)


def words(text: str, confidence: float) -> tuple[Word, ...]:
    """Words of lines that stand one under the other, ten points apart."""
    return tuple(
        Word(word, Box(10 + 30 * place, 10 + 20 * line, 38 + 30 * place, 20 + 20 * line), confidence)
        for line, row in enumerate(text.split("\n"))
        for place, word in enumerate(row.split())
    )


class Fake:
    """Reads a page and its strips as it is told."""

    version = "0"

    def __init__(self, says: tuple[Word, ...]) -> None:
        self.says = says

    def recognize(self, raster: Raster) -> tuple[Word, ...]:
        return self.says

    def read_column(self, raster: Raster, language: Language | None) -> tuple[Word, ...]:
        return tuple(Word(word.text, Box(20, 20, 60, 30), word.confidence) for word in self.says)


@pytest.mark.parametrize(
    ("text", "confidence", "english"),
    [
        ("witness heard before the judge", 0.9, True),
        ("witness heard before the judge", 0.6, True),
        ("witness heard before the judge", 0.45, False),
        ("KOpeHHOTO CeKpeTapb ObiI B rOpOfe", 0.6, False),
        ("KOpeHHOTO CeKpetapb ObiI B rOpOfe", 0.35, False),
        ("No. 5", 0.95, False),
        ("", 0.9, False),
    ],
)
def test_a_few_words_tell_whether_a_page_is_english(text: str, confidence: float, *, english: bool) -> None:
    assert is_english(SHEET, Fake(words(text, confidence))) == english


@pytest.mark.parametrize(
    ("doubted", "confidence", "together", "hides_it"),
    [
        ("Fa6uT OreryJibi TyparibI", 0.4, "Өтепұлы", True),
        ("Fa6uT OreryJibi TyparibI", 0.4, "Ghabit", False),
        ("Fa6uT OreryJibi TyparibI", 0.4, "ұры", False),
        ("heard before the judge", 0.9, "Өтепұлы", False),
        ("No 5", 0.3, "Өтепұлы", False),
    ],
)
def test_lines_that_english_makes_nothing_of(doubted: str, confidence: float, together: str, *, hides_it: bool) -> None:
    reader = Fake(words(together, 0.9))
    read = (*words("The witness Harold Pemberley\nwas heard", 0.95), *words(f"\n\n{doubted}", confidence))
    assert hides_cyrillic(read, SHEET, reader) == hides_it
