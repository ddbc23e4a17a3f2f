"""Words broken at the end of a line, a column or a page are whole again, each part of the text still in its place."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from document import Block, BlockRole, Method, Page
from ingest.broken_words import join_broken_words
from ingest.furniture import mark_furniture
from ingest.layout import lay_out
from tests.ingest.test_furniture import block, page
from tests.ingest.typed_page import shown, typed


def texts(*bodies: str) -> list[list[str]]:
    """The texts of pages that each hold one block of these and a number, furniture left out."""
    pages = (page(number, f"foot: {number}", body=(body,)) for number, body in enumerate(bodies, start=1))
    return [
        [block.text for block in page.blocks if block.role is not BlockRole.FURNITURE] for page in mark_furniture(pages)
    ]


@pytest.mark.parametrize(
    ("above", "below", "texts_after"),
    [
        ("Ескі құжат-", "тары сақталды.", [["Ескі құжаттары"], ["сақталды."]]),
        ("Ескі құжат¬", "тары сақталды.", [["Ескі құжаттары"], ["сақталды."]]),
        ("осуждён по ст. 58-", "10 УК РСФСР", [["осуждён по ст. 58-10"], ["УК РСФСР"]]),
        ("тройка ПОСТА-", "НОВИЛА дело", [["тройка ПОСТАНОВИЛА"], ["дело"]]),
        ("Иван что-", "либо знал", [["Иван что-либо"], ["знал"]]),
        ("Слово, осуж-", "дённый", [["Слово, осуждённый"], []]),
        ("город Алма-", "Ата", [["город Алма-"], ["Ата"]]),
        ("радио- и теле-", "Следующий раз", [["радио- и теле-"], ["Следующий раз"]]),
        ("конец без переноса", "слова нет", [["конец без переноса"], ["слова нет"]]),
    ],
)
def test_a_word_over_the_end_of_a_page(above: str, below: str, texts_after: list[list[str]]) -> None:
    assert texts(above, below) == texts_after


def test_a_word_is_anchored_where_it_begins_and_the_rest_stays_in_its_place() -> None:
    first, second = join_broken_words([page(1, body=("Ескі құжат-",)), page(2, body=("тары сақталды бұл жылы",))])
    (above,), (below,) = first.blocks, second.blocks
    assert [above.text[anchor.start : anchor.end] for anchor in above.anchors] == ["Ескі", "құжаттары"]
    assert [below.text[anchor.start : anchor.end] for anchor in below.anchors] == ["сақталды", "бұл", "жылы"]
    assert below.continues
    assert below.box is not None
    assert below.box.x0 == below.anchors[0].box.x0 == 72.0 + 5 * len("тары ")


def test_notes_between_the_halves_are_passed_over() -> None:
    note = msgspec.structs.replace(block(1, "1 Там же, лист 5-", 780.0), role=BlockRole.NOTE)
    first = page(1, body=("Ескі құжат-",))
    first = msgspec.structs.replace(first, blocks=(*first.blocks, note))
    pages = list(join_broken_words([first, page(2, body=("тары сақталды",))]))
    assert [block.text for page in pages for block in page.blocks] == [
        "Ескі құжаттары",
        "1 Там же, лист 5-",
        "сақталды",
    ]


def test_tables_headings_and_missing_pages_stop_a_word() -> None:
    for role in (BlockRole.TABLE, BlockRole.HEADING):
        first = page(1, body=("Ескі құжат-",))
        last = msgspec.structs.replace(block(1, "Уезд Дел", 700.0), role=role)
        pages = [msgspec.structs.replace(first, blocks=(*first.blocks, last)), page(2, body=("тары сақталды",))]
        assert list(join_broken_words(pages)) == pages
    apart = [page(1, body=("Ескі құжат-",)), page(3, body=("тары сақталды",))]
    assert list(join_broken_words(apart)) == apart


def test_a_word_over_the_end_of_a_column() -> None:
    picture = """
Первый столбец рассказывает      ведомости говорит он о том,
о том, как собирали дела по      что было потом, когда всё уже
волостям и что из этого вышло    собрали и стали делать описи
в конце концов, и о том, какие   для нового хранилища, которое
были составлены тогда ведо-      построили на краю города.
"""
    picture = picture.replace("ведомости говорит он", "мости. Потом говорят")
    (laid_out,) = mark_furniture([lay_out(typed(picture))])
    ends = [(block.text.split()[0], block.text.split()[-1]) for block in laid_out.blocks]
    assert ends == [("Первый", "ведомости."), ("Потом", "города.")]


def test_the_halves_of_a_broken_word_are_of_one_script() -> None:
    # `pec` in Latin letters is a word by itself; as the first half of a Cyrillic word it is none.
    assert shown(typed("Собрали дела в Казахстане pec-\nпублики и описали их.")) == [
        "p Собрали дела в Казахстане республики и описали их."
    ]


WORDS = st.lists(
    st.sampled_from(["құжат-", "тары", "дела", "58-", "10", "и", "ПОСТА-", "НОВИЛА", "-", "а¬"]), min_size=1
)


@given(st.lists(WORDS, max_size=4))
def test_no_letter_is_lost_and_anchors_hold(bodies: list[list[str]]) -> None:
    pages = [page(number, body=(" ".join(words),)) for number, words in enumerate(bodies, start=1)]
    joined = list(join_broken_words(pages))
    assert letters(joined) == letters(pages)
    for laid_out in joined:
        for each in laid_out.blocks:
            assert_anchored(each)


def assert_anchored(each: Block) -> None:
    assert each.text
    assert each.anchors[-1].end == len(each.text)
    starts = [anchor.start for anchor in each.anchors]
    assert starts == sorted(starts)
    assert all(each.text[anchor.start : anchor.end].strip() for anchor in each.anchors)


def letters(pages: list[Page]) -> str:
    text = "".join(block.text for page in pages for block in page.blocks)
    return "".join(character for character in text if character.isalnum())


def test_pages_without_blocks_pass() -> None:
    blank = Page(1, 595.0, 842.0, Method.BLANK, "nothing")
    assert list(join_broken_words([blank])) == [blank]
    assert list(join_broken_words([])) == []
