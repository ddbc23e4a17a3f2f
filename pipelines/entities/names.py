"""People, places and institutions as the statistical taggers of a language see them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from document import Language
from models.names.slovnet import Slovnet, load_slovnet
from pipelines.entities.candidate import Candidate
from pipelines.entities.chunks import chunks

CHUNK = 2_000
"""Characters that go through slovnet at once."""


class NameFinder:
    """The taggers of one language."""

    def __init__(self, slovnet: Slovnet | None) -> None:
        self.slovnet = slovnet

    def find(self, doc: Doc) -> Iterator[Candidate]:
        """The names in `doc`, possibly the same one from several taggers."""
        if self.slovnet:
            yield from slovnet_candidates(self.slovnet, doc.text)


def load_name_finder(language: Language) -> NameFinder:
    """Load the taggers of a language."""
    return NameFinder(slovnet=load_slovnet() if language is Language.RU else None)


def slovnet_candidates(slovnet: Slovnet, text: str) -> Iterator[Candidate]:
    """What slovnet sees, piece by piece."""
    for start, end in chunks(text, CHUNK):
        for span in next(slovnet.find([text[start:end]])):
            yield Candidate(start + span.start, start + span.end, span.label, "model:slovnet", 0.6)
