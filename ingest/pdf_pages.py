"""Pages of a PDF: the verdict on each, then the words of its text layer or an image of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from document import Method, Settings, Source, Stage, Word
from errors import SourceError
from ingest.glyph import Glyph
from ingest.layer import Verdict, judge, outside_the_page
from ingest.layer_evidence import Evidence
from ingest.limits import fitting_dpi, painting_dpi, pixels_at, sparing_dpi, too_large
from ingest.pdf import Contents, PdfFile, PdfPage
from ingest.plumber import Plumber
from ingest.raster import Raster
from ingest.stages import failing_at
from ingest.upright import words_upright

ENOUGH_AGREEMENT = 0.9
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
    """A page looked at: its size in points, the verdict, and the words or the image that it asks for.

    `mpixels` is the largest image, in million pixels, that was held against the limit.
    """

    width: float
    height: float
    verdict: Verdict
    layer: Layer | None = None
    raster: Raster | None = None
    mpixels: float = 0.0


class PdfPages:
    """An open PDF, pages counted from 1; `SourceError` when it cannot be opened."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._file = PdfFile(source)
        self._plumber: Plumber | None = None
        self._plumber_failed = False

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
        with failing_at(Stage.OPEN, self._source, number), self._file.page(number) as page:
            width, height = page.sheet.width, page.sheet.height
            with failing_at(Stage.LAYER, self._source, number):
                evidence = self._evidence(page, settings)
                contents, verdict = evidence.contents, judge(evidence, settings.mode)
                text = verdict.method is Method.TEXT
                layer = self._layer(page, number, contents.text, settings.sparing) if text else None
                mpixels = contents.largest_picture / 1e6
                if layer is not None:
                    return Found(width, height, verdict, layer=layer, mpixels=mpixels)
                if verdict.method is Method.TEXT:
                    verdict = outside_the_page(evidence, settings.mode)
            if verdict.method is Method.OCR:
                with failing_at(Stage.RENDER, self._source, number):
                    dpi = painting_dpi(scan_dpi(evidence), width, height)
                    raster = self._paint(
                        page, number, evidence, sparing_dpi(dpi) if settings.sparing else dpi, settings
                    )
                    mpixels = max(mpixels, pixels_at(dpi, width, height) / 1e6)
                    return Found(width, height, verdict, raster=raster, mpixels=mpixels)
            return Found(width, height, verdict, mpixels=mpixels)

    def verdict(self, number: int, settings: Settings) -> Verdict:
        """How a page is to be read, by a look at its text layer alone; `SourceError` when there is none to be had."""
        with failing_at(Stage.OPEN, self._source, number), self._file.page(number) as page:
            return judge(self._evidence(page, settings), settings.mode)

    def _evidence(self, page: PdfPage, settings: Settings) -> Evidence:
        contents = page.contents()
        preview = partial(self._preview, page, contents, settings)
        return Evidence(contents, page.sheet.width, page.sheet.height, preview)

    @staticmethod
    def _preview(page: PdfPage, contents: Contents, settings: Settings) -> NDArray[np.uint8]:
        """A small image of the page; an empty one where a picture on it is too large to be decoded."""
        if contents.largest_picture > settings.max_image_mpixels * 1e6:
            return np.full((1, 1), 255, dtype=np.uint8)
        dpi = fitting_dpi(PREVIEW_DPI, page.sheet.width, page.sheet.height, PREVIEW_MPIXELS, coarsest=1)
        return page.render(dpi or 1).pixels

    def _layer(self, page: PdfPage, number: int, text: str, sparing: bool) -> Layer | None:
        """The words on the page as displayed; none where the whole layer lies outside."""
        width, height = page.sheet.width, page.sheet.height
        glyphs = [] if sparing else shown(self._plumber_glyphs(page, number), width, height)
        warnings: tuple[str, ...] = ()
        if agreement(glyphs, text) < ENOUGH_AGREEMENT:
            others = shown(page.glyphs(), width, height)
            if agreement(glyphs, "".join(glyph.text for glyph in others)) < ENOUGH_AGREEMENT:
                glyphs = others  # the ones that were judged
                who = "pdfplumber was spared" if sparing else "pdfplumber cannot read"
                warnings = (f"{who} this text layer, pdfium did: the spaces in it are guesses",)
        words, rotation = words_upright(glyphs, width, height)
        return Layer(words, rotation, warnings) if words else None

    def _plumber_glyphs(self, page: PdfPage, number: int) -> list[Glyph]:
        """Glyphs by pdfplumber; none where it cannot read what pdfium can."""
        if self._plumber_failed:
            return []
        try:
            if self._plumber is None:
                self._plumber = Plumber(Path(self._source.path))
            if len(self._plumber) != len(self._file):
                return []  # its numbers mean other pages
            return self._plumber.glyphs(number, page.sheet)
        except MemoryError:
            raise  # or another worker, with more left, would read it otherwise
        except Exception:  # noqa: BLE001 - pdfminer raises anything on damaged files, from TypeError to RecursionError
            self._plumber_failed = self._plumber is None
            return []

    def _paint(self, page: PdfPage, number: int, evidence: Evidence, dpi: int, settings: Settings) -> Raster:
        width, height, most_mpixels = page.sheet.width, page.sheet.height, settings.max_image_mpixels
        largest = evidence.contents.largest_picture
        if largest > most_mpixels * 1e6:
            raise SourceError(too_large(self._source.name, number, largest))
        fitting = fitting_dpi(dpi, width, height, most_mpixels)
        if fitting is None:
            raise SourceError(too_large(self._source.name, number, pixels_at(dpi, width, height)))
        return page.render(fitting)


def scan_dpi(evidence: Evidence) -> float | None:
    """The resolution of the finest picture that covers most of the page."""
    most = MOST_OF_PAGE * evidence.width * evidence.height
    covering = [picture for picture in evidence.contents.pictures if picture.box.width * picture.box.height >= most]
    return max((picture.dpi for picture in covering), default=None)


def shown(glyphs: Sequence[Glyph], width: float, height: float) -> list[Glyph]:
    """The glyphs that lie on the page as displayed, at least by half."""
    return [
        glyph
        for glyph in glyphs
        if 0 <= (glyph.box.x0 + glyph.box.x1) / 2 <= width and 0 <= (glyph.box.y0 + glyph.box.y1) / 2 <= height
    ]


def agreement(glyphs: Sequence[Glyph], text: str) -> float:
    """The share of the characters of `text` that are among the glyphs, wherever they stand."""
    expected = Counter("".join(text.split()))
    found = Counter("".join("".join(glyph.text for glyph in glyphs).split()))
    return (expected & found).total() / expected.total() if expected else 1.0
