"""One page laid out: its words become blocks of settled text in reading order, every word with its place."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import msgspec

from document import Anchor, Block, BlockRole, Box, Page
from ingest.blocks import Group, begins_low, groups_of
from ingest.columns import columns_of
from ingest.frame import to_displayed
from ingest.hyphens import join_at_break
from ingest.lines import Row, type_size, without_doubles
from ingest.text import known_words, settle_lines, settle_unbroken

BOLD_SHARE = 0.5


def lay_out(page: Page) -> Page:
    """Answer the page with its words made blocks in reading order, boxes on the page as displayed."""
    groups = [group for column in columns_of(without_doubles(page.words)) for group in groups_of(column)]
    groups = _settled(groups)
    known = known_words([[word.text for word in row.words] for group in groups for row in group.rows])
    blocks = tuple(_block(group, page, known) for group in groups)
    return msgspec.structs.replace(page, words=(), blocks=blocks)


def _settled(groups: Sequence[Group]) -> list[Group]:
    """The groups with the text of their words settled; words that come out empty are gone."""
    texts = iter(settle_lines([[word.text for word in row.words] for group in groups for row in group.rows]))
    settled = []
    for group in groups:
        rows = [_with_texts(row, next(texts)) for row in group.rows]
        kept = tuple(row for row in rows if row.words)
        if kept:
            settled.append(Group(kept, group.role, group.centred))
    return settled


def _with_texts(row: Row, texts: Sequence[str]) -> Row:
    pairs = zip(row.words, texts, strict=True)
    return Row(tuple(msgspec.structs.replace(word, text=text) for word, text in pairs if text))


def _block(group: Group, page: Page, known: frozenset[str]) -> Block:
    text, places = _written(group, known)
    words = [word for row in group.rows for word in row.words]
    letters = sum(len(word.text) for word in words)
    anchors = tuple(
        Anchor(start, end, to_displayed(word.box, page.width, page.height, page.rotation, page.skew))
        for word, (start, end) in zip(words, places, strict=True)
    )
    return Block(
        page=page.number,
        text=text,
        method=page.method,
        box=Box.around(anchor.box for anchor in anchors),
        anchors=anchors,
        confidence=sum(word.confidence * len(word.text) for word in words) / letters,
        role=group.role,
        size=median(type_size(word) for word in words),
        bold=sum(len(word.text) for word in words if word.bold) > BOLD_SHARE * letters,
        centred=group.centred,
        lines=len(group.rows),
        continues=group.role is BlockRole.PARAGRAPH and begins_low(group.rows[0]),
    )


def _written(group: Group, known: frozenset[str]) -> tuple[str, list[tuple[int, int]]]:
    """The text of a block and where in it each of its words stands."""
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    length = 0
    words = [word for row in group.rows for word in row.words]
    ends = _row_ends(group)
    for place, word in enumerate(words):
        text, glue = word.text, " "
        if place + 1 == len(words):
            glue = ""
        elif place in ends:
            text, glue = join_at_break(text, words[place + 1].text, known)
            if glue and group.role is BlockRole.TABLE:
                glue = "\n"
        text = settle_unbroken(text)
        places.append((length, length + len(text)))
        parts += [text, glue]
        length += len(text) + len(glue)
    return "".join(parts), places


def _row_ends(group: Group) -> frozenset[int]:
    ends, place = set(), -1
    for row in group.rows:
        place += len(row.words)
        ends.add(place)
    return frozenset(ends)
