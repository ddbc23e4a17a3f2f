"""Words for slovnet are razdel's."""

from __future__ import annotations

import pytest
from razdel import tokenize

from models.names.words import words_of


@pytest.mark.parametrize(
    "line",
    [
        "",
        " \t\n",
        "Әлихан",
        "В 1937-1938 гг. И.И.Құрманов (р. 1898) – зам. нач. УНКВД...",
        "дело № 3/187-б, т.2, л. 14—15об.; ст.58-10, ч.1 УК РСФСР",
        "а -б, какой - то, какой -то, 3 ,14 и 3, 14, 1/2, 1 /2",
        "«Жаңа өмір»,— писал он?!.. ** -- :-) _снято_ ΔP mβж yahoo!",
        "слово" * 50 + "Ұ" * 70 + "1,5%",
    ],
)
def test_words_are_those_of_razdel(line: str) -> None:
    assert [tuple(word) for word in words_of(line)] == [(each.start, each.stop, each.text) for each in tokenize(line)]
