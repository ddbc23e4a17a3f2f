"""Where titles, headings and what stands around them end and begin: rules on two rows, one below the other."""

from __future__ import annotations

import regex

from ingest.look import is_capitals, is_centred, is_short
from ingest.seam import Seam
from ingest.wording import BYLINE, CODE, PAPER, SENTENCE_END, begins_low

ADJECTIVE = regex.compile(r"(?:ЫЙ|ИЙ|ОЙ|ОЕ|ЕЕ|АЯ|ЯЯ|ЫЕ|ІК|ЫҚ|-)$")
# Against the distance of rows of their size: so far apart stand a title and what is not part of it; so far, however
# even the distances around are.
TITLE_GAP = 1.35
TITLE_GAP_AMONG_EVEN = 1.6
EVEN = 0.12


def other_size(seam: Seam) -> bool | None:
    """Type clearly larger or smaller than above; a word or two of odd size on a scan does not count."""
    larger, smaller = max(seam.above.size, seam.row.size), min(seam.above.size, seam.row.size)
    if begins_low(seam.row.text) and not is_centred(seam.row, seam.look):
        return True if larger > 1.6 * smaller else None
    return True if larger > 1.18 * smaller else None


def other_weight(seam: Seam) -> bool | None:
    """A bold row beside rows that are not."""
    heavier, lighter = max(seam.above.bold, seam.row.bold), min(seam.above.bold, seam.row.bold)
    return True if heavier > 0.9 and lighter < 0.1 else None


def paper_title(seam: Seam) -> bool | None:
    """The title of a paper under the name of its office: ПРИКАЗ № 5; not under ОПЕРАТИВНЫЙ."""
    if not is_capitals(seam.row) or not PAPER.match(seam.row.text):
        return None
    return None if ADJECTIVE.search(seam.above.text) else True


def front_line(seam: Seam) -> bool | None:
    """Who wrote it, and the codes over a title, stand on lines of their own."""
    if BYLINE.fullmatch(seam.row.text) and not begins_low(seam.row.text):
        return True if is_short(seam.above, seam.row, seam.look) or is_centred(seam.above, seam.look) else None
    if BYLINE.fullmatch(seam.above.text) and seam.opens:
        return True if is_short(seam.above, seam.row, seam.look) else None
    return True if CODE.match(seam.row.text) or (CODE.match(seam.above.text) and seam.opens) else None


def title_apart(seam: Seam) -> bool | None:
    """Further from a centred row than the rows of one title stand from each other."""
    if not (is_centred(seam.above, seam.look) and is_centred(seam.row, seam.look)):
        return None
    larger = max(seam.above.size, seam.row.size)
    usual = seam.look.leading * max(1.0, larger / seam.look.size)
    if seam.gap <= TITLE_GAP * usual or ADJECTIVE.search(seam.above.text):
        return None
    above = seam.rows[seam.place - 2] if seam.place > 1 else None
    steps = [
        below.middle - upper.middle
        for upper, below in ((above, seam.above), (seam.row, seam.below))
        if upper and below and is_centred(upper, seam.look) and is_centred(below, seam.look)
    ]
    even = any(abs(step - seam.gap) < EVEN * seam.gap for step in steps)
    return True if not even or seam.gap > TITLE_GAP_AMONG_EVEN * usual else None


def centred_or_not(seam: Seam) -> bool | None:
    """A centred row beside one that is not; centred rows of one kind stay together."""
    above, row = is_centred(seam.above, seam.look), is_centred(seam.row, seam.look)
    if above != row:
        full = seam.above if row else seam.row
        fills = full.box.width > 0.9 * seam.look.width and not SENTENCE_END.search(seam.above.text)
        striking = is_capitals(seam.above) or seam.above.bold > 0.9
        return None if fills and striking and _alike(seam) else True
    return False if above and row and _alike(seam) else None


def capitals_or_not(seam: Seam) -> bool | None:
    """A row of capitals beside one that is not, unless it ran to the edge."""
    above, row = is_capitals(seam.above), is_capitals(seam.row)
    if above and row and _alike(seam) and not SENTENCE_END.search(seam.above.text):
        return False
    return True if above != row and is_short(seam.above, seam.row, seam.look) else None


def bold_heading(seam: Seam) -> bool | None:
    """Bold rows that go on are one heading."""
    both = seam.above.bold > 0.9 and seam.row.bold > 0.9
    ran_on = seam.above.box.width > 0.5 * seam.look.width and not SENTENCE_END.search(seam.above.text)
    return False if both and ran_on else None


def _alike(seam: Seam) -> bool:
    """Of one size, weight and kind of letters."""
    larger, smaller = max(seam.above.size, seam.row.size), min(seam.above.size, seam.row.size)
    return (
        larger <= 1.18 * smaller
        and abs(seam.above.bold - seam.row.bold) < 0.5
        and is_capitals(seam.above) == is_capitals(seam.row)
    )
