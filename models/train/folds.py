"""Divides our passages into parts to learn from and parts to measure on, neighbours always together.

A person or a kolkhoz is named on many pages of one book. A tagger measured on pages between those it learned from
would be praised for its memory. So a fold holds whole stretches of a book, or whole articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import regex

from document import Language
from models.train.passages import DATA, Passage

FOLDS = 3
STRETCHES = 6
"""Parts of a long book that fall into folds by turns."""
LONG = 300_000
"""Letters and digits of a long book."""
BLOCK = 20
"""Passages of sources without a text of their own, as they stand in the file, that stay together."""
PROBE = 30
NOT_LETTERS = regex.compile(r"[\W_]+")


def folds(passages: Sequence[Passage], texts: Path = DATA / "seeds") -> Iterator[int]:
    """The fold of each passage, from 0 to `FOLDS` - 1."""
    documents = [letters(path.read_text(encoding="utf-8")) for path in sorted(texts.glob("*.txt"))]
    for number, passage in enumerate(passages):
        place = _place(letters(passage.text), documents)
        if place is None:
            yield number // BLOCK % FOLDS
        else:
            document, offset = place
            length = len(documents[document])
            yield (offset * STRETCHES // length if length > LONG else document) % FOLDS


def stretches(passages: Sequence[Passage]) -> Iterator[int]:
    """The fold of each invented passage: those of a language in the order they were written, in as many stretches."""
    total = Counter(passage.lang for passage in passages)
    seen: Counter[Language] = Counter()
    for passage in passages:
        yield seen[passage.lang] * FOLDS // total[passage.lang]
        seen[passage.lang] += 1


def _place(text: str, documents: Sequence[str]) -> tuple[int, int] | None:
    """The document that a text is from and where in it the text stands."""
    for start in range(0, max(1, len(text) - PROBE), PROBE // 2):
        for number, document in enumerate(documents):
            offset = document.find(text[start : start + PROBE])
            if offset >= 0:
                return number, offset
    return None


def letters(text: str) -> str:
    """The letters and digits of a text, small: what typing and typesetting leave alone."""
    return NOT_LETTERS.sub("", text.lower())
