"""Pages divided into sections: the order of steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from document import Block, BlockRole, Page, Section, SectionRole
from models.lexicon.headings import load_headings
from pipelines.sections.assembly import assemble_sections, furniture_section
from pipelines.sections.candidate import survey
from pipelines.sections.entries import without_entries
from pipelines.sections.finding import find_headings
from pipelines.sections.levels import give_levels
from pipelines.sections.papers import find_papers, headings_of
from pipelines.sections.shape import begins_low
from pipelines.sections.splitting import cut_free
from pipelines.sections.start import Start
from pipelines.sections.titles import recognise_titles, without_title_page


def divide(pages: Sequence[Page]) -> Iterator[Section]:
    """Give the sections of a document in reading order, last its furniture; every block lands in exactly one."""
    running = running_blocks(pages)
    furniture = [block for page in pages for block in page.blocks if block.role is BlockRole.FURNITURE]
    yield from assemble_sections(running, find_starts(running))
    if furniture:
        yield furniture_section(furniture)


def running_blocks(pages: Sequence[Page]) -> list[Block]:
    """All blocks but furniture, in reading order, headings inside paragraphs cut free."""
    blocks = (block for page in pages for block in page.blocks)
    return list(cut_free([block for block in blocks if block.role is not BlockRole.FURNITURE], load_headings()))


def find_starts(blocks: Sequence[Block]) -> list[Start]:
    """Where sections start and by which rule.

    What stands before the first heading is front matter, unless it goes on with a sentence or no heading follows.
    """
    candidates = survey(blocks, load_headings())
    papers = find_papers(candidates)
    parts = [part for paper in papers for part in headings_of(paper, candidates)]
    taken = {
        index for paper in papers for index in (*range(paper.start, paper.text), *range(paper.signature, paper.end))
    }
    headings = without_entries(list(find_headings(candidates, taken)), candidates)
    headings = without_title_page(headings, candidates)
    headings = list(recognise_titles(headings, candidates))
    first_blocks = {heading.first for heading in headings}
    # A heading that opens the text of a paper makes the untitled start there needless.
    parts = [part for part in parts if part.first not in first_blocks]
    starts = _without_breaks(give_levels(sorted([*parts, *headings], key=lambda heading: heading.first)))
    if blocks and (not starts or starts[0].first > 0):
        excerpt = not any(start.title for start in starts) or begins_low(blocks[0].text)
        role = SectionRole.BODY if excerpt else SectionRole.FRONT_MATTER
        starts.insert(0, Start(0, 0, "", 0, role, "opening"))
    return starts


def _without_breaks(starts: Sequence[Start]) -> list[Start]:
    """Drop the starts that would part front matter from front matter."""
    kept: list[Start] = []
    for start in starts:
        before = kept[-1] if kept else None
        opens = before is None and start.first > 0
        goes_on = before is not None and not before.title and before.role is SectionRole.FRONT_MATTER
        if (opens or goes_on) and not start.title and start.role is SectionRole.FRONT_MATTER:
            continue
        kept.append(start)
    return kept
