from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import cv2
import pytest
from PIL import Image

from document import Block, Box, Failure, Method, Mode, Page, Reason, Settings, Source, Stage, Word
from errors import MissingToolError, SourceError
from ingest.pages import open_reader, read_pages
from ingest.raster import Raster
from ingest.reading import Reading
from ingest.sources import find_sources
from tests.ingest.small_pdf import FakeRecognizer, Sheet, paint, show, written_paper

Make = Callable[..., Source]

SCAN = Sheet(paint("Scan", 0, 0, 400, 600), images={"Scan": written_paper(1200, 800)})
TEXT = Sheet(show("Қаулы № 7 шықты", 100, 500))


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> list[Raster]:
    """In place of the recogniser's readings: one word, the paper turned and a little skew."""
    seen: list[Raster] = []

    def read(raster: Raster, recognizer: FakeRecognizer, *, sparing: bool) -> Reading:
        seen.append(raster)
        if recognizer.error:
            raise recognizer.error
        word = Word("ХАТТАМА", Box(100, 50, 180, 62), confidence=0.75)
        return Reading((word,), "read as it is", rotation=180, skew=0.5, warnings=("faint",))

    monkeypatch.setattr("ingest.pages.read_image", read)
    return seen


def pages_of(source: Source, settings: Settings | None = None, error: Exception | None = None) -> list[Page]:
    return list(read_pages(source, FakeRecognizer(error=error), settings or Settings()))


def texts(page: Page) -> list[str]:
    return [block.text for block in page.blocks]


def test_a_mixed_file_is_read_page_by_page(make_pdf: Make, reading: list[Raster]) -> None:
    first, second, third = pages_of(make_pdf(TEXT, SCAN, Sheet()))
    assert (first.number, first.method, first.reason, first.dpi) == (1, Method.TEXT, "text layer", None)
    assert texts(first) == ["Қаулы № 7 шықты"]
    assert (second.number, second.method, second.reason) == (2, Method.OCR, "no text layer; read as it is")
    assert (second.rotation, second.skew, second.warnings) == (180, 0.5, ("faint",))
    assert (second.width, second.height, second.dpi) == (400, 600, reading[0].dpi)
    (block,) = second.blocks
    assert (block.text, block.method, block.page) == ("ХАТТАМА", Method.OCR, 2)
    assert 0.5 < block.confidence < 0.9
    assert block.box is not None
    assert block.box.y0 > 500  # the page lies on its head: what is read at its top is displayed at its foot
    assert (third.method, third.blocks) == (Method.BLANK, ())
    assert all(page.words == () for page in (first, second, third))


def test_only_pages_asked_for_are_read(make_pdf: Make) -> None:
    source = make_pdf(*(Sheet(show(f"{number}-бет", 100, 500)) for number in range(1, 6)))
    pages = pages_of(source, Settings(pages=((2, 3), (5, 9))))
    assert [page.number for page in pages] == [2, 3, 5]
    warnings = [page.warnings for page in pages]
    assert warnings == [(), (), ("pages up to 9 were asked for, the file ends with page 5",)]
    with open_reader(source) as reader:
        assert list(reader.numbers) == [1, 2, 3, 4, 5]
        assert texts(reader.read(4, FakeRecognizer(), Settings())) == ["4-бет"]
        assert texts(reader.read(1, FakeRecognizer(), Settings())) == ["1-бет"]


@pytest.mark.usefixtures("reading")
def test_modes(make_pdf: Make) -> None:
    source = make_pdf(TEXT, SCAN)
    forced = pages_of(source, Settings(mode=Mode.FORCE_OCR))
    assert [page.method for page in forced] == [Method.OCR, Method.OCR]
    kept = pages_of(source, Settings(mode=Mode.TEXT))
    assert [page.method for page in kept] == [Method.TEXT, Method.BLANK]
    assert kept[1].warnings == ("the page has no text layer, and only text layers were asked for",)


@pytest.mark.usefixtures("reading")
def test_a_page_that_fails_keeps_its_place_and_the_others_are_read(make_pdf: Make) -> None:
    huge = Sheet(b"0 0 m 9 9 l S", media=(0, 0, 14000, 14000))
    good, failed, last = pages_of(make_pdf(TEXT, huge, TEXT))
    assert (good.method, last.method) == (Method.TEXT, Method.TEXT)
    assert (failed.number, failed.method, failed.reason) == (2, Method.FAILED, "failed: too-large")
    assert failed.failure is not None
    assert failed.failure.page == 2


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (RuntimeError("engine died"), "RuntimeError: engine died"),
        (OSError(28, "full"), "full"),
    ],
)
@pytest.mark.usefixtures("reading")
def test_whatever_recognisers_raise_is_a_failure_of_the_page(make_pdf: Make, error: Exception, told: str) -> None:
    text, scan = pages_of(make_pdf(TEXT, SCAN), error=error)
    assert text.method is Method.TEXT
    assert isinstance(scan.failure, Failure)
    assert (scan.failure.path, scan.failure.page, scan.failure.stage) == ("құжат.pdf", 2, Stage.OCR)
    assert scan.failure.reason is Reason.UNREADABLE
    assert told in scan.failure.message


@pytest.mark.parametrize("error", [MemoryError(), cv2.error()])
@pytest.mark.usefixtures("reading")
def test_want_of_memory_is_left_to_whoever_keeps_the_memory(make_pdf: Make, error: Exception) -> None:
    if isinstance(error, cv2.error):
        error.code = -4
    with pytest.raises(MemoryError):
        pages_of(make_pdf(SCAN), error=error)


@pytest.mark.usefixtures("reading")
def test_what_ends_the_run_ends_it(make_pdf: Make) -> None:
    with pytest.raises(MissingToolError):
        pages_of(make_pdf(SCAN), error=MissingToolError("no tesseract"))


def test_errors_of_the_layout_name_their_stage(make_pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Page) -> Page:
        raise ZeroDivisionError

    monkeypatch.setattr("ingest.pages.lay_out", fail)
    (page,) = pages_of(make_pdf(TEXT))
    assert page.failure is not None
    assert page.failure.stage is Stage.LAYOUT


def test_frames_of_an_image_are_pages(tmp_path: Path, reading: list[Raster]) -> None:
    path = tmp_path / "іс.tiff"
    frames = [Image.new("L", (800, 1000), 255) for _ in range(3)]
    frames[0].save(path, save_all=True, append_images=frames[1:], dpi=(200, 200))
    (source,) = find_sources([path])
    assert isinstance(source, Source)
    pages = pages_of(source)
    assert [page.number for page in pages] == [1, 2, 3]
    assert {(page.width, page.height, page.dpi, page.reason) for page in pages} == {
        (288.0, 360.0, 200, "image; read as it is")
    }
    assert len(reading) == 3
    kept, _, _ = pages_of(source, Settings(mode=Mode.TEXT))
    assert (kept.method, kept.blocks) == (Method.BLANK, ())
    assert kept.warnings


def test_plain_text_is_one_page(tmp_path: Path) -> None:
    path = tmp_path / "жазба.txt"
    path.write_text("Бұйрық\n\nМазмұны осы.", "utf-8")
    (source,) = find_sources([path])
    assert isinstance(source, Source)
    (page,) = pages_of(source)
    assert page.blocks == (
        Block(1, "Бұйрық", Method.TEXT),
        Block(1, "Мазмұны осы.", Method.TEXT),
    )


def test_a_file_that_cannot_be_opened_is_no_page(make_pdf: Make) -> None:
    source = make_pdf(TEXT)
    Path(source.path).write_bytes(b"%PDF-1.7 and nothing else")
    with pytest.raises(SourceError) as caught:
        pages_of(source)
    assert caught.value.failure.page is None


@pytest.mark.parametrize("opener", ["PdfPages", "ImageFile"])
def test_whatever_parsers_raise_on_opening_is_a_failure_of_the_file(
    make_pdf: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opener: str
) -> None:
    def fail(_: Source) -> None:
        raise struct.error("unpack requires a buffer of 4 bytes")

    monkeypatch.setattr(f"ingest.pages.{opener}", fail)
    image = tmp_path / "сурет.png"
    Image.new("L", (9, 9)).save(image)
    source = make_pdf(TEXT) if opener == "PdfPages" else next(find_sources([image]))
    assert isinstance(source, Source)
    with pytest.raises(SourceError, match="unpack requires") as caught:
        pages_of(source)
    assert (caught.value.failure.stage, caught.value.failure.page) == (Stage.OPEN, None)


def test_the_same_page_comes_out_the_same(make_pdf: Make) -> None:
    source = make_pdf(TEXT, Sheet(show("Екінші бет", 50, 300, turn=90) + show("ескерту", 10, 10)))
    assert pages_of(source) == pages_of(source)
