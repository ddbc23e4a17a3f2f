"""The command line: options in, one call, exit code out."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, TextIO

import click

from errors import ExitCode, MissingToolError, MuragatError
from pipelines.options import FROM_ENVIRONMENT, PLAN_OPTIONS, RUN_OPTIONS, RunOptions, resolved
from pipelines.terminal import plain, plain_json

if TYPE_CHECKING:
    from rich.console import Console

    from pipelines.audience import Listener

# Modules of the pipelines are imported inside commands: they bring spaCy, which takes a second that
# `muragat --help` need not wait for.
# ruff: noqa: PLC0415

STANDARD_OUTPUT = Path("-")
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
EXPORTS = ("csv", "parquet", "sqlite", "searchable-pdf", "alto", "hocr", "tei", "labelstudio", "spacy", "hipe", "gold")


@contextmanager
def _exit_codes() -> Iterator[None]:
    """The one place where errors become exit codes."""
    try:
        yield
    except MuragatError as error:
        click.echo(plain(f"muragat: {error}"), err=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        click.echo("muragat: interrupted", err=True)
        sys.exit(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output is gone (`| head`): nothing is wrong, and nobody is left to tell.
        _write_no_more()
        sys.exit(ExitCode.DONE)
    except OSError as error:
        if error.errno not in NO_ROOM or error.filename is not None:
            raise
        _write_no_more()
        click.echo(f"muragat: cannot write to standard output: {error.strerror}", err=True)
        sys.exit(ExitCode.NOTHING_DONE)


def _write_no_more() -> None:
    """Let go of standard output, so that what is still to be written there is no error at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Commands(click.Group):
    """A group of commands whose errors become exit codes."""

    def invoke(self, context: click.Context) -> Any:
        """Do what the command does."""
        with _exit_codes():
            return super().invoke(context)


@click.group(cls=Commands)
def main() -> None:
    """Turn archival PDFs in Kazakh, Russian and English into JSONL: text in its place, sections, named entities."""


@main.command("run", params=list(RUN_OPTIONS), context_settings=FROM_ENVIRONMENT)
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_context
def run_command(context: click.Context, /, inputs: tuple[Path, ...], **chosen: Any) -> None:
    """Read INPUTS (PDF, TIFF, PNG, JPEG, UTF-8 text, or folders of them) and write one JSONL file for each."""
    from pipelines.events import EventLog
    from pipelines.progress import Teller
    from pipelines.report import exit_code
    from pipelines.run import run
    from pipelines.store import FileSummary

    options = RunOptions(**chosen)
    signal.signal(signal.SIGTERM, _interrupt)  # what shuts a machine down, or ends a job on a cluster, is told so
    with _output_folder(options.output) as out, ExitStack() as open_listeners:

        def deliver(summary: FileSummary) -> None:
            if options.output == STANDARD_OUTPUT and summary.output:
                with (out / summary.output).open("rb") as file:
                    shutil.copyfileobj(file, sys.stdout.buffer)
                sys.stdout.buffer.flush()

        teller = Teller.on_standard_error(options.progress, quiet=options.quiet, chatty=options.verbose)
        listeners: list[Listener] = [open_listeners.enter_context(teller)]
        if options.log_json is not None:
            listeners.append(open_listeners.enter_context(EventLog(options.log_json)))
        head = run(options.order(inputs, resolved(context)), out, listeners, deliver)
        sys.exit(exit_code(head.state, head.totals))


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


@contextmanager
def _output_folder(output: Path) -> Iterator[Path]:
    if output != STANDARD_OUTPUT:
        yield output
        return
    with tempfile.TemporaryDirectory(prefix="muragat-") as folder:
        yield Path(folder)


@main.command("plan", params=list(PLAN_OPTIONS), context_settings=FROM_ENVIRONMENT)
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
def plan_command(inputs: tuple[Path, ...], output: Path | None, within: float, as_json: bool, **chosen: Any) -> None:
    """Say what a run over INPUTS would do, and about how long it would take here, without doing it."""
    import msgspec

    from pipelines.plan import describe, make_plan

    plan = make_plan(RunOptions(**chosen).order(inputs, {}), output, within)
    click.echo(plain_json(msgspec.json.encode(plan)) if as_json else plain(describe(plan), lines=True))


@main.command("status", context_settings=FROM_ENVIRONMENT)
@click.argument("out", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")
def status_command(out: Path, as_json: bool) -> None:
    """Say how far the run in the output folder OUT is, and whether it still runs."""
    import msgspec

    from pipelines.status import describe, look

    status = look(out)
    click.echo(plain_json(msgspec.json.encode(status)) if as_json else plain(describe(status), lines=True))


@main.command("tag")
@click.argument("file", type=click.File("r", encoding="utf-8-sig", errors="surrogateescape"), default="-")
@click.option("--text/--json", "as_text", default=None, help="What the lines are; by default told from the first.")
@click.option(
    "--explain", is_flag=True, help="Say for people, not for programs, by what each entity was found and what was read."
)
def tag_command(file: TextIO, as_text: bool | None, explain: bool) -> None:
    """Find entities in given text: JSON lines with "text" (and "lang"), or a text file, each line a passage.

    Writes the same JSON lines with "lang" and "entities". With --explain it writes, instead, each passage and below it
    every entity with the rule (and examples of what the rule reads) or the model that found it, the parts it read,
    the value made of them, and how sure it is.
    """
    from pipelines.passages import (
        BadLine,
        are_json_lines,
        dump,
        dump_explained,
        read_json_lines,
        read_text_lines,
        tag_passages,
    )
    from pipelines.tools import load_text_tools

    first, lines = _peek(file)
    as_json = are_json_lines(first, file.name) if as_text is None else not as_text
    read: Callable[[Iterable[str]], Iterable[dict[str, object] | BadLine]] = (
        read_json_lines if as_json else read_text_lines
    )
    bad = good = 0
    for passage in tag_passages(read(lines), load_text_tools()):
        if isinstance(passage, BadLine):
            click.echo(plain(f"muragat: {file.name}:{passage.line}: {passage.message}"), err=True)
            bad += 1
        else:
            click.echo(dump_explained(passage) if explain else dump(passage))
            good += 1
    sys.exit(ExitCode.DONE if not bad else ExitCode.SOME_FAILED if good else ExitCode.NOTHING_DONE)


def _peek(lines: TextIO) -> tuple[str, Iterator[str]]:
    """The first line that holds something, and all lines."""
    held: list[str] = []
    for line in lines:
        held.append(line)
        if line.strip():
            break

    def every() -> Iterator[str]:
        yield from held
        yield from lines

    return held[-1] if held else "", every()


@main.command("show")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--section", "wanted", help='Sections to show in colour: an id, "all", or "best" (the richest one).')
def show_command(paths: tuple[Path, ...], wanted: str | None) -> None:
    """Show records as people read them: a table of documents, and sections with their entities coloured."""
    from pipelines.outputs import read_outputs
    from pipelines.show import richest, show_section, show_table

    # Read anew for each purpose, for all records together may be more than memory holds.
    console = _wide_console()
    by_id = wanted not in {None, "best", "all"}
    if by_id and not any(wanted == each.id for one in read_outputs(paths) for each in one.sections):
        raise click.UsageError(
            plain(f"no section has the id {wanted}: ids stand in the records, as 87b6c4588d828445/0003")
        )
    show_table(read_outputs(paths), console)
    if wanted == "best":
        if best := richest(read_outputs(paths)):
            show_section(*best, console)
    elif wanted is not None:
        for one in read_outputs(paths):
            for section in one.sections:
                if wanted in ("all", section.id):
                    show_section(one, section, console)


def _wide_console() -> Console:
    """Standard output; where it is no terminal there is no edge to fit in, and tables stay whole."""
    from rich.console import Console

    console = Console()
    return console if console.is_terminal else Console(width=200)


@main.command("export")
@click.argument("out", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--to", "wanted", required=True, type=click.Choice(EXPORTS))
@click.option("-o", "--output", "target", required=True, type=click.Path(path_type=Path), help="File or folder.")
@click.option("--corrected", is_flag=True, help="With the corrections people made on the review page.")
def export_command(out: Path, wanted: str, target: Path, corrected: bool) -> None:
    """Turn the records in OUT into what other programs read.

    csv, parquet (a folder of tables), sqlite, labelstudio, spacy, hipe (a file), tei, alto, hocr, searchable-pdf (a
    folder), gold (a file: passages that people corrected, in the form of training passages).
    """
    from pipelines.corrected import correct
    from pipelines.corrections import read_corrections
    from pipelines.exports.formats import Format, export
    from pipelines.exports.kept import Kept
    from pipelines.outputs import read_outputs

    corrections = read_corrections(out) if corrected or wanted == Format.GOLD else ()
    documents = (correct(output, corrections) for output in read_outputs([out]))
    left = 0
    for line in export(documents, Kept(out), Format(wanted), target):
        click.echo(f"muragat: not exported: {plain(line)}", err=True)
        left += 1
    sys.exit(ExitCode.SOME_FAILED if left else ExitCode.DONE)


@main.command("review")
@click.argument("out", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free one.")
def review_command(out: Path, port: int) -> None:
    """Look through the records in OUT in a browser, search and correct them, while a run goes on or after it.

    Serves on this machine alone. The address printed holds a token: who opens it may correct. Corrections are kept in
    OUT/corrections.jsonl; the program's own output stays as it is.
    """
    with _review_installed():
        from pipelines.review.server import serve

        try:
            serve(out, port, lambda line: click.echo(plain(f"muragat: {line}"), err=True))
        except KeyboardInterrupt:
            sys.exit(ExitCode.DONE)


@main.command("report")
@click.argument("out", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("-o", "--output", "target", required=True, type=click.Path(path_type=Path, dir_okay=False), help="File.")
@click.option(
    "--language", default="en", show_default=True, type=click.Choice(("kk", "ru", "en")), help="Of its words."
)
def report_command(out: Path, target: Path, language: str) -> None:
    """Write what OUT holds, what failed and what needs an eye first as one HTML file that can be sent."""
    with _review_installed():
        from pipelines.review.report_file import write_report_file

        write_report_file(out, target, language)


@contextmanager
def _review_installed() -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name not in {"jinja2", "starlette", "uvicorn"}:
            raise
        message = f"{error.name} is not installed, which this needs: run `pip install 'muragat[review]'`"
        raise MissingToolError(message) from error


@main.command("schema")
@click.argument("of", type=click.Choice(["records", "report", "events"]), default="records")
def schema_command(of: str) -> None:
    """Print the JSON Schema of one line of output, of the report of a run (run.json), or of one line of --log-json."""
    name = "muragat.schema.json" if of == "records" else f"muragat.{of}.schema.json"
    click.echo((Path(__file__).parent / name).read_text("utf-8"), nl=False)


@main.command("validate")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def validate_command(files: tuple[Path, ...]) -> None:
    """Check that JSONL FILES, or those in folders, keep the schema and its promises; a line FILE:LINE: MESSAGE each."""
    from pipelines.outputs import given_outputs
    from pipelines.validate import find_problems

    invalid = 0
    for path in given_outputs(files):
        try:
            problems = list(find_problems(path))
        except OSError as error:
            problems = [f" {error.strerror}"]
        for problem in problems:
            click.echo(plain(f"{path}:{problem}"), err=True)
        invalid += bool(problems)
    sys.exit(ExitCode.SOME_FAILED if invalid else ExitCode.DONE)


@main.command("doctor")
def doctor_command() -> None:
    """Try every part the program needs, and say what installs what is missing."""
    from pipelines.doctor import examine

    findings = list(examine())
    for finding in findings:
        click.echo(f"{'ok      ' if finding.works else 'missing '} {finding.name}: {finding.says}")
    sys.exit(ExitCode.DONE if all(finding.works for finding in findings) else ExitCode.MISSING_TOOL)


@main.command("version")
def version_command() -> None:
    """Print the version."""
    from pipelines.producer import own_version

    click.echo(f"muragat {own_version()}")


if __name__ == "__main__":
    main()
