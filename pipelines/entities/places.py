"""The base form of the name of a place, an institution or a camp, and its id where the lexicon knows it."""

from __future__ import annotations

from document import Label, Language, NameValue
from models.lexicon import Camp, Lexicon, Organisation, Place, fold
from models.names.morphology import Morphology
from pipelines.entities.kazakh_endings import base_form

LONGEST_INFLECTED = 4
"""Words: longer Russian names end in parts that stand in a case of their own (`Управление НКВД по области`)."""


class NameReader:
    """Reads names of places, institutions and camps with the help of lexicon and dictionary."""

    def __init__(self, morphology: Morphology, lexicon: Lexicon) -> None:
        self.morphology = morphology
        self.lexicon = lexicon

    def read(self, mention: str, label: Label, language: Language) -> NameValue:
        """The value of a mention; where nothing is sure the name stays as written."""
        written = " ".join(mention.split())
        for name in (written, self._base(written, language)):
            entry = self._entry(name, label)
            if entry is not None:
                return NameValue(name=name, id=entry.id)
        return NameValue(name=self._base(written, language))

    def _entry(self, name: str, label: Label) -> Camp | Organisation | Place | None:
        """The entry of the lexicon that goes by this name."""
        if label is Label.LOC:
            return self.lexicon.place_by_form.get(fold(name))
        if label is Label.ORG:
            return self.lexicon.organisation_by_form.get(fold(name))
        return self.lexicon.camp_by_form.get(fold(name))

    def _base(self, name: str, language: Language) -> str:
        """The name without case ending."""
        words = name.split(" ")
        last = words[-1]
        if language is Language.KK and not self.morphology.is_base(last):
            return " ".join([*words[:-1], base_form(last)])
        if language is Language.RU and len(words) <= LONGEST_INFLECTED and all(word.isalpha() for word in words):
            return self._russian_base(words)
        return name

    def _russian_base(self, words: list[str]) -> str:
        """Adjectives and a noun in the nominative, each with the capitals it was written with."""
        if any(word.isupper() for word in words):
            return " ".join(words)
        found = self.morphology.nominative(tuple(words))
        if found is None:
            return " ".join(words)
        return " ".join(
            base[:1].upper() + base[1:] if word[:1].isupper() else base for word, base in zip(words, found, strict=True)
        )
