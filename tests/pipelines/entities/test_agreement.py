"""Who gives way where candidates overlap."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from document import DateValue, Label
from pipelines.entities.agreement import agree
from pipelines.entities.candidate import Candidate

TEXT = "ҚР ОМА Ф.1125 қоры, 8 Марта көшесі " * 3


def rule(start: int, end: int, label: Label, name: str = "x") -> Candidate:
    return Candidate(start, end, label, f"rule:{name}", 1.0, DateValue("1937") if label is Label.DATE else None)


def model(start: int, end: int, label: Label, confidence: float = 0.9) -> Candidate:
    return Candidate(start, end, label, "model:x", confidence)


def test_a_reference_holds_the_archive_and_the_date_in_it() -> None:
    held = [rule(0, 13, Label.FONDS), model(0, 6, Label.ORG), rule(9, 13, Label.DATE)]
    assert agree(held, TEXT) == (held[0],)


def test_the_grammar_goes_before_a_longer_name() -> None:
    held = [model(0, 18, Label.ORG, 1.0), rule(7, 13, Label.ORDER)]
    assert [one.label for one in agree(held, TEXT)] == [Label.ORDER]


def test_of_two_names_the_longer_wins_then_the_surer() -> None:
    assert agree([model(0, 6, Label.LOC), model(0, 13, Label.ORG)], TEXT)[0].label is Label.ORG
    assert agree([model(0, 6, Label.LOC, 0.5), model(0, 6, Label.ORG, 0.8)], TEXT)[0].label is Label.ORG


def test_a_day_without_a_year_may_be_part_of_a_street() -> None:
    day = Candidate(20, 27, Label.DATE, "rule:day-month")
    assert [one.label for one in agree([day, model(20, 34, Label.LOC)], TEXT)] == [Label.LOC]
    assert [one.label for one in agree([day, model(28, 34, Label.LOC)], TEXT)] == [Label.DATE, Label.LOC]


def test_a_camp_may_be_part_of_the_name_of_an_institution() -> None:
    camp = rule(7, 13, Label.CAMP, "short-name")
    assert [one.label for one in agree([camp, model(0, 13, Label.ORG)], TEXT)] == [Label.ORG]
    assert [one.label for one in agree([camp, model(0, 13, Label.LOC)], TEXT)] == [Label.CAMP]
    assert [one.label for one in agree([camp, model(7, 13, Label.ORG)], TEXT)] == [Label.CAMP]


def test_a_number_only_the_lexicon_tells_yields() -> None:
    weak = rule(7, 13, Label.ORDER, "known-number")
    assert agree([weak, rule(0, 13, Label.CAMP)], TEXT)[0].label is Label.CAMP
    assert agree([weak], TEXT) == (weak,)


def test_white_space_at_the_ends_is_dropped() -> None:
    (found,) = agree([model(6, 14, Label.ORG)], TEXT)
    assert TEXT[found.start : found.end] == "Ф.1125"


places = st.tuples(st.integers(0, 90), st.integers(1, 30), st.sampled_from(list(Label)), st.booleans())


@given(st.lists(places, max_size=25))
def test_what_is_chosen_is_sorted_and_apart(spans: list[tuple[int, int, Label, bool]]) -> None:
    offered = [(rule if by_rule else model)(start, start + length, label) for start, length, label, by_rule in spans]
    chosen = agree(offered, TEXT + " " * 60)
    assert all(one.end <= other.start for one, other in pairwise(chosen))
    assert chosen == agree(reversed(offered), TEXT + " " * 60)
