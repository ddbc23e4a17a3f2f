"""Grammar of DATE: days, months, years, decades, centuries and ranges of them, in three languages at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
import regex

from document import DateValue, Label
from models.lexicon import Lexicon
from pipelines.entities import edtf
from pipelines.entities.candidate import Candidate, Rule
from pipelines.entities.days import DAY_RULES
from pipelines.entities.figure_dates import FIGURE_RULES
from pipelines.entities.months import MONTH_RULES
from pipelines.entities.periods import PERIODS
from pipelines.entities.rule import longest
from pipelines.entities.year_words import WORD_RULES
from pipelines.entities.years import YEAR_RULES

# Of readings of one length the first offered is kept.
RULES: tuple[Rule, ...] = (*DAY_RULES, *MONTH_RULES, *FIGURE_RULES, *PERIODS, *WORD_RULES, *YEAR_RULES)

JOINED = regex.compile(r"\s{0,2}[-‐‑–—−]\s{0,2}(?:the\s)?")


def find(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find dates, the longest reading of each; two joined by a dash are one range."""
    found = longest(one for read in RULES for one in read(text, lexicon))
    for date in ranges(found, text):
        yield qualified(date, text)


def ranges(dates: Iterable[Candidate], text: str) -> Iterator[Candidate]:
    """Join dates with nothing but a dash between them."""
    held: Candidate | None = None
    for date in dates:
        if held is not None and JOINED.fullmatch(text, held.end, date.start):
            held = Candidate(held.start, date.end, Label.DATE, "rule:date-range", 1.0, spanned(held, date))
            continue
        if held is not None:
            yield held
        held = date
    if held is not None:
        yield held


def spanned(first: Candidate, last: Candidate) -> DateValue | None:
    """Give the interval from one date to another, where both are understood."""
    if isinstance(first.value, DateValue) and isinstance(last.value, DateValue):
        value = edtf.interval(first.value.edtf, last.value.edtf)
        return DateValue(value) if value else None
    return None


# `около 1937 г.`: outside the date, but its value is less sure.
ABOUT = regex.compile(
    r"(?<!\p{L})(?:около|примерно|приблизительно|ориентировочно|ок\.|прибл\.|шамамен|жуықтап|about|around|circa|ca?\."
    r"|approximately|approx\.|roughly)\s{0,2}(?:(?:в|во|in|the)\s)?$",
    regex.IGNORECASE,
)
DOUBTED = regex.compile(r"\s?(?:\(\?\)|\?\s?\))")
REACH = 20


def qualified(date: Candidate, text: str) -> Candidate:
    """Mark the value of a date that the words around it call approximate (`~`) or doubtful (`?`)."""
    value = date.value
    if not isinstance(value, DateValue):
        return date
    if ABOUT.search(text, max(0, date.start - REACH), date.start):
        return msgspec.structs.replace(date, value=DateValue(edtf.about(value.edtf)))
    if DOUBTED.match(text, date.end) and "/" not in value.edtf:
        return msgspec.structs.replace(date, value=DateValue(f"{value.edtf}?"))
    return date
