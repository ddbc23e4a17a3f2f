"""The profiles can be made again, and not from what they are measured on."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.train import language
from models.train.language import LATIN_OF_1929, OURS, PROFILES, SHARED, held_out, training_sentences


def test_about_half_is_held_out_alike_in_all_languages() -> None:
    numbers = [f"ntrex-{number:04}" for number in range(1000)]
    kept = [held_out(f"{number}-ky") for number in numbers]
    assert kept == [held_out(f"{number}-tt") for number in numbers]
    assert 450 < sum(kept) < 550


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [("қазақ ауылы", "qazaq avьlь"), ("өнер мен ғылым", "ɵner men ƣьlьm"), ("үш әже", "yc əçe"), ("һәм ұя", "həm uja")],
)
def test_kazakh_in_the_letters_of_1929(cyrillic: str, latin: str) -> None:
    assert cyrillic.translate(LATIN_OF_1929) == latin


@pytest.mark.skipif(not (SHARED / "langid").is_dir(), reason="the sentences to learn from are not here")
def test_nothing_measured_is_learned_from() -> None:
    for sentence in training_sentences():
        measured = sentence.id.startswith("ntrex") and (sentence.lang in OURS or held_out(sentence.id))
        assert not measured, sentence.id


@pytest.mark.slow
@pytest.mark.skipif(not (SHARED / "langid").is_dir(), reason="the sentences to learn from are not here")
def test_training_makes_the_profiles_that_lie_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "PROFILES", tmp_path)
    language.main()
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in PROFILES.iterdir()}
