"""People, places and institutions as the taggers of a language see them, with people whose form is plain."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace
from spacy.tokens import Doc

from document import Language
from models.lexicon import Lexicon
from models.names.taggers import NameTagger
from pipelines.entities.abbreviations import find_abbreviations
from pipelines.entities.candidate import Candidate
from pipelines.entities.chunks import chunks
from pipelines.entities.english_institutions import BY as ENGLISH_INSTITUTION
from pipelines.entities.english_institutions import find_institutions as find_english_institutions
from pipelines.entities.english_named import find_english
from pipelines.entities.full_names import find_full_names
from pipelines.entities.kazakh_named import find_named
from pipelines.entities.known_people import KnownPeople
from pipelines.entities.mending import mended
from pipelines.entities.name_rows import find_rows
from pipelines.entities.polities import find_polities
from pipelines.entities.russian_named import find_institutions
from pipelines.entities.same_people import as_people, find_again
from pipelines.entities.soviet_bodies import find_bodies

CHUNK = 2_000
"""Characters that the taggers take at once: longer than nearly every paragraph."""
INSTITUTIONS: Mapping[Language, Callable[[str], Iterator[Candidate]]] = {
    Language.KK: find_named,
    Language.RU: find_institutions,
    Language.EN: find_english,
}
"""Rules for institutions, in Kazakh and English for people and places too, whose form is plain in one language."""
BORDERS = "muragat.borders"
"""Where in `doc.user_data` stand the offsets that no name crosses: the beginnings of blocks."""
TEXT = "muragat.text"
"""Where in `doc.user_data` stands the text."""


class NameRules:
    """People, states and institutions that their form or a list gives away, each as sure as its rule deserves."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.known = KnownPeople(lexicon.surnames)
        self.confidence = lexicon.confidence

    def find(self, text: str, language: Language) -> Iterator[Candidate]:
        """What the rules find in a text of a language."""
        own = INSTITUTIONS[language](text) if language in INSTITUTIONS else ()
        found = (
            *find_full_names(text),
            *find_rows(text),
            *self.known.find(text),
            *find_polities(text),
            *find_bodies(text),
            *own,
        )
        for each in found:
            yield replace(each, confidence=self.confidence(each.by))

    def find_again(self, text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
        """People of `found` who are named again by surname alone."""
        for each in find_again(text, found):
            yield replace(each, confidence=self.confidence(each.by))


class NameFinder:
    """Candidates from the name taggers of one language and from the rules for names."""

    def __init__(self, tagger: NameTagger, rules: NameRules, language: Language) -> None:
        self.tagger = tagger
        self.rules = rules
        self.language = language
        self.by = f"model:names-{language.value}"

    def find(self, doc: Doc) -> Iterator[Candidate]:
        """The names in `doc`."""
        text = text_of(doc)
        found = tuple(self._see(text, doc.user_data.get(BORDERS, ())))
        if self.language is Language.EN:
            found = tuple(as_people(text, found))
        yield from found
        yield from self.rules.find_again(text, found)
        yield from find_abbreviations(text, found)
        if self.language is Language.EN:
            yield from find_english_institutions(text, found, self.rules.confidence(ENGLISH_INSTITUTION))

    def _see(self, text: str, borders: Sequence[int]) -> Iterator[Candidate]:
        """What tagger and rules see, piece by piece."""
        places = list(parts(text, borders))
        found = self.tagger.find([text[start:end] for start, end in places])
        for (start, end), spans in zip(places, found, strict=True):
            seen = [Candidate(span.start, span.end, span.label, self.by, span.confidence) for span in spans]
            offered = (*seen, *self.rules.find(text[start:end], self.language))
            placed = (replace(each, start=start + each.start, end=start + each.end) for each in offered)
            yield from (within(text, one, start, end) for one in mended(text, placed, self.language))


def text_of(doc: Doc) -> str:
    """The text of `doc`, put together once: spaCy joins its tokens anew each time it is asked."""
    text: str | None = doc.user_data.get(TEXT)
    if text is None:
        text = doc.user_data[TEXT] = doc.text
    return text


def within(text: str, candidate: Candidate, start: int, end: int) -> Candidate:
    """The candidate without what mending took to it from beyond the piece of the text in which it was seen."""
    first = max(candidate.start, start)
    inside = text[first : min(candidate.end, end)].rstrip()
    return replace(candidate, start=first, end=first + len(inside)) if inside else candidate


def parts(text: str, borders: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Offsets of pieces of the text for the taggers: blocks, the long ones cut."""
    edges = [0, *borders, len(text)]
    for start, end in pairwise(edges):
        for first, last in chunks(text[start:end], CHUNK):
            yield start + first, start + last
