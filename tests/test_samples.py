"""The whole program on the samples, as a user starts it, against what was written on their pages."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
EXPECTED = SAMPLES / "expected"
SCHEMA = ROOT / "muragat.schema.json"

# Read with every change; the others take the recogniser half a minute.
FAST = ("article-en", "certificate-kk", "lookalikes-kk", "note")
SLOW = (
    "garbage-layer-ru",
    "letter-kk",
    "memorial-list",
    "open-book-kk",
    "order-ru",
    "photo-en",
    "questionnaire-ru",
    "three-languages",
    "troika-ru",
    "two-columns-kk",
)
# The same after one letter misread in ten.
ALIKE = 90.0


@dataclass(frozen=True)
class Floor:
    """What a sample must reach: most wrong characters by page, least entities found and least right among them."""

    wrong: float = 0.03
    found: float = 0.60
    right: float = 0.60


# All samples together, each entity as it was written or nearly so.
FOUND, RIGHT = 0.80, 0.80

FLOORS = {
    "article-en": Floor(wrong=0.002),
    "lookalikes-kk": Floor(wrong=0.005),
    "note": Floor(wrong=0.0),
    # Tesseract passes over the numbers 1. to 8., which stand in a column of their own.
    "questionnaire-ru": Floor(wrong=0.10),
}


@dataclass(frozen=True)
class Outcome:
    """The records written for one sample and what was expected of them."""

    name: str
    expected: dict[str, Any]
    lines: list[str]

    @cached_property
    def records(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.lines]

    @property
    def document(self) -> dict[str, Any]:
        return self.records[0]

    @property
    def sections(self) -> list[dict[str, Any]]:
        return self.records[1:]

    @property
    def floor(self) -> Floor:
        return FLOORS.get(self.name, Floor())

    def page_text(self, page: int, furniture: bool) -> str:
        """What was read on a page, in reading order, of its running text or of what stands outside it."""
        return plain(
            " ".join(
                section["text"][block["start"] : block["end"]]
                for section in self.sections
                for block in section["blocks"]
                if block["page"] == page and (block["role"] == "furniture") == furniture
            )
        )

    @property
    def entities(self) -> list[tuple[str, str]]:
        return [(entity["label"], plain(entity["text"])) for section in self.sections for entity in section["entities"]]


class Program:
    """Runs the command, each set of samples once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._done: dict[tuple[str, ...], Path] = {}

    def outcome(self, name: str) -> Outcome:
        """The records of a sample; a missing expected file is an error, never written here."""
        expected = json.loads((EXPECTED / f"{name}.json").read_text(encoding="utf-8"))
        folder = self._run(FAST if name in FAST else SLOW)
        lines = (folder / f"{expected['file']}.jsonl").read_text(encoding="utf-8").splitlines()
        return Outcome(name, expected, lines)

    def _run(self, names: tuple[str, ...]) -> Path:
        if names not in self._done:
            folder = self._folder / names[0]
            done = command(*files_of(names), "-o", str(folder))
            assert done.returncode == 0, done.stderr.decode()
            self._done[names] = folder
        return self._done[names]


def command(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    """`python cli.py run …` as a user starts it from the checkout."""
    return subprocess.run([sys.executable, "cli.py", "run", *arguments], cwd=ROOT, capture_output=True, check=False)


def files_of(names: tuple[str, ...]) -> list[str]:
    """Paths of samples, relative to the root."""
    files = [json.loads((EXPECTED / f"{name}.json").read_text(encoding="utf-8"))["file"] for name in names]
    return [f"samples/{file}" for file in files]


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    return Program(tmp_path_factory.mktemp("samples"))


@pytest.fixture(params=[*FAST, *(pytest.param(name, marks=pytest.mark.slow) for name in SLOW)])
def outcome(request: pytest.FixtureRequest, program: Program) -> Outcome:
    return program.outcome(request.param)


def test_every_sample_is_expected_and_tested() -> None:
    names = {path.stem for path in EXPECTED.glob("*.json")}
    files = {json.loads(path.read_text(encoding="utf-8"))["file"] for path in EXPECTED.glob("*.json")}
    suffixes = {".pdf", ".tiff", ".jpg", ".png", ".txt"}
    assert names == {*FAST, *SLOW}
    assert files == {path.name for path in SAMPLES.iterdir() if path.suffix in suffixes}
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
    assert [file for file in sorted(files) if f"| {file} |" not in readme] == []


def test_expected_files_are_those_of_the_texts() -> None:
    check = [sys.executable, "samples/make.py", "--check"]
    done = subprocess.run(check, cwd=ROOT, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


def test_samples_are_small() -> None:
    assert [path.name for path in SAMPLES.iterdir() if path.is_file() and path.stat().st_size > 400_000] == []


def test_records_keep_to_the_schema(outcome: Outcome) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    for record in outcome.records:
        validator.validate(record)
    assert [record["kind"] for record in outcome.records[:2]] == ["document", "section"]
    assert outcome.document["failures"] == []


def test_pages_are_read_the_right_way(outcome: Outcome) -> None:
    pages = [(page["page"], page["method"], page["language"]) for page in outcome.document["pages"]]
    expected = [(page["page"], page["method"], page["language"]) for page in outcome.expected["pages"]]
    if outcome.name == "three-languages":  # its three abstracts are of nearly the same length
        pages, expected = [page[:2] for page in pages], [page[:2] for page in expected]  # type: ignore[misc]
    assert pages == expected
    assert all(page["reason"] for page in outcome.document["pages"])


def test_characters_are_right(outcome: Outcome) -> None:
    wrong = {}
    for page in outcome.expected["pages"]:
        want = plain(page["text"])
        read = outcome.page_text(page["page"], furniture=False)
        wrong[page["page"]] = Levenshtein.distance(read, want) / max(1, len(want))
    assert max(wrong.values()) <= outcome.floor.wrong, wrong


def test_page_numbers_stand_outside_the_text(outcome: Outcome) -> None:
    for page in outcome.expected["pages"]:
        assert outcome.page_text(page["page"], furniture=True) == plain(page["furniture"])


def test_languages_have_their_shares(outcome: Outcome) -> None:
    shares = outcome.document["languages"]
    assert set(shares) == set(outcome.expected["languages"])
    assert shares == pytest.approx(outcome.expected["languages"], abs=0.05)


def test_titles_are_found_with_their_roles(outcome: Outcome) -> None:
    found = [(section["role"], section["title"].strip(" :.;")) for section in outcome.sections]
    missing = [
        (role, title)
        for role, title in outcome.expected["titles"]
        if not any(fuzz.ratio(title.strip(" :"), other) >= ALIKE and role in ("", kind) for kind, other in found)
    ]
    assert missing == [], found


def compared(outcome: Outcome) -> tuple[int, list[tuple[str, str]], list[tuple[str, str]]]:
    """How many of the entities expected were found, which were not, and which were found besides."""
    besides = list(outcome.entities)
    missed = []
    for label, text in outcome.expected["entities"]:
        match = next((each for each in besides if each[0] == label and fuzz.ratio(each[1], text) >= ALIKE), None)
        if match is None:
            missed.append((label, text))
        else:
            besides.remove(match)
    return len(outcome.expected["entities"]) - len(missed), missed, besides


def test_entities_are_found(outcome: Outcome) -> None:
    hits, missed, besides = compared(outcome)
    assert hits / (hits + len(missed)) >= outcome.floor.found, f"missed {missed}"
    assert hits / (hits + len(besides)) >= outcome.floor.right, f"not there {besides}"


@pytest.mark.slow
def test_entities_of_all_samples_are_found(program: Program) -> None:
    counts = [compared(program.outcome(name)) for name in (*FAST, *SLOW)]
    hits = sum(each[0] for each in counts)
    assert hits / (hits + sum(len(missed) for _, missed, _ in counts)) >= FOUND
    assert hits / (hits + sum(len(besides) for _, _, besides in counts)) >= RIGHT


def test_offsets_are_exact(outcome: Outcome) -> None:
    for section in outcome.sections:
        text = section["text"]
        assert [text[each["start"] : each["end"]] for each in section["entities"]] == [
            each["text"] for each in section["entities"]
        ]
        assert all(before["end"] <= after["start"] for before, after in pairwise(section["entities"]))
        ends = [(0, 0), *((block["start"], block["end"]) for block in section["blocks"])]
        gaps = [text[before[1] : after[0]] for before, after in pairwise(ends)]
        assert set(gaps[1:]) <= {"\n", " "}
        assert gaps[0] == ""
        assert ends[-1][1] == len(text)


def test_places_lie_on_their_pages(outcome: Outcome) -> None:
    sizes = {page["page"]: (page["width"], page["height"]) for page in outcome.document["pages"]}
    for section in outcome.sections:
        for place in [*section["blocks"], *section["entities"]]:
            if outcome.name == "note":
                assert (place["page"], place["box"]) == (1, None)
                continue
            left, top, right, bottom = place["box"]
            width, height = sizes[place["page"]]
            # The shape of a skewed block, turned back, may stand out of the page by a little.
            assert -5 <= left < right <= width + 5
            assert -5 <= top < bottom <= height + 5


@pytest.mark.slow
def test_standard_output_has_the_same_records(program: Program) -> None:
    written = program.outcome("note").lines
    done = command(*files_of(("note",)), "-o", "-", "-j", "1")
    assert done.returncode == 0
    assert done.stdout.decode("utf-8").splitlines() == written
