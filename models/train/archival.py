"""Makes the archival name tagger: measures it on passages held out by neighbourhood, then learns from all of them."""

from __future__ import annotations

import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from document import Label, Language
from models.lexicon import load_lexicon
from models.names import archival, calibration
from models.names.archival import Archival, Learner, Opinions, open_weights
from models.names.calibration import Calibration, curve_of
from models.names.clues import Clues
from models.names.english import EnglishWords
from models.names.features import FeatureMaker
from models.names.gazetteer import Gazetteer
from models.names.morphology import Morphology
from models.names.taggers import Advisers, load_advisers
from models.names.tokens import Token
from models.train.folds import FOLDS, folds, stretches
from models.train.marked import SOURCE, read_written
from models.train.passages import ARCHIVAL, Passage, read_passages
from models.train.scores import Score, strict_f1
from models.train.standoff import read_standoff
from models.train.variants import NamePool
from models.train.worn import worn
from pipelines.entities.candidate import Candidate
from pipelines.entities.mending import mended

SEED = 1937
NEVER_HELD_OUT = FOLDS
FROM_CORPORA = {Language.RU: 350}
"""Passages of the corpora that the archival tagger learns beside ours, which are few in Russian. In English, where we
wrote hundreds, those of the corpora made institutions worse: their names are drawn by other rules."""

Advice = dict[Language, Advisers]
Spans = set[tuple[int, int, Label]]


def make_archival(spared: Sequence[Passage]) -> dict[str, dict[str, Score]]:
    """Learn, save weights and calibration, and say how well passages held out were tagged: of documents, invented.

    `spared` are passages of the corpora that the general tagger has not seen; they are always learned from. What is
    measured are our own, held out fold by fold. Those we invented are of many kinds, so that confidence learns from
    them how the tagger fares on kinds of text that are new to it.
    """
    features = FeatureMaker(Morphology(), Gazetteer(load_lexicon()), Clues(), EnglishWords())
    advice = load_advisers()
    ours, written = (*read_passages(ARCHIVAL), *read_standoff()), read_written()
    placed = [*zip(ours, folds(ours), strict=True), *zip(written, stretches(written), strict=True)]
    support = [(each, NEVER_HELD_OUT) for each in some_of(spared)]
    learner = Learner()
    teach(learner, [*placed, *support], features, advice)
    found: list[tuple[Passage, Spans]] = []
    said: defaultdict[Language, list[tuple[float, bool]]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        for fold in range(FOLDS):
            trial = Path(folder) / str(fold)
            learner.learn(trial, without=fold)
            tagger = Archival(open_weights(trial), features)
            held_out = [passage for passage, group in placed if group == fold]
            for passage, spans in zip(held_out, answers(held_out, tagger, advice), strict=True):
                found.append((passage, {(one.start, one.end, one.label) for one in spans}))
                truths = set(passage.entities)
                said[passage.lang] += ((one.confidence, (one.start, one.end, one.label) in truths) for one in spans)
            print(f"fold {fold + 1} of {FOLDS}: {len(held_out)} passages", flush=True)
    made = archival.FILE.with_suffix(".new")
    learner.learn(made)
    made.replace(archival.FILE)
    save(Calibration({language: curve_of(said[language]) for language in sorted(said)}))
    return {
        name: strict_f1([each for each, _ in pairs], (spans for _, spans in pairs), archival.LABELS)
        for name, pairs in (
            ("archival", [pair for pair in found if pair[0].source != SOURCE]),
            ("archival, invented passages", [pair for pair in found if pair[0].source == SOURCE]),
        )
    }


def some_of(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The first passages of each language, as many as are wanted of it."""
    taken: Counter[Language] = Counter()
    for passage in passages:
        taken[passage.lang] += 1
        if taken[passage.lang] <= FROM_CORPORA.get(passage.lang, 0):
            yield passage


def teach(learner: Learner, passages: Sequence[tuple[Passage, int]], features: FeatureMaker, advice: Advice) -> None:
    """Add each passage with its group, again with other people's names where it names any, and again as a worn page.

    The other names are from the same group, so that none held out is ever learned. The corpora stay in clean print:
    what is read off paper is ours.
    """
    chance = random.Random(SEED)  # noqa: S311 - a choice of names to learn from, not a secret
    pools = {
        group: NamePool(each for each, other in passages if other == group)
        for group in {group for _, group in passages}
    }
    for passage, group in passages:
        tokens, opinions = seen(passage, features, advice)
        tags = tags_of(passage, tokens)
        learner.add(features.describe(tokens, passage.lang, opinions), tags, group)
        other = pools[group].swapped(tokens, passage, chance)
        if other != tokens:
            learner.add(features.describe(other, passage.lang, opinions), tags, group)
        if group != NEVER_HELD_OUT:
            page = worn(passage, chance)
            tokens, opinions = seen(page, features, advice)
            learner.add(features.describe(tokens, page.lang, opinions), tags_of(page, tokens), group)


def seen(passage: Passage, features: FeatureMaker, advice: Advice) -> tuple[list[Token], Opinions]:
    """The tokens of a passage and what the advisers say of it."""
    (opinions,) = advice[passage.lang].opinions([passage.text])
    return features.cut(passage.text, passage.lang), opinions


def tags_of(passage: Passage, tokens: Sequence[Token]) -> list[str]:
    """The tag of each token, for the labels that are learned."""
    return archival.tags_for(tokens, [each for each in passage.entities if each[2] in archival.LABELS])


def answers(passages: Sequence[Passage], tagger: Archival, advice: Advice) -> Iterator[list[Candidate]]:
    """What the tagger finds in each passage, the edges mended as in use."""
    for passage in passages:
        (opinions,) = advice[passage.lang].opinions([passage.text])
        spans = tagger.find(passage.text, passage.lang, opinions)
        seen = (Candidate(span.start, span.end, span.label, "model", span.confidence) for span in spans)
        yield list(mended(passage.text, seen, passage.lang))


def save(curves: Calibration) -> None:
    """Write the curves beside the weights."""
    calibration.FILE.write_bytes(msgspec.json.format(msgspec.json.encode(curves), indent=1) + b"\n")
