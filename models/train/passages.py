"""Annotated passages to learn names from: our own and the corpora of others, as they lie in the data folder."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from document import Label, Language

DATA = Path(__file__).resolve().parents[3] / "shared"
ARCHIVAL = DATA / "gold" / "train.jsonl"
CORPORA = DATA / "ner"


class Passage(msgspec.Struct, frozen=True):
    """A text with the entities marked in it: start, end, label."""

    lang: Language
    source: str
    text: str
    entities: tuple[tuple[int, int, Label], ...]


def read_passages(path: Path) -> tuple[Passage, ...]:
    """Read one JSON object a line."""
    with path.open("rb") as lines:
        return tuple(msgspec.json.decode(line, type=Passage) for line in lines)


def read_corpora(folder: Path = CORPORA) -> tuple[Passage, ...]:
    """Every passage of the corpora, without the dates, which only one of them marks."""
    found = (passage for path in sorted(folder.glob("*/*.jsonl")) for passage in read_passages(path))
    return tuple(without(passage, Label.DATE) for passage in found)


def without(passage: Passage, label: Label) -> Passage:
    """The passage with the entities of one label unmarked."""
    return msgspec.structs.replace(passage, entities=tuple(each for each in passage.entities if each[2] is not label))


def divide(passages: Iterable[Passage], held_out: float) -> tuple[list[Passage], list[Passage]]:
    """Passages to learn from and passages to measure on, told apart by their text, so that each stays where it is."""
    learned: list[Passage] = []
    measured: list[Passage] = []
    for passage in passages:
        (measured if fraction(passage.text) < held_out else learned).append(passage)
    return learned, measured


def fraction(text: str) -> float:
    """A number from 0 to 1 that looks random and is always the same for this text."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big") / 2**32


def endlessly(passages: Sequence[Passage], chance: random.Random) -> Iterator[Passage]:
    """The passages over and over, each time in another order."""
    while True:
        yield from chance.sample(passages, len(passages))


def shouted(passage: Passage) -> Passage:
    """The passage in capitals, as headings and lists have names; offsets stay, so letters that would grow stay too."""
    capitals = "".join(letter.upper() if len(letter.upper()) == 1 else letter for letter in passage.text)
    return msgspec.structs.replace(passage, text=capitals)
