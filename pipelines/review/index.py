"""The index over an output folder, in SQLite with full-text search: brought up to date from JSONL and corrections.

It lies in `OUT/.muragat/review.sqlite` and can be thrown away at any time. One process writes it, any number of
threads read it meanwhile.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import msgspec

from document import DateValue, Method
from errors import OutputError
from pipelines.corrected import Corrected, correct
from pipelines.corrections import Correction, digest_of, read_corrections
from pipelines.exports.tables import known_as, normal
from pipelines.outputs import HIDDEN, Output, find_outputs, read_output
from pipelines.records import AnyMention, PageRecord, SectionRecord
from pipelines.review.edtf_span import span_of
from pipelines.review.folding import folded_text

SCHEMA = Path(__file__).resolve().parent / "schema.sql"
NAME = "review.sqlite"
FILES_AT_ONCE = 100
"""Documents written in one transaction."""
SURE = 0.95
"""A page read with more confidence and without a warning needs no eye."""
FAILED, WARNED, REFUSED = 3.0, 0.5, 0.1
"""What failure, a warning and a text layer that was refused add to the doubt about a page."""


class Index:
    """The index of `out`; `update` writes, `connect` gives readers their own connection."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.file = out / HIDDEN / NAME
        self._version = int(digest_of(SCHEMA.read_text("utf-8"))[:7], 16)

    def connect(self) -> sqlite3.Connection:
        """A connection for reading; rows answer to column names."""
        connection = sqlite3.connect(f"{self.file.as_uri()}?mode=ro", uri=True, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        return connection

    def update(self) -> int:
        """Read what is new or changed; answers how many documents. `OutputError` when it cannot be written."""
        try:
            with closing(self._open()) as database:
                return self._update(database)
        except (sqlite3.Error, OSError) as error:
            raise OutputError(f"cannot write {self.file}: {error}; make room, or remove the file") from error

    def _open(self) -> sqlite3.Connection:
        if not self.out.is_dir():
            raise OutputError(f"{self.out} is no folder; name the folder that `muragat run -o` wrote")
        self.file.parent.mkdir(exist_ok=True)
        database = sqlite3.connect(self.file, isolation_level=None)
        if database.execute("PRAGMA user_version").fetchone()[0] != self._version:
            database.close()
            for ending in ("", "-wal", "-shm"):
                Path(f"{self.file}{ending}").unlink(missing_ok=True)
            database = sqlite3.connect(self.file, isolation_level=None)
            database.execute("PRAGMA journal_mode = WAL")
            database.executescript(SCHEMA.read_text("utf-8"))
            database.execute(f"PRAGMA user_version = {self._version}")
        # What a power failure takes from the index the next update brings back.
        database.execute("PRAGMA synchronous = OFF")
        return database

    def _update(self, database: sqlite3.Connection) -> int:
        corrections: defaultdict[str, list[Correction]] = defaultdict(list)
        for each in read_corrections(self.out):
            corrections[each.document].append(each)
        known = {
            file: (stamp, document)
            for file, stamp, document in database.execute("SELECT file, stamp, document FROM documents")
        }
        changed: list[tuple[str, Path, str]] = []
        for path in find_outputs([self.out]):
            file = path.relative_to(self.out).as_posix()
            try:
                told = path.stat()
            except FileNotFoundError:
                continue
            stamp = f"{told.st_size}-{told.st_mtime_ns}"
            before, document = known.pop(file, ("", ""))
            if before != f"{stamp}-{_signature(corrections.get(document, ()))}":
                changed.append((file, path, stamp))
        with database:
            database.execute("BEGIN")
            for file in known:  # their JSONL is gone
                _remove(database, file)
        for first in range(0, len(changed), FILES_AT_ONCE):
            database.execute("BEGIN")
            for file, path, stamp in changed[first : first + FILES_AT_ONCE]:
                output = _read(path)
                if output is not None:
                    mine = corrections.get(output.document.id, ())
                    _remove(database, file)
                    _insert(database, file, f"{stamp}-{_signature(mine)}", correct(output, mine))
            database.execute("COMMIT")
        return len(changed) + len(known)


def _read(path: Path) -> Output | None:
    """A file's records; a foreign or damaged file is left out, `muragat validate` tells of it."""
    try:
        return read_output(path)
    except (msgspec.MsgspecError, ValueError, FileNotFoundError):
        return None


def _signature(corrections: Iterable[Correction]) -> str:
    return digest_of(" ".join(each.id for each in corrections))


def _remove(database: sqlite3.Connection, file: str) -> None:
    row = database.execute("SELECT id FROM documents WHERE file = ?", (file,)).fetchone()
    if row is None:
        return
    database.execute("DELETE FROM words WHERE rowid IN (SELECT id FROM sections WHERE document = ?)", row)
    for table in ("pages", "sections", "entities"):
        database.execute(f"DELETE FROM {table} WHERE document = ?", row)  # noqa: S608 - our own names
    database.execute("DELETE FROM documents WHERE id = ?", row)


def _insert(database: sqlite3.Connection, file: str, stamp: str, corrected: Corrected) -> None:
    output = corrected.output
    document = output.document
    characters = sum(page.characters for page in document.pages)
    sure = sum(page.confidence * page.characters for page in document.pages)
    row = database.execute(
        "INSERT INTO documents VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            file,
            stamp,
            document.id,
            document.source.path,
            document.source.sha256,
            document.source.bytes,
            document.source.media_type.value,
            _json(document.languages),
            characters,
            sure / characters if characters else None,
            len(output.sections),
            sum(len(section.entities) for section in output.sections),
            _json([each.id for each in corrected.stale]),
            _json([failure for failure in document.failures if failure.page is None]),
        ),
    ).lastrowid
    failures = {failure.page: failure.message for failure in document.failures}
    database.executemany(
        "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_page(row, page, failures.get(page.page)) for page in document.pages),
    )
    for number, section in enumerate(output.sections, start=1):
        _insert_section(database, row, number, section)


def _page(document: int | None, page: PageRecord, failure: str | None) -> tuple[object, ...]:
    return (
        document,
        page.page,
        page.method.value,
        page.reason,
        page.width,
        page.height,
        page.rotation,
        page.language.value,
        page.confidence,
        page.characters,
        _json(page.warnings),
        failure,
        doubt(page),
    )


def doubt(page: PageRecord) -> float:
    """How soon a page needs an eye: 0 not at all, up to 1 by its confidence, more for warnings, failed pages first."""
    if page.method is Method.FAILED:
        return FAILED
    found = WARNED if page.warnings else 0.0
    if page.method is Method.OCR:
        refused = "layer" in page.reason and not page.reason.startswith("no text layer")
        found += REFUSED if refused else 0.0
        found += 1 - page.confidence if page.confidence < SURE else 0.0
    return round(found, 3)


def _insert_section(database: sqlite3.Connection, document: int | None, number: int, section: SectionRecord) -> None:
    first, last = section.pages
    row = database.execute(
        "INSERT INTO sections VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document,
            section.id,
            number,
            section.level,
            section.role.value,
            section.title,
            _json(section.path),
            section.language.value,
            first,
            last,
            section.text,
            _json(section.blocks),
        ),
    ).lastrowid
    database.execute("INSERT INTO words (rowid, folded) VALUES (?, ?)", (row, folded_text(section.text)))
    database.executemany(
        "INSERT INTO entities VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        _entities(document, row, section.entities),
    )


def _entities(
    document: int | None, section: int | None, mentions: Iterable[AnyMention]
) -> Iterator[tuple[object, ...]]:
    for mention in mentions:
        value = mention.value
        days = span_of(value.edtf) if isinstance(value, DateValue) else None
        yield (
            document,
            section,
            mention.start,
            mention.end,
            mention.label.value,
            mention.text,
            normal(value) or mention.text,
            known_as(value),
            mention.page,
            _json(mention.box) if mention.box else None,
            mention.confidence,
            mention.by,
            _json(value) if value else None,
            *(days or (None, None)),
        )


_encode = msgspec.json.Encoder(order="deterministic").encode


def _json(value: object) -> str:
    return _encode(value).decode()
