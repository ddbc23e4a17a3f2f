"""Values of entities written as their fields, for people to read."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from document import Value


def value_of(value: Value) -> str:
    """Write a value as its fields."""
    return "; ".join(f"{name}: {_written(part)}" for name, part in msgspec.to_builtins(value).items())


def _written(part: str | Sequence[str]) -> str:
    return part if isinstance(part, str) else ", ".join(part)
