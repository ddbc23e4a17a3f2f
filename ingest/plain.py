"""Plain text as one page of blocks, however its paragraphs are parted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import regex

from document import Block, Method, Page, Source
from errors import SourceError
from ingest.stages import no_longer_readable
from ingest.text import settle_text

LOW_START = regex.compile(r"\p{Ll}")
SENTENCE_END = regex.compile(r"[.!?…:;»”\")\]]\s*$")
WRAPPED_SHARE = 0.2  # of the line ends; text with a paragraph on each line goes on in small letters hardly ever
SPACED_SHARE = 0.6
SHORT_OF_WIDTH = 0.75
INDENT = 3


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line that is not blank, `gap` blank lines after the one before, and begun by `indent` spaces."""

    text: str
    gap: int
    indent: int


def read_plain(source: Source) -> Page:
    """Read a UTF-8 file as page 1, which has neither size nor boxes; `SourceError` when it can no longer be read."""
    try:
        text = Path(source.path).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(no_longer_readable(source, error)) from error
    blocks = []
    for lines in paragraphs(text):
        settled = " ".join(settle_text("\n".join(line.text for line in lines)).split())
        if settled:
            blocks.append(Block(page=1, text=settled, method=Method.TEXT, lines=len(lines)))
    if not blocks:
        return Page(1, 0.0, 0.0, Method.BLANK, "nothing in the file")
    return Page(1, 0.0, 0.0, Method.TEXT, "plain text", blocks=tuple(blocks))


def paragraphs(text: str) -> Iterator[Sequence[TextLine]]:
    """Part text into paragraphs.

    Blank lines part them, unless they stand between almost all lines; where lines were wrapped at a width, short
    lines and indents part them too; where they were not, each line is a paragraph.
    """
    lines = _lines(text)
    if not lines:
        return
    gaps = [line.gap for line in lines[1:]]
    spaced = [line for line in lines if line.gap > 0]
    usual = 1 if sum(gap > 0 for gap in gaps) > SPACED_SHARE * len(gaps) and _wrapped(spaced) else 0
    wrapped = usual == 1 or _wrapped([line for line in lines if line.gap == 0])
    width = sorted(len(line.text) for line in lines)[len(lines) * 9 // 10]
    paragraph = [lines[0]]
    for line in lines[1:]:
        if line.gap > usual or not wrapped or _begins(line, paragraph[-1], width):
            yield tuple(paragraph)
            paragraph = []
        paragraph.append(line)
    yield tuple(paragraph)


def _lines(text: str) -> list[TextLine]:
    lines: list[TextLine] = []
    gap = 0
    for line in text.replace("\f", "\n\n\n").splitlines():
        stripped = line.strip()
        if not stripped:
            gap += 1
            continue
        lines.append(TextLine(stripped, gap, len(line.expandtabs()) - len(line.expandtabs().lstrip())))
        gap = 0
    return lines


def _wrapped(lines: Sequence[TextLine]) -> bool:
    """Whether many lines go on in the middle of a sentence."""
    low = sum(bool(LOW_START.match(line.text)) for line in lines[1:])
    return low > WRAPPED_SHARE * max(1, len(lines) - 1)


def _begins(line: TextLine, before: TextLine, width: int) -> bool:
    """Whether a paragraph begins with `line`: the one before stops short of the width, or this one is indented."""
    if LOW_START.match(line.text):
        return False
    if line.indent - before.indent >= INDENT:
        return True
    if line.text.isupper() != before.text.isupper():
        return True
    return len(before.text) < SHORT_OF_WIDTH * width
