"""Glyphs of a text layer and the words they make, by pdfplumber: the only module that knows it."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pdfplumber
import regex
from pdfminer.layout import LTChar, LTFigure, LTItem
from pdfplumber.utils.text import extract_words

from document import Box, Word
from ingest.geometry import Sheet
from ingest.glyph import NO_CHARACTER, Glyph, as_text

BOLD = regex.compile(r"(?i)bold|black|heavy|demi|[-,]bd\b")
UNMAPPED = regex.compile(r"\(cid:\d+\)")
GAP_IN_SIZES = 0.2  # a gap between glyphs wider than this share of the type size parts words
SAME_BASELINE = 2.0  # points


class Plumber:
    """A PDF opened by pdfplumber, pages counted from 1; raises anything when it cannot be."""

    def __init__(self, path: Path) -> None:
        logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # its warnings name no page and come by the thousand
        self._pdf = pdfplumber.open(path)
        self._pages = self._pdf.pages

    def close(self) -> None:
        """Close the file."""
        self._pdf.close()

    def __len__(self) -> int:
        return len(self._pages)

    def glyphs(self, number: int, sheet: Sheet) -> list[Glyph]:
        """Every glyph of a page in the order of painting."""
        page = self._pages[number - 1]
        try:
            margin = sheet.margin(page.page_obj.mediabox)
            # The characters themselves: pdfplumber's dictionaries of them take longer than reading the page.
            return [_glyph(item, float(page.height), margin) for item in _characters(page.layout)]
        finally:
            page.close()  # or every object of every page read would stay in memory


def words_of(glyphs: Iterable[Glyph]) -> tuple[Word, ...]:
    """The words that glyphs of lines running to the right make."""
    items = [
        {
            "text": glyph.text,
            "x0": glyph.box.x0,
            "x1": glyph.box.x1,
            # Lines are told by their baselines: tops differ where a line mixes sizes or fonts.
            "top": glyph.origin[1],
            "doctop": glyph.origin[1],
            "bottom": glyph.origin[1],
            "upright": True,
            "size": glyph.size,
            "glyph": glyph,
        }
        for glyph in glyphs
    ]
    if not items:
        return ()
    found = extract_words(
        items, x_tolerance_ratio=GAP_IN_SIZES, y_tolerance=SAME_BASELINE, return_chars=True, expand_ligatures=True
    )
    return tuple(_word(word["text"], [item["glyph"] for item in word["chars"]]) for word in found)


def _word(text: str, glyphs: Sequence[Glyph]) -> Word:
    bold = sum(glyph.bold for glyph in glyphs) * 2 > len(glyphs)
    size = sorted(glyph.size for glyph in glyphs)[len(glyphs) // 2]
    return Word(text, Box.around(glyph.box for glyph in glyphs), size=size, bold=bold)


def _characters(container: Iterable[LTItem]) -> Iterator[LTChar]:
    """Every character of a page, forms (XObjects) opened."""
    for item in container:
        if isinstance(item, LTChar):
            yield item
        elif isinstance(item, LTFigure):
            yield from _characters(item)


def _glyph(item: LTChar, height: float, margin: tuple[float, float]) -> Glyph:
    """A character, whose places count from the lower left corner of the whole sheet of `height` points."""
    right, down = margin
    a, b, _, _, e, f = item.matrix
    turn = round(-math.degrees(math.atan2(b, a)) / 90) % 4 * 90
    text = as_text(item.get_text())
    return Glyph(
        text=NO_CHARACTER if UNMAPPED.fullmatch(text) else text,
        box=Box(item.x0 - right, height - item.y1 - down, item.x1 - right, height - item.y0 - down),
        origin=(e - right, height - f - down),
        size=round(item.height if turn in {0, 180} else item.width, 2),
        bold=bool(BOLD.search(str(item.fontname))),
        turn=turn,
    )
