"""One run at a time in an output folder."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from errors import OutputError
from pipelines import lock
from pipelines.lock import HeldError, Holder, Occupancy, hold, occupancy

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import sys
from pathlib import Path
from pipelines.lock import hold
with hold(Path(sys.argv[1])):
    print("here", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def other(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the folder."""
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n"
        yield process
        process.kill()


def test_the_second_run_says_who_holds_the_folder_and_stops(tmp_path: Path, other: subprocess.Popen[str]) -> None:
    told = rf"in use by process {other.pid} on .*, since 20..-..-.. ..:.. UTC"
    with pytest.raises(HeldError, match=told), hold(tmp_path):
        pass
    holder = occupancy(tmp_path).holder
    assert holder is not None
    assert holder.pid == other.pid


def test_the_lock_of_a_dead_process_is_taken_over(tmp_path: Path, other: subprocess.Popen[str]) -> None:
    other.kill()
    other.wait()
    assert occupancy(tmp_path) == Occupancy(held=False)
    with hold(tmp_path) as holder:
        assert holder.pid == os.getpid()
        assert occupancy(tmp_path) == Occupancy(held=True, holder=holder)
    assert occupancy(tmp_path) == Occupancy(held=False)


@pytest.mark.parametrize("left", ["", "{", "killed"])
def test_before_the_holder_has_written_its_words_nobody_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: str
) -> None:
    monkeypatch.setattr(lock, "BETWEEN_TRIES_SECONDS", 0.0)
    killed = msgspec.json.encode(Holder(Holder.this().host, 2**22 + 1, datetime.now(UTC))).decode()
    path = tmp_path / ".muragat" / "lock"
    path.parent.mkdir()
    path.write_text(killed if left == "killed" else left, "utf-8")
    with path.open("rb") as taken:
        fcntl.flock(taken, fcntl.LOCK_EX)
        assert occupancy(tmp_path) == Occupancy(held=True)
        with pytest.raises(HeldError, match="in use by another run"), hold(tmp_path):
            pass


def test_a_run_that_ends_by_an_error_leaves_no_words(tmp_path: Path) -> None:
    with pytest.raises(OutputError), hold(tmp_path):
        raise OutputError("дискіде орын жоқ")
    assert (tmp_path / ".muragat" / "lock").read_bytes() == b""


def test_words_that_do_not_fit_on_the_disk_are_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "pwrite", lambda handle, words, start: len(words) // 2)
    with pytest.raises(OutputError, match="No space left on device; make room"), hold(tmp_path):
        pass


@pytest.mark.parametrize(
    ("host", "pid", "held"),
    [(None, 1, True), (None, 2**22 + 1, False), ("басқа-машина", 2**22 + 1, True)],
)
def test_where_the_file_system_knows_no_locks_the_words_of_the_file_decide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str | None, pid: int, held: bool
) -> None:
    def unknown(handle: int, how: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", unknown)
    path = tmp_path / ".muragat" / "lock"
    path.parent.mkdir()
    path.write_bytes(msgspec.json.encode(Holder(host or Holder.this().host, pid, datetime.now(UTC))))
    if held:
        with pytest.raises(HeldError, match=r"remove .*lock"), hold(tmp_path):
            pass
    else:
        with hold(tmp_path):
            assert path.read_bytes()
        assert path.read_bytes() == b""


def test_a_lock_is_not_taken_through_a_link(tmp_path: Path) -> None:
    (tmp_path / ".muragat").mkdir()
    (tmp_path / ".muragat" / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match="choose another output folder"), hold(tmp_path):
        pass
    assert not (tmp_path / "elsewhere").exists()


def test_a_torn_lock_file_still_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "BETWEEN_TRIES_SECONDS", 0.0)
    with hold(tmp_path):
        (tmp_path / ".muragat" / "lock").write_bytes(b"{")
        with pytest.raises(HeldError, match="another run"), hold(tmp_path):
            pass
