"""A Dask cluster is a pool like any other: what it is given comes back, whoever is lost on the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner
from distributed import LocalCluster

from cli import main
from document import MediaType, Reason, Settings, Source
from errors import MissingToolError, MuragatError
from pipelines import cluster as clusters
from pipelines import hands
from pipelines.cluster import Cluster
from pipelines.hands import Ours, Terms
from pipelines.keys import Keys
from pipelines.worker import Done, Task

ROOT = Path(__file__).resolve().parents[2]

# Tasks are functions of the standard library, for the processes that do them would load this module, and Dask with it.


@pytest.fixture(scope="module")
def dask() -> Iterator[LocalCluster]:
    """Two workers in this process; the processes of their hands are real."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=False, dashboard_address=":0", memory_limit=None
    ) as cluster:
        yield cluster


@pytest.fixture
def terms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terms:
    monkeypatch.setattr(hands, "desk", str)
    monkeypatch.setattr(hands, "own_keys", lambda settings: Keys("1", "2"))
    monkeypatch.setattr(hands, "SHARE_SECONDS", 0.0)
    monkeypatch.setattr(clusters, "LOOK_SECONDS", 0.1)
    mark = tmp_path / "out" / ".muragat" / "run"
    return Terms("бірінші", Settings(), Keys("1", "2"), {}, str(mark), (str(tmp_path),), 400_000_000)


def pool(terms: Terms, dask: LocalCluster, said: list[str] | None = None) -> Cluster:
    return Cluster(terms, 2, dask.scheduler_address, (said if said is not None else []).append)


def done(cluster: Cluster, function: Any, *arguments: object, seconds: float = 20, fresh: bool = False) -> Any:
    return cluster.submit(Task(function, arguments, seconds, fresh)).result(60)


def test_what_a_cluster_is_given_comes_back_as_from_workers_here(terms: Terms, dask: LocalCluster) -> None:
    with pool(terms, dask) as cluster:
        assert done(cluster, len, "әнұран") == 6
        lost = done(cluster, os._exit, 9, fresh=True)
        assert (lost.reason, lost.own, "exit code 9" in lost.message) == (Reason.CRASHED, True, True)
        assert done(cluster, time.sleep, 60, seconds=0.3).reason is Reason.TIMEOUT
        assert "ValueError" in done(cluster, int, "он").message
        assert done(cluster, os.getpid) != os.getpid()
        with pytest.raises(AttributeError):
            done(cluster, lambda: None)
    assert not Path(terms.mark).exists()
    assert not hands._staff()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"keys": Keys("1", "3"), "versions": {"regex": "0.1"}},
            "another program than this machine .regex .*, not 0.1",
        ),
        ({"keys": Keys("1", "3")}, "the same versions, but other code or language packs"),
        ({"inputs": ("/жоқ",)}, "does not see /жоқ: .* storage that all machines share"),
    ],
)
def test_a_machine_that_would_do_it_otherwise_is_refused(
    terms: Terms, dask: LocalCluster, change: dict[str, Any], said: str
) -> None:
    told: list[str] = []
    with pytest.raises(MissingToolError, match=said), pool(msgspec.structs.replace(terms, **change), dask, told):
        pass
    assert told
    assert all(line.startswith("Dask worker inproc://") for line in told)


def test_a_machine_that_sees_another_output_folder_is_refused(
    terms: Terms, dask: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hands, "_holds", lambda mark, words: False)
    with pytest.raises(MissingToolError, match=r"does not see .*out: "), pool(terms, dask):
        pass


def test_what_a_lost_worker_was_at_is_done_by_another(terms: Terms, dask: LocalCluster) -> None:
    with pool(terms, dask) as cluster:
        naps = [cluster.submit(Task(time.sleep, (seconds,), 30)) for seconds in (1.0, 1.1, 0.0, 0.0)]
        time.sleep(0.3)
        dask.scale(1)
        assert [nap.result(30) for nap in naps] == [None] * 4
        dask.scale(2)
        assert done(cluster, len, "ән") == 2


def test_a_process_that_forgot_its_run_is_asked_again(terms: Terms, dask: LocalCluster) -> None:
    with pool(terms, dask) as cluster:
        assert done(cluster, len, "ән") == 2
        for post in tuple(hands._staff()):
            hands.dismiss(post)
        assert done(cluster, len, "күй") == 3


def test_a_task_that_workers_die_with_is_given_back(
    terms: Terms, dask: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched = clusters._fetched
    with pool(terms, dask) as cluster:
        monkeypatch.setattr(clusters, "_fetched", lambda parcel: _unless_done(fetched(parcel)))
        lost = done(cluster, len, "ән")
        monkeypatch.setattr(clusters, "_fetched", fetched)
        assert (lost.reason, lost.own) == (Reason.CRASHED, False)
        assert "when 3 workers of the cluster were lost" in lost.message
        assert done(cluster, len, "күй") == 3


def test_a_worker_that_dies_slowly_loses_a_task_once(
    terms: Terms, dask: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until it says again that it works for this run, it answers nothing it is given."""
    fetched = clusters._fetched
    asked: list[Ours] = []

    def fetch(parcel: Any) -> Any:
        answer = fetched(parcel)
        asked.extend([answer] if isinstance(answer, Ours) else [])
        return answer if len(asked) > 2 else _unless_done(answer)

    monkeypatch.setattr(clusters, "_fetched", fetch)
    with pool(terms, dask) as cluster:
        while cluster.jobs < 2:
            time.sleep(0.01)
        assert [done(cluster, len, "ән"), done(cluster, len, "күй")] == [2, 3]


def test_an_answer_that_does_not_come_holds_up_no_other(
    terms: Terms, dask: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched = clusters._fetched
    other = threading.Event()

    def fetch(parcel: Any) -> Any:
        answer = fetched(parcel)
        if isinstance(answer, Done) and answer.result == 3:
            other.wait(20)
        return answer

    monkeypatch.setattr(clusters, "_fetched", fetch)
    with pool(terms, dask) as cluster:
        held = cluster.submit(Task(len, ("күй",), 20))
        assert done(cluster, time.sleep, 0.2) is None
        assert not held.done()
        other.set()
        assert held.result(20) == 3


def _unless_done(answer: Any) -> Any:
    return None if isinstance(answer, Done) else answer


def test_where_a_machine_stands_does_not_matter(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    source = Source("іс.pdf", "іс.pdf", "0" * 64, 1, MediaType.PDF)
    task = clusters._from_anywhere(Task(len, (source, 1), 1.0))
    assert task.arguments == (msgspec.structs.replace(source, path=str(tmp_path / "іс.pdf")), 1)


def test_no_scheduler_and_no_worker_are_said(terms: Terms, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "CONNECT_SECONDS", 0.2)
    monkeypatch.setattr(clusters, "FIRST_WORKER_SECONDS", 0.2)
    with (
        pytest.raises(MissingToolError, match=r"no Dask scheduler answers at .* `dask scheduler`"),
        Cluster(terms, 1, "tcp://127.0.0.1:9", print),
    ):
        pass
    with (
        LocalCluster(n_workers=0, processes=False, dashboard_address=":0") as empty,
        pytest.raises(MissingToolError, match=r"no worker has joined .* `dask worker "),
        pool(terms, empty),
    ):
        pass


def test_a_scheduler_that_ends_ends_the_run(terms: Terms, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "CONNECT_SECONDS", 1)
    with LocalCluster(n_workers=1, threads_per_worker=1, processes=False, dashboard_address=":0") as own:
        cluster = pool(terms, own).__enter__()
        try:
            waiting = cluster.submit(Task(time.sleep, (30,), 60))
            own.close()
            with pytest.raises(MuragatError, match=r"the Dask cluster is lost .* same command goes on"):
                waiting.result(60)
        finally:
            cluster.__exit__(None, None, None)


def test_a_scheduler_without_its_engine_is_wrong_usage(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["run", str(tmp_path), "-o", str(tmp_path / "out"), "--scheduler", "tcp://а:8786"])
    assert (done.exit_code, "--engine dask" in done.stderr) == (2, True)


@pytest.mark.slow
def test_the_command_writes_the_same_bytes_whoever_is_killed(tmp_path: Path) -> None:
    inputs = [str(ROOT / "samples" / name) for name in ("note.txt", "memorial-list.pdf", "questionnaire-ru.tiff")]
    command = [sys.executable, str(ROOT / "cli.py"), "run", *inputs, "-j", "2", "-q", "-o"]
    subprocess.run([*command, str(tmp_path / "мұнда")], check=True)
    with subprocess.Popen([*command, str(tmp_path / "онда"), "--engine", "dask"]) as process:
        until = time.monotonic() + 60
        while not (busy := [worker for worker in _children(process.pid) if _children(worker)]):
            assert time.monotonic() < until
            time.sleep(0.1)
        os.kill(busy[0], signal.SIGKILL)
        assert process.wait(200) == 0
    assert _written(tmp_path / "мұнда") == _written(tmp_path / "онда") != {}


def _children(parent: int) -> list[int]:
    """The processes it started that are workers of the cluster."""
    found = Path(f"/proc/{parent}/task").glob("*/children")
    children = [int(child) for path in found for child in path.read_text("ascii").split()]
    return [child for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]


def _written(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.rglob("*.jsonl")}
