"""Corrections as the page sends them: what is taken, what is refused and why, what follows from given parts."""

from __future__ import annotations

import pytest

from document import Label
from pipelines.corrections import Change, Marked, digest_of, read_corrections
from pipelines.review.index import Index
from pipelines.review.writing import Desk, RefusedError, Wish, completed
from tests.pipelines.review.conftest import LETTER

FILE = f"{LETTER.name}.jsonl"
TEXT = LETTER.texts[1]
PLACE = Marked(TEXT.index("Қарқаралыда"), TEXT.index("Қарқаралыда") + 11, Label.LOC, "Қарқаралыда")


def wish(what: Change, before: Marked | str | None = None, after: Marked | str | None = None, text: str = TEXT) -> Wish:
    return Wish(FILE, what, "А. Оқырман", 1, digest_of(text), before, after)


def test_a_correction_is_kept_and_seen_at_once(index: Index) -> None:
    made = Desk(index).take(wish(Change.DELETE, PLACE))
    assert read_corrections(index.out) == (made,)
    assert Desk(index).history(LETTER.sha256[:16]) == (made,)
    database = index.connect()
    assert database.execute("SELECT count(*) FROM entities WHERE text = ?", (PLACE.text,)).fetchone()[0] == 0
    database.close()


def test_an_undo_takes_it_back(index: Index) -> None:
    desk = Desk(index)
    made = desk.take(wish(Change.DELETE, PLACE))
    desk.take(Wish(FILE, Change.UNDO, undoes=made.id))
    assert desk.history(LETTER.sha256[:16]) == ()
    desk.take(wish(Change.CONFIRM, PLACE))


@pytest.mark.parametrize(
    ("refused", "why"),
    [
        (wish(Change.DELETE, PLACE, text="басқа мәтін"), "changed meanwhile"),
        (wish(Change.ADD, None, PLACE), "another entity"),
        (wish(Change.TEXT, TEXT, "ұ" * 100_001), "at most 100000"),
        (Wish(FILE, Change.UNDO, undoes="000007"), "no such correction"),
        (Wish("жоқ.jsonl", Change.UNDO, undoes="1"), "is no document here"),
        (Wish("../../etc/passwd", Change.UNDO), "is no document here"),
        (Wish("run.json", Change.UNDO), "is no document here"),
        (Wish("\0", Change.UNDO), "is no document here"),
        (Wish("ұ" * 5000, Change.UNDO), "is no document here"),
        (wish(Change.ADD, None, Marked(0, 4, Label.DATE, "1937", {"edtf": 5})), "does not fit DATE"),
    ],
)
def test_what_does_not_fit_is_refused_and_not_kept(index: Index, refused: Wish, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        Desk(index).take(refused)
    assert read_corrections(index.out) == ()


@pytest.mark.parametrize(
    ("label", "given", "whole"),
    [
        (Label.PERSON, {"surname": "Сәрсенов", "given": "Әлихан"}, {"name": "Сәрсенов Әлихан", "key": "sarsenov a"}),
        (Label.PERSON, {"name": "Ежов"}, {"name": "Ежов", "key": "ezhov"}),
        (Label.PERSON, {"name": "Ежов", "key": "өз"}, {"name": "Ежов", "key": "өз"}),
        (
            Label.FONDS,
            {"archive": "ЦГА РК", "fonds": "5", "file": ""},
            {"archive": "ЦГА РК", "fonds": "5", "normalized": "ЦГА РК. Ф. 5"},
        ),
        (Label.DATE, {"edtf": "1937"}, {"edtf": "1937"}),
    ],
)
def test_what_follows_from_the_parts_is_filled_in(label: Label, given: dict[str, str], whole: dict[str, str]) -> None:
    made = completed(Marked(0, 3, label, "сөз", given))
    assert isinstance(made, Marked)
    assert made.value is not None
    assert {name: made.value[name] for name in whole} == whole
