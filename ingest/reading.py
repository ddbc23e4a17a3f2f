"""The best reading of one page image: the raw page first, prepared ones only where the evidence asks for them."""

from __future__ import annotations

from dataclasses import dataclass

from document import Word
from ingest.ocr import Recognizer
from ingest.raster import Raster

DARKEST_PAPER_SPREAD = 12  # grey levels between paper and ink under which nothing is written


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of an image and how.

    `words` lie in points of the reading frame (`ingest.frame`): the image turned `rotation` degrees clockwise, then
    `skew` degrees clockwise about its centre. `blank` says that there is nothing on the page; `reason` what was
    chosen and why.
    """

    words: tuple[Word, ...]
    reason: str
    rotation: int = 0
    skew: float = 0.0
    blank: bool = False
    warnings: tuple[str, ...] = ()


def read_image(raster: Raster, recognizer: Recognizer) -> Reading:
    """Read a page image, whatever its state."""
    if int(raster.pixels.max()) - int(raster.pixels.min()) < DARKEST_PAPER_SPREAD:
        return Reading((), "nothing on the page", blank=True)
    words = recognizer.recognize(raster)
    if not words:
        return Reading((), "no words found", blank=True)
    letters = sum(len(word.text) for word in words)
    confidence = sum(len(word.text) * word.confidence for word in words) / letters
    return Reading(words, f"raw reading, confidence {confidence:.2f}")
