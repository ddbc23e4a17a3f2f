"""Cuts Russian text into words as the Russian name tagger learned them, with razdel, the only module that meets it."""

from __future__ import annotations

from typing import NamedTuple

from razdel.segmenters.tokenize import TokenSplit, tokenize


class Word(NamedTuple):
    """A word, number or sign: `text[start:stop]`, as slovnet wants it."""

    start: int
    stop: int
    text: str


def words_of(text: str) -> list[Word]:
    """The words of `razdel.tokenize`, whose rules join what no blank parts, and so are asked about nothing else."""
    atoms = list(tokenize.split.atoms(text))
    window: int = tokenize.split.window
    words: list[Word] = []
    start = stop = 0
    for place, atom in enumerate(atoms):
        if place and atom.start == stop:
            split = TokenSplit(atoms[max(0, place - window) : place], "", atoms[place : place + window])
            split.buffer = text[start:stop]
            if tokenize.join(split):
                stop = atom.stop
                continue
        if place:
            words.append(Word(start, stop, text[start:stop]))
        start, stop = atom.start, atom.stop
    return [*words, Word(start, stop, text[start:stop])] if atoms else []
