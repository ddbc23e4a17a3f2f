from __future__ import annotations

import pytest

from document import Anchor, Block, Box, Method
from models.lexicon.headings import load_headings
from pipelines.sections.splitting import cut_free

WIDTH = 60  # characters of a full line; a character is a point wide


def _typed(lines: list[str]) -> Block:
    """A block whose words stand where a typewriter puts them."""
    anchors = []
    start = 0
    for row, line in enumerate(lines):
        column = 0
        for word in line.split():
            column = line.index(word, column)
            box = Box(column, 12 * row, column + len(word), 12 * row + 10)
            anchors.append(Anchor(start + column, start + column + len(word), box))
            column += len(word)
        start += len(line) + 1
    return Block(page=1, text=" ".join(lines), method=Method.OCR, anchors=tuple(anchors), lines=len(lines))


TEXT = ["1931 жылы ауылдағы жағдай қиындай түсті, сондықтан халықтың", "көпшілігі көшіп кетті, ал қалғаны"]


@pytest.mark.parametrize(
    ("lines", "heading"),
    [
        (["2.1 Көші-қонның басталуы", *TEXT], "2.1 Көші-қонның басталуы"),
        (["§ 3. Ауыл", *TEXT], "§ 3. Ауыл"),
        (["2.1. Көшкен ауылдарға азық-түлік берілсін.", *TEXT], None),
        (["2.1 Көші-қонның басталуы туралы сөз қозғағанда біз мұндағы", *TEXT], None),
        (["5. Көші-қонның басталуы", *TEXT], None),
    ],
)
def test_numbered_line_above_its_text(lines: list[str], heading: str | None) -> None:
    """A line that ends where the next word had found room is a heading, when a number of parts opens it."""
    parts = [block.text for block in cut_free([_typed(lines)], load_headings())]
    assert parts == ([heading, " ".join(TEXT)] if heading else [" ".join(lines)])


def test_section_of_a_chapter_is_a_heading_to_the_end_of_a_line() -> None:
    """Where chapter 2 stands by itself, its 2.1 is a heading even when its line is full."""
    chapter = _typed(["2 КӨШІ-ҚОН ЖӘНЕ БИЛІК"])
    merged = _typed(
        ["2.1 Көші-қонның басталуы мен оның ауылдарға тигізген әсері", *TEXT, "өз жерінде қалып, егін салды."]
    )
    parts = [block.text for block in cut_free([chapter, merged], load_headings())]
    assert parts[:2] == [chapter.text, "2.1 Көші-қонның басталуы мен оның ауылдарға тигізген әсері"]
    assert [block.text for block in cut_free([merged], load_headings())] == [merged.text]


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        (["Қорытынды", *TEXT], ["Қорытынды", " ".join(TEXT)]),
        ([*TEXT[:1], "көшіп кетті.", "Әдебиеттер"], [f"{TEXT[0]} көшіп кетті.", "Әдебиеттер"]),
        (["СПИСОК ЛИТЕРАТУРЫ", "ЦГА РК. Ф. 30. Оп. 2."], ["СПИСОК ЛИТЕРАТУРЫ", "ЦГА РК. Ф. 30. Оп. 2."]),
        (["ВВЕДЕНИЕ В ИСТОРИЮ СТЕПИ", "И ЕЁ НАРОДОВ"], ["ВВЕДЕНИЕ В ИСТОРИЮ СТЕПИ И ЕЁ НАРОДОВ"]),
        (["Қорытынды", "ретінде мынаны айтамыз: халық көшті."], ["Қорытынды ретінде мынаны айтамыз: халық көшті."]),
    ],
)
def test_known_heading_alone_on_a_line(lines: list[str], parts: list[str]) -> None:
    """A known heading on a printed line of its own is cut out of its block."""
    assert [block.text for block in cut_free([_typed(lines)], load_headings())] == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("НКВД КАЗАХСКОЙ ССР ПРИКАЗ № 17", ["НКВД КАЗАХСКОЙ ССР", "ПРИКАЗ № 17"]),
        ("Түйін сөздер: хат, отбасы Аннотация", ["Түйін сөздер: хат, отбасы", "Аннотация"]),
        ("ҚЫСҚАРТУЛАР\nАҚШ Америка Құрама Штаттары", ["ҚЫСҚАРТУЛАР", "АҚШ Америка Құрама Штаттары"]),
        ("По ПРИКАЗУ № 17 он был уволен", ["По ПРИКАЗУ № 17 он был уволен"]),
    ],
)
def test_other_headings_inside_a_block(text: str, parts: list[str]) -> None:
    """Letterheads, keywords and first lines of lists let go of what layout joined to them."""
    block = Block(page=1, text=text, method=Method.OCR)
    assert [part.text for part in cut_free([block], load_headings())] == parts
