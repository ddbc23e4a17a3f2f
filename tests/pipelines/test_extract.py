"""The line, called as it reads: a file in, the records the command writes out."""

from __future__ import annotations

from pathlib import Path

from document import Settings, Source
from ingest.sources import find_sources
from pipelines.extract import extract
from pipelines.records import DocumentRecord
from pipelines.store import Store, read_records
from pipelines.tasks import count_pages, desk, finish_file, read_page

NOTE = Path(__file__).resolve().parents[2] / "samples" / "note.txt"


def test_the_line_gives_what_the_tasks_of_a_run_write(tmp_path: Path) -> None:
    (source,) = find_sources([NOTE])
    assert isinstance(source, Source)
    settings = Settings()
    tools = desk(settings).tools
    records = list(extract(source, tools, settings))
    store = Store.of(tmp_path, settings, tools.producer)
    numbers = count_pages(source, settings)
    assert numbers == (1,)
    assert read_page(source, 1, settings, store) is None
    finish_file(source, (1,), {}, settings, store)
    assert list(read_records(store.output_path(source))) == records
    assert isinstance(records[0], DocumentRecord)
    assert len(records) > 1
