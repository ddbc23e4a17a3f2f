"""Camps, a line a case."""

from __future__ import annotations

import pytest

from models.lexicon import Lexicon
from pipelines.entities.camps import find
from tests.pipelines.entities.notation import cases, check

CAMPS = """
отбывала срок в [CAMP Карлаге|id=karlag]
[CAMP АЛЖИРа|id=alzhir] узницы
[CAMP Степлагтың|id=steplag] тұтқыны
[CAMP Степлагқа|id=steplag] жіберілді
[CAMP ТЕМЛАГ-қа|name=Темниковский ИТЛ] айдалды
[CAMP Қарағанды лагерінде|id=karlag] болды
[CAMP Темников түзету-еңбек лагері|name=Темников түзету-еңбек лагері]
sent to [CAMP Karlag|id=karlag] and [CAMP Norillag]
[CAMP Карагандинского исправительно-трудового лагеря|id=karlag]
[CAMP Рязанском ПФЛ|Рязанский ПФЛ]
[CAMP Феодосийский ПФЛ № 0260]
[CAMP ПФЛ № 0329|ПФЛ № 0329]
[CAMP лагеря № 104|лагерь № 104] для военнопленных
[CAMP ЛО № 3 Степлага]
[CAMP Особый лагерь № 8]
[CAMP Песчаного лагеря]
в [CAMP Степнякском лагерном отделении]
[CAMP ИТЛ «ЕЛ»]
[CAMP Лагерь при Строительстве 514]
[CAMP Лагерь Шетского горнорудного управления] закрыт
[CAMP Карагандажилстрой и ИТЛ]
the [CAMP Karaganda camp] was
[CAMP 15-го лагерного отделения Карлага]
[CAMP Акмолинское отделение Карлага]
[CAMP Соловецких лагерей] узник
[CAMP лагерь военнопленных № 29]
[CAMP Ақмола еңбекпен түзеу лагері]
[CAMP АЛЖИР лагері|id=alzhir]
[CAMP Special Camp No. 4]
"""

NOT_CAMPS = """
ГУЛАГ, ГУЛАГа, ГУЛАГтың, Gulag
концлагерь, концлаг, шталаг
лагерь, лагеря для военнопленных, в лагере
исправительно-трудовой лагерь
пионерский лагерь, Советский лагерь
флаг, Шлаг, слон в зоопарке
лагерьлердің, лагерь түрмесі
the camp, Soviet camps, a Nazi camp
"""


@pytest.mark.parametrize("line", cases(CAMPS + NOT_CAMPS))
def test_camps(line: str, lexicon: Lexicon) -> None:
    check(line, find, lexicon)
