"""Entities in text: one spaCy pipeline per language, its candidates turned into the entities of the vocabulary."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec
from spacy.language import Language as Pipeline

from document import Entity, Label, Language, Section, SectionRole, Value
from models.lexicon import load_lexicon
from models.names.morphology import Morphology
from models.names.taggers import load_name_taggers
from models.names.tokens import encodable
from pipelines.entities.candidate import Candidate
from pipelines.entities.components import candidates_of, make_pipeline
from pipelines.entities.names import BORDERS, TEXT, NameFinder, NameRules
from pipelines.entities.people import PeopleReader
from pipelines.entities.places import NameReader


class Tagger:
    """Tags text in each of the languages; `load_tagger` makes one."""

    def __init__(self, pipelines: Mapping[Language, Pipeline], people: PeopleReader, names: NameReader) -> None:
        self.pipelines = pipelines
        self.people = people
        self.names = names

    def tag(self, text: str, language: Language) -> tuple[Entity, ...]:
        """The entities of `text`, sorted, without overlap; each one's `text` is `text[start:end]`.

        Any text will do: empty, a million characters without a blank, control characters, lone surrogates.
        """
        return self._tag(text, language, ())

    def tag_section(self, section: Section) -> Section:
        """The section with its entities, offsets into its text; page furniture is left alone.

        Neighbouring blocks of one language are tagged together, by that language's pipeline.
        """
        if section.role is SectionRole.FURNITURE:
            return section
        entities: list[Entity] = []
        for run in runs(section):
            found = self._tag(section.text[run.start : run.end], run.language, run.borders)
            entities += (shifted(entity, run.start) for entity in found)
        return msgspec.structs.replace(section, entities=tuple(entities))

    def _tag(self, text: str, language: Language, borders: Sequence[int]) -> tuple[Entity, ...]:
        """Tag a text; no name crosses a border."""
        pipeline = self.pipelines[language]
        # Outside a memory zone spaCy keeps every new word for ever, which days of scanned pages would feel.
        with pipeline.memory_zone():
            doc = pipeline.make_doc(seen := encodable(text))
            doc.user_data.update({BORDERS: tuple(borders), TEXT: seen})
            agreed = candidates_of(pipeline(doc))
        return tuple(self._entity(text, candidate, language) for candidate in agreed)

    def _entity(self, text: str, candidate: Candidate, language: Language) -> Entity:
        """What is written of a candidate, with the value read from its text where no rule has read one."""
        mention = text[candidate.start : candidate.end]
        return Entity(
            start=candidate.start,
            end=candidate.end,
            label=candidate.label,
            text=mention,
            confidence=round(candidate.confidence, 3),
            by=candidate.by,
            value=candidate.value or self._value(mention, candidate.label, language),
        )

    def _value(self, mention: str, label: Label, language: Language) -> Value | None:
        """The value of a name that a tagger found; rules bring their own."""
        if label is Label.PERSON:
            return self.people.read(mention, language)
        if label in {Label.ORG, Label.LOC, Label.CAMP}:
            return self.names.read(mention, label, language)
        return None


def load_tagger() -> Tagger:
    """Load the pipelines of all languages, what they share once; `MissingToolError` names what is not installed.

    What the process holds by then is left to the collector of garbage no longer.
    """
    morphology, lexicon = Morphology(), load_lexicon()
    rules = NameRules(lexicon)
    finders = {
        language: NameFinder(tagger, rules, language)
        for language, tagger in load_name_taggers(lexicon, morphology).items()
    }
    pipelines = {language: make_pipeline(language, finders.get(language), lexicon) for language in Language}
    # What is loaded stays, so the collector of garbage need not go through it each time.
    gc.freeze()
    return Tagger(pipelines, PeopleReader(morphology, lexicon.surnames), NameReader(morphology, lexicon))


class Run(NamedTuple):
    """A stretch of a section's text whose blocks are all of one language, and where in it new lines and cells begin.

    A line of a section is a paragraph, an entry of a list or a row of a table, a tab parts what stands far apart in
    one row (`Начальник⇥И. Тестов`): no name crosses from one to the next.
    """

    start: int
    end: int
    language: Language
    borders: tuple[int, ...]


def runs(section: Section) -> Iterator[Run]:
    """The section's text by language."""
    placed = zip(section.starts, section.blocks, strict=True)
    for language, group in groupby(placed, key=lambda pair: pair[1].language):
        members = tuple(group)
        start = members[0][0]
        end = members[-1][0] + len(members[-1][1].text)
        borders = (found.end() for found in re.finditer("[\n\t]", section.text[start:end]))
        yield Run(start, end, language, tuple(borders))


def shifted(entity: Entity, by: int) -> Entity:
    """The entity, `by` characters further on."""
    return msgspec.structs.replace(entity, start=entity.start + by, end=entity.end + by)
