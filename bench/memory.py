"""Memory and time against length: the first pages of a long document beside all of it.

Usage: python bench/memory.py [FILE] [--first 20]

Runs the reading alone (text layer or OCR, layout, furniture) and the whole line, each in processes of its own, and
sums the memory of the whole tree of processes. Asked for: a peak within 1.2 of the short run's, the same time a page.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from document import Settings
from ingest.furniture import mark_furniture
from ingest.ocr import load_recognizer
from ingest.pages import open_reader, read_pages
from ingest.sources import find_sources

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / ".." / "shared" / "seeds" / "thesis-kk.pdf"
MEMORY_RATIO = 1.2
TIME_RATIO = 1.25
LOOK_SECONDS = 0.1
MEGABYTE = 1024.0


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of so many pages took: megabytes at its peak and seconds of the processor."""

    pages: int
    megabytes: float
    seconds: float


def measure(command: list[str], pages: int) -> Run:
    """Run a command to its end and answer what it and its descendants took; it must succeed."""
    began = _processor_seconds()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, memory_of_tree(process.pid))
        time.sleep(LOOK_SECONDS)
    if process.returncode:
        raise SystemExit(f"exit code {process.returncode}: {' '.join(command)}")
    return Run(pages, peak, _processor_seconds() - began)


def _processor_seconds() -> float:
    """What ended children and their children took: unlike the clock, the same on a busy machine."""
    spent = os.times()
    return spent.children_user + spent.children_system


def memory_of_tree(root: int) -> float:
    """Resident megabytes of a process and its descendants, what they share counted once (Linux)."""
    children = defaultdict(list)
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            parent = _field(entry / "status", "PPid:")
            if parent is not None:
                children[parent].append(int(entry.name))
    tree, total = [root], 0
    for process in tree:
        tree += children[process]
        total += _field(Path(f"/proc/{process}/smaps_rollup"), "Pss:") or 0
    return total / MEGABYTE


def _field(file: Path, name: str) -> int | None:
    try:
        text = file.read_text(encoding="ascii", errors="replace")
    except OSError:  # the process has ended
        return None
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith(name)), None)


def read_only(file: Path, last: int) -> None:
    """Read the first pages of a file and do nothing with them."""
    (source,) = find_sources([file])
    settings = Settings(pages=((1, last),))
    for _ in mark_furniture(read_pages(source, load_recognizer(settings), settings)):  # type: ignore[arg-type]
        pass


def count_pages(file: Path) -> int:
    """How many pages a file has."""
    (source,) = find_sources([file])
    with open_reader(source) as reader:  # type: ignore[arg-type]
        return len(reader.numbers)


def compare(name: str, runs: Sequence[Run]) -> bool:
    """Print the runs of the first pages, of half and of all, and whether they keep to what is asked.

    Loading is left out of the time: a page of the second half is held against a page before it.
    """
    first, half, every = runs
    for run in runs:
        print(f"{name:<12} {run.pages:>6} {run.megabytes:>9.0f} {run.seconds:>9.1f} {run.seconds / run.pages:>9.3f}")
    memory = every.megabytes / first.megabytes
    early = max((half.seconds - first.seconds) / (half.pages - first.pages), 1e-9)
    late = (every.seconds - half.seconds) / (every.pages - half.pages)
    print(f"{'':<12} memory ×{memory:.2f} (≤ {MEMORY_RATIO}), a later page ×{late / early:.2f} (≤ {TIME_RATIO})")
    return memory <= MEMORY_RATIO and late / early <= TIME_RATIO


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?", default=FILE)
    parser.add_argument("--first", type=int, default=20, metavar="PAGES")
    parser.add_argument("--read-only", type=int, metavar="PAGES", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.file.exists():
        print(f"skipped: {options.file} is not here")
        return 0
    if options.read_only:
        read_only(options.file, options.read_only)
        return 0
    count = count_pages(options.file)
    lengths = (options.first, (options.first + count) // 2, count)
    print(f"{'part':<12} {'pages':>6} {'peak MB':>9} {'seconds':>9} {'s/page':>9}")
    python, file = sys.executable, str(options.file)
    reading = [measure([python, __file__, file, "--read-only", str(last)], last) for last in lengths]
    whole = []
    for last in lengths:
        with tempfile.TemporaryDirectory() as folder:
            command = [python, "cli.py", "run", file, "-o", folder, "-j", "1", "--pages", f"1-{last}", "-q"]
            whole.append(measure(command, last))
    good = [compare("reading", reading), compare("whole line", whole)]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
