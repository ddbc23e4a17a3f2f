"""Small PDFs, written out by hand so that a test can say exactly what lies on a page and how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from document import Word
from ingest.raster import Raster

CMAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end"""


@dataclass(frozen=True)
class Sheet:
    """A page to be written: `content` is its content stream, `boxes` left, bottom, right, top."""

    content: bytes = b""
    media: tuple[float, float, float, float] = (0, 0, 400, 600)
    crop: tuple[float, float, float, float] | None = None
    rotate: int = 0
    images: Mapping[str, NDArray[np.uint8]] = field(default_factory=dict)


def show(text: str, x: float, y: float, size: float = 12, mode: int = 0, turn: int = 0) -> bytes:
    """A line of text whose pen starts at (x, y) of user space, turned counter-clockwise by right angles."""
    a, b = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}[turn]
    code = text.encode("utf-16-be").hex()
    return f"BT /F1 {size} Tf {mode} Tr {a} {b} {-b} {a} {x} {y} Tm <{code}> Tj ET\n".encode()


def paint(name: str, left: float, bottom: float, width: float, height: float) -> bytes:
    """An image stretched over a rectangle of user space."""
    return f"q {width} 0 0 {height} {left} {bottom} cm /{name} Do Q\n".encode()


def write_pdf(path: Path, sheets: Sequence[Sheet], inherited: bool = False) -> Path:
    """Write the sheets; `inherited` puts the first one's /MediaBox on the root of the page tree."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    def stream(entries: bytes, data: bytes) -> int:
        return add(b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data))

    unicode = stream(b"", CMAP)
    system = b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    descriptor = add(
        b"<< /Type /FontDescriptor /FontName /Plain /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0"
        b" /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
    )
    glyphs = add(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain %s /FontDescriptor %d 0 R /DW 500 >>"
        % (system, descriptor)
    )
    font = add(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [%d 0 R]"
        b" /ToUnicode %d 0 R >>" % (glyphs, unicode)
    )
    pages = []
    for sheet in sheets:
        content = stream(b"", sheet.content)
        names = b""
        for name, pixels in sheet.images.items():
            rows, columns = pixels.shape
            entries = b"/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8"
            image = stream(b"%s /Width %d /Height %d" % (entries, columns, rows), pixels.tobytes())
            names += b"/%s %d 0 R " % (name.encode(), image)
        boxes = b"" if inherited else b"/MediaBox [%f %f %f %f]" % sheet.media
        if sheet.crop:
            boxes += b" /CropBox [%f %f %f %f]" % sheet.crop
        resources = b"<< /Font << /F1 %d 0 R >> /XObject << %s>> >>" % (font, names)
        page = b"<< /Type /Page /Parent 2 0 R %s /Rotate %d /Contents %d 0 R /Resources %s >>"
        pages.append(add(page % (boxes, sheet.rotate, content, resources)))
    kids = b" ".join(b"%d 0 R" % page for page in pages)
    root = b"/MediaBox [%f %f %f %f]" % sheets[0].media if inherited else b""
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d %s >>" % (kids, len(pages), root)
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    path.write_bytes(data + end % (len(objects) + 1, table, len(objects) + 1, len(data)))
    return path


def written_paper(rows: int = 600, columns: int = 400) -> NDArray[np.uint8]:
    """A page image with ink on it as lines of letters would have."""
    pixels = np.full((rows, columns), 235, dtype=np.uint8)
    row, column = np.mgrid[0:rows, 0:columns]
    inside = (row > rows / 10) & (row < rows * 0.9) & (column > columns / 10) & (column < columns * 0.9)
    pixels[inside & (row % 16 < 6) & (column % 8 < 3)] = 20
    return pixels


class FakeRecognizer:
    """Reads the same words on every page, or fails as told."""

    version = "fake"

    def __init__(self, words: tuple[Word, ...] = (), error: Exception | None = None) -> None:
        self.words = words
        self.error = error
        self.seen: list[Raster] = []

    def recognize(self, raster: Raster) -> tuple[Word, ...]:
        self.seen.append(raster)
        if self.error:
            raise self.error
        return self.words
