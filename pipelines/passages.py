"""Tagging of given text: lines in, the same objects with language and entities out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from document import Language
from ingest.text import settle_text
from pipelines.tools import TextTools


class BadLine(msgspec.Struct, frozen=True):
    """A line that is no passage, and why; lines count from 1."""

    line: int
    message: str


Passage = dict[str, Any]  # a user's own object: all its keys are kept


def read_json_lines(lines: Iterable[str]) -> Iterator[Passage | BadLine]:
    """One passage a line: an object with `text`, and `lang` where the language is known."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _passage(number, line)


def read_text_lines(lines: Iterable[str]) -> Iterator[Passage]:
    """Each line that holds something as a passage, settled as the text of a document is."""
    for line in lines:
        if text := settle_text(line.strip()):
            yield {"text": text}


def tag_passages(passages: Iterable[Passage | BadLine], tools: TextTools) -> Iterator[Passage | BadLine]:
    """Add `lang`, where it is missing, and `entities` with offsets into `text` as it was given."""
    for passage in passages:
        if isinstance(passage, BadLine):
            yield passage
            continue
        text: str = passage["text"]
        language = Language(passage["lang"]) if passage.get("lang") else tools.detector.detect(text).language
        entities = [msgspec.to_builtins(entity) for entity in tools.tagger.tag(text, language)]
        yield {**passage, "lang": language.value, "entities": entities}


def dump(passage: Passage) -> str:
    """A passage as a line; text that UTF-8 cannot hold (lone surrogates) is escaped, as JSON allows."""
    line = json.dumps(passage, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        return json.dumps(passage)
    return line


def _passage(number: int, line: str) -> Passage | BadLine:
    try:
        passage = json.loads(line)
    except json.JSONDecodeError as error:
        return BadLine(number, f"not JSON: {error.msg} at column {error.colno}")
    if not isinstance(passage, dict) or not isinstance(passage.get("text"), str):
        return BadLine(number, 'not an object with a "text" string')
    if passage.get("lang") and passage["lang"] not in tuple(Language):
        return BadLine(number, f'"lang" is {passage["lang"]!r}, not one of {", ".join(Language)}')
    return passage
