"""Lines kept whole and in their order, apart from how well their letters are read: `python bench/layout.py`.

    python bench/layout.py [--sets rus_soviet_pages,synthetic_worn] [--explain]

Every line of the truth is looked for in the laid-out text of its page, its letters as they were read. `found` is the
share of lines of ten letters and more that stand there at all, each letter for letter but for one in five; `whole`
the share of those found that stand in one piece; `order` the share of pairs of neighbouring lines whose second half
follows the first, with nothing but a few letters between. Letters are compared in small ones, without spaces and
punctuation, so that hyphens at line ends count for nothing. Truths leave out stamps and handwriting: where these stand
between two lines in the text, order pays for it.

Wanted: `whole` at least 0.98 and `order` at least 0.93 in each set. Answers 1 otherwise.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from rapidfuzz import fuzz

from bench.scans import SCANS, Scan, find_scans
from document import BlockRole, Page, Settings, Source
from ingest.furniture import mark_furniture
from ingest.ocr import load_recognizer
from ingest.pages import read_pages
from ingest.sources import find_sources

SHORTEST = 10  # letters of a line that can be told from others
ALIKE = 80.0
# The share of a line's letters that its place in the text may be longer than the line.
LONGER = 0.15
SLACK = 12  # letters between two neighbours
WHOLE, ORDER = 0.98, 0.93


@dataclass(frozen=True, slots=True)
class Score:
    """Counts, to be added up: lines of the truth, found, whole; pairs of neighbours found, and in order."""

    lines: int = 0
    found: int = 0
    whole: int = 0
    pairs: int = 0
    ordered: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.lines + other.lines,
            self.found + other.found,
            self.whole + other.whole,
            self.pairs + other.pairs,
            self.ordered + other.ordered,
        )

    @property
    def shares(self) -> tuple[float, float, float]:
        """Found, whole and in order, as shares."""
        return (
            self.found / max(self.lines, 1),
            self.whole / max(self.found, 1),
            self.ordered / max(self.pairs, 1),
        )

    def __str__(self) -> str:
        return "".join(f"{share:8.3f}" for share in self.shares)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line of the truth stands in the text of its page."""

    start: int
    end: int
    whole: bool


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", default="", help="only these, parted by commas")
    parser.add_argument("--explain", action="store_true", help="print the lines that are torn or out of order")
    options = parser.parse_args(arguments)
    if not SCANS.is_dir():
        print(f"skipped: no scans in {SCANS}")
        return 0
    totals: dict[str, Score] = {}
    print(f"{'page':52}{'found':>8}{'whole':>8}{'order':>8}")
    for scan in find_scans():
        if options.sets and scan.group not in options.sets.split(","):
            continue
        for number, (page, truth) in enumerate(zip(read(scan), scan.truths, strict=True), start=1):
            score = measure(truth, text_of(page), explain=options.explain)
            print(f"{f'{scan.path.stem[:46]} {number}':52}{score}", flush=True)
            totals[scan.group] = totals.get(scan.group, Score()) + score
    print()
    for group, score in totals.items():
        print(f"{group:52}{score}")
    return 0 if all(score.shares[1] >= WHOLE and score.shares[2] >= ORDER for score in totals.values()) else 1


def read(scan: Scan) -> list[Page]:
    """The pages of a file, laid out."""
    settings = Settings()
    source = next(source for source in find_sources([scan.path]) if isinstance(source, Source))
    return list(mark_furniture(read_pages(source, load_recognizer(settings), settings)))


def text_of(page: Page) -> str:
    """The letters of a page in reading order, furniture at its place, notes after the text as in records."""
    running = [block.text for block in page.blocks if block.role is not BlockRole.NOTE]
    notes = [block.text for block in page.blocks if block.role is BlockRole.NOTE]
    return letters("".join(running + notes))


def letters(text: str) -> str:
    """What is compared of a text."""
    return "".join(character for character in text.casefold() if character.isalnum())


def measure(truth: str, text: str, *, explain: bool = False) -> Score:
    """Look for the lines of a page's truth in its text."""
    lines = [letters(line) for line in truth.split("\n")]
    lines = [line for line in lines if len(line) >= SHORTEST]
    places = find(lines, text)
    near = [
        (one, two, first, second)
        for (one, first), (two, second) in pairwise(zip(lines, places, strict=True))
        if first and second
    ]
    ordered = [-SLACK <= second.start - first.end <= SLACK for _, _, first, second in near]
    if explain:
        for line, place in zip(lines, places, strict=True):
            if place and not place.whole:
                print(f"    torn: {line}\n          {text[place.start : place.end]}")
        for (one, two, first, second), right in zip(near, ordered, strict=True):
            if not right:
                print(f"    parted: {one} | {two}\n          {text[first.end : second.start]!r}")
    kept = [place for place in places if place]
    return Score(len(lines), len(kept), sum(place.whole for place in kept), len(near), sum(ordered))


def find(lines: Sequence[str], text: str) -> list[Place | None]:
    """The place of each line, looked for after the one before it first, as lines may be alike."""
    places: list[Place | None] = []
    after = 0
    for line in lines:
        near = _best(line, text, after, min(len(text), after + 3 * len(line) + SLACK))
        place = near if near and near.whole else _best(line, text, 0, len(text)) or near
        places.append(place)
        after = place.end if place else after
    return places


def _best(line: str, text: str, start: int, end: int) -> Place | None:
    """The stretch of the text most like the line; torn where only its two halves are found, each by itself."""
    whole = fuzz.partial_ratio_alignment(line, text[start:end], score_cutoff=ALIKE)
    if whole is not None and end - start >= len(line) * (1 - LONGER):
        return Place(start + whole.dest_start, start + whole.dest_end, whole=True)
    half = len(line) // 2
    parts = [
        fuzz.partial_ratio_alignment(part, text[start:end], score_cutoff=ALIKE) for part in (line[:half], line[half:])
    ]
    first, second = parts
    if first is None or second is None or half < SHORTEST:
        return None
    return Place(start + first.dest_start, start + second.dest_end, whole=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
