"""Worker processes: how work is handed out, and what becomes of work that does not come back."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as OutOfTime
from types import TracebackType
from typing import Any, Protocol, Self

import msgspec
from pebble import ProcessExpired, ProcessPool

from document import Reason

# A worker is replaced after so many tasks, so that what a foreign library leaks stays bounded.
TASKS_PER_WORKER = 400


class Lost(msgspec.Struct, frozen=True):
    """Work that did not come back, and why."""

    reason: Reason
    message: str


class Pool(Protocol):
    """All that a run knows of whatever does its work."""

    @property
    def jobs(self) -> int:
        """How many tasks are worked on at once."""

    def submit(self, seconds: float, function: Callable[..., Any], *arguments: object) -> Future[Any]:
        """Have `function(*arguments)` done somewhere; `outcome` tells what became of it."""


class Workers:
    """A pool of `jobs` processes; a worker that hangs or dies is replaced and the others go on."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        # spawn: a forked worker would inherit the parent's threads and libraries in whatever state they are.
        context = multiprocessing.get_context("spawn")
        self._pool: Any = ProcessPool(max_workers=jobs, max_tasks=TASKS_PER_WORKER, context=context)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._pool.close()
        else:
            self._pool.stop()
        self._pool.join()

    def submit(self, seconds: float, function: Callable[..., Any], *arguments: object) -> Future[Any]:
        """Have `function(*arguments)` done by a worker, within `seconds` from when it starts."""
        future: Future[Any] = self._pool.schedule(function, args=arguments, timeout=seconds)
        return future


def outcome(future: Future[Any]) -> Any:
    """What a finished piece of work returned, or `Lost`; errors the work raised are raised here."""
    try:
        return future.result()
    except OutOfTime:
        return Lost(Reason.TIMEOUT, "took longer than it may and was given up; --page-timeout gives it more time")
    except ProcessExpired as expired:
        return Lost(Reason.CRASHED, f"ended the process that read it (exit code {expired.exitcode})")
