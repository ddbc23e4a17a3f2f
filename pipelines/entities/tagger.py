"""Entities in text: one spaCy pipeline per language, its candidates turned into the entities of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

import msgspec
from spacy.language import Language as Pipeline

from document import Entity, Label, Language, Section, SectionRole, Value
from models.names.tokens import encodable
from pipelines.entities.candidate import Candidate
from pipelines.entities.components import candidates_of, make_pipeline
from pipelines.entities.people import read_person
from pipelines.entities.places import read_name


class Tagger:
    """Tags text in each of the languages; `load_tagger` makes one."""

    def __init__(self, pipelines: Mapping[Language, Pipeline]) -> None:
        self.pipelines = pipelines

    def tag(self, text: str, language: Language) -> tuple[Entity, ...]:
        """The entities of `text`, sorted, without overlap; each one's `text` is `text[start:end]`.

        Any text will do: empty, a million characters without a blank, control characters, lone surrogates.
        """
        nlp = self.pipelines[language]
        # Outside a memory zone spaCy keeps every new word for ever, which days of scanned pages would feel.
        with nlp.memory_zone():
            agreed = candidates_of(nlp(encodable(text)))
        return tuple(make_entity(text, candidate, language) for candidate in agreed)

    def tag_section(self, section: Section) -> Section:
        """The section with its entities, offsets into its text; page furniture is left alone.

        Neighbouring blocks of one language are tagged together, by that language's pipeline.
        """
        if section.role is SectionRole.FURNITURE:
            return section
        entities: list[Entity] = []
        for start, end, language in runs(section):
            entities += (shifted(entity, start) for entity in self.tag(section.text[start:end], language))
        return msgspec.structs.replace(section, entities=tuple(entities))


def load_tagger() -> Tagger:
    """Load the pipelines of all languages; `MissingToolError` names what is not installed."""
    return Tagger({language: make_pipeline(language) for language in Language})


def runs(section: Section) -> Iterator[tuple[int, int, Language]]:
    """Stretches of the section's text whose blocks are all of one language: start, end, language."""
    placed = zip(section.starts, section.blocks, strict=True)
    for language, group in groupby(placed, key=lambda pair: pair[1].language):
        members = tuple(group)
        last_start, last_block = members[-1]
        yield members[0][0], last_start + len(last_block.text), language


def shifted(entity: Entity, by: int) -> Entity:
    """The entity, `by` characters further on."""
    return msgspec.structs.replace(entity, start=entity.start + by, end=entity.end + by)


def make_entity(text: str, candidate: Candidate, language: Language) -> Entity:
    """What is written of a candidate, with the value read from its text where no rule has read one."""
    mention = text[candidate.start : candidate.end]
    return Entity(
        start=candidate.start,
        end=candidate.end,
        label=candidate.label,
        text=mention,
        confidence=round(candidate.confidence, 3),
        by=candidate.by,
        value=candidate.value or read_value(mention, candidate.label, language),
    )


def read_value(mention: str, label: Label, language: Language) -> Value | None:
    """The value of a name that a tagger found; rules bring their own."""
    if label is Label.PERSON:
        return read_person(mention, language)
    if label in {Label.ORG, Label.LOC, Label.CAMP}:
        return read_name(mention, label, language)
    return None
