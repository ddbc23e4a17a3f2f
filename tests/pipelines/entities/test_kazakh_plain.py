import pytest

from models.lexicon import Lexicon
from pipelines.entities.kazakh_plain import find_plain
from tests.pipelines.entities.notation import cases, check

CASES = """
[PERSON Бөкейхановтардың] үйі, [PERSON Ежовтар] заманы, большевиктер мен Большевиктер
[PERSON Төреқұловтың] қызы, [PERSON Әбеновке] хат, Саратовтан, Киевтің, Әбенов ауданы, Ысмайыловта
Сонда [PERSON Зейнолла] ахун, [PERSON Нұрғали] молданың баласы, [PERSON Иса] қажы келді
Бұл молда кім? Ауылдағы ақсақал, Қазақ ақсақалдары
Олар [LOC Одаққа] келді. [LOC Одақтан] кетті. Кеңес Одағына, Жазушылар Одаққа кірді, одаққа
"""


@pytest.mark.parametrize("line", cases(CASES))
def test_people_and_places_of_plain_form_are_found(line: str, lexicon: Lexicon) -> None:
    check(line, lambda text, _: find_plain(text), lexicon)
