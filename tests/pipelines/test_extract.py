"""The line, called as it reads: a file in, the records the command writes out."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

from document import Settings, Source
from ingest.sources import find_sources
from pipelines.extract import extract
from pipelines.keys import make_keys
from pipelines.records import DocumentRecord
from pipelines.store import FileSummary, Given, Store, read_records
from pipelines.tasks import Finished, Opened, desk, finish_file, open_file, read_page
from pipelines.worker import Step

NOTE = Path(__file__).resolve().parents[2] / "samples" / "note.txt"
Result = TypeVar("Result")


def ended(task: Generator[Step, None, Result]) -> Result:
    """What a task by steps returns."""
    while True:
        try:
            next(task)
        except StopIteration as end:
            result: Result = end.value
            return result


def test_the_line_gives_what_the_tasks_of_a_run_write(tmp_path: Path) -> None:
    (source,) = find_sources([NOTE])
    assert isinstance(source, Source)
    settings = Settings()
    tools = desk(settings).tools
    records = list(extract(source, tools, settings))
    store = Store(str(tmp_path), make_keys(settings, tools.producer), Given(120.0))
    assert ended(open_file(source, settings, store, True)) == Opened((1,))
    assert read_page(source, 1, settings, store).unkept is None
    assert isinstance(finish_file(source, (1,), {}, settings, store), FileSummary)
    written = store.output_path(source)
    assert list(read_records(written)) == records
    assert isinstance(records[0], DocumentRecord)
    assert len(records) > 1
    written.unlink()
    assert isinstance(ended(open_file(source, settings, store, False)), Finished)
    assert list(read_records(written)) == records
