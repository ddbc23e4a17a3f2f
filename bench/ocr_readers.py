"""The readers that are compared: Muragat, plain Tesseract and OCRmyPDF, each from a file to the text of its pages."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pypdfium2
from PIL import Image

from document import Mode, Page, Settings, Source
from ingest.ocr import load_recognizer
from ingest.pages import read_pages
from ingest.sources import find_sources

PACKS = "kaz+rus+eng"
DPI = 300
UNKNOWN_DPI = 200  # told to OCRmyPDF of images that do not say
OCRMYPDF = f"--quiet --jobs 1 -l {PACKS} --force-ocr --rotate-pages --output-type pdf"


class Outcome(msgspec.Struct, frozen=True):
    """The text of each page of a file, the processor seconds that took, and the pages where they are known."""

    texts: tuple[str, ...]
    seconds: float
    pages: tuple[Page, ...] = ()


Read = Callable[[Path], Outcome]


@dataclass(frozen=True)
class Readers:
    """Makes readers; what others read is kept in `cache`, if there is one, by the file's contents."""

    ocrmypdf: str | None = None
    cache: Path | None = None

    def of(self, names: Sequence[str]) -> Iterator[tuple[str, Read]]:
        """The readers asked for that are installed; says which is not."""
        for name in names:
            if name == "muragat":
                yield name, Muragat().read
            elif name == "tesseract":
                yield name, self._kept(name, tesseract)
            elif command := self.command():
                yield name, self._kept(name, by_ocrmypdf(command))
            else:
                print("not installed: OCRmyPDF (in an environment of its own, then --ocrmypdf PATH)")

    def command(self) -> str | None:
        """Where OCRmyPDF is."""
        return shutil.which(self.ocrmypdf or "ocrmypdf")

    def _kept(self, name: str, read: Callable[[Path], list[str]]) -> Read:
        def kept(path: Path) -> Outcome:
            if self.cache is None:
                return timed(lambda: read(path))
            digest = hashlib.sha256(path.read_bytes() + OCRMYPDF.encode()).hexdigest()[:16]
            place = self.cache / f"{name}-{digest}.json"
            if not place.is_file():
                self.cache.mkdir(parents=True, exist_ok=True)
                place.write_bytes(msgspec.json.encode(timed(lambda: read(path))))
            return msgspec.json.decode(place.read_bytes(), type=Outcome)

        return kept


def timed(read: Callable[[], list[str]]) -> Outcome:
    """What was read, and the processor time of this process and of the commands it ran: fair on a busy machine."""
    start = sum(os.times()[:4])
    return Outcome(tuple(read()), sum(os.times()[:4]) - start)


SETTINGS = Settings(mode=Mode.FORCE_OCR)


class Muragat:
    """Reads as the program does; the recogniser is loaded once."""

    def __init__(self) -> None:
        self._recognizer = load_recognizer(SETTINGS)

    def read(self, path: Path) -> Outcome:
        """The text of each page: its laid-out blocks in their order, furniture with them."""
        (source,) = (found for found in find_sources([path]) if isinstance(found, Source))
        start = sum(os.times()[:4])
        pages = tuple(read_pages(source, self._recognizer, SETTINGS))
        seconds = sum(os.times()[:4]) - start
        return Outcome(tuple("\n".join(block.text for block in page.blocks) for page in pages), seconds, pages)


def tesseract(path: Path) -> list[str]:
    """Run the command on each page."""
    with tempfile.TemporaryDirectory() as folder:
        return [_run("tesseract", str(image), "-", "-l", PACKS) for image in _images(path, Path(folder))]


def by_ocrmypdf(command: str) -> Callable[[Path], list[str]]:
    """Run OCRmyPDF on the whole file and take the text it puts beside it."""

    def read(path: Path) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            sidecar, output = Path(folder) / "text.txt", Path(folder) / "out.pdf"
            dpi = [] if path.suffix == ".pdf" else ["--image-dpi", str(_image_dpi(path))]
            _run(command, *OCRMYPDF.split(), *dpi, "--sidecar", str(sidecar), str(path), str(output))
            return sidecar.read_text(encoding="utf-8").split("\f")

    return read


def _images(path: Path, folder: Path) -> Iterator[Path]:
    """Render the pages of a PDF; an image file is its own."""
    if path.suffix != ".pdf":
        yield path
        return
    with pypdfium2.PdfDocument(path) as pdf:
        for number in range(len(pdf)):
            image = folder / f"{number}.png"
            pdf[number].render(scale=DPI / 72, grayscale=True).to_pil().save(image, dpi=(DPI, DPI))
            yield image


def _image_dpi(path: Path) -> int:
    with Image.open(path) as image:
        return round(image.info.get("dpi", (UNKNOWN_DPI,))[0]) or UNKNOWN_DPI


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
