"""The heavy things the line works with, loaded once per process and passed down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from document import Section, Settings
from ingest.ocr import Recognizer, load_recognizer
from models.language.detector import Detector, load_detector
from pipelines.entities.tagger import Tagger, load_tagger
from pipelines.producer import make_producer
from pipelines.records import ProducerRecord


class SectionTagger(Protocol):
    """Finds the entities of sections."""

    def tag_section(self, section: Section) -> Section:
        """The section with its entities."""


@dataclass(frozen=True, slots=True)
class Tools:
    """Recogniser of characters, detector of languages, tagger of entities, and what they say of themselves."""

    recognizer: Recognizer
    detector: Detector
    tagger: SectionTagger
    producer: ProducerRecord


@dataclass(frozen=True, slots=True)
class TextTools:
    """What given text needs, where nothing is to be recognised."""

    detector: Detector
    tagger: Tagger


def load_text_tools() -> TextTools:
    """Load the detector and the tagger."""
    return TextTools(load_detector(), load_tagger())


def load_tools(settings: Settings) -> Tools:
    """Load everything; `MissingToolError` names what is not installed."""
    recognizer = load_recognizer(settings)
    return Tools(
        recognizer=recognizer,
        detector=load_detector(settings.languages),
        tagger=load_tagger(),
        producer=make_producer(recognizer.version),
    )
