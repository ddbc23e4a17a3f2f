"""A font without ink for text that is found and copied but not seen; the only module that meets fontTools.

Every character is half as wide as high and stands on the lower edge of its box, so that the box of a word is the
word's own. Codes are UTF-16 units, as other programs that lay text under scans write them.
"""

from __future__ import annotations

from io import BytesIO

from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

WIDTH = 500
EM = 1000
GLYPHS = (".notdef", "nothing")
CODES = 65_536
TO_UNICODE = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
1 beginbfrange
<0000> <FFFF> <0000>
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def encoded(text: str) -> bytes:
    """The text in the font's codes; characters beyond the first plane become U+FFFD."""
    return "".join(each if each <= "\uffff" else "\ufffd" for each in text).encode("utf-16-be", "replace")


def add_font(pdf: Pdf) -> Object:
    """Put the font into a PDF, once for all its pages."""
    file = Stream(pdf, _true_type(), Length1=len(_true_type()))
    name = Name.MuragatGlyphless
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=5,
        FontBBox=Array([0, 0, WIDTH, EM]),
        ItalicAngle=0,
        Ascent=EM,
        Descent=-1,  # poppler takes nought for not known
        CapHeight=EM,
        StemV=80,
        FontFile2=pdf.make_indirect(file),
    )
    to_glyph = Stream(pdf, b"\x00\x01" * CODES)
    described = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=WIDTH,
        CIDToGIDMap=pdf.make_indirect(to_glyph),
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=name,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(described)]),
        ToUnicode=pdf.make_indirect(Stream(pdf, TO_UNICODE)),
    )
    return pdf.make_indirect(font)


def _true_type() -> bytes:
    """A TrueType file of empty glyphs, the same bytes each time."""
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder(list(GLYPHS))
    builder.setupCharacterMap({})
    builder.setupGlyf({name: Glyph() for name in GLYPHS})
    builder.setupHorizontalMetrics(dict.fromkeys(GLYPHS, (WIDTH, 0)))
    builder.setupHorizontalHeader(ascent=EM, descent=0)
    builder.setupHead(unitsPerEm=EM, created=0, modified=0)
    builder.setupNameTable({"familyName": "MuragatGlyphless", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.font.recalcTimestamp = False
    with BytesIO() as file:
        builder.save(file)
        return file.getvalue()
