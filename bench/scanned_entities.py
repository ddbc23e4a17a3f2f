"""Entities found on typewritten pages against those annotated in what was typed: `python bench/scanned_entities.py`.

    python bench/scanned_entities.py [--languages kk,ru,en] [--written 40]

The pages of `../shared/scans/synthetic/*_typewriter_*` were typed from passages annotated by hand and then worn. Each
set is read by the whole line, and its entities are held against the annotation as a bag of label and folded text
(letters and digits alone, small), for offsets on a page are not those of a passage. The same is done with the passages
themselves tagged as clean text: the difference is what paper costs.

Wanted: F1 on the pages at most 0.05 below that on clean text. Answers 1 otherwise.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

os.environ["OMP_THREAD_LIMIT"] = "1"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import msgspec

from bench.typed_pages import type_pages
from document import Label, Language, SectionRole, Settings, Source
from ingest.sources import find_sources
from models.train.marked import read_written
from pipelines.entities.tagger import Tagger, load_tagger
from pipelines.extract import extract
from pipelines.records import SectionRecord
from pipelines.tools import Tools, load_tools

SHARED = Path(__file__).resolve().parents[2] / "shared"
SCANS = SHARED / "scans" / "synthetic"
WANTED = 0.05

Bag = Counter[tuple[Label, str]]


class Passage(msgspec.Struct):
    """A passage and its true entities."""

    text: str
    entities: Sequence[tuple[int, int, Label]]
    id: str = ""


class Bags(NamedTuple):
    """True entities, those found in clean text, those found on the pages."""

    true: Bag
    clean: Bag
    scanned: Bag

    def of(self, label: Label) -> Bags:
        """Those of one label."""
        return Bags(*(Counter({each: count for each, count in bag.items() if each[0] is label}) for bag in self))


def folded(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def bag(pairs: Iterable[tuple[Label, str]]) -> Bag:
    return Counter((label, folded(text)) for label, text in pairs)


def f1(found: Bag, true: Bag) -> float:
    right = (found & true).total()
    return 2 * right / (found.total() + true.total()) if found or true else 1.0


def scanned_passages(language: Language) -> tuple[list[Passage], Path]:
    """The annotated passages of a language in the order in which they stand on its pages."""
    decode = msgspec.json.Decoder(Passage).decode
    gold = {each.id: each for each in map(decode, (SHARED / "gold/dev.jsonl").read_bytes().splitlines())}
    ids = msgspec.json.decode((SCANS / f"e2e_dev_{language}.ids.json").read_bytes(), type=list[str])
    (pdf,) = SCANS.glob(f"{language}_typewriter_*.pdf")
    return [gold[name] for name in ids], pdf


def written_passages(language: Language, count: int, folder: Path) -> tuple[list[Passage], Path]:
    """So many invented passages of a language, and the pages typed from them."""
    every = [Passage(each.text, each.entities) for each in read_written() if each.lang is language]
    chosen = every[:: max(len(every) // count, 1)][:count]
    pdf = folder / f"{language}.pdf"
    type_pages([each.text for each in chosen], pdf)
    return chosen, pdf


def read(pdf: Path, tools: Tools, settings: Settings) -> tuple[SectionRecord, ...]:
    (source,) = find_sources([pdf])
    assert isinstance(source, Source)  # noqa: S101 - the folder is ours
    return tuple(each for each in extract(source, tools, settings) if isinstance(each, SectionRecord))


def measure(language: Language, passages: Sequence[Passage], pdf: Path, tools: Tools, tagger: Tagger) -> Bags:
    """What is true, what is found in the passages, what is found on the pages typed from them."""
    true = bag((label, each.text[start:end]) for each in passages for start, end, label in each.entities)
    clean = bag((found.label, found.text) for each in passages for found in tagger.tag(each.text, language))
    sections = [each for each in read(pdf, tools, Settings()) if each.role is not SectionRole.FURNITURE]
    scanned = bag((mention.label, mention.text) for section in sections for mention in section.entities)
    return Bags(true, clean, scanned)


def show(name: str, bags: Bags) -> float:
    """Print a row; answers what the pages lose."""
    before, after = f1(bags.clean, bags.true), f1(bags.scanned, bags.true)
    print(f"{name:12}{bags.true.total():6}{before:10.3f}{after:10.3f}{before - after:8.3f}")
    return before - after


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--languages", default="kk,ru,en")
    parser.add_argument("--written", type=int, help="take so many invented passages of each language")
    parser.add_argument("--errors", action="store_true", help="list what was found in clean text, but not on the pages")
    options = parser.parse_args()
    if not options.written and not SCANS.is_dir():
        print(f"skipped: {SCANS} is missing")
        return 0
    tools, tagger = load_tools(Settings()), load_tagger()
    worst = 0.0
    print(f"{'':12}{'gold':>6}{'clean F1':>10}{'pages F1':>10}{'lost':>8}")
    every = Bags(Counter(), Counter(), Counter())
    for language in map(Language, options.languages.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            if options.written:
                passages, pdf = written_passages(language, options.written, Path(folder))
            else:
                passages, pdf = scanned_passages(language)
            bags = measure(language, passages, pdf, tools, tagger)
        for whole, part in zip(every, bags, strict=True):
            whole.update(part)
        worst = max(worst, show(language, bags))
        for label in Label:
            if bags.of(label).true:
                show(f"   {label}", bags.of(label))
        if options.errors:
            for label, text in sorted((bags.clean & bags.true) - bags.scanned):
                print(f"      {label} {text}")
    show("all", every)
    return int(worst > WANTED)


if __name__ == "__main__":
    sys.exit(main())
