"""Blocks and the starts among them put together as sections, with texts and offsets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import msgspec

from document import Block, BlockRole, Section, SectionRole
from ingest.continuation import does_continue
from pipelines.language import main_language
from pipelines.sections.start import Start

MOST_OF = 0.8


def assemble_sections(blocks: Sequence[Block], starts: Sequence[Start]) -> Iterator[Section]:
    """Sections in reading order, the notes of each after it; each block lands in exactly one, the first start is 0."""
    path: list[Start] = []
    bounds = [start.first for start in starts] + [len(blocks)]
    for start, (first, end) in zip(starts, pairwise(bounds), strict=True):
        path = [above for above in path if above.level < start.level]
        if start.title:
            path.append(start)
        titles = tuple(part.title for part in path)
        text, notes = _apart(_marked(blocks[first:end], start), start)
        yield make_section(text, replace(start, role=_role_by_content(text, start)), titles)
        if notes:
            yield make_section(notes, Start(first, first, "", start.level + 1, SectionRole.NOTES, "notes"), titles)


def _apart(blocks: Sequence[Block], start: Start) -> tuple[Sequence[Block], Sequence[Block]]:
    """The running text, its sentences going on past the notes of a page, and the notes; what is all notes stays."""
    notes = [block for block in blocks if block.role is BlockRole.NOTE]
    if len(notes) + start.end - start.first >= len(blocks):
        return blocks, ()
    text: list[Block] = []
    for place, block in enumerate(blocks):
        if block.role is BlockRole.NOTE:
            continue
        after_note = place > 0 and blocks[place - 1].role is BlockRole.NOTE and text
        goes_on = does_continue(text[-1], block) if after_note else block.continues
        text.append(msgspec.structs.replace(block, continues=goes_on))
    return text, notes


def _role_by_content(blocks: Sequence[Block], start: Start) -> SectionRole:
    """A part of the body that holds little but tables is a table."""
    content = blocks[start.end - start.first :]
    tables = sum(len(block.text) for block in content if block.role is BlockRole.TABLE)
    letters = sum(len(block.text) for block in content)
    return SectionRole.TABLE if start.role is SectionRole.BODY and tables > MOST_OF * letters else start.role


def make_section(blocks: Sequence[Block], start: Start, path: tuple[str, ...] = ()) -> Section:
    """One section of these blocks, its text joined as `Section` promises."""
    text, starts = join_texts(blocks)
    return Section(
        level=start.level,
        path=path,
        role=start.role,
        title=start.title,
        text=text,
        blocks=tuple(blocks),
        starts=starts,
        language=main_language(blocks),
    )


def join_texts(blocks: Sequence[Block]) -> tuple[str, tuple[int, ...]]:
    """Join texts by a line break, or by a space where a block continues the one before; give each block's offset."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for block in blocks:
        separator = "" if not parts else " " if block.continues else "\n"
        starts.append(length + len(separator))
        parts.append(separator + block.text)
        length += len(parts[-1])
    return "".join(parts), tuple(starts)


def furniture_section(blocks: Sequence[Block]) -> Section:
    """Page headers, footers and numbers of the whole document, kept together at its end."""
    return make_section(blocks, Start(0, 0, "", 0, SectionRole.FURNITURE, "furniture"))


def _marked(blocks: Sequence[Block], start: Start) -> Sequence[Block]:
    """Blocks of a heading say that they are one, and that their lines belong together."""
    heading = start.end - start.first
    return [
        msgspec.structs.replace(block, role=BlockRole.HEADING, continues=index > 0) if index < heading else block
        for index, block in enumerate(blocks)
    ]
