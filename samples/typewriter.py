"""Types paragraphs onto a sheet: even columns, uneven ink, letters that stand a little high or low."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from samples.markup import Paragraph

# A Courier with the Kazakh letters; Debian package fonts-freefont-ttf. Its strokes are thinner than a ribbon's.
FACE = Path("/usr/share/fonts/truetype/freefont/FreeMono.ttf")
RIBBON = 1 / 500
WIDTH, HEIGHT = 8.27, 11.69
COLUMNS = 60
CELL_COLUMNS = 27
INDENT = 5


@dataclass(frozen=True)
class Machine:
    """A typewriter: dots per inch of the picture, inches a letter and a line take, how far letters stray, in dots."""

    dpi: int = 200
    pitch: float = 0.1
    leading: float = 0.25
    stray: float = 0.8
    top: float = 1.0
    left: float = 1.15


@dataclass(frozen=True)
class TypedLine:
    """One line of a sheet and the column and row it starts at."""

    text: str
    column: int
    row: float


def type_sheet(
    paragraphs: Sequence[Paragraph], machine: Machine, random: np.random.Generator, height: float = HEIGHT
) -> NDArray[np.uint8]:
    """Type the sheet: grey pixels, `height` inches high, white paper."""
    shape = (round(WIDTH * machine.dpi), round(height * machine.dpi))
    image = Image.new("L", shape, 255)
    draw = ImageDraw.Draw(image)
    # Courier's letters are three fifths of its size wide.
    face = ImageFont.truetype(str(FACE), machine.pitch * machine.dpi / 0.6)
    for line in lines_of(paragraphs):
        for place, letter in enumerate(line.text):
            if letter == " ":
                continue
            across, up = random.normal(0, machine.stray, 2)
            x = (machine.left + (line.column + place) * machine.pitch) * machine.dpi + across / 2
            y = (machine.top + line.row * machine.leading) * machine.dpi + up
            shade = int(random.integers(0, 70))
            draw.text((x, y), letter, font=face, fill=shade, stroke_width=RIBBON * machine.dpi)
    return np.asarray(image, dtype=np.uint8)


def lines_of(paragraphs: Sequence[Paragraph]) -> Iterator[TypedLine]:
    """Break paragraphs into lines; the cells of a protocol stand side by side."""
    row = 0.0
    cells = [paragraph for paragraph in paragraphs if paragraph.kind == "cell"]
    for paragraph in paragraphs:
        if paragraph.kind == "cell":
            if paragraph is cells[0]:
                ends = [row]
                for role, column in (("heard", 0), ("resolved", COLUMNS - CELL_COLUMNS)):
                    typed = tuple(_cell(cells, role, column, row))
                    ends.append(typed[-1].row + 2)
                    yield from typed
                row = max(ends)
            continue
        typed = tuple(_lines(paragraph, row))
        yield from typed
        row = typed[-1].row + (1.0 if paragraph.kind == "right" else 1.6)


def _cell(cells: Iterable[Paragraph], role: str, column: int, row: float) -> Iterator[TypedLine]:
    for paragraph in cells:
        if paragraph.role == role:
            for text in textwrap.wrap(paragraph.text, CELL_COLUMNS):
                yield TypedLine(text, column, row)
                row += 1
            row += 0.5


def _lines(paragraph: Paragraph, row: float) -> Iterator[TypedLine]:
    if paragraph.kind in ("centred", "heading", "right"):
        for text in textwrap.wrap(paragraph.text, COLUMNS):
            free = COLUMNS - len(text)
            yield TypedLine(text, free if paragraph.kind == "right" else free // 2, row)
            row += 1
        return
    indent = "" if paragraph.kind == "row" else " " * INDENT
    for text in textwrap.wrap(paragraph.text, COLUMNS, initial_indent=indent, break_on_hyphens=False):
        yield TypedLine(text, 0, row)
        row += 1
