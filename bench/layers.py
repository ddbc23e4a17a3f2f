"""Measure the verdict on text layers against pages judged by eye (layers.tsv).

Wanted: at least 98 % of the verdicts right, and no garbage layer believed. The last column shows what the words of a
garbage layer alone give away, when nothing is known of pictures and of how the text is painted.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from numpy.typing import NDArray

from document import Failure, Method, Mode, Source
from ingest.layer import Verdict, judge
from ingest.layer_evidence import Evidence
from ingest.pdf import Contents, PdfFile
from ingest.sources import find_sources
from samples.garble import garbage

SHARED = Path(__file__).resolve().parents[1] / ".." / "shared"
JUDGED = Path(__file__).with_name("layers.tsv")
LEAST_RIGHT = 0.98
LONG_PASSAGE = 150
CYRILLIC = re.compile("[\u0400-\u04ff]")
SCANNED_SEEDS = {"thesis-kk-scan-60p.pdf"}


@dataclass(frozen=True)
class Judged:
    """A page as judged by eye."""

    file: str
    page: int
    right: frozenset[str]
    layer: str


@dataclass(frozen=True)
class Measured:
    """The verdict on a page; `by_words` is the one on its words alone."""

    verdict: Verdict
    by_words: Verdict


def main() -> int:
    if not SHARED.is_dir():
        print("skipped: ../shared is not here")
        return 0
    judged = read_judged()
    right = wrong = believed = garbage = told = 0
    print(f"{'file':44} {'pages':>5} {'right':>5} {'garbage':>7} {'told by words':>13}  reasons")
    for file, pages in judged.items():
        measured = measure(SHARED / "scans" / file)
        hits = [page for page in pages if measured[page.page].verdict.method in page.right]
        bad = [page for page in pages if page.layer == "garbage"]
        seen = [page for page in bad if measured[page.page].by_words.method is Method.OCR]
        reasons = sorted({measured[page.page].verdict.reason for page in pages})
        print(f"{file[-44:]:44} {len(pages):5} {len(hits):5} {len(bad):7} {len(seen):13}  {'; '.join(reasons)}")
        for page in pages:
            if page not in hits:
                print(f"    wrong: page {page.page}, {measured[page.page].verdict}")
        right, wrong = right + len(hits), wrong + len(pages) - len(hits)
        garbage, told = garbage + len(bad), told + len(seen)
        believed += sum(measured[page.page].verdict.method is Method.TEXT for page in bad)
    share = right / (right + wrong)
    print(f"right {right} of {right + wrong} ({share:.1%}, wanted {LEAST_RIGHT:.0%})")
    print(f"garbage layers believed {believed} of {garbage} (wanted 0); told by their words alone {told}")
    seeds_right = seeds()
    texts()
    return 0 if share >= LEAST_RIGHT and not believed and seeds_right else 1


def seeds() -> bool:
    """The source documents: all born digital but for one scan."""
    every = True
    for path in sorted((SHARED / "seeds").glob("*.pdf")):
        expected = Method.OCR if path.name in SCANNED_SEEDS else Method.TEXT
        verdicts = [measured.verdict for measured in measure(path).values()]
        hits = sum(verdict.method is expected for verdict in verdicts)
        reasons = "; ".join(sorted({verdict.reason for verdict in verdicts}))
        print(f"seeds/{path.name:38} {len(verdicts):5} {hits:5} {'':21}  {reasons}")
        every &= hits == len(verdicts)
    return every


def texts() -> None:
    """What the rules on words say of good text in many languages, and of Russian spoiled the ways software does it."""
    gold = [json.loads(line) for line in (SHARED / "gold" / "train.jsonl").open(encoding="utf-8")]
    ntrex = [json.loads(line) for line in (SHARED / "langid" / "ntrex.jsonl").open(encoding="utf-8")]
    passages = [row["text"] for row in gold]
    sentences = [row["text"] for row in ntrex]
    russian = [row["text"] for row in gold if row["lang"] == "ru" and len(row["text"]) >= LONG_PASSAGE]
    sets = {
        "good: archival passages kk ru en": (passages, Method.TEXT),
        "good: sentences, neighbours of kk ru en": (sentences, Method.TEXT),
        "spoiled: read with Latin letters only": ([garbage(text) for text in russian], Method.OCR),
        "spoiled: cp1251 taken for Latin-1": (
            [text.encode("cp1251", "replace").decode("latin-1") for text in russian],
            Method.OCR,
        ),
        "spoiled: Cyrillic letters lost": ([CYRILLIC.sub("", text) for text in russian], Method.OCR),
    }
    for name, (told, expected) in sets.items():
        hits = sum(judge(words_alone(text), Mode.AUTO).method is expected for text in told)
        print(f"{name:44} {len(told):5} {hits:5} ({hits / len(told):.1%})")


def words_alone(text: str) -> Evidence:
    """Text on a page of which nothing else is known."""
    return Evidence(Contents(text, (), (), (), 0), 595, 842, white_paper)


def read_judged() -> dict[str, list[Judged]]:
    """The pages judged by eye, by file."""
    judged: dict[str, list[Judged]] = defaultdict(list)
    with JUDGED.open(encoding="utf-8") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        for row in rows:
            page = Judged(row["file"], int(row["page"]), frozenset(row["right"].split(",")), row["layer"])
            judged[page.file].append(page)
    return judged


def measure(path: Path) -> dict[int, Measured]:
    """The verdicts on all pages of a file."""
    (source,) = find_sources([path])
    if isinstance(source, Failure):
        raise SystemExit(source.message)
    return dict(verdicts(source))


def verdicts(source: Source) -> Iterator[tuple[int, Measured]]:
    """Yield page by page: number and verdicts."""
    file = PdfFile(source)
    for number in range(1, len(file) + 1):
        with file.page(number) as page:
            contents, sheet = page.contents(), page.sheet
            verdict = judge(Evidence(contents, sheet.width, sheet.height, lambda: page.render(72).pixels), Mode.AUTO)
            words = replace(contents, samples=(), pictures=(), paths=0)
            bare = Evidence(words, sheet.width, sheet.height, white_paper)
            yield number, Measured(verdict, judge(bare, Mode.AUTO))
    file.close()


def nothing() -> NDArray[np.uint8]:
    """White paper."""
    return np.full((1, 1), 255, dtype=np.uint8)


def white_paper() -> NDArray[np.uint8]:
    """An image with nothing on it."""
    return np.full((1, 1), 255, dtype=np.uint8)


if __name__ == "__main__":
    sys.exit(main())
