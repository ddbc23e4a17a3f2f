"""The command line's promises: streams, files and exit codes, by the real command."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXT = "КІРІСПЕ\n\n1937 жылғы 25 шілдеде Ахмет Оспанов Қарағанды қаласында тұтқынға алынды.\n"


def muragat(*arguments: str | Path, stdin: str = "", folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "cli.py"), *map(str, arguments)]
    return subprocess.run(command, cwd=folder, input=stdin, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "Ұлы дала хаты.txt"
    path.write_text(TEXT, "utf-8")
    return path


def kinds(lines: str) -> list[str]:
    return [json.loads(line)["kind"] for line in lines.splitlines()]


def test_a_run_writes_a_file_for_each_input_and_a_report(letter: Path, tmp_path: Path) -> None:
    done = muragat("run", letter, "-o", tmp_path / "out", "-j", "1")
    assert (done.returncode, done.stdout) == (0, "")
    document, *sections = map(json.loads, (tmp_path / "out" / f"{letter.name}.jsonl").read_text("utf-8").splitlines())
    assert document["source"]["path"] == letter.name
    assert document["languages"] == {"kk": 1.0}
    assert [section["title"] for section in sections] == ["КІРІСПЕ"]
    report = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))
    assert (report["finished"], report["totals"]["done"]) == (True, 1)
    assert muragat("validate", tmp_path / "out" / f"{letter.name}.jsonl").returncode == 0


def test_records_go_to_standard_output_and_talk_does_not(letter: Path) -> None:
    done = muragat("run", letter, letter.name, "-o", "-", "-j", "1", folder=letter.parent)
    assert kinds(done.stdout) == ["document", "section", "document", "section"]
    assert "inputs: 2" in done.stderr


def test_a_second_run_does_nothing_again(letter: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    muragat("run", letter, "-o", out, "-j", "1")
    written = (out / f"{letter.name}.jsonl").stat().st_mtime_ns
    assert muragat("run", letter, "-o", out, "-j", "1").returncode == 0
    assert (out / f"{letter.name}.jsonl").stat().st_mtime_ns == written


def test_what_cannot_be_read_is_said_and_the_rest_is_done(letter: Path, tmp_path: Path) -> None:
    (tmp_path / "бос.pdf").touch()
    (tmp_path / "сынық.pdf").write_bytes(b"%PDF-1.7\nnothing that follows\n")
    missing = tmp_path / "жоқ.pdf"
    inputs = (missing, tmp_path / "бос.pdf", tmp_path / "сынық.pdf", letter)
    done = muragat("run", *inputs, "-o", tmp_path / "out", "-j", "1")
    assert done.returncode == 4
    assert "Traceback" not in done.stderr
    for name in ("жоқ.pdf", "бос.pdf", "сынық.pdf"):
        assert any(name in line for line in done.stderr.splitlines())
    assert sorted(path.name for path in (tmp_path / "out").glob("*.jsonl")) == [f"{letter.name}.jsonl"]


def test_nothing_done_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = muragat("run", tmp_path / "empty", "-o", tmp_path / "out", "-j", "1")
    assert done.returncode == 5
    assert "empty" in done.stderr


def test_an_output_that_is_no_folder_is_said(letter: Path) -> None:
    done = muragat("run", letter, "-o", letter / "out", "-j", "1")
    assert done.returncode == 5
    assert done.stderr.startswith("muragat: cannot write")
    assert "Traceback" not in done.stderr


def test_a_missing_language_pack_names_the_command(letter: Path, tmp_path: Path) -> None:
    packs = tmp_path / "packs"
    packs.mkdir()
    command = [sys.executable, str(ROOT / "cli.py"), "run", str(letter), "-o", str(tmp_path / "out"), "-j", "1"]
    environment = {**os.environ, "TESSDATA_PREFIX": str(packs)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 3
    assert "apt-get install" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("run",),
        ("run", "x.pdf"),
        ("run", "x.pdf", "-o", "out", "--pages", "3-1"),
        ("run", "x.pdf", "-o", "out", "-l", "tt"),
        ("run", "x.pdf", "-o", "out", "--mode", "guess"),
        ("nothing",),
    ],
)
def test_wrong_usage_is_2(arguments: tuple[str, ...]) -> None:
    assert muragat(*arguments).returncode == 2


def test_tag_keeps_order_and_keys_and_names_bad_lines() -> None:
    lines = ['{"id": 1, "text": "Ахмет Оспанов 1937 жылы келді."}', "{", '{"id": 2, "text": "", "lang": "ru"}']
    done = muragat("tag", stdin="\n".join(lines))
    first, second = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 4
    assert "<stdin>:2: not JSON" in done.stderr
    assert (first["id"], first["lang"], second["id"], second["lang"]) == (1, "kk", 2, "ru")
    assert [(found["label"], found["value"]) for found in first["entities"] if found["label"] == "DATE"] == [
        ("DATE", {"edtf": "1937"})
    ]
    assert all(first["text"][found["start"] : found["end"]] == found["text"] for found in first["entities"])


def test_tag_reads_a_text_file(letter: Path) -> None:
    done = muragat("tag", letter)
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == TEXT.split("\n")[::2][:2]


def test_schema_is_the_published_one() -> None:
    assert muragat("schema").stdout == (ROOT / "muragat.schema.json").read_text("utf-8")


def test_doctor_finds_everything_here() -> None:
    done = muragat("doctor")
    assert done.returncode == 0, done.stdout
    assert "missing" not in done.stdout


def test_version_and_help_answer() -> None:
    assert muragat("version").stdout.startswith("muragat 0.")
    assert "Usage" in muragat("--help").stdout


def test_show_is_readable(letter: Path, tmp_path: Path) -> None:
    muragat("run", letter, "-o", tmp_path / "out", "-j", "1")
    shown = muragat("show", tmp_path / "out", "--section", "best").stdout
    assert "Оспанов" in shown
    assert "1937-07-25" in shown


def test_interrupted_is_130_and_goes_on(letter: Path, tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "cli.py"), "run", str(letter), "-o", str(tmp_path / "out"), "-j", "1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as running:
        while not (tmp_path / "out" / "run.json").exists():
            time.sleep(0.05)
        os.killpg(running.pid, signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "interrupted" in said
    assert muragat(*command[2:]).returncode == 0
    assert [path.name for path in (tmp_path / "out").glob("*.jsonl")] == [f"{letter.name}.jsonl"]
