"""Page headers, footers and page numbers told from the text of a file, and sentences that run over page ends."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

import msgspec
import regex

from document import Block, BlockRole, Box, Half, Page
from ingest.broken_words import join_broken_words
from ingest.continuation import mark_continuations
from ingest.seams import HEAD_GAP
from ingest.wording import PAPER

# The share of a page's height, at the top and at the bottom, where its furniture stands.
MARGIN = 0.15
# Rows from the edge that may be furniture, and how long such a block may be.
DEPTH = 3
MOST_LINES = 2
MOST_CHARACTERS = 120
# How far two pages of one header are apart (left and right pages alternate, chapters begin without), how alike
# they are, and how near in height, as a share of the page's.
REACH = 4
ALIKE = 0.8
LEVEL = 0.025
# With so many pages around, one like this one is not enough.
LONG = 3

NUMBER_WORD = r"(?:лист|л|стр|с|бет|б|page|p|sheet)"
DASH = r"[-–—=~.*_\s]"
PAGE_NUMBER = regex.compile(
    rf"{DASH}*(?:{NUMBER_WORD}\.?\s*)?(?P<number>\d{{1,4}}|[ivxlc]{{1,6}})(?:\s*об\.?)?{DASH}*(?:\s*(?:бет|page)\.?)?",
    regex.IGNORECASE,
)
# `- 12 -`, `стр. 12`, `Л. 45 об.`: nothing else looks so.
UNMISTAKABLE = regex.compile(
    r"[-–—]\s*\d{1,4}\s*[-–—]|(?:лист|л|стр|бет|page)\.?\s*\d{1,4}(?:\s*об\.?)?", regex.IGNORECASE
)
BRACKETED = regex.compile(r"[(\[{/]\s?(?P<figure>.+?)\s?[)\]}/]")
HEAD_NUMBER = regex.compile(r"[1-9]\d{0,2}")
DIGITS = regex.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Edge:
    """A block near the top or bottom of its page that may be furniture; `height` is its middle, as a share.

    `aside` says that its first or last word is a number far to the side of the others; `leaf` counts the pages of a
    file where facing pages on one image are two.
    """

    leaf: int
    block: int
    top: bool
    height: float
    text: str
    aside: bool

    @property
    def figure(self) -> str:
        """Its text without the brackets that typists set page numbers in."""
        found = BRACKETED.fullmatch(self.text)
        return found["figure"] if found else self.text

    @property
    def number(self) -> int | None:
        """The page number it seems to be, if it is one in digits."""
        found = PAGE_NUMBER.fullmatch(self.figure)
        return int(found["number"]) if found and found["number"].isdecimal() else None


def mark_furniture(pages: Iterable[Page]) -> Iterator[Page]:
    """Yield the pages of one file in order, page headers, footers and numbers given that role.

    Looks a few pages ahead and holds no more than that. Sets `continues` where a sentence runs on, and puts words
    together that the end of a column or page broke.
    """
    yield from join_broken_words(mark_continuations(_marked(pages)))


def _marked(pages: Iterable[Page]) -> Iterator[Page]:
    source = iter(pages)
    before: deque[list[Edge]] = deque(maxlen=REACH)
    ahead: deque[tuple[Page, list[Edge]]] = deque()
    second = 0  # facing pages so far that had no number of their own
    while True:
        for page in islice(source, REACH + 1 - len(ahead)):
            ahead.append((page, _edges(page, page.number + second)))
            second += len(page.halves[1:])
        if not ahead:
            return
        page, edges = ahead.popleft()
        yield _with_furniture(page, _furniture(edges, [*before, *(after for _, after in ahead)]))
        before.append(edges)


def _with_furniture(page: Page, places: Set[int]) -> Page:
    if not places:
        return page
    blocks = (
        msgspec.structs.replace(block, role=BlockRole.FURNITURE) if place in places else block
        for place, block in enumerate(page.blocks)
    )
    return msgspec.structs.replace(page, blocks=tuple(blocks))


def _edges(page: Page, leaf: int) -> list[Edge]:
    """The outermost blocks of a page, or of each of two facing ones, at its top and bottom, from the edge inwards."""
    if page.width <= 0 or page.height <= 0:
        return []
    blocks = [(place, block.box) for place, block in enumerate(page.blocks) if block.box is not None]
    if not page.halves:
        whole = Half(Box(0.0, 0.0, page.width, page.height), page.rotation)
        return _edges_of(page, leaf, [(*_reach(box, whole), place) for place, box in blocks])
    edges = []
    for number, half in enumerate(page.halves):
        within = [(*_reach(box, half), place) for place, box in blocks if _lies_in(box, half, page.halves)]
        edges += _edges_of(page, leaf + number, within)
    return edges


def _edges_of(page: Page, leaf: int, placed: Sequence[tuple[float, float, int]]) -> list[Edge]:
    """The outermost of some blocks, each given by its reach and its place on the page."""
    edges = []
    for is_top, outermost in ((True, sorted(placed)[:DEPTH]), (False, sorted(placed, key=_from_below)[:DEPTH])):
        for upper, lower, place in outermost:
            block = page.blocks[place]
            if not _may_be(block):
                break
            height = (upper + lower) / 2
            edges.append(Edge(leaf, place, is_top, height, block.text, _has_number_aside(block)))
    return edges


def _lies_in(box: Box, half: Half, halves: Sequence[Half]) -> bool:
    """Whether a half, of those that may overlap where the fold leans, is the one a block lies in."""
    return max(halves, key=lambda each: _overlap(box, each.box)) is half


def _overlap(box: Box, other: Box) -> float:
    across = min(box.x1, other.x1) - max(box.x0, other.x0)
    down = min(box.y1, other.y1) - max(box.y0, other.y0)
    return max(across, 0.0) * max(down, 0.0)


def _reach(box: Box, sheet: Half) -> tuple[float, float]:
    """From where to where a block reaches down a page as it is read, as shares of its height."""
    whole = sheet.box
    match sheet.rotation:
        case 90:
            return (box.x0 - whole.x0) / whole.width, (box.x1 - whole.x0) / whole.width
        case 180:
            return (whole.y1 - box.y1) / whole.height, (whole.y1 - box.y0) / whole.height
        case 270:
            return (whole.x1 - box.x1) / whole.width, (whole.x1 - box.x0) / whole.width
        case _:
            return (box.y0 - whole.y0) / whole.height, (box.y1 - whole.y0) / whole.height


def _from_below(placed: tuple[float, float, int]) -> tuple[float, float, int]:
    upper, lower, place = placed
    return -lower, -upper, place


def _has_number_aside(block: Block) -> bool:
    if len(block.anchors) < 2 or block.lines > 1:
        return False
    ends = ((block.anchors[0], block.anchors[1]), (block.anchors[-1], block.anchors[-2]))
    for number, title in ends:
        apart = max(title.box.x0 - number.box.x1, number.box.x0 - title.box.x1)
        if HEAD_NUMBER.fullmatch(block.text[number.start : number.end]) and apart > HEAD_GAP * block.size:
            return True
    return False


def _may_be(block: Block) -> bool:
    if block.role in {BlockRole.NOTE, BlockRole.TABLE}:
        return False
    return block.lines <= MOST_LINES and len(block.text) <= MOST_CHARACTERS


def _furniture(edges: Sequence[Edge], around: Sequence[Sequence[Edge]]) -> frozenset[int]:
    """The places of the blocks that are furniture, by the edges of their page and of the pages around it."""
    every = [*edges, *(edge for other in around for edge in other)]
    needed = 2 if len(around) >= LONG else 1
    found = []
    for edge in edges:
        near = [other for other in every if other.leaf != edge.leaf]
        if _is_page_number(edge, near) or _is_repeated(edge, near, needed):
            found.append(edge.block)
    return frozenset(found)


def _is_page_number(edge: Edge, near: Sequence[Edge]) -> bool:
    if edge.aside and edge.top and edge.height < MARGIN:
        return True
    if not PAGE_NUMBER.fullmatch(edge.figure):
        return False
    if any(_counts_on(edge, other) for other in near) or UNMISTAKABLE.fullmatch(edge.text):
        return True
    in_margin = edge.height < MARGIN if edge.top else edge.height > 1 - MARGIN
    return in_margin and (edge.number is None or edge.number < 1000)  # a lone 1937 is a year


def _counts_on(edge: Edge, other: Edge) -> bool:
    """Whether two numbers count the pages they stand on, or their leaves."""
    if edge.number is None or other.number is None or edge.top != other.top:
        return False
    step, pages = other.number - edge.number, other.leaf - edge.leaf
    return step == pages or (step * 2 == pages and abs(edge.height - other.height) < LEVEL)


def _is_repeated(edge: Edge, near: Sequence[Edge], needed: int) -> bool:
    """Whether the same stands at the same height of so many pages nearby."""
    if not any(map(str.isalnum, edge.text)):
        return False
    in_margin = edge.height < MARGIN if edge.top else edge.height > 1 - MARGIN
    if not in_margin or (PAPER.match(edge.text) and not DIGITS.search(edge.text)):
        return False
    same = {other.leaf for other in near if other.top == edge.top and _is_same(edge, other)}
    return len(same) >= needed


def _is_same(edge: Edge, other: Edge) -> bool:
    if abs(edge.height - other.height) > LEVEL:
        return False
    one, two = _folded(edge.text), _folded(other.text)
    if one != two and SequenceMatcher(None, one, two, autojunk=False).ratio() < ALIKE:
        return False
    return _numbers_agree(edge, other)


def _numbers_agree(edge: Edge, other: Edge) -> bool:
    """Whether the numbers in both are the same or count pages: of `Протокол № 5` and `№ 6` each is a title."""
    ours, theirs = DIGITS.findall(edge.text), DIGITS.findall(other.text)
    if len(ours) != len(theirs) or PAPER.match(edge.text):
        return ours == theirs
    apart = other.leaf - edge.leaf
    return all(one == two or int(two) - int(one) in {apart, apart / 2} for one, two in zip(ours, theirs, strict=True))


def _folded(text: str) -> str:
    return " ".join(DIGITS.sub("#", text).casefold().split())
