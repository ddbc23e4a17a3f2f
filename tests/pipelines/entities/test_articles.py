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


@pytest.mark.parametrize("line", cases(RUSSIAN + KAZAKH + ENGLISH + MISREAD + NOT_ARTICLES))
def test_articles(line: str, lexicon: Lexicon) -> None:
    check(line, find, lexicon)
