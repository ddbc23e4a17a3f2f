"""One PDF as pdfium sees it: what lies on its pages, their glyphs and images. The only module that knows pdfium."""

from __future__ import annotations

import ctypes
import logging
import math
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import regex
from pypdfium2 import raw

from document import Box, Failure, Reason, Source, Stage
from errors import SourceError
from ingest.geometry import Sheet
from ingest.glyph import NO_CHARACTER, Glyph, as_text
from ingest.raster import POINTS_PER_INCH, Raster
from ingest.stages import no_longer_readable

MOST_OBJECTS = 20_000  # a drawing beyond this is told by its first objects
DEEPEST_FORM = 4
SAMPLES = 200
BOLD_WEIGHT = 600
NO_FILE = b"\0"  # a path that leads nowhere
HYPHENS_AT_LINE_END = regex.compile("[\x02\ufffe]")  # pdfium's signs for a hyphen that breaks a word


@dataclass(frozen=True, slots=True)
class Picture:
    """An image on a page: where it is displayed, its own pixels, its place in the order of painting, what it hides."""

    box: Box
    columns: int
    rows: int
    order: int
    opaque: bool = True

    @property
    def dpi(self) -> float:
        """Dots per inch as displayed, whichever way it is turned."""
        inches = math.sqrt(self.box.width * self.box.height) / POINTS_PER_INCH
        return math.sqrt(self.columns * self.rows) / inches if inches else 0.0


@dataclass(frozen=True, slots=True)
class Sample:
    """How one character of a text layer is painted: where, whether it shows, its object's place in the order."""

    x: float
    y: float
    invisible: bool
    order: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What lies on a page.

    `text` is the text layer with line ends, spaces and hyphens as pdfium guesses them, `lines` the rectangles that its
    lines fill, `samples` a look at characters evenly taken from it, `paths` the number of lines and shapes drawn.
    """

    text: str
    lines: tuple[Box, ...]
    samples: tuple[Sample, ...]
    pictures: tuple[Picture, ...]
    paths: int

    @property
    def largest_picture(self) -> int:
        """Pixels of the largest picture."""
        return max((picture.columns * picture.rows for picture in self.pictures), default=0)


class PdfFile:
    """An open PDF, pages counted from 1; `SourceError` when it cannot be opened."""

    def __init__(self, source: Source) -> None:
        self._name = source.name
        logging.getLogger("pypdfium2").setLevel(logging.ERROR)  # it warns of forms that it shows well enough
        try:
            Path(source.path).open("rb").close()
            # Of a file without pages PDFium tells what was wrong with the one before: this makes it always the same.
            raw.FPDF_LoadDocument(NO_FILE, None)
            self._document = pypdfium2.PdfDocument(Path(source.path))
        except pypdfium2.PdfiumError as error:
            raise SourceError(_cannot_open(source.name, error.err_code)) from error
        except OSError as error:
            raise SourceError(no_longer_readable(source, error)) from error
        try:
            self._document.init_forms()  # or what was filled into a form would not be painted
        except pypdfium2.PdfiumError:
            self._document.close_forms()

    def close(self) -> None:
        """Close the file."""
        self._document.close()

    def __len__(self) -> int:
        return len(self._document)

    @contextmanager
    def page(self, number: int) -> Iterator[PdfPage]:
        """Open a page for a while; `SourceError` when it is broken."""
        try:
            page = self._document[number - 1]
        except pypdfium2.PdfiumError as error:
            message = f"page {number} of {self._name} is broken: mend the file, for example with `qpdf OLD.pdf NEW.pdf`"
            raise SourceError(Failure(self._name, Stage.OPEN, Reason.BROKEN, message, number)) from error
        try:
            yield PdfPage(page)
        finally:
            page.close()


class PdfPage:
    """An open page; `sheet` says which part of it is displayed and how."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._page = page
        self.sheet = Sheet(page.get_bbox(), page.get_rotation())

    def contents(self) -> Contents:
        """Look the page over, forms (XObjects) opened."""
        pictures: list[Picture] = []
        paths = 0
        orders: dict[int, int] = {}
        for order, item in enumerate(self._page.get_objects(max_depth=DEEPEST_FORM)):
            if order == MOST_OBJECTS:
                break
            match item.type:
                case raw.FPDF_PAGEOBJ_IMAGE:
                    pictures += self._picture(item, order)
                case raw.FPDF_PAGEOBJ_PATH | raw.FPDF_PAGEOBJ_SHADING:
                    paths += 1
                case raw.FPDF_PAGEOBJ_TEXT:
                    orders[_address(item.raw)] = order
        with self._layer() as layer:
            count = max(0, layer.count_chars())
            text = layer.get_text_range() if count else ""
            taken = (self._sample(layer, place, orders) for place in range(0, count, max(1, count // SAMPLES)))
            samples = tuple(sample for sample in taken if sample)
            rectangles = min(layer.count_rects(), MOST_OBJECTS) if count else 0
            lines = tuple(self.sheet.box(*layer.get_rect(place)) for place in range(rectangles))
        return Contents(HYPHENS_AT_LINE_END.sub("-", text), lines, samples, tuple(pictures), paths)

    def glyphs(self) -> list[Glyph]:
        """Every glyph of the text layer, spaces that pdfium guesses among them."""
        with self._layer() as layer:
            taken = (self._glyph(layer, place) for place in range(max(0, layer.count_chars())))
            return [glyph for glyph in taken if glyph]

    def render(self, dpi: int) -> Raster:
        """Paint the page as displayed, in grey."""
        bitmap = self._page.render(scale=dpi / POINTS_PER_INCH, grayscale=True)
        try:
            return Raster(bitmap.to_numpy().copy(), dpi)
        finally:
            bitmap.close()

    @contextmanager
    def _layer(self) -> Iterator[pypdfium2.PdfTextPage]:
        layer = self._page.get_textpage()
        try:
            yield layer
        finally:
            layer.close()

    def _picture(self, item: pypdfium2.PdfImage, order: int) -> Iterator[Picture]:
        """The picture, unless it is broken, and so not painted either."""
        try:
            columns, rows = item.get_px_size()
            box = self._bounds(item)
        except (pypdfium2.PdfiumError, ValueError):
            return
        yield Picture(box, columns, rows, order, opaque=not raw.FPDFPageObj_HasTransparency(item))

    def _bounds(self, item: pypdfium2.PdfObject) -> Box:
        left, bottom, right, top = item.get_bounds()
        holder = item.container
        while holder is not None:  # what lies in a form is placed by the form
            left, bottom, right, top = holder.get_matrix().on_rect(left, bottom, right, top)
            holder = holder.container
        return self.sheet.box(left, bottom, right, top)

    def _sample(self, layer: pypdfium2.PdfTextPage, place: int, orders: dict[int, int]) -> Sample | None:
        item = raw.FPDFText_GetTextObject(layer, place)
        if not item:
            return None
        left, bottom, right, top = layer.get_charbox(place)
        x, y = self.sheet.point((left + right) / 2, (bottom + top) / 2)
        return Sample(x, y, _is_invisible(item), orders.get(_address(item), MOST_OBJECTS))

    def _glyph(self, layer: pypdfium2.PdfTextPage, place: int) -> Glyph | None:
        code = raw.FPDFText_GetUnicode(layer, place)
        text = as_text(HYPHENS_AT_LINE_END.sub("-", chr(code))) if code <= sys.maxunicode else NO_CHARACTER
        left, bottom, right, top = layer.get_charbox(place, loose=True)
        x, y = ctypes.c_double(), ctypes.c_double()
        if not raw.FPDFText_GetCharOrigin(layer, place, x, y):
            return None
        degrees = math.degrees(raw.FPDFText_GetCharAngle(layer, place)) + self.sheet.rotation
        return Glyph(
            text=" " if text.isspace() else text,
            box=self.sheet.box(left, bottom, right, top),
            origin=self.sheet.point(x.value, y.value),
            size=round(float(raw.FPDFText_GetFontSize(layer, place)), 2),
            bold=raw.FPDFText_GetFontWeight(layer, place) >= BOLD_WEIGHT,
            turn=round(degrees / 90) % 4 * 90,
        )


def _is_invisible(item: object) -> bool:
    """Whether a text object leaves no ink: by its mode (only clipping counts, too) or by full transparency."""
    mode = raw.FPDFTextObj_GetTextRenderMode(item)
    if mode in {raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP}:
        return True
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    told = raw.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)
    return bool(told) and mode == raw.FPDF_TEXTRENDERMODE_FILL and alpha.value == 0


def _address(item: object) -> int:
    return ctypes.cast(item, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


def _cannot_open(name: str, code: int | None) -> Failure:
    match code:
        case raw.FPDF_ERR_PASSWORD:
            message = (
                f"{name} is encrypted and needs a password: decrypt it first, "
                "for example with `qpdf --decrypt --password=SECRET OLD.pdf NEW.pdf`"
            )
            return Failure(name, Stage.OPEN, Reason.ENCRYPTED, message)
        case raw.FPDF_ERR_SECURITY:
            message = f"{name} is protected in a way that cannot be opened: ask its owner for a copy without protection"
            return Failure(name, Stage.OPEN, Reason.ENCRYPTED, message)
        case raw.FPDF_ERR_SUCCESS | raw.FPDF_ERR_FILE:
            message = f"{name} has no pages: copy or scan it again"
            return Failure(name, Stage.OPEN, Reason.EMPTY, message)
    message = f"{name} is broken: copy it again, or mend it, for example with `qpdf OLD.pdf NEW.pdf`"
    return Failure(name, Stage.OPEN, Reason.BROKEN, message)
