"""Characters read wrongly by Muragat, plain Tesseract and OCRmyPDF on the same pages: `python bench/ocr.py`.

    python bench/ocr.py [--sets rus_soviet_pages,synthetic_bad] [--readers muragat,tesseract] [--ocrmypdf PATH]

Muragat is read as users get it: the laid-out blocks of every page in their order, furniture with them. Tesseract is
its command with `-l kaz+rus+eng` on the page rendered at 300 dpi, or on the image file as it is. OCRmyPDF runs with
`--force-ocr --rotate-pages --sidecar -l kaz+rus+eng`, one job, without PDF/A; it is looked for on PATH.

The character error is the Levenshtein distance over the length of the truth, errors and lengths added up over a set.
Both texts are NFC, all white space is one space, and hyphens and dashes (one key on a typewriter) are left out,
together with a line break after them, so that rejoining a broken word is neither rewarded nor punished. The truth of
`eng_typewriter` leaves out stamps and handwriting, which every reader pays for.

Seconds are processor time.

Wanted: Muragat no worse than plain Tesseract on each set, synthetic_bad at most 0.05. Answers 1 otherwise.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ["OMP_THREAD_LIMIT"] = "1"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import msgspec
import pypdfium2
from PIL import Image
from rapidfuzz.distance import Levenshtein

from document import Mode, Settings, Source
from ingest.ocr import load_recognizer
from ingest.pages import read_pages
from ingest.sources import find_sources

SCANS = Path(__file__).resolve().parents[2] / "shared" / "scans"
PLAIN_SETS = ("rus_soviet_pages", "eng_typewriter", "kaz_rendered_pages")
LEVELS = ("worn_upside_down", "bad", "worn")  # of synthetic pages, as their names end
PACKS = "kaz+rus+eng"
DPI = 300
UNKNOWN_DPI = 200  # told to OCRmyPDF of images that do not say
WORST_BAD = 0.05

Read = Callable[[Path], list[str]]


class SyntheticPage(msgspec.Struct):
    """A page as it was typeset before it was worn."""

    page: int
    header: str
    footer: str
    lines: list[str]


class SyntheticTruth(msgspec.Struct):
    """The truth beside a synthetic PDF."""

    pages: list[SyntheticPage]


@dataclass(frozen=True, slots=True)
class Scan:
    """A file, the set it is counted in, and the true text of each of its pages."""

    group: str
    path: Path
    truths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Wrong characters, true characters and seconds, to be added up."""

    wrong: int = 0
    true: int = 0
    seconds: float = 0.0

    def __add__(self, other: Score) -> Score:
        return Score(self.wrong + other.wrong, self.true + other.true, self.seconds + other.seconds)

    @property
    def error(self) -> float:
        """The character error."""
        return self.wrong / max(self.true, 1)

    def __str__(self) -> str:
        return f"{self.error:7.4f} {self.seconds:6.1f} s"


def main(arguments: Sequence[str]) -> int:
    options = _options(arguments)
    if not SCANS.is_dir():
        print(f"skipped: no scans in {SCANS}")
        return 0
    scans = [scan for scan in find_scans() if not options.sets or scan.group in options.sets.split(",")]
    readers = dict(_readers(options.readers.split(","), options.ocrmypdf))
    totals: dict[tuple[str, str], Score] = {}
    print(f"{'page':52}" + "".join(f"{name:>18}" for name in readers))
    for scan in scans:
        scores = {name: measure(scan, read) for name, read in readers.items()}
        for index in range(len(scan.truths)):
            row = "".join(f"{scores[name][index]!s:>18}" for name in readers)
            print(f"{f'{scan.path.stem[:46]} {index + 1}':52}{row}", flush=True)
        for name in readers:
            key = (scan.group, name)
            totals[key] = sum(scores[name], totals.get(key, Score()))
    print()
    for group in dict.fromkeys(scan.group for scan in scans):
        print(f"{group:52}" + "".join(f"{totals[group, name]!s:>18}" for name in readers))
    return 0 if all(_good_enough(totals, group) for group, _ in totals) else 1


def find_scans() -> Iterator[Scan]:
    """Find every file with a true text."""
    for group in PLAIN_SETS:
        for truth in sorted((SCANS / group).glob("*.gt.txt")):
            name = truth.name.removesuffix(".gt.txt")
            path = next(path for path in sorted(truth.parent.glob(f"{name}.*")) if path.suffix != ".txt")
            yield Scan(group, path, (truth.read_text(encoding="utf-8"),))
    for truth in sorted((SCANS / "synthetic").glob("*.gt.json")):
        name = truth.name.removesuffix(".gt.json")
        level = next(level for level in LEVELS if name.endswith(level))
        pages = msgspec.json.decode(truth.read_bytes(), type=SyntheticTruth).pages
        texts = tuple("\n".join(filter(None, [page.header, *page.lines, page.footer])) for page in pages)
        yield Scan(f"synthetic_{level}", truth.with_name(f"{name}.pdf"), texts)


def measure(scan: Scan, read: Read) -> list[Score]:
    """Read a file and compare each of its pages; the time is shared out evenly."""
    start = processor_seconds()
    texts = read(scan.path)
    seconds = (processor_seconds() - start) / len(scan.truths)
    texts += [""] * (len(scan.truths) - len(texts))
    return [compare(truth, text, seconds) for truth, text in zip(scan.truths, texts, strict=False)]


def processor_seconds() -> float:
    """Sum up the processor time of this process and of the commands it ran: fair on a busy machine."""
    return sum(os.times()[:4])


def compare(truth: str, text: str, seconds: float) -> Score:
    """Count what must change to get from the text to the truth, both normalised."""
    wanted = normalised(truth)
    return Score(Levenshtein.distance(wanted, normalised(text)), len(wanted), seconds)


def normalised(text: str) -> str:
    """Leave out what is a matter of layout: see the head of this file."""
    text = re.sub(r"[-\u00ad\u2010-\u2015](\s*\n\s*)?", "", unicodedata.normalize("NFC", text))
    return " ".join(text.split())


def _readers(names: Sequence[str], ocrmypdf: str | None) -> Iterator[tuple[str, Read]]:
    for name in names:
        if name == "muragat":
            yield name, muragat()
        elif name == "tesseract":
            yield name, tesseract
        elif command := shutil.which(ocrmypdf or "ocrmypdf"):
            yield name, by_ocrmypdf(command)
        else:
            print("not installed: OCRmyPDF (`pip install ocrmypdf` in an environment of its own, then --ocrmypdf PATH)")


def muragat() -> Read:
    """Load the recogniser once, as the program does."""
    settings = Settings(mode=Mode.FORCE_OCR)
    recognizer = load_recognizer(settings)

    def read(path: Path) -> list[str]:
        (source,) = (found for found in find_sources([path]) if isinstance(found, Source))
        pages = read_pages(source, recognizer, settings)
        return ["\n".join(block.text for block in page.blocks) for page in pages]

    return read


def tesseract(path: Path) -> list[str]:
    """Run the command on each page."""
    with tempfile.TemporaryDirectory() as folder:
        return [_run("tesseract", str(image), "-", "-l", PACKS) for image in _images(path, Path(folder))]


def by_ocrmypdf(command: str) -> Read:
    """Run OCRmyPDF on the whole file and take the text it puts beside it."""

    def read(path: Path) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            sidecar, output = Path(folder) / "text.txt", Path(folder) / "out.pdf"
            how = ["--force-ocr", "--rotate-pages", "--output-type", "pdf", "--jobs", "1", "--quiet", "-l", PACKS]
            if path.suffix != ".pdf":
                how += ["--image-dpi", str(_image_dpi(path))]
            _run(command, *how, "--sidecar", str(sidecar), str(path), str(output))
            return sidecar.read_text(encoding="utf-8").split("\f")

    return read


def _images(path: Path, folder: Path) -> Iterator[Path]:
    """Render the pages of a PDF; an image file is its own."""
    if path.suffix != ".pdf":
        yield path
        return
    with pypdfium2.PdfDocument(path) as pdf:
        for number in range(len(pdf)):
            image = folder / f"{number}.png"
            pdf[number].render(scale=DPI / 72, grayscale=True).to_pil().save(image, dpi=(DPI, DPI))
            yield image


def _image_dpi(path: Path) -> int:
    with Image.open(path) as image:
        return round(image.info.get("dpi", (UNKNOWN_DPI,))[0]) or UNKNOWN_DPI


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _good_enough(totals: dict[tuple[str, str], Score], group: str) -> bool:
    ours, theirs = totals.get((group, "muragat")), totals.get((group, "tesseract"))
    if ours is None:
        return True
    within = group != "synthetic_bad" or ours.error <= WORST_BAD
    return within and (theirs is None or ours.error <= theirs.error)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", default="", help="comma-separated; all without")
    parser.add_argument("--readers", default="muragat,tesseract,ocrmypdf", help="comma-separated")
    parser.add_argument("--ocrmypdf", help="path of OCRmyPDF's command, where it is not on PATH")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
