"""Pages of a PDF: the verdict on each, then the words of its text layer or an image of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import msgspec
import numpy as np
from numpy.typing import NDArray

from document import Box, Method, Settings, Source, Stage, Word
from errors import SourceError
from ingest.frame import to_displayed, turned_size
from ingest.glyph import Glyph
from ingest.layer import Evidence, Verdict, judge
from ingest.limits import fitting_dpi, painting_dpi, pixels_at, too_large
from ingest.pdf import Contents, PdfFile, PdfPage
from ingest.plumber import Plumber, words_of
from ingest.raster import Raster
from ingest.stages import failing_at

ENOUGH_SHARE = 0.5  # of pdfium's characters that pdfplumber must find, too, to be believed
MOST_OF_PAGE = 0.5
PREVIEW_DPI = 72
PREVIEW_MPIXELS = 2.0


@dataclass(frozen=True, slots=True)
class Layer:
    """The words of a text layer in the reading frame, which is the displayed page turned `rotation` degrees."""

    words: tuple[Word, ...]
    rotation: int
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A page looked at: its size in points, the verdict, and the words or the image that it asks for."""

    width: float
    height: float
    verdict: Verdict
    layer: Layer | None = None
    raster: Raster | None = None


class PdfPages:
    """An open PDF, pages counted from 1; `SourceError` when it cannot be opened."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._file = PdfFile(source)
        self._plumber: Plumber | None = None

    def __enter__(self) -> PdfPages:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._plumber is not None:
            self._plumber.close()
        self._file.close()

    def __len__(self) -> int:
        return len(self._file)

    def find(self, number: int, settings: Settings) -> Found:
        """Look at a page; `SourceError` when it cannot be read."""
        with self._file.page(number) as page:
            width, height = page.sheet.width, page.sheet.height
            with failing_at(Stage.LAYER, self._source, number):
                contents = page.contents()
                evidence = Evidence(contents, width, height, lambda: self._preview(page, contents, settings))
                verdict = judge(evidence, settings.mode)
                if verdict.method is Method.TEXT:
                    return Found(width, height, verdict, layer=self._layer(page, number, evidence))
            if verdict.method is Method.OCR:
                with failing_at(Stage.RENDER, self._source, number):
                    raster = self._paint(page, number, evidence, settings.max_image_mpixels)
                    return Found(width, height, verdict, raster=raster)
            return Found(width, height, verdict)

    @staticmethod
    def _preview(page: PdfPage, contents: Contents, settings: Settings) -> NDArray[np.uint8]:
        """A small image of the page; an empty one where a picture on it is too large to be decoded."""
        if contents.largest_picture > settings.max_image_mpixels * 1e6:
            return np.full((1, 1), 255, dtype=np.uint8)
        dpi = fitting_dpi(PREVIEW_DPI, page.sheet.width, page.sheet.height, PREVIEW_MPIXELS, coarsest=1)
        return page.render(dpi or 1).pixels

    def _layer(self, page: PdfPage, number: int, evidence: Evidence) -> Layer:
        glyphs = self._glyphs(page, number)
        warnings: tuple[str, ...] = ()
        found = sum(len(glyph.text) for glyph in glyphs if not glyph.text.isspace())
        if found < ENOUGH_SHARE * len("".join(evidence.contents.text.split())):
            glyphs = page.glyphs()
            warnings = ("the text layer was read by pdfium, for pdfplumber could not: its spaces are guesses",)
        return Layer(*words_upright(glyphs, page.sheet.width, page.sheet.height), warnings)

    def _glyphs(self, page: PdfPage, number: int) -> list[Glyph]:
        """Glyphs by pdfplumber; none where it cannot read what pdfium can."""
        try:
            if self._plumber is None:
                self._plumber = Plumber(Path(self._source.path))
            if len(self._plumber) != len(self._file):
                return []  # its numbers mean other pages
            return self._plumber.glyphs(number, page.sheet)
        except Exception:  # noqa: BLE001 - pdfminer raises anything on damaged files, from TypeError to RecursionError
            return []

    def _paint(self, page: PdfPage, number: int, evidence: Evidence, most_mpixels: float) -> Raster:
        width, height = page.sheet.width, page.sheet.height
        largest = evidence.contents.largest_picture
        if largest > most_mpixels * 1e6:
            raise SourceError(too_large(self._source.name, number, largest))
        dpi = painting_dpi(scan_dpi(evidence), width, height)
        fitting = fitting_dpi(dpi, width, height, most_mpixels)
        if fitting is None:
            raise SourceError(too_large(self._source.name, number, pixels_at(dpi, width, height)))
        return page.render(fitting)


def scan_dpi(evidence: Evidence) -> float | None:
    """The resolution of the finest picture that covers most of the page."""
    most = MOST_OF_PAGE * evidence.width * evidence.height
    covering = [picture for picture in evidence.contents.pictures if picture.box.width * picture.box.height >= most]
    return max((picture.dpi for picture in covering), default=None)


def words_upright(glyphs: list[Glyph], width: float, height: float) -> tuple[tuple[Word, ...], int]:
    """The words of a page in its reading frame, and the turn to that frame: the one most glyphs stand upright in.

    `width` and `height` are points of the page as displayed, on which the glyphs lie.
    """
    shown = [glyph for glyph in glyphs if _on_page(glyph.box, width, height)]
    turns = Counter(glyph.turn for glyph in shown if not glyph.text.isspace())
    if not turns:
        return (), 0
    main = _upright(max(turns, key=lambda turn: (turns[turn], -turn)))
    words: list[Word] = []
    for turn in sorted(turns, key=lambda turn: (-turns[turn], turn)):
        rotation = _upright(turn)
        found = words_of(_turned(glyph, width, height, rotation) for glyph in shown if glyph.turn == turn)
        if rotation != main:
            found = tuple(_moved(word, width, height, rotation, main) for word in found)
        words += found
    return tuple(words), main


def _upright(turn: int) -> int:
    """How far clockwise a page is turned to make lines that run in direction `turn` run to the right."""
    return (360 - turn) % 360


def _on_page(box: Box, width: float, height: float) -> bool:
    return 0 <= (box.x0 + box.x1) / 2 <= width and 0 <= (box.y0 + box.y1) / 2 <= height


def _turned(glyph: Glyph, width: float, height: float, rotation: int) -> Glyph:
    if rotation == 0:
        return glyph
    x, y = glyph.origin
    place = _to_reading(Box(x, y, x, y), width, height, rotation)
    box = _to_reading(glyph.box, width, height, rotation)
    return Glyph(glyph.text, box, (place.x0, place.y0), glyph.size, glyph.bold, 0)


def _moved(word: Word, width: float, height: float, rotation: int, main: int) -> Word:
    displayed = to_displayed(word.box, width, height, rotation, 0.0)
    return msgspec.structs.replace(word, box=_to_reading(displayed, width, height, main))


def _to_reading(box: Box, width: float, height: float, rotation: int) -> Box:
    """A box of the displayed page on the page turned clockwise by `rotation`."""
    return to_displayed(box, *turned_size(width, height, rotation), (360 - rotation) % 360, 0.0)
