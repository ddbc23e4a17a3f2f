"""What a token looks like by itself: its letters and shape, what lists and others say of it; and its features."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

AFFIXES = range(1, 6)
NEAR = (-2, -1, 1, 2)
FAR = (-3, 3)
REACH = 3
"""Tokens: how far a token sees its neighbours one by one."""


@dataclass(frozen=True, slots=True)
class Signs:
    """One token: word in small letters, shape, morphology, gazetteer, opinions, clue, whether it is usual, town."""

    word: str
    shape: str
    kind: str
    known: str
    opinions: str
    clue: str
    usual: str
    town: str


@dataclass(frozen=True, slots=True)
class Look:
    """The signs of a token and the features made of them alone.

    `own` are the features of the token itself, `near` those it gives to the tokens around, by where it stands from
    them: `near[-1]` to the one behind it.
    """

    signs: Signs
    own: tuple[str, ...]
    near: Mapping[int, tuple[str, ...]]


def look_of(signs: Signs) -> Look:
    """The look of a token."""
    near = {offset: beside(signs, offset) for offset in NEAR}
    for offset in FAR:
        near[offset] = (f"{offset}word={signs.word}",)
    return Look(signs, itself(signs), near)


def edge() -> Look:
    """What stands before the first token and behind the last."""
    near: dict[int, tuple[str, ...]] = {offset: (f"{offset}=edge",) for offset in NEAR}
    for offset in FAR:
        near[offset] = ()
    return Look(Signs("", "", "", "", "", "", "", ""), (), near)


def itself(signs: Signs) -> tuple[str, ...]:
    """What is seen of the token alone."""
    word, shape = signs.word, signs.shape
    affixes = [
        affix
        for size in AFFIXES[: len(word) - 1]
        for affix in (f"begins{size}={word[:size]}", f"ends{size}={word[-size:]}")
    ]
    return (
        f"word={word}",
        f"shape={shape}",
        f"kind={signs.kind}",
        f"known={signs.known}",
        f"opinions={signs.opinions}",
        f"kind+shape={signs.kind}|{shape}",
        f"length={min(len(word), 8)}",
        *affixes,
        f"clue={signs.clue}",
        f"clue+shape={signs.clue}|{shape}",
        f"usual={signs.usual}|{shape}",
        f"town={signs.town}|{shape}",
    )


def beside(signs: Signs, offset: int) -> tuple[str, ...]:
    """What a token sees of this one, which stands so many tokens from it."""
    word = signs.word
    features = (
        f"{offset}word={word}",
        f"{offset}shape={signs.shape}",
        f"{offset}kind={signs.kind}",
        f"{offset}known={signs.known}",
        f"{offset}opinions={signs.opinions}",
        f"{offset}begins={word[:3]}",
        f"{offset}ends={word[-3:]}",
        f"{offset:+}clue={signs.clue}",
    )
    if offset == 1:
        return (*features, f"+1usual={signs.usual}|{signs.shape}", f"+1town={signs.town}")
    return (*features, f"-1town={signs.town}") if offset == -1 else features


def plain(text: str) -> str:
    """A word in small letters, digits as zeros."""
    return "0" * len(text) if text.isdigit() else text.lower()


def shape(text: str) -> str:
    """The look of a word: `Xx` for Ежов, `X` for НКВД, `d` for 1937, a sign for itself."""
    signs: list[str] = []
    for letter in text:
        sign = "X" if letter.isupper() else "x" if letter.isalpha() else "d" if letter.isdigit() else letter
        if not signs or signs[-1] != sign:
            signs.append(sign)
    # One capital may be an initial, several are an abbreviation or a name in capitals.
    return "X1" if len(text) == 1 and text.isupper() else "".join(signs)
