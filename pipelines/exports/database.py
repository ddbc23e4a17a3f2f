"""Tables as one SQLite database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from pipelines.exports.tables import TABLES, rows
from pipelines.outputs import Output

TYPES = {str: "TEXT", int: "INTEGER", float: "REAL"}
INDEXES = {
    "pages": ("document",),
    "sections": ("document",),
    "entities": ("document", "section", "label", "normal", "known_as"),
}


def write_sqlite(outputs: Iterable[Output], file: Path) -> None:
    """Write a database with the tables documents, pages, sections and entities, indexed by what joins them."""
    file.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as database:
        for table, columns in TABLES.items():
            described = ", ".join(f'"{name}" {TYPES[kind]}' for name, kind in columns.items())
            database.execute(f'CREATE TABLE "{table}" ({described})')
        # Names of tables and columns are ours; only cells come from documents, and they are bound.
        into = {
            table: f'INSERT INTO "{table}" VALUES ({", ".join(":" + name for name in columns)})'  # noqa: S608
            for table, columns in TABLES.items()
        }
        for output in outputs:
            for table, row in rows(output):
                database.execute(into[table], row)
        for table, names in INDEXES.items():
            for name in names:
                database.execute(f'CREATE INDEX "{table}_{name}" ON "{table}" ("{name}")')
        database.commit()
