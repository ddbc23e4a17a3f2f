"""Language of blocks, long and short: one case a line."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from document import Language
from models.language.detector import Detector, Guess, load_detector, sample
from models.language.letters import allow, without_addresses

CASES = """
kk | Айыпталушының ісі бойынша үштіктің қаулысы шығарылды, мүлкі тәркіленсін.
kk | АЙЫПТАЛУШЫНЫҢ ІСІ БОЙЫНША ҮШТІКТІҢ ҚАУЛЫСЫ ШЫҒАРЫЛДЫ
kk | Ұлықбек Сәрсенұлы Жантөреев 1904 жылы Қостанай уезінде һәм болыста туған
kk | Бұйрық № 17
kk | Қазақ
kk | Айыпталушынын иси бойынша уштиктин каулысы шыгарылды, мулки таркиленсин
kk | Бiздiң ауылға келген кiсi Төлеген дегендi iздеп жүр екен
kk | Qamaqqa alьnƣan adamdardьꞑ isi bojьnca qavlь cьƣarьldь
ru | Дело рассмотрено тройкой при управлении, постановлено имущество конфисковать.
ru | ПОСТАНОВИЛИ: ЗАКЛЮЧИТЬ В ИСПРАВИТЕЛЬНО-ТРУДОВОЙ ЛАГЕРЬ СРОКОМ НА ДЕСЯТЬ ЛЕТ
ru | Отдѣленіе Степного края въ городѣ Омскѣ сообщаетъ о слѣдующемъ
ru | Приказ
en | The case was reviewed by the special board and the prisoner was sent to a labour camp.
en | REPORT OF THE COMMISSION ON THE CONDITIONS OF THE SPECIAL SETTLERS
und | Der Verhaftete wurde im Herbst nach dem Lager gebracht und dort verhört.
und | Le tribunal a condamné l'accusé à dix ans de travaux forcés en novembre.
und | Справу розглянуто трійкою, майно засудженого вирішено конфіскувати, її вирок остаточний.
und | Делото беше разгледано от тройката и имуществото на осъдения беше конфискувано.
und | Свідок показав, що бачив підсудного в місті лише один раз
und | Иш боюнча токтом чыгарылып, айыпталуучунун мүлкү өкмөткө өткөрүлгөн.
und | Эш буенча карар чыгарылды, гаепләнүченең милке дәүләткә алынды җәза бирелде.
und | Справа разгледжана тройкай, маёмасць асуджанага вырашана канфіскаваць, ён быў высланы.
und | Bezneꞑ şəhərdə isəp eşləre buldь
ru | Приложение 4. Анкета https://archive.example.org/fonds/1937/list
und | j.omarova@example.kz
und | 1937
und | А.
und | — § 12, 45–46 —
und | ئىس بويىنشا قاۋلى شىعارىلدى
"""


@pytest.fixture(scope="module")
def detector() -> Detector:
    return load_detector()


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_language_of_a_block(detector: Detector, case: str) -> None:
    language, text = case.split(" | ", 1)
    assert detector.detect(text).language == language


def test_the_same_text_gets_the_same_answer(detector: Detector) -> None:
    text = "Ермек Жолдасұлы Бөрібаев ауылдан қалаға жұмысқа келді"
    assert len({detector.detect(text) for _ in range(5)}) == 1
    assert load_detector().detect(text) == detector.detect(text)


def test_a_text_without_letters_is_undecided(detector: Detector) -> None:
    assert detector.detect("") == detector.detect(" 12 \n— 7") == Guess(Language.UND, 0.0)


def test_fewer_letters_are_less_sure(detector: Detector) -> None:
    assert detector.detect("қаулы").confidence < detector.detect("қаулысы шығарылды").confidence < 1.0


def test_names_tell_little(detector: Detector) -> None:
    names, words = "Матиас Ганс Керрен, Отто Вейль, Тойво Лахти", "матрос, слесарь, кузнец, повар, писарь, сторож"
    assert detector.detect(names).confidence < 0.6 < detector.detect(words).confidence


def test_only_the_languages_asked_for_are_answered() -> None:
    detector = load_detector((Language.KK,))
    assert detector.detect("Қаулы шығарылды, мүлкі тәркіленсін").language is Language.KK
    assert detector.detect("Постановление вынесено, имущество конфисковано").language is Language.UND


def test_a_block_of_two_languages_is_of_the_longer_one(detector: Detector) -> None:
    kazakh = "Айыпталушының ісі бойынша қаулы шығарылды, оның мүлкі тәркіленді. "
    assert detector.detect(kazakh * 6 + "Приговор приведён в исполнение.").language is Language.KK


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("Карлаг", "kk ru"),
        ("Қарағанды", "kk"),
        ("GULAG", "en"),
        ("12–45", "kk ru en"),
        ("Київ", ""),
        ("І. 70", "kk ru en"),
    ],
)
def test_letters_allow(text: str, languages: str) -> None:
    assert {language for language in Language if allow(text, language)} == set(languages.split())


@given(st.text(alphabet="абвәғқ ңө12", max_size=2000))
def test_a_sample_is_short_and_from_the_text(text: str) -> None:
    taken = sample(text)
    assert len(taken) <= 242
    assert set(taken) <= {*text, " "}


@given(text=st.text(max_size=300))
def test_any_text_gets_an_answer(detector: Detector, text: str) -> None:
    guess = detector.detect(text)
    assert guess.language in Language
    assert 0.0 <= guess.confidence <= 1.0


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Жазыңыз: murager@archive.example.org, кейін", "Жазыңыз:   кейін"),
        ("см. sub.archive-fund.example.kz/f17?д=1 далее", "см.   далее"),
        ("архив-portal.kz сайты", "архив  сайты"),
        ("т.б. және т.с.с.", "т.б. және т.с.с."),
    ],
)
def test_addresses_are_in_no_language(text: str, left: str) -> None:
    assert without_addresses(text) == left


@pytest.mark.parametrize("part", ["қ", "1.", "а-", "a-", "a.", "a@", "А."])
def test_a_text_without_spaces_does_not_take_for_ever(detector: Detector, part: str) -> None:
    begun = time.process_time()
    detector.detect(part * 20_000)
    assert time.process_time() - begun < 1.0
