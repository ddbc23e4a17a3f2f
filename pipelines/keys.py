"""What a kept result depends on: contents, settings, versions, code; a change of any of them undoes it, nothing else.

Pages depend on what reads them, sections also on what divides and tags them. How many workers, how much time or memory
changes no result that was reached: what failed for want of it is another matter, see `pipelines.store`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from document import Settings
from ingest.ocr import describe_recognizer
from pipelines.records import ProducerRecord

ROOT = Path(__file__).resolve().parent.parent
READING_CODE = ("document.py", "ingest/*.py")
TELLING_CODE = ("values.py", "models/**/*.py", "pipelines/entities/*.py", "pipelines/sections/*.py")
TELLING_MODULES = ("extract", "language", "records", "producer", "tools")
# Their versions change results; the others only how fast or how comfortably they are had.
READING_PACKAGES = (
    *("numpy", "opencv-python-headless", "pdfminer.six", "pdfplumber", "pillow", "pypdfium2", "pytesseract"),
    *("regex", "tesserocr"),
)
TELLING_PACKAGES = (
    *("blis", "langdetect", "natasha", "navec", "pymorphy3", "pymorphy3-dicts-ru", "python-crfsuite", "razdel"),
    *("slovnet", "spacy"),
)


class Keys(msgspec.Struct, frozen=True):
    """Digests of all that read pages, and of all that made the records of a file, depend on beside its contents."""

    pages: str
    files: str


def make_keys(settings: Settings, producer: ProducerRecord) -> Keys:
    """The keys for these settings and this program, as it lies on disk."""
    # Limits are held against what each page needed of them.
    reading = (settings.languages, settings.mode, settings.engine, describe_recognizer(settings))
    pages = digest((reading, _code(READING_CODE), _versions(READING_PACKAGES)))
    code = _code((*TELLING_CODE, *(f"pipelines/{name}.py" for name in TELLING_MODULES)))
    return Keys(pages, digest((pages, settings.pages, producer, code, _versions(TELLING_PACKAGES))))


def digest(value: object) -> str:
    """Sixteen hex digits that tell values apart."""
    return hashlib.sha256(msgspec.json.encode(value, order="deterministic")).hexdigest()[:16]


def _code(patterns: Iterable[str]) -> str:
    code = hashlib.sha256()
    for path in sorted(path for pattern in patterns for path in ROOT.glob(pattern) if "train" not in path.parts):
        code.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return code.hexdigest()


def package_versions() -> dict[str, str]:
    """The version of each package that results depend on."""
    return {package: _version(package) for package in (*READING_PACKAGES, *TELLING_PACKAGES)}


def _versions(packages: Iterable[str]) -> list[str]:
    return [_version(package) for package in packages]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"
