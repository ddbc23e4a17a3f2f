"""Marks in running text the places, institutions, camps and archives that the lexicon knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from models.lexicon import Lexicon, fold

OUTSIDE = "-"
KINDS = ("place", "organisation", "camp", "archive")
LONGEST_ENDING = 4
SHORTEST_STEM = 4


class Gazetteer:
    """Names of the lexicon as sequences of folded tokens; the last word may carry a case ending."""

    def __init__(self, lexicon: Lexicon) -> None:
        names: dict[tuple[str, ...], str] = {}
        for kind, forms in zip(
            KINDS,
            (lexicon.place_by_form, lexicon.organisation_by_form, lexicon.camp_by_form, lexicon.archive_by_form),
            strict=True,
        ):
            for form in forms:
                names.setdefault(tuple(form.split()), kind)
        self.names: Mapping[tuple[str, ...], str] = names
        self.longest = max(map(len, names), default=0)
        self.beginnings = frozenset(name[0] for name in names if len(name) > 1)

    def mark(self, words: Sequence[str]) -> list[str]:
        """A mark for each word: `-`, or the kind of name it begins (`B-place`) or goes on with (`I-place`)."""
        folded = [fold(word) for word in words]
        marks = [OUTSIDE] * len(words)
        place = 0
        while place < len(words):
            length, kind = self._longest_name(folded, place) if words[place][0].isupper() else (0, OUTSIDE)
            for offset in range(length):
                marks[place + offset] = f"{'I' if offset else 'B'}-{kind}"
            place += max(length, 1)
        return marks

    def _longest_name(self, folded: Sequence[str], place: int) -> tuple[int, str]:
        """How many words from `place` on are a name, and of which kind."""
        reach = self.longest if folded[place] in self.beginnings else 1
        key: list[str] = []
        best = (0, OUTSIDE)
        for length, word in enumerate(folded[place : place + reach], start=1):
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
        *head, last = key
        exact = self.names.get((*head, last))
        if exact:
            return exact
        for cut in range(1, min(LONGEST_ENDING, len(last) - SHORTEST_STEM) + 1):
            found = self.names.get((*head, last[:-cut]))
            if found:
                return f"{found}?"
        return None
