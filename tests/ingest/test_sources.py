from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from document import Failure, MediaType, Reason, Source
from ingest.sources import find_sources, media_type_of

PDF = b"%PDF-1.4\n"
PNG = b"\x89PNG\r\n\x1a\n rest"


def put(folder: Path, name: str, data: bytes = PDF) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def found(*inputs: Path) -> list[str]:
    return [outcome.name for outcome in find_sources(inputs) if isinstance(outcome, Source)]


def failures(*inputs: Path) -> list[Failure]:
    return [outcome for outcome in find_sources(inputs) if isinstance(outcome, Failure)]


@pytest.mark.parametrize(
    ("head", "suffix", "expected"),
    [
        (b"%PDF-1.7", ".pdf", MediaType.PDF),
        (b"%PDF-1.7", "", MediaType.PDF),
        (b"junk before %PDF-1.7", ".PDF", MediaType.PDF),
        (b"junk before %PDF-1.7", ".eml", None),
        (PNG, ".jpg", MediaType.PNG),
        (b"\xff\xd8\xff\xe0", ".jpeg", MediaType.JPEG),
        (b"II*\x00", ".tif", MediaType.TIFF),
        (b"MM\x00*", "", MediaType.TIFF),
        (b"II+\x00", ".tiff", MediaType.TIFF),
        ("Бұйрық".encode(), ".TXT", MediaType.TEXT),
        ("Бұйрық".encode(), ".md", None),
        (b"", ".pdf", None),
    ],
)
def test_media_type_is_told_by_content(head: bytes, suffix: str, expected: MediaType | None) -> None:
    assert media_type_of(head, suffix) is expected


def test_a_file_is_named_hashed_and_measured(tmp_path: Path) -> None:
    data = PDF + b"x" * 3_000_000
    path = put(tmp_path, "Іс № 1 қ.pdf", data)
    (source,) = find_sources([path])
    assert source == Source(
        str(path), "Іс № 1 қ.pdf", hashlib.sha256(data).hexdigest(), len(data), MediaType.PDF, path.stat().st_mtime_ns
    )


def test_folders_are_searched_in_an_order_that_does_not_change(tmp_path: Path) -> None:
    for name in ["б/2.pdf", "а.pdf", "б/1.png", "қ/ғ/ө.txt", "а/я.tif"]:
        put(tmp_path, name, {"png": PNG, "txt": "ескі".encode(), "tif": b"II*\x00"}.get(name[-3:], PDF))
    assert found(tmp_path) == ["а.pdf", "а/я.tif", "б/1.png", "б/2.pdf", "қ/ғ/ө.txt"]
    assert found(tmp_path / "б", tmp_path / "а.pdf") == ["1.png", "2.pdf", "а.pdf"]


def test_names_of_two_hundred_characters_with_spaces(tmp_path: Path) -> None:
    name = "Өлкетану мұрағаты " + "k" * 178 + ".pdf"
    assert len(name) == 200
    put(tmp_path, name)
    assert found(tmp_path) == [name]


def test_composed_and_decomposed_names_sort_alike(tmp_path: Path) -> None:
    composed, decomposed = "\u0439а.pdf", "\u0438\u0306б.pdf"
    put(tmp_path, decomposed)
    put(tmp_path, composed)
    assert found(tmp_path) == [composed, decomposed]


def test_a_file_without_suffix_counts_by_its_first_bytes_and_others_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "скан")
    put(tmp_path, "письмо.doc", b"\xd0\xcf\x11\xe0")
    put(tmp_path, ".скрытый.pdf")
    put(tmp_path, ".muragat/1.txt", b"kept page")
    assert found(tmp_path) == ["скан"]
    assert failures(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "data", "reason", "told"),
    [
        ("бос.pdf", b"", Reason.EMPTY, "is empty"),
        ("бос.txt", b"", Reason.EMPTY, "is empty"),
        ("жалған.pdf", b"not a pdf", Reason.UNSUPPORTED, "application/pdf"),
        ("старый.txt", "приказ".encode("cp1251"), Reason.UNSUPPORTED, "iconv"),
        ("широкий.txt", "приказ".encode("utf-16"), Reason.UNSUPPORTED, "iconv"),
        ("двоичный.txt", b"abc\0def", Reason.UNSUPPORTED, "iconv"),
        ("обрыв.txt", "приказ".encode()[:-1], Reason.UNSUPPORTED, "iconv"),
    ],
)
def test_files_with_our_suffix_that_cannot_be_read_are_failures(
    tmp_path: Path, name: str, data: bytes, reason: Reason, told: str
) -> None:
    path = put(tmp_path, name, data)
    for given in (path, tmp_path):
        (failure,) = failures(given)
        assert (failure.path, failure.reason) == (name, reason)
        assert told in failure.message


def test_text_may_begin_with_a_byte_order_mark_and_break_letters_between_chunks(tmp_path: Path) -> None:
    put(tmp_path, "а.txt", b"\xef\xbb\xbf" + "қаулы".encode())
    put(tmp_path, "б.txt", b"x" + "ө".encode() * 1_000_000)
    assert found(tmp_path) == ["а.txt", "б.txt"]


def test_what_was_asked_for_and_is_not_there_or_not_ours(tmp_path: Path) -> None:
    document = put(tmp_path, "письмо.doc", b"\xd0\xcf\x11\xe0")
    pipe = tmp_path / "труба.pdf"
    os.mkfifo(pipe)
    empty = tmp_path / "пусто"
    empty.mkdir()
    outcomes = failures(tmp_path / "нет.pdf", document, pipe, empty)
    assert [failure.reason for failure in outcomes] == [
        Reason.MISSING,
        Reason.UNSUPPORTED,
        Reason.UNSUPPORTED,
        Reason.NOTHING_FOUND,
    ]
    assert all("PDF, TIFF" in failure.message or "check the path" in failure.message for failure in outcomes)


def test_links_that_run_in_circles_do_not_hang(tmp_path: Path) -> None:
    put(tmp_path, "дело/1.pdf")
    (tmp_path / "дело" / "снова").symlink_to(tmp_path)
    (tmp_path / "дело" / "копия.pdf").symlink_to(tmp_path / "дело" / "1.pdf")
    (tmp_path / "сам.pdf").symlink_to(tmp_path / "сам.pdf")
    assert found(tmp_path) == ["дело/1.pdf", "дело/копия.pdf"]
    (failure,) = failures(tmp_path)
    assert (failure.path, failure.reason) == ("сам.pdf", Reason.UNREADABLE)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_a_failure(tmp_path: Path) -> None:
    put(tmp_path, "можно.pdf")
    put(tmp_path, "құпия.pdf").chmod(0)
    (tmp_path / "жабық").mkdir(mode=0)
    assert [failure.path for failure in failures(tmp_path)] == ["жабық", "құпия.pdf"]
    assert found(tmp_path) == ["можно.pdf"]


def test_bytes_in_names_that_are_no_text_are_shown_as_such(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xef\xf0\xe8\xea\xe0\xe7.pdf"))
    path.write_bytes(PDF)
    (source,) = find_sources([tmp_path])
    assert isinstance(source, Source)
    assert source.name.encode().decode() == source.name
    assert Path(source.path).read_bytes() == PDF
