"""The rows of the index that one file's records and corrections make."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from document import DateValue, Method
from pipelines.corrected import Corrected, correct
from pipelines.corrections import Correction, digest_of
from pipelines.exports.tables import known_as, normal
from pipelines.outputs import Output, read_output
from pipelines.records import AnyMention, DocumentRecord, PageRecord, SectionRecord
from pipelines.review.edtf_span import span_of
from pipelines.review.folding import folded_text

MOST_SECTIONS = 1_000_000
"""Of a document, for their ids."""
TENTHS = 10
SURE = 0.95
"""A page read with more confidence and without a warning needs no eye."""
FAILED, WARNED, REFUSED = 3.0, 0.5, 0.1
"""What failure, a warning and a text layer that was refused add to the doubt about a page."""

Row = tuple[object, ...]


class Changed(NamedTuple):
    """A JSONL file that is new or changed: its place in the folder, its stamp, and the id of its document here.

    `corrections` are all that may be of it, by the id of its record.
    """

    file: str
    path: Path
    stamp: str
    id: int
    corrections: dict[str, tuple[Correction, ...]]


class FileRows(NamedTuple):
    """The rows of a file by table; `words` and `forms` hold ids and folded text of sections and of entities."""

    document: Row
    pages: list[Row]
    sections: list[Row]
    words: list[tuple[int, str]]
    entities: list[Row]
    forms: list[tuple[int, str]]


def rows_of(files: Iterable[Changed]) -> list[FileRows | None]:
    """The rows of files, None for one that is foreign, damaged or gone: `muragat validate` tells of it."""
    return [_file_rows(changed, output) if (output := _read(changed.path)) else None for changed in files]


def signature(corrections: Sequence[Correction]) -> str:
    """What tells one state of a file's corrections from another."""
    return digest_of(" ".join(each.id for each in corrections))


def _read(path: Path) -> Output | None:
    try:
        return read_output(path)
    except (ValueError, FileNotFoundError):
        return None


def _file_rows(changed: Changed, output: Output) -> FileRows:
    mine = changed.corrections.get(output.document.id, ())
    corrected = correct(output, mine)
    made = FileRows(_document(changed, corrected, signature(mine)), [], [], [], [], [])
    failures = {failure.page: failure.message for failure in output.document.failures}
    # A page may stand twice in a record made by others; the index keeps the last.
    made.pages.extend({page.page: _page(changed.id, page, failures) for page in output.document.pages}.values())
    forms: dict[int, str] = {}
    for number, section in enumerate(corrected.output.sections[: MOST_SECTIONS - 1], start=1):
        row = changed.id * MOST_SECTIONS + number
        made.sections.append(_section(changed.id, row, number, section))
        made.words.append((row, folded_text(section.text)))
        made.entities.extend(_entities(row, section.entities, forms))
    made.forms.extend(forms.items())
    return made


def _document(changed: Changed, corrected: Corrected, signed: str) -> Row:
    output = corrected.output
    document: DocumentRecord = output.document
    characters = sum(page.characters for page in document.pages)
    sure = sum(page.confidence * page.characters for page in document.pages)
    tenths = [0] * TENTHS
    for section in output.sections:
        for mention in section.entities:
            tenths[min(int(mention.confidence * TENTHS), TENTHS - 1)] += 1
    return (
        changed.id,
        changed.file,
        f"{changed.stamp}-{signed}",
        document.id,
        document.source.path,
        document.source.sha256,
        document.source.bytes,
        document.source.media_type.value,
        _json(document.languages),
        characters,
        sure / characters if characters else None,
        len(output.sections),
        sum(tenths),
        _json(tenths),
        _json([each.id for each in corrected.stale]),
        _json([failure for failure in document.failures if failure.page is None]),
    )


def _page(document: int, page: PageRecord, failures: dict[int | None, str]) -> Row:
    return (
        document,
        page.page,
        page.method.value,
        page.reason,
        page.width,
        page.height,
        page.rotation,
        page.language.value,
        page.confidence,
        page.characters,
        _json(page.warnings),
        failures.get(page.page),
        doubt(page),
    )


def doubt(page: PageRecord) -> float:
    """How soon a page needs an eye: 0 not at all, up to 1 by its confidence, more for warnings, failed pages first."""
    if page.method is Method.FAILED:
        return FAILED
    found = WARNED if page.warnings else 0.0
    if page.method is Method.OCR:
        refused = "layer" in page.reason and not page.reason.startswith("no text layer")
        found += REFUSED if refused else 0.0
        found += 1 - page.confidence if page.confidence < SURE else 0.0
    return round(found, 3)


def _section(document: int, row: int, number: int, section: SectionRecord) -> Row:
    first, last = section.pages
    return (
        row,
        document,
        section.id,
        number,
        section.level,
        section.role.value,
        section.title,
        section.language.value,
        first,
        last,
        section.text,
        _json(section.blocks),
    )


def _entities(section: int, mentions: Iterable[AnyMention], forms: dict[int, str]) -> Iterator[Row]:
    for mention in mentions:
        value, text = mention.value, mention.text
        days = span_of(value.edtf) if isinstance(value, DateValue) else None
        folded = folded_text(text)
        form = int.from_bytes(hashlib.blake2b(folded.encode(), digest_size=7).digest(), "big")
        forms[form] = folded
        shown = normal(value) or text
        yield (
            section,
            mention.start,
            mention.end,
            mention.label.value,
            text,
            form,
            known_as(value) or shown,
            shown,
            mention.page,
            _json(mention.box) if mention.box else None,
            mention.confidence,
            mention.by,
            _json(value) if value else None,
            *(days or (None, None)),
        )


_encode = msgspec.json.Encoder(order="deterministic").encode


def _json(value: object) -> str:
    return _encode(value).decode()
