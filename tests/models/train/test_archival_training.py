"""The archival tagger is measured on stretches held out, and learning is repeatable."""

from __future__ import annotations

from pathlib import Path

import pytest

from document import Label, Language
from models.names.archival import Learner, open_weights
from models.train.folds import FOLDS, folds, stretches
from models.train.passages import Passage
from models.train.scores import strict_f1


def passage(text: str, *entities: tuple[int, int, Label]) -> Passage:
    return Passage(Language.KK, "work.txt", text, entities)


def test_neighbours_in_a_document_share_a_fold(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Бірінші еңбек. Ауылдан шыққан жолаушылар түнде жетті.", encoding="utf-8")
    (tmp_path / "two.txt").write_text("Екінші еңбек. Қаладағы зауытта жұмысшылар жиналды.", encoding="utf-8")
    placed = folds(
        [
            passage("Қаладағы зауытта жұмысшылар жиналды."),
            passage("АУЫЛДАН ШЫҚҚАН  ЖОЛАУШЫЛАР"),
            passage("Бірінші еңбек. Ауылдан шыққан"),
        ],
        tmp_path,
    )
    assert list(placed) == [1, 0, 0]


def test_passages_of_no_document_fall_into_folds_in_blocks(tmp_path: Path) -> None:
    placed = list(folds([passage(f"Жазба нөмірі {number} Сидоров") for number in range(100)], tmp_path))
    assert placed[:20] == [0] * 20
    assert set(placed) == set(range(FOLDS))


def test_invented_passages_fall_into_stretches_by_language() -> None:
    kazakh = [passage(f"Әңгіме {number}") for number in range(6)]
    english = [Passage(Language.EN, "written", f"Story {number}", ()) for number in range(3)]
    assert list(stretches([*kazakh[:4], *english, *kazakh[4:]])) == [0, 0, 1, 1, 0, 1, 2, 2, 2]


def taught() -> Learner:
    learner = Learner()
    for _ in range(20):
        learner.add([["word=қазан"], ["word=келді"]], ["B-LOC", "O"], 0)
        learner.add([["word=ежов"], ["word=келді"]], ["B-PERSON", "O"], 1)
    return learner


def test_a_group_left_out_is_not_learned_from(tmp_path: Path) -> None:
    learner = taught()
    learner.learn(tmp_path / "part", without=1)
    learner.learn(tmp_path / "whole")
    text = [["word=ежов"], ["word=келді"]]
    assert open_weights(tmp_path / "part").tag(text) != ["B-PERSON", "O"]
    assert open_weights(tmp_path / "whole").tag(text) == ["B-PERSON", "O"]


def test_learning_gives_the_same_bytes_again(tmp_path: Path) -> None:
    for name in ("one", "two"):
        taught().learn(tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize(
    ("found", "score"),
    [
        ({(0, 4, Label.PERSON)}, 1.0),
        ({(0, 3, Label.PERSON)}, 0.0),
        ({(0, 4, Label.PERSON), (5, 9, Label.PERSON)}, 0.667),
    ],
)
def test_only_the_same_span_and_label_is_right(found: set[tuple[int, int, Label]], score: float) -> None:
    marked = passage("Ежов Үржарда болды", (0, 4, Label.PERSON), (14, 18, Label.DATE))
    assert strict_f1([marked], [found], (Label.PERSON,)) == {"kk": {"PERSON": score}}
