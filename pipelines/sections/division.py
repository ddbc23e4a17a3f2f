"""Pages divided into sections: the order of steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from document import Block, BlockRole, Page, Section, SectionRole
from pipelines.sections.assembly import assemble_sections, furniture_section
from pipelines.sections.start import Start


def divide(pages: Sequence[Page]) -> Iterator[Section]:
    """Give the sections of a document in reading order, last its furniture; every block lands in exactly one."""
    blocks = [block for page in pages for block in page.blocks]
    running = [block for block in blocks if block.role is not BlockRole.FURNITURE]
    furniture = [block for block in blocks if block.role is BlockRole.FURNITURE]
    if running:
        yield from assemble_sections(running, find_starts(running))
    if furniture:
        yield furniture_section(furniture)


def find_starts(blocks: Sequence[Block]) -> list[Start]:
    """Where sections start; the first start is always the first block."""
    starts = [
        Start(index, index + 1, " ".join(block.text.split()), 1, SectionRole.BODY, "marked")
        for index, block in enumerate(blocks)
        if block.role is BlockRole.HEADING
    ]
    if not starts or starts[0].first > 0:
        starts.insert(0, Start(0, 0, "", 0, SectionRole.FRONT_MATTER, "opening"))
    return starts
