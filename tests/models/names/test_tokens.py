"""Texts as name taggers see them."""

from __future__ import annotations

import pytest

from models.names.tokens import with_one_dash


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
