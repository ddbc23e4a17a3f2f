"""The heavy things the line works with, loaded once per process and passed down."""

from __future__ import annotations

from dataclasses import dataclass

from document import Settings
from ingest.ocr import Recognizer, load_recognizer
from models.language.detector import Detector, load_detector
from pipelines.entities.tagger import Tagger, load_tagger


@dataclass(frozen=True, slots=True)
class Tools:
    """Recogniser of characters, detector of languages, tagger of entities."""

    recognizer: Recognizer
    detector: Detector
    tagger: Tagger


def load_tools(settings: Settings) -> Tools:
    """Load everything; `MissingToolError` names what is not installed."""
    return Tools(load_recognizer(settings), load_detector(settings.languages), load_tagger())
