"""The verdict on a page's text layer: believe it, or read the page's image; always with a stated reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import regex
from numpy.typing import NDArray

from document import Method, Mode
from ingest.pdf import Contents, Picture

CELLS = 50  # the page is looked at as a grid of so many cells each way
MOST_OF_PAGE = 0.5
NEARLY_ALL = 0.85
FEW_LETTERS = 20
LINE_OF_TEXT = 200  # characters that a caption, stamp or heading may have
OUTLINES_FROM = 150  # paths: ruled tables have fewer, a page of drawn letters has thousands
UNMAPPED_SHARE = 0.05
GARBAGE_SHARE = 0.4
FEWEST_TOKENS = 5

TOKEN = regex.compile(r"\S*\p{L}\S*")
JUMP = regex.compile(r"\p{Ll}\p{Lu}|\p{L}\d+\p{L}|\d\p{L}+\d")
UNMAPPED = regex.compile(r"\(cid:\d+\)|[\ufffd\ufffe\p{Co}]|[\x01-\x08\x0e-\x1f]")
LETTER = regex.compile(r"\p{L}")
WESTERN = regex.compile(r"[\u00a1-\u00ff]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a page is to be read, and why."""

    method: Method
    reason: str


@dataclass(frozen=True)
class Evidence:
    """What is known of a page before it is read; `width` and `height` are points as displayed."""

    contents: Contents
    width: float
    height: float

    @cached_property
    def letters(self) -> int:
        """Letters in the text layer."""
        return len(LETTER.findall(self.contents.text))

    @cached_property
    def tokens(self) -> list[str]:
        """Runs of characters with a letter among them."""
        found: list[str] = TOKEN.findall(self.contents.text)
        return found

    @cached_property
    def covered(self) -> NDArray[np.bool_]:
        """Which cells of the page pictures cover."""
        grid = np.zeros((CELLS, CELLS), dtype=np.bool_)
        for picture in self.contents.pictures:
            top, bottom = _cells(picture.box.y0, picture.box.y1, self.height)
            left, right = _cells(picture.box.x0, picture.box.x1, self.width)
            grid[top:bottom, left:right] = True
        return grid

    @property
    def coverage(self) -> float:
        """The share of the page that pictures cover."""
        return float(self.covered.mean())

    @property
    def invisible(self) -> float:
        """The share of the text layer that is not painted."""
        samples = self.contents.samples
        return sum(sample.invisible for sample in samples) / len(samples) if samples else 0.0


Rule = Callable[[Evidence], Verdict | None]


def judge(evidence: Evidence, mode: Mode) -> Verdict:
    """Decide how to read a page; the first rule that answers decides."""
    if mode is Mode.FORCE_OCR:
        return Verdict(Method.OCR, "OCR was asked for")
    if mode is Mode.TEXT:
        return _as_asked(evidence)
    for rule in RULES:
        verdict = rule(evidence)
        if verdict is not None:
            return verdict
    return Verdict(Method.TEXT, "text layer")


def _as_asked(evidence: Evidence) -> Verdict:
    if evidence.contents.text.strip():
        return Verdict(Method.TEXT, "text layer was asked for")
    return Verdict(Method.BLANK, "no text layer, and only text layers were asked for")


def nothing_painted(evidence: Evidence) -> Verdict | None:
    """No text, picture or path: there is nothing to read."""
    contents = evidence.contents
    if contents.text.strip() or contents.pictures or contents.paths:
        return None
    return Verdict(Method.BLANK, "nothing on the page")


def no_layer(evidence: Evidence) -> Verdict | None:
    """No text, but something is painted."""
    return None if evidence.contents.text.strip() else Verdict(Method.OCR, "no text layer")


def scan_under_invisible_text(evidence: Evidence) -> Verdict | None:
    """Somebody's OCR of a scan: even the good ones do not beat a fresh reading."""
    if evidence.coverage >= MOST_OF_PAGE and evidence.invisible >= 0.5:
        return Verdict(Method.OCR, "scan under an invisible text layer")
    return None


def unmapped_characters(evidence: Evidence) -> Verdict | None:
    """Fonts that do not say which characters their glyphs are."""
    text = evidence.contents.text
    unmapped = len(UNMAPPED.findall(text))
    if unmapped > UNMAPPED_SHARE * len("".join(text.split())):
        return Verdict(Method.OCR, "glyphs without characters in the text layer")
    return None


def garbage_words(evidence: Evidence) -> Verdict | None:
    """Capitals and digits inside words: OCR in the wrong alphabet, or a font with the wrong character map."""
    tokens = evidence.tokens
    if len(tokens) < FEWEST_TOKENS:
        return None
    jumps = sum(bool(JUMP.search(token)) for token in tokens)
    if jumps >= GARBAGE_SHARE * len(tokens):
        return Verdict(Method.OCR, "garbage in the text layer")
    return None


def wrong_alphabet(evidence: Evidence) -> Verdict | None:
    """Cyrillic letters extracted as accented Western ones."""
    if len(WESTERN.findall(evidence.contents.text)) > evidence.letters / 3 and evidence.letters > FEW_LETTERS:
        return Verdict(Method.OCR, "letters of the wrong alphabet in the text layer")
    return None


def part_of_the_page(evidence: Evidence) -> Verdict | None:
    """A caption or stamp on a page that is a picture for the rest."""
    if evidence.coverage >= MOST_OF_PAGE and len(evidence.contents.text) < LINE_OF_TEXT:
        return Verdict(Method.OCR, "text layer covers only part of the page")
    return None


def drawn_letters(evidence: Evidence) -> Verdict | None:
    """Letters drawn as shapes beside hardly any text."""
    if evidence.contents.paths >= OUTLINES_FROM and evidence.letters < FEW_LETTERS:
        return Verdict(Method.OCR, "letters drawn as shapes")
    return None


RULES: tuple[Rule, ...] = (
    nothing_painted,
    no_layer,
    scan_under_invisible_text,
    unmapped_characters,
    garbage_words,
    wrong_alphabet,
    part_of_the_page,
    drawn_letters,
)


def covers_most(picture: Picture, width: float, height: float) -> bool:
    """Whether a picture covers most of a page of `width` by `height` points."""
    return picture.box.width * picture.box.height >= MOST_OF_PAGE * width * height


def _cells(start: float, end: float, length: float) -> tuple[int, int]:
    scale = CELLS / length if length else 0.0
    return max(0, round(start * scale)), max(0, round(end * scale))
