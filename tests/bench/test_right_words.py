"""Words held against the true text: which are right."""

from __future__ import annotations

import pytest

from bench.reliability import Claim, binned, claims_of, worst
from bench.right_words import judge, normalised
from document import Anchor, Block, Box, Method, Page


def block(text: str) -> Block:
    """A block whose words are anchored; `/` parts a word broken at a line's end."""
    anchors, shown = [], ""
    for word in text.split(" "):
        for part in word.split("/"):
            anchors.append(Anchor(len(shown), len(shown) + len(part), Box(0, 0, 1, 1), 0.8))
            shown += part
        shown += " "
    return Block(1, shown.rstrip(), Method.OCR, anchors=tuple(anchors))


def marked(blocks: list[Block], truth: str) -> str:
    """The words judged, `*` before a wrong one."""
    shown = []
    for each in judge(blocks, truth):
        anchor = blocks[each.block].anchors[each.anchor]
        shown.append(("" if each.right else "*") + blocks[each.block].text[anchor.start : anchor.end])
    return " ".join(shown)


@pytest.mark.parametrize(
    ("read", "truth", "judged"),
    [
        ("Әбдіраман келді", "Әбдіраман келді", "Әбдіраман келді"),
        ("Әбдіраиан келді", "Әбдіраман келді", "*Әбдіраиан келді"),
        ("тергеуші | келді", "тергеуші келді", "тергеуші *| келді"),
        ("всёэто было", "всё это было", "*всёэто было"),
        ("все го было", "всего было", "*все *го было"),
        ("засе/дание тройки", "засе-\nдание тройки", "засе дание тройки"),
        ("дело № 58-10.", "дело № 58–10.", "дело № 58-10."),
        ("ХІХ съезд «Заря»", 'XIX съезд "Заря"', "ХІХ съезд «Заря»"),
        ("келді ма", "келді", "келді *ма"),
    ],
)
def test_words_are_judged_at_their_place(read: str, truth: str, judged: str) -> None:
    assert marked([block(read)], truth) == judged


def test_a_block_out_of_order_is_found() -> None:
    left, right = "СЛУШАЛИ: дело по обвинению Сүгірова", "ПОСТАНОВИЛИ: дело сдать в архив, считать законченным"
    assert "*" not in marked([block(right), block(left)], f"{left}\n{right}")


def test_folding_leaves_words_alone() -> None:
    assert normalised("ІІІ тоқсан, Іс Х. Өтепов") == "III тоқсан, Іс X. Өтепов"


def test_a_page_claims_the_share_of_its_characters() -> None:
    page = Page(1, 9, 9, Method.OCR, "", blocks=(block("жақсы жаман"),))
    claims = claims_of(page, "жақсы жамен")
    assert [claim.right for claim in claims.words] == [1.0, 0.0]
    assert [claim.right for claim in claims.pages] == [0.5]


def test_bins_show_how_far_claims_are_off() -> None:
    claims = [Claim(0.85, right, 1) for right in (1.0, 1.0, 1.0, 0.0)] + [Claim(0.1, 0.0, 1)]
    assert [(round(each.said, 2), each.right, each.count) for each in binned(claims)] == [(0.1, 0, 1), (0.85, 0.75, 4)]
    assert worst(claims, 2) == pytest.approx(0.1)
