from __future__ import annotations

import pytest

from document import Box, Language, Settings, Word
from ingest.dictionary import load_dictionary
from ingest.misspelt import with_words
from ingest.ocr import find_tessdata, load_recognizer
from tests.ingest.made_dictionary import graph

WORDS = (
    "application camp clerk dared married quietly worried gentle gentile known the that her and baie whose"
    " correctly Mrs summoned yard yarn"
)


def mended(text: str) -> str:
    words = [Word(each, Box(0, 0, 9, 9)) for each in text.split()]
    return " ".join(word.text for word in with_words(words, graph(WORDS)))


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ("the oamp", "the camp"),
        ("quietiy, and", "quietly, and"),
        ("applicetion", "application"),
        ("(warried)", "(married)"),  # worried is as near, but `w` is m before `a` is o
        ("knovm", "known"),
        ("oorreotly", "correctly"),  # two mistakes in a long word
        ("ond thet", "and that"),  # short ones against the commonest
        ("whos", "whos"),  # nothing of like shape
        ("yarl", "yarl"),  # yard is not of like shape either
        ("Oamp Gentie", "Oamp Gentie"),  # names begin so
        ("gentiie", "gentile"),
        ("aul of the bais", "aul of the bais"),  # foreign words are known by a list
        ("appli- cetion", "appli- cetion"),  # halves of a word tell nothing
        ("п1сьмо қамап oamp2", "п1сьмо қамап oamp2"),
        ("iirs. Akhmetova Hrs. Ospanova", "Mrs. Akhmetova Mrs. Ospanova"),
        ("after 2 hrs. We Hrs. of", "after 2 hrs. We Hrs. of"),
    ],
)
def test_english_words_that_are_none(read: str, expected: str) -> None:
    assert mended(read) == expected


def test_words_as_near_as_each_other_leave_it_open() -> None:
    (word,) = with_words([Word("wora", Box(0, 0, 9, 9))], graph("more mere wore ward mora"))
    assert word.text == "wora"


@pytest.mark.parametrize(
    ("pack", "known", "unknown"),
    [("eng", "occupied", "oosupied"), ("rus", "постановление", "постановленпе"), ("kaz", "аудандық", "аудандьық")],
)
def test_the_dictionary_of_a_pack(pack: str, known: str, unknown: str) -> None:
    dictionary = load_dictionary(find_tessdata([pack]) / f"{pack}.traineddata")
    assert dictionary is not None
    assert dictionary.knows(known)
    assert not dictionary.knows(unknown)
    assert not dictionary.knows("")


def test_a_recogniser_gives_the_words_of_a_language_once() -> None:
    recognizer = load_recognizer(Settings())
    english = recognizer.dictionary(Language.EN)  # type: ignore[attr-defined]
    assert english.like("oosupied", {"o": "c", "s": "c"}, 2) == [(200, "occupied")]
    assert recognizer.dictionary(Language.EN) is english  # type: ignore[attr-defined]
    assert recognizer.dictionary(Language.UND) is None  # type: ignore[attr-defined]
