"""What a user asked a run for, however it was said: on the command line, in the environment, in a settings file."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

import msgspec

from document import Settings

DEFAULT_WORKER_MEMORY = 1_000_000_000


class WorkEngine(StrEnum):
    """What does the work; not what recognises characters, which is another engine."""

    LOCAL = "local"
    DASK = "dask"


class Origin(StrEnum):
    """Where the value of an option came from; the first of these that has one counts."""

    FLAG = "flag"
    ENVIRONMENT = "environment"
    FILE = "file"
    DEFAULT = "default"


class Option(msgspec.Struct, frozen=True):
    """An option as it was resolved."""

    value: str | int | float | bool | None
    origin: Origin


class Order(msgspec.Struct, frozen=True):
    """What is to be done: `inputs` are files and folders, `page_timeout` is seconds, `jobs` worker processes.

    `worker_memory` is bytes for each worker (None: no cap); `force` starts over, `retry` tries again what failed.
    `fail_over` is the share of inputs or pages that may fail before the run is stopped; `options` are those resolved.
    `engine` is what does the work, `scheduler` the address of a Dask cluster; None starts one on this machine.
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
