"""The formats that `muragat export` offers: which function writes each, and what it needs beside the records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from importlib import import_module
from itertools import chain, islice
from pathlib import Path

from errors import MissingToolError, OutputError, SourceError
from pipelines.corrected import Corrected
from pipelines.exports.gold import write_gold
from pipelines.exports.kept import Kept
from pipelines.exports.placed import place
from pipelines.outputs import Output


class Format(StrEnum):
    """What records can be turned into."""

    CSV = "csv"
    PARQUET = "parquet"
    SQLITE = "sqlite"
    SEARCHABLE_PDF = "searchable-pdf"
    ALTO = "alto"
    HOCR = "hocr"
    TEI = "tei"
    LABELSTUDIO = "labelstudio"
    SPACY = "spacy"
    HIPE = "hipe"
    GOLD = "gold"


FROM_RECORDS = {
    Format.CSV: ("columnar", "write_csv"),
    Format.PARQUET: ("columnar", "write_parquet"),
    Format.SQLITE: ("database", "write_sqlite"),
    Format.TEI: ("tei", "write_tei"),
    Format.LABELSTUDIO: ("labelstudio", "write_labelstudio"),
    Format.SPACY: ("docbin", "write_docbin"),
    Format.HIPE: ("hipe", "write_hipe"),
}
FROM_PAGES = {
    Format.ALTO: ("alto", "write_alto"),
    Format.HOCR: ("hocr", "write_hocr"),
    Format.SEARCHABLE_PDF: ("searchable_pdf", "write_searchable_pdf"),
}
INSTALL = "pip install 'muragat[export]'"


def export(documents: Iterable[Corrected], kept: Kept, to: Format, target: Path) -> Iterator[str]:
    """Write `documents` as `to` into the file or folder `target`; yields why a document could not be written.

    `MissingToolError` says how to install what a format needs; `OutputError` when the target cannot be written, and
    in the end where none of the documents could.
    """
    if to is Format.GOLD:
        write_gold(documents, target)
        return
    outputs = _begun(each.output for each in documents)
    if to in FROM_RECORDS:
        _writer(*FROM_RECORDS[to])(outputs, target)
        return
    write = _writer(*FROM_PAGES[to])
    written = left = 0
    for output in outputs:
        why_not = _write_pages(output, kept, to, write, target)
        if why_not is None:
            written += 1
        else:
            left += 1
            yield f"{output.name}: {why_not}"
    if not written:
        raise OutputError(f"nothing was exported as {to}; documents left out: {left:,}")


def _begun(outputs: Iterator[Output]) -> Iterator[Output]:
    """The same with the first read already: where nothing can be read, nothing is made."""
    first = list(islice(outputs, 1))
    return chain(first, outputs)


def _write_pages(output: Output, kept: Kept, to: Format, write: Callable[..., None], target: Path) -> str | None:
    """Write a document by its pages, or say why that cannot be."""
    pages = kept.pages(output)
    if isinstance(pages, str):
        return pages
    placed = place(output, pages)
    if to is not Format.SEARCHABLE_PDF:
        write(output, placed, target)
        return None
    source = kept.source(output.document.source)
    if isinstance(source, str):
        return source
    try:
        write(output, placed, Path(source.path), target)
    except SourceError as error:
        return str(error)
    return None


def _writer(module: str, function: str) -> Callable[..., None]:
    """What writes a format; its libraries are loaded only now, for most runs export nothing."""
    try:
        found: Callable[..., None] = getattr(import_module(f"pipelines.exports.{module}"), function)
    except ModuleNotFoundError as error:
        raise MissingToolError(f"{error.name} is not installed, which this export needs: run `{INSTALL}`") from error
    return found
