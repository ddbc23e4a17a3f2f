from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from document import Method, Page, Source
from errors import SourceError
from ingest.plain import paragraphs, read_plain
from ingest.sources import find_sources

LONG = "Ауылдық кеңестің төрағасы жиналыс өткізіп, мүшелердің бәрін шақырды және"


def parted(text: str) -> list[str]:
    return [" ".join(line.text for line in lines) for lines in paragraphs(text)]


# `/` is a line break, `|` parts the paragraphs expected.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        (" / /", ""),
        ("бір", "бір"),
        ("Бір екі.//Үш төрт.", "Бір екі.|Үш төрт."),
        ("Бір екі./ / /Үш төрт.", "Бір екі.|Үш төрт."),
        # No blank lines and no line that goes on in small letters: a paragraph on each line.
        (
            "Бұйрық № 5/Алматы қаласы/Бірінші тармақ./Екінші тармақ.",
            "Бұйрық № 5|Алматы қаласы|Бірінші тармақ.|Екінші тармақ.",
        ),
        # Wrapped at a width: short lines end paragraphs.
        (f"{LONG}/өз сөзін айтты./{LONG}/тарасты.", f"{LONG} өз сөзін айтты.|{LONG} тарасты."),
        (f"КІРІСПЕ/{LONG}/өз сөзін айтты.", f"КІРІСПЕ|{LONG} өз сөзін айтты."),
        # Most lines after a blank one, and some wrapped: the blank lines part paragraphs all the same.
        (f"{LONG}/ал {LONG}//{LONG}//Екінші.", f"{LONG} ал {LONG}|{LONG}|Екінші."),
        # Blank lines between all lines part nothing, two of them do.
        (f"{LONG}//{LONG}//Сарбасұлы {LONG}//тарасты.", f"{LONG} {LONG} Сарбасұлы {LONG} тарасты."),
        (
            f"{LONG}//{LONG}//өз сөзін айтты.////Үкім//{LONG}//шықты.",
            f"{LONG} {LONG} өз сөзін айтты.|Үкім|{LONG} шықты.",
        ),
    ],
)
def test_paragraphs(text: str, expected: str) -> None:
    assert parted(text.replace("/", "\n")) == [part for part in expected.split("|") if part]


@given(st.text(st.sampled_from("аәб. \n\t\fА1"), max_size=80))
def test_no_word_is_lost_and_none_moves(text: str) -> None:
    assert " ".join(parted(text)).split() == text.split()


def read(tmp_path: Path, data: bytes) -> Page:
    path = tmp_path / "жазба.txt"
    path.write_bytes(data)
    (source,) = find_sources([path])
    assert isinstance(source, Source)
    return read_plain(source)


def test_a_file_is_one_page_without_size_or_boxes(tmp_path: Path) -> None:
    page = read(tmp_path, b"\xef\xbb\xbf" + "Хаттама № 7\r\n\r\nТыңдалды: Сарбасұлы туралы.\r\n".encode())
    assert (page.number, page.width, page.height, page.method) == (1, 0.0, 0.0, Method.TEXT)
    assert [block.text for block in page.blocks] == ["Хаттама № 7", "Тыңдалды: Сарбасұлы туралы."]
    assert all(block.box is None and block.anchors == () and block.page == 1 for block in page.blocks)


def test_text_is_settled(tmp_path: Path) -> None:
    page = read(
        tmp_path,
        "Қазақстандағы жина\u00adлыс\u00a0болды; И\u0306од, жиналы-\nсқа келген қазақ шаруаларының iсi".encode(),
    )
    (block,) = page.blocks
    assert block.text == "Қазақстандағы жиналыс болды; Йод, жиналысқа келген қазақ шаруаларының ісі"
    assert block.lines == 2


def test_a_file_of_spaces_is_blank(tmp_path: Path) -> None:
    page = read(tmp_path, b" \n\n \t")
    assert (page.method, page.blocks) == (Method.BLANK, ())


def test_a_file_that_changed_under_way_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "жазба.txt"
    path.write_text("бар", "utf-8")
    (source,) = find_sources([path])
    assert isinstance(source, Source)
    path.unlink()
    with pytest.raises(SourceError, match="can no longer be read"):
        read_plain(source)
