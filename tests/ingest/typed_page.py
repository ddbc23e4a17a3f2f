"""Pages of words made for tests, drawn as they would be typed, and their blocks in a line each."""

from __future__ import annotations

from document import Box, Method, Page, Word
from ingest.layout import lay_out

SIZE = 10.0
LETTER = 5.0  # points across a letter
LEADING = 14.0


def typed(picture: str, method: Method = Method.TEXT, slope: float = 0.0) -> Page:
    """A page as typed: a letter is a letter, an empty line is room; lines that begin with `!` are bold, `^` large,
    `,` small. `slope` makes lines sink by so many points a point.
    """
    words = []
    for number, line in enumerate(picture.strip("\n").split("\n")):
        mark, text = (line[0], " " + line[1:]) if line[:1] in "!^," and line[:1] else ("", line)
        size = {"^": 1.5 * SIZE, ",": 0.8 * SIZE}.get(mark, SIZE)
        column = 0
        for piece in text.split(" "):
            if piece:
                x, y = 72.0 + column * LETTER, 72.0 + number * LEADING
                y += slope * (x - 72.0)
                box = Box(x, y, x + len(piece) * LETTER, y + size)
                words.append(Word(piece, box, 0.9, size, bold=mark == "!"))
            column += len(piece) + 1
    return Page(1, 595.0, 842.0, method, "as typed", words=tuple(words))


def shown(page: Page) -> list[str]:
    """The blocks of a page in a line each: the role's first letter and the text."""
    return [f"{block.role.value[0]} {block.text}" for block in lay_out(page).blocks]
