"""What the views over all documents, and the page of one, are told."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from document import Label
from pipelines.review import leaf, views
from pipelines.review.index import Index
from pipelines.review.visible import visible
from tests.pipelines.review.conftest import HOSTILE, LETTER, REPLY


def test_the_overview_counts_and_names_what_needs_an_eye(index: Index, out: Path) -> None:
    with closing(index.connect()) as database:
        seen = views.overview(database, out)
    assert (seen.documents, seen.sections, seen.methods) == (3, 3, {"ocr": 3})
    assert seen.labels == {"PERSON": 3, "DATE": 2, "LOC": 1, "FONDS": 1, "CAMP": 1}
    assert seen.confidence == (0, 0, 0, 0, 0, 0, 1, 0, 0, 2)
    assert seen.sure == (0, 0, 0, 1, 1, 0, 0, 0, 0, 6)
    assert [failure.path for failure in seen.lost] == ["бүлінген.pdf"]
    assert (seen.queue[0].path, seen.queue[0].reason) == (REPLY.name, "a line is cut off")


@pytest.mark.parametrize("report", [None, b"", b"[]", b'{"failures": 5}'])
def test_a_report_that_is_not_ours_tells_nothing(index: Index, out: Path, report: bytes | None) -> None:
    (out / "run.json").unlink()
    if report is not None:
        (out / "run.json").write_bytes(report)
    with closing(index.connect()) as database:
        assert views.overview(database, out).lost == ()


@pytest.mark.parametrize("begin", ["", "сәрс", "Сарс", "sars", "alikh"])
def test_people_meet_by_their_key_and_are_found_in_any_alphabet(index: Index, begin: str) -> None:
    with closing(index.connect()) as database:
        found = views.names(database, Label.PERSON, begin)
        (person,) = (each for each in found if each.key == "sarsenov a")
        assert (person.mentions, person.documents) == (2, 2)
        assert [hit.words for hit in views.mentions(database, Label.PERSON, person.key).hits] == [
            "Әлихан Сәрсенов",
            "Алихан Сарсенов",
        ]


def test_nobody_begins_so(index: Index) -> None:
    with closing(index.connect()) as database:
        assert views.names(database, Label.PERSON, "щщщ") == ()


def test_holdings_are_a_tree(index: Index) -> None:
    with closing(index.connect()) as database:
        root = views.holdings(database)
        found = views.holding_mentions(database, {"archive": "ЦГА РК", "fonds": "1125"})
        none = views.holding_mentions(database, {"archive": "ЦГА РК", "fonds": "1"})
    archive = root.below["ЦГА РК"]
    assert list(archive.below["1125"].below["2"].below) == ["7"]
    assert [hit.words for hit in found.hits] == ["ЦГА РК. Ф. 1125. Оп. 2. Д. 7"]
    assert none.hits == ()
    assert root.only(["ЦГА РК", "1125"]).below["ЦГА РК"].below["1125"] is archive.below["1125"]
    assert root.only(["жоқ", "1"]).below == {}


def test_years_and_pages(index: Index) -> None:
    with closing(index.connect()) as database:
        assert views.years(database) == ((1937, 1), (1942, 1))
        assert [each.path for each in views.pages(database, views.PagesAsked(tenth=6))] == [REPLY.name]
        assert views.pages(database, views.PagesAsked(method="blank")) == []
        assert [row["path"] for row in views.documents(database, "екін")] == [REPLY.name]
        assert views.documents(database, "100%") == []


def test_a_page_is_cut_into_pieces_that_make_up_its_text(index: Index) -> None:
    with closing(index.connect()) as database:
        for number in (1, 2, 3):
            shown = leaf.page(database, number, 1)
            assert shown is not None
            for block in shown.blocks:
                assert "".join(text for text, _ in block.pieces) == block.text
            for mark in shown.marks:
                assert shown.blocks[mark.block].text[mark.start : mark.end] == mark.text
        assert leaf.page(database, 1, 2) is None
        assert leaf.first_page(database, 1) == 1
        assert leaf.first_page(database, 99) is None


def test_next_doubtful_leads_through_documents(index: Index) -> None:
    with closing(index.connect()) as database:
        shown = leaf.page(database, 1, 1)
    assert shown is not None
    assert shown.doubtful == (2, 1)
    assert (shown.before, shown.after, shown.last) == (None, None, 1)


def test_what_hides_becomes_visible_at_the_same_length() -> None:
    text = HOSTILE.texts[1] + "қалыпты\tмәтін\n"
    shown = visible(text)
    assert len(shown) == len(text)
    assert not set(shown) & set("\x00\x1b\u202e\u202c")
    assert shown.endswith("қалыпты\tмәтін\n")
    assert visible(LETTER.texts[1]) == LETTER.texts[1]
