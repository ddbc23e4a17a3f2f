"""Pages in little memory answer as the whole ones."""

from __future__ import annotations

import msgspec
import pytest

from document import Anchor, Block, Box, Method, Page
from errors import OutputError
from pipelines.spared import PAGES_AT_HAND, PlacesOnDisk


def page(number: int) -> Page:
    places = tuple(Anchor(at, at + 4, Box(at, number, at + 4.5, number + 9)) for at in (0, 6, 11))
    blocks = (Block(number, "ескі мұра тізім", Method.OCR, Box(0, 0, 9, 9), places), Block(number, "1", Method.OCR))
    return Page(number, 595.0, 842.0, Method.OCR, "image", blocks=blocks)


def test_places_are_the_same_and_come_from_disk_when_asked() -> None:
    asked: list[int] = []

    def load(number: int) -> Page:
        asked.append(number)
        return page(number)

    disk = PlacesOnDisk(load)
    spared = [disk.spare(page(number)) for number in range(1, 4)]
    assert asked == []
    for one, whole in zip(spared, map(page, range(1, 4)), strict=True):
        first, second = one.blocks
        assert (len(first.anchors), first.anchors[-1]) == (3, whole.blocks[0].anchors[-1])
        assert tuple(first.anchors) == whole.blocks[0].anchors
        assert tuple(first.anchors[1:]) == whole.blocks[0].anchors[1:]
        assert second == whole.blocks[1]
        assert msgspec.structs.replace(first, anchors=whole.blocks[0].anchors) == whole.blocks[0]
    assert asked == [1, 2, 3]


def test_few_pages_are_at_hand() -> None:
    asked: list[int] = []

    def load(number: int) -> Page:
        asked.append(number)
        return page(number)

    disk = PlacesOnDisk(load)
    first = disk.spare(page(1))
    for number in [*range(2, PAGES_AT_HAND + 2), 1]:
        tuple(disk.spare(page(number)).blocks[0].anchors)
    tuple(first.blocks[0].anchors)
    assert asked.count(1) == 1
    assert len(asked) == PAGES_AT_HAND + 1


def test_a_page_that_is_gone_meanwhile_is_said() -> None:
    one = PlacesOnDisk(lambda number: None).spare(page(7))
    with pytest.raises(OutputError, match="page 7"):
        len(tuple(one.blocks[0].anchors))
