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


RARER = """
[CASE Уголовное дело № 23189|number=23189] пересмотрено.
По [CASE следственному делу N 1183|number=1183] свидетелей нет.
[CASE дело № П-15005|number=П-15005] выдано.
[CASE дело П 15005|number=П15005] выдано.
[CASE архивное дело № 3-4567|number=3-4567] хранится.
[CASE Арх. дело № Р-8131|number=Р-8131] хранится.
[CASE следств. дело № 12|number=12] закрыто.
[CASE следдело № 12345|number=12345] закрыто.
[CASE уголовно-следственное дело № 991|number=991] закрыто.
[CASE фильтрационное дело № 4521|number=4521] закрыто.
[CASE дело-формуляр № 77|number=77] закрыто.
[CASE розыскное дело № 77|number=77] закрыто.
[CASE учётное дело спецпоселенца № 77|number=77] закрыто.
[CASE надзорное производство № 4521-57|number=4521-57] закрыто.
[CASE дело за № 8472|number=8472] начато.
[CASE Дело № 8О12|number=8012] начато.
[CASE дело Nо 8472|number=8472] начато.
[CASE персональное дело № 15|number=15] разобрано.
[CASE лагерное дело № 30218|number=30218] пришло.
Источник: архив СБУ, [CASE д. № 12345-фп|number=12345-фп].
[CASE Архив. дело: 5521|number=5521] - УФСБ.
[CASE Архивное дело: № 5521|number=5521] хранится.
[CASE Дело: Р-12345|number=Р-12345], ЦГА.
Пересмотрено ([CASE П-2218|number=П-2218]).
[CASE АСД № 5521|number=5521] хранится.
[CASE дело № 24/37|number=24/37] начато.
[CASE дело № 1-37-112|number=1-37-112] начато.
[CASE следственное дело №0-7655|number=0-7655] начато.
[CASE іс № 8472|number=8472] басталды.
[CASE №123 іс|number=123] тоқтатылды.
[CASE № 123-іс|number=123] тоқтатылды.
[CASE № 123 іске|number=123] тігілді.
[CASE № 4410 қылмыстық ісі|number=4410] бойынша сотталды.
[CASE Архивтік-тергеу ісі № 551|number=551] ашылды.
[CASE № 551 архивтік-тергеу ісінде|number=551] сақталған.
[CASE № П-1551 іс|number=П-1551] ашылды.
[CASE қылмыстық іс № 77|number=77] ашылды.
[CASE 8472 нөмірлі іс|number=8472] ашылды.
[CASE 8472 нөмірлі тергеу ісі|number=8472] ашылды.
Оның [CASE № 02118 мұрағаттық ісінен|number=02118] үзінді.
[CASE file no. R-1234|number=R-1234] was opened.
[CASE case P-12345|number=P-12345] was opened.
[CASE case file No. 551|number=551] was opened.
[CASE investigation file no. 551|number=551] was opened.
[CASE criminal case #4471|number=4471] was opened.
[CASE Case No 12|number=12] was opened.
[CASE archival investigation file No. 04561|number=04561] was opened.
[CASE investigative case file no. 4410|number=4410] was opened.
[CASE Case № 77|number=77] was opened.
[CASE criminal file 23189|number=23189] was opened.
[CASE operational file No. 9|number=9] was opened.
[CASE personal file No. 771|number=771] was opened.
"""

NOTHING = """
дело № не значится
в деле 5 листов, по делу прошло 12 человек
дело было 5 мая 1937 г., дело о 12 колхозниках
ул. Абая, д. № 5
in this case 12 people, in the case of 1937
the file of 1937 was lost, a case study 12
№ 5 істеген жұмысы, іс 12 ай жүрді
производство № 5 завода
"""


@pytest.mark.parametrize("line", cases(CASES + NOT_CASES + RARER + NOTHING))
def test_cases(line: str, lexicon: Lexicon) -> None:
    check(line, find, lexicon)
