"""One run from inputs to outputs and report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from document import Failure, Settings
from errors import MuragatError, OutputError
from ingest.ocr import describe_recognizer
from ingest.sources import count_files, find_sources
from pipelines.audience import Audience, Listener, Overseer, TooManyFailedError
from pipelines.batch import Batch, refuse_twins
from pipelines.engines import Workplace, workers_of
from pipelines.keys import make_keys
from pipelines.lock import hold
from pipelines.options import Option, WorkEngine
from pipelines.producer import make_producer
from pipelines.report import Head, Logbook
from pipelines.standing import State, Tracker
from pipelines.store import FileSummary, Given, Store

DEFAULT_WORKER_MEMORY = 1_000_000_000


class Order(msgspec.Struct, frozen=True):
    """What a user asked for: `inputs` are files and folders, `page_timeout` is seconds, `jobs` worker processes.

    `worker_memory` is bytes for each worker (None: no cap); `force` starts over, `retry` tries again what failed.
    `fail_over` is the share of inputs or pages that may fail before the run is stopped; `options` are those resolved.
    `engine` is what does the work, `scheduler` the address of a Dask cluster.
    """

    inputs: tuple[Path, ...]
    settings: Settings
    jobs: int
    page_timeout: float = 120.0
    worker_memory: int | None = DEFAULT_WORKER_MEMORY
    force: bool = False
    retry: bool = False
    fail_over: float | None = None
    options: Mapping[str, Option] = {}
    engine: WorkEngine = WorkEngine.LOCAL
    scheduler: str | None = None

    @property
    def place(self) -> Workplace:
        """Where the work is done."""
        return Workplace(self.jobs, self.worker_memory, self.engine, self.scheduler)

    @property
    def given(self) -> Given:
        """What each page and file is given."""
        settings = self.settings
        return Given(
            self.page_timeout,
            self.worker_memory,
            settings.max_image_mpixels,
            settings.max_pages,
            settings.max_text_mbytes,
        )


def run(order: Order, out: Path, listeners: Sequence[Listener], deliver: Callable[[FileSummary], None]) -> Head:
    """Do what was ordered; `deliver` gets each file that has output, in input order. The report is also in `out`.

    `MissingToolError` and `OutputError` end the run before, or while, files are done.
    """
    producer = make_producer(describe_recognizer(order.settings)[0])
    keys = make_keys(order.settings, producer)
    with hold(out):
        store = Store(str(out), keys, order.given, order.retry)
        store.sweep()
        if order.force:
            store.forget()
        logbook = Logbook(order.settings, producer, order.options)
        tracker = Tracker(count_files(order.inputs), order.jobs)
        for listener in listeners:
            listener.run_begun(producer.muragat, tracker, order.options)
        overseer = Overseer(tracker, logbook, out, order.fail_over)
        overseer.write(State.RUNNING)
        audience = Audience((tracker, *listeners, overseer))
        head = _run(order, store, audience, overseer, deliver)
        for listener in listeners:
            listener.run_ended(head, logbook.attention)
        return head


def _run(
    order: Order,
    store: Store,
    audience: Audience,
    overseer: Overseer,
    deliver: Callable[[FileSummary], None],
) -> Head:
    try:
        with workers_of(order.place, order.inputs, store, order.settings) as workers:
            batch = Batch(workers, store, order.settings, audience)
            for outcome in batch.run(refuse_twins(find_sources(order.inputs))):
                if not isinstance(outcome, Failure):
                    deliver(outcome)
    except KeyboardInterrupt:
        return overseer.write(State.INTERRUPTED, "interrupted; the same command goes on from here")
    except TooManyFailedError as error:
        return overseer.write(State.STOPPED, str(error))
    except MuragatError as error:
        with suppress(OutputError):  # a full disk has no room for its own report
            overseer.write(State.BROKEN, str(error))
        raise
    return overseer.write(State.FINISHED)
