"""Which language a text is in: letters first, then n-gram profiles of Kazakh, Russian, English and their neighbours."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from document import Language
from models.language.letters import (
    FOREIGN_RULES,
    Census,
    census,
    modernized,
    small_words,
    ukrainian_i,
    without_addresses,
    without_kazakh_letters,
)
from models.language.ngrams import Classifier, stock_profile

PROFILES = Path(__file__).parent / "profiles"
OURS = (Language.KK, Language.RU, Language.EN)
PROFILE_LANGUAGE = {
    "kk": Language.KK,
    "kk1929": Language.KK,
    "kkplain": Language.KK,
    "ru": Language.RU,
    "en": Language.EN,
}
# Kazakh typed on a machine that has only the Russian alphabet is `kkplain`.
CYRILLIC_PROFILES = (
    *("kk", "kkplain", "ru", "alt", "ba", "be", "bg", "cv", "kaa", "ky", "mk"),
    *("mn", "sah", "sr", "tg", "tt", "tyv", "uk", "uz"),
)
# Kazakh in the Latin alphabet of 1929-1940 is `kk1929`.
LATIN_PROFILES = ("en", "kk1929")
LATIN_STOCK = (
    *("cs", "da", "de", "es", "et", "fi", "fr", "hr", "hu"),
    *("it", "lt", "lv", "nl", "pl", "pt", "ro", "sv", "tr"),
)

# What our archives hold most; without its letters Kazakh is as rare as its neighbours, and nearer to Kyrgyz.
FAVOURED = ("kk", "ru", "en", "kk1929")
# A neighbour must be this many times likelier than one of ours to win.
FAVOUR = 100.0
# Left with this much of the probability, one of ours still wins over a neighbour.
CHANCE = 0.25
# n-grams converge within a few dozen characters; long blocks are sampled at their beginning, middle and end.
SAMPLE = 80
SAMPLES = 3
# Below this many letters n-grams of names and abbreviations mislead, and a Kazakh letter settles the matter.
SHORT = 20
# Long enough for the probability of the n-grams to be taken at its word.
LONG = 40
# Lists of foreign names in Cyrillic look like a neighbour; only a text of so many letters is one.
LONG_NEIGHBOUR = 100
# Fewer letters are a page number, a sum, a lone initial.
FEWEST = 2
# In a short Cyrillic text a neighbour would have to show by its letters.
ONLY_OURS = {"kk": 1.0, "ru": 1.0}


@dataclass(frozen=True, slots=True)
class Guess:
    """A language and how sure that is, 0–1; `und` with 0 where nothing can be said."""

    language: Language
    confidence: float


NOTHING = Guess(Language.UND, 0.0)


class Detector:
    """Tells the languages it was loaded for from each other and from all others, which are `und`."""

    def __init__(self, languages: Sequence[Language], cyrillic: Classifier, latin: Classifier) -> None:
        self.languages = tuple(languages)
        self._cyrillic = cyrillic
        self._latin = latin
        self._all_cyrillic = _prior(CYRILLIC_PROFILES)
        self._latin_prior = _prior(LATIN_PROFILES + LATIN_STOCK)
        self._modern_prior = self._latin_prior | {"kk1929": 0.0}

    def detect(self, text: str) -> Guess:
        """Tell the language of most of `text`: a block of any length, in any case of letters."""
        text = without_addresses(unicodedata.normalize("NFC", text))
        guess = self._detect(modernized(text.lower()), modernized(small_words(text).lower()))
        return guess if guess.language in self.languages else Guess(Language.UND, guess.confidence)

    def _detect(self, text: str, words: str) -> Guess:
        """`words` are those of `text` that are no names; its n-grams are theirs where there are enough of them."""
        count = census(text)
        telling = census(words).letters
        read = sample(words if telling >= SHORT else text)
        if count.letters < FEWEST:
            return NOTHING
        if any(rule(count) for rule in FOREIGN_RULES):
            return Guess(Language.UND, _discounted(1.0, telling))
        if count.letters < SHORT and count.kazakh and count.cyrillic >= count.latin:
            return Guess(Language.KK, _discounted(1.0, telling))
        if count.cyrillic >= count.latin:
            found = self._cyrillic.probabilities(read, self._cyrillic_prior(count))
        else:
            prior = self._latin_prior if count.alphabet_of_1929 else self._modern_prior
            found = self._latin.probabilities(read, prior)
        return _chosen(found, count, telling)

    def _cyrillic_prior(self, count: Census) -> Mapping[str, float]:
        prior = self._all_cyrillic if count.letters >= SHORT else ONLY_OURS
        if ukrainian_i(count):
            prior = prior | {"ru": 0.0}
        if not without_kazakh_letters(count):
            prior = prior | {"kkplain": 0.0}
        return prior


def load_detector(languages: Sequence[Language] = OURS) -> Detector:
    """Make a detector that answers only `languages`, and `und` for all else."""
    cyrillic = [_own_profile(name) for name in CYRILLIC_PROFILES]
    latin = [_own_profile(name) for name in LATIN_PROFILES] + [stock_profile(name) for name in LATIN_STOCK]
    return Detector(languages, Classifier(cyrillic), Classifier(latin))


def sample(text: str) -> str:
    """All of a short text; of a long one equal stretches from its beginning, middle and end."""
    if len(text) <= SAMPLES * SAMPLE:
        return text
    step = (len(text) - SAMPLE) // (SAMPLES - 1)
    return " ".join(text[start : start + SAMPLE] for start in range(0, len(text) - SAMPLE + 1, step))


def _own_profile(name: str) -> str:
    return (PROFILES / f"{name}.json").read_text(encoding="utf-8")


def _prior(names: Sequence[str]) -> dict[str, float]:
    return {name: FAVOUR if name in FAVOURED else 1.0 for name in names}


def _chosen(found: Mapping[str, float], count: Census, telling: int) -> Guess:
    """The likeliest of our languages, unless a neighbour leaves it hardly a chance."""
    ours = ((probability, PROFILE_LANGUAGE[name]) for name, probability in found.items() if name in PROFILE_LANGUAGE)
    probability, language = max(ours, default=(0.0, Language.UND))
    if probability >= CHANCE:
        return Guess(language, _discounted(probability, telling))
    enough = LONG_NEIGHBOUR if count.cyrillic >= count.latin else LONG
    return Guess(Language.UND, _discounted(max(found.values(), default=0.0), telling, enough))


def _discounted(probability: float, telling: int, enough: int = LONG) -> float:
    """Fewer telling letters than `enough`, less confidence."""
    return round(probability * min(1.0, 0.5 + telling / (2 * enough)), 3)
