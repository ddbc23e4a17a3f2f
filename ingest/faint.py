"""Faint ink told from paper and made dark: the last copies of a carbon, ribbons worn out, pencil gone grey.

Ink so faint leaves no marks, and its page would be taken for a blank one. Writing that shows through from the back of
a leaf is as faint: it is read too, and only the reading tells the two apart.
"""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest import cleanup
from ingest.raster import Raster

HALF = 2  # the ink is looked for on an image so many times smaller, in which grain is less
LEAST = 200  # pixels of a side that is made smaller
EDGE = 8  # pixels around that image which are not looked at
FAINT = 40.0  # grey levels between paper and the darkest ink, of 255: plain Tesseract reads what is darker
FAINTEST = 8.0  # under which paper itself varies so much
INKED = 0.005  # of the page: a line of writing
DARK = 150.0  # grey levels to which the darkest ink is brought below white


def strengthened(raster: Raster) -> Raster | None:
    """Answer the page with its paper white and its ink dark; None where the ink is not faint, or there is none."""
    depth = ink_depth(raster.pixels)
    if not FAINTEST <= depth < FAINT:
        return None
    even = cleanup.remove_specks(cleanup.divide_background(raster.pixels)).astype(np.float32)
    dark = cleanup.WHITE - (float(np.median(even)) - even) * (DARK / depth)
    return replace(raster, pixels=np.clip(dark, 0, cleanup.WHITE).astype(np.uint8))


def ink_depth(pixels: NDArray[np.uint8]) -> float:
    """How much darker than paper the darkest strokes are, in grey levels of 255; 0 for a page without ink."""
    rows, columns = pixels.shape
    if min(rows, columns) < LEAST:
        return 0.0
    small = cv2.resize(pixels, (columns // HALF, rows // HALF), interpolation=cv2.INTER_AREA)
    even = cleanup.divide_background(cleanup.remove_specks(np.asarray(small, np.uint8)))[EDGE:-EDGE, EDGE:-EDGE]
    paper = float(np.median(even))
    below = paper - even.astype(np.float32)
    grain = 1.4826 * float(np.median(np.abs(below[below >= 0])))
    ink = below[below > max(4 * grain, 5.0)]
    return float(np.percentile(ink, 97)) if ink.size >= INKED * below.size else 0.0
