"""The grammar as a whole: order, speed, and texts made to be slow."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from document import Label
from models.lexicon import Lexicon
from pipelines.entities.agreement import agree
from pipelines.entities.grammar import find_all

PROSE = (
    "1937 жылғы 25 шілдеде КСРО ІІХК-нің № 00439 бұйрығы шықты. Сәуле Өмірзақова Қарлагқа жіберілді, іс № 4711. "
    "Постановлением тройки от 3 ноября 1937 г. осуждён по ст. 58-10 ч. 2 УК РСФСР. ГАРФ. Ф. Р-9401. Оп. 1а. "
    "The regional committee met in late 1930s and discussed the plan of the year with all its members present there. "
    "Ол ауылда туып өсті, мектепте оқыды, кейін қалада жұмыс істеді, отбасы үлкен болды, көршілері жақсы адамдар еді. "
)
# Each is repeated until it has a million characters.
HOSTILE = {
    "letters": "ү",
    "letters alike": "x",
    "initials with hyphens": "Ж-",
    "digits": "1937",
    "years": "1937-",
    "dots": ".",
    "blanks": " ",
    "lines": "\n",
    "opening quotes": "«а ",
    "straight quotes": '"О ',
    "brackets": "(((",
    "numero": "№ ",
    "acts": "приказ ",
    "acts in Kazakh": "бұйрық ",
    "capitals": "ҚР ОМА ",
    "capitalised words": "Қарағанды ",
    "fonds": "Ф. 17. ",
    "folios": "Л. 1, ",
    "articles": "58-10-",
    "list of articles": "58, ",
    "days": "5 мая ",
    "camps": "ИТЛ Строительства ",
    "archives": "Архив ",
    "months": "январь, ",
    "parts": "п. 1 ",
    "dashes": "-",
    "list of days": "10, ",
    "ordinals": "37-ші ",
    "references to the same": "Там же. ",
    "slashes": "1/",
    "whole references": "Ф.17,оп.3,",
}
MILLION = 1_000_000


def test_labels_of_one_text(lexicon: Lexicon) -> None:
    labels = [one.label for one in agree(find_all(PROSE, lexicon), PROSE)]
    wanted = [Label.DATE, Label.ORDER, Label.CAMP, Label.CASE, Label.DATE, Label.ARTICLE, Label.FONDS, Label.DATE]
    assert labels == wanted


def test_candidates_come_sorted(lexicon: Lexicon) -> None:
    starts = [one.start for one in find_all(PROSE * 3, lexicon)]
    assert starts == sorted(starts)


@settings(deadline=None)
@given(st.text(alphabet="№1937 -.,/«»()ФДОпЛІТБқіжылыгприказбапстУК58Қарлаг\n", max_size=120))
def test_any_text_will_do(text: str) -> None:
    for one in agree(find_all(text, LEXICON), text):
        assert 0 <= one.start < one.end <= len(text)
        assert 0 <= one.confidence <= 1


def test_prose_is_read_at_sixty_thousand_characters_a_second(lexicon: Lexicon) -> None:
    text = PROSE * 100
    find_all(PROSE, lexicon)
    started = time.perf_counter()
    find_all(text, lexicon)
    # A machine that others use may be five times as slow as the promise.
    assert len(text) / (time.perf_counter() - started) > 12_000


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_is_slow(piece: str, lexicon: Lexicon) -> None:
    text = piece * (MILLION // 20 // len(piece))
    started = time.perf_counter()
    agree(find_all(text, lexicon), text)
    assert time.perf_counter() - started < 5


@pytest.mark.slow
@pytest.mark.parametrize("name", ["letters", "digits", "years", "straight quotes", "fonds", "camps"])
def test_no_text_of_a_million_characters_is_slow(name: str, lexicon: Lexicon) -> None:
    text = HOSTILE[name] * (MILLION // len(HOSTILE[name]))
    started = time.perf_counter()
    agree(find_all(text, lexicon), text)
    assert time.perf_counter() - started < 60


LEXICON = Lexicon((), (), (), (), (), (), {}, {}, {}, {})
