"""Words of address, answers, votes and offices stand outside people's names."""

from __future__ import annotations

import pytest

from pipelines.entities.candidate import Candidate
from pipelines.entities.full_names import find_full_names
from pipelines.entities.repairs import repaired
from tests.pipelines.entities.notation import cases, parse

# what was marked → what should have been marked; `\\n` is a new line
CASES = """
Так ли? – [PERSON Да. Сеитов]: Садитесь. → Так ли? – Да. [PERSON Сеитов]: Садитесь.
– Да. [PERSON Сеитов]: Садитесь. → – Да. [PERSON Сеитов]: Садитесь.
[PERSON Вас, Қасым Ильич], прошу → Вас, [PERSON Қасым Ильич], прошу
[PERSON Вас Николай Иванович] → Вас [PERSON Николай Иванович]
[PERSON Передай Нюре], что жив → Передай [PERSON Нюре], что жив
[PERSON Обними Веру Ивановну] → Обними [PERSON Веру Ивановну]
[PERSON Арестуйте Қабылова] → Арестуйте [PERSON Қабылова]
[PERSON За. Орлов]. Сеитов. → За. [PERSON Орлов]. Сеитов.
[PERSON Иә, Сәкен] келді → Иә, [PERSON Сәкен] келді
[PERSON Ежов\\nЗам]. наркома → [PERSON Ежов]\\nЗам. наркома
[PERSON Коган\\nПротокол] записан → [PERSON Коган]\\nПротокол записан
[PERSON Алиев Гасан Мамед] оглы, 1898 г. → [PERSON Алиев Гасан Мамед оглы], 1898 г.
[PERSON Сеитова Айша Нурлан]-кызы → [PERSON Сеитова Айша Нурлан-кызы]
[PERSON Задорнов Петр] → [PERSON Задорнов Петр]
[PERSON Верный Иван] → [PERSON Верный Иван]
[PERSON Ян Гамарник] → [PERSON Ян Гамарник]
[PERSON Восилюнайте Филомена], 1897 → [PERSON Восилюнайте Филомена], 1897
[PERSON Маргарите Вебер] → [PERSON Маргарите Вебер]
[PERSON Им Ман Гук] → [PERSON Им Ман Гук]
[PERSON Міржақып Дулатұлының] қызы → [PERSON Міржақып Дулатұлының] қызы
[PERSON Долорес Ибарруридің] ұлы → [PERSON Долорес Ибарруридің] ұлы
см. [PERSON Қабылов О.В. Политбюро]. М., 1996 → см. [PERSON Қабылов О.В.] Политбюро. М., 1996
[PERSON Омарбеков Т. Голодомор] → [PERSON Омарбеков Т.] Голодомор
[PERSON Омарбеков Т. Қазақ жері] → [PERSON Омарбеков Т.] Қазақ жері
[PERSON Дуглас М. Дэвидсон] → [PERSON Дуглас М. Дэвидсон]
[PERSON Между Қабыловым] и Орловым → Между [PERSON Қабыловым] и Орловым
4. – [PERSON О Тимашук] → 4. – О [PERSON Тимашук]
[PERSON Со Иван Михайлович] → [PERSON Со Иван Михайлович]
[PERSON О Гук Рёль] → [PERSON О Гук Рёль]
[PERSON Соседка Марфа Тимофеевна] → Соседка [PERSON Марфа Тимофеевна]
[PERSON Соседов Иван] → [PERSON Соседов Иван]
[PERSON Понятая Ә. Байжанова] → Понятая [PERSON Ә. Байжанова]
[PERSON Кузнец А. Байжанова] → Кузнец [PERSON А. Байжанова]
[PERSON Кенші Ғалым Үсенов] → Кенші [PERSON Ғалым Үсенов]
[PERSON Сұлтан Ғалымов] → [PERSON Сұлтан Ғалымов]
[PERSON Stenographer Sukharev] → Stenographer [PERSON Sukharev]
[PERSON Кузнец Иван] → [PERSON Кузнец Иван]
[PERSON Кузнецов А. Байжанова] → [PERSON Кузнецов А. Байжанова]
[PERSON Нач Иван] → [PERSON Нач Иван]
"""


FULL_NAMES = """
[PERSON Тугина Хилия (Хилья) Петровна], 1903 г. р.
[PERSON Әлиева (Скарятина) Елена Ильинична], 27 лет
[PERSON Орлова (урожд. Князева) Софья Львовна], 27 лет
[PERSON Дашкевич Мария Осиповна (Иосифовна)], 42 года
[PERSON Дашкевич Мария Осиповна] (Витебск)
"""


@pytest.mark.parametrize("line", cases(FULL_NAMES))
def test_other_forms_in_brackets_are_part_of_a_full_name(line: str) -> None:
    case = parse(line)
    found = [one for each in find_full_names(case.text) if (one := repaired(case.text, each)) is not None]
    assert [(each.start, each.end) for each in found] == [(each.start, each.end) for each in case.expected]


@pytest.mark.parametrize("line", cases(CASES))
def test_words_around_names_stay_outside(line: str) -> None:
    marked, wanted = (parse(side) for side in line.replace("\\n", "\n").split(" → "))
    span = marked.expected[0]
    found = repaired(marked.text, Candidate(span.start, span.end, span.label, "model:test"))
    assert found is not None
    assert (found.start, found.end) == (wanted.expected[0].start, wanted.expected[0].end)
