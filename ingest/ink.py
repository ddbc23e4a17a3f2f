"""The pieces of ink in a place of a page: where each lies and how large it is, and which stand beside letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from document import Box
from ingest.pieces import cut_out
from ingest.raster import Raster

Numbers = NDArray[np.int32]

OVERLAP = 1  # pixels that a piece may reach into the letter beside it


@dataclass(frozen=True, slots=True)
class Ink:
    """Connected pieces of ink; each property has a number for each of them, in pixels of the place from its corner."""

    statistics: Numbers

    def __len__(self) -> int:
        return len(self.statistics)

    @property
    def left(self) -> Numbers:
        """Where each begins."""
        return self.statistics[:, cv2.CC_STAT_LEFT]

    @property
    def right(self) -> Numbers:
        """Where each ends."""
        return self.left + self.width

    @property
    def top(self) -> Numbers:
        """Where each begins, from above."""
        return self.statistics[:, cv2.CC_STAT_TOP]

    @property
    def foot(self) -> Numbers:
        """Where each ends, from above."""
        return self.top + self.height

    @property
    def width(self) -> Numbers:
        """How wide each is."""
        return self.statistics[:, cv2.CC_STAT_WIDTH]

    @property
    def height(self) -> Numbers:
        """How high each is."""
        return self.statistics[:, cv2.CC_STAT_HEIGHT]

    @property
    def area(self) -> Numbers:
        """How many pixels each has."""
        return self.statistics[:, cv2.CC_STAT_AREA]

    def those(self, chosen: NDArray[Any]) -> Ink:
        """Some of the pieces: chosen by yes or no for each, or by their places."""
        return Ink(self.statistics[chosen])

    def before(self, letters: Ink) -> Ink:
        """What ends where the first of `letters`, at least one, begins."""
        return self.those(self.right <= letters.left.min() + OVERLAP)

    def behind(self, letters: Ink) -> Ink:
        """What begins where the last of `letters`, at least one, ends."""
        return self.those(self.left >= letters.right.max() - OVERLAP)


def ink_in(box: Box, sheet: Raster) -> Ink:
    """The connected pieces of ink in a place of `sheet` (points)."""
    pixels = cut_out(box, sheet, edge=0)
    if pixels.size == 0:
        return Ink(np.zeros((0, 5), np.int32))
    _, ink = cv2.threshold(np.ascontiguousarray(pixels), 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    return Ink(np.asarray(cv2.connectedComponentsWithStats(ink, connectivity=8)[2][1:], np.int32))
