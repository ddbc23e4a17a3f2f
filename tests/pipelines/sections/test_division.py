from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from document import Anchor, Block, BlockRole, Box, Language, Method, Page, SectionRole
from models.lexicon.headings import load_headings
from pipelines.sections import divide
from pipelines.sections.splitting import cut_free

LINES = (
    "КІРІСПЕ",
    "1.1 Кеңес өкіметінің саясаты",
    "СЛУШАЛИ: дело. ПОСТАНОВИЛИ: сдать.",
    "Abstract. The paper is about exile.",
    "Қорғаныс істері жөнінде. Түйін сөздер: өлке, жер",
    "Сов. секретно",
    "ПРИКАЗ № 5",
    "Начальник отдела (Лугов)",
    "МАЗМҰНЫ",
    "КІРІСПЕ ........ 4",
    "Ғ.Ә. Өтегенов",
    "Әдебиеттер",
    "1. Сейітов Қ. Ел тарихы. – Алматы, 2001.",
    "§ 2",
    "қ",
    "Осы жылдары өлкеде жүргізілген шаралар туралы құжаттар мұрағат қорларында сақталып қалған еді. " * 2,
)

block_values = st.builds(
    lambda text, page, role, language, look, continues: Block(
        page=page,
        text=text,
        method=Method.TEXT,
        box=Box(0, 0, 10, 10),
        anchors=_anchors(text),
        role=role,
        language=language,
        size=12.0 + 4 * look[0],
        bold=look[1],
        centred=look[2],
        continues=continues,
    ),
    text=st.one_of(st.sampled_from(LINES), st.text("ҚқЫы .:1§№-\nAa", min_size=1, max_size=40).filter(str.strip)),
    page=st.just(1),
    role=st.sampled_from(BlockRole),
    language=st.sampled_from(Language),
    look=st.tuples(st.booleans(), st.booleans(), st.booleans()),
    continues=st.booleans(),
)


def _anchors(text: str) -> tuple[Anchor, ...]:
    """One anchor a word, as wide as it has letters."""
    anchors = []
    start = 0
    for word in text.split():
        start = text.index(word, start)
        anchors.append(Anchor(start, start + len(word), Box(start, 0, start + len(word), 10)))
        start += len(word)
    return tuple(anchors)


@given(st.lists(st.lists(block_values, max_size=8), max_size=4))
def test_every_block_lands_in_exactly_one_section(pages: list[list[Block]]) -> None:
    """No letter is lost, doubled or moved; offsets give back each block; furniture stands last."""
    read = [
        Page(number, 595, 842, Method.TEXT, "made up", blocks=tuple(blocks)) for number, blocks in enumerate(pages, 1)
    ]
    sections = list(divide(read))
    every = [block for blocks in pages for block in blocks]
    running = [block for block in every if block.role is not BlockRole.FURNITURE]
    furniture = [block for block in every if block.role is BlockRole.FURNITURE]
    kept = [block for section in sections if section.role is not SectionRole.FURNITURE for block in section.blocks]
    assert sorted(_letters(kept)) == sorted(_letters(running))
    in_text = [block for block in running if block.role is not BlockRole.NOTE]
    assert _letters(block for block in kept if block.role is not BlockRole.NOTE) == _letters(in_text)
    if furniture:
        assert sections[-1].blocks == tuple(furniture)
        assert (sections[-1].level, sections[-1].path) == (0, ())
    for section in sections:
        assert section.blocks
        assert len(section.starts) == len(section.blocks)
        for block, start in zip(section.blocks, section.starts, strict=True):
            assert section.text[start : start + len(block.text)] == block.text
        ends = [start + len(block.text) for block, start in zip(section.blocks, section.starts, strict=True)]
        for place, second in enumerate(section.blocks[1:], start=1):
            gap = section.text[ends[place - 1] : section.starts[place]]
            assert gap == (" " if second.continues else "\n")
        if section.title:
            assert section.path[-1] == section.title
            assert section.blocks[0].role is BlockRole.HEADING


@given(block_values)
def test_anchors_keep_their_words_when_a_block_is_cut(block: Block) -> None:
    """Each anchor of each part names the same letters, at the same place on the page, as before."""
    words = {(anchor.box, block.text[anchor.start : anchor.end]) for anchor in block.anchors}
    for part in cut_free([block], load_headings()):
        for anchor in part.anchors:
            word = part.text[anchor.start : anchor.end]
            assert any(box == anchor.box and word in whole for box, whole in words)


def test_no_pages_give_no_sections() -> None:
    """Nothing in, nothing out."""
    assert list(divide([])) == []


def test_path_language_and_joined_text(written: Callable[[str], Any]) -> None:
    """A path names the sections around; a sentence that goes on is joined by a space."""
    pages = written("| *> 1 ҚАЛАНЫҢ ТАРИХЫ\n| * 1.1 Негізі қаланған жылдар\n| ...kk\n| ===\n| ...ru").pages
    section = list(divide(pages))[1]
    assert section.path == ("1 ҚАЛАНЫҢ ТАРИХЫ", "1.1 Негізі қаланған жылдар")
    assert section.language is Language.KK
    assert section.text.startswith("1.1 Негізі қаланған жылдар\nОсы жылдары")


def _letters(blocks: Iterable[Block]) -> str:
    return "".join("".join(block.text.split()) for block in blocks)


def test_notes_of_a_page_stand_after_their_section(written: Callable[[str], Any]) -> None:
    """A sentence that runs past footnotes is whole again; they follow in a section of their own."""
    pages = written(
        "| КІРІСПЕ\n| Мұрағатта сақталған істердің\n| 1 Сонда. 5-п.\n| ===\n| көпшілігі жарияланбаған."
    ).pages
    first, note = pages[0].blocks[1:]
    marked = (
        pages[0].blocks[0],
        msgspec.structs.replace(first, lines=4),
        msgspec.structs.replace(note, role=BlockRole.NOTE),
    )
    sections = list(divide([msgspec.structs.replace(pages[0], blocks=marked), pages[1]]))
    assert [(section.role, section.level, section.text) for section in sections] == [
        ("introduction", 1, "КІРІСПЕ\nМұрағатта сақталған істердің көпшілігі жарияланбаған."),
        ("notes", 2, "1 Сонда. 5-п."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ЖЕР СУ " * 10_000 + "!",
        "сөз: " * 20_000,
        ", ".join(["Ғ.Ә. Өтегенов"] * 14) + " !х",
        "А" * 20_000 + "!",
        "А " * 20_000,
        "1.1 " * 20_000,
    ],
    ids=["capitals", "colons", "authors", "one word", "spaced out", "numbers"],
)
@pytest.mark.timeout(10)
def test_odd_text_takes_no_odd_time(text: str) -> None:
    """What OCR makes of noise must not stop a run."""
    block = Block(page=1, text=text, method=Method.OCR)
    sections = list(divide([Page(1, 595, 842, Method.OCR, "noise", blocks=(block,))]))
    assert [section.text for section in sections] == [text]
