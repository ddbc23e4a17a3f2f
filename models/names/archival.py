"""The archival name tagger: a conditional random field over the features of tokens, the only user of CRFsuite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pycrfsuite

from document import Label, Language
from errors import MissingToolError
from models.names.calibration import PLAIN, Calibration, load_calibration
from models.names.features import FeatureMaker
from models.names.span import Span
from models.names.tokens import Token

FILE = Path(__file__).resolve().parent / "archival.crfsuite"
OUTSIDE = "O"
LABELS = (Label.PERSON, Label.ORG, Label.LOC, Label.CAMP)
PARAMETERS = {
    "c1": 0.05,
    "c2": 0.1,
    "max_iterations": 60,
    "feature.possible_transitions": True,
}
Opinions = Mapping[str, Sequence[Span]]


class Archival:
    """The archival tagger, loaded."""

    def __init__(self, tagger: pycrfsuite.Tagger, features: FeatureMaker, calibration: Calibration = PLAIN) -> None:
        self.tagger = tagger
        self.features = features
        self.calibration = calibration

    def find(self, text: str, language: Language, opinions: Opinions) -> Iterator[Span]:
        """The names of a text, with how often such a probability as the tagger's own was right."""
        tokens = self.features.cut(text, language)
        if not tokens:
            return
        self.tagger.set(self.features.describe(tokens, language, opinions))
        tags = self.tagger.tag()
        for first, last, label in spans_of(tags):
            sure = min(self.tagger.marginal(tags[place], place) for place in range(first, last + 1))
            if last + 1 < len(tokens):
                sure = min(sure, 1 - self.tagger.marginal(f"I-{label}", last + 1))
            yield Span(tokens[first].start, tokens[last].end, Label(label), self.calibration.apply(sure, language))


def load_archival(features: FeatureMaker) -> Archival:
    """Load the weights and their calibration; `MissingToolError` when they are not there."""
    return Archival(open_weights(FILE), features, load_calibration())


def open_weights(file: Path) -> pycrfsuite.Tagger:
    """Open a file of weights; `MissingToolError` when it is not there."""
    if not file.is_file():
        raise MissingToolError(f"The name tagger {file} is missing: run `python -m models.train.names`.")
    tagger = pycrfsuite.Tagger()
    tagger.open(str(file))
    return tagger


class Learner:
    """Collects examples in numbered groups and learns from them; the same examples give the same file."""

    def __init__(self) -> None:
        self.trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
        self.trainer.set_params(PARAMETERS)

    def add(self, features: list[list[str]], tags: list[str], group: int = 0) -> None:
        """Take the features and tags of one text."""
        self.trainer.append(features, tags, group)

    def learn(self, file: Path, without: int = -1) -> None:
        """Learn from all groups but one and write the weights."""
        self.trainer.train(str(file), without)


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
