"""Where a section starts and what it is: the answer of every rule about headings."""

from __future__ import annotations

from dataclasses import dataclass

from document import SectionRole


@dataclass(frozen=True, slots=True)
class Start:
    """A section starts at block `first`; its heading ends before block `end` (`first` itself when it has none).

    `rule` is the name of the rule that said so. `level` counts from 1; 0 is a part above all headings.
    """

    first: int
    end: int
    title: str
    level: int
    role: SectionRole
    rule: str
