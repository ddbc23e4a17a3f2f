from __future__ import annotations

import pytest

from pipelines.entities.imprint import is_imprint

IMPRINTS = """
Kindler R. Nomads. – Pittsburgh, [2018]. 12 Ivanov I.
Leonhard W. Die Revolution. Köln: Kiepenheuer, [1955]. 560 S.
Applebaum, A. ([2003]). Gulag: A history.
Brown, K. and Barnes, S. (eds.) ([2011]) Steppe
(Aldazhumanov, [1998]; Davies and Wheatcroft, [2004], table 31)
Kritika 11, no. 1 ([2010]): 11–45.
Slavic Review 61 (Spring [2002]).
Waller ([2004], 187) and Sternova ([1994]: 12–14) agree; Әсем
Zhurgenov T. Songs. Kzyl-Orda: Kazizdat, [1936].
The Road to Terror. New Haven, [1999].
Жүнісова Қ. Тарих. – Семей, [2007]. – 120 б.
Рыскулов Т. Киргизстан. М.; Л.: Госиздат, [1929]; Тогжанов Г.
Насырова Ә. Қарлаг. Қарағанды: Болашақ-Баспа, [2008].
"""
TIMES = """
Родился: Польша, [1904]. Поляк.
Осуждён: Акмолинск, [1938]. Расстрелян.
Born: Omsk, [1904]. Shot: Karaganda, [1938].
Туған: Ақмола, [1904].
the collapse of the Soviet Union ([1991]) and after
He was arrested in Omsk, [1937].
Ethnic Cleansing in the USSR, [1937–1949]. Westport: Greenwood, 1999.
Terror in Xinjiang: The Year [1937]. Armonk: Sharpe, 1990.
Ғабит Мүсірепов [1937] жылы Алматыда
"""


def place(line: str) -> tuple[str, int, int]:
    start, end = line.index("["), line.index("]")
    return line.replace("[", "", 1).replace("]", "", 1), start, end - 1


def marked(lines: str) -> list[str]:
    """A line for each year in brackets, with its brackets alone."""
    found = []
    for line in lines.strip().splitlines():
        pieces = line.split("[")
        for number in range(1, len(pieces)):
            before = "".join(pieces[:number]).replace("]", "")
            here, after = pieces[number].split("]", 1)
            rest = "".join([after, *pieces[number + 1 :]]).replace("]", "")
            found.append(f"{before}[{here}]{rest}")
    return found


@pytest.mark.parametrize("line", marked(IMPRINTS))
def test_the_year_of_a_publication_is_told(line: str) -> None:
    assert is_imprint(*place(line))


@pytest.mark.parametrize("line", marked(TIMES))
def test_other_years_are_not_taken_for_it(line: str) -> None:
    assert not is_imprint(*place(line))
