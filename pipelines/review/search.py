"""Searching the index: words, beginnings of words and phrases in any of three languages, entities, filters."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import regex

from pipelines.review.edtf_span import EARLIEST, LATEST, span_of
from pipelines.review.folding import Word, fold
from pipelines.review.rows import MOST_SECTIONS

PAGE_SIZE = 20
CONTEXT = 90
"""Characters shown on either side of a hit."""
ORDER = "e.section, e.start"
PIECE = regex.compile(r'"([^"]*)"|(\S+)')


class Filters(msgspec.Struct, frozen=True):
    """What narrows a search; empty is any. `since` and `until` are EDTF dates between which a date must fall."""

    label: str = ""
    language: str = ""
    document: int = 0
    least: float = 0.0
    most: float = 1.0
    since: str = ""
    until: str = ""

    @property
    def asks_entities(self) -> bool:
        """Whether some entity must fit, not only the text."""
        return bool(self.label or self.since or self.until or self.least > 0 or self.most < 1)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a section, `start` in its text, shown by `before`, `words`, `after`; `page` and `box` say where."""

    document: int
    path: str
    section: int
    title: str
    page: int
    box: tuple[float, float, float, float] | None
    start: int
    before: str
    words: str
    after: str
    label: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    """One page of what was found; `more` says that there are others behind it."""

    hits: tuple[Hit, ...]
    more: bool


def search(database: sqlite3.Connection, query: str, filters: Filters, first: int = 0) -> Hits:
    """What fits `query` and `filters` in the order of the documents (of dates, where those are asked for).

    `first` is the number of the first hit wanted, from 0; the order lets the index stop when it has enough.

    A query is words, `begin*` and `"phrases"`, all of which must be there. Where filters ask for entities, they must be
    there in the entity; an empty query then lists all.
    """
    pieces = parse(query)
    if filters.asks_entities:
        found = list(_entities(database, pieces, filters, first))
    elif pieces:
        found = list(_sections(database, pieces, filters, first))
    else:
        found = []
    return Hits(tuple(found[:PAGE_SIZE]), len(found) > PAGE_SIZE)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that must stand side by side; `open_ended` says that the last is only the beginning of one."""

    words: tuple[str, ...]
    open_ended: bool = False

    @property
    def match(self) -> str:
        """The piece as FTS5 is asked for it; words hold letters and digits alone, so nothing need be escaped."""
        return f'"{" ".join(self.words)}"' + ("*" if self.open_ended else "")

    def find(self, words: Sequence[Word]) -> int | None:
        """At which word of a text the piece stands."""
        *whole, last = self.words
        for place in range(len(words) - len(whole)):
            if any(words[place + number].folded != each for number, each in enumerate(whole)):
                continue
            there = words[place + len(whole)].folded
            if there.startswith(last) if self.open_ended else there == last:
                return place
        return None


def parse(query: str) -> tuple[Piece, ...]:
    """The pieces of a query. A word of several (`58-10`, `Бөкей-хан`) is a phrase."""
    pieces: list[Piece] = []
    for phrase, word in PIECE.findall(query):
        text = phrase or word
        open_ended = text.endswith("*")
        words = tuple(each.folded for each in fold(text))
        if words:
            pieces.append(Piece(words, open_ended))
    return tuple(pieces)


def _sections(database: sqlite3.Connection, pieces: Sequence[Piece], filters: Filters, first: int) -> Iterator[Hit]:
    where, values = "", list[Any]()
    if filters.document:
        where += " AND w.rowid BETWEEN ? AND ?"
        values += _span(filters.document)
    if filters.language:
        where += " AND s.language = ?"
        values.append(filters.language)
    rows = database.execute(
        f"""SELECT s.*, d.path AS file FROM words w JOIN sections s ON s.id = w.rowid
        JOIN documents d ON d.id = s.document
        WHERE words MATCH ? {where} ORDER BY w.rowid LIMIT ? OFFSET ?""",  # noqa: S608 - values are bound
        (" AND ".join(piece.match for piece in pieces), *values, PAGE_SIZE + 1, first),
    )
    for row in rows:
        words = fold(row["text"])
        place = pieces[0].find(words) or 0
        last = min(place + len(pieces[0].words) - 1, len(words) - 1)
        yield _hit(row, words[place].start, words[last].end, row["file"])


def _entities(database: sqlite3.Connection, pieces: Sequence[Piece], filters: Filters, first: int) -> Iterator[Hit]:
    source, order, where, values = "entities e", ORDER, "1", list[Any]()
    if pieces:
        # The other way round, from entities to their words, would look at every one.
        source = "form_words f CROSS JOIN entities e ON e.form = f.rowid"
        where += " AND form_words MATCH ?"
        values.append(" AND ".join(piece.match for piece in pieces))
    for condition, asked in (("label = ?", filters.label), ("confidence >= ?", filters.least)):
        if asked:
            where += f" AND e.{condition}"
            values.append(asked)
    if filters.document:
        where += " AND e.section BETWEEN ? AND ?"
        values += _span(filters.document)
    if filters.language:
        where += " AND (SELECT language FROM sections WHERE id = e.section) = ?"
        values.append(filters.language)
    if filters.most < 1:
        source, order = source if pieces else f"{source} INDEXED BY entities_sure", f"e.confidence, {ORDER}"
        where += " AND e.confidence <= ?"
        values.append(filters.most)
    since, until = span_of(filters.since) if filters.since else None, span_of(filters.until) if filters.until else None
    if since or until:
        source, order = source if pieces else "entities e INDEXED BY entities_days", f"e.first_day, {ORDER}"
        where += " AND e.first_day IS NOT NULL AND e.last_day >= ? AND e.first_day <= ?"
        values += [since[0] if since else EARLIEST, until[1] if until else LATEST]
    yield from _entity_hits(database, f"{source} WHERE {where}", order, values, first)


def entity_hits(database: sqlite3.Connection, where: str, values: Sequence[Any], first: int = 0) -> Hits:
    """Entities `e` that fit a condition of ours, from the one numbered `first`."""
    found = tuple(_entity_hits(database, f"entities e WHERE {where}", ORDER, values, first))
    return Hits(found[:PAGE_SIZE], len(found) > PAGE_SIZE)


def _entity_hits(
    database: sqlite3.Connection, source: str, order: str, values: Sequence[Any], first: int
) -> Iterator[Hit]:
    # First which, then what they say: texts are long, and only a page of them is shown.
    rows = database.execute(
        f"""WITH found AS MATERIALIZED (SELECT e.section, e.start FROM {source} ORDER BY {order} LIMIT ? OFFSET ?)
        SELECT s.*, e.start AS entity_start, e."end" AS entity_end, e.label, e.confidence, e.page AS entity_page,
        e.box AS entity_box, d.path AS file FROM found JOIN entities e USING (section, start)
        JOIN sections s ON s.id = e.section JOIN documents d ON d.id = s.document ORDER BY {order}""",  # noqa: S608
        (*values, PAGE_SIZE + 1, first),
    )
    yield from map(_entity_hit, rows)


def _entity_hit(row: sqlite3.Row) -> Hit:
    box = msgspec.json.decode(row["entity_box"]) if row["entity_box"] else None
    return Hit(
        row["document"],
        row["file"],
        row["id"],
        row["title"],
        row["entity_page"],
        tuple(box) if box else None,
        row["entity_start"],
        *_context(row["text"], row["entity_start"], row["entity_end"]),
        label=row["label"],
        confidence=row["confidence"],
    )


def _span(document: int) -> tuple[int, int]:
    """The first and the last id that sections of a document can have."""
    return document * MOST_SECTIONS, (document + 1) * MOST_SECTIONS - 1


def _hit(row: sqlite3.Row, start: int, end: int, file: str) -> Hit:
    page, box = row["first_page"], None
    for first, last, number, place, *_ in block_rows(row["blocks"]):
        if first <= start < last:
            page, box = number, place
    return Hit(row["document"], file, row["id"], row["title"], page, box, start, *_context(row["text"], start, end))


def block_rows(blocks: str) -> Iterator[tuple[Any, ...]]:
    """Start, end, page, box, language, role and confidence of each block, as the index keeps them."""
    for block in msgspec.json.decode(blocks):
        box = tuple(block["box"]) if block["box"] else None
        yield block["start"], block["end"], block["page"], box, block["language"], block["role"], block["confidence"]


def _context(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands before a hit, the hit, and what stands after it; cut at a blank, with an ellipsis where it is."""
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    if start > CONTEXT:
        before = "…" + before[before.find(" ") + 1 :]
    if end + CONTEXT < len(text):
        after = after[: after.rfind(" ") if " " in after else None] + "…"
    return before, text[start:end], after
