"""One run from inputs to outputs and report."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from document import Failure, Settings
from ingest.ocr import describe_recognizer
from ingest.sources import find_sources
from pipelines.batch import Batch, Observer, refuse_twins
from pipelines.engines import Workplace, workers_of
from pipelines.keys import make_keys
from pipelines.lock import hold
from pipelines.options import Option, WorkEngine
from pipelines.producer import make_producer
from pipelines.report import Logbook, Report, write_report
from pipelines.store import FileSummary, Given, Store

REPORT_EVERY_SECONDS = 10.0
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


def run(order: Order, out: Path, observer: Observer, deliver: Callable[[FileSummary], None]) -> Report:
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
        return _run(order, store, Logbook(order.settings, producer), observer, deliver)


def _run(
    order: Order, store: Store, logbook: Logbook, observer: Observer, deliver: Callable[[FileSummary], None]
) -> Report:
    out = Path(store.out)
    write_report(logbook.report(finished=False), out)
    reported = time.monotonic()
    with workers_of(order.place, order.inputs, store, order.settings) as workers:
        batch = Batch(workers, store, order.settings, observer)
        for outcome in batch.run(refuse_twins(find_sources(order.inputs))):
            logbook.add(outcome)
            if not isinstance(outcome, Failure):
                deliver(outcome)
            if time.monotonic() - reported > REPORT_EVERY_SECONDS:
                write_report(logbook.report(finished=False), out)
                reported = time.monotonic()
    report = logbook.report(finished=True)
    write_report(report, out)
    return report
