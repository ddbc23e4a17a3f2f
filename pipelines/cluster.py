"""A Dask cluster as a `Pool`: the only module that knows `distributed`.

The cluster lends processes on other machines, carries tasks there and results back, and says who is there. Which
worker does what, what becomes of the work of one that is lost, and which ones may work at all is decided here: a
worker is asked before its first task (`hands.engage`), gets as many tasks at once as it has threads and no more, and
its tasks go to others as soon as it is no longer there. So each page is done by the same confined processes as on one
machine, whatever the cluster is.
"""

from __future__ import annotations

import logging
import pickle
import threading
import time
import uuid
from collections import deque
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, Self

import msgspec
from distributed import Client, KilledWorker, LocalCluster
from distributed import Future as Parcel

from document import Reason, Source
from errors import MissingToolError, MuragatError
from pipelines.hands import Ours, Refused, Stranger, Terms, dismiss, do, engage
from pipelines.store import Store
from pipelines.worker import Done, Task
from pipelines.workers import Lost

ROOT = Path(__file__).resolve().parent.parent
LOOK_SECONDS = 1.0
CONNECT_SECONDS = 30
# Ctrl-C goes to all processes of a terminal; Dask's would say at length what they think of it.
LEAVE_INTERRUPTING_TO_US = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)"
# How long a run waits for the first worker that may work for it.
FIRST_WORKER_SECONDS = 600.0
# The answer of a worker that dies just then would be waited for for ever.
FETCH_SECONDS = 30.0
# What a parcel is when something came back in it; else the cluster gave it up.
ENDED = ("finished", "error")
# So many answers are fetched at once: the cluster tells of all ends in one thread, which one such answer would hold up.
FETCHERS = 16
# Workers lost with a task, one after the other, before the run is told: it decides what that says of the task.
MOST_LOSSES = 3


@dataclass(eq=False)
class _Order:
    task: Task
    future: Future[Any]
    losses: int = 0


@dataclass(eq=False)
class _Member:
    """A worker of the cluster: `slots` is how many tasks it takes at once, `at` what it has been given."""

    address: str
    threads: int
    slots: int = 0
    at: dict[Parcel[bytes], _Order] = field(default_factory=dict)

    def room(self) -> int:
        """How many more tasks it takes now."""
        return self.slots - len(self.at)


@dataclass(frozen=True)
class _Heard:
    """What came back from a worker: an answer, or None where the cluster says that there will be none."""

    member: _Member
    parcel: Parcel[bytes]
    answer: Any


class Cluster:
    """The workers of the cluster of `scheduler`, or of one of `jobs` processes that is started on this machine.

    `say` is told what people should know: which workers are refused, and why.
    """

    def __init__(self, terms: Terms, jobs: int, scheduler: str | None, say: Callable[[str], None]) -> None:
        self._terms = terms
        self._started = jobs
        self._scheduler = scheduler
        self._say = say
        self._orders: deque[_Order] = deque()
        self._members: dict[str, _Member] = {}
        self._refused: dict[str, str] = {}
        self._heard: SimpleQueue[_Order | _Heard | None] = SimpleQueue()
        self._someone = threading.Event()
        self._closing = False
        self._broken: BaseException | None = None
        self._lock = threading.Lock()
        self._open = ExitStack()
        self._fetchers = ThreadPoolExecutor(FETCHERS, thread_name_prefix="answers")
        self._thread = threading.Thread(target=self._manage, name="cluster", daemon=True)

    @property
    def jobs(self) -> int:
        """How many tasks are worked on at once, now; more as workers join."""
        return max(1, sum(member.slots for member in tuple(self._members.values())))

    def __enter__(self) -> Self:
        try:
            self._client = self._connect()
            self._mark()
            self._thread.start()
            self._await_first()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing = True
        self._heard.put(None)
        if self._thread.ident is not None:
            self._thread.join()
        self._open.close()
        self._fetchers.shutdown(wait=False, cancel_futures=True)

    def submit(self, task: Task) -> Future[Any]:
        """Have a task done by a worker; the future ends with its result, its error, or `Lost`."""
        order = _Order(_from_anywhere(task), Future())
        with self._lock:
            if self._broken is None:
                self._heard.put(order)
            else:
                order.future.set_exception(self._broken)
        return order.future

    def _connect(self) -> Client:
        address = self._scheduler or self._start()
        try:
            client: Client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise MissingToolError(
                f"no Dask scheduler answers at {address} ({error}): start one with `dask scheduler`, "
                "and workers with `dask worker ADDRESS`"
            ) from error
        self._open.callback(client.close)
        return client

    def _start(self) -> str:
        """Start a cluster on this machine, which only this machine may reach, and answer its address."""
        try:
            cluster = LocalCluster(
                n_workers=self._started,
                threads_per_worker=1,
                host="127.0.0.1",
                dashboard_address="127.0.0.1:0",
                worker_dashboard_address="127.0.0.1:0",
                memory_limit=None,  # the hands of each worker are watched instead
                silence_logs=logging.CRITICAL,
                preload=[LEAVE_INTERRUPTING_TO_US],
            )
        except (RuntimeError, OSError) as error:  # one of its processes died while it started
            raise MuragatError(f"cannot start a Dask cluster here ({error}): try again, or without --engine") from error
        return str(self._open.enter_context(cluster).scheduler_address)

    def _mark(self) -> None:
        """Leave in the output folder what tells other machines that they see the same one."""
        mark = Path(self._terms.mark)
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.write_text(self._terms.run, "utf-8")
        self._open.callback(mark.unlink, missing_ok=True)

    def _await_first(self) -> None:
        """Wait for a worker that may work; MissingToolError when all there are may not, or none comes."""
        if not self._someone.wait(FIRST_WORKER_SECONDS) and self._broken is None:
            raise MissingToolError(
                f"no worker has joined {self._scheduler} within {FIRST_WORKER_SECONDS:.0f} seconds: "
                f"start some with `dask worker {self._scheduler}`"
            )
        if self._broken is not None:
            raise self._broken

    def _manage(self) -> None:
        looked = 0.0
        try:
            while not self._closing:
                if time.monotonic() - looked >= LOOK_SECONDS:
                    self._look_around()
                    looked = time.monotonic()
                self._hand_out()
                self._hear()
        except Exception as error:  # noqa: BLE001 - of a thread: whoever waits for a task gets it
            self._break(error)
        finally:
            self._dismiss()

    def _break(self, error: Exception) -> None:
        """Nothing more can be done: tell all who wait."""
        if not isinstance(error, MuragatError):
            error = MuragatError(
                f"the Dask cluster is lost ({type(error).__name__}: {error}); the same command goes on from here"
            )
        with self._lock:
            self._broken = error
        lost = [*self._orders, *(order for member in self._members.values() for order in member.at.values())]
        with suppress(Empty):
            while True:
                event = self._heard.get_nowait()
                lost += [event] if isinstance(event, _Order) else []
        for order in lost:
            order.future.set_exception(error)
        self._someone.set()

    def _look_around(self) -> None:
        """See who has joined and who has left."""
        there: dict[str, int] = self._client.nthreads()
        for address in self._members.keys() - there.keys():
            self._take_leave(self._members.pop(address))
        for address, threads in there.items():
            if address not in self._members:
                self._ask(address, threads)

    def _ask(self, address: str, threads: int) -> None:
        """Ask a worker to work for this run."""
        self._members[address] = member = _Member(address, threads)
        self._send(member, engage, self._terms, self._post(member), threads)

    def _ask_again(self, member: _Member) -> None:
        """Take back what a worker is at, for being asked it drops it, and give it nothing before it says yes again."""
        self._orders.extendleft(reversed(member.at.values()))
        member.at.clear()
        self._ask(member.address, member.threads)

    def _take_leave(self, member: _Member) -> None:
        """Give what a worker was at to others."""
        self._refused.pop(member.address, None)
        for order in reversed(member.at.values()):
            self._lose(order)
        member.at.clear()

    def _lose(self, order: _Order) -> None:
        order.losses += 1
        if order.losses < MOST_LOSSES:
            self._orders.appendleft(order)
        else:
            message = f"was at work when {MOST_LOSSES} workers of the cluster were lost, one after the other"
            # A cluster whose machines go off and on loses tasks that did nothing.
            order.future.set_result(Lost(Reason.CRASHED, message, own=False))

    def _hand_out(self) -> None:
        while self._orders:
            member = max(self._members.values(), key=_Member.room, default=None)
            if member is None or member.room() <= 0:
                return
            order = self._orders.popleft()
            try:
                parcel = self._send(member, do, self._post(member), order.task)
            except (pickle.PicklingError, TypeError, AttributeError) as error:  # its maker's mistake
                order.future.set_exception(error)
            else:
                member.at[parcel] = order

    def _post(self, member: _Member) -> str:
        return f"{self._terms.run} {member.address}"

    def _send(self, member: _Member, function: Callable[..., Any], *arguments: object) -> Parcel[bytes]:
        payload = pickle.dumps((function, arguments))
        parcel: Parcel[bytes] = self._client.submit(
            _carrier(), str(ROOT), payload, workers=[member.address], allow_other_workers=False, pure=False
        )
        parcel.add_done_callback(lambda ended: self._fetch(member, ended))
        return parcel

    def _fetch(self, member: _Member, parcel: Parcel[bytes]) -> None:
        """Have what came back put among what is heard, without waiting for it."""
        if parcel.status in ENDED and not self._closing:
            self._fetchers.submit(lambda: self._heard.put(_Heard(member, parcel, _fetched(parcel))))
        else:
            self._heard.put(_Heard(member, parcel, None))

    def _hear(self) -> None:
        """Wait until something happens, for a while at most, and take it in."""
        try:
            event = self._heard.get(timeout=LOOK_SECONDS)
        except Empty:
            return
        match event:
            case _Order():
                self._orders.append(event)
            case _Heard(member, parcel, answer) if self._members.get(member.address) is member:
                order = member.at.pop(parcel, None)
                if order is None:
                    self._answered(member, answer)
                else:
                    self._ended(member, order, answer)

    def _answered(self, member: _Member, answer: Any) -> None:
        """A worker says whether it works for this run."""
        match answer:
            case Ours(jobs):
                member.slots = jobs
                self._someone.set()
            case Refused(message):
                self._refuse(member, message)
            case None:  # lost, or about to be; asked again if it is still there
                del self._members[member.address]
            case _:
                self._refuse(member, f"{member.address} cannot work for this run: {answer}")

    def _refuse(self, member: _Member, message: str) -> None:
        self._refused[member.address] = message
        self._say(f"Dask worker {member.address} is refused: {message}")
        if len(self._refused) == len(self._members) and not self._someone.is_set():
            raise MissingToolError(f"no worker of the cluster may work for this run: {message}")

    def _ended(self, member: _Member, order: _Order, answer: Any) -> None:
        match answer:
            case Done(result, None):
                order.future.set_result(result)
            case Done(_, error) if error is not None:
                order.future.set_exception(error)
            case Stranger():  # another process under the same address
                self._orders.appendleft(order)
                self._ask_again(member)
            case _:  # a worker about to be lost would lose one task after the other
                self._lose(order)
                self._ask_again(member)

    def _dismiss(self) -> None:
        """Let the workers' hands go; those who do not hear it let go of them after a while by themselves."""
        ours = [member.address for member in self._members.values() if member.slots]
        parcels = [parcel for member in self._members.values() for parcel in member.at]
        with suppress(Exception):  # nothing depends on it, and the cluster may be gone in whatever way
            self._client.cancel(parcels, force=True)
            payload = pickle.dumps((dismiss, (self._terms.run,)))
            self._client.run(_carrier(), str(ROOT), payload, workers=ours, on_error="ignore")


def new_run() -> str:
    """A name that no other run has."""
    return uuid.uuid4().hex


def _from_anywhere(task: Task) -> Task:
    """The same task for whoever stands in another folder: inputs and output by their whole path."""
    return msgspec.structs.replace(task, arguments=tuple(map(_whole, task.arguments)))


def _whole(argument: object) -> object:
    match argument:
        case Source():
            return msgspec.structs.replace(argument, path=str(Path(argument.path).absolute()))
        case Store():
            return msgspec.structs.replace(argument, out=str(Path(argument.out).absolute()))
    return argument


def _fetched(parcel: Parcel[bytes]) -> Any:
    """What came back; None where nothing will, a text where the worker could not even begin."""
    try:
        return pickle.loads(parcel.result(FETCH_SECONDS))  # noqa: S301 - our own, from a worker of our cluster
    except (KilledWorker, CancelledError, TimeoutError, OSError):
        return None
    except Exception as error:  # noqa: BLE001 - whatever went wrong on the way, somebody waits for this answer
        return f"{type(error).__name__}: {error}"


def _carrier() -> Callable[[str, bytes], bytes]:
    """What a worker of the cluster is sent: it travels whole, for nothing of ours can be imported there yet."""

    def carry(root: str, payload: bytes) -> bytes:
        import sys  # noqa: PLC0415 - it runs elsewhere
        from importlib.util import find_spec  # noqa: PLC0415
        from pathlib import Path  # noqa: PLC0415
        from pickle import dumps, loads  # noqa: PLC0415

        if find_spec("pipelines") is None:
            # Installed, it is a package whose modules know each other by their own names; else the same checkout.
            installed = find_spec("muragat")
            folders = [*(installed.submodule_search_locations or ()), root] if installed else [root]
            sys.path[:0] = [folder for folder in folders if Path(folder, "pipelines").is_dir()][:1]
        function, arguments = loads(payload)  # noqa: S301 - from the run that asks us
        return dumps(function(*arguments))

    return carry
