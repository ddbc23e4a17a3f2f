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
the [CAMP White Sea–Baltic camp] and
held at [CAMP PW Camp 7330/11], Balqash
In [CAMP Alzhir|id=alzhir] and [CAMP A.L.ZH.I.R.|id=alzhir] at [CAMP ALJIR]
Huber was sent to [CAMP Kok-Uzek], Kok-Uzek village
in [CAMP camp number 99] near Қарағанды
At [CAMP Camp 99] and [CAMP Camp No. 99/13] on Camp 12 km away
the [CAMP 26th point|id=alzhir] and the 26th point of the agenda, Ақмола
the [CAMP Third Department of Steplag], the Sanitary Department of [CAMP Karlag|id=karlag]
[CAMP lagpunkt No. 3]; [CAMP Sub-camp 15]; [CAMP prisoner-of-war camp No. 37]
Istoriya [CAMP Karlaga|id=karlag], Malaga, “[CAMP Stepnoi lager']”
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


RARER = """
Сидел в [CAMP Соловецком лагере|id=solovetskii-itl-ogpu] два года.
Сидел в [CAMP УСЛОНе|id=solovetskii-itl-ogpu] два года.
Погиб в [CAMP Севураллаге|id=severo-uralskii-itl].
Погиб в [CAMP Ивдельлаге|id=ivdelskii-itl].
Погиб в [CAMP БАМЛАГе|id=baikalo-amurskii-itl].
Погиб в [CAMP Бамлаге|id=baikalo-amurskii-itl].
Погиб в [CAMP Усольлаге|id=usolskii-itl].
Погиб в [CAMP Воркутлаге|id=vorkutinskii-itl].
Погиб в [CAMP Сиблаге|id=sibirskii-itl].
Погиб в [CAMP Свирьлаге|id=svirskii-itl].
Погиб в [CAMP Белбалтлаге|id=belomoro-baltiiskii-itl].
Погиб в [CAMP Беломорско-Балтийском ИТЛ|id=belomoro-baltiiskii-itl].
Погиб в [CAMP Вишерском лагере|id=visherskii-itl].
Погиб в [CAMP Северо-Восточном ИТЛ|name=Северо-Восточный ИТЛ].
Погиб в [CAMP Северо-Уральском ИТЛ|id=severo-uralskii-itl].
Заключённый [CAMP Краслага|id=krasnoiarskii-itl] умер.
Работал в [CAMP лагпункте № 5 Карлага|name=лагпункт № 5 Карлага] врачом.
Работал в [CAMP Долинском лагпункте|name=Долинский лагпункт] врачом.
Работал в [CAMP Джезказганском отделении Карлага|name=Джезказганское отделение Карлага] врачом.
Работал в [CAMP 3-м лаготделении Степлага|name=3-е лаготделение Степлага] врачом.
Работал в [CAMP Кенгирском лагерном отделении|name=Кенгирское лагерное отделение] врачом.
Работал в [CAMP Спасском лагере № 99|name=Спасский лагерь № 99] врачом.
Содержался в [CAMP спецлагере № 7|id=spetslager-7].
Содержался в [CAMP спецлагере НКВД № 0302|name=спецлагерь НКВД № 0302].
Содержался в [CAMP ИТК № 12|name=ИТК № 12].
Содержался в [CAMP Актасском ОЛП|name=Актасский ОЛП].
Содержался в [CAMP Акмолинском лагере жён изменников Родины|id=alzhir].
Узницы [CAMP А.Л.Ж.И.Р.а|id=alzhir] помнят.
Служил в охране [CAMP Озерлага|id=ozernyi-lager].
Этапирован в [CAMP Речлаг|id=rechnoi-lager].
Этапирован в [CAMP Минлаг|id=mineralnyi-lager].
Этапирован в [CAMP Горлаг|id=gornyi-lager].
Этапирован в [CAMP Береговой лагерь|id=beregovoi-lager].
Этапирован в [CAMP особлаг № 6|id=rechnoi-lager].
Этапирован в [CAMP лагерь № 6062|name=лагерь № 6062].
Этапирован в [CAMP Песчанлаг|id=peschanlag].
Этапирован в [CAMP Луглаг|id=luglag].
Этапирован в [CAMP Северо-Печорский ИТЛ|id=severo-pechorskii-itl].
Умер в [CAMP Актюбинском ИТЛ|id=aktyubinlag].
Жил в [CAMP спецпосёлке № 13|name=спецпосёлок № 13].
Жил в [CAMP трудпосёлке № 13|name=трудпосёлок № 13].
Ол [CAMP Қарлагта|id=karlag] жазасын өтеді.
Ол [CAMP Карлагқа|id=karlag] айдалды.
Ол [CAMP Норильлагта|id=norilskii-itl] қайтыс болды.
Ол [CAMP Колыма лагерінде|name=Колыма лагері] қайтыс болды.
Ол [CAMP Соловки лагерінде|id=solovetskii-itl-ogpu] қайтыс болды.
Ол [CAMP Магадан лагерлерінде|name=Магадан лагерлері] қайтыс болды.
Ол [CAMP Долинка лагерінде|name=Долинка лагері] қайтыс болды.
Ол [CAMP Кеңгір лагерінде|name=Кеңгір лагері] көтеріліске қатысты.
Ол [CAMP Спасск лагерінде|name=Спасск лагері] қайтыс болды.
Ол [CAMP № 99 лагерьде|name=№ 99 лагерь] болды.
Ол [CAMP Ақмола лагерінде|name=Ақмола лагері] болды.
Ол [CAMP Отанын сатқандар әйелдерінің Ақмола лагерінде|id=alzhir] болды.
Ол [CAMP ТЕМЛАГ-та|id=temnikovskii-itl] болды.
Ол [CAMP Степлаг лагерінде|id=steplag] болды.
Ол [CAMP Жезқазған лагерінде|id=dzhezkazganlag] болды.
Ол [CAMP Қарағанды түзеу-еңбек лагерінде|id=karlag] болды.
He died in the [CAMP Solovki camp|id=solovetskii-itl-ogpu] in 1937.
He died in the [CAMP Solovetsky Special Purpose Camp|id=solovetskii-itl-ogpu] in 1937.
He died in the [CAMP Kolyma camps|name=Kolyma camps] in 1937.
He died in [CAMP Sevvostlag|id=severo-vostochnyi-itl] in 1937.
He died in [CAMP Dmitlag|id=dmitrovskii-itl] in 1937.
He died in [CAMP BAMLag|id=baikalo-amurskii-itl] in 1937.
He died in the [CAMP Karaganda Corrective Labour Camp|id=karlag] in 1937.
He died in the [CAMP Karaganda Corrective-Labor Camp|id=karlag] in 1937.
He died in the [CAMP Karaganda ITL|id=karlag] in 1937.
He died in [CAMP Kengir camp|name=Kengir camp] in 1954.
She was in the [CAMP Akmolinsk Camp of Wives of Traitors to the Motherland|id=alzhir] in 1938.
She was in [CAMP A.L.Zh.I.R.|id=alzhir] in 1938.
He was in [CAMP Special Camp No. 4|id=steplag] in 1949.
He was in [CAMP Camp No. 99|name=Camp No. 99] in 1949.
He was in the [CAMP Spassk camp|name=Spassk camp] in 1949.
He was in the [CAMP Temnikov camp|name=Temnikov camp] in 1939.
He was in the [CAMP Vorkuta labor camp|name=Vorkuta labor camp] in 1939.
He was in [CAMP Vorkutlag|id=vorkutinskii-itl] in 1939.
He was in the [CAMP Krasnoyarsk ITL|id=krasnoiarskii-itl] in 1939.
She gave birth in [CAMP KarLag|id=karlag] in 1939.
She was in the [CAMP Norilsk corrective labor camp|name=Norilsk corrective labor camp] in 1939.
She was in the [CAMP Dolinka camp department|name=Dolinka camp department] in 1939.
"""

NOTHING = """
Сібір лагерлері, Қазақстан лагерьлері, Сталин лагерлері
Сол лагерінде, Ол лагерінде
Siberian camp, Base Camp, Auschwitz concentration camp, the Soviet camps
трудпоселенца № 77, спецпоселенцы
Колыма, Соловки, Воркута, Долинка ауылы
Бухенвальд, Дахау, Освенцим
"""


@pytest.mark.parametrize("line", cases(CAMPS + NOT_CAMPS + RARER + NOTHING))
def test_camps(line: str, lexicon: Lexicon) -> None:
    check(line, find, lexicon)
