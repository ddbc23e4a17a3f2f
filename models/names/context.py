"""What the archival tagger sees of the clause and the text around a token, beyond its neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from models.names.tokens import Token

HEADS = frozenset({"institution", "place"})
"""Kinds of words that a name is built around, often far from its first word: `«Еркін Германия» ұлттық комитеті`."""
# fmt: off
LINKS = frozenset((
    "of", "the", "for", "and", "in", "at", "on", "with", "to", "named", "after", "’", "'", "s",
    "по", "и", "при", "в", "на", "имени", "им", "за", "с",
    "мен", "және", "жөніндегі", "бойынша",
))
# fmt: on
"""Small words and signs that join the capitalised words of one name."""
STOPS = frozenset(".;:!?,")
REACH = 8
"""Tokens."""
CITED_BEFORE = 20
CITED_AFTER = 10
STEM = 5


def heads(
    tokens: Sequence[Token], words: Sequence[str], kinds: Sequence[str], shapes: Sequence[str]
) -> list[list[str]]:
    """For each token the nearest head ahead and behind in the same clause."""
    features: list[list[str]] = [[] for _ in tokens]
    for side, order in (("ahead", range(len(tokens) - 1, -1, -1)), ("behind", range(len(tokens)))):
        _seek(side, order, features, (tokens, words, kinds, shapes))
    return features


def _seek(
    side: str,
    order: Iterable[int],
    features: list[list[str]],
    described: tuple[Sequence[Token], Sequence[str], Sequence[str], Sequence[str]],
) -> None:
    tokens, words, kinds, shapes = described
    seen: int | None = None
    linked = False
    for place in order:
        if tokens[place].text in STOPS or (seen is not None and abs(seen - place) > REACH):
            seen = None
        if seen is not None:
            kind, stem, distance = kinds[seen], words[seen][:STEM], abs(seen - place)
            near = str(distance) if distance < 3 else "4" if distance < 5 else "8"
            features[place] += (
                f"{side}={kind}",
                f"{side}={kind}{near}",
                f"{side}={stem}",
                f"{side}={stem}|{shapes[place]}",
                f"{side}={kind}{shapes[seen]}{linked}|{shapes[place]}",
            )
            linked = linked and (tokens[place].text[0].isupper() or words[place] in LINKS)
        if kinds[place] in HEADS:
            seen, linked = place, True


def cited(tokens: Sequence[Token], kinds: Sequence[str]) -> list[int]:
    """For each token how many signs of a list of works stand around it: publishers, volumes, slashes."""
    counts = [0] * len(tokens)
    for place, token in enumerate(tokens):
        if kinds[place] == "cited" or token.text == "/":
            for near in range(max(0, place - CITED_BEFORE), min(len(tokens), place + CITED_AFTER)):
                counts[near] += 1
    return counts


def beside_initials(tokens: Sequence[Token], words: Sequence[str]) -> list[bool]:
    """Whether each token is a word that stands beside initials anywhere in the text: `Н. Ежов … Ежовтың`."""
    stems = tuple({words[place][: max(4, len(words[place]) - 3)] for place in _surnames(tokens)})
    if not stems:
        return [False] * len(tokens)
    return [
        len(word) > 3 and token.text[0].isupper() and word.startswith(stems)
        for token, word in zip(tokens, words, strict=True)
    ]


def _surnames(tokens: Sequence[Token]) -> Iterable[int]:
    """The capitalised words with an initial and a dot before or behind them."""
    for place, token in enumerate(tokens):
        if len(token.text) > 3 and token.text[0].isupper():
            before = place > 1 and tokens[place - 1].text == "." and is_initial(tokens[place - 2].text)
            behind = place + 2 < len(tokens) and tokens[place + 2].text == "." and is_initial(tokens[place + 1].text)
            if before or behind:
                yield place


def is_initial(text: str) -> bool:
    """Whether a token is one capital."""
    return len(text) == 1 and text.isupper()
