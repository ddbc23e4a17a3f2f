"""Counts how well a name tagger did: strict F1 by language and label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from document import Label
from models.train.passages import Passage

Score = dict[str, float]


def strict_f1(
    passages: Sequence[Passage], found: Iterable[set[tuple[int, int, Label]]], labels: Collection[Label]
) -> dict[str, Score]:
    """By language and label: 2·right / (found + marked), where right means the same span and label."""
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for passage, spans in zip(passages, found, strict=True):
        marked = {each for each in passage.entities if each[2] in labels}
        for each in spans & marked:
            right[passage.lang.value, each[2].value] += 2
        for each in (*spans, *marked):
            total[passage.lang.value, each[2].value] += 1
    scores: dict[str, Score] = {}
    for key in sorted(total):
        language, label = key
        scores.setdefault(language, {})[label] = round(right[key] / total[key], 3)
    return scores
