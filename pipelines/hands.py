"""What another machine does for a run: sees that it may, then has each task done by confined processes of its own.

Everything here runs on the other machine, in a process that the cluster started; the cluster itself is met elsewhere.
"""

from __future__ import annotations

import multiprocessing
import socket
import threading
import time
from collections.abc import Mapping
from concurrent.futures import Future
from functools import cache, partial
from pathlib import Path
from typing import Any

import msgspec

from document import Settings
from errors import MuragatError
from ingest.ocr import describe_recognizer
from pipelines.keys import Keys, make_keys, package_versions
from pipelines.producer import make_producer
from pipelines.tasks import desk
from pipelines.worker import Done, Task
from pipelines.workers import Workers

# What is written on one machine of a network share appears on another after this long at most (NFS remembers for so
# long that a file was not there).
SHARE_SECONDS = 60.0
# Hands that nobody gave anything to for so long belong to a run that is dead: they are let go, and their memory with
# them. A run that lives after all is told, and takes them on again.
IDLE_SECONDS = 900.0
LOOK_SECONDS = 5.0
MOST_NAMED = 3


class Terms(msgspec.Struct, frozen=True):
    """What a run asks of a machine that is to work for it.

    `run` names the run, and is what the file `mark` in its output folder holds; `inputs` must be there too; `keys` and
    `versions` are those of the machine that asks; each process there gets `memory` bytes (None: any).
    """

    run: str
    settings: Settings
    keys: Keys
    versions: Mapping[str, str]
    mark: str
    inputs: tuple[str, ...]
    memory: int | None


class Refused(msgspec.Struct, frozen=True):
    """The machine cannot work for the run; the message says why and what to do."""

    message: str


class Ours(msgspec.Struct, frozen=True):
    """The machine works for the run, on so many tasks at once."""

    jobs: int


class Stranger(msgspec.Struct, frozen=True):
    """The process does not, or no longer, work for the run: it has to be asked again."""


def describe(settings: Settings) -> dict[str, str]:
    """What reads and tags here, each with its version."""
    producer = make_producer(describe_recognizer(settings)[0])
    models = {f"models/{name}": made for name, made in producer.models.items()}
    return {"muragat": producer.muragat, "tesseract": producer.tesseract, **models, **package_versions()}


def own_keys(settings: Settings) -> Keys:
    """What a result depends on here."""
    return make_keys(settings, make_producer(describe_recognizer(settings)[0]))


def engage(terms: Terms, post: str, jobs: int) -> Ours | Refused:
    """Take this process on for a run, to do `jobs` tasks at once, unless it would not do them as the others do.

    `post` is what the run calls it.
    """
    where = socket.gethostname()
    try:
        difference = _difference(terms)
    except MuragatError as error:
        return Refused(f"{where} cannot work for this run: {error}")
    if difference:
        return Refused(f"{where} has another program than this machine ({difference}): install the same on both")
    if missing := _unseen(terms):
        return Refused(
            f"{where} does not see {missing}: inputs and output have to lie on storage that all machines share, "
            "under the same path on each"
        )
    staff = _staff()
    if post in staff:
        staff.pop(post).dismiss()
    staff[post] = Hands(terms, post, jobs)
    return Ours(jobs)


def do(post: str, task: Task) -> Done | Stranger:
    """Have a task done; its result, its error, or `Lost` as a result."""
    hands = _staff().get(post)
    return Stranger() if hands is None else hands.do(task)


def dismiss(name: str) -> None:
    """Let go of what works under this name, or all that works for the run of this name; its tasks are left undone."""
    staff = _staff()
    for post in [post for post in staff if post.startswith(name)]:
        staff.pop(post).dismiss()


class Hands:
    """The confined processes that work for one run on this machine; tools are loaded once in each."""

    def __init__(self, terms: Terms, post: str, jobs: int) -> None:
        # Clusters start their workers as daemons, which Python lets have no processes of their own for fear that these
        # be left over; ours end when their parent does, however it ends.
        multiprocessing.current_process().daemon = False
        self._post = post
        self._workers = Workers(jobs, memory=terms.memory, prepare=partial(desk, terms.settings)).__enter__()
        self._waiting: set[Future[Any]] = set()
        self._used = time.monotonic()
        self._over = threading.Event()
        threading.Thread(target=self._watch, name="hands", daemon=True).start()

    def do(self, task: Task) -> Done | Stranger:
        """Have a task done; `Stranger` if the hands are let go meanwhile."""
        future = self._workers.submit(task)
        self._waiting.add(future)
        try:
            while not self._over.is_set():
                try:
                    return Done(future.result(LOOK_SECONDS))
                except TimeoutError:
                    continue
            return Stranger()
        except MuragatError as error:
            return Done(error=error)
        finally:
            self._used = time.monotonic()
            self._waiting.discard(future)

    def dismiss(self) -> None:
        """End all processes."""
        if not self._over.is_set():
            self._over.set()
            self._workers.__exit__(None, None, None)

    def _watch(self) -> None:
        while not self._over.wait(LOOK_SECONDS):
            if not self._waiting and time.monotonic() - self._used > IDLE_SECONDS:
                dismiss(self._post)


@cache
def _staff() -> dict[str, Hands]:
    """Who works in this process, by what their runs call them."""
    return {}


def _difference(terms: Terms) -> str | None:
    """In what this machine would do differently; None if in nothing."""
    if own_keys(terms.settings) == terms.keys:
        return None
    here = describe(terms.settings)
    differing = [
        f"{name} {here.get(name)}, not {theirs}" for name, theirs in terms.versions.items() if here.get(name) != theirs
    ]
    return "; ".join(differing[:MOST_NAMED]) or "the same versions, but other code or language packs"


def _unseen(terms: Terms) -> str | None:
    """What of the run's files this machine does not see."""
    until = time.monotonic() + SHARE_SECONDS
    while not _holds(Path(terms.mark), terms.run):
        if time.monotonic() > until:
            return str(Path(terms.mark).parents[1])
        time.sleep(1.0)
    return next((path for path in terms.inputs if not Path(path).exists()), None)


def _holds(mark: Path, words: str) -> bool:
    try:
        return mark.read_text("utf-8") == words
    except OSError:
        return False
