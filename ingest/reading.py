"""The best reading of one page image: the page as it is first, prepared ones only where the evidence asks for them.

What is tried, until a reading is good: the page as it is; where that is very poor, a few of its lines in all four
directions; the page turned as they tell, its background evened out, its grain removed, its lines levelled; the same
at full size with its grain. Of all that was read the reading that tells most wins, so the page as it is loses only to
a better one. A page that turns out to be in Latin letters is read by the English model alone, which mistakes fewer.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from document import Language, Word
from ingest import cleanup
from ingest.capitals import settle_capitals
from ingest.evidence import believable, is_latin, quality, sideways, value, worth
from ingest.marks import Marks, coverage, find_marks, find_skew
from ingest.ocr import Polyglot, Recognizer
from ingest.raster import Raster

GOOD = 0.94  # quality of a reading that needs no other, if it also covers the page
FAIR = 0.88  # quality of a prepared reading that is left at that
POOR = 0.60  # quality below which the page may lie on its side or its head
COVERED = 0.98  # share of the letter-like marks that lie in words; handwriting and stamps lower it, lost lines too
HALF_COVERED = 0.5
LETTER = 13  # pixels from foot to head of a small letter: Tesseract reads them as well as larger ones, in half the time
LEAST_SKEW = 0.2  # degrees; levelling blurs, and less does no harm
GRAINLESS = 12  # pixels; a median eats smaller letters
FLAT_IMAGE = 12  # grey levels between paper and ink under which nothing is written
MOST_PIXELS = 24_000_000  # of an enlarged image
WORDS_TO_TELL = 15  # well read in one direction; the others need no trial
PART = 0.2  # of the page's area: the few lines that tell which way is up
TURNS = (0, 180, 90, 270)
ALONE = 0.9  # one model is less sure of itself than the best of three and still reads better: what its value may lack


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


@dataclass(frozen=True, slots=True)
class Trial:
    """What was read of one image of the page and who read it; `marks` are those of the image, at `dpi`."""

    name: str
    reader: Recognizer
    words: tuple[Word, ...]
    marks: Marks
    dpi: int
    rotation: int = 0
    skew: float = 0.0

    @property
    def covered(self) -> float:
        """The share of its marks that lie in words."""
        return coverage(self.words, self.marks, self.dpi)

    @property
    def poor(self) -> bool:
        """Whether the page may be lying wrongly."""
        return sideways(self.words) or quality(self.words) < POOR or self.covered < HALF_COVERED


def read_image(raster: Raster, recognizer: Recognizer, *, sparing: bool = False) -> Reading:
    """Read a page image, whatever its state; never fails for what is on it. `sparing` reads it once, as it is."""
    if int(raster.pixels.max(initial=0)) - int(raster.pixels.min(initial=255)) < FLAT_IMAGE:
        return Reading((), "nothing on the page", blank=True)
    raster = cleanup.positive(raster)
    marks = find_marks(raster)
    if not len(marks):
        return Reading((), "no marks of writing on the page", blank=True)
    trials = (_read("raw", raster, raster.dpi, recognizer),) if sparing else tuple(_trials(raster, marks, recognizer))
    best = max(trials, key=lambda trial: worth(trial.words))
    if not believable(best.words):
        return Reading((), "marks on the page, but no legible words", blank=True, warnings=("nothing legible",))
    warnings = () if quality(best.words) >= POOR else (f"hardly legible: confidence {quality(best.words):.2f}",)
    words = settle_capitals(best.words, best.marks, best.dpi)
    return Reading(words, _reason(best, trials), best.rotation, best.skew, warnings=warnings)


def _trials(raster: Raster, marks: Marks, recognizer: Recognizer) -> Iterator[Trial]:
    """Read the page in one way after another until a reading is good."""
    raw = _read("raw", raster, _working_dpi(raster, marks), recognizer)
    yield raw
    if not raw.poor and quality(raw.words) >= GOOD and raw.covered >= COVERED:
        return
    rotation = _find_way_up(raster, marks, recognizer) if raw.poor else 0
    upright = cleanup.turn_right_angles(raster, rotation)
    marks = find_marks(upright)
    skew = find_skew(marks)
    skew = skew if abs(skew) >= LEAST_SKEW else 0.0
    even = replace(upright, pixels=cleanup.divide_background(upright.pixels))
    grainless = replace(even, pixels=cleanup.remove_specks(even.pixels)) if marks.height > GRAINLESS else even
    dpi = _working_dpi(upright, marks)
    cleaned = _read("cleaned", _levelled(grainless, skew), dpi, raw.reader)
    yield replace(cleaned, rotation=rotation, skew=skew)
    if quality(cleaned.words) >= FAIR and cleaned.covered >= HALF_COVERED:
        return
    evened = _read("evened", _levelled(even, skew), max(dpi, raster.dpi), cleaned.reader)
    yield replace(evened, rotation=rotation, skew=skew)


def _read(name: str, image: Raster, dpi: int, reader: Recognizer) -> Trial:
    """Read an image at `dpi`; one in Latin letters once more by the English model alone, which then stays with it."""
    sheet = cleanup.rescale(image, dpi)
    words = reader.recognize(sheet)
    english = reader.alone(Language.EN) if isinstance(reader, Polyglot) and is_latin(words) else None
    if english is not None:
        again = english.recognize(sheet)
        if value(again) >= ALONE * value(words):
            words, reader = again, english
    return Trial(name, reader, words, find_marks(image), image.dpi)


def _levelled(raster: Raster, skew: float) -> Raster:
    return replace(raster, pixels=cleanup.level(raster.pixels, skew)) if skew else raster


def _working_dpi(raster: Raster, marks: Marks) -> int:
    """Choose the resolution at which small letters are `LETTER` pixels high, whatever the file says of its own."""
    factor = LETTER / max(marks.height, 1)
    largest = max(math.sqrt(MOST_PIXELS / raster.pixels.size), 1.0)
    return max(round(raster.dpi * min(factor, largest)), 1)


def _find_way_up(raster: Raster, marks: Marks, recognizer: Recognizer) -> int:
    """Find the clockwise turn in which a few lines, evened out, read best; Tesseract's own guess fails on Cyrillic."""
    even = replace(raster, pixels=cleanup.divide_background(raster.pixels))
    square = cleanup.rescale(_densest_square(even, marks), _working_dpi(raster, marks))
    told: dict[int, float] = {}
    for rotation in TURNS:
        turned = cleanup.turn_right_angles(square, rotation)
        words = recognizer.recognize(_levelled(turned, find_skew(find_marks(turned))))
        told[rotation] = worth(words)
        if quality(words) >= FAIR and len(words) >= WORDS_TO_TELL and not sideways(words):
            break
    best = max(told, key=lambda rotation: told[rotation])
    return best if told[best] > 0 else 0


def _densest_square(raster: Raster, marks: Marks) -> Raster:
    """Cut out the square with most marks, about `PART` of the page: lines in it are few, but long enough to read."""
    side = int((raster.pixels.size * PART) ** 0.5)
    rows, columns = raster.pixels.shape
    across = marks.boxes[:, 0] + marks.boxes[:, 2] // 2
    down = marks.boxes[:, 1] + marks.boxes[:, 3] // 2
    corners = [
        (top, left)
        for top in range(0, max(rows - side, 0) + 1, max(side // 4, 1))
        for left in range(0, max(columns - side, 0) + 1, max(side // 4, 1))
    ]

    def held(corner: tuple[int, int]) -> int:
        top, left = corner
        return int(((down >= top) & (down < top + side) & (across >= left) & (across < left + side)).sum())

    top, left = max(corners, key=held)
    return Raster(np.ascontiguousarray(raster.pixels[top : top + side, left : left + side]), raster.dpi)


def _reason(best: Trial, trials: tuple[Trial, ...]) -> str:
    """Say what was chosen over what."""
    turned = f", turned {best.rotation}°" if best.rotation else ""
    chosen = f"{best.name} reading{turned}, confidence {quality(best.words):.2f}"
    others = [f"{trial.name} {quality(trial.words):.2f}" for trial in trials if trial is not best]
    return f"{chosen} over {', '.join(others)}" if others else chosen
