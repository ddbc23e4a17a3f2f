"""Pictures of pages: drawn by a worker, kept, cut around a place; why there is none where there is none."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import cv2
import numpy as np
import pytest

from document import Box, Failure, MediaType, Source
from pipelines.review.images import PageImages, cut, draw_page

SAMPLES = Path(__file__).resolve().parents[3] / "samples"


def source(name: str, media_type: MediaType) -> Source:
    path = SAMPLES / name
    return Source(str(path), name, hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_size, media_type)


def shape(picture: bytes | str | Failure) -> tuple[int, ...]:
    assert isinstance(picture, bytes), picture
    pixels = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_GRAYSCALE)
    assert pixels is not None
    return tuple(pixels.shape)


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("letter-kk.pdf", MediaType.PDF),
        ("questionnaire-ru.tiff", MediaType.TIFF),
        ("Ұлытау ауданы № 5.png", MediaType.PNG),
        ("photo-en.jpg", MediaType.JPEG),
    ],
)
def test_pages_of_every_kind_are_drawn_as_wide_as_wanted(name: str, media_type: MediaType) -> None:
    rows, columns = shape(draw_page(source(name, media_type), 1, 700))
    assert abs(columns - 700) <= 12
    assert rows > 100


def test_a_page_that_is_not_there_says_so() -> None:
    lost = draw_page(source("letter-kk.pdf", MediaType.PDF), 99, 700)
    assert isinstance(lost, Failure)
    assert lost.message


def a_picture() -> bytes:
    pixels = np.full((842, 595), 255, np.uint8)
    pixels[100:120, 200:300] = 0
    return bytes(cv2.imencode(".png", pixels)[1])


@pytest.mark.parametrize(
    ("box", "across", "expected"),
    [
        (Box(200, 100, 300, 120), 595.0, (36, 116)),
        (Box(100, 50, 150, 60), 297.5, (52, 132)),
        (Box(0, 0, 10, 10), 595.0, (18, 18)),
        (Box(5000, 5000, 6000, 6000), 595.0, (1, 1)),
        (Box(-1e300, -1e300, 1e300, 1e300), 595.0, (842, 595)),
        (Box(1, 1, 2, 2), 0.0, (842, 595)),
    ],
)
def test_what_is_cut_lies_in_the_page(box: Box, across: float, expected: tuple[int, int]) -> None:
    assert shape(cut(a_picture(), box, across)) == expected


def test_a_picture_that_is_torn_is_said() -> None:
    assert "damaged" in str(cut(b"\xff\xd8 torn", Box(1, 2, 3, 4), 595.0))


@pytest.mark.slow
def test_a_picture_is_drawn_once_and_kept(tmp_path: Path) -> None:
    given = tmp_path / "хат.pdf"
    shutil.copy(SAMPLES / "letter-kk.pdf", given)
    here = Source(str(given), "хат.pdf", "ab" * 32, 10, MediaType.PDF)
    with PageImages(tmp_path) as images:
        first = images.page(here, 1, 800)
        assert abs(shape(first)[1] - 1400) <= 12
        assert shape(images.crop(here, 1, Box(100, 100, 200, 120), 595.0))[0] < 120
        given.unlink()
        assert images.page(here, 1, 1400) == first
        assert "хат.pdf" in str(images.page(here, 2, 700))
