"""Tables as one SQLite database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from errors import OutputError
from pipelines.exports.tables import TABLES, rows
from pipelines.outputs import Output
from pipelines.store import UNFINISHED

TYPES = {str: "TEXT", int: "INTEGER", float: "REAL"}
INDEXES = {
    "pages": ("document",),
    "sections": ("document",),
    "entities": ("document", "section", "label", "normal", "known_as"),
}


def write_sqlite(outputs: Iterable[Output], file: Path) -> None:
    """Write a database with the tables documents, pages, sections and entities, indexed by what joins them.

    It appears whole or not at all; else `OutputError`.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=file.parent, prefix=UNFINISHED) as folder:
            made = Path(folder) / "made.sqlite"
            _fill(outputs, made)
            made.replace(file)
    except (OSError, sqlite3.OperationalError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise OutputError(f"cannot write {file}: {why}; make room or choose another file with -o") from error


def _fill(outputs: Iterable[Output], file: Path) -> None:
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
