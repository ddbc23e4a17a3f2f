"""`muragat export` on a folder that a real run wrote: every format, corrections, what cannot be exported."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import cli
from document import Label
from pipelines.corrections import Change, Correction, Marked, append, digest_of, now
from pipelines.exports.formats import Format
from pipelines.outputs import read_outputs

ROOT = Path(__file__).resolve().parent.parent
PDFTOTEXT = shutil.which("pdftotext")
FOLDERS = {"csv", "parquet", "tei", "alto", "hocr", "searchable-pdf"}


def muragat(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "cli.py"), *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture(scope="module", name="out")
def a_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scanned petition with lines askew, and a note that has no pages on paper."""
    out = tmp_path_factory.mktemp("шығыс")
    done = muragat("run", ROOT / "samples/letter-kk.pdf", ROOT / "samples/note.txt", "-o", out, "-j", "1", "-q")
    assert done.returncode == 0, done.stderr
    return out


def test_the_command_offers_every_format() -> None:
    assert set(cli.EXPORTS) == {each.value for each in Format}


@pytest.mark.slow
@pytest.mark.parametrize("to", sorted(each.value for each in Format))
def test_each_format_is_written_as_a_file_or_a_folder(out: Path, tmp_path: Path, to: str) -> None:
    target = tmp_path / "экспорт"
    done = muragat("export", out, "--to", to, "-o", target)
    from_pages = to in {"alto", "hocr", "searchable-pdf"}
    assert done.returncode == (4 if from_pages else 0), done.stderr
    assert ("note.txt: plain text has no pages" in done.stderr) == from_pages
    assert target.is_dir() == (to in FOLDERS)


@pytest.mark.slow
@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed")
def test_the_words_of_the_records_are_found_in_the_searchable_pdf(out: Path, tmp_path: Path) -> None:
    muragat("export", out, "--to", "searchable-pdf", "-o", tmp_path)
    made = tmp_path / "letter-kk.pdf"
    found = subprocess.run([str(PDFTOTEXT), "-raw", str(made), "-"], check=True, capture_output=True, text=True).stdout
    (output,) = (each for each in read_outputs([out]) if each.name == "letter-kk.pdf")
    words = [word for section in output.sections for word in section.text.split()]
    seen = set(found.split())
    assert sum(word in seen for word in words) >= 0.99 * len(words)
    assert made.stat().st_size <= 1.1 * (ROOT / "samples/letter-kk.pdf").stat().st_size


@pytest.mark.slow
def test_corrections_are_exported_when_asked_for_and_as_passages(out: Path, tmp_path: Path) -> None:
    shutil.copytree(out, tmp_path / "out")
    (note,) = (each for each in read_outputs([out]) if each.name == "note.txt")
    section = next(each for each in note.sections if each.blocks)
    block = section.blocks[0]
    text = section.text[block.start : block.end]
    free = next(
        each
        for each in re.finditer(r"\w+", text)
        if all(
            mention.end <= block.start + each.start() or mention.start >= block.start + each.end()
            for mention in section.entities
        )
    )
    mark = Marked(free.start(), free.end(), Label.LOC, free.group())
    append(
        tmp_path / "out",
        Correction("", now(), "А. Оқырман", note.document.id, Change.ADD, block.page, digest_of(text), None, mark),
    )
    counts = {}
    for flag in ("--corrected", ""):
        target = tmp_path / f"tasks{flag}.json"
        assert (
            muragat("export", tmp_path / "out", "--to", "labelstudio", "-o", target, *filter(None, [flag])).returncode
            == 0
        )
        tasks = json.loads(target.read_text("utf-8"))
        counts[flag] = sum(len(task["predictions"][0]["result"]) for task in tasks)
    assert counts["--corrected"] == counts[""] + 1
    muragat("export", tmp_path / "out", "--to", "gold", "-o", tmp_path / "gold.jsonl")
    (passage,) = map(json.loads, (tmp_path / "gold.jsonl").read_text("utf-8").splitlines())
    assert passage["text"] == text
    assert [free.start(), free.end(), "LOC"] in passage["entities"]


@pytest.mark.slow
def test_a_vanished_or_changed_input_is_said_and_the_rest_exported(tmp_path: Path) -> None:
    inputs, out = tmp_path / "кіріс", tmp_path / "шығыс"
    inputs.mkdir()
    for name in ("бір.pdf", "екі.pdf", "үш.pdf"):
        shutil.copy(ROOT / "samples/lookalikes-kk.pdf", inputs / name)
    (inputs / "екі.pdf").write_bytes((inputs / "екі.pdf").read_bytes() + b"\n")
    assert muragat("run", inputs, "-o", out, "-j", "1", "-q").returncode == 0
    (inputs / "бір.pdf").unlink()
    (inputs / "екі.pdf").write_bytes(b"%PDF-1.7 something else")
    done = muragat("export", out, "--to", "searchable-pdf", "-o", tmp_path / "pdf")
    assert done.returncode == 4
    assert "бір.pdf: " in done.stderr
    assert "екі.pdf is no longer what was read" in done.stderr
    assert sorted(path.name for path in (tmp_path / "pdf").iterdir()) == ["үш.pdf"]


@pytest.mark.slow
def test_pages_no_longer_kept_are_said(out: Path, tmp_path: Path) -> None:
    shutil.copytree(out, tmp_path / "out")
    shutil.rmtree(tmp_path / "out/.muragat")
    done = muragat("export", tmp_path / "out", "--to", "alto", "-o", tmp_path / "alto")
    assert done.returncode == 5
    assert "letter-kk.pdf: its pages are not kept" in done.stderr
    assert "nothing was exported as alto; documents left out: 2" in done.stderr
