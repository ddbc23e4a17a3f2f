"""Reads the sample texts: what each says, how it is set, and which entities it names.

Paragraphs are set off by empty lines; `[LABEL text]` marks an entity; `^1` is a raised figure. A paragraph begins with
what it is: `=` centred, `>` to the right, `#` or `#role` a heading, `*` a row or list item, `^` a footnote, `~` page
furniture, `|heard` and `|resolved` the two columns of a protocol. `(column` and `)column` enclose a printed column,
`language xx` holds for what follows, `--- page` begins a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

ENTITY = re.compile(r"\[([A-Z]+) ([^\]]+)\]")
START = re.compile(r"(=|>|#\w*|\*|\^(?=\d )|~|\|\w+)\s*")
KINDS = {"=": "centred", ">": "right", "#": "heading", "*": "row", "^": "note", "~": "furniture", "|": "cell"}


@dataclass(frozen=True)
class Paragraph:
    """Plain text with `^1` still in it; `kind` is one of KINDS or `paragraph`, `role` what stood behind the sign."""

    kind: str
    text: str
    language: str
    role: str = ""
    column: int = 0

    @property
    def plain(self) -> str:
        """The text as it should be read."""
        return self.text.replace("^", "")


@dataclass(frozen=True)
class Manuscript:
    """A sample as written: pages of paragraphs, and the entities in order, label and text."""

    name: str
    pages: tuple[tuple[Paragraph, ...], ...]
    entities: tuple[tuple[str, str], ...]


@dataclass
class _Reader:
    language: str
    column: int = 0
    pages: list[list[Paragraph]] = field(default_factory=lambda: [[]])
    entities: list[tuple[str, str]] = field(default_factory=list)


def read_manuscript(path: Path, language: str) -> Manuscript:
    """Read one sample text; `language` holds until the text says otherwise."""
    reader = _Reader(language)
    for chunk in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip()):
        _read_chunk(reader, chunk)
    return Manuscript(path.stem, tuple(map(tuple, reader.pages)), tuple(reader.entities))


def _read_chunk(reader: _Reader, chunk: str) -> None:
    if chunk == "--- page":
        reader.pages.append([])
    elif chunk.startswith("language "):
        reader.language = chunk.split()[1]
    elif chunk == "(column":
        reader.column += 1
    elif chunk == ")column":
        pass
    else:
        for line in chunk.splitlines():
            reader.pages[-1].append(_paragraph(reader, line))


def _paragraph(reader: _Reader, line: str) -> Paragraph:
    reader.entities += ENTITY.findall(line)
    text = ENTITY.sub(r"\2", line)
    start = START.match(text)
    if start is None:
        return Paragraph("paragraph", text, reader.language, column=reader.column)
    sign = start.group(1)
    text = text[start.end() :] if sign != "^" else text[1:]
    return Paragraph(KINDS[sign[0]], text, reader.language, sign[1:], reader.column)
