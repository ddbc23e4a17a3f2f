from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from document import Box, Word
from ingest.cleanup import level
from ingest.marks import Marks, _usual, coverage, find_marks, find_skew, in_lines, levelled, lines_across
from tests.ingest.made_page import LINES, Pixels, grain, raster, shade, write

LETTERS = sum(len(line.replace(" ", "")) for line in LINES)


@pytest.mark.parametrize("worn", [np.copy, shade, lambda page: grain(page, 30), lambda page: 150 + page // 3])
def test_marks_are_about_as_many_as_letters_whatever_the_paper(worn: Callable[[Pixels], Pixels]) -> None:
    marks = find_marks(raster(worn(write())))
    assert LETTERS * 0.85 < len(marks) < LETTERS * 1.15
    assert 20 <= marks.height <= 26


def test_small_letters_are_told_where_capitals_and_figures_abound() -> None:
    heights = [14] * 6 + [9] * 4
    boxes = np.array([(20 * place, 50 - height, 8, height) for place, height in enumerate(heights)], np.int32)
    assert Marks(boxes, 14).small == pytest.approx(9)
    assert Marks(boxes, 9).small == pytest.approx(9)
    assert Marks(boxes[:0], 0).small == 0.0


def test_a_black_border_and_a_ruled_line_are_no_marks() -> None:
    page = write()
    clean = len(find_marks(raster(page)))
    page[:, :40] = 0
    page[-30:, :] = 0
    page[60:64, 200:900] = 0
    assert abs(len(find_marks(raster(page))) - clean) <= 4


@pytest.mark.parametrize("skew", [-7.5, -3.2, -0.6, 0.0, 1.3, 6.9])
def test_skew_is_the_turn_that_levels(skew: float) -> None:
    crooked = raster(level(write(), -skew))
    assert find_skew(find_marks(crooked)) == pytest.approx(skew, abs=0.25)


def test_a_few_marks_do_not_lean() -> None:
    assert find_skew(find_marks(raster(write(["Қол қойды"])))) == 0.0


@pytest.mark.parametrize("fill", [0, 128, 255])
@pytest.mark.parametrize("shape", [(1, 1), (3, 2), (7, 300), (200, 160)])
def test_flat_paper_has_no_marks(fill: int, shape: tuple[int, int]) -> None:
    marks = find_marks(raster(np.full(shape, fill, np.uint8)))
    assert (len(marks), marks.height) == (0, 0)
    assert find_skew(marks) == 0.0


def test_coverage_is_the_share_of_marks_in_words() -> None:
    marks = Marks(np.array([[10, 10, 8, 8], [30, 10, 8, 8], [10, 50, 8, 8], [30, 50, 8, 8]], np.int32), 8)
    upper = Word("құ", Box(5, 5, 20, 10))  # of the upper two, at 144 dpi
    assert coverage((upper,), marks, 144) == 0.5
    assert coverage((), marks, 144) == 0.0
    assert coverage((), Marks(marks.boxes[:0], 0), 144) == 1.0


def test_levelled_marks_stand_where_those_of_the_levelled_image_do() -> None:
    page = level(np.pad(write(), ((200, 200), (0, 0)), constant_values=255), -3.0)
    found = find_marks(raster(page))
    turned = levelled(found, 3.0, *page.shape)
    fresh = find_marks(raster(level(page, 3.0)))
    assert turned.height == found.height
    assert abs(np.median(turned.boxes[:, 1]) - np.median(fresh.boxes[:, 1])) <= 3
    assert abs(find_skew(turned)) <= 0.2


def test_small_letters_tell_the_height_where_capitals_and_figures_have_most_ink() -> None:
    small, capitals = np.full((60, 4), 20, np.int32), np.full((60, 4), 30, np.int32)
    assert _usual(np.concatenate((small, capitals))[:, 3]) == 20
    assert _usual(np.concatenate((small[:20], capitals))[:, 3]) == 30
    assert _usual(small[:, 3]) == 20


@pytest.mark.parametrize("turn", [0, 1])
def test_writing_stands_in_lines_whichever_way_it_lies(turn: int) -> None:
    page = np.vstack([write(size=26)] * 8)
    assert in_lines(find_marks(raster(np.rot90(level(page, 5.0), turn))))


def test_noise_does_not() -> None:
    chance = np.random.default_rng(1937)
    places = chance.integers(0, 3000, (4000, 2)).astype(np.int32)
    for height in (6, 7, 20):
        assert not in_lines(Marks(np.hstack((places, np.full((4000, 2), height, np.int32))), height))
    assert in_lines(Marks(np.hstack((places, np.full((4000, 2), 6, np.int32)))[:500], 6))


def test_lines_run_plainly_across_a_page_and_down_one_on_its_side() -> None:
    page = write()
    assert lines_across(find_marks(raster(page))) > 1.6
    assert lines_across(find_marks(raster(np.rot90(page)))) < 1 / 1.6
