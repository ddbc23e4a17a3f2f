from __future__ import annotations

import pytest

from ingest.numerals import as_numeral, with_roman_month


@pytest.mark.parametrize(
    "case",
    [
        "ХУП → XVII",
        "ХУІІ → XVII",
        "ҮШ → VIII",
        "МІІ → VII",
        "1Х → IX",
        "ІУ → IV",
        "ТТ → II",
        "Ш → III",
        "П → II",
        "ХХ → XX",
        "ХХІ → XXI",
    ],
)
def test_strokes_tell_a_numeral(case: str) -> None:
    read, meant = case.split(" → ")
    assert as_numeral(read) == meant


@pytest.mark.parametrize("read", ["", "ІІІІ", "ХХХХ", "ҚК", "УУ", "ІІХК", "съезд"])
def test_what_no_numeral_looks_like(read: str) -> None:
    assert as_numeral(read) is None


@pytest.mark.parametrize(
    "case",
    [
        "15.У1.1925 → 15.VI.1925",
        "4.1Х.1939 → 4.IX.1939",
        "27.ХП.1925, → 27.XII.1925,",
        "(8.УШ.37) → (8.VIII.37)",
        "19.\\1.1939 → 19.VI.1939",
        "1.IV.1931 → 1.IV.1931",
        "15.11.1925 → 15.11.1925",  # figures are never taken for strokes
        "15.қаз.1925 → 15.қаз.1925",
        "5.ХХ.1925 → 5.ХХ.1925",  # no such month
    ],
)
def test_months_in_strokes(case: str) -> None:
    read, meant = case.split(" → ")
    assert with_roman_month(read) == meant
