"""Ways to prepare a page image for reading, and which of them a page in some condition is likely to need."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest import cleanup
from ingest.condition import GRAINLESS, Condition
from ingest.raster import Raster

LETTER = 13  # pixels from foot to head of a small letter: Tesseract reads them as well as larger ones, in half the time


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is done to a page before it is read: paper evened out, grain taken away, lines levelled by `skew`.

    `letter` is the height in pixels at which small letters are read, `finely` that of the page's own where its paper is
    to be evened out between them.
    """

    even: bool = False
    grainless: bool = False
    skew: float = 0.0
    letter: int = LETTER
    finely: int = 0

    @property
    def name(self) -> str:
        """What it is called in records: `raw`, or what was done."""
        done = (
            "evened finely" if self.finely else "evened" * self.even,
            "grainless" * self.grainless,
            "levelled" * bool(self.skew),
        )
        finer = "enlarged" * (self.letter > LETTER)
        return " ".join(filter(None, (*done, finer))) or "raw"


RAW = Preparation()


def likely(condition: Condition) -> Preparation:
    """Choose the preparation that a page in this condition is likely to be read best with."""
    return Preparation(
        even=condition.shaded or condition.bordered or condition.grainy or condition.smudged,
        grainless=condition.grainy,
        skew=condition.skew if condition.crooked else 0.0,
        finely=condition.height if condition.smudged else 0,
    )


def other(condition: Condition, tried: Preparation) -> Preparation:
    """Choose what to try where the reading of the likely one is doubtful: the page as it is, or in every way done."""
    if tried != RAW:
        return RAW
    return Preparation(even=True, grainless=condition.height > GRAINLESS, skew=condition.skew)


def prepare(raster: Raster, preparation: Preparation) -> Raster:
    """Prepare a page at its own resolution."""
    pixels = raster.pixels
    if preparation.even:
        pixels = cleanup.divide_background(pixels)
    if preparation.finely:
        pixels = cleanup.divide_blotches(pixels, preparation.finely)
    if preparation.grainless:
        pixels = cleanup.remove_specks(pixels)
    if preparation.skew:
        pixels = cleanup.level(pixels, preparation.skew)
    return raster if pixels is raster.pixels else replace(raster, pixels=pixels)
