"""Provisions of law, a line a case."""

from __future__ import annotations

import pytest

from models.lexicon import Lexicon
from pipelines.entities.articles import find
from tests.pipelines.entities.notation import cases, check

RUSSIAN = """
осуждён по [ARTICLE ст. 58-10 ч. 2 УК РСФСР|article=58-10; code=УК РСФСР; parts=2] к расстрелу
[ARTICLE ст. 58-1а|58-1а]
[ARTICLE ст. 58-1 «а» УК РСФСР|58-1а]
[ARTICLE ст. ст. 58-6-10-11 УК РСФСР|articles=58-6+58-10+58-11] к ВМН
[ARTICLE ст. 58-10,11 УК РСФСР|articles=58-10+58-11]
[ARTICLE ст.ст. 17-58-8, 58-11 УК РСФСР|articles=17-58-8+58-11]
[ARTICLE ст. 58 п. 10 УК РСФСР|article=58; points=10]
[ARTICLE ст.58 п.1а УК РСФСР|article=58; points=1а]
[ARTICLE ст. 58 п. 1-а УК РСФСР|article=58; points=1а]
[ARTICLE ст. 58 п. 1 «а» УК РСФСР|article=58; points=1а]
[ARTICLE ст. 58 пп. 1а, 11|article=58; points=1а+11]
[ARTICLE ст. 58-10 часть 2-я УК РСФСР|article=58-10; parts=2]
по [ARTICLE ст. 58-10 ч. 1-й УК|article=58-10; parts=1] и далее
[ARTICLE ст. 19-58 п. 8|article=19-58; points=8]
[ARTICLE статье 58 Уголовного кодекса|article=58; code=УК]
[ARTICLE статьями 58-7, 58-8 Уголовного кодекса РСФСР|articles=58-7+58-8; code=УК РСФСР]
[ARTICLE п. 10 ст. 58 УК РСФСР|article=58; points=10]
обвинение: [ARTICLE 68, 72, 76 УК БССР|articles=68+72+76; code=УК БССР]
обв.: [ARTICLE 64, 68, 70|articles=64+68+70] – член организации
обвинялся по [ARTICLE 58-10|58-10] и сослан
по [ARTICLE 58-й статье|58] давали десять лет
[ARTICLE 58/10|58-10]
[ARTICLE 58 – 2, 7, 8, 9|articles=58-2+58-7+58-8+58-9]. Приговор: ВМН
[ARTICLE ст. 54-10 УК УССР|code=УК УССР]
[ARTICLE ст. 58¹⁰ УК РСФСР|58-10]
осуждена по [ARTICLE ст. 58-12|58-12] на 8 лет
[ARTICLE ст. 58 п.п. 6, 8|article=58; points=6+8] и др.
[ARTICLE ст. 58-10 ч. I УК|article=58-10; parts=I]
[ARTICLE ст. 58 (п. 10) УК РСФСР|article=58; points=10]
[ARTICLE ст.ст. 581а, 588 и 5811 УК РСФСР|articles=58-1а+58-8+58-11]
[ARTICLE 58-1-а|58-1а]
за [ARTICLE КРД|КРД] на 10 лет
"""

KAZAKH = """
[ARTICLE 58-баптың 2-тармағы|article=58; points=2] бойынша
[ARTICLE 58-6 бабы|58-6] тағылды
заңның [ARTICLE 26-ншы бабы|26] аясында
[ARTICLE 58-6 «Тыңшылық» бабы|58-6]
[ARTICLE РКФСР Қылмыстық кодексінің 58-бабының 10-тармағына|article=58; code=УК РСФСР; points=10] сәйкес
осы Заңның [ARTICLE 8-бабында|8]
[ARTICLE 58 баптың 1, 9-11 тармақтары|article=58; points=1+9+11]
"""

ENGLISH = """
under [ARTICLE Articles 58, paragraphs 1, 6, 8|article=58; points=1+6+8]
[ARTICLE Article 58-10 of the RSFSR Criminal Code|article=58-10; code=УК РСФСР]
[ARTICLE Articles 58-8 and 58-11|articles=58-8+58-11]
[ARTICLE paragraph 10 of Article 58|article=58; points=10]
"""

MISREAD = """
[ARTICLE ст. 58-IО УК РСФСР|58-10]
[ARTICLE 58-6УКРСФСР|58-6]
"""

NOT_ARTICLES = """
СЗ СССР. 1925. № 16. Ст. 57
ст. лейтенант, ст. Караганда
статья в газете, an article in a newspaper
58 человек, 54 адам, 58 лет
Л. 158-10
пункт 5 повестки дня
бапкер 58, 10 баптауға
2 бабушки и 3 бабки
газетные статьи 2008 года
№ 58-10
"""


RARER = """
По [ARTICLE ст.ст.58-10ч.2,58-11 УК РСФСР|articles=58-10+58-11; code=УК РСФСР; parts=2] приговорён к расстрелу.
Осуждена по [ARTICLE ст. 58-1«а», 58-11 УК РСФСР|articles=58-1а+58-11] к ВМН.
Обвинялся по [ARTICLE ст. 17-58-8, 58-11 УК РСФСР|articles=17-58-8+58-11].
По [ARTICLE ст. 58-8 через ст. 17 УК РСФСР|article=17-58-8; code=УК РСФСР] дали восемь лет.
По [ARTICLE ст. ст. 17, 58-8, 58-11 УК РСФСР|articles=17+58-8+58-11] приговорён.
Осуждён по [ARTICLE ст. 58-10, ч. I УК РСФСР|article=58-10; parts=I] на семь лет.
Осуждён по [ARTICLE ст. 58, п. 10, ч. 2 УК РСФСР|article=58; points=10; parts=2] на семь лет.
Сидел по [ARTICLE 58-й|article=58], мать ждала.
Получил срок по [ARTICLE 58 ст. УК РСФСР|article=58; code=УК РСФСР] в лагере.
Осуждён по [ARTICLE ст. 58, §§ 8, 11 УК РСФСР|article=58; points=8+11] к расстрелу.
Осуждён по [ARTICLE ст. 58-I «б» УК РСФСР|article=58-1б] за плен.
Осуждён по [ARTICLE ст 58-10 УК РСФСР|article=58-10] тройкой.
По [ARTICLE ст. ст. 319-320 УПК РСФСР|code=УПК РСФСР] суд приговорил.
Осуждён по [ARTICLE ст. 66 ч. 1 УК Узбекской ССР|article=66; parts=1; code=УК УзССР] на три года.
Осуждён по [ARTICLE ст. 58-10 УК Казахской ССР|code=УК КазССР] на три года.
Осуждён по [ARTICLE статье 58-10 части 1 Уголовного кодекса РСФСР|article=58-10; parts=1; code=УК РСФСР] на три года.
Дело прекращено за [ARTICLE п. 5 ст. 4 УПК РСФСР|article=4; points=5; code=УПК РСФСР].
Прекратить на основании [ARTICLE пп. «а» и «в» ст. 3|article=3; points=а+в] Закона.
По [ARTICLE п. «а» ст. 3|article=3; points=а] Закона РФ реабилитирован.
Осужден тройкой, обв.: [ARTICLE ст. 58-10, 58-11|articles=58-10+58-11]. Приговор: расстрел.
Обвинение: [ARTICLE 58-8-11|articles=58-8+58-11]. Приговор: ВМН.
обв.: [ARTICLE 58-2-8-9-11 УК РСФСР|articles=58-2+58-8+58-9+58-11]. Расстрелян.
Осуждён Особым совещанием за [ARTICLE КРД|article=КРД] на пять лет.
Репрессирована как [ARTICLE ЧСИР|article=ЧСИР], муж расстрелян.
Приговор: как [ARTICLE СВЭ|article=СВЭ] три года лагерей.
Осуждён за [ARTICLE ПШ|article=ПШ] на десять лет.
обв.: [ARTICLE АСА|article=АСА]. Приговор: 3 года ссылки.
Осуждён по [ARTICLE ст. 136 ч. 1 п. «а» УК РСФСР|article=136; parts=1; points=а].
По [ARTICLE ст. 58—10—11 УК РСФСР|articles=58-10+58-11] все признались.
По [ARTICLE ст. 58-10 и 58-11 УК РСФСР|articles=58-10+58-11] все признались.
По [ARTICLE статьям 58-10 ч. 1 и 59-7 ч. 1 УК РСФСР|articles=58-10+59-7; code=УК РСФСР; parts=1] осуждены.
Виновен по [ARTICLE ст. 54-1«б» УК УССР|article=54-1б; code=УК УССР] трибуналом.
Нарушена [ARTICLE ст. 127 Конституции СССР|article=127; code=Конституция СССР] при аресте.
Осуждены по [ARTICLE ст. 58-14 УК РСФСР|article=58-14] за саботаж.
Предъявлено по [ARTICLE 58 статье, пункт 10|article=58; points=10] и подписано.
Сдался по [ARTICLE ст. 193 п. 14 УК РСФСР|article=193; points=14] трибуналу.
По [ARTICLE ст.ст. 19-58-8, 19-58-9, 58-11 УК РСФСР|articles=19-58-8+19-58-9+58-11] приговорён.
Осуждён по [ARTICLE ст. 58-1О УК РСФСР|article=58-10] тройкой.
Осуждён по [ARTICLE ст.58-lO УК РСФСР|article=58-10] тройкой.
Осуждён по [ARTICLE ст. 58 - 10 УК РСФСР|article=58-10] тройкой.
Осуждён по [ARTICLE cт. 58-10 УК РСФСР|article=58-10] тройкой.
Осуждён по [ARTICLE ст. 72-б УК БССР|article=72б; code=УК БССР] тройкой.
Осуждён по [ARTICLE ст. 63-1, 70, 76 УК БССР|articles=63-1+70+76] тройкой.
Осуждён по [ARTICLE ст.ст. 64, 67 УК Узб. ССР|articles=64+67; code=УК УзССР] тройкой.
Ол [ARTICLE 58-бап, 7, 11-тармақтар|article=58; points=7+11] бойынша кінәлі.
[ARTICLE РКФСР ҚК-нің 58-2, 7 баптары|code=УК РСФСР] бойынша сотталды.
Оған [ARTICLE 58-баптың 10-тармағының 2-бөлігі|article=58; points=10; parts=2] тағылды.
Оған [ARTICLE 58-10-баптың 1-бөлігі|article=58-10; parts=1] тағылды.
[ARTICLE РСФСР ҚК 58-10 бабы|article=58-10; code=УК РСФСР] бойынша атылды.
[ARTICLE 58-1 «а» бабы|article=58-1а] бойынша атылды.
[ARTICLE 58-7, 58-8 және 58-11-баптар|articles=58-7+58-8+58-11] бойынша айыпталды.
Ол [ARTICLE 58-ші баппен|article=58] сотталды.
Жазықсыз [ARTICLE 58-статьямен|article=58] кетті.
[ARTICLE УК РСФСР-дің 58-10 бабымен|article=58-10; code=УК РСФСР] кетті.
Ол [ARTICLE 58-10 ст.|article=58-10] бойынша сотталды.
Заңның [ARTICLE 3-бабының 2-тармағы|article=3; points=2] бұзылды.
[ARTICLE Қазақ КСР Қылмыстық кодексінің 56-бабы|article=56; code=УК КазССР] қолданылды.
[ARTICLE 58-баптың «а» тармағы|article=58; points=а] қолданылды.
Айып: [ARTICLE ст. 58-10, 58-11 УК РСФСР|articles=58-10+58-11], үкім: ату.
charged under [ARTICLE Article 58-10, Part 1 of the RSFSR Criminal Code|article=58-10; parts=1; code=УК РСФСР] and shot.
under [ARTICLE Articles 58-1a, 58-8, 58-9 and 58-11 of the Criminal Code of the R.S.F.S.R.|code=УК РСФСР]
under [ARTICLE Article 58, paragraphs 7, 8 and 11 of the Criminal Code of the RSFSR|article=58; points=7+8+11], they
under [ARTICLE Article 58, section 10|article=58], he
under [ARTICLE Article 58, point 6|article=58; points=6], he
in [ARTICLE Articles 58 (1a), 58 (8) and 58 (11)|articles=58-1а+58-8+58-11] of the code
under [ARTICLE Article 58.10|article=58-10] for agitation
under [ARTICLE Art. 58/10|article=58-10] for agitation
sentenced under [ARTICLE paragraphs 6 and 10 of Article 58|article=58; points=6+10] to ten years
convicted under [ARTICLE Article 54-10 of the Ukrainian Criminal Code|article=54-10; code=УК УССР] in Kharkov
convicted under [ARTICLE Article 58-10 of the Criminal Code of the Kazakh SSR|article=58-10; code=УК КазССР] in 1938
as required by [ARTICLE Article 206 of the Code of Criminal Procedure|article=206; code=УПК], he read
convicted under [ARTICLE Section 58-10|article=58-10] in one day
convicted under [ARTICLE art. 58, p. 10|article=58; points=10] in one day
convicted under [ARTICLE article 58 of the Soviet penal code|article=58; code=УК] in one day
convicted under [ARTICLE Article 58-1 (a)|article=58-1а] in one day
guilty under [ARTICLE st. 58-10 UK RSFSR|article=58-10; code=УК РСФСР] as charged
Осуждён по литере «[ARTICLE КРТД|article=КРТД]» на пять лет.
Осуждён. [ARTICLE Статья: 58-8, 58-11 УК РСФСР|articles=58-8+58-11]. Приговор: ВМН.
Осуждён по [ARTICLE ст. 58-1А УК РСФСР|article=58-1а] трибуналом.
Осуждён по [ARTICLE ст. 58-1-Б, 58-10 УК РСФСР|articles=58-1б+58-10] трибуналом.
Осуждён по [ARTICLE ст. 58-1 а УК РСФСР|article=58-1а] трибуналом.
Осуждён по [ARTICLE п. 10 статьи 58-й УК РСФСР|article=58; points=10] трибуналом.
Осуждён по [ARTICLE ст.ст 58-6, 58-11|articles=58-6+58-11] трибуналом.
Осуждён по [ARTICLE ст. УК РСФСР 58-10, 58-11|articles=58-10+58-11; code=УК РСФСР] трибуналом.
Осуждён по [ARTICLE ст. 58-10-ч.1 УК РСФСР|article=58-10; parts=1] трибуналом.
Осуждён по [ARTICLE ч. 2-й ст. 58-10 УК РСФСР|article=58-10; parts=2] трибуналом.
"""

NOTHING = """
как СОЭ расшифровывается, написано в словаре
статья профессора, 3 статьи и 10 заметок
see the article in Pravda of 5 May 1937
an article 58 pages long is section 5
часть 2 тома 3, пункт 10 повестки
58 статей и очерков
в 58 лет, 58 жаста, 58 years
с. 58-59, P. 58-60, Б. 58-61
завод АСА и трест ПШ
58-й армии, по 58-й параллели
58-ші мектеп, 10-тармақ
"""


@pytest.mark.parametrize("line", cases(RUSSIAN + KAZAKH + ENGLISH + MISREAD + NOT_ARTICLES + RARER + NOTHING))
def test_articles(line: str, lexicon: Lexicon) -> None:
    check(line, find, lexicon)
