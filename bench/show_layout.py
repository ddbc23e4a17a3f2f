"""Draw the layout of pages: blocks by role and in reading order over the page's picture, their text beside.

Usage: python bench/show_layout.py FILE [--pages 1,4,6] [-o FOLDER] [--mode auto|text|force-ocr]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PIL import Image, ImageDraw, ImageFont

from document import Block, BlockRole, MediaType, Mode, Page, Settings, Source
from ingest.furniture import mark_furniture
from ingest.images import ImageFile
from ingest.ocr import load_recognizer
from ingest.pages import read_pages
from ingest.pdf import PdfFile
from ingest.raster import POINTS_PER_INCH, Raster
from ingest.sources import find_sources

SCALE = 1.5  # pixels a point
COLOURS = {
    BlockRole.PARAGRAPH: "steelblue",
    BlockRole.HEADING: "crimson",
    BlockRole.LIST: "seagreen",
    BlockRole.TABLE: "darkorange",
    BlockRole.NOTE: "purple",
    BlockRole.FURNITURE: "grey",
}


def draw(page: Page, picture: Image.Image) -> Image.Image:
    """The page's picture with its blocks framed and numbered; a tilde where one continues the last."""
    drawn = picture.convert("RGB").resize((round(page.width * SCALE), round(page.height * SCALE)))
    pen = ImageDraw.Draw(drawn)
    font = ImageFont.load_default(size=11)
    for number, block in enumerate(page.blocks, start=1):
        if block.box is None:
            continue
        colour, box = COLOURS[block.role], block.box
        x0, y0, x1, y1 = (value * SCALE for value in (box.x0 - 2, box.y0 - 1, box.x1 + 2, box.y1 + 1))
        pen.rectangle((x0, y0, x1, y1), outline=colour, width=2)
        pen.text((x0 - 22, y0), f"{number}{'~' if block.continues else ''}", fill=colour, font=font)
    return drawn


def describe(block: Block) -> str:
    """One line on a block: role, bold, centred, continues, lines, size, and its text with line breaks shown."""
    marks = ("B" if block.bold else "-") + ("C" if block.centred else "-") + ("~" if block.continues else "-")
    text = block.text.replace("\n", "⏎").replace("\t", "⇥")
    return f"{block.role.value:9} {marks} {block.lines:3} {block.size:5.1f}  {text}"


def picture_of(source: Source, number: int) -> Image.Image:
    """The page as displayed."""
    if source.media_type is MediaType.PDF:
        file = PdfFile(source)
        try:
            with file.page(number) as page:
                raster = page.render(round(SCALE * POINTS_PER_INCH))
        finally:
            file.close()
    else:
        with ImageFile(source) as image:
            raster = image.raster(number, Settings().max_image_mpixels)
    return _picture(raster)


def _picture(raster: Raster) -> Image.Image:
    return Image.fromarray(raster.pixels)


def show(source: Source, pages: Sequence[int] | None, mode: Mode, folder: Path) -> None:
    """Print the blocks of pages and write their pictures."""
    wanted = tuple((number, number) for number in pages) if pages else None
    settings = Settings(mode=mode, pages=wanted)
    for page in mark_furniture(read_pages(source, load_recognizer(settings), settings)):
        target = folder / f"{Path(source.name).stem}.{page.number:04}.png"
        print(f"== page {page.number}: {page.method.value}, {page.reason}")
        for block in page.blocks:
            print(describe(block))
        if page.blocks and page.blocks[0].box is not None:
            draw(page, picture_of(source, page.number)).save(target)
            print(f"-- {target}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--pages", type=lambda text: [int(number) for number in text.split(",")])
    parser.add_argument("-o", "--folder", type=Path, default=Path())
    parser.add_argument("--mode", type=Mode, default=Mode.AUTO, choices=list(Mode))
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for source in find_sources([options.file]):
        if isinstance(source, Source):
            show(source, options.pages, options.mode, options.folder)
        else:
            print(source.message)


if __name__ == "__main__":
    main()
