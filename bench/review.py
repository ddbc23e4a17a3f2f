"""The review page over a large archive, and the searchable PDF: how fast, how much memory, how true.

Usage: python bench/review.py [--documents 10000] [--folder FOLDER]

Makes documents with a hundred entities each (invented names and texts), indexes them, serves them with the real
command, asks over HTTP, and looks at scanned samples. Asked for: 3,000 sections indexed a second; one new file in the
index within 1 s; 95 of 100 searches within 100 ms; the page of a 300 dpi scan within 800 ms, within 100 ms the second
time; server and its worker within 300 MB; 0.99 of the words of a searchable PDF found, its file at most 1.1 × the scan.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import httpx2 as httpx
import msgspec

from document import (
    BlockRole,
    Box,
    DateValue,
    FondsValue,
    Label,
    Language,
    MediaType,
    Method,
    NameValue,
    OrderValue,
    PersonValue,
    SectionRole,
    Value,
)
from pipelines.entities.name_key import name_key
from pipelines.outputs import read_outputs
from pipelines.records import (
    MENTIONS,
    AnyMention,
    BlockRecord,
    DocumentRecord,
    PageRecord,
    ProducerRecord,
    SectionRecord,
    SourceRecord,
)
from pipelines.review.index import Index

ROOT = Path(__file__).resolve().parents[1]
SECTIONS, MENTIONS_EACH = 12, 9
"""Sections of a document, and entities in each but its last, which has one."""
SCANS = ("letter-kk.pdf", "order-ru.pdf", "troika-ru.pdf", "memorial-list.pdf", "three-languages.pdf", "photo-en.jpg")
SURNAMES, GIVEN, PLACES, WORDS = (
    line.split()
    for line in (
        "Сәрсенов Жұмабаев Оспанов Қасымов Петренко Соколов Ткачёв Ибраев Әбенов Нұрпейісов Lindqvist Ashcombe",
        "Әлихан Ғабит Мұхтар Иван Пётр Гүлнәр Сәуле Анна Otto Harold Қайрат Ермек Тимур Вера",
        "Қарқаралы Верный Акмолинск Ұлытау Семипалатинск Көкшетау Карабас Москва Karaganda Ақтөбе",
        "және туралы бұйрық хаттама облысы аудан ауыл колхоз тергеу айыпталған куә жауап берді күні жылы тыңдалды "
        "протокол допрос постановление решение область район аул свидетель показал обвинение приговор справка "
        "order report the of in and witness district settlement sentence inquiry letter committee archive",
    )
)


class Maker:
    """Makes documents of invented text, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - texts, not secrets
        # Most words of a language are rare: a long tail of made-up ones beside those everybody uses.
        rare = {"".join(self._random.choices("абғдеқйләмнөрстұ", k=self._random.randint(4, 10))) for _ in range(40_000)}
        self._words = [*WORDS, *sorted(rare)]
        self._weights = [1.0 / (place + 1) for place in range(len(self._words))]
        self._prose = self._random.choices(self._words, self._weights, k=200_000)

    def document(self, number: int) -> Iterator[DocumentRecord | SectionRecord]:
        """The records of one document of as many pages as sections."""
        digest = sha256(str(number).encode()).hexdigest()
        source = SourceRecord(f"фонд-{number // 500:02}/іс-{number:05}.pdf", digest, 100_000, MediaType.PDF)
        pages = tuple(
            PageRecord(
                page, Method.OCR, "no text layer; raw reading", 595.0, 842.0, 0, 0.0, 300, Language.KK,
                round(self._random.betavariate(12, 1.5), 3), 900, (),
            )
            for page in range(1, SECTIONS + 1)
        )  # fmt: skip
        producer = ProducerRecord("0.1.0", "5", {})
        yield DocumentRecord("1.0", digest[:16], source, pages, {Language.KK: 0.7, Language.RU: 0.3}, producer, ())
        for section in range(1, SECTIONS + 1):
            yield self._section(digest[:16], section)

    def _section(self, document: str, number: int) -> SectionRecord:
        text, blocks, mentions = "", list[BlockRecord](), list[AnyMention]()
        box = Box(72.0, 90.0, 520.0, 130.0)
        for place in range(3):
            start = len(text)
            for _ in range(MENTIONS_EACH // 3 if number < SECTIONS else place // 2):
                text += self._some(12) + " "
                label, words, value = self._named()
                first, sure = len(text), round(self._random.betavariate(6, 1), 3)
                text += words
                mentions.append(MENTIONS[label](first, len(text), words, number, box, sure, "model:names-kk", value))
                text += " "
            text += self._some(30)
            role = BlockRole.PARAGRAPH
            blocks.append(BlockRecord(start, len(text), number, box, Language.KK, Method.OCR, 0.93, role))
            text += "\n"
        title, text = f"{number}-бөлім", text.removesuffix("\n")
        return SectionRecord(
            document, f"{document}/{number:04}", 1, (title,), SectionRole.BODY, title, Language.KK, (number, number),
            text, tuple(blocks), tuple(mentions),
        )  # fmt: skip

    def _some(self, count: int) -> str:
        start = self._random.randrange(len(self._prose) - count)
        return " ".join(self._prose[start : start + count])

    def _named(self) -> tuple[Label, str, Value]:
        pick = self._random
        match pick.choices(range(5), (40, 25, 25, 5, 5))[0]:
            case 0:
                surname, given = pick.choice(SURNAMES) + pick.choice(("", "а", "ұлы")), pick.choice(GIVEN)
                turn = pick.randrange(400)
                surname = f"{surname[:3]}{chr(0x430 + turn % 32)}{chr(0x430 + turn // 32)}{surname[3:]}"
                name = f"{surname} {given}"
                return Label.PERSON, name, PersonValue(name, name_key(surname, given), surname, given)
            case 1:
                day = f"19{pick.randint(17, 60)}-{pick.randint(1, 12):02}-{pick.randint(1, 28):02}"
                return Label.DATE, ".".join(reversed(day.split("-"))), DateValue(day)
            case 2:
                place = pick.choice(PLACES)
                return Label.LOC, place, NameValue(place)
            case 3:
                fonds, file = str(pick.randint(1, 300)), str(pick.randint(1, 900))
                words = f"ЦГА РК. Ф. {fonds}. Оп. 1. Д. {file}"
                return Label.FONDS, words, FondsValue(words, "ЦГА РК", fonds, "1", file)
        number = str(pick.randint(1, 2000))
        return Label.ORDER, f"приказ № {number}", OrderValue("order", number=number)


def make(out: Path, numbers: range) -> None:
    """Write the records of documents as a run would."""
    maker, encode = Maker(1937), msgspec.json.Encoder(order="deterministic").encode
    for number in numbers:
        document, *sections = maker.document(number)
        file = out / f"{document.source.path}.jsonl"  # type: ignore[union-attr]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"".join(encode(each) + b"\n" for each in (document, *sections)))


def queries() -> list[str]:
    """Two hundred addresses of every kind that searches."""
    pick = random.Random(7)  # noqa: S311 - as above
    made = []
    for number in range(200):
        surname, place, word = pick.choice(SURNAMES), pick.choice(PLACES), pick.choice(WORDS)
        year = pick.randint(1917, 1959)
        made.append(
            (
                f"/search?q={word}",
                f"/search?q={surname[:4]}*",
                f'/search?q="{word} {pick.choice(WORDS)}"',
                f"/search?q={place} {word} {pick.choice(WORDS)}",
                f"/search?q={surname[:3]}*&label=PERSON",
                f"/search?label=DATE&since={year}-03&until={year}-04",
                f"/search?q={place}&label=LOC&least=0.9",
                f"/search?label=PERSON&most=0.3&first={pick.randrange(200)}",
                f"/search?q={word}&document={pick.randint(1, 100)}",
                f"/names/person?begin={surname[:2]}",
                f"/search?q={word}&language=kk&first={pick.randrange(500)}",
                f"/search?since={year}&q={place}",
            )[number % 12]
        )
    return made


def memory_of_tree(process: int) -> float:
    """Megabytes that a process and what it started hold now, what they share counted once."""
    tasks, held = [process], 0.0
    while tasks:
        task = tasks.pop()
        try:
            told = Path(f"/proc/{task}/smaps_rollup").read_text("ascii")
            for thread in Path(f"/proc/{task}/task").iterdir():
                tasks += map(int, (thread / "children").read_text("ascii").split())
        except OSError:
            continue
        held += int(re.search(r"Pss:\s+(\d+)", told)[1]) / 1024  # type: ignore[index]
    return held


@contextmanager
def served(out: Path) -> Iterator[tuple[httpx.Client, int]]:
    """The real command over `out`: a client that may read, and the id of the process."""
    command = [sys.executable, str(ROOT / "cli.py"), "review", str(out), "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        address = next(found[0] for line in process.stderr or () if (found := re.search(r"http://[^/]+", line)))
        with httpx.Client(base_url=address, timeout=60, follow_redirects=True) as client:
            yield client, process.pid
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(20)


def processor_milliseconds(process: int) -> float:
    """What the threads of a process have spent so far, to the nanosecond; unlike the clock, true on a busy machine."""
    threads = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(each.read_text("ascii").split()[0]) for each in threads) / 1e6


def timed(client: httpx.Client, address: str) -> float:
    """Milliseconds until an address has answered."""
    began = time.perf_counter()
    answer = client.get(address)
    answer.raise_for_status()
    return 1000 * (time.perf_counter() - began)


def measure_archive(out: Path, documents: int) -> Iterator[tuple[str, str, str]]:
    """The rows about a large archive."""
    if not any(out.iterdir()):
        make(out, range(documents))
    index = Index(out)
    index.file.unlink(missing_ok=True)
    began, first = time.perf_counter(), os.times()
    index.update()
    took, after = time.perf_counter() - began, os.times()
    here = after.user + after.system - first.user - first.system
    readers = after.children_user + after.children_system - first.children_user - first.children_system
    sections = documents * SECTIONS
    # On a busy machine the clock says little: two cores at rest would need the greater of what one is given, and half.
    alone = sections / max(here, (here + readers) / 2)
    told = f"{sections / took:,.0f}/s; {here:.0f} s of the processor here, {readers:.0f} s in readers: {alone:,.0f}/s"
    yield f"index of {documents:,} documents, {documents * 100:,} entities", "3,000 sections/s", told
    make(out, range(documents, documents + 1))
    began = time.perf_counter()
    index.update()
    yield "update after one new file", "1.00 s", f"{time.perf_counter() - began:.2f} s"
    with served(out) as (client, process):
        answers, busy = list[float](), list[float]()
        for address in queries():
            before = processor_milliseconds(process)
            answers.append(timed(client, address))
            busy.append(processor_milliseconds(process) - before)
        for name, wanted, place in (("95th percentile of 200", "100 ms", 189), ("median", "", 99)):
            told = f"{sorted(answers)[place]:.0f} ms, {sorted(busy)[place]:.0f} of the processor"
            yield f"search, {name}", wanted, told
        for name in ("/", "/documents", "/pages", "/names/person", "/names/date?key=1937-07-01", "/holdings", "/years"):
            yield f"  {name}", "", f"{timed(client, name):.0f} ms"
        yield "memory of the server", "300 MB", f"{memory_of_tree(process):.0f} MB"


def measure_scans(folder: Path) -> Iterator[tuple[str, str, str]]:
    """The rows about scans: how soon a page is seen, and the searchable PDF."""
    out, inputs = folder / "scans", folder / "in"
    inputs.mkdir()
    for name in SCANS:
        shutil.copy(ROOT / "samples" / name, inputs)
    run = [sys.executable, str(ROOT / "cli.py")]
    subprocess.run([*run, "run", str(inputs), "-o", str(out), "-j", "1", "-q"], check=True)
    with served(out) as (client, process):
        for again in (False, True):
            took = [
                sum(timed(client, f"/documents/{number}/1{part}") for part in ("", "/image?width=1400"))
                for number in range(1, len(SCANS) + 1)
            ]
            name, wanted = ("cached", "100 ms") if again else ("first view", "800 ms")
            yield (
                f"page of a 300 dpi scan, {name}",
                wanted,
                f"{statistics.median(took):.0f} ms, slowest {max(took):.0f}",
            )
        yield "memory with the worker that draws", "300 MB", f"{memory_of_tree(process):.0f} MB"
    subprocess.run([*run, "export", str(out), "--to", "searchable-pdf", "-o", str(folder / "pdf")], check=True)
    there = whole = 0
    sizes: list[tuple[int, int]] = []
    for output in read_outputs([out]):
        made = next((folder / "pdf").glob(f"{output.name}*"))
        command = ["pdftotext", "-raw", str(made), "-"]
        found = Counter(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())
        words = Counter(word for section in output.sections for word in section.text.split())
        there += (words & found).total()
        whole += words.total()
        sizes.append((made.stat().st_size, (inputs / output.name).stat().st_size))
    yield "words of the record in the searchable PDF", "0.990", f"{there / whole:.3f} of {whole}"
    for made_bytes, scan in sorted(sizes):
        yield f"searchable PDF of a scan of {scan // 1000} kB", "1.10 ×", f"{made_bytes / scan:.2f} ×"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, help="where to make things; by default a new one, removed at the end")
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="muragat-review-"))
    (folder / "archive").mkdir(parents=True, exist_ok=True)
    try:
        print(f"{'what':52} {'wanted':18} seen")
        for what, wanted, seen in chain(measure_archive(folder / "archive", given.documents), measure_scans(folder)):
            print(f"{what:52} {wanted:18} {seen}", flush=True)
    finally:
        if given.folder is None:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
