"""Two facing pages on one image, or a page and a strip of its neighbour, found by the empty fold between them.

A column of a page, a table and a landscape order have empty bands too. What tells facing pages: each part has the shape
of a page or is cut off by the edge of the image, no line crosses from one to the other, and there is a fold's shadow,
or the lines of the two stand at other heights or lean otherwise, or there is room for two margins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest import cleanup
from ingest.marks import Marks, find_marks, find_skew, in_lines, lines_across
from ingest.raster import POINTS_PER_INCH, Raster

LOOK = 1800  # pixels of the longer side at which the fold is looked for
TILTS = (0.0, *(sign * step / 2 for step in range(1, 11) for sign in (1, -1)))  # degrees by which a fold may lean
NARROWEST = 0.02  # of the width: a fold
LESS_ROOM = 0.9  # of the width of a leaning band is enough for an upright one to be preferred
TWO_MARGINS = 0.07  # of the width: room that no columns have between them
CROSSING = 0.0005  # of the marks may stand one below the other in the fold: specks, the end of a long line
ACROSS = 0.6  # of the width of a fold: writing that runs over it
FEWEST = 40  # marks on a page
PAGE = 0.45  # width of a page, by its height; a narrower part is a strip, which the edge of the image cuts
ROWS = 6  # of a page, that its lines can be compared
FILLED = 0.55  # of a page's text: a line of running text, the most of them
UNBROKEN = 0.7  # of the lines, without such a gap
WIDE_GAP = 6.0  # heights of small letters: what is wider lies between the cells of a table
LEVEL = 0.35  # heights of small letters: two lines as near as that are one
ALIGNED = 0.7  # of the lines have one beside them: they may be one line
LEANING = 0.7  # degrees: the lines of the two parts were not laid down together
SHADOW = 20  # grey levels by which a fold is darker than both pages
AT_EDGE = 0.015  # of the width: writing that the edge of the image cuts
RULE = 40  # grey levels by which a rule across the fold is darker than what is above and below it
RULES = 3

Grey = NDArray[np.uint8]
Boxes = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Part:
    """One of two parts of an image, and how far from its left and top it begins, in points."""

    raster: Raster
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class Fold:
    """An upright band that leans `tilt` degrees: its edges in pixels where it is halfway down, and where to cut."""

    left: float
    right: float
    tilt: float
    cut: float = 0.0

    @property
    def width(self) -> float:
        """Pixels from left to right."""
        return self.right - self.left

    def at(self, place: float, rows: Boxes, height: int) -> Boxes:
        """Where a `place` halfway down lies in other rows of an image `height` pixels high."""
        lean = float(np.tan(np.radians(self.tilt)))
        return place + (rows - height / 2) * lean


@dataclass(frozen=True, slots=True)
class Side:
    """The text on one side of a fold: the heights of its lines at the fold and how they lean.

    Shares of its lines: `running` are as long as the text is wide, `whole` have no wide gaps, `cut_off` reach the edge
    of the image. `shape` is its width by its height.
    """

    rows: tuple[float, ...]
    skew: float
    running: float
    whole: float
    cut_off: float
    shape: float

    @property
    def is_text(self) -> bool:
        """Whether it is a page of running text."""
        return len(self.rows) >= ROWS and self.running >= 0.5

    @property
    def is_written(self) -> bool:
        """Whether it may be a page of verse, of a list or a program: most lines are whole, but need not be long."""
        return len(self.rows) >= ROWS and self.whole >= UNBROKEN


def find_parts(raster: Raster) -> tuple[Part, ...]:
    """Answer the two pages of a spread, from left to right or top to bottom as displayed; () where there is one."""
    longest = max(raster.pixels.shape)
    small = cleanup.rescale(raster, max(raster.dpi * LOOK // longest, 1)) if longest > LOOK else raster
    small = cleanup.positive(small)
    marks = find_marks(small)
    if len(marks) < 2 * FEWEST or not in_lines(marks):
        return ()
    down = lines_across(marks) < 1
    if down:
        marks = marks.transposed
    fold = find_fold(np.ascontiguousarray(small.pixels.T) if down else small.pixels, marks)
    return _cut(raster, fold, small.dpi, down=down) if fold is not None else ()


def find_fold(pixels: Grey, marks: Marks) -> Fold | None:
    """Find the fold of an image whose lines run across it; None where it shows one page."""
    for fold in _bands(marks, pixels.shape):
        left, right = (_side(marks, fold, pixels.shape, left=left) for left in (True, False))
        shadow = _shadow(pixels, fold)
        if not _are_pages(left, right, fold.width / pixels.shape[1], shadowed=shadow is not None):
            continue
        if not _is_written_over(marks, fold, pixels.shape[0]) and not _is_crossed(pixels, fold, marks):
            return Fold(fold.left, fold.right, fold.tilt, (fold.left + fold.right) / 2 if shadow is None else shadow)
    return None


def _bands(marks: Marks, shape: tuple[int, ...]) -> Iterator[Fold]:
    """The widest empty bands with marks on both sides, upright or leaning a little."""
    height, width = shape
    x0, x1 = marks.boxes[:, 0], marks.boxes[:, 0] + marks.boxes[:, 2]
    middle = marks.boxes[:, 1] + marks.boxes[:, 3] / 2 - height / 2
    found: dict[int, Fold] = {}
    for tilt in TILTS:
        shift = middle * np.tan(np.radians(tilt))
        starts = np.clip((x0 - shift).astype(int), 0, width - 1)
        ends = np.clip((x1 - shift).astype(int) + 1, 1, width)
        taken = np.cumsum(np.bincount(starts, minlength=width + 1) - np.bincount(ends, minlength=width + 1))[:width]
        edges = np.flatnonzero(np.diff(np.concatenate(([0], taken <= CROSSING * len(marks), [0]))))
        for left, right in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
            beside = int((ends <= left + 1).sum()), int((starts >= right - 1).sum())
            if right - left >= NARROWEST * width and min(beside) >= FEWEST:
                place = (left + right) // (2 * max(round(NARROWEST * width), 1))
                if place not in found or LESS_ROOM * (right - left) > found[place].width:
                    found[place] = Fold(left, right, tilt)
    yield from sorted(found.values(), key=lambda fold: -fold.width)[:4]


def _side(marks: Marks, fold: Fold, shape: tuple[int, ...], *, left: bool) -> Side:
    height, width = shape
    boxes = marks.boxes.astype(np.float64)
    middle = (fold.left + fold.right) / 2
    centres = boxes[:, 0] + boxes[:, 2] / 2
    here = (centres < fold.at(middle, boxes[:, 1] + boxes[:, 3] / 2, height)) == left
    skew = find_skew(Marks(marks.boxes[here], marks.height))
    boxes = boxes[here]
    feet = boxes[:, 1] + boxes[:, 3] + (boxes[:, 0] + boxes[:, 2] / 2 - middle) * np.tan(np.radians(skew))
    order = np.argsort(feet, kind="stable")
    ends = np.flatnonzero(np.diff(feet[order]) > 0.5 * marks.height) + 1
    rows = [row for row in np.split(order, ends) if len(row) >= 3]
    spans = [(boxes[row, 0].min(), (boxes[row, 0] + boxes[row, 2]).max()) for row in rows]
    reach = (min(x0 for x0, _ in spans), max(x1 for _, x1 in spans)) if spans else (0.0, 1.0)
    filled = FILLED * max(reach[1] - reach[0], 1.0)
    whole = [_widest_gap(boxes[row]) <= WIDE_GAP * marks.height for row in rows]
    running = [one and x1 - x0 >= filled for one, (x0, x1) in zip(whole, spans, strict=True)]
    edge = AT_EDGE * width
    cut_off = [x0 <= edge if left else x1 >= width - edge for x0, x1 in spans]
    return Side(
        tuple(float(np.median(feet[row])) for row in rows),
        skew,
        sum(running) / max(len(rows), 1),
        sum(whole) / max(len(rows), 1),
        sum(cut_off) / max(len(rows), 1),
        (middle if left else width - middle) / height,
    )


def _widest_gap(boxes: Boxes) -> float:
    """The widest gap between the marks of a row."""
    ordered = boxes[np.argsort(boxes[:, 0], kind="stable")]
    ends = np.maximum.accumulate(ordered[:, 0] + ordered[:, 2])
    return float(np.max(ordered[1:, 0] - ends[:-1], initial=0.0))


def _are_pages(left: Side, right: Side, width: float, *, shadowed: bool) -> bool:
    """Whether the parts beside a band, `width` of the image wide, are facing pages or a page and a strip of one."""
    aligned = _aligned(left, right)
    leaning = abs(left.skew - right.skew) >= LEANING and min(len(left.rows), len(right.rows)) >= ROWS
    if min(left.shape, right.shape) < PAGE:
        strip, page = sorted((left, right), key=lambda side: side.shape)
        is_strip = len(strip.rows) >= ROWS and strip.cut_off >= 0.5 and page.is_text and page.cut_off < 0.5
        return is_strip and page.shape >= PAGE and (shadowed or leaning or not aligned)
    if left.is_text and right.is_text:
        return shadowed or leaning or not aligned or width >= TWO_MARGINS
    apart = shadowed or width >= TWO_MARGINS
    if left.is_written and right.is_written and apart:
        return leaning or not aligned
    return (left.is_text or right.is_text) and apart and (leaning or not aligned)


def _aligned(left: Side, right: Side) -> bool:
    """Whether most lines of the side with fewer stand at the height of a line of the other; too few lines may not."""
    fewer, more = sorted((left.rows, right.rows), key=len)
    if len(fewer) < ROWS:
        return False
    steps = np.diff(more)
    near = LEVEL * float(np.median(steps)) / 2
    beside = [min(abs(row - other) for other in more) <= near for row in fewer]
    return sum(beside) >= ALIGNED * len(fewer)


def _band(pixels: Grey, fold: Fold) -> Grey:
    """The pixels of a band, set upright."""
    height = pixels.shape[0]
    lean = float(np.tan(np.radians(fold.tilt)))
    matrix = np.array(((1.0, lean, fold.left - lean * height / 2), (0.0, 1.0, 0.0)))
    size = (max(int(fold.width), 1), height)
    flags = cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(pixels, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE), np.uint8)


def _shadow(pixels: Grey, fold: Fold) -> float | None:
    """Where a band is darkest, in pixels halfway down, if it is much darker than the paper on both sides."""
    shades = np.median(_band(pixels, fold), axis=0)
    middle = int((fold.left + fold.right) / 2)
    paper = min(np.percentile(pixels[:, :middle], 70), np.percentile(pixels[:, middle:], 70))
    inner = shades[1:-1]
    if not inner.size or inner.min() > paper - SHADOW:
        return None
    return fold.left + 1 + float(np.median(np.flatnonzero(inner <= inner.min() + 2)))


def _is_written_over(marks: Marks, fold: Fold, height: int) -> bool:
    """Whether a line of writing runs from one side of a band to the other."""
    feet = (marks.boxes[:, 1] + marks.boxes[:, 3]).astype(np.float64)
    centres = marks.boxes[:, 0] + marks.boxes[:, 2] / 2 - fold.at(fold.left, feet, height)
    inside = np.flatnonzero((centres > 0) & (centres < fold.width))
    inside = inside[np.argsort(feet[inside], kind="stable")]
    ends = np.flatnonzero(np.diff(feet[inside]) > 0.5 * marks.height) + 1
    return any(len(row) >= 3 and np.ptp(centres[row]) >= ACROSS * fold.width for row in np.split(inside, ends))


def _is_crossed(pixels: Grey, fold: Fold, marks: Marks) -> bool:
    """Whether rules run across a band between the first line and the last: those of a table."""
    first, last = np.percentile(marks.boxes[:, 1], (1, 99)).astype(int)
    band = _band(pixels, fold)[first:last]
    inner = band[:, band.shape[1] // 5 : max(4 * band.shape[1] // 5, band.shape[1] // 5 + 1)]
    if inner.shape[0] < 31:
        return False
    shades = np.percentile(inner, 80, axis=1).astype(np.uint8)[:, None]
    usual = np.asarray(cv2.medianBlur(np.repeat(shades, 3, axis=1), 31), np.uint8)[:, :1]
    dark = (usual.astype(int) - shades >= RULE)[:, 0]
    return int((np.diff(dark.astype(int)) == 1).sum()) >= RULES


def _cut(raster: Raster, fold: Fold, dpi: int, *, down: bool) -> tuple[Part, ...]:
    """Cut the image along the fold, which was found at `dpi`; what is beyond it becomes paper."""
    pixels = raster.pixels.T if down else raster.pixels
    height = pixels.shape[0]
    cuts = fold.at(fold.cut * raster.dpi / dpi, np.arange(height, dtype=np.float64), height)
    start, end = max(int(cuts.min()), 1), min(int(cuts.max()) + 1, pixels.shape[1] - 1)
    across = np.arange(pixels.shape[1])
    parts = []
    for left, piece, places in ((0, pixels[:, :end], across[:end]), (start, pixels[:, start:], across[start:])):
        paper = np.uint8(np.percentile(piece[:: max(height // 200, 1)], 70))
        beyond = (places[None, :] >= cuts[:, None]) == (left == 0)
        whole = np.where(beyond, paper, piece)
        image = Raster(np.ascontiguousarray(whole.T if down else whole), raster.dpi)
        offset = left * POINTS_PER_INCH / raster.dpi
        parts.append(Part(image, 0.0 if down else offset, offset if down else 0.0))
    return tuple(parts)
