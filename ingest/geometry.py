"""From a PDF's own coordinates (origin bottom left, before /Rotate) to the page as displayed."""

from __future__ import annotations

from dataclasses import dataclass

from document import Box

Corners = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The part of a page that is shown: `visible` is its left, bottom, right and top, `rotation` is /Rotate."""

    visible: Corners
    rotation: int

    @property
    def width(self) -> float:
        """Points from left to right as displayed."""
        left, bottom, right, top = self.visible
        return top - bottom if self.rotation in {90, 270} else right - left

    @property
    def height(self) -> float:
        """Points from top to bottom as displayed."""
        left, bottom, right, top = self.visible
        return right - left if self.rotation in {90, 270} else top - bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space on the page as displayed."""
        left, bottom, right, top = self.visible
        match self.rotation:
            case 90:
                return y - bottom, x - left
            case 180:
                return right - x, y - bottom
            case 270:
                return top - y, right - x
            case _:
                return x - left, top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of user space on the page as displayed; its corners may come in any order."""
        x0, y0 = self.point(left, bottom)
        x1, y1 = self.point(right, top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def margin(self, media: Corners) -> tuple[float, float]:
        """How far right and down the visible part begins on the whole sheet (/MediaBox), both as displayed."""
        left, bottom, right, top = self.visible
        match self.rotation:
            case 90:
                return bottom - media[1], left - media[0]
            case 180:
                return media[2] - right, bottom - media[1]
            case 270:
                return media[3] - top, media[2] - right
            case _:
                return left - media[0], media[3] - top
