"""Abbreviations of Kazakh institutions beside the words they are made of."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from pipelines.entities.kazakh_heads import SHORT

SHORT_AND_WORD = regex.compile(
    rf"(?<![\p{{L}}-])(?P<short>{SHORT}(?:\s\p{{Lu}}{{2,3}})?)\s(?=\p{{Lu}}\p{{Ll}}|{SHORT}\s\p{{Ll}})"
)
WORD = regex.compile(r"\p{L}+")
CAPITALS = regex.compile(r"\p{Lu}")
OTHER_WORDS = 3
"""Words of a full name, at most, that its abbreviation passes over."""


def spelled_out(name: str) -> Iterator[tuple[int, int]]:
    """An abbreviation beside the words it is made of, as in lists of abbreviations: `БКП | Болгария … | БЛКЖО`."""
    for match in SHORT_AND_WORD.finditer(name):
        end = expansion(match["short"], name, match.end())
        if end is not None:
            if match.start() > 0:
                yield match.start() - 1, match.start()
            yield match.end() - 1, match.end()
            if end < len(name):
                yield end, end + 1


def expansion(short: str, name: str, start: int) -> int | None:
    """Where the words end whose first letters an abbreviation is made of; None where they are others."""
    first, _, second = short.removeprefix("Қаз").partition(" ")
    letters = [letter.lower() for letter in CAPITALS.findall(first)]
    for wanted in ([*letters, *second.lower()], [*letters, *second[:1].lower()]):
        end = _spelled(wanted, name, start)
        if end is not None:
            return end
    return None


def _spelled(letters: list[str], name: str, start: int) -> int | None:
    """Where the words end that begin with these letters, one after the other."""
    read = passed = 0
    for word in WORD.finditer(name, start):
        if word[0].isupper() and len(word[0]) > 1:
            return None
        if word[0][0].lower() == letters[read]:
            read += 1
        elif read == 0 or (passed := passed + 1) > OTHER_WORDS:
            return None
        if read == len(letters):
            return word.end()
    return None
