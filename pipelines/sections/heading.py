"""A heading found, before its level is known: what kind of heading, from which block to which, by which rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from document import SectionRole
from pipelines.sections.numbering import Numbering


class Standing(StrEnum):
    """What decides the level of a heading."""

    TITLE = "title"
    WORDING = "wording"
    NUMBER = "number"
    LOOK = "look"
    PAPER = "paper"
    MOVE = "move"
    UNTITLED = "untitled"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule says of a block: a heading of this standing and role."""

    standing: Standing
    role: SectionRole = SectionRole.BODY


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading from block `first` up to, not with, block `end`; `end` is `first` where a part has no heading."""

    first: int
    end: int
    title: str
    answer: Answer
    rule: str
    numbering: Numbering | None = None
    look: tuple[bool, bool, bool, int] = (False, False, False, 0)
