"""Makes every sample and what is expected of it: `python samples/make.py`, the same bytes each time.

Needs the Debian packages fonts-freefont-ttf (a typewriter face with Kazakh letters) and fonts-dejavu. What is expected
comes from the texts as they were written, never from what the program reads.
"""

from __future__ import annotations

import io
import sys
import time
import unicodedata
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from samples.garble import garbage, look_alikes
from samples.markup import Manuscript, Paragraph, read_manuscript
from samples.press import picture, print_pages
from samples.typewriter import Machine, type_sheet
from samples.wear import Wear, photographed, two_tone, wear_out

HERE = Path(__file__).resolve().parent
# Scans carry a date; a fixed one keeps the bytes the same.
MADE = time.gmtime(0)
QUALITY = 38

Pixels = NDArray[np.uint8]
Make = Callable[[Manuscript], bytes]


@dataclass(frozen=True)
class Sample:
    """A file, the text it is made from, in which language that begins, and how its pages should be read.

    Where it is an open book, `facing` pages of the text are one page of the file.
    """

    file: str
    text: str
    language: str
    method: str
    make: Make
    facing: int = 1


class ExpectedPage(msgspec.Struct, frozen=True):
    """One page: its running text, what stands outside it, and how it should be read."""

    page: int
    method: str
    language: str
    text: str
    furniture: str


class Expected(msgspec.Struct, frozen=True):
    """What the records of a file should say; shares of languages are by characters."""

    file: str
    languages: dict[str, float]
    pages: list[ExpectedPage]
    titles: list[tuple[str, str]]
    entities: list[tuple[str, str]]


def random_of(manuscript: Manuscript) -> np.random.Generator:
    """Chance that is the same for the same sample."""
    return np.random.default_rng(zlib.crc32(manuscript.name.encode()))


def typed(machine: Machine, wear: Wear, bilevel: bool = False, height: float = 11.69) -> Callable[..., list[Pixels]]:
    """Pages from a typewriter, worn."""

    def pages(manuscript: Manuscript) -> list[Pixels]:
        random = random_of(manuscript)
        sheets = [wear_out(type_sheet(page, machine, random, height), wear, random) for page in manuscript.pages]
        return [two_tone(sheet) for sheet in sheets] if bilevel else sheets

    return pages


def opened(machine: Machine, wears: Sequence[Wear]) -> Callable[..., list[Pixels]]:
    """Typed pages laid open on the scanner, black and white: two on each picture, either crooked its own way."""

    def pages(manuscript: Manuscript) -> list[Pixels]:
        random = random_of(manuscript)
        sheets = [
            wear_out(type_sheet(page, machine, random), wears[number % 2], random)
            for number, page in enumerate(manuscript.pages)
        ]
        return [two_tone(np.hstack(sheets[first : first + 2])) for first in range(0, len(sheets), 2)]

    return pages


def printed(dpi: int, wear: Wear, bilevel: bool = False) -> Callable[..., list[Pixels]]:
    """A page from a printed book, worn."""

    def pages(manuscript: Manuscript) -> list[Pixels]:
        sheet = picture(print_pages(manuscript.pages, manuscript.name), dpi)
        worn = wear_out(sheet, wear, random_of(manuscript))
        return [two_tone(worn) if bilevel else worn]

    return pages


def scanned(pages: Callable[..., list[Pixels]], dpi: int) -> Make:
    """A PDF of pictures only; black and white ones by the fax standard, grey ones as JPEG."""

    def make(manuscript: Manuscript) -> bytes:
        images = [image_of(page) for page in pages(manuscript)]
        content = io.BytesIO()
        options = {} if images[0].mode == "1" else {"quality": QUALITY}
        images[0].save(
            content,
            "PDF",
            resolution=dpi,
            **options,
            save_all=True,
            append_images=images[1:],
            creationDate=MADE,
            modDate=MADE,
        )
        return content.getvalue()

    return make


def under_garbage(pages: Callable[..., list[Pixels]], dpi: int) -> Make:
    """A PDF of one picture with an invisible layer of what a Latin recogniser made of it."""

    def make(manuscript: Manuscript) -> bytes:
        (pixels,) = pages(manuscript)
        width, height = pixels.shape[1] * 72 / dpi, pixels.shape[0] * 72 / dpi
        content = io.BytesIO()
        canvas = Canvas(content, pagesize=(width, height), invariant=True)
        canvas.drawImage(ImageReader(io.BytesIO(jpeg(pixels, quality=24))), 0, 0, width, height)
        layer = canvas.beginText(80, height - 80)
        layer.setTextRenderMode(3)
        layer.setFont("Courier", 10)
        for paragraph in manuscript.pages[0]:
            for start in range(0, len(paragraph.text), 60):
                layer.textLine(garbage(paragraph.text[start : start + 60]))
        canvas.drawText(layer)
        canvas.save()
        return content.getvalue()

    return make


def born_digital(change: Callable[[str], str] = lambda text: text) -> Make:
    """A PDF from a word processor."""
    return lambda manuscript: print_pages(manuscript.pages, manuscript.name, change)


def tiff(pages: Callable[..., list[Pixels]], dpi: int) -> Make:
    """A TIFF of several black and white pages."""

    def make(manuscript: Manuscript) -> bytes:
        images = [image_of(page) for page in pages(manuscript)]
        content = io.BytesIO()
        images[0].save(content, "TIFF", save_all=True, append_images=images[1:], compression="group4", dpi=(dpi, dpi))
        return content.getvalue()

    return make


def photo(pages: Callable[..., list[Pixels]]) -> Make:
    """A JPEG from a camera, which says nothing of dots per inch."""

    def make(manuscript: Manuscript) -> bytes:
        return jpeg(photographed(pages(manuscript)[0], random_of(manuscript)))

    return make


def png(pages: Callable[..., list[Pixels]], dpi: int) -> Make:
    """A black and white PNG."""

    def make(manuscript: Manuscript) -> bytes:
        content = io.BytesIO()
        image_of(pages(manuscript)[0]).save(content, "PNG", dpi=(dpi, dpi))
        return content.getvalue()

    return make


def plain(manuscript: Manuscript) -> bytes:
    """UTF-8 text, an empty line between paragraphs."""
    return ("\n\n".join(each.plain for each in manuscript.pages[0]) + "\n").encode()


def image_of(pixels: Pixels) -> Image.Image:
    """Two-tone pages as one bit a pixel, others grey."""
    image = Image.fromarray(pixels)
    return image.convert("1") if set(np.unique(pixels)) <= {0, 255} else image


def jpeg(pixels: Pixels, quality: int = QUALITY) -> bytes:
    """The pixels as a JPEG file."""
    content = io.BytesIO()
    Image.fromarray(pixels).save(content, "JPEG", quality=quality)
    return content.getvalue()


OLD = Wear()
FAINT = Wear(skew=-1.3, paper=200, fade=0.6, noise=9, blur=0.9, shadow=35)
BAD = Wear(skew=1.4, paper=165, fade=0.45, noise=15, blur=1.0, shadow=70, bleed=0.12)
CLEAN = Wear(skew=0.5, paper=235, fade=0.15, noise=3, shadow=8, bleed=0.02)
OPEN = (replace(CLEAN, skew=1.8), replace(CLEAN, skew=-1.2))
PICA = Machine()
FINE = replace(PICA, dpi=300, stray=1.2)

SAMPLES = (
    Sample("order-ru.pdf", "order-ru", "ru", "ocr", scanned(typed(PICA, OLD), 200)),
    Sample("troika-ru.pdf", "troika-ru", "ru", "ocr", scanned(typed(FINE, CLEAN, bilevel=True), 300)),
    Sample("letter-kk.pdf", "letter-kk", "kk", "ocr", scanned(typed(PICA, FAINT), 200)),
    Sample("lookalikes-kk.pdf", "lookalikes-kk", "kk", "text", born_digital(look_alikes)),
    Sample("article-en.pdf", "article-en", "en", "text", born_digital()),
    Sample("three-languages.pdf", "three-languages", "kk", "ocr", scanned(printed(300, CLEAN), 300)),
    Sample("garbage-layer-ru.pdf", "garbage-layer-ru", "ru", "ocr", under_garbage(typed(PICA, BAD), 200)),
    Sample("memorial-list.pdf", "memorial-list", "ru", "ocr", scanned(printed(400, CLEAN, bilevel=True), 400)),
    Sample("two-columns-kk.pdf", "two-columns-kk", "kk", "ocr", scanned(printed(300, replace(OLD, skew=-0.7)), 300)),
    Sample("open-book-kk.pdf", "open-book-kk", "kk", "ocr", scanned(opened(PICA, OPEN), 200), facing=2),
    Sample("questionnaire-ru.tiff", "questionnaire-ru", "ru", "ocr", tiff(typed(FINE, CLEAN, bilevel=True), 300)),
    Sample("photo-en.jpg", "photo-en", "en", "ocr", photo(typed(PICA, replace(CLEAN, skew=1.0)))),
    Sample("note.txt", "note", "kk", "text", plain),
    Sample("Ұлытау ауданы № 5.png", "certificate-kk", "kk", "ocr", png(typed(FINE, CLEAN, True, height=5.0), 300)),
)


def expected(sample: Sample, manuscript: Manuscript) -> Expected:
    """What the records should say, from the text as written."""
    paragraphs = [paragraph for page in manuscript.pages for paragraph in page]
    total = sum(len(each.plain) for each in paragraphs)
    shares = {
        language: round(sum(len(each.plain) for each in paragraphs if each.language == language) / total, 3)
        for language in sorted({each.language for each in paragraphs})
    }
    return Expected(
        file=sample.file,
        languages=shares,
        pages=[_expected_page(sample, number, page) for number, page in enumerate(_pages(sample, manuscript), start=1)],
        titles=titles(paragraphs),
        entities=list(manuscript.entities),
    )


def titles(paragraphs: Sequence[Paragraph]) -> list[tuple[str, str]]:
    """Role (or nothing, where any will do) and wording of each heading; a protocol's columns begin with theirs."""
    headings = []
    seen: set[str] = set()
    for paragraph in paragraphs:
        if paragraph.kind == "heading" or (paragraph.kind == "cell" and paragraph.role not in seen):
            seen.add(paragraph.role)
            headings.append((paragraph.role, paragraph.plain))
    return headings


def _pages(sample: Sample, manuscript: Manuscript) -> list[list[Paragraph]]:
    """The paragraphs of each page of the file."""
    firsts = range(0, len(manuscript.pages), sample.facing)
    return [[each for page in manuscript.pages[first : first + sample.facing] for each in page] for first in firsts]


def _expected_page(sample: Sample, number: int, page: Sequence[Paragraph]) -> ExpectedPage:
    lengths: dict[str, int] = {}
    for paragraph in page:
        lengths[paragraph.language] = lengths.get(paragraph.language, 0) + len(paragraph.plain)
    return ExpectedPage(
        page=number,
        method=sample.method if page else "blank",
        language=max(lengths, key=lambda language: lengths[language], default="und"),
        text="\n".join(each.plain for each in page if each.kind != "furniture"),
        furniture="\n".join(each.plain for each in page if each.kind == "furniture"),
    )


def truth(sample: Sample, manuscript: Manuscript) -> bytes:
    """The expected file of a sample."""
    return msgspec.json.format(msgspec.json.encode(expected(sample, manuscript)), indent=1) + b"\n"


def main() -> int:
    """Make all samples or those named; with `--check` only say which expected files are not those of the texts."""
    names = set(sys.argv[1:])
    stale = 0
    for sample in SAMPLES:
        manuscript = read_manuscript(HERE / "texts" / f"{sample.text}.mark", sample.language)
        golden = HERE / "expected" / f"{sample.text}.json"
        if "--check" in names:
            if not golden.exists() or golden.read_bytes() != truth(sample, manuscript):
                print(f"{golden.name} is not what texts/{sample.text}.mark says: run `python samples/make.py`")
                stale = 1
        elif not names or sample.text in names:
            content = sample.make(manuscript)
            (HERE / unicodedata.normalize("NFC", sample.file)).write_bytes(content)
            golden.write_bytes(truth(sample, manuscript))
            print(f"{sample.file:28} {len(manuscript.pages)} pages {len(content):9,} bytes")
    return stale


if __name__ == "__main__":
    sys.exit(main())
