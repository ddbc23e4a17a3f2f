"""One run from inputs to outputs and report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from document import Failure
from errors import MuragatError, OutputError
from ingest.ocr import describe_recognizer
from ingest.sources import count_files, find_sources
from pipelines.audience import Audience, Listener, Overseer, TooManyFailedError
from pipelines.batch import Batch, refuse_twins
from pipelines.engines import workers_of
from pipelines.keys import make_keys
from pipelines.lock import hold
from pipelines.order import Order
from pipelines.producer import make_producer
from pipelines.report import Head, Logbook
from pipelines.standing import State, Tracker
from pipelines.store import FileSummary, Given, Store


def run(order: Order, out: Path, listeners: Sequence[Listener], deliver: Callable[[FileSummary], None]) -> Head:
    """Do what was ordered; `deliver` gets each file that has output, in input order. The report is also in `out`.

    `MissingToolError` and `OutputError` end the run before, or while, files are done.
    """
    producer = make_producer(describe_recognizer(order.settings)[0])
    keys = make_keys(order.settings, producer)
    with hold(out):
        store = Store(str(out), keys, Given.by(order), order.retry)
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
        with workers_of(order, store) as workers:
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
