"""Words on one line; `<` and `>` around a hyphen say how many hundredths of a letter its ink is wide."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from document import Box, Word
from ingest.misprints import mend_row
from ingest.raster import Raster

LETTER = 20  # pixels of room a letter takes, at 72 dpi: points too
WHITE = Raster(np.full((40, 40), 255, np.uint8), 72)


def mended(text: str) -> str:
    words = [Word(word, Box(0, 0, 10, 10), 0.9) for word in text.split()]
    return " ".join(word.text for word in mend_row(words, WHITE))


@pytest.mark.parametrize(
    "case",
    [
        "куә 0. Қ. Сәлімов → куә О. Қ. Сәлімов",
        "Ахметов Б. 0. келді → Ахметов Б. О. келді",
        "by 0. K. Malyshkin → by O. K. Malyshkin",
        "by O. К. Malyshkin → by O. K. Malyshkin",
        "айыпталушы В. 3. Есенов → айыпталушы В. З. Есенов",
        "еді, 3. Ә. Төлеуов айтты → еді, З. Ә. Төлеуов айтты",
        "бұл ©. М. Сәрсенов → бұл Ө. М. Сәрсенов",
        "0. 260. On. 124. Д. 37. → Ф. 260. Оп. 124. Д. 37.",
        "Ф. Р-260. Оп. 124. J]. 37. → Ф. Р-260. Оп. 124. Д. 37.",
        "Ф. 608. Он. 78. Ц. 246. Л. 8 → Ф. 608. Оп. 78. Д. 246. Л. 8",
        "Д. 639. JI. 114-115 об. → Д. 639. Л. 114-115 об.",
        "09. 50. Оп. 154. Д. 465. → Ф. 50. Оп. 154. Д. 465.",
        "куә 3. 3. Төлеуов → куә З. З. Төлеуов",
        "by О. Н. Malyshkin → by O. H. Malyshkin",
        "айыпталушы II. Е. Сәлімов → айыпталушы П. Е. Сәлімов",
        "куә Н. 1. Төлеуов → куә Н. І. Төлеуов",
        "куә I. K. Сәлімов → куә І. К. Сәлімов",
        "свидетель Б. X. Ахметов → свидетель Б. Х. Ахметов",
        "айыпталушы Ч. 3. Есенов → айыпталушы Ч. З. Есенов",
        "айыпталушы 3. 0. Есенов → айыпталушы З. О. Есенов",
        "Л. 69-70 06. → Л. 69-70 об.",
        "іс P-342 туралы → іс Р-342 туралы",
        "приказ № 1107-cc, от → приказ № 1107-сс, от",
        "тіркелді 15.У1.1925 жылы → тіркелді 15.VI.1925 жылы",
        "Сәрсенов, Ор. cit., 17 → Сәрсенов, Op. cit., 17",
        "Сәрсенов, Op. сле. 17 → Сәрсенов, Op. cit. 17",
        "куә 0. 0. Сәлімов → куә О. О. Сәлімов",
        "куә 0.0. Сәлімов → куә О.О. Сәлімов",
        "by 0.0. Malyshkin → by O.O. Malyshkin",
        "барлығы 0.0. болды → барлығы 0.0. болды",
        "из рядов ВКП(6) Әлиева → из рядов ВКП(б) Әлиева",
        "член ВКП(6). → член ВКП(б).",
        "ЦК КП (6) Казахстана → ЦК КП (б) Казахстана",
        "пункт (6) договора → пункт (6) договора",
        "немка, 6/п, домохозяйка → немка, б/п, домохозяйка",
        "русская; 6/n; служащая → русская; б/п; служащая",
        "постановление «0 ходе коллективизации → постановление «О ходе коллективизации",
        "указ «06 амнистии» → указ «Об амнистии»",
        "плакат «06 октября» → плакат «06 октября»",
        "87 Жүнісова 0.В. Көші-қон → 87 Жүнісова О.В. Көші-қон",
        "куә Қ.0. Сәлімов → куә Қ.О. Сәлімов",
        "by B.0. Malyshkin → by B.O. Malyshkin",
        "бағасы 0.В. болды → бағасы 0.В. болды",
        "тройкой УНКВД Л0 10 марта → тройкой УНКВД ЛО 10 марта",
        "Чиилийским Р0 УНКВД → Чиилийским РО УНКВД",
        "температура Т0 равна → температура Т0 равна",
        "РФМА. 0. 364. Т. 2. І. 19. → РФМА. Ф. 364. Т. 2. І. 19.",
        "РМӘСТА - ©. 539. Т. 4. І.108. → РМӘСТА - Ф. 539. Т. 4. І.108.",
        "РФМА. Ф. 364. Т. 2. I. 19. → РФМА. Ф. 364. Т. 2. І. 19.",
        "Толстой Л. Т. 2. I. 19. → Толстой Л. Т. 2. I. 19.",
        "М., 9. 17. Т. 3. С. 108. → М., 9. 17. Т. 3. С. 108.",
        "Ор. Жұбанов келді → Ор. Жұбанов келді",
        "she attended @ school there → she attended a school there",
        "sold apples @ 5d each → sold apples @ 5d each",
    ],
)
def test_what_the_neighbours_make_certain(case: str) -> None:
    read, meant = case.split(" → ")
    assert mended(read) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Ф. 17. Оп. 3. Д. 3. Л. 4",  # holdings are numbered
        "Д. 3. Лист четвёртый",
        "1. А. Иванов, 2. Б. Петров, 3. Ә. Төлеуов",  # so are lists
        "3. Ә. Төлеуов",
        "3. О. Төлеуов",
        "Ч. 3. Новый порядок",
        "том II. Е. Сәлім",
        "раздел I. Захаров и другие",
        "Ф. 17. Оп. 3. Св. 3. Д. 4",
        "the B. K. Petrov paper",
        "на 0. Всего 5",
        "бөлмеде 06. 12",
        "case P-342 of the court",
        "the 1107-cc engine",
        "© Мұрағат",
        "15.11.1925",
    ],
)
def test_what_may_be_meant_stays(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize(
    ("ink", "read", "settled"),
    [(10, "-", "-"), (16, "-", "-"), (20, "-", "—"), (30, "--", "—"), (24, "=", "—"), (30, "а", "а")],
)
def test_dashes_are_told_by_their_length(ink: int, read: str, settled: str) -> None:
    pixels = np.full((30, 200), 255, np.uint8)
    cv2.rectangle(pixels, (105, 14), (105 + ink - 1, 16), 0, -1)
    words = [Word("жылы", Box(0, 5, 4 * LETTER, 25)), Word(read, Box(103, 10, 140, 20))]
    assert mend_row(words, Raster(pixels, 72))[1].text == settled


def test_a_dash_with_nothing_beside_it_stays() -> None:
    assert mend_row([Word("-", Box(0, 0, 9, 9))], WHITE)[0].text == "-"
