"""Reads the lexicon's tables, which lie beside this module."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeVar

from models.lexicon.entries import (
    Archive,
    Camp,
    LetterArticle,
    Lexicon,
    Order,
    Organisation,
    Place,
    fold,
    plain_archive,
    plain_camp,
)

FOLDER = Path(__file__).resolve().parent


class HasForms(Protocol):
    """An entry that goes by several names."""

    @property
    def forms(self) -> tuple[str, ...]:
        """All names the entry goes by."""


Entry = TypeVar("Entry", bound=HasForms)


def load_lexicon(folder: Path = FOLDER) -> Lexicon:
    """Read every table of `folder`; the first entry of a file wins a form that several claim."""
    archives = tuple(Archive(row["id"], forms(row["forms"]), row["place"]) for row in rows(folder / "archives.tsv"))
    camps = tuple(Camp(row["id"], row["name"], forms(row["forms"])) for row in rows(folder / "camps.tsv"))
    organisations = tuple(
        Organisation(row["id"], row["name"], forms(row["forms"]), forms(row["abbreviations"]))
        for row in rows(folder / "organisations.tsv")
    )
    places = tuple(Place(row["id"], row["name"], forms(row["forms"])) for row in rows(folder / "places.tsv"))
    return Lexicon(
        archives=archives,
        camps=camps,
        orders=tuple(Order(**row) for row in rows(folder / "orders.tsv")),
        organisations=organisations,
        places=places,
        letter_articles=tuple(LetterArticle(**row) for row in rows(folder / "letter_articles.tsv")),
        archive_by_form=MappingProxyType({**by_form(archives, plain_archive), **by_form(archives)}),
        camp_by_form=MappingProxyType({**by_form(camps, plain_camp), **by_form(camps)}),
        organisation_by_form=by_form(organisations),
        place_by_form=by_form(places),
        rule_counts=MappingProxyType(
            {row["rule"]: (int(row["right"]), int(row["found"])) for row in rows(folder / "rule_precision.tsv")}
        ),
        surnames=frozenset(form for row in rows(folder / "surnames.tsv") for form in forms(row["forms"])),
    )


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Read the rows of a table with a heading line, tab separated, nothing quoted."""
    with path.open(encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)


def forms(cell: str) -> tuple[str, ...]:
    """Split a cell of names written one after another with bars between."""
    return tuple(form.strip() for form in cell.split("|") if form.strip())


def by_form(entries: Iterable[Entry], key: Callable[[str], str] = fold) -> Mapping[str, Entry]:
    """Give each form, made a key, with the entry it names."""
    index: dict[str, Entry] = {}
    for entry in entries:
        for form in entry.forms:
            index.setdefault(key(form), entry)
    return MappingProxyType(index)
