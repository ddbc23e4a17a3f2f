"""Where one block ends and the next begins: rules on two rows, one below the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import regex

from ingest.lines import Row
from ingest.look import Look, is_aside, is_capitals, is_short, parts_of, stands_under
from ingest.seam import Seam
from ingest.title_seams import (
    bold_heading,
    capitals_or_not,
    centred_or_not,
    front_line,
    other_size,
    other_weight,
    paper_title,
    title_apart,
)
from ingest.wording import (
    BYLINE,
    CLOSED,
    HEARD,
    LABEL,
    LEADERS,
    LEADERS_WITHIN,
    LETTERED,
    MARKER,
    RESOLVED,
    SENTENCE_END,
    begins_low,
    follow_in_alphabet,
)

BROKEN = regex.compile(r"[\p{L}\p{N}](?:-|\u00ad|¬)$")
NUMBER = regex.compile(r"[-–—]?\s*\d{1,4}\s*[-–—.]?")
# Of the rows around, so many end early in a list of short entries; in running text it is one in five.
ENTRIES = 0.5
AROUND = 4
# In type sizes: so far from its page number stands a running title, at least.
HEAD_GAP = 2.5
# So many rows may an item of a lettered list have.
ITEM_ROWS = 12


def seams_of(rows: Sequence[Row], look: Look) -> list[tuple[int, bool]]:
    """Answer the places of the rows that begin a block, the first row's among them.

    With each, whether it is the next of a list of short entries, or lines of verse.
    """
    early = [False, *(is_short(above, row, look, slack=0.08) for above, row in pairwise(rows))]
    begins = [(0, False)]
    for place in range(1, len(rows)):
        near = early[max(1, place - AROUND) : place + AROUND + 1]
        entries = len(near) > 2 and sum(near) >= ENTRIES * len(near)
        seam = Seam(rows, place, look, begins[-1][0], entries)
        rule = breaking_rule(seam)
        if rule is not None:
            begins.append((place, (entries and rule == after_short.__name__) or rule == form_line.__name__))
    return begins


def breaking_rule(seam: Seam) -> str | None:
    """The name of the first rule by which a block begins at this seam, if any."""
    for rule in RULES:
        answer = rule(seam)
        if answer is not None:
            return rule.__name__ if answer else None
    return None


Rule = Callable[[Seam], bool | None]


def page_number(seam: Seam) -> bool | None:
    """A number in the middle or at the right, first or last of its column."""
    if seam.place == 1 and _is_page_number(seam.above, seam.look):
        return True
    return True if seam.below is None and _is_page_number(seam.row, seam.look) else None


def running_head(seam: Seam) -> bool | None:
    """A title with the page's number far to its side, on top of the column."""
    if seam.place > 1 or len(seam.above.words) < 2 or seam.gap < 1.1 * seam.look.leading:
        return None
    words = seam.above.words
    for number, title in ((words[0], words[1]), (words[-1], words[-2])):
        apart = max(title.box.x0 - number.box.x1, number.box.x0 - title.box.x1)
        if NUMBER.fullmatch(number.text) and apart > HEAD_GAP * seam.above.size:
            return True
    return None


def broken_word(seam: Seam) -> bool | None:
    """A word is broken between the rows: they belong together, whatever they look like."""
    broken = BROKEN.search(seam.above.text) and seam.row.text[0].isalnum() and seam.gap < 2 * seam.look.leading
    return False if broken else None


def wide_gap(seam: Seam) -> bool | None:
    """More room than between the rows above or below."""
    if seam.gap > 2.6 * seam.look.leading:
        return True
    nearby = [
        seam.rows[place].middle - seam.rows[place - 1].middle
        for place in (seam.place - 1, seam.place + 1)
        if 0 < place < len(seam.rows)
    ]
    nearby = [step for step in nearby if step > 0.5 * seam.look.size]
    usual = min([*nearby, 2 * seam.look.leading]) if nearby else seam.look.leading
    larger = max(seam.above.size, seam.row.size)
    if seam.gap > max(1.35 * seam.look.leading, 1.7 * larger) and is_short(seam.above, seam.row, seam.look, slack=0.1):
        return True
    return True if seam.gap > 1.35 * max(usual, 0.75 * seam.look.leading, larger) else None


def item_marker(seam: Seam) -> bool | None:
    """A list marker after a finished or short row, or where the block's own first row stood."""
    if _is_lettered(seam):
        return True
    if not MARKER.match(seam.row.words[0].text) or len(seam.row.words) < 2:
        return None
    if CLOSED.search(seam.above.text) or is_short(seam.above, seam.row, seam.look):
        return True
    return True if seam.opens and MARKER.match(seam.above.words[0].text) else None


def _is_lettered(seam: Seam) -> bool:
    """Whether the row begins with a letter and a stop, and a row nearby, as far in, with the letter before or after."""
    mark = seam.row.words[0]
    if len(seam.row.words) < 2 or not LETTERED.match(mark.text):
        return False
    for distance in range(1, ITEM_ROWS + 1):
        for place in (seam.place - distance, seam.place + distance):
            other = seam.rows[place].words[0] if 0 <= place < len(seam.rows) else None
            if other is None or not LETTERED.match(other.text) or abs(other.box.x0 - mark.box.x0) > seam.look.size:
                continue
            pair = (other.text, mark.text) if place < seam.place else (mark.text, other.text)
            if follow_in_alphabet(*pair):
                return True
    return False


def leaders_above(seam: Seam) -> bool | None:
    """An entry of a list of contents ends with its dots and page; what dots lead to within a line ends with it too."""
    if LEADERS.search(seam.above.text):
        return True
    return True if LEADERS_WITHIN.search(seam.above.text) and not begins_low(seam.row.text) else None


def goes_on(seam: Seam) -> bool | None:
    """A small letter after an unfinished row: the same sentence, however it is set, but for titles in capitals."""
    if not begins_low(seam.row.text) or SENTENCE_END.search(seam.above.text):
        return None
    titled = is_capitals(seam.above) and is_short(seam.above, seam.row, seam.look)
    return None if titled else False


def spread_row(seam: Seam) -> bool | None:
    """A row with its words at both edges is a line of its own: post and name, date and place.

    Of two such rows only where their right parts are names or stand in line: narrow columns spread many rows.
    """
    above, row = parts_of(seam.above), parts_of(seam.row)
    if not above or not row:
        return True if above or row else None
    in_line = abs(above[1].box.x0 - row[1].box.x0) < 0.5 * seam.look.size
    return True if in_line or any(BYLINE.fullmatch(part.text) for part in (above[1], row[1])) else None


def aside_row(seam: Seam) -> bool | None:
    """What stands on the right half of its column is read line by line: an addressee, signatures, a date.

    Only what fills its line to the edge may go on in the next, if that begins under it.
    """
    above, row = is_aside(seam.above, seam.look), is_aside(seam.row, seam.look)
    if above != row:
        return None if stands_under(seam.row, seam.above) or _share_middle(seam) else True
    if not row or seam.above.text.endswith(","):
        return None
    one_edge = abs(seam.above.box.x0 - seam.row.box.x0) < 0.5 * seam.look.size
    filled = one_edge and not is_short(seam.above, seam.row, seam.look)
    return None if filled and not BYLINE.fullmatch(seam.above.text) else True


def item_goes_on(seam: Seam) -> bool | None:
    """A row under the words of an item, in from its marker, belongs to the item."""
    first = seam.rows[seam.start]
    if len(first.words) < 2 or not MARKER.match(first.words[0].text) or MARKER.match(seam.row.words[0].text):
        return None
    hangs = first.words[1].box.x0 - first.box.x0 > 0.5 * seam.look.size
    under = abs(seam.row.box.x0 - first.words[1].box.x0) < 0.5 * seam.look.size
    flush = any(abs(begin - seam.row.box.x0) < 0.5 * seam.look.size for begin in seam.look.begins)
    return False if hangs and under and seam.opens and not (flush and is_aside(seam.row, seam.look)) else None


def move(seam: Seam) -> bool | None:
    """СЛУШАЛИ: and ПОСТАНОВИЛИ: open a line of minutes, whatever stands over them."""
    opens = HEARD.match(seam.row.text) or RESOLVED.match(seam.row.text)
    return True if opens and seam.row.words[0].text.endswith(":") and not begins_low(seam.row.text) else None


def hanging_goes_on(seam: Seam) -> bool | None:
    """A row as far in as the others of a block that hang under its first row: an entry goes on."""
    hanging = seam.rows[seam.start + 1 : seam.place]
    if not hanging or begins_low(seam.row.text):
        return None
    inset = seam.row.box.x0 - seam.rows[seam.start].box.x0
    under = all(abs(row.box.x0 - seam.row.box.x0) < 0.5 * seam.look.size for row in hanging)
    return False if under and seam.look.size < inset < 0.3 * seam.look.width else None


def form_line(seam: Seam) -> bool | None:
    """The next line of a form: a label and a colon, as the block began."""
    if not LABEL.match(seam.row.text) or not LABEL.match(seam.rows[seam.start].text):
        return None
    return True


def set_in(seam: Seam) -> bool | None:
    """A first line set in from the row above, unless the rows after it stand under it."""
    inset = seam.row.box.x0 - seam.above.box.x0
    if not seam.look.size < inset < 0.4 * seam.look.width or begins_low(seam.row.text):
        return None
    if not CLOSED.search(seam.above.text) and not is_short(seam.above, seam.row, seam.look):
        return None  # a row that ran to the edge without a stop goes on, under the words of an item for one
    if seam.below is not None and abs(seam.below.box.x0 - seam.row.box.x0) < 0.5 * seam.look.size and seam.opens:
        return None  # a hanging first line, as in lists of works
    return True


def set_out(seam: Seam) -> bool | None:
    """A row further out than the one above, if that was not merely the first line of its paragraph."""
    outset = seam.above.box.x0 - seam.row.box.x0
    if outset <= seam.look.size or begins_low(seam.row.text):
        return None
    if seam.opens:  # a first line that is set in runs to the edge, if it is not the only one
        return True if is_short(seam.above, seam.row, seam.look, slack=0.1) else None
    return True if SENTENCE_END.search(seam.above.text) or is_short(seam.above, seam.row, seam.look) else None


def after_short(seam: Seam) -> bool | None:
    """A capital after a row that ended early: a little early after a full stop, otherwise much."""
    if begins_low(seam.row.text):
        return None
    if SENTENCE_END.search(seam.above.text):
        return True if is_short(seam.above, seam.row, seam.look) else None
    slack = 0.08 if seam.entries else 0.25
    return True if is_short(seam.above, seam.row, seam.look, slack) else None


def _is_page_number(row: Row, look: Look) -> bool:
    return len(row.words) <= 3 and bool(NUMBER.fullmatch(row.text)) and row.box.x0 - look.left > 0.25 * look.width


def _share_middle(seam: Seam) -> bool:
    """Whether one row stands centred under the other."""
    above, row = seam.above.box, seam.row.box
    return abs(above.x0 + above.x1 - row.x0 - row.x1) < 2 * seam.look.size


RULES: tuple[Rule, ...] = (
    page_number,
    running_head,
    broken_word,
    wide_gap,
    leaders_above,
    move,
    item_marker,
    item_goes_on,
    other_weight,
    other_size,
    goes_on,
    paper_title,
    form_line,
    front_line,
    spread_row,
    aside_row,
    title_apart,
    centred_or_not,
    capitals_or_not,
    bold_heading,
    hanging_goes_on,
    set_in,
    set_out,
    after_short,
)
