"""Signs from outside our texts: Latin names as Russian spells them, English words in use, towns of the world."""

from __future__ import annotations

import pytest

from models.lexicon import load_lexicon
from models.names.english import NEVER_SEEN, EnglishWords
from models.names.gazetteer import Gazetteer
from models.names.known_names import KnownNames
from models.names.morphology import Morphology
from models.names.transliteration import cyrillic
from models.names.worldly import EnglishSigns, across, of_towns

SPELLINGS = """
Yezhov ежов
Vyshinsky вышинский
Kuibyshev куйбышев
Grigor'ev григорьев
Shcherbakov щербаков
Andreyevich андреевич
Schmidt шмидт
Kowalski ковалский
Gorky горкий
Nikolai николай
"""


@pytest.mark.parametrize("line", SPELLINGS.strip().splitlines())
def test_latin_names_are_spelled_as_russian_would(line: str) -> None:
    latin, russian = line.split()
    assert cyrillic(latin) == russian


@pytest.fixture(scope="module")
def words() -> EnglishWords:
    return EnglishWords()


def test_a_table_of_words_tells_of_their_use(words: EnglishWords) -> None:
    city, comrade = words.usage("Moscow"), words.usage("comrade")
    assert city.capitals > comrade.capitals
    assert city.cluster[:6] == words.usage("Warsaw").cluster[:6] != comrade.cluster[:6]
    assert words.usage("Әулиеата") == NEVER_SEEN


def test_the_russian_dictionary_knows_latin_surnames(words: EnglishWords) -> None:
    signs = EnglishSigns(words, Morphology())
    assert signs.kind("Yezhov").startswith("known")
    assert "Surn" in signs.kind("Yezhov")
    assert "Geox" in signs.kind("Karaganda")
    assert signs.kind("rain") == signs.kind("Әлі") == signs.kind("No") == "-"


def test_features_of_english_words_see_their_neighbours(words: EnglishWords) -> None:
    tokens, shapes = ["Yezhov", ",", "Nikolai"], ["Xx", ",", "Xx"]
    first, _, last = EnglishSigns(words, Morphology()).describe(tokens, shapes, ["-"] * 3)
    assert any(name.startswith("russian=known") for name in first)
    assert any(name.startswith("looks+=") for name in first)
    assert any(name.startswith("looks-=") for name in last)


def test_only_separators_join_what_stands_around_them() -> None:
    assert list(across(["a", ",", "b"], ["A", ",", "B"], 0)) == ["+=A,B"]
    assert list(across(["a", "и", "b"], ["A", "и", "B"], 2)) == []


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(load_lexicon())


TOWNS = """
Kokchetav in|B-town -
Alma-Ata|B-town
в Семипалатинске|- B-town?
Novaya Lyalya|B-town I-town
yesterday Kokshetau|- B-town
"""


@pytest.mark.parametrize("line", TOWNS.strip().splitlines())
def test_towns_are_known_in_both_alphabets(line: str, gazetteer: Gazetteer) -> None:
    text, _, marks = line.partition("|")
    assert gazetteer.towns.mark(text.split()) == marks.split()


def test_a_name_may_carry_an_ending_on_its_last_word() -> None:
    names = KnownNames({"ақ мешіт": "town"})
    assert names.mark(["Ақ", "Мешітте", "Ақ", "бүркіт"]) == ["B-town?", "I-town?", "-", "-"]


def test_a_list_of_towns_shows_across_commas() -> None:
    marks = ["B-town", "-", "-"]
    assert "town-=B-town," in set(of_towns(["Омск", ",", "Үржар"], marks, 2))
