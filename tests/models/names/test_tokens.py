"""Texts as name taggers see them."""

from __future__ import annotations

import pytest
import spacy

from models.names.tokens import describe_words_by, with_one_dash


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Әуезов - за, Досов — против", "Әуезов – за, Досов – против"),
        ("- Ты был?\n— Был.", "– Ты был?\n– Был."),
        ("Алма-Ата, 1937—1938 гг., Жүсіп -\nаға", "Алма-Ата, 1937—1938 гг., Жүсіп –\nаға"),
    ],
)
def test_dashes_between_blanks_are_one(text: str, seen: str) -> None:
    assert with_one_dash(text) == seen


def test_words_are_described_by_what_is_asked_for_alone() -> None:
    pipeline = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": "muragat.tokens.v1"}}})
    describe_words_by(pipeline.vocab, ("SHAPE",))
    word = pipeline("Қазақстан")[0]
    assert (word.text, word.lang_, word.shape_, word.norm_, word.is_alpha) == ("Қазақстан", "xx", "Xxxxx", "", False)
