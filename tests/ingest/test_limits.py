from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.limits import fitting_dpi, painting_dpi, pixels_at, sparing_dpi, too_large

sides = st.floats(1, 20_000)


@given(st.integers(72, 450), sides, sides, st.floats(0.5, 500))
def test_what_fits_fits_and_what_does_not_is_refused(dpi: int, width: float, height: float, most: float) -> None:
    fitting = fitting_dpi(dpi, width, height, most)
    if fitting is None:
        assert pixels_at(min(dpi, 100), width, height) > most * 1e6
    else:
        assert min(dpi, 100) <= fitting <= dpi
        assert pixels_at(fitting, width, height) <= most * 1e6


@given(st.none() | st.floats(0, 5000), sides, sides)
def test_pages_are_painted_at_a_positive_resolution(scanned: float | None, width: float, height: float) -> None:
    dpi = painting_dpi(scanned, width, height)
    assert dpi >= 1
    if scanned and scanned >= 20:
        times = max(dpi / scanned, scanned / dpi)
        assert times == pytest.approx(round(times), rel=0.06)  # but for rounding


@pytest.mark.parametrize(
    ("scanned", "width", "height", "dpi"),
    [
        (None, 595, 842, 300),
        (300, 595, 842, 300),
        (400, 595, 842, 400),
        (600, 595, 842, 300),
        (1200, 595, 842, 400),
        (150, 595, 842, 300),
        (100, 595, 842, 200),
        (72, 2480, 3508, 72),
        (72, 1232, 1794, 144),
    ],
)
def test_painting_dpi(scanned: float | None, width: float, height: float, dpi: int) -> None:
    assert painting_dpi(scanned, width, height) == dpi


def test_what_is_said_of_pages_too_large() -> None:
    failure = too_large("іс.pdf", 3, 200_000_001)
    assert (failure.path, failure.page) == ("іс.pdf", 3)
    assert "--max-image-mpixels 201" in failure.message


@pytest.mark.parametrize(("dpi", "sparing"), [(300, 150), (450, 150), (400, 133), (200, 100), (150, 150), (72, 72)])
def test_sparing_paints_a_whole_part_of_the_pixels(dpi: int, sparing: int) -> None:
    assert sparing_dpi(dpi) == sparing
