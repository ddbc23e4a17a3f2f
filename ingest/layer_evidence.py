"""What is known of a page before it is read, as far as its text layer is to be judged by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import regex
from numpy.typing import NDArray

from document import Box
from ingest.pdf import Contents

CELLS = 50  # the page is looked at as a grid of so many cells each way
MUCH_OF_PAGE = 0.2
FEWEST_LETTERS = 3  # shorter words are codes and initials

# Grey levels and shares: 66 of 68 scans of typescript and print are within, the others are grey covers; photographs are
# not, having too many shades between paper and ink.
FAINTEST_INK = 30
PAPER_SHARE = 0.55
LEAST_INK, MOST_INK = 0.005, 0.35
DARKEST_PAPER = 110

LETTER = regex.compile(r"\p{L}")
ADDRESS = regex.compile(r"://|www\.|@")


@dataclass(frozen=True)
class Evidence:
    """What is known of a page before it is read.

    `width` and `height` are points as displayed; `paint` makes a small grey image of the page when a rule asks for it.
    """

    contents: Contents
    width: float
    height: float
    paint: Callable[[], NDArray[np.uint8]]

    @cached_property
    def characters(self) -> int:
        """Characters of the text layer that are no spaces."""
        return len("".join(self.contents.text.split()))

    @cached_property
    def letters(self) -> int:
        """Letters in the text layer."""
        return len(LETTER.findall(self.contents.text))

    @cached_property
    def words(self) -> list[str]:
        """Words of the text layer, with what is written close to them; no addresses."""
        words = [word for word in self.contents.text.split() if not ADDRESS.search(word)]
        return [word for word in words if len(LETTER.findall(word)) >= FEWEST_LETTERS]

    @cached_property
    def pictured(self) -> NDArray[np.bool_]:
        """Which cells of the page pictures cover."""
        return self._grid(picture.box for picture in self.contents.pictures)

    @property
    def coverage(self) -> float:
        """The share of the page that pictures cover."""
        return float(self.pictured.mean())

    @property
    def invisible(self) -> float:
        """The share of the text layer that is not painted."""
        return self._share(sample.invisible for sample in self.contents.samples)

    @property
    def hidden(self) -> float:
        """The share of the text layer that lies under pictures painted later."""
        pictures = [picture for picture in self.contents.pictures if picture.opaque]
        return self._share(
            any(picture.order > sample.order and _holds(picture.box, sample.x, sample.y) for picture in pictures)
            for sample in self.contents.samples
        )

    @cached_property
    def beside(self) -> NDArray[np.bool_]:
        """Which cells pictures cover outside the lines of the layer."""
        return self.pictured & ~self._grid(self.contents.lines)

    @cached_property
    def unread(self) -> float:
        """The share of the page where pictures hold something that looks written, outside the lines of the layer."""
        if self.beside.mean() < MUCH_OF_PAGE:
            return 0.0
        image = self.paint()
        rows = np.arange(image.shape[0]) * CELLS // image.shape[0]
        columns = np.arange(image.shape[1]) * CELLS // image.shape[1]
        return float(self.beside.mean()) if looks_written(image[self.beside[np.ix_(rows, columns)]]) else 0.0

    def _grid(self, boxes: Iterable[Box]) -> NDArray[np.bool_]:
        grid = np.zeros((CELLS, CELLS), dtype=np.bool_)
        for box in boxes:
            top, bottom = _cells(box.y0, box.y1, self.height)
            left, right = _cells(box.x0, box.x1, self.width)
            grid[top:bottom, left:right] = True
        return grid

    @staticmethod
    def _share(answers: Iterable[bool]) -> float:
        told = list(answers)
        return sum(told) / len(told) if told else 0.0


def looks_written(pixels: NDArray[np.uint8]) -> bool:
    """Whether grey pixels are mostly light paper with some ink on it, as no photograph is."""
    if pixels.size == 0:
        return False
    darkest, paper = (float(level) for level in np.percentile(pixels, (1, 75)))
    if paper < DARKEST_PAPER or paper - darkest < FAINTEST_INK:
        return False
    ink = float((pixels < (paper + darkest) / 2).mean())
    light = float((pixels > paper - max(FAINTEST_INK, (paper - darkest) / 4)).mean())
    return light >= PAPER_SHARE and LEAST_INK <= ink <= MOST_INK


def _holds(box: Box, x: float, y: float) -> bool:
    return box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1


def _cells(start: float, end: float, length: float) -> tuple[int, int]:
    scale = CELLS / length if length else 0.0
    return max(0, int(start * scale)), max(0, int(np.ceil(end * scale)))
