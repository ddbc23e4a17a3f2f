"""Large letters that open a text and reach down over several lines, put before the rest of their word."""

from __future__ import annotations

from collections.abc import Sequence

from document import Box, Word

# Against the usual height of words: of such a letter, and how far to its right the lines beside it begin.
LARGE = 1.6
NEAR = 1.5
LINES = 2


def with_drop_capitals(words: Sequence[Word], usual: float) -> list[Word]:
    """Answer the words, each such letter joined to the first word of the uppermost line beside it."""
    capitals = [word for word in words if _is_large_capital(word, usual)]
    kept = list(words)
    for capital in capitals:
        lines = sorted((word for word in kept if _begins_beside(word, capital, usual)), key=lambda word: word.box.y0)
        first = lines[0] if lines else None
        under = [line for line in lines if first and abs(line.box.x0 - first.box.x0) < usual / 2]
        if first is None or len(under) < LINES or not first.text[0].isalpha():
            continue
        box = Box(min(capital.box.x0, first.box.x0), first.box.y0, first.box.x1, first.box.y1)
        confidence = min(capital.confidence, first.confidence)
        whole = Word(capital.text + first.text, box, confidence, first.size, first.bold)
        kept = [whole if word is first else word for word in kept if word is not capital]
    return kept


def _is_large_capital(word: Word, usual: float) -> bool:
    letter = word.text.lstrip("«„“\"'")
    return len(letter) == 1 and letter.isupper() and word.box.height >= LARGE * usual


def _begins_beside(word: Word, capital: Word, usual: float) -> bool:
    """Whether a word of usual height is the next to the right of the letter, within its height."""
    middle = (word.box.y0 + word.box.y1) / 2
    gap = word.box.x0 - capital.box.x1
    level = capital.box.y0 - usual / 2 <= middle <= capital.box.y1 + usual / 2
    return word.box.height < LARGE * usual and level and -usual / 2 <= gap <= NEAR * usual
