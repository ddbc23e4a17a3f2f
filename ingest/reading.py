"""The best reading of one page image: prepared as a look at it advises, in other ways only where that is doubtful.

A page whose lines plainly run up or down is turned first, as a few of them tell. What is tried then, until a reading
is good: the page with what its condition asks for, as it is if that is nothing; where the reading is very poor, a few
of its lines in the other directions they may run in, and the page turned as they tell; the page as it is, or prepared
in every way if it was that, if a part of it reads better so. Of all that was read the reading that tells most wins. An
English page is read by the English model alone (`ingest.tongue`), which mistakes fewer letters.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from document import Attempt, Language, Recognition, Word
from ingest import cleanup
from ingest.capitals import settle_capitals
from ingest.condition import look_over
from ingest.cost import Metered
from ingest.end_marks import with_end_marks
from ingest.evidence import believable, is_latin, quality, sideways, value, worth
from ingest.marks import Marks, coverage, find_marks, find_skew, in_lines, levelled, lines_across
from ingest.misspelt import with_words
from ingest.ocr import Polyglot, Recognizer, Rereader
from ingest.points import without_dust
from ingest.preparation import LETTER, RAW, Preparation, likely, other, prepare
from ingest.raster import POINTS_PER_INCH, Raster
from ingest.scraps import recover
from ingest.second_reading import read_again
from ingest.specks import without_specks
from ingest.tongue import hides_cyrillic, is_english

FAIR = 0.86  # quality of a reading that is left at that, if it also covers the page
BETTER = 0.03  # quality that part of a page must gain by another preparation for all of it to be read again
HOPELESS = 0.50  # quality below which nearly all words are doubtful, and a second look at them tells nothing
POOR = 0.60  # quality below which the page may lie on its side or its head
COVERED = 0.9  # share of the letter-like marks that lie in words; handwriting and stamps lower it, lost lines too
HALF_COVERED = 0.5
FLAT_IMAGE = 12  # grey levels between paper and ink under which nothing is written
MOST_PIXELS = 16_000_000  # of an enlarged image
WORDS_TO_TELL = 15  # well read in one direction; the others need no trial
PART = 0.2  # of the page's area: the few lines that tell which way is up
SAMPLE = 0.03  # of the page's area: the few words that tell whether it is English
ACROSS, DOWN = (0, 180), (90, 270)  # turns that may put lines upright which run so
PLAIN = 1.3  # times more regular in one direction than in the other: lines run that way
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
    recognition: Recognition | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """What was read of one image of the page, by whom, and the `sheet` that was seen; `marks` are at `dpi`."""

    preparation: Preparation
    reader: Recognizer
    sheet: Raster
    words: tuple[Word, ...]
    marks: Marks
    dpi: int
    rotation: int = 0

    @property
    def name(self) -> str:
        """What was done to the page."""
        return self.preparation.name

    @property
    def covered(self) -> float:
        """The share of its marks that lie in words."""
        return coverage(self.words, self.marks, self.dpi)

    @property
    def poor(self) -> bool:
        """Whether the page may be lying wrongly."""
        return sideways(self.words) or quality(self.words) < POOR or self.covered < HALF_COVERED

    @property
    def doubtful(self) -> bool:
        """Whether another preparation may bring more."""
        return self.poor or quality(self.words) < FAIR or self.covered < COVERED


def read_image(raster: Raster, recognizer: Recognizer, *, sparing: bool = False) -> Reading:
    """Read a page image, whatever its state; never fails for what is on it. `sparing` reads it once, as it is."""
    if int(raster.pixels.max(initial=0)) - int(raster.pixels.min(initial=255)) < FLAT_IMAGE:
        return Reading((), "nothing on the page", blank=True)
    raster = cleanup.positive(raster)
    marks = find_marks(raster)
    if not len(marks):
        return Reading((), "no marks of writing on the page", blank=True)
    if not in_lines(marks):
        return Reading((), "marks on the page, but in no lines", blank=True, warnings=("nothing legible",))
    metered = Metered(recognizer)
    trials = (_read(raster, marks, RAW, metered),) if sparing else tuple(_trials(raster, marks, metered))
    best = max(trials, key=lambda trial: worth(trial.words))
    if not believable(best.words):  # Tesseract sees no text in a line that stands alone on worn paper
        again = replace(best, words=recover((), best.marks, best.dpi, best.sheet, metered))
        best, trials = again, tuple(again if trial is best else trial for trial in trials)
    if not believable(best.words):
        reason, recognition = "marks on the page, but no legible words", _recognition(best, trials, metered)
        return Reading((), reason, blank=True, warnings=("nothing legible",), recognition=recognition)
    warnings = () if quality(best.words) >= POOR else (f"hardly legible: score {quality(best.words):.2f}",)
    words = _mended(best, metered)
    recognition = _recognition(best, trials, metered)
    reason, skew = _reason(best, trials), best.preparation.skew
    return Reading(words, reason, best.rotation, skew, warnings=warnings, recognition=recognition)


def _mended(best: Trial, recognizer: Metered) -> tuple[Word, ...]:
    """What was read, mended by its ink, by the words that English has, and by a second look at parts of it."""
    letter = best.marks.small * best.sheet.dpi / best.dpi
    words = without_dust(without_specks(best.words, best.sheet), best.sheet, letter)
    english = recognizer.dictionary(Language.EN) if best.reader is not recognizer else None
    words = with_end_marks(words, best.sheet, letter, english)
    if english is not None:
        words = with_words(words, english)
    rereader = best.reader if isinstance(best.reader, Rereader) else recognizer
    words = recover(words, best.marks, best.dpi, best.sheet, rereader)
    words = settle_capitals(words, best.marks, best.dpi)
    return read_again(words, best.sheet, recognizer) if quality(words) >= HOPELESS else words


def _trials(raster: Raster, marks: Marks, recognizer: Recognizer) -> Iterator[Trial]:
    """Read the page in one way after another until a reading is good."""
    turns = _turns(marks)
    rotation = 0 if 0 in turns else _find_way_up(raster, marks, turns, recognizer)
    if rotation:
        raster, marks = _turned(raster, rotation)
    condition = look_over(raster, marks)
    trial = _read(raster, marks, likely(condition), recognizer, rotation)
    yield trial
    if trial.poor and 0 in turns and (rotation := _find_way_up(raster, marks, turns, recognizer)):
        raster, marks = _turned(raster, rotation)
        condition = look_over(raster, marks)
        trial = _read(raster, marks, likely(condition), recognizer, rotation)
        yield trial
    second = other(condition, trial.preparation)
    if trial.doubtful and _promises_more(raster, marks, second, trial):
        yield _read(raster, marks, second, trial.reader, rotation)


def _turns(marks: Marks) -> tuple[int, ...]:
    """The turns that may put the page upright: two where it is plain which way its lines run, else all."""
    across = lines_across(marks)
    if across >= PLAIN:
        return ACROSS
    return DOWN if across <= 1 / PLAIN else ACROSS + DOWN


def _turned(raster: Raster, rotation: int) -> tuple[Raster, Marks]:
    turned = cleanup.turn_right_angles(raster, rotation)
    return turned, find_marks(turned)


def _promises_more(raster: Raster, marks: Marks, preparation: Preparation, trial: Trial) -> bool:
    """Tell whether the densest part of a page reads better with another preparation: a fifth of a reading's cost."""
    top, left, side = _densest_square(raster, marks, PART)
    sheet = _square(prepare(raster, preparation), marks, (top, left, side))
    points = POINTS_PER_INCH / raster.dpi
    across, down = (left * points, (left + side) * points), (top * points, (top + side) * points)
    there = [
        word
        for word in trial.words
        if across[0] <= word.box.x0 and word.box.x1 <= across[1] and down[0] <= word.box.y0 and word.box.y1 <= down[1]
    ]
    return quality(trial.reader.recognize(sheet)) >= quality(there) + BETTER


def _read(raster: Raster, marks: Marks, preparation: Preparation, reader: Recognizer, rotation: int = 0) -> Trial:
    """Read a page, turned already, by the models it needs; the English one alone stays with a page it has read."""
    image = prepare(raster, preparation)
    sheet = cleanup.rescale(image, _working_dpi(raster, marks, preparation.letter))
    words, reader = _read_in_its_script(sheet, _square(image, marks, _densest_square(raster, marks, SAMPLE)), reader)
    if preparation.skew:
        marks = levelled(marks, preparation.skew, *raster.pixels.shape)
    return Trial(preparation, reader, sheet, words, marks, raster.dpi, rotation)


def _read_in_its_script(sheet: Raster, sample: Raster, reader: Recognizer) -> tuple[tuple[Word, ...], Recognizer]:
    """What the models read that the sample of the page asks for; and who is to read more of it."""
    english = reader.english_alone() if isinstance(reader, Polyglot) else None
    if english is None or not isinstance(reader, Rereader):
        return reader.recognize(sheet), reader
    if is_english(sample, english):
        words = english.recognize(sheet)
        if not hides_cyrillic(words, sheet, reader):
            return words, english
    words = reader.recognize(sheet)
    again = english.recognize(sheet) if is_latin(words) else ()
    return (again, english) if again and value(again) >= ALONE * value(words) else (words, reader)


def _levelled(raster: Raster, skew: float) -> Raster:
    return replace(raster, pixels=cleanup.level(raster.pixels, skew)) if skew else raster


def _working_dpi(raster: Raster, marks: Marks, letter: int = LETTER) -> int:
    """Choose the resolution at which small letters are `letter` pixels high, whatever the file says of its own."""
    factor = letter / max(marks.height, 1)
    largest = max(math.sqrt(MOST_PIXELS / raster.pixels.size), 1.0)
    return max(round(raster.dpi * min(factor, largest)), 1)


def _find_way_up(raster: Raster, marks: Marks, turns: tuple[int, ...], recognizer: Recognizer) -> int:
    """Find the clockwise turn in which a few lines, evened out, read best; Tesseract's own guess fails on Cyrillic."""
    even = replace(raster, pixels=cleanup.divide_background(raster.pixels))
    square = _square(even, marks, _densest_square(raster, marks, PART))
    told: dict[int, float] = {}
    for rotation in turns:
        turned = cleanup.turn_right_angles(square, rotation)
        words = recognizer.recognize(_levelled(turned, find_skew(find_marks(turned))))
        told[rotation] = worth(words)
        if quality(words) >= FAIR and len(words) >= WORDS_TO_TELL and not sideways(words):
            break
    best = max(told, key=lambda rotation: told[rotation])
    return best if told[best] > 0 else 0


def _square(raster: Raster, marks: Marks, place: tuple[int, int, int]) -> Raster:
    """Cut out a square, at the resolution at which it is to be read."""
    top, left, side = place
    part = np.ascontiguousarray(raster.pixels[top : top + side, left : left + side])
    return cleanup.rescale(Raster(part, raster.dpi), _working_dpi(raster, marks))


def _densest_square(raster: Raster, marks: Marks, part: float) -> tuple[int, int, int]:
    """Find the square with most marks that is about `part` of the page: lines in it are few, but long enough to read.

    Answers its top, left and side in pixels.
    """
    side = int((raster.pixels.size * part) ** 0.5)
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

    return *max(corners, key=held), side


def _recognition(best: Trial, trials: tuple[Trial, ...], metered: Metered) -> Recognition:
    tried = tuple(Attempt(trial.name, round(quality(trial.words), 3), trial.rotation) for trial in trials)
    return Recognition(best.name, round(quality(best.words), 3), round(metered.mpixels, 2), tried)


def _reason(best: Trial, trials: tuple[Trial, ...]) -> str:
    """Say what was chosen over what."""
    turned = f", turned {best.rotation}°" if best.rotation else ""
    chosen = f"{best.name} reading{turned}, score {quality(best.words):.2f}"
    others = [f"{trial.name} {quality(trial.words):.2f}" for trial in trials if trial is not best]
    return f"{chosen} over {', '.join(others)}" if others else chosen
