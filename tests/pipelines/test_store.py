"""What is kept on disk appears whole or not at all, and only what belongs together is found again."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from document import Block, Failure, MediaType, Method, Page, Reason, Source, Stage
from errors import OutputError
from pipelines.keys import Keys
from pipelines.store import FileSummary, Given, Store, Wanted, write_whole

GIVEN = Given(seconds=120.0, memory=1000, mpixels=128.0)


def source(name: str = "қор 17/іс 262.pdf", content: bytes = b"1") -> Source:
    return Source(f"/in/{name}", name, hashlib.sha256(content).hexdigest(), len(content), MediaType.PDF)


def page(number: int = 1) -> Page:
    block = Block(page=number, text="Мұрағат ісі", method=Method.TEXT)
    return Page(number, 595.0, 842.0, Method.TEXT, "text layer", blocks=(block,))


def summary(name: str) -> FileSummary:
    return FileSummary(name, "0" * 64, "done", f"{name}.jsonl", {Method.TEXT: 1}, {}, 0, {}, 0.0, ())


def store(out: Path, given: Given = GIVEN, *, pages: str = "p", files: str = "f", retry: bool = False) -> Store:
    return Store(str(out), Keys(pages, files), given, retry)


def failed(reason: Reason) -> Page:
    failure = Failure("іс.pdf", Stage.OCR, reason, "page 1 of іс.pdf …", 1)
    return Page(1, 0.0, 0.0, Method.FAILED, "failed", failure=failure)


def finish(kept: Store, outcome: FileSummary | None = None) -> None:
    kept.finish(source(), outcome or summary(source().name), kept.save_output(source(), []), Wanted(kept.given))


def test_a_kept_page_is_read_back_as_it_was(tmp_path: Path) -> None:
    store(tmp_path).save_page(source(), page(7))
    assert store(tmp_path).page_note(source(), 7)
    kept = store(tmp_path).load_page(source(), 7)
    assert kept is not None
    assert kept.page == page(7)


def test_what_tells_files_leaves_pages_alone(tmp_path: Path) -> None:
    store(tmp_path).save_page(source(), page())
    finish(store(tmp_path))
    assert store(tmp_path, files="other").page_note(source(), 1)
    assert store(tmp_path, files="other").finished(source()) is None
    assert not store(tmp_path, pages="other").page_note(source(), 1)


@pytest.mark.parametrize(
    ("given", "holds"),
    [
        (GIVEN, True),
        (Given(1.0, None, 128.0), True),  # time and memory change no page that was read
        (Given(120.0, 1000, 200.0), True),
        (Given(120.0, 1000, 40.0), True),  # it wanted 35
        (Given(120.0, 1000, 30.0), False),
    ],
)
def test_limits_undo_only_what_they_would_change(tmp_path: Path, given: Given, holds: bool) -> None:
    store(tmp_path).save_page(source(), msgspec.structs.replace(page(), mpixels=35.0))
    assert bool(store(tmp_path, given).page_note(source(), 1)) is holds


def test_a_page_painted_coarsely_for_a_limit_is_painted_again_without_it(tmp_path: Path) -> None:
    store(tmp_path).save_page(source(), msgspec.structs.replace(page(), mpixels=150.0))
    assert store(tmp_path).page_note(source(), 1)
    assert not store(tmp_path, Given(120.0, 1000, 160.0)).page_note(source(), 1)


@pytest.mark.parametrize(
    ("reason", "given", "again"),
    [
        (Reason.TIMEOUT, GIVEN, False),
        (Reason.TIMEOUT, Given(60.0, 1000, 128.0), False),
        (Reason.TIMEOUT, Given(121.0, 1000, 128.0), True),
        (Reason.OUT_OF_MEMORY, Given(121.0, 1000, 128.0), False),
        (Reason.OUT_OF_MEMORY, Given(120.0, 2000, 128.0), True),
        (Reason.OUT_OF_MEMORY, Given(120.0, None, 128.0), True),
        (Reason.TOO_LARGE, Given(120.0, 1000, 129.0), True),
        (Reason.TOO_LARGE, Given(120.0, 1000, 127.0), False),
        (Reason.CRASHED, Given(500.0, None, 500.0), False),
        (Reason.BROKEN, Given(500.0, None, 500.0), False),
        (Reason.MISSING, GIVEN, True),
        (Reason.CHANGED, GIVEN, True),
    ],
)
def test_failures_are_tried_again_when_that_could_help(
    tmp_path: Path, reason: Reason, given: Given, again: bool
) -> None:
    store(tmp_path).save_page(source(), failed(reason))
    assert bool(store(tmp_path, given).page_note(source(), 1)) is not again
    assert not store(tmp_path, given, retry=True).page_note(source(), 1)


def test_a_page_read_sparingly_is_read_again_with_more_time(tmp_path: Path) -> None:
    store(tmp_path).save_page(source(), page(), Reason.TIMEOUT)
    assert store(tmp_path).page_note(source(), 1)
    assert not store(tmp_path, Given(240.0, 1000, 128.0)).page_note(source(), 1)
    assert not store(tmp_path, retry=True).page_note(source(), 1)
    store(tmp_path).save_page(source(), page())
    assert store(tmp_path, retry=True).page_note(source(), 1)


def test_a_failure_belongs_to_the_name_a_page_to_the_contents(tmp_path: Path) -> None:
    store(tmp_path).save_page(source(), failed(Reason.BROKEN))
    store(tmp_path).save_page(source(), page(2))
    assert not store(tmp_path).page_note(source("басқа.pdf"), 1)
    assert store(tmp_path).page_note(source("басқа.pdf"), 2)


def test_a_file_given_up_is_remembered_unless_it_only_went_away(tmp_path: Path) -> None:
    broken = Failure("іс.pdf", Stage.OPEN, Reason.BROKEN, "broken")
    store(tmp_path).give_up(source(), broken)
    assert store(tmp_path).finished(source()) == broken
    assert store(tmp_path, retry=True).finished(source()) is None
    assert store(tmp_path).finished(source(content=b"2")) is None
    gone = source("кетті.pdf")
    store(tmp_path).give_up(gone, Failure("кетті.pdf", Stage.OPEN, Reason.MISSING, "gone"))
    assert store(tmp_path).finished(gone) is None


@pytest.mark.parametrize(
    "damage", [lambda b: b"", lambda b: b[:-5], lambda b: b[:90] + b"\0" + b[91:], lambda b: b"{}"]
)
def test_what_is_torn_is_not_there(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    kept = store(tmp_path)
    kept.save_page(source(), page())
    finish(kept)
    for path in (path for path in (tmp_path / ".muragat").rglob("*") if path.is_file()):
        path.write_bytes(damage(path.read_bytes()))
    assert not kept.page_note(source(), 1)
    assert kept.load_page(source(), 1) is None
    assert kept.finished(source()) is None


def test_an_output_that_was_tampered_with_is_made_again(tmp_path: Path) -> None:
    kept = store(tmp_path)
    finish(kept)
    assert kept.finished(source()) is not None
    kept.output_path(source()).write_bytes(b"{}")
    assert kept.finished(source()) is None


def test_starting_over_and_sweeping(tmp_path: Path) -> None:
    kept = store(tmp_path)
    kept.save_page(source(), page())
    finish(kept)
    (tmp_path / ".muragat" / ".unfinished-1").touch()
    (tmp_path / ".unfinished-2").touch()
    (tmp_path / ".unfinished-3").mkdir()
    (tmp_path / ".unfinished-3" / "pages.csv").touch()
    kept.sweep()
    assert not list(tmp_path.rglob(".unfinished-*"))
    kept.forget()
    assert not kept.page_note(source(), 1)
    assert kept.finished(source()) is None


def test_changed_contents_start_afresh(tmp_path: Path) -> None:
    store(tmp_path).save_page(source(), page())
    assert not store(tmp_path).page_note(source(content=b"2"), 1)


def test_a_finished_file_counts_only_while_its_output_is_there(tmp_path: Path) -> None:
    kept = store(tmp_path)
    finish(kept)
    assert kept.finished(source()) == summary(source().name)
    assert kept.finished(source(content=b"2")) is None
    kept.output_path(source()).unlink()
    assert kept.finished(source()) is None


def test_a_writer_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def parts() -> Iterator[bytes]:
        yield b"half"
        raise ValueError("no more")

    with pytest.raises(ValueError, match="no more"):
        write_whole(tmp_path / "out.jsonl", parts())
    assert list(tmp_path.iterdir()) == []


def test_an_output_that_cannot_be_written_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="choose another output folder"):
        write_whole(tmp_path / "file" / "out.jsonl", [b"1"])


@given(name=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/\0"), min_size=1, max_size=250))
def test_every_name_fits_a_file_system(name: str) -> None:
    written = Store("/out", Keys("", ""), GIVEN).output_path(source(name)).name
    assert len(written.encode()) <= 255 - len(".unfinished-")


def test_long_names_stay_different() -> None:
    first, second = (Store("/out", Keys("", ""), GIVEN).output_path(source("ұ" * 125 + ending)).name for ending in "әө")
    assert first != second


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left on device; make room"):
        write_whole(tmp_path / "шығыс.jsonl", [b"1"])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
def test_a_device_that_is_always_full_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def on_full_device(folder: Path) -> tuple[int, str]:
        return os.open("/dev/full", os.O_WRONLY), str(folder / "unfinished")

    monkeypatch.setattr("pipelines.store._unfinished", on_full_device)
    for parts in ([b"1"], [b"1" * 1_000_000]):
        with pytest.raises(OutputError, match="No space left"):
            write_whole(tmp_path / "шығыс.jsonl", parts, durable=False)


@pytest.mark.parametrize(("mask", "mode"), [(0o077, 0o600), (0o022, 0o644)])
def test_who_may_read_an_output_is_for_the_umask_to_say(tmp_path: Path, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        write_whole(tmp_path / "қор" / "хат.jsonl", [b"{}"])
    finally:
        os.umask(before)
    assert (tmp_path / "қор" / "хат.jsonl").stat().st_mode & 0o777 == mode
