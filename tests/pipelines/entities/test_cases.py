"""Numbered cases, a line a case."""

from __future__ import annotations

import pytest

from models.lexicon import Lexicon
from pipelines.entities.cases import find
from tests.pipelines.entities.notation import cases, check

CASES = """
[CASE дело № 8472|8472] начато
[CASE Следственное дело № 1234|1234] по обвинению
[CASE архивно-следственному делу № 05123|05123]
[CASE Арх.дело: П-15005|П-15005]
[CASE Арх.дело: КГБ РБ - 27047-с|27047-с] – Минск
(пересмотрено: [CASE П-23180|П-23180])
По первому делу: [[CASE №: 23898|23898]];
[CASE № 123 іс|123] қаралды
[CASE № 8472 тергеу ісі|8472]
[CASE Тергеу ісі № 8472|8472]
The [CASE investigative file No. 8472|8472] contains
[CASE Case No. 12|12] was closed
[CASE дело N° 8472|8472]
[CASE арх.-след. дело № 456|456]
[CASE наблюдательное дело № 12|12]
[CASE дело П-456|П-456]
[CASE арх. № П-7654|П-7654]
[CASE архивтік іс № 5612|5612]
[CASE 5612-іс|5612] бойынша
[CASE archive file P-12345|P-12345]
"""

NOT_CASES = """
дело в том, что 5 лет
это дело 5 марта
in case 5 of them
іс 5 күнде аяқталды
на деле № не указан
"""


@pytest.mark.parametrize("line", cases(CASES + NOT_CASES))
def test_cases(line: str, lexicon: Lexicon) -> None:
    check(line, find, lexicon)
