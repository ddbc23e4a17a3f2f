"""Learns how likely a word that was read is right: `python -m models.train.confidence [--cache FOLDER]`.

Made pages and scans with a known text are read and laid out; every word is right or wrong, and a logistic regression
weighs its signs (`ingest.confidence`). Kinds of pages count alike, however many there are of each. What is reported was
learned without the page itself, and once more without any page of its kind.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from bench.reliability import NONE, Claims, claims_of, mean_distance, shown, worst
from bench.right_words import judge
from bench.scans import SCANS, UNFINISHED
from document import Page, Word
from ingest.confidence import FILE, Learned, Sheet, Signs, signs_of
from ingest.layout import lay_out
from ingest.ocr import load_recognizer
from models.names.calibration import rising
from models.train.known_pages import SETTINGS, KnownPage, read_known

MADE = 180  # pages
FOLDS = 5
RIDGE = 2.0
ENOUGH, STRETCHES = 100, 25
PAPER = 2  # what a word of a scan counts for on the curve, against one of a made page
STEPS = 30
FEW = {"words": 100, "blocks": 20, "pages": 8}  # claims of a bin that tells something

Matrix = NDArray[np.float64]
Weights = Mapping[str, float]
LINE = ((0.0, 0.0), (1.0, 1.0))


@dataclass(frozen=True, slots=True)
class Lesson:
    """A page and the signs of its words, and which were right."""

    page: KnownPage
    signs: tuple[Signs, ...]
    right: tuple[bool, ...]


def main(arguments: Sequence[str]) -> int:
    """Read, learn, report and save; what was read is kept where `--cache` says."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as folder:
        cache = options.cache or Path(folder)
        lessons = [lesson_of(page) for page in read_known(load_recognizer(SETTINGS), options.made, cache)]
    lessons = [lesson for lesson in lessons if lesson.signs]
    words = sum(len(lesson.right) for lesson in lessons)
    print(
        f"{len(lessons)} pages, {words} words, {sum(map(sum, (lesson.right for lesson in lessons))) / words:.3f} right"
    )
    if not SCANS.is_dir():
        print(f"nothing is learned: no scans in {SCANS}, and made pages alone are not paper enough")
        return 1
    save(learn(lessons))
    kinds = sorted({_source(lesson) for lesson in lessons})
    by_page = {lesson.page.name: number % FOLDS for number, lesson in enumerate(lessons)}
    report("learned without the page", lessons, lambda lesson: by_page[lesson.page.name])
    report("learned without its kind", lessons, lambda lesson: kinds.index(_source(lesson)))
    return 0


def lesson_of(known: KnownPage) -> Lesson:
    """Lay a page out, note the signs of its words by the way, and judge them."""
    blocks: list[list[Signs]] = []

    def note(sheet: Sheet, words: Sequence[Word]) -> list[float]:
        blocks.append(signs_of(words, sheet))
        return [word.confidence for word in words]

    page = lay_out(known.page, note)
    judged = [each for each in judge(page.blocks, known.truth) if each.matched or known.kind != UNFINISHED]
    signs = tuple(blocks[each.block][each.anchor] for each in judged)
    return Lesson(known, signs, tuple(each.right for each in judged))


def learn(lessons: Sequence[Lesson]) -> Learned:
    """Learn the weights from all pages, and the curve from what weights of other pages say of each."""
    said: list[tuple[float, bool]] = []
    for part in range(FOLDS):
        judge_of = Learned(weigh([each for place, each in enumerate(lessons) if place % FOLDS != part]), LINE)
        for lesson in lessons[part::FOLDS]:
            worth = 1 if lesson.page.kind.startswith("made") else PAPER
            said += worth * list(zip(map(judge_of.share, lesson.signs), lesson.right, strict=True))
    return Learned(weigh(lessons), curve_of(said))


def curve_of(answers: Sequence[tuple[float, bool]]) -> tuple[tuple[float, float], ...]:
    """Points through answers sorted into stretches of the scale, none with fewer than `ENOUGH` answers."""
    sums, said, right, count = [], 0.0, 0, 0
    ordered = sorted(answers)
    for place, (each, is_right) in enumerate(ordered, start=1):
        said, right, count = said + each, right + is_right, count + 1
        last = place == len(ordered)
        if last or (count >= ENOUGH and int(ordered[place][0] * STRETCHES) > int(each * STRETCHES)):
            sums.append((said, right, count))
            said, right, count = 0.0, 0, 0
    return rising(sums)


def weigh(lessons: Collection[Lesson]) -> Weights:
    """Weigh the signs by a logistic regression, pages of one kind together as much as those of another."""
    names = tuple(next(iter(lessons)).signs[0])
    signs = np.array([[each[name] for name in names] for lesson in lessons for each in lesson.signs])
    right = np.array([each for lesson in lessons for each in lesson.right], dtype=np.float64)
    words = Counter[str]()
    for lesson in lessons:
        words[_source(lesson)] += len(lesson.right)
    counts = np.array([len(right) / len(words) / words[_source(lesson)] for lesson in lessons for _ in lesson.right])
    found = fitted(signs, right, np.minimum(counts, 3.0))
    return {name: round(float(weight), 4) for name, weight in zip(names, found, strict=True)}


def fitted(signs: Matrix, right: Matrix, counts: Matrix) -> Matrix:
    """Newton's method on the likelihood, with a ridge on all weights but the first."""
    ridge = np.full(signs.shape[1], RIDGE)
    ridge[0] = 1e-6
    weights = np.zeros(signs.shape[1])
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-signs @ weights))
        slope = signs.T @ (counts * (right - share)) - ridge * weights
        bend = (signs * (counts * share * (1 - share))[:, None]).T @ signs + np.diag(ridge)
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def report(title: str, lessons: Sequence[Lesson], part_of: Callable[[Lesson], int]) -> None:
    """Print how reliable confidence is on pages that it was not learned from."""
    claims: dict[str, Claims] = {}
    for part in sorted({part_of(lesson) for lesson in lessons}):
        learned = learn([lesson for lesson in lessons if part_of(lesson) != part])
        for lesson in lessons:
            if part_of(lesson) == part:
                page = laid_out(lesson.page.page, learned)
                found = claims_of(page, lesson.page.truth, matched_only=lesson.page.kind == UNFINISHED)
                for kind in ("all", _where(lesson), _source(lesson)):
                    claims[kind] = claims.get(kind, NONE) + found
    print(f"\n{title}: said→right (how many), = within 0.05")
    for kind, found in claims.items():
        for level in ("words", "blocks", "pages"):
            each = getattr(found, level)
            by_length = level == "blocks"
            off = f"{worst(each, FEW[level], by_length=by_length):.3f} {mean_distance(each, by_length=by_length):.3f}"
            print(f"{off} {shown(f'{kind} {level}', each, FEW[level], by_length=by_length)}")


def laid_out(page: Page, learned: Learned) -> Page:
    """The page with confidence as was learned from other pages."""
    return lay_out(page, lambda sheet, words: [learned.share(signs) for signs in signs_of(words, sheet)])


def save(learned: Learned) -> None:
    """Write what was learned as data of the program."""
    FILE.write_bytes(msgspec.json.format(msgspec.json.encode(learned), indent=1) + b"\n")


def _where(lesson: Lesson) -> str:
    return "made" if lesson.page.kind.startswith("made") else "scans"


def _source(lesson: Lesson) -> str:
    return " ".join(lesson.page.kind.split()[:2])  # typed and printed apart, languages together


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path, help="keep here what was read, for another run")
    parser.add_argument("--made", type=int, default=MADE, help="how many pages to make")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
