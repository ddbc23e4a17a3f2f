"""How finely a page is painted, how large its image may be, and what is said of one that is too large."""

from __future__ import annotations

import math

from document import Failure, Reason, Stage
from ingest.raster import POINTS_PER_INCH

USUAL_DPI = 300
COARSEST_DPI = 100  # below this, type of ordinary size cannot be read
COARSEST_SCAN_DPI = 20  # what is coarser shows no letters, whatever it covers
SPARING_DPI = 150  # for the second try of a page that was too much: ordinary type can still be read
FINEST_DPI = 450  # above this, pixels cost time and bring nothing
ENOUGH_PIXELS = 2200  # on the longer side of a sheet of ordinary type


def painting_dpi(scanned: float | None, width: float, height: float) -> int:
    """Answer the resolution to paint a page of `width` by `height` points at.

    For a scan it is its own, or a whole multiple or part of that, so that pixels fall on pixels; `None` is no scan.
    """
    if not scanned or scanned < COARSEST_SCAN_DPI:
        return USUAL_DPI
    if scanned > FINEST_DPI:
        return round(scanned / math.ceil(scanned / FINEST_DPI))
    longer = max(width, height) / POINTS_PER_INCH * scanned
    times = min(math.ceil(USUAL_DPI / scanned), math.ceil(ENOUGH_PIXELS / max(longer, 1.0)))
    return max(1, round(scanned * max(1, times)))


def fitting_dpi(dpi: int, width: float, height: float, most_mpixels: float, coarsest: int = COARSEST_DPI) -> int | None:
    """Answer `dpi`, or what still fits in `most_mpixels` million pixels; `None` where that is below `coarsest`."""
    least = min(coarsest, dpi)
    fits = (finer for finer in range(dpi, least - 1, -1) if pixels_at(finer, width, height) <= most_mpixels * 1e6)
    return next(fits, None)


def sparing_dpi(dpi: int) -> int:
    """Answer `dpi` or, where that is finer than sparing allows, a whole part of it."""
    return dpi if dpi <= SPARING_DPI else max(1, round(dpi / math.ceil(dpi / SPARING_DPI)))


def pixels_at(dpi: float, width: float, height: float) -> float:
    """Answer how many pixels a page of `width` by `height` points has."""
    return math.ceil(width * dpi / POINTS_PER_INCH) * math.ceil(height * dpi / POINTS_PER_INCH)


def too_large(name: str, page: int, pixels: float) -> Failure:
    """Say that a page would be an image of so many pixels, and which option lets it pass."""
    mpixels = math.ceil(pixels / 1e6)
    message = (
        f"page {page} of {name} would be an image of {mpixels} million pixels: "
        f"raise the limit with --max-image-mpixels {mpixels}"
    )
    return Failure(name, Stage.RENDER, Reason.TOO_LARGE, message, page)
