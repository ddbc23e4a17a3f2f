"""The name taggers read a long document piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from document import Label, Language
from models.names.archival import Archival, Opinions
from models.names.span import Span
from models.names.taggers import AT_ONCE, Advisers, NameTagger


class CountingAdvisers:
    def __init__(self) -> None:
        self.asked: list[int] = []

    def opinions(self, texts: Sequence[str]) -> list[Opinions]:
        self.asked.append(len(texts))
        return [{"general": (Span(0, len(text), Label.PERSON, 1.0),)} for text in texts]


class Echo:
    """Answers what the advisers said, so that a text given another's opinion would show."""

    def find(self, text: str, language: Language, opinions: Opinions) -> Iterator[Span]:
        yield from opinions["general"]


def test_advisers_never_hold_a_whole_document() -> None:
    advisers = CountingAdvisers()
    tagger = NameTagger(Language.KK, cast("Advisers", advisers), cast("Archival", Echo()))
    texts = [("Ә" if number % 3 else "ә") * (number + 1) for number in range(5 * AT_ONCE + 3)]
    found = [tuple(span.end for span in spans) for spans in tagger.find(texts)]
    assert found == [(len(text),) if text.isupper() else () for text in texts]
    assert max(advisers.asked) <= AT_ONCE
