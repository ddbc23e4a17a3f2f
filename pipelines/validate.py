"""Whether a JSONL file keeps the promises of the schema, and those that a schema cannot say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipelines.records import DocumentRecord, SectionRecord, read_record


def find_problems(path: Path) -> Iterator[str]:
    """What is wrong, as `line: message`; nothing for a valid file. `OSError` when it cannot be read."""
    document: DocumentRecord | None = None
    number = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                record = read_record(line)
            except ValueError as error:
                yield f"{number}: {error}"
                continue
            if isinstance(record, DocumentRecord):
                document = record
                if record.id != record.source.sha256[:16]:
                    yield f"{number}: the id {record.id} is not the beginning of the file's sha256"
                continue
            yield from (f"{number}: {problem}" for problem in section_problems(record, document))
            yield from (f"{number}: {problem}" for problem in _page_problems(record, document))
    if number == 0:
        yield "1: the file is empty; the first line must be a document record"


def _page_problems(section: SectionRecord, document: DocumentRecord | None) -> Iterator[str]:
    """Pages that the section speaks of and its document does not have."""
    known = {page.page for page in document.pages} if document else set[int]()
    named = {*section.pages, *(part.page for part in (*section.blocks, *section.entities))}
    if document and named - known:
        yield f"section {section.id} speaks of pages {sorted(named - known)}, which its document does not have"


def section_problems(section: SectionRecord, document: DocumentRecord | None) -> Iterator[str]:
    """What is wrong with a section record that the schema cannot say."""
    if document is None or section.document != document.id:
        yield f"section {section.id} stands under no document record of its own"
    position = 0
    for block in section.blocks:
        if not position <= block.start <= block.end <= len(section.text):
            yield f"block {block.start}:{block.end} does not follow the one before within the text"
        position = block.end
    position = 0
    for entity in section.entities:
        if not position <= entity.start < entity.end <= len(section.text):
            yield f"{entity.label} {entity.start}:{entity.end} overlaps the one before or leaves the text"
        elif (there := section.text[entity.start : entity.end]) != entity.text:
            yield f"{entity.label} {entity.start}:{entity.end} is {there!r}, not {entity.text!r}"
        position = max(position, entity.end)
