"""Runs over many files: what they outlive, how fast they are, what they hold in memory.

Usage: python bench/batch.py [--rows hostile,kills,dask,…] [--kills 50] [--small 10000] [--long 2000] [--dask 60]

Each row makes what it needs in a folder of its own and runs the real command. Asked for:

hostile    the hostile PDFs in one run by two workers: each accounted for, no traceback, no worker over 1 GB, 10 minutes
kills      parent, worker or both killed at random moments: the same bytes in the end, no page that was kept read again
small      one-page text PDFs: 30 a second with two workers, the parent within 200 MB, a finished run resumed in 15 s
long       a long text PDF: its memory within 1.2 of a fortieth of it
overhead   the command beside the line called directly: at most 5 % more processor time
dask       a scan, two workers of a Dask cluster beside two here: at least 0.9 times as fast, the same bytes
dask-kill  one of two Dask workers killed half way: the same bytes, no page that was kept read again
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

ROOT = Path(__file__).resolve().parents[1]
HOSTILE = ROOT / ".." / "shared" / "hostile"
SCAN = ROOT / ".." / "shared" / "seeds" / "thesis-kk-scan-60p.pdf"
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
MEGABYTE = 1e6
MOST_WORKER_MB, MOST_PARENT_MB = 1000, 200
FILES_A_SECOND, RESUME_SECONDS, HOSTILE_SECONDS = 30, 15, 600
LONG_RATIO, LONG_PART, OVERHEAD = 1.2, 40, 1.05
KILL_PAGES, KILL_FILES = 60, 10
DASK_SPEED = 0.9
LOOK_SECONDS = 0.1

PEOPLE = ("Ахмет Оспанов", "Сәуле Нұрғалиева", "Иван Петрович Лаптев", "Ғабит Өмірзақов", "Мария Кравченко")
PLACES = ("Қарағанды", "Ақтөбе", "Семипалатинск", "Көкшетау", "Петропавловск")


@dataclass
class Peaks:
    """The most megabytes that the parent, and any of its workers, was seen to hold."""

    parent: float = 0.0
    worker: float = 0.0


@dataclass
class Run:
    """A command that ran to its end: seconds by the clock and of the processor, its exit code and what it said."""

    seconds: float
    processor: float
    code: int
    said: str
    peaks: Peaks = field(default_factory=Peaks)


def muragat(inputs: Path, out: Path, *options: str) -> list[str]:
    return [sys.executable, str(ROOT / "cli.py"), "run", str(inputs), "-o", str(out), "--no-progress", *options]


def run(command: Sequence[str]) -> Run:
    """Run a command to its end and watch what it holds."""
    began, before = time.monotonic(), _processor_seconds()
    peaks = Peaks()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        process = subprocess.Popen(command, cwd=ROOT, stderr=said, stdout=subprocess.DEVNULL)
        while process.poll() is None:
            peaks.parent = max(peaks.parent, _megabytes(process.pid))
            peaks.worker = max([peaks.worker, *map(_megabytes, children_of(process.pid))])
            time.sleep(LOOK_SECONDS)
        said.seek(0)
        text = said.read()
    return Run(time.monotonic() - began, _processor_seconds() - before, process.returncode, text, peaks)


def children_of(parent: int) -> list[int]:
    """The processes that `parent` started and that still run (Linux)."""
    try:
        threads = list(Path(f"/proc/{parent}/task").iterdir())
        return [int(child) for thread in threads for child in (thread / "children").read_text("ascii").split()]
    except OSError:
        return []


def workers_of(parent: int) -> list[int]:
    """Its children that work; Python's tracker of resources is one that does not."""
    return [child for child in children_of(parent) if b"resource_tracker" not in _command_of(child)]


def _command_of(process: int) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b"resource_tracker"


def _megabytes(process: int) -> float:
    try:
        return int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / MEGABYTE
    except (OSError, IndexError):
        return 0.0


def _processor_seconds() -> float:
    spent = os.times()
    return spent.children_user + spent.children_system


def report(row: str, figures: str, *, good: bool) -> bool:
    print(f"{row:<10} {'ok  ' if good else 'MISS'} {figures}", flush=True)
    return good


def hostile(folder: Path, options: argparse.Namespace) -> bool:
    if not HOSTILE.exists():
        print(f"hostile    skipped: {HOSTILE} is not here")
        return True
    found = {path.relative_to(HOSTILE).as_posix() for path in HOSTILE.rglob("*.pdf")}
    done = run(muragat(HOSTILE, folder / "out", "-j", "2", "--page-timeout", str(options.page_timeout)))
    told = json.loads((folder / "out" / "run.json").read_text("utf-8"))
    named = {one["name"] for one in told["inputs"]}
    statuses = Counter(one["status"] for one in told["inputs"])
    reasons = Counter(failure["reason"] for one in told["inputs"] for failure in one["failures"])
    missing = found - named
    good = not missing and "Traceback" not in done.said and done.code == 4
    good = good and done.peaks.worker <= MOST_WORKER_MB and done.seconds <= HOSTILE_SECONDS
    figures = f"{len(found)} files, {len(missing)} unaccounted for, {dict(statuses)}, failures {dict(reasons)}; "
    figures += f"{done.seconds:.0f} s ({done.processor:.0f} of processor), worker {done.peaks.worker:.0f} MB, "
    return report("hostile", figures + f"parent {done.peaks.parent:.0f} MB, exit code {done.code}", good=good)


def kills(folder: Path, options: argparse.Namespace) -> bool:
    """Kill, again and again; whenever a run comes to its end, compare and begin anew."""
    inputs, dice = folder / "in", random.Random(options.seed)  # noqa: S311 - dice
    make_scans(inputs)
    plain = run(muragat(inputs, folder / "plain", "-j", "2"))
    expected = outputs(folder / "plain")
    made, rounds, wrong, again = Counter[str](), 0, 0, 0
    while made.total() < options.kills:
        out = folder / f"out{rounds}"
        again += kill_until_done(inputs, out, made, options.kills, plain.seconds, dice)
        wrong += outputs(out) != expected
        rounds += 1
        shutil.rmtree(out)
        told = f"{made.total()} kills, {wrong} runs with other bytes, {again} kept pages read again"
        print(f"{'':<10} so far {told}", file=sys.stderr, flush=True)
    figures = f"{made.total()} kills ({dict(made)}) in {rounds} runs of {KILL_PAGES} pages: "
    figures += f"{wrong} runs with other bytes, {again} kept pages read again"
    return report("kills", figures, good=not wrong and not again and len(expected) == KILL_FILES)


def kill_until_done(inputs: Path, out: Path, made: Counter[str], most: int, seconds: float, dice: random.Random) -> int:
    """Kill and start until a run is left to come to its end; answer how many kept pages were read again."""
    kept: dict[Path, int] = {}
    while True:
        jobs = dice.choice(("1", "2", "3"))
        process = subprocess.Popen(muragat(inputs, out, "-j", jobs), cwd=ROOT, stderr=subprocess.DEVNULL)
        until = time.monotonic() + dice.uniform(0, seconds)
        while made.total() < most and process.poll() is None:
            time.sleep(max(until - time.monotonic(), 0))
            kind = dice.choice(("parent", "worker", "both"))
            victims = dice.sample(workers, 1) if (workers := workers_of(process.pid)) and kind != "parent" else []
            victims += [process.pid] if kind != "worker" else []
            for victim in victims:
                try:
                    os.kill(victim, signal.SIGKILL)
                except ProcessLookupError:
                    continue
            made[kind] += bool(victims)
            kept |= pages_of(out)
            if kind != "worker":
                break
            until = time.monotonic() + dice.uniform(0, seconds)
        if process.wait() == 0:
            now = pages_of(out)
            return sum(now.get(path) != when for path, when in kept.items())


def pages_of(out: Path) -> dict[Path, int]:
    """The pages kept in an output folder, and when each was written."""
    return {path: path.stat().st_mtime_ns for path in (out / ".muragat" / "pages").rglob("*.page")}


def outputs(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*.jsonl")}


def small(folder: Path, options: argparse.Namespace) -> bool:
    inputs = folder / "in"
    for number in range(options.small):
        make_letter(inputs / f"{number // 1000:03}" / f"{number:05}.pdf", [number])
    first = run(muragat(inputs, folder / "out", "-j", "2", "-q"))
    before = outputs(folder / "out")
    again = run(muragat(inputs, folder / "out", "-j", "2", "-q"))
    rate, worth = options.small / first.seconds, 2 * options.small / first.processor
    resume = again.seconds * 10_000 / options.small
    good = max(rate, worth) >= FILES_A_SECOND and first.peaks.parent <= MOST_PARENT_MB and first.code == again.code == 0
    good = good and resume <= RESUME_SECONDS and len(before) == options.small and outputs(folder / "out") == before
    figures = f"{options.small} files, {rate:.1f} a second by the clock, {worth:.1f} for two seconds of processor; "
    figures += f"parent {first.peaks.parent:.0f} MB, worker {first.peaks.worker:.0f} MB; "
    return report("small", figures + f"resumed in {again.seconds:.1f} s ({resume:.1f} for 10,000)", good=good)


def long(folder: Path, options: argparse.Namespace) -> bool:
    held = []
    for pages in (options.long // LONG_PART, options.long):
        file = folder / f"{pages}.pdf"
        make_letter(file, range(pages))
        held.append(run(muragat(file, folder / str(pages), "-j", "2", "-q")))
    short, whole = (done.peaks.worker for done in held)
    parents = "/".join(f"{done.peaks.parent:.0f}" for done in held)
    good = whole <= LONG_RATIO * short and all(done.code == 0 for done in held)
    figures = (
        f"{options.long} pages: worker {whole:.0f} MB, ×{whole / short:.2f} of {options.long // LONG_PART} pages, "
    )
    return report("long", figures + f"parent {parents} MB, {held[1].processor:.0f} s of processor", good=good)


DIRECT = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from document import Settings
from ingest.sources import find_sources
from pipelines.extract import extract
from pipelines.tools import load_tools
settings = Settings()
tools = load_tools(settings)
for source in find_sources([Path({inputs!r})]):
    for record in extract(source, tools, settings):
        pass
"""


def overhead(folder: Path, options: argparse.Namespace) -> bool:
    """Loading costs the same both ways, so it is part of both."""
    inputs = folder / "in"
    make_scans(inputs, options.overhead)
    direct = run([sys.executable, "-c", DIRECT.format(root=str(ROOT), inputs=str(inputs))])
    batch = run(muragat(inputs, folder / "out", "-j", "1", "-q"))
    ratio = batch.processor / direct.processor
    figures = (
        f"{options.overhead} pages: {batch.processor:.1f} s of processor, {direct.processor:.1f} directly, ×{ratio:.3f}"
    )
    return report("overhead", figures, good=ratio <= OVERHEAD and batch.code == direct.code == 0)


def dask(folder: Path, options: argparse.Namespace) -> bool:
    """On a machine with other work to do the processor's seconds tell more than the clock's."""
    if not SCAN.exists():
        print(f"dask       skipped: {SCAN} is not here")
        return True
    chosen = ("-j", "2", "-q", "--pages", f"1-{options.dask}")
    here = run(muragat(SCAN, folder / "here", *chosen))
    there = run(muragat(SCAN, folder / "there", *chosen, "--engine", "dask"))
    speed, worth = here.seconds / there.seconds, here.processor / there.processor
    same = outputs(folder / "here") == outputs(folder / "there") != {}
    figures = (
        f"{options.dask} pages: ×{speed:.2f} the speed by the clock ({here.seconds:.0f} s, {there.seconds:.0f} s), "
    )
    figures += f"×{worth:.2f} by the processor; {'the same' if same else 'OTHER'} bytes"
    return report("dask", f"{figures}; {there.said}".strip("; \n"), good=same and max(speed, worth) >= DASK_SPEED)


def dask_kill(folder: Path, options: argparse.Namespace) -> bool:
    inputs, out, dice = folder / "in", folder / "out", random.Random(options.seed)  # noqa: S311 - dice
    make_scans(inputs)
    run(muragat(inputs, folder / "plain", "-j", "2"))
    process = subprocess.Popen(muragat(inputs, out, "-j", "2", "-q", "--engine", "dask"), cwd=ROOT)
    while len(kept := pages_of(out)) < KILL_PAGES // 2 and process.poll() is None:
        time.sleep(LOOK_SECONDS)
    killed = dice.choice(workers_of(process.pid))
    os.kill(killed, signal.SIGKILL)
    code, now = process.wait(), pages_of(out)
    again = sum(now.get(path) != when for path, when in kept.items())
    same = outputs(out) == outputs(folder / "plain") != {}
    figures = (
        f"{KILL_PAGES} pages, one of two workers killed after {len(kept)}: {'the same' if same else 'OTHER'} bytes, "
    )
    return report("dask-kill", figures + f"{again} kept pages read again", good=same and not again and code == 0)


def make_letter(path: Path, numbers: Sequence[int] | range) -> None:
    """A text PDF of invented letters, one page for each number."""
    if "DejaVu" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("DejaVu", FONT))
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), pagesize=(420, 595), invariant=1)
    for number in numbers:
        canvas.setFont("DejaVu", 10)
        for place, line in enumerate(letter(number)):
            canvas.drawString(40, 540 - 16 * place, line)
        canvas.showPage()
    canvas.save()


def letter(number: int) -> Iterator[str]:
    """Six lines in two languages that name people, a place, a day and an order, all invented."""
    who, other = PEOPLE[number % 5], PEOPLE[(number // 5) % 5]
    place, day, year = PLACES[number % 5], number % 28 + 1, 1930 + number % 20
    yield f"{year} жылғы {day} шілдеде {who} {place} қаласында"
    yield f"тұтқынға алынды. № {number:05} бұйрық бойынша іс қаралды."
    yield "Үкім шығарылғаннан кейін отбасына хабар берілген жоқ."
    yield f"Выписка из протокола № {number} от {day} июля {year} года."
    yield f"Слушали дело, где свидетелем проходит {other},"
    yield f"житель города {place}. Постановили: дело прекратить."


def make_scans(folder: Path, pages: int = KILL_PAGES) -> None:
    """Small scanned pages of two lines each, six to a file."""
    folder.mkdir(parents=True)
    font = ImageFont.truetype(FONT, 26)
    each = KILL_PAGES // KILL_FILES
    for file in range(0, pages, each):
        canvas = Canvas(str(folder / f"іс {file:03}.pdf"), pagesize=(210, 60), invariant=1)
        for number in range(file, min(file + each, pages)):
            image = Image.new("L", (840, 240), 245)
            pen = ImageDraw.Draw(image)
            for place, line in enumerate(list(letter(number))[::3]):
                pen.text((20, 60 + 60 * place), line, font=font, fill=30)
            canvas.drawImage(ImageReader(image), 0, 0, 210, 60)
            canvas.showPage()
        canvas.save()


ROWS: dict[str, Callable[[Path, argparse.Namespace], bool]] = {
    "hostile": hostile,
    "kills": kills,
    "small": small,
    "long": long,
    "overhead": overhead,
    "dask": dask,
    "dask-kill": dask_kill,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", default=",".join(ROWS))
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--small", type=int, default=10_000)
    parser.add_argument("--long", type=int, default=2000)
    parser.add_argument("--overhead", type=int, default=60, metavar="PAGES")
    parser.add_argument("--dask", type=int, default=60, metavar="PAGES")
    parser.add_argument("--page-timeout", type=float, default=60.0, help="for the hostile row")
    parser.add_argument("--seed", type=int, default=1937)
    options = parser.parse_args()
    good = []
    for row in options.rows.split(","):
        with tempfile.TemporaryDirectory(prefix="muragat-bench-") as folder:
            good.append(ROWS[row](Path(folder), options))
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
