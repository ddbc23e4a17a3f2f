"""One page of a document with everything on it: its blocks, the entities in them, and what the browser is told."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from document import Label
from pipelines.corrected import PERSON, VALUES
from pipelines.corrections import digest_of
from pipelines.review.search import block_rows
from pipelines.review.visible import visible

Piece = tuple[str, "Marking | None"]


@dataclass(frozen=True, slots=True)
class Marking:
    """An entity, `place` its number among those of the page; offsets are into the text of the block it begins in.

    One that runs over several blocks ends beyond the text of that block.
    """

    place: int
    block: int
    start: int
    end: int
    label: str
    text: str
    page: int
    confidence: float
    by: str
    value: dict[str, Any] | None
    box: tuple[float, ...] | None


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block: its text in pieces with the entity that each belongs to, and the digest a correction names it by.

    `place` is its number on the page, `section` and `start` say where in which section its text stands.
    """

    place: int
    digest: str
    text: str
    box: tuple[float, ...] | None
    role: str
    language: str
    confidence: float
    section: int
    start: int
    pieces: tuple[Piece, ...]

    @property
    def touched(self) -> bool:
        """Whether somebody marked, altered or confirmed an entity in it."""
        return any(mark is not None and mark.by == PERSON for _, mark in self.pieces)


@dataclass(frozen=True, slots=True)
class ShownPage:
    """One page; `before`, `after` and `doubtful` are numbers of other pages, None where none, `last` of the last."""

    document: sqlite3.Row
    page: sqlite3.Row
    blocks: tuple[ShownBlock, ...]
    marks: tuple[Marking, ...]
    before: int | None
    after: int | None
    last: int
    doubtful: tuple[int, int] | None


class Field(msgspec.Struct, frozen=True):
    """A part of a label's value; `many` says that it is a list."""

    name: str
    many: bool


FIELDS: Mapping[str, tuple[Field, ...]] = {
    label.value: tuple(
        Field(field.name, isinstance(field.type, msgspec.inspect.VarTupleType))
        for field in msgspec.inspect.type_info(VALUES[label]).fields  # type: ignore[attr-defined]
    )
    for label in Label
}
"""What can be said of an entity with each label."""


def first_page(database: sqlite3.Connection, document: int) -> int | None:
    """The number of a document's first page, None where there is no page."""
    number: int | None = database.execute("SELECT min(page) FROM pages WHERE document = ?", (document,)).fetchone()[0]
    return number


def width_of(database: sqlite3.Connection, document: int, page: int) -> float:
    """How wide a page is, in points; 0 where there is no such page."""
    row = database.execute("SELECT width FROM pages WHERE document = ? AND page = ?", (document, page)).fetchone()
    return row[0] if row else 0.0


def page(database: sqlite3.Connection, document: int, wanted: int) -> ShownPage | None:
    """One page of a document, or None where there is no such page."""
    row = database.execute("SELECT * FROM pages WHERE document = ? AND page = ?", (document, wanted)).fetchone()
    about = database.execute("SELECT * FROM documents WHERE id = ?", (document,)).fetchone()
    if row is None or about is None:
        return None
    before, after, last = database.execute(
        """SELECT (SELECT max(page) FROM pages WHERE document = ?1 AND page < ?2),
        (SELECT min(page) FROM pages WHERE document = ?1 AND page > ?2),
        (SELECT max(page) FROM pages WHERE document = ?1)""",
        (document, wanted),
    ).fetchone()
    following = database.execute(
        # The sign keeps SQLite from sorting all doubtful pages where the next one is wanted.
        """SELECT document, page FROM pages WHERE +doubt > 0 AND (document, page) > (?1, ?2)
        ORDER BY document, page LIMIT 1""",
        (document, wanted),
    ).fetchone()
    marks: list[Marking] = []
    blocks = tuple(_blocks(database, document, wanted, marks))
    doubtful = (following[0], following[1]) if following else None
    return ShownPage(about, row, blocks, tuple(marks), before, after, last, doubtful)


def told(shown: ShownPage, *, may_write: bool, words: Mapping[str, Any]) -> str:
    """What the scripts of the page are told, as JSON: texts as they are, and everything a correction needs."""
    blocks = [
        {
            "place": block.place,
            "digest": block.digest,
            "text": block.text,
            "section": block.section,
            "start": block.start,
            "role": block.role,
            "language": block.language,
            "confidence": block.confidence,
        }
        for block in shown.blocks
    ]
    marks = [
        {
            "place": mark.place,
            "block": mark.block,
            "start": mark.start,
            "end": mark.end,
            "label": mark.label,
            "text": mark.text,
            "shown": visible(mark.text),
            "confidence": mark.confidence,
            "by": mark.by,
            "value": mark.value,
        }
        for mark in shown.marks
    ]
    facts = {
        "file": shown.document["file"],
        "page": shown.page["page"],
        "may_write": may_write,
        "blocks": blocks,
        "marks": marks,
        "fields": FIELDS,
        "words": {
            **words["script"],
            "roles": words["roles"],
            "languages": words["languages"],
            "fields": words["fields"],
            "confidence": words["site"]["confidence"],
        },
    }
    return msgspec.json.encode(facts).decode()


def _blocks(database: sqlite3.Connection, document: int, wanted: int, marks: list[Marking]) -> Iterator[ShownBlock]:
    """The blocks of a page in reading order; the entities in them are added to `marks`."""
    sections = database.execute(
        "SELECT * FROM sections WHERE document = ? AND first_page <= ? AND last_page >= ? ORDER BY number",
        (document, wanted, wanted),
    )
    place = 0
    for section in sections.fetchall():
        entities = database.execute("SELECT * FROM entities WHERE section = ? ORDER BY start", (section["id"],))
        rows = entities.fetchall()
        known: dict[int, Marking] = {}
        for start, end, where, box, language, role, confidence in block_rows(section["blocks"]):
            if where != wanted:
                continue
            inside = [row for row in rows if row["start"] < end and row["end"] > start]
            for row in inside:
                if row["start"] not in known:
                    known[row["start"]] = _marking(row, start, len(marks), place)
                    marks.append(known[row["start"]])
            stretches = [(row["start"] - start, row["end"] - start, known[row["start"]]) for row in inside]
            text = section["text"][start:end]
            pieces = tuple(_pieces(text, stretches))
            yield ShownBlock(
                place, digest_of(text), text, box, role, language, confidence, section["id"], start, pieces
            )
            place += 1


def _pieces(text: str, stretches: Sequence[tuple[int, int, Marking]]) -> Iterator[Piece]:
    """The text cut at the entities in it, which never overlap."""
    done = 0
    for start, end, mark in stretches:
        if start > done:
            yield text[done:start], None
        yield text[max(start, done) : end], mark
        done = end
    if done < len(text):
        yield text[done:], None


def _marking(row: sqlite3.Row, start: int, place: int, block: int) -> Marking:
    value = msgspec.json.decode(row["value"]) if row["value"] else None
    box = tuple(msgspec.json.decode(row["box"])) if row["box"] else None
    return Marking(
        place,
        block,
        row["start"] - start,
        row["end"] - start,
        row["label"],
        row["text"],
        row["page"],
        row["confidence"],
        row["by"],
        value,
        box,
    )
