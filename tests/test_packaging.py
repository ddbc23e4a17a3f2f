"""The wheel holds every package and nothing that only happens to lie at the root."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOT_SHIPPED = {"bench", "models.train", "samples", "scripts", "tests"}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS = ("dask", "export", "review")
# Its files are read, it is never imported.
ONLY_FILES = {"natasha"}


def _packages_on_disk() -> set[str]:
    folders = (path.parent.relative_to(ROOT) for path in ROOT.glob("*/**/__init__.py"))
    return {".".join(folder.parts) for folder in folders if not folder.parts[0].startswith(".")}


def test_every_package_is_listed() -> None:
    listed = PROJECT["tool"]["setuptools"]["packages"]
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


def _imported() -> set[str]:
    """The modules of others that what is shipped imports, wherever in it."""
    shipped = [
        *ROOT.glob("*.py"),
        *(path for part in ("ingest", "models", "pipelines") for path in (ROOT / part).rglob("*.py")),
    ]
    names: set[str] = set()
    for path in (path for path in shipped if "train" not in path.parts):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.partition(".")[0])
    ours = {path.stem for path in ROOT.glob("*.py")} | {"ingest", "models", "pipelines"}
    return names - ours - sys.stdlib_module_names


def _normal(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~\[ ]", requirement)[0]).lower()


def test_what_is_imported_is_declared_and_nothing_else() -> None:
    project = PROJECT["project"]
    extras = (requirement for extra in EXTRAS for requirement in project["optional-dependencies"][extra])
    declared = {_normal(requirement) for requirement in (*project["dependencies"], *extras)}
    installs = {module: {_normal(name) for name in names} for module, names in packages_distributions().items()}
    imported = {module: installs.get(module, set()) for module in _imported()}
    assert {module for module, names in imported.items() if not names & declared} == set()
    assert declared - ONLY_FILES - set().union(*imported.values()) == set()
