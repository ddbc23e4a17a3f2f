"""Passages of the source documents marked from outside: places and labels here, the text in the data folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from document import Label, Language
from models.language.detector import load_detector
from models.train.marked import FOLDER, MarkError
from models.train.passages import DATA, Passage

FILE = FOLDER / "seeds.jsonl"
TEXTS = DATA / "seeds"


class Marking(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Characters `start:end` of a text, their SHA-256, and the entities in them as offsets into the passage."""

    source: str
    start: int
    end: int
    sha256: str
    entities: tuple[tuple[int, int, Label], ...]
    lang: Language | None = None


def read_standoff(file: Path = FILE, texts: Path = TEXTS) -> Iterator[Passage]:
    """Every marked passage; `MarkError` names the line whose text is another than was marked or whose marks are bad."""
    if not file.is_file():
        return
    detector = load_detector()

    @cache
    def text_of(source: str) -> str:
        return (texts / source).read_text(encoding="utf-8")

    for number, line in enumerate(file.read_bytes().splitlines(), start=1):
        try:
            marking = msgspec.json.decode(line, type=Marking)
            text = text_of(marking.source)[marking.start : marking.end]
            _check(marking, text)
            language = marking.lang or detector.detect(text).language
            if language is Language.UND:
                raise MarkError("the language is not plain: give it as lang")
        except (msgspec.DecodeError, MarkError, OSError) as error:
            raise MarkError(f"{file}, line {number}: {error}") from None
        yield Passage(language, marking.source, text, marking.entities)


def _check(marking: Marking, text: str) -> None:
    """Refuse a text that was changed and entities that are empty, outside the text or overlap."""
    if hashlib.sha256(text.encode()).hexdigest() != marking.sha256:
        raise MarkError("the text is not what was marked")
    last = 0
    for start, end, label in marking.entities:
        if not last <= start < end <= len(text) or text[start:end] != text[start:end].strip():
            raise MarkError(f"{label.value} {start}:{end} is empty, outside the text, ends in blanks or overlaps")
        last = end
