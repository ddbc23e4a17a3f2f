"""Dictionaries of few words, as Tesseract keeps its own."""

from __future__ import annotations

from array import array
from itertools import groupby

from ingest.dictionary import Dictionary


def graph(words: str) -> Dictionary:
    """A dictionary of few words, as Tesseract keeps it: the edges of a node side by side, the last of them marked."""
    letters = sorted(set(words.replace(" ", "")))
    edges: list[int] = []

    def add(ends: list[str]) -> int:
        groups = [(first, [end[1:] for end in each]) for first, each in groupby(sorted(ends), key=lambda end: end[0])]
        start = len(edges)
        edges.extend(0 for _ in groups)
        for place, (first, rest) in enumerate(groups):
            below = add([end for end in rest if end]) if any(rest) else 0
            flags = (4 if "" in rest else 0) | (1 if place + 1 == len(groups) else 0)
            edges[start + place] = letters.index(first) | flags << 7 | below << 10
        return start

    add(sorted(set(words.split())))
    return Dictionary(array("Q", edges), 7, {letter: number for number, letter in enumerate(letters)})
