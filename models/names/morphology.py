"""What the Russian dictionary of pymorphy3 says of a word, the only module that meets it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import pymorphy3
import regex

RUSSIAN_WORD = regex.compile(r"[А-Яа-яЁё]{3,}")
SURNAME, GIVEN, PATRONYMIC = "Surn", "Name", "Patr"
NAME_SIGNS = (SURNAME, GIVEN, PATRONYMIC, "Geox", "Orgn", "Abbr")
"""OpenCorpora's signs of surnames, given names, patronymics, places, institutions and abbreviations."""
READINGS = 4
REMEMBERED = 50_000
NAMES_REMEMBERED = 5_000


class Reading(NamedTuple):
    """A word read as a name: its sign, case and gender (OpenCorpora's codes), base form in small letters.

    `known` is false where the dictionary only guesses by the ending.
    """

    sign: str
    case: str
    gender: str
    base: str
    known: bool


class Morphology:
    """The dictionary, loaded; it remembers the words it was asked last."""

    def __init__(self) -> None:
        self.analyzer = pymorphy3.MorphAnalyzer()
        self.kind = lru_cache(REMEMBERED)(self._kind)
        # Documents speak of few people and places again and again.
        self.readings = lru_cache(NAMES_REMEMBERED)(self._readings)
        self.nominative = lru_cache(NAMES_REMEMBERED)(self._nominative)

    def _kind(self, word: str) -> str:
        """A short code for a word in small letters: known or guessed, part of speech, what name it may be."""
        if not RUSSIAN_WORD.fullmatch(word):
            return "-"
        readings = self.analyzer.parse(word)[:READINGS]
        signs = {sign for reading in readings for sign in NAME_SIGNS if sign in reading.tag}
        known = "known" if readings[0].is_known else "guessed"
        return f"{known} {readings[0].tag.POS} {' '.join(sorted(signs))}"

    def is_base(self, word: str) -> bool:
        """Whether the dictionary knows the word as a noun in its base form: `Канада`, `Ягода`."""
        return any(
            parse.is_known and "NOUN" in parse.tag and parse.tag.case == "nomn" and parse.tag.number == "sing"
            for parse in (self.analyzer.parse(word.lower()) if RUSSIAN_WORD.fullmatch(word) else ())
        )

    def _nominative(self, words: tuple[str, ...]) -> tuple[str, ...] | None:
        """A Russian name of one noun behind any adjectives in the nominative, in small letters.

        `Карагандинской области` → `карагандинская область`. None where the dictionary does not know the noun or the
        words do not agree.
        """
        *adjectives, noun = words
        for parse in self.analyzer.parse(noun.lower()):
            if not (parse.is_known and "NOUN" in parse.tag and parse.tag.number == "sing"):
                continue
            gender = {"nomn", "sing", str(parse.tag.gender)}
            described = [self._described(word, str(parse.tag.case), gender) for word in adjectives]
            base = parse.inflect({"nomn"})
            if base is not None and None not in described:
                return (*(word for word in described if word), str(base.word))
        return None

    def _described(self, word: str, case: str, wanted: set[str]) -> str | None:
        for parse in self.analyzer.parse(word.lower()):
            agrees = parse.tag.case == case and (parse.tag.gender in wanted or parse.tag.gender is None)
            if "ADJF" in parse.tag and parse.tag.number == "sing" and agrees:
                form = parse.inflect(wanted)
                return str(form.word) if form else None
        return None

    def _readings(self, word: str) -> tuple[Reading, ...]:
        """Every way to read a Russian word as a name in the singular, the likeliest first."""
        if not RUSSIAN_WORD.fullmatch(word):
            return ()
        found: list[Reading] = []
        for parse in self.analyzer.parse(word.lower()):
            sign = next((sign for sign in NAME_SIGNS[:4] if sign in parse.tag), None)
            if sign is None or parse.tag.number != "sing":
                continue
            base = parse.inflect({"nomn", "sing"})
            if base is not None:
                found.append(
                    Reading(sign, str(parse.tag.case), str(parse.tag.gender), str(base.word), bool(parse.is_known))
                )
        return tuple(found)
