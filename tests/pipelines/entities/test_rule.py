from __future__ import annotations

import regex
from hypothesis import given
from hypothesis import strategies as st

from document import Label
from models.lexicon import Lexicon
from pipelines.entities.act_patterns import starts_of_acts
from pipelines.entities.rule import Found, Match, PatternRule

PATTERN = regex.compile(r"(?<!\p{L})(?:жедел\s)?(?:бұйрық|қаулы)(?:\s(?:және\s)?\p{L}+){0,2}")
PIECES = ("жедел ", "бұйрық ", "қаулы ", "және ", "ауыл ", "x", ". ", "приказ ")


def read(match: Match, _: Lexicon) -> Found:
    return Found(match.start(), match.end())


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_looking_only_where_an_act_begins_finds_the_same(text: str) -> None:
    everywhere = PatternRule("all", Label.ORDER, PATTERN, read)
    there = PatternRule("some", Label.ORDER, PATTERN, read, starts_of_acts)
    assert [one.span() for one in there.matches(text)] == [one.span() for one in everywhere.matches(text)]


def test_an_act_begins_at_its_word_and_at_what_kind_it_is() -> None:
    assert starts_of_acts("Ол жедел бұйрық пен қаулыны оқыды") == (3, 9, 20)
