from __future__ import annotations

import pytest

from document import Box, Word
from ingest.evidence import DOUBTS, believable, credence, is_latin, quality, sideways, value

WIDE, TALL = Box(0, 0, 40, 10), Box(0, 0, 10, 40)


def word(text: str, confidence: float = 0.9, box: Box = WIDE) -> Word:
    return Word(text, box, confidence)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("сар1едгап", "digit_inside"),
        ("Cоюз", "two_alphabets"),  # Latin C
        ("хЫчКа", "capital_inside"),
        ("пршк", "no_vowel"),
        ("а|ей", "symbols_inside"),
        ("Әбдіраман", None),
        ("«Ұйғарым»,", None),
        ("НКВД", None),
        ("XIXғ", None),
        ("58-10", None),
        ("1937ж.", None),
        ("I-бап", None),
        ("құқық", None),
        ("г.", None),
    ],
)
def test_what_does_not_look_like_a_word(text: str, rule: str | None) -> None:
    core = text.strip("«»,.")
    assert next((doubt.__name__ for doubt, _ in DOUBTS if doubt(core)), None) == rule
    assert (credence(word(text)) < 0.9) == (rule is not None)


def test_a_reading_with_more_lines_tells_more_and_rubbish_tells_less_than_nothing() -> None:
    line = [word("Өтепұлы"), word("тұтқындалды")]
    assert value(line * 2) == pytest.approx(2 * value(line))
    assert value([*line, word("ш1ъЫ", 0.3)]) < value(line)


def test_quality_weighs_by_length() -> None:
    assert quality([word("ұзынсөздер", 1.0), word("х", 0.1)]) > 0.9
    assert quality([]) == 0.0


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([word("Қ", 0.3), word("ii|", 0.5)], False),
        ([word("-", 0.95), word(".", 0.95)], False),
        ([word("7", 0.9)], True),
        ([word("Ғабит", 0.9)], True),
        ([word("Ғабит", 0.7), *[word("ъ1ы", 0.2)] * 9], True),  # a name among stamps
        ([], False),
    ],
)
def test_what_noise_would_hardly_give(words: list[Word], expected: bool) -> None:
    assert believable(words) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([word("imprisonment")] * 9, True),
        ([word("imprisonment")] * 4, False),  # too few letters to tell
        ([word("imprisonment")] * 20 + [word("сар1едгап", 0.6)], True),  # what the others' models make of `cablegram`
        ([word("imprisonment")] * 20 + [word("РГАСПИ")], False),
        ([word("imprisonment")] * 9 + [word("және")] * 9, False),
    ],
)
def test_when_a_page_is_latin(words: list[Word], expected: bool) -> None:
    assert is_latin(words) is expected


def test_lines_that_run_up_the_page() -> None:
    assert sideways([word("Қазалы", box=TALL)] * 3 + [word("уезінің")])
    assert not sideways([word("Қазалы")] * 3 + [word("мөртабан", box=TALL)])
    assert not sideways([word("І", box=TALL)] * 9)
    assert not sideways([])
