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


RARER = """
1937 жылдың 25 шілдесінде Ежов [ORDER №00439 бұйрыққа|number=00439; date=1937-07-25] қол қойды.
ІІХК [ORDER №00447бұйрығы|number=00447] бойынша тізім жасалды.
Халкомның [ORDER N 00485 бұйрығы|number=00485] жергілікті жерлерге жетті.
Ішкі істер халық комиссарының [ORDER № 00593 оперативтік бұйрығында|number=00593] харбиндіктер аталды.
[ORDER 00486 бұйрығымен|number=00486] әйелдер мен балалар тұтқындалды.
КСРО ІІХК-нің [ORDER № 00486 «Отан сатқындарының әйелдерін жазалау туралы» бұйрығы|number=00486] шықты.
БК(б)П ОК мен КСРО ХКК-нің [ORDER № 1428-326 сс қаулысы|number=1428-326сс; type=resolution] бойынша корейлер көшірілді.
Қазақ АКСР ОАК-нің [ORDER 1928 жылғы 27 тамыздағы декреті|type=decree; date=1928-08-27] байларға қарсы бағытталды.
Сталин [ORDER 1937 жылғы 2 шілдедегі Саяси Бюро шешіміне|type=decision; date=1937-07-02] қол қойды.
[ORDER 1934 жылғы 1 желтоқсандағы қаулы|type=resolution; date=1934-12-01] тергеуді он күнге дейін қысқартты.
[ORDER 1948 жылғы ақпан айындағы жарлық|type=decree; date=1948-02] айдаудағыларға қатысты болды.
Бұл [ORDER 1918 жылғы декретте|type=decree; date=1918] жазылған.
[ORDER «Халық жауларының мүлкін тәркілеу туралы» бұйрық|type=order] шықты.
Үкімет [ORDER “Көшпелі халықты отырықшыландыру туралы” қаулы|type=resolution] қабылдады.
Үкімет [ORDER "Ауыл шаруашылығы салығы туралы" қаулы|type=resolution] қабылдады.
ҚР [ORDER № 2143-XII Заңы|number=2143-XII; type=law] бойынша ақталды.
Халық комиссарлары кеңесі [ORDER № 155 өкімімен|type=ordinance; number=155] қаржы бөлді.
Наркомның [ORDER № 50215 директивасы|type=directive; number=50215] гректерге қатысты болды.
Ежовтың [ORDER № 49990 шифрланған жеделхаты|number=49990] келді.
Лагерь бастығының [ORDER № 17 бұйрығымен|number=17; type=order] карцерге қамалды.
Осы бұйрықтардың ішінде [ORDER № 00593|number=00593; type=order] ерекше орын алады.
ГКО-ның [ORDER №5859 сс қаулысы|number=5859сс] Қырым татарларын көшірді.
КСРО Жоғарғы Кеңесі Президиумының [ORDER № 21-160 жарлығы|number=21-160; type=decree] шықты.
[ORDER «Қауіпті элементтер туралы» қарарда|type=resolution] тізім берілді.
Орталық Комитеттің [ORDER 1936 жылғы 29 қыркүйектегі директивасы|type=directive; date=1936-09-29] троцкистерге арналды.
[ORDER Бұйрық № 00447|number=00447] тамызда күшіне енді.
ІІХК [ORDER бұйрығы №00485|number=00485] тарады.
ОГПУ-дің [ORDER 44/21 нөмірлі бұйрығы|number=44/21] кулактарға қарсы еді.
Ол кезде [ORDER № 12/с нұсқауы|number=12/с; type=instruction] жүрді.
На основании [ORDER приказа НКВД от 30 июля 1937 г. № 00447|number=00447; date=1937-07-30] начата операция.
См. [ORDER приказ НКВД СССР №00485|number=00485] от 11.08.37.
[ORDER Постановление Политбюро ЦК ВКП(б) от 2 июля 1937 г.|type=resolution; date=1937-07-02] дало лимиты.
[ORDER Решением Политбюро от 31 января 1938 г.|type=decision; date=1938-01-31] сроки продлены.
[ORDER Постановление ЦК ВКП(б) от 5 января 1930 г.|type=resolution; date=1930-01-05] ускорило коллективизацию.
[ORDER Указом Президиума Верховного Совета СССР от 26.06.1940|type=decree; date=1940-06-26] запрещён самовольный уход.
По [ORDER Указу от 4 июня 1947 г.|type=decree; date=1947-06-04] она получила семь лет.
Осуждён по «[ORDER закону от 7 августа|type=law]» за колоски.
[ORDER Приказ ГУЛАГа от 5 марта 1940 г.|type=order; date=1940-03-05] вводил новые нормы.
[ORDER Приказом по Карлагу № 315|number=315] от 3 мая заведующий снят.
[ORDER Директива НКЮ и Прокуратуры СССР № 112/с|number=112/с] отправлена в суды.
[ORDER Шифротелеграмма № 863/ш|number=863/ш] подписана Сталиным.
[ORDER Циркулярное письмо НКВД № 49721|number=49721; type=circular] касалось ссыльных.
[ORDER Постановление СНК КазССР № 217|number=217] опубликовано.
[ORDER Распоряжение СНК СССР № 8-рс|number=8-рс; type=ordinance] отменено.
[ORDER Указ ПВС СССР № 133/12|number=133/12; id=PVS-USSR/133/12] от 26 ноября 1948 г.
[ORDER приказ НКВД/НКГБ № 0014/42|number=0014/42] о розыске.
[ORDER Положение «Об Особом совещании при НКВД СССР»|type=regulation] утверждено.
Принято «[ORDER Положение о гражданстве Союза ССР|type=regulation]» 1931 года.
[ORDER Закон СССР от 8 августа 1938 г.|type=law; date=1938-08-08] о судоустройстве.
[ORDER Закон Республики Казахстан от 14 апреля 1993 года № 2143-XII|number=2143-XII; date=1993-04-14] действует.
[ORDER постановлением ЦИК СССР 1935 года|type=resolution; date=1935] дети приравнены к взрослым.
[ORDER Инструкция ЦК и СНК от 8 мая 1933 г.|type=instruction; date=1933-05-08] остановила аресты.
[ORDER приказ Народного комиссара обороны СССР № 270|number=270] зачитан в ротах.
Колхоз получил [ORDER директиву крайкома № 12/с|number=12/с], и хлеб вывезли.
[ORDER Приказом Nо 00447|number=00447] утверждён состав.
Согласно [ORDER приказу НКВД Хо 00485|number=00485] арестован.
[ORDER приказ НКВД № 00 447|number=00447] читался плохо.
[ORDER приказ НКВД №OO447|number=00447] читался плохо.
[ORDER Декрет ВЦИК от 15 февраля 1923 г.|type=decree; date=1923-02-15] о музеях.
[ORDER Приказ Министра внутренних дел СССР № 0039|number=0039] 1953 года.
[ORDER Резолюция «О национальном вопросе»|type=resolution] принята съездом.
The [ORDER decision of the Politburo of July 2, 1937|type=decision; date=1937-07-02] set quotas.
USSR NKVD [ORDER Operational Order No. 00447|number=00447] set quotas.
NKVD [ORDER Order № 00485|number=00485] followed.
the [ORDER Order of the People's Commissar of Internal Affairs of the USSR No. 00447|number=00447] said so.
NKVD [ORDER operational order 00447|number=00447] "On the operation to repress former kulaks".
The [ORDER resolution of the Council of People's Commissars of the USSR No. 1428-326ss|number=1428-326ss] was secret.
GKO [ORDER Decree No. 5073ss|number=5073ss] covered Chechens.
State Defense Committee [ORDER Resolution No. 698ss|number=698ss] covered Germans.
The [ORDER August 7, 1932 law|type=law; date=1932-08-07] was harsh.
The [ORDER 1932 law|type=law; date=1932] on theft was harsh.
The [ORDER Law "On the Rehabilitation of Victims of Mass Political Repression"|type=law] was adopted.
the [ORDER “On the Confiscation of Bai Property” decree|type=decree] came in August.
the NKVD [ORDER directive "On the Germans"|type=directive] came in July.
A presidential [ORDER decree No. 456|type=decree; number=456; date=2020-11-24] of 24 November 2020 created a commission.
Under [ORDER Order 00486|number=00486], wives went to camps.
The Central Committee [ORDER resolution of January 5, 1930|type=resolution; date=1930-01-05] sped up collectivization.
the [ORDER Decree of the VTsIK “On the right of asylum”|type=decree] gave refuge.
[ORDER Directive No. 49990|number=49990; type=directive] concerned Latvians.
The [ORDER edict of 26 June 1940|type=decree; date=1940-06-26] forbade leaving work.
The [ORDER prikaz No. 00593|type=order; number=00593] hit the Harbin railwaymen.
[ORDER Order No.00485|number=00485] opened the Polish line.
A [ORDER joint order No. 00279/00108/72ss|number=00279/00108/72ss] moved prisoners.
Stalin signed [ORDER decree 5859ss|number=5859ss] on 11 May 1944.
The [ORDER circular "On Foreigners" (No. 68|number=68] of 08/22/1937) was strict.
Құжатқа 30.07.1937 ж. [ORDER № 00447 бұйрық|number=00447; date=1937-07-30] негіз болды.
[ORDER Circular No. 68|number=68; issuer=NKVD USSR] of the NKVD ordered it.
[ORDER Resolution of the Council of People's Commissars of the Kazakh SSR No. 214|issuer=SNK KazSSR] says so.
[ORDER Постановлением СНК Казахской ССР от 5 марта 1941 года № 214|issuer=SNK KazSSR; date=1941-03-05] решено.
[ORDER Приказ НКВД РСФСР № 31|issuer=NKVD RSFSR; number=31] отменён.
Қазақ КСР ХКК-нің [ORDER № 214 қаулысы|issuer=SNK KazSSR; number=214] күшінде.
Комиссия «[ORDER Спецкомендатуралар туралы ережені|type=regulation]» бекітті.
Сталиннің [ORDER 227 бұйрығы|number=227] шықты.
Знаменитый «[ORDER приказ № 00447|number=00447]» не публиковался.
Знаменитый (см. [ORDER приказ НКВД № 00447|number=00447]) не публиковался.
The corresponding [ORDER order (No. 00485)|number=00485] was issued on August 11.
The corresponding [ORDER order (00485)|number=00485] was issued on August 11.
Тиісті [ORDER «00485» бұйрығы|number=00485] шықты.
Сталиннің [ORDER № 12 циркуляр хаты|type=circular; number=12] келді.
По [ORDER постановлению ЦИК СССР от 1/XII-34 г.|date=1934-12-01] дело рассмотрено.
В порядке [ORDER постановления Президиума ЦИК СССР от 1 декабря 1934 года|date=1934-12-01] дело рассмотрено.
В порядке [ORDER закона от 1-го декабря 1934 г.|type=law] дело рассмотрено.
БОАК-тің [ORDER «Жер туралы” декреті|type=decree] шықты.
ЕҚК [ORDER «Көшіру туралы»қаулысын|type=resolution] шығарды.
ХКК [ORDER «Көшіру туралы» (1930 ж. 5 ақпан) қаулысын|type=resolution] шығарды.
the [ORDER Law on Citizenship of the USSR of August 19, 1938|date=1938-08-19] conferred citizenship
"""

NOTHING = """
1928 ж. қаулы шықты, the order dates from 30.07.1937
по приказу он отвёз 5 человек в завод № 172
приказ о закрытии ПФЛ № 0302 не найден
решение тройки от 5 ноября 1937 г. приведено в исполнение
постановлением Особого совещания от 3 мая 1938 г. сослан
в порядке приказа начальник лагпункта № 5 перевёл его
протокол № 51 заседания Политбюро
Комиссия НКВД и Прокурора СССР, протокол № 38
Собрание законов СССР, № 16
Сборник приказов № 3 утерян
the law journal No. 3 printed it, in order to print 500 copies
He was in order 12345 times, by law 5 people
the decision of the troika of 5 November 1937
the order of the day, law and order in 1937
бұйрық 5 күнде орындалды, заң бойынша 10 адам
№ 172 зауыттың директорына бұйрық берілді
№ 2 форма құжаты жоқ адамдар туралы қаулы шықты
1939 жылғы 9 қыркүйектегі отырыста нұсқау қабылданды
сот шешімімен 1941 жылғы 7 маусымда босатылды
ордер № 1234 на арест выдан
Конституция РСФСР 1925 года
"""


@pytest.mark.parametrize("line", cases(NUMBERS + TITLES + DAYS + BESIDE + MISREAD + NOT_ORDERS + RARER + NOTHING))
def test_orders(line: str, lexicon: Lexicon) -> None:
    check(line, find, lexicon)


def test_an_order_of_another_day_is_not_the_known_one(lexicon: Lexicon) -> None:
    (found,) = find("приказ НКВД № 00447 от 5 мая 1943 г.", lexicon)
    assert getattr(found.value, "id", "") is None
    assert getattr(found.value, "date", "") == "1943-05-05"
