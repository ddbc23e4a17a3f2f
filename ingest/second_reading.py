"""A second look at doubtful words: cut out, read again by the model of one language, and mended where that agrees.

No model of Tesseract has every character of these papers: the Kazakh one lacks № § — щ ъ ё and all Latin letters, the
Russian one § and Latin letters, the English one № and Cyrillic letters. Reading a page by all three at once often
leaves a word to one that lacks its characters and does not know it. The doubted words of a page are few
(`ingest.doubts`); they are read again at once, one under the other, but for those of rules that doubt much: a line is
read otherwise among others, and numbers make `$` of a § between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from typing import Final

import msgspec
import numpy as np

from document import Box, Language, Word
from ingest.doubted_words import DOUBTED_WORD, LATIN_WORD
from ingest.doubts import RULES, Row, Rule, Sight
from ingest.figure_forms import by_form
from ingest.ink import ink_in
from ingest.lookalikes import Script
from ingest.misprints import mend_row
from ingest.ocr import Literate, Recognizer, Rereader
from ingest.pieces import read_pieces, with_texts
from ingest.raster import POINTS_PER_INCH, Raster
from ingest.rejoined import rejoined

EVERY_RULE: Final = (LATIN_WORD, *RULES, DOUBTED_WORD)
MOST = 120  # pieces a page: more are a page that no second look helps
LETTER_HEIGHT = 0.4  # of a word's height: letters, not points over them
LEAST_INK = 3  # pixels of a point
TALL = 0.6  # of a word's height: strokes of letters, not points and accents


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words `place` to `place + count` of a row, doubted by a rule."""

    rule: Rule
    row: Row
    place: int
    count: int

    @property
    def words(self) -> tuple[Word, ...]:
        """The words doubted."""
        return self.row.words[self.place : self.place + self.count]

    @property
    def box(self) -> Box:
        """Where they stand."""
        return Box.around(word.box for word in self.words)


def read_again(words: tuple[Word, ...], sheet: Raster, recognizer: Recognizer) -> tuple[Word, ...]:
    """Answer the words of a page, in their order, the doubtful ones mended; `sheet` is the image they were read from.

    What the neighbours make certain is mended without a second reading.
    """
    russian = recognizer.dictionary(Language.RU) if isinstance(recognizer, Literate) else None
    knows = lru_cache(russian.knows) if russian else _knows_none
    rows = [_row(row, sheet, knows) for row in rows_of(words)]
    if isinstance(recognizer, Rereader):
        doubts = _foremost([doubt for row in rows for doubt in _doubts(row)])
        mended = _mended(doubts, sheet, recognizer)
        rows = [_with(row, [(doubt, mended[id(doubt)]) for doubt in doubts if doubt.row is row]) for row in rows]
    return tuple(word for row in rows for word in mend_row(rejoined(row.words), sheet))


def rows_of(words: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    """Cut words, in the order they were read, where one does not stand to the right of the last on its line."""
    start = 0
    for place in range(1, len(words) + 1):
        if place < len(words) and goes_on(words[place - 1], words[place]):
            continue
        if start < place:
            yield words[start:place]
        start = place


def goes_on(last: Word, word: Word) -> bool:
    """Tell whether `word` stands to the right of the `last` on its line."""
    one, box = last.box, word.box
    return one.x1 <= box.x1 and one.x0 < box.x0 and one.y0 < box.y1 and box.y0 < one.y1


def _doubts(row: Row) -> Iterator[Doubt]:
    place = 0
    while place < len(row.words):
        found = next(((rule, count) for rule in EVERY_RULE if (count := rule.doubts(row, place))), None)
        if found is None:
            place += 1
            continue
        yield Doubt(found[0], row, place, found[1])
        place += found[1]


def _foremost(doubts: list[Doubt]) -> list[Doubt]:
    """As many doubts as one page is worth, in their order: words that may be well read as they are come last."""
    if len(doubts) <= MOST:
        return doubts
    signs = sum(doubt.rule is not DOUBTED_WORD for doubt in doubts)
    left = iter(range(max(MOST - signs, 0)))
    kept = [doubt for doubt in doubts if doubt.rule is not DOUBTED_WORD or next(left, None) is not None]
    return kept[:MOST]


def _mended(doubts: list[Doubt], sheet: Raster, recognizer: Rereader) -> dict[int, tuple[Word, ...]]:
    """The words of each doubt, by its identity, as they are after the second look."""
    readings: dict[int, dict[Language, tuple[Word, ...]]] = {id(doubt): {} for doubt in doubts}
    for language, apart in product(Language, (False, True)):
        asked = [doubt for doubt in doubts if language in doubt.rule.languages and doubt.rule.apart is apart]
        if asked:
            read = read_pieces([doubt.box for doubt in asked], sheet, recognizer, language)
            for doubt, words in zip(asked, read, strict=True):
                readings[id(doubt)][language] = words
    return {id(doubt): _decided(doubt, readings[id(doubt)], sheet) for doubt in doubts}


def _decided(doubt: Doubt, readings: dict[Language, tuple[Word, ...]], sheet: Raster) -> tuple[Word, ...]:
    sight = Sight(doubt.row, doubt.place, doubt.count, readings, _strokes(doubt.box, sheet))
    text = doubt.rule.decide(sight)
    if text is None:
        return doubt.words
    read = [word.confidence for words in readings.values() for word in words]
    confidence = max(read or [word.confidence for word in doubt.words])  # a rule may decide by the neighbours alone
    return with_texts(doubt.words, text, confidence)


def _with(row: Row, mended: list[tuple[Doubt, tuple[Word, ...]]]) -> Row:
    words, end = [], 0
    for doubt, texts in mended:
        words += [*row.words[end : doubt.place], *texts]
        end = doubt.place + doubt.count
    return replace(row, words=(*words, *row.words[end:]))


def _row(words: tuple[Word, ...], sheet: Raster, knows: Callable[[str], bool]) -> Row:
    """A line with its figures as their forms tell them."""
    row = Row(words, lambda word: points_above(word.box, sheet), knows)
    if row.script is not Script.CYRILLIC:
        return row
    told = {word.box: text for word in words if (text := by_form(word, sheet)) is not None}
    settled = tuple(msgspec.structs.replace(word, text=told.get(word.box, word.text)) for word in words)
    return replace(row, words=settled, plain=frozenset(told))


def _knows_none(word: str) -> bool:  # noqa: ARG001 - without a dictionary no line is known to be Russian
    return False


def _strokes(box: Box, sheet: Raster) -> int:
    """Count the pieces of ink as high as letters."""
    return int((ink_in(box, sheet).height >= TALL * box.height * sheet.dpi / POINTS_PER_INCH).sum())


def points_above(box: Box, sheet: Raster) -> int:
    """Count the small pieces of ink over the letters of a word: the points of ё and і, the bow of й; two may be one."""
    ink = ink_in(box, sheet)
    letters = ink.height >= LETTER_HEIGHT * box.height * sheet.dpi / POINTS_PER_INCH
    if not letters.any():
        return 0
    above = ink.foot <= float(np.median(ink.top[letters]))
    return int((above & ~letters & (ink.area >= LEAST_INK)).sum())
