"""Markings from outside fit their text or are refused with the line."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from document import Label, Language
from models.train.marked import MarkError
from models.train.passages import Passage
from models.train.standoff import TEXTS, read_standoff

TEXT = "Алғы сөз. Нұрбек Сидоров Үржарда туған, Алматыда оқыған. Соңы."
PASSAGE = TEXT[10:57]


def line(**changes: object) -> str:
    marking = {
        "source": "work.txt",
        "start": 10,
        "end": 57,
        "sha256": hashlib.sha256(PASSAGE.encode()).hexdigest(),
        "entities": [[0, 14, "PERSON"], [15, 22, "LOC"]],
    }
    return json.dumps(marking | changes)


def written(folder: Path, *lines: str) -> Path:
    (folder / "work.txt").write_text(TEXT, encoding="utf-8")
    file = folder / "seeds.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_marked_passages_are_read_from_their_text(tmp_path: Path) -> None:
    (passage,) = read_standoff(written(tmp_path, line()), tmp_path)
    assert passage == Passage(Language.KK, "work.txt", PASSAGE, ((0, 14, Label.PERSON), (15, 22, Label.LOC)))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"start": 11}, "not what was marked"),
        ({"entities": [[0, 14, "PERSON"], [10, 22, "LOC"]]}, "overlaps"),
        ({"entities": [[0, 15, "PERSON"]]}, "blanks"),
        ({"entities": [[0, 99, "PERSON"]]}, "outside"),
        ({"entities": [[0, 14, "NAME"]]}, "NAME"),
        ({"source": "none.txt"}, r"none\.txt"),
    ],
)
def test_what_does_not_fit_is_refused(changes: dict[str, object], reason: str, tmp_path: Path) -> None:
    with pytest.raises(MarkError, match=rf"line 2: .*{reason}"):
        list(read_standoff(written(tmp_path, line(), line(**changes)), tmp_path))


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the marked documents are not here")
def test_all_markings_fit_their_texts() -> None:
    assert all(passage.text.strip() for passage in read_standoff())
