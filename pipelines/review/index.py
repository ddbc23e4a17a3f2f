"""The index over an output folder, in SQLite with full-text search: brought up to date from JSONL and corrections.

It lies in `OUT/.muragat/review.sqlite` and can be thrown away at any time. One writer at a time, whatever thread or
process it is, any number of readers meanwhile.
"""

from __future__ import annotations

import fcntl
import sqlite3
import threading
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path

from errors import OutputError
from pipelines.corrections import Correction, digest_of, read_corrections
from pipelines.outputs import find_outputs
from pipelines.review.folding import folded_text
from pipelines.review.rows import MOST_SECTIONS, Changed, FileRows, rows_of, signature
from pipelines.store import HIDDEN
from pipelines.worker import Task
from pipelines.workers import Lost, Workers

FOLDER = Path(__file__).resolve().parent
SCHEMA, LATER, NAME = FOLDER / "schema.sql", FOLDER / "later.sql", "review.sqlite"
FILES_AT_ONCE = 100
"""Documents written in one transaction."""
WORTH_WORKERS = 400
"""So many changed files are read by other processes, which take a second to start."""
READERS = 2
SECONDS = 300.0
"""For a worker to read the files of a transaction."""
CACHE_KB = 64_000
TABLES = {"documents": 16, "pages": 13, "sections": 12, "entities": 15}
"""With the number of their columns."""


class Index:
    """The index of `out`; `update` writes, `connect` gives readers their own connection."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.file = out / HIDDEN / NAME
        self._version = int(digest_of(SCHEMA.read_text("utf-8") + LATER.read_text("utf-8"))[:7], 16)
        self._lock = threading.Lock()

    def connect(self) -> sqlite3.Connection:
        """A connection for reading; rows answer to column names."""
        connection = sqlite3.connect(f"{self.file.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        return connection

    def update(self) -> int:
        """Read what is new or changed; answers how many documents. `OutputError` when it cannot be written."""
        try:
            with self._alone(), closing(self._open()) as database:
                return self._update(database)
        except OSError as error:
            message = f"cannot write {self.file}: {error.strerror}; make room, or get leave to write there"
            raise OutputError(message) from error
        except sqlite3.Error as error:
            raise OutputError(f"cannot write {self.file}: {error}; make room, or remove the file") from error

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other threads and processes from writing meanwhile."""
        if not self.out.is_dir():
            raise OutputError(f"{self.out} is no folder; name the folder that `muragat run -o` wrote")
        self.file.parent.mkdir(exist_ok=True)
        with self._lock, self.file.with_suffix(".lock").open("w") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            yield

    def _open(self) -> sqlite3.Connection:
        database = sqlite3.connect(self.file, isolation_level=None)
        # What a power failure takes from the index the next update brings back.
        if not self._is_ours(database):
            database.close()
            for ending in ("", "-wal", "-shm"):
                Path(f"{self.file}{ending}").unlink(missing_ok=True)
            database = sqlite3.connect(self.file, isolation_level=None)
            database.execute("PRAGMA journal_mode = WAL")
            database.executescript(SCHEMA.read_text("utf-8"))
            database.execute(f"PRAGMA user_version = {self._version}")
        database.execute("PRAGMA synchronous = OFF")
        database.execute(f"PRAGMA cache_size = -{CACHE_KB}")
        return database

    def _is_ours(self, database: sqlite3.Connection) -> bool:
        try:
            return bool(database.execute("PRAGMA user_version").fetchone()[0] == self._version)
        except sqlite3.DatabaseError:  # torn, or something else
            return False

    def _update(self, database: sqlite3.Connection) -> int:
        changed, gone = self._changes(database)
        filling = not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'names_mentions'").fetchone()
        for some in _batches(gone, FILES_AT_ONCE):
            with _transaction(database):
                for document in some:
                    _remove(database, document)
        for files, rows in _read(changed):
            with _transaction(database):
                for file in files:
                    _remove(database, file.id, counted=not filling)
                _insert(database, [each for each in rows if each is not None], counted=not filling)
        if filling:
            with _transaction(database):
                _count_names(database)
            database.executescript(LATER.read_text("utf-8"))
            database.execute("PRAGMA optimize")
        return len(changed) + len(gone)

    def _changes(self, database: sqlite3.Connection) -> tuple[list[Changed], list[int]]:
        """The files that are new or changed, and the ids of documents whose file is gone."""
        corrections: defaultdict[str, list[Correction]] = defaultdict(list)
        for each in read_corrections(self.out):
            corrections[each.document].append(each)
        every = {document: tuple(some) for document, some in corrections.items()}
        known = {file: told for file, *told in database.execute("SELECT file, id, stamp, document FROM documents")}
        free = database.execute("SELECT coalesce(max(id), 0) FROM documents").fetchone()[0]
        changed: list[Changed] = []
        for path in find_outputs([self.out]):
            file = path.relative_to(self.out).as_posix()
            try:
                seen = path.stat()
            except FileNotFoundError:
                continue
            stamp = f"{seen.st_size}-{seen.st_mtime_ns}"
            number, before, document = known.pop(file, (0, "", ""))
            if before == f"{stamp}-{signature(every.get(document, ()))}":
                continue
            if not number:
                free = number = free + 1
            changed.append(Changed(file, path, stamp, number, every))
        return changed, [number for number, *_ in known.values()]


def _batches(items: Sequence[object], size: int) -> Iterator[Sequence[object]]:
    for first in range(0, len(items), size):
        yield items[first : first + size]


def _read(changed: list[Changed]) -> Iterator[tuple[list[Changed], list[FileRows | None]]]:
    """Files with their rows, some at a time; many are read by workers while others are written."""
    batches = [changed[first : first + FILES_AT_ONCE] for first in range(0, len(changed), FILES_AT_ONCE)]
    if len(changed) < WORTH_WORKERS:
        yield from ((files, rows_of(files)) for files in batches)
        return
    with Workers(READERS) as workers:
        waiting: deque[tuple[list[Changed], Future[list[FileRows | None] | Lost]]] = deque()
        left = iter(batches)
        while True:
            for files in islice(left, 2 * READERS - len(waiting)):
                waiting.append((files, workers.submit(Task(rows_of, (files,), SECONDS))))
            if not waiting:
                return
            files, future = waiting.popleft()
            rows = future.result()
            # What a worker cannot read for want of itself is read here.
            yield files, rows_of(files) if isinstance(rows, Lost) else rows


@contextmanager
def _transaction(database: sqlite3.Connection) -> Iterator[None]:
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")


def _remove(database: sqlite3.Connection, document: object, *, counted: bool = True) -> None:
    if not database.execute("SELECT 1 FROM documents WHERE id = ?", (document,)).fetchone():
        return
    span = (int(str(document)) * MOST_SECTIONS, (int(str(document)) + 1) * MOST_SECTIONS - 1)
    if counted:
        database.execute(
            """UPDATE names SET mentions = names.mentions - f.mentions, documents = documents - 1 FROM
            (SELECT label, key, count(*) AS mentions FROM entities WHERE section BETWEEN ? AND ? GROUP BY 1, 2) AS f
            WHERE names.label = f.label AND names.key = f.key""",
            span,
        )
        database.execute("DELETE FROM names WHERE mentions <= 0")
    # An index that keeps no text must be told what it forgets.
    texts = database.execute("SELECT id, text FROM sections WHERE id BETWEEN ? AND ?", span).fetchall()
    database.executemany(
        "INSERT INTO words (words, rowid, folded) VALUES ('delete', ?, ?)",
        ((number, folded_text(text)) for number, text in texts),
    )
    database.execute("DELETE FROM sections WHERE id BETWEEN ? AND ?", span)
    database.execute("DELETE FROM entities WHERE section BETWEEN ? AND ?", span)
    database.execute("DELETE FROM pages WHERE document = ?", (document,))
    database.execute("DELETE FROM documents WHERE id = ?", (document,))


def _insert(database: sqlite3.Connection, files: Sequence[FileRows], *, counted: bool) -> None:
    def insert(table: str, rows: Iterator[tuple[object, ...]]) -> None:
        places = ", ".join("?" * TABLES[table])
        database.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({places})", rows)  # noqa: S608 - our own names

    insert("documents", (each.document for each in files))
    insert("pages", (row for each in files for row in each.pages))
    insert("sections", (row for each in files for row in each.sections))
    insert("entities", (row for each in files for row in each.entities))
    database.executemany(
        "INSERT INTO words (rowid, folded) VALUES (?, ?)", (row for each in files for row in each.words)
    )
    database.executemany(
        "INSERT OR IGNORE INTO forms (id, folded) VALUES (?, ?)",
        {form: folded for each in files for form, folded in each.forms}.items(),
    )
    database.execute("INSERT INTO form_words (rowid, folded) SELECT id, folded FROM forms WHERE found = 0")
    database.execute("UPDATE forms SET found = 1 WHERE found = 0")
    if counted:
        for each in files:
            first = int(str(each.document[0])) * MOST_SECTIONS
            _count_names(database, first, first + MOST_SECTIONS - 1)


def _count_names(database: sqlite3.Connection, first: int = 0, last: int = 2**62) -> None:
    """Add the names in sections `first` to `last`, none of which was counted before."""
    database.execute(
        """INSERT INTO names SELECT label, key, min(normal), min(value) FILTER (WHERE label = 'FONDS'),
        count(*), count(DISTINCT section / ?3) FROM entities WHERE section BETWEEN ?1 AND ?2 GROUP BY label, key
        ON CONFLICT DO UPDATE SET mentions = mentions + excluded.mentions,
        documents = documents + excluded.documents""",
        (first, last, MOST_SECTIONS),
    )
