"""Speed and memory of reading scans by OCR, beside OCRmyPDF: `python bench/speed.py`.

    python bench/speed.py [--pages 6] [--ocrmypdf PATH]

Reads pages evenly taken from each file, layout with them but no names, in a process of its own. Seconds are processor
time, memory is the most that process ever held, engines with it. The last column is how many times as many pages two
such processes at once read in a second as one does. OCRmyPDF runs with `-l kaz+rus+eng --rotate-pages --deskew
--force-ocr --output-type pdf`, one job, on the same pages.

Wanted: 2.5 times the pages of OCRmyPDF in a processor-second, 350 MB, 1.85 times the pages with two processes.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

os.environ["OMP_THREAD_LIMIT"] = "1"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pypdfium2

from document import Mode, Settings, Source
from ingest.ocr import load_recognizer
from ingest.pages import read_pages
from ingest.sources import find_sources

SHARED = Path(__file__).resolve().parents[2] / "shared"
FILES = ("seeds/thesis-kk-scan-60p.pdf", "scans/rus_soviet_typescript_whole")
THEIRS = "-q -j 1 -l kaz+rus+eng --rotate-pages --deskew --force-ocr --output-type pdf"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=6, help="of each file")
    parser.add_argument("--ocrmypdf", help="path of OCRmyPDF's command, where it is not on PATH")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.read:
        read(options.read)
        return 0
    command = shutil.which(options.ocrmypdf or "ocrmypdf")
    print(f"{'':34}{'pages':>6}{'Muragat':>10}{'OCRmyPDF':>10}{'times':>7}{'memory':>9}{'two processes':>15}")
    for name in FILES:
        place = SHARED / name
        if not place.exists():
            print(f"skipped: no {place}")
            continue
        with tempfile.TemporaryDirectory() as folder:
            sample = Path(folder) / "sample.pdf"
            pages = take(sorted(place.glob("*.pdf")) if place.is_dir() else [place], options.pages, sample)
            ours, memory, wall = _run([sys.executable, __file__, "--read", str(sample)])
            *_, both = _run([sys.executable, __file__, "--read", str(sample)], times=2)
            theirs = None
            if command:
                theirs, *_ = _run([command, *THEIRS.split(), str(sample), str(Path(folder) / "out.pdf")])
        compared = f"{theirs / pages:8.2f} s{theirs / ours:7.2f}" if theirs else f"{'–':>10}{'–':>7}"
        print(f"{place.stem[:32]:34}{pages:6}{ours / pages:8.2f} s{compared}{memory:6.0f} MB{2 * wall / both:15.2f}")
    return 0


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
    """Read a file as a worker does."""
    settings = Settings(mode=Mode.FORCE_OCR)
    recognizer = load_recognizer(settings)
    (source,) = (found for found in find_sources([path]) if isinstance(found, Source))
    for _ in read_pages(source, recognizer, settings):
        pass


def _run(command: Sequence[str], times: int = 1) -> tuple[float, float, float]:
    """Processor seconds, megabytes and seconds of a command, run so many times at once."""
    started, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    running = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(times)]
    if any(process.wait() for process in running):
        raise SystemExit(f"failed: {' '.join(command)}")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    return seconds, used.ru_maxrss / 1024, time.monotonic() - started


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
