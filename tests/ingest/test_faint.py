from __future__ import annotations

import numpy as np
import pytest

from document import Attempt, Box, Method, Page, Recognition, Settings, Word
from ingest.faint import ink_depth, strengthened
from ingest.marks import find_marks
from ingest.pages import recognized
from ingest.raster import Raster
from ingest.reading import Reading
from tests.ingest.made_page import Pixels, grain, raster, shade, write
from tests.ingest.small_pdf import FakeRecognizer

PAGE = Page(1, 300.0, 100.0, Method.OCR, "image")


@pytest.fixture(scope="module")
def page() -> Pixels:
    return write()


def faded(page: Pixels, ink: float, paper: int = 215, noise: float = 3) -> Pixels:
    """Ink that takes away so much of the paper's light."""
    levels = paper * (1 - ink * (1 - page / 255))
    return grain(levels.astype(np.uint8), noise)


@pytest.mark.parametrize("paper", [215, 150])
@pytest.mark.parametrize("ink", [0.14, 0.08])
def test_faint_ink_is_made_dark(page: Pixels, ink: float, paper: int) -> None:
    dark = strengthened(raster(faded(page, ink, paper)))
    assert dark is not None
    assert np.median(dark.pixels[page == 0]) < 130
    assert np.median(dark.pixels[page == 255]) > 245


def test_marks_are_found_again(page: Pixels) -> None:
    faint = raster(faded(page, 0.12))
    dark = strengthened(faint)
    assert dark is not None
    assert len(find_marks(faint)) < 10
    assert len(find_marks(dark)) == pytest.approx(len(find_marks(raster(page))), rel=0.2)


@pytest.mark.parametrize("ink", [1.0, 0.6, 0.3])
def test_ink_that_can_be_read_is_left_alone(page: Pixels, ink: float) -> None:
    assert strengthened(raster(faded(page, ink))) is None
    assert strengthened(raster(shade(page))) is None


def test_paper_without_ink_has_none_to_darken() -> None:
    blank = grain(np.full((900, 700), 200, np.uint8), 6)
    assert ink_depth(blank) == 0
    assert strengthened(raster(blank)) is None


@pytest.mark.parametrize("shape", [(1, 1), (3, 400), (199, 500)])
def test_slivers_are_left_alone(shape: tuple[int, int]) -> None:
    assert strengthened(raster(np.zeros(shape, np.uint8))) is None


@pytest.mark.parametrize(("score", "kept"), [(0.9, True), (0.42, False)])
def test_what_only_shows_through_is_not_kept(
    page: Pixels, monkeypatch: pytest.MonkeyPatch, score: float, kept: bool
) -> None:
    def read(image: Raster, recognizer: FakeRecognizer, *, sparing: bool) -> Reading:
        if image.pixels.min() > 100:
            return Reading((), "no marks of writing on the page", blank=True)
        told = Recognition("raw", score, 1.0, (Attempt("raw", score),))
        return Reading((Word("Ғабит", Box(0, 0, 50, 10)),), f"raw reading, score {score}", recognition=told)

    monkeypatch.setattr("ingest.pages.read_image", read)
    found = recognized(PAGE, raster(faded(page, 0.12)), FakeRecognizer(), Settings())
    assert (found.method is Method.OCR, len(found.words)) == (kept, int(kept))
    assert ("faint ink made dark" in found.reason) is kept
    assert (found.recognition is not None and found.recognition.preparation == "darkened") is kept
