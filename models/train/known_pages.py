"""Pages whose text is known, as the recogniser read them: made ones, and scans where they lie beside the repository."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from bench.scans import find_scans
from document import MediaType, Method, Mode, Page, Settings, Source
from ingest.images import ImageFile
from ingest.ocr import Recognizer
from ingest.pages import ImageReader, PdfReader, recognized
from ingest.pdf_pages import PdfPages
from ingest.raster import Raster
from ingest.sources import find_sources
from models.train.made_pages import made_pages

SETTINGS = Settings(mode=Mode.FORCE_OCR)


@dataclass(frozen=True, slots=True)
class KnownPage:
    """A page as it was read, before it is laid out; `kind` is the source it stands for."""

    name: str
    kind: str
    truth: str
    page: Page


def read_known(recognizer: Recognizer, made: int, cache: Path) -> Iterator[KnownPage]:
    """Read every known page, `made` invented ones first; what is in `cache` is not read again."""
    cache.mkdir(parents=True, exist_ok=True)
    for each in made_pages(made):
        kept = cache / f"{each.name}-{hashlib.sha256(each.pixels.tobytes()).hexdigest()[:12]}.json"
        if not kept.is_file():
            raster = Raster(each.pixels, each.dpi)
            page = recognized(Page(1, raster.width, raster.height, Method.OCR, "image"), raster, recognizer, SETTINGS)
            kept.write_bytes(msgspec.json.encode(page))
        yield KnownPage(each.name, f"made {each.kind}", each.text, msgspec.json.decode(kept.read_bytes(), type=Page))
    for scan in find_scans():
        for number, truth in enumerate(scan.truths, start=1):
            kept = cache / f"{scan.path.stem}-{number}.json"
            if not kept.is_file():
                kept.write_bytes(msgspec.json.encode(_read(scan.path, number, recognizer)))
            page = msgspec.json.decode(kept.read_bytes(), type=Page)
            yield KnownPage(f"{scan.path.stem}-{number}", scan.group, truth, page)


def _read(path: Path, number: int, recognizer: Recognizer) -> Page:
    (source,) = (found for found in find_sources([path]) if isinstance(found, Source))
    if source.media_type is MediaType.PDF:
        with PdfPages(source) as pages:
            return PdfReader(source, pages).read(number, recognizer, SETTINGS)
    with ImageFile(source) as image:
        return ImageReader(source, image).read(number, recognizer, SETTINGS)
