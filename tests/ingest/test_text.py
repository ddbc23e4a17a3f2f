"""Text is settled: each case is a line, what comes in → what goes out."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.text import settle_lines, settle_text

CASES = """
кыйын хат → кыйын хат
мой → мой
еще ёлка → еще ёлка
ﬁrst oﬃce → first office
ақ пан → ақ пан
те\u00adле\u00adфон → телефон
на\u200bчаль\u200dник → начальник
\u202aбұйрық\u202c → бұйрық
\ufeffХаттама → Хаттама
Сталин\ud800ск → Сталинск
№ 12½ § 3 → № 12½ § 3
көшу\x00 тізімі\x07 → көшу тізімі
Қазақстан үкiметi → Қазақстан үкіметі
Қазақ əдебиетi жəне өнерi → Қазақ әдебиеті және өнері
Қазақтың əp қаласы мен əcepi құралы → Қазақтың әр қаласы мен әсері құралы
Ƽ əliппе ççç → Ƽ əliппе ççç
Bizdin til, ədebijet çəne mədenijet → Bizdin til, ədebijet çəne mədenijet
қазақтың ӛз ӛнері және ӛмірі → қазақтың өз өнері және өмірі
башҡорт ҡалаһы ҙур ҡала → башҡорт ҡалаһы ҙур ҡала
қазақтың қала ҡамауы → қазақтың қала қамауы
Mосква, Kазань и Aлма-Aта → Москва, Казань и Алма-Ата
Архив CССР → Архив СССР
по делу HКВД → по делу НКВД
BКП(б) в Казахстане → ВКП(б) в Казахстане
Тhe Соmmittеe → The Committee
The committee of Moscow → The committee of Moscow
Ha основании приказа → На основании приказа
Приговор: BMH Расстрелян → Приговор: ВМН Расстрелян
бүкіл KCPO аумағында → бүкіл КСРО аумағында
signed by BK and CTO → signed by BK and CTO
He состоял, c конфискацией → Не состоял, с конфискацией
дело C. Сейфуллина и A.Б. Жанова → дело С. Сейфуллина и А.Б. Жанова
см. C. Smith and A. Brown → см. C. Smith and A. Brown
ХХ ғасыр, XX век, том III → ХХ ғасыр, XX век, том III
фонд C. и том I. Архив → фонд С. и том I. Архив
на www.libСССР.ru и a@бета.kz сайты → на www.libСССР.ru и a@бета.kz сайты
по ст. 58-1a УК → по ст. 58-1а УК
приказ 1428-326cc от июня → приказ 1428-326сс от июня
листы Р-1125, оп. 2a дела → листы Р-1125, оп. 2а дела
приказ Ne 00447 НКВД → приказ № 00447 НКВД
приказ N° 00447 НКВД → приказ № 00447 НКВД
протокол Nо 5 заседания → протокол № 5 заседания
дело Хо 708 по обвинению → дело № 708 по обвинению
бұйрық No 12, тамыз айы → бұйрық № 12, тамыз айы
по делу М 6307 обвиняется → по делу № 6307 обвиняется
приказ Ж 17 от мая → приказ № 17 от мая
айыпталып, М 6307 іс бойынша → айыпталып, № 6307 іс бойынша
бұйрық М12 бойынша → бұйрық №12 бойынша
машина М 20 стоит в гараже → машина М 20 стоит в гараже
сотрудник Ж. 17 лет → сотрудник Ж. 17 лет
на деле М. Иванов → на деле М. Иванов
order No 12 of August → order No 12 of August
ORDER N° 5 of the Ministry → ORDER N° 5 of the Ministry
осуж-⏎ден по делу → осужден⏎по делу
по статье 58-⏎10 УК → по статье 58-10⏎УК
1937-⏎38 гг. → 1937-38⏎гг.
20-⏎жылдары болған → 20-жылдары⏎болған
из-⏎за границы → из-за⏎границы
в Алма-⏎Ате жил → в Алма-Ате⏎жил
какой-⏎то человек → какой-то⏎человек
из-⏎за- а → из-за- а
КСРО-⏎дан келген → КСРО-дан⏎келген
үгіт-⏎насихат жұмысы → үгіт-насихат⏎жұмысы
тыңшылық-⏎диверсиялық топ → тыңшылық-диверсиялық⏎топ
см. https://мысал.kz/a-⏎b сайты → см. https://мысал.kz/a-b⏎сайты
в этом мес-⏎то стоит → в этом место⏎стоит
по-⏎казахски говорил → по-казахски⏎говорил
по-⏎казания дал → показания⏎дал
кем-⏎кемге барды → кем-кемге⏎барды
қуғын-⏎сүргін құрбаны → қуғын-сүргін⏎құрбаны
тұт-⏎қындалған адам → тұтқындалған⏎адам
ПОСТА-⏎НОВЛЕНИЕ суда → ПОСТАНОВЛЕНИЕ⏎суда
радио- ⏎и телеграф → радио-⏎и телеграф
слово -⏎и дело → слово -⏎и дело
на\u00ad⏎чальник лагеря → начальник⏎лагеря
на¬⏎чальник лагеря → начальник⏎лагеря
ауыл-аймақ, ауыл-⏎аймақ → ауыл-аймақ, ауыл-аймақ
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_text_is_settled(case: str) -> None:
    given_text, settled = case.replace("⏎", "\n").split(" → ")
    assert settle_text(given_text) == settled


PIECES = st.one_of(
    st.sampled_from("аәбғқңөұүһіiəaAСCсcохxХXрpеe-\u00ad¬№N°1 5\n\n .«»ҙҡӛy¥ﬁ\u00a0\u200b\u0306"),
    st.characters(),
    st.sampled_from(["Ne 5", "из-\nза", "58-\n10", "Ha ", "қазақ ", "үкiмет "]),
)


@example("а-\ni")
@given(st.lists(PIECES, max_size=40).map("".join))
def test_settled_text_is_in_nfc_and_stays_as_it_is(text: str) -> None:
    settled = settle_text(text)
    assert settled == unicodedata.normalize("NFC", settled)
    assert settle_text(settled) == settled


@given(st.lists(st.lists(st.lists(PIECES, min_size=1, max_size=6).map("".join), max_size=6), max_size=5))
def test_as_many_words_come_out_as_were_given(lines: list[list[str]]) -> None:
    settled = settle_lines(lines)
    assert [len(words) for words in settled] == [len(words) for words in lines]
    assert all(unicodedata.is_normalized("NFC", word) for words in settled for word in words)
    assert settle_lines(settled) == settled


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіАБВГДЕЖЗІЌ ", max_size=60))
def test_words_of_one_script_are_not_touched(text: str) -> None:
    assert settle_lines([text.split()]) == [text.split()]
