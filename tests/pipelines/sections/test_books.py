from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

THESIS_RU = """
                 | >  МИНИСТЕРСТВО ОБРАЗОВАНИЯ И НАУКИ
                 | На правах рукописи
                 | *> САРБАСОВА АЙГҮЛ МАРАТҚЫЗЫ
                 | *>^ Трудовые поселения Прибалхашья в 1930-е годы
                 | Диссертация на соискание степени доктора философии (PhD)
                 | > Алматы, 2019
                 | ===
1 toc            | *> ОГЛАВЛЕНИЕ
                 | ВВЕДЕНИЕ ........................ 3
                 | ГЛАВА I. ПОСЕЛЕНИЯ И ИХ ЖИТЕЛИ ....... 12
                 | 1.1 Возникновение поселений ....... 12
                 | 1.2 Хозяйство и быт ....... 31
                 | ЗАКЛЮЧЕНИЕ ..... 90
                 | ===
1 introduction   | *> ВВЕДЕНИЕ
                 | ...ru
                 | Цели исследования:
                 | 1. Рассмотреть возникновение поселений;
                 | 2. Изучить хозяйство переселенцев.
                 | ===
1 body           | *> ГЛАВА I. ПОСЕЛЕНИЯ И ИХ ЖИТЕЛИ
2 body           | * 1.1 Возникновение поселений
                 | ...ru
                 | Таблица 1 – Население посёлков, чел.
                 | ...ru
2 body           | * 1.2 Хозяйство и быт
                 | ...ru
                 | ===
1 body           | *> ГЛАВА II
+                | *> ВЛАСТЬ И ПЕРЕСЕЛЕНЦЫ
                 | ...ru
2 body           | * § 1. Комендатуры
                 | ...ru
                 | 1 Там же. Л. 45.
                 | ===
1 conclusion     | *> ЗАКЛЮЧЕНИЕ
                 | ...ru
1 references     | *> СПИСОК ИСПОЛЬЗОВАННЫХ ИСТОЧНИКОВ И ЛИТЕРАТУРЫ
2 references     | * Архивные источники
                 | 1 ЦГА РК. Ф. 30. Оп. 2. Д. 15. Л. 3.
                 | 2 Омаров Б. История посёлка. – Алматы, 1998. – 120 с.
                 | ===
1 appendix       | *> ПРИЛОЖЕНИЕ А
                 | ...ru
1 appendix       | *> Приложение Б. Карта посёлков
                 | ...ru
"""

MONOGRAPH_KK = """
1 introduction   | АЛҒЫ СӨЗ
                 | ...kk
1 body           | БІРІНШІ БӨЛІМ. АШАРШЫЛЫҚ ЖЫЛДАРЫ
                 | ...kk
2 body           | 1.1 Ұжымдастырудың басталуы
                 | ...kk
                 | Сонымен, 1931 жылы ауданда 12 ауыл қалды.
2 body           | 1.2 Көші-қон және оның салдары
                 | ...kk
                 | 1932 жылғы деректер
                 | бойынша есептелді.
1 body           | ЕКІНШІ БӨЛІМ. ҚУҒЫН-СҮРГІН
                 | ...kk
                 | ІІ бөлімде айтылғандай, үкім сол күні орындалды.
1 conclusion     | Қорытынды
                 | ...kk
1 abbreviations  | ҚЫСҚАРТЫЛҒАН СӨЗДЕР ТІЗІМІ
                 | ГУЛАГ
                 | Лагерьлердің бас басқармасы
                 | ІІХК Ішкі істер халық комиссариаты
1 references     | Пайдаланылған әдебиеттер
                 | 1. Қ. Сейітов. Ел тарихы. – Алматы: Өлке, 2001. – 210 б.
                 | 2. Б. Омаров. Өткен күндер. – Астана, 2011.
"""

PLAIN_PARTS_EN = """
1 toc            | CONTENTS
                 | Preface 5
                 | Part One The Steppe 9
                 | Chapter 1. Roads 11
                 | Part Two The Camp 99
                 | Index 300
1 introduction   | Preface
                 | ...en
1 body           | Part One
+                | THE STEPPE
2 body           | Chapter 1. Roads
                 | ...en
2 body           | Chapter 2: Wells
                 | ...en
                 | Chapter 2 of the code was applied to both, as the next chapter shows at length.
1 body           | PART TWO. THE CAMP
                 | ...en
1 notes          | Notes
                 | 1. Ibid., p. 34.
1 body           | Index
                 | Karaganda, 34, 56
"""


@pytest.mark.parametrize("text", [THESIS_RU, MONOGRAPH_KK, PLAIN_PARTS_EN], ids=["thesis", "monograph", "parts"])
def test_books(written: Callable[[str], Any], text: str) -> None:
    """Headings of books by wording, number, capitals and look; lists, tables and references are none."""
    book = written(text)
    assert book.got == book.expected, book.why
