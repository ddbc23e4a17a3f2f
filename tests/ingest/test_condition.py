from __future__ import annotations

import cv2
import numpy as np
import pytest

from ingest.cleanup import level
from ingest.condition import Condition, look_over
from ingest.marks import find_marks
from ingest.preparation import RAW, Preparation, likely, other, prepare
from tests.ingest.made_page import Pixels, grain, raster, shade, write

CLEAN = Condition(height=20, skew=0.2, grainy=False, shaded=False, bordered=False)


@pytest.fixture(scope="module")
def page() -> Pixels:
    return write()


def look(pixels: Pixels) -> Condition:
    return look_over(raster(pixels), find_marks(raster(pixels)))


def speckled(pixels: Pixels, share: float) -> Pixels:
    """Black dust of a pixel on a two-tone scan."""
    dust = np.random.default_rng(1938).random(pixels.shape) < share
    return np.where(dust, 0, pixels).astype(np.uint8)


def test_a_clean_page_asks_for_nothing(page: Pixels) -> None:
    assert likely(look(page)) == RAW


def test_shade_asks_for_even_paper(page: Pixels) -> None:
    assert (look(shade(page)).shaded, look(page).shaded) == (True, False)


def test_dark_paper_does_too(page: Pixels) -> None:
    assert look(page // 2).shaded


def test_grain_asks_for_a_median(page: Pixels) -> None:
    assert look(grain(page // 8 * 6 + 10, 15)).grainy
    assert not look(grain(page // 8 * 6 + 10, 2)).grainy


def test_dust_on_a_two_tone_scan_does_too(page: Pixels) -> None:
    assert look(speckled(page, 0.004)).grainy
    assert not look(speckled(page, 0.00001)).grainy


def test_grain_on_small_letters_is_left_alone_for_a_median_eats_them() -> None:
    assert not look(grain(write(size=16), 15)).grainy


def test_the_scanners_lid_asks_for_its_border_to_be_masked(page: Pixels) -> None:
    lid = page.copy()
    lid[:, :120] = 0
    assert (look(lid).bordered, look(page).bordered) == (True, False)


def smudge(pixels: Pixels, size: int) -> Pixels:
    """Carbon rubbed off in spots some `size` pixels wide."""
    rows, columns = pixels.shape
    spots = np.random.default_rng(1938).random((rows // size + 1, columns // size + 1)) < 0.2
    dark = cv2.GaussianBlur(np.kron(spots, np.ones((size, size)))[:rows, :columns].astype(np.float32), (0, 0), size / 3)
    smudged: Pixels = np.clip(0.85 * pixels - 110 * dark, 0, 255).astype(np.uint8)
    return smudged


def test_smudged_carbon_asks_for_paper_evened_between_letters(page: Pixels) -> None:
    smudged = smudge(page, 50)
    found = look(smudged)
    assert found.smudged
    assert likely(found).finely == found.height
    assert likely(found).name.startswith("evened finely")
    even, finely = prepare(raster(smudged), Preparation(even=True)), prepare(raster(smudged), likely(found))
    paper = np.asarray(cv2.erode(page, np.ones((9, 9), np.uint8))) == 255
    assert (even.pixels[paper] < 190).mean() > 0.03
    assert (finely.pixels[paper] < 190).mean() < 0.005
    assert np.median(finely.pixels[page == 0]) < 120


def test_soft_shade_stains_and_borders_do_not(page: Pixels) -> None:
    lid = page.copy()
    lid[:, :120] = 0
    for pixels in (page, shade(page), grain(page // 8 * 6 + 10, 15), smudge(page, 400), lid):
        assert not look(pixels).smudged


@pytest.mark.parametrize(("skew", "crooked"), [(-7.0, True), (-1.5, True), (0.1, False), (3.0, True)])
def test_lines_that_lean_ask_to_be_levelled(page: Pixels, skew: float, crooked: bool) -> None:
    wide = np.full((900, page.shape[1]), 255, np.uint8)
    wide[236 : 236 + page.shape[0]] = page
    found = look(level(wide, -skew))
    assert found.crooked is crooked
    assert (likely(found).skew != 0) is crooked


def test_doubt_about_a_prepared_page_asks_for_the_page_as_it_is_and_the_other_way_round() -> None:
    grainy = Condition(height=20, skew=2.0, grainy=True, shaded=True, bordered=False)
    assert likely(grainy) == Preparation(even=True, grainless=True, skew=2.0)
    assert other(grainy, likely(grainy)) == RAW
    assert other(CLEAN, RAW) == Preparation(even=True, grainless=True, skew=0.2)


@pytest.mark.parametrize(
    ("preparation", "name"),
    [
        (RAW, "raw"),
        (Preparation(even=True), "evened"),
        (Preparation(even=True, grainless=True, skew=-1.0), "evened grainless levelled"),
    ],
)
def test_names(preparation: Preparation, name: str) -> None:
    assert preparation.name == name


def test_no_preparation_is_the_same_image(page: Pixels) -> None:
    sheet = raster(page)
    assert prepare(sheet, RAW) is sheet


@pytest.mark.parametrize("shape", [(1, 1), (2, 9), (40, 3)])
def test_the_smallest_images_pass_through(shape: tuple[int, int]) -> None:
    found = look(np.zeros(shape, np.uint8))
    assert prepare(raster(np.zeros(shape, np.uint8)), other(found, RAW)).pixels.shape == shape
