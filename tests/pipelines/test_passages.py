"""Given text is tagged line by line; a bad line is named and the others are done."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from document import DateValue, Entity, Label, Language
from pipelines.passages import (
    BadLine,
    Passage,
    Tagged,
    are_json_lines,
    dump,
    dump_explained,
    read_json_lines,
    read_text_lines,
)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not JSON"),
        ("[1, 2]", 'not an object with a "text" string'),
        ('{"text": 1}', 'not an object with a "text" string'),
        ('{"text": "Мұрағат", "lang": "tt"}', "not one of kk, ru, en, und"),
        ('{"text": "Мұрағат", "lang": ["kk"]}', "not one of kk, ru, en, und"),
        ('"Мұрағат"', 'not an object with a "text" string'),
        ("null", 'not an object with a "text" string'),
        ('{"text": "Мұрағат", "year": NaN}', "not JSON: NaN is no number of JSON"),
        ('{"text": "Мұрағат", "year": ' + "1" * 5_000 + "}", "not JSON"),
        ('{"text": "Мұрағат", "year": 1e999}', "not JSON: 1e999 is too large a number"),
        ('{"text": "Мұра\x01ғат"}', "not JSON: Invalid control character at column 15"),
        ('\ufeff{"text": "Мұрағат"}', "not JSON: Unexpected UTF-8 BOM"),
        ("[" * 100_000, "brackets within brackets"),
    ],
)
def test_a_bad_line_is_named(line: str, message: str) -> None:
    good = '{"text": "Мұрағат", "id": 7}'
    first, second, third = read_json_lines([good, line, good])
    assert first == third == {"text": "Мұрағат", "id": 7}
    assert isinstance(second, BadLine)
    assert second.line == 2
    assert message in second.message


WRITTEN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["text", "lang", "id", "ә"]), inner, max_size=4)
    ),
    max_leaves=6,
).map(json.dumps)
LINES = st.lists(WRITTEN | st.text(st.characters(), max_size=20), max_size=6)


def refuse(name: str) -> float:
    raise AssertionError(f"{name} is no JSON")


@given(LINES)
def test_any_lines_are_passages_or_named_and_passages_are_written_as_json(lines: list[str]) -> None:
    read = list(read_json_lines(lines))
    assert len(read) == sum(bool(line.strip()) for line in lines)
    for passage in read:
        if isinstance(passage, BadLine):
            assert 1 <= passage.line <= len(lines)
            continue
        line = dump(Tagged(passage, Language.KK, ()))
        line.encode()
        assert json.loads(line, parse_constant=refuse) == {**passage, "lang": "kk", "entities": []}


@given(LINES)
def test_any_lines_of_text_are_passages_or_named(lines: list[str]) -> None:
    for passage in read_text_lines(lines):
        assert isinstance(passage, BadLine) or unicodedata.is_normalized("NFC", passage["text"])


def test_text_lines_are_settled() -> None:
    assert list(read_text_lines(["Мұрағат\n", "\n", "й\n"])) == [{"text": "Мұрағат"}, {"text": "й"}]


@pytest.mark.parametrize("read", [read_text_lines, read_json_lines])
def test_a_line_that_is_not_utf8_is_named_and_not_cut_down(
    read: Callable[[Iterable[str]], Iterator[Passage | BadLine]],
) -> None:
    held = '{"text": "Тіркеу"}\n'.encode() + '{"text": "Справка"}\n'.encode("cp1251")
    first, second = read(held.decode("utf-8", "surrogateescape").splitlines())
    assert not isinstance(first, BadLine)
    assert isinstance(second, BadLine)
    assert (second.line, second.message[:9]) == (2, "not UTF-8")


def test_a_lone_surrogate_stays_escaped() -> None:
    (passage,) = read_json_lines([r'{"text": "Ұлы \ud800 дала"}'])
    assert not isinstance(passage, BadLine)
    line = dump(Tagged(passage, Language.KK, ()))
    line.encode()
    assert json.loads(line) == {**passage, "lang": "kk", "entities": []}


def test_letters_stay_letters() -> None:
    line = dump(Tagged({"text": "Қарағанды"}, Language.KK, ()))
    assert line == '{"text": "Қарағанды", "lang": "kk", "entities": []}'


@pytest.mark.parametrize("text", ["", "\x00\x07\x1b[31m", "سلام 1937 жылы שלום", "\u202eтаңба\u202c", "\udfff\ud800"])
def test_any_text_is_written_so_that_json_reads_it_back(text: str) -> None:
    line = dump(Tagged({"text": text, "id": "ә"}, Language.UND, ()))
    assert "\n" not in line
    line.encode()
    assert json.loads(line)["text"] == text


@pytest.mark.parametrize(
    ("first", "name", "wanted"),
    [
        ('{"text": "Мұрағат"}', "-", True),
        ("  {", "-", True),
        ("[1, 2]", "-", True),
        ('"Мұрағат"', "-", True),
        ("5", "letters.jsonl", True),
        ("[үзінді] Мұрағат", "-", False),
        ("1937 жылы", "letter.txt", False),
        ("", "-", False),
    ],
)
def test_lines_of_json_are_told_from_text(first: str, name: str, wanted: bool) -> None:
    assert are_json_lines(first, name) is wanted


def test_an_explained_passage_is_safe_to_print() -> None:
    text = "\x1b[31m1937 жылы"
    entity = Entity(5, 14, Label.DATE, "1937 жылы", 0.9, "rule:year-kk", DateValue("1937"))
    shown = dump_explained(Tagged({"text": text}, Language.KK, (entity,)))
    assert "\x1b" not in shown
    assert shown.splitlines()[0] == "kk: \N{REPLACEMENT CHARACTER}[31m1937 жылы"
    assert "      read      year: 1937" in shown.splitlines()
