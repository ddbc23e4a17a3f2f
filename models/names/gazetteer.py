"""Marks in running text the places, institutions, camps and archives that the lexicon knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import regex

from models.lexicon import Lexicon, fold
from models.lexicon.loading import forms, rows
from models.names.tokens import Token

FILE = Path(__file__).resolve().parent / "known.tsv"
"""States, regions, great cities, parties and armies that the lexicon has no entries for."""
OUTSIDE = "-"
KINDS = ("place", "organisation", "camp", "archive")
LONGEST_ENDING = 4
SHORTEST_STEM = 4
# `Кеңес Одағындаболу`: bad typing glues the next word to the Kazakh case ending of a name. What follows an ending must
# not go on with the same word: plurals and derivations (`қазақстандықтар`, `Алматыдағылар`) are no second words.
RUN_ON = regex.compile(
    r"(?:[нд][аеыі]ғы|[нт][аеыі]гі|[дт][ае]ғы|[дт][ае]гі|нд[ае](?:ғы|гі)?|[ндт][ыі]ң|[дтн][ае]н|[ғқкгн][ае]|[дт][ае]|[мбп]ен)"
    r"(?P<rest>(?!(?:[лдт][ае]р|[лдт][ыі][қк]|ғы|гі|д[ае]й|с[ыі]з|й|м[ае]|ш[ыі]|к[иі]))\p{Ll}{2,})"
)


class Gazetteer:
    """Names of the lexicon as sequences of folded tokens; the last word may carry a case ending."""

    def __init__(self, lexicon: Lexicon) -> None:
        names: dict[tuple[str, ...], str] = {}
        for kind, folded in zip(
            KINDS,
            (lexicon.place_by_form, lexicon.organisation_by_form, lexicon.camp_by_form, lexicon.archive_by_form),
            strict=True,
        ):
            for form in folded:
                names.setdefault(tuple(form.split()), kind)
        for row in rows(FILE):
            for form in forms(row["forms"]):
                names.setdefault(tuple(fold(form).split()), row["kind"])
        self.names: Mapping[tuple[str, ...], str] = names
        self.longest = max(map(len, names), default=0)
        self.beginnings = frozenset(name[0] for name in names if len(name) > 1)
        self.last_words = frozenset(
            name[-1] for name, kind in names.items() if kind == "place" and len(name[-1]) >= SHORTEST_STEM
        )

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

    def without_run_ons(self, tokens: Sequence[Token]) -> Iterator[Token]:
        """The tokens of Kazakh text, cut where another word is glued to a place in an oblique case."""
        for token in tokens:
            end = self._own_end(token.text) if token.text[0].isupper() else None
            if end is None:
                yield token
            else:
                yield Token(token.start, token.start + end, token.text[:end])
                yield Token(token.start + end, token.end, token.text[end:])

    def _own_end(self, word: str) -> int | None:
        """Where the name in a word ends that goes on with another word; None where it does not."""
        for length in range(len(word) - 3, SHORTEST_STEM - 1, -1):
            if word[:length].casefold() in self.last_words and (found := RUN_ON.fullmatch(word, length)):
                return found.start("rest")
        return None

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
