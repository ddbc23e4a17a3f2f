"""What is done with a damaged file to see what becomes of it: everything but recognising and tagging."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Sequence
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec

from document import Failure, Settings, Source
from errors import SourceError
from ingest.pages import open_reader
from ingest.sources import find_sources
from models.language.detector import load_detector
from pipelines.extract import assemble
from pipelines.records import ProducerRecord
from pipelines.tasks import Untagging
from pipelines.tools import Tools
from pipelines.worker import Step
from tests.fuzz.mutations import Seed, damaged
from tests.fuzz.seeds import make_seeds

MOST_PAGES = 2
# Whole sheets are too large to be painted, small ones are not: time goes into what a change can reach.
SETTINGS = Settings(max_image_mpixels=0.4)


class Surprise(msgspec.Struct, frozen=True):
    """A damaged file did what it should not: raised what is no failure of a file, or gave records that lie."""

    number: int
    what: str


class Found(msgspec.Struct, frozen=True):
    """How many files came to what end, and those that did what they should not."""

    ends: dict[str, int]
    surprises: list[Surprise]


@cache
def tools() -> Tools:
    """Tools that load nothing heavy."""
    recognizer: Any = SimpleNamespace(version="0", recognize=lambda raster: ())
    return Tools(recognizer, load_detector(), Untagging(), ProducerRecord("0", "0", {}))


@cache
def seeds() -> Sequence[Seed]:
    """The good files, made once in each process."""
    return make_seeds()


def prepare() -> None:
    """Load what every probe needs."""
    tools()
    seeds()


def probe_all(numbers: Sequence[int], folder: str, seconds: float) -> Generator[Step, None, Found]:
    """Probe the damaged files of these numbers, each a step."""
    ends, surprises = Counter[str](), []
    for number in numbers:
        yield Step(number, seconds)
        file = damaged(seeds(), number)
        path = Path(folder) / file.name
        path.write_bytes(file.body)
        try:
            ends[probe(path)] += 1
        except MemoryError:
            raise  # a worker that has no memory left must say so and end
        except Exception as error:  # noqa: BLE001 - it is what is looked for
            surprises.append(Surprise(number, f"{type(error).__name__}: {error}"))
        path.unlink()
    return Found(dict(ends), surprises)


def probe(path: Path) -> str:
    """Read a file as the line does, pages to records, and say how it ended."""
    (source,) = find_sources([path])
    if isinstance(source, Failure):
        return f"not read: {source.reason.value}"
    try:
        return _records(source)
    except SourceError as error:
        return f"not opened: {error.failure.reason.value}"


def _records(source: Source) -> str:
    at = tools()
    with open_reader(source) as reader:
        pages = [reader.read(number, at.recognizer, SETTINGS) for number in reader.numbers[:MOST_PAGES]]
    records = list(assemble(source, pages, at))
    for record in records:
        msgspec.json.encode(record).decode("utf-8")
    failed = sum(page.failure is not None for page in pages)
    return "read" if not failed else "partly read" if failed < len(pages) else "no page read"
