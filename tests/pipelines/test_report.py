"""The report: valid at any moment, whole inputs in order, sums, and what a person should look at first."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import jsonschema
import msgspec
import pytest

from document import Failure, Language, MediaType, Method, Reason, Settings, Source, Stage
from pipelines.attention import Attention
from pipelines.audience import Overseer, Pen, TooManyFailedError
from pipelines.notes import Doubt, PageNote, Why
from pipelines.order import Option, Origin
from pipelines.records import ProducerRecord
from pipelines.report import Logbook, Report, Totals, exit_code, json_schema, read_head, tell
from pipelines.standing import Standing, State, Tracker, read_standing
from pipelines.store import FileSummary

BROKEN = Failure("сынық.pdf", Stage.OPEN, Reason.BROKEN, "сынық.pdf is broken")
OPTIONS = {"jobs": Option(2, Origin.FLAG), "pages": Option(None, Origin.DEFAULT)}


def source(name: str = "іс.pdf") -> Source:
    return Source(f"/in/{name}", name, "0" * 64, 1, MediaType.PDF)


def note(page: int = 1, method: Method = Method.OCR) -> PageNote:
    return PageNote(page, method, 1.0, 0.9, 100, Reason.TIMEOUT if method is Method.FAILED else None)


def summary(name: str = "іс.pdf", failures: tuple[Failure, ...] = (), doubts: tuple[Doubt, ...] = ()) -> FileSummary:
    return FileSummary(
        name,
        "0" * 64,
        "partial" if failures else "done",
        f"{name}.jsonl",
        {Method.OCR: 2},
        {Language.KK: 0.75, Language.RU: 0.25},
        1,
        {"PERSON": 2},
        3.5,
        failures,
        characters=200,
        page_seconds={Method.OCR: 3.0},
        doubts=doubts,
    )


def logbook() -> Logbook:
    return Logbook(Settings(), ProducerRecord("0", "0", {}), OPTIONS)


def standing(state: State = State.FINISHED) -> Standing:
    return Standing(state, datetime.now(UTC), datetime.now(UTC), 2, 2)


def test_the_report_holds_every_input_in_order_and_keeps_its_schema(tmp_path: Path) -> None:
    book = logbook()
    for order, outcome in ((2, summary("ә.pdf")), (0, summary("б.pdf")), (1, BROKEN)):  # as they happen to end
        book.add(outcome, order)
    book.write(tmp_path, standing())
    report = msgspec.json.decode((tmp_path / "run.json").read_bytes(), type=Report)
    assert [(one.name, one.status) for one in report.inputs] == [
        ("б.pdf", "done"),
        ("сынық.pdf", "failed"),
        ("ә.pdf", "done"),
    ]
    assert report.failures == (BROKEN,)
    totals = report.totals
    assert (totals.inputs, totals.done, totals.failed, totals.pages) == (3, 2, 1, {Method.OCR: 4})
    assert totals.languages == {Language.KK: 0.75, Language.RU: 0.25}
    assert (totals.page_seconds, totals.entities, totals.reasons) == (
        {Method.OCR: 6.0},
        {"PERSON": 4},
        {Reason.BROKEN: 1},
    )
    assert report.options == OPTIONS
    head = read_head(tmp_path)
    assert head is not None
    assert head.totals == totals
    jsonschema.validate(json.loads((tmp_path / "run.json").read_text("utf-8")), json_schema())


@pytest.mark.parametrize("count", [0, 1, 2])
def test_the_report_is_valid_at_any_moment(tmp_path: Path, count: int) -> None:
    book = logbook()
    for order in range(count):
        book.add(summary(), order)
    book.write(tmp_path, standing(State.RUNNING))
    assert len(msgspec.json.decode((tmp_path / "run.json").read_bytes(), type=Report).inputs) == count


def test_names_and_messages_forge_nothing(tmp_path: Path) -> None:
    name = 'а\n{"x":1}\x1b[2J\x9b1m\u2028\u202e.pdf'
    book = logbook()
    book.add(msgspec.structs.replace(BROKEN, path=name, message=f"{name} is broken"), 0)
    book.write(tmp_path, standing())
    text = (tmp_path / "run.json").read_text("utf-8")
    assert all(character.isprintable() or character == "\n" for character in text)
    assert json.loads(text)["inputs"][0]["name"] == name
    assert [json.loads(line)["status"] for line in text.split("\n") if line.startswith('    {"name"')] == ["failed"]


@pytest.mark.parametrize(
    ("state", "totals", "code"),
    [
        (State.FINISHED, Totals(inputs=1, done=1), 0),
        (State.FINISHED, Totals(inputs=2, done=1, failed=1, failures=1), 4),
        (State.FINISHED, Totals(inputs=1, partial=1, failures=1), 4),
        (State.FINISHED, Totals(inputs=1, failed=1, failures=1), 5),
        (State.FINISHED, Totals(), 5),
        (State.STOPPED, Totals(inputs=30, done=5, failed=25, failures=25), 4),
        (State.STOPPED, Totals(inputs=25, failed=25, failures=25), 5),
        (State.STOPPED, Totals(inputs=1, done=1), 4),
        (State.INTERRUPTED, Totals(inputs=1, done=1), 130),
    ],
)
def test_exit_codes(state: State, totals: Totals, code: int) -> None:
    assert exit_code(state, totals) == code


def test_the_end_is_told_in_a_few_lines() -> None:
    book = logbook()
    book.add(summary(), 0)
    book.add(BROKEN, 1)
    head = book.head(standing())
    told = tell(head)
    assert "inputs: 2 (1 done, 0 with failures, 1 failed)" in told
    assert "languages: 75% kk, 25% ru" in told
    assert "failures: 1 (1 broken), each in run.json" in told
    to_standard_output = {"output": Option("-", Origin.FLAG)}
    assert "run.json" not in tell(msgspec.structs.replace(head, options=to_standard_output))


def test_a_few_of_each_kind_are_to_be_looked_at_first() -> None:
    attention = Attention()
    for number in range(500):
        attention.add(msgspec.structs.replace(BROKEN, path=f"{number:03}.pdf"))
    for number in range(9):
        attention.add(summary(f"{number}.pdf", (), (Doubt(Why.UNCERTAIN, 1, ((3, 3),), 3, 0.5 - number / 100),)))
    attention.add(summary("ұ.pdf", (), (Doubt(Why.REFUSED_LAYER, 9, ((1, 9),), 1),)))
    rows = attention.first()
    assert [row.kind for row in rows] == ["file failed"] * 6 + ["low-confidence"] * 3 + ["text-layer-refused"]
    assert [row.says for row in rows if row.kind == "low-confidence"] == ["0.42", "0.43", "0.44"]
    table = attention.table()
    assert table is not None
    assert table.caption == "and 500 more in run.json"
    assert Attention().table() is None


def run_of(tmp_path: Path, fail_over: float | None, methods: list[Method]) -> Tracker:
    tracker = Tracker(1, 1)
    overseer = Overseer(tracker, logbook(), tmp_path, fail_over)
    tracker.file_begun(source(), len(methods))
    for number, method in enumerate(methods, start=1):
        tracker.page_read(source(), note(number, method), earlier=False)
        overseer.page_read(source(), note(number, method), earlier=False)
    return tracker


def test_a_run_that_goes_wrong_is_stopped_once_enough_is_known(tmp_path: Path) -> None:
    assert run_of(tmp_path, 0.5, [Method.FAILED] * 19).standing().failed_pages == 19
    assert run_of(tmp_path, 0.5, [Method.FAILED] * 10 + [Method.OCR] * 10).standing().pages == 20
    assert run_of(tmp_path, None, [Method.FAILED] * 100).standing().pages == 100
    with pytest.raises(TooManyFailedError, match="20 of 20 pages failed, more than --fail-over"):
        run_of(tmp_path, 0.5, [Method.FAILED] * 20)


def test_report_and_standing_are_written_at_once_and_then_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr("pipelines.audience.time.monotonic", lambda: now[0])
    pen = Pen(10.0)
    assert pen.due()
    with pen:
        now[0] += 1.0  # as 100 times of it is longer than 10 seconds, so long is the wait
    now[0] += 99.0
    assert not pen.due()
    now[0] += 1.0
    assert pen.due()


def test_how_far_a_run_is_lies_in_the_folder(tmp_path: Path) -> None:
    run_of(tmp_path, None, [Method.OCR] * 3)
    found = read_standing(tmp_path)
    assert found is not None
    assert (found.state, found.known_pages, found.inputs) == (State.RUNNING, 3, 1)
    head = read_head(tmp_path)
    assert head is not None
    assert not head.finished
