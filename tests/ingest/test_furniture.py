"""Headers, footers and page numbers are told across the pages of a file; sentences run over page ends."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest

from document import Anchor, Block, BlockRole, Box, Half, Method, Page
from ingest.frame import to_displayed
from ingest.furniture import mark_furniture

BODY = "Мұрағаттың ескі қоймасында сақталған құжаттардың тізімі осы жылы толық жасалып бітті, оны екі адам тексерді."


def page(number: int, *lines: str, body: Sequence[str] = (BODY,)) -> Page:
    """A page with one block a line: `top: …` at the upper edge, `foot: …` at the lower; body text between."""
    blocks = []
    tops = [line.removeprefix("top: ") for line in lines if line.startswith("top: ")]
    feet = [line.removeprefix("foot: ") for line in lines if line.startswith("foot: ")]
    for place, text in enumerate(tops):
        blocks.append(block(number, text, 40.0 + 14 * place))
    for place, text in enumerate(body):
        blocks.append(block(number, text, 150.0 + 60 * place, lines=1 + len(text) // 60))
    for place, text in enumerate(feet):
        blocks.append(block(number, text, 800.0 - 14 * (len(feet) - 1 - place)))
    return Page(number, 595.0, 842.0, Method.TEXT, "by hand", blocks=tuple(blocks))


def block(number: int, text: str, top: float, lines: int = 1) -> Block:
    """A block whose words stand where they are typed, five points a letter; three spaces and more make a gap."""
    anchors, start, x = [], 0, 72.0
    for piece in text.split(" "):
        if piece:
            anchors.append(Anchor(start, start + len(piece), Box(x, top, x + 5 * len(piece), top + 10)))
            start += len(piece) + 1
        x += 5 * (len(piece) + 1)
    settled = " ".join(text.split())
    box = Box(72.0, top, max(anchor.box.x1 for anchor in anchors), top + 12.0 * lines)
    return Block(number, settled, Method.TEXT, box, tuple(anchors), size=10.0, lines=lines)


def furniture(pages: Sequence[Page]) -> list[str]:
    return [
        f"{block.page}: {block.text}"
        for page in mark_furniture(pages)
        for block in page.blocks
        if block.role is BlockRole.FURNITURE
    ]


@pytest.mark.parametrize(
    "text", ["12", "- 12 -", "— 7 —", "стр. 5", "12-бет", "Л. 45", "л. 45 об.", "iv", "5.", "* 3 *"]
)
def test_page_numbers_of_one_page(text: str) -> None:
    assert furniture([page(1, f"foot: {text}")]) == [f"1: {text}"]


@pytest.mark.parametrize("text", ["1937", "Алматы 2020", "С. Тестов", "5 дел", "Конец", "г. Верный"])
def test_no_page_numbers(text: str) -> None:
    assert furniture([page(1, f"foot: {text}")]) == []


def test_years_count_as_page_numbers_only_where_they_count_pages() -> None:
    assert furniture([page(number, f"foot: {1930 + number}") for number in (1, 2, 3)]) == [
        "1: 1931",
        "2: 1932",
        "3: 1933",
    ]
    assert furniture([page(number, "foot: 1937") for number in (1,)]) == []


def test_headers_that_repeat_on_left_and_right_pages() -> None:
    pages = [page(n, "top: Ә. Қойшыбаев" if n % 2 else "top: Жетісу мұрағаттары", f"foot: {n}") for n in range(1, 9)]
    assert len(furniture(pages)) == 16


def test_headers_with_the_page_number_in_them_and_a_misreading() -> None:
    pages = [page(n, f"top: Жетісу {'мұрагаты' if n == 3 else 'мұрағаты'} {n + 100}") for n in range(1, 6)]
    assert len(furniture(pages)) == 5


def test_a_stamp_of_secrecy_that_repeats() -> None:
    assert len(furniture([page(n, "top: СЕКРЕТНО") for n in range(1, 5)])) == 4


def test_a_running_title_with_its_number_far_aside() -> None:
    assert furniture([page(1, "top: Е. Тестов                       29")]) == ["1: Е. Тестов 29"]


def test_titles_of_papers_are_no_furniture_though_they_repeat() -> None:
    assert furniture([page(n, "top: ПРОТОКОЛ ДОПРОСА") for n in range(1, 6)]) == []
    assert furniture([page(n, f"top: ПРОТОКОЛ № {n * 7}") for n in range(1, 6)]) == []
    assert furniture([page(n, f"top: ПРОТОКОЛ № {n + 2}") for n in range(1, 6)]) == []
    assert furniture([page(n, "top: ХАТТАМА") for n in range(1, 6)]) == []


def test_references_at_the_foot_are_no_furniture_though_they_are_alike() -> None:
    pages = [page(n, f"foot: {n} ГАРФ. Ф. Р-94{n * 7}. Оп. 1. Д. {n * 31}. Л. 2{n}") for n in range(1, 6)]
    assert furniture(pages) == []


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_page_numbers_of_pages_that_lie_on_a_side(rotation: int) -> None:
    upright = page(1, "foot: - 5 -")
    turned = [
        msgspec.structs.replace(block, box=to_displayed(block.box, 842.0, 595.0, rotation, 0.0))
        if block.box and rotation in {90, 270}
        else msgspec.structs.replace(block, box=to_displayed(block.box, 595.0, 842.0, rotation, 0.0))
        for block in upright.blocks
        if block.box
    ]
    sides = (842.0, 595.0) if rotation in {90, 270} else (595.0, 842.0)
    lying = Page(1, *sides, Method.OCR, "by hand", rotation=rotation, blocks=tuple(turned))
    assert furniture([lying]) == ["1: - 5 -"]


def test_body_text_is_no_furniture_though_it_repeats() -> None:
    assert furniture([page(n) for n in range(1, 6)]) == []


@pytest.mark.parametrize(
    ("above", "below", "continues"),
    [
        ("Ол қаладан кетіп, содан кейін", "ешқашан оралмады.", True),
        ("Осымен іс аяқталды.", "Келесі жылы жаңа іс ашылды.", False),
        ("Делом занимался следователь А. Р.", "Тестов из уездного управления.", True),
        ("Список подписали секретарь,", "Иванов и другие.", True),
        ("Осымен іс аяқталды.", "сол жылы.", True),
        ("Сол жылы", "1) бірінші тармақ", False),
    ],
)
def test_sentences_run_over_page_ends(above: str, below: str, continues: bool) -> None:
    pages = list(mark_furniture([page(1, "foot: 1", body=[above]), page(2, "foot: 2", body=[below])]))
    assert pages[1].blocks[0].continues is continues
    assert not pages[0].blocks[0].continues


def test_a_page_that_was_not_read_breaks_the_sentence() -> None:
    pages = list(mark_furniture([page(1, body=["Ол қаладан кетіп,"]), page(7, body=["ешқашан оралмады."])]))
    assert not pages[1].blocks[0].continues


def test_pages_without_blocks_pass() -> None:
    empty = Page(1, 0.0, 0.0, Method.FAILED, "failed")
    assert list(mark_furniture([empty])) == [empty]


def spread(number: int, left: Page, right: Page) -> Page:
    """Two pages on one image."""
    halves = (Half(Box(0, 0, 595, 842)), Half(Box(595, 0, 1190, 842)))
    moved = []
    for each in right.blocks:
        box = each.box or Box(0, 0, 0, 0)
        moved.append(msgspec.structs.replace(each, box=Box(box.x0 + 595, box.y0, box.x1 + 595, box.y1)))
    blocks = tuple(msgspec.structs.replace(each, page=number) for each in (*left.blocks, *moved))
    return Page(number, 1190.0, 842.0, Method.OCR, "by hand", halves=halves, blocks=blocks)


def test_facing_pages_have_each_their_numbers_and_headers() -> None:
    head, foot = "Ұлытау ауданы. Істер тізімі", "Құпия сақталсын"
    pages = [
        spread(
            number,
            page(number, f"top: {head}", f"top: {1936 + 2 * number}", f"foot: {foot}"),
            page(number, f"top: {head}", f"top: {1937 + 2 * number}", f"foot: {foot}"),
        )
        for number in (1, 2, 3)
    ]
    found = furniture(pages)
    assert len(found) == 18
    assert "2: 1941" in found  # leaves count on by two an image: no year


def test_facing_pages_alone_agree_with_one_another() -> None:
    left, right = page(1, "top: Ұлытау ауданы. Істер тізімі"), page(1, "top: Ұлытау ауданы. Істер тізімі")
    assert furniture([spread(1, left, right)]) == ["1: Ұлытау ауданы. Істер тізімі"] * 2
