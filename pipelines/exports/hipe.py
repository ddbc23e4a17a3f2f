"""Entities as the HIPE shared tasks write them: a token a line, IOB tags, fields between tabs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from models.names.tokens import cut
from pipelines.exports.tables import known_as
from pipelines.outputs import Output
from pipelines.records import AnyMention, SectionRecord
from pipelines.store import write_whole

COLUMNS = (
    "TOKEN",
    "NE-COARSE-LIT",
    "NE-COARSE-METO",
    "NE-FINE-LIT",
    "NE-FINE-METO",
    "NE-FINE-COMP",
    "NE-NESTED",
    "NEL-LIT",
    "NEL-METO",
    "MISC",
)
COARSE = {"PERSON": "pers", "ORG": "org", "LOC": "loc", "DATE": "time", "CAMP": "loc", "FONDS": "prod", "ORDER": "prod"}
"""HIPE's own coarse types where it has one; `ARTICLE` and `CASE` keep our label in small letters."""
OUTSIDE, NOTHING = "O", "_"


def write_hipe(outputs: Iterable[Output], file: Path) -> None:
    """Write one TSV of all documents; each section begins with its id, its language and where it stands."""
    write_whole(file, (line.encode() for line in _lines(outputs)))


def _lines(outputs: Iterable[Output]) -> Iterator[str]:
    yield "\t".join(COLUMNS) + "\n"
    for output in outputs:
        for section in output.sections:
            yield f"\n# hipe2022:document_id = {section.id}\n"
            yield f"# language = {section.language}\n"
            yield f"# muragat:path = {_one_field(output.name)}\n"
            yield from _tokens(section)


def _tokens(section: SectionRecord) -> Iterator[str]:
    mentions = iter(section.entities)
    mention = next(mentions, None)
    tokens = cut(section.text)
    for place, token in enumerate(tokens):
        while mention is not None and mention.end <= token.start:
            mention = next(mentions, None)
        inside = mention if mention is not None and mention.start < token.end else None
        begins = inside is not None and (place == 0 or tokens[place - 1].end <= inside.start)
        after = tokens[place + 1].start if place + 1 < len(tokens) else len(section.text)
        yield _row(section.text[token.start : token.end], inside, begins, section.text[token.end : after])


def _row(word: str, mention: AnyMention | None, begins: bool, gap: str) -> str:
    tag = fine = link = None
    if mention is not None:
        border = "B" if begins else "I"
        label = mention.label.value
        tag, fine = f"{border}-{COARSE.get(label, label.lower())}", f"{border}-{label.lower()}"
        link = known_as(mention.value)
    marks = [name for name, there in (("NoSpaceAfter", not gap), ("EndOfLine", "\n" in gap)) if there]
    fields = (
        _one_field(word),
        tag or OUTSIDE,
        OUTSIDE,
        fine or OUTSIDE,
        OUTSIDE,
        OUTSIDE,
        OUTSIDE,
        _one_field(link or NOTHING),
        NOTHING,
        "|".join(marks) or NOTHING,
    )
    return "\t".join(fields) + "\n"


def _one_field(text: str) -> str:
    """Text without tabs, line ends and other control characters, which would forge fields and lines."""
    return "".join(" " if unicodedata.category(each) in {"Cc", "Zl", "Zp"} else each for each in text)
