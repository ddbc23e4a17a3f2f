"""What is known of a token from outside our texts: towns of the world, and words as English uses them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.names.english import NEVER_SEEN, EnglishWords, Usage
from models.names.morphology import Morphology
from models.names.transliteration import cyrillic

SEPARATORS = frozenset(".,-–();:/")
"""What stands between the parts of one name, or between names of a list: `Sidorov, Pyotr`, `Omsk, Tomsk`."""
WIDE, WIDER, WIDEST = 10, 6, 4
"""First bits of a cluster."""
NEAR = (-2, -1, 1, 2)
UNKNOWN = "-"
SHORTEST = 4


class EnglishSigns:
    """Describes the words of an English text; holds the table and the Russian dictionary that takes."""

    def __init__(self, words: EnglishWords, morphology: Morphology) -> None:
        self.words = words
        self.morphology = morphology

    def describe(self, words: Sequence[str], shapes: Sequence[str], usual: Sequence[str]) -> Iterator[list[str]]:
        """The features of each word; `usual` tells which are no names."""
        usages = [self.words.usage(word) if word.isalpha() else NEVER_SEEN for word in words]
        russian = [self.kind(word) if sign != "word" else UNKNOWN for word, sign in zip(words, usual, strict=True)]
        looks = [f"{usage.capitals}{shape}" for usage, shape in zip(usages, shapes, strict=True)]
        clusters = [usage.cluster[:WIDER] for usage in usages]
        for place in range(len(words)):
            features = [*of_usage(usages, shapes, place), *of_kind(russian, shapes, place)]
            features += (f"looks{name}" for name in across(words, looks, place))
            features += (f"clusters{name}" for name in across(words, clusters, place))
            yield features

    def kind(self, word: str) -> str:
        """What the Russian dictionary says of a capitalised Latin word spelled as Russian would."""
        latin = len(word) >= SHORTEST and word[0].isupper() and word.isalpha() and word[0] < "\u0400"
        return self.morphology.kind(cyrillic(word)) if latin else UNKNOWN


def of_usage(usages: Sequence[Usage], shapes: Sequence[str], place: int) -> Iterator[str]:
    """What the table of words says of a word and of those beside it."""
    here = usages[place]
    shape = shapes[place]
    yield f"cluster={here.cluster}"
    yield f"wide={here.cluster[:WIDE]}"
    yield f"wider={here.cluster[:WIDER]}"
    yield f"widest={here.cluster[:WIDEST]}"
    yield f"capitals={here.capitals}|{shape}"
    yield f"capitals+rareness={here.capitals}{here.rareness}|{shape}"
    for offset in NEAR:
        if 0 <= place + offset < len(usages):
            near = usages[place + offset]
            yield f"{offset}cluster={near.cluster}"
            yield f"{offset}wider={near.cluster[:WIDER]}"
            yield f"{offset}capitals={near.capitals}|{shapes[place + offset]}"
    if place > 0:
        before = usages[place - 1]
        yield f"wider-={before.cluster[:WIDER]}|{here.cluster[:WIDER]}"
        yield f"capitals-={before.capitals}{shapes[place - 1]}|{here.capitals}{shape}"
    if place + 1 < len(usages):
        after = usages[place + 1]
        yield f"wider+={here.cluster[:WIDER]}|{after.cluster[:WIDER]}"
        yield f"capitals+={here.capitals}{shape}|{after.capitals}{shapes[place + 1]}"


def of_kind(kinds: Sequence[str], shapes: Sequence[str], place: int) -> Iterator[str]:
    """What the Russian dictionary says of a word and of those beside it."""
    here = kinds[place]
    if here != UNKNOWN:
        yield f"russian={here}"
        yield f"russian+shape={here}|{shapes[place]}"
    if place > 0:
        yield f"-1russian={kinds[place - 1]}"
        if here != UNKNOWN:
            yield f"russian-={shapes[place - 1]}|{here}"
    if place + 1 < len(kinds):
        yield f"+1russian={kinds[place + 1]}"
        if here != UNKNOWN:
            yield f"russian+={here}|{shapes[place + 1]}"


def of_towns(words: Sequence[str], marks: Sequence[str], place: int) -> Iterator[str]:
    """Whether the words beyond a comma or the like, on either side, are names of towns."""
    if place > 1 and words[place - 1] in SEPARATORS:
        yield f"town-={marks[place - 2]}{words[place - 1]}"
    if place + 2 < len(marks) and words[place + 1] in SEPARATORS:
        yield f"town+={words[place + 1]}{marks[place + 2]}"


def across(words: Sequence[str], looks: Sequence[str], place: int) -> Iterator[str]:
    """How the words on both sides of a comma or the like look."""
    if place > 1 and words[place - 1] in SEPARATORS:
        yield f"-={looks[place - 2]}{words[place - 1]}{looks[place]}"
    if place + 2 < len(words) and words[place + 1] in SEPARATORS:
        yield f"+={looks[place]}{words[place + 1]}{looks[place + 2]}"
