"""Scraps beside a line, and lines nobody read: ink that is in no word, read again together with what stands beside it.

Tesseract divides a page into columns before it reads, and so takes the numbers of a list for a column of their own:
it reads them as one line that runs down the page, each by itself without the line it belongs to, or not at all. Where
marks of ink as large as letters are in no word of a line, a strip of the page is read once more as one line: the marks
with the next words of the line beside them, which tell it what it has to do with. Only what stands in the place of the
marks is taken from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
import regex
from numpy.typing import NDArray

from document import Box, Word
from ingest.evidence import LIKELY, SURE, believable, credence, quality, value
from ingest.marks import Marks, covered
from ingest.ocr import Rereader
from ingest.pieces import read_strips
from ingest.raster import POINTS_PER_INCH, Raster
from ingest.second_reading import rows_of

MOST = 40  # strips a page
MOST_UNREAD = 0.15  # of the page's marks: more are a drawing or handwriting, or the page was not read at all
SHORT = 4  # characters of a scrap: a number and its point
BESIDE = 12.0  # heights of small letters between a scrap and its line
NEIGHBOURS = 3  # words of the line that are read with the scrap
LOW, HIGH = 0.8, 2.0  # heights of small letters: of a mark that is a letter or digit
TALLEST = 4.0  # heights of small letters: a strip that is higher is no line
THIN = 0.2  # of the height of small letters: what is narrower is a rule or the edge of the paper
FEWEST = 3  # marks in a row that make a line
FEW_LINES = 3  # of a page that was not read at all, which its lines may tell by themselves
APART = 3.0  # heights of small letters between two marks of one line

PAGE_NUMBER = regex.compile(r"\d{1,3}")
LISTED = regex.compile(r"\d{1,3},")

Boxes = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Strip:
    """What is to be read again: `ink` in no word, `left` or right of a row or (None) by itself; `box` holds both."""

    row: int | None
    left: bool
    ink: Box
    box: Box


def recover(words: tuple[Word, ...], marks: Marks, dpi: int, sheet: Raster, recognizer: Rereader) -> tuple[Word, ...]:
    """Answer `words`, in their order, with what was left out; `marks` (at `dpi`) and `sheet` are of their frame."""
    letter = marks.height * POINTS_PER_INCH / dpi
    rows = [part for row in rows_of(words) for part in _apart(row, letter)]
    scraps = frozenset(place for place, row in enumerate(rows) if _is_scrap(row, rows, letter))
    lines = {place: _proper(row) for place, row in enumerate(rows) if place not in scraps}
    lines = {place: row for place, row in lines.items() if row}
    unread = _letters(marks, dpi, [word for row in lines.values() for word in row], letter)
    strips = _strips(unread, lines, letter) if not rows or len(unread) <= MOST_UNREAD * len(marks) else []
    strips = [strip for strip in strips if strip.box.height <= TALLEST * letter][:MOST]
    if not strips or (not rows and len(strips) > FEW_LINES):
        return words
    rows = rows or [()]
    read = read_strips([strip.box for strip in strips], sheet, recognizer)
    for strip, found in zip(strips, read, strict=True):
        _settle(strip, found, rows, scraps)
    return tuple(word for row in rows for word in row)


def _settle(strip: Strip, found: Sequence[Word], rows: list[tuple[Word, ...]], scraps: frozenset[int]) -> None:
    """Put what was read of a strip in the place of what was there, if it tells more."""
    ink = strip.ink
    if strip.row is None:
        new = tuple(found)
        letters = sum(sum(map(str.isalnum, word.text)) for word in new)
        if quality(new) >= SURE and (letters >= FEWEST or PAGE_NUMBER.fullmatch(" ".join(word.text for word in new))):
            after = max((place for place, row in enumerate(rows) if row and row[0].box.y0 < ink.y0), default=0)
            rows[after] = (*rows[after], *new)
        return
    row, proper = rows[strip.row], _proper(rows[strip.row])
    edge = proper[0].box.x0 if strip.left else proper[-1].box.x1
    outside = tuple(word for word in row if (word.box.x1 <= edge if strip.left else word.box.x0 >= edge))
    new = tuple(word for word in found if ((word.box.x0 + word.box.x1) / 2 < edge) == strip.left)
    new = _numbered(new) if strip.left else new
    over = [place for place in scraps if any(_meets(word.box, ink) for word in rows[place])]
    upright = [word for place in over for word in rows[place] if not _runs_down(word)]
    if not believable(new) or quality(new) < LIKELY or value(new) <= value([*outside, *upright]):
        return
    kept = tuple(word for word in row if word not in outside)
    rows[strip.row] = (*new, *kept) if strip.left else (*kept, *new)
    for place in over:
        rows[place] = ()


def _numbered(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """`4,` → `4.`: a number that stands by itself before a line is that of a list; a speck makes its point a comma."""
    if len(words) == 1 and LISTED.fullmatch(words[0].text):
        return (msgspec.structs.replace(words[0], text=f"{words[0].text[:-1]}."),)
    return words


def _is_scrap(row: Sequence[Word], rows: Sequence[Sequence[Word]], letter: float) -> bool:
    """Tell whether a row is one word that runs down the page, or a short and doubtful one that stands beside a line."""
    if len(row) != 1:
        return False
    word = row[0]
    if _runs_down(word) and word.box.height > HIGH * letter:
        return True
    if len(word.text) > SHORT or credence(word) >= SURE:
        return False
    middle = (word.box.y0 + word.box.y1) / 2
    return any(
        len(other) > 1
        and any(part.box.y0 <= middle <= part.box.y1 for part in (other[0], other[-1]))
        and min(abs(other[0].box.x0 - word.box.x1), abs(word.box.x0 - other[-1].box.x1)) <= BESIDE * letter
        for other in rows
    )


def _runs_down(word: Word) -> bool:
    return len(word.text) > 1 and word.box.height > word.box.width


def _apart(row: Sequence[Word], letter: float) -> Iterator[tuple[Word, ...]]:
    """A row without the words in it that run down the page, and each of those."""
    falling = [word for word in row if word.box.height > TALLEST * letter and word.box.width < HIGH * letter]
    level = tuple(word for word in row if word not in falling)
    yield from (part for part in (level, *((word,) for word in falling)) if part)


def _proper(row: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a row without points and strokes at its ends, which may be what is left of a number."""
    solid = [place for place, word in enumerate(row) if any(map(str.isalnum, word.text))]
    return tuple(row[solid[0] : solid[-1] + 1]) if solid else ()


def _letters(marks: Marks, dpi: int, words: Sequence[Word], letter: float) -> Boxes:
    """Boxes (n × 4: left, top, right, bottom; points) of marks as large as letters that are in no word."""
    left = marks.boxes[~covered(words, marks, dpi)] * (POINTS_PER_INCH / dpi)
    width, height = left[:, 2], left[:, 3]
    left = left[(height >= LOW * letter) & (height <= HIGH * letter) & (width >= THIN * letter)]
    return np.column_stack((left[:, 0], left[:, 1], left[:, 0] + left[:, 2], left[:, 1] + left[:, 3]))


def _strips(unread: Boxes, lines: dict[int, tuple[Word, ...]], letter: float) -> list[Strip]:
    """Gather marks beside the same end of a line, and the others in rows of their own."""
    beside: dict[tuple[int, bool], list[Box]] = {}
    alone: list[Box] = []
    for x0, y0, x1, y1 in unread.tolist():
        box = Box(x0, y0, x1, y1)
        place = _nearest(box, lines, letter)
        if place is None:
            alone.append(box)
        else:
            beside.setdefault(place, []).append(box)
    strips = []
    for (row, left), boxes in beside.items():
        words = lines[row][:NEIGHBOURS] if left else lines[row][-NEIGHBOURS:]
        ink = Box.around(boxes)
        strips.append(Strip(row, left, ink, Box.around([ink, *(word.box for word in words)])))
    tops, feet = zip(*((row[0].box.y0, row[0].box.y1) for row in lines.values()), strict=True) if lines else ((), ())
    for boxes in _rows(alone, letter):
        outside = boxes[0].y1 < min(tops, default=0.0) or boxes[0].y0 > max(feet, default=0.0)
        if len(boxes) < FEWEST and not (outside and lines):
            continue
        ink = Box.around(boxes)
        strips.append(Strip(None, True, ink, ink))
    return strips


def _nearest(box: Box, lines: dict[int, tuple[Word, ...]], letter: float) -> tuple[int, bool] | None:
    """The line a mark stands beside, and whether to the left of it."""
    middle = (box.y0 + box.y1) / 2
    best: tuple[float, int, bool] | None = None
    for place, row in lines.items():
        for gap, word, left in ((row[0].box.x0 - box.x1, row[0], True), (box.x0 - row[-1].box.x1, row[-1], False)):
            within = -letter <= gap <= BESIDE * letter and word.box.y0 - 0.3 * letter <= middle <= word.box.y1
            if within and (best is None or gap < best[0]):
                best = gap, place, left
    return best and best[1:]


def _rows(boxes: Sequence[Box], letter: float) -> list[list[Box]]:
    """Marks that stand side by side, from left to right; rows of too few are no lines."""
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: box.x0):
        middle = (box.y0 + box.y1) / 2
        for row in rows:
            last = row[-1]
            if last.y0 <= middle <= last.y1 and box.x0 - last.x1 <= APART * letter:
                row.append(box)
                break
        else:
            rows.append([box])
    return sorted(rows, key=lambda row: (row[0].y0, row[0].x0))


def _meets(box: Box, other: Box) -> bool:
    return box.x0 < other.x1 and other.x0 < box.x1 and box.y0 < other.y1 and other.y0 < box.y1
