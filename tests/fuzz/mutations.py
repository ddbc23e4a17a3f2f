"""Damaged files, each made from a good one and a number: the same number damages the same file in the same way."""

from __future__ import annotations

import random
import re
import struct
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

MOST_CHANGES = 4
EXTREMES = (b"0", b"-1", b"1", b"99999999", b"2147483647", b"-2147483648", b"4294967296", b"1e300", b"0.00001", b"-0")
# What means something to readers of PDF, so that what stands in a wrong place is not merely passed over.
WORDS = (
    *(
        b"obj",
        b"endobj",
        b"stream",
        b"endstream",
        b"xref",
        b"trailer",
        b"startxref",
        b"%%EOF",
        b"<<",
        b">>",
        b"[",
        b"]",
    ),
    *(b"/Kids", b"/Parent", b"/Count", b"/Type /Page", b"/Length", b"/Filter /FlateDecode", b"/ObjStm", b"/Prev"),
    *(b"/MediaBox [0 0 1e9 1e9]", b"/Rotate 45", b"/Encrypt", b"/Contents", b"/Font", b"/ToUnicode", b"/UserUnit 9999"),
    *(b"BT", b"ET", b"Tj", b"q", b"Q", b"Do", b"1 0 0 1 0 0 cm", b"BI", b"ID", b"EI", b"R", b"(", b")", b"<", b"\\"),
)
# And to readers of Unicode text: half a character, a mark of order, what turns the direction, an end of a paragraph.
PIECES = (b"\xff", b"\xd0", b"\xef\xbb\xbf", "\u202e".encode(), b"\x1b[2J", b"\0", "\u2029".encode(), "ӛ".encode() * 50)


class Seed(msgspec.Struct, frozen=True):
    """A good file."""

    name: str
    body: bytes

    @property
    def suffix(self) -> str:
        """What its name ends in."""
        return Path(self.name).suffix.lower()


def damaged(seeds: Sequence[Seed], number: int) -> Seed:
    """The damaged file of this number."""
    dice = random.Random(number)  # noqa: S311 - dice
    seed = seeds[number % len(seeds)]
    body = seed.body
    for _ in range(dice.randint(1, MOST_CHANGES)):
        body = dice.choice(CHANGES[seed.suffix])(body, dice)
    if dice.random() < 0.1:
        other = dice.choice([other for other in seeds if other.suffix == seed.suffix])
        body = body[: dice.randrange(len(body) + 1)] + other.body[dice.randrange(len(other.body)) :]
    return Seed(f"{number:06} {seed.name}", body)


def _span(body: bytes, dice: random.Random, most: int = 400) -> tuple[int, int]:
    start = dice.randrange(len(body) + 1)
    return start, min(len(body), start + dice.randint(1, most))


def flip(body: bytes, dice: random.Random) -> bytes:
    """Turn single bits."""
    changed = bytearray(body)
    for _ in range(dice.choice((1, 8, 64))):
        if changed:
            changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def scramble(body: bytes, dice: random.Random) -> bytes:
    """Overwrite a span."""
    start, end = _span(body, dice)
    return (
        body[:start]
        + dice.choice((dice.randbytes(end - start), bytes(end - start), b"\xff" * (end - start)))
        + body[end:]
    )


def delete(body: bytes, dice: random.Random) -> bytes:
    """Leave a span out."""
    start, end = _span(body, dice)
    return body[:start] + body[end:]


def repeat(body: bytes, dice: random.Random) -> bytes:
    """Say a span many times."""
    start, end = _span(body, dice, 60)
    return body[:end] + body[start:end] * dice.choice((1, 2, 300)) + body[end:]


def cut(body: bytes, dice: random.Random) -> bytes:
    """End the file early, as an interrupted copy does."""
    return body[: dice.randrange(len(body) + 1)]


def insert(body: bytes, dice: random.Random) -> bytes:
    """Put bytes between others."""
    start = dice.randrange(len(body) + 1)
    return body[:start] + dice.randbytes(dice.randint(1, 40)) + body[start:]


def exaggerate(body: bytes, dice: random.Random) -> bytes:
    """Replace numbers by extreme ones, or by others of the file: wrong sizes, and references that lead round."""
    numbers = list(re.finditer(rb"\d+", body))
    if not numbers:
        return body
    found = dice.choice(numbers)
    other = dice.choice((*EXTREMES, *(dice.choice(numbers).group() for _ in EXTREMES)))
    return body[: found.start()] + other + body[found.end() :]


def reword(body: bytes, dice: random.Random) -> bytes:
    """Replace a word of a PDF by another, or put one in."""
    there = list(re.finditer(rb"/?[A-Za-z]{2,}|<<|>>|\[|\]", body))
    if not there or dice.random() < 0.3:
        start = end = dice.randrange(len(body) + 1)
    else:
        start, end = dice.choice(there).span()
    return body[:start] + b" " + dice.choice(WORDS) + b" " + body[end:]


def nest(body: bytes, dice: random.Random) -> bytes:
    """Open brackets that nobody closes, many."""
    start = dice.randrange(len(body) + 1)
    return body[:start] + dice.choice((b"[", b"<<", b"(", b"<< /A ")) * 3000 + body[start:]


def restructure(body: bytes, dice: random.Random) -> bytes:
    """Change a number of the head, or of a directory, of a TIFF or JPEG, where sizes and offsets stand."""
    if len(body) < 8:
        return body
    order = "<" if body[:2] == b"II" else ">"
    size = dice.choice("HI")
    if body[:2] in {b"II", b"MM"} and dice.random() < 0.8:
        directory = struct.unpack_from(f"{order}I", body, 4)[0]
        start = directory + dice.randrange(0, 200, 2)
    else:
        start = dice.randrange(0, 200)
    start = min(start, len(body) - 4)
    value = dice.choice((0, 1, 2, 3, 5, 7, 255, 256, 0x7FFF, 0xFFFF, 8, start, dice.randrange(0x10000)))
    written = struct.pack(f"{order}{size}", value)
    return body[:start] + written + body[start + len(written) :]


def rechunk(body: bytes, dice: random.Random) -> bytes:
    """Change what is in a chunk of a PNG and make its checksum right again, so that it is believed."""
    chunks, at = [], 8
    while at + 12 <= len(body):
        length = struct.unpack_from(">I", body, at)[0]
        chunks.append((body[at + 4 : at + 8], body[at + 8 : at + 8 + length]))
        at += 12 + length
    if not chunks:
        return body
    place = dice.randrange(len(chunks))
    kind, inside = chunks[place]
    change: Callable[[bytes, random.Random], bytes] = dice.choice((flip, scramble, cut, delete))
    chunks[place] = (kind, change(inside, dice))
    if dice.random() < 0.2:
        chunks.insert(dice.randrange(len(chunks)), dice.choice(chunks))
    return body[:8] + b"".join(
        struct.pack(">I", len(inside)) + kind + inside + struct.pack(">I", zlib.crc32(kind + inside))
        for kind, inside in chunks
    )


def misspell(body: bytes, dice: random.Random) -> bytes:
    """Put into text what is no text, or acts on those who show it."""
    start = dice.randrange(len(body) + 1)
    return body[:start] + dice.choice(PIECES) * dice.choice((1, 1, 40)) + body[start:]


Change = Callable[[bytes, random.Random], bytes]
ANY: tuple[Change, ...] = (flip, scramble, delete, repeat, cut, insert)
CHANGES: dict[str, tuple[Change, ...]] = {
    ".pdf": (*ANY, *(exaggerate, reword) * 4, nest),
    ".tiff": (*ANY, *(restructure,) * 6),
    ".jpg": (*ANY, *(restructure,) * 3),
    ".png": (*ANY, *(rechunk,) * 8),
    ".txt": (*ANY, *(misspell,) * 4),
}
