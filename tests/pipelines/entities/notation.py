"""The notation of rule tests: one line a case, `[LABEL span|value]` where an entity is expected.

`арестован [DATE 30 июля 1937 г.|1937-07-30]` expects one date of that value. The value is the main field of the
label (`edtf`, `normalized`, `number`, `article`, `name`) or `field=value` pairs with `; ` between; `-` is no value;
several parts or points of an article have `+` between. Without a bar the value is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from document import Label, Value
from models.lexicon import Lexicon
from pipelines.entities.candidate import Candidate

MAIN_FIELD = {
    Label.DATE: "edtf",
    Label.FONDS: "normalized",
    Label.ORDER: "number",
    Label.ARTICLE: "article",
    Label.CASE: "number",
    Label.CAMP: "name",
}
SPAN = re.compile(r"\[(?P<label>[A-Z]{3,7}) (?P<span>[^|\]]*(?:\[[^\]]*\][^|\]]*)*)(?:\|(?P<value>[^\]]*))?\]")


class Expected(NamedTuple):
    """An entity expected in a case."""

    start: int
    end: int
    label: Label
    value: str | None


class Case(NamedTuple):
    """A text and what is expected in it."""

    text: str
    expected: tuple[Expected, ...]


def parse(line: str) -> Case:
    """Read one case."""
    text, place, expected = "", 0, []
    for found in SPAN.finditer(line):
        text += line[place : found.start()]
        span = found["span"].replace("\\n", "\n")
        expected.append(Expected(len(text), len(text) + len(span), Label(found["label"]), found["value"]))
        text += span
        place = found.end()
    return Case(text + line[place:], tuple(expected))


def cases(block: str) -> list[str]:
    """List the lines of a block that hold a case; lines that begin with `#` say what follows."""
    return [line for line in block.strip().splitlines() if line.strip() and not line.startswith("#")]


def check(line: str, find: Callable[[str, Lexicon], Iterable[Candidate]], lexicon: Lexicon) -> None:
    """Assert that exactly the expected is found, with the expected values."""
    case = parse(line)
    found = sorted(find(case.text, lexicon), key=lambda one: one.start)
    shown = [(case.text[one.start : one.end], one.label) for one in found]
    assert shown == [(case.text[one.start : one.end], one.label) for one in case.expected]
    for candidate, expected in zip(found, case.expected, strict=True):
        assert (candidate.start, candidate.end) == (expected.start, expected.end)
        if expected.value is not None:
            check_value(candidate.value, expected)


def check_value(value: Value | None, expected: Expected) -> None:
    """Assert that the fields named have the values named."""
    if expected.value == "-":
        assert value is None
        return
    assert value is not None
    for pair in (expected.value or "").split("; "):
        field, separator, wanted = pair.partition("=")
        if not separator:
            field, wanted = MAIN_FIELD[expected.label], pair
        held = getattr(value, field)
        assert ("+".join(held) if isinstance(held, tuple) else held or "") == wanted, field
