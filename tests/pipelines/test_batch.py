"""A run hands out pages, outlives those that do not come back, and tells its files in input order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from document import Failure, MediaType, Method, Page, Reason, Settings, Source, Stage
from errors import OutputError
from pipelines.batch import Batch, Ending, refuse_twins
from pipelines.keys import Keys
from pipelines.notes import PageNote, make_note
from pipelines.standing import Tracker
from pipelines.store import FileSummary, Given, Store, Wanted
from pipelines.tasks import Gone, Opened, PageRead
from pipelines.worker import Task
from pipelines.workers import Lost

SETTINGS = Settings()
KEYS = Keys("0", "0")


def source(name: str, path: str | None = None) -> Source:
    return Source(path or f"/in/{name}", name, name.encode().hex().ljust(64, "0"), 1, MediaType.PDF)


def summary(name: str, failures: tuple[Failure, ...] = ()) -> FileSummary:
    status = "partial" if failures else "done"
    return FileSummary(name, "0" * 64, status, f"{name}.jsonl", {Method.OCR: 1}, {}, 1, {"PERSON": 2}, 0.1, failures)


class FakeWorkers:
    """Answers at once, in this process: each task's answer is looked up by its name and arguments."""

    def __init__(self, answers: Mapping[str, Callable[..., Any]]) -> None:
        self.jobs = 1
        self.asked: list[tuple[str, object]] = []
        self.fresh: list[bool] = []
        self._answers = answers

    def submit(self, task: Task) -> Future[Any]:
        name = task.function.__name__
        self.asked.append((name, task.arguments[1] if name == "read_page" else task.arguments[0].name))
        self.fresh.append(task.fresh)
        future: Future[Any] = Future()
        try:
            future.set_result(self._answers[name](*task.arguments))
        except Exception as error:  # noqa: BLE001 - handed on as a pool hands it on
            future.set_exception(error)
        return future


class Silent:
    def file_begun(self, source: Source, pages: int) -> None: ...
    def page_read(self, source: Source, note: PageNote, *, earlier: bool) -> None: ...
    def file_ended(self, ending: Ending) -> None: ...


def batch(answers: Mapping[str, Callable[..., Any]], out: Path) -> tuple[Batch, FakeWorkers]:
    fake = FakeWorkers(answers)
    return Batch(fake, store_in(out), SETTINGS, Silent()), fake


def store_in(out: Path) -> Store:
    return Store(str(out), KEYS, Given(1.0))


def two_pages(source: Source, settings: Settings, store: Store, alone: bool) -> Opened:
    return Opened((1, 2))


def all_read(source: Source, number: int, settings: Settings, store: Store, lost: Reason | None) -> PageRead:
    store.save_page(source, page(number), lost)
    return PageRead(make_note(page(number), 0.1))


def page(number: int) -> Page:
    return Page(number, 1.0, 1.0, Method.BLANK, "nothing on it")


def finished(
    source: Source,
    numbers: tuple[int, ...],
    failed: Mapping[int, Page],
    settings: Settings,
    store: Store,
    lost: Reason | None,
) -> FileSummary:
    pages = [failed.get(number) or kept.page for number in numbers if (kept := store.load_page(source, number))]
    return summary(source.name, tuple(page.failure for page in pages if page.failure))


def test_files_are_told_in_input_order(tmp_path: Path) -> None:
    run, _ = batch({"open_file": two_pages, "read_page": all_read, "finish_file": finished}, tmp_path)
    names = [f"{number}-ші іс.pdf" for number in range(20)]
    assert [told.name for told in run.run(map(source, names)) if isinstance(told, FileSummary)] == names


@pytest.mark.parametrize(
    ("lost", "tries"),
    [
        (Lost(Reason.TIMEOUT, "took too long"), [None, Reason.TIMEOUT]),
        (Lost(Reason.CRASHED, "broke", own=False), [None] * 4 + [Reason.CRASHED] * 4),
    ],
)
def test_a_page_that_does_not_come_back_fails_alone(tmp_path: Path, lost: Lost, tries: list[Reason | None]) -> None:
    seen: list[Reason | None] = []

    def second_is_lost(source: Source, number: int, settings: Settings, store: Store, again: Reason | None) -> Any:
        if number == 1:
            return all_read(source, number, settings, store, again)
        seen.append(again)
        return lost

    run, fake = batch({"open_file": two_pages, "read_page": second_is_lost, "finish_file": finished}, tmp_path)
    (told,) = run.run([source("хат.pdf")])
    assert isinstance(told, FileSummary)
    (failure,) = told.failures
    message = f"page 2 of хат.pdf {lost.message}, also at lower resolution"
    assert (failure.page, failure.reason, failure.message) == (2, lost.reason, message)
    assert seen == tries
    assert fake.fresh == [False] * 3 + [True] * (len(tries) - 1) + [False]


def test_a_page_that_is_lost_once_is_read_at_lower_resolution(tmp_path: Path) -> None:
    def large(source: Source, number: int, settings: Settings, store: Store, lost: Reason | None) -> Any:
        return all_read(source, number, settings, store, lost) if lost else Lost(Reason.OUT_OF_MEMORY, "wanted more")

    run, _ = batch({"open_file": two_pages, "read_page": large, "finish_file": finished}, tmp_path)
    assert list(run.run([source("хат.pdf")])) == [summary("хат.pdf")]
    kept = store_in(tmp_path).load_page(source("хат.pdf"), 2)
    assert kept is not None
    assert kept.wanted.reasons == (Reason.OUT_OF_MEMORY,)


def test_a_page_lost_among_few_is_known_when_they_are_read_one_by_one(tmp_path: Path) -> None:
    asked: list[tuple[int, Reason | None]] = []

    def open_few(source: Source, settings: Settings, store: Store, alone: bool) -> Any:
        return Opened((1, 2)) if alone else Lost(Reason.TIMEOUT, "took too long", steps=(1, 2))

    def read(source: Source, number: int, settings: Settings, store: Store, lost: Reason | None) -> PageRead:
        asked.append((number, lost))
        return all_read(source, number, settings, store, lost)

    run, _ = batch({"open_file": open_few, "read_page": read, "finish_file": finished}, tmp_path)
    assert list(run.run([source("хат.pdf")])) == [summary("хат.pdf")]
    assert asked == [(1, None), (2, Reason.TIMEOUT)]


def test_a_file_that_breaks_the_reader_is_remembered(tmp_path: Path) -> None:
    def breaks(source: Source, settings: Settings, store: Store, alone: bool) -> Lost:
        return Lost(Reason.CRASHED, "ended the process")

    run, _ = batch({"open_file": breaks}, tmp_path)
    (first,) = run.run([source("хат.pdf")])
    run, fake = batch({"open_file": breaks}, tmp_path)
    (second,) = run.run([source("хат.pdf")])
    assert fake.asked == []
    assert isinstance(first, Failure)
    assert isinstance(second, Failure)
    assert (second.reason, second.message[: len(first.message)]) == (Reason.CRASHED, first.message)
    assert "--retry" in second.message


def test_a_file_too_much_to_tag_keeps_its_text(tmp_path: Path) -> None:
    def finish(*arguments: Any) -> Any:
        return summary("хат.pdf") if arguments[-1] else Lost(Reason.TIMEOUT, "took too long")

    run, fake = batch({"open_file": two_pages, "read_page": all_read, "finish_file": finish}, tmp_path)
    assert list(run.run([source("хат.pdf")])) == [summary("хат.pdf")]
    assert [name for name, _ in fake.asked].count("finish_file") == 2


def test_pages_that_rot_while_they_are_kept_are_read_again(tmp_path: Path) -> None:
    def finish(source: Source, numbers: tuple[int, ...], *others: Any) -> Any:
        return Gone((2,)) if next(times) else summary(source.name)

    times = iter([True, False])
    fake, tracker = FakeWorkers({"open_file": two_pages, "read_page": all_read, "finish_file": finish}), Tracker(1, 1)
    run = Batch(fake, store_in(tmp_path), SETTINGS, tracker)
    assert list(run.run([source("хат.pdf")])) == [summary("хат.pdf")]
    assert [number for name, number in fake.asked if name == "read_page"] == [1, 2, 2]
    assert (tracker.standing().known_pages, tracker.standing().pages) == (2, 2)


def test_a_file_given_twice_and_one_of_its_name_are_counted_each(tmp_path: Path) -> None:
    one, other = source("хат.pdf", "сол/хат.pdf"), source("хат.pdf", "хат.pdf")
    tracker = Tracker(3, 1)
    answers: dict[str, Callable[..., Any]] = {"open_file": two_pages, "read_page": all_read, "finish_file": finished}
    run = Batch(FakeWorkers(answers), store_in(tmp_path), SETTINGS, tracker)
    assert len(list(run.run(refuse_twins([one, other, one])))) == 3
    now = tracker.standing()
    assert (now.inputs, now.ended, now.failed, now.known_pages, now.pages) == (3, 3, 1, 4, 4)


def test_a_page_kept_earlier_is_not_read_again(tmp_path: Path) -> None:
    run, fake = batch({"open_file": two_pages, "read_page": all_read, "finish_file": finished}, tmp_path)
    store_in(tmp_path).save_page(source("хат.pdf"), page(1))
    list(run.run([source("хат.pdf")]))
    assert fake.asked == [("open_file", "хат.pdf"), ("read_page", 2), ("finish_file", "хат.pdf")]


def test_a_finished_file_is_not_done_again(tmp_path: Path) -> None:
    run, fake = batch({}, tmp_path)
    store = store_in(tmp_path)
    written = store.save_output(source("хат.pdf"), [])
    store.finish(source("хат.pdf"), summary("хат.pdf"), written, Wanted(store.given))
    assert list(run.run([source("хат.pdf")])) == [summary("хат.pdf")]
    assert fake.asked == []


def test_a_file_that_cannot_be_opened_does_not_stop_the_others(tmp_path: Path) -> None:
    broken = Failure("a.pdf", Stage.OPEN, Reason.BROKEN, "a.pdf is broken")

    def count(source: Source, settings: Settings, store: Store, alone: bool) -> Opened | Failure:
        return broken if source.name == "a.pdf" else Opened((1,))

    run, _ = batch({"open_file": count, "read_page": all_read, "finish_file": finished}, tmp_path)
    assert list(run.run([source("a.pdf"), source("ә.pdf")])) == [broken, summary("ә.pdf")]


def test_an_output_that_cannot_be_written_ends_the_run(tmp_path: Path) -> None:
    def full(*arguments: object) -> None:
        raise OutputError("disk full")

    run, _ = batch({"open_file": two_pages, "read_page": full}, tmp_path)
    with pytest.raises(OutputError):
        list(run.run([source("хат.pdf")]))


def test_two_inputs_for_one_output_are_refused() -> None:
    first, twin = source("хат.pdf", "/a/хат.pdf"), source("хат.pdf", "/b/хат.pdf")
    kept, refused, again = refuse_twins([first, twin, first])
    assert (kept, again) == (first, first)
    assert isinstance(refused, Failure)
    assert "/a/хат.pdf" in refused.message
