"""A surname seen with initials names the person again where it stands alone."""

from __future__ import annotations

import pytest

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.same_people import find_again

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
