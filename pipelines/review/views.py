"""What the views over all documents show, asked of the index: overview, documents, names, holdings, dates."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from document import Failure, Label
from pipelines.corrections import in_force, read_corrections
from pipelines.review.rows import TENTHS
from pipelines.review.search import Hits, entity_hits, parse

DEPTHS = ("archive", "fonds", "inventory", "file")
BINS = TENTHS
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
    """Counts over everything; `confidence` holds pages, `sure` entities in ten bins from 0 to 1.

    `lost` are inputs that gave no record.
    """

    documents: int
    sections: int
    characters: int
    methods: dict[str, int]
    languages: dict[str, float]
    labels: dict[str, int]
    confidence: tuple[int, ...]
    sure: tuple[int, ...]
    lost: tuple[Failure, ...]
    failures: tuple[Doubtful, ...]
    queue: tuple[Doubtful, ...]
    corrections: int


@dataclass(frozen=True, slots=True)
class PagesAsked:
    """Which pages are wanted; empty is any, `tenth` the number of a bin of the confidence."""

    method: str = ""
    language: str = ""
    tenth: int | None = None


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

    def only(self, chain: Sequence[str]) -> Level:
        """The same with the one branch that the chain follows; with none where it leads nowhere."""
        if not chain:
            return self
        branch = self.below.get(chain[0])
        return Level(self.mentions, {chain[0]: branch.only(chain[1:])} if branch else {})


class _Told(msgspec.Struct, frozen=True):
    """Of the report of a run, what no record tells."""

    failures: tuple[Failure, ...] = ()


def overview(database: sqlite3.Connection, out: Path) -> Overview:
    """Counts, what failed, and what needs an eye first; of the output folder, for its report is asked too."""
    counted = database.execute(
        "SELECT count(*), coalesce(sum(sections), 0), coalesce(sum(characters), 0) FROM documents"
    )
    documents, sections, characters = counted.fetchone()
    methods = dict(tuple(row) for row in database.execute("SELECT method, count(*) FROM pages GROUP BY method"))
    letters, sure = Counter[str](), [0] * BINS
    for shares, length, tenths in database.execute("SELECT languages, characters, sure FROM documents"):
        for place, count in enumerate(msgspec.json.decode(tenths)):
            sure[place] += count
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
    labels = database.execute("SELECT label, sum(mentions) FROM names GROUP BY label ORDER BY 2 DESC")
    whole = letters.total()
    return Overview(
        documents,
        sections,
        characters,
        methods,
        {language: count / whole for language, count in letters.most_common() if whole},
        dict(tuple(row) for row in labels),
        tuple(bins[place] for place in range(BINS)),
        tuple(sure),
        (*_lost(out), *_failed_files(database)),
        tuple(_doubtful(database, "p.method = 'failed'")),
        tuple(_doubtful(database, "p.doubt > 0 AND p.method <> 'failed'")),
        len(in_force(read_corrections(out))),
    )


def documents(database: sqlite3.Connection, holds: str = "", first: int = 0) -> list[sqlite3.Row]:
    """A row for each document whose name holds `holds`, from the one numbered `first`, with its pages counted."""
    return database.execute(
        """SELECT d.*, (SELECT count(*) FROM pages p WHERE p.document = d.id) AS pages,
        (SELECT count(*) FROM pages p WHERE p.document = d.id AND p.doubt > 0) AS doubtful
        FROM documents d WHERE ?1 = '' OR d.path LIKE ?2 ESCAPE '!' ORDER BY d.path, d.id LIMIT ?3 OFFSET ?4""",
        (holds, f"%{_escaped(holds)}%", ROWS + 1, first),
    ).fetchall()


def pages(database: sqlite3.Connection, asked: PagesAsked, first: int = 0) -> list[Doubtful]:
    """The pages that fit what was asked, the least sure first, from the one numbered `first`."""
    where, values = "1", list[object]()
    for column, wanted in (("method", asked.method), ("language", asked.language)):
        if wanted:
            where += f" AND p.{column} = ?"
            values.append(wanted)
    if asked.tenth is not None:
        where += " AND p.characters > 0 AND min(CAST(p.confidence * ? AS INTEGER), ?) = ?"
        values += [BINS, BINS - 1, asked.tenth]
    order = "p.confidence, p.document, p.page"
    return list(_pages(database, f"{where} ORDER BY {order} LIMIT ? OFFSET ?", [*values, ROWS + 1, first]))


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


def names(database: sqlite3.Connection, label: Label, begin: str = "", first: int = 0) -> tuple[Name, ...]:
    """The names with one label, most often named first; one of their words begins with `begin`, in any alphabet."""
    where, values = "label = ?", [label.value]
    if pieces := parse(f'"{begin}*"'):
        where += """ AND key IN (SELECT e.key FROM form_words f CROSS JOIN entities e ON e.form = f.rowid
            WHERE form_words MATCH ? AND e.label = ?)"""
        values += [pieces[0].match, label.value]
    rows = database.execute(
        f"""SELECT key, shown, mentions, documents FROM names WHERE {where}
        ORDER BY mentions DESC, key LIMIT ? OFFSET ?""",  # noqa: S608 - our own conditions
        (*values, ROWS + 1, first),
    )
    return tuple(Name(*row) for row in rows)


def shown_name(database: sqlite3.Connection, label: Label, key: str) -> str:
    """The name that a key stands for, the key itself where nobody has it."""
    row = database.execute("SELECT shown FROM names WHERE label = ? AND key = ?", (label.value, key)).fetchone()
    return row[0] if row else key


def mentions(database: sqlite3.Connection, label: Label, key: str, first: int = 0) -> Hits:
    """The mentions of one name across documents."""
    return entity_hits(database, "e.label = ? AND e.key = ?", (label.value, key), first)


def holding_mentions(database: sqlite3.Connection, parts: Mapping[str, str], first: int = 0) -> Hits:
    """The mentions of holdings: of an archive, or what is below it; an empty part is one not named."""
    asked = [level for level in DEPTHS if level in parts]
    within = "".join(f" AND coalesce(json_extract(value, '$.{level}'), '') = ?" for level in asked)
    where = f"""e.label = 'FONDS' AND e.key IN
        (SELECT key FROM names WHERE label = 'FONDS' AND value IS NOT NULL{within})"""  # noqa: S608 - our own names
    return entity_hits(database, where, [parts[level] for level in asked], first)


def holdings(database: sqlite3.Connection) -> Level:
    """Every reference as a tree: archive, fonds, inventory, file."""
    root = Level()
    rows = database.execute(
        "SELECT value, mentions FROM names WHERE label = 'FONDS' AND value IS NOT NULL ORDER BY key"
    )
    for value, count in rows:
        parts = msgspec.json.decode(value)
        level = root
        level.mentions += count
        for name in DEPTHS:
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
    return DEPTHS[DEPTHS.index(name) + 1 :]


def _lost(out: Path) -> tuple[Failure, ...]:
    """What the last run could not open; nothing where it is not there or not ours."""
    try:
        return msgspec.json.decode((out / "run.json").read_bytes(), type=_Told).failures
    except (OSError, ValueError):
        return ()


def _failed_files(database: sqlite3.Connection) -> Iterator[Failure]:
    """What failed of files as a whole, though their text is there."""
    rows = database.execute("SELECT path, failures FROM documents WHERE failures <> '[]' ORDER BY path")
    for path, failures in rows:
        for failure in msgspec.json.decode(failures, type=list[Failure]):
            yield msgspec.structs.replace(failure, path=path)


def _doubtful(database: sqlite3.Connection, where: str) -> Iterator[Doubtful]:
    order = "p.doubt DESC, p.document, p.page"
    return _pages(database, f"{where} ORDER BY {order} LIMIT {QUEUE}", ())


def _pages(database: sqlite3.Connection, where: str, values: Sequence[object]) -> Iterator[Doubtful]:
    rows = database.execute(
        f"""SELECT p.document, d.path, p.page, p.method, p.confidence, p.failure, p.warnings, p.reason
        FROM pages p JOIN documents d ON d.id = p.document WHERE {where}""",  # noqa: S608 - our own conditions
        tuple(values),
    )
    for row in rows:
        warnings = msgspec.json.decode(row["warnings"])
        reason = row["failure"] or "; ".join(warnings) or row["reason"]
        yield Doubtful(row["document"], row["path"], row["page"], row["method"], row["confidence"], reason)


def _escaped(text: str) -> str:
    for sign in "!%_":
        text = text.replace(sign, f"!{sign}")
    return text
