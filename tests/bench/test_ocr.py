"""How the characters of a reading are counted, and how targets are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.ocr import Row, Score, compare
from bench.ocr_readers import Outcome, Readers
from bench.scans import Scan


def score(truth: str, read: str) -> Score:
    return compare(Scan("made", Path("made.pdf"), (truth,)), 0, Outcome((read,), 2.0))


@pytest.mark.parametrize(
    ("truth", "read", "wrong", "added"),
    [
        ("Әбдіраман Сүгірұлы", "Әбдіраман Сүгірұлы", 0, 0),
        ("тергеуші Өтепов", "тергеуіні Өтепов", 2, 0),
        ("III бөлім", "ІІІ бөлім", 0, 0),
        ("қыс — көктем", "қыс - көктем", 0, 0),
        ("«Заря» колхозы", '"Заря" колхозы', 0, 0),
        ("бірінші екінші", "бірінші | екінші", 2, 0),
        ("бірінші екінші", "бірінші (мөр: округтік сот) екінші", 20, 20),
        ("бірінші", "", 7, 0),
    ],
)
def test_characters_are_counted(truth: str, read: str, wrong: int, added: int) -> None:
    counted = score(truth, read)
    assert (counted.wrong, counted.added) == (wrong, added)


def test_scores_add_up() -> None:
    both = score("аудан", "ауда") + score("округ", "округ")
    assert (both.wrong, both.true, both.seconds, both.error) == (1, 10, 4.0, 0.1)


def test_a_row_says_whether_its_target_is_met() -> None:
    assert [Row("", 0.7, 0.7).met, Row("", 0.71, 0.7).met, Row("", 0.97, 0.97, most=False).met] == [True, False, True]


def test_what_others_read_is_kept_by_contents(tmp_path: Path) -> None:
    page, calls = tmp_path / "page.txt", list[Path]()
    page.write_text("Қаулы", encoding="utf-8")

    def read(path: Path) -> list[str]:
        calls.append(path)
        return [path.read_text(encoding="utf-8")]

    kept = Readers(cache=tmp_path / "kept")._kept("other", read)
    assert [kept(page).texts, kept(page).texts, len(calls)] == [("Қаулы",), ("Қаулы",), 1]
    page.write_text("Хаттама", encoding="utf-8")
    assert (kept(page).texts, len(calls)) == (("Хаттама",), 2)
