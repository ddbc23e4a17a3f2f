"""Letter n-grams of languages: profiles made and compared. The only module that knows langdetect."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import langdetect
import numpy as np
from langdetect.detector_factory import DetectorFactory
from langdetect.utils.lang_profile import LangProfile
from numpy.typing import NDArray

STOCK_PROFILES = Path(langdetect.__file__).parent / "profiles"

# An n-gram a language never showed still has this small probability, as in langdetect.
UNSEEN = 0.5 / 10_000
# Each letter is counted once alone, once in a pair, once in a triple: three times the evidence there is.
OVERLAP = 3


class Classifier:
    """Compares a text with the profiles it was given; `profiles` are JSON texts as langdetect ships them.

    langdetect draws n-grams at random, with replacement, until one language has all the probability: a short text
    then looks as sure as a long one. Here every n-gram counts once, and the same text always gives the same answer.
    """

    def __init__(self, profiles: Sequence[str]) -> None:
        self._profiles = tuple(profiles)

    @cached_property
    def _factory(self) -> DetectorFactory:
        factory = DetectorFactory()
        factory.load_json_profile(self._profiles)
        return factory

    @cached_property
    def _evidence(self) -> tuple[Mapping[str, int], NDArray[np.float64]]:
        """Row number of each n-gram, and the rows: its logarithmic probability in each language."""
        known = self._factory.word_lang_prob_map
        rows = np.log(UNSEEN + np.array(list(known.values())))
        return {gram: row for row, gram in enumerate(known)}, rows

    def probabilities(self, text: str, prior: Mapping[str, float]) -> dict[str, float]:
        """Probability of each profile's language, weighed by `prior`; empty for a text without letters."""
        detector = self._factory.create()
        detector.append(text)
        detector.cleaning_text()
        places, rows = self._evidence
        grams = [places[gram] for gram in detector._extract_ngrams()]
        if not grams:
            return {}
        names = self._factory.get_lang_list()
        scores = rows[grams].sum(axis=0) / OVERLAP + np.log([prior.get(name, 0.0) or 1e-300 for name in names])
        shares = np.exp(scores - scores.max())
        return dict(zip(names, (shares / shares.sum()).tolist(), strict=True))


def make_profile(name: str, texts: Iterable[str]) -> str:
    """Make the profile of a language, as JSON with keys in order; langdetect's own rule leaves rare n-grams out."""
    profile = LangProfile(name)
    for text in texts:
        profile.update(text)
    profile.omit_less_freq()
    content = {"freq": dict(sorted(profile.freq.items())), "n_words": profile.n_words, "name": name}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def stock_profile(name: str) -> str:
    """Read a profile langdetect brings along."""
    return (STOCK_PROFILES / name).read_text(encoding="utf-8")
