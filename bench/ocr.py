"""All that is promised of reading bad paper, measured beside plain Tesseract and OCRmyPDF: `python bench/ocr.py`.

    python bench/ocr.py [--parts errors,signs,speed,memory,reliability] [--sets rus_soviet_pages,synthetic_bad]
                        [--pages 6] [--ocrmypdf PATH] [--cache FOLDER]

**errors**: Muragat is read as users get it, the laid-out blocks of every page in their order, furniture with them.
Tesseract is its command with `-l kaz+rus+eng` on the page rendered at 300 dpi, or on the image file as it is. OCRmyPDF
runs with `--force-ocr --rotate-pages --sidecar -l kaz+rus+eng`, one job, without PDF/A; it is looked for on PATH.

The character error is the Levenshtein distance over the length of the truth, errors and lengths added up over a set.
Both texts are folded (`bench.right_words`): NFC, all white space one space; hyphens and dashes, one key on a
typewriter, left out together with a line break after them; one kind of quotes; Roman numerals in one alphabet. The
truth of `eng_typewriter` leaves out most stamps and handwriting: what a reader makes of them counts as wrong
characters, for every reader alike. The rows "without additions" leave uncounted, again for every reader, stretches of
at least twelve characters that stand where the truth has nothing.

**signs**: `bench/characters.py` on its clean pages. **speed** and **memory**: `bench/speed.py`, on `--pages` of each
file; seconds are processor time. **reliability**: among words, blocks and pages said to be right at 0.8, eight in ten
should be (`bench/reliability.py`); the truth's additions are not judged. What confidence is on pages it was not learned
from is told by `python -m models.train.confidence`.

The table at the end has a row for each target; answers 1 if one is missed. `--cache` keeps what the other readers read.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

os.environ["OMP_THREAD_LIMIT"] = "1"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from rapidfuzz.distance import Levenshtein, Opcode

from bench import characters, speed
from bench.ocr_readers import Outcome, Read, Readers
from bench.reliability import NONE, Claims, claims_of, shown, worst
from bench.right_words import normalised
from bench.scans import SCANS, UNFINISHED, Scan, find_scans

PARTS = ("errors", "signs", "speed", "memory", "reliability")
SOVIET = "rus_soviet_pages"
ADDITION = 12  # characters that stand where the truth has nothing: more than one misread word
WORST_PAGE = 1.1
FEW_WRONG = 3  # characters by which one page may differ from another by chance
FEW = {"words": 100, "blocks": 20, "pages": 8}  # claims of a bin that tells something
SYNTHETIC = {"synthetic_worn": 0.006, "synthetic_bad": 0.02, "synthetic_worn_upside_down": 0.01}


@dataclass(frozen=True, slots=True)
class Score:
    """Wrong characters, those of them in additions, true characters, and seconds; to be added up."""

    wrong: int = 0
    added: int = 0
    true: int = 0
    seconds: float = 0.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.wrong + other.wrong, self.added + other.added, self.true + other.true, self.seconds + other.seconds
        )

    @property
    def error(self) -> float:
        """The character error."""
        return self.wrong / max(self.true, 1)

    @property
    def error_without_additions(self) -> float:
        """The character error without what stands where the truth has nothing."""
        return (self.wrong - self.added) / max(self.true, 1)

    def __str__(self) -> str:
        return f"{self.error:7.4f} {self.seconds:6.1f} s"


@dataclass(frozen=True, slots=True)
class PageScore:
    """A page, the set it is counted in, and every reader's score."""

    group: str
    name: str
    scores: Mapping[str, Score]


@dataclass(frozen=True, slots=True)
class Row:
    """A target and what was seen."""

    what: str
    seen: float
    target: float
    most: bool = True
    note: str = ""

    @property
    def met(self) -> bool:
        """Whether the target is met."""
        return self.seen <= self.target if self.most else self.seen >= self.target

    def __str__(self) -> str:
        sign = "≤" if self.most else "≥"
        return f"{'ok' if self.met else 'NO':3}{self.what:62}{self.seen:9.4g}  {sign} {self.target:<6g}{self.note}"


def main(arguments: Sequence[str]) -> int:
    options = _options(arguments)
    parts = options.parts.split(",")
    readers = Readers(options.ocrmypdf, options.cache)
    rows: list[Row] = []
    if {"errors", "reliability"} & set(parts) and not SCANS.is_dir():
        print(f"skipped: no scans in {SCANS}")
    elif {"errors", "reliability"} & set(parts):
        names = options.readers.split(",") if "errors" in parts else ["muragat"]
        pages, claims = read_all(options.sets, dict(readers.of(names)))
        rows += error_rows(pages) if "errors" in parts else ()
        rows += reliability_rows(claims) if "reliability" in parts else ()
    if "signs" in parts:
        rows.append(signs_row())
    if "speed" in parts or "memory" in parts:
        rows += speed_rows(options.pages, readers.command() if "speed" in parts else None, parts)
    print()
    for row in rows:
        print(row)
    return 0 if all(row.met for row in rows) else 1


def read_all(sets: str, readers: Mapping[str, Read]) -> tuple[list[PageScore], dict[str, Claims]]:
    """Read every page by every reader; answers the scores, and what Muragat's pages claim, by set."""
    pages: list[PageScore] = []
    claims: dict[str, Claims] = {}
    print(f"{'page':52}" + "".join(f"{name:>18}" for name in readers))
    for scan in find_scans():
        if sets and scan.group not in sets.split(","):
            continue
        outcomes = {name: read(scan.path) for name, read in readers.items()}
        for number, truth in enumerate(scan.truths):
            scores = {name: compare(scan, number, outcome) for name, outcome in outcomes.items()}
            pages.append(PageScore(scan.group, f"{scan.path.stem[:46]} {number + 1}", scores))
            print(f"{pages[-1].name:52}" + "".join(f"{score!s:>18}" for score in scores.values()), flush=True)
            for page in outcomes["muragat"].pages[number : number + 1] if "muragat" in outcomes else ():
                found = claims_of(page, truth, matched_only=scan.group == UNFINISHED)
                claims[scan.group] = claims.get(scan.group, NONE) + found
    print()
    for group in dict.fromkeys(page.group for page in pages):
        totals = (total(pages, group, name) for name in readers)
        print(f"{group:52}" + "".join(f"{score!s:>18}" for score in totals))
    return pages, claims


def compare(scan: Scan, number: int, outcome: Outcome) -> Score:
    """Count what must change to get from what was read of a page to its truth; the time is shared out evenly."""
    wanted = normalised(scan.truths[number])
    read = normalised(outcome.texts[number]) if number < len(outcome.texts) else ""
    steps = list(Levenshtein.opcodes(wanted, read))
    wrong = Levenshtein.distance(wanted, read)
    return Score(wrong, added(steps), len(wanted), outcome.seconds / len(scan.truths))


def added(steps: Iterable[Opcode]) -> int:
    """The characters in long stretches of what was read where the truth has nothing.

    A stretch goes on over single characters that happen to be alike.
    """
    total_added, stretch, alike = 0, 0, 0
    for step in (*steps, None):
        width = step.dest_end - step.dest_start if step else 0
        if step and step.tag == "insert":
            stretch, alike = stretch + width, 0
        elif step and step.tag == "equal" and stretch and width <= 2 and alike == 0:
            alike = width
        else:
            total_added += stretch if stretch >= ADDITION else 0
            stretch, alike = 0, 0
    return total_added


def total(pages: Sequence[PageScore], group: str, reader: str) -> Score:
    """The sum over a set."""
    return sum((page.scores[reader] for page in pages if page.group == group), Score())


def error_rows(pages: Sequence[PageScore]) -> Iterator[Row]:
    """Targets of character errors."""
    groups = {page.group for page in pages}
    ratios = ((SOVIET, "tesseract", 0.7), (SOVIET, "ocrmypdf", 0.45), (UNFINISHED, "tesseract", 0.85))
    for group, reader, target in ratios:
        if group in groups and all({"muragat", reader} <= page.scores.keys() for page in pages):
            ours, theirs = total(pages, group, "muragat"), total(pages, group, reader)
            note = f"{ours.error:.4f} : {theirs.error:.4f}"
            yield Row(f"character error, {group}, over that of {reader}", ours.error / theirs.error, target, note=note)
            if group == UNFINISHED:
                one, other = ours.error_without_additions, theirs.error_without_additions
                yield Row("  the same without additions", one / other, target, note=f"{one:.4f} : {other:.4f}")
    ways: tuple[tuple[str, Callable[[Score], float]], ...] = (
        (f"median page, {UNFINISHED}", lambda score: score.error),
        ("  the same without additions", lambda score: score.error_without_additions),
    )
    for what, error in ways:
        if UNFINISHED in groups:
            yield Row(what, median(error(page.scores["muragat"]) for page in pages if page.group == UNFINISHED), 0.02)
    yield from _worst_page(pages)
    for group, target in SYNTHETIC.items():
        if group in groups:
            yield Row(f"character error, {group}", total(pages, group, "muragat").error, target)


def _worst_page(pages: Sequence[PageScore]) -> Iterator[Row]:
    """How much worse than plain Tesseract a page is at worst, where that is no chance."""
    judged = [page for page in pages if {"muragat", "tesseract"} <= page.scores.keys()]
    if not judged:
        return

    def ratio(page: PageScore) -> float:
        ours, theirs = page.scores["muragat"].wrong, page.scores["tesseract"].wrong
        return 1.0 if abs(ours - theirs) <= FEW_WRONG else ours / max(theirs, 1)

    page = max(judged, key=ratio)
    ours, theirs = (page.scores[name].wrong for name in ("muragat", "tesseract"))
    beyond = sum(ratio(each) > WORST_PAGE for each in judged)
    note = f"{page.name}: {ours} wrong : {theirs}; {beyond} of {len(judged)} beyond"
    yield Row(f"worst page over Tesseract's (by more than {FEW_WRONG} characters)", ratio(page), WORST_PAGE, note=note)


def reliability_rows(claims: Mapping[str, Claims]) -> Iterator[Row]:
    """How far confidence is from the truth, in the worst of ten bins that hold enough."""
    print("\nconfidence: said→right (how many), = within 0.05, ! beyond")
    every = sum(claims.values(), NONE)
    for level in ("words", "blocks", "pages"):
        for name, found in (*claims.items(), ("all", every)):
            print(shown(f"{level} {name}", getattr(found, level), FEW[level], by_length=level == "blocks"))
        off = worst(getattr(every, level), FEW[level], by_length=level == "blocks")
        yield Row(f"confidence of {level}, worst bin of at least {FEW[level]}", off, 0.05)


def signs_row() -> Row:
    """The share of signs, numerals and numbers that are exact."""
    options = characters.parse(["--readers", "muragat", "--wear", "clean"])
    outcomes = characters.measure(options, {"muragat": characters.muragat()})
    return Row("signs, numerals and numbers exact", characters.share(outcomes), characters.WANTED, most=False)


def speed_rows(count: int, ocrmypdf: str | None, parts: Sequence[str]) -> Iterator[Row]:
    """Targets of speed and memory."""
    for each in speed.measure(count, ocrmypdf):
        print(speed.shown(each), flush=True)
        if "speed" in parts:
            if each.times:
                yield Row(f"pages a processor-second over OCRmyPDF's, {each.name}", each.times, 2.5, most=False)
            load = f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
            yield Row(f"two processes over one, {each.name}", each.gain, 1.85, most=False, note=load)
        if "memory" in parts:
            yield Row(f"megabytes of a worker, {each.name}", each.one.megabytes, 350)
    if "memory" in parts:
        yield Row("megabytes of a worker, a page of A3 at 600 dpi", speed.large_page().megabytes, 500)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parts", default=",".join(PARTS), help="comma-separated; all without")
    parser.add_argument("--sets", default="", help="comma-separated; all without")
    parser.add_argument("--readers", default="muragat,tesseract,ocrmypdf", help="comma-separated")
    parser.add_argument("--pages", type=int, default=6, help="of each file, for speed and memory")
    parser.add_argument("--ocrmypdf", help="path of OCRmyPDF's command, where it is not on PATH")
    parser.add_argument("--cache", type=Path, help="folder to keep what Tesseract and OCRmyPDF read")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
