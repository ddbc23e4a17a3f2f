"""Records as four flat tables, documents, pages, sections and entities: columns and the rows of one file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from document import (
    ArticleValue,
    CaseValue,
    DateValue,
    FondsValue,
    NameValue,
    OrderValue,
    PersonValue,
    Value,
)
from pipelines.outputs import Output

Cell = str | int | float | None
Row = dict[str, Cell]

TABLES: Final[Mapping[str, Mapping[str, type]]] = {
    "documents": {
        "id": str,
        "path": str,
        "sha256": str,
        "bytes": int,
        "media_type": str,
        "pages": int,
        "failed_pages": int,
        "characters": int,
        "confidence": float,
        "languages": str,
        "sections": int,
        "entities": int,
        "muragat": str,
        "tesseract": str,
    },
    "pages": {
        "document": str,
        "page": int,
        "method": str,
        "reason": str,
        "width": float,
        "height": float,
        "rotation": int,
        "skew": float,
        "dpi": int,
        "language": str,
        "confidence": float,
        "characters": int,
        "warnings": str,
        "failure": str,
    },
    "sections": {
        "id": str,
        "document": str,
        "level": int,
        "path": str,
        "role": str,
        "title": str,
        "language": str,
        "first_page": int,
        "last_page": int,
        "text": str,
    },
    "entities": {
        "section": str,
        "document": str,
        "start": int,
        "end": int,
        "label": str,
        "text": str,
        "normal": str,
        "known_as": str,
        "page": int,
        "x0": float,
        "y0": float,
        "x1": float,
        "y1": float,
        "confidence": float,
        "by": str,
        "value": str,
    },
}
"""Each table's columns, with the type of what is not empty. `languages`, section `path`, `warnings` and `value` are
JSON; `normal` is the value in one string, `known_as` the key of a person or the lexicon's id of anything else."""


def rows(output: Output) -> Iterator[tuple[str, Row]]:
    """Every row of one file, with the name of its table."""
    yield "documents", _document(output)
    yield from (("pages", row) for row in _pages(output))
    for section in output.sections:
        first, last = section.pages
        yield (
            "sections",
            {
                "id": section.id,
                "document": section.document,
                "level": section.level,
                "path": _json(section.path),
                "role": section.role.value,
                "title": section.title,
                "language": section.language.value,
                "first_page": first,
                "last_page": last,
                "text": section.text,
            },
        )
    yield from (("entities", row) for row in _entities(output))


def normal(value: Value | None) -> str | None:
    """A value in one string: the form under which mentions of the same thing meet; None where there is none."""
    match value:
        case DateValue():
            return value.edtf
        case PersonValue() | NameValue():
            return value.name
        case FondsValue():
            return value.normalized
        case CaseValue():
            return value.number
        case ArticleValue():
            parts = [f"{word} {part}" for word, some in (("ч.", value.parts), ("п.", value.points)) for part in some]
            return " ".join(filter(None, [value.code, ", ".join(value.articles) or value.article, *parts]))
        case OrderValue():
            number = f"№ {value.number}" if value.number else None
            return " ".join(filter(None, [value.issuer, value.type, number, value.date, value.title])) or None
        case None:
            return None


def known_as(value: Value | None) -> str | None:
    """The key of a person, the lexicon's id of an order, camp, institution or place; None where it has none."""
    match value:
        case PersonValue():
            return value.key
        case OrderValue() | NameValue():
            return value.id
        case _:
            return None


def _document(output: Output) -> Row:
    document = output.document
    characters = sum(page.characters for page in document.pages)
    sure = sum(page.confidence * page.characters for page in document.pages)
    return {
        "id": document.id,
        "path": document.source.path,
        "sha256": document.source.sha256,
        "bytes": document.source.bytes,
        "media_type": document.source.media_type.value,
        "pages": len(document.pages),
        "failed_pages": sum(page.method == "failed" for page in document.pages),
        "characters": characters,
        "confidence": round(sure / characters, 3) if characters else None,
        "languages": _json(document.languages),
        "sections": len(output.sections),
        "entities": sum(len(section.entities) for section in output.sections),
        "muragat": document.producer.muragat,
        "tesseract": document.producer.tesseract,
    }


def _pages(output: Output) -> Iterator[Row]:
    failures = {failure.page: failure.message for failure in output.document.failures}
    for page in output.document.pages:
        yield {
            "document": output.document.id,
            "page": page.page,
            "method": page.method.value,
            "reason": page.reason,
            "width": page.width,
            "height": page.height,
            "rotation": page.rotation,
            "skew": page.skew,
            "dpi": page.dpi,
            "language": page.language.value,
            "confidence": page.confidence,
            "characters": page.characters,
            "warnings": _json(page.warnings),
            "failure": failures.get(page.page),
        }


def _entities(output: Output) -> Iterator[Row]:
    for section in output.sections:
        for mention in section.entities:
            box = mention.box
            yield {
                "section": section.id,
                "document": section.document,
                "start": mention.start,
                "end": mention.end,
                "label": mention.label.value,
                "text": mention.text,
                "normal": normal(mention.value),
                "known_as": known_as(mention.value),
                "page": mention.page,
                "x0": box.x0 if box else None,
                "y0": box.y0 if box else None,
                "x1": box.x1 if box else None,
                "y1": box.y1 if box else None,
                "confidence": mention.confidence,
                "by": mention.by,
                "value": _json(mention.value) if mention.value else None,
            }


def _json(value: object) -> str:
    return msgspec.json.encode(value, order="deterministic").decode()
