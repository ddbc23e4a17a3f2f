"""Finds known names in running text, the last word of a name with or without a case ending."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from models.lexicon import fold

OUTSIDE = "-"
LONGEST_ENDING = 4
SHORTEST_STEM = 4


class KnownNames:
    """Folded names, each with its kind."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names
        self.longest = 1 + max((name.count(" ") for name in names), default=0)
        self.beginnings = frozenset(name.partition(" ")[0] for name in names if " " in name)

    def mark(self, words: Sequence[str]) -> list[str]:
        """A mark for each word: `-`, or the kind of name it begins (`B-place`) or goes on with (`I-place`)."""
        marks = [OUTSIDE] * len(words)
        end = 0
        for place, word in enumerate(words):
            if place < end or not word[0].isupper():
                continue
            length, kind = self._longest_name(words, place)
            end = place + length
            for offset in range(length):
                marks[place + offset] = f"{'I' if offset else 'B'}-{kind}"
        return marks

    def _longest_name(self, words: Sequence[str], place: int) -> tuple[int, str]:
        """How many words from `place` on are a name, and of which kind."""
        reach = self.longest if fold(words[place]) in self.beginnings else 1
        key: list[str] = []
        best = (0, OUTSIDE)
        for length, word in enumerate(map(fold, words[place : place + reach]), start=1):
            if word:  # Punctuation folds to nothing: `Алма-Ата` is two words.
                key.append(word)
            kind = self._kind(key)
            if kind and word:
                best = (length, kind)
        return best

    def _kind(self, key: Sequence[str]) -> str | None:
        """The kind of a name, its last word as it stands or less a short ending."""
        if not key:
            return None
        name = " ".join(key)
        exact = self.names.get(name)
        if exact:
            return exact
        for cut in range(1, min(LONGEST_ENDING, len(key[-1]) - SHORTEST_STEM) + 1):
            found = self.names.get(name[:-cut])
            if found:
                return f"{found}?"
        return None
