"""Page images made for tests: lines of invented text, and what time does to paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from ingest.raster import Raster

Pixels = NDArray[np.uint8]

FACES = (  # the first that is there
    "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf",
    "/usr/share/fonts/dejavu-serif-fonts/DejaVuSerif.ttf",
)
KAZAKH = "Қазалы уезінің тұрғыны Әбдіраман Сүгірұлы"
RUSSIAN = "Протокол заседания тройки от 5 августа 1937"
ENGLISH = "The witness Harold Pemberley was heard again"
SENTENCE = "Ғабит Өтепұлы туралы істі тоқтату керек деп ұйғарды"
LINES = (KAZAKH, RUSSIAN, ENGLISH, SENTENCE)


def write(lines: Sequence[str] = LINES, size: int = 44) -> Pixels:
    """Black lines on white; `size` in pixels, at 300 dpi 44 are some eleven points."""
    face = next((face for face in FACES if Path(face).is_file()), None)
    if face is None:
        pytest.skip("no font with Kazakh letters: apt-get install fonts-dejavu-core")
    font = ImageFont.truetype(face, size)
    step = size * 17 // 10
    image = Image.new("L", (size * 34, size * 3 + step * len(lines)), 255)
    pen = ImageDraw.Draw(image)
    for index, line in enumerate(lines):
        pen.text((size * 1.5, size * 1.5 + step * index), line, font=font, fill=0)
    return np.array(image)


def grain(pixels: Pixels, strength: float) -> Pixels:
    """Grey noise, the same every time."""
    noise = np.random.default_rng(1937).normal(0, strength, pixels.shape)
    noisy: Pixels = np.clip(pixels + noise, 0, 255).astype(np.uint8)
    return noisy


def shade(pixels: Pixels) -> Pixels:
    """Dark and light clouds, as on a bad photograph: the light paper's ink is as grey as the dark paper."""
    rows, columns = pixels.shape
    down, across = np.mgrid[0:rows, 0:columns]
    light = 0.35 + 0.65 * (0.5 + 0.5 * np.sin(across / 150) * np.cos(down / 90))
    shaded: Pixels = (40 + pixels * light * 0.84).astype(np.uint8)
    return shaded


def raster(pixels: Pixels, dpi: int = 300) -> Raster:
    return Raster(np.ascontiguousarray(pixels), dpi)


def typescript(
    width: int, height: int, *, seed: int = 0, margin: int = 70, leading: int = 24, longest: float = 1
) -> Pixels:
    """A page of lines that only look like typing: upright strokes, joined, as small letters and capitals are."""
    random = np.random.default_rng(seed)
    page = np.full((height, width), 255, np.uint8)
    for line in range(margin, height - margin, leading):
        end = width - margin
        if longest < 1:
            end = margin + int((end - margin) * random.uniform(longest / 2, longest))
        for left in range(margin, end - 8, 11):
            if random.random() < 0.15:
                continue  # the room between words
            top = line - int(random.choice((9, 9, 9, 13)))
            page[top:line, left : left + 2] = page[top:line, left + 5 : left + 7] = 0
            page[top : top + 2, left : left + 7] = 0
    return page
