"""Tagging of given text: lines in, the same objects with language and entities out."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from document import Entity, Language
from ingest.text import settle_text
from pipelines.explain import explain, one_line
from pipelines.tools import TextTools

NOT_UTF8 = "not UTF-8: convert the file first, for example with `iconv -f WINDOWS-1251 -t UTF-8 OLD > NEW`"


class BadLine(msgspec.Struct, frozen=True):
    """A line that is no passage, and why; lines count from 1."""

    line: int
    message: str


Passage = dict[str, Any]  # a user's own object: all its keys are kept


class Tagged(msgspec.Struct, frozen=True):
    """A passage as it was given, the language it was read in, and its entities."""

    passage: Passage
    language: Language
    entities: tuple[Entity, ...]


def are_json_lines(first: str, name: str) -> bool:
    """Tell by a file's first line that holds something, and its name, whether its lines are JSON or plain text."""
    start = first.lstrip()[:1]
    if start == "{" or name.casefold().endswith((".jsonl", ".ndjson", ".json")):
        return True
    if start not in {"[", '"'}:
        return False
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return False
    return True


def read_json_lines(lines: Iterable[str]) -> Iterator[Passage | BadLine]:
    """One passage a line: an object with `text`, and `lang` where the language is known."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield BadLine(number, NOT_UTF8) if _is_foreign(line) else _passage(number, line)


def read_text_lines(lines: Iterable[str]) -> Iterator[Passage | BadLine]:
    """Each line that holds something as a passage, settled as the text of a document is."""
    for number, line in enumerate(lines, start=1):
        if _is_foreign(line):
            yield BadLine(number, NOT_UTF8)
        elif text := settle_text(line.strip()):
            yield {"text": text}


def _is_foreign(line: str) -> bool:
    """Whether bytes that are no UTF-8, which decoding has made lone surrogates, are in the line."""
    try:
        line.encode()
    except UnicodeEncodeError:
        return True
    return False


def tag_passages(passages: Iterable[Passage | BadLine], tools: TextTools) -> Iterator[Tagged | BadLine]:
    """Tag each passage in its own language, or the one detected; offsets are into `text` as it was given."""
    for passage in passages:
        if isinstance(passage, BadLine):
            yield passage
            continue
        text: str = passage["text"]
        language = Language(passage["lang"]) if passage.get("lang") else tools.detector.detect(text).language
        yield Tagged(passage, language, tools.tagger.tag(text, language))


def dump(tagged: Tagged) -> str:
    """The passage as a line of JSON, with `lang` and `entities` among its keys.

    Text that UTF-8 cannot hold (lone surrogates) is escaped, as JSON allows.
    """
    entities = [msgspec.to_builtins(entity) for entity in tagged.entities]
    record = {**tagged.passage, "lang": tagged.language.value, "entities": entities}
    line = json.dumps(record, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        return json.dumps(record)
    return line


def dump_explained(tagged: Tagged) -> str:
    """The passage for people: its language and text, and below each entity with why it was found."""
    text: str = tagged.passage["text"]
    heading = f"{tagged.language}: {one_line(text)}"
    lines = (f"  {line}" for line in explain(text, tagged.entities))
    return "\n".join((heading, *lines, ""))


def _refuse_constant(name: str) -> float:
    """Refuse what Python reads and JSON has not: NaN and infinities."""
    raise ValueError(f"{name} is no number of JSON")


def _finite(written: str) -> float:
    """The number, which Python would take for an infinity where it is too large, and JSON has none to write."""
    number = float(written)
    if math.isinf(number):
        raise ValueError(f"{written} is too large a number")
    return number


def _passage(number: int, line: str) -> Passage | BadLine:
    try:
        passage = json.loads(line, parse_constant=_refuse_constant, parse_float=_finite)
    except json.JSONDecodeError as error:
        return BadLine(number, f"not JSON: {error.msg.removesuffix(' at')} at column {error.colno}")
    except ValueError as error:  # a number of thousands of figures or beyond all bounds, NaN
        return BadLine(number, f"not JSON: {error}")
    except RecursionError:
        return BadLine(number, "not readable: brackets within brackets a thousand deep")
    if not isinstance(passage, dict) or not isinstance(passage.get("text"), str):
        return BadLine(number, 'not an object with a "text" string')
    if passage.get("lang") and passage["lang"] not in tuple(Language):
        return BadLine(number, f'"lang" is {passage["lang"]!r}, not one of {", ".join(Language)}')
    return passage
