"""Tables as CSV, Parquet and SQLite, read back by programs that are not ours."""

# ruff: noqa: S608 - the queries name files of the test's own

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import duckdb
import msgspec
import pytest

from document import ArticleValue, CaseValue, DateValue, NameValue, OrderValue, PersonValue, Value
from errors import OutputError
from pipelines.exports.columnar import write_csv, write_parquet
from pipelines.exports.database import write_sqlite
from pipelines.exports.tables import TABLES, known_as, normal
from pipelines.outputs import Output


def answers(query: str) -> list[tuple[object, ...]]:
    return duckdb.connect().execute(query).fetchall()


def test_duckdb_joins_parquet_tables(output: Output, tmp_path: Path) -> None:
    write_parquet([output], tmp_path)
    joined = answers(
        f"select d.path, s.title, e.text, e.normal, e.x0 from '{tmp_path}/entities.parquet' e "
        f"join '{tmp_path}/sections.parquet' s on e.section = s.id "
        f"join '{tmp_path}/documents.parquet' d on e.document = d.id where e.label = 'PERSON' order by e.start"
    )
    assert joined[0][:4] == ("1937/хаттама.pdf", "ХАТТАМА № 5", "Әлихан Сәрсенов", "Әлихан Сәрсенов")
    box = output.sections[0].entities[1].box
    assert box is not None
    assert joined[0][4] == box.x0
    assert joined[1][2:4] == ("Гүлнәр Оспанқызы", None)


def test_csv_keeps_line_ends_quotes_and_kazakh_letters(output: Output, tmp_path: Path) -> None:
    (section,) = output.sections
    odd = msgspec.structs.replace(section, text='=1+1,"ә ғ қ ң ө ұ ү һ і"\nекінші жол', blocks=(), entities=())
    write_csv([msgspec.structs.replace(output, sections=(odd,))], tmp_path)
    with (tmp_path / "sections.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["text"] == odd.text
    assert list(row) == list(TABLES["sections"])


def test_sqlite_holds_what_the_records_hold(output: Output, tmp_path: Path) -> None:
    file = tmp_path / "out.sqlite"
    write_sqlite([output], file)
    write_sqlite([output], file)  # a second export takes the place of the first
    with sqlite3.connect(file) as database:
        assert database.execute("select count(*) from entities").fetchone() == (4,)
        assert database.execute("select known_as from entities where text like 'Әлихан%'").fetchone() == ("sarsenov a",)
        assert database.execute("select pages, entities from documents").fetchone() == (2, 4)
    database.close()


@pytest.mark.parametrize("write", [write_csv, write_parquet, write_sqlite])
def test_a_target_that_cannot_be_is_said(
    output: Output, tmp_path: Path, write: Callable[[Iterable[Output], Path], None]
) -> None:
    file, folder = tmp_path / "файл", tmp_path / "қалта"
    file.touch()
    folder.mkdir()
    with pytest.raises(OutputError, match=r"cannot write .*қалта|cannot write .*файл"):
        write([output], folder if write is write_sqlite else file)
    write([output], tmp_path / "жаңа" / "кесте")
    assert (tmp_path / "жаңа" / "кесте").exists()


@pytest.mark.parametrize(
    ("write", "ending"), [(write_csv, "csv"), (write_parquet, "parquet"), (write_sqlite, "sqlite")]
)
def test_an_export_that_breaks_off_leaves_the_last_one_whole(
    output: Output, tmp_path: Path, write: Callable[[Iterable[Output], Path], None], ending: str
) -> None:
    def broken() -> Iterator[Output]:
        yield output
        raise OutputError("құжат бұзылған")

    target = tmp_path / "кесте.sqlite" if ending == "sqlite" else tmp_path
    write([output], target)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert all(name.endswith(ending) for name in before)
    with pytest.raises(OutputError, match="құжат"):
        write(broken(), target)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_no_documents_give_empty_tables(tmp_path: Path) -> None:
    write_parquet([], tmp_path)
    assert answers(f"select count(*) from '{tmp_path}/entities.parquet'") == [(0,)]


@pytest.mark.parametrize(
    ("value", "string", "key"),
    [
        (DateValue("1937-07-30"), "1937-07-30", None),
        (PersonValue("Ежов", "ezhov"), "Ежов", "ezhov"),
        (NameValue("Карлаг", "karlag"), "Карлаг", "karlag"),
        (CaseValue("8472"), "8472", None),
        (ArticleValue("58-10", "УК РСФСР", parts=("2",)), "УК РСФСР 58-10 ч. 2", None),
        (
            OrderValue("order", "NKVD USSR", "00447", "1937-07-30", id="NKVD-USSR/00447"),
            "NKVD USSR order № 00447 1937-07-30",
            "NKVD-USSR/00447",
        ),
        (None, None, None),
    ],
)
def test_a_value_in_one_string(value: Value | None, string: str | None, key: str | None) -> None:
    assert normal(value) == string
    assert known_as(value) == key
