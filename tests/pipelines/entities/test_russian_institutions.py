import pytest

from document import Language
from models.lexicon import Lexicon
from pipelines.entities.agreement import agree
from pipelines.entities.candidate import Candidate
from pipelines.entities.mending import mended
from pipelines.entities.russian_compounds import is_compound
from pipelines.entities.russian_named import find_institutions
from tests.pipelines.entities.notation import cases, check, parse

# what a tagger marked → what it should have marked
CASES = """
# the body, number or head that begins a name
в президиум [ORG ЦИК] → в [ORG президиум ЦИК]
решением Особой тройки при [ORG УНКВД] → решением [ORG Особой тройки при УНКВД]
судебной коллегией по уголовным делам [ORG Верхсуда] → [ORG судебной коллегией по уголовным делам Верхсуда]
пленумом [ORG Верховного суда СССР] → [ORG пленумом Верховного суда СССР]
на пленуме [ORG ЦК] → на пленуме [ORG ЦК]
зав. женотделом [ORG Қазақского укома] → зав. [ORG женотделом Қазақского укома]
специальное присутствие [ORG Верховного суда] → [ORG специальное присутствие Верховного суда]
член правления [ORG Центросоюза] → член правления [ORG Центросоюза]
передать в 1 [ORG спецотдел НКВД СССР] → передать в [ORG 1 спецотдел НКВД СССР]
боец 18-й [ORG отдельной дивизии] → боец [ORG 18-й отдельной дивизии]
лагерь № 4 [ORG отдела мест заключения] → лагерь № 4 [ORG отдела мест заключения]
взрыв на шахте «[ORG Северная]» → взрыв на [ORG шахте «Северная»]
на колхоз «[ORG Қызыл Ту]» → на [ORG колхоз «Қызыл Ту»]
шахты «[ORG Северная]» и «[ORG Южная]» → шахты «[ORG Северная]» и «[ORG Южная]»
партии «[ORG Алаш]» → партии «[ORG Алаш]»
# labels that the words belie
инженер [PERSON Вахшстроя] → инженер [ORG Вахшстроя]
на [LOC Соликамском бумкомбинате] → на [ORG Соликамском бумкомбинате]
узник [LOC Верхне-Уральского] политизолятора → узник [ORG Верхне-Уральского политизолятора]
сторож [PERSON Любимовского] маслозавода → сторож [ORG Любимовского маслозавода]
село [LOC Любимовского] района → село [LOC Любимовского] района
в [LOC Новинском горсовете] → в [LOC Новинском горсовете]
нарком [ORG ТАССР] → нарком [LOC ТАССР]
прокурор [ORG Союза ССР] → прокурор [LOC Союза ССР]
делегат компартии [LOC Германии] → делегат [ORG компартии Германии]
посольству в [LOC Германии] → посольству в [LOC Германии]
живёт на [ORG Большой Ордынке] → живёт на [LOC Большой Ордынке]
# places with what kind they are
за рекой [LOC Сокур] → за [LOC рекой Сокур]
в ауле [LOC Қарасу] → в [LOC ауле Қарасу]
реки [LOC Сибири] → реки [LOC Сибири]
в селе [LOC Карагандинской области] → в селе [LOC Карагандинской области]
строили канал [LOC Москва] – Волга → строили [LOC канал Москва – Волга]
# several names in one
[PERSON КРО Стебунов] → [ORG КРО] [PERSON Стебунов]
насчёт [PERSON АМО] → насчёт [ORG АМО]
[PERSON ӘЛИЕВ] → [PERSON ӘЛИЕВ]
командующий [ORG Белорусского округа Якирович] → командующий [ORG Белорусского округа] [PERSON Якирович]
[PERSON Истпарта Пальвадрин] → [ORG Истпарта] [PERSON Пальвадрин]
[PERSON ЕЖОВ Николай] → [PERSON ЕЖОВ Николай]
начальник [ORG 3-го отдела Шило] → начальник [ORG 3-го отдела] [PERSON Шило]
директор [ORG школы имени Кирова] → директор [ORG школы имени Кирова]
[ORG строительство № 211 и комбинат № 6] → [ORG строительство № 211] и [ORG комбинат № 6]
[ORG полпредстве СССР и в секретариате Лиги Наций] → [ORG полпредстве СССР] и в [ORG секретариате Лиги Наций]
[ORG совхозах «Эльген» и «Сусуман»] → совхозах «[ORG Эльген]» и «[ORG Сусуман]»
[ORG «Эльген» и «Сусуман»] → «[ORG Эльген]» и «[ORG Сусуман]»
[ORG Союза Кошчи и ПП ОГПУ] → [ORG Союза Кошчи] и [ORG ПП ОГПУ]
[ORG Комиссией НКВД и НКГБ] → [ORG Комиссией НКВД и НКГБ]
[ORG Рыбак колхоза имени Чубаря] → Рыбак [ORG колхоза имени Чубаря]
[ORG колхоза «Қызыл Ту» Абайского района] → [ORG колхоза «Қызыл Ту»] [LOC Абайского района]
[ORG Комитет по труду и зарплате] → [ORG Комитет по труду и зарплате]
"""


@pytest.mark.parametrize("line", cases(CASES))
def test_russian_institutions_are_cut_and_made_whole(line: str) -> None:
    marked, wanted = (parse(side) for side in line.split(" → "))
    offered = [Candidate(each.start, each.end, each.label, "model:test") for each in marked.expected]
    found = sorted((one.start, one.end, one.label) for one in mended(marked.text, offered, Language.RU))
    assert found == [(each.start, each.end, each.label) for each in wanted.expected]


NAMED = """
# letterheads
[ORG НКВД КАЗАХСКОЙ ССР] СПРАВКА
[ORG УПРАВЛЕНИЕ НКВД ПО ЧЕЛЯБИНСКОЙ ОБЛАСТИ] ПРОТОКОЛ ДОПРОСА
[ORG НАРОДНЫЙ КОМИССАРИАТ ВНУТРЕННИХ ДЕЛ ТАТАРСКОЙ АССР] СЕКРЕТНО
В [ORG СОВЕТ НАРОДНЫХ КОМИССАРОВ СССР] ТОВ. МОЛОТОВУ
[ORG КОМИТЕТ ГОСУДАРСТВЕННОЙ БЕЗОПАСНОСТИ ПРИ СОВЕТЕ МИНИСТРОВ СССР] ПО ДЕЛУ Ә.
СУД УСТАНОВИЛ, ЧТО КОМИССИЯ ПРИБЫЛА
# works by number, works listed behind one word
на [ORG заводе № 711] и [ORG шахте № 17-бис], барак № 3
на приисках «[ORG Мальдяк]», «[ORG Қарамай]» и [ORG имени Водопьянова] мыли золото
в [ORG совхозе «Эльген»] и газете «Правда»
на соседнем [ORG заводе № 24] и [ORG моторном заводе № 25]; заключённая [ORG тюрьмы № 9]
# units by number, works by place
боец [ORG 3-го кавкорпуса] и [ORG 18-й отдельной горнострелковой дивизии], 3-я бригада полеводов
при [ORG Өскеменском облплане] и [ORG Чибьюском нефтепромысле], в Акмолинском отделении
//Вестник Томского государственного университета, 2010
Казахская школа закрыта, но [ORG Казахская средняя школа] открыта
сапожник [ORG промартели «Қызыл Ту»], кассир [ORG фирмы «Демаг»], партия «Алаш»
из [ORG Петропавловской тюрьмы № 22] и [ORG Карабашского завода «Заря»]
на [ORG V Всероссийском съезде Советов] и на XVII съезде партии
в [ORG Наркомате тяжёлой промышленности СССР], народный комиссар обороны, [ORG Министерство финансов Казахской ССР]
# names printed small
связан с [ORG гестапо] и [ORG абвером]
# compound names
член [ORG Уралобкома], инженер [ORG Балхашстроя] и [ORG Наркомтяжпрома], нарком
Райком решил, что [ORG Райфинотдел] прав
Главный инженер, Главарь и Нарком спорили о книге «Перестройка» и Экспортной конторе
жил на улице Коминтерна, состоял в [ORG Коминтерне]
"""


@pytest.mark.parametrize("line", cases(NAMED))
def test_russian_institutions_of_plain_form_are_found(line: str, lexicon: Lexicon) -> None:
    check(line, lambda text, _: agree(find_institutions(text), text), lexicon)


@pytest.mark.parametrize(
    "word", ["Парторг", "Профсоюз", "Настройка", "Главацкий", "Гонсалес", "Каплан", "Востриков", "Наркомат", "Әлем"]
)
def test_other_words_are_no_compound_names(word: str) -> None:
    assert not is_compound(word)
