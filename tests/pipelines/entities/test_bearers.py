"""Orders, ships and works called after people are no people; streets and peaks are places."""

from __future__ import annotations

import pytest

from pipelines.entities.bearers import is_borne
from pipelines.entities.candidate import Candidate
from pipelines.entities.repairs import repaired
from tests.pipelines.entities.notation import cases, parse

CASES = """
на улице [PERSON Шоқана Уәлиханова], 12 → на [LOC улице Шоқана Уәлиханова], 12
[LOC Орск], ул. [PERSON Абая], 5 → [LOC ул. Абая]
пик [PERSON Ленина] → [LOC пик Ленина]
На улице [PERSON Орлов] упал → [PERSON Орлов]
станции [PERSON Берия] → [LOC станции Берия]
"""


@pytest.mark.parametrize("line", cases(CASES))
def test_places_called_after_people(line: str) -> None:
    before, after = line.split(" → ")
    case = parse(before)
    span = case.expected[-1]
    found = repaired(case.text, Candidate(span.start, span.end, span.label, "model:test"))
    wanted = parse(after).expected[0]
    assert found is not None
    assert (case.text[found.start : found.end], found.label) == (
        parse(after).text[wanted.start : wanted.end],
        wanted.label,
    )


@pytest.mark.parametrize(
    ("line", "borne"),
    [
        ("награждён орденом [PERSON Ленина]", True),
        ("крейсер «[PERSON Киров]» и", True),
        ("орден [PERSON Ленина]", True),
        ("Ледокол «Иосиф [PERSON Сталин]»", True),
        ("роман «[PERSON Әлия Сеитова]» и", True),
        ("премия имени [PERSON Горького]", True),
        ("орден получил [PERSON Сеитов]", False),
        ("роман [PERSON Шолохова]", False),
        ("«[PERSON Сеитов] болен», – сказал", False),
        ("у памятника [PERSON Ленину]", False),
    ],
)
def test_what_bears_a_name_is_nobody(line: str, borne: bool) -> None:
    case = parse(line)
    candidate = Candidate(case.expected[0].start, case.expected[0].end, case.expected[0].label, "model:test")
    assert is_borne(case.text, candidate) is borne
    assert (repaired(case.text, candidate) is None) is borne
