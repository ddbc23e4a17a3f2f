"""Marks in running text the places, institutions, camps and archives that the lexicon knows, and towns of the world."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import regex

from models.lexicon import Lexicon, fold
from models.lexicon.loading import forms, rows
from models.names.known_names import SHORTEST_STEM, KnownNames
from models.names.tokens import Token

FILE = Path(__file__).resolve().parent / "known.tsv"
"""States, regions, great cities, parties and armies that the lexicon has no entries for."""
TOWNS = FILE.with_name("towns.txt")
"""Names of towns in Latin and Cyrillic letters, folded."""
KINDS = ("place", "organisation", "camp", "archive")
# `Кеңес Одағындаболу`: bad typing glues the next word to the Kazakh case ending of a name. What follows an ending must
# not go on with the same word: plurals and derivations (`қазақстандықтар`, `Алматыдағылар`) are no second words.
RUN_ON = regex.compile(
    r"(?:[нд][аеыі]ғы|[нт][аеыі]гі|[дт][ае]ғы|[дт][ае]гі|нд[ае](?:ғы|гі)?|[ндт][ыі]ң|[дтн][ае]н|[ғқкгн][ае]|[дт][ае]|[мбп]ен)"
    r"(?P<rest>(?!(?:[лдт][ае]р|[лдт][ыі][қк]|ғы|гі|д[ае]й|с[ыі]з|й|м[ае]|ш[ыі]|к[иі]))\p{Ll}{2,})"
)


class Gazetteer:
    """Names of the lexicon as sequences of folded tokens, and the names of towns; the last word may carry an ending."""

    def __init__(self, lexicon: Lexicon) -> None:
        names: dict[str, str] = {}
        for kind, folded in zip(
            KINDS,
            (lexicon.place_by_form, lexicon.organisation_by_form, lexicon.camp_by_form, lexicon.archive_by_form),
            strict=True,
        ):
            for form in folded:
                names.setdefault(" ".join(form.split()), kind)
        for row in rows(FILE):
            for form in forms(row["forms"]):
                names.setdefault(fold(form), row["kind"])
        self.names = KnownNames(names)
        self.towns = KnownNames(dict.fromkeys(TOWNS.read_text(encoding="utf-8").splitlines(), "town"))
        last_words = (name.split()[-1] for name, kind in names.items() if kind == "place" and name)
        self.last_words = frozenset(word for word in last_words if len(word) >= SHORTEST_STEM)

    def mark(self, words: Sequence[str]) -> list[str]:
        """A mark for each word: `-`, or the kind of name it begins (`B-place`) or goes on with (`I-place`)."""
        return self.names.mark(words)

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
