"""Words of the records find their places on the pages that were kept."""

from __future__ import annotations

import msgspec

from document import Page
from pipelines.exports.placed import PlacedPage, place, upright
from pipelines.outputs import Output


def words(page: PlacedPage) -> list[str]:
    return [word.text for block in page.blocks for line in block.lines for word in line]


def test_every_word_of_the_text_has_its_place(output: Output, pages: tuple[Page, ...]) -> None:
    first, second = place(output, pages)
    assert words(first)[:6] == ["ХАТТАМА", "№", "5", "1937", "жылы", "Әлихан"]
    assert words(second) == ["Допрошена", "Гүлнәр", "Оспанқызы"]


def test_a_word_broken_at_the_end_of_a_line_is_two_parts_the_first_marked(
    output: Output, pages: tuple[Page, ...]
) -> None:
    first, _ = place(output, pages)
    parts = [
        word for block in first.blocks for line in block.lines for word in line if word.text in {"тұтқ", "ындалды."}
    ]
    assert [(part.text, part.hyphen) for part in parts] == [("тұтқ", True), ("ындалды.", False)]


def test_lines_end_where_the_next_word_stands_lower_or_further_left(output: Output, pages: tuple[Page, ...]) -> None:
    first, second = place(output, pages)
    assert [len(line) for line in first.blocks[1].lines] == [5, 7]
    assert [len(line) for line in second.blocks[0].lines] == [3], "the page stands on its head"


def test_words_carry_the_entities_they_belong_to(output: Output, pages: tuple[Page, ...]) -> None:
    first, second = place(output, pages)
    named = {
        word.text: mention.label.value
        for page in (first, second)
        for block in page.blocks
        for line in block.lines
        for word in line
        for mention in word.mentions
    }
    assert named["Сәрсенов"] == "PERSON"
    assert named["1125."] == "FONDS"
    assert named["Оспанқызы"] == "PERSON"
    assert "тұтқ" not in named


def test_words_of_a_changed_text_take_the_old_places(output: Output, pages: tuple[Page, ...]) -> None:
    (section,) = output.sections
    text = section.text.replace("Сәрсенов", "Сарсенбаев ")
    longer = len(text) - len(section.text)
    blocks = [
        msgspec.structs.replace(
            each,
            start=each.start + (longer if number > 1 else 0),
            end=each.end + (longer if number >= 1 else 0),
        )
        for number, each in enumerate(section.blocks)
    ]
    changed = msgspec.structs.replace(section, text=text, blocks=tuple(blocks), entities=())
    first, second = place(msgspec.structs.replace(output, sections=(changed,)), pages)
    assert "Сарсенбаев" in words(first)
    assert words(second) == ["Допрошена", "Гүлнәр", "Оспанқызы"]
    body = first.blocks[1]
    assert all(body.box.x0 <= word.box.x0 and word.box.y1 <= body.box.y1 + 0.1 for line in body.lines for word in line)


def test_a_word_is_as_sure_as_it_was_read(output: Output, pages: tuple[Page, ...]) -> None:
    heading, body = pages[0].blocks
    anchors = tuple(
        msgspec.structs.replace(anchor, confidence=0.31 if place == 1 else 0.98)
        for place, anchor in enumerate(heading.anchors)
    )
    read = msgspec.structs.replace(pages[0], blocks=(msgspec.structs.replace(heading, anchors=anchors), body))
    first, _ = place(output, (read, pages[1]))
    assert [word.confidence for word in first.blocks[0].lines[0]] == [0.98, 0.31, 0.98]


def test_a_page_that_was_not_kept_has_no_blocks(output: Output, pages: tuple[Page, ...]) -> None:
    first, second = place(output, pages[:1])
    assert first.blocks
    assert not second.blocks


def test_a_box_on_a_page_upside_down_is_turned_back(output: Output, pages: tuple[Page, ...]) -> None:
    _, second = place(output, pages)
    first, *_ = second.blocks[0].lines[0]
    box = upright(first.box, second.record)
    assert (round(box.x0), round(box.y0)) == (72, 300)
