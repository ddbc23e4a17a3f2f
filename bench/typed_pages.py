"""Pages typed from passages marked by hand, one after the other without room between, and worn as bad scans are."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from samples.typewriter import FACE, HEIGHT, WIDTH
from samples.wear import Wear, wear_out

DPI = 300
POINTS = 11.0
COLUMNS, ROWS = 77, 47
LEFT, TOP, LEADING = 0.65, 0.85, 0.207  # inches
INK = 20  # grey
STROKE = 1  # pixel: the face is thinner than a ribbon's letters
BAD = Wear(paper=215, shadow=25, noise=18, fade=0.45, blur=1.3, dust=0.00002, bleed=0.06, ink=0.95)
MOST_SKEW = 2.0  # degrees
SEED = 1938


def type_pages(texts: Sequence[str], pdf: Path) -> None:
    """Write a PDF of scanned pages; the same texts give the same pages."""
    wrapped = (textwrap.wrap(line, COLUMNS) for text in texts for line in text.splitlines())
    pages = [Image.fromarray(page) for page in _pages(list(chain.from_iterable(wrapped)))]
    pages[0].save(pdf, save_all=True, append_images=pages[1:], resolution=DPI, quality=60)


def _pages(lines: Sequence[str]) -> Iterator[NDArray[np.uint8]]:
    face = ImageFont.truetype(str(FACE), POINTS * DPI / 72)
    for first in range(0, len(lines), ROWS):
        random = np.random.default_rng((SEED, first))
        image = Image.new("L", (round(WIDTH * DPI), round(HEIGHT * DPI)), 255)
        draw = ImageDraw.Draw(image)
        for row, line in enumerate(lines[first : first + ROWS]):
            draw.text((LEFT * DPI, (TOP + row * LEADING) * DPI), line, font=face, fill=INK, stroke_width=STROKE)
        wear = replace(BAD, skew=float(random.uniform(-MOST_SKEW, MOST_SKEW)))
        yield wear_out(np.asarray(image, dtype=np.uint8), wear, random)
