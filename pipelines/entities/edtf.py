"""Dates as EDTF level 1 (ISO 8601-2), never more precise than what was read."""

from __future__ import annotations

import calendar
from typing import NamedTuple

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}


class Interval(NamedTuple):
    """First and last year, month or day, each itself EDTF."""

    first: str
    last: str


def year(number: int) -> str:
    """Write a year."""
    return f"{number:04d}"


def month(number: int, of_year: int) -> str | None:
    """Write a month of a year; None when there is no such month."""
    return f"{of_year:04d}-{number:02d}" if 1 <= number <= 12 else None


def day(number: int, of_month: int, of_year: int) -> str | None:
    """Write a day; None when the calendar has none such."""
    if not 1 <= of_month <= 12 or not 1 <= number <= calendar.monthrange(of_year, of_month)[1]:
        return None
    return f"{of_year:04d}-{of_month:02d}-{number:02d}"


def season(name: str, of_year: int) -> str:
    """Write a season of a year by its code (21 spring … 24 winter)."""
    return f"{of_year:04d}-{SEASONS[name]}"


def quarter(number: int, of_year: int) -> str:
    """Write a quarter of a year as its three months: codes of quarters belong to EDTF level 2."""
    return f"{of_year:04d}-{number * 3 - 2:02d}/{of_year:04d}-{number * 3:02d}"


def half_year(number: int, of_year: int) -> str:
    """Write a half-year of accounting (полугодие) as its six months."""
    return f"{of_year:04d}-{number * 6 - 5:02d}/{of_year:04d}-{number * 6:02d}"


def about(value: str) -> str:
    """Write a date that is only about right; an interval or a decade is so already."""
    return value if "/" in value or "X" in value else f"{value}~"


def decade(first_year: int) -> str:
    """Write the decade that begins with this year: 1930 → `193X`."""
    return f"{first_year // 10:03d}X"


def century(number: int) -> str:
    """Write a century by its number: 20 → `19XX`."""
    return f"{number - 1:02d}XX"


def interval(first: str | None, last: str | None) -> str | None:
    """Write a span of time from the beginning of `first` to the end of `last`; None when it runs backwards."""
    if first is None or last is None:
        return None
    start, end = bounds(first).first, bounds(last).last
    if start[:4] > end[:4] or (len(start) == len(end) and start > end):
        return None
    return start if start == end else f"{start}/{end}"


def bounds(value: str) -> Interval:
    """Give the first and the last year of a decade or century, the ends of an interval, or the date itself twice."""
    if "/" in value:
        first, last = value.split("/", 1)
        return Interval(first, last)
    if "X" in value:
        return Interval(value.replace("X", "0"), value.replace("X", "9"))
    return Interval(value, value)
