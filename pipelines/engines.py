"""Where the work of a run is done: by processes of this machine, or by the machines of a Dask cluster."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click

from errors import MissingToolError
from pipelines.order import Order, WorkEngine
from pipelines.store import HIDDEN, Store
from pipelines.tasks import desk
from pipelines.terminal import plain
from pipelines.workers import Pool, Workers

INSTALL = "pip install 'muragat[dask]'"


@contextmanager
def workers_of(order: Order, store: Store) -> Iterator[Pool]:
    """What does the work that was ordered, into `store`."""
    settings, memory = order.settings, order.worker_memory
    if order.engine is WorkEngine.LOCAL:
        with Workers(order.jobs, memory=memory, prepare=partial(desk, settings)) as workers:
            yield workers
        return
    try:
        # Both load much that a run on one machine does without.
        from pipelines.cluster import Cluster, new_run  # noqa: PLC0415
        from pipelines.hands import Terms, describe  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise MissingToolError(f"{error.name} is not installed, which --engine dask needs: run `{INSTALL}`") from error
    run = new_run()
    mark = Path(store.out).absolute() / HIDDEN / f"run-{run[:8]}"
    there = tuple(str(path.absolute()) for path in order.inputs if os.path.exists(path))  # noqa: PTH110 - never raises
    terms = Terms(run, settings, store.keys, describe(settings), str(mark), there, memory)
    with Cluster(terms, order.jobs, order.scheduler, _say) as cluster:
        yield cluster


def _say(message: str) -> None:
    click.echo(plain(f"muragat: {message}"), err=True)
