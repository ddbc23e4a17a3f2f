"""What people corrected, as passages to learn from: each block that somebody looked at, with its entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from document import Label, Language
from pipelines.corrected import Corrected
from pipelines.corrections import digest_of
from pipelines.records import BlockRecord, SectionRecord
from pipelines.store import write_whole


class Passage(msgspec.Struct, frozen=True):
    """A passage in the form of the training data: entities as start, end, label."""

    id: str
    lang: Language
    source: str
    text: str
    entities: tuple[tuple[int, int, Label], ...]


def write_gold(documents: Iterable[Corrected], file: Path) -> None:
    """Write one JSON line for every block that was changed or in which an entity was added, altered or confirmed."""
    write_whole(file, (msgspec.json.encode(passage) + b"\n" for each in documents for passage in passages(each)))


def passages(corrected: Corrected) -> Iterator[Passage]:
    """The corrected blocks of a file. An entity that runs over a block's end is left out: it is whole in neither."""
    for section in corrected.output.sections:
        for number, block in enumerate(section.blocks, start=1):
            text = section.text[block.start : block.end]
            if text and (block.page, digest_of(text)) in corrected.touched:
                name = f"{section.id}/{number}"
                source = corrected.output.name
                yield Passage(name, block.language, source, text, tuple(_entities(section, block)))


def _entities(section: SectionRecord, block: BlockRecord) -> Iterator[tuple[int, int, Label]]:
    for mention in section.entities:
        if block.start <= mention.start and mention.end <= block.end:
            yield mention.start - block.start, mention.end - block.start, mention.label
