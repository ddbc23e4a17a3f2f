"""The words that a Tesseract pack knows, asked for a word or for words that it may have been misread from.

A pack keeps its words as one graph (`dawg.h` of Tesseract): a row of edges for each node, every edge a letter, the
node behind it, and whether a word ends there.
"""

from __future__ import annotations

import math
import struct
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

WORDS, LETTERS = 19, 21  # places of the words and of the letters among the parts of a pack (`tessdatamanager.h`)
MAGIC: Final = 42
LAST, END = 1, 4  # flags of an edge: the last of its node, the end of a word
FLAGS: Final = 3  # bits

# What a string of letters may have been read for, the likeliest first.
Shapes = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Dictionary:
    """The words of a pack: `edges`, how many bits of each are its letter, and the number of every letter."""

    edges: array[int]
    bits: int
    numbers: Mapping[str, int]

    def knows(self, word: str) -> bool:
        """Tell whether the pack has this very word, capitals and all."""
        return bool(word) and any(found == word for _, found in self.like(word, {}, 0))

    def like(self, word: str, shapes: Shapes, most: int) -> list[tuple[int, str]]:
        """Words that `word` may have been read for with `most` mistakes at most: how unlikely, and which; in order."""
        return sorted({*self._walk(word, shapes, most, 0, 0, "")}) if word else []

    def _walk(
        self, rest: str, shapes: Shapes, most: int, node: int, cost: int, found: str
    ) -> Iterator[tuple[int, str]]:
        steps = [(rest[:1], rest[1:], 0)]
        if most:
            steps += [
                (letters, rest[width:], MISTAKE + place)
                for width in (1, 2)
                for place, letters in enumerate(shapes.get(rest[:width], ()))
                if len(rest) >= width
            ]
        for letters, after, more in steps:
            edge = self._follow(node, letters)
            if edge is None:
                continue
            if not after:
                if self._flags(edge) & END:
                    yield cost + more, found + letters
            elif below := edge >> self.bits + FLAGS:
                yield from self._walk(after, shapes, most - bool(more), below, cost + more, found + letters)

    def _follow(self, node: int, letters: str) -> int | None:
        """The last edge of the way that letters take from a node."""
        edge: int | None = None
        for letter in letters:
            if edge is not None:
                node = edge >> self.bits + FLAGS
                if not node:
                    return None
            edge = self._edge(node, self.numbers.get(letter, -1))
            if edge is None:
                return None
        return edge

    def _edge(self, node: int, number: int) -> int | None:
        mask = (1 << self.bits) - 1
        for place in range(node, len(self.edges)):
            edge = self.edges[place]
            if edge & mask == number:
                return edge
            if self._flags(edge) & LAST:
                return None
        return None

    def _flags(self, edge: int) -> int:
        return edge >> self.bits & (1 << FLAGS) - 1


MISTAKE: Final = 100  # what one mistake counts for, beside how seldom it is


def load_dictionary(pack: Path) -> Dictionary | None:
    """Load the dictionary of a `.traineddata` file; None if it has none."""
    content = pack.read_bytes()
    words, letters = _part(content, WORDS), _part(content, LETTERS)
    if len(words) < struct.calcsize("<hii"):
        return None
    magic, count, edges = struct.unpack_from("<hii", words)
    if magic != MAGIC:
        return None
    kept = array("Q")
    kept.frombytes(words[10 : 10 + 8 * edges])
    lines = letters.decode("utf-8").splitlines()[1:]
    numbers = {line.split(" ", 1)[0]: number for number, line in enumerate(lines)}
    return Dictionary(kept, math.ceil(math.log2(count + 1)), numbers)


def _part(content: bytes, place: int) -> bytes:
    """One part of a pack; empty if it has none."""
    (count,) = struct.unpack_from("<i", content)
    offsets = struct.unpack_from(f"<{count}q", content, 4)
    if place >= count or offsets[place] < 0:
        return b""
    later = [offset for offset in offsets if offset > offsets[place]]
    return content[offsets[place] : min(later, default=len(content))]
