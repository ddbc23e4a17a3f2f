from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

PROTOCOL = """
- header         | Сов. секретно
1 header         | > ВЫПИСКА ИЗ ПРОТОКОЛА № 14
+                | заседания тройки УНКВД по Приозёрной области
+                | от 3 октября 1937 г.
2 heard          | СЛУШАЛИ:
                 | 12. Дело № 845 Приозёрского райотдела НКВД на КАЛИЕВА Серика Омаровича, 1890 г.р.
                 | Обвиняется в том, что вёл агитацию против колхоза.
2 resolved       | ПОСТАНОВИЛИ:
                 | КАЛИЕВА Серика Омаровича заключить в исправтрудлагерь сроком на ДЕСЯТЬ лет.
- signature      | Секретарь тройки: (Вершинин)
                 | Верно: Оперуполномоченный Лугов
"""

TWO_PROTOCOLS = """
1 header         | > ПРОТОКОЛ № 3
+                | заседания бюро райкома от 5 мая 1931 г.
                 | Присутствовали: т.т. Ермеков, Сидоренко, Жүнісов
2 heard          | СЛУШАЛИ:
                 | 1. О ходе сева (докл. т. Ермеков).
2 resolved       | ПОСТАНОВИЛИ:
                 | Доклад принять к сведению.
- signature      | Председатель: Ермеков
                 | Секретарь: Сидоренко
                 | ===
1 header         | > ПРОТОКОЛ № 4
+                | заседания бюро райкома от 12 мая 1931 г.
2 heard          | СЛУШАЛИ:
                 | 1. О снабжении посёлков.
2 resolved       | ПОСТАНОВИЛИ:
                 | Просить крайком об отпуске хлеба.
- signature      | Секретарь: Сидоренко
"""

ORDER = """
- header         | > НАРОДНЫЙ КОМИССАРИАТ ВНУТРЕННИХ ДЕЛ
1 header         | > П Р И К А З
+                | > № 512
                 | 14 февраля 1938 г.
                 | гор. Алма-Ата
                 | О порядке приёма этапов
- body           | ...ru
2 resolved       | ПРИКАЗЫВАЮ:
2 resolved       | > § 1
                 | Начальнику отделения принять этап и разместить людей в бараках посёлка до особого распоряжения.
2 resolved       | > § 2
                 | Исполнение донести.
- signature      | НАЧАЛЬНИК УПРАВЛЕНИЯ
                 | капитан госбезопасности (Дёмин)
"""

OPERATIONAL_ORDER = """
1 header         | *> ОПЕРАТИВНЫЙ ПРИКАЗ № 77
                 | 2 июня 1936 г.
- body           | ...ru
2 body           | I. КОНТИНГЕНТЫ, ПОДЛЕЖАЩИЕ ПЕРЕСЕЛЕНИЮ
                 | 1. Семьи, ранее проживавшие в приграничной полосе, кроме больных.
                 | 2. Одиночки, не имеющие определённых занятий.
2 body           | II. ПОРЯДОК ПРОВЕДЕНИЯ ОПЕРАЦИИ
                 | 1. Операцию начать 10 июня 1936 г. и закончить в двухмесячный срок.
- signature      | Нарком внутренних дел (Орлов)
"""

LETTER_KK = """
- header         | Қарасу ауданының атқару комитетінің төрағасына
                 | Өтеген ауылының тұрғыны Қ. Сәдуақасовтан
1 header         | > АРЫЗ
- body           | ...kk
                 | Сондықтан істі қайта қарауыңызды өтінемін.
- signature      | Қ. Сәдуақасов
                 | 1956 жылғы 4 мамыр
"""

LETTER_EN = """
- header         | The Honorable
                 | The Secretary of State,
                 | Washington, July 12, 1941.
                 | Sir:
- body           | ...en
                 | ...en
- signature      | Respectfully yours,
                 | J. Hartley
"""

MEMORIAL_LIST = """
1 body           | *> ҚУҒЫН-СҮРГІН ҚҰРБАНДАРЫ
                 | АБЕНОВ Сейіт Қасымұлы, 1894 ж.т., Ақсу ауданы. 1937 ж. ату жазасына кесілді. Ақталды: 1957 ж.
                 | * АБИШЕВ Тоқтар
                 | 1901 ж. туған, шаруа. 1938 ж. 3 ақпанда 10 жылға сотталды. Ақталды: 1989 ж.
                 | * АЙТБАЕВ Нұрлан
                 | 1888 ж. туған, мұғалім. 1937 ж. 9 қарашада ату жазасына кесілді. Ақталды: 1958 ж.
                 | БАЙМҰҚАНОВ ӘБДІРАХМАН
                 | 1899 ж. туған, есепші. 1938 ж. 11 наурызда 8 жылға сотталды. Ақталды: 1960 ж.
                 | 5. Бекова Зылиха, 1905 ж. туған, үй шаруасындағы әйел.
                 | 6. ВЕБЕР ИОГАНН ФРИДРИХОВИЧ, 1899 г.р., немец, уроженец с. Розенталь.
                 | 7. Грязнов Пётр Ильич, 1880 г.р., русский, крестьянин.
"""

QUESTIONNAIRE = """
1 header         | > АНКЕТА АРЕСТОВАННОГО
                 | 1. Фамилия Садыков
                 | 2. Имя и отчество Ғали Әмірұлы
                 | 3. Год рождения 1896
                 | 4. Место рождения аул № 5
                 | 5. Социальное происхождение из крестьян
                 | 6. Состав семьи жена Мария, 34 лет, сын Ерлан, 8 лет
                 | Подпись арестованного
"""

INTERROGATION = """
1 header         | > ПРОТОКОЛ ДОПРОСА
+                | от 7 января 1938 г.
                 | ВОПРОС: Назовите ваших знакомых по прежней работе в кооперации.
                 | ОТВЕТ: Знакомых у меня немного, все они живут в посёлке и работают на рыбозаводе с 1931 года.
                 | ВОПРОС: Вы говорите неправду.
                 | ОТВЕТ: Я говорю правду.
- signature      | Допросил: следователь Ким
"""

PAPERS = {
    "protocol": PROTOCOL,
    "two protocols": TWO_PROTOCOLS,
    "order": ORDER,
    "operational order": OPERATIONAL_ORDER,
    "letter in Kazakh": LETTER_KK,
    "letter in English": LETTER_EN,
    "memorial list": MEMORIAL_LIST,
}


@pytest.mark.parametrize("text", PAPERS.values(), ids=PAPERS)
def test_papers(written: Callable[[str], Any], text: str) -> None:
    """Letterhead, naming line, heard and resolved, signatures; people in a list are no headings."""
    paper = written(text)
    assert paper.got == paper.expected, paper.why


@pytest.mark.parametrize("text", [QUESTIONNAIRE, INTERROGATION], ids=["questionnaire", "interrogation"])
def test_numbered_lines_and_questions_are_no_headings(written: Callable[[str], Any], text: str) -> None:
    """Only the line that names the paper is a title."""
    paper = written(text)
    titles = [part for part in paper.got if part[0].isdigit()]
    assert titles == [part for part in paper.expected if part[0].isdigit()], paper.why
