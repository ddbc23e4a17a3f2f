"""What an entity's text says, in a form to compute with: one kind of value for each label, frozen.

They belong to the vocabulary of `document`, which hands them on: import them from there.
"""

from __future__ import annotations

import msgspec


class DateValue(msgspec.Struct, frozen=True, omit_defaults=True):
    """A date as EDTF level 1, never more precise than the text."""

    edtf: str


class PersonValue(msgspec.Struct, frozen=True, omit_defaults=True):
    """A person's name in parts; `name` is the base form, `key` the same for all spellings of one name."""

    name: str
    key: str
    surname: str | None = None
    given: str | None = None
    patronymic: str | None = None
    initials: str | None = None


class FondsValue(msgspec.Struct, frozen=True, omit_defaults=True):
    """A reference to archival holdings, by ISAD(G) levels; `folios` carry `v` for a verso (об.)."""

    normalized: str
    archive: str | None = None
    fonds: str | None = None
    inventory: str | None = None
    file: str | None = None
    folios: str | None = None


class OrderValue(msgspec.Struct, frozen=True, omit_defaults=True):
    """A normative act; `type` is an English noun (order, decree …), `id` is set for acts the lexicon knows."""

    type: str | None = None
    issuer: str | None = None
    number: str | None = None
    date: str | None = None
    title: str | None = None
    id: str | None = None


class ArticleValue(msgspec.Struct, frozen=True, omit_defaults=True):
    """A provision of a code: article `58-10`, its parts (часть) and points (пункт).

    Where several articles are named in one go, `articles` holds all of them in full and `article` the first.
    """

    article: str
    code: str | None = None
    points: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


class CaseValue(msgspec.Struct, frozen=True, omit_defaults=True):
    """A numbered case or file of an investigation or court."""

    number: str


class NameValue(msgspec.Struct, frozen=True, omit_defaults=True):
    """A camp, institution or place: `name` in base form, `id` where the lexicon knows it."""

    name: str
    id: str | None = None


Value = DateValue | PersonValue | FondsValue | OrderValue | ArticleValue | CaseValue | NameValue
