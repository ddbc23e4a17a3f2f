"""A printed line with its token in `[ ]`, and what was read."""

from __future__ import annotations

import numpy as np
import pytest

from bench.characters import Sheet, compare
from bench.marked_lines import FORMS, HALVES, LANGUAGES, MarkedLine, Token, compose


@pytest.mark.parametrize(
    ("printed", "read", "exact"),
    [
        ("осы [№ 00447] бұйрық", "осы № 00447 бұйрық", True),
        ("осы [№ 00447] бұйрық", "осы №\n00447 бұйрық", True),
        ("осы [№ 00447] бұйрық", "осы Хо 00447 бұйрық", False),
        ("осы [№ 00447] бұйрық", "осы № 004471 бұйрық", False),
        ("осы [№ 00447] бұйрық", "осы № 0447 бұйрық", False),
        ("осы [№ 00447] бұйрық", "осе № 00447 буйрык", True),
        ("[Л. 45–46 об.]", "Л. 45-46 об.", True),
        ("ол [—] үй", "ол - үй", False),
        ("ол [—] үй", "", False),
    ],
)
def test_tokens_are_found_exactly_or_not(printed: str, read: str, exact: bool) -> None:
    start, end = printed.index("["), printed.index("]") - 1
    line = MarkedLine(printed.replace("[", "").replace("]", ""), "kk", (Token(start, end, "order"),))
    (outcome,) = compare(Sheet("", 0, "clean", (line,), np.zeros((1, 1), np.uint8)), "muragat", read)
    assert outcome.exact is exact


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("half", range(HALVES))
def test_lines_hold_their_tokens(language: str, half: int) -> None:
    lines = compose(half, language, 30, np.random.default_rng(7))
    assert lines == compose(half, language, 30, np.random.default_rng(7))
    for line in lines:
        assert "{" not in line.text
        assert all(0 <= token.start < token.end <= len(line.text) for token in line.tokens)
        assert all(line.text[token.start : token.end].strip() for token in line.tokens)
    assert any(line.tokens for line in lines)


def test_halves_share_no_form() -> None:
    for forms in FORMS.values():
        first, second = (set(half.split("\n")) for half in forms)
        assert not first & second
