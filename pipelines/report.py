"""The report of a run: what became of every input, kept in `run.json` and told at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from document import Failure, Method, Settings
from errors import ExitCode
from pipelines.records import ProducerRecord
from pipelines.store import FileSummary, write_whole


class Totals(msgspec.Struct, frozen=True):
    """Sums over all inputs; `inputs` counts also what could not be opened."""

    inputs: int
    done: int
    partial: int
    failed: int
    pages: dict[Method, int]
    entities: dict[str, int]
    failures: int


class Report(msgspec.Struct, frozen=True):
    """`run.json`: `inputs` in input order, `failures` of inputs that never became a file to read."""

    muragat: str
    started: datetime
    written: datetime
    finished: bool
    settings: Settings
    producer: ProducerRecord
    totals: Totals
    inputs: tuple[FileSummary, ...]
    failures: tuple[Failure, ...]


class Logbook:
    """Collects what became of the inputs of one run."""

    def __init__(self, settings: Settings, producer: ProducerRecord) -> None:
        self._settings = settings
        self._producer = producer
        self._started = datetime.now(UTC)
        self._summaries: list[FileSummary] = []
        self._failures: list[Failure] = []

    def add(self, outcome: FileSummary | Failure) -> None:
        """Note what became of the next input."""
        if isinstance(outcome, Failure):
            self._failures.append(outcome)
        else:
            self._summaries.append(outcome)

    def report(self, *, finished: bool) -> Report:
        """All noted so far."""
        return Report(
            muragat=self._producer.muragat,
            started=self._started,
            written=datetime.now(UTC),
            finished=finished,
            settings=self._settings,
            producer=self._producer,
            totals=total(self._summaries, self._failures),
            inputs=tuple(self._summaries),
            failures=tuple(self._failures),
        )


def total(summaries: Iterable[FileSummary], failures: Iterable[Failure]) -> Totals:
    """Add up."""
    summaries, failures = tuple(summaries), tuple(failures)
    pages: Counter[Method] = Counter()
    entities: Counter[str] = Counter()
    for summary in summaries:
        pages.update(summary.pages)
        entities.update(summary.entities)
    status = Counter(summary.status for summary in summaries)
    return Totals(
        inputs=len(summaries) + len(failures),
        done=status["done"],
        partial=status["partial"],
        failed=status["failed"] + len(failures),
        pages=dict(sorted(pages.items())),
        entities=dict(sorted(entities.items())),
        failures=len(failures) + sum(len(summary.failures) for summary in summaries),
    )


def exit_code(totals: Totals) -> ExitCode:
    """What the shell is told of a run that came to its end."""
    if totals.done + totals.partial == 0:
        return ExitCode.NOTHING_DONE
    return ExitCode.SOME_FAILED if totals.failures else ExitCode.DONE


def write_report(report: Report, out: Path) -> None:
    """Put `run.json` into the output folder."""
    text = msgspec.json.format(msgspec.json.encode(report, order="deterministic"), indent=2)
    write_whole(out / "run.json", [text, b"\n"])


def tell(report: Report) -> str:
    """The run in a few lines for people."""
    totals = report.totals
    pages = ", ".join(f"{count} {method.value}" for method, count in totals.pages.items()) or "none"
    entities = ", ".join(f"{count} {label}" for label, count in totals.entities.items()) or "none"
    lines = [
        f"inputs: {totals.inputs} ({totals.done} done, {totals.partial} with failed pages, {totals.failed} failed)",
        f"pages: {pages}",
        f"entities: {entities}",
    ]
    if totals.failures:
        lines.append(f"failures: {totals.failures}, each in run.json")
    return "\n".join(lines)
