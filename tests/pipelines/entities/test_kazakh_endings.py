import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipelines.entities.kazakh_endings import base_form

CASES = """
Ежовтың Ежов
Ежовқа Ежов
Ежовпен Ежов
Сталинге Сталин
Сталиннің Сталин
Тасболатовтан Тасболатов
Әміреханның Әмірехан
Әмірехандағы Әмірехан
Қарағандыда Қарағанды
Қарағандыдан Қарағанды
Алматыдағы Алматы
Мәскеуден Мәскеу
Ташкентте Ташкент
Германияға Германия
Торғайдың Торғай
Одағында Одағы
облысынан облысы
Байсейітұлына Байсейітұлы
ІІХК-ның ІІХК
КСРО-да КСРО
ЦК-нің ЦК
# no ending, though it looks like one: ‑тан cannot follow л, ‑ке cannot follow р
Сұлтан Сұлтан
Серке Серке
Шерубай-Нұра Шерубай-Нұра
Құдайберді Құдайберді
өзені өзені
өзеніне өзені
Сүлеймен Сүлеймен
Жезқазған Жезқазған
Ақан Ақан
"""


@pytest.mark.parametrize("line", [line for line in CASES.strip().splitlines() if not line.startswith("#")])
def test_case_endings_come_off_where_sounds_allow_them(line: str) -> None:
    written, base = line.split()
    assert base_form(written) == base


@given(st.text(alphabet="абвгғдәеіқңөұүһынтмпс-", min_size=1, max_size=20))
@example("-ге")  # an ending that a line break left alone
def test_a_base_form_begins_the_word(word: str) -> None:
    base = base_form(word)
    assert word.startswith(base)
    assert base
