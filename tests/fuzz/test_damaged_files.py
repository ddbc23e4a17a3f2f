"""Thousands of damaged files: none ends the parent, none hangs, none is lost, and what is raised is a file's failure.

`pytest -m slow tests/fuzz --mutations 100000` looks at more of them than a test run has time for. A file that does
what it should not is kept in `.pytest_cache/d/damaged`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from errors import ExitCode
from pipelines.validate import find_problems
from pipelines.worker import Task
from pipelines.workers import Lost, Workers
from tests.fuzz.mutations import damaged
from tests.fuzz.probe import Found, Surprise, prepare, probe_all, seeds

ROOT = Path(__file__).resolve().parents[2]
JOBS = 2
MEMORY = 600_000_000
SECONDS = 10.0
AT_ONCE = 50
# Through a whole run, with recognising and tagging, goes one in so many.
RUN_SHARE = 20


@pytest.mark.slow
@pytest.mark.timeout(0)
def test_damaged_files_are_read_or_fail_and_nothing_else(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    numbers = list(range(request.config.getoption("--mutations")))
    ends, surprises = Counter[str](), list[Surprise]()
    waiting = [numbers[start : start + AT_ONCE] for start in range(0, len(numbers), AT_ONCE)]
    with Workers(JOBS, memory=MEMORY, prepare=prepare) as workers:
        while waiting:
            tasks = [Task(probe_all, (some, str(tmp_path), SECONDS), SECONDS) for some in waiting]
            outcomes = [workers.submit(task) for task in tasks]
            done, waiting = waiting, []
            for some, outcome in zip(done, outcomes, strict=True):
                match outcome.result():
                    case Found(found, strange):
                        ends.update(found)
                        surprises += strange
                    case Lost(reason, _, _, steps):
                        # What ends its worker is a failure of that file in a run; the others are looked at again.
                        ends[f"worker lost: {reason.value}"] += 1
                        waiting.append([number for number in some if number != steps[-1]])
    _keep(request, [surprise.number for surprise in surprises])
    assert surprises == []
    # Were nearly all of them refused at the door, nothing would have been learned of what lies behind it.
    assert ends["read"] + ends["partly read"] + ends["no page read"] > len(numbers) / 3


@pytest.mark.slow
@pytest.mark.timeout(0)
def test_a_run_accounts_for_every_damaged_file(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    numbers = range(0, request.config.getoption("--mutations"), RUN_SHARE)
    inputs, out = tmp_path / "in", tmp_path / "out"
    inputs.mkdir()
    names = {}
    for number in numbers:
        file = damaged(seeds(), number)
        (inputs / file.name).write_bytes(file.body)
        names[file.name] = number
    command = [sys.executable, str(ROOT / "cli.py"), "run", str(inputs), "-o", str(out), "-j", str(JOBS)]
    command += ["--max-image-mpixels", "0.4", "--page-timeout", str(SECONDS), "--pages", "1-2"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in {ExitCode.DONE, ExitCode.SOME_FAILED}, done.stderr
    assert "Traceback" not in done.stderr
    told = json.loads((out / "run.json").read_text("utf-8"))
    statuses = {one["name"]: one["status"] for one in told["inputs"]}
    _keep(request, [number for name, number in names.items() if name not in statuses])
    assert statuses.keys() == names.keys()
    assert set(statuses.values()) <= {"done", "partial", "failed"}
    written = sorted(out.rglob("*.jsonl"))
    assert {path.name for path in written} == {f"{name}.jsonl" for name in statuses if (out / f"{name}.jsonl").exists()}
    assert [problem for path in written for problem in find_problems(path)] == []


def _keep(request: pytest.FixtureRequest, numbers: list[int]) -> None:
    """Keep damaged files to be looked at."""
    assert request.config.cache is not None
    folder = request.config.cache.mkdir("damaged")
    for number in numbers:
        file = damaged(seeds(), number)
        (folder / file.name).write_bytes(file.body)
