"""Gives every block its language; a short or undecided block takes that of its neighbours."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from document import Block, Language, Page
from models.language.detector import Detector, Guess
from models.language.letters import allow

# As sure as this (twenty letters that leave no doubt), a block keeps its language whatever stands around it.
SURE = 0.75


def mark_languages(pages: Iterable[Page], detector: Detector) -> Iterator[Page]:
    """Mark each page's blocks, page by page.

    On a page of short blocks alone, a list of names say, all of them together decide, or else the page before.
    """
    before = Language.UND
    for page in pages:
        guesses = [detector.detect(block.text) for block in page.blocks]
        sure = [place for place, guess in enumerate(guesses) if guess.confidence >= SURE]
        if not sure:
            whole = detector.detect("\n".join(block.text for block in page.blocks))
            before = whole.language if whole.confidence >= SURE else before
        blocks = []
        for place, block in enumerate(page.blocks):
            around = [guesses[other].language for other in _nearest(place, sure)]
            language = _language(block.text, guesses[place], (*around, before))
            blocks.append(msgspec.structs.replace(block, language=language))
        before = guesses[sure[-1]].language if sure else before
        yield msgspec.structs.replace(page, blocks=tuple(blocks))


def main_language(blocks: Iterable[Block]) -> Language:
    """Tell the language of most characters; `und` where there are none in a known language."""
    counts = _characters(blocks)
    return max(counts, key=lambda language: (counts[language], language), default=Language.UND)


def language_shares(pages: Iterable[Page]) -> dict[Language, float]:
    """Share of each language by characters among those in a known language, largest first; shares sum to 1."""
    counts = _characters(block for page in pages for block in page.blocks)
    total = counts.total()
    ordered = sorted(counts, key=lambda language: (-counts[language], language))
    shares = {language: round(counts[language] / total, 4) for language in ordered}
    if ordered:
        shares[ordered[0]] = round(1.0 - sum(shares[language] for language in ordered[1:]), 4)
    return shares


def _characters(blocks: Iterable[Block]) -> Counter[Language]:
    counts: Counter[Language] = Counter()
    for block in blocks:
        if block.language is not Language.UND:
            counts[block.language] += len(block.text)
    return counts


def _language(text: str, own: Guess, around: Iterable[Language]) -> Language:
    """Take the block's own language where that is sure, else the first around that its letters allow, else its own."""
    if own.confidence >= SURE:
        return own.language
    fitting = (language for language in around if language is not Language.UND and allow(text, language))
    return next(fitting, own.language)


def _nearest(place: int, sure: Sequence[int]) -> list[int]:
    """The nearest sure place on either side, the nearer first; of two as near the later: headings go before."""
    after = bisect_right(sure, place)
    before = bisect_left(sure, place)
    sides = [*sure[after : after + 1], *sure[max(0, before - 1) : before]]
    return sorted(sides, key=lambda other: abs(other - place))
