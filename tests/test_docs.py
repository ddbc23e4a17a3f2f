"""The documents keep up with the program, and speak of nothing but it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import click
import pytest

import cli

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(cli.main.commands))
def test_every_command_has_help_and_is_in_the_readme(name: str) -> None:
    assert cli.main.commands[name].help
    assert re.search(rf"`?muragat {name}\b", README)


def test_every_option_of_run_is_in_the_readme() -> None:
    options = [option for option in cli.main.commands["run"].params if isinstance(option, click.Option)]
    missing = [option.opts for option in options if not any(name in README for name in option.opts)]
    assert missing == []


def test_links_in_the_documents_lead_somewhere() -> None:
    for document in (path for path in ROOT.glob("**/*.md") if not path.relative_to(ROOT).parts[0].startswith(".")):
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text("utf-8")):
            assert (document.parent / target).exists(), f"{document.name} → {target}"


def test_commands_named_in_the_readme_are_executable() -> None:
    for name in ("scripts/demo", "scripts/test", "scripts/setup"):
        assert name in README
        assert (ROOT / name).stat().st_mode & 0o111


def test_scripts_are_sound_shell() -> None:
    for script in [*(ROOT / "scripts").iterdir(), ROOT / ".ci" / "run"]:
        subprocess.run(["bash", "-n", str(script)], check=True)  # noqa: S607 - whichever bash the user has
