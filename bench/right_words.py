"""Which words of a page were read right: every word of its blocks held against the true text, at its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from document import Block

# One key of a typewriter, or one glyph: nobody can tell which was meant.
HYPHENS = regex.compile(r"[-\u00ad\u2010-\u2015](\s*\n\s*)?")
QUOTES = str.maketrans("‘’‚‛“”„‟«»", '\'\'\'\'""""""')
NUMERAL = regex.compile(r"(?<![\p{L}\p{N}])[IVXІХ]+(?![\p{L}\p{N}])")
CYRILLIC_STROKES = str.maketrans("ІХ", "IX")
MOVED = 60.0  # of 100: how like a stretch of the truth a block must be to stand there, out of the order of the others
SELDOM = 0.5  # share of a block's characters met in the order of the page, below which it is looked for elsewhere


@dataclass(frozen=True, slots=True)
class Judged:
    """A word of a block by its anchor, whether it was read right, and whether its place in the truth holds anything."""

    block: int
    anchor: int
    right: bool
    matched: bool


def normalised(text: str) -> str:
    """A text without what is a matter of layout or keys: NFC, single spaces, no hyphens, one kind of quotes."""
    text = HYPHENS.sub("", unicodedata.normalize("NFC", text)).translate(QUOTES)
    return NUMERAL.sub(lambda found: found[0].translate(CYRILLIC_STROKES), " ".join(text.split()))


def judge(blocks: Sequence[Block], truth: str) -> Iterator[Judged]:
    """Judge every word that has a letter, a figure or a sign other than a hyphen.

    A word is right if its characters stand in the truth in one piece, and the truth has word edges where it has.
    """
    wanted = f" {normalised(truth)} "
    streams = [_stream(block) for block in blocks]
    starts, whole = [], ""
    for text, _ in streams:
        starts.append(len(whole))
        whole += f"{text} "
    places = _places(whole, wanted)
    for number, (text, spans) in enumerate(streams):
        found = places[starts[number] : starts[number] + len(text)]
        if text and sum(place is not None for place in found) < SELDOM * len(text):
            found = _elsewhere(text, wanted) or found
        for anchor, (start, end, open_before, open_after) in enumerate(spans):
            if start < end:
                right = _right(found[start:end], wanted, (open_before, open_after))
                yield Judged(number, anchor, right, any(place is not None for place in found[start:end]))


def _stream(block: Block) -> tuple[str, list[tuple[int, int, bool, bool]]]:
    """The normalised text of a block, and of every anchor start, end, and whether the word goes on before and after."""
    text, spans = "", []
    last = 0
    for anchor in block.anchors:
        part = normalised(block.text[anchor.start : anchor.end]).replace(" ", "")
        gap = block.text[last : anchor.start]
        if text and part and any(map(str.isspace, gap)) and not text.endswith(" "):
            text += " "
        spans.append((len(text), len(text) + len(part), bool(text) and not text.endswith(" ")))
        text += part
        last = anchor.end
    edges = {start for start, end, _ in spans if start < end}
    return text, [(start, end, before, end in edges) for start, end, before in spans]


def _places(text: str, wanted: str) -> list[int | None]:
    """Where in the truth each character stands, None where it does not."""
    places: list[int | None] = [None] * len(text)
    for step in Levenshtein.opcodes(text, wanted):
        if step.tag == "equal":
            for offset in range(step.src_end - step.src_start):
                places[step.src_start + offset] = step.dest_start + offset
    return places


def _elsewhere(text: str, wanted: str) -> list[int | None] | None:
    """The places of a block that stands elsewhere in the truth."""
    if len(text) < 3 or len(text) > len(wanted):
        return None
    found = fuzz.partial_ratio_alignment(text, wanted, score_cutoff=MOVED)
    if found is None:
        return None
    start = max(found.dest_start - 3, 0)
    return [None if place is None else place + start for place in _places(text, wanted[start : found.dest_end + 3])]


def _right(places: Sequence[int | None], wanted: str, goes_on: tuple[bool, bool]) -> bool:
    first, last = places[0], places[-1]
    if first is None or last is None or list(places) != list(range(first, last + 1)):
        return False
    return (goes_on[0] or wanted[first - 1] == " ") and (goes_on[1] or wanted[last + 1] == " ")
