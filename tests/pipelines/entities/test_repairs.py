import pytest

from document import Label
from models.lexicon import Lexicon
from pipelines.entities.candidate import Candidate
from pipelines.entities.full_names import find_full_names
from pipelines.entities.repairs import repaired
from tests.pipelines.entities.notation import cases, check, parse

# what a tagger marked → what it should have marked
CASES = """
[PERSON Нарком Н.И. Сидоров] прибыл → Нарком [PERSON Н.И. Сидоров] прибыл
по делу Н.И. [PERSON Сидорова] → по делу [PERSON Н.И. Сидорова]
Ходас Н. И. [PERSON Әлиева Анна Ильинична] → Ходас Н. И. [PERSON Әлиева Анна Ильинична]
по делу [PERSON Сидорова] Н.И. за год → по делу [PERSON Сидорова Н.И.] за год
[PERSON Сидоров], Н.И. Вершинский → [PERSON Сидоров], Н.И. Вершинский
[PERSON Сидоров] Н.И. Вершинский → [PERSON Сидоров] Н.И. Вершинский
[PERSON тов. Сидоров] → тов. [PERSON Сидоров]
[PERSON Comrade Vershinsky's] letter → Comrade [PERSON Vershinsky]'s letter
Then Pavel [PERSON Vershinsky] left → Then [PERSON Pavel Vershinsky] left
[ORG the Comintern] → the [ORG Comintern]
[ORG «Алаш»] партиясы → «[ORG Алаш]» партиясы
[ORG завод «Заря»] → [ORG завод «Заря»]
[ORG ЦК ВКП(б)] → [ORG ЦК ВКП(б)]
[ORG ЦК]-нің қаулысы → [ORG ЦК-нің] қаулысы
[LOC Кеңес Одағында]болған → [LOC Кеңес Одағында]болған
«[ORG Заря» зауытының] цехы → [ORG «Заря» зауытының] цехы
[ORG «Заря» зауытының] цехы → [ORG «Заря» зауытының] цехы
на [ORG завод «Заря]» и далее → на [ORG завод «Заря»] и далее
"[ORG Red Dawn" collective farm] in → [ORG "Red Dawn" collective farm] in
of the [ORG Party (Bolsheviks]) then → of the [ORG Party (Bolsheviks)] then
«[ORG Заря]» и «[ORG Восход]» → «[ORG Заря]» и «[ORG Восход]»
[ORG № 1 мектепке] барды → [ORG № 1 мектепке] барды
учитель [ORG школы № 16.] Прож. → учитель [ORG школы № 16]. Прож.
3 [PERSON Waller E. A Theory] of Migration → 3 [PERSON Waller E.] A Theory of Migration
118 [PERSON Шәріпов Н.П. Оралдағы] еңбек → 118 [PERSON Шәріпов Н.П.] Оралдағы еңбек
Castner, [PERSON S.] and Waller, G. → [PERSON Castner, S.] and Waller, G.
[PERSON J. D.] Wallerstein found → [PERSON J. D. Wallerstein] found
[PERSON Ataman Wallerstein] said → Ataman [PERSON Wallerstein] said
[PERSON Grandma Pasha] bows → Grandma [PERSON Pasha] bows
[PERSON Dear Pasha], write → Dear [PERSON Pasha], write
[PERSON Батыр Әбілқайыр] жазды → [PERSON Батыр Әбілқайыр] жазды
the [ORG Steel Plant of Orsk (SPO)] then → the [ORG Steel Plant of Orsk] (SPO) then
[ORG Қызыл Ай (ҚА)] қоғамы → [ORG Қызыл Ай] (ҚА) қоғамы
[ORG ЦК ВКП (б)] решил → [ORG ЦК ВКП (б)] решил
the Federal Republic of [LOC Germany] sent → the [LOC Federal Republic of Germany] sent
в Республике [LOC Қазақстан] приняли → в [LOC Республике Қазақстан] приняли
а Республика тогда [LOC Алтай] → а Республика тогда [LOC Алтай]
[PERSON P. A. Orlov, V. I. Waller] and → [PERSON P. A. Orlov], V. I. Waller and
[PERSON Әлиев Қ. П., Орлов В. И.] және → [PERSON Әлиев Қ. П.], Орлов В. И. және
[PERSON Waller, V. I.] wrote → [PERSON Waller, V. I.] wrote
[PERSON Academician Waller] said → Academician [PERSON Waller] said
[PERSON Дорогой Павел Ильич]! → Дорогой [PERSON Павел Ильич]!
[PERSON Дорогов Павел] → [PERSON Дорогов Павел]
[PERSON Майоров Иван Ильич] → [PERSON Майоров Иван Ильич]
[PERSON КОМИССАРОВА Анна] → [PERSON КОМИССАРОВА Анна]
[PERSON Прокурорский Лев] → [PERSON Прокурорский Лев]
[PERSON Жолдасов Ермек] → [PERSON Жолдасов Ермек]
[PERSON Азаматқызы Сәуле] → [PERSON Азаматқызы Сәуле]
[PERSON майоров Орлова] и Ли → майоров [PERSON Орлова] и Ли
[PERSON Майору Сеитову] → Майору [PERSON Сеитову]
[PERSON Қымбатты Әлия] жазды → Қымбатты [PERSON Әлия] жазды
[PERSON митрополит Фаддей] → митрополит [PERSON Фаддей]
[PERSON Mr. Wallerstein] said → Mr. [PERSON Wallerstein] said
the [ORG Institute of Steel] named after A. B. Waller → the [ORG Institute of Steel named after A. B. Waller]
[ORG Steel Institute] of the name of engineer A.B.Waller → [ORG Steel Institute of the name of engineer A.B.Waller]
[PERSON John F. Waller] wrote → [PERSON John F. Waller] wrote
[LOC Орынбор,] → [LOC Орынбор],
[PERSON Т. О. Омарбеков] → [PERSON Т. О. Омарбеков]
[PERSON Т. Рысқұлов] → [PERSON Т. Рысқұлов]
[PERSON т. Рысқұлов] → т. [PERSON Рысқұлов]
[LOC Қазақ ССР Прокурорына] → [LOC Қазақ ССР] Прокурорына
[LOC Казахская ССР] нарком → [LOC Казахская ССР] нарком
Q. Your name? [PERSON A. Walter Stern]. → Q. Your name? A. [PERSON Walter Stern].
[PERSON В. Н. Земсков] и О. Хлевнюк → [PERSON В. Н. Земсков] и О. Хлевнюк
Кәрі ме? [PERSON О. Сағитов] біледі → Кәрі ме? [PERSON О. Сағитов] біледі
a note of M. [PERSON Rothstein], the → a note of M. [PERSON Rothstein], the
[PERSON Abdirov M. Zh.] Istoriya → [PERSON Abdirov M. Zh.] Istoriya
[PERSON Loy W. Henderson], secretary → [PERSON Loy W. Henderson], secretary
[PERSON Mayenburg, R. von]; → [PERSON Mayenburg, R. von];
Kapekova G. [PERSON Turar Ryskulov] // Zvezda → Kapekova G. [PERSON Turar Ryskulov] // Zvezda
[CAMP № 99 Спасск лагері] → [CAMP № 99 Спасск лагері]
“[CAMP Stepnoi lager',]” → “[CAMP Stepnoi lager'],”
В. Кто бывал у вас? [PERSON О. Сағитов], Петров. → В. Кто бывал у вас? О. [PERSON Сағитов], Петров.
He was heard. [PERSON A. Walter] spoke. → He was heard. [PERSON A. Walter] spoke.
Q. Who else? A. There was [PERSON A. Walter]. → Q. Who else? A. There was [PERSON A. Walter].
"""


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_the_edges_of_names_are_mended(line: str) -> None:
    marked, wanted = (parse(side) for side in line.split(" → "))
    span = marked.expected[0]
    found = repaired(marked.text, Candidate(span.start, span.end, span.label, "model:test"))
    assert found is not None
    assert (found.start, found.end) == (wanted.expected[0].start, wanted.expected[0].end)


def test_a_name_without_a_letter_is_none() -> None:
    assert repaired("« — »", Candidate(0, 5, Label.ORG, "model:test")) is None


FULL_NAMES = """
арестован [PERSON Н.И. Сидоров] и другие
по делу [PERSON Сидорова Н.И.] и других
[PERSON Токарев Степан Ильич], слесарь
[PERSON ТОКАРЕВ Степан Ильич], [PERSON ТОКАРЕВА Анна Ильинична]
нарком [PERSON Ш.К. Дәуренов] қол қойды
[PERSON A. B. Vershinsky] wrote
[PERSON VERSHININ, Pavel Andreyevich]; [PERSON Әбдіхалық, Анна Ильинична]
Orlov, Pavel Andreyevich Vershinin
# a list of works: the initials are those of the surname before; what bears a name is no person
Тасболатов А.С. Узы дружбы
колхоз имени С.М. Токарева
"""


@pytest.mark.parametrize("line", cases(FULL_NAMES))
def test_names_whose_form_is_plain_are_found(line: str, lexicon: Lexicon) -> None:
    check(line, lambda text, _: find_full_names(text), lexicon)
