"""The whole grammar: every rule of every label over one text."""

from __future__ import annotations

import msgspec

from models.lexicon import Lexicon
from pipelines.entities import articles, camps, cases, dates, fonds, orders
from pipelines.entities.candidate import Candidate

LABELS = (fonds, orders, articles, cases, camps, dates)


def find_all(text: str, lexicon: Lexicon) -> tuple[Candidate, ...]:
    """Find every candidate of the grammar, sorted by place; those of different labels may overlap."""
    found = [
        msgspec.structs.replace(candidate, confidence=lexicon.confidence(candidate.by))
        for label in LABELS
        for candidate in label.find(text, lexicon)
    ]
    return tuple(sorted(found, key=lambda one: (one.start, -one.end, one.label)))
