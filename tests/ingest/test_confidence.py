"""How sure a word is: what speaks for it and against it, and that it comes through to the blocks."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from document import Box, Method, Page, Word, mean_confidence
from ingest.confidence import FILE, Learned, Sheet, signs_of, weigh_words
from ingest.layout import lay_out
from tests.ingest.typed_page import typed

LINE = "Қазалы уезінің тұрғыны Әбдіраман Сүгірұлы протокол заседания тройки"


def words(said: float = 0.93, **changed: float) -> list[Word]:
    """A line of words said to be right so much, some of them otherwise."""
    return [
        Word(text, Box(40.0 * place, 0, 40.0 * place + 36, 10), changed.get(text, said), 10.0)
        for place, text in enumerate(LINE.split())
    ]


def sure_of(text: str, line: list[Word], page: list[list[Word]] | None = None) -> float:
    place = next(place for place, word in enumerate(line) if word.text == text)
    return weigh_words(Sheet.of(page or [line]), line)[place]


def test_what_is_learned_fits_what_is_weighed() -> None:
    learned = msgspec.json.decode(FILE.read_bytes(), type=Learned)
    (signs, *_) = signs_of(words(), Sheet.of([words()]))
    assert set(signs) == set(learned.weights)
    assert list(learned.curve) == sorted(learned.curve)
    assert [right for _, right in learned.curve] == sorted(right for _, right in learned.curve)


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_word_said_surer_is_never_less_sure(one: float, other: float) -> None:
    less, more = (sure_of("тұрғыны", words(тұрғыны=said)) for said in sorted((one, other)))
    assert less <= more + 1e-9


def test_doubtful_neighbours_make_a_word_doubtful() -> None:
    amid_doubt = sure_of("тұрғыны", words(0.4, тұрғыны=0.93))
    assert amid_doubt < sure_of("тұрғыны", words()) - 0.05


@pytest.mark.parametrize("odd", ["т1рғыны", "тұpғыны", "тpгң", "|"])
def test_what_does_not_look_like_a_word_is_doubted(odd: str) -> None:
    line = words()
    changed = [msgspec.structs.replace(word, text=odd) if word.text == "тұрғыны" else word for word in line]
    assert sure_of(odd, changed) < sure_of("тұрғыны", line) - 0.04


def test_a_word_that_returns_on_the_page_is_surer() -> None:
    line = words(0.8)
    assert sure_of("тұрғыны", line, [line, line]) > sure_of("тұрғыны", line)


def test_words_keep_their_confidence_in_the_block() -> None:
    page = lay_out(msgspec.structs.replace(typed("Қазалы уезінің тұрғыны\nӘбдіраман с#гі1ұ|ы"), method=Method.OCR))
    (block,) = page.blocks
    by_word = {block.text[anchor.start : anchor.end]: anchor.confidence for anchor in block.anchors}
    assert by_word["Қазалы"] > 0.7
    assert min(by_word.values()) < 0.5
    assert block.confidence == mean_confidence(block.anchors)


def test_a_text_layer_says_itself_how_sure_it_is() -> None:
    (block,) = lay_out(typed("Қазалы уезінің тұрғыны")).blocks
    assert {anchor.confidence for anchor in block.anchors} == {0.9}
    assert block.confidence == pytest.approx(0.9)


def test_a_page_without_words_has_no_blocks() -> None:
    assert lay_out(Page(1, 595.0, 842.0, Method.OCR, "image")).blocks == ()
