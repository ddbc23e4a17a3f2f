"""A run hands out pages, outlives those that do not come back, and tells its files in input order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from document import Failure, MediaType, Method, Page, Reason, Settings, Source, Stage
from errors import OutputError
from pipelines import workers
from pipelines.batch import Batch, refuse_twins
from pipelines.records import ProducerRecord
from pipelines.report import exit_code, total
from pipelines.store import FileSummary, Store

SETTINGS = Settings()


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
        self._answers = answers

    def submit(self, seconds: float, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
        name = function.__name__
        self.asked.append((name, arguments[1] if name == "read_page" else arguments[0].name))
        future: Future[Any] = Future()
        try:
            future.set_result(self._answers[name](*arguments))
        except Exception as error:  # noqa: BLE001 - handed on as a pool hands it on
            future.set_exception(error)
        return future


class Silent:
    def file_begun(self, source: Source, pages: int) -> None: ...
    def page_read(self, source: Source, number: int) -> None: ...
    def file_ended(self, outcome: FileSummary | Failure) -> None: ...


def batch(answers: Mapping[str, Callable[..., Any]], out: Path) -> tuple[Batch, FakeWorkers]:
    fake = FakeWorkers(answers)
    store = Store.of(out, SETTINGS, ProducerRecord("0", "0", {}))
    return Batch(fake, store, SETTINGS, 1.0, Silent()), fake


def two_pages(source: Source, settings: Settings) -> tuple[int, ...]:
    return (1, 2)


def all_read(source: Source, number: int, settings: Settings, store: Store) -> None:
    return None


def finished(
    source: Source, numbers: tuple[int, ...], failed: Mapping[int, Page], settings: Settings, store: Store
) -> FileSummary:
    return summary(source.name, tuple(page.failure for page in failed.values() if page.failure))


def test_files_are_told_in_input_order(tmp_path: Path) -> None:
    run, _ = batch({"count_pages": two_pages, "read_page": all_read, "finish_file": finished}, tmp_path)
    names = [f"{number}-ші іс.pdf" for number in range(20)]
    assert [told.name for told in run.run(map(source, names)) if isinstance(told, FileSummary)] == names


def test_a_page_that_does_not_come_back_fails_alone(tmp_path: Path) -> None:
    def second_hangs(source: Source, number: int, settings: Settings, store: Store) -> Any:
        return workers.Lost(Reason.TIMEOUT, "took too long") if number == 2 else None

    run, _ = batch({"count_pages": two_pages, "read_page": second_hangs, "finish_file": finished}, tmp_path)
    (told,) = run.run([source("хат.pdf")])
    assert isinstance(told, FileSummary)
    (failure,) = told.failures
    assert (failure.page, failure.reason, failure.message) == (2, Reason.TIMEOUT, "page 2 of хат.pdf took too long")


def test_a_page_kept_earlier_is_not_read_again(tmp_path: Path) -> None:
    run, fake = batch({"count_pages": two_pages, "read_page": all_read, "finish_file": finished}, tmp_path)
    store = Store.of(tmp_path, SETTINGS, ProducerRecord("0", "0", {}))
    store.save_page(source("хат.pdf"), Page(1, 1.0, 1.0, Method.BLANK, "nothing on it"))
    list(run.run([source("хат.pdf")]))
    assert fake.asked == [("count_pages", "хат.pdf"), ("read_page", 2), ("finish_file", "хат.pdf")]


def test_a_finished_file_is_not_done_again(tmp_path: Path) -> None:
    run, fake = batch({}, tmp_path)
    store = Store.of(tmp_path, SETTINGS, ProducerRecord("0", "0", {}))
    store.save_output(source("хат.pdf"), [])
    store.finish(source("хат.pdf"), summary("хат.pdf"))
    assert list(run.run([source("хат.pdf")])) == [summary("хат.pdf")]
    assert fake.asked == []


def test_a_file_that_cannot_be_opened_does_not_stop_the_others(tmp_path: Path) -> None:
    broken = Failure("a.pdf", Stage.OPEN, Reason.BROKEN, "a.pdf is broken")

    def count(source: Source, settings: Settings) -> tuple[int, ...] | Failure:
        return broken if source.name == "a.pdf" else (1,)

    run, _ = batch({"count_pages": count, "read_page": all_read, "finish_file": finished}, tmp_path)
    assert list(run.run([source("a.pdf"), source("ә.pdf")])) == [broken, summary("ә.pdf")]


def test_pages_beyond_the_end_are_a_failure(tmp_path: Path) -> None:
    run, _ = batch({"count_pages": lambda source, settings: ()}, tmp_path)
    (told,) = run.run([source("хат.pdf")])
    assert isinstance(told, Failure)
    assert told.reason is Reason.NOTHING_FOUND


def test_an_output_that_cannot_be_written_ends_the_run(tmp_path: Path) -> None:
    def full(*arguments: object) -> None:
        raise OutputError("disk full")

    run, _ = batch({"count_pages": two_pages, "read_page": full}, tmp_path)
    with pytest.raises(OutputError):
        list(run.run([source("хат.pdf")]))


def test_two_inputs_for_one_output_are_refused() -> None:
    first, twin = source("хат.pdf", "/a/хат.pdf"), source("хат.pdf", "/b/хат.pdf")
    kept, refused, again = refuse_twins([first, twin, first])
    assert (kept, again) == (first, first)
    assert isinstance(refused, Failure)
    assert "/a/хат.pdf" in refused.message


def test_exit_codes_follow_the_totals() -> None:
    failure = Failure("a.pdf", Stage.OPEN, Reason.BROKEN, "broken")
    assert exit_code(total([summary("a")], [])) == 0
    assert exit_code(total([summary("a")], [failure])) == 4
    assert exit_code(total([summary("a", (failure,))], [])) == 4
    assert exit_code(total([], [failure])) == 5
    assert exit_code(total([], [])) == 5


def _sleep(seconds: float) -> None:
    __import__("time").sleep(seconds)


def _die() -> None:
    __import__("os")._exit(9)


def _answer(word: str) -> str:
    return word


def test_workers_outlive_tasks_that_hang_and_die() -> None:
    with workers.Workers(1) as pool:
        hang, die, good = pool.submit(0.5, _sleep, 60), pool.submit(30, _die), pool.submit(30, _answer, "ән")
        lost = workers.outcome(hang), workers.outcome(die)
        assert [one.reason for one in lost] == [Reason.TIMEOUT, Reason.CRASHED]
        assert workers.outcome(good) == "ән"
