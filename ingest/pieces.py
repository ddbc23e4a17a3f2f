"""Words cut out of a page and put one under the other, so that one more reading takes in all of them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from document import Box, Language, Word
from ingest.ocr import Rereader
from ingest.raster import POINTS_PER_INCH, Raster

EDGE = 5  # pixels around a piece, of letters 13 pixels high: more would show what stands above and below
GAP = 16  # pixels between two pieces
MARGIN = 20
PAPER = 0.94  # of the middle grey of a piece: from there on it is paper


def read_pieces(
    pieces: Sequence[Box], sheet: Raster, recognizer: Rereader, language: Language | None
) -> list[tuple[Word, ...]]:
    """Read each place of `sheet` (boxes in points) by one model, `None` by all; boxes stay those of the heap."""
    cut = [_on_white(cut_out(box, sheet)) for box in pieces]
    tops = np.cumsum([MARGIN, *(piece.shape[0] + GAP for piece in cut)])
    width = max((piece.shape[1] for piece in cut), default=0) + 2 * MARGIN
    heap = np.full((int(tops[-1]) + MARGIN, width), 255, np.uint8)
    for piece, top in zip(cut, tops, strict=False):
        heap[top : top + piece.shape[0], MARGIN : MARGIN + piece.shape[1]] = piece
    read: list[list[Word]] = [[] for _ in pieces]
    for word in recognizer.read_column(Raster(heap, sheet.dpi), language):
        middle = (word.box.y0 + word.box.y1) / 2 * sheet.dpi / POINTS_PER_INCH
        place = int(np.searchsorted(tops, middle + GAP / 2, side="right")) - 1
        if 0 <= place < len(read):
            read[place].append(word)
    return [tuple(sorted(words, key=lambda word: word.box.x0)) for words in read]


def read_strips(strips: Sequence[Box], sheet: Raster, recognizer: Rereader) -> list[tuple[Word, ...]]:
    """Read each place of `sheet` (boxes in points), a line or part of one, by all models; boxes are of the sheet."""
    read = read_pieces(strips, sheet, recognizer, None)
    scale = sheet.dpi / POINTS_PER_INCH
    placed = []
    for strip, words in zip(strips, read, strict=True):
        moved = (max(int(strip.x0 * scale) - EDGE, 0) - MARGIN) / scale
        placed.append(
            tuple(
                msgspec.structs.replace(word, box=Box(word.box.x0 + moved, strip.y0, word.box.x1 + moved, strip.y1))
                for word in words
            )
        )
    return placed


def cut_out(box: Box, sheet: Raster, edge: int = EDGE) -> NDArray[np.uint8]:
    """The pixels of a place (points) with a little around it."""
    scale = sheet.dpi / POINTS_PER_INCH
    top, left = max(int(box.y0 * scale) - edge, 0), max(int(box.x0 * scale) - edge, 0)
    return sheet.pixels[top : int(box.y1 * scale) + edge + 1, left : int(box.x1 * scale) + edge + 1]


def _on_white(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The piece with its paper and the grain in it made white, so that its edges do not show."""
    paper = PAPER * float(np.median(pixels)) if pixels.size else 255.0
    white: NDArray[np.uint8] = np.clip(pixels * (255.0 / max(paper, 1.0)), 0, 255).astype(np.uint8)
    return white


def with_texts(words: Sequence[Word], text: str, confidence: float) -> tuple[Word, ...]:
    """The words of one place with another text; where their number differs they share its width by characters."""
    texts = text.split()
    if len(texts) == len(words):
        return tuple(
            word if word.text == part else msgspec.structs.replace(word, text=part, confidence=confidence)
            for word, part in zip(words, texts, strict=True)
        )
    around, end = Box.around(word.box for word in words), 0
    a_character = around.width / max(len(text), 1)
    made = []
    for part in texts:
        start, end = end, end + len(part) + 1
        x0, x1 = around.x0 + start * a_character, around.x0 + (end - 1) * a_character
        box = Box(x0, around.y0, min(max(x0, x1), around.x1), around.y1)
        made.append(msgspec.structs.replace(words[0], text=part, box=box, confidence=confidence))
    return tuple(made)
