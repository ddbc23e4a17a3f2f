"""What is kept on disk appears whole or not at all, and only what belongs together is found again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from document import Block, Language, MediaType, Method, Page, Settings, Source
from errors import OutputError
from pipelines.records import ProducerRecord
from pipelines.store import FileSummary, Store, write_whole

PRODUCER = ProducerRecord(muragat="0", tesseract="5.5.0", models={"names": "00"})


def source(name: str = "қор 17/іс 262.pdf", content: bytes = b"1") -> Source:
    return Source(f"/in/{name}", name, hashlib.sha256(content).hexdigest(), len(content), MediaType.PDF)


def page(number: int = 1) -> Page:
    block = Block(page=number, text="Мұрағат ісі", method=Method.TEXT)
    return Page(number, 595.0, 842.0, Method.TEXT, "text layer", blocks=(block,))


def summary(name: str) -> FileSummary:
    return FileSummary(name, "0" * 64, "done", f"{name}.jsonl", {Method.TEXT: 1}, {}, 0, {}, 0.0, ())


def store(out: Path, settings: Settings | None = None) -> Store:
    return Store.of(out, settings or Settings(), PRODUCER)


def test_a_kept_page_is_read_back_as_it_was(tmp_path: Path) -> None:
    store(tmp_path).save_page(source(), page(7))
    assert store(tmp_path).has_page(source(), 7)
    assert store(tmp_path).load_page(source(), 7) == page(7)


def test_another_choice_of_pages_keeps_pages_but_not_files(tmp_path: Path) -> None:
    store(tmp_path).save_page(source(), page())
    chosen = store(tmp_path, Settings(pages=((1, 1),)))
    assert chosen.has_page(source(), 1)
    assert chosen.key != store(tmp_path).key


@pytest.mark.parametrize("settings", [Settings(languages=(Language.RU,)), Settings(max_image_mpixels=1.0)])
def test_a_changed_setting_starts_afresh(tmp_path: Path, settings: Settings) -> None:
    store(tmp_path).save_page(source(), page())
    assert not store(tmp_path, settings).has_page(source(), 1)


def test_changed_contents_start_afresh(tmp_path: Path) -> None:
    store(tmp_path).save_page(source(), page())
    assert not store(tmp_path).has_page(source(content=b"2"), 1)


def test_a_finished_file_counts_only_while_its_output_is_there(tmp_path: Path) -> None:
    kept = store(tmp_path)
    kept.save_output(source(), [])
    kept.finish(source(), summary(source().name))
    assert kept.finished(source()) == summary(source().name)
    assert kept.finished(source(content=b"2")) is None
    kept.output_path(source()).unlink()
    assert kept.finished(source()) is None


def test_a_torn_mark_is_no_mark(tmp_path: Path) -> None:
    kept = store(tmp_path)
    kept.save_output(source(), [])
    kept.finish(source(), summary(source().name))
    for mark in (tmp_path / ".muragat" / "finished").iterdir():
        mark.write_bytes(mark.read_bytes()[:20])
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
    written = Store("/out", "", "").output_path(source(name)).name
    assert len(written.encode()) <= 255 - len(".unfinished-")


def test_long_names_stay_different() -> None:
    first, second = (Store("/out", "", "").output_path(source("ұ" * 125 + ending)).name for ending in "әө")
    assert first != second


def test_pages_are_stored_as_json(tmp_path: Path) -> None:
    store(tmp_path).save_page(source(), page())
    (path,) = (tmp_path / ".muragat" / "pages").rglob("*.json")
    assert msgspec.json.decode(path.read_bytes())["blocks"][0]["text"] == "Мұрағат ісі"
