"""Letter n-grams of languages: profiles made and compared. The only module that knows langdetect."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import langdetect
from langdetect.detector_factory import DetectorFactory
from langdetect.lang_detect_exception import LangDetectException
from langdetect.utils.lang_profile import LangProfile

STOCK_PROFILES = Path(langdetect.__file__).parent / "profiles"

# langdetect draws n-grams at random; one seed for each detector makes its answer a function of the text.
SEED = 1937
# Its seven repetitions only smooth the randomness; three give the same answers in half the time.
TRIALS = 3


class Classifier:
    """Compares a text with the profiles it was given; `profiles` are JSON texts as langdetect ships them."""

    def __init__(self, profiles: Sequence[str]) -> None:
        self._profiles = tuple(profiles)

    @cached_property
    def _factory(self) -> DetectorFactory:
        factory = DetectorFactory()
        factory.load_json_profile(self._profiles)
        factory.set_seed(SEED)
        return factory

    def probabilities(self, text: str, prior: Mapping[str, float] | None = None) -> dict[str, float]:
        """Profile name to probability, likeliest first, improbable ones left out; empty for a text without letters."""
        detector = self._factory.create()
        detector.n_trial = TRIALS
        if prior is not None:
            detector.set_prior_map(prior)
        detector.append(text)
        try:
            return {found.lang: found.prob for found in detector.get_probabilities()}
        except LangDetectException:
            return {}


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
