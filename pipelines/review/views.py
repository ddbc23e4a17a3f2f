"""What each view shows, asked of the index: overview, documents, one page, names, holdings, dates."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from document import Label
from pipelines.corrections import digest_of
from pipelines.review.search import Hit, block_rows, entity_hits

BINS = 10
QUEUE = 50
ROWS = 100
"""Documents, names or years listed at once."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A page that needs an eye, and why: what failed, a warning, or how it was read and how surely."""

    document: int
    path: str
    page: int
    method: str
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts over everything; `confidence` holds pages in ten bins from 0 to 1."""

    documents: int
    sections: int
    characters: int
    methods: dict[str, int]
    languages: dict[str, float]
    labels: dict[str, int]
    confidence: tuple[int, ...]
    failures: tuple[Doubtful, ...]
    queue: tuple[Doubtful, ...]


@dataclass(frozen=True, slots=True)
class Marking:
    """An entity of a block, offsets into the block's text; `place` is its number among those of the page."""

    place: int
    start: int
    end: int
    label: str
    text: str
    confidence: float
    by: str
    value: dict[str, Any] | None
    box: tuple[float, ...] | None


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block of a page: its text, where it is, and the digest that a correction names it by."""

    digest: str
    text: str
    box: tuple[float, ...] | None
    role: str
    language: str
    confidence: float
    section: str
    entities: tuple[Marking, ...]


@dataclass(frozen=True, slots=True)
class ShownPage:
    """One page with everything on it; `before`, `after` and `doubtful` are numbers of other pages, None where none."""

    document: sqlite3.Row
    page: sqlite3.Row
    blocks: tuple[ShownBlock, ...]
    before: int | None
    after: int | None
    doubtful: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Name:
    """A person, place, institution … with the number of its mentions and of the documents that hold them."""

    key: str
    shown: str
    mentions: int
    documents: int


@dataclass
class Level:
    """A level of holdings: an archive, fonds, inventory or file, what is below it, and how often it is named."""

    mentions: int = 0
    below: dict[str, Level] = field(default_factory=dict)


def overview(database: sqlite3.Connection) -> Overview:
    """Counts, what failed, and what needs an eye first."""
    counted = database.execute(
        "SELECT count(*), coalesce(sum(sections), 0), coalesce(sum(characters), 0) FROM documents"
    )
    documents, sections, characters = counted.fetchone()
    methods = dict(tuple(row) for row in database.execute("SELECT method, count(*) FROM pages GROUP BY method"))
    letters = Counter[str]()
    for shares, length in database.execute("SELECT languages, characters FROM documents"):
        for language, share in msgspec.json.decode(shares).items():
            letters[language] += share * length
    bins = Counter(
        dict(
            tuple(row)
            for row in database.execute(
                "SELECT min(CAST(confidence * ? AS INTEGER), ?), count(*) FROM pages WHERE characters > 0 GROUP BY 1",
                (BINS, BINS - 1),
            )
        )
    )
    labels = database.execute("SELECT label, count(*) FROM entities GROUP BY label ORDER BY 2 DESC")
    whole = letters.total()
    return Overview(
        documents,
        sections,
        characters,
        methods,
        {language: count / whole for language, count in letters.most_common() if whole},
        dict(tuple(row) for row in labels),
        tuple(bins[place] for place in range(BINS)),
        tuple(_doubtful(database, "p.method = 'failed'")),
        tuple(_doubtful(database, "p.doubt > 0 AND p.method <> 'failed'")),
    )


def documents(database: sqlite3.Connection, first: int = 0) -> list[sqlite3.Row]:
    """A row for each document from the one numbered `first`, by name, with its pages counted."""
    return database.execute(
        """SELECT d.*, (SELECT count(*) FROM pages p WHERE p.document = d.id) AS pages,
        (SELECT count(*) FROM pages p WHERE p.document = d.id AND p.doubt > 0) AS doubtful
        FROM documents d ORDER BY d.path, d.id LIMIT ? OFFSET ?""",
        (ROWS, first),
    ).fetchall()


def document(database: sqlite3.Connection, number: int) -> sqlite3.Row | None:
    """The row of one document."""
    row: sqlite3.Row | None = database.execute("SELECT * FROM documents WHERE id = ?", (number,)).fetchone()
    return row


def sections(database: sqlite3.Connection, number: int) -> list[sqlite3.Row]:
    """The sections of a document in order, for its tree."""
    return database.execute(
        """SELECT id, name, number, level, role, title, language, first_page FROM sections
        WHERE document = ? ORDER BY number""",
        (number,),
    ).fetchall()


def page(database: sqlite3.Connection, number: int, wanted: int) -> ShownPage | None:
    """One page of a document, or None where there is no such page."""
    row = database.execute("SELECT * FROM pages WHERE document = ? AND page = ?", (number, wanted)).fetchone()
    about = document(database, number)
    if row is None or about is None:
        return None
    before, after = database.execute(
        """SELECT (SELECT max(page) FROM pages WHERE document = ?1 AND page < ?2),
        (SELECT min(page) FROM pages WHERE document = ?1 AND page > ?2)""",
        (number, wanted),
    ).fetchone()
    following = database.execute(
        """SELECT document, page FROM pages WHERE doubt > 0 AND (document, page) > (?1, ?2)
        ORDER BY document, page LIMIT 1""",
        (number, wanted),
    ).fetchone()
    blocks = tuple(_blocks(database, number, wanted))
    return ShownPage(about, row, blocks, before, after, tuple(following) if following else None)


def names(database: sqlite3.Connection, label: Label, begin: str = "", first: int = 0) -> tuple[Name, ...]:
    """The names with one label, most often named first; `begin` is how they must begin."""
    rows = database.execute(
        """SELECT coalesce(known_as, normal) AS key, min(normal) AS shown, count(*) AS mentions,
        count(DISTINCT document) AS documents FROM entities WHERE label = ? AND (? = '' OR normal LIKE ? ESCAPE '!')
        GROUP BY 1 ORDER BY mentions DESC, key LIMIT ? OFFSET ?""",
        (label.value, begin, _escaped(begin) + "%", ROWS, first),
    )
    return tuple(Name(*row) for row in rows)


def mentions(database: sqlite3.Connection, label: Label, key: str, first: int = 0) -> tuple[Hit, ...]:
    """The mentions of one name across documents."""
    return tuple(entity_hits(database, "e.label = ? AND coalesce(e.known_as, e.normal) = ?", (label.value, key), first))


def holdings(database: sqlite3.Connection) -> Level:
    """Every reference as a tree: archive, fonds, inventory, file."""
    root = Level()
    rows = database.execute(
        "SELECT value, count(*) FROM entities WHERE label = 'FONDS' AND value IS NOT NULL GROUP BY value"
    )
    for value, count in rows:
        parts = msgspec.json.decode(value)
        level = root
        level.mentions += count
        for name in ("archive", "fonds", "inventory", "file"):
            if name not in parts and not any(parts.get(other) for other in ("fonds", "inventory", "file")):
                break
            level = level.below.setdefault(parts.get(name) or "", Level())
            level.mentions += count
            if name == "file" or not any(parts.get(other) for other in _below(name)):
                break
    return root


def years(database: sqlite3.Connection) -> tuple[tuple[int, int], ...]:
    """How many dates fall in each year, those no more precise than a year included."""
    rows = database.execute(
        """SELECT CAST(substr(first_day, 1, 4) AS INTEGER), count(*) FROM entities
        WHERE first_day IS NOT NULL AND substr(first_day, 1, 4) = substr(last_day, 1, 4) GROUP BY 1 ORDER BY 1"""
    )
    return tuple((year, count) for year, count in rows)


def _below(name: str) -> Sequence[str]:
    levels = ("archive", "fonds", "inventory", "file")
    return levels[levels.index(name) + 1 :]


def _doubtful(database: sqlite3.Connection, where: str) -> Iterator[Doubtful]:
    rows = database.execute(
        f"""SELECT p.document, d.path, p.page, p.method, p.confidence, p.failure, p.warnings, p.reason
        FROM pages p JOIN documents d ON d.id = p.document WHERE {where}
        ORDER BY p.doubt DESC, p.document, p.page LIMIT {QUEUE}"""  # noqa: S608 - our own conditions
    )
    for row in rows:
        warnings = msgspec.json.decode(row["warnings"])
        reason = row["failure"] or "; ".join(warnings) or row["reason"]
        yield Doubtful(row["document"], row["path"], row["page"], row["method"], row["confidence"], reason)


def _blocks(database: sqlite3.Connection, number: int, wanted: int) -> Iterator[ShownBlock]:
    found = database.execute(
        "SELECT * FROM sections WHERE document = ? AND first_page <= ? AND last_page >= ? ORDER BY number",
        (number, wanted, wanted),
    ).fetchall()
    entities: defaultdict[int, list[sqlite3.Row]] = defaultdict(list)
    for row in database.execute("SELECT * FROM entities WHERE document = ? ORDER BY section, start", (number,)):
        entities[row["section"]].append(row)
    place = 0
    for section in found:
        for start, end, where, box, language, role, confidence in block_rows(section["blocks"]):
            if where != wanted:
                continue
            text = section["text"][start:end]
            inside = [row for row in entities[section["id"]] if row["start"] < end and row["end"] > start]
            marked = tuple(_marking(row, start, end, place + number) for number, row in enumerate(inside))
            place += len(marked)
            yield ShownBlock(digest_of(text), text, box, role, language, confidence, section["name"], marked)


def _marking(row: sqlite3.Row, start: int, end: int, place: int) -> Marking:
    value = msgspec.json.decode(row["value"]) if row["value"] else None
    box = tuple(msgspec.json.decode(row["box"])) if row["box"] else None
    return Marking(
        place,
        max(row["start"], start) - start,
        min(row["end"], end) - start,
        row["label"],
        row["text"],
        row["confidence"],
        row["by"],
        value,
        box,
    )


def _escaped(text: str) -> str:
    for sign in "!%_":
        text = text.replace(sign, f"!{sign}")
    return text
