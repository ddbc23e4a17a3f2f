"""What a token tells of itself and gives its neighbours to see."""

from __future__ import annotations

import pytest

from models.names.looks import FAR, NEAR, Signs, edge, look_of, plain, shape

LOOK = look_of(Signs("әлихан", "Xx", "-", "B-place", "-/B-PERSON", "given", "-", "-"))


def test_a_token_tells_of_its_letters_and_signs() -> None:
    assert {"word=әлихан", "kind+shape=-|Xx", "length=6", "begins2=әл", "ends5=лихан", "clue+shape=given|Xx"} < set(
        LOOK.own
    )


def test_an_affix_is_shorter_than_its_word() -> None:
    of_two = look_of(Signs("өз", "x", "-", "-", "-", "-", "-", "-")).own
    assert [each for each in of_two if each.startswith(("begins", "ends"))] == ["begins1=ө", "ends1=з"]


def test_neighbours_see_a_token_by_where_it_stands() -> None:
    assert {"-1word=әлихан", "-1ends=хан", "-1clue=given", "-1town=-"} < set(LOOK.near[-1])
    assert {"2opinions=-/B-PERSON", "+2clue=given"} < set(LOOK.near[2])
    assert [LOOK.near[offset] for offset in FAR] == [("-3word=әлихан",), ("3word=әлихан",)]


def test_an_edge_is_seen_from_near_alone() -> None:
    assert [edge().near[offset] for offset in NEAR] == [("-2=edge",), ("-1=edge",), ("1=edge",), ("2=edge",)]
    assert edge().near[3] == ()


@pytest.mark.parametrize(
    ("text", "looks"),
    [("Ежов", "Xx"), ("ҰХҚ", "X"), ("Ә", "X1"), ("1937", "d"), ("қала", "x"), ("58-бап", "d-x"), ("№", "№")],
)
def test_shapes(text: str, looks: str) -> None:
    assert shape(text) == looks


def test_figures_are_all_alike() -> None:
    assert [plain("1937"), plain("Қазан")] == ["0000", "қазан"]
