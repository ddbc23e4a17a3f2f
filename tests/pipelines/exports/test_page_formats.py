"""ALTO, hOCR and searchable PDF, read back by alto-tools, hocr-tools and pdftotext."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pikepdf
import pytest
from lxml import etree
from PIL import Image
from PIL.TiffImagePlugin import AppendingTiffWriter
from reportlab.pdfgen.canvas import Canvas

from document import MediaType, Page
from errors import SourceError
from pipelines.exports.alto import ALTO, write_alto
from pipelines.exports.hocr import write_hocr
from pipelines.exports.placed import place
from pipelines.exports.searchable_pdf import write_searchable_pdf
from pipelines.outputs import Output

TOOLS = Path(sys.executable).parent
NEAR = 3.0
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</word>')

needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")


def read_by(tool: str, *arguments: str | Path) -> str:
    run = [sys.executable, str(TOOLS / tool), *map(str, arguments)]
    return subprocess.run(run, check=True, capture_output=True, text=True).stdout


def test_alto_tools_read_the_text_of_a_page(output: Output, pages: tuple[Page, ...], tmp_path: Path) -> None:
    write_alto(output, place(output, pages), tmp_path)
    read = read_by("alto-tools", "-t", tmp_path / "1937/хаттама.pdf/00001.xml")
    assert "ХАТТАМА № 5" in read
    assert "1937 жылы Әлихан Сәрсенов" in read


def test_alto_tags_entities_and_marks_broken_words(output: Output, pages: tuple[Page, ...], tmp_path: Path) -> None:
    write_alto(output, place(output, pages), tmp_path)
    tree = etree.parse(tmp_path / "1937/хаттама.pdf/00001.xml")
    spaces = {"a": ALTO.name}
    tags = {tag.get("ID"): tag for tag in tree.iterfind(".//a:NamedEntityTag", spaces)}
    (word,) = [each for each in tree.iterfind(".//a:String", spaces) if each.get("CONTENT") == "Сәрсенов"]
    assert tags[word.get("TAGREFS")].get("TYPE") == "PERSON"
    assert tags[word.get("TAGREFS")].get("DESCRIPTION") == "sarsenov a"
    (broken,) = tree.iterfind(".//a:String[@SUBS_TYPE='HypPart1']", spaces)
    after = broken.getnext()
    assert after is not None
    assert after.tag == f"{{{ALTO.name}}}HYP"
    page = tree.find(".//a:Page", spaces)
    assert page is not None
    assert (page.get("WIDTH"), page.get("HEIGHT")) == ("9917", "14033"), "A4 in 1/1200 inch"


def test_hocr_tools_accept_the_file_and_read_its_lines(output: Output, pages: tuple[Page, ...], tmp_path: Path) -> None:
    write_hocr(output, place(output, pages), tmp_path)
    file = tmp_path / "1937/хаттама.pdf/00002.hocr"
    assert "not ok" not in read_by("hocr-check", file)
    assert "Допрошена Гүлнәр Оспанқызы" in read_by("hocr-lines", file)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@needs_pdftotext
def test_pdftotext_finds_the_words_where_they_stand(
    output: Output, pages: tuple[Page, ...], tmp_path: Path, turned: int
) -> None:
    """Whatever `/Rotate` the PDF has and wherever its crop box lies."""
    scan = tmp_path / "scan.pdf"
    with pikepdf.new() as pdf:
        for _ in pages:
            across, down = (595, 842) if turned in {0, 180} else (842, 595)
            page = pdf.add_blank_page(page_size=(across + 40, down + 40))
            page.CropBox = pikepdf.Array([30, 10, 30 + across, 10 + down])
            page.Rotate = turned
        pdf.save(scan)
    placed = tuple(place(output, pages))
    write_searchable_pdf(output, placed, scan, tmp_path / "out")
    made = tmp_path / "out/1937/хаттама.pdf"
    for each in placed:
        wanted = [word for block in each.blocks for line in block.lines for word in line]
        found = words_of(made, each.record.page)
        assert len(found) == len(wanted)
        if each.record.rotation == 0 and turned == 0:
            for word in wanted:
                assert any(
                    text.rstrip("-") == word.text
                    and max(abs(a - b) for a, b in zip(box, msgspec.to_builtins(word.box), strict=True)) <= NEAR
                    for box, text in found
                ), word


def words_of(pdf: Path, page: int) -> list[tuple[tuple[float, ...], str]]:
    run = ["pdftotext", "-bbox", "-cropbox", "-f", str(page), "-l", str(page), str(pdf), "-"]
    read = subprocess.run(run, check=True, capture_output=True, text=True).stdout
    return [(tuple(map(float, each[:4])), each[4]) for each in WORD.findall(read)]


@needs_pdftotext
def test_hidden_garbage_is_taken_out_and_what_is_seen_stays(
    output: Output, pages: tuple[Page, ...], tmp_path: Path
) -> None:
    scan = tmp_path / "scan.pdf"
    canvas = Canvas(str(scan), pagesize=(595, 842))
    for _ in pages:
        canvas.saveState()
        hidden = canvas.beginText(72, 700)
        hidden.setTextRenderMode(3)
        hidden.textOut("XATTAMA garbage")
        canvas.drawText(hidden)
        canvas.restoreState()
        canvas.drawString(72, 600, "stamp")
        canvas.showPage()
    canvas.save()
    write_searchable_pdf(output, place(output, pages), scan, tmp_path / "out")
    read = " ".join(text for _, text in words_of(tmp_path / "out/1937/хаттама.pdf", 1))
    assert "garbage" not in read
    assert "stamp" in read
    assert "Әлихан Сәрсенов тұтқ" in read


@needs_pdftotext
def test_a_picture_becomes_a_pdf_of_the_recorded_size(output: Output, pages: tuple[Page, ...], tmp_path: Path) -> None:
    picture = tmp_path / "хаттама.png"
    Image.new("LA", (1240, 1754), (255, 255)).save(picture)
    source = msgspec.structs.replace(output.document.source, path="хаттама.png", media_type=MediaType.PNG)
    document = msgspec.structs.replace(output.document, source=source, pages=output.document.pages[:1])
    made = msgspec.structs.replace(output, document=document)
    write_searchable_pdf(made, place(made, pages), picture, tmp_path / "out")
    with pikepdf.open(tmp_path / "out/хаттама.png.pdf") as pdf:
        assert [round(float(edge)) for edge in pdf.pages[0].mediabox] == [0, 0, 595, 842]
    assert "Сәрсенов" in [text for _, text in words_of(tmp_path / "out/хаттама.png.pdf", 1)]


@needs_pdftotext
@pytest.mark.parametrize("mode", ["L", "I;16", "RGBA"])
def test_small_copies_in_a_tiff_are_no_pages(
    output: Output, pages: tuple[Page, ...], tmp_path: Path, mode: str
) -> None:
    picture = tmp_path / "хаттама.tiff"
    with AppendingTiffWriter(str(picture), new=True) as file:
        for size, kind in (((1240, 1754), 0), ((124, 175), 1), ((1240, 1754), 0)):
            Image.new(mode, size).save(file, format="TIFF", tiffinfo={254: kind})
            file.newFrame()
    source = msgspec.structs.replace(output.document.source, path="хаттама.tiff", media_type=MediaType.TIFF)
    document = msgspec.structs.replace(output.document, source=source)
    made = msgspec.structs.replace(output, document=document)
    write_searchable_pdf(made, place(made, pages), picture, tmp_path)
    with pikepdf.open(tmp_path / "хаттама.tiff.pdf") as pdf:
        sizes = [[round(float(edge)) for edge in page.mediabox] for page in pdf.pages]
    assert sizes == [[0, 0, 595, 842]] * 2
    assert "Гүлнәр" in [text for _, text in words_of(tmp_path / "хаттама.tiff.pdf", 2)]


def test_a_pdf_that_cannot_be_opened_is_said_of_the_file(
    output: Output, pages: tuple[Page, ...], tmp_path: Path
) -> None:
    scan = tmp_path / "сынық.pdf"
    scan.write_bytes(b"%PDF-1.7\n")
    with pytest.raises(SourceError, match="cannot be made searchable"):
        write_searchable_pdf(output, place(output, pages), scan, tmp_path / "out")


def test_the_same_records_give_the_same_pdf(output: Output, pages: tuple[Page, ...], tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    with pikepdf.new() as pdf:
        for _ in pages:
            pdf.add_blank_page(page_size=(595, 842))
        pdf.save(scan)
    for folder in ("a", "b"):
        write_searchable_pdf(output, place(output, pages), scan, tmp_path / folder)
    assert (tmp_path / "a/1937/хаттама.pdf").read_bytes() == (tmp_path / "b/1937/хаттама.pdf").read_bytes()
