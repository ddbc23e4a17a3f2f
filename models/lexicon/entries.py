"""What the lexicon holds: archives, camps, orders, organisations, places, letter articles; frozen values."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import msgspec

# What a rule is trusted that was never tried, how many trials that trust weighs, and how many at most count against
# it: the rules were written on the passages they were tried on, and are less often right elsewhere.
UNTRIED = 0.75
CAUTION = 8
ENOUGH = 60
REMEMBERED = 20_000
"""Names, which are asked for by one list after another."""


class Archive(msgspec.Struct, frozen=True):
    """An archive: `id` is its usual Russian abbreviation, `forms` are all abbreviations and names it goes by."""

    id: str
    forms: tuple[str, ...]
    place: str


class Camp(msgspec.Struct, frozen=True):
    """A camp: `name` in base form, `forms` its names in Russian, Kazakh and English."""

    id: str
    name: str
    forms: tuple[str, ...]


class Order(msgspec.Struct, frozen=True):
    """A normative act: `number` and `date` (ISO) may be empty, `confidence` is A (sure) or B (likely)."""

    id: str
    type: str
    issuer: str
    issuer_ru: str
    number: str
    date: str
    title: str
    confidence: str


class Organisation(msgspec.Struct, frozen=True):
    """A body of state or party: `forms` in all three languages, `abbreviations` among them."""

    id: str
    name: str
    forms: tuple[str, ...]
    abbreviations: tuple[str, ...]


class Place(msgspec.Struct, frozen=True):
    """A city or a unit of administration under its names in all three languages and all times."""

    id: str
    name: str
    forms: tuple[str, ...]


class LetterArticle(msgspec.Struct, frozen=True):
    """An accusation by letters instead of an article (КРД): its abbreviation and what it stands for."""

    abbreviation: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything collected; the mappings go from a folded form (`fold`) to its entry."""

    archives: tuple[Archive, ...]
    camps: tuple[Camp, ...]
    orders: tuple[Order, ...]
    organisations: tuple[Organisation, ...]
    places: tuple[Place, ...]
    letter_articles: tuple[LetterArticle, ...]
    archive_by_form: Mapping[str, Archive] = field(repr=False)
    camp_by_form: Mapping[str, Camp] = field(repr=False)
    organisation_by_form: Mapping[str, Organisation] = field(repr=False)
    place_by_form: Mapping[str, Place] = field(repr=False)
    rule_counts: Mapping[str, tuple[int, int]] = field(repr=False, default_factory=dict)
    surnames: frozenset[str] = frozenset()

    def confidence(self, rule: str) -> float:
        """Say how often a rule may be expected to be right, from how often it was: right and found."""
        right, found = self.rule_counts.get(rule, (0, 0))
        if not found:
            return UNTRIED
        weight = min(found, ENOUGH)
        return (right / found * weight + UNTRIED * CAUTION) / (weight + CAUTION)

    def archive(self, name: str) -> Archive | None:
        """Find the archive that goes by this name or abbreviation."""
        return self.archive_by_form.get(fold(name)) or self.archive_by_form.get(plain_archive(name))

    def camp(self, name: str) -> Camp | None:
        """Find the camp that goes by this name in its base form, whichever word it has for a camp."""
        return self.camp_by_form.get(fold(name)) or self.camp_by_form.get(plain_camp(name))


STATES = (
    ("қазақстан республикасының", "қр"),
    ("қазақстан республикасы", "қр"),
    ("республики казахстан", "рк"),
    ("республика казахстан", "рк"),
    ("republic of kazakhstan", "rk"),
    ("российской федерации", "рф"),
    ("ресей федерациясының", "рф"),
    ("russian federation", "rf"),
    ("мұрағат", "архив"),
)
STEM = 5
"""Letters of a word that Kazakh and Russian cases leave alone."""


def plain_archive(name: str) -> str:
    """Fold an archive's name with its state abbreviated and no spaces: `ҚР ОМА` and `ҚРОМА` are one.

    Of a name in full only the beginnings of its words count, and no article: `Президенті мұрағатының` is `Президентінің
    архиві`.
    """
    folded = fold(name)
    for written, plain in STATES:
        folded = folded.replace(written, plain)
    words = folded.split(" ")
    if any(word.startswith(("архив", "archive", "госархив", "центр", "орталы")) for word in words):
        words = [word[:STEM] for word in words if word not in {"the", "of", "в", "и"}]
    return "".join(words)


CAMP_WORDS = (
    ("исправительно трудовой лагерь", "лагерь"),
    ("итл", "лагерь"),
    ("еңбекпен түзеу лагері", "лагері"),
    ("түзеу еңбек лагері", "лагері"),
    ("түзету еңбек лагері", "лагері"),
    ("етл", "лагері"),
    ("corrective labour camp", "camp"),
    ("corrective labor camp", "camp"),
    ("correctional labor camp", "camp"),
    ("labour camp", "camp"),
    ("labor camp", "camp"),
    ("lager", "camp"),
    ("itl", "camp"),
)


def plain_camp(name: str) -> str:
    """Fold a camp's name and call it just a camp: `Карагандинский ИТЛ` → `карагандинский лагерь`."""
    padded = f" {fold(name)} "
    for written, plain in CAMP_WORDS:
        padded = padded.replace(f" {written} ", f" {plain} ")
    return padded.strip()


@lru_cache(REMEMBERED)
def fold(name: str) -> str:
    """Strip a name of case, `ё`, punctuation and differences of spacing, to look it up."""
    lowered = unicodedata.normalize("NFC", name).casefold().replace("ё", "е")
    return " ".join("".join(letter if letter.isalnum() else " " for letter in lowered).split())
