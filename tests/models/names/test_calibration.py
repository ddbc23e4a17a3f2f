"""Curves of confidence rise, pass through what was counted, and leave unknown languages alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from document import Language
from models.names.calibration import FILE, PLAIN, Calibration, curve_of, load_calibration

CURVE = Calibration({Language.KK: ((0.4, 0.3), (0.8, 0.7), (0.9, 0.95))})


@pytest.mark.parametrize(
    ("said", "right"), [(0.1, 0.3), (0.4, 0.3), (0.6, 0.5), (0.8, 0.7), (0.85, 0.825), (1.0, 0.95)]
)
def test_what_is_said_is_read_off_the_curve(said: float, right: float) -> None:
    assert CURVE.apply(said, Language.KK) == pytest.approx(right)


def test_without_a_curve_nothing_changes() -> None:
    assert CURVE.apply(0.6, Language.RU) == PLAIN.apply(0.6, Language.KK) == 0.6


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=400))
def test_curves_rise(answers: list[tuple[float, bool]]) -> None:
    curve = curve_of(answers)
    assert list(curve) == sorted(curve)
    assert [right for _, right in curve] == sorted(right for _, right in curve)


def test_a_curve_says_how_many_were_right() -> None:
    answers = [(0.9, number % 2 == 0) for number in range(400)] + [(0.5, number % 4 == 0) for number in range(400)]
    curve = Calibration({Language.EN: curve_of(answers)})
    assert curve.apply(0.9, Language.EN) == pytest.approx(0.5, abs=0.02)
    assert curve.apply(0.5, Language.EN) == pytest.approx(0.25, abs=0.02)


def test_the_curves_in_use_cover_our_languages() -> None:
    assert FILE.is_file()
    curves = load_calibration().curves
    assert set(curves) == {Language.KK, Language.RU, Language.EN}
    assert all(0 <= said <= 1 and 0 <= right <= 1 for curve in curves.values() for said, right in curve)
