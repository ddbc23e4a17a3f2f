from __future__ import annotations

import numpy as np
import pytest

from ingest.cleanup import level
from ingest.raster import Raster
from ingest.spreads import find_parts
from tests.ingest.made_page import Pixels, grain, raster, typescript

WIDE, HIGH = 620, 870  # a page of A4 at 75 dpi


@pytest.fixture(scope="module")
def left() -> Pixels:
    return typescript(WIDE, HIGH, seed=1)


@pytest.fixture(scope="module")
def right() -> Pixels:
    return typescript(WIDE, HIGH, seed=2, leading=25)


def spread(left: Pixels, right: Pixels, skews: tuple[float, float] = (0.0, 0.0), shadow: int = 0) -> Pixels:
    """Pages side by side, each turned clockwise by its skew, a fold's shadow of some grey levels between them."""
    both = np.hstack([level(page, skew) if skew else page for page, skew in zip((left, right), skews, strict=True)])
    across = np.arange(both.shape[1]) - left.shape[1]
    shaded: Pixels = (both * (1 - shadow / 255 * np.exp(-((across / 14) ** 2)))).astype(np.uint8)
    return shaded


def cut(pixels: Pixels) -> list[float]:
    """Where the parts begin, as shares of the image's longer side; nothing for one page."""
    parts = find_parts(raster(pixels))
    longer = max(pixels.shape) * 72 / 300
    return [round((part.left + part.top) / longer, 1) for part in parts]


@pytest.mark.parametrize("skews", [(0.0, 0.0), (3.0, -3.0), (-2.0, 1.0), (2.0, 2.0)])
def test_facing_pages_are_parted_however_each_leans(left: Pixels, right: Pixels, skews: tuple[float, float]) -> None:
    assert cut(spread(left, right, skews)) == [0.0, 0.5]


def test_a_shadow_parts_pages_whose_lines_stand_at_one_height_and_close_together(left: Pixels) -> None:
    close = left[:, 60:-60]
    assert cut(spread(close, close, shadow=80)) == [0.0, 0.5]


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_whichever_way_the_spread_lies(left: Pixels, right: Pixels, turns: int) -> None:
    assert cut(np.rot90(spread(left, right, (1.0, -1.0)), turns)) == [0.0, 0.5]


def test_on_old_paper_and_as_a_negative(left: Pixels, right: Pixels) -> None:
    both = spread(left, right, shadow=60)
    assert cut(grain(both // 2 + 60, 4)) == [0.0, 0.5]
    assert cut(255 - both // 2 - 60) == [0.0, 0.5]


def test_a_strip_of_the_neighbour_is_a_part(left: Pixels, right: Pixels) -> None:
    both = spread(left, right, shadow=60)
    assert cut(both[:, : WIDE + 200]) == [0.0, 0.7]
    assert cut(both[:, WIDE - 200 :])[0] == 0.0
    assert len(cut(both[:, WIDE - 200 :])) == 2


def test_a_page_of_verse_beside_one_of_prose(left: Pixels) -> None:
    verse = typescript(WIDE, HIGH, seed=3, leading=25, longest=0.5)
    assert cut(spread(left, verse)) == [0.0, 0.5]


def test_parts_hold_all_and_what_lies_beyond_the_fold_is_paper(left: Pixels, right: Pixels) -> None:
    both = raster(spread(left, right, (2.0, -1.0), shadow=60))
    one, other = find_parts(both)
    assert one.raster.width + other.raster.width >= both.width
    assert other.left + other.raster.width == pytest.approx(both.width, abs=0.5)
    ink = [int((part.raster.pixels < 100).sum()) for part in (one, other)]
    assert sum(ink) == pytest.approx(int((both.pixels < 100).sum()), rel=0.02)


class TestOnePage:
    """What has a band without ink, and is one page."""

    def test_a_page_of_text(self, left: Pixels) -> None:
        assert cut(left) == []
        assert cut(np.rot90(left)) == []
        assert cut(level(left, 4.0)) == []

    def test_a_landscape_order(self, left: Pixels) -> None:
        assert cut(typescript(HIGH, WIDE, seed=4)) == []

    def test_two_columns(self) -> None:
        column = typescript(WIDE // 2, HIGH, seed=5, margin=25)
        assert cut(np.hstack([column, typescript(WIDE // 2, HIGH, seed=6, margin=25)])) == []

    @pytest.mark.parametrize("rules", [False, True])
    def test_a_landscape_table(self, rules: bool) -> None:
        column = [typescript(240, WIDE, seed=seed, margin=30, leading=30, longest=0.6) for seed in range(4)]
        table = np.hstack(column)
        if rules:
            table[50::30, 30:-30] = 0
            table[30:-30, 240::240] = 0
        assert cut(table) == []

    def test_a_title_page_with_text_across_the_middle(self) -> None:
        page = np.full((WIDE, HIGH), 255, np.uint8)
        page[260:340, 200:-200] = typescript(HIGH, WIDE, seed=7)[100:180, 200:-200]
        assert cut(page) == []

    def test_a_heading_across_two_columns(self, left: Pixels, right: Pixels) -> None:
        both = spread(left[:, 60:-60], right[:, 60:-60])
        both[60:90, 100:-100] = typescript(both.shape[1], WIDE, seed=8)[80:110, 100:-100]
        both[120:150, 100:-100] = typescript(both.shape[1], WIDE, seed=9)[80:110, 100:-100]
        assert cut(both) == []

    def test_a_page_beside_an_empty_one(self, left: Pixels) -> None:
        assert cut(spread(left, np.full_like(left, 255))) == []

    @pytest.mark.parametrize("shape", [(1, 1), (3, 900), (900, 3), (40, 60)])
    def test_the_smallest_images(self, shape: tuple[int, int]) -> None:
        assert find_parts(Raster(np.zeros(shape, np.uint8), 300)) == ()

    def test_noise(self) -> None:
        assert cut(np.random.default_rng(1937).integers(0, 256, (600, 900)).astype(np.uint8)) == []
