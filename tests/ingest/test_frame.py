from __future__ import annotations

import math

import cv2
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from document import Box
from ingest.frame import Point, to_displayed, turned_size

WIDTH, HEIGHT = 600.0, 800.0
ROTATIONS = st.sampled_from([0, 90, 180, 270])
SKEWS = st.floats(-8, 8)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    x0, x1 = sorted(draw(st.lists(st.floats(150, 450), min_size=2, max_size=2)))
    y0, y1 = sorted(draw(st.lists(st.floats(200, 400), min_size=2, max_size=2)))
    return Box(x0, y0, x1, y1)


def read(point: Point, rotation: int, skew: float) -> Point:
    """The module's docstring word for word: displayed page to reading frame."""
    x, y = point
    width, height = WIDTH, HEIGHT
    for _ in range(rotation // 90):
        x, y, width, height = height - y, x, height, width
    u, v, t = width / 2, height / 2, math.radians(skew)
    return (
        u + (x - u) * math.cos(t) - (y - v) * math.sin(t),
        v + (x - u) * math.sin(t) + (y - v) * math.cos(t),
    )


@pytest.mark.parametrize(
    ("rotation", "expected"),
    [
        (0, Box(10, 20, 110, 40)),
        (90, Box(20, 690, 40, 790)),  # read from the left: the start of the line is at the bottom
        (180, Box(490, 760, 590, 780)),
        (270, Box(560, 10, 580, 110)),
    ],
)
def test_right_angles_move_the_first_line_of_the_page(rotation: int, expected: Box) -> None:
    assert to_displayed(Box(10, 20, 110, 40), WIDTH, HEIGHT, rotation, 0) == expected


@given(ROTATIONS, SKEWS, boxes())
def test_the_displayed_box_holds_the_read_one_and_grows_with_it(rotation: int, skew: float, box: Box) -> None:
    shown = to_displayed(box, WIDTH, HEIGHT, rotation, skew)
    outer = to_displayed(Box.around([box, Box(300, 300, 301, 301)]), WIDTH, HEIGHT, rotation, skew)
    corners = [(shown.x0, shown.y0), (shown.x1, shown.y0), (shown.x0, shown.y1), (shown.x1, shown.y1)]
    back = [read(corner, rotation, skew) for corner in corners]
    assert min(x for x, _ in back) <= box.x0 + 1e-6
    assert max(x for x, _ in back) >= box.x1 - 1e-6
    assert min(y for _, y in back) <= box.y0 + 1e-6
    assert max(y for _, y in back) >= box.y1 - 1e-6
    assert outer.x0 <= shown.x0 + 1e-6
    assert outer.x1 >= shown.x1 - 1e-6


@given(ROTATIONS, SKEWS, st.tuples(st.floats(100, 500), st.floats(100, 700)))
def test_a_point_taken_to_the_reading_frame_comes_back(rotation: int, skew: float, point: Point) -> None:
    x, y = read(point, rotation, skew)
    shown = to_displayed(Box(x, y, x, y), WIDTH, HEIGHT, rotation, skew)
    assert shown.x0 == pytest.approx(point[0], abs=1e-6)
    assert shown.y0 == pytest.approx(point[1], abs=1e-6)


@given(ROTATIONS, SKEWS, boxes())
def test_a_right_angle_keeps_area_and_a_skew_never_shrinks(rotation: int, skew: float, box: Box) -> None:
    assume(box.width > 1 and box.height > 1)
    plain = to_displayed(box, WIDTH, HEIGHT, rotation, 0)
    tilted = to_displayed(box, WIDTH, HEIGHT, rotation, skew)
    assert plain.width * plain.height == pytest.approx(box.width * box.height)
    assert tilted.width * tilted.height >= box.width * box.height * 0.999


@given(ROTATIONS, SKEWS, st.floats(-50, 700), st.floats(-50, 900))
def test_nothing_leaves_the_page(rotation: int, skew: float, x: float, y: float) -> None:
    shown = to_displayed(Box(x, y, x + 90, y + 9), WIDTH, HEIGHT, rotation, skew)
    assert 0 <= shown.x0 <= shown.x1 <= WIDTH
    assert 0 <= shown.y0 <= shown.y1 <= HEIGHT


def test_the_frame_turns_with_the_page() -> None:
    assert turned_size(WIDTH, HEIGHT, 180) == (WIDTH, HEIGHT)
    assert turned_size(WIDTH, HEIGHT, 270) == (HEIGHT, WIDTH)


def test_only_right_angles() -> None:
    with pytest.raises(ValueError, match="45"):
        to_displayed(Box(0, 0, 1, 1), WIDTH, HEIGHT, 45, 0)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_turning_pixels_and_turning_boxes_agree(rotation: int) -> None:
    page = np.zeros((80, 60), np.uint8)
    page[10:14, 20:29] = 255
    turned = np.ascontiguousarray(np.rot90(page, -rotation // 90))
    x, y, w, h = cv2.boundingRect(turned)
    assert to_displayed(Box(x, y, x + w, y + h), 60, 80, rotation, 0) == Box(20, 10, 29, 14)
