"""One thing that may be an entity: what a rule or a name tagger proposes before agreement decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from document import Label, Value
from models.lexicon import Lexicon


class Candidate(msgspec.Struct, frozen=True, omit_defaults=True):
    """`start:end` of the text as `label`; `by` names the rule (`rule:order`) or the model."""

    start: int
    end: int
    label: Label
    by: str
    confidence: float = 1.0
    value: Value | None = None


Rule = Callable[[str, Lexicon], Iterator[Candidate]]
