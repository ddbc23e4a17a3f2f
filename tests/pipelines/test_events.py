"""Events for machines, bars and lines for people: told as they happen, and nothing in a name or text acts or forges."""

from __future__ import annotations

import io
import json
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import jsonschema
import pytest
from rich.console import Console

from document import Failure, Language, MediaType, Method, Reason, Settings, Source, Stage
from errors import OutputError
from pipelines import progress, schema
from pipelines.audience import Listener
from pipelines.batch import Ending
from pipelines.events import EventLog, json_schema
from pipelines.notes import Doubt, PageNote, Why
from pipelines.order import Option, Origin
from pipelines.progress import Teller
from pipelines.records import ProducerRecord
from pipelines.report import Logbook
from pipelines.standing import State, Tracker
from pipelines.store import FileSummary

ROOT = Path(__file__).resolve().parents[2]
ODD = 'қ\n{"event":"run-ended"}\r\x1b[2J\x9b31m\u2028\u202eіс [red]№[/red].pdf'
KINDS = ["run-begun", "file-begun", "page-done", "page-done", "failure", "file-ended", "failure", "file-ended"]


def tell_all(listener: Listener) -> Tracker:
    """A run of two files, with the oddest name there can be."""
    tracker = Tracker(2, 1)
    source = Source("/in/x", ODD, "0" * 64, 1, MediaType.PDF)
    failed = Failure(ODD, Stage.OCR, Reason.TIMEOUT, f"page 2 of {ODD} took too long", 2)
    broken = Failure(ODD, Stage.OPEN, Reason.BROKEN, f"{ODD} is broken")
    pages, languages = {Method.OCR: 1, Method.FAILED: 1}, {Language.KK: 1.0}
    doubts = (Doubt(Why.FAILED, 1, ((2, 2),), 2), Doubt(Why.UNCERTAIN, 1, ((1, 1),), 1, 0.4))
    summary = FileSummary(ODD, "0" * 64, "partial", "x.jsonl", pages, languages, 1, {}, 1.0, (failed,), doubts=doubts)
    logbook = Logbook(Settings(), ProducerRecord("0", "0", {}), {})
    listener.run_begun("0.1.0", tracker, {"jobs": Option(1, Origin.FLAG)})
    for note in (PageNote(1, Method.OCR, 1.5, 0.4, 100), PageNote(2, Method.FAILED, 120.0, 0.0, 0, Reason.TIMEOUT)):
        if note.page == 1:
            tracker.file_begun(source, 2)
            listener.file_begun(source, 2)
        tracker.page_read(source, note, earlier=False)
        listener.page_read(source, note, earlier=False)
    outcomes: tuple[FileSummary | Failure, ...] = (summary, broken)
    for order, outcome in enumerate(outcomes):
        ending = Ending(outcome, order, unread=None if outcome is broken else 0)
        tracker.file_ended(ending)
        listener.file_ended(ending)
        logbook.add(outcome, order)
    listener.run_ended(logbook.head(tracker.standing(State.INTERRUPTED), f"stopped at {ODD}"), logbook.attention)
    return tracker


def test_each_event_is_one_line_of_json_by_the_schema(tmp_path: Path) -> None:
    path = tmp_path / "жаңа" / "оқиғалар.jsonl"
    with EventLog(path) as log:
        tell_all(log)
    with EventLog(path) as log:
        tell_all(log)
    text = path.read_text("utf-8")
    assert all(character.isprintable() or character == "\n" for character in text)
    events = [json.loads(line) for line in text.splitlines()]
    assert [event["event"] for event in events] == [*KINDS, "run-ended"] * 2
    for event in events:
        jsonschema.validate(event, json_schema())
        assert event["at"].endswith("Z")
    assert events[1]["name"] == ODD
    assert (events[2]["method"], events[2]["seconds"], events[2]["confidence"]) == ("ocr", 1.5, 0.4)
    assert (events[3]["failure"], events[4]["page"], events[7]["status"]) == ("timeout", 2, "failed")


def test_an_event_log_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="--log-json"):
        EventLog(tmp_path)
    with pytest.raises(OutputError, match="No space left"), EventLog(Path("/dev/full")) as log:
        tell_all(log)


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """As a disk that is nearly full: what does not fit is written in part, what is beyond it not at all."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_line_that_does_not_fit_on_the_disk_is_said_and_leaves_no_part(tmp_path: Path) -> None:
    path = tmp_path / "оқиғалар.jsonl"
    with EventLog(path) as log:
        tell_all(log)
    whole = path.read_bytes()
    with EventLog(path) as log, pytest.raises(OutputError, match="--log-json"), files_of_at_most(len(whole) + 700):
        tell_all(log)
    added = path.read_bytes().removeprefix(whole)
    assert 0 < len(added) < 700
    assert [json.loads(line)["event"] for line in added.splitlines()] == KINDS[: added.count(b"\n")]
    assert added.endswith(b"\n")


def test_a_line_that_the_power_cut_off_stays_alone(tmp_path: Path) -> None:
    path = tmp_path / "оқиғалар.jsonl"
    path.write_bytes(b'{"event":"page-d')
    with EventLog(path) as log:
        tell_all(log)
    torn, *others = path.read_bytes().splitlines()
    assert torn == b'{"event":"page-d'
    assert [json.loads(line)["event"] for line in others] == [*KINDS, "run-ended"]


def said(*, bars: bool = False, quiet: bool = False, chatty: bool = True) -> str:
    stream = io.StringIO()
    console = Console(file=stream, width=200, force_terminal=bars)
    with Teller(console, bars=bars, lines=True, quiet=quiet, chatty=chatty) as teller:
        tell_all(teller)
    return stream.getvalue()


def test_people_are_told_in_lines_that_cannot_be_forged() -> None:
    lines = said().split("\n")
    assert all(line.isprintable() for line in lines)
    assert sum(line.startswith("muragat: ") for line in lines) == 4  # two failures, a file, why it ended
    assert not any(line.startswith('{"event"') for line in lines)
    assert any("inputs: 2 (0 done, 1 with failures, 1 failed)" in line for line in lines)
    assert any("low-confidence: 0.40" in line for line in lines)


def test_bars_show_names_without_what_acts() -> None:
    shown = said(bars=True)
    assert "files" in shown
    assert "\x1b[2J" not in shown
    assert "\x9b" not in shown
    assert "\u202e" not in shown
    assert "[red]" in shown


def test_quiet_says_only_why_a_run_ended() -> None:
    (line,) = said(quiet=True).strip().split("\n")
    assert line.startswith("muragat: stopped at ")


def test_without_a_terminal_there_is_a_line_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "LINE_EVERY_SECONDS", 0.01)
    stream = io.StringIO()
    with Teller(Console(file=stream, width=200), bars=False, lines=True, quiet=False, chatty=False) as teller:
        teller.run_begun("0.1.0", Tracker(7, 1), {})
        teller._ticking.join(0.2)
    assert "muragat: 0 of 7 files, 0 of 0 pages" in stream.getvalue()


@pytest.mark.parametrize("of", ["report", "events"])
def test_the_published_schemas_are_those_of_the_types(of: str) -> None:
    assert (ROOT / f"muragat.{of}.schema.json").read_text("utf-8") == schema.text(of)
