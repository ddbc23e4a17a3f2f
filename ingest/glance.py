"""What a file holds, told by a cheap look: how many pages, and of a few of them how they would be read, and why."""

from __future__ import annotations

import msgspec

from document import MediaType, Method, Mode, Settings, Source
from ingest.images import ImageFile
from ingest.pdf_pages import PdfPages


class PageGlance(msgspec.Struct, frozen=True):
    """How a page would be read, and why."""

    page: int
    method: Method
    reason: str


class Glance(msgspec.Struct, frozen=True):
    """How many of the pages asked for a file has, and some of them looked at."""

    pages: int
    looked_at: tuple[PageGlance, ...]


def glance(source: Source, settings: Settings, most: int) -> Glance:
    """Look at up to `most` pages, spread over the file; `SourceError` when it, or one of them, cannot be opened."""
    match source.media_type:
        case MediaType.PDF:
            with PdfPages(source) as pages:
                numbers = _wanted(len(pages), settings)
                seen = tuple(_page(pages, number, settings) for number in spread(numbers, most))
                return Glance(len(numbers), seen)
        case MediaType.TEXT:
            return Glance(1, (PageGlance(1, Method.TEXT, "plain text"),))
    with ImageFile(source) as image:
        numbers = _wanted(len(image), settings)
    method = Method.BLANK if settings.mode is Mode.TEXT else Method.OCR
    return Glance(len(numbers), tuple(PageGlance(number, method, "image") for number in spread(numbers, most)))


def spread(numbers: list[int], most: int) -> list[int]:
    """Up to `most` of the numbers, evenly: of 1 to 100 the three are 17, 51 and 84."""
    if len(numbers) <= most:
        return numbers
    return [numbers[(2 * place + 1) * len(numbers) // (2 * most)] for place in range(most)]


def _wanted(count: int, settings: Settings) -> list[int]:
    return [number for number in range(1, count + 1) if settings.wants(number)]


def _page(pages: PdfPages, number: int, settings: Settings) -> PageGlance:
    verdict = pages.verdict(number, settings)
    return PageGlance(number, verdict.method, verdict.reason)
