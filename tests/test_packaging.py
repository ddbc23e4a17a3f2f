"""The wheel holds every package with its data, and nothing that only happens to lie at the root."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from fnmatch import fnmatch
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ("ingest", "models", "pipelines")
NOT_SHIPPED = ROOT / "models" / "train"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DATA = PROJECT["tool"]["setuptools"]["package-data"]
EXTRAS = ("dask", "export", "review")
# Its files are read, it is never imported.
ONLY_FILES = {"natasha"}


def _files() -> list[Path]:
    """Everything below the folders that are shipped, relative to the root."""
    found = (path for part in SHIPPED for path in (ROOT / part).rglob("*") if path.is_file())
    return [
        path.relative_to(ROOT)
        for path in found
        if "__pycache__" not in path.parts and not path.is_relative_to(NOT_SHIPPED)
    ]


def _package(folder: Path) -> str:
    return ".".join(("muragat", *folder.parts))


def test_every_folder_is_listed() -> None:
    listed = PROJECT["tool"]["setuptools"]["packages"]
    assert sorted(listed) == sorted({"muragat", *(_package(path.parent) for path in _files())})


def test_every_file_of_data_is_shipped() -> None:
    data = [path for path in _files() if path.suffix != ".py"]
    assert data
    assert [
        str(path)
        for path in data
        if not any(fnmatch(path.name, pattern) for pattern in DATA.get(_package(path.parent), ()))
    ] == []


@pytest.mark.slow
def test_the_wheel_holds_what_the_checkout_does_and_is_made_without_a_warning(tmp_path: Path) -> None:
    copy = tmp_path / "көшірме"
    for part in SHIPPED:
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    at_root = [path.name for path in ROOT.iterdir() if path.suffix in {".py", ".json", ".toml", ".md"}]
    for name in (*at_root, "LICENSE"):
        shutil.copy(ROOT / name, copy)
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(copy)]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Warning" not in done.stdout + done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    root = {name for name in at_root if name.endswith((".py", ".schema.json"))}
    assert names == {f"muragat/{name}" for name in root | {path.as_posix() for path in _files()}}


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
