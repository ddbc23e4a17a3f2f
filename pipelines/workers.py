"""Worker processes: how work is handed out, and what becomes of work that does not come back.

`Pool` is all that a run knows of whatever does its work; another engine is another `Pool`:

- a `Task` can be pickled and done anywhere that sees the inputs and the output folder; it may be done twice, for what
  it writes appears whole or not at all and is the same each time;
- `submit` never blocks; its future ends with what the task returned, with the `MuragatError` it raised (the run
  ends), or with `Lost`;
- `Lost.own` tells whether the task itself is to blame; the run decides what is tried again, and how.

An engine keeps the promises of isolation by doing tasks through `Workers` on each of its machines.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pickle import UnpicklingError
from types import TracebackType
from typing import Any, Protocol, Self

import msgspec

from document import Reason
from errors import MuragatError
from pipelines.isolation import memory_of
from pipelines.worker import Broke, Done, OutOfMemory, Ready, Step, Task, work

# A worker is replaced after so many tasks, or once it holds so much more than at first: what foreign libraries leak
# stays bounded.
TASKS_PER_WORKER = 2000
MOST_LEFT_BEHIND = 150_000_000
MOST_FAILED_STARTS = 3
LOOK_SECONDS = 0.05
REST_SECONDS = 5.0


class Lost(msgspec.Struct, frozen=True):
    """Work that did not come back, and why.

    `own` says that the work is to blame, rather than what its worker had done before or somebody who ended the
    worker; `steps` are those it had begun, the last of them what it was lost in.
    """

    reason: Reason
    message: str
    own: bool = True
    steps: tuple[int, ...] = ()


class Pool(Protocol):
    """All that a run knows of whatever does its work."""

    @property
    def jobs(self) -> int:
        """How many tasks are worked on at once."""

    def submit(self, task: Task) -> Future[Any]:
        """Have a task done somewhere; the future ends with its result, its error, or `Lost`."""


@dataclass(eq=False)
class _Order:
    task: Task
    future: Future[Any]


@dataclass(eq=False)
class _Worker:
    """A process and what it is at: `deadline` by the monotonic clock, `rested` its bytes of memory when prepared."""

    process: SpawnProcess
    pipe: Connection
    ready: bool = False
    tasks: int = 0
    order: _Order | None = None
    steps: list[int] = field(default_factory=list)
    deadline: float = 0.0
    ended_for: Reason | None = None
    rested: int | None = None


class Workers:
    """Up to `jobs` processes, each confined and within `memory` bytes; one that hangs, grows or dies is replaced.

    `prepare` is called in each before its first task, outside the tasks' time.
    """

    def __init__(self, jobs: int, *, memory: int | None = None, prepare: Callable[[], object] | None = None) -> None:
        self.jobs = jobs
        self._memory = memory
        self._prepare = prepare
        # spawn: a forked worker would inherit the parent's threads and libraries in whatever state they are.
        self._context = multiprocessing.get_context("spawn")
        self._orders: deque[_Order] = deque()
        self._workers: list[_Worker] = []
        self._failed_starts = 0
        self._closing = False
        self._broken: BaseException | None = None
        self._lock = threading.Lock()
        self._bell, self._ring = os.pipe()
        # Workers are started by this thread alone, for the kernel ends them when the thread that started them ends.
        self._thread = threading.Thread(target=self._manage, name="workers", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing = True
        self._wake()
        self._thread.join()
        os.close(self._bell)
        os.close(self._ring)

    def submit(self, task: Task) -> Future[Any]:
        """Have a task done by a worker; the future ends with its result, its error, or `Lost`."""
        order = _Order(task, Future())
        with self._lock:
            if self._broken is None:
                self._orders.append(order)
            else:
                order.future.set_exception(self._broken)
        self._wake()
        return order.future

    def _wake(self) -> None:
        os.write(self._ring, b".")

    def _manage(self) -> None:
        try:
            while not self._closing:
                self._hand_out()
                self._listen()
                self._look_after()
        except Exception as error:  # noqa: BLE001 - of a thread: whoever waits for a task gets it
            with self._lock:
                self._broken = error
                lost = [*self._orders, *(worker.order for worker in self._workers if worker.order)]
                self._orders.clear()
            for order in lost:
                order.future.set_exception(error)
        finally:
            for worker in self._workers:
                _end(worker)

    def _hand_out(self) -> None:
        """Give waiting tasks to workers at rest, and have as many workers as there is work for."""
        for worker in [worker for worker in self._workers if worker.ready and worker.order is None]:
            with self._lock:
                order = next((order for order in self._orders if not (order.task.fresh and worker.tasks)), None)
                waiting = bool(self._orders)
                if order is not None:
                    self._orders.remove(order)
            if order is not None:
                self._give(worker, order)
            elif waiting:  # only tasks that want a fresh worker
                self._retire(worker)
        coming = sum(worker.order is None for worker in self._workers)
        for _ in range(min(self.jobs - len(self._workers), len(self._orders) - coming)):
            self._start()

    def _give(self, worker: _Worker, order: _Order) -> None:
        worker.order, worker.steps = order, []
        worker.deadline = time.monotonic() + order.task.seconds
        try:
            worker.pipe.send(order.task)
        except OSError:  # it has died since; `_listen` will see
            return
        except Exception as error:  # noqa: BLE001 - a task that cannot be pickled is its maker's mistake
            worker.order = None
            order.future.set_exception(error)

    def _start(self) -> None:
        ours, its = self._context.Pipe()
        process = self._context.Process(target=work, args=(its, os.getpid(), self._memory), daemon=True)
        try:
            process.start()
        except OSError as error:
            raise MuragatError(f"cannot start a worker process ({error.strerror}): ask for fewer with -j") from error
        its.close()
        self._workers.append(_Worker(process, ours))
        with suppress(OSError):  # it has died since; `_listen` will see
            ours.send(self._prepare)

    def _listen(self) -> None:
        """Wait until something happens, for a short while if there is somebody to look after."""
        busy = any(worker.order for worker in self._workers)
        heard = wait([self._bell, *(worker.pipe for worker in self._workers)], LOOK_SECONDS if busy else REST_SECONDS)
        if self._bell in heard:
            os.read(self._bell, 1 << 16)
        for worker in [worker for worker in self._workers if worker.pipe in heard]:
            try:
                self._hear(worker, worker.pipe.recv())
            except (EOFError, OSError, UnpicklingError):
                self._mourn(worker)

    def _hear(self, worker: _Worker, message: Any) -> None:
        match message:
            case Ready():
                worker.ready = True
                worker.rested = memory_of(worker.process.pid or 0)
                self._failed_starts = 0
            case Step(begins, seconds):
                worker.steps.append(begins)
                worker.deadline = time.monotonic() + seconds
            case OutOfMemory():
                worker.ended_for = Reason.OUT_OF_MEMORY
                self._mourn(worker)
            case Done(result, error) if worker.order is not None:
                order, worker.order = worker.order, None
                worker.tasks += 1
                if error is None:
                    order.future.set_result(result)
                else:
                    order.future.set_exception(error)
                if worker.tasks >= TASKS_PER_WORKER or self._has_grown(worker):
                    self._retire(worker)
            case Broke(told) if worker.order is not None:
                order, worker.order = worker.order, None
                message = f"could not be worked on ({told}); please report it"
                order.future.set_result(Lost(Reason.CRASHED, message, steps=tuple(worker.steps)))
                self._retire(worker)
            case Done(_, error):
                raise error or MuragatError("a worker process answered without being asked; please report it")

    def _has_grown(self, worker: _Worker) -> bool:
        now = memory_of(worker.process.pid or 0)
        return now is not None and worker.rested is not None and now - worker.rested > MOST_LEFT_BEHIND

    def _look_after(self) -> None:
        """End workers that take too long or too much."""
        now = time.monotonic()
        for worker in [worker for worker in self._workers if worker.order and not worker.ended_for]:
            if now > worker.deadline:
                worker.ended_for = Reason.TIMEOUT
            elif self._memory is not None and (memory_of(worker.process.pid or 0) or 0) > self._memory:
                worker.ended_for = Reason.OUT_OF_MEMORY
            if worker.ended_for:
                self._mourn(worker)

    def _mourn(self, worker: _Worker) -> None:
        """Take leave of a worker that died or is to die, and say what became of its task."""
        died_by_itself = worker.ended_for is None
        _end(worker)
        self._workers.remove(worker)
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= MOST_FAILED_STARTS:
                code = worker.process.exitcode
                raise MuragatError(f"worker processes end while they load (exit code {code}): run `muragat doctor`")
        if worker.order is None:
            return
        code = worker.process.exitcode
        # Who kills with SIGKILL and is not us, an administrator or a kernel short of memory, does not mean the page.
        from_outside = died_by_itself and code == -signal.SIGKILL
        blameless = bool(worker.tasks or worker.steps) and worker.ended_for is not Reason.TIMEOUT
        reason = worker.ended_for or Reason.CRASHED
        message = _told(reason, code)
        worker.order.future.set_result(Lost(reason, message, not (from_outside or blameless), tuple(worker.steps)))

    def _retire(self, worker: _Worker) -> None:
        """Let a worker at rest go."""
        self._workers.remove(worker)
        _end(worker)


def _end(worker: _Worker) -> None:
    """End a process, and what it started, at once: whatever it was writing appears whole or not at all."""
    if worker.process.pid is not None and worker.process.is_alive():
        try:
            os.killpg(worker.process.pid, signal.SIGKILL)
        except ProcessLookupError:  # it has no group of its own yet
            worker.process.kill()
    worker.process.join()
    worker.pipe.close()


def _told(reason: Reason, code: int | None) -> str:
    match reason:
        case Reason.TIMEOUT:
            return "took longer than it may and was given up; --page-timeout gives it more time"
        case Reason.OUT_OF_MEMORY:
            return "needed more memory than a worker may have; --worker-memory gives it more"
    return f"ended the process that read it (exit code {code})"
