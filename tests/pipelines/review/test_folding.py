"""One word in three alphabets folds to one; the beginning of a word folds to the beginning of its fold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.review.folding import fold, fold_word, folded_text


@pytest.mark.parametrize(
    "words",
    [
        "Әлихан Алихан Alikhan ALIKHAN",
        "Ежов Yezhov Ezhov ежов",
        "Қарқаралы Каркаралы Karkaraly Qarqaraly",
        "Шоқай Шокай Shokay",
        "Щукин Shchukin",
        "Көкшетау Кокшетау Kokshetau",
        "Ұлытау Улытау Ulytau",
        "Юрий Yuriy Iurii",
    ],
)
def test_spellings_of_one_word_fold_to_one(words: str) -> None:
    assert len({fold_word(word) for word in words.split()}) == 1, {word: fold_word(word) for word in words.split()}


@pytest.mark.parametrize("pair", ["Әлихан Әлима", "Ежов Ежовск", "бап баб", "1937 1938"])
def test_other_words_stay_apart(pair: str) -> None:
    first, second = pair.split()
    assert fold_word(first) != fold_word(second)


def test_signs_are_no_part_of_words() -> None:
    assert folded_text("«Қор» № 58-10, с. 7!") == "kor 58 10 s 7"
    assert fold("  ") == []


@given(st.text(alphabet="әғқңөұүһіабвшщжхью yjkhsczw-19ё\u0301\u202e\x00"))
def test_places_of_words_are_those_of_the_text(text: str) -> None:
    for word in fold(text):
        assert 0 <= word.start < word.end <= len(text)
        assert fold_word(text[word.start : word.end]) == word.folded != ""
