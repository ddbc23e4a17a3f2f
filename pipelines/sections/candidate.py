"""A block seen as a possible heading: its words, its number, its look beside the body, its neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from document import Block, BlockRole, Method
from models.lexicon.headings import HeadingLexicon, Kind, Wording, close_up
from pipelines.sections.numbering import Numbering, read_numbering
from pipelines.sections.shape import LONGEST_HEADING, is_capitals

TRAILING = " .:;–—-"


@dataclass(frozen=True, slots=True)
class Body:
    """How running text looks: type size in points (0 where unknown) and whether it is bold."""

    size: float
    bold: bool


@dataclass(frozen=True)
class Candidate:
    """A block beside its neighbours; `before` and `after` are None at the ends of the document."""

    block: Block
    before: Block | None
    after: Block | None
    body: Body
    lexicon: HeadingLexicon

    @cached_property
    def text(self) -> str:
        """The text on one line, letters that were spaced out put together."""
        return close_up(self.block.text)

    @cached_property
    def numbering(self) -> Numbering | None:
        """The number the text opens with."""
        return read_numbering(self.text[: LONGEST_HEADING + 1], self.lexicon)

    @cached_property
    def title(self) -> str:
        """The text without its number."""
        return self.numbering.rest if self.numbering else self.text

    @cached_property
    def wording(self) -> Wording | None:
        """The known heading that the text is, numbered or not."""
        known = whole_wording(self.text, self.lexicon) or whole_wording(self.title, self.lexicon)
        if known is None and self.capitals and self.block.method is Method.OCR:
            return self.lexicon.near(Kind.HEADING, self.title)
        return known

    @cached_property
    def capitals(self) -> bool:
        """Whether the title is written in capitals."""
        return is_capitals(self.title)

    @property
    def larger(self) -> bool:
        """Whether the type is clearly larger than the body's; sizes measured on a scan are trusted less."""
        trusted = self.block.method is not Method.OCR or (self.block.role is BlockRole.HEADING and self.block.centred)
        return self.body.size > 0 and self.block.size >= (1.12 if trusted else 1.3) * self.body.size

    @property
    def bolder(self) -> bool:
        """Whether it is bold in a text that is not."""
        return self.block.bold and not self.body.bold

    @property
    def prominent(self) -> bool:
        """Whether its look alone sets it apart from running text."""
        return self.larger or self.bolder or (self.block.centred and self.capitals)

    @property
    def set_apart(self) -> bool:
        """Whether neither neighbour on its page looks the same: a line in a run of like lines is no heading."""
        return not any(
            other is not None and other.page == self.block.page and look(other) == look(self.block)
            for other in (self.before, self.after)
        )


def look(block: Block) -> tuple[bool, bool, bool, int]:
    """What headings of one level have in common: capitals, weight, place, size in whole points."""
    return (is_capitals(block.text), block.bold, block.centred, round(block.size))


def whole_wording(text: str, lexicon: HeadingLexicon) -> Wording | None:
    """The known heading that a text is, whatever sign it ends with."""
    if len(text) > LONGEST_HEADING or not any(character.isupper() for character in text[:3]):
        return None
    return lexicon.whole(Kind.HEADING, text.strip(TRAILING))


def survey(blocks: Sequence[Block], lexicon: HeadingLexicon) -> tuple[Candidate, ...]:
    """Every block as a candidate, measured against the body of the whole document."""
    body = body_of(blocks)
    neighbours = [None, *blocks, None]
    return tuple(
        Candidate(block, neighbours[index], neighbours[index + 2], body, lexicon) for index, block in enumerate(blocks)
    )


def body_of(blocks: Sequence[Block]) -> Body:
    """The look of most characters."""
    sizes: Counter[float] = Counter()
    weights: Counter[bool] = Counter()
    for block in blocks:
        if block.role is not BlockRole.FURNITURE:
            sizes[round(block.size, 1)] += len(block.text)
            weights[block.bold] += len(block.text)
    if not sizes:
        return Body(0.0, bold=False)
    return Body(max(sizes, key=lambda size: (sizes[size], size)), bold=weights[True] > weights[False])
