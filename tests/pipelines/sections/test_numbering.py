from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.lexicon.headings import load_headings
from pipelines.sections.numbering import read_numbering, roman_value


@pytest.mark.parametrize(
    ("line", "scheme", "parts", "rest"),
    [
        ("1.2 Кеңес еліндегі жағдай", "decimal", (1, 2), "Кеңес еліндегі жағдай"),
        ("3. Results", "decimal", (3,), "Results"),
        ("ІІІ. ҚОРҒАНЫС", "roman", (3,), "ҚОРҒАНЫС"),
        ("XIX ҒАСЫР", "roman", (19,), "ҒАСЫР"),
        ("§ 4. Права", "paragraph", (4,), "Права"),
        ("Глава II. Становление", "chapter", (2,), "Становление"),
        ("ГЛАВА ПЕРВАЯ", "chapter", (1,), ""),
        ("ІІ ТАРАУ", "chapter", (2,), ""),
        ("2-тарау. Атау", "chapter", (2,), "Атау"),
        ("Екінші бөлім", "chapter", (2,), ""),
        ("Chapter 7: Wells", "chapter", (7,), "Wells"),
        ("Part One", "part", (1,), ""),
        ("ҚОСЫМША Ә", "appendix", (ord("Ә"),), ""),
        ("Приложение № 2", "appendix", (2,), ""),
        ("П Р И Л О Ж Е Н И Е 2", "appendix", (2,), ""),
    ],
)
def test_numbers_that_open_a_line(line: str, scheme: str, parts: tuple[int, ...], rest: str) -> None:
    """Each way to number parts, in three languages."""
    numbering = read_numbering(line, load_headings())
    assert numbering is not None
    assert (numbering.scheme, numbering.parts, numbering.rest) == (scheme, parts, rest)


@pytest.mark.parametrize("line", ["1.05.1937 г. был", "58-10 бап", "1937 жылы", "глава колхоза Омаров", "Кеңес", ""])
def test_lines_that_open_with_no_number(line: str) -> None:
    """Dates, articles of a code and words are no numbers of parts."""
    assert read_numbering(line, load_headings()) is None


@given(st.integers(1, 49))
def test_roman_numerals_of_either_alphabet(value: int) -> None:
    """Latin and Cyrillic letters give the same value."""
    tens, ones = divmod(value, 10)
    numeral = ("", "X", "XX", "XXX", "XL")[tens] + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
    assert roman_value(numeral) == value
    assert roman_value(numeral.replace("I", "І").replace("X", "Х")) == value
