"""Passages of our own, invented and marked by hand: `[PERSON Nikolai Orlov] was born in [LOC Kazan]`.

A blank line ends a passage. An entity is a label of the guidelines and its text between square brackets, and none
stands inside another. Other square brackets are text and come in pairs.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import regex

from document import Label, Language
from models.train.passages import Passage

FOLDER = Path(__file__).resolve().parent / "written"
SOURCE = "written"
BRACKET = regex.compile(r"\[(?:(?P<label>[A-Z]{3,}) )?|\]")


class MarkError(ValueError):
    """A mark that cannot be read: file, line, what is wrong."""


def read_written(folder: Path = FOLDER) -> tuple[Passage, ...]:
    """Every passage of `kk.txt`, `ru.txt`, `en.txt` and of `ru-….txt` and the like; `MarkError` names file and line."""
    languages = (Language.KK, Language.RU, Language.EN)
    files = [(language, file) for language in languages for file in sorted(folder.glob(f"{language.value}[.-]*"))]
    return tuple(passage for language, file in files for passage in read_marked(file, language))


def read_marked(file: Path, language: Language) -> Iterator[Passage]:
    """The passages of one file, all of one language."""
    lines = enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
    for blank, group in groupby(lines, key=lambda line: not line[1].strip()):
        if blank:
            continue
        numbered = tuple(group)
        try:
            text, entities = unmarked("\n".join(line for _, line in numbered))
        except MarkError as error:
            place, reason = error.args
            raise MarkError(f"{file}, line {numbered[0][0] + place}: {reason}") from None
        yield Passage(language, SOURCE, text, entities)


def unmarked(marked: str) -> tuple[str, tuple[tuple[int, int, Label], ...]]:
    """The text without marks and its entities; `MarkError` has the number of the line, from 0, and the reason."""
    text: list[str] = []
    entities: list[tuple[int, int, Label]] = []
    # Brackets that are open: the label of a mark or None for a bracket of the text, and where it began in both texts.
    opened: list[tuple[Label | None, int, int]] = []
    length = read = 0
    for bracket in BRACKET.finditer(marked):
        text.append(marked[read : bracket.start()])
        length += bracket.start() - read
        read = bracket.end()
        if bracket.group() != "]":
            label = _label(marked, bracket, opened)
            opened.append((label, length, bracket.start()))
        elif opened:
            label, start, began = opened.pop()
            if label is not None:
                _check(marked, began, bracket.end())
                entities.append((start, length, label))
        else:
            raise _error(marked, bracket.start(), "a bracket is closed that was never opened")
        if label is None:
            text.append(bracket.group())
            length += 1
    if opened:
        raise _error(marked, opened[-1][2], "a bracket is never closed")
    return "".join((*text, marked[read:])), tuple(entities)


def _label(marked: str, bracket: regex.Match[str], opened: list[tuple[Label | None, int, int]]) -> Label | None:
    """The label of an opening bracket, None where it belongs to the text."""
    name = bracket["label"]
    if name is None:
        return None
    if name not in set(Label):
        raise _error(marked, bracket.start(), f"no label is called {name}")
    if any(label is not None for label, _, _ in opened):
        raise _error(marked, bracket.start(), "a mark stands inside another")
    return Label(name)


def _check(marked: str, began: int, end: int) -> None:
    """Refuse a mark around nothing or with blanks at its edges."""
    inside = marked[began:end].partition(" ")[2].removesuffix("]")
    if inside != inside.strip() or not inside:
        raise _error(marked, began, "a mark holds nothing or blanks at its edges")


def _error(marked: str, place: int, reason: str) -> MarkError:
    return MarkError(marked.count("\n", 0, place), f"{reason}: {marked[place : place + 40]!r}")
