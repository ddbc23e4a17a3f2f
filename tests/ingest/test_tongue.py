from __future__ import annotations

import numpy as np
import pytest

from document import Box, Language, Word
from ingest.raster import Raster
from ingest.tongue import Script, hides, script_of_page, with_latin

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
    ("text", "confidence", "script"),
    [
        ("witness heard before the judge", 0.9, Script.LATIN),
        ("witness heard before the judge", 0.6, Script.LATIN),
        ("witness heard before the judge", 0.45, Script.UNSURE),
        ("KOpeHHOTO CeKpeTapb ObiI B rOpOfe", 0.6, Script.OTHER),
        ("KOpeHHOTO CeKpetapb ObiI B rOpOfe", 0.35, Script.OTHER),
        ("No. 5", 0.95, Script.UNSURE),
        ("", 0.9, Script.UNSURE),
    ],
)
def test_a_few_words_tell_the_script(text: str, confidence: float, script: Script) -> None:
    assert script_of_page(SHEET, Fake(words(text, confidence))) is script


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
    assert hides(Script.OTHER, read, SHEET, reader) == hides_it


@pytest.mark.parametrize(
    ("together", "hides_it"), [("Pemberley", True), ("Өтепұлы", False), ("СОВЕТ", False), ("COBET", False)]
)
def test_lines_that_the_models_of_cyrillic_make_nothing_of(together: str, *, hides_it: bool) -> None:
    read = (*words("Ғабит Өтепұлы ауылы", 0.95), *words("\nТпе мипезз Непайи", 0.4))
    assert hides(Script.LATIN, read, SHEET, Fake(words(together, 0.9))) == hides_it


@pytest.mark.parametrize(
    ("doubted", "confidence", "english", "sure", "expected"),
    [
        ("УАГЕВША", 0.3, "VALERIA", 0.9, "VALERIA"),
        ("УАГЕВША", 0.3, "VALERIA", 0.7, "УАГЕВША"),
        ("УАГЕВША", 0.6, "VALERIA", 0.9, "УАГЕВША"),
        ("СОВЕТ", 0.3, "COBET", 0.95, "СОВЕТ"),  # letters that both scripts have
        ("Өтепұлы", 0.3, "Ote pulsy", 0.9, "Өтепұлы"),
    ],
)
def test_a_latin_word_on_a_page_of_cyrillic(
    doubted: str, confidence: float, english: str, sure: float, expected: str
) -> None:
    read = (*words("Ғабит", 0.95), *words(f"\n{doubted}", confidence))
    found = with_latin(read, SHEET, Fake(words(english, sure)))
    assert [word.text for word in found] == ["Ғабит", expected]
