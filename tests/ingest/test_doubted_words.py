"""A line with the doubted word in `[ ]`, its confidence after `/`; then what the Russian model reads and how sure."""

from __future__ import annotations

import pytest

from document import Box, Language, Word
from ingest.doubted_words import DOUBTED_WORD, LATIN_WORD
from ingest.doubts import Row, Sight

KNOWN = (
    " в на по из были лагеря лагере лагерь собрания комиссия решила государственной заключенная приговор слово лет пет"
    " Одесской был область бывшего Казак газета лист под "
)


def knows(word: str) -> bool:
    return f" {word} " in KNOWN


def row_of(line: str) -> tuple[Row, int]:
    """The line, whose words are sure but for the one in brackets, and its place."""
    before, doubted, after = line.replace("]", "[").split("[")
    text, confidence = doubted.rsplit("/", 1)
    words = [
        *((word, 0.96) for word in before.split()),
        (text, float(confidence)),
        *((word, 0.96) for word in after.split()),
    ]
    return Row(tuple(Word(word, Box(0, 0, 10, 10), sure) for word, sure in words), knows=knows), len(before.split())


def settled(line: str, told: str) -> str | None:
    """What becomes of the word in brackets; None if it is not doubted."""
    row, place = row_of(line)
    if not DOUBTED_WORD.doubts(row, place):
        return None
    seen, sure = told.rsplit("/", 1)
    reading = tuple(Word(part, Box(0, 0, 1, 1), float(sure)) for part in seen.split())
    return DOUBTED_WORD.decide(Sight(row, place, 1, {Language.RU: reading}, 0)) or row.text(place)


@pytest.mark.parametrize(
    ("line", "told", "expected"),
    [
        ("были в [пагере/.85] лет", "лагере/.9", "лагере"),
        ("были в [закдюченная,/.88] лет", "заключенная,/.96", "заключенная,"),
        ("были в [закдюченная/.88] лет", "заключенная/.7", "закдюченная"),  # not sure enough
        ("были в [Брайнйн/.83] лет", "Брайнин/.9", "Брайнин"),  # a rarer letter for a commoner one
        ("были в [Булак-Балахбвича/.78] лет", "Булак-Балаховича/.92", "Булак-Балаховича"),
        ("были в [Хасанов/.83] лет", "Касанов/.85", "Хасанов"),  # hardly surer
        ("были в [Зеленовка/.83] лет", "Зеленовха/.92", "Зеленовка"),  # a commoner letter for a rarer one
        ("были в [Чиж/.78] лет", "Чих/.94", "Чиж"),  # names of three letters are too like others
        ("были в [пет/.79] лет", "лет/.96", "лет"),
        ("были в [пет/.79] лет", "лет/.92", "пет"),  # both are words
        ("газета [«Қазақ»/.85] лет", "«Казак»/.96", "«Қазақ»"),  # the Russian model has no қ
        ("решила [Е/.2] лет", "«Государственной»,/.92", "«Государственной»,"),  # a scrap of a word
        ("были [у/.2] лет", "область/.8", "у"),
        ("на [‘государственной/.8] лет", "государственной/.95", "государственной"),
        ("на [‘государственной/.8] лет", "‘государственной/.95", "‘государственной"),
        ("на [бывшего:/.8] лет", "бывшего/.96", "бывшего"),
        ("на [бывшего./.7] лет", "бывшего/.96", "бывшего."),  # points are told by their ink
        ("комиссия [Собрания/.85] лет", "собрания/.96", "собрания"),
        ("комиссия [собрания/.7] лет", "Собрания/.96", "собрания"),  # a heap makes capitals
        ("комиссия [одесской/.79] лет", "Одесской/.96", "Одесской"),  # no word when small
        ("комиссия [начаЛьник/.89] лет", "начальник/.9", "начальник"),
        ("комиссия [лагеря/.7] лет", "лагеря из/.96", "лагеря"),  # another number of words
    ],
)
def test_what_a_second_look_is_worth(line: str, told: str, expected: str) -> None:
    assert settled(line, told) == expected


@pytest.mark.parametrize(
    "line",
    [
        "были в [пагере/.95] лет",  # sure
        "были в [лагере/.85] лет",  # a word as it stands
        "комиссия. [Собрания/.85] лет",  # begins a sentence
        "біз оны [комисия/.5] қызмет",  # a Kazakh line
        "были в НКВД [УНКВД/.85] лет",  # abbreviations are in no dictionary
        "the camp [пагере/.5] was open",
    ],
)
def test_words_that_are_left_alone(line: str) -> None:
    assert settled(line, "лагере/.96") is None


@pytest.mark.parametrize(
    ("line", "russian", "english", "expected"),
    [
        ("решила [no/.91] лагерь", "по/.95", "no/.95", "по"),
        ("собрания [CnoBo/.92] из", "Слово/.92", "CnoBo/.93", "Слово"),
        ("собрания [Lenox/.7] из", "Гепох/.5", "Lenox/.96", "Lenox"),
        ("собрания [Lenox/.7] из", "по/.7", "Lenox/.96", "Lenox"),
        ("собрания [Pemberley/.92] из", "по/.95", "Pemberley/.96", None),  # too sure to be doubted
        ("қала [no/.91] мен", "по/.95", "no/.95", None),  # not a Russian line
        ("Pemberley [no/.91] из", "по/.95", "no/.95", None),
        ("ст. [3a/.9] из", "за/.95", "3a/.9", None),
    ],
)
def test_latin_words_between_russian_ones(line: str, russian: str, english: str, expected: str | None) -> None:
    row, place = row_of(line)
    readings = {
        language: (Word(told.rsplit("/", 1)[0], Box(0, 0, 1, 1), float(told.rsplit("/", 1)[1])),)
        for language, told in ((Language.RU, russian), (Language.EN, english))
    }
    doubted = LATIN_WORD.doubts(row, place)
    assert doubted == (expected is not None)
    if doubted:
        assert (LATIN_WORD.decide(Sight(row, place, 1, readings, 0)) or row.text(place)) == expected
