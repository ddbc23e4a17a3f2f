"""Passages to learn from are also shown as a worn page is read."""

from __future__ import annotations

import random
import unicodedata

from document import Label, Language
from models.train.passages import Passage
from models.train.worn import ALIKE, worn

PASSAGE = Passage(
    Language.KK,
    "work.txt",
    "Ә. Сәрсенбіұлы Қарағандыға 1938 жылғы 5 наурызда келді. " * 40,
    ((0, 15, Label.PERSON), (16, 27, Label.LOC)),
)


def read_of_pages(count: int) -> list[Passage]:
    chance = random.Random(1938)  # noqa: S311 - misreadings, not secrets
    return [worn(PASSAGE, chance) for _ in range(count)]


def test_a_few_letters_are_misread_for_others_that_look_like_them() -> None:
    for page in read_of_pages(20):
        pairs = [(one, two) for one, two in zip(PASSAGE.text, page.text, strict=True) if one != two]
        assert 0 < len(pairs) < 0.05 * len(PASSAGE.text)
        assert all(any(one in group and two in group for group in ALIKE) for one, two in pairs)


def test_entities_stay_where_they_are() -> None:
    assert all(page.entities == PASSAGE.entities for page in read_of_pages(5))


def test_text_stays_composed() -> None:
    assert all(unicodedata.is_normalized("NFC", page.text) for page in read_of_pages(20))


def test_the_same_chance_misreads_the_same() -> None:
    assert read_of_pages(3) == read_of_pages(3)


def test_no_two_groups_are_the_same() -> None:
    assert len({frozenset(group) for group in ALIKE}) == len(ALIKE)
    assert all(len(set(group)) == len(group) > 1 for group in ALIKE)
