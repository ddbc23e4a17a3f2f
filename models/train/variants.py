"""Passages said otherwise: the same tokens with other people's names in them, so that no name is learned by heart."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence

from document import Label, Language
from models.names.looks import shape
from models.names.tokens import Token, cut
from models.train.passages import Passage

SHORTEST = 3
SHOUTING = 0.25
"""Share of passages whose people's first words are put in capitals, as memorial books print surnames."""
ENDING = 2
"""Letters: names change places with names of the same ending, which mostly means the same case."""


class NamePool:
    """Words of people's names by language, look and ending."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        pool: defaultdict[tuple[Language, str, str], set[str]] = defaultdict(set)
        for passage in passages:
            for token in cut(passage.text):
                if is_swappable(token, passage):
                    pool[place_of(token, passage.lang)].add(token.text)
        self.pool = {place: sorted(words) for place, words in pool.items()}

    def swapped(self, tokens: Sequence[Token], passage: Passage, chance: random.Random) -> list[Token]:
        """The tokens with names of people exchanged; offsets stay, so that opinions on the text still hold."""
        firsts = {start for start, _, label in passage.entities if label is Label.PERSON}
        shouting = chance.random() < SHOUTING
        swapped: list[Token] = []
        for token in tokens:
            text = token.text
            if is_swappable(token, passage):
                text = chance.choice(self.pool.get(place_of(token, passage.lang), [text]))
                text = text.upper() if shouting and token.start in firsts else text
            swapped.append(token._replace(text=text))
        return swapped


def place_of(token: Token, language: Language) -> tuple[Language, str, str]:
    """Names of one place may be exchanged."""
    return language, shape(token.text), token.text[-ENDING:].lower()


def is_swappable(token: Token, passage: Passage) -> bool:
    """Whether the token is a word of a person's name."""
    return len(token.text) >= SHORTEST and any(
        start <= token.start and token.end <= end for start, end, label in passage.entities if label is Label.PERSON
    )
