"""A surname seen with initials names the person again where it stands alone, and is no place."""

from __future__ import annotations

import pytest

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.same_people import as_people, find_again
from tests.pipelines.entities.notation import cases, parse

# `[…]` is found already, `{…}` is to be found again.
LINES = """
[Н.И. Вершинский] арестован. Дело {Вершинского} окончено.
по делу [Токарева С.М.] допрошен сам {Токарев}
[Ә. Вершинский] келді. Кейін {Вершинскийдің} хаты табылды.
[A. Waller] was a miner. In 1937 {Waller} was shot.
[Ә. Вершинский] келді. Содан [Вершинскийдің] хаты.
[Нұрбек Вершинский] келді. Кейін {Вершинскийді} көрді.
[Wallerstein] was a miner. In 1937 {Wallerstein} was shot.
[Maria] wrote. Then Maria left.
колхоз: [С.М. Токарев] основал колхоз имени Токарева
"""


@pytest.mark.parametrize("line", LINES.strip().splitlines())
def test_people_are_known_again(line: str) -> None:
    text, found, wanted = "", [], []
    start = 0
    for sign in line:
        if sign in "[{":
            start = len(text)
        elif sign == "]":
            found.append(Candidate(start, len(text), Label.PERSON, "model:test", 0.96))
        elif sign == "}":
            wanted.append((start, len(text)))
        else:
            text += sign
    assert [(each.start, each.end) for each in find_again(text, found)] == wanted


def test_doubtful_names_teach_nothing() -> None:
    text = "Ә. Вершинский келді. Вершинскийдің хаты"
    assert not list(find_again(text, [Candidate(0, 13, Label.PERSON, "model:test", 0.5)]))


# what a tagger marked → what it should have marked
PLACES = """
[PERSON M. Renshaw] spoke. The Chief ([LOC Renshaw]) wrote of Қарағанды → [PERSON Renshaw]
Mr. [PERSON Renshaw] spoke. Chief ([LOC Renshaw]) wrote → [PERSON Renshaw]
[PERSON M. Renshaw] spoke. He lived in [LOC Renshaw] → [LOC Renshaw]
[PERSON S. Kirov] spoke. [LOC Kirov] sent bread → [LOC Kirov]
[PERSON Renshaw] spoke. [LOC Renshaw] sent bread → [LOC Renshaw]
"""


@pytest.mark.parametrize("line", cases(PLACES))
def test_places_called_as_a_person_are_the_person(line: str) -> None:
    marked, wanted = (parse(side) for side in line.split(" → "))
    found = [Candidate(each.start, each.end, each.label, "m") for each in marked.expected]
    last = list(as_people(marked.text, found))[-1]
    assert (marked.text[last.start : last.end], last.label) == (wanted.text, wanted.expected[0].label)
