"""Prints paragraphs on PDF pages of a book or journal, in one column or two."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Frame, Spacer
from reportlab.platypus import Paragraph as Flowing

from samples.markup import Paragraph

# Has every letter used here, Kazakh ones and Latin look-alikes; Debian package fonts-dejavu-core and -extra.
FACES = Path("/usr/share/fonts/truetype/dejavu")
MARGIN = 48
GAP = 18
SIZE = 9.0

STYLES = {
    "paragraph": ParagraphStyle("p", fontName="Serif", fontSize=SIZE, leading=12.5, firstLineIndent=14, spaceAfter=4),
    "row": ParagraphStyle("row", fontName="Serif", fontSize=SIZE, leading=12.5, spaceAfter=6),
    "centred": ParagraphStyle("centred", fontName="Serif", fontSize=11, leading=15, alignment=TA_CENTER, spaceAfter=8),
    "heading": ParagraphStyle("heading", fontName="SerifBold", fontSize=10.5, leading=14, spaceBefore=8, spaceAfter=5),
    "right": ParagraphStyle("right", fontName="Serif", fontSize=SIZE, leading=12.5, alignment=TA_RIGHT),
    "note": ParagraphStyle("note", fontName="Serif", fontSize=7.2, leading=9.2),
    "furniture": ParagraphStyle("furniture", fontName="Serif", fontSize=8, leading=10, alignment=TA_CENTER),
}
STYLES["paragraph"].alignment = TA_JUSTIFY


def print_pages(
    pages: Sequence[Sequence[Paragraph]], title: str, change: Callable[[str], str] = lambda text: text
) -> bytes:
    """A PDF of A5 pages; `change` is what the typist put for each text."""
    pdfmetrics.registerFont(TTFont("Serif", str(FACES / "DejaVuSerif.ttf")))
    pdfmetrics.registerFont(TTFont("SerifBold", str(FACES / "DejaVuSerif-Bold.ttf")))
    content = io.BytesIO()
    canvas = Canvas(content, pagesize=A5, invariant=True)
    canvas.setTitle(title)
    for page in pages:
        _print_page(canvas, page, change)
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def picture(pdf: bytes, dpi: int) -> NDArray[np.uint8]:
    """The first page of a PDF as grey pixels."""
    document = pypdfium2.PdfDocument(pdf)
    grey = document[0].render(scale=dpi / 72, grayscale=True).to_numpy()
    pixels = np.array(grey, dtype=np.uint8).reshape(grey.shape[0], grey.shape[1])
    document.close()
    return pixels


def _print_page(canvas: Canvas, page: Sequence[Paragraph], change: Callable[[str], str]) -> None:
    width, height = A5
    top = height - MARGIN
    notes = [paragraph for paragraph in page if paragraph.kind == "note"]
    bottom = MARGIN + 10 + 10 * len(notes)
    head = [each for each in page if each.column == 0 and each.kind not in ("note", "furniture")]
    left = _fill(canvas, head, (MARGIN, bottom, width - 2 * MARGIN, top - bottom), change)
    column_width = (width - 2 * MARGIN - GAP) / 2
    for column in (1, 2):
        x = MARGIN + (column - 1) * (column_width + GAP)
        texts = [paragraph for paragraph in page if paragraph.column == column]
        _fill(canvas, texts, (x, bottom, column_width, left - bottom), change)
    if notes:
        canvas.line(MARGIN, bottom - 4, MARGIN + 90, bottom - 4)
        _fill(canvas, notes, (MARGIN, MARGIN - 4, width - 2 * MARGIN, bottom - MARGIN), change)
    furniture = [paragraph for paragraph in page if paragraph.kind == "furniture"]
    _fill(canvas, furniture, (MARGIN, 18, width - 2 * MARGIN, 22), change)


def _fill(
    canvas: Canvas,
    paragraphs: Sequence[Paragraph],
    place: tuple[float, float, float, float],
    change: Callable[[str], str],
) -> float:
    """Fill a frame at `place` (left, bottom, width, height in points); returns where the text ends."""
    frame = Frame(*place, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    story: list[Flowing | Spacer] = [
        Flowing(_raised(change(paragraph.text)), STYLES[paragraph.kind]) for paragraph in paragraphs
    ]
    frame.addFromList(story, canvas)
    if story:
        raise ValueError(f"the page is too small for {story[0].getPlainText()!r}")
    return float(frame._y)


def _raised(text: str) -> str:
    """Figures behind `^` set as superscripts."""
    return "".join(
        f"<super>{part[0]}</super>{part[1:]}" if number else part for number, part in enumerate(text.split("^"))
    )
