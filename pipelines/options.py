"""What can be chosen for a run: on the command line, in the environment, in a settings file; and where it was."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from document import Engine, Language, Mode, Settings
from pipelines.order import Option, Order, Origin, WorkEngine
from pipelines.settings_file import SETTINGS_FILE, read_settings
from pipelines.terminal import plain

# MURAGAT_JOBS stands for --jobs, and so on.
FROM_ENVIRONMENT = {"auto_envvar_prefix": "MURAGAT"}
TESSERACT_NAMES = {"kaz": Language.KK, "rus": Language.RU, "eng": Language.EN}
CHOOSABLE = (Language.KK, Language.RU, Language.EN)
# Values, for click would offer the members of an enum by their Python names.
MODES = [mode.value for mode in Mode]
ENGINES = [engine.value for engine in Engine]
WORK_ENGINES = [engine.value for engine in WorkEngine]
ORIGINS = {
    ParameterSource.COMMANDLINE: Origin.FLAG,
    ParameterSource.ENVIRONMENT: Origin.ENVIRONMENT,
    ParameterSource.DEFAULT_MAP: Origin.FILE,
}


class FiniteRange(click.FloatRange):
    """Numbers within bounds; not nan, which no bound holds, nor infinity, which JSON cannot keep."""

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> float:
        """The number; `click.BadParameter` where it is none or out of bounds."""
        number = float(super().convert(value, parameter, context))
        if not math.isfinite(number):
            self.fail(f"{number} is no number to count with; give a large one for no limit", parameter, context)
        return number


def _languages(_context: click.Context, _option: click.Parameter, value: str | list[str]) -> tuple[Language, ...]:
    """`kk,ru,en`, or Tesseract's names as OCRmyPDF takes them: `kaz+rus+eng`; the order given is kept."""
    parts = value if isinstance(value, list) else value.replace("+", ",").split(",")
    names = [part.strip() for part in parts]
    known = {**TESSERACT_NAMES, **{language.value: language for language in CHOOSABLE}}
    if not names:
        raise click.BadParameter(f"give at least one of {', '.join(known)}")
    if unknown := [name for name in names if name not in known]:
        raise click.BadParameter(plain(f"{', '.join(map(repr, unknown))} is not among {', '.join(known)}"))
    return tuple(dict.fromkeys(known[name] for name in names))


def _pages(
    _context: click.Context, _option: click.Parameter, value: str | list[str] | None
) -> tuple[tuple[int, int], ...] | None:
    """`1-3,7`: inclusive ranges of pages, counted from 1."""
    if value is None:
        return None
    if not value:
        raise click.BadParameter("give at least one page, as 1-3,7")
    try:
        return tuple(_page_range(part) for part in (value if isinstance(value, list) else value.split(",")))
    except ValueError as error:
        raise click.BadParameter(plain(f"{value!r} is not like 1-3,7")) from error


def _page_range(part: str) -> tuple[int, int]:
    first, dash, last = part.strip().partition("-")
    pair = int(first), int(last) if dash else int(first)
    if not 1 <= pair[0] <= pair[1]:
        raise ValueError(part)
    return pair


def _read_file(context: click.Context, _option: click.Parameter, path: Path | None) -> Path | None:
    """Let a settings file, by default the one in the working folder, give what flags and environment do not."""
    if path is None and Path(SETTINGS_FILE).is_file():
        path = Path(SETTINGS_FILE)
    if path is not None:
        context.default_map = read_settings(path, RUN_OPTIONS, context)
    return path


CONFIG = click.Option(
    ["--config"],
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    is_eager=True,
    callback=_read_file,
    show_default=f"{SETTINGS_FILE}, if it is there",
    help="Settings file; see also the environment: MURAGAT_JOBS stands for --jobs, and so on.",
)
READING = (
    click.Option(
        ["-l", "--languages"],
        type=click.UNPROCESSED,
        metavar="LIST",
        callback=_languages,
        default="kk,ru,en",
        show_default=True,
        help="Languages to expect, also as kaz+rus+eng.",
    ),
    click.Option(
        ["-j", "--jobs"],
        type=click.IntRange(min=1),
        default=os.cpu_count(),
        show_default="all processors",
        help="Worker processes.",
    ),
    click.Option(["--pages"], type=click.UNPROCESSED, metavar="RANGES", callback=_pages, help="Only these, as 1-3,7."),
    click.Option(
        ["--mode"],
        type=click.Choice(MODES),
        default=Mode.AUTO.value,
        show_default=True,
        help="Decide page by page whether a text layer is to be believed, never believe one, or never recognise.",
    ),
    click.Option(
        ["--ocr"],
        type=click.Choice(ENGINES),
        default=Engine.TESSEROCR.value,
        show_default=True,
        help="Tesseract in the process, or by its command.",
    ),
    click.Option(
        ["--page-timeout"],
        type=FiniteRange(min=1),
        default=120.0,
        show_default=True,
        help="Seconds that a page may take.",
    ),
    click.Option(
        ["--max-image-mpixels"],
        type=FiniteRange(min=0.01),
        default=128.0,
        show_default=True,
        help="Million pixels that a page may have.",
    ),
    click.Option(
        ["--max-pages"],
        type=click.IntRange(min=1),
        default=10_000,
        show_default=True,
        help="Pages that a file may have.",
    ),
    click.Option(
        ["--max-text-mbytes"],
        type=FiniteRange(min=0.001),
        default=64.0,
        show_default=True,
        help="Million bytes that a TXT may have.",
    ),
    click.Option(
        ["--worker-memory"],
        type=click.IntRange(min=0),
        default=1000,
        show_default=True,
        help="Megabytes that a worker may hold; 0 is no cap.",
    ),
)
WORKING = (
    click.Option(
        ["--engine"],
        type=click.Choice(WORK_ENGINES),
        default=WorkEngine.LOCAL.value,
        show_default=True,
        help="What does the work: processes here, or a Dask cluster.",
    ),
    click.Option(
        ["--scheduler"],
        metavar="ADDRESS",
        help="Of the Dask cluster, as tcp://HOST:8786; without, one of --jobs processes is started here.",
    ),
)
REPEATING = (
    click.Option(["--force"], is_flag=True, help="Start over: forget what earlier runs read."),
    click.Option(["--retry"], is_flag=True, help="Try again what failed, or was read at lower resolution."),
    click.Option(
        ["--fail-over"],
        type=FiniteRange(min=0, max=1),
        help="Stop when more than this share of the files, or of the pages, failed (of at least 20).",
    ),
)
TELLING = (
    click.Option(
        ["--log-json"],
        type=click.Path(path_type=Path, dir_okay=False),
        help="Add a line of JSON to this file for each thing that happens.",
    ),
    click.Option(["-q", "--quiet"], is_flag=True, help="Say nothing but errors that end the run."),
    click.Option(["-v", "--verbose"], is_flag=True, help="Say what became of every file."),
    click.Option(
        ["--progress/--no-progress"],
        default=None,
        help="Bars, or a line a minute; by default bars where standard error is a terminal, else lines.",
    ),
)
OUTPUT = click.Option(
    ["-o", "--output"],
    required=True,
    type=click.Path(path_type=Path, allow_dash=True),
    help="Folder for the records, or - for standard output.",
)
RUN_OPTIONS = (OUTPUT, *READING, *WORKING, *REPEATING, *TELLING, CONFIG)
PLAN_OPTIONS = (
    click.Option(
        ["-o", "--output"],
        type=click.Path(path_type=Path),
        help="Folder of the run: what is done there already is left out, and its pages tell how long others take.",
    ),
    *READING,
    click.Option(
        ["--within"],
        type=FiniteRange(min=1),
        default=60.0,
        show_default=True,
        help="Seconds that planning may take; what is not looked at by then is estimated.",
    ),
    click.Option(["--json", "as_json"], is_flag=True, help="One JSON object, for programs."),
    CONFIG,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """Every option of `muragat run`, by its name on the command line; `muragat plan` has some of them."""

    output: Path = Path("-")
    languages: tuple[Language, ...]
    jobs: int
    pages: tuple[tuple[int, int], ...] | None
    mode: str
    ocr: str
    page_timeout: float
    max_image_mpixels: float
    max_pages: int
    max_text_mbytes: float
    worker_memory: int
    engine: str = WorkEngine.LOCAL.value
    scheduler: str | None = None
    force: bool = False
    retry: bool = False
    fail_over: float | None = None
    log_json: Path | None = None
    quiet: bool = False
    verbose: bool = False
    progress: bool | None = None
    config: Path | None = None

    @property
    def settings(self) -> Settings:
        """What of it changes what is written."""
        return Settings(
            self.languages,
            Mode(self.mode),
            Engine(self.ocr),
            self.pages,
            self.max_image_mpixels,
            max_pages=self.max_pages,
            max_text_mbytes=self.max_text_mbytes,
        )

    def order(self, inputs: tuple[Path, ...], options: Mapping[str, Option]) -> Order:
        """What is to be done with `inputs`; `options` tells the report what was chosen where."""
        if self.scheduler is not None and self.engine != WorkEngine.DASK:
            raise click.UsageError("--scheduler is the address of a Dask cluster: give it with --engine dask")
        memory = self.worker_memory * 1_000_000 or None
        return Order(
            inputs,
            self.settings,
            self.jobs,
            self.page_timeout,
            memory,
            self.force,
            self.retry,
            self.fail_over,
            options,
            WorkEngine(self.engine),
            self.scheduler,
        )


def resolved(context: click.Context) -> Mapping[str, Option]:
    """Each option of the command that runs, by its long name: its value as one would write it, and its origin."""
    found: dict[str, Option] = {}
    for option in context.command.params:
        if isinstance(option, click.Option) and option.name in context.params:
            origin = ORIGINS.get(context.get_parameter_source(option.name) or ParameterSource.DEFAULT, Origin.DEFAULT)
            found[option.name.replace("_", "-")] = Option(_written(context.params[option.name]), origin)
    return found


def _written(value: Any) -> str | int | float | bool | None:
    match value:
        case None | bool() | int() | float():
            return value
        case tuple() if value and isinstance(value[0], tuple):
            return ",".join(f"{first}-{last}" if last > first else str(first) for first, last in value)
        case tuple():
            return ",".join(value)
    return str(value)
