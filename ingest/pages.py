"""From a file to its pages, each with its text: from the text layer or by OCR, as the verdict says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import msgspec

from document import MediaType, Method, Mode, Page, Settings, Source, Stage
from errors import SourceError
from ingest.cleanup import rescale
from ingest.facing import lay_out_halves, put_together
from ingest.faint import strengthened
from ingest.images import ImageFile
from ingest.layout import lay_out
from ingest.limits import sparing_dpi
from ingest.ocr import Recognizer
from ingest.pdf_pages import PdfPages
from ingest.plain import read_plain
from ingest.raster import Raster
from ingest.reading import read_image
from ingest.spreads import find_parts
from ingest.stages import failing_at

SURE_OF_FAINT = 0.7  # score of a faint page that is legible; what shows through from the back of a leaf reads at 0.4


class PageReader(Protocol):
    """An open file, its pages to be read in any order."""

    @property
    def numbers(self) -> range:
        """The numbers of all its pages."""
        ...

    def read(self, number: int, recognizer: Recognizer, settings: Settings) -> Page:
        """Read a page and lay it out; one that cannot be read says so in its `failure`."""
        ...


def read_pages(source: Source, recognizer: Recognizer, settings: Settings) -> Iterator[Page]:
    """Read the pages asked for, in order; `SourceError` when the file cannot be opened."""
    with open_reader(source) as reader:
        for number in reader.numbers:
            if settings.wants(number):
                yield reader.read(number, recognizer, settings)


@contextmanager
def open_reader(source: Source) -> Iterator[PageReader]:
    """Open a file for a while; `SourceError` when it cannot be."""
    match source.media_type:
        case MediaType.PDF:
            with failing_at(Stage.OPEN, source, None):
                pages = PdfPages(source)
            with pages:
                yield Guarded(source, PdfReader(source, pages))
        case MediaType.TEXT:
            yield Guarded(source, PlainReader(source))
        case _:
            with failing_at(Stage.OPEN, source, None):
                image = ImageFile(source)
            with image:
                yield Guarded(source, ImageReader(source, image))


class Guarded:
    """A reader whose pages come out laid out, and whose errors become pages that failed."""

    def __init__(self, source: Source, reader: PageReader) -> None:
        self._source = source
        self._reader = reader
        self.numbers = reader.numbers

    def read(self, number: int, recognizer: Recognizer, settings: Settings) -> Page:
        """Read a page and lay it out; one that cannot be read says so in its `failure`."""
        try:
            page = self._reader.read(number, recognizer, settings)
            page = msgspec.structs.replace(page, warnings=page.warnings + beyond(number, self.numbers, settings))
            with failing_at(Stage.LAYOUT, self._source, number):
                if page.halves:
                    return lay_out_halves(page, lay_out)
                return lay_out(page) if page.words else page
        except SourceError as error:
            failure = msgspec.structs.replace(error.failure, page=number)
            reason = f"failed: {failure.reason.value}"
            return Page(number, 0.0, 0.0, Method.FAILED, reason, failure=failure)


class PdfReader:
    """Reads the pages of a PDF."""

    def __init__(self, source: Source, pages: PdfPages) -> None:
        self._source = source
        self._pages = pages
        self.numbers = range(1, len(pages) + 1)

    def read(self, number: int, recognizer: Recognizer, settings: Settings) -> Page:
        """Read a page by the verdict on its text layer."""
        found = self._pages.find(number, settings)
        verdict = found.verdict
        warnings: tuple[str, ...] = (verdict.warning,) if verdict.warning else ()
        page = Page(number, found.width, found.height, verdict.method, verdict.reason, warnings=warnings)
        page = msgspec.structs.replace(page, mpixels=found.mpixels)
        if found.layer is not None:
            layer = found.layer
            warnings += layer.warnings
            return msgspec.structs.replace(page, words=layer.words, rotation=layer.rotation, warnings=warnings)
        if found.raster is not None:
            with failing_at(Stage.OCR, self._source, number):
                return recognized(page, found.raster, recognizer, settings)
        return page


class ImageReader:
    """Reads the frames of an image file."""

    def __init__(self, source: Source, image: ImageFile) -> None:
        self._source = source
        self._image = image
        self.numbers = range(1, len(image) + 1)

    def read(self, number: int, recognizer: Recognizer, settings: Settings) -> Page:
        """Read a frame by OCR; there is no other way."""
        if settings.mode is Mode.TEXT:
            warning = "an image has no text layer, and only text layers were asked for"
            return Page(number, 0.0, 0.0, Method.BLANK, "no text layer", warnings=(warning,))
        with failing_at(Stage.RENDER, self._source, number):
            raster = self._image.raster(number, settings.max_image_mpixels)
            mpixels = self._image.mpixels(number)
        if settings.sparing:
            raster = rescale(raster, sparing_dpi(raster.dpi))
        page = Page(number, raster.width, raster.height, Method.OCR, "image", mpixels=mpixels)
        with failing_at(Stage.OCR, self._source, number):
            return recognized(page, raster, recognizer, settings)


class PlainReader:
    """Reads plain text, which is one page."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.numbers = range(1, 2)

    def read(self, number: int, recognizer: Recognizer, settings: Settings) -> Page:  # noqa: ARG002 - text needs neither
        """Read the text, already in blocks."""
        with failing_at(Stage.LAYER, self._source, number):
            return read_plain(self._source)


def beyond(number: int, numbers: range, settings: Settings) -> tuple[str, ...]:
    """What to say on the last page that is read when pages were asked for that the file does not have."""
    last = max((last for _, last in settings.pages or ()), default=0)
    if last <= len(numbers) or any(settings.wants(later) for later in numbers[number:]):
        return ()
    return (f"pages up to {last} were asked for, the file ends with page {len(numbers)}",)


def recognized(page: Page, raster: Raster, recognizer: Recognizer, settings: Settings) -> Page:
    """The page with the words of its image, faint ink made dark first, if it is legible then."""
    dark = strengthened(raster)
    if dark is not None:
        faint = msgspec.structs.replace(page, reason=f"{page.reason}; faint ink made dark")
        read = _recognized(faint, dark, recognizer, settings)
        if read.recognition is not None and read.recognition.score >= SURE_OF_FAINT:
            told = msgspec.structs.replace(
                read.recognition, preparation=f"darkened {read.recognition.preparation}".removesuffix(" raw")
            )
            return msgspec.structs.replace(read, recognition=told)
    return _recognized(page, raster, recognizer, settings)


def _recognized(page: Page, raster: Raster, recognizer: Recognizer, settings: Settings) -> Page:
    """The page with the words of its image, or of the two facing pages that it shows."""
    parts = find_parts(raster)
    if parts:
        readings = [read_image(part.raster, recognizer, sparing=settings.sparing) for part in parts]
        return put_together(page, parts, readings)
    reading = read_image(raster, recognizer, sparing=settings.sparing)
    return msgspec.structs.replace(
        page,
        method=Method.BLANK if reading.blank else Method.OCR,
        reason=f"{page.reason}; {reading.reason}",
        rotation=reading.rotation,
        skew=reading.skew,
        dpi=raster.dpi,
        words=reading.words,
        warnings=page.warnings + reading.warnings,
        recognition=reading.recognition,
    )
