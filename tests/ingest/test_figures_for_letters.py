"""Words on one line, and what becomes of them."""

from __future__ import annotations

import numpy as np
import pytest

from document import Box, Word
from ingest.misprints import mend_row
from ingest.raster import Raster

WHITE = Raster(np.full((40, 40), 255, np.uint8), 72)


def mended(text: str) -> str:
    words = [Word(word, Box(0, 0, 10, 10), 0.9) for word in text.split()]
    return " ".join(word.text for word in mend_row(words, WHITE))


@pytest.mark.parametrize(
    "case",
    [
        "прокуратура БВ0, дело → прокуратура БВО, дело",
        "трибунал УралВ0 решил → трибунал УралВО решил",
        "при 0ГПУ по → при ОГПУ по",
        "органов 0Г- → органов ОГ-",
        "КА3АХСТАН и 0РЛ0В → КАЗАХСТАН и ОРЛОВ",
        "Қа3ақстан в Ка3ахстане о6ласти → Қазақстан в Казахстане области",
        "Ивдельское Л0 № → Ивдельское ЛО №",
        "КСР0 дейін → КСРО дейін",
        "арестован 00 10 СД → арестован ОО 10 СД",
        "арестована 00 16 армии → арестована ОО 16 армии",
        "сотрудник 00 НКВД → сотрудник ОО НКВД",
        "Рейтер 0. Иностранцы в → Рейтер О. Иностранцы в",
        "Сатова 3. Г., Өтегенов → Сатова З. Г., Өтегенов",
        "Сатовенко 0.0. Письма → Сатовенко О.О. Письма",
        "САТОВ 3.А. и → САТОВ З.А. и",
        "товарищу А.3. Сатову → товарищу А.З. Сатову",
        "РГАСПИ. 0. 17. Оп. → РГАСПИ. Ф. 17. Оп.",
        "ҚР ПА. 0.708. Т.6 → ҚР ПА. Ф.708. Т.6",
        "ҚРМА - 90. 539. → ҚРМА - Ф. 539.",
    ],
)
def test_neighbours_tell_letters(case: str) -> None:
    before, after = case.split(" → ")
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "в 12 00 дня",
        "станок М303 и Т300",
        "завод Б0 стоит",
        "по ст. 58-10а и 17-58-8",
        "1. Сатов 3. Г. Өтегенов",
        "Сатов. 3. Г. Өтегенов",
        "норма 0. Она",
        "Дело А.3. Лагерь",
        "шесть лет. ОГПУ 0. 5",
        "СССР. 9. 1937",
    ],
)
def test_figures_that_may_be_so_stay(line: str) -> None:
    assert mended(line) == line
