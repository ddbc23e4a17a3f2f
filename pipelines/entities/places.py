"""The base form of the name of a place, an institution or a camp."""

from __future__ import annotations

from document import Label, Language, NameValue


def read_name(mention: str, label: Label, language: Language) -> NameValue:  # noqa: ARG001
    """The value of a mention of a place, an institution or a camp."""
    return NameValue(name=" ".join(mention.split()))
