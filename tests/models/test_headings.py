from __future__ import annotations

import csv

import pytest

from document import SectionRole
from models.lexicon.headings import Kind, close_up, letters_of, load_headings
from models.lexicon.loading import FOLDER


def test_every_row_has_its_evidence_and_no_form_has_two_roles() -> None:
    """A wording that headed two kinds of parts would be taken for whichever row stands first."""
    roles: dict[tuple[str, str], set[str]] = {}
    with (FOLDER / "headings.tsv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            assert row["evidence"], row
            for form in row["forms"].split("|"):
                roles.setdefault((row["kind"], letters_of(form)), set()).add(row["role"])
    assert [form for form, found in roles.items() if len(found) > 1] == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("КІРІСПЕ", "introduction"),
        ("Қорытынды.", "conclusion"),
        ("В В Е Д Е Н И Е", "introduction"),
        ("КАУЛЫ ЕТТИ:", "resolved"),
        ("Пайдаланылған әдебиеттер тізімі", "references"),
        ("Key  words", "keywords"),
        ("Кіріспе сөз айтты", None),
    ],
)
def test_whole_text_is_a_known_heading(text: str, role: str | None) -> None:
    """Case, stops, spacing and a typewriter without Kazakh letters do not matter; other words do."""
    found = load_headings().whole(Kind.HEADING, text)
    assert (found.role if found else None) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("ПОСТАНОВЙЛИ", SectionRole.RESOLVED),
        ("ПАЙДАЛАНЫЛҒАН ДЕРЕКТЕР ТІЗІМI", SectionRole.REFERENCES),
        ("ПОСЕЛЕНИЯ", None),
    ],
)
def test_a_letter_misread_in_a_long_heading(text: str, role: SectionRole | None) -> None:
    """Near is near: one letter of many, not another word."""
    found = load_headings().near(Kind.HEADING, text)
    assert (found.role if found else None) == role


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Выписка из протокола № 3", "выписка из протокола"),
        ("В Ы П И С К А И З П Р О Т О К О Л А № 3", "выписка из протокола"),
        ("Хаттамадан үзінді № 4", "хаттамадан үзінді"),
        ("Приказы и люди", None),
    ],
)
def test_text_opens_with_the_longest_name_of_a_paper(text: str, form: str | None) -> None:
    """The longest wording wins, and it ends where a word does."""
    found = load_headings().opening(Kind.PAPER, text)
    assert (found.form if found else None) == form


def test_letters_spaced_out_are_put_together() -> None:
    """Four letters or more, so that initials stay initials."""
    assert close_up("Қ А У Л Ы  №  3") == "ҚАУЛЫ № 3"
    assert close_up("Ғ Ә Н") == "Ғ Ә Н"
