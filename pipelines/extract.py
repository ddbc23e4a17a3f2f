"""The line: from a file to its records. Read this first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from document import Failure, Page, Settings, Source
from ingest.furniture import mark_furniture
from ingest.pages import read_pages
from pipelines.language import mark_languages
from pipelines.records import Record, make_records
from pipelines.sections import divide
from pipelines.tools import Tools


def extract(source: Source, tools: Tools, settings: Settings) -> Iterator[Record]:
    """Turn one file into its document record and its section records."""
    pages = read_pages(source, tools.recognizer, settings)
    return assemble(source, pages, tools)


def assemble(source: Source, pages: Iterable[Page], tools: Tools, failures: Iterable[Failure] = ()) -> Iterator[Record]:
    """Turn pages that were read, now or in an earlier run, into the records of their file."""
    pages = mark_furniture(pages)
    pages = tuple(mark_languages(pages, tools.detector))
    sections = map(tools.tagger.tag_section, divide(pages))
    return make_records(source, pages, sections, tools.producer, failures)
