"""The condition of a page image, by a cheap look at it: what it needs before it is read, known before it is read.

A reading costs a second and more, this look a few hundredths: it decides which preparation is tried first, so that
the page as it is need not be read where it would only be thrown away.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.cleanup import BLACK, blotches, paper_of
from ingest.marks import Marks, find_skew
from ingest.raster import Raster

GRAINY = 5.0  # grey levels by which paper varies from pixel to pixel; JPEG leaves 1 or 2, a scanner's sensor 3
SPECKLED = 0.25  # specks for each letter: a clean two-tone scan has one for ten letters and fewer
SPECK = 4  # pixels, and less, of a speck
SHADED = 24.0  # grey levels between the paper's darkest and brightest places
DULL = 200.0  # grey level under which paper is dark
CROOKED = 0.5  # degrees; levelling blurs, and Tesseract follows lines that lean less
GRAINLESS = 12  # pixels from foot to head of small letters; a median eats smaller ones
SAMPLE = 4  # grain and specks are looked for in the middle of the page, this part of it
SMUDGED = 0.005  # of the page stays dark between letters when its paper is evened; of sound pages hardly anything
BORDER = 0.01  # of the page's area: black from the scanner's lid


@dataclass(frozen=True, slots=True)
class Condition:
    """What a look at the page found: `height` of small letters in pixels, `skew` in degrees, the rest as named."""

    height: int
    skew: float
    grainy: bool
    shaded: bool
    bordered: bool
    smudged: bool = False

    @property
    def crooked(self) -> bool:
        """Whether the lines are to be levelled."""
        return abs(self.skew) >= CROOKED

    @property
    def sound(self) -> bool:
        """Whether no preparation would change much."""
        return not (self.grainy or self.shaded or self.bordered or self.smudged or self.crooked)


def look_over(raster: Raster, marks: Marks) -> Condition:
    """Look a page over whose `marks` have been found; costs a fraction of finding them."""
    paper = paper_of(raster.pixels)
    lit = paper[paper >= BLACK]
    darkest, brightest = np.percentile(lit, (5, 95)) if lit.size else (0.0, 0.0)
    middle = _middle(raster.pixels)
    return Condition(
        height=marks.height,
        skew=find_skew(marks),
        grainy=marks.height > GRAINLESS and (_grain(middle) >= GRAINY or _specks(middle) >= SPECKLED * _share(marks)),
        shaded=bool(brightest - darkest >= SHADED or darkest + brightest < 2 * DULL),
        bordered=bool(1 - lit.size / max(paper.size, 1) >= BORDER),
        smudged=blotches(raster.pixels, marks.height) >= SMUDGED,
    )


def _middle(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    rows, columns = pixels.shape
    top, left = rows // SAMPLE, columns // SAMPLE
    return np.ascontiguousarray(pixels[top : rows - top, left : columns - left])


def _share(marks: Marks) -> float:
    return len(marks) / SAMPLE


def _grain(pixels: NDArray[np.uint8]) -> float:
    """How much paper varies from pixel to pixel, in grey levels (standard deviation, by the median)."""
    if not pixels.size:
        return 0.0
    strays = cv2.absdiff(pixels, np.asarray(cv2.medianBlur(pixels, 5), np.uint8))
    return 1.4826 * float(np.median(strays[pixels >= np.median(pixels)]))


def _specks(pixels: NDArray[np.uint8]) -> int:
    """How many specks there are."""
    if not pixels.size:
        return 0
    _, ink = cv2.threshold(pixels, 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    _, _, statistics, _ = cv2.connectedComponentsWithStats(np.asarray(ink, np.uint8), connectivity=8)
    return int((statistics[1:, cv2.CC_STAT_AREA] <= SPECK).sum())
