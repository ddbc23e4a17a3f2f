"""Columns of text are told from tables and forms, from what stands over and under them, and from drawings."""

from __future__ import annotations

import pytest

from document import Method
from tests.ingest.typed_page import shown, typed

LEFT = (
    "Первый столбец рассказывает",
    "о том, как собирали дела по",
    "волостям и что из этого вышло",
    "в конце концов, хотя сначала",
    "никто не верил в удачу дела.",
)
RIGHT = (
    "Второй столбец говорит о том,",
    "что было потом, когда всё уже",
    "собрали и стали делать описи",
    "для нового хранилища, которое",
    "построили на краю города.",
)
BESIDE = "\n".join(f"{left:32} {right}" for left, right in zip(LEFT, RIGHT, strict=True))
COLUMNS = [f"p {' '.join(LEFT)}", f"p {' '.join(RIGHT)}"]

PAGES = {
    "columns": (BESIDE, COLUMNS),
    "columns over the labels of a drawing": (
        BESIDE + "\n\n\n\n" + "\n\n".join(f"{f'А{n}':40}Қ{n}" for n in range(1, 9)),
        COLUMNS,
    ),
    "columns, and under them who signed": (
        BESIDE + "\n\n\nХранитель архива                           И. П. Тестов"
        "\nСекретарь                                  Ә. Сынақов",
        [*COLUMNS, "p Хранитель архива\tИ. П. Тестов", "p Секретарь\tӘ. Сынақов"],
    ),
    "a list of people with places that begin in small letters": (
        """
1      Тестов Иван Петрович          с. Покровское
2      Сынақов Ербол Қасымұлы        аул Көктал
3      Образцова Анна Фоминична      г. Верный
4      Қойшыбаева Әсел Ерболқызы     аул Ескі Қала
5      Примеров Пётр Саввич          ст. Софийская
""",
        [
            "t 1\tТестов Иван Петрович\tс. Покровское\n2\tСынақов Ербол Қасымұлы\tаул Көктал\n3\tОбразцова Анна "
            "Фоминична\tг. Верный\n4\tҚойшыбаева Әсел Ерболқызы\tаул Ескі Қала\n5\tПримеров Пётр Саввич\tст. Софийская"
        ],
    ),
    "a form with what was answered at the right": (
        """
1. Фамилия                    Сынақов
2. Имя, отчество              Ербол Қасымұлы
3. Год и место рождения       1889, аул Көктал
4. Местожительство            г. Верный, ул. Садовая, 5
5. Состав семьи               жена Әсел, дочь Айша,
                              12 лет, сын Ғабит, 6 лет

     Анкету заполнил:                        Примеров
""",
        [
            "t 1. Фамилия\tСынақов\n2. Имя, отчество\tЕрбол Қасымұлы\n3. Год и место рождения\t1889, аул Көктал\n"
            "4. Местожительство\tг. Верный, ул. Садовая, 5\n5. Состав семьи\tжена Әсел, дочь Айша, 12 лет, сын Ғабит, "
            "6 лет",
            "p Анкету заполнил:\tПримеров",
        ],
    ),
    "a table, its sum and who signed": (
        """
№      Уезд             Дел       Листов
1      Верненский       120       4500
2      Копальский       85        2310
3      Жаркентский      61        1980

Итого в трёх уездах дел 266.

Хранитель архива                     И. П. Тестов
""",
        [
            "t №\tУезд\tДел\tЛистов\n1\tВерненский\t120\t4500\n2\tКопальский\t85\t2310\n3\tЖаркентский\t61\t1980",
            "p Итого в трёх уездах дел 266.",
            "p Хранитель архива\tИ. П. Тестов",
        ],
    ),
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("method", [Method.TEXT, Method.OCR])
def test_columns_and_tables(name: str, method: Method) -> None:
    picture, blocks = PAGES[name]
    assert shown(typed(picture, method))[: len(blocks)] == blocks
