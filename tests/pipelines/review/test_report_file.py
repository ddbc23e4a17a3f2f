"""The report to send, and what the two commands say where they cannot work."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import cli
from errors import ExitCode, OutputError
from pipelines.review.pages import LANGUAGES
from pipelines.review.report_file import write_report_file
from pipelines.review.server import HOST, serve


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_is_one_file_that_loads_nothing(out: Path, tmp_path: Path, language: str) -> None:
    target = tmp_path / "есеп.html"
    write_report_file(out, target, language)
    page = target.read_text("utf-8")
    assert f'<html lang="{language}">' in page
    for name in ("хат/екінші.pdf", "бүлінген.pdf", "a line is cut off"):
        assert name in page
    for loading in ("<script", "<img", "<link", "src=", "href=", "url(", "@import", "http://", "https://"):
        assert loading not in page, loading
    assert "&lt;b&gt;torn&lt;/b&gt;" in page


def test_the_same_records_give_the_same_report(out: Path, tmp_path: Path) -> None:
    for name in ("а.html", "б.html"):
        write_report_file(out, tmp_path / name, "kk")
    assert (tmp_path / "а.html").read_bytes() == (tmp_path / "б.html").read_bytes()


def test_a_report_that_cannot_be_written_is_said(out: Path, tmp_path: Path) -> None:
    (tmp_path / "қалта").write_text("файл")
    answer = CliRunner().invoke(cli.main, ["report", str(out), "-o", str(tmp_path / "қалта" / "есеп.html")])
    assert answer.exit_code == ExitCode.NOTHING_DONE
    assert "cannot write" in answer.stderr


def test_a_port_that_is_taken_is_said(out: Path) -> None:
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        with pytest.raises(OutputError, match="choose another with --port"):
            serve(out, other.getsockname()[1], lambda _: None)


@pytest.mark.parametrize("command", [["review"], ["report", "-o", "есеп.html"]])
def test_what_is_not_installed_is_named_with_what_installs_it(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in sys.modules if name.startswith(("pipelines.review.", "jinja2"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "jinja2", None)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    answer = CliRunner().invoke(cli.main, [command[0], str(out), *command[1:]])
    assert answer.exit_code == ExitCode.MISSING_TOOL
    assert "pip install 'muragat[review]'" in answer.stderr
