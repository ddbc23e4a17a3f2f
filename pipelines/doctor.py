"""Whether everything the program needs is here, and what installs what is not."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator
from functools import partial

import msgspec

from document import Engine, Language, Settings
from errors import MissingToolError
from ingest.ocr import load_recognizer
from models.language.detector import load_detector
from pipelines.entities.tagger import load_tagger
from pipelines.producer import own_version


class Finding(msgspec.Struct, frozen=True):
    """One thing that was looked at: whether it works, and its version or what to do."""

    name: str
    works: bool
    says: str


def examine() -> Iterator[Finding]:
    """Try every part for real."""
    yield Finding("muragat", works=True, says=own_version())
    yield Finding("python", works=True, says=platform.python_version())
    for engine in Engine:
        yield _try(f"OCR through {engine.value}", partial(_recognize, engine))
    yield _try("language profiles", _detect)
    yield _try("taggers and lexicon", _tag)


def _try(name: str, work: Callable[[], str]) -> Finding:
    try:
        return Finding(name, works=True, says=work())
    except MissingToolError as error:
        return Finding(name, works=False, says=str(error))


def _recognize(engine: Engine) -> str:
    return f"Tesseract {load_recognizer(Settings(engine=engine)).version} with kaz, rus and eng"


def _detect() -> str:
    return ", ".join(load_detector((language,)).detect(text).language for language, text in SENTENCES.items())


def _tag() -> str:
    tagger = load_tagger()
    return ", ".join(
        f"{language.value}: {len(tagger.tag(text, language))} entities" for language, text in SENTENCES.items()
    )


SENTENCES = {
    Language.KK: "1937 жылғы 25 шілдеде Қарағанды қаласында тұтқынға алынды.",
    Language.RU: "Арестован 25 июля 1937 г. в городе Караганда.",
    Language.EN: "He was arrested in Karaganda on 25 July 1937.",
}
