"""Tokens, chunks, features and spans of the name taggers."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

import models.names.kazakh  # noqa: F401 - registers `kk`
from document import Label
from models.names.archival import spans_of, tags_for
from models.names.features import is_shouted, quotation
from models.names.looks import shape
from models.names.tokens import Tokenizer, cut, encodable
from pipelines.entities.chunks import chunks

TOKENS = """
Н.И.Ежов|Н . И . Ежов
ІІХК-ның|ІІХК - ның
еліндеРесей|елінде Ресей
58-10, 1937|58 - 10 , 1937
Қарағандыға әкелді|Қарағандыға әкелді
"""


@pytest.mark.parametrize("line", TOKENS.strip().splitlines())
def test_text_is_cut_into_words_numbers_and_signs(line: str) -> None:
    text, _, tokens = line.partition("|")
    assert " ".join(token.text for token in cut(text)) == tokens


@given(st.text(max_size=80))
def test_a_document_has_the_text_it_was_made_from(text: str) -> None:
    tokenizer = Tokenizer(spacy.blank("kk").vocab)
    assert tokenizer(text).text == encodable(text)
    assert all(text[token.start : token.end] == token.text for token in cut(text))


def test_kazakh_is_a_language_of_spacy() -> None:
    doc = spacy.blank("kk")("Қамауға жиырма бесінші мамырда 1937 адам алынды және")
    assert [token.text for token in doc if token.like_num] == ["жиырма", "бесінші", "1937"]
    assert doc[-1].is_stop


@given(st.text(alphabet="аә. \n", max_size=200), st.integers(min_value=2, max_value=30))
def test_chunks_cover_the_text(text: str, longest: int) -> None:
    pieces = list(chunks(text, longest))
    assert "".join(text[start:end] for start, end in pieces) == text
    assert all(0 < end - start <= longest for start, end in pieces)


def test_spans_survive_tags() -> None:
    text = "Сидоров Пётр Алматыда Мәскеуде"
    spans = [(0, 12, Label.PERSON), (13, 21, Label.LOC), (22, 30, Label.LOC)]
    tokens = cut(text)
    tags = tags_for(tokens, spans)
    assert tags == ["B-PERSON", "I-PERSON", "B-LOC", "B-LOC"]
    found = [(tokens[first].start, tokens[last].end, Label(label)) for first, last, label in spans_of(tags)]
    assert found == spans


def test_looks_of_words() -> None:
    assert [shape(word) for word in ("Ежов", "НКВД", "Ә", "1937", "—")] == ["Xx", "X", "X1", "d", "—"]
    assert is_shouted(cut("ҚАУЛЫ ҚАБЫЛДАНСЫН"))
    assert not is_shouted(cut("Қаулы қабылдансын"))
    assert quotation(cut("«Алаш» партиясы")) == [False, True, False, False]
