"""Page images in TIFF, PNG and JPEG files, frame by frame: the only module that knows Pillow."""

from __future__ import annotations

import math
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from document import Failure, MediaType, Reason, Source, Stage
from errors import SourceError
from ingest.limits import FINEST_DPI as FINEST_NEEDED
from ingest.limits import too_large
from ingest.raster import Raster
from ingest.stages import no_longer_readable

COARSEST_DPI = 70
FINEST_DPI = 1200
LONGEST_SHEET_INCHES = 24.0  # that of A2; who claims more has only left 72 dpi standing
A4_INCHES = 11.69
SQUARE_WITHIN = 1.05  # fax machines scan twice as fine across as down
LEAST_SQUARE = 4.0  # and none that much finer one way than the other: who claims more is damaged, or means harm
ORIENTATION = 0x0112  # tag of EXIF and TIFF
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
NEW_SUBFILE_TYPE = 0x00FE  # tag of TIFF
COPY_OR_MASK = 0b101  # its bits for a copy in lower resolution and for a transparency mask
SIDEWAYS = {5, 6, 7, 8}
FULL_RANGES = (255.0, 4095.0, 65535.0)  # of 8, 12 and 16 bits

# What Pillow raises for damaged files, one way or another.
UNREADABLE = (OSError, SyntaxError, ValueError, EOFError, TypeError, KeyError, IndexError, Image.DecompressionBombError)


class ImageFile:
    """An open image file of one or more frames, counted from 1; `SourceError` when it cannot be opened."""

    def __init__(self, source: Source) -> None:
        self._name = source.name
        try:
            # Given a path, Pillow maps files into memory and so scrambles TIFF that is to be turned.
            self._stream = Path(source.path).open("rb")  # noqa: SIM115 - closed with the image
        except OSError as error:
            raise SourceError(no_longer_readable(source, error)) from error
        try:
            with self._open() as image:
                self._frames = _pages(image, source.media_type)
        except UNREADABLE as error:
            self._stream.close()
            message = f"{source.name} is broken: copy or scan it again ({error})"
            raise SourceError(Failure(source.name, Stage.OPEN, Reason.BROKEN, message)) from error

    def __enter__(self) -> ImageFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stream.close()

    def __len__(self) -> int:
        return len(self._frames)

    def raster(self, number: int, most_mpixels: float) -> Raster:
        """Decode a frame to grey, turned as its metadata say; `SourceError` when it is too large or damaged.

        A frame that says it is finer than OCR needs comes out a whole part as fine.
        """
        try:
            with self._frame(number) as image:
                pixels = _pixels(image)
                if pixels > most_mpixels * 1e6:
                    raise SourceError(too_large(self._name, number, pixels))
                return _raster(image)
        except UNREADABLE as error:
            raise self._damaged(number, error) from error

    def picture(self, number: int) -> bytes:
        """A frame as it is displayed, as PNG on white paper; `SourceError` when it is damaged."""
        try:
            with self._frame(number) as image, BytesIO() as file:
                image.load()
                shown = _on_white(image)
                turn = image.getexif().get(ORIENTATION, 1)
                (shown.transpose(TURNS[turn]) if turn in TURNS else shown).save(file, "PNG")
                return file.getvalue()
        except UNREADABLE as error:
            raise self._damaged(number, error) from error

    def _damaged(self, number: int, error: Exception) -> SourceError:
        message = f"page {number} of {self._name} is damaged: copy or scan it again ({error})"
        return SourceError(Failure(self._name, Stage.RENDER, Reason.BROKEN, message, number))

    def mpixels(self, number: int) -> float:
        """Answer how many million pixels a frame has, in its file or made square."""
        with self._frame(number) as image:
            return _pixels(image) / 1e6

    @contextmanager
    def _frame(self, number: int) -> Iterator[Image.Image]:
        with self._open() as image:
            image.seek(self._frames[number - 1])
            yield image

    @contextmanager
    def _open(self) -> Iterator[Image.Image]:
        """Open the image for a while: one left open would keep the pixels it was decoded to."""
        with os.fdopen(os.dup(self._stream.fileno()), "rb") as stream, _own_limits():
            stream.seek(0)
            with Image.open(stream) as image:
                yield image


def _on_white(image: Image.Image) -> Image.Image:
    """The image in its colours, what is transparent in it as white paper; of more than eight bits, in grey."""
    if image.has_transparency_data:
        layered = image.convert("RGBA")
        paper = Image.new("RGBA", layered.size, "white")
        paper.alpha_composite(layered)
        return paper.convert("RGB")
    if image.mode in {"P", "CMYK", "YCbCr"}:
        return image.convert("RGB")
    return image if image.mode in {"1", "L", "RGB"} else _grey(image)


@contextmanager
def _own_limits() -> Iterator[None]:
    """Without Pillow's guard, which knows nothing of what the user allows: sizes are checked before decoding."""
    usual = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on odd metadata, which do not matter here
            yield
    finally:
        Image.MAX_IMAGE_PIXELS = usual


def _pages(image: Image.Image, media_type: MediaType) -> tuple[int, ...]:
    """Which frames are pages: not the previews that cameras add to JPEG, nor the smaller copies and masks in TIFF."""
    if media_type is not MediaType.TIFF:
        return (0,)
    frames = range(int(getattr(image, "n_frames", 1)))
    pages = tuple(frame for frame in frames if not _kind(image, frame) & COPY_OR_MASK)
    return pages or tuple(frames)


def _kind(image: Image.Image, frame: int) -> int:
    image.seek(frame)
    return int(image.getexif().get(NEW_SUBFILE_TYPE, 0))


def _raster(image: Image.Image) -> Raster:
    across, down = _claimed_dpi(image)
    asked = image.getexif().get(ORIENTATION, 1)
    image.draft("L", image.size)  # JPEG holds grey apart from colour, so that colour need not be decoded
    image.load()
    left_to_do = image.getexif().get(ORIENTATION, 1)  # Pillow turns TIFF itself
    if asked in SIDEWAYS and left_to_do not in SIDEWAYS:
        across, down = down, across
    grey = _grey(image)
    if across and down and max(across, down) > SQUARE_WITHIN * min(across, down):
        grey = grey.resize(_squared(grey.size, across, down))
        across = down = max(across, down)
    coarser = math.ceil(across / FINEST_NEEDED) if FINEST_NEEDED < across <= FINEST_DPI else 1
    if coarser > 1:
        grey, across = grey.convert("L").reduce(coarser), across / coarser
    if left_to_do in TURNS:
        grey = grey.transpose(TURNS[left_to_do])
    pixels: NDArray[np.uint8] = np.array(grey, dtype=np.uint8)
    return Raster(pixels, choose_dpi(grey.height, grey.width, across))


def choose_dpi(rows: int, columns: int, claimed: float) -> int:
    """Answer the resolution a file claims, if the sheet it makes could be one; else that of an A4 sheet."""
    longer = max(rows, columns)
    if COARSEST_DPI <= claimed <= FINEST_DPI and longer / claimed <= LONGEST_SHEET_INCHES:
        return round(claimed)
    return min(FINEST_DPI, max(COARSEST_DPI, round(longer / A4_INCHES)))


def _pixels(image: Image.Image) -> int:
    return max(image.width * image.height, math.prod(_squared(image.size, *_claimed_dpi(image))))


def _squared(size: tuple[int, int], across: float, down: float) -> tuple[int, int]:
    """The size at which pixels are square, where those of an image are not."""
    if not across or not down:
        return size
    finer = max(across, down)
    return round(size[0] * finer / across), round(size[1] * finer / down)


def _claimed_dpi(image: Image.Image) -> tuple[float, float]:
    """How fine a file says it is across and down, zero where it does not say so or cannot be."""
    try:
        across, down = (float(number) for number in image.info.get("dpi", (0, 0)))
    except (TypeError, ValueError, ZeroDivisionError):
        return 0.0, 0.0
    believable = 0 < across <= LEAST_SQUARE * down and 0 < down <= LEAST_SQUARE * across
    return (across, down) if believable and math.isfinite(across) else (0.0, 0.0)


def _grey(image: Image.Image) -> Image.Image:
    """The image in shades of grey, what is transparent in it as white paper."""
    if image.mode == "L" and not image.has_transparency_data:
        return image
    if image.mode in {"I", "F"} or image.mode.startswith("I;16"):
        return Image.fromarray(_eight_bits(np.asarray(image)))
    if image.has_transparency_data:
        return _on_white(image).convert("L")
    if image.mode == "LAB":
        return image.getchannel(0)
    return image.convert("L") if image.mode in {"1", "L", "RGB", "P"} else image.convert("RGB").convert("L")


def _eight_bits(values: NDArray[np.generic]) -> NDArray[np.uint8]:
    """Sixteen bits or floating point to eight: whole ranges for whole numbers, darkest to brightest for the others."""
    numbers = np.nan_to_num(values.astype(np.float32))
    darkest, brightest = float(numbers.min()), float(numbers.max())
    if values.dtype.kind in "iu" and darkest >= 0:
        darkest = 0.0
        brightest = next((full for full in FULL_RANGES if brightest <= full), brightest)
    spread = (brightest - darkest) or 1.0
    return ((numbers - darkest) * (255.0 / spread)).astype(np.uint8)
