"""Tables as CSV or Parquet files, one each in a folder, whole or not at all; the only module that meets pyarrow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as arrow
from pyarrow import csv, parquet

from errors import OutputError
from pipelines.exports.tables import TABLES, Row, rows
from pipelines.outputs import Output
from pipelines.store import UNFINISHED

TYPES = {str: arrow.string(), int: arrow.int64(), float: arrow.float64()}
ROWS_AT_ONCE = 20_000
Opener = Callable[[str, arrow.Schema], Any]


def write_csv(outputs: Iterable[Output], folder: Path) -> None:
    """Write documents.csv, pages.csv, sections.csv and entities.csv: UTF-8, a head row, texts quoted."""
    _write(outputs, folder, csv.CSVWriter, "csv")


def write_parquet(outputs: Iterable[Output], folder: Path) -> None:
    """Write documents.parquet, pages.parquet, sections.parquet and entities.parquet."""
    _write(outputs, folder, parquet.ParquetWriter, "parquet")


def _write(outputs: Iterable[Output], folder: Path, opener: Opener, ending: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder, prefix=UNFINISHED) as made:
            _write_tables(outputs, Path(made), opener, ending)
            for table in TABLES:
                name = f"{table}.{ending}"
                (Path(made) / name).replace(folder / name)
    except OSError as error:
        raise OutputError(
            f"cannot write {folder}: {error.strerror or error}; make room or choose another folder with -o"
        ) from error


def _write_tables(outputs: Iterable[Output], folder: Path, opener: Opener, ending: str) -> None:
    schemas = {table: _schema(columns) for table, columns in TABLES.items()}
    with ExitStack() as open_files:
        writers = {
            table: open_files.enter_context(opener(str(folder / f"{table}.{ending}"), schema))
            for table, schema in schemas.items()
        }
        waiting: dict[str, list[Row]] = {table: [] for table in TABLES}

        def flush(table: str) -> None:
            writers[table].write_table(arrow.Table.from_pylist(waiting[table], schemas[table]))
            waiting[table].clear()

        for output in outputs:
            for table, row in rows(output):
                waiting[table].append(row)
                if len(waiting[table]) >= ROWS_AT_ONCE:
                    flush(table)
        for table, kept in waiting.items():
            if kept:
                flush(table)


def _schema(columns: Mapping[str, type]) -> arrow.Schema:
    return arrow.schema([arrow.field(name, TYPES[kind]) for name, kind in columns.items()])
