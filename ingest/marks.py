"""Marks of ink the size of letters on a page image: how much text to expect, how large it is and how it leans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from document import Word
from ingest.cleanup import divide_background, remove_specks
from ingest.raster import POINTS_PER_INCH, Raster

LARGEST_SKEW = 8.0  # degrees; beyond it a page was laid down wrongly, not crookedly
FEWEST_TO_LEAN = 20  # marks; fewer do not tell an angle
SMALLEST_HEIGHT = 5  # pixels; below are specks
LARGEST_LETTER = 150  # pixels, where the image is only a strip; else an eighth of its height
# Beside the usual height: from flat letters to capitals with tails, and letters grown together.
FLAT, TALL, WIDE = 0.6, 2.6, 6.0
ENOUGH_FOR_CHANCE = 1000  # marks
MORE_THAN_CHANCE = 3.0  # times the variation that chance would give
NEIGHBOURS = 15  # rows around one that tell how many marks to expect on it
NEARBY = (1, 2, 3, 2, 1)  # weights of neighbouring heights
SMALL = (0.6, 0.8)  # of the height of capitals: that of small letters
AS_MANY = 0.7  # small letters for each capital or figure on a page that is no list of abbreviations
LOW_LETTERS = 30  # percentile of heights at which letters are small, neither tailed nor dotted
PAPER_TO_INK = (130, 215)  # where the threshold may fall once the background is white


@dataclass(frozen=True, slots=True)
class Marks:
    """Boxes of letter-like marks in pixels (n × 4: left, top, width, height) and their usual height, 0 if none."""

    boxes: NDArray[np.int32]
    height: int

    def __len__(self) -> int:
        return len(self.boxes)

    @property
    def transposed(self) -> Marks:
        """The marks of the image with rows and columns exchanged."""
        return Marks(np.ascontiguousarray(self.boxes[:, [1, 0, 3, 2]]), self.height)

    @property
    def small(self) -> float:
        """The height of small letters in pixels; the usual one is that of capitals where figures and tails abound."""
        return min(float(np.percentile(self.boxes[:, 3], LOW_LETTERS)), self.height) if len(self) else 0.0


def find_marks(raster: Raster) -> Marks:
    """Find the marks that are of one size with most ink on the page; noise, rules, stains and photographs are not."""
    ink = _ink(raster.pixels)
    _, _, statistics, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    found: NDArray[np.int32] = np.asarray(statistics[1:], np.int32)  # the first is the paper
    rows, columns = ink.shape
    width, height, area = found[:, cv2.CC_STAT_WIDTH], found[:, cv2.CC_STAT_HEIGHT], found[:, cv2.CC_STAT_AREA]
    compact = (height >= SMALLEST_HEIGHT) & (width >= 2)
    compact &= (height < max(rows / 8, LARGEST_LETTER)) & (width < max(columns / 4, LARGEST_LETTER))
    compact &= area >= 0.12 * width * height
    usual = _usual(height[compact])
    letters = compact & (height >= FLAT * usual) & (height <= TALL * usual) & (width <= WIDE * usual)
    return Marks(found[letters, :4], usual)


def find_skew(marks: Marks) -> float:
    """Find the clockwise turn in degrees that levels the lines (`ingest.frame`); 0 where they do not tell."""
    if len(marks) < FEWEST_TO_LEAN:
        return 0.0
    across = marks.boxes[:, 0] + marks.boxes[:, 2] / 2
    feet = (marks.boxes[:, 1] + marks.boxes[:, 3]).astype(float)

    def sharpness(angle: float) -> float:
        """Grow with the number of marks that stand on the same rows when the page is turned by `angle`."""
        rows = ((feet + across * np.tan(np.radians(angle))) / (marks.height * 0.3)).astype(int)
        return float((np.bincount(rows - rows.min()).astype(float) ** 2).sum())

    coarse = max(np.arange(-LARGEST_SKEW, LARGEST_SKEW + 0.01, 0.25), key=sharpness)
    fine = max(np.arange(coarse - 0.3, coarse + 0.31, 0.05), key=sharpness)
    return round(float(fine), 2)


def in_lines(marks: Marks) -> bool:
    """Tell whether marks stand in rows or columns, as writing does whichever way it lies; few marks may always.

    How many marks stand on a row varies as chance has it where they are noise, and far more where they are lines.
    """
    if len(marks) < ENOUGH_FOR_CHANCE:
        return True
    return max(_clumping(marks), _clumping(marks.transposed)) >= MORE_THAN_CHANCE


def _clumping(marks: Marks) -> float:
    """How much more the number of marks on a row varies than it would by chance: 1 for noise, over 10 for lines."""
    feet = marks.boxes[:, 1] + marks.boxes[:, 3]
    slope = np.tan(np.radians(find_skew(marks)))
    step = max(round(marks.height * 0.3), 1)  # whole pixels: parts would fill one row and leave the next empty
    rows = np.floor((feet + (marks.boxes[:, 0] + marks.boxes[:, 2] / 2) * slope) / step).astype(int)
    found = np.bincount(rows - rows.min()).astype(float)
    expected = np.convolve(found, np.full(NEIGHBOURS, 1 / NEIGHBOURS), "same")
    return float(((found - expected) ** 2).sum() / expected.sum())


def lines_across(marks: Marks) -> float:
    """How many times more regularly marks stand in rows than in columns: 1.6 and more where lines run across a page.

    Looked at in strips along the lines, so that a lean does not matter.
    """
    return _regularity(marks) / max(_regularity(marks.transposed), 1.0)


def _regularity(marks: Marks) -> float:
    total = 0.0
    feet = marks.boxes[:, 1] + marks.boxes[:, 3]
    strips = marks.boxes[:, 0] // max(20 * marks.height, 1)
    for strip in np.unique(strips):
        rows = np.bincount(feet[strips == strip] // max(round(marks.height * 0.3), 1)).astype(float)
        total += float((rows**2).sum())
    return total


def levelled(marks: Marks, skew: float, rows: int, columns: int) -> Marks:
    """The marks of an image of `rows` by `columns` pixels once it is turned by `skew` (`ingest.cleanup.level`)."""
    turn = np.radians(skew)
    half, middle = marks.boxes[:, 2:] / 2, np.array((columns / 2, rows / 2))
    across, down = (marks.boxes[:, :2] + half - middle).T
    turned = np.column_stack((across * np.cos(turn) - down * np.sin(turn), across * np.sin(turn) + down * np.cos(turn)))
    corners = np.rint(turned + middle - half).astype(np.int32)
    return Marks(np.hstack((corners, marks.boxes[:, 2:])), marks.height)


def coverage(words: tuple[Word, ...], marks: Marks, dpi: int) -> float:
    """Tell which share of the marks lies inside the boxes of `words`, both of one frame; 1 for no marks."""
    return float(covered(words, marks, dpi).mean()) if len(marks) else 1.0


def covered(words: Iterable[Word], marks: Marks, dpi: int) -> NDArray[np.bool_]:
    """Tell of each mark whether its middle lies in the box of a word."""
    across = (marks.boxes[:, 0] + marks.boxes[:, 2] / 2) * POINTS_PER_INCH / dpi
    down = (marks.boxes[:, 1] + marks.boxes[:, 3] / 2) * POINTS_PER_INCH / dpi
    inside = np.zeros(len(marks), bool)
    for word in words:
        box = word.box
        inside |= (across >= box.x0) & (across <= box.x1) & (down >= box.y0) & (down <= box.y1)
    return inside


def _ink(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Ink 1, paper 0, by Otsu's threshold once the background is even."""
    even = divide_background(remove_specks(pixels))
    threshold, _ = cv2.threshold(even, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    low, high = PAPER_TO_INK
    return (even < min(max(threshold, low), high)).astype(np.uint8)


def _usual(heights: NDArray[np.int32]) -> int:
    """The height of small letters: larger marks count for more, so that specks do not outvote letters.

    Where capitals and figures have most of the ink, small letters are as many and a quarter to a half lower.
    """
    if not len(heights):
        return 0
    count = np.bincount(heights)
    weight = np.convolve(count * np.arange(len(count)), NEARBY, "same")
    usual = int(weight.argmax())
    low, high = round(usual * SMALL[0]), round(usual * SMALL[1]) + 1
    near = np.convolve(count, NEARBY, "same")
    lower = low + int(near[low:high].argmax())
    return lower if near[lower] >= AS_MANY * near[usual] else usual
