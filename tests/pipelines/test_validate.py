"""Validation finds what breaks the schema and what a schema cannot say."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.validate import find_problems

DOCUMENT: dict[str, Any] = {
    "kind": "document",
    "schema": "1.0",
    "id": "ab" * 8,
    "source": {"path": "хат.txt", "sha256": "ab" * 32, "bytes": 1, "media_type": "text/plain"},
    "pages": [
        {
            "page": 1,
            "method": "text",
            "reason": "plain text",
            "width": 0.0,
            "height": 0.0,
            "rotation": 0,
            "skew": 0.0,
            "dpi": None,
            "language": "kk",
            "confidence": 1.0,
            "characters": 16,
            "warnings": [],
        }
    ],
    "languages": {"kk": 1.0},
    "producer": {"muragat": "0.1.0", "tesseract": "5.5.0", "models": {}},
    "failures": [],
}
ENTITY = {"start": 0, "end": 9, "label": "LOC", "text": "Қарағанды", "page": 1, "box": None}
SECTION: dict[str, Any] = {
    "kind": "section",
    "document": "ab" * 8,
    "id": "ab" * 8 + "/0001",
    "level": 1,
    "path": [],
    "role": "body",
    "title": "",
    "language": "kk",
    "pages": [1, 1],
    "text": "Қарағанды қаласы",
    "blocks": [
        {
            "start": 0,
            "end": 16,
            "page": 1,
            "box": None,
            "language": "kk",
            "method": "text",
            "confidence": 1,
            "role": "paragraph",
        }
    ],
    "entities": [{**ENTITY, "confidence": 0.9, "by": "rule:test", "value": None}],
}


def problems(tmp_path: Path, *lines: object) -> list[str]:
    path = tmp_path / "хат.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    return list(find_problems(path))


def with_entity(**parts: object) -> dict[str, Any]:
    return {**SECTION, "entities": [{**SECTION["entities"][0], **parts}]}


def test_a_valid_file_has_no_problems(tmp_path: Path) -> None:
    assert problems(tmp_path, DOCUMENT, SECTION) == []


def test_an_id_that_is_not_of_the_file_is_named(tmp_path: Path) -> None:
    source = {**DOCUMENT["source"], "sha256": "cd" * 32}
    (found,) = problems(tmp_path, {**DOCUMENT, "source": source}, SECTION)
    assert found == f"1: the id {'ab' * 8} is not the beginning of the file's sha256"


def test_an_empty_file_is_invalid(tmp_path: Path) -> None:
    assert problems(tmp_path) == ["1: the file is empty; the first line must be a document record"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b'{"kind":"section","text":"\xff"}', "'utf-8' codec can't decode byte 0xff"),
        (b'{"text":"\\ud800"}', "Input data was truncated"),
        (b'{"kind":"section","x":' + b'{"a":' * 100_000, "Object contains unknown field"),
        (b'{"x":' + b'{"a":' * 100_000, "brackets within brackets"),
        (b"null", "Expected `object`"),
        (b"[1]", "Expected `object`"),
        (b"\x00", "JSON is malformed"),
        (b"   ", "Input data was truncated"),
    ],
)
def test_a_line_that_is_no_record_is_named_and_the_rest_is_looked_at(tmp_path: Path, line: bytes, problem: str) -> None:
    path = tmp_path / "хат.jsonl"
    lines = (json.dumps(DOCUMENT).encode(), line, json.dumps(with_entity(text="Қарағанда")).encode())
    path.write_bytes(b"\n".join(lines))
    first, second = find_problems(path)
    assert first.startswith(f"2: {problem}")
    assert second.startswith("3: LOC 0:9")


@given(st.lists(st.binary(max_size=60), max_size=6))
def test_any_bytes_are_valid_or_named_by_their_line(lines: list[bytes]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "кез келген.jsonl"
        path.write_bytes(b"\n".join(lines))
        held = path.read_bytes()
        count = max(1, held.count(b"\n") + (not held.endswith(b"\n")))
        assert [int(problem.partition(":")[0]) for problem in find_problems(path)] == list(range(1, count + 1))


@pytest.mark.parametrize(
    ("section", "problem"),
    [
        (with_entity(text="Қарағанда"), "2: LOC 0:9 is 'Қарағанды', not 'Қарағанда'"),
        (with_entity(end=99), "2: LOC 0:99 overlaps the one before or leaves the text"),
        (with_entity(start=-1), "2: Expected `int` >= 0"),
        (with_entity(page=2), f"2: section {SECTION['id']} speaks of pages [2], which its document does not have"),
        (with_entity(label="PLACE"), "2: Invalid value 'PLACE'"),
        (with_entity(confidence=1.5), "2: Expected `float` <= 1.0"),
        ({**SECTION, "document": "cd" * 8}, f"2: section {SECTION['id']} stands under no document record of its own"),
        ({**SECTION, "blocks": [{**SECTION["blocks"][0], "end": 17}]}, "2: block 0:17 does not follow"),
        ({**SECTION, "extra": 1}, "2: Object contains unknown field `extra`"),
        ([], "2: Expected `object`"),
    ],
)
def test_each_broken_promise_is_named(tmp_path: Path, section: object, problem: str) -> None:
    (found,) = problems(tmp_path, DOCUMENT, section)
    assert found.startswith(problem)
