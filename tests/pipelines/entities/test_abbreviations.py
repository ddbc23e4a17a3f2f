"""Abbreviations in brackets behind the institutions they stand for."""

from __future__ import annotations

import pytest

from document import Label
from pipelines.entities.abbreviations import find_abbreviations
from pipelines.entities.candidate import Candidate
from tests.pipelines.entities.notation import parse

# the institutions given | what is found behind them
CASES = """
[ORG Общество помощи Үржару] (ОПҮ) создано|ОПҮ
the [ORG Orsk Steel Plant] (OrSP) and|OrSP
[ORG Қазақ партиясы] (ҚКП(б)) мүшесі|ҚКП(б)
[ORG Орский завод] (Урал) закрыт|
[ORG Завод] (ОСП) закрыт|
[LOC Орская область] (ОО) велика|
"""


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_an_abbreviation_is_a_name_of_its_own(line: str) -> None:
    marked, _, wanted = line.partition("|")
    case = parse(marked)
    given = [Candidate(each.start, each.end, Label(each.label), "model:test", 0.7) for each in case.expected]
    found = list(find_abbreviations(case.text, given))
    assert [case.text[each.start : each.end] for each in found] == wanted.split()
    assert all(each.confidence == 0.7 for each in found)
