"""Imports run one way: cli → pipelines → ingest, models → document, errors; values are met through document."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ALLOWED = {
    "values": set[str](),
    "document": {"values"},
    "errors": {"document"},
    "ingest": {"document", "errors", "ingest"},
    "models": {"document", "errors", "models"},
    "pipelines": {"document", "errors", "ingest", "models", "pipelines"},
    "cli": {"document", "errors", "pipelines"},
}
# Where each foreign tool is met. Others hand its results on in types of our own.
MET_IN_ONE_MODULE = [
    *("tesserocr", "pytesseract", "pypdfium2", "pdfplumber", "pdfminer", "PIL", "distributed"),
    *("langdetect", "slovnet", "navec", "razdel", "blis", "pymorphy3", "pycrfsuite", "rapidfuzz"),
    *("lxml", "img2pdf", "fontTools", "pyarrow", "jinja2", "starlette", "uvicorn"),
]


def _modules(part: str) -> list[Path]:
    single = ROOT / f"{part}.py"
    return [single] if single.exists() else sorted((ROOT / part).rglob("*.py"))


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def _imported(path: Path) -> frozenset[str]:
    """Modules that are imported as such, or that names are taken from, with the packages around them."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.update((node.module, *(f"{node.module}.{alias.name}" for alias in node.names)))
    return frozenset(names | {name.partition(".")[0] for name in names})


@pytest.mark.parametrize("part", ALLOWED)
def test_imports_run_one_way(part: str) -> None:
    wrong = {
        str(path.relative_to(ROOT)): sorted(found)
        for path in _modules(part)
        if (found := (_imported(path) & ALLOWED.keys()) - ALLOWED[part]) and "train" not in path.parts
    }
    assert wrong == {}


def test_no_modules_import_each_other_in_a_circle() -> None:
    modules = {path: _name(path) for part in ALLOWED for path in _modules(part)}
    known = set(modules.values())
    graph = {name: (_imported(path) & known) - {name} for path, name in modules.items()}
    assert list(TopologicalSorter(graph).static_order())  # CycleError names the circle


@pytest.mark.parametrize("tool", MET_IN_ONE_MODULE)
def test_a_foreign_tool_is_met_in_one_module(tool: str) -> None:
    parts = ("ingest", "models", "pipelines")
    modules = (path for part in parts for path in _modules(part) if "train" not in path.parts)
    meeting = [str(path.relative_to(ROOT)) for path in modules if tool in _imported(path)]
    assert len(meeting) == 1, meeting


def test_help_waits_for_no_model() -> None:
    heavy = ("spacy", "cv2", "tesserocr", "pdfplumber")
    program = f"import sys, cli; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
