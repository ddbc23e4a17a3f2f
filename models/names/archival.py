"""The archival name tagger: a conditional random field over the features of tokens, the only user of CRFsuite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pycrfsuite

from document import Label, Language
from errors import MissingToolError
from models.names.features import FeatureMaker
from models.names.span import Span
from models.names.tokens import Token, cut

FILE = Path(__file__).resolve().parent / "archival.crfsuite"
OUTSIDE = "O"
LABELS = (Label.PERSON, Label.ORG, Label.LOC, Label.CAMP)
PARAMETERS = {
    "c1": 0.05,
    "c2": 0.1,
    "max_iterations": 100,
    "feature.possible_transitions": True,
}
Opinions = Mapping[str, Sequence[Span]]


class Archival:
    """The archival tagger, loaded."""

    def __init__(self, tagger: pycrfsuite.Tagger, features: FeatureMaker) -> None:
        self.tagger = tagger
        self.features = features

    def find(self, text: str, language: Language, opinions: Opinions) -> Iterator[Span]:
        """The names of a text, with the tagger's own probability of each."""
        tokens = cut(text)
        if not tokens:
            return
        self.tagger.set(self.features.describe(tokens, language, opinions))
        tags = self.tagger.tag()
        for first, last, label in spans_of(tags):
            sure = min(self.tagger.marginal(tags[place], place) for place in range(first, last + 1))
            if last + 1 < len(tokens):
                sure = min(sure, 1 - self.tagger.marginal(f"I-{label}", last + 1))
            yield Span(tokens[first].start, tokens[last].end, Label(label), sure)


def load_archival(features: FeatureMaker, file: Path = FILE) -> Archival:
    """Load the weights; `MissingToolError` when they are not there."""
    if not file.is_file():
        raise MissingToolError(f"The name tagger {file} is missing: run `python -m models.train.names`.")
    tagger = pycrfsuite.Tagger()
    tagger.open(str(file))
    return Archival(tagger, features)


def learn(examples: Iterable[tuple[list[list[str]], list[str]]], file: Path) -> None:
    """Learn from features and tags of texts; the same examples give the same file."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for features, tags in examples:
        trainer.append(features, tags)
    trainer.set_params(PARAMETERS)
    trainer.train(str(file))


def tags_for(tokens: Sequence[Token], spans: Iterable[tuple[int, int, Label]]) -> list[str]:
    """One tag a token for marked spans: `B-LOC` where one begins, `I-LOC` where it goes on, `O` elsewhere."""
    tags = [OUTSIDE] * len(tokens)
    for start, end, label in spans:
        touched = [place for place, token in enumerate(tokens) if token.start < end and token.end > start]
        for place in touched:
            tags[place] = f"{'B' if place == touched[0] else 'I'}-{label.value}"
    return tags


def spans_of(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """First token, last token and label of each span that the tags mark."""
    first: int | None = None
    for place, tag in enumerate([*tags, OUTSIDE]):
        goes_on = first is not None and tag == f"I-{tags[first][2:]}"
        if first is not None and not goes_on:
            yield first, place - 1, tags[first][2:]
            first = None
        if first is None and tag != OUTSIDE:
            first = place
