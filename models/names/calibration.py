"""Turns the probabilities of the archival tagger into shares of right answers, as counted on passages held out.

A random field is too sure of itself on text unlike that it learned from, and its surest answers are right more often
than its doubtful ones by less than it says. The curve of each language goes through points counted in training.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import msgspec

from document import Language

FILE = Path(__file__).resolve().parent / "calibration.json"
SHARE = 80
"""Answers of one point of the curve, at least."""
FEWEST, MOST = 3, 12
"""Points of a curve."""
Curve = tuple[tuple[float, float], ...]
"""Points: probability said, share that was right; both rise."""


class Calibration(msgspec.Struct, frozen=True):
    """The curve of each language; a language without one keeps its probabilities."""

    curves: Mapping[Language, Curve]

    def apply(self, said: float, language: Language) -> float:
        """The share of right answers to expect."""
        curve = self.curves.get(language)
        if not curve:
            return said
        place = bisect_left(curve, (said, 0.0))
        if place in {0, len(curve)}:
            return curve[min(place, len(curve) - 1)][1]
        (low, right_low), (high, right_high) = curve[place - 1 : place + 1]
        return right_low + (right_high - right_low) * (said - low) / (high - low)


PLAIN = Calibration({})


def load_calibration(file: Path = FILE) -> Calibration:
    """Read the curves; without the file probabilities stay as they are."""
    return msgspec.json.decode(file.read_bytes(), type=Calibration) if file.is_file() else PLAIN


def curve_of(answers: Iterable[tuple[float, bool]]) -> Curve:
    """The curve through answers held out: what was said of each, and whether it was right."""
    said = sorted(answers, key=lambda answer: answer[0])
    count = max(FEWEST, min(MOST, len(said) // SHARE))
    edges = [len(said) * number // count for number in range(count + 1)]
    parts = [said[start:end] for start, end in pairwise(edges) if end > start]
    return rising([(sum(each for each, _ in part), sum(right for _, right in part), len(part)) for part in parts])


def rising(sums: Sequence[tuple[float, int, int]]) -> Curve:
    """Points from sums of what was said, of what was right and of answers; neighbours that fall are taken together."""
    pooled: list[tuple[float, int, int]] = []
    for each in sums:
        pooled.append(each)
        while len(pooled) > 1 and pooled[-2][1] * pooled[-1][2] >= pooled[-1][1] * pooled[-2][2]:
            last = pooled.pop()
            said, right, count = pooled.pop()
            pooled.append((said + last[0], right + last[1], count + last[2]))
    return tuple((round(said / count, 4), round(right / count, 4)) for said, right, count in pooled)
