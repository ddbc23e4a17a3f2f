"""Pictures of pages for the browser: rendered on demand in a confined worker, kept beside the index."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import cv2

from document import Box, Failure, MediaType, Source
from errors import OutputError, SourceError
from ingest.cleanup import rescale
from ingest.images import ImageFile
from ingest.pdf import PdfFile
from ingest.raster import POINTS_PER_INCH, Raster
from pipelines.outputs import HIDDEN
from pipelines.store import write_whole
from pipelines.worker import Task
from pipelines.workers import Lost, Workers

WIDTHS = (700, 1400, 2800)
"""Pixels across, from a telephone to a close look; others are not made, so that the folder stays small."""
SECONDS = 30.0
MEMORY = 2**30
MOST_MPIXELS = 128.0
QUALITY = 82
CROP_DPI = 150
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
        return self

    def __exit__(self, *raised: object) -> None:
        self._workers.__exit__(None, None, None)

    def page(self, source: Source, number: int, width: int) -> bytes | str:
        """A page as JPEG, `width` pixels across or a little more, or why there is none."""
        wide = next((each for each in WIDTHS if each >= width), WIDTHS[-1])
        return self._kept(source, f"{number:05}-{wide}", draw_page, source, number, wide)

    def crop(self, source: Source, number: int, box: Box) -> bytes | str:
        """The part of a page around `box` as JPEG, or why there is none."""
        corners = "-".join(str(round(edge)) for edge in (box.x0, box.y0, box.x1, box.y1))
        return self._kept(source, f"{number:05}-{corners}", draw_crop, source, number, box)

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
        return _jpeg(_raster(source, number, width))
    except SourceError as error:
        return error.failure


def draw_crop(source: Source, number: int, box: Box) -> bytes | Failure:
    """The part of a page around `box` as JPEG."""
    try:
        raster = _raster(source, number, None)
    except SourceError as error:
        return error.failure
    scale = raster.dpi / POINTS_PER_INCH
    rows, columns = raster.pixels.shape
    left, top = (max(round((edge - CROP_MARGIN) * scale), 0) for edge in (box.x0, box.y0))
    right, bottom = round((box.x1 + CROP_MARGIN) * scale), round((box.y1 + CROP_MARGIN) * scale)
    cut = raster.pixels[min(top, rows - 1) : max(bottom, top + 1), min(left, columns - 1) : max(right, left + 1)]
    return _jpeg(Raster(cut.copy(), raster.dpi))


def _raster(source: Source, number: int, width: int | None) -> Raster:
    """The page in grey, `width` pixels across, or at the resolution for crops."""
    if source.media_type is MediaType.PDF:
        file = PdfFile(source)
        try:
            with file.page(number) as page:
                across = page.sheet.width
                return page.render(round(width * POINTS_PER_INCH / across) if width else CROP_DPI)
        finally:
            file.close()
    with ImageFile(source) as image:
        raster = image.raster(number, MOST_MPIXELS)
    columns = raster.pixels.shape[1]
    dpi = round(raster.dpi * width / columns) if width else min(raster.dpi, CROP_DPI)
    return rescale(raster, max(dpi, 1))


def _jpeg(raster: Raster) -> bytes:
    done, made = cv2.imencode(".jpg", raster.pixels, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    assert done  # noqa: S101 - grey images of any size can be encoded
    return bytes(made)
