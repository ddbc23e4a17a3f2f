"""Workers are confined, and outlive no task, no parent and no limit."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

from document import Reason
from errors import MissingToolError, MuragatError
from pipelines.worker import Step, Task
from pipelines.workers import Lost, Workers

ROOT = Path(__file__).resolve().parents[2]
MEMORY = 400_000_000


@pytest.fixture(scope="module")
def pool() -> Iterator[Workers]:
    with Workers(1, memory=MEMORY) as workers:
        yield workers


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def die() -> None:
    os._exit(9)


def answer(word: str) -> str:
    return word


def fail(error: Exception) -> None:
    raise error


def hoard(megabytes: int) -> int:
    return len(bytearray(megabytes * 1_000_000))


def steps(waits: list[float]) -> Generator[Step, None, str]:
    for number, seconds in enumerate(waits, start=1):
        yield Step(number, 1.0)
        time.sleep(seconds)
    return "соңы"


def process(_: str = "") -> int:
    return os.getpid()


def kill_from_outside() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def call(family: int) -> str:
    with socket.socket(family):
        return "made"


def call_from_c() -> str:
    """The C library's own socket(), which Python does not see."""
    import ctypes  # noqa: PLC0415

    libc = ctypes.CDLL(None, use_errno=True)
    return os.strerror(ctypes.get_errno()) if libc.socket(socket.AF_INET, socket.SOCK_STREAM, 0) < 0 else "made"


def call_from_a_program() -> str:
    program = "import ctypes; print(ctypes.CDLL(None).socket(2, 1, 0))"
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()


def done(
    pool: Workers, function: Callable[..., Any], *arguments: object, seconds: float = 20, fresh: bool = False
) -> Any:
    return pool.submit(Task(function, arguments, seconds, fresh)).result(60)


def test_a_task_that_hangs_is_ended_and_the_next_is_done(pool: Workers) -> None:
    lost = done(pool, sleep, 60, seconds=0.3)
    assert (lost.reason, lost.own) == (Reason.TIMEOUT, True)
    assert done(pool, answer, "ән") == "ән"


def test_a_death_is_a_tasks_own_only_in_a_fresh_worker(pool: Workers) -> None:
    done(pool, answer, "бірінші")
    assert done(pool, die).own is False
    lost = done(pool, die, fresh=True)
    assert (lost.reason, lost.own) == (Reason.CRASHED, True)
    assert "exit code 9" in lost.message


def test_whoever_kills_from_outside_does_not_mean_the_task(pool: Workers) -> None:
    assert done(pool, kill_from_outside, fresh=True).own is False


def test_memory_beyond_the_cap_is_refused(pool: Workers) -> None:
    assert done(pool, hoard, 50) == 50_000_000
    lost = done(pool, hoard, 800, fresh=True)
    assert (lost.reason, lost.own) == (Reason.OUT_OF_MEMORY, True)
    assert done(pool, answer, "келесі") == "келесі"


def test_each_step_has_its_own_time(pool: Workers) -> None:
    assert done(pool, steps, [0.7, 0.7], seconds=5) == "соңы"
    lost = done(pool, steps, [0.0, 30.0], seconds=5)
    assert (lost.reason, lost.steps) == (Reason.TIMEOUT, (1, 2))


def test_errors_that_end_a_run_are_raised_here_others_are_the_tasks_own(pool: Workers) -> None:
    with pytest.raises(MuragatError, match="толы"):
        done(pool, fail, MuragatError("диск толы"))
    lost = done(pool, fail, ValueError("қате"))
    assert (lost.reason, lost.own, "ValueError: қате" in lost.message) == (Reason.CRASHED, True, True)


def test_a_fresh_worker_is_another(pool: Workers) -> None:
    first = done(pool, process)
    assert done(pool, process) == first
    assert done(pool, process, fresh=True) != first


def test_nobody_in_a_worker_reaches_the_network(pool: Workers) -> None:
    assert "PermissionError" in done(pool, call, socket.AF_INET).message
    assert done(pool, call, socket.AF_UNIX) == "made"
    if sys.platform == "linux":
        assert done(pool, call_from_c) == "Permission denied"
        assert done(pool, call_from_a_program) == "-1"


def test_workers_that_cannot_prepare_end_the_run() -> None:
    with Workers(1, prepare=_missing) as workers, pytest.raises(MissingToolError, match="apt-get"):
        done(workers, answer, "жоқ")
    with Workers(1, prepare=die) as workers, pytest.raises(MuragatError, match="doctor"):
        done(workers, answer, "жоқ")


def _missing() -> None:
    raise MissingToolError("run apt-get install tesseract-ocr")


PARENT = """
import os, sys
sys.path[:0] = [{root!r}, {here!r}]
from test_workers import sleep, process
from pipelines.worker import Task
from pipelines.workers import Workers
if __name__ == "__main__":
    with Workers(1) as pool:
        print(pool.submit(Task(process, (), 20)).result(), flush=True)
        pool.submit(Task(sleep, (60,), 90)).result()
"""


def test_workers_die_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    program = tmp_path / "parent.py"
    program.write_text(PARENT.format(root=str(ROOT), here=str(Path(__file__).parent)), "utf-8")
    with subprocess.Popen([sys.executable, str(program)], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.kill()
        parent.wait()
    until = time.monotonic() + 5
    while _runs(worker) and time.monotonic() < until:
        time.sleep(0.02)
    assert not _runs(worker)


def _runs(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_what_is_lost_can_be_told(pool: Workers) -> None:
    lost = done(pool, die, fresh=True)
    assert isinstance(lost, Lost)
    assert lost.message == "ended the process that read it (exit code 9)"
