"""The index follows the folder: new, changed, removed and damaged files, corrections, and its own loss."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from document import Label
from errors import OutputError
from pipelines.corrections import Change, Correction, Marked, append, digest_of, now
from pipelines.review import index as index_module
from pipelines.review.index import Index
from tests.pipelines.review.conftest import LETTER, REPLY, Paper

Ask = Callable[..., list[tuple[object, ...]]]
NAMES = "SELECT label, key, mentions, documents FROM names ORDER BY label, key"


def test_everything_is_there_once(index: Index, ask: Ask) -> None:
    assert ask("SELECT count(*) FROM documents") == [(3,)]
    assert ask("SELECT path FROM documents WHERE id = 1") == [("хат/бірінші.pdf",)]
    assert ("PERSON", "sarsenov a", 2, 2) in ask(NAMES)
    assert index.update() == 0


def test_a_changed_file_keeps_its_number_and_loses_what_it_said(out: Path, index: Index, ask: Ask) -> None:
    before = ask("SELECT id FROM documents WHERE path = ?", LETTER.name)
    Paper(LETTER.name, ("ХАТТАМА", "Мұнда ешкім жоқ.")).write(out)
    assert index.update() == 1
    assert ask("SELECT id FROM documents WHERE path = ?", LETTER.name) == before
    assert ("PERSON", "sarsenov a", 1, 1) in ask(NAMES)
    assert ask("SELECT count(*) FROM words WHERE words MATCH 'karkaralida'") == [(0,)]
    assert ask("SELECT count(*) FROM words WHERE words MATCH 'eshkim'") == [(1,)]


def test_a_removed_file_is_forgotten_and_a_new_one_found(out: Path, index: Index, ask: Ask) -> None:
    (out / f"{REPLY.name}.jsonl").unlink()
    Paper("жаңа.pdf", ("ЖАҢА",), (("ЖАҢА", Label.ORG, None, 0.8),)).write(out)
    assert index.update() == 2
    assert ask("SELECT path FROM documents ORDER BY path") == [
        (name,) for name in sorted(["жаңа.pdf", LETTER.name, '../<script>alert("1")</script> & \u202eүш.pdf'])
    ]
    assert ("CAMP", "karlag", 1, 1) not in ask(NAMES)
    assert ("ORG", "ЖАҢА", 1, 1) in ask(NAMES)


def test_following_step_by_step_comes_to_the_same_as_beginning_anew(out: Path, index: Index, ask: Ask) -> None:
    Paper("а.pdf", ("Әлихан Сәрсенов",), (("Әлихан Сәрсенов", Label.PERSON, None, 0.5),)).write(out)
    index.update()
    Paper("а.pdf", ("Сәрсенов", "Ғабит"), (("Ғабит", Label.PERSON, None, 0.5),)).write(out)
    index.update()
    (out / f"{LETTER.name}.jsonl").unlink()
    index.update()
    followed = ask(NAMES), ask("SELECT label, text, confidence FROM entities ORDER BY label, text")
    index.file.unlink()
    index.update()
    database = index.connect()
    anew = [[tuple(row) for row in database.execute(question)] for question in (
        NAMES, "SELECT label, text, confidence FROM entities ORDER BY label, text",
    )]  # fmt: skip
    database.close()
    assert list(followed) == anew


def test_a_damaged_or_foreign_file_is_left_out(out: Path, index: Index, ask: Ask) -> None:
    (out / "бөлінген.jsonl").write_bytes(LETTER.write(out).read_bytes()[:-40])
    (out / "бөтен.jsonl").write_text('{"text": "басқа бағдарлама"}\n')
    (out / "бос.jsonl").write_bytes(b"")
    index.update()
    assert ask("SELECT count(*) FROM documents") == [(3,)]


def test_corrections_are_shown_and_stale_ones_named(out: Path, index: Index, ask: Ask) -> None:
    text = LETTER.texts[1]
    place = Marked(26, 37, Label.LOC, "Қарқаралыда")
    identity = LETTER.sha256[:16]
    assert text[26:37] == place.text
    append(out, Correction("", now(), "А", identity, Change.DELETE, 1, digest_of(text), place, None))
    append(out, Correction("", now(), "А", identity, Change.DELETE, 1, digest_of("басқа мәтін"), place, None))
    assert index.update() == 1
    assert ask("SELECT count(*) FROM entities WHERE text = 'Қарқаралыда'") == [(0,)]
    assert ask("SELECT stale FROM documents WHERE path = ?", LETTER.name) == [('["000002"]',)]
    assert index.update() == 0


@pytest.mark.parametrize("torn", [b"", b"no database at all", b"SQLite format 3\x00" + bytes(200)])
def test_an_index_that_is_torn_is_made_again(index: Index, torn: bytes) -> None:
    for ending in ("-wal", "-shm"):
        Path(f"{index.file}{ending}").unlink(missing_ok=True)
    index.file.write_bytes(torn)
    assert index.update() == 3


@pytest.mark.slow
def test_many_files_are_read_by_workers_to_the_same_end(
    out: Path, index: Index, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = ask(NAMES)
    monkeypatch.setattr(index_module, "WORTH_WORKERS", 1)
    monkeypatch.setattr(index_module, "FILES_AT_ONCE", 1)
    index.file.unlink()
    assert index.update() == 3
    database = index.connect()
    assert [tuple(row) for row in database.execute(NAMES)] == expected
    database.close()


def test_two_writers_wait_for_each_other(out: Path) -> None:
    writers = [threading.Thread(target=Index(out).update) for _ in range(4)]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    database = Index(out).connect()
    assert database.execute("SELECT count(*) FROM documents").fetchone()[0] == 3
    database.close()


def test_a_folder_that_is_none_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is no folder"):
        Index(tmp_path / "жоқ").update()
