"""Speed and memory of reading scans by OCR, beside OCRmyPDF: `python bench/speed.py`.

    python bench/speed.py [--pages 6] [--rounds 2] [--ocrmypdf PATH]

Reads pages evenly taken from each file, layout with them but no names, in a process of its own. Seconds are processor
time, start and loading with them; memory is the most that process ever held, engines with it. The last column is how
many times as many pages two such processes at once read in a second as one does; it falls on a busy machine. OCRmyPDF
runs with `-l kaz+rus+eng --rotate-pages --deskew --force-ocr --output-type pdf`, one job, on the same pages. The large
page is a sheet of A3 at 600 dpi, typed for it.

Wanted: 2.5 times the pages of OCRmyPDF in a processor-second, 1.85 times the pages with two processes; 350 MB, 500 for
the large page.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

os.environ["OMP_THREAD_LIMIT"] = "1"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from document import Mode, Settings, Source
from ingest.ocr import load_recognizer
from ingest.pages import read_pages
from ingest.sources import find_sources

SHARED = Path(__file__).resolve().parents[1] / ".." / "shared"
FILES = ("seeds/thesis-kk-scan-60p.pdf", "scans/rus_soviet_typescript_whole")
THEIRS = "-q -j 1 -l kaz+rus+eng --rotate-pages --deskew --force-ocr --output-type pdf"
FACE = Path("/usr/share/fonts/truetype/freefont/FreeMono.ttf")  # Debian package fonts-freefont-ttf
LARGE_DPI = 600
LARGE = (7016, 9921)  # pixels of A3
LARGE_LINE = "Қазалы уезінің тұрғыны Сүгірұлы; протокол заседания тройки от 14 сентября 1933 года, дело № 3187"


@dataclass(frozen=True, slots=True)
class Run:
    """Processor seconds, megabytes at most (of one process) and seconds by the clock."""

    seconds: float
    megabytes: float
    clock: float


@dataclass(frozen=True, slots=True)
class Speed:
    """So many pages read by one process of ours, by two at once (each all of them), and by OCRmyPDF if it is there."""

    name: str
    pages: int
    one: Run
    two: Run
    theirs: Run | None

    @property
    def times(self) -> float | None:
        """How many times as many pages in a processor-second as OCRmyPDF."""
        return self.theirs.seconds / self.one.seconds if self.theirs else None

    @property
    def gain(self) -> float:
        """How many times as many pages two processes read in a second as one."""
        return 2 * self.one.clock / self.two.clock


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=6, help="of each file")
    parser.add_argument("--rounds", type=int, default=2, help="the best of so many is told")
    parser.add_argument("--ocrmypdf", help="path of OCRmyPDF's command, where it is not on PATH")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.read:
        read(options.read)
        return 0
    print(f"{'':34}{'pages':>6}{'Muragat':>10}{'OCRmyPDF':>10}{'times':>7}{'memory':>9}{'two processes':>15}")
    for speed in measure(options.pages, shutil.which(options.ocrmypdf or "ocrmypdf"), options.rounds):
        print(shown(speed))
    print(f"{'a page of A3 at 600 dpi':68}{large_page().megabytes:6.0f} MB")
    return 0


def shown(speed: Speed) -> str:
    """A row of the table."""
    theirs = f"{speed.theirs.seconds / speed.pages:8.2f} s{speed.times:7.2f}" if speed.theirs else f"{'–':>10}{'–':>7}"
    ours = f"{speed.one.seconds / speed.pages:8.2f} s"
    return f"{speed.name:34}{speed.pages:6}{ours}{theirs}{speed.one.megabytes:6.0f} MB{speed.gain:15.2f}"


def measure(count: int, ocrmypdf: str | None, rounds: int = 2) -> Iterator[Speed]:
    """Measure on `count` pages of each file that is there; OCRmyPDF by its command. The best of some rounds is told.

    In a round all run in turn, so that what else the machine does meets all alike.
    """
    for name in FILES:
        place = SHARED / name
        if not place.exists():
            print(f"skipped: no {place}")
            continue
        with tempfile.TemporaryDirectory() as folder:
            sample = Path(folder) / "sample.pdf"
            pages = take(sorted(place.glob("*.pdf")) if place.is_dir() else [place], count, sample)
            one, two, theirs = [], [], []
            for _ in range(rounds):
                one.append(_read(sample))
                two.append(_read(sample, times=2))
                if ocrmypdf:
                    theirs.append(_run([ocrmypdf, *THEIRS.split(), str(sample), str(Path(folder) / "out.pdf")]))
            yield Speed(place.stem[:32], pages, _best(one), _best(two), _best(theirs) if theirs else None)


def _best(runs: Sequence[Run]) -> Run:
    """The least of each: other work on the machine only ever adds to it."""
    return Run(*(min(getattr(run, field.name) for run in runs) for field in fields(Run)))


def large_page() -> Run:
    """Read a page of A3 at 600 dpi, full of text."""
    with tempfile.TemporaryDirectory() as folder:
        image = Image.new("L", LARGE, 235)
        draw, face = ImageDraw.Draw(image), ImageFont.truetype(str(FACE), 12 * LARGE_DPI / 72)
        for row in range(90):
            draw.text((500, 500 + row * 98), LARGE_LINE, font=face, fill=30, stroke_width=2)
        image.save(Path(folder) / "large.png", dpi=(LARGE_DPI, LARGE_DPI))
        return _read(Path(folder) / "large.png")


def take(files: Sequence[Path], count: int, path: Path) -> int:
    """Write `count` pages of each file, evenly taken, to one; answers how many there are."""
    with pypdfium2.PdfDocument.new() as sample:
        for file in files:
            with pypdfium2.PdfDocument(file) as pdf:
                chosen = sorted({len(pdf) * (2 * step + 1) // (2 * count) for step in range(count)})
                sample.import_pages(pdf, chosen)
        sample.save(path)
        return len(sample)


def read(path: Path) -> None:
    """Read a file as a worker does, and print the most memory held, in kilobytes."""
    settings = Settings(mode=Mode.FORCE_OCR)
    recognizer = load_recognizer(settings)
    (source,) = (found for found in find_sources([path]) if isinstance(found, Source))
    for page in read_pages(source, recognizer, settings):
        if page.failure:
            raise SystemExit(page.failure.message)
    # What getrusage tells begins with what the process that started this one held.
    held = next(line for line in Path("/proc/self/status").read_text("ascii").splitlines() if line.startswith("VmHWM"))
    print(held.split()[1])


def _read(path: Path, times: int = 1) -> Run:
    return _run([sys.executable, __file__, "--read", str(path)], times)


def _run(command: Sequence[str], times: int = 1) -> Run:
    """Run a command so many times at once; what it prints last is the memory it held."""
    started, before = time.monotonic(), os.times()
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) for _ in range(times)
    ]
    printed = [process.communicate()[0] for process in running]
    clock, after = time.monotonic() - started, os.times()
    if any(process.returncode for process in running):
        raise SystemExit(f"failed: {' '.join(command)}")
    held = [int(text.split()[-1]) / 1024 for text in printed if text.strip().isdigit()]
    seconds = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(seconds, max(held, default=0.0), clock)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
