"""What recognisers read out of specks, and how large they think type is: made sober on scanned pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import msgspec

from document import Word
from ingest.lines import Row

# Signs that specks and scratches are read as, when they stand alone.
SPECKS = frozenset(".,'`‚‘’|\\/°_~^;:\"“”*·•-—<>()[]{}!?=+«»")
# Beside a word, so far off in type sizes, such a sign belongs to nothing.
FAR = 0.8
DOUBTFUL = 0.6
DOUBTFUL_SIZE = 0.75
# A row so low against the usual, with a letter or two in it, is no text.
LOW = 0.55

# Shares of the type size: how high letters stand, and how far those with tails hang down.
SMALL, HIGH, TAIL = 0.48, 0.70, 0.20
HIGH_SMALL = frozenset("бвйёіфbdfhklt0123456789№әғ")
TAILED = frozenset("руфцщдgjpqyқңұүҚҢЦЩД,;()[]")
# Sizes this near the usual are the usual.
NEAR = 0.15


def without_dirt(rows: Sequence[Row]) -> list[Row]:
    """Answer rows read from a scan without the specks taken for letters and signs."""
    if not rows:
        return []
    usual = median(word.box.height for row in rows for word in row.words)
    cleaned = [_without_specks(row) for row in rows if not _is_dirt(row, usual)]
    return [row for row in cleaned if row.words]


def with_measured_sizes(rows: Sequence[Row]) -> list[Row]:
    """Answer rows read from a scan with sober type sizes.

    What a recogniser says of them leaps from row to row, and so does what the boxes of the letters say: a row is
    larger or smaller than usual only where both agree.
    """
    if not rows:
        return []
    measured = [_measured(row) for row in rows]
    by_letters = _usual([(size, row) for size, row in zip(measured, rows, strict=True) if size])
    said = _usual([(row.size, row) for row in rows])
    if by_letters is None or not said:
        return list(rows)
    sized = []
    for row, size in zip(rows, measured, strict=True):
        larger = _milder(size / by_letters if size else 1.0, row.size / said)
        words = tuple(msgspec.structs.replace(word, size=round(by_letters * larger, 2)) for word in row.words)
        sized.append(replace(row, words=words))
    return sized


def _usual(sizes: Sequence[tuple[float, Row]]) -> float | None:
    """The size of most words."""
    return median([size for size, row in sizes for _ in row.words]) if sizes else None


def _milder(one: float, other: float) -> float:
    """Of two ratios the one nearer to 1, and 1 where they disagree or hardly differ from it."""
    mild = min(one, other, key=lambda ratio: abs(ratio - 1))
    return 1.0 if (one > 1) is not (other > 1) or abs(mild - 1) <= NEAR else mild


def _is_dirt(row: Row, usual: float) -> bool:
    signs = "".join(word.text for word in row.words)
    letters = sum(map(str.isalnum, signs))
    if not letters:
        return len(signs) <= 2 or max(word.confidence for word in row.words) < DOUBTFUL
    low = max(word.box.height for word in row.words) < LOW * usual
    return len(signs) <= 2 and (low or max(word.confidence for word in row.words) < DOUBTFUL)


def _without_specks(row: Row) -> Row:
    words = list(row.words)
    while len(words) > 1 and _is_speck(words[-1], words[-1].box.x0 - words[-2].box.x1):
        words.pop()
    while len(words) > 1 and _is_speck(words[0], words[1].box.x0 - words[0].box.x1):
        words.pop(0)
    return row if len(words) == len(row.words) else replace(row, words=tuple(words))


def _is_speck(word: Word, gap: float) -> bool:
    if len(word.text) > 1 or word.text not in SPECKS or word.text in "—-•«»":
        return False
    return word.confidence < DOUBTFUL or gap > FAR * word.size


def _measured(row: Row) -> float | None:
    """The row's type size by its letters, or None where there are too few, or what they are is in doubt."""
    if median(word.confidence for word in row.words) < DOUBTFUL_SIZE:
        return None
    sizes = []
    for word in row.words:
        letters = [character for character in word.text if character.isalnum()]
        if len(letters) >= 3:
            above = HIGH if any(letter.isupper() or letter in HIGH_SMALL for letter in letters) else SMALL
            below = TAIL if TAILED.intersection(word.text) else 0.0
            sizes.append(word.box.height / (above + below))
    return median(sizes) if len(sizes) >= 2 or (sizes and len(row.text) >= 4) else None
