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
from pipelines.lock import HeldError, Holder, hold, holder_of

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
    holder = holder_of(tmp_path)
    assert holder is not None
    assert holder.pid == other.pid


def test_the_lock_of_a_dead_process_is_taken_over(tmp_path: Path, other: subprocess.Popen[str]) -> None:
    other.kill()
    other.wait()
    assert holder_of(tmp_path) is None
    with hold(tmp_path) as holder:
        assert holder.pid == os.getpid()
        assert holder_of(tmp_path) == holder
    assert holder_of(tmp_path) is None


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
