"""Trains the general name tagger on the corpora of others."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span
from spacy.training import Example
from thinc.api import fix_random_seed

from models.names.general import new_pipeline, save
from models.train.passages import Passage, endlessly, shouted

SEED = 1937
STEPS = 2_600
WORDS = 1_500
"""Tokens of one step."""
DROPOUT = 0.25
SHOUTED = 0.06
"""Share of passages learned in capitals."""


def train_general(passages: Sequence[Passage], folder: Path, steps: int = STEPS) -> None:
    """Learn from `passages`, save to `folder`; same passages, same weights."""
    fix_random_seed(SEED)
    chance = random.Random(SEED)  # noqa: S311 - order of learning, not a secret
    pipeline = new_pipeline()
    optimizer = pipeline.initialize(lambda: [example(pipeline, passage) for passage in passages[:200]])
    varied = (shouted(each) if chance.random() < SHOUTED else each for each in endlessly(passages, chance))
    for step, batch in enumerate(batches((example(pipeline, each) for each in varied), WORDS), start=1):
        losses: dict[str, float] = {}
        pipeline.update(batch, drop=DROPOUT, sgd=optimizer, losses=losses)
        if step % 100 == 0:
            print(f"step {step} of {steps}: loss {losses['ner']:.0f}", flush=True)
        if step >= steps:
            break
    with pipeline.use_params(optimizer.averages):
        save(pipeline, folder)


def batches(examples: Iterable[Example], words: int) -> Iterator[list[Example]]:
    """Examples in groups of about `words` tokens."""
    batch: list[Example] = []
    size = 0
    for each in examples:
        batch.append(each)
        size += len(each.reference)
        if size >= words:
            yield batch
            batch, size = [], 0


def example(pipeline: Pipeline, passage: Passage) -> Example:
    """A passage as spaCy learns it; what does not fall on tokens is left undecided."""
    reference = pipeline.make_doc(passage.text)
    marked: list[Span] = []
    undecided: list[Span] = []
    for start, end, label in passage.entities:
        span = reference.char_span(start, end, label=label.value)
        if span is not None:
            marked.append(span)
        else:
            undecided.append(rounded(reference, start, end))
    taken = {place for span in marked for place in range(span.start, span.end)}
    free = [span for span in undecided if taken.isdisjoint(range(span.start, span.end))]
    reference.set_ents(marked, missing=free)
    return Example(pipeline.make_doc(passage.text), reference)


def rounded(doc: Doc, start: int, end: int) -> Span:
    """The tokens that these characters touch."""
    touched = [token.i for token in doc if token.idx < end and token.idx + len(token) > start]
    return Span(doc, touched[0], touched[-1] + 1)
