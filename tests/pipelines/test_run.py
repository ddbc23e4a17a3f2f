"""Odd inputs and odd disks: tasks of a run done in this process, by tools that load nothing."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from inspect import isgenerator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from document import Failure, MediaType, Reason, Settings, Source
from errors import OutputError
from ingest.pages import open_reader
from ingest.sources import find_sources
from models.language.detector import load_detector
from pipelines import tasks
from pipelines.batch import Batch, Ending, refuse_twins
from pipelines.exports.kept import Kept
from pipelines.keys import Keys
from pipelines.notes import PageNote
from pipelines.outputs import read_outputs
from pipelines.records import ProducerRecord
from pipelines.store import FileSummary, Given, Store
from pipelines.tools import Tools
from pipelines.worker import Task

TEXT = "1937 жылғы 25 шілдеде Қарағанды қаласында тұтқынға алынды.\n"


class Here:
    """Does every task at once, in this process; `before` is told of each."""

    def __init__(self, before: Callable[[Task], None]) -> None:
        self.jobs = 2
        self._before = before

    def submit(self, task: Task) -> Future[Any]:
        self._before(task)
        future: Future[Any] = Future()
        try:
            future.set_result(_ended(task.function(*task.arguments)))
        except Exception as error:  # noqa: BLE001 - handed on as a pool hands it on
            future.set_exception(error)
        return future


def _ended(result: Any) -> Any:
    while isgenerator(result):
        try:
            next(result)
        except StopIteration as end:
            return end.value
    return result


class Silent:
    def file_begun(self, source: Source, pages: int) -> None: ...
    def page_read(self, source: Source, note: PageNote, *, earlier: bool) -> None: ...
    def file_ended(self, ending: Ending) -> None: ...


class Desk:
    """A desk whose tools recognise and tag nothing."""

    def __init__(self) -> None:
        recognizer: Any = SimpleNamespace(version="0", recognize=lambda raster: ())
        self.tools = Tools(recognizer, load_detector(), tasks.Untagging(), ProducerRecord("0", "0", {}))

    def reader(self, source: Source) -> Any:
        tasks.check_unchanged(source)
        with open_reader(source) as reader:
            return reader


@pytest.fixture(autouse=True)
def desk(monkeypatch: pytest.MonkeyPatch) -> None:
    at = Desk()
    monkeypatch.setattr(tasks, "desk", lambda settings: at)


def run(
    *inputs: Path, out: Path, settings: Settings | None = None, before: Callable[[Task], None] = lambda task: None
) -> list[FileSummary | Failure]:
    settings = settings or Settings()
    given = Given(1.0, pages=settings.max_pages, text_mbytes=settings.max_text_mbytes)
    batch = Batch(Here(before), Store(str(out), Keys("0", "0"), given), settings, Silent())
    return list(batch.run(refuse_twins(find_sources(inputs))))


def put(path: Path, text: str = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def outputs(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*.jsonl")}


def test_names_may_hold_anything_a_file_system_allows(tmp_path: Path) -> None:
    names = ["жаңа\nжол.txt", "\x1b[2J.txt", '"}{.txt', "а..  .txt", "-o.txt", "қ" * 110 + ".txt", "%s$(id)`id`.txt"]
    for name in names:
        put(tmp_path / "in" / name)
    path = os.fsencode(tmp_path / "in") + b"/\xef\xf0\xe8\xea\xe0\xe7.txt"
    Path(os.fsdecode(path)).write_text(TEXT, "utf-8")
    told = run(tmp_path / "in", out=tmp_path / "out")
    assert all(isinstance(one, FileSummary) and one.status == "done" for one in told)
    written = outputs(tmp_path / "out")
    assert {f"{name}.jsonl" for name in names} < set(written)
    assert len(written) == len(told) == len(names) + 1
    assert {len(lines.splitlines()) for lines in written.values()} == {2}
    assert {path.name for path in tmp_path.iterdir()} == {"in", "out"}


def test_two_names_that_cannot_be_told_apart_are_not_mixed(tmp_path: Path) -> None:
    for byte in (b"\xef", b"\xee"):
        put(Path(os.fsdecode(os.fsencode(tmp_path / "in") + b"/" + byte + b".txt")))
    first, second = run(tmp_path / "in", out=tmp_path / "out")
    assert isinstance(first, FileSummary)
    assert isinstance(second, Failure)
    assert second.message.encode("utf-8")


def test_the_same_contents_under_two_names_are_two_documents(tmp_path: Path) -> None:
    first = put(tmp_path / "in" / "бір.txt")
    os.link(first, tmp_path / "in" / "екі.txt")
    (tmp_path / "in" / "үш.txt").symlink_to(first)
    assert len(run(tmp_path / "in", out=tmp_path / "out")) == 3
    written = outputs(tmp_path / "out")
    assert {name: f'"path":"{name.removesuffix(".jsonl")}"'.encode() in lines for name, lines in written.items()} == {
        "бір.txt.jsonl": True,
        "екі.txt.jsonl": True,
        "үш.txt.jsonl": True,
    }


def test_an_input_that_vanishes_or_changes_fails_alone_and_is_tried_again(tmp_path: Path) -> None:
    good, gone, other = (put(tmp_path / "in" / name) for name in ("а.txt", "б.txt", "в.txt"))

    def meddle(task: Task) -> None:
        source: Source = task.arguments[0]
        if source.path == str(gone):
            gone.unlink(missing_ok=True)
        if source.path == str(other):
            put(other, "басқа мәтін\n")

    told = run(tmp_path / "in", out=tmp_path / "out", before=meddle)
    assert [one.reason for one in told if isinstance(one, Failure)] == [Reason.MISSING, Reason.CHANGED]
    assert list(outputs(tmp_path / "out")) == ["а.txt.jsonl"]
    put(gone)
    assert all(isinstance(one, FileSummary) for one in run(tmp_path / "in", out=tmp_path / "out"))
    assert "басқа мәтін" in outputs(tmp_path / "out")["в.txt.jsonl"].decode()
    assert good.exists()


def test_a_file_that_changes_between_reading_and_finishing_is_not_written(tmp_path: Path) -> None:
    path = put(tmp_path / "іс.txt")
    (source,) = find_sources([path])
    assert isinstance(source, Source)
    store = Store(str(tmp_path / "out"), Keys("0", "0"), Given(1.0))
    assert tasks.read_page(source, 1, Settings(), store).unkept is None
    put(path, "басқа мәтін\n")
    failure = tasks.finish_file(source, (1,), {}, Settings(), store)
    assert isinstance(failure, Failure)
    assert failure.reason is Reason.CHANGED
    assert outputs(tmp_path / "out") == {}


def test_a_clock_that_is_set_back_changes_nothing(tmp_path: Path) -> None:
    path = put(tmp_path / "in" / "іс.txt")
    future = time.time() + 10 * 365 * 24 * 3600
    os.utime(path, (future, future))
    first = run(tmp_path / "in", out=tmp_path / "out")
    for kept in (tmp_path / "out").rglob("*"):
        os.utime(kept, (future, future))
    asked: list[Task] = []
    assert run(tmp_path / "in", out=tmp_path / "out", before=asked.append) == first
    assert asked == []


def test_limits_on_pages_and_text_are_said_and_can_be_raised(tmp_path: Path) -> None:
    put(tmp_path / "in" / "ұзын.txt", TEXT * 100)
    (failure,) = run(tmp_path / "in", out=tmp_path / "out", settings=Settings(max_text_mbytes=0.001))
    assert isinstance(failure, Failure)
    assert failure.reason is Reason.TOO_LARGE
    assert "--max-text-mbytes 1" in failure.message
    (failure,) = run(tmp_path / "in", out=tmp_path / "out", settings=Settings(max_text_mbytes=0.001))
    assert isinstance(failure, Failure)
    assert "--retry" in failure.message
    (done,) = run(tmp_path / "in", out=tmp_path / "out", settings=Settings(max_text_mbytes=1.0))
    assert isinstance(done, FileSummary)


def test_a_change_of_pages_reads_none_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "in" / "іс.txt")
    run(tmp_path / "in", out=tmp_path / "out")

    def unread(*arguments: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(tasks, "read_page", unread)
    store = Store(str(tmp_path / "out"), Keys("0", "other taggers"), Given(1.0))
    batch = Batch(Here(lambda task: None), store, Settings(), Silent())
    (done,) = batch.run(find_sources([tmp_path / "in"]))
    assert isinstance(done, FileSummary)


def test_inputs_that_were_moved_are_found_in_their_new_place(tmp_path: Path) -> None:
    put(tmp_path / "ескі" / "қор" / "іс.txt")
    out = tmp_path / "out"
    before = run(tmp_path / "ескі", out=out)
    written = outputs(out)
    (tmp_path / "ескі").rename(tmp_path / "жаңа")
    asked: list[Task] = []
    assert run(tmp_path / "жаңа", out=out, before=asked.append) == before
    assert (asked, outputs(out)) == ([], written)
    (output,) = read_outputs([out])
    source = Kept(out).source(output.document.source)
    assert isinstance(source, Source)
    assert source.path == str(tmp_path / "жаңа" / "қор" / "іс.txt")


@pytest.mark.parametrize("kind", ["page", "file"])
def test_what_rots_in_the_store_is_done_again(tmp_path: Path, kind: str) -> None:
    put(tmp_path / "in" / "іс.txt")
    run(tmp_path / "in", out=tmp_path / "out")
    before = outputs(tmp_path / "out")
    for path in (tmp_path / "out").rglob("*.page" if kind == "page" else "*.jsonl"):
        path.write_bytes(b"\0" * 100)
    for path in (tmp_path / "out" / ".muragat" / "files").rglob("*.json"):
        path.write_bytes(b"")
    run(tmp_path / "in", out=tmp_path / "out")
    assert outputs(tmp_path / "out") == before


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], capture_output=True, check=False)  # noqa: S607
    if made.returncode:
        pytest.skip("only root may make a small disk")
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)  # noqa: S607


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may make a small disk")
def test_a_full_disk_ends_the_run_and_more_room_ends_it_well(tmp_path: Path) -> None:
    for number in range(40):
        put(tmp_path / "in" / f"{number}.txt", TEXT * 10 + str(number))
    run(tmp_path / "in", out=tmp_path / "plain")
    expected = outputs(tmp_path / "plain")
    with small_disk(tmp_path / "out"):
        with pytest.raises(OutputError, match="No space left on device; make room"):
            run(tmp_path / "in", out=tmp_path / "out")
        written = outputs(tmp_path / "out")
        assert written.items() < expected.items()
        subprocess.run(["mount", "-o", "remount,size=8m", tmp_path / "out"], check=True)  # noqa: S607
        run(tmp_path / "in", out=tmp_path / "out")
        assert outputs(tmp_path / "out") == expected


def test_an_output_folder_that_may_not_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "in" / "іс.txt")

    def refused(*arguments: object, **named: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pipelines.store._unfinished", refused)
    with pytest.raises(OutputError, match="Permission denied"):
        run(tmp_path / "in", out=tmp_path / "out")


def test_thousands_of_files_in_one_folder(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(5000):
        (folder / f"{number}.txt").write_bytes(b"%d" % number)
    found = list(find_sources([folder]))
    assert len(found) == 5000
    assert all(isinstance(one, Source) and one.media_type is MediaType.TEXT for one in found)
