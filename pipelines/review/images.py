"""Pictures of pages for the browser: rendered on demand in a confined worker, kept beside the index."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import cv2
import numpy as np

from document import Box, Failure, MediaType, Source
from errors import OutputError, SourceError
from ingest.cleanup import Pixels, rescale
from ingest.images import ImageFile
from ingest.pdf import PdfFile
from ingest.raster import POINTS_PER_INCH, Raster
from pipelines.store import HIDDEN, write_whole
from pipelines.worker import Task
from pipelines.workers import Lost, Workers

WIDTHS = (700, 1400, 2800)
"""Pixels across, from a telephone to a close look; others are not made, so that the folder stays small."""
SECONDS = 30.0
MEMORY = 2**30
MOST_MPIXELS = 128.0
QUALITY = 82
CROP_WIDTH = 1400
CROP_MARGIN = 8.0
"""Points around what is cut out."""
FOLDER = "images"


class PageImages:
    """Pictures of the pages of an output folder's inputs; use it as a context, for it keeps a worker."""

    def __init__(self, out: Path) -> None:
        self._folder = out / HIDDEN / FOLDER
        self._workers = Workers(1, memory=MEMORY)

    def __enter__(self) -> PageImages:
        self._workers.__enter__()
        self._workers.submit(Task(ready, (), SECONDS))  # or the first page would wait for it to load
        return self

    def __exit__(self, *raised: object) -> None:
        self._workers.__exit__(None, None, None)

    def page(self, source: Source, number: int, width: int) -> bytes | str:
        """A page as JPEG, `width` pixels across or a little more, or why there is none."""
        wide = next((each for each in WIDTHS if each >= width), WIDTHS[-1])
        return self._kept(source, f"{number:05}-{wide}", draw_page, source, number, wide)

    def crop(self, source: Source, number: int, box: Box, across: float) -> bytes | str:
        """The part around `box` of a page `across` points wide as JPEG, or why there is none."""
        # Cut from the picture of the page: many hits lie on one page, which is drawn once.
        picture = self.page(source, number, CROP_WIDTH)
        return picture if isinstance(picture, str) else cut(picture, box, across)

    def _kept(self, source: Source, name: str, draw: object, *arguments: object) -> bytes | str:
        file = self._folder / source.id[:2] / source.sha256 / f"{name}.jpg"
        try:
            return file.read_bytes()
        except OSError:
            pass  # not made yet
        made = self._workers.submit(Task(draw, arguments, SECONDS)).result()  # type: ignore[arg-type]
        if isinstance(made, Lost):
            return f"{source.name} {made.message}"
        if isinstance(made, Failure):
            return made.message
        picture: bytes = made
        with suppress(OutputError):  # a full disk, or one that cannot be written, only makes the next look slower
            write_whole(file, [picture], durable=False)
        return picture


def draw_page(source: Source, number: int, width: int) -> bytes | Failure:
    """A page as JPEG, `width` pixels across."""
    try:
        return _jpeg(_raster(source, number, width).pixels)
    except SourceError as error:
        return error.failure


def cut(picture: bytes, box: Box, across: float) -> bytes | str:
    """The part around `box` of a picture of ours, at least a pixel of it; the page is `across` points wide."""
    decoded = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_GRAYSCALE)
    if decoded is None:  # a power failure tore what was kept
        return f"the picture kept of this page is damaged: remove {HIDDEN}/{FOLDER}"
    pixels = decoded.astype(np.uint8, copy=False)
    rows, columns = pixels.shape
    scale = columns / max(across, 1.0)
    left, right = (_within(edge * scale, columns) for edge in (box.x0 - CROP_MARGIN, box.x1 + CROP_MARGIN))
    top, bottom = (_within(edge * scale, rows) for edge in (box.y0 - CROP_MARGIN, box.y1 + CROP_MARGIN))
    left, top = min(left, columns - 1), min(top, rows - 1)
    part = pixels[top : max(bottom, top + 1), left : max(right, left + 1)]
    return _jpeg(part)


def _within(pixel: float, most: int) -> int:
    return round(min(max(pixel, 0.0), float(most)))


def ready() -> None:
    """Do nothing: a worker that has done it has loaded what draws."""


def _raster(source: Source, number: int, width: int) -> Raster:
    """The page in grey, `width` pixels across."""
    if source.media_type is MediaType.PDF:
        file = PdfFile(source)
        try:
            with file.page(number) as page:
                return page.render(max(round(width * POINTS_PER_INCH / page.sheet.width), 1))
        finally:
            file.close()
    with ImageFile(source) as image:
        raster = image.raster(number, MOST_MPIXELS)
    return rescale(raster, max(round(raster.dpi * width / raster.pixels.shape[1]), 1))


def _jpeg(pixels: Pixels) -> bytes:
    done, made = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    assert done  # noqa: S101 - grey images of any size can be encoded
    return bytes(made)
