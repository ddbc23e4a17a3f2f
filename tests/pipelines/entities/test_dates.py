"""Dates, a line a case."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from document import DateValue
from models.lexicon import Lexicon
from pipelines.entities import edtf
from pipelines.entities.dates import find
from tests.pipelines.entities.notation import cases, check

DAYS = """
[DATE 30 июля 1937 г.|1937-07-30] арестован в г. Семипалатинске
родился [DATE «30» июля 1937 года|1937-07-30]
протокол от [DATE « 5 » ноября 19 37 г.|1937-11-05]
в приказе [DATE 18/20 мая 1943 года|1943-05-18/1943-05-20]
[DATE 28-29 июля 1937 г.|1937-07-28/1937-07-29] шёл обыск
с [DATE 2 по 29 июля 1919|1919-07-02/1919-07-29] содержался под стражей
с [DATE 1-го по 10-е августа 1937 г.|1937-08-01/1937-08-10]
[DATE 28 июля - 3 августа 1937 г.|1937-07-28/1937-08-03]
[DATE 1937 года, ноября 5 дня|1937-11-05], я, следователь
[DATE 1-го мая 1937 г.|1937-05-01]
[DATE 31 февраля 1937 г.|-] такого дня нет
[DATE 1937 жылғы 25 шілдеде|1937-07-25] шыққан бұйрық
[DATE 1937 ж. 25 шілде|1937-07-25], Алматы қ.
[DATE 1937 жылы 14 қыркүйекте|1937-09-14] атылды
[DATE 1937 жылғы «25» шілде|1937-07-25]
[DATE 25 шілде 1937 ж.|1937-07-25]
[DATE 1942 жылдың 28-29 қаңтары|1942-01-28/1942-01-29]
[DATE 1864 жылдың 7 қазан күні|1864-10-07]
[DATE 1937 жылы шілденің 25-інде|1937-07-25]
Қызылордада [DATE 1941 жылғы 7 маусымдағы|1941-06-07] жиналыста
[DATE August 16, 1937|1937-08-16] was a Monday
on [DATE 16 August 1937|1937-08-16]
the [DATE 30th of July 1937|1937-07-30]
[DATE July 30th, 1937|1937-07-30]
"""

DAYS_WITHOUT_YEAR = """
[DATE 4 марта|-] расстреляна
[DATE 10 қыркүйекте|-] ең қатаң жазаға кесілді
[DATE 18 наурыз күні|-] келді
[DATE 29-30-сәуір күндері|-] барды
[DATE қарашаның 5-і күні|-]
on [DATE January 12|-], a gathering
К [DATE 20 октября|-] поступило 1 490 человек
"""

FIGURES = """
[DATE 22.08.1937|1937-08-22]
[DATE 22.08.37|1937-08-22]
[DATE 30.VII.37|1937-07-30]
[DATE 22/VIII-37 г.|1937-08-22]
[DATE 5/VIII 1937 г.|1937-08-05]
[DATE 1.12.34|1934-12-01]
[DATE 24-05-2009|2009-05-24]
[DATE 1937-07-30|1937-07-30]
Реабилитация: [DATE 06.1992|1992-06]
умер [DATE 18.04.1897 г|1897-04-18], украинец
[DATE 01.07.1942 жылғы|1942-07-01] мәлімет бойынша
[DATE 31.02.1937|-]
"""

MONTHS = """
В [DATE мае 1944 года|1944-05] выбыл
до [DATE марта 1950 года|1950-03]
в [DATE апреле 1933 г.|1933-04] осуждён
[DATE Декабрь 1933 г|1933-12]
с [DATE февраля по июль 1942 года|1942-02/1942-07]
[DATE июнь-июль 1937 г.|1937-06/1937-07]
[DATE 1934 жылдың тамызында|1934-08] келді
[DATE 1922 жылы шілдеде|1922-07]
[DATE 1925 жылдың наурыз айының соңына|1925-03] қарай
[DATE 1927 жылдың наурыз-сәуір айларында|1927-03/1927-04]
[DATE 1942 ж. мамырына|1942-05] дейін
in [DATE April 1938|1938-04]
in [DATE July–August 1937|1937-07/1937-08]
the [DATE December, 1986|1986-12] events
in the [DATE middle of March of 1938|1938-03]
"""

YEARS = """
[DATE 1904 г.|1904] рождения, уроженец аула № 5
[DATE 1904 г.|1904]р., колхозник
в [DATE 1937–1938 годах|1937/1938]
в [DATE 1941-45 гг.|1941/1945]
родился в [DATE 1895 (1896) г.|1895/1896]
в [DATE конце 1928 года|1928]
[DATE осенью 1937 г.|1937-23]
в [DATE 37-м году|1937] взяли отца
с [DATE 1946 по 1951 год|1946/1951]
[DATE 1937 жылы|1937] тұтқындалды
[DATE 1918-1919 жылдардағы|1918/1919] аштық
[DATE 1937 жылдың басында|1937]
[DATE 1937 жылдың күзінде|1937-23]
[DATE 1930 жылдан|1930] бастап
[DATE 1933 жылға|1933] дейін
[DATE 1926 жылдың басында-ақ|1926]
[DATE 1930-1932 жж|1930/1932]
([DATE 1931-1953 ж.ж.|1931/1953])
[DATE 1937-жылы|1937]
[DATE 1917 жылғы|1917] Қазан төңкерісі
Семейде[DATE 1937 жылға|1937] қарай
died in [DATE 1934|1934]
the [DATE beginning of 1937|1937]
the [DATE summer of 1937|1937-22]
at the [DATE turn of 1938-1939|1938/1939]
until [DATE mid-1939|1939]
the repressions of [DATE 1937–1938|1937/1938]
starting from [DATE 1954 to 1965|1954/1965]
In [DATE 1943|1943] prisoners arrived
род. [DATE 1900|1900], уезд Зайсан
([DATE 1900–1937|1900/1937])
в [DATE 1937/38|1937/1938] учебном году
[DATE 1937/1938|1937/1938] оқу жылында
[DATE летом 37-го года|1937-22] увезли
"""

PERIODS = """
[DATE 20-30-жылдары|1920/1939] жазылған
[DATE 1930 жылдардың басында|193X]
[DATE 1920-1940 жылдары|1920/1949]
[DATE 20-шы жылдар|192X]
[DATE Жиырмасыншы ғасырдың 20-50 жылдарындағы|1920/1959] нәубет
[DATE XX ғасырдың 20-50 жылдары|1920/1959]
[DATE ХІХ ғасырдың соңында|18XX]
[DATE ХІХ-ХХ ғғ.|1800/1999]
[DATE өткен ғасырдың 20-40-шы жылдарында|1920/1949]
[DATE ХХ ҒАСЫРДЫҢ БІРІНШІ ЖАРТЫСЫНДАҒЫ|19XX] САЯСАТ
в [DATE 1920-1930-е гг.|1920/1939]
во [DATE второй половине 1930-х гг.|193X]
в [DATE 30-е годы|193X]
в [DATE начале XX века|19XX]
[DATE 20-х годов XX века|192X]
[DATE XIX-XX вв.|1800/1999]
in the [DATE 1930s|193X]
[DATE late 1920s|192X]
from the [DATE mid-1940s|194X]
the [DATE second half of the 1930s|193X]
in the [DATE first quarter of the XX century|19XX]
the [DATE twentieth century|19XX]
[DATE 1920s-1980s|1920/1989]
in [DATE 1953–1960s|1953/1969] and later
"""

RANGES = """
[DATE Январь, 1922 - декабрь 1936|1922-01/1936-12]
[DATE 10 октября 1937 г. – 17 ноября 1937 г.|1937-10-10/1937-11-17]
[DATE 14.03.1938-15.05.1939|1938-03-14/1939-05-15]
[DATE конец 1937 – начало 1938 г.|1937/1938]
[DATE 1930s — the late 1940s|1930/1949]
# Two dates joined by words are two.
с [DATE ноября 1944|1944-11] по [DATE март 1945 года|1945-03]
[DATE 1924 жылдың шілдесі|1924-07] мен [DATE 1927 жылдың наурызы|1927-03] аралығында
from the [DATE mid-1940s|194X] to the [DATE mid-1950s|195X]
"""

MISREAD = """
арестован [DATE 3O июля I937 г.|1937-07-30]
[DATE 193З году|1933]
[DATE 19З7 ж.|1937]
[DATE 22.О8.1937|1937-08-22]
_[DATE 13.09.1990|1990-09-13]._
"""

NOT_DATES = """
осуждён на 10 лет ИТЛ
12 жылға сотталды
в возрасте 37 лет
в мае, с мая по июль
былтыр, өткен жылы
last year, in May
приказ № 1937
1937 человек содержалось
1942 красноармейцев выбыло
about were 1943 prisoners there
We 1800, among us babies
М.: Политиздат, 1956. 149 Там же
№4 (104)/2021
1943 адам, 2000 рубль
М.: РОССПЭН, 2004. – 368 с.
Алматы: Ғылым, 1998. - 250 б.
// Вестник университета. 2015. № 3. С. 14.
(Сыздыкова, 2014: 103)
Д. 1937. Л. 45
ст. 58-10-11
тел. 2-19-37
Осы жылдары, жылқы саны
"""


@pytest.mark.parametrize(
    "line",
    cases(DAYS + DAYS_WITHOUT_YEAR + FIGURES + MONTHS + YEARS + PERIODS + RANGES + MISREAD + NOT_DATES),
)
def test_dates(line: str, lexicon: Lexicon) -> None:
    check(line, find, lexicon)


@given(st.integers(1800, 2029), st.integers(1, 12), st.integers(1, 28))
def test_a_day_in_figures_is_read_whole(year: int, month: int, day: int) -> None:
    text = f"{day:02d}.{month:02d}.{year}"
    (found,) = find(text, EMPTY)
    assert (found.start, found.end, found.value) == (0, len(text), DateValue(f"{year}-{month:02d}-{day:02d}"))


@given(st.text(alphabet="1937 г.-жылы мая–0І", max_size=60))
def test_spans_are_sorted_and_apart(text: str) -> None:
    places = [(one.start, one.end) for one in find(text, EMPTY)]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))


def test_an_interval_never_runs_backwards() -> None:
    assert edtf.interval("1938", "1937") is None
    assert edtf.interval("192X", "193X") == "1920/1939"
    assert edtf.day(29, 2, 1937) is None


EMPTY = Lexicon((), (), (), (), (), (), {}, {}, {}, {})
