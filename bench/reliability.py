"""Whether confidence is what it says: among what was said to be right at 0.8, eight in ten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.right_words import judge
from document import Page

BINS = 10


@dataclass(frozen=True, slots=True)
class Claim:
    """A confidence, the share that was right, and the characters it stands for."""

    said: float
    right: float
    characters: int


@dataclass(frozen=True, slots=True)
class Claims:
    """What a page claims of its words, of its blocks and of itself."""

    words: tuple[Claim, ...]
    blocks: tuple[Claim, ...]
    pages: tuple[Claim, ...]

    def __add__(self, other: Claims) -> Claims:
        return Claims(self.words + other.words, self.blocks + other.blocks, self.pages + other.pages)


NONE = Claims((), (), ())


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of a tenth of the scale: mean confidence, share right, how many."""

    said: float
    right: float
    count: int

    @property
    def off(self) -> float:
        """How far the claim is from the truth."""
        return abs(self.said - self.right)


def claims_of(page: Page, truth: str, *, matched_only: bool = False) -> Claims:
    """Hold a page against its true text; `matched_only` leaves out words beside which the truth holds nothing.

    A word is right or not. A block's and a page's share is that of the characters that stand in right words.
    """
    words: dict[int, list[Claim]] = {}
    for judged in judge(page.blocks, truth):
        if judged.matched or not matched_only:
            anchor = page.blocks[judged.block].anchors[judged.anchor]
            claim = Claim(anchor.confidence, float(judged.right), anchor.end - anchor.start)
            words.setdefault(judged.block, []).append(claim)
    blocks = tuple(_taken_together(claims) for claims in words.values())
    pages = (_taken_together(blocks),) if blocks else ()
    return Claims(tuple(claim for claims in words.values() for claim in claims), blocks, pages)


def _taken_together(claims: Sequence[Claim]) -> Claim:
    characters = sum(claim.characters for claim in claims)
    said = sum(claim.said * claim.characters for claim in claims) / characters
    return Claim(said, sum(claim.right * claim.characters for claim in claims) / characters, characters)


def binned(claims: Sequence[Claim], *, by_length: bool = False) -> Iterator[Bin]:
    """Ten bins, those that hold anything; `by_length` counts a claim by its characters."""
    for number in range(BINS):
        inside = [claim for claim in claims if min(int(claim.said * BINS), BINS - 1) == number]
        weights = [claim.characters if by_length else 1 for claim in inside]
        if inside:
            said = sum(claim.said * weight for claim, weight in zip(inside, weights, strict=True))
            right = sum(claim.right * weight for claim, weight in zip(inside, weights, strict=True))
            yield Bin(said / sum(weights), right / sum(weights), len(inside))


def shown(name: str, claims: Sequence[Claim], fewest: int, *, by_length: bool = False) -> str:
    """A line of bins, `said→right (count)`, those of at least `fewest` marked where they are off by more than 0.05."""
    cells = []
    for each in binned(claims, by_length=by_length):
        mark = "" if each.count < fewest else "!" if each.off > 0.05 else "="
        cells.append(f"{each.said:.2f}→{each.right:.2f} ({each.count}){mark}")
    return f"{name:24} {'  '.join(cells)}"


def worst(claims: Sequence[Claim], fewest: int, *, by_length: bool = False) -> float:
    """The largest distance of a bin with at least so many claims."""
    return max((each.off for each in binned(claims, by_length=by_length) if each.count >= fewest), default=0.0)


def mean_distance(claims: Sequence[Claim], *, by_length: bool = False) -> float:
    """The distance of all bins, each counted by its claims."""
    bins = tuple(binned(claims, by_length=by_length))
    return sum(each.off * each.count for each in bins) / max(sum(each.count for each in bins), 1)
