from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, TiffImagePlugin

from document import Reason, Source
from errors import SourceError
from ingest.images import ImageFile, choose_dpi
from ingest.raster import Raster
from ingest.sources import find_sources

ORIENTATION = 0x0112


def source_of(path: Path) -> Source:
    (source,) = find_sources([path])
    assert isinstance(source, Source), source.message
    return source


def read(image: Image.Image, path: Path, **options: Any) -> Raster:
    image.save(path, **options)
    with ImageFile(source_of(path)) as opened:
        return opened.raster(1, 128.0)


def half_dark(mode: str = "L") -> Image.Image:
    """Dark on the left, light on the right."""
    image = Image.new("L", (40, 20), 255)
    image.paste(0, (0, 0, 20, 20))
    return image.convert(mode)


@pytest.mark.parametrize(
    ("mode", "suffix"),
    [
        ("1", "png"),
        ("1", "tif"),
        ("L", "png"),
        ("LA", "png"),
        ("P", "png"),
        ("RGB", "png"),
        ("RGB", "jpg"),
        ("RGBA", "tif"),
        ("CMYK", "jpg"),
        ("CMYK", "tif"),
        ("I;16", "png"),
        ("I;16", "tif"),
        ("F", "tif"),
        ("LAB", "tif"),
        ("YCbCr", "jpg"),
    ],
)
def test_every_kind_of_pixel_comes_out_grey(tmp_path: Path, mode: str, suffix: str) -> None:
    if mode == "I;16":
        image = Image.fromarray(np.asarray(half_dark()).astype(np.uint16) * 257)
    elif mode == "LAB":
        image = Image.merge("LAB", [half_dark(), *[Image.new("L", (40, 20), 128)] * 2])
    else:
        image = half_dark(mode)
    pixels = read(image, tmp_path / f"бет.{suffix}").pixels
    assert pixels.dtype == np.uint8
    assert pixels.shape == (20, 40)
    assert pixels[10, 5] < 40
    assert pixels[10, 35] > 215


def test_what_is_transparent_is_paper(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (10, 10), (0, 0, 0, 0))
    assert read(clear, tmp_path / "мөлдір.png").pixels.min() == 255
    palette = Image.new("P", (10, 10), 0)
    palette.putpalette([0, 0, 0, 9, 9, 9])
    assert read(palette, tmp_path / "түс.png", transparency=0).pixels.min() == 255


def test_twelve_bits_in_sixteen_are_not_taken_for_darkness(tmp_path: Path) -> None:
    image = Image.fromarray(np.full((8, 8), 4000, dtype=np.uint16))
    assert read(image, tmp_path / "сканер.tif").pixels.min() > 200


# Where the dark half lies once the picture is turned as its metadata say.
@pytest.mark.parametrize(
    ("orientation", "shape", "dark"),
    [(1, (20, 40), (10, 5)), (3, (20, 40), (10, 35)), (6, (40, 20), (5, 10)), (8, (40, 20), (35, 10))],
)
@pytest.mark.parametrize("suffix", ["jpg", "tif", "png"])
def test_pictures_are_turned_as_their_metadata_say(
    tmp_path: Path, orientation: int, shape: tuple[int, int], dark: tuple[int, int], suffix: str
) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    pixels = read(half_dark(), tmp_path / f"сурет.{suffix}", exif=exif).pixels
    assert pixels.shape == shape
    assert pixels[dark] < 40


def test_frames_are_read_one_by_one(tmp_path: Path) -> None:
    frames = [Image.new("L", (30 + number, 40), 50 * number) for number in range(4)]
    path = tmp_path / "іс.tiff"
    frames[0].save(path, save_all=True, append_images=frames[1:])
    with ImageFile(source_of(path)) as opened:
        assert len(opened) == 4
        for number in (3, 1, 4, 2):
            pixels = opened.raster(number, 1.0).pixels
            assert pixels.shape == (40, 29 + number)
            assert int(pixels[0, 0]) == 50 * (number - 1)


def test_smaller_copies_and_masks_are_no_pages(tmp_path: Path) -> None:
    path = tmp_path / "пирамида.tif"
    with TiffImagePlugin.AppendingTiffWriter(str(path), new=True) as writer:
        for kind, width in ((0, 40), (1, 20), (2, 40), (4, 40)):
            Image.new("L", (width, 30), 9).save(writer, format="TIFF", tiffinfo={0xFE: kind})
            writer.newFrame()
    with ImageFile(source_of(path)) as opened:
        assert len(opened) == 2
        assert [opened.raster(number, 1.0).pixels.shape for number in (1, 2)] == [(30, 40), (30, 40)]


def test_previews_that_cameras_add_are_no_pages(tmp_path: Path) -> None:
    path = tmp_path / "камера.jpg"
    Image.new("L", (40, 30)).save(path, format="MPO", save_all=True, append_images=[Image.new("L", (20, 15))])
    with ImageFile(source_of(path)) as opened:
        assert len(opened) == 1
        assert opened.raster(1, 1.0).pixels.shape == (30, 40)


@pytest.mark.parametrize(
    ("rows", "columns", "claimed", "expected"),
    [
        (3508, 2480, 300, 300),
        (3508, 2480, 299.9994, 300),
        (3508, 2480, 72, 300),  # A4 that would be 49 inches high
        (3508, 2480, 0, 300),
        (2480, 3508, 0, 300),
        (1013, 825, 96, 96),
        (1754, 1240, 1, 150),
        (9933, 7016, 600, 600),
        (5000, 4000, 1e9, 428),
        (1, 1, 0, 70),
    ],
)
def test_resolution_is_believed_where_it_makes_a_sheet(rows: int, columns: int, claimed: float, expected: int) -> None:
    assert choose_dpi(rows, columns, claimed) == expected


@given(st.integers(1, 40_000), st.integers(1, 40_000), st.floats(0, 1e6))
def test_resolution_stays_within_reason(rows: int, columns: int, claimed: float) -> None:
    assert 70 <= choose_dpi(rows, columns, claimed) <= 1200


def test_resolution_is_read_from_each_format(tmp_path: Path) -> None:
    image = Image.new("L", (800, 1000), 255)
    assert read(image, tmp_path / "а.png", dpi=(200, 200)).dpi == 200
    assert read(image, tmp_path / "ә.jpg", dpi=(200, 200)).dpi == 200
    assert read(image, tmp_path / "б.tif", dpi=(200, 200)).dpi == 200


@pytest.mark.parametrize("dpi", [(200, 1), (1, 65535), (0.001, 300)])
def test_pixels_that_no_scanner_makes_are_not_made_square(tmp_path: Path, dpi: tuple[float, float]) -> None:
    assert read(Image.new("L", (300, 200)), tmp_path / "бүлінген.tif", dpi=dpi).pixels.shape == (200, 300)


def test_pixels_made_square_count_against_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "факс.tif"
    Image.new("1", (1728, 1100), 1).save(path, dpi=(204, 98))
    with ImageFile(source_of(path)) as opened, pytest.raises(SourceError, match="million pixels") as caught:
        opened.raster(1, 2.0)
    assert caught.value.failure.reason is Reason.TOO_LARGE


def test_fax_pages_come_out_with_square_pixels(tmp_path: Path) -> None:
    raster = read(Image.new("1", (1728, 1100), 1), tmp_path / "факс.tif", dpi=(204, 98))
    assert raster.dpi == 204
    assert raster.pixels.shape == (round(1100 * 204 / 98), 1728)


def test_one_pixel_is_a_page(tmp_path: Path) -> None:
    assert read(Image.new("L", (1, 1), 255), tmp_path / "нүкте.png").pixels.shape == (1, 1)


def test_large_images_are_refused_before_they_are_decoded_and_say_which_option_helps(tmp_path: Path) -> None:
    path = tmp_path / "қабырға.png"
    Image.new("1", (14_000, 14_000)).save(path)  # more than Pillow itself would open
    before = Image.MAX_IMAGE_PIXELS
    with ImageFile(source_of(path)) as opened, pytest.raises(SourceError, match="--max-image-mpixels 196") as caught:
        opened.raster(1, 128.0)
    assert caught.value.failure.reason is Reason.TOO_LARGE
    assert before == Image.MAX_IMAGE_PIXELS


@pytest.mark.parametrize("suffix", ["png", "jpg", "tif"])
def test_damaged_files_are_failures(tmp_path: Path, suffix: str) -> None:
    whole = tmp_path / f"бүтін.{suffix}"
    noise = np.random.default_rng(5).integers(0, 255, (300, 300), dtype=np.uint8)
    Image.fromarray(noise).save(whole)
    data = whole.read_bytes()
    for length in (12, len(data) // 2):
        path = tmp_path / f"{length}.{suffix}"
        path.write_bytes(data[:length])
        source = source_of(path)
        with pytest.raises(SourceError, match="copy or scan it again") as caught, ImageFile(source) as opened:
            opened.raster(1, 128.0)
        assert caught.value.failure.reason is Reason.BROKEN
        assert caught.value.failure.path == path.name


@pytest.mark.parametrize(
    ("suffix", "claimed", "expected"), [("png", 600, 300), ("jpg", 600, 300), ("tiff", 1200, 400), ("png", 300, 300)]
)
def test_what_is_finer_than_needed_comes_out_a_whole_part_as_fine(
    tmp_path: Path, suffix: str, claimed: int, expected: int
) -> None:
    path = tmp_path / f"ұсақ.{suffix}"
    raster = read(Image.new("RGB", (600, 1200), "white"), path, dpi=(claimed, claimed))
    assert raster.dpi == pytest.approx(expected, abs=2)
    assert raster.pixels.shape == (1200 * expected // claimed, 600 * expected // claimed)
    with ImageFile(source_of(path)) as opened:
        assert opened.mpixels(1) == 0.72


def test_a_file_removed_while_it_is_open_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "іс.tiff"
    frames = [Image.new("L", (40, 40), shade) for shade in (10, 90)]
    frames[0].save(path, save_all=True, append_images=frames[1:])
    with ImageFile(source_of(path)) as opened:
        path.unlink()
        assert [int(opened.raster(number, 1.0).pixels[0, 0]) for number in (2, 1, 2)] == [90, 10, 90]
