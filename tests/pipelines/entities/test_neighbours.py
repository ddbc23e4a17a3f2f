"""People whom a tagger took for one are parted by the form of their names; one person never is."""

from __future__ import annotations

import pytest

from document import Label, Language
from pipelines.entities.candidate import Candidate
from pipelines.entities.mending import mended
from pipelines.entities.name_rows import BY, find_rows, settled
from pipelines.entities.name_signs import read
from pipelines.entities.neighbours import apart
from tests.pipelines.entities.notation import cases, parse

# what a tagger marked → the people in it; `\\n` is a new line
PARTED = """
# initials before, initials behind
[PERSON И. Сталин В. Молотов] → [PERSON И. Сталин] [PERSON В. Молотов]
[PERSON И. Сталин\\nВ. Молотов\\nК. Ворошилов] → [PERSON И. Сталин]\\n[PERSON В. Молотов]\\n[PERSON К. Ворошилов]
[PERSON Ә.Б. Қасымов Т. Рысқұлов] → [PERSON Ә.Б. Қасымов] [PERSON Т. Рысқұлов]
[PERSON Орлов А.И. Шульц Г.К.] → [PERSON Орлов А.И.] [PERSON Шульц Г.К.]
[PERSON Дулатов М, Юсупов Х] → [PERSON Дулатов М], [PERSON Юсупов Х]
# full names
[PERSON Орлов Петр Ильич Шульц Эмма Карловна] → [PERSON Орлов Петр Ильич] [PERSON Шульц Эмма Карловна]
[PERSON Петр Ильич Орлов Эмма Карловна Шульц] → [PERSON Петр Ильич Орлов] [PERSON Эмма Карловна Шульц]
[PERSON Орлов Петр Ильич Әлиев Жұмабай] → [PERSON Орлов Петр Ильич] [PERSON Әлиев Жұмабай]
[PERSON Орлов Петр Ильич Сеитов] → [PERSON Орлов Петр Ильич] [PERSON Сеитов]
[PERSON Иван Петрович Мария Ильинична] → [PERSON Иван Петрович] [PERSON Мария Ильинична]
[PERSON Сеит Қасым Ахмет-улы Сеит Айша Нұр-кызы] → [PERSON Сеит Қасым Ахмет-улы] [PERSON Сеит Айша Нұр-кызы]
[PERSON Алиев Гасан Мамед оглы Рзаев Али Кули оглы] → [PERSON Алиев Гасан Мамед оглы] [PERSON Рзаев Али Кули оглы]
[PERSON Ахмет Байтұрсынұлы Міржақып Дулатұлы] → [PERSON Ахмет Байтұрсынұлы] [PERSON Міржақып Дулатұлы]
[PERSON Смағұл Садвокасов Ныгмет Нурмаков] → [PERSON Смағұл Садвокасов] [PERSON Ныгмет Нурмаков]
[PERSON Орлов Петр\\nСеитов Қасым] → [PERSON Орлов Петр]\\n[PERSON Сеитов Қасым]
[PERSON Ким Ен Гир Пак Чер Су] → [PERSON Ким Ен Гир] [PERSON Пак Чер Су]
# surnames alone
[PERSON Сталин Молотов Ворошилов] → [PERSON Сталин] [PERSON Молотов] [PERSON Ворошилов]
[PERSON Ходжаев Шарангович Гринько Зубарев] → [PERSON Ходжаев] [PERSON Шарангович] [PERSON Гринько] [PERSON Зубарев]
тт. [PERSON Кабаков Румянцев Хатаевич] → тт. [PERSON Кабаков] [PERSON Румянцев] [PERSON Хатаевич]
[PERSON тт. Сталин Ұлман Ежов] → тт. [PERSON Сталин] [PERSON Ұлман] [PERSON Ежов]
т.т. [PERSON Айтиев Измухин Беккер] → т.т. [PERSON Айтиев] [PERSON Измухин] [PERSON Беккер]
следователи [PERSON Шварцман Родос Эсаулов] → следователи [PERSON Шварцман] [PERSON Родос] [PERSON Эсаулов]
[PERSON Қабылов.\\nОрлов] → [PERSON Қабылов].\\n[PERSON Орлов]
# signs and words between
[PERSON Ленина—Сталина] → [PERSON Ленина]—[PERSON Сталина]
[PERSON Троцкий — Зиновьев] → [PERSON Троцкий] — [PERSON Зиновьев]
[PERSON Тельман — Торез] → [PERSON Тельман] — [PERSON Торез]
[PERSON Зиновьева-Каменева] → [PERSON Зиновьева]-[PERSON Каменева]
[PERSON Молотов-Риббентроптың] → [PERSON Молотов]-[PERSON Риббентроптың]
[PERSON Рамзин-Калинников-Ларичев] → [PERSON Рамзин]-[PERSON Калинников]-[PERSON Ларичев]
[PERSON Зиновьев/Каменев/Бакаев] → [PERSON Зиновьев]/[PERSON Каменев]/[PERSON Бакаев]
[PERSON Орлов Петр и Шульц Эмма] → [PERSON Орлов Петр] и [PERSON Шульц Эмма]
[PERSON Сәкен мен Ілияс] → [PERSON Сәкен] мен [PERSON Ілияс]
[PERSON Сеитов тов. Орлов] → [PERSON Сеитов] тов. [PERSON Орлов]
[PERSON Stalin Molotov] → [PERSON Stalin] [PERSON Molotov]
[PERSON Ткач Иван Ткач Пелагея] → [PERSON Ткач Иван] [PERSON Ткач Пелагея]
[PERSON Товарищи Молотов Каганович] → Товарищи [PERSON Молотов] [PERSON Каганович]
[PERSON Сталина-Кагановича] → [PERSON Сталина]-[PERSON Кагановича]
[ORG Маркса/Энгельса] портреты → [PERSON Маркса]/[PERSON Энгельса] портреты
# whose they are
жена [PERSON Молотова Полина Сеитова] → жена [PERSON Молотова] [PERSON Полина Сеитова]
сестру [PERSON Бухарина Марию] → сестру [PERSON Бухарина] [PERSON Марию]
по просьбе [PERSON Горького Ягода] → по просьбе [PERSON Горького] [PERSON Ягода]
# what was taken for an institution or a place
[LOC Троцкого-Зиновьева] → [PERSON Троцкого]-[PERSON Зиновьева]
[ORG Маркса-Энгельса-Ленина-Сталина] → [PERSON Маркса]-[PERSON Энгельса]-[PERSON Ленина]-[PERSON Сталина]
[ORG Маркса — Энгельса] — Ленина → [PERSON Маркса] — [PERSON Энгельса] — Ленина
"""

# wrong pieces of one row → the people
PIECES = """
[PERSON Ткач Роберт Ткач] [PERSON Лидия Ткач Әли] → [PERSON Ткач Роберт] [PERSON Ткач Лидия] [PERSON Ткач Әли]
[PERSON Рютин] [PERSON Иванов Қалин] → [PERSON Рютин] [PERSON Иванов] [PERSON Қалин]
[PERSON Дюсенов Әли Кокенов] [PERSON Серік] → [PERSON Дюсенов Әли] [PERSON Кокенов Серік]
[PERSON Орлов Петр] [PERSON Сеитова Әлия] → [PERSON Орлов Петр] [PERSON Сеитова Әлия]
[PERSON Орлов], [PERSON Петр Сеитов] → [PERSON Орлов], [PERSON Петр Сеитов]
[PERSON Орлова] [PERSON Әлия] → [PERSON Орлова] [PERSON Әлия]
[PERSON Сәрсенов] [PERSON (Шульц) Қ.Д.] → [PERSON Сәрсенов (Шульц) Қ.Д.]
[PERSON Троцкий] [PERSON (Бронштейн) Лев Давидович] → [PERSON Троцкий (Бронштейн) Лев Давидович]
"""

WHOLE = """
Цой-Шу-Бок
Чой–Су–Пок
Сергеев-Ценский
Сергеев–Ценский
Бонч-Бруевича
Салтыков Щедрин
Николаев-Журид
Мухин-Петров
Ляшенко-Нестеренко Анна Петровна
Карл-Гейнц Мюллер
Иванов Петр
Иванов\\nПетр Ильич
Иван\\nСеитов
И. В.\\nСталин
Сталин\\nИ. В.
Иванова Марина
Гулямов Шамсутдин
Зайнутдин Бородин
Яков Лившиц
Лев Каменев
Орлов Константин Лукич
Орлов Валентин Касымұлы
Лев Абрамович Каган
Мухтар Омарханулы Ауэзов
Сұлтанбек Қожанұлы
Мирза Галиев
Ахмет Байтұрсынұлы
Ким Чун Сон
Мао Цзэдун
Ли Сын Ман
Хосе Диас Рамос
Фёдор фон Бок
Ибрагим ибн Юсуф
Абу Али ибн Сина
Каменев (Розенфельд) Лев Борисович
Тугина Хилия (Хилья) Петровна
Иванова /Петрова/ Мария Ильинична
Иванова/Петрова Мария
Осипова Филомена, Пятро
Орлов, Петр Ильич
Castner, S.
Loy W. Henderson
Иван И. Козлов
Franklin D. Roosevelt
Martin Benjamin
Lev Sedov
Айжарқын Қанаев
Тілепов Сағын
Стоян Минев
Энгельс Слученков
Энгельс Төлегенов
Тё Ген Ман
Им Ман Гук
Умсын Байгелова
Дуйсенбиевой Кулян
Умсын Байгелова Айтжановна
"""


@pytest.mark.parametrize(
    "line", ["жена [PERSON Сеитова Айша]", "жена: [PERSON Бухарина Анна]", "[PERSON Бухарина Мария]"]
)
def test_a_wife_has_her_own_surname(line: str) -> None:
    assert list(apart(parse(line).text, marked(line))) == [marked(line)]


def marked(line: str) -> Candidate:
    """The candidate that the left side of a case marks."""
    span = parse(line).expected[0]
    return Candidate(span.start, span.end, span.label, "model:test", 0.9)


@pytest.mark.parametrize("line", cases(PARTED))
def test_people_taken_for_one_are_parted(line: str) -> None:
    before, after = line.replace("\\n", "\n").split(" → ")
    found = list(mended(parse(before).text, [marked(before)], Language.RU))
    expected = [(each.start, each.end, each.label) for each in parse(after).expected]
    assert [(each.start, each.end, each.label) for each in found] == expected
    assert {each.confidence for each in found} == {0.9}


@pytest.mark.parametrize("line", cases(PIECES))
def test_pieces_of_a_row_are_cut_anew(line: str) -> None:
    before, after = (parse(side) for side in line.split(" → "))
    pieces = [Candidate(each.start, each.end, each.label, "model:test") for each in before.expected]
    found = [(each.start, each.end) for each in mended(before.text, pieces, Language.RU)]
    assert found == [(each.start, each.end) for each in after.expected]


@pytest.mark.parametrize("name", cases(WHOLE))
def test_one_person_is_left_whole(name: str) -> None:
    text = name.replace("\\n", "\n")
    whole = Candidate(0, len(text), Label.PERSON, "model:test")
    assert list(apart(text, whole)) == [whole]


@pytest.mark.parametrize(
    "line",
    [
        "[ORG Институт Маркса — Энгельса]",
        "«[ORG Маркса-Энгельса]»",
        "имени [ORG Маркса-Энгельса]",
        "[ORG Абай-Құнанбай]",
        "[LOC Алма-Ата — Шу]",
        "улица [LOC Маркса-Энгельса]",
    ],
)
def test_institutions_and_places_are_left_whole(line: str) -> None:
    assert list(apart(parse(line).text, marked(line))) == [marked(line)]


@pytest.mark.parametrize(
    "line",
    [
        "дело [PERSON Орлова А.И.] [PERSON Шульца Г.К.] [PERSON Сеитова Қ.Ж.] и других",
        "избраны [PERSON К. Сеитов] [PERSON Ә. Орлов]",
        "Подписали [PERSON И. Сеитов] [PERSON В. Орлов] и другие",
        "в списке [PERSON Орлов А.И.] [PERSON Сеитов Қ.Ж.] Секретарь отметил",
        "бюро: [PERSON Сеитов Қ],",
        "бюро: [PERSON Сеитов Қ], [PERSON Орлов А], [PERSON Юнусов Х] – члены",
        "Орлов А.И. Сеитов сказал",
        "Группа А, Группа Б",
        "Иванов И.И. История края. П.П. Петров",
        "A. B. Smith U.S. Embassy",
    ],
)
def test_people_in_rows_are_found(line: str) -> None:
    case = parse(line)
    wanted = [] if len(case.expected) < 2 else [(each.start, each.end) for each in case.expected]
    assert [(each.start, each.end) for each in find_rows(case.text)] == wanted


def test_nobody_is_made_of_parts_of_two_names() -> None:
    text = "по делу Орлова А.И. Сеитова Қ.Ж. и других"
    row = list(find_rows(text))
    wrong = Candidate(15, 27, Label.PERSON, "rule:known-surname")
    part = Candidate(8, 14, Label.PERSON, "model:test")
    place = Candidate(0, 30, Label.LOC, "model:test")
    assert [each.by for each in row] == [BY, BY]
    assert list(settled(text, [*row, wrong, part, place])) == [*row, part, place]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Рыков, Томский, Әлиев", Label.PERSON),
        ("Рыков и Томский", Label.PERSON),
        ("Рыков–Томский", Label.PERSON),
        ("Рыков уехал. Томский", Label.LOC),
        ("Рыков, город Томский", Label.LOC),
        ("Рыков, Челябинск", Label.LOC),
    ],
)
def test_a_known_surname_beside_a_person_is_no_place(text: str, label: Label) -> None:
    word = "Челябинск" if "Челябинск" in text else "Томский"
    place = Candidate(text.index(word), text.index(word) + len(word), Label.LOC, "model:test")
    person = Candidate(0, len("Рыков"), Label.PERSON, "model:test")
    assert [each.label for each in settled(text, [person, place])] == [Label.PERSON, label]


@pytest.mark.parametrize(
    ("name", "signs"),
    [
        ("И. Сталин В. Молотов", "ISIS"),
        ("Орлова Мария Ильинична", "SWP"),
        ("Әлиев Қасым Ахметұлы", "SWP"),
        ("Маркса — Энгельса", "N-N"),
        ("Каганович мен Рыков", "S&S"),
        ("Умсын Қанаева", "NS"),
        ("Зиновьев-Каменев", "S-S"),
        ("Сергеев-Ценский", "S"),
        ("тов. Сеитов и тов. Орлов", "tS&tS"),
        ("Орлов\nПетр, Шульц", "SnW,W"),
        ("Фёдор фон Бок", "W???W"),
        ("Дж. Кеннеди", "IW"),
        ("Да. Сеитов", "W,S"),
    ],
)
def test_signs_of_names(name: str, signs: str) -> None:
    assert "".join(token.sign for token in read(name, 0, len(name))) == signs
