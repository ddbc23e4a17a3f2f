"""What was kept is found again under the same key, and what changes results changes the key."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import msgspec
import pytest

from document import Engine, Language, Mode, Settings
from pipelines import keys
from pipelines.keys import Keys, make_keys
from pipelines.records import ProducerRecord

PRODUCER = ProducerRecord("0.1", "5.5.0", {"names": "00"})
PROJECT = Path(__file__).parents[2] / "pyproject.toml"
# Whatever their version, results are the same: commands, the shape of JSON, distances that have one answer.
NO_MATTER = {"click", "confection", "msgspec", "rapidfuzz", "rich"}


@pytest.fixture(autouse=True)
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of few files in place of this one, and a Tesseract that answers at once."""
    for name in ("document.py", "ingest/pdf.py", "models/names/crf.py", "pipelines/records.py", "pipelines/batch.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", "utf-8")
    monkeypatch.setattr(keys, "ROOT", tmp_path)
    monkeypatch.setattr(keys, "describe_recognizer", lambda settings: ("5.5.0", "00"))
    return tmp_path


def made(settings: Settings | None = None, producer: ProducerRecord = PRODUCER) -> Keys:
    return make_keys(settings or Settings(), producer)


BEFORE = Settings()


@pytest.mark.parametrize(
    "settings",
    [
        Settings(languages=(Language.RU,)),
        Settings(languages=(Language.RU, Language.KK, Language.EN)),
        Settings(mode=Mode.FORCE_OCR),
        Settings(engine=Engine.PYTESSERACT),
    ],
)
def test_settings_of_reading_redo_pages(settings: Settings) -> None:
    assert made(settings).pages != made().pages
    assert made(settings).files != made().files


def test_a_choice_of_pages_redoes_no_page() -> None:
    chosen = made(Settings(pages=((1, 3),)))
    assert chosen.pages == made().pages
    assert chosen.files != made().files


@pytest.mark.parametrize(
    "settings", [Settings(max_image_mpixels=1.0), Settings(max_pages=1), Settings(max_text_mbytes=1)]
)
def test_limits_are_no_part_of_keys(settings: Settings) -> None:
    assert made(settings) == made()


def test_other_models_of_names_redo_no_page() -> None:
    other = made(producer=msgspec.structs.replace(PRODUCER, models={"names": "01"}))
    assert other.pages == made().pages
    assert other.files != made().files


@pytest.mark.parametrize(
    ("file", "pages", "files"),
    [
        ("ingest/pdf.py", True, True),
        ("document.py", True, True),
        ("values.py", False, True),
        ("ingest/new.py", True, True),
        ("models/names/crf.py", False, True),
        ("pipelines/records.py", False, True),
        ("pipelines/batch.py", False, False),
        ("models/train/names.py", False, False),
        ("cli.py", False, False),
    ],
)
def test_changed_code_redoes_what_it_made(program: Path, file: str, pages: bool, files: bool) -> None:
    before = made()
    (program / file).parent.mkdir(parents=True, exist_ok=True)
    (program / file).write_text("# өзгерді", "utf-8")
    assert (made().pages != before.pages, made().files != before.files) == (pages, files)


def test_another_tesseract_redoes_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    before = made()
    monkeypatch.setattr(keys, "describe_recognizer", lambda settings: ("5.5.0", "01"))
    assert made().pages != before.pages


def test_another_reader_of_pdf_redoes_pages_and_another_tagger_files(monkeypatch: pytest.MonkeyPatch) -> None:
    before, versions = made(), {"pypdfium2": "5.0", "spacy": "3.8"}
    monkeypatch.setattr(keys, "version", lambda package: versions.get(package, "1"))
    first = made()
    assert first.pages != before.pages
    versions["spacy"] = "3.9"
    assert made().pages == first.pages
    assert made().files != first.files
    versions["pypdfium2"] = "5.1"
    assert made().pages != first.pages


def test_every_package_changes_results_or_is_known_not_to() -> None:
    wanted = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["dependencies"]
    names = {re.split(r"[\[<>=~]", each)[0] for each in wanted}
    assert names - set(keys.package_versions()) == NO_MATTER
