"""The first and the last day that an EDTF date can mean, so that dates of any precision can be compared."""

from __future__ import annotations

from calendar import monthrange
from functools import lru_cache

import regex

PART = regex.compile(r"(?P<year>\d{2,4}X{0,2})(?:-(?P<month>\d{2}|XX))?(?:-(?P<day>\d{2}|XX))?[~?%]*")
EARLIEST, LATEST = "0000-01-01", "9999-12-31"
SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 12)}
"""First and last month of EDTF's seasons; its winter is the year's end."""


@lru_cache(10_000)
def span_of(edtf: str) -> tuple[str, str] | None:
    """First and last day as ISO dates; None where the string is no EDTF that we write. `..` and nothing are open."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _span(first)
    begin = (EARLIEST, EARLIEST) if first in {"", ".."} else _span(first)
    end = (LATEST, LATEST) if last in {"", ".."} else _span(last)
    return (begin[0], end[1]) if begin and end else None


def _span(part: str) -> tuple[str, str] | None:
    match = PART.fullmatch(part)
    if match is None or len(match["year"]) != 4:
        return None
    first, last = match["year"].replace("X", "0"), match["year"].replace("X", "9")
    month, day = match["month"], match["day"]
    if month in {None, "XX"}:
        return f"{first}-01-01", f"{last}-12-31"
    if month in SEASONS:
        begin, end = SEASONS[month]
        return f"{first}-{begin:02}-01", f"{last}-{end:02}-{_days(last, end):02}"
    if not 1 <= int(month) <= 12:
        return None
    if day in {None, "XX"}:
        return f"{first}-{month}-01", f"{last}-{month}-{_days(last, int(month)):02}"
    return (f"{first}-{month}-{day}", f"{last}-{month}-{day}") if 1 <= int(day) <= 31 else None


def _days(year: str, month: int) -> int:
    return monthrange(max(int(year), 1), month)[1]
