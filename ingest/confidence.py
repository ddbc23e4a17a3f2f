"""How likely each word of a reading is right, learned from pages whose text is known.

A recogniser's own confidence orders words well, but promises too much on some paper and too little on other. What is
known beside it (the words around, the page, the look of the word) is weighed into the share of such words that was
right; `confidence.json` holds the weights, and a curve that mends what they are found to overstate. The confidence of a
block or page is the share of its characters that stand in words read without a mistake.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from types import MappingProxyType

import msgspec
import regex

from document import Word
from ingest.evidence import credence, quality

FILE = Path(__file__).resolve().parent / "confidence.json"
BENDS = (0.3, 0.6, 0.8, 0.9, 0.95)  # of the recogniser's confidence: what it is worth changes there
AROUND = 3  # words before and after that tell about a word
MOST_FOREIGN = 0.15  # share of letters of the other alphabet; more is a page in two languages
KNOWN_LENGTH = 4  # characters of a word that is no chance when it returns on a page
_EDGE = regex.compile(r"^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$")
_LATIN = regex.compile(r"\p{Latin}")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")

Signs = Mapping[str, float]


class Learned(msgspec.Struct, frozen=True):
    """What each sign weighs, and points (said, right) that rise, between which what the weights say is set right."""

    weights: Mapping[str, float]
    curve: tuple[tuple[float, float], ...]

    def share(self, signs: Signs) -> float:
        """The share of words with such signs that is right."""
        weight = sum(self.weights[name] * value for name, value in signs.items())
        said = 1 / (1 + math.exp(-max(min(weight, 30.0), -30.0)))
        place = bisect_left(self.curve, (said, 0.0))
        if place in {0, len(self.curve)}:
            return self.curve[min(place, len(self.curve) - 1)][1]
        (low, right_low), (high, right_high) = self.curve[place - 1 : place + 1]
        return right_low + (right_high - right_low) * (said - low) / (high - low)


@dataclass(frozen=True)
class Sheet:
    """What all words of a page tell about each of them."""

    quality: float
    height: float
    latin: bool
    foreign: float
    seen: Mapping[str, int]

    @classmethod
    def of(cls, rows: Sequence[Sequence[Word]]) -> Sheet:
        """Sum up the rows of a page."""
        words = [word for row in rows for word in row]
        latin = sum(len(_LATIN.findall(word.text)) for word in words)
        cyrillic = sum(len(_CYRILLIC.findall(word.text)) for word in words)
        seen = Counter(_EDGE.sub("", word.text).lower() for word in words)
        height = median(word.box.height for word in words) if words else 1.0
        foreign = min(latin, cyrillic) / max(latin + cyrillic, 1)
        return cls(quality(words), max(height, 1.0), latin > cyrillic, foreign, MappingProxyType(seen))


# Says of every word of a block, in their order, how likely it is right.
Weigh = Callable[[Sheet, Sequence[Word]], Sequence[float]]


def weigh_words(sheet: Sheet, words: Sequence[Word]) -> list[float]:
    """How likely each of neighbouring words, in their order, is right (0 to 1)."""
    return [_learned().share(signs) for signs in signs_of(words, sheet)]


def as_said(words: Sequence[Word]) -> list[float]:
    """What the source said itself: text layers, at which nobody had to guess."""
    return [word.confidence for word in words]


def signs_of(words: Sequence[Word], sheet: Sheet) -> list[Signs]:
    """What is weighed of each of neighbouring words, in their order; `always` is 1."""
    return [{"always": 1.0, **_own(word, sheet), **_around(words, place, sheet)} for place, word in enumerate(words)]


def _own(word: Word, sheet: Sheet) -> dict[str, float]:
    said, core = word.confidence, _EDGE.sub("", word.text)
    letters = sum(map(str.isalpha, core))
    figures = sum(map(str.isdigit, core))
    foreign = (_CYRILLIC if sheet.latin else _LATIN).search(core) is not None
    doubt = 0.0 if not core or said == 0 else 1.0 - credence(word) / said
    return {
        "said": said,
        **{f"said over {bend}": max(said - bend, 0.0) for bend in BENDS},
        "said over 0.8 in Latin letters": max(said - 0.8, 0.0) * sheet.latin,
        "length": math.log(len(word.text)),
        "one character": float(len(word.text) == 1),
        "no letter or figure": float(not core),
        "unlike a word": doubt,
        "figures": float(figures > 0),
        "figures and letters": float(figures > 0 and letters > 0),
        "capitals": float(letters > 1 and core.isupper()),
        "signs at the edges": float(min(len(word.text) - len(core), 3)) if core else 0.0,
        "other alphabet": float(foreign),
        "seen again": float(len(core) >= KNOWN_LENGTH and sheet.seen.get(core.lower(), 0) > 1),
        "odd height": min(abs(math.log(max(word.box.height, 0.5) / sheet.height)), 1.5),
    }


def _around(words: Sequence[Word], place: int, sheet: Sheet) -> dict[str, float]:
    near = [*words[max(place - AROUND, 0) : place], *words[place + 1 : place + 1 + AROUND]]
    neighbours = sum(map(credence, near)) / len(near) if near else sheet.quality
    return {
        "neighbours": neighbours,
        "alone": float(not near),
        "page": sheet.quality,
        "page over 0.85": max(sheet.quality - 0.85, 0.0),
        "other alphabet on the page": min(sheet.foreign, MOST_FOREIGN),
        "latin": float(sheet.latin),
    }


@cache
def _learned() -> Learned:
    return msgspec.json.decode(FILE.read_bytes(), type=Learned)
