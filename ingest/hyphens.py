"""Hyphens at line ends: which are part of the word and which only break it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from ingest.characters import SOFT_HYPHEN
from ingest.compounds import ASKING, ASKING_WHOLE, PAIRS, PARTICLES

# `¬` is how some recognisers and old word processors write a hyphen that breaks a word.
BREAKS = (SOFT_HYPHEN, "¬")
HYPHENS = ("-", "\u2010", *BREAKS)
PUNCTUATION = "«»„“”\"'‘’‚()[].,;:!?…"

# How Kazakh adjectives end that are written in pairs: теориялық-методологиялық.
ADJECTIVES = ("лық", "лік", "дық", "дік", "тық", "тік")
# After these a hyphen stands for a second half to come: радио- и телеграф.
HANGING = frozenset({"и", "или", "және", "and", "or"})


class Joint(NamedTuple):
    """How two words at a line break meet: the left word as it stands in the text, and what comes between."""

    left: str
    glue: str


def join_at_break(left: str, right: str, known: Collection[str] = frozenset()) -> Joint:
    """Answer how `left`, last of its line, meets `right`, first of the next.

    `known` holds words of the same text in lower case, hyphenated or not: evidence for this one.
    """
    stem = left.rstrip("".join(HYPHENS))
    if stem == left or not stem or not right:
        return Joint(left, " ")
    if left.endswith(BREAKS):
        return Joint(stem, "")
    if len(left) - len(stem) > 1 or not stem[-1].isalnum() or not right.lstrip(PUNCTUATION)[:1].isalnum():
        return Joint(left, " ")
    if "://" in left or left.startswith("www.") or left.count("/") > 1:
        return Joint(left, "")  # an address of the network
    last = _tail(stem)
    first = right.strip(PUNCTUATION)
    if first.lower() in HANGING:
        return Joint(left, " ")
    for rule in RULES:
        keep = rule(last, first, known)
        if keep is not None:
            return Joint(stem + "-" if keep else stem, "")
    return Joint(stem, "")


def with_break_shown(word: str) -> str:
    """Answer the last word of a block, any sign that it is broken made a hyphen, as it is seen on the page."""
    stem = word.rstrip("".join(BREAKS))
    return f"{stem}-" if stem != word and stem[-1:].isalnum() else word


def _tail(stem: str) -> str:
    """The last part of a word that may already hold hyphens or quotes."""
    return stem.lstrip(PUNCTUATION).rsplit("-", 1)[-1]


Rule = Callable[[str, str, Collection[str]], bool | None]


def digit_beside(left: str, right: str, _: Collection[str]) -> bool | None:
    """`58-|10`, `1937-|38`, `20-|жылдар` keep it."""
    return True if left[-1:].isdigit() or right[:1].isdigit() else None


def seen_hyphenated(left: str, right: str, known: Collection[str]) -> bool | None:
    """The text writes the same word with a hyphen, or without, in the middle of a line."""
    joined, hyphenated = (left + right).lower(), f"{left}-{right}".lower()
    if (joined in known) == (hyphenated in known):
        return None
    return hyphenated in known


def capital_after(left: str, right: str, _: Collection[str]) -> bool | None:
    """`Алма-|Ата` keeps it; in a word of capitals, `ПОСТА-|НОВЛЕНИЕ`, it only breaks."""
    if not right[:1].isupper():
        return None
    return not (left.isupper() and len(left) > 1 and right.isupper() and len(right) > 1)


def lone_letter(left: str, _: str, __: Collection[str]) -> bool | None:
    """No word is broken after a consonant alone: `г-|н`, `т-|щ` are abbreviations."""
    vowels = "аеёиоуыэюяәіөұүaeiouy"
    return True if len(left) == 1 and left.lower() not in vowels else None


def particle(left: str, right: str, _: Collection[str]) -> bool | None:
    """`что-|либо`, `какой-|то` keep it."""
    left, right = left.lower(), right.lower()
    if right in PARTICLES:
        return True
    return True if right == "то" and (left.startswith(ASKING) or left in ASKING_WHOLE) else None


def known_pair(left: str, right: str, _: Collection[str]) -> bool | None:
    """`юго-|восток`, `из-|за` keep it."""
    left, right = left.lower(), right.lower()
    return True if left in PAIRS and right.startswith(PAIRS[left]) else None


def in_the_manner(left: str, right: str, _: Collection[str]) -> bool | None:
    """`по-|русски`, `по-|новому` keep it."""
    return True if left.lower() == "по" and right.lower().endswith(("ски", "цки", "ому", "ему", "ьи")) else None


def doubled(left: str, right: str, _: Collection[str]) -> bool | None:
    """`кем-|кемге`, `чуть-|чуть` keep it."""
    return True if len(left) >= 3 and right.lower().startswith(left.lower()) else None


def abbreviation(left: str, right: str, _: Collection[str]) -> bool | None:
    """`КСРО-|дан`, `ХРККҰ-|ның`: endings are set off from abbreviations."""
    return True if len(left) > 1 and left.isupper() and right[:1].islower() else None


def two_adjectives(left: str, right: str, _: Collection[str]) -> bool | None:
    """`теориялық-|методологиялық` keeps it: each half ends as a Kazakh adjective does."""
    adjectives = len(left) > 5 and len(right) > 5 and left.endswith(ADJECTIVES) and right.endswith(ADJECTIVES)
    return True if adjectives else None


RULES: tuple[Rule, ...] = (
    digit_beside,
    abbreviation,
    seen_hyphenated,
    capital_after,
    particle,
    known_pair,
    in_the_manner,
    doubled,
    two_adjectives,
    lone_letter,
)
