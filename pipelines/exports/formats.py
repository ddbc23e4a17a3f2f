"""The formats that `muragat export` offers: which function writes each, and what it needs beside the records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from importlib import import_module
from pathlib import Path

from errors import MissingToolError, SourceError
from pipelines.corrected import Corrected
from pipelines.exports.gold import write_gold
from pipelines.exports.kept import Kept
from pipelines.exports.placed import place


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

    `MissingToolError` says how to install what a format needs; `OutputError` when the target cannot be written.
    """
    if to is Format.GOLD:
        write_gold(documents, target)
        return
    outputs = (each.output for each in documents)
    if to in FROM_RECORDS:
        _writer(*FROM_RECORDS[to])(outputs, target)
        return
    write = _writer(*FROM_PAGES[to])
    for output in outputs:
        pages = kept.pages(output)
        if isinstance(pages, str):
            yield f"{output.name}: {pages}"
            continue
        placed = place(output, pages)
        if to is not Format.SEARCHABLE_PDF:
            write(output, placed, target)
            continue
        source = kept.source(output.document.source)
        if isinstance(source, str):
            yield f"{output.name}: {source}"
            continue
        try:
            write(output, placed, Path(source.path), target)
        except SourceError as error:
            yield f"{output.name}: {error}"


def _writer(module: str, function: str) -> Callable[..., None]:
    """What writes a format; its libraries are loaded only now, for most runs export nothing."""
    try:
        found: Callable[..., None] = getattr(import_module(f"pipelines.exports.{module}"), function)
    except ModuleNotFoundError as error:
        raise MissingToolError(f"{error.name} is not installed, which this export needs: run `{INSTALL}`") from error
    return found
