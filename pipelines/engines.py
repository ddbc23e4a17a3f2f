"""Where the work of a run is done: by processes of this machine, or by the machines of a Dask cluster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click
import msgspec

from document import Settings
from errors import MissingToolError
from pipelines.options import WorkEngine
from pipelines.store import Store
from pipelines.tasks import desk
from pipelines.terminal import plain
from pipelines.workers import Pool, Workers

INSTALL = "pip install 'muragat[dask]'"


class Workplace(msgspec.Struct, frozen=True):
    """Where a run works: `scheduler` is the address of a Dask cluster; None starts one on this machine.

    `jobs` processes at once, where it is this machine; `memory` bytes for each, wherever (None: any).
    """

    jobs: int
    memory: int | None
    engine: WorkEngine = WorkEngine.LOCAL
    scheduler: str | None = None


@contextmanager
def workers_of(place: Workplace, inputs: Sequence[Path], store: Store, settings: Settings) -> Iterator[Pool]:
    """What does the work of a run on `inputs` into `store`."""
    if place.engine is WorkEngine.LOCAL:
        with Workers(place.jobs, memory=place.memory, prepare=partial(desk, settings)) as workers:
            yield workers
        return
    try:
        # Both load much that a run on one machine does without.
        from pipelines.cluster import Cluster, new_run  # noqa: PLC0415
        from pipelines.hands import Terms, describe  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise MissingToolError(f"{error.name} is not installed, which --engine dask needs: run `{INSTALL}`") from error
    run = new_run()
    mark = Path(store.out).absolute() / ".muragat" / f"run-{run[:8]}"
    there = tuple(str(path.absolute()) for path in inputs if path.exists())
    terms = Terms(run, settings, store.keys, describe(settings), str(mark), there, place.memory)
    with Cluster(terms, place.jobs, place.scheduler, _say) as cluster:
        yield cluster


def _say(message: str) -> None:
    click.echo(plain(f"muragat: {message}"), err=True)
