"""One page laid out: its words become blocks of settled text in reading order, every word with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

import msgspec

from document import Anchor, Block, BlockRole, Box, Method, Page, Word
from ingest.blocks import Group, groups_of
from ingest.columns import Column, columns_of
from ingest.dirt import with_measured_sizes, without_dirt
from ingest.frame import to_displayed
from ingest.hyphens import join_at_break
from ingest.lines import Row, type_size, without_doubles
from ingest.text import known_words, settle_lines, settle_unbroken
from ingest.wording import begins_low

BOLD_SHARE = 0.5

# A word and what stands between it and the next.
Piece = tuple[Word, str]


def lay_out(page: Page) -> Page:
    """Answer the page with its words made blocks in reading order, boxes on the page as displayed."""
    columns = _settled(list(columns_of(without_doubles(page.words))), page.method)
    known = known_words([[word.text for word in row.words] for column in columns for row in column.rows])
    blocks = tuple(_block(group, page, known) for group in groups_of(columns))
    return msgspec.structs.replace(page, words=(), blocks=blocks)


def _settled(columns: Sequence[Column], method: Method) -> list[Column]:
    """The columns with the text of their words settled; words that come out empty, rows and columns too, are gone."""
    texts = iter(settle_lines([[word.text for word in row.words] for column in columns for row in column.rows]))
    settled = []
    for column in columns:
        rows = [_with_texts(row, next(texts)) for row in column.rows]
        rows = [row for row in rows if row.words]
        if method is Method.OCR:
            rows = with_measured_sizes(without_dirt(rows))
        if rows:
            settled.append(replace(column, rows=tuple(rows)))
    return settled


def _with_texts(row: Row, texts: Sequence[str]) -> Row:
    pairs = zip(row.words, texts, strict=True)
    return Row(tuple(msgspec.structs.replace(word, text=text) for word, text in pairs if text), row.middle)


def _block(group: Group, page: Page, known: frozenset[str]) -> Block:
    text, anchors = "", []
    for word, glue in _pieces(group, known):
        box = to_displayed(word.box, page.width, page.height, page.rotation, page.skew)
        anchors.append(Anchor(len(text), len(text) + len(word.text), box))
        text += word.text + glue
    words = [word for row in group.rows for word in row.words]
    letters = sum(len(word.text) for word in words)
    return Block(
        page=page.number,
        text=text,
        method=page.method,
        box=Box.around(anchor.box for anchor in anchors),
        anchors=tuple(anchors),
        confidence=sum(word.confidence * len(word.text) for word in words) / letters,
        role=group.role,
        size=median(type_size(word) for word in words),
        bold=sum(len(word.text) for word in words if word.bold) > BOLD_SHARE * letters,
        centred=group.centred,
        lines=len(group.rows),
        continues=group.role is BlockRole.PARAGRAPH and begins_low(text),
    )


def _pieces(group: Group, known: frozenset[str]) -> Iterator[Piece]:
    """The words of a block in order, as they stand in its text, each with what follows it."""
    if group.cells:
        yield from _table_pieces(group)
        return
    for place, row in enumerate(group.rows):
        yield from ((_unbroken(word), " ") for word in row.words[:-1])
        word = row.words[-1]
        if place + 1 == len(group.rows):
            yield _unbroken(word), ""
            continue
        if place + 1 in group.entries:
            yield _unbroken(word), "\n"
            continue
        joint = join_at_break(word.text, group.rows[place + 1].words[0].text, known)
        yield _unbroken(msgspec.structs.replace(word, text=joint.left)), joint.glue


def _table_pieces(group: Group) -> Iterator[Piece]:
    """Rows on lines of their own, a tab between cells."""
    for row, cells in enumerate(group.cells, start=1):
        for column, cell in enumerate(cells, start=1):
            yield from ((_unbroken(word), " ") for word in cell[:-1])
            after = "\t" if column < len(cells) else "\n" if row < len(group.cells) else ""
            yield _unbroken(cell[-1]), after


def _unbroken(word: Word) -> Word:
    return msgspec.structs.replace(word, text=settle_unbroken(word.text))
