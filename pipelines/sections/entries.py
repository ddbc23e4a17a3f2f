"""Entries of a list told from headings: many of one look in a row, little under each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pipelines.sections.candidate import Candidate
from pipelines.sections.heading import Heading, Standing

FEWEST_ENTRIES = 5
LONGEST_ENTRY = 450  # characters
MOST_BLOCKS = 2


def without_entries(headings: Sequence[Heading], candidates: Sequence[Candidate]) -> list[Heading]:
    """The headings but those that are names in a memorial list, questions of a form, words of a glossary.

    Where each stands at the head of its own page, as on slides, they stay.
    """
    kept: list[Heading] = []
    bounds = [heading.first for heading in headings] + [len(candidates)]
    sized = [(heading, candidates[heading.end : end]) for heading, end in zip(headings, bounds[1:], strict=True)]
    for _, group in groupby(sized, key=_kind):
        run = list(group)
        entries = [heading for heading, content in run if _is_entry(heading, content, candidates)]
        drop = entries if len(entries) >= FEWEST_ENTRIES and len(entries) * 4 >= len(run) * 3 else []
        kept += [heading for heading, _ in run if heading not in drop]
    return kept


def _kind(sized: tuple[Heading, Sequence[Candidate]]) -> tuple[object, ...]:
    heading, _ = sized
    if heading.answer.standing is not Standing.LOOK:
        return (heading.first,)
    return (Standing.LOOK, *heading.look)


def _is_entry(heading: Heading, content: Sequence[Candidate], candidates: Sequence[Candidate]) -> bool:
    heads_page = heading.first == 0 or candidates[heading.first - 1].block.page != candidates[heading.first].block.page
    short = sum(len(candidate.text) for candidate in content) <= LONGEST_ENTRY and len(content) <= MOST_BLOCKS
    return short and not heads_page
