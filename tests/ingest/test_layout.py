"""A page of words becomes blocks in reading order, every word with its place."""

from __future__ import annotations

from document import Box, Method, Page, Word
from ingest.layout import lay_out


def page_of(*rows: str, left: float = 72.0, size: float = 10.0, leading: float = 14.0) -> Page:
    """A page with these rows of text, one below the other; letters are half as wide as the type is high."""
    words = []
    for number, row in enumerate(rows):
        x, y = left + (len(row) - len(row.lstrip())) * size / 2, 72.0 + number * leading
        for text in row.split():
            words.append(Word(text, Box(x, y, x + len(text) * size / 2, y + size), 0.9, size))
            x += (len(text) + 1) * size / 2
    return Page(1, 595.0, 842.0, Method.TEXT, "text layer", words=tuple(words))


def test_a_word_broken_at_a_line_end_is_whole_and_has_two_places_that_meet() -> None:
    (block,) = lay_out(page_of("Мұрағат құжат-", "тары сақталды.")).blocks
    assert block.text == "Мұрағат құжаттары сақталды."
    assert [block.text[anchor.start : anchor.end] for anchor in block.anchors] == [
        "Мұрағат",
        "құжат",
        "тары",
        "сақталды.",
    ]
    assert block.anchors[1].end == block.anchors[2].start


def test_an_empty_page_has_no_blocks() -> None:
    assert lay_out(page_of()).blocks == ()
