"""One run from inputs to outputs and report."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from document import Failure, Settings
from ingest.ocr import load_recognizer
from ingest.sources import find_sources
from pipelines.batch import Batch, Observer, refuse_twins
from pipelines.producer import make_producer
from pipelines.report import Logbook, Report, write_report
from pipelines.store import FileSummary, Store
from pipelines.workers import Workers

REPORT_EVERY_SECONDS = 10.0


class Order(msgspec.Struct, frozen=True):
    """What a user asked for: `inputs` are files and folders, `page_timeout` is seconds, `jobs` worker processes."""

    inputs: tuple[Path, ...]
    settings: Settings
    jobs: int
    page_timeout: float


def run(order: Order, out: Path, observer: Observer, deliver: Callable[[FileSummary], None]) -> Report:
    """Do what was ordered; `deliver` gets each file that has output, in input order. The report is also in `out`.

    `MissingToolError` and `OutputError` end the run before, or while, files are done.
    """
    producer = make_producer(load_recognizer(order.settings).version)
    logbook = Logbook(order.settings, producer)
    write_report(logbook.report(finished=False), out)
    reported = time.monotonic()
    with Workers(order.jobs) as workers:
        store = Store.of(out, order.settings, producer)
        batch = Batch(workers, store, order.settings, order.page_timeout, observer)
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
