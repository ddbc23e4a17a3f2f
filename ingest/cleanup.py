"""A page image made readable: pure functions from image to image."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.raster import Raster

Pixels = NDArray[np.uint8]

BACKGROUND_STEP = 8  # the background is looked for on an image this many times smaller
STROKE = 5  # pixels of that image: what is narrower is ink, not background
STAIN = 21  # pixels of that image: the background is even over this distance
BLACK = 24  # grey level of paper on which no ink could be seen: the scanner's lid
BLOTCHED = 215  # grey level of evened paper that is not even
BLOTCH_STEP = 4  # blotches are as small as letters: they are looked for on an image only so many times smaller
BLOTCH = 1.5  # heights of small letters: what is narrower is ink, what is wider a blotch
LID_STEP = 4  # the scanner's lid is looked for on an image this many times smaller
LID = 40  # grey level of the lid, of a fold's darkest shadow and of holes over it
LONG = 0.1  # of a side of the image: what is as dark, shorter than that and at its edge may be writing
DARK = 90  # grey level in the middle of a negative
WHITE = 255


def divide_background(pixels: Pixels) -> Pixels:
    """Even out the paper: each pixel by the paper around it, so that stains, shadows and black borders turn white."""
    rows, columns = pixels.shape
    if min(rows, columns) < BACKGROUND_STEP:
        return pixels
    paper = cv2.resize(paper_of(pixels), (columns, rows), interpolation=cv2.INTER_LINEAR)
    even = np.asarray(cv2.divide(pixels, np.maximum(paper, 1), scale=WHITE), np.uint8)
    even[paper < BLACK] = WHITE
    lid = lid_of(pixels)
    if lid is not None:
        even[lid] = WHITE
    return even


def lid_of(pixels: Pixels) -> NDArray[np.bool_] | None:
    """Where the black is that comes in from the edges of the image, crooked as it may be; None: nowhere.

    Paper that rounds off into it counts as well, a few pixels of it.
    """
    rows, columns = pixels.shape
    if min(rows, columns) < LID_STEP * BACKGROUND_STEP:
        return None
    small = cv2.resize(pixels, (columns // LID_STEP, rows // LID_STEP), interpolation=cv2.INTER_AREA)
    edges = (small[0], small[-1], small[:, 0], small[:, -1])
    if not any((edge < LID).mean() >= LONG for edge in edges):
        return None
    _, labels, statistics, _ = cv2.connectedComponentsWithStats((small < LID).astype(np.uint8), connectivity=8)
    across, down = statistics[:, cv2.CC_STAT_WIDTH], statistics[:, cv2.CC_STAT_HEIGHT]
    long = (across >= LONG * small.shape[1]) | (down >= LONG * small.shape[0])
    at_edge = np.zeros(len(statistics), np.bool_)
    for edge in (labels[0], labels[-1], labels[:, 0], labels[:, -1]):
        at_edge[edge] = True
    at_edge[0] = False  # paper
    wide = cv2.dilate((at_edge & long)[labels].astype(np.uint8), np.ones((5, 5), np.uint8))
    return np.asarray(cv2.resize(wide, (columns, rows), interpolation=cv2.INTER_NEAREST) > 0, np.bool_)


def paper_of(pixels: Pixels) -> Pixels:
    """The paper without what is written on it, `BACKGROUND_STEP` times smaller; slivers come back as they are."""
    rows, columns = pixels.shape
    if min(rows, columns) < BACKGROUND_STEP:
        return pixels
    small = cv2.resize(pixels, (columns // BACKGROUND_STEP, rows // BACKGROUND_STEP), interpolation=cv2.INTER_AREA)
    small = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((STROKE, STROKE), np.uint8))
    return np.asarray(cv2.medianBlur(small, STAIN), np.uint8)


def divide_blotches(pixels: Pixels, letter: int) -> Pixels:
    """Even out paper blotched as finely as it is written on (smudged carbon), by the height of small letters in pixels.

    Hollows out what is much larger than small letters.
    """
    rows, columns = pixels.shape
    if min(rows, columns) < BLOTCH_STEP:
        return pixels
    small = cv2.resize(pixels, (columns // BLOTCH_STEP, rows // BLOTCH_STEP), interpolation=cv2.INTER_AREA)
    width = max(round(BLOTCH * letter / BLOTCH_STEP), 3) | 1
    paper = cv2.GaussianBlur(cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((width, width))), (0, 0), width / 3)
    paper = cv2.resize(paper, (columns, rows), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(pixels, np.maximum(paper, 1), scale=WHITE), np.uint8)


def blotches(pixels: Pixels, letter: int) -> float:
    """The share of the page that stays dark around and between letters once its paper is evened out."""
    rows, columns = pixels.shape
    if min(rows, columns) < BACKGROUND_STEP:
        return 0.0
    size = (columns // BLOTCH_STEP, rows // BLOTCH_STEP)
    paper = cv2.resize(paper_of(pixels), size, interpolation=cv2.INTER_LINEAR)
    small = cv2.divide(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.maximum(paper, 1), scale=WHITE)
    width = max(2 * letter // BLOTCH_STEP, 1)
    around = np.asarray(cv2.dilate(small, np.ones((width, width), np.uint8)))
    return float(((around < BLOTCHED) & (paper >= BLACK)).mean())


def positive(raster: Raster) -> Raster:
    """Turn a negative (photostat, microfilm) into black on white: most of it is dark, and the rest lighter still."""
    middle = float(np.median(raster.pixels))
    if middle < DARK and raster.pixels.mean() > middle:
        return replace(raster, pixels=np.asarray(WHITE - raster.pixels, np.uint8))
    return raster


def remove_specks(pixels: Pixels) -> Pixels:
    """Take out grain of a pixel or two by a small median; strokes must be wider than that."""
    return np.asarray(cv2.medianBlur(pixels, 3), np.uint8)


def level(pixels: Pixels, skew: float) -> Pixels:
    """Turn the page `skew` degrees clockwise about its centre, the canvas keeping its size."""
    rows, columns = pixels.shape
    turn = cv2.getRotationMatrix2D(((columns - 1) / 2, (rows - 1) / 2), -skew, 1.0)
    turned = cv2.warpAffine(pixels, turn, (columns, rows), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(turned, np.uint8)


def turn_right_angles(raster: Raster, rotation: int) -> Raster:
    """Turn the page `rotation` degrees (0, 90, 180, 270) clockwise."""
    if rotation == 0:
        return raster
    return Raster(np.ascontiguousarray(np.rot90(raster.pixels, -rotation // 90)), raster.dpi)


def rescale(raster: Raster, dpi: int) -> Raster:
    """Render the same page at another resolution; its size in points stays within half a pixel."""
    if dpi == raster.dpi:
        return raster
    rows, columns = raster.pixels.shape
    factor = dpi / raster.dpi
    size = (max(round(columns * factor), 1), max(round(rows * factor), 1))
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    return Raster(np.asarray(cv2.resize(raster.pixels, size, interpolation=way), np.uint8), dpi)
