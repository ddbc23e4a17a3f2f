"""Headings found in the seeds beside the true ones: `python bench/headings.py [--explain] [PART OF A NAME]`.

Wanted: every true heading found at its level, and at most one other title in ten pages; the others are printed, so
that each can be judged. A true heading may hold only the first line of the printed one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import msgspec

from document import MediaType, Mode, Page, Section, Settings, Source, Word
from ingest.furniture import mark_furniture
from ingest.pages import read_pages
from ingest.raster import Raster
from ingest.sources import find_sources
from models.language.detector import load_detector
from pipelines.language import mark_languages
from pipelines.sections import divide
from pipelines.sections.explanation import explain

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
CHARACTERS_A_PAGE = 3000  # plain text has no pages

Truth = list[tuple[int, str]]


class NoRecognizer:
    """Stands where no page needs character recognition."""

    version = "none"

    def recognize(self, raster: Raster) -> tuple[Word, ...]:
        """Refuse: the seeds measured here have their text."""
        raise NotImplementedError(f"a page of {raster.width:.0f} points has no text layer")


@dataclass(frozen=True, slots=True)
class Score:
    """True headings found, those of them at their level, missed ones, and the titles that are no true heading."""

    found: int
    level: int
    missed: tuple[str, ...]
    others: tuple[Section, ...]


def main(arguments: Sequence[str]) -> int:
    if not SEEDS.is_dir():
        print(f"skipped: no seeds in {SEEDS}")
        return 0
    truths = msgspec.json.decode((SEEDS / "headings.json").read_bytes(), type=dict[str, Truth])
    wanted = [argument for argument in arguments if not argument.startswith("-")]
    complete = True
    others = counted = 0
    print(f"{'document':34} {'pages':>5} {'true':>4} {'found':>5} {'level':>5} {'others':>6}")
    for source in text_sources(wanted):
        pages = read(source)
        sections = list(divide(pages))
        score = compare(sections, truths.get(Path(source.name).stem, []))
        count = report(source, pages, score)
        complete = complete and not score.missed and score.level == score.found
        if Path(source.name).stem in truths:
            others += len(score.others)
            counted += count
        if "--explain" in arguments:
            show(pages)
    print(f"{others} other titles in {counted} pages with known headings")
    return 0 if complete and others * 10 <= counted else 1


def text_sources(wanted: Sequence[str]) -> Iterator[Source]:
    for source in find_sources([SEEDS]):
        if not isinstance(source, Source) or source.media_type not in {MediaType.PDF, MediaType.TEXT}:
            continue
        if "scan" not in source.name and (not wanted or any(part in source.name for part in wanted)):
            yield source


def read(source: Source) -> tuple[Page, ...]:
    pages = mark_furniture(read_pages(source, NoRecognizer(), Settings(mode=Mode.TEXT)))
    return tuple(mark_languages(pages, load_detector()))


def compare(sections: Sequence[Section], truth: Truth) -> Score:
    rest = [section for section in sections if section.title]
    level = 0
    missed = []
    for wanted_level, title in truth:
        alike = [section for section in rest if fold(section.title).startswith(fold(title))]
        best = next((section for section in alike if section.level == wanted_level), alike[0] if alike else None)
        if best is None:
            missed.append(title)
            continue
        level += best.level == wanted_level
        rest.remove(best)
    return Score(len(truth) - len(missed), level, tuple(missed), tuple(rest))


def fold(title: str) -> str:
    return " ".join(title.casefold().split())


def report(source: Source, pages: Sequence[Page], score: Score) -> int:
    count = len(pages)
    if source.media_type is MediaType.TEXT:
        characters = sum(len(block.text) for page in pages for block in page.blocks)
        count = max(1, round(characters / CHARACTERS_A_PAGE))
    true = score.found + len(score.missed)
    print(f"{source.name:34} {count:>5} {true:>4} {score.found:>5} {score.level:>5} {len(score.others):>6}")
    for title in score.missed:
        print(f"    missed: {title}")
    for section in score.others:
        print(f"    other:  {section.level} {section.title[:90]} ({section.role})")
    return count


def show(pages: Sequence[Page]) -> None:
    for item in explain(pages):
        verdict = f"level {item.level}" if not item.veto else f"no: {item.veto}"
        print(f"    {item.page:>4} {item.rule:22} {verdict:28} {item.text[:80]}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
