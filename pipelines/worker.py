"""What a worker process does: confine itself, prepare, then one task after another until told to stop."""

from __future__ import annotations

import os
from collections.abc import Callable
from inspect import isgenerator
from multiprocessing.connection import Connection
from typing import Any

import msgspec

from errors import MuragatError
from pipelines.isolation import cap_memory, confine


class Step(msgspec.Struct, frozen=True):
    """A task that is a generator tells what it begins, as a number that its giver understands, and its seconds."""

    begins: int
    seconds: float


class Task(msgspec.Struct, frozen=True):
    """`function(*arguments)`, to be done by a worker within `seconds`, or `seconds` up to its first `Step`.

    A generator yields a `Step` before each further part and returns the result. `fresh` asks for a worker that has done
    nothing before: what goes wrong there is the task's own doing.
    """

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    seconds: float
    fresh: bool = False


class Ready(msgspec.Struct, frozen=True):
    """A worker is prepared."""


class Done(msgspec.Struct, frozen=True):
    """A task is done: its result, or the error that ends the run."""

    result: Any = None
    error: MuragatError | None = None


class Broke(msgspec.Struct, frozen=True):
    """A task raised what it should not."""

    message: str


class OutOfMemory(msgspec.Struct, frozen=True):
    """A task wanted more memory than a worker may have; the worker ends."""


def work(pipe: Connection, parent: int, memory: int | None) -> None:
    """Work for the process `parent`, which sends through `pipe` what prepares, then tasks, and None at the end."""
    confine(parent)
    # Read when libraries load, so before what prepares arrives: workers are many, and threads in each cost more than
    # they bring.
    os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", OMP_THREAD_LIMIT="1")
    try:
        prepare: Callable[[], object] | None = pipe.recv()
        if prepare is not None:
            prepare()
    except EOFError:  # the parent is gone
        return
    except MuragatError as error:
        pipe.send(Done(error=error))
        return
    if memory is not None:
        cap_memory(memory)
    pipe.send(Ready())
    try:
        while (task := pipe.recv()) is not None:
            answer = _answer(task, pipe)
            pipe.send(answer)
            if isinstance(answer, OutOfMemory):
                return
    except (EOFError, BrokenPipeError):  # the parent is gone
        return


def _answer(task: Task, pipe: Connection) -> Done | Broke | OutOfMemory:
    try:
        result = task.function(*task.arguments)
        return Done(_by_steps(result, pipe) if isgenerator(result) else result)
    except MemoryError:
        return OutOfMemory()
    except MuragatError as error:
        return Done(error=error)
    except Exception as error:  # noqa: BLE001 - guards a run of thousands: what one file raises must not end it
        return Broke(f"{type(error).__name__}: {error}")


def _by_steps(steps: Any, pipe: Connection) -> Any:
    while True:
        try:
            pipe.send(next(steps))
        except StopIteration as end:
            return end.value
