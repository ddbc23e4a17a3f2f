from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from document import Box, Failure, Method, Mode, Reason, Settings, Source, Word
from errors import SourceError
from ingest.frame import to_displayed
from ingest.geometry import Sheet as Shown
from ingest.glyph import Glyph, as_text
from ingest.pdf_pages import Found, PdfPages, agreement
from ingest.plumber import Plumber
from ingest.sources import find_sources
from ingest.upright import words_upright
from tests.ingest.small_pdf import Sheet, paint, show, written_paper

Make = Callable[..., Source]
TEXT = Settings(mode=Mode.TEXT)


def look(source: Source, number: int = 1, settings: Settings = TEXT) -> Found:
    with PdfPages(source) as pages:
        return pages.find(number, settings)


def words(source: Source, number: int = 1) -> tuple[Word, ...]:
    layer = look(source, number).layer
    assert layer is not None
    return layer.words


def near(box: Box, x0: float, y0: float, x1: float, y1: float) -> bool:
    pairs = zip((box.x0, box.y0, box.x1, box.y1), (x0, y0, x1, y1), strict=True)
    return all(abs(have - want) < 4 for have, want in pairs)


# Where "ҚҰЖАТ" (12 points, glyphs 6 wide) with its pen at (100, 500) stands on sheets displayed in all ways.
@pytest.mark.parametrize(
    ("sheet", "size", "box"),
    [
        (Sheet(), (400, 600), (100, 90, 130, 102)),
        (Sheet(media=(50, 60, 450, 660)), (400, 600), (50, 150, 80, 162)),
        (Sheet(crop=(80, 100, 380, 520)), (300, 420), (20, 10, 50, 22)),
        (Sheet(rotate=90), (600, 400), (498, 100, 510, 130)),
        (Sheet(rotate=180), (400, 600), (270, 498, 300, 510)),
        (Sheet(rotate=270), (600, 400), (90, 270, 102, 300)),
        (Sheet(rotate=90, crop=(80, 100, 380, 520)), (420, 300), (398, 20, 410, 50)),
        (Sheet(rotate=270, media=(50, 60, 450, 660), crop=(80, 100, 380, 520)), (420, 300), (10, 250, 22, 280)),
    ],
)
@pytest.mark.parametrize("inherited", [False, True])
def test_words_stand_where_the_page_shows_them(
    make_pdf: Make, sheet: Sheet, size: tuple[float, float], box: tuple[float, ...], inherited: bool
) -> None:
    written = Sheet(show("ҚҰЖАТ", 100, 500), sheet.media, sheet.crop, sheet.rotate)
    found = look(make_pdf(written, inherited=inherited))
    assert (found.width, found.height) == size
    assert found.layer is not None
    (word,) = found.layer.words
    assert word.text == "ҚҰЖАТ"
    displayed = to_displayed(word.box, found.width, found.height, found.layer.rotation, 0.0)
    assert near(displayed, *box), displayed


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_lines_run_to_the_right_in_the_reading_frame_however_they_are_turned(
    make_pdf: Make, rotate: int, turn: int
) -> None:
    source = make_pdf(Sheet(show("Tab. алғашқы сөз", 200, 300, turn=turn), rotate=rotate))
    found = look(source)
    assert found.layer is not None
    assert found.layer.rotation == (turn - rotate) % 360
    _, first, second = found.layer.words
    assert (first.text, second.text) == ("алғашқы", "сөз")
    assert first.box.x1 <= second.box.x0
    assert first.box.y0 == pytest.approx(second.box.y0)
    assert first.size == pytest.approx(12, abs=0.01)


@pytest.mark.parametrize("sheet", [Sheet(), Sheet(rotate=90, crop=(80, 100, 380, 520)), Sheet(media=(9, 8, 409, 608))])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_both_libraries_place_glyphs_alike(make_pdf: Make, sheet: Sheet, turn: int) -> None:
    written = Sheet(show("Іс № 5", 200, 300, turn=turn), sheet.media, sheet.crop, sheet.rotate)
    source = make_pdf(written)
    with PdfPages(source) as pages, pages._file.page(1) as page:
        by_pdfium = page.glyphs()
        plumber = Plumber(Path(source.path))
        by_plumber = plumber.glyphs(1, page.sheet)
        plumber.close()
    assert "".join(glyph.text for glyph in by_plumber) == "Іс № 5"
    for one, other in zip(by_plumber, by_pdfium, strict=True):
        assert (one.text, one.turn) == (other.text, other.turn)
        assert one.origin == pytest.approx(other.origin, abs=0.5)
        assert near(one.box, other.box.x0, other.box.y0, other.box.x1, other.box.y1)


def test_margin_notes_that_run_another_way_stay_whole(make_pdf: Make) -> None:
    source = make_pdf(Sheet(show("негізгі мәтін осында", 100, 500) + show("(қолжазба)", 30, 100, turn=90)))
    assert [word.text for word in words(source)] == ["негізгі", "мәтін", "осында", "(қолжазба)"]
    note = words(source)[-1]
    assert note.box.height > note.box.width


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (show("Бір екі", 50, 500), "Бір екі"),
        (show("Бір", 50, 500) + show("екі", 72, 500), "Бір екі"),
        (show("Мәс", 50, 500) + show("кеу", 68.5, 500), "Мәскеу"),
        # A raised, smaller note mark and a drop capital: lines are told by baselines.
        (show("сөз", 50, 500) + show("12", 68, 504, size=7), "сөз 12"),
        (show("Қ", 50, 500, size=30) + show("азақ", 65, 500), "Қазақ"),
    ],
)
def test_glyphs_make_words(make_pdf: Make, content: bytes, expected: str) -> None:
    assert sorted(word.text for word in words(make_pdf(Sheet(content)))) == sorted(expected.split())


def test_text_off_the_page_is_no_text_of_the_page(make_pdf: Make) -> None:
    source = make_pdf(Sheet(show("көрінеді", 100, 500) + show("көрінбейді", 100, 900)), Sheet(show("жоқ", -90, 90)))
    assert [word.text for word in words(source)] == ["көрінеді"]
    found = look(source, 2, Settings())
    assert (found.verdict.method, found.verdict.reason) == (Method.BLANK, "text layer outside the page as displayed")


def test_a_file_that_pdfplumber_cannot_open_is_read_by_pdfium(make_pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    source = make_pdf(Sheet(show("қаулы № 7", 100, 500)), Sheet(show("екінші бет", 100, 500)))
    opened = []

    def fail(_: Path) -> Plumber:
        opened.append(1)
        raise RecursionError

    monkeypatch.setattr("ingest.pdf_pages.Plumber", fail)
    with PdfPages(source) as pages:
        layers = [pages.find(number, TEXT).layer for number in (1, 2)]
    texts = [[word.text for word in layer.words] for layer in layers if layer]
    assert texts == [["қаулы", "№", "7"], ["екінші", "бет"]]
    assert all("pdfium" in layer.warnings[0] for layer in layers if layer)
    assert len(opened) == 1


@pytest.mark.parametrize(
    ("told", "text"),
    [("қ", "қ"), ("ﬁ", "ﬁ"), ("\ud835", "\ufffd"), ("а\udc00", "а\ufffd"), ("\x00", "\ufffd"), ("😀", "😀")],
)
def test_what_fonts_tell_can_be_written(told: str, text: str) -> None:
    assert as_text(told) == text
    assert as_text(told).encode("utf-8")


def test_agreement_counts_characters_wherever_they_stand() -> None:
    glyphs = [Glyph(text, Box(0, 0, 1, 1), (0, 1), 1, False, 0) for text in "бір екі"]
    assert agreement(glyphs, "екі\nбір") == 1
    assert agreement(glyphs[:3], "екі бір") == 0.5
    assert agreement([], "") == 1


@given(
    st.sampled_from([0, 90, 180, 270]),
    st.floats(0, 300),
    st.floats(0, 500),
    st.sampled_from([0, 90, 180, 270]),
)
def test_a_point_stays_on_the_page_and_keeps_its_distance_from_the_margin(
    rotation: int, x: float, y: float, other: int
) -> None:
    shown = Shown((10, 20, 310, 520), rotation)
    across, down = shown.point(10 + x, 20 + y)
    assert 0 <= across <= shown.width
    assert 0 <= down <= shown.height
    assert sorted((shown.width, shown.height)) == [300, 500]
    everything = Shown((10, 20, 310, 520), other)
    assert everything.margin((10, 20, 310, 520)) == (0, 0)


@given(st.sampled_from([0, 90, 180, 270]), st.floats(10, 290), st.floats(10, 490))
def test_turning_glyphs_upright_and_back_is_the_identity(turn: int, x: float, y: float) -> None:
    box = Box(x - 3, y - 5, x + 3, y + 5)
    (word,), rotation = words_upright([Glyph("ң", box, (x, y), 12, False, turn)], 300, 500)
    assert rotation == (360 - turn) % 360
    assert near(to_displayed(word.box, 300, 500, rotation, 0.0), box.x0, box.y0, box.x1, box.y1)


def encrypted(path: Path, password: str) -> Source:
    canvas = Canvas(str(path), encrypt=StandardEncryption(password, "owner", strength=128))
    canvas.drawString(100, 500, "Order 5")
    canvas.save()
    (source,) = find_sources([path])
    assert isinstance(source, Source)
    return source


def test_encrypted_files_open_only_without_a_password(tmp_path: Path) -> None:
    assert [word.text for word in words(encrypted(tmp_path / "ашық.pdf", ""))] == ["Order", "5"]
    with pytest.raises(SourceError, match="qpdf --decrypt") as caught:
        look(encrypted(tmp_path / "құпия.pdf", "secret"))
    assert caught.value.failure.reason is Reason.ENCRYPTED


def test_broken_files_say_what_to_do(make_pdf: Make) -> None:
    source = make_pdf(Sheet(show("бұрын", 100, 500)))
    for data in (b"%PDF-1.7\n", Path(source.path).read_bytes()[:300]):
        Path(source.path).write_bytes(data)
        with pytest.raises(SourceError, match="copy it again, or mend it") as caught:
            look(source)
        assert caught.value.failure.reason is Reason.BROKEN
    Path(source.path).unlink()
    with pytest.raises(SourceError, match="can no longer be read"):
        look(source)


def test_a_file_without_pages_is_told_so_whatever_was_opened_before(tmp_path: Path) -> None:
    path, broken = tmp_path / "бетсіз.pdf", tmp_path / "сынық.pdf"
    with pikepdf.new() as pdf:
        pdf.save(path)
    broken.write_bytes(b"%PDF-1.7\n")
    encrypted(tmp_path / "құпия.pdf", "secret")
    told = []
    for source in find_sources([path, broken, path, tmp_path / "құпия.pdf", path]):
        assert isinstance(source, Source)
        with pytest.raises(SourceError) as caught:
            look(source)
        told.append(caught.value.failure.reason)
    assert told == [Reason.EMPTY, Reason.BROKEN, Reason.EMPTY, Reason.ENCRYPTED, Reason.EMPTY]


@pytest.mark.parametrize(
    ("columns", "rows", "media", "dpi"),
    [
        (1240, 1754, (0, 0, 595.2, 841.9), 300),  # an A4 sheet at 150 dpi is painted twice as fine
        (2480, 3508, (0, 0, 595.2, 841.9), 300),
        (300, 420, (0, 0, 36, 50.4), 300),  # 600 dpi: every second pixel
        (1000, 1400, (0, 0, 1000, 1400), 144),  # a pixel a point: the sheet is larger than any paper
    ],
)
def test_scans_are_painted_at_a_multiple_of_their_own_resolution(
    make_pdf: Make, columns: int, rows: int, media: tuple[float, float, float, float], dpi: int
) -> None:
    content = paint("Scan", 0, 0, media[2], media[3])
    source = make_pdf(Sheet(content, media, images={"Scan": written_paper(rows, columns)}))
    raster = look(source, settings=Settings()).raster
    assert raster is not None
    assert raster.dpi == dpi
    assert raster.pixels.shape == pytest.approx((media[3] * dpi / 72, media[2] * dpi / 72), abs=1.5)


def test_pages_are_painted_as_displayed(make_pdf: Make) -> None:
    pixels = np.full((60, 40), 255, dtype=np.uint8)
    pixels[:30, :20] = 0  # dark in the upper left corner
    image = {"Scan": pixels}
    for rotate, corner in ((0, (0, 0)), (90, (0, -1)), (180, (-1, -1)), (270, (-1, 0))):
        source = make_pdf(Sheet(paint("Scan", 0, 0, 400, 600), rotate=rotate, images=image))
        raster = look(source, settings=Settings()).raster
        assert raster is not None
        corners = {(row, column): int(raster.pixels[row, column]) for row in (0, -1) for column in (0, -1)}
        assert min(corners, key=lambda place: corners[place]) == corner
        assert sorted(corners.values())[1] > 200


def test_pages_too_large_say_which_option_raises_the_limit(make_pdf: Make) -> None:
    lines = b"0 0 m 9000 9000 l S"
    wall = make_pdf(Sheet(lines, media=(0, 0, 14000, 14000)))
    with pytest.raises(SourceError, match="--max-image-mpixels") as caught:
        look(wall, settings=Settings())
    assert caught.value.failure.reason is Reason.TOO_LARGE
    scan = make_pdf(Sheet(paint("Scan", 0, 0, 400, 600), images={"Scan": written_paper(1500, 1000)}))
    with pytest.raises(SourceError, match="2 million pixels"):
        look(scan, settings=Settings(max_image_mpixels=1.0))
    poster = make_pdf(Sheet(lines, media=(0, 0, 2400, 3200)))
    raster = look(poster, settings=Settings(max_image_mpixels=20.0)).raster
    assert raster is not None
    assert 100 <= raster.dpi < 300
    assert raster.pixels.size <= 20e6


def test_failures_name_file_page_and_stage(make_pdf: Make) -> None:
    source = make_pdf(Sheet(paint("Scan", 0, 0, 400, 600), images={"Scan": written_paper(1500, 1000)}))
    with pytest.raises(SourceError) as caught:
        look(source, settings=Settings(max_image_mpixels=1.0))
    failure = caught.value.failure
    assert isinstance(failure, Failure)
    assert (failure.path, failure.page, failure.stage.value) == ("құжат.pdf", 1, "render")


def test_a_sparing_reading_paints_coarsely_and_leaves_pdfplumber_out(
    make_pdf: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unused(*arguments: object) -> None:
        raise AssertionError("pdfplumber was asked")

    monkeypatch.setattr("ingest.pdf_pages.Plumber", unused)
    scan = Sheet(paint("Scan", 0, 0, 400, 600), images={"Scan": written_paper(1200, 800)})
    source = make_pdf(Sheet(show("қаулы № 7 шықты", 100, 500)), scan)
    text, image = (look(source, number, Settings(sparing=True)) for number in (1, 2))
    assert text.layer is not None
    assert [word.text for word in text.layer.words] == ["қаулы", "№", "7", "шықты"]
    assert "spared" in text.layer.warnings[0]
    usual = look(source, 2, Settings())
    assert image.raster is not None
    assert usual.raster is not None
    assert image.raster.dpi <= 150 < usual.raster.dpi
    assert image.mpixels == usual.mpixels == pytest.approx(usual.raster.pixels.size / 1e6, rel=0.01)
