"""How far a run is: counted, estimated, kept, told; also of one that was killed."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from document import Failure, MediaType, Method, Reason, Settings, Source, Stage
from errors import OutputError
from pipelines.batch import Ending
from pipelines.lock import hold
from pipelines.notes import PageNote
from pipelines.records import ProducerRecord
from pipelines.report import Logbook
from pipelines.standing import Standing, State, Tracker, duration, told, write_standing
from pipelines.status import describe, look
from pipelines.store import FileSummary

BEGAN = datetime(1937, 7, 25, 12, 0, tzinfo=UTC)


def source(name: str) -> Source:
    return Source(f"/in/{name}", name, "0" * 64, 1, MediaType.PDF)


def note(page: int, method: Method = Method.OCR) -> PageNote:
    return PageNote(page, method, 1.0, 0.9, 100)


def summary(name: str, pages: int) -> FileSummary:
    return FileSummary(name, "0" * 64, "done", f"{name}.jsonl", {Method.OCR: pages}, {}, 1, {}, 1.0, ())


def broken(name: str) -> Failure:
    return Failure(name, Stage.OPEN, Reason.BROKEN, f"{name} is broken")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr("pipelines.standing.time.monotonic", lambda: now[0])
    return now


def test_pages_left_are_estimated_from_files_that_were_opened(clock: list[float]) -> None:
    tracker = Tracker(5, 2)
    tracker.file_ended(Ending(summary("кеше.pdf", 10), earlier=True))
    tracker.file_begun(source("ә.pdf"), 6)
    for number in range(1, 4):
        clock[0] += 20.0
        tracker.page_read(source("ә.pdf"), note(number), earlier=False)
    tracker.file_ended(Ending(broken("сынық.pdf")))
    now = tracker.standing()
    assert (now.inputs, now.ended, now.failed, now.earlier) == (5, 2, 1, 1)
    assert (now.known_pages, now.pages, now.earlier_pages) == (16, 13, 10)
    assert now.pages_a_minute == 3.0
    # 3 pages of the open file, and 2 files of 8 pages as those two have on average, at 20 seconds a page.
    assert now.seconds_left == (3 + 2 * 8) * 20.0


def test_pages_of_a_file_that_is_given_up_do_not_come(clock: list[float]) -> None:
    tracker = Tracker(1, 1)
    tracker.file_begun(source("ә.pdf"), 6)
    tracker.page_read(source("ә.pdf"), note(1, Method.FAILED), earlier=False)
    tracker.file_ended(Ending(broken("ә.pdf"), unread=5))
    now = tracker.standing()
    assert (now.known_pages, now.pages, now.failed_pages, now.failed, now.inputs) == (1, 1, 1, 1, 1)


def test_the_rate_is_that_of_the_last_minutes(clock: list[float]) -> None:
    tracker = Tracker(1, 1)
    tracker.file_begun(source("ә.pdf"), 2000)
    for number in range(1, 601):
        clock[0] += 1.0
        tracker.page_read(source("ә.pdf"), note(number), earlier=False)
    for number in range(601, 701):
        clock[0] += 10.0
        tracker.page_read(source("ә.pdf"), note(number), earlier=False)
    assert tracker.standing().pages_a_minute == pytest.approx(6.0, rel=0.05)


def test_more_files_than_their_names_promised(clock: list[float]) -> None:
    tracker = Tracker(0, 1)
    tracker.file_begun(source("суффиксі жоқ"), 1)
    assert tracker.standing().inputs == 1
    assert tracker.standing().seconds_left is None


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (89, "89 s"), (90, "2 min"), (3599, "1 h 0 min"), (7500, "2 h 5 min"), (200_000, "2 days 8 h")],
)
def test_durations(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def put(out: Path, state: State, why: str | None = None) -> Standing:
    standing = Standing(state, BEGAN, BEGAN, 2, 9, 4, 1, 0, 40, 30, 2, 0, 12.5, 600.0)
    logbook = Logbook(Settings(), ProducerRecord("0", "0", {}), {})
    logbook.add(broken("сынық.pdf"), 0)
    logbook.write(out, standing, why)
    write_standing(standing, out)
    return standing


def test_a_run_that_goes_on_names_its_holder(tmp_path: Path) -> None:
    with hold(tmp_path):
        put(tmp_path, State.RUNNING)
        status = look(tmp_path)
    assert (status.running, status.cut_off, status.files_left, status.pages_left) == (True, False, 5, 10)
    assert status.holder is not None
    assert status.holder.pid == os.getpid()
    lines = describe(status, datetime(1937, 7, 25, 12, 1, tzinfo=UTC)).splitlines()
    assert f"running: process {os.getpid()} on " in lines[0]
    assert lines[0].endswith("; last heard 60 s ago")
    assert lines[1] == (
        "4 of 9 files, 30 of 40 pages known so far, 12.5 pages a minute, failed: 1 files, 2 pages, about 10 min left"
    )
    assert lines[2] == "failures: 1 broken"


def test_a_run_that_has_not_yet_said_who_it_is_has_no_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.lock.BETWEEN_TRIES_SECONDS", 0.0)
    with hold(tmp_path):
        put(tmp_path, State.RUNNING)
        (tmp_path / ".muragat" / "lock").write_bytes(b"")
        status = look(tmp_path)
    assert (status.running, status.cut_off, status.holder) == (True, False, None)
    assert describe(status, BEGAN).splitlines()[0] == "running: process not known yet"


def test_a_run_that_was_killed_says_so(tmp_path: Path) -> None:
    put(tmp_path, State.RUNNING)
    status = look(tmp_path)
    assert (status.running, status.cut_off) == (False, True)
    assert describe(status).startswith("cut off at 1937-07-25 12:00 UTC")
    assert msgspec.json.decode(msgspec.json.encode(status))["standing"]["pages"] == 30


def test_a_run_that_ended_says_how(tmp_path: Path) -> None:
    put(tmp_path, State.STOPPED, "stopped: too much failed")
    assert describe(look(tmp_path)).startswith("stopped at 1937-07-25 12:00 UTC: stopped: too much failed")
    assert told(put(tmp_path, State.FINISHED)).endswith("failed: 1 files, 2 pages")


def test_a_folder_without_a_run_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="has never been here"):
        look(tmp_path)
    (tmp_path / ".muragat").mkdir()
    (tmp_path / ".muragat" / "progress.json").write_bytes(b"\0\0")
    with pytest.raises(OutputError, match="has never been here"):
        look(tmp_path)
