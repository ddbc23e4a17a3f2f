"""Words typed with spaces between their letters, as typists set headings: `П Р И К А З`."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from statistics import median

from document import Box, Word
from ingest.lines import Row

# So many letters standing alone in a row are no words of one letter.
LETTERS = 4
# Against the usual distance from letter to letter: what parts two words typed so.
WORD_GAP = 1.7


def without_letter_spacing(row: Row) -> Row:
    """Answer the row with letters standing alone put together into words, where there are four or more."""
    words: list[Word] = []
    run: list[Word] = []
    for word in row.words:
        if run and not (_is_spaced(word) and _is_near(run[-1], word)):
            words += _joined(run)
            run = []
        if _is_spaced(word):
            run.append(word)
        else:
            words.append(word)
    words += _joined(run)
    return row if len(words) == len(row.words) else Row(tuple(words), row.middle)


def _is_spaced(word: Word) -> bool:
    """A letter alone, or the last one with its punctuation."""
    core = word.text.rstrip(':;,.!»"')
    return len(core) == 1 and core.isalpha() and len(word.text) <= 2


def _is_near(left: Word, right: Word) -> bool:
    if not left.text[-1].isalpha():
        return False
    return right.box.x0 - left.box.x1 < 2.5 * max(left.box.height, right.box.height, left.size)


def _joined(run: Sequence[Word]) -> list[Word]:
    if len(run) < LETTERS or len({word.text.upper() for word in run}) < 3:
        return list(run)
    steps = [right.box.x0 - left.box.x0 for left, right in itertools.pairwise(run)]
    usual = median(steps)
    words: list[list[Word]] = [[run[0]]]
    for word, step in zip(run[1:], steps, strict=True):
        if step > WORD_GAP * usual:
            words.append([word])
        else:
            words[-1].append(word)
    return [_one(letters) for letters in words]


def _one(letters: Sequence[Word]) -> Word:
    return Word(
        "".join(letter.text for letter in letters),
        Box.around(letter.box for letter in letters),
        sum(letter.confidence for letter in letters) / len(letters),
        median(letter.size for letter in letters),
        sum(letter.bold for letter in letters) * 2 > len(letters),
    )
