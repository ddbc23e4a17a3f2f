"""What stands beside and between the lines of a column without belonging to them: notes, numbers, stamps, handwriting.

Recognisers read such marks as words of the line they stand next to, or as lines of their own in the middle of a
paragraph. They are kept, but after the column, so that they tear nothing apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

import regex

from document import Word
from ingest.lines import Row, share_of
from ingest.wording import MARKER, SENTENCE_END, begins_low

# A column of fewer rows has no edges to speak of.
FEWEST_ROWS = 6
# In type sizes: the least gap between a line and a note beside it.
NOTE_GAP = 1.5
# Words read with less confidence may stand nearer; rows read with less may be no text at all.
DOUBTFUL = 0.6
# The share of a column's rows that may have something beside them; more are a column of a table.
MOST_NOTED = 0.3
ALWAYS_NOTED = 3
# The share of its column's width that a line of running text fills, and how many of such make a column of text.
FILLED = 0.5
FEWEST_LINES = 5
# In type sizes: so near its edge ends a line that runs to it.
REACHING = 6.0
# The share of the column's width that a row may be set in and still stand under the text.
INSET = 0.25
# Letters of a row that may be a scrap of a stamp; such rows in succession; distances between the rows around them,
# against the usual, where nothing but they would part the rows, and where a sentence runs on from one to the other.
SCRAP = 15
SCRAPS = 3
CLOSE, ROOM = 1.6, 1.8

NUMBER = regex.compile(r"\d{1,4}")


def without_strays(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Answer the rows of a column, top to bottom, without what does not belong to them, and that by itself."""
    if len(rows) < FEWEST_ROWS:
        return list(rows), []
    kept, beside = _without_notes(rows)
    kept, between = _without_scraps(kept)
    return kept, sorted([*beside, *between], key=lambda row: (row.middle, row.box.x0))


def _without_notes(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows without what stands beyond the edges of the text: the legible only where few rows have such."""
    size = median(row.size for row in rows)
    parts = [list(_parts(row, NOTE_GAP * size)) for row in rows]
    trunks = [max(each, key=lambda part: len(part.text)) for each in parts]
    left = share_of([(row.box.x0, len(row.text)) for row in trunks], 0.1)
    right = share_of([(row.box.x1, len(row.text)) for row in trunks], 0.9) + 0.5 * size
    filled = [_is_line(trunk, right - left) for trunk in trunks]
    if sum(filled) < FEWEST_LINES:
        return list(rows), []
    beyond = [_beyond(row, (left, right), size, is_line=is_line) for row, is_line in zip(rows, filled, strict=True)]
    legible = [note for notes in beyond for note in notes if _is_legible(note)]
    few = len(legible) <= max(ALWAYS_NOTED, MOST_NOTED * len(rows))
    all_go = few and not _count(legible) and not _keep_an_edge(legible, size)
    all_go = all_go or _are_marginal(rows, beyond, right, size)
    kept: list[Row] = []
    strays: list[Row] = []
    for row, notes in zip(rows, beyond, strict=True):
        gone = [note for note in notes if all_go or not _is_legible(note)]
        words = tuple(word for word in row.words if not any(word in note.words for note in gone))
        strays += gone
        if words:
            kept.append(Row(words, row.middle))
    return kept, strays


def _beyond(row: Row, edges: tuple[float, float], size: float, *, is_line: bool) -> list[Row]:
    """What stands beyond the edges of the text and is no part of its row; all of a row only if it is hardly legible."""
    left, right = edges
    inside = [word for word in row.words if left < _centre(word) < right]
    if not inside:
        return [] if _is_legible(row) else [row]
    under = inside[0].box.x0 < left + INSET * (right - left)
    before = [word for word in row.words if _centre(word) <= left]
    after = [word for word in row.words if _centre(word) >= right]
    sides = ((before, is_line or under), (after, is_line))
    return [Row(tuple(words), row.middle) for words, in_text in sides if _is_note(words, inside, size, in_text=in_text)]


def _centre(word: Word) -> float:
    return (word.box.x0 + word.box.x1) / 2


def _is_legible(row: Row) -> bool:
    return confidence_of(row.words) >= DOUBTFUL


def _parts(row: Row, wide: float) -> Iterator[Row]:
    """The parts of a row between wide gaps."""
    first = 0
    for place, (one, other) in enumerate(pairwise(row.words), start=1):
        if other.box.x0 - one.box.x1 >= wide:
            yield Row(row.words[first:place], row.middle)
            first = place
    yield Row(row.words[first:], row.middle)


def _is_line(row: Row, width: float) -> bool:
    """Whether a row is a line of running text in a column so wide."""
    return row.box.width > FILLED * width and len(row.words) >= 3


def _is_note(words: Sequence[Word], inside: Sequence[Word], size: float, *, in_text: bool) -> bool:
    """Whether words beyond the edge are no part of their row: far from it or hardly legible, no marker of a list."""
    if not words or not inside:
        return False
    before = words[0].box.x0 < inside[0].box.x0
    if before and MARKER.match(words[0].text):
        return False
    gap = inside[0].box.x0 - words[-1].box.x1 if before else words[0].box.x0 - inside[-1].box.x1
    return (in_text and gap >= NOTE_GAP * size) or (gap > 0 and confidence_of(words) < DOUBTFUL)


def _count(notes: Sequence[Row]) -> bool:
    """Whether the notes are numbers, each larger than the one before: they count paragraphs or lines."""
    numbers = [int(row.text) for row in notes if NUMBER.fullmatch(row.text)]
    return len(numbers) > 1 and all(one < other for one, other in pairwise(numbers))


def _keep_an_edge(notes: Sequence[Row], size: float) -> bool:
    """Whether most of the notes stand under each other: the terms that the text explains, or sums."""
    lefts, rights = sorted(row.box.x0 for row in notes), sorted(row.box.x1 for row in notes)
    return any(
        sum(right - left < 0.5 * size for left, right in pairwise(edges)) * 2 >= len(notes) > 1
        for edges in (lefts, rights)
    )


def _are_marginal(rows: Sequence[Row], beyond: Sequence[Sequence[Row]], right: float, size: float) -> bool:
    """Whether all notes are words to the right of lines that run to the edge: no cells of a table, no sums."""
    noted = [(row, note) for row, notes in zip(rows, beyond, strict=True) for note in notes]
    return bool(noted) and all(
        note.box.x0 > right - size
        and any(map(str.isalpha, note.text))
        and max(word.box.x1 for word in row.words if word not in note.words) > right - REACHING * size
        for row, note in noted
    )


def _without_scraps(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows without hardly legible scraps in the middle of a paragraph, which goes on across them."""
    steps = [below.middle - above.middle for above, below in pairwise(rows)]
    leading = median(step for step in steps if step > 0) if any(step > 0 for step in steps) else 0.0
    width = max(row.box.x1 for row in rows) - min(row.box.x0 for row in rows)
    kept: list[Row] = []
    scraps: list[Row] = []
    place = 0
    while place < len(rows):
        end = place
        while end < len(rows) and end - place < SCRAPS and _is_scrap(rows[end]):
            end += 1
        lines = place < end < len(rows) and bool(kept) and all(_is_line(row, width) for row in (kept[-1], rows[end]))
        if lines and _runs_on(kept[-1], rows[end], leading, end - place):
            scraps += rows[place:end]
            place = end
        kept.append(rows[place])
        place += 1
    return kept, scraps


def _is_scrap(row: Row) -> bool:
    """Whether a row is short and hardly legible."""
    return len(row.text) <= SCRAP and not _is_legible(row)


def _runs_on(above: Row, below: Row, leading: float, between: int) -> bool:
    """Whether two rows would stand together but for the rows between."""
    apart = below.middle - above.middle
    if apart <= CLOSE * leading:
        return True
    sentence = begins_low(below.text) and not SENTENCE_END.search(above.text)
    return sentence and apart <= (between + ROOM) * leading


def confidence_of(words: Sequence[Word]) -> float:
    """How surely words were read, letter by letter; 0 to 1."""
    return sum(word.confidence * len(word.text) for word in words) / max(1, sum(len(word.text) for word in words))
