"""A stretch of text that a name tagger marks."""

from __future__ import annotations

import msgspec

from document import Label


class Span(msgspec.Struct, frozen=True):
    """Characters `start:end` as `label`, with the tagger's confidence from 0 to 1."""

    start: int
    end: int
    label: Label
    confidence: float = 1.0
