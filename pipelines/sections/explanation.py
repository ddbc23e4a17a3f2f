"""The debug view: which rule made each heading, and which veto kept a block from being one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from document import Page
from models.lexicon.headings import load_headings
from pipelines.sections.candidate import survey
from pipelines.sections.division import find_starts, running_blocks
from pipelines.sections.finding import judge, survey_document


@dataclass(frozen=True, slots=True)
class Explanation:
    """A block that a rule took for a start: its level where it became one, the veto where it did not."""

    page: int
    text: str
    rule: str
    level: int | None = None
    veto: str = ""


def explain(pages: Sequence[Page]) -> Iterator[Explanation]:
    """Give in reading order every start with its rule, and every block that a rule wanted and a veto refused."""
    blocks = running_blocks(pages)
    candidates = survey(blocks, load_headings())
    findings = survey_document(candidates)
    starts = {start.first: start for start in find_starts(blocks)}
    for index, block in enumerate(blocks):
        start = starts.get(index)
        if start is not None:
            yield Explanation(block.page, start.title or block.text, start.rule, start.level)
            continue
        verdict = judge(candidates, index, findings, in_list=None)
        if verdict.rule and verdict.veto:
            yield Explanation(block.page, block.text, verdict.rule, veto=verdict.veto)
