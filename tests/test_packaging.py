"""The wheel holds every package and nothing that only happens to lie at the root."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOT_SHIPPED = {"bench", "models.train", "samples", "scripts", "tests"}


def _packages_on_disk() -> set[str]:
    folders = (path.parent.relative_to(ROOT) for path in ROOT.glob("*/**/__init__.py"))
    return {".".join(folder.parts) for folder in folders if not folder.parts[0].startswith(".")}


def test_every_package_is_listed() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"]
    expected = {"muragat"} | {f"muragat.{name}" for name in _packages_on_disk() - NOT_SHIPPED}
    assert set(listed) == expected


def test_root_holds_no_stray_modules() -> None:
    assert {path.name for path in ROOT.glob("*.py")} == {
        "__main__.py",
        "cli.py",
        "document.py",
        "errors.py",
        "values.py",
    }
