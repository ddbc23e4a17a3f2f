"""The lexicon's tables and how names are looked up in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from models.lexicon import Lexicon, fold, load_lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def test_every_table_is_filled(lexicon: Lexicon) -> None:
    assert len(lexicon.camps) > 550
    assert len(lexicon.orders) > 130
    assert min(len(lexicon.archives), len(lexicon.organisations), len(lexicon.places)) > 40


def test_identities_are_unique(lexicon: Lexicon) -> None:
    for entries in (lexicon.archives, lexicon.camps, lexicon.orders, lexicon.organisations, lexicon.places):
        identities = [entry.id for entry in entries]
        assert len(set(identities)) == len(identities)


def test_nothing_doubtful_is_in_it(lexicon: Lexicon) -> None:
    assert {order.confidence for order in lexicon.orders} <= {"A", "B"}


def test_dates_of_orders_are_days(lexicon: Lexicon) -> None:
    assert all(re.fullmatch(r"(\d{4}-\d\d-\d\d)?", order.date) for order in lexicon.orders)


@pytest.mark.parametrize(
    ("form", "identity"),
    [("ҚР ОМА", "ЦГА РК"), ("РМӘСТА", "РГАСПИ"), ("garf", "ГАРФ"), ("ГАРФ", "ГАРФ")],
)
def test_archives_go_by_names_of_three_languages(form: str, identity: str, lexicon: Lexicon) -> None:
    found = lexicon.archive(form)
    assert found is not None
    assert found.id == identity


@pytest.mark.parametrize("form", ["Қарлаг", "Карлаг", "Karlag", "Карагандинский ИТЛ", "Қарағанды лагері"])
def test_camps_go_by_names_of_three_languages(form: str, lexicon: Lexicon) -> None:
    found = lexicon.camp(form)
    assert found is not None
    assert found.id == "karlag"


def test_an_unknown_name_is_not_found(lexicon: Lexicon) -> None:
    assert lexicon.camp("Жоқлаг") is None
    assert lexicon.archive("") is None


def test_folding_leaves_kazakh_letters() -> None:
    assert fold("«Ә Ғ Қ Ң Ө Ұ Ү Һ І Ё»") == "ә ғ қ ң ө ұ ү һ і е"


def test_the_museum_and_the_handbook_are_credited() -> None:
    credit = (Path(__file__).resolve().parents[2] / "models" / "lexicon" / "README.md").read_text(encoding="utf-8")
    assert "Gulag History Museum" in credit
    assert "Memorial" in credit
