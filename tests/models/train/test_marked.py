"""Marked passages are read exactly or refused with the line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from document import Label, Language
from models.train.marked import MarkError, read_marked, read_written, unmarked
from models.train.passages import Passage


def spans(marked: str) -> list[str]:
    text, entities = unmarked(marked)
    return [f"{label.value} {text[start:end]}" for start, end, label in entities]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("[PERSON Nikolai Orlov] was born in [LOC Kazan].", ["PERSON Nikolai Orlov", "LOC Kazan"]),
        ("[PERSON Әлімғазы Өтеғұлұлы] [LOC Үржар ауданына] келді", ["PERSON Әлімғазы Өтеғұлұлы", "LOC Үржар ауданына"]),
        ("as shown [10; 14], p. 5 [sic]", []),
        ("[ORG НКВД [СССР]] и [ред.]", ["ORG НКВД [СССР]"]),
        ("[CAMP Карлаг]-ке", ["CAMP Карлаг"]),
        ("[PERSON Orlov\nNikolai]", ["PERSON Orlov\nNikolai"]),
    ],
)
def test_marks_are_read(marked: str, found: list[str]) -> None:
    assert spans(marked) == found


def test_the_text_is_left_as_it_is() -> None:
    text, _ = unmarked("  [PERSON Orlov] came [12] to  [LOC Kazan] . ")
    assert text == "  Orlov came [12] to  Kazan . "


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("came [PERSON Orlov to Kazan", "never closed"),
        ("came Orlov] to Kazan", "never opened"),
        ("[PERSN Orlov] came", "no label"),
        ("[ORG Council of [LOC Kazan]] met", "inside another"),
        ("[PERSON  Orlov] came", "blanks"),
        ("[PERSON Orlov ] came", "blanks"),
        ("[PERSON ] came", "nothing"),
    ],
)
def test_bad_marks_are_refused_with_their_line(marked: str, reason: str, tmp_path: Path) -> None:
    file = tmp_path / "en.txt"
    file.write_text(f"A first passage.\n\nA line without marks.\n{marked}\n", encoding="utf-8")
    with pytest.raises(MarkError, match=rf"en\.txt, line 4: .*{reason}"):
        list(read_marked(file, Language.EN))


def test_a_blank_line_ends_a_passage_and_a_single_break_does_not(tmp_path: Path) -> None:
    file = tmp_path / "ru.txt"
    file.write_text("[PERSON Орлов]\nприбыл\n\n \nв [LOC Казань]\n", encoding="utf-8")
    assert list(read_marked(file, Language.RU)) == [
        Passage(Language.RU, "written", "Орлов\nприбыл", ((0, 5, Label.PERSON),)),
        Passage(Language.RU, "written", "в Казань", ((2, 8, Label.LOC),)),
    ]


@given(st.lists(st.tuples(st.text("абвқңіABC .,;\n"), st.sampled_from(Label), st.text("ЕжовҚңі", min_size=1))))
def test_marking_and_reading_is_the_identity(parts: list[tuple[str, Label, str]]) -> None:
    text, entities = unmarked("".join(f"{before}[{label.value} {name}]" for before, label, name in parts))
    assert text == "".join(before + name for before, _, name in parts)
    assert [(label, text[start:end]) for start, end, label in entities] == [(label, name) for _, label, name in parts]


def test_all_written_passages_load() -> None:
    assert all(passage.text.strip() for passage in read_written())
