"""Notations of acts, provisions, cases, camps and holdings in three languages: a line a case in `notations/*.txt`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from models.lexicon import Lexicon
from pipelines.entities import articles, camps, cases, fonds, orders
from pipelines.entities.candidate import Candidate
from tests.pipelines.entities.notation import cases as lines_of
from tests.pipelines.entities.notation import check

FOLDER = Path(__file__).resolve().parent / "notations"
FINDERS: Mapping[str, Callable[[str, Lexicon], Iterable[Candidate]]] = {
    "orders": orders.find,
    "articles": articles.find,
    "cases": cases.find,
    "camps": camps.find,
    "fonds": fonds.find,
}


# A test a line would take longer to set up than to run.
@pytest.mark.parametrize("name", FINDERS)
def test_notations(name: str, lexicon: Lexicon) -> None:
    wrong = []
    for line in lines_of((FOLDER / f"{name}.txt").read_text(encoding="utf-8")):
        try:
            check(line, FINDERS[name], lexicon)
        except AssertionError as error:
            wrong.append(f"{line}\n{error}")
    assert not wrong, "\n".join(wrong)
