"""People, places and institutions as the taggers of a language see them, with people whose form is plain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace
from spacy.tokens import Doc

from models.names.taggers import NameTagger
from pipelines.entities.candidate import Candidate
from pipelines.entities.chunks import chunks
from pipelines.entities.full_names import find_full_names
from pipelines.entities.known_people import KnownPeople
from pipelines.entities.repairs import repaired

CHUNK = 2_000
"""Characters that the taggers take at once: longer than nearly every paragraph."""
BORDERS = "muragat.borders"
"""Where in `doc.user_data` stand the offsets that no name crosses: the beginnings of blocks."""


class NameFinder:
    """Candidates from the name taggers of one language."""

    def __init__(self, tagger: NameTagger, known: KnownPeople, language: str) -> None:
        self.tagger = tagger
        self.known = known
        self.by = f"model:names-{language}"

    def find(self, doc: Doc) -> Iterator[Candidate]:
        """The names in `doc`."""
        text = doc.text
        places = list(parts(text, doc.user_data.get(BORDERS, ())))
        found = self.tagger.find([text[start:end] for start, end in places])
        for (start, end), spans in zip(places, found, strict=True):
            seen = [Candidate(span.start, span.end, span.label, self.by, span.confidence) for span in spans]
            for each in (*seen, *find_full_names(text[start:end]), *self.known.find(text[start:end])):
                mended = repaired(text, replace(each, start=start + each.start, end=start + each.end))
                if mended is not None:
                    yield mended


def parts(text: str, borders: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Offsets of pieces of the text for the taggers: blocks, the long ones cut."""
    edges = [0, *borders, len(text)]
    for start, end in pairwise(edges):
        for first, last in chunks(text[start:end], CHUNK):
            yield start + first, start + last
