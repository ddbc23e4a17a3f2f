"""Words with gaps between them in tenths of a letter: `губ. <0> ,`; none stands for a blank."""

from __future__ import annotations

import pytest
import regex

from document import Box, Word
from ingest.rejoined import rejoined

PITCH = 10.0


def line(shown: str) -> list[Word]:
    words: list[Word] = []
    x = 0.0
    for part in shown.split():
        if gap := regex.fullmatch(r"<(-?\d+)>", part):
            x += int(gap[1]) - PITCH
            continue
        words.append(Word(part, Box(x, 0, x + PITCH * len(part), 12), 0.9))
        x += PITCH * (len(part) + 1)
    return words


@pytest.mark.parametrize(
    ("shown", "whole"),
    [
        ("Полтавская губ. <-8> , село", "Полтавская губ., село"),
        ("Өтеген <2> . Ол", "Өтеген. Ол"),
        ("Өтеген . Ол", "Өтеген . Ол"),  # a speck in a blank, or a typist's way
        ("Өтеген. <0> . Ол", "Өтеген. . Ол"),  # the same point read twice
        ("(село Ряшки» <-5> ) и", "(село Ряшки») и"),
        ("по Южно- <2> Қостанай губернии", "по Южно-Қостанай губернии"),
        ("Южно- Қостанай губернии", "Южно- Қостанай губернии"),  # a dash with a blank lost
        ("вагоно- <2> и паровозы", "вагоно- и паровозы"),
        ("сказал- <2> Да", "сказал- Да"),
        ("село <0> Ряшки", "село Ряшки"),
        (". <0> ,", ". ,"),
    ],
)
def test_parts_nearer_than_a_blank_are_one_word(shown: str, whole: str) -> None:
    assert " ".join(word.text for word in rejoined(line(shown))) == whole


def test_the_whole_has_the_place_of_its_parts_and_the_least_confidence() -> None:
    sure, unsure = Word("ауыл", Box(0, 0, 40, 12), 0.9), Word(",", Box(41, 2, 44, 14), 0.4)
    assert rejoined([sure, unsure]) == [Word("ауыл,", Box(0, 0, 44, 14), 0.4)]
    assert rejoined([]) == []
