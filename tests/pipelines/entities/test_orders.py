"""Normative acts, a line a case."""

from __future__ import annotations

import pytest

from models.lexicon import Lexicon
from pipelines.entities.orders import find
from tests.pipelines.entities.notation import cases, check

NUMBERS = """
по [ORDER оперативному приказу № 00447|type=order; issuer=NKVD USSR; date=1937-07-30] НКВД
[ORDER приказом НКВД СССР № 00485|id=NKVD-USSR/00485] от 11 августа 1937 г.
[ORDER приказ НКВД 001645|number=001645] от 19/20 октября 1943
[ORDER постановление СНК СССР № 1428-326сс|type=resolution; number=1428-326сс; id=SNK-USSR-TsK/1428-326сс]
[ORDER директивы НКВД № 39|type=directive; number=39] от 15 марта 1945 года
следующим [ORDER приказом НКВД (№ 00881|number=00881] от 21/23 мая 1943 года)
[ORDER Указ Президиума Верховного Совета СССР № 133/12|id=PVS-USSR/133/12]
[ORDER решение Политбюро П51/94|type=decision; id=Politburo/П51/94] от 2 июля
[ORDER приказы НКВД № 00447|id=NKVD-USSR/00447] и [ORDER № 00485|id=NKVD-USSR/00485; type=order]
сослан по [ORDER № 00486|id=NKVD-USSR/00486], как жена
[ORDER №00485 бұйрық|number=00485; id=NKVD-USSR/00485] шықты
[ORDER бұйрық (№00485)|number=00485] 11 тамызда шығарылды
[ORDER № 280 Жарлығымен|type=decree; number=280] бекітілген
[ORDER № 00447 жедел бұйрығы|id=NKVD-USSR/00447] бойынша
[ORDER № 2238-523с Қаулысында|type=resolution; number=2238-523с]
[ORDER № 1123 сс|number=1123сс] және [ORDER № 1281 сс қаулыларының|number=1281сс]
Then [ORDER operational order No. 00447|id=NKVD-USSR/00447; date=1937-07-30] signed by
the NKVD [ORDER Order 00485|number=00485] of August
[ORDER decree No. 280|type=decree; number=280]
the [ORDER directive of the People's Commissar of Defense 200ss|number=200ss]
"""

TITLES = """
[ORDER Декрет ВЦИК «О праве убежища»|type=decree; issuer=VTsIK; title=О праве убежища] от 28 марта
[ORDER закон «О реабилитации жертв политических репрессий»|type=law; id=RSFSR/1761-1]
[ORDER инструкция «Порядок ведения дел ссыльных»|type=instruction] разослана
[ORDER «Шетелдік мамандарды тарту туралы» қаулысы|type=resolution; title=Шетелдік мамандарды тарту туралы]
[ORDER «Азаматтық туралы» 1938 жылғы 19 тамыздағы Заңы|type=law; title=Азаматтық туралы]
ІІХК-нің [ORDER № 68 (22.08.1937) циркуляры|type=circular; number=68] бойынша
[ORDER № 00447 («ескі байлар») бұйрығы|type=order; number=00447]
[ORDER 1937 жылдың 30 шілдесіндегі бұйрығы|type=order; date=1937-07-30] бойынша
1937 жылғы 25 шілдедегі [ORDER «Әйелдерді көшіру туралы» бұйрық|type=order; date=1937-07-25] бойынша
[ORDER «КСРО азаматтығы туралы» жаңа заң|type=law] қабылданғаннан кейін
[ORDER «Байларды тәркілеу» туралы декретін|type=decree] жариялады
the [ORDER Law of the Republic of Kazakhstan “On Rehabilitation of Victims”|type=law] (dated April 14, 1993)
тағы бір қаулы қабылданды: «[ORDER Ауылдағы жұмыс туралы|type=resolution]».
"""

DAYS = """
на основании [ORDER закона РСФСР от 18.10.1991|type=law; date=1991-10-18; id=RSFSR/1761-1].
[ORDER закон от 1.12.34|date=1934-12-01; id=TsIK-USSR/1934-12-01]
[ORDER постановление ЦИК и СНК СССР от 7 августа 1932 г.|type=resolution; date=1932-08-07]
[ORDER 1938 жылғы 9 маусымдағы қаулысымен|date=1938-06-09; type=resolution] азаматтығынан айырды
[ORDER 1925 жылғы КСРО Халық Комиссарлары Кеңесінің жарлығына|type=decree; date=1925] сәйкес
the [ORDER Decree of the Politburo March 23, 1938|type=decree; date=1938-03-23]
"""

BESIDE = """
бұйрықтар шықты: неміс ([ORDER № 00439|id=NKVD-USSR/00439; type=order]), поляк ([ORDER № 00485|id=NKVD-USSR/00485])
[ORDER Постановление СНК СССР о комиссии по делам переселенцев 17.02.1925 г.|date=1925-02-17] // СЗ
по [ORDER закону 1938 года|type=law; date=1938] о гражданстве
under the [ORDER 1938 Law|type=law; date=1938] on citizenship
ОГПУ-дің [ORDER 44/21 бұйрығы|id=OGPU/44/21]
[ORDER «№00486» бұйрығы|id=NKVD-USSR/00486]
[ORDER закон от 7 августа|type=law]
приказы [ORDER приказами НКВД №№ 00485|number=00485], [ORDER 00439|number=00439] и [ORDER 00593|number=00593]
"""

MISREAD = """
[ORDER приказ НКВД N° О0447|number=00447; id=NKVD-USSR/00447]
[ORDER приказом НКВД Nо 00485|id=NKVD-USSR/00485]
[ORDER приказа № 0048З|number=00483]
"""

NOT_ORDERS = """
по приказу начальника лагеря его перевели
бұйрық беріп, қаулы қабылдады
осуждён постановлением НКВД и Прокурора СССР от 10 января 1938 г.
закон, указ, решение партии
распоряжению завода подчинялся, как и завод № 710
законы природы и порядок
the law of nature, in order to live
өкімет басына келді, заңгер, нұсқаушы
1941 жылғы 7 маусымдағы ІІХК арнайы жиналысының шешімімен босатылды
в порядке № 5
приказом установлено, что завод № 0172 и ПФЛ № 0302 закрыты
решение тройки № 5
закон "очень сложен", говорил он
"""


@pytest.mark.parametrize("line", cases(NUMBERS + TITLES + DAYS + BESIDE + MISREAD + NOT_ORDERS))
def test_orders(line: str, lexicon: Lexicon) -> None:
    check(line, find, lexicon)


def test_an_order_of_another_day_is_not_the_known_one(lexicon: Lexicon) -> None:
    (found,) = find("приказ НКВД № 00447 от 5 мая 1943 г.", lexicon)
    assert getattr(found.value, "id", "") is None
    assert getattr(found.value, "date", "") == "1943-05-05"
