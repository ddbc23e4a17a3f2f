"""The scan as a PDF with what was read laid invisibly over it: words are found and copied where they stand.

Pages that were recognised get the text; pages whose own text was believed are left as they are. Hidden text that a
scanner left on a recognised page is taken out, or a search would find its garbage too.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import count
from pathlib import Path
from statistics import median

import img2pdf
from pikepdf import (
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Page,
    Pdf,
    PdfError,
    parse_content_stream,
)
from pikepdf import unparse_content_stream as unparse

from document import Box, Failure, MediaType, Method, Reason, Source, Stage
from errors import SourceError
from ingest.frame import to_displayed
from ingest.images import ImageFile
from pipelines.exports.glyphless import add_font, encoded
from pipelines.exports.naming import file_of
from pipelines.exports.placed import PlacedPage, PlacedWord, upright
from pipelines.outputs import Output
from pipelines.records import PageRecord
from pipelines.store import write_whole

FONT = Name.MuragatGlyphless
SHOWING = frozenset({"Tj", "TJ", "'", '"'})
INVISIBLE = 3
# What a PDF cannot hold as it is: transparency, more than eight bits, rare colours; or what is damaged.
REFUSED = (
    *(ValueError, img2pdf.AlphaChannelError, img2pdf.ExifOrientationError, img2pdf.ImageOpenError),
    *(img2pdf.JpegColorspaceError, img2pdf.NegativeDimensionError, img2pdf.UnsupportedColorspaceError),
)
Point = tuple[float, float]
Instruction = ContentStreamInstruction | ContentStreamInlineImage


def write_searchable_pdf(output: Output, pages: Iterable[PlacedPage], source: Path, folder: Path) -> None:
    """Write `NAME.pdf` (of an image `NAME.tiff.pdf`); `SourceError` where nothing can be laid over the source."""
    name = output.name if output.document.source.media_type is MediaType.PDF else f"{output.name}.pdf"
    try:
        with _open(output, source) as pdf:
            font = add_font(pdf)
            for page in pages:
                if page.record.method is Method.OCR and page.record.page <= len(pdf.pages):
                    _lay(pdf.pages[page.record.page - 1], page, font, pdf)
            with BytesIO() as made:
                pdf.save(made, deterministic_id=True, compress_streams=True)
                write_whole(file_of(folder, name, ""), [made.getvalue()])
    except PdfError as error:
        message = f"{source} cannot be made searchable: {error}"
        raise SourceError(Failure(output.name, Stage.WRITE, Reason.BROKEN, message)) from error


def _open(output: Output, source: Path) -> Pdf:
    told = output.document.source
    if told.media_type is MediaType.PDF:
        return Pdf.open(source)
    with ImageFile(Source(str(source), told.path, told.sha256, told.bytes, told.media_type)) as image:
        try:
            made = _of_pictures([source.read_bytes()], output)
        except REFUSED:
            made = None
        # It takes every frame of a TIFF for a page, also the small copies that are none.
        if made is None or len(made.pages) != len(image):
            made = _of_pictures([image.picture(number) for number in range(1, len(image) + 1)], output)
    return made


def _of_pictures(pictures: Sequence[bytes], output: Output) -> Pdf:
    """Each picture, or frame of one, as a page of the size that was recorded for it."""
    sizes = {page.page: (page.width, page.height) for page in output.document.pages}
    numbers = count(1)

    def as_recorded(width: int, height: int, dpi: tuple[float, float]) -> tuple[float, float, float, float]:
        across, down = sizes.get(next(numbers)) or (72 * width / dpi[0], 72 * height / dpi[1])
        return across, down, across, down

    return Pdf.open(BytesIO(img2pdf.convert(*pictures, layout_fun=as_recorded, rotation=img2pdf.Rotation.ifvalid)))


def _lay(page: Page, placed: PlacedPage, font: Object, pdf: Pdf) -> None:
    _take_out_hidden_text(page, pdf, set())
    if Name.Resources not in page:
        page.Resources = Dictionary()
    if Name.Font not in page.Resources:
        page.Resources.Font = Dictionary()
    page.Resources.Font[FONT] = font
    lines = (line for block in placed.blocks for line in block.lines)
    shown = b"\n".join(part for line in lines for part in _show(line, page, placed.record))
    # Whatever state the page's own drawing ends in must not move the text.
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"\nQ\nq BT 3 Tr %b 1 Tf\n" % bytes(str(FONT), "ascii") + shown + b"\nET Q\n")


def _show(line: Sequence[PlacedWord], page: Page, record: PageRecord) -> Iterator[bytes]:
    words = [(word, box) for word in line if word.text and (box := upright(word.box, record)).width and box.height]
    if not words:
        return
    # One size and one slanting foot for the whole line, or readers would tear it at every `у` and `р`.
    fall = -math.tan(math.radians(record.skew))
    size = median(box.height for _, box in words)
    foot = median(box.y1 - fall * (box.x0 + box.x1) / 2 for _, box in words)
    for word, box in words:
        bottom = foot + fall * (box.x0 + box.x1) / 2
        corners = ((box.x0, bottom), (box.x1, bottom), (box.x0, bottom - size))
        origin, right, top = (_in_page(_displayed(corner, record), page) for corner in corners)
        text = word.text + "-" * word.hyphen
        # The font's characters are half an em wide: this stretches them over the box, whichever way it lies.
        wide = 2 / len(text)
        matrix = (
            (right[0] - origin[0]) * wide,
            (right[1] - origin[1]) * wide,
            top[0] - origin[0],
            top[1] - origin[1],
            *origin,
        )
        numbers = " ".join(f"{number:.3f}" for number in matrix)
        blank = "" if word.hyphen else " "
        yield f"{numbers} Tm <{encoded(text + blank).hex()}> Tj".encode("ascii")


def _displayed(point: Point, record: PageRecord) -> Point:
    """A point of the page that was turned for reading, on the page as displayed."""
    x, y = point
    box = to_displayed(Box(x, y, x, y), record.width, record.height, record.rotation, 0.0)
    return box.x0, box.y0


def _in_page(point: Point, page: Page) -> Point:
    """A point of the displayed page in the PDF's own coordinates: origin at the lower left, before `/Rotate`."""
    left, bottom, right, top = (float(edge) for edge in page.cropbox)
    across, down = point
    match int(page.get(Name.Rotate, 0)) % 360:
        case 90:
            return left + down, bottom + across
        case 180:
            return right - across, bottom + down
        case 270:
            return right - down, top - across
        case _:
            return left + across, top - down


def _take_out_hidden_text(holder: Page | Object, pdf: Pdf, seen: set[tuple[int, int]]) -> None:
    """Drop what is shown in no ink from a page, and from the forms it draws."""
    try:
        kept = list(_visible(parse_content_stream(holder)))
    except PdfError:
        return  # drawing that cannot be parsed is left as it is
    stream = unparse(kept)
    if isinstance(holder, Page):
        holder.Contents = pdf.make_stream(stream)
    else:
        holder.write(stream)
    resources = holder.get(Name.Resources) or Dictionary()
    for form in dict(resources.get(Name.XObject) or {}).values():
        if form.get(Name.Subtype) == Name.Form and form.objgen not in seen:
            seen.add(form.objgen)
            _take_out_hidden_text(form, pdf, seen)


def _visible(instructions: Iterable[Instruction]) -> Iterator[Instruction]:
    mode, outer = 0, list[int]()
    for each in instructions:
        if isinstance(each, ContentStreamInstruction):
            operator = str(each.operator)
            if operator == "q":
                outer.append(mode)
            elif operator == "Q" and outer:
                mode = outer.pop()
            elif operator == "Tr":
                mode = int(each.operands[0])
            elif operator in SHOWING and mode == INVISIBLE:
                continue
        yield each
