"""First and last day of dates, `none` where a string is none that we write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.review.edtf_span import span_of


@pytest.mark.parametrize(
    "case",
    [
        "1937-07-30 = 1937-07-30 1937-07-30",
        "1937-07 = 1937-07-01 1937-07-31",
        "1936-02 = 1936-02-01 1936-02-29",
        "1937 = 1937-01-01 1937-12-31",
        "1937~ = 1937-01-01 1937-12-31",
        "193X = 1930-01-01 1939-12-31",
        "19XX = 1900-01-01 1999-12-31",
        "1937-XX-30 = 1937-01-01 1937-12-31",
        "1937-07-XX = 1937-07-01 1937-07-31",
        "1937-21 = 1937-03-01 1937-05-31",
        "1920/1930 = 1920-01-01 1930-12-31",
        "1920/.. = 1920-01-01 9999-12-31",
        "/1930 = 0000-01-01 1930-12-31",
        "1937-13 = none",
        "1937-07-32 = none",
        "37 = none",
        "жыл = none",
        "' OR 1=1 = none",
    ],
)
def test_spans(case: str) -> None:
    edtf, _, days = case.rpartition(" = ")
    assert span_of(edtf) == (None if days == "none" else tuple(days.split()))


@given(st.text(alphabet="0123456789X-/~?.% ", max_size=24))
def test_any_string_has_a_span_that_runs_forward_or_none(text: str) -> None:
    span = span_of(text)
    assert span is None or (len(span[0]) == len(span[1]) == 10)
