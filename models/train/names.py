"""Makes the name taggers in models/names: `python -m models.train.names [general] [archival]`, both by default.

The general tagger learns from 85 % of the corpora. The archival tagger learns from our passages and from some of the
corpora's other 15 %, on which the general tagger's opinion is as honest as it will be on new text. A first archival
tagger, made from 80 % of our passages, is measured on the other 20 %; the one that is kept learns from all of them.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from document import Label, Language
from models.lexicon import load_lexicon
from models.names import archival, general
from models.names.archival import Archival, load_archival
from models.names.features import FeatureMaker
from models.names.gazetteer import Gazetteer
from models.names.morphology import Morphology
from models.names.taggers import Advisers, load_advisers
from models.names.tokens import cut
from models.train.general import train_general
from models.train.passages import ARCHIVAL, Passage, divide, read_corpora, read_passages
from models.train.variants import NamePool

SEED = 1937
SCORES = archival.FILE.with_name("scores.json")
HELD_OUT_OF_CORPORA = 0.15
HELD_OUT_OF_ARCHIVAL = 0.20
FROM_CORPORA = {Language.RU: 350, Language.EN: 350}
"""Passages of the corpora that the archival tagger learns beside ours, which are few in these languages."""

Score = dict[str, float]
Advice = dict[Language, Advisers]


def main(wanted: Sequence[str]) -> None:
    """Train what is wanted and write the scores beside the weights."""
    learned, spared = divide((each for each in read_corpora() if each.text.strip()), HELD_OUT_OF_CORPORA)
    scores = msgspec.json.decode(SCORES.read_bytes()) if SCORES.is_file() else {}
    if not wanted or "general" in wanted:
        train_general(learned, general.FOLDER)
        scores["general"] = measure_general(spared)
    if not wanted or "archival" in wanted:
        scores["archival"] = make_archival(spared)
    SCORES.write_bytes(msgspec.json.format(msgspec.json.encode(scores), indent=2) + b"\n")


def measure_general(passages: Sequence[Passage]) -> dict[str, Score]:
    """Strict F1 on passages of the corpora that were not learned from."""
    tagger = general.load_general()
    found = tagger.find([passage.text for passage in passages])
    return strict_f1(passages, ({(span.start, span.end, span.label) for span in spans} for spans in found))


def make_archival(spared: Sequence[Passage]) -> dict[str, Score]:
    """Measure on a part of our passages, then learn from all of them and save."""
    features = FeatureMaker(Morphology(), Gazetteer(load_lexicon()))
    advice = load_advisers()
    support = list(some_of(spared))
    passages = read_passages(ARCHIVAL)
    learned, measured = divide(passages, HELD_OUT_OF_ARCHIVAL)
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / archival.FILE.name
        archival.learn(examples([*learned, *support], features, advice), trial)
        scores = measure_archival(measured, load_archival(features, trial), advice)
    archival.learn(examples([*passages, *support], features, advice), archival.FILE)
    return scores


def some_of(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The first passages of each language, as many as are wanted of it."""
    taken: Counter[Language] = Counter()
    for passage in passages:
        taken[passage.lang] += 1
        if taken[passage.lang] <= FROM_CORPORA.get(passage.lang, 0):
            yield passage


def examples(
    passages: Sequence[Passage], features: FeatureMaker, advice: Advice
) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Features and tags of each passage, and again with other people's names where it names any."""
    chance = random.Random(SEED)  # noqa: S311 - a choice of names to learn from, not a secret
    pool = NamePool(passages)
    for passage in passages:
        tokens = cut(passage.text)
        (opinions,) = advice[passage.lang].opinions([passage.text])
        named = [each for each in passage.entities if each[2] in archival.LABELS]
        tags = archival.tags_for(tokens, named)
        yield features.describe(tokens, passage.lang, opinions), tags
        other = pool.swapped(tokens, passage, chance)
        if other != tokens:
            yield features.describe(other, passage.lang, opinions), tags


def measure_archival(passages: Sequence[Passage], tagger: Archival, advice: Advice) -> dict[str, Score]:
    """Strict F1 on passages that were not learned from."""

    def found() -> Iterator[set[tuple[int, int, Label]]]:
        for passage in passages:
            (opinions,) = advice[passage.lang].opinions([passage.text])
            spans = tagger.find(passage.text, passage.lang, opinions)
            yield {(span.start, span.end, span.label) for span in spans}

    return strict_f1(passages, found())


def strict_f1(passages: Sequence[Passage], found: Iterable[set[tuple[int, int, Label]]]) -> dict[str, Score]:
    """By language and label: 2·right / (found + marked), where right means the same span and label."""
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for passage, spans in zip(passages, found, strict=True):
        marked = {each for each in passage.entities if each[2] in archival.LABELS}
        for each in spans & marked:
            right[passage.lang.value, each[2].value] += 2
        for each in (*spans, *marked):
            total[passage.lang.value, each[2].value] += 1
    scores: dict[str, Score] = {}
    for key in sorted(total):
        language, label = key
        scores.setdefault(language, {})[label] = round(right[key] / total[key], 3)
    return scores


if __name__ == "__main__":
    main(sys.argv[1:])
