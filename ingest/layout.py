"""One page laid out: its words become blocks of settled text in reading order, every word with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from statistics import median

import msgspec

from document import Anchor, Block, BlockRole, Box, Method, Page, Word, mean_confidence
from ingest.blocks import Group, groups_of
from ingest.columns import Column, columns_of
from ingest.confidence import Sheet, Weigh, as_said, weigh_words
from ingest.dirt import with_measured_sizes, without_dirt
from ingest.frame import to_displayed
from ingest.hyphens import Joint, join_at_break, with_break_shown
from ingest.lines import Row, type_size, without_doubles
from ingest.look import SPREAD
from ingest.text import known_words, settle_halves, settle_lines, settle_unbroken
from ingest.wording import begins_low

BOLD_SHARE = 0.5

# A word and what stands between it and the next.
Piece = tuple[Word, str]


def lay_out(page: Page, weigh_read: Weigh = weigh_words) -> Page:
    """Answer the page with its words made blocks in reading order, boxes on the page as displayed.

    How sure words of OCR are is weighed by `weigh_read` at last; until then it is what the recogniser said.
    """
    columns = _settled(list(columns_of(without_doubles(page.words))), page.method)
    rows = [row.words for column in columns for row in column.rows]
    known = known_words([[word.text for word in words] for words in rows])
    weigh = partial(weigh_read, Sheet.of(rows)) if page.method is Method.OCR else as_said
    blocks = tuple(_block(group, page, known, weigh) for group in groups_of(columns))
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


def _block(
    group: Group, page: Page, known: frozenset[str], weigh: Callable[[Sequence[Word]], Sequence[float]]
) -> Block:
    text, anchors = "", []
    pieces = tuple(_pieces(group, known))
    for (word, glue), sure in zip(pieces, weigh([word for word, _ in pieces]), strict=True):
        box = to_displayed(word.box, page.width, page.height, page.rotation, page.skew)
        anchors.append(Anchor(len(text), len(text) + len(word.text), box, round(sure, 3)))
        text += word.text + glue
    words = [word for row in group.rows for word in row.words]
    letters = sum(len(word.text) for word in words)
    return Block(
        page=page.number,
        text=text,
        method=page.method,
        box=Box.around(anchor.box for anchor in anchors),
        anchors=tuple(anchors),
        confidence=mean_confidence(anchors),
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
        yield from _table_pieces(group, known)
        return
    tail: str | None = None  # what the first word of a row is in the light of its first half
    for place, row in enumerate(group.rows):
        words = list(row.words)
        if tail is not None:
            words[0] = msgspec.structs.replace(words[0], text=tail)
            tail = None
        yield from ((_unbroken(word), gap) for word, gap in zip(words[:-1], _gaps(group, row), strict=True))
        word = words[-1]
        if place + 1 == len(group.rows):
            yield _unbroken(msgspec.structs.replace(word, text=with_break_shown(word.text))), ""
            continue
        if place + 1 in group.entries:
            yield _unbroken(word), "\n"
            continue
        right = group.rows[place + 1].words[0].text
        joint = join_at_break(word.text, right, known)
        left = joint.left
        if not joint.glue:
            left, tail = settle_halves(left, right)
        yield _unbroken(msgspec.structs.replace(word, text=left)), joint.glue


def _gaps(group: Group, row: Row) -> Iterator[str]:
    """What stands between the words of a row: a tab in the wide gap of one that is a block by itself."""
    for left, right in pairwise(row.words):
        yield "\t" if len(group.rows) == 1 and right.box.x0 - left.box.x1 > SPREAD * row.size else " "


def _table_pieces(group: Group, known: frozenset[str]) -> Iterator[Piece]:
    """Rows on lines of their own, a tab between cells; the lines of a cell run on."""
    for row, cells in enumerate(group.cells, start=1):
        for column, cell in enumerate(cells, start=1):
            for word, following in pairwise(cell):
                below = following.box.x0 < word.box.x0
                joint = join_at_break(word.text, following.text, known) if below else Joint(word.text, " ")
                yield _unbroken(msgspec.structs.replace(word, text=joint.left)), joint.glue
            after = "\t" if column < len(cells) else "\n" if row < len(group.cells) else ""
            yield _unbroken(cell[-1]), after


def _unbroken(word: Word) -> Word:
    return msgspec.structs.replace(word, text=settle_unbroken(word.text))
