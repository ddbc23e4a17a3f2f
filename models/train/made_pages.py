"""Pages typed and printed from texts of our own, and spoiled more or less, to learn from what recognisers make of them.

Faces, machines and every kind of wear are drawn by lot from one seed, so the pages are the same each time.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from bench.marked_lines import HALVES, compose
from document import Language
from models.train.marked import FOLDER, read_written
from samples.wear import Wear, two_tone, wear_out

FONTS = Path("/usr/share/fonts")
# Debian packages fonts-freefont-ttf, fonts-dejavu-core, fonts-noto-core and -mono, fonts-urw-base35.
TYPED = (
    "truetype/freefont/FreeMono.ttf",
    "truetype/freefont/FreeMonoBold.ttf",
    "truetype/dejavu/DejaVuSansMono.ttf",
    "opentype/urw-base35/NimbusMonoPS-Regular.otf",
)
PRINTED = (
    "truetype/freefont/FreeSerif.ttf",
    "truetype/dejavu/DejaVuSerif.ttf",
    "truetype/dejavu/DejaVuSerifCondensed.ttf",
    "truetype/noto/NotoSerif-Regular.ttf",
    "opentype/urw-base35/C059-Roman.otf",
    "opentype/urw-base35/NimbusRoman-Italic.otf",
)
SEED = 1931
WIDTH, HEIGHT = 6.2, 4.4  # inches
MARGIN = 0.5
LANGUAGES = ("kk", "ru", "en")
QUALITIES = (12, 20, 35, 60)  # of JPEG

Grey = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class MadePage:
    """A spoiled page, what is printed on it, and its kind: how it was set and in which language."""

    name: str
    kind: str
    text: str
    pixels: Grey
    dpi: int


def made_pages(count: int) -> Iterator[MadePage]:
    """Make so many pages, the languages in turn; a longer row begins with a shorter one."""
    texts = _texts()
    for number in range(count):
        random = np.random.default_rng((SEED, number))
        language = LANGUAGES[number % len(LANGUAGES)]
        typed = bool(random.random() < 0.6)
        dpi = int(random.choice((120, 150, 200, 200, 300)))
        lines, sheet = _set(texts[language], language, typed, dpi, random)
        kind = f"{'typed' if typed else 'printed'} {language}"
        yield MadePage(f"made-{number:03}", kind, "\n".join(lines), _spoiled(sheet, dpi, random), dpi)


def _texts() -> dict[str, list[str]]:
    texts: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    for passage in read_written():
        if passage.lang is not Language.RU:  # those are entries of lists; papers were written for this
            texts[passage.lang.value].append(" ".join(passage.text.split()))
    plain = (FOLDER / "plain-ru.txt").read_text(encoding="utf-8")
    texts["ru"] = [" ".join(passage.split()) for passage in plain.split("\n\n")]
    return texts


def _set(
    texts: Sequence[str], language: str, typed: bool, dpi: int, random: np.random.Generator
) -> tuple[list[str], Grey]:
    """Set paragraphs drawn by lot, now and then lines full of numbers and names, until the sheet is full."""
    faces = [file for file in (TYPED if typed else PRINTED) if _has_letters(file, language)]
    size = float(random.uniform(10.5, 13.0) if typed else random.uniform(8.5, 12.0)) * dpi / 72
    face = ImageFont.truetype(str(FONTS / faces[int(random.integers(len(faces)))]), size)
    image = Image.new("L", (round(WIDTH * dpi), round(HEIGHT * dpi)), 255)
    draw = ImageDraw.Draw(image)
    leading, down, lines = size * float(random.uniform(1.25, 1.9)), MARGIN * dpi, list[str]()
    pieces: list[str] = []
    while down + leading < (HEIGHT - MARGIN) * dpi:
        if not pieces:
            text = texts[int(random.integers(len(texts)))]
            if random.random() < 0.3:
                text = compose(int(random.integers(HALVES)), language, 1, random)[0].text
            elif random.random() < 0.1:
                text = text[: int(random.integers(20, 50))].rsplit(" ", 1)[0].upper()
            pieces = _wrapped(text, face, (WIDTH - 2 * MARGIN) * dpi)
        line = pieces.pop(0)
        _strike(draw, line, (MARGIN * dpi, down), face, random if typed else None)
        lines.append(line)
        down += leading
    return lines, np.asarray(image, dtype=np.uint8)


def _has_letters(file: str, language: str) -> bool:
    """Whether a face is there and has the letters; one without them prints the same box for two."""
    if not (FONTS / file).is_file():
        return False
    face = ImageFont.truetype(str(FONTS / file), 40)
    one, other = {"kk": ("ң", "ғ"), "ru": ("щ", "я"), "en": ("a", "b")}[language]
    return face.getmask(one).getbbox() is not None and bytes(face.getmask(one)) != bytes(face.getmask(other))


def _wrapped(text: str, face: ImageFont.FreeTypeFont, width: float) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if face.getlength(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _strike(
    draw: ImageDraw.ImageDraw,
    line: str,
    place: tuple[float, float],
    face: ImageFont.FreeTypeFont,
    random: np.random.Generator | None,
) -> None:
    """Print a line; with chance, letter by letter, none quite in its place or as black as the last."""
    if random is None:
        draw.text(place, line, font=face, fill=15)
        return
    stray, stroke = face.size * 0.022, face.size * float(random.choice((0.0, 0.01, 0.02)))
    for number, letter in enumerate(line):
        across, up = random.normal(0, stray, 2)
        x = place[0] + face.getlength("н") * number + across / 2
        fill = int(random.integers(0, 90))
        draw.text((x, place[1] + up), letter, font=face, fill=fill, stroke_width=stroke)


def _spoiled(sheet: Grey, dpi: int, random: np.random.Generator) -> Grey:
    """What decades and a scanner do to a sheet, from hardly anything to nearly all."""
    harm = float(random.beta(1.6, 1.6))
    inch = dpi / 200
    if random.random() < 0.35:
        sheet = _scribbled(sheet, dpi, random)
    if random.random() < 0.25 * harm:
        sheet = np.asarray(cv2.dilate(sheet, np.ones((2, 2), np.uint8)), np.uint8)  # thin strokes
    elif random.random() < 0.4 * harm:
        sheet = np.asarray(cv2.erode(sheet, np.ones((2, 2), np.uint8)), np.uint8)  # clogged types
    wear = Wear(
        skew=float(random.normal(0, 0.9)),
        paper=float(235 - 85 * harm * random.random()),
        shadow=float(80 * harm * random.random()),
        noise=float(3 + 22 * harm * random.random()),
        fade=float(0.1 + 0.8 * harm * random.random()),
        blur=float((0.5 + 1.3 * harm * random.random()) * max(inch, 0.6)),
        dust=float(0.0003 * harm * random.random() ** 2),
        bleed=float(0.02 + 0.2 * harm * random.random()),
    )
    worn = wear_out(sheet, wear, random)
    if random.random() < 0.2:
        return two_tone(worn)
    content = io.BytesIO()
    Image.fromarray(worn).save(content, "JPEG", quality=int(random.choice(QUALITIES)))
    return np.asarray(Image.open(content), dtype=np.uint8)


def _scribbled(sheet: Grey, dpi: int, random: np.random.Generator) -> Grey:
    """A stamp or strokes of a pen over the lines: none of it belongs to the text."""
    drawn = sheet.copy()
    shade = int(random.integers(40, 150))
    middle = random.uniform((0.1, 0.1), (0.9, 0.9)) * (WIDTH, HEIGHT) * dpi
    if random.random() < 0.5:
        for radius in (0.55, 0.42):
            cv2.circle(drawn, middle.astype(int).tolist(), round(radius * dpi), shade, max(dpi // 90, 1))
    for _ in range(int(random.integers(1, 4))):
        steps = random.normal(0, 0.12, (14, 2)) * dpi
        steps[:, 0] += 0.07 * dpi
        curve = (middle + np.cumsum(steps, axis=0)).astype(np.int32)
        cv2.polylines(drawn, [curve], False, shade, max(dpi // 80, 1), cv2.LINE_AA)
    return drawn
