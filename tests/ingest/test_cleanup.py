from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from ingest import cleanup
from ingest.frame import turned_size
from ingest.marks import find_marks
from tests.ingest.made_page import Pixels, grain, raster, shade, write

TINY = arrays(np.uint8, st.tuples(st.integers(1, 20), st.integers(1, 20)))


def test_shaded_paper_becomes_white_and_ink_stays() -> None:
    page = write()
    even = cleanup.divide_background(shade(page))
    paper, ink = page == 255, page == 0
    assert np.percentile(even[paper], 2) > 200
    assert np.percentile(even[ink], 98) < 150


def test_a_black_border_becomes_white() -> None:
    page = write()
    page[:, :200] = 0
    assert cleanup.divide_background(page)[:, :150].min() > 200


def test_a_negative_becomes_positive_and_a_grey_page_stays() -> None:
    page = write()
    assert (cleanup.positive(raster(255 - page)).pixels == page).all()
    for other in (page, page // 3, shade(page)):
        assert (cleanup.positive(raster(other)).pixels == other).all()


def test_white_paper_is_left_alone() -> None:
    page = write()
    assert np.abs(cleanup.divide_background(page).astype(int) - page).max() <= 2


def test_specks_go_and_strokes_stay() -> None:
    page = write()
    dirty = page.copy()
    dirty[5::17, 3::23] = 0
    clean = cleanup.remove_specks(dirty)
    assert (clean[:60] == 255).all()
    assert np.abs(clean.astype(int) - page).mean() < 5
    grey = grain(page, 40)
    assert cleanup.remove_specks(grey)[:60].std() < grey[:60].std() / 2


@pytest.mark.parametrize("skew", [-6.0, 2.5])
def test_levelling_and_back_is_nearly_nothing(skew: float) -> None:
    page = write()
    back = cleanup.level(cleanup.level(page, skew), -skew)
    middle = (slice(100, -100), slice(300, -300))
    assert np.abs(back[middle].astype(int) - page[middle]).mean() < 12


def test_levelling_turns_clockwise() -> None:
    page = np.full((101, 101), 255, np.uint8)
    page[50, 90] = 0  # to the right of the middle
    row, column = np.unravel_index(cleanup.level(page, 8.0).argmin(), page.shape)
    assert row > 53
    assert column >= 88


@given(TINY, st.sampled_from([0, 90, 180, 270]))
def test_right_angles_lose_nothing(pixels: Pixels, rotation: int) -> None:
    turned = cleanup.turn_right_angles(raster(pixels), rotation)
    assert (turned.pixels.shape[1], turned.pixels.shape[0]) == turned_size(pixels.shape[1], pixels.shape[0], rotation)
    assert (cleanup.turn_right_angles(turned, (360 - rotation) % 360).pixels == pixels).all()


def test_a_quarter_clockwise_takes_the_left_edge_to_the_top() -> None:
    page = np.array([[1, 2], [3, 4]], np.uint8)
    assert cleanup.turn_right_angles(raster(page), 90).pixels.tolist() == [[3, 1], [4, 2]]


@given(TINY, st.integers(20, 900))
def test_another_resolution_is_the_same_sheet(pixels: Pixels, dpi: int) -> None:
    sheet = raster(pixels)
    scaled = cleanup.rescale(sheet, dpi)
    assert scaled.dpi == dpi
    assert scaled.width == pytest.approx(sheet.width, abs=72 / dpi)
    assert min(scaled.pixels.shape) >= 1


@given(TINY)
def test_the_smallest_images_pass_through(pixels: Pixels) -> None:
    for prepare in (cleanup.divide_background, cleanup.remove_specks, lambda image: cleanup.level(image, 3.0)):
        assert prepare(pixels).shape == pixels.shape


class TestLid:
    """The black around a page, from the lid of the scanner."""

    def test_a_thin_and_crooked_border_turns_white(self) -> None:
        page = write()
        bordered = np.full((page.shape[0] + 60, page.shape[1] + 60), 8, np.uint8)
        bordered[30:-30, 30:-30] = page
        inside = np.full_like(bordered, 255)
        inside[30:-30, 30:-30] = page
        crooked, wanted = cleanup.level(bordered, 1.5), cleanup.level(inside, 1.5)
        even = cleanup.divide_background(crooked)
        assert (even < 128).sum() == pytest.approx((wanted < 128).sum(), rel=0.05)

    def test_writing_cut_by_the_edge_and_rules_to_the_edge_stay(self) -> None:
        page = np.ascontiguousarray(write()[:, 90:])  # through the first letters
        page[300:304] = 0
        assert cleanup.lid_of(page) is None
        assert (cleanup.divide_background(page) < 128).sum() == pytest.approx((page < 128).sum(), rel=0.02)

    def test_only_what_touches_the_edge_is_lid(self) -> None:
        page = write()
        page[20:180, 20:400] = 0  # a black photograph
        page[:, -30:] = 0
        lid = cleanup.lid_of(page)
        assert lid is not None
        assert lid[:, -30:].all()
        assert not lid[:, :-60].any()

    def test_a_hole_beside_the_text_is_no_mark_of_writing(self) -> None:
        page = np.pad(write(), ((0, 0), (100, 0)), constant_values=255)
        holed = page.copy()
        down, across = np.ogrid[: page.shape[0], : page.shape[1]]
        holed[(down - 150) ** 2 + (across - 70) ** 2 < 36**2] = 15  # of 6 mm, as punched
        assert len(find_marks(raster(holed))) == len(find_marks(raster(page)))
