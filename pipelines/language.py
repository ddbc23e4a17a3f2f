"""Gives every block its language; a short or undecided block takes that of its neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from document import Block, Language, Page
from models.language.detector import Detector, Guess
from models.language.letters import allow

# As sure as this (twenty letters that leave no doubt), a block keeps its language whatever stands around it.
SURE = 0.75


def mark_languages(pages: Iterable[Page], detector: Detector) -> Iterator[Page]:
    """Mark each page's blocks, page by page; a page of nothing but short blocks looks back to the page before."""
    before = Language.UND
    for page in pages:
        guesses = [detector.detect(block.text) for block in page.blocks]
        blocks = tuple(
            msgspec.structs.replace(block, language=_language(place, block, guesses, before))
            for place, block in enumerate(page.blocks)
        )
        before = next((guess.language for guess in reversed(guesses) if _sure(guess)), before)
        yield msgspec.structs.replace(page, blocks=blocks)


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


def _language(place: int, block: Block, guesses: Sequence[Guess], before: Language) -> Language:
    """Take the block's own language where that is sure, else the nearest its letters allow, else the unsure guess."""
    own = guesses[place]
    if _sure(own):
        return own.language
    near = [guesses[other].language for other in _outwards(place, len(guesses)) if _sure(guesses[other])]
    for language in (*near[:2], before):
        if language is not Language.UND and allow(block.text, language):
            return language
    return own.language


def _sure(guess: Guess) -> bool:
    return guess.confidence >= SURE


def _outwards(place: int, count: int) -> Iterator[int]:
    """List the other places from nearest to farthest, the one after first: a heading belongs to what follows."""
    for distance in range(1, count):
        for other in (place + distance, place - distance):
            if 0 <= other < count:
                yield other
