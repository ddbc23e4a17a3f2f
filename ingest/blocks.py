"""Rows into blocks: paragraphs, headings, lists, tables and notes, each a group of rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import regex

from document import BlockRole, Box, Word
from ingest.columns import Column
from ingest.letterhead import letterhead_of, parts_of_corner
from ingest.lines import Row
from ingest.look import Look, is_capitals, is_centred, is_spread, look_of
from ingest.seams import NUMBER, seams_of
from ingest.tables import cells_of, spans_of
from ingest.wording import LEADERS, LETTERED, MARKER, RULE, SENTENCE_END

NOTE_MARK = regex.compile(r"(?:\d{1,3}[.)]?|\*{1,4}\)?|[¹²³⁴-⁹]+)$")
# Marks that are notes even in type of the usual size, if the text refers to them; and what may follow a reference.
REFERRED_MARK = regex.compile(r"(?:\*{1,4}\)?|\d{1,2}\))$")
REFERENCE = regex.compile(r"[.,;:!?»”\"]+$")
NOTE_SIZE = 0.93
# In type sizes: so close under each other stand the lines of one note in the margin.
NOTE_LEADING = 1.6
# In type sizes: so far under words, at most, stands what underlines them.
UNDERLINED = 1.8
HEADING_ROWS = 5
STRIKING_WEIGHT = 0.9
# So many short entries in a row, of no more rows each, are one block.
ENTRIES = 3
ENTRY_ROWS = 2
HEADING_LETTERS = 6
HEADING_WORDED = 0.6

# What marks an item of a list: its kind, and its place in the row of such.
Mark = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that make one block, and what it is; in tables each row is parted into `cells`.

    `entries` are the places of rows that begin a line of their own within the block.
    """

    rows: tuple[Row, ...]
    role: BlockRole
    centred: bool = False
    entries: frozenset[int] = frozenset()
    cells: tuple[tuple[tuple[Word, ...], ...], ...] = ()


def groups_of(columns: Iterable[Column]) -> list[Group]:
    """Answer the rows of a page's columns grouped into blocks, in reading order."""
    groups = [group for column in columns for group in _groups_of_column(column)]
    sizes = [row.size for group in groups for row in group.rows for _ in row.words]
    body = median(sizes) if sizes else 0.0
    return _notes(_lists([_heading(group, body) for group in groups]), body)


def _groups_of_column(column: Column) -> Iterator[Group]:
    if column.pairing is not None:
        yield Group(column.rows, BlockRole.TABLE, cells=tuple(column.pairing.cells(column.rows)))
        return
    look = look_of(column)
    if column.aside:
        for rows in _apart(column.rows):
            yield from (replace(group, role=BlockRole.NOTE) for group, _ in _paragraphs(rows, look))
        return
    done = 0
    for span in spans_of(column.rows):
        rows = column.rows[max(done, span.first) : span.last]
        if not rows:
            continue
        if span.strips:
            letterhead = letterhead_of(column.rows, span)
            if letterhead is not None:
                left, right, done = letterhead
                for side in parts_of_corner(left):
                    box = Box.around(row.box for row in side)
                    yield from _together(_paragraphs(side, look_of(Column(tuple(side), box.x0, box.x1))))
                yield from _together(_paragraphs(right, look))
                continue
            yield Group(rows, BlockRole.TABLE, cells=tuple(cells_of(rows, span.strips)))
            continue
        yield from _together(_paragraphs(rows, look))


def _apart(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """The rows beside a text, parted where they do not stand close under each other."""
    first = 0
    for place, (above, row) in enumerate(pairwise(rows), start=1):
        under = above.box.x0 < row.box.x1 and row.box.x0 < above.box.x1
        if not under or row.middle - above.middle > NOTE_LEADING * max(above.size, row.size):
            yield rows[first:place]
            first = place
    yield rows[first:]


def _paragraphs(rows: Sequence[Row], look: Look) -> Iterator[tuple[Group, bool]]:
    """Blocks as the seams part them, each with whether it is the next entry of a list or line of verse."""
    begins = seams_of(rows, look)
    ends = [*(first for first, _ in begins[1:]), len(rows)]
    for (first, entry), last in zip(begins, ends, strict=True):
        yield _paragraph(rows[first:last], look), entry


def _together(groups: Iterable[tuple[Group, bool]]) -> Iterator[Group]:
    """Runs of short entries made one block, each on a line of its own."""
    run: list[Group] = []
    for group, entry in groups:
        if run and not (entry and _is_plain(group) and _is_plain(run[-1])):
            yield from _one_or_more(run)
            run = []
        run.append(group)
    yield from _one_or_more(run)


def _one_or_more(run: Sequence[Group]) -> Sequence[Group]:
    if len(run) < ENTRIES:
        return run
    entries, count = set(), 0
    for group in run[:-1]:
        count += len(group.rows)
        entries.add(count)
    rows = tuple(row for group in run for row in group.rows)
    return [Group(rows, BlockRole.LIST, entries=frozenset(entries))]


def _is_plain(group: Group) -> bool:
    """Whether nothing makes a group of rows more than an entry: no marker, no look of a heading."""
    row = group.rows[0]
    marked = bool(MARKER.match(row.words[0].text))
    return not (
        marked or group.centred or is_capitals(row) or row.bold > STRIKING_WEIGHT or len(group.rows) > ENTRY_ROWS
    )


def _paragraph(rows: Sequence[Row], look: Look) -> Group:
    return Group(tuple(rows), BlockRole.PARAGRAPH, all(is_centred(row, look) for row in rows))


def _heading(group: Group, body: float) -> Group:
    """A heading where the look leaves no doubt: short, no sentence, and bold, large or in capitals."""
    if (
        group.role is not BlockRole.PARAGRAPH
        or len(group.rows) > HEADING_ROWS
        or SENTENCE_END.search(group.rows[-1].text)
        or any(map(is_spread, group.rows))  # a post and a name
    ):
        return group
    striking = (
        all(row.bold > 0.9 for row in group.rows)
        or all(map(is_capitals, group.rows))
        or median(row.size for row in group.rows) > 1.2 * body
    )
    signs = [character for row in group.rows for character in row.text if character.isalnum()]
    letters = sum(map(str.isalpha, signs))
    worded = letters >= HEADING_LETTERS and letters > HEADING_WORDED * len(signs)  # not a code: ГТАМР 03.09.55
    return replace(group, role=BlockRole.HEADING) if striking and worded else group


def _lists(groups: Sequence[Group]) -> list[Group]:
    """Items of lists: neighbours with markers of one kind, and entries with dots that lead to a page."""
    marks = [_mark(group) for group in groups]
    listed = list(groups)
    for place, (group, mark) in enumerate(zip(groups, marks, strict=True)):
        if group.role is not BlockRole.PARAGRAPH:
            continue
        near = (_next_of_kind(mark, marks[place + 1 :]), _next_of_kind(mark, marks[:place][::-1]))
        if LEADERS.search(group.rows[-1].text) or (mark is not None and any(_follow(mark, other) for other in near)):
            listed[place] = replace(group, role=BlockRole.LIST)
    return listed


def _next_of_kind(mark: Mark | None, marks: Sequence[Mark | None]) -> Mark | None:
    """The next mark of the same kind, past items of a list within the list."""
    for other in marks:
        if mark is None or other is None:
            return None
        if other[0] == mark[0]:
            return other
    return None


def _mark(group: Group) -> Mark | None:
    """The kind of a group's list marker and its place in the row of such."""
    first = group.rows[0].words
    if len(first) > 1 and LETTERED.match(first[0].text):
        return "lettered", ord(first[0].text[0])
    found = MARKER.match(first[0].text)
    if not found or len(first) < 2:
        return None
    if number := found["number"]:
        parts = number.split(".")
        return ".".join(parts[:-1]) + found.group()[-1], int(parts[-1])
    if letter := found["letter"]:
        return "letter", ord(letter.lower())
    return found["sign"], 0


def _follow(mark: Mark, other: Mark | None) -> bool:
    return other is not None and mark[0] == other[0] and abs(mark[1] - other[1]) <= 1


def _notes(groups: Sequence[Group], body: float) -> list[Group]:
    """Notes at the foot: a mark or number to begin with, and smaller type, a rule above, or the mark in the text."""
    marked: list[Group] = []
    ruled = begun = False
    for place, group in enumerate(groups):
        if group.role is BlockRole.NOTE:
            marked.append(group)  # beside the text
            continue
        if _is_rule(group):
            ruled = ruled or not (place and _is_underlined(groups[place - 1], group))
            marked.append(group)
            continue
        small = median(row.size for row in group.rows) < NOTE_SIZE * body
        low = place >= len(groups) // 3 and group.role is not BlockRole.TABLE
        begun = low and (small or ruled) and (begun or _begins_note(group.rows[0])) and not _is_lone_number(group)
        ruled = ruled and (small or begun)
        referred = low and _is_referred(group, groups[:place])
        marked += _single_notes(group) if begun or referred else [group]
    return marked


def _is_rule(group: Group) -> bool:
    return bool(RULE.fullmatch(" ".join(row.text for row in group.rows)))


def _is_underlined(group: Group, rule: Group) -> bool:
    """Whether a rule underlines the words over it rather than parting the text from its notes."""
    words, line = group.rows[-1], rule.rows[0]
    near = line.middle - words.middle < UNDERLINED * max(words.size, line.size)
    inside = line.box.x0 > words.box.x0 - words.size and line.box.x1 < words.box.x1 + words.size
    return near and inside and (len(group.rows) == 1 or group.role is BlockRole.HEADING)


def _is_referred(group: Group, before: Sequence[Group]) -> bool:
    """Whether a group begins with a sign that stands alone or behind a word in the text over it: `*`, `1)`."""
    first = group.rows[0].words
    if len(first) < 2 or not REFERRED_MARK.match(first[0].text):
        return False
    mark = first[0].text
    words = (word for other in before for row in other.rows for word in row.words)
    return any(REFERENCE.sub("", word.text).endswith(mark) and word.text[0] != mark[0] for word in words)


def _is_lone_number(group: Group) -> bool:
    """Below the notes stands the page's number."""
    return len(group.rows) == 1 and bool(NUMBER.fullmatch(group.rows[0].text))


def _begins_note(row: Row) -> bool:
    return len(row.words) > 1 and bool(NOTE_MARK.match(row.words[0].text))


def _single_notes(group: Group) -> Iterator[Group]:
    """The notes of a group one by one, where the next number opens a row."""
    begins = [0]
    for place, row in enumerate(group.rows[1:], start=1):
        mark, last = row.words[0].text.rstrip(".)"), group.rows[begins[-1]].words[0].text.rstrip(".)")
        counted = mark.isdecimal() and last.isdecimal() and int(mark) == int(last) + 1
        if _begins_note(row) and (counted or (set(mark) == {"*"} and mark != last)):
            begins.append(place)
    for first, end in zip(begins, [*begins[1:], len(group.rows)], strict=True):
        yield replace(group, rows=group.rows[first:end], role=BlockRole.NOTE, entries=frozenset())
