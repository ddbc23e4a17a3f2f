"""Pages of words, drawn as they would be typed, become blocks in reading order, every word with its place."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from document import Block, BlockRole, Box, Method, Page, Word
from ingest.layout import lay_out
from tests.ingest.typed_page import SIZE, shown, typed

PAGES = {
    "paragraphs with first lines set in": (
        """
    Сол жылдың күзінде уезд орталығында мұрағат ашылды, оған
көне құжаттар жиналды. Қызметкерлер үш ай бойы тізім жасады,
содан кейін олар астанаға жіберілді.
    Екінші тізім келесі жылы ғана бітті, оны жасаған адамның
аты-жөні белгісіз болып қалды.
""",
        [
            "p Сол жылдың күзінде уезд орталығында мұрағат ашылды, оған көне құжаттар жиналды. Қызметкерлер үш ай "
            "бойы тізім жасады, содан кейін олар астанаға жіберілді.",
            "p Екінші тізім келесі жылы ғана бітті, оны жасаған адамның аты-жөні белгісіз болып қалды.",
        ],
    ),
    "paragraphs with room between, a last line that ends early": (
        """
Инспектор осмотрел склад и составил ведомость, в которой всё было
указано верно.

Ведомость передали в управление, где она лежала до самой осени и
никто её не читал. Так прошло лето.
Осенью о ней вспомнили, но листы уже были подшиты в другое дело и
""",
        [
            "p Инспектор осмотрел склад и составил ведомость, в которой всё было указано верно.",
            "p Ведомость передали в управление, где она лежала до самой осени и никто её не читал. Так прошло лето.",
            "p Осенью о ней вспомнили, но листы уже были подшиты в другое дело и",
        ],
    ),
    "a heading of two lines over its text": (
        """
!          ЖЕТІСУ ӨҢІРІНДЕГІ МҰРАҒАТ ІСІНІҢ
!               ҚАЛЫПТАСУЫ МЕН ДАМУЫ
Бірінші мұрағатшы осы қалаға жиырма бірінші жылы келген еді, бірақ
ол туралы дерек аз.
""",
        [
            "h ЖЕТІСУ ӨҢІРІНДЕГІ МҰРАҒАТ ІСІНІҢ ҚАЛЫПТАСУЫ МЕН ДАМУЫ",
            "p Бірінші мұрағатшы осы қалаға жиырма бірінші жылы келген еді, бірақ ол туралы дерек аз.",
        ],
    ),
    "a word broken at a line end": (
        """
Опись составил старший делопроизводитель Ерлан Тестов, осуж-
дённый по ст. 58-
10 УК РСФСР вместе с Алма-
Атинской группой.
""",
        [
            "p Опись составил старший делопроизводитель Ерлан Тестов, осуждённый по ст. 58-10 УК РСФСР вместе с "
            "Алма-Атинской группой."
        ],
    ),
    "letters typed apart": (
        """
                      П Р И К А З

О составлении описей и хранении дел в уездных архивах Семиречья.
""",
        ["h ПРИКАЗ", "p О составлении описей и хранении дел в уездных архивах Семиречья."],
    ),
    "two words typed apart": ("С Л У Ш А Л И:   Д Е Л О", ["h СЛУШАЛИ: ДЕЛО"]),
    "two columns under a title": (
        """
!                  О РАБОТЕ УЕЗДНЫХ АРХИВОВ

Первый столбец рассказывает      Второй столбец говорит о том,
о том, как собирали дела по      что было потом, когда всё уже
волостям и что из этого вышло    собрали и стали делать описи
в конце концов, хотя сначала     для нового хранилища, которое
никто не верил в удачу дела.     построили на краю города.
""",
        [
            "h О РАБОТЕ УЕЗДНЫХ АРХИВОВ",
            "p Первый столбец рассказывает о том, как собирали дела по волостям и что из этого вышло в конце концов, "
            "хотя сначала никто не верил в удачу дела.",
            "p Второй столбец говорит о том, что было потом, когда всё уже собрали и стали делать описи для нового "
            "хранилища, которое построили на краю города.",
        ],
    ),
    "heard and resolved side by side, then one column again": (
        """
СЛУШАЛИ:                         ПОСТАНОВИЛИ:
1. Дело по обвинению сторожа     1. Дело производством
склада Тестова Ивана             прекратить, Тестова из-под
Петровича, 1901 г. р., ранее     стражи освободить, вещи
не судимого, из крестьян         вернуть под расписку

Секретарь совещания подписал эту выписку собственноручно и сдал её в архив
вместе с остальными делами того года.
""",
        [
            "h СЛУШАЛИ:",
            "p 1. Дело по обвинению сторожа склада Тестова Ивана Петровича, 1901 г. р., ранее не судимого, из крестьян",
            "h ПОСТАНОВИЛИ:",
            "p 1. Дело производством прекратить, Тестова из-под стражи освободить, вещи вернуть под расписку",
            "p Секретарь совещания подписал эту выписку собственноручно и сдал её в архив вместе с остальными делами "
            "того года.",
        ],
    ),
    "heard and resolved item by item": (
        """
СЛУШАЛИ:                         ПОСТАНОВИЛИ:
1. Дело по обвинению сторожа     Дело производством
склада Тестова Ивана Петро-      прекратить, вещи вернуть.
вича, 1901 г. р.

2. Ербол Сынақовтың ісі          Қайта тергеуге жіберілсін,
бойынша тергеушінің баян-        мерзімі екі апта, жауаптысы
дамасы                           аудандық бөлімнің бастығы

3. Дело мельника Тестова         Отказать.
о возврате мельницы

Секретарь совещания подписал эту выписку собственноручно и сдал её в архив.
""",
        [
            "h СЛУШАЛИ:",
            "h ПОСТАНОВИЛИ:",
            "t 1. Дело по обвинению сторожа склада Тестова Ивана Петровича, 1901 г. р.\tДело производством прекратить, "
            "вещи вернуть.\n2. Ербол Сынақовтың ісі бойынша тергеушінің баяндамасы\tҚайта тергеуге жіберілсін, мерзімі "
            "екі апта, жауаптысы аудандық бөлімнің бастығы\n3. Дело мельника Тестова о возврате мельницы\tОтказать.",
            "p Секретарь совещания подписал эту выписку собственноручно и сдал её в архив.",
        ],
    ),
    "a table row by row": (
        """
Уезд             Дел       Листов
Верненский       120       4500
Копальский       85        2310
Жаркентский      61        1980
""",
        ["t Уезд\tДел\tЛистов\nВерненский\t120\t4500\nКопальский\t85\t2310\nЖаркентский\t61\t1980"],
    ),
    "a list with numbers": (
        """
Постановили создать комиссию и поручить ей следующие дела в уезде:
1. Собрать описи по волостям и сверить их с книгами, которые ещё
остались в управлении.
2. Переписать дела заново.
3. Отчитаться осенью.
""",
        [
            "p Постановили создать комиссию и поручить ей следующие дела в уезде:",
            "l 1. Собрать описи по волостям и сверить их с книгами, которые ещё остались в управлении.",
            "l 2. Переписать дела заново.",
            "l 3. Отчитаться осенью.",
        ],
    ),
    "a list of works with hanging lines": (
        """
!                       ЛИТЕРАТУРА
1. Тестов И. П. Описи волостных правлений Семиречья, их состав и
   1924.
2. Қойшыбаев Ә. Мұрағат ісінің тарихынан, Ескі қала баспасының
   Жаңа топтамасы, 1931.
3. Тестов И. П. Ещё раз об описях, 1932.
""",
        [
            "h ЛИТЕРАТУРА",
            "l 1. Тестов И. П. Описи волостных правлений Семиречья, их состав и 1924.",
            "l 2. Қойшыбаев Ә. Мұрағат ісінің тарихынан, Ескі қала баспасының Жаңа топтамасы, 1931.",
            "l 3. Тестов И. П. Ещё раз об описях, 1932.",
        ],
    ),
    "a letterhead, a title, date and place": (
        """
                   УЕЗДНОЕ АРХИВНОЕ БЮРО
                       ПРИКАЗ № 17
5 мая 1926 года                                  г. Верный
                О порядке хранения описей
Проверка, проведённая в волостях, показала, что описи хранятся без
всякого порядка.
""",
        [
            "h УЕЗДНОЕ АРХИВНОЕ БЮРО",
            "h ПРИКАЗ № 17",
            "p 5 мая 1926 года\tг. Верный",
            "p О порядке хранения описей",
            "p Проверка, проведённая в волостях, показала, что описи хранятся без всякого порядка.",
        ],
    ),
    "a title over capitals of one sentence": (
        """
                   ОПЕРАТИВНЫЙ
              ПРИКАЗ АРХИВНОГО БЮРО
""",
        ["h ОПЕРАТИВНЫЙ ПРИКАЗ АРХИВНОГО БЮРО"],
    ),
    "a form": (
        """
Тегі, аты: Сынақов Ербол
Туған жылы: 1899, Көктал ауылы
Кәсібі: мұрағатшы
Последнее место работы: уездный архив, где служил с первого дня и до
закрытия
""",
        [
            "l Тегі, аты: Сынақов Ербол\nТуған жылы: 1899, Көктал ауылы\nКәсібі: мұрағатшы\nПоследнее место "
            "работы: уездный архив, где служил с первого дня и до закрытия"
        ],
    ),
    "contents with dots": (
        """
                          МАЗМҰНЫ
Кіріспе .................................................. 3
1 Мұрағат ісінің басталуы ................................ 7
1.1 Алғашқы қоймалар ..................................... 9
Қорытынды ................................................ 91
""",
        [
            "h МАЗМҰНЫ",
            "l Кіріспе .................................................. 3",
            "l 1 Мұрағат ісінің басталуы ................................ 7",
            "l 1.1 Алғашқы қоймалар ..................................... 9",
            "l Қорытынды ................................................ 91",
        ],
    ),
    "short entries line by line": (
        """
АҚШ Америка Құрама Штаттары
БҚ Баспасөз қоймасы
ГБ Гүлстан болысының басқармасы, кейін уездік атқару комитеті және
мұрағаты
ДМ Дала мұрағаты
ЕҚ Ескі қойма
ЖК Жаңа комитет
""",
        [
            "l АҚШ Америка Құрама Штаттары\nБҚ Баспасөз қоймасы\nГБ Гүлстан болысының басқармасы, кейін уездік атқару "
            "комитеті және мұрағаты\nДМ Дала мұрағаты\nЕҚ Ескі қойма\nЖК Жаңа комитет"
        ],
    ),
    "a page number below the notes is none of them": (
        """
Архив получил опись в том же году, и хранитель занёс её в журнал,
где она и значится под номером сорок два, как велел порядок.

,1 Опись первая, лист 4.
,2 Там же, лист 12.

,                                   17
""",
        [
            "p Архив получил опись в том же году, и хранитель занёс её в журнал, где она и значится под номером сорок "
            "два, как велел порядок.",
            "n 1 Опись первая, лист 4.",
            "n 2 Там же, лист 12.",
            "p 17",
        ],
    ),
    "notes at the foot": (
        """
Описи хранятся в уездном архиве с того самого года 1, а копии их
отправлены в столицу 2 и там же изданы в трёх книгах малым числом.
Больше о них ничего не известно, кроме одной записи в дневнике.

,1 Опись первая, листы 4 и 5, на обороте
,помета карандашом.
,2 Там же, лист 12.
""",
        [
            "p Описи хранятся в уездном архиве с того самого года 1, а копии их отправлены в столицу 2 и там же изданы "
            "в трёх книгах малым числом. Больше о них ничего не известно, кроме одной записи в дневнике.",
            "n 1 Опись первая, листы 4 и 5, на обороте помета карандашом.",
            "n 2 Там же, лист 12.",
        ],
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_pages_become_blocks(name: str) -> None:
    picture, blocks = PAGES[name]
    assert shown(typed(picture)) == blocks


@pytest.mark.parametrize("slope", [-0.02, -0.01, 0.01, 0.02])
def test_lines_that_lean_stay_lines(slope: float) -> None:
    picture, blocks = PAGES["paragraphs with first lines set in"]
    assert shown(typed(picture, slope=slope)) == blocks


def test_a_word_printed_twice_to_look_bold_is_one() -> None:
    page = typed("Бұйрық күшінде қалды")
    twice = tuple(
        word if copy == 0 else msgspec.structs.replace(word, box=_moved(word.box, 0.3))
        for word in page.words
        for copy in (0, 1)
    )
    assert shown(msgspec.structs.replace(page, words=twice)) == ["p Бұйрық күшінде қалды"]


def _moved(box: Box, by: float) -> Box:
    return Box(box.x0 + by, box.y0, box.x1 + by, box.y1)


def test_the_halves_of_a_broken_word_meet_in_the_text() -> None:
    (block,) = lay_out(typed("Ескі құжат-\nтары сақталды.")).blocks
    assert [block.text[anchor.start : anchor.end] for anchor in block.anchors] == ["Ескі", "құжат", "тары", "сақталды."]
    assert block.anchors[1].end == block.anchors[2].start
    assert block.anchors[1].box.y0 < block.anchors[2].box.y0


def test_specks_on_a_scan_are_no_blocks() -> None:
    page = typed("Ескі құжаттар осы қоймада қырық жыл бойы\n\n.\n\nсақталып келді.", Method.OCR)
    assert all(block.text not in {".", "'"} for block in lay_out(page).blocks)


def test_what_is_written_up_the_margin_comes_last() -> None:
    page = typed("Бірінші жол осында тұр\nекінші жол да осында\nүшінші жол соңғысы")
    margin = Word("ҚҰПИЯ", Box(20.0, 60.0, 30.0, 130.0), 0.9, SIZE)
    blocks = lay_out(msgspec.structs.replace(page, words=(margin, *page.words))).blocks
    assert [block.text for block in blocks] == [
        "Бірінші жол осында тұр екінші жол да осында үшінші жол соңғысы",
        "ҚҰПИЯ",
    ]


def test_an_empty_page_has_no_blocks() -> None:
    assert lay_out(Page(1, 595.0, 842.0, Method.TEXT, "nothing")).blocks == ()


def test_boxes_lie_on_the_displayed_page() -> None:
    page = msgspec.structs.replace(typed("Бір сөз"), width=842.0, height=595.0, rotation=90, method=Method.OCR)
    (block,) = lay_out(page).blocks
    assert block.box is not None
    assert block.box.height > block.box.width


def test_five_thousand_words_take_well_under_a_second() -> None:
    line = " ".join(["сөзі"] * 50)
    page = typed("\n".join([line] * 100))
    began = time.perf_counter()
    lay_out(page)
    assert time.perf_counter() - began < 2.0  # a busy machine; half a second alone


TEXTS = st.one_of(
    st.sampled_from(["сөз", "құжат-", "тары", "58-", "10", "1.", "а)", "-", "П", "Р", "И", "К", "5", "№", "ﬁ", "Ne"]),
    st.text(min_size=1, max_size=8),
)
PLACES = st.floats(min_value=-50, max_value=700)
LENGTHS = st.one_of(st.just(0.0), st.floats(min_value=0, max_value=40), st.floats(min_value=0, max_value=700))


@st.composite
def words(draw: st.DrawFn) -> Word:
    x, y = draw(PLACES), draw(PLACES)
    box = Box(x, y, x + draw(LENGTHS), y + draw(LENGTHS))
    size = draw(st.one_of(st.just(0.0), st.floats(min_value=1, max_value=60)))
    return Word(draw(TEXTS), box, draw(st.floats(min_value=0, max_value=1)), size, draw(st.booleans()))


@settings(max_examples=200, deadline=None)
@given(st.lists(words(), max_size=40), st.sampled_from([Method.TEXT, Method.OCR]), st.sampled_from([0, 90, 180, 270]))
def test_anchors_point_at_their_words_whatever_the_words(
    given_words: Sequence[Word], method: Method, turn: int
) -> None:
    page = Page(1, 595.0, 842.0, method, "any", rotation=turn, words=tuple(given_words))
    laid_out = lay_out(page)
    assert laid_out.words == ()
    for block in laid_out.blocks:
        assert_sound(block)
    assert lay_out(page) == laid_out


def assert_sound(block: Block) -> None:
    """Anchors run through the text in order, between them only spaces, tabs and line ends; nothing is empty."""
    assert block.text
    assert unicodedata.is_normalized("NFC", block.text)
    ends = [0]
    for anchor in block.anchors:
        assert ends[-1] <= anchor.start < anchor.end
        assert block.text[ends[-1] : anchor.start].strip(" \t\n") == ""
        ends.append(anchor.end)
    assert ends[-1] == len(block.text)
    assert block.box is not None
    assert block.box == Box.around(anchor.box for anchor in block.anchors)
    assert 0.0 <= block.confidence <= 1.0
    assert isinstance(block.role, BlockRole)
