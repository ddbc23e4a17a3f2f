"""What a record says of the program that made it: versions, and fingerprints of what was learned or collected."""

from __future__ import annotations

import hashlib
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipelines.records import ProducerRecord

ROOT = Path(__file__).resolve().parent.parent
MODELS = {"language": "models/language", "lexicon": "models/lexicon", "names": "models/names"}


def make_producer(tesseract: str) -> ProducerRecord:
    """The producer of records made with this version of Tesseract; the same files give the same fingerprints."""
    return ProducerRecord(
        muragat=own_version(),
        tesseract=tesseract,
        models={name: _fingerprint(ROOT / folder) for name, folder in MODELS.items()},
    )


def own_version() -> str:
    """The version of the installed program, or of the checkout it runs from."""
    project = ROOT / "pyproject.toml"
    if project.exists():
        return str(tomllib.loads(project.read_text("utf-8"))["project"]["version"])
    try:
        return version("muragat")
    except PackageNotFoundError:
        return "unknown"


def _fingerprint(folder: Path) -> str:
    """Twelve hex digits of the names and contents of all files below a folder."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
