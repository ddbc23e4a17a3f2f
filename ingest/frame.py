"""The two frames of a page, as displayed and as read, and the way between them.

The reading frame is made from the displayed page by turns that are clockwise as seen by the reader:

1. turned `rotation` degrees clockwise (0, 90, 180 or 270); width and height change places at 90 and 270;
2. turned `skew` degrees clockwise about the centre of what step 1 gave, on a canvas of the same size.

So lines that climb to the right on the scan have a positive `skew`, lines that sink a negative one; a page lying
on its left side (its top at the left) has `rotation` 90. With y pointing down, turning a point (x, y) clockwise by
an angle t about (u, v) gives (u + (x - u) cos t - (y - v) sin t, v + (x - u) sin t + (y - v) cos t).
"""

from __future__ import annotations

import math

from document import Box

Point = tuple[float, float]


def to_displayed(box: Box, width: float, height: float, rotation: int, skew: float) -> Box:
    """Answer the upright rectangle on the displayed page that holds `box` of the reading frame, cut at the edges.

    `width` and `height` are points of the displayed page. A wide box grows tall under skew: map words, not lines,
    and join what comes out. `ValueError` for a rotation that is no right angle.
    """
    if rotation == 0 and skew == 0:
        return _cut(box, width, height)
    corners = ((box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1))
    placed = [
        _turn_back(_tilt_back(corner, width, height, rotation, skew), width, height, rotation) for corner in corners
    ]
    across = [x for x, _ in placed]
    down = [y for _, y in placed]
    return _cut(Box(min(across), min(down), max(across), max(down)), width, height)


def turned_size(width: float, height: float, rotation: int) -> tuple[float, float]:
    """Answer width and height of the reading frame of a displayed page of `width` by `height`."""
    return (height, width) if rotation in {90, 270} else (width, height)


def _tilt_back(point: Point, width: float, height: float, rotation: int, skew: float) -> Point:
    """From the levelled page to the merely upright one: turned counter-clockwise by `skew`."""
    if skew == 0:
        return point
    across, down = turned_size(width, height, rotation)
    dx, dy = point[0] - across / 2, point[1] - down / 2
    cosine, sine = math.cos(math.radians(skew)), math.sin(math.radians(skew))
    return across / 2 + dx * cosine + dy * sine, down / 2 - dx * sine + dy * cosine


def _turn_back(point: Point, width: float, height: float, rotation: int) -> Point:
    """From the upright page to the displayed one: turned counter-clockwise by `rotation`."""
    x, y = point
    match rotation:
        case 0:
            return x, y
        case 90:
            return y, height - x
        case 180:
            return width - x, height - y
        case 270:
            return width - y, x
        case _:
            raise ValueError(f"rotation {rotation} is not 0, 90, 180 or 270")


def _cut(box: Box, width: float, height: float) -> Box:
    return Box(
        min(max(box.x0, 0.0), width),
        min(max(box.y0, 0.0), height),
        min(max(box.x1, 0.0), width),
        min(max(box.y1, 0.0), height),
    )
