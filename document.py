"""What flows through Muragat, from a file to the entities named in it: frozen values, one vocabulary.

Conventions, everywhere: pages count from 1; boxes are PDF points with the origin at the top left;
offsets count characters of settled text; languages are ISO 639-1 codes; confidence runs from 0 to 1.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from values import ArticleValue as ArticleValue
from values import CaseValue as CaseValue
from values import DateValue as DateValue
from values import FondsValue as FondsValue
from values import NameValue as NameValue
from values import OrderValue as OrderValue
from values import PersonValue as PersonValue
from values import Value as Value


class Language(StrEnum):
    """A language the program reads; `und` is any other, or none to speak of."""

    KK = "kk"
    RU = "ru"
    EN = "en"
    UND = "und"


class MediaType(StrEnum):
    """What a file is, told from its first bytes rather than its name."""

    PDF = "application/pdf"
    TIFF = "image/tiff"
    PNG = "image/png"
    JPEG = "image/jpeg"
    TEXT = "text/plain"


class Mode(StrEnum):
    """How pages get their text: by a verdict on each page, always by OCR, or only from text layers."""

    AUTO = "auto"
    FORCE_OCR = "force-ocr"
    TEXT = "text"


class Engine(StrEnum):
    """The way to Tesseract: in this process, or through its command."""

    TESSEROCR = "tesserocr"
    PYTESSERACT = "pytesseract"


class Method(StrEnum):
    """Where a page's text came from."""

    TEXT = "text"
    OCR = "ocr"
    BLANK = "blank"
    FAILED = "failed"


class BlockRole(StrEnum):
    """What a block is on its page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    TABLE = "table"
    NOTE = "note"
    FURNITURE = "furniture"


class SectionRole(StrEnum):
    """What a section is in its document."""

    FRONT_MATTER = "front-matter"
    TOC = "toc"
    ABBREVIATIONS = "abbreviations"
    ABSTRACT = "abstract"
    KEYWORDS = "keywords"
    INTRODUCTION = "introduction"
    BODY = "body"
    CONCLUSION = "conclusion"
    REFERENCES = "references"
    APPENDIX = "appendix"
    TABLE = "table"
    NOTES = "notes"
    HEADER = "header"
    HEARD = "heard"
    RESOLVED = "resolved"
    SIGNATURE = "signature"
    FURNITURE = "furniture"


class Label(StrEnum):
    """The kinds of entities."""

    PERSON = "PERSON"
    ORG = "ORG"
    LOC = "LOC"
    DATE = "DATE"
    FONDS = "FONDS"
    ORDER = "ORDER"
    ARTICLE = "ARTICLE"
    CASE = "CASE"
    CAMP = "CAMP"


class Stage(StrEnum):
    """Where in the line something failed."""

    FIND = "find"
    OPEN = "open"
    LAYER = "layer"
    RENDER = "render"
    OCR = "ocr"
    LAYOUT = "layout"
    TAG = "tag"
    WRITE = "write"


class Reason(StrEnum):
    """Why something failed, as a code that programs can count."""

    MISSING = "missing"
    EMPTY = "empty"
    NOTHING_FOUND = "nothing-found"
    UNSUPPORTED = "unsupported"
    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    TOO_LARGE = "too-large"
    TIMEOUT = "timeout"
    CRASHED = "crashed"
    OUT_OF_MEMORY = "out-of-memory"
    CHANGED = "changed"
    UNREADABLE = "unreadable"
    UNWRITABLE = "unwritable"


class Box(msgspec.Struct, frozen=True, array_like=True):
    """A rectangle in PDF points, origin top left, `x0 <= x1` and `y0 <= y1` (`ValueError` otherwise)."""

    x0: float
    y0: float
    x1: float
    y1: float

    def __post_init__(self) -> None:
        if not (self.x0 <= self.x1 and self.y0 <= self.y1):
            raise ValueError(f"inverted or undefined box {self.x0, self.y0, self.x1, self.y1}")

    @property
    def width(self) -> float:
        """Points from left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return self.y1 - self.y0

    @classmethod
    def around(cls, boxes: Iterable[Box]) -> Box:
        """The smallest box holding all of `boxes`; `ValueError` when there are none."""
        every = tuple(boxes)
        return cls(
            min(box.x0 for box in every),
            min(box.y0 for box in every),
            max(box.x1 for box in every),
            max(box.y1 for box in every),
        )


class Word(msgspec.Struct, frozen=True):
    """One word as read, in the page's reading frame (upright and level); `size` is the type size in points."""

    text: str
    box: Box
    confidence: float = 1.0
    size: float = 0.0
    bold: bool = False


class Anchor(msgspec.Struct, frozen=True):
    """Where a word, `start:end` of a block's text, stands on the displayed page, and how likely it is right."""

    start: int
    end: int
    box: Box
    confidence: float = 1.0


def mean_confidence(anchors: Iterable[Anchor]) -> float:
    """The share of characters to expect in words that are right; 1 where there are none."""
    every = tuple(anchors)
    characters = sum(anchor.end - anchor.start for anchor in every)
    return sum(anchor.confidence * (anchor.end - anchor.start) for anchor in every) / characters if characters else 1.0


class Block(msgspec.Struct, frozen=True):
    """A run of lines that belong together, its text settled.

    `box` and `anchors` lie on the page as displayed, and are absent for plain text; `centred`, `lines`, `size`
    (points) and `bold` describe its look in the reading frame. `continues` says that it goes on with the sentence
    of the block before it.
    """

    page: int
    text: str
    method: Method
    box: Box | None = None
    anchors: tuple[Anchor, ...] = ()
    confidence: float = 1.0
    role: BlockRole = BlockRole.PARAGRAPH
    language: Language = Language.UND
    size: float = 0.0
    bold: bool = False
    centred: bool = False
    lines: int = 1
    continues: bool = False


class Attempt(msgspec.Struct, frozen=True):
    """One reading of a page image: how the image was prepared, turned `rotation` degrees clockwise, and its score."""

    preparation: str
    score: float
    rotation: int = 0


class Recognition(msgspec.Struct, frozen=True):
    """How a page image was read: the preparation chosen, its score (0 to 1), all that was tried, and the cost.

    The score is the recogniser's confidence, less where words do not look like words. `mpixels` are the million
    pixels given to the recogniser, second looks at parts of the page among them.
    """

    preparation: str
    score: float
    mpixels: float
    tried: tuple[Attempt, ...]


class Half(msgspec.Struct, frozen=True):
    """One of two facing pages on one image: its place on the page as displayed, and how it lies there.

    `words` lie in the reading frame of the half, which is made from its `box` as that of a page; none once laid out.
    """

    box: Box
    rotation: int = 0
    skew: float = 0.0
    words: tuple[Word, ...] = ()


class Page(msgspec.Struct, frozen=True):
    """One page: how it was read and, once laid out, its blocks in reading order.

    `width` and `height` are points of the page as displayed. `words` lie in the reading frame, which is the
    displayed page turned `rotation` degrees clockwise (0, 90, 180, 270) and levelled by `skew` degrees. `mpixels` is
    the largest image, in million pixels, that was held against the limit. `halves` are the facing pages of a spread
    in reading order; `rotation` is then that of the one with more text, `skew` their mean.
    """

    number: int
    width: float
    height: float
    method: Method
    reason: str
    rotation: int = 0
    skew: float = 0.0
    dpi: int | None = None
    words: tuple[Word, ...] = ()
    blocks: tuple[Block, ...] = ()
    warnings: tuple[str, ...] = ()
    failure: Failure | None = None
    mpixels: float = 0.0
    recognition: Recognition | None = None
    halves: tuple[Half, ...] = ()


class Failure(msgspec.Struct, frozen=True):
    """Something that could not be done: which file and page (None: the whole file), at which stage, why, what to do."""

    path: str
    stage: Stage
    reason: Reason
    message: str
    page: int | None = None


class Source(msgspec.Struct, frozen=True):
    """One input file: `path` opens it, `name` is its place below the given INPUT, with forward slashes.

    `modified` is when its contents were last changed, in nanoseconds as the file system tells it; None: not known.
    """

    path: str
    name: str
    sha256: str
    bytes: int
    media_type: MediaType
    modified: int | None = None

    @property
    def id(self) -> str:
        """The document's id: the first 16 hex digits of its hash."""
        return self.sha256[:16]


class Entity(msgspec.Struct, frozen=True):
    """A named entity: `text[start:end]` of what was tagged; `by` names the rule or model that found it."""

    start: int
    end: int
    label: Label
    text: str
    confidence: float
    by: str
    value: Value | None = None


class Section(msgspec.Struct, frozen=True):
    """A part of the document: its blocks' texts in reading order as one text, the heading's own block first.

    Block `i` is `text[starts[i] : starts[i] + len(blocks[i].text)]`; `path` holds the titles from the outermost
    section down to this one.
    """

    level: int
    path: tuple[str, ...]
    role: SectionRole
    title: str
    text: str
    blocks: tuple[Block, ...]
    starts: tuple[int, ...]
    language: Language = Language.UND
    entities: tuple[Entity, ...] = ()


class Settings(msgspec.Struct, frozen=True):
    """Everything a user can choose that changes what is written. `pages` are inclusive ranges; None is every page.

    `sparing` is chosen by the program, for the second try of a page that was too much for a worker.
    """

    languages: tuple[Language, ...] = (Language.KK, Language.RU, Language.EN)
    mode: Mode = Mode.AUTO
    engine: Engine = Engine.TESSEROCR
    pages: tuple[tuple[int, int], ...] | None = None
    max_image_mpixels: float = 128.0
    max_pages: int = 10_000
    max_text_mbytes: float = 64.0
    sparing: bool = False

    def wants(self, page: int) -> bool:
        """Whether the page with this number was asked for."""
        return self.pages is None or any(first <= page <= last for first, last in self.pages)
