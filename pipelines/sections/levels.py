"""Levels, paths and inherited roles: what a heading's standing means among the headings before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from document import SectionRole
from pipelines.sections.heading import Heading, Standing
from pipelines.sections.numbering import Scheme
from pipelines.sections.start import Start

OF_ONE_KIND = {SectionRole.APPENDIX, SectionRole.REFERENCES, SectionRole.NOTES, SectionRole.ABBREVIATIONS}
TITLES = {Standing.TITLE, Standing.PAPER}
ABOVE_ALL = {SectionRole.HEADER, SectionRole.FRONT_MATTER}


class Seen(msgspec.Struct, frozen=True):
    """What the headings so far establish: titles above all, parts above chapters, chapters above bare numbers."""

    base: int = 0
    parts: bool = False
    chapters: bool = False


@dataclass(slots=True)
class Levels:
    """Gives levels in reading order; built for one document and thrown away."""

    seen: Seen = field(default_factory=Seen)
    starts: list[Start] = field(default_factory=list)
    level_of_look: dict[tuple[bool, bool, bool, int], int] = field(default_factory=dict)

    def add(self, heading: Heading) -> None:
        """Give the next heading its level and its role."""
        self.seen = _after(self.seen, heading)
        level = self._level(heading)
        if heading.title and heading.answer.standing is not Standing.MOVE:
            self.level_of_look[heading.look] = level
        role = self._role(heading, level)
        self.starts.append(Start(heading.first, heading.end, heading.title, level, role, heading.rule))

    def _level(self, heading: Heading) -> int:
        base = self.seen.base
        match heading.answer.standing:
            case Standing.TITLE | Standing.PAPER:
                return 1
            case Standing.WORDING:
                return base + 1
            case Standing.NUMBER:
                return base + _depth(heading, self.seen)
            case Standing.MOVE:
                return base + 1
            case Standing.UNTITLED:
                return self._untitled(heading)
            case Standing.LOOK:
                return self._by_look(heading)

    def _by_look(self, heading: Heading) -> int:
        """The level of the last heading that looked the same; otherwise one below the heading above."""
        known = self.level_of_look.get(heading.look)
        if known is not None:
            return max(known, self.seen.base + 1)
        above = next((start for start in reversed(self.starts) if start.title), None)
        return min(above.level + 1, 6) if above is not None else self.seen.base + 1

    def _untitled(self, heading: Heading) -> int:
        if heading.answer.role in ABOVE_ALL:
            return 1 if self.starts else 0
        return self.seen.base + 1

    def _role(self, heading: Heading, level: int) -> SectionRole:
        """Parts of an appendix or of references are appendix and references themselves."""
        role = heading.answer.role
        last = self.starts[-1].role if self.starts else role
        if last is SectionRole.RESOLVED and heading.numbering and heading.numbering.scheme is Scheme.PARAGRAPH:
            return last  # § 1, § 2 … are what an order resolves
        if role is not SectionRole.BODY or not heading.title:
            return role
        above = next((start for start in reversed(self.starts) if start.title and start.level < level), None)
        return above.role if above is not None and above.role in OF_ONE_KIND else role


def give_levels(headings: Sequence[Heading]) -> list[Start]:
    """Turn headings into starts of sections, in the same order."""
    levels = Levels()
    for heading in headings:
        levels.add(heading)
    return levels.starts


def _after(seen: Seen, heading: Heading) -> Seen:
    scheme = heading.numbering.scheme if heading.numbering and heading.answer.standing is Standing.NUMBER else None
    return Seen(
        base=1 if heading.answer.standing in TITLES else seen.base,
        parts=seen.parts or scheme is Scheme.PART,
        chapters=seen.chapters or scheme in {Scheme.CHAPTER, Scheme.ROMAN},
    )


def _depth(heading: Heading, seen: Seen) -> int:
    """How deep its number puts a heading, from 1: a § or a bare number stands below chapters where there are any."""
    numbering = heading.numbering
    if numbering is None:
        return 1
    parts = int(seen.parts)
    match numbering.scheme:
        case Scheme.PART | Scheme.APPENDIX:
            return 1
        case Scheme.CHAPTER:
            return parts + numbering.depth
        case Scheme.ROMAN:
            return parts + 1
        case Scheme.PARAGRAPH:
            return parts + 1 + int(seen.chapters)
        case Scheme.DECIMAL:
            return parts + numbering.depth + int(seen.chapters and numbering.depth == 1)
