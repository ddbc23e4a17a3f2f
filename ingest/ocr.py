"""From a page image to words: the only module that knows Tesseract, but for `ingest.dictionary`.

Both ways to it, in this process through `tesserocr` and by its command through `pytesseract`, ask for hOCR and share
one parser, so they differ in nothing but the release of Tesseract behind them. `OMP_THREAD_LIMIT=1` is set before the
library loads: its threads cost more than they bring, several times over when many workers share a machine.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import re
import shlex
import sys
from abc import ABC, abstractmethod
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

import cv2

from document import Box, Engine, Language, Settings, Word
from errors import MissingToolError
from ingest.dictionary import Dictionary, load_dictionary
from ingest.raster import POINTS_PER_INCH, Raster

if TYPE_CHECKING:
    from tesserocr import PyTessBaseAPI

PACKS: Final = {Language.KK: "kaz", Language.RU: "rus", Language.EN: "eng"}
TESSDATA_FOLDERS: Final = (
    "/usr/share/tesseract-ocr/*/tessdata",  # Debian, Ubuntu
    "/usr/share/tessdata",  # Fedora, Arch
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)
INSTALL: Final = "apt-get install"
LEPTONICA_SILENT: Final = 6  # L_SEVERITY_NONE of its environ.h
A_PAGE: Final = 3  # page segmentation modes of Tesseract: find out what is on the page,
A_BLOCK: Final = 6  # or take the image for lines of one block
# Confidence of a line below which it is read once more as white on black. Doubtful lines of a typewriter have 0.7.
WHITE_ON_BLACK: Final = ("invert_threshold", "0.4")
MOST_PIXELS_A_SIDE: Final = 32767  # Tesseract refuses larger images


class Recognizer(Protocol):
    """Reads words from an image; `version` goes into the producer record."""

    @property
    def version(self) -> str:
        """The release of the program that reads."""
        ...

    def recognize(self, raster: Raster) -> tuple[Word, ...]:
        """Read the words of an upright page, in the program's own order, boxes in points of the image."""
        ...


@runtime_checkable
class Polyglot(Recognizer, Protocol):
    """A recogniser of several languages that can also read by its English model alone."""

    def english_alone(self) -> Recognizer | None:
        """Give the recogniser of English alone, if English was loaded beside others."""
        ...


@runtime_checkable
class Rereader(Recognizer, Protocol):
    """A recogniser that can take a second look at words cut out of a page."""

    def read_column(self, raster: Raster, language: Language | None) -> tuple[Word, ...]:
        """Read lines that stand one under the other by the model of one language alone, `None` by all models.

        Nothing where the language's pack is not installed.
        """
        ...


@runtime_checkable
class Literate(Recognizer, Protocol):
    """A recogniser that knows which words a language has."""

    def dictionary(self, language: Language) -> Dictionary | None:
        """Give the words of a language, if its pack is installed and has any."""
        ...


def load_recognizer(settings: Settings) -> Recognizer:
    """Load Tesseract with the packs of the wanted languages; `MissingToolError` says how to install what is missing."""
    os.environ["OMP_THREAD_LIMIT"] = "1"
    cv2.setNumThreads(1)  # a worker is one thread: more would wait for those of the other workers
    packs = choose_packs(settings.languages)
    if settings.engine is Engine.TESSEROCR:
        try:
            import tesserocr  # noqa: PLC0415, F401  # heavy, and not everywhere installed
        except ImportError:
            return CommandRecognizer(find_tessdata(packs), packs)
        return LibraryRecognizer(find_tessdata(packs), packs)
    return CommandRecognizer(find_tessdata(packs), packs)


def describe_recognizer(settings: Settings) -> tuple[str, str]:
    """Tell the release of Tesseract and the digest of its packs that `load_recognizer` would load, loading neither."""
    packs = choose_packs(settings.languages)
    folder = find_tessdata(packs)
    digest = hashlib.sha256()
    for pack in packs:
        digest.update((folder / f"{pack}.traineddata").read_bytes())
    return _release(settings.engine), digest.hexdigest()[:12]


def _release(engine: Engine) -> str:
    if engine is Engine.TESSEROCR:
        try:
            import tesserocr  # noqa: PLC0415  # heavy, and not everywhere installed
        except ImportError:
            return _release(Engine.PYTESSERACT)
        return _first_version(tesserocr.tesseract_version())
    import pytesseract  # noqa: PLC0415  # pulls in pandas where that is installed

    try:
        return _first_version(str(pytesseract.get_tesseract_version()))
    except pytesseract.TesseractNotFoundError as error:
        raise _no_command() from error


def choose_packs(languages: Sequence[Language]) -> tuple[str, ...]:
    """Name the language packs in the order asked for; `kaz` gets `rus` beside it, for alone it knows no №, щ or ъ."""
    packs = tuple(dict.fromkeys(PACKS[language] for language in languages if language in PACKS))
    if packs == ("kaz",):
        return ("kaz", "rus")
    return packs or tuple(PACKS.values())


def find_tessdata(packs: Sequence[str]) -> Path:
    """Find the folder that holds all `packs`; `MissingToolError` names those that no folder has."""
    folders = [folder for folder in _tessdata_folders() if folder.is_dir()]
    missing = list(packs)
    for folder in folders:
        absent = [pack for pack in packs if not (folder / f"{pack}.traineddata").is_file()]
        if not absent:
            return folder
        missing = min(missing, absent, key=len)
    wanted = " ".join(f"tesseract-ocr-{pack}" for pack in missing)
    raise MissingToolError(
        f"Tesseract's language data {', '.join(missing)} are not installed: "
        f"run `{INSTALL} tesseract-ocr {wanted}`, or name their folder in TESSDATA_PREFIX"
    )


def _tessdata_folders() -> list[Path]:
    named = os.environ.get("TESSDATA_PREFIX")
    own = [Path(named), Path(named) / "tessdata"] if named else []
    root = Path("/")
    usual = [path for pattern in TESSDATA_FOLDERS for path in sorted(root.glob(pattern.lstrip("/")), reverse=True)]
    return [*own, *usual, Path(sys.prefix) / "share" / "tessdata"]


class Tesseract(ABC):
    """What both ways to Tesseract share; further models are loaded when they are first asked for, and kept."""

    def __init__(self, tessdata: Path, packs: Sequence[str], version: str) -> None:
        self._tessdata = tessdata
        self._packs = tuple(packs)
        self._version = version
        self._single: dict[str, Tesseract] = {}
        self._dictionaries: dict[Language, Dictionary | None] = {}

    @property
    def version(self) -> str:
        """The release of Tesseract."""
        return self._version

    def english_alone(self) -> Recognizer | None:
        """Give the English model alone, if it was loaded beside others."""
        english = PACKS[Language.EN]
        return self._model(english) if english in self._packs and len(self._packs) > 1 else None

    def recognize(self, raster: Raster) -> tuple[Word, ...]:
        """Read the words of an upright page, in Tesseract's order, boxes in points of the image."""
        return parse_hocr(self._hocr(raster, A_PAGE), raster.dpi) if _readable(raster) else ()

    def read_column(self, raster: Raster, language: Language | None) -> tuple[Word, ...]:
        """Read lines that stand one under the other by one model or, without a language, by all."""
        model = self if language is None else self._model(PACKS[language]) if language in PACKS else None
        if model is None or not _readable(raster):
            return ()
        return parse_hocr(model._hocr(raster, A_BLOCK), raster.dpi)

    def dictionary(self, language: Language) -> Dictionary | None:
        """Give the words of a language, loaded when they are first asked for, and kept."""
        pack = self._tessdata / f"{PACKS.get(language)}.traineddata"
        if language not in self._dictionaries:
            self._dictionaries[language] = load_dictionary(pack) if pack.is_file() else None
        return self._dictionaries[language]

    def _model(self, pack: str) -> Tesseract | None:
        """The model of this pack alone, if it is installed."""
        if self._packs == (pack,):
            return self
        if pack not in self._single and (self._tessdata / f"{pack}.traineddata").is_file():
            self._single[pack] = type(self)(self._tessdata, (pack,), self._version)
        return self._single.get(pack)

    @abstractmethod
    def _hocr(self, raster: Raster, layout: int) -> str:
        """Read a readable image, its layout one of Tesseract's page segmentation modes."""


class LibraryRecognizer(Tesseract):
    """Tesseract in this process; one page at a time."""

    def __init__(self, tessdata: Path, packs: Sequence[str], version: str | None = None) -> None:
        import tesserocr  # noqa: PLC0415  # loads the library, which reads OMP_THREAD_LIMIT then

        _hush_leptonica(Path(tesserocr.__file__).parent)
        super().__init__(tessdata, packs, version or _release(Engine.TESSEROCR))
        self._api: PyTessBaseAPI = tesserocr.PyTessBaseAPI(
            path=str(tessdata), lang="+".join(packs), psm=tesserocr.PSM.AUTO, oem=tesserocr.OEM.LSTM_ONLY
        )
        self._api.SetVariable(*WHITE_ON_BLACK)

    def _hocr(self, raster: Raster, layout: int) -> str:
        rows, columns = raster.pixels.shape
        self._api.SetPageSegMode(layout)
        self._api.SetImageBytes(raster.pixels.tobytes(), columns, rows, 1, columns)
        self._api.SetSourceResolution(raster.dpi)
        hocr: str = self._api.GetHOCRText(0)
        self._api.ClearAdaptiveClassifier()  # what one page taught must not change the next
        self._api.Clear()
        return hocr


class CommandRecognizer(Tesseract):
    """Tesseract by its command, started for each page."""

    def __init__(self, tessdata: Path, packs: Sequence[str], version: str | None = None) -> None:
        import pytesseract  # noqa: PLC0415  # pulls in pandas where that is installed

        super().__init__(tessdata, packs, version or _release(Engine.PYTESSERACT))
        self._pytesseract = pytesseract

    def _hocr(self, raster: Raster, layout: int) -> str:
        hocr: bytes = self._pytesseract.image_to_pdf_or_hocr(
            raster.pixels,
            lang="+".join(self._packs),
            config=f"--tessdata-dir {shlex.quote(str(self._tessdata))} --oem 1 --psm {layout} --dpi {raster.dpi} "
            f"-c {'='.join(WHITE_ON_BLACK)}",
            extension="hocr",
        )
        return hocr.decode("utf-8")


def _no_command() -> MissingToolError:
    return MissingToolError(
        f"the command tesseract is not installed: run `{INSTALL} tesseract-ocr`, or choose tesserocr"
    )


def parse_hocr(hocr: str, dpi: int) -> tuple[Word, ...]:
    """Take the words out of Tesseract's hOCR; `dpi` turns its pixels into points."""
    parser = _HocrParser(POINTS_PER_INCH / dpi)
    parser.feed(hocr)
    parser.close()
    return tuple(parser.words)


class _HocrParser(HTMLParser):
    """Collects `ocrx_word` spans; the type size stands on the line around them."""

    def __init__(self, points_a_pixel: float) -> None:
        super().__init__()
        self.words: list[Word] = []
        self._scale = points_a_pixel
        self._size = 0.0
        self._title: str | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        title = values.get("title") or ""
        if tag == "span" and values.get("class") == "ocrx_word":
            self._title, self._text = title, []
        elif size := re.search(r"\bx_size ([\d.]+)", title):
            self._size = float(size[1])

    def handle_data(self, data: str) -> None:
        if self._title is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag != "span" or self._title is None:
            return
        text, title, self._title = "".join(self._text).strip(), self._title, None
        box = re.search(r"\bbbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)", title)
        confidence = re.search(r"\bx_wconf ([\d.]+)", title)
        if not text or box is None or confidence is None:
            return
        x0, y0, x1, y1 = (int(number) * self._scale for number in box.groups())
        place = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        self.words.append(Word(text, place, min(float(confidence[1]) / 100, 1.0), self._size * self._scale))


def _hush_leptonica(package: Path) -> None:
    """Keep the image library under Tesseract from printing its own troubles, harmless to us, among what we say."""
    for library in sorted((package.parent / "tesserocr.libs").glob("libleptonica*.so*")):
        ctypes.CDLL(str(library)).setMsgSeverity(LEPTONICA_SILENT)


def _readable(raster: Raster) -> bool:
    """Tell whether Tesseract would take the image at all; it complains on standard error about slivers."""
    rows, columns = raster.pixels.shape
    return bool(min(rows, columns) >= 3 and max(rows, columns) <= MOST_PIXELS_A_SIDE)


def _first_version(text: str) -> str:
    """Take `5.5.4` out of `tesseract 5.5.4 leptonica-1.87.0 …`."""
    found = re.search(r"\d+(?:\.\d+)+", text)
    return found[0] if found else "unknown"
