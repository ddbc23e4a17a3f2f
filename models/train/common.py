"""Collects the words that are no names: `python -m models.train.common` writes models/names/common.txt.

Kazakh and English words that the corpora write small nearly always. A capital then says only that a sentence begins.
Russian needs no such list: its dictionary knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from document import Language
from models.names.clues import COMMON
from models.names.tokens import cut
from models.train.passages import read_corpora

LANGUAGES = (Language.KK, Language.EN)
SEEN = 3
"""Times at least that a word was written small."""
CAPITAL = 0.1
"""Share of capitals at most, those at the beginning of sentences not counted."""
SHORTEST = 3
ENDS = frozenset('.!?:;«"“–-')


def main() -> None:
    """Write the words, sorted, one a line."""
    words = common(passage.text for passage in read_corpora() if passage.lang in LANGUAGES)
    COMMON.write_text("".join(f"{word}\n" for word in words), encoding="utf-8")
    print(f"{COMMON.name}: {len(words)} words")


def common(texts: Iterable[str]) -> list[str]:
    """Words in small letters that are rarely anything else."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts:
        for word in running_words(text):
            (small if word.islower() else capital)[word.lower()] += 1
    return sorted(
        word for word, times in small.items() if times >= SEEN and capital[word] <= CAPITAL * (times + capital[word])
    )


def running_words(text: str) -> Iterator[str]:
    """The words that do not begin a sentence."""
    before = "."
    for token in cut(text):
        if len(token.text) >= SHORTEST and token.text.isalpha() and before not in ENDS:
            yield token.text
        before = token.text


if __name__ == "__main__":
    main()
