"""The report of a run: what became of every input, kept in `run.json` and told at the end."""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from document import Failure, Language, Method, Reason, Settings
from errors import ExitCode
from pipelines.attention import Attention
from pipelines.keys import package_versions
from pipelines.notes import Doubt, Why
from pipelines.order import Option
from pipelines.records import ProducerRecord
from pipelines.standing import Standing, State, duration
from pipelines.store import FileSummary, write_whole
from pipelines.terminal import plain_json

REPORT = "run.json"
REPORT_SCHEMA = "1.0"


class InputRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One input: `status` is done, partial (some pages failed) or failed; one never opened has no `sha256`.

    `seconds` are those of its pages, told by method in `page_seconds`, and of finishing it, in whichever run.
    """

    name: str
    status: str
    sha256: str | None = None
    output: str | None = None
    pages: dict[Method, int] = {}
    page_seconds: dict[Method, float] = {}
    seconds: float = 0.0
    characters: int = 0
    languages: dict[Language, float] = {}
    sections: int = 0
    entities: dict[str, int] = {}
    failures: tuple[Failure, ...] = ()
    doubts: tuple[Doubt, ...] = ()


class Totals(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Sums over all inputs; `inputs` counts also what could not be opened, `languages` are shares of characters."""

    inputs: int = 0
    done: int = 0
    partial: int = 0
    failed: int = 0
    pages: dict[Method, int] = {}
    page_seconds: dict[Method, float] = {}
    characters: int = 0
    languages: dict[Language, float] = {}
    entities: dict[str, int] = {}
    failures: int = 0
    reasons: dict[Reason, int] = {}
    doubts: dict[Why, int] = {}


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`run.json` but for its inputs; `why` tells of a run that did not come to its end.

    `options` are all as they were resolved, `standing` counts also what is open.
    """

    schema: str
    state: State
    finished: bool
    why: str | None
    started: datetime
    written: datetime
    versions: dict[str, str]
    producer: ProducerRecord
    settings: Settings
    options: Mapping[str, Option]
    standing: Standing
    totals: Totals


class Report(Head, frozen=True, forbid_unknown_fields=True):
    """The whole of `run.json`: `inputs` in input order; `failures` are those of inputs that came to no output."""

    inputs: tuple[InputRecord, ...]
    failures: tuple[Failure, ...]


class Logbook:
    """Collects what became of the inputs of one run; each is kept as the line that is written."""

    def __init__(self, settings: Settings, producer: ProducerRecord, options: Mapping[str, Option]) -> None:
        self._settings = settings
        self._producer = producer
        self._options = options
        self._versions = {"python": platform.python_version(), "system": platform.platform(), **package_versions()}
        self._lines: dict[int, bytes] = {}
        self._failures: dict[int, bytes] = {}
        self._status: Counter[str] = Counter()
        self._sums: dict[str, Counter[Any]] = {name: Counter() for name in SUMMED}
        self._written: Counter[Language] = Counter()
        self._reasons: Counter[Reason] = Counter()
        self._doubts: Counter[Why] = Counter()
        self.attention = Attention()

    def add(self, outcome: FileSummary | Failure, order: int) -> None:
        """Note what became of an input; `order` is its place among them."""
        self.attention.add(outcome)
        if isinstance(outcome, Failure):
            record = InputRecord(outcome.path, "failed", failures=(outcome,))
            self._failures[order] = plain_json(msgspec.json.encode(outcome))
        else:
            record = InputRecord(**msgspec.structs.asdict(outcome))
        self._lines[order] = plain_json(msgspec.json.encode(record, order="deterministic"))
        self._status[record.status] += 1
        for name, count in self._sums.items():
            count.update(getattr(record, name))
        for language, share in record.languages.items():
            self._written[language] += round(share * record.characters)
        self._reasons.update(failure.reason for failure in record.failures)
        for doubt in record.doubts:
            self._doubts[doubt.why] += doubt.count

    def head(self, standing: Standing, why: str | None = None) -> Head:
        """All noted so far, but for the inputs."""
        return Head(
            schema=REPORT_SCHEMA,
            state=standing.state,
            finished=standing.state is State.FINISHED,
            why=why,
            started=standing.began,
            written=datetime.now(UTC),
            versions=self._versions,
            producer=self._producer,
            settings=self._settings,
            options=self._options,
            standing=standing,
            totals=self._totals(),
        )

    def write(self, out: Path, standing: Standing, why: str | None = None) -> Head:
        """Put `run.json` into the output folder."""
        head = self.head(standing, why)
        write_whole(out / REPORT, _parts(head, inputs=self._lines, failures=self._failures))
        return head

    def _totals(self) -> Totals:
        characters = self._written.total()
        return Totals(
            inputs=len(self._lines),
            done=self._status["done"],
            partial=self._status["partial"],
            failed=self._status["failed"],
            pages=dict(sorted(self._sums["pages"].items())),
            page_seconds={method: round(taken, 1) for method, taken in sorted(self._sums["page_seconds"].items())},
            characters=characters,
            languages={
                language: round(count / characters, 4) for language, count in self._written.most_common() if count
            },
            entities=dict(sorted(self._sums["entities"].items())),
            failures=self._reasons.total(),
            reasons=dict(sorted(self._reasons.items())),
            doubts={why: self._doubts[why] for why in Why if self._doubts[why]},
        )


SUMMED = ("pages", "page_seconds", "entities")


def _parts(head: Head, **lists: Mapping[int, bytes]) -> Iterator[bytes]:
    """The head laid out for people, then the entries of each list in their order, each on a line of its own."""
    text = plain_json(msgspec.json.format(msgspec.json.encode(head, order="deterministic"), indent=2))
    yield text.rstrip().removesuffix(b"}").rstrip()
    for name, lines in lists.items():
        yield b',\n  "%s": [' % name.encode()
        for number, order in enumerate(sorted(lines)):
            yield b",\n    " if number else b"\n    "
            yield lines[order]
        yield b"\n  ]"
    yield b"\n}\n"


def exit_code(state: State, totals: Totals) -> ExitCode:
    """What the shell is told of a run."""
    if state is State.INTERRUPTED:
        return ExitCode.INTERRUPTED
    if totals.done + totals.partial == 0:
        return ExitCode.NOTHING_DONE
    return ExitCode.SOME_FAILED if totals.failures or state is not State.FINISHED else ExitCode.DONE


def read_head(out: Path) -> Head | None:
    """The report of the last run in a folder, without its inputs; None where there is none to be understood."""
    try:
        return msgspec.json.decode((out / REPORT).read_bytes(), type=_Written).head
    except (OSError, ValueError):
        return None


class _Written(Head, frozen=True):
    """A report whose inputs are passed over."""

    inputs: msgspec.Raw = msgspec.Raw(b"[]")
    failures: msgspec.Raw = msgspec.Raw(b"[]")

    @property
    def head(self) -> Head:
        return Head(**{name: getattr(self, name) for name in Head.__struct_fields__})


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `run.json`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Muragat run report {REPORT_SCHEMA}",
        "description": "What became of every input of `muragat run`; it is rewritten while the run goes on.",
        **msgspec.json.schema(Report),
    }


def _is_kept(head: Head) -> bool:
    """Whether the report stays; that of a run to standard output goes with its folder."""
    output = head.options.get("output")
    return output is None or output.value != "-"


def tell(head: Head) -> str:
    """The run in a few lines for people."""
    totals = head.totals
    pages = ", ".join(f"{count:,} {method.value}" for method, count in totals.pages.items()) or "none"
    entities = ", ".join(f"{count:,} {label}" for label, count in totals.entities.items()) or "none"
    languages = ", ".join(f"{share:.0%} {language.value}" for language, share in totals.languages.items())
    lines = [
        f"inputs: {totals.inputs:,} ({totals.done:,} done, {totals.partial:,} with failures, {totals.failed:,} failed)",
        f"pages: {pages}",
        *([f"languages: {languages}"] if languages else []),
        f"entities: {entities}",
        f"time: {duration((head.standing.at - head.started).total_seconds())}",
    ]
    if totals.failures:
        reasons = ", ".join(f"{count:,} {reason.value}" for reason, count in totals.reasons.items())
        where = ", each in run.json" if _is_kept(head) else ""
        lines.append(f"failures: {totals.failures:,} ({reasons}){where}")
    return "\n".join(lines)
