"""How a rule of the grammar is written: a pattern, and a short named function that reads what matched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import regex

from document import Label, Value
from models.lexicon import Lexicon
from pipelines.entities.candidate import Candidate

Match = regex.Match[str]
Starts = Callable[[str], tuple[int, ...]]


class Found(NamedTuple):
    """What a rule read: the span and, where it understood it, the value."""

    start: int
    end: int
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class PatternRule:
    """Every match of `pattern` is offered to `read`, which answers with what it found, or None to refuse.

    `starts` tells where alone in a text the pattern can match, in order, if that is known; looking there is faster.
    """

    name: str
    label: Label
    pattern: regex.Pattern[str]
    read: Callable[[Match, Lexicon], Found | None]
    starts: Starts | None = None

    def __call__(self, text: str, lexicon: Lexicon) -> Iterator[Candidate]:
        """Find every candidate of this rule in `text`, left to right."""
        for match in self.matches(text):
            found = self.read(match, lexicon)
            if found is not None and found.end > found.start:
                yield Candidate(found.start, found.end, self.label, f"rule:{self.name}", 1.0, found.value)

    def matches(self, text: str) -> Iterator[Match]:
        """Every match of the pattern, left to right; none overlaps the one before."""
        if self.starts is None:
            yield from self.pattern.finditer(text)
            return
        end = 0
        for start in self.starts(text):
            match = self.pattern.match(text, start) if start >= end else None
            if match is not None:
                yield match
                end = match.end()


def rule(
    label: Label, pattern: str, flags: int = 0, starts: Starts | None = None
) -> Callable[[Callable[[Match, Lexicon], Found | None]], PatternRule]:
    """Make a rule of the function it stands above; the rule's name is the function's, with hyphens."""
    compiled = regex.compile(pattern, flags)

    def wrap(read: Callable[[Match, Lexicon], Found | None]) -> PatternRule:
        return PatternRule(read.__name__.replace("_", "-"), label, compiled, read, starts)

    return wrap


def longest(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Keep of overlapping candidates the longest, of equally long ones the first offered; sorted by place."""
    kept: list[Candidate] = []
    taken: set[int] = set()
    for candidate in sorted(candidates, key=lambda one: (one.start - one.end, one.start)):
        if candidate.start not in taken and candidate.end - 1 not in taken:
            kept.append(candidate)
            taken.update(range(candidate.start, candidate.end))
    return sorted(kept, key=lambda one: one.start)
