"""The pages of a long file held in little memory: the places of their words stay on disk until they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import cast, overload

import msgspec

from document import Anchor, Page
from errors import OutputError

# Sections are told in the order of their pages, so few pages at a time are asked for their words' places.
PAGES_AT_HAND = 8

Places = Sequence[Sequence[Anchor]]  # of each block of a page


class PlacesOnDisk:
    """Where the words of each block stand, read again by page; `load` answers a page as it was kept."""

    def __init__(self, load: Callable[[int], Page | None]) -> None:
        self._load = load
        self.places = lru_cache(maxsize=PAGES_AT_HAND)(self._places)

    def spare(self, page: Page) -> Page:
        """The page whose blocks look up the places of their words when asked."""
        blocks = (
            msgspec.structs.replace(
                block,
                # A tuple in all that is asked of it here; only what is written to JSON has to be one.
                anchors=cast("tuple[Anchor, ...]", _Anchors(self, page.number, place, len(block.anchors))),
            )
            if block.anchors
            else block
            for place, block in enumerate(page.blocks)
        )
        return msgspec.structs.replace(page, words=(), blocks=tuple(blocks))

    def _places(self, number: int) -> Places:
        page = self._load(number)
        if page is None:
            raise OutputError(f"what was kept of page {number} is gone: run again, and leave the folder .muragat alone")
        return [block.anchors for block in page.blocks]


class _Anchors(Sequence[Anchor]):
    """The places of the words of one block."""

    __slots__ = ("_count", "_disk", "_number", "_place")

    def __init__(self, disk: PlacesOnDisk, number: int, place: int, count: int) -> None:
        self._disk, self._number, self._place, self._count = disk, number, place, count

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Anchor]:
        return iter(self._all())

    @overload
    def __getitem__(self, place: int) -> Anchor: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Anchor]: ...
    def __getitem__(self, place: int | slice) -> Anchor | Sequence[Anchor]:
        return self._all()[place]

    def _all(self) -> Sequence[Anchor]:
        return self._disk.places(self._number)[self._place]
