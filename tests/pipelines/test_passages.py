"""Given text is tagged line by line; a bad line is named and the others are done."""

from __future__ import annotations

import json

import pytest

from pipelines.passages import BadLine, dump, read_json_lines, read_text_lines


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not JSON"),
        ("[1, 2]", 'not an object with a "text" string'),
        ('{"text": 1}', 'not an object with a "text" string'),
        ('{"text": "Мұрағат", "lang": "tt"}', "not one of kk, ru, en, und"),
        ('{"text": "Мұрағат", "lang": ["kk"]}', "not one of kk, ru, en, und"),
    ],
)
def test_a_bad_line_is_named(line: str, message: str) -> None:
    good = '{"text": "Мұрағат", "id": 7}'
    first, second, third = read_json_lines([good, line, good])
    assert first == third == {"text": "Мұрағат", "id": 7}
    assert isinstance(second, BadLine)
    assert second.line == 2
    assert message in second.message


def test_text_lines_are_settled() -> None:
    assert list(read_text_lines(["Мұрағат\n", "\n", "й\n"])) == [{"text": "Мұрағат"}, {"text": "й"}]


def test_a_lone_surrogate_stays_escaped() -> None:
    (passage,) = read_json_lines([r'{"text": "Ұлы \ud800 дала"}'])
    assert not isinstance(passage, BadLine)
    line = dump(passage)
    line.encode()
    assert json.loads(line) == passage


def test_letters_stay_letters() -> None:
    assert dump({"text": "Қарағанды"}) == '{"text": "Қарағанды"}'
