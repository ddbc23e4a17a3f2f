import pytest

from document import Language
from models.lexicon import load_lexicon
from models.names.morphology import Morphology
from pipelines.entities.name_key import name_key
from pipelines.entities.people import PeopleReader

# language: mention → name | surname | given | patronymic | initials
CASES = """
kk: Дәуреновтың → Дәуренов | Дәуренов | - | - | -
kk: Н.И. Сапаровқа → Н.И. Сапаров | Сапаров | - | - | Н.И.
kk: Ахмет Төлегенұлының → Ахмет Төлегенұлы | Төлегенұлы | Ахмет | - | -
kk: Сәкен Мұратовқа → Сәкен Мұратов | Мұратов | Сәкен | - | -
kk: Ягода → Ягода | Ягода | - | - | -
ru: Сидоровым → Сидоров | Сидоров | - | - | -
ru: Сидорову → Сидоров | Сидоров | - | - | -
ru: СИДОРОВ Пётр Кузьмич → Сидоров Пётр Кузьмич | Сидоров | Пётр | Кузьмич | -
ru: Сидоровой Марии Петровны → Сидорова Мария Петровна | Сидорова | Мария | Петровна | -
ru: Сидорова Николая Ивановича → Сидоров Николай Иванович | Сидоров | Николай | Иванович | -
ru: Мария Петровна Сидорова → Мария Петровна Сидорова | Сидорова | Мария | Петровна | -
ru: П. К. Вершинского → П.К. Вершинский | Вершинский | - | - | П.К.
ru: Вершинский П.К. → Вершинский П.К. | Вершинский | - | - | П.К.
en: Pavel Vershinsky → Pavel Vershinsky | Vershinsky | Pavel | - | -
ru: Ивана Ткаченко → Иван Ткаченко | Ткаченко | Иван | - | -
ru: С. Сейфуллина → С. Сейфуллин | Сейфуллин | - | - | С.
ru: Рудзутака → Рудзутак | Рудзутак | - | - | -
ru: Ягоды → Ягода | Ягода | - | - | -
ru: Ким Чер Су → Ким Чер Су | Ким | Чер Су | - | -
ru: Борис Рабинович → Борис Рабинович | Рабинович | Борис | - | -
ru: Касым Нурпеисович → Касым Нурпеисович | - | Касым | Нурпеисович | -
en: Boris Rabinovich → Boris Rabinovich | Rabinovich | Boris | - | -
en: Nikolai Ivanovich → Nikolai Ivanovich | - | Nikolai | Ivanovich | -
kk: Темірбек Жүргеновтің → Темірбек Жүргенов | Жүргенов | Темірбек | - | -
kk: М. Жұмабаевқа → М. Жұмабаев | Жұмабаев | - | - | М.
# A woman in a list or a man in the genitive: as written beside initials, the man's alone.
ru: Сидорова А.И. → Сидорова А.И. | Сидорова | - | - | А.И.
ru: Сидорова → Сидоров | Сидоров | - | - | -
"""
SAME_KEY = [
    ["ru:Ежов", "ru:Ежова", "ru:Ежовым", "kk:Ежовтың", "en:Yezhov", "en:Ezhov"],
    ["ru:Букейханов", "ru:Букейханова", "kk:Бөкейханның", "kk:Бөкейханов", "en:Bukeikhanov", "en:Bokeikhan"],
    ["ru:Н.И. Ежов", "ru:Ежов Николай Иванович", "en:Nikolai Yezhov"],
    ["ru:Байтурсынов", "kk:Байтұрсынұлы", "kk:Байтұрсыновтың", "en:Baitursynuly"],
    ["ru:Джандосов", "kk:Жандосов", "en:Dzhandosov", "en:Zhandosov"],
    ["ru:Жакупов", "kk:Жақыповтың", "en:Jakupov"],
    ["ru:Мусрепов", "kk:Мүсіреповке", "en:Musirepov"],
    ["ru:Сатпаев", "kk:Сәтбаев", "en:Satbayev"],
    ["ru:Г. Миллера", "en:Heinrich Müller"],
    ["ru:Яна Ковальского", "en:Jan Kowalski"],
    ["ru:Ж. Шаяхметова", "kk:Жұмабай Шаяхметовтің", "en:Jumabai Shayakhmetov"],
    ["ru:Чернышёв", "ru:Чернышев", "en:Chernyshyov"],
]
OTHERS = ["Ежов", "Ершов", "Жуков", "Иванов", "Иванин", "Петров", "Петренко", "Қасымов", "Касенов", "Берия", "Ягода"]


@pytest.fixture(scope="module")
def people() -> PeopleReader:
    return PeopleReader(Morphology(), load_lexicon().surnames)


@pytest.mark.parametrize("line", [line for line in CASES.strip().splitlines() if not line.startswith("#")])
def test_a_mention_is_taken_apart_and_put_in_base_form(line: str, people: PeopleReader) -> None:
    language, _, rest = line.partition(": ")
    mention, _, wanted = rest.partition(" → ")
    value = people.read(mention, Language(language))
    found = [value.name, value.surname, value.given, value.patronymic, value.initials]
    assert [part or "-" for part in found] == wanted.split(" | ")


@pytest.mark.parametrize("mentions", SAME_KEY, ids=lambda mentions: mentions[0])
def test_spellings_of_one_name_have_one_key(mentions: list[str], people: PeopleReader) -> None:
    keys = {people.read(text, Language(language)).key for language, text in (each.split(":") for each in mentions)}
    assert len(keys) == 1


def test_different_people_have_different_keys() -> None:
    assert len({name_key(surname, None) for surname in OTHERS}) == len(OTHERS)
    assert name_key("Иванов", "А.") != name_key("Иванов", "Б.")


@pytest.mark.parametrize("mention", ["", ".", "А.", "…", "Ән-", "К.К.К.", "李", "\x00"])
def test_any_mention_has_a_name_and_a_key(mention: str, people: PeopleReader) -> None:
    for language in Language:
        value = people.read(mention, language)
        assert value.key == value.key.strip()
        assert value.name == " ".join(value.name.split())
