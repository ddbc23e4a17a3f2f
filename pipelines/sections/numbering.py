"""Numbers at the head of a line: 1.2, IV., § 3, Глава II, 2-тарау, Part One."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import regex

from models.lexicon.headings import HeadingLexicon, Kind, close_up

ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
CYRILLIC_ROMAN = str.maketrans("ІХ", "IX")

DECIMAL = regex.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})(?P<mark>[.)]?)\s+(?=[«\"“„(]?\p{L})")
ROMAN = regex.compile(r"(?P<number>[IVXІХL]{1,7})(?P<mark>[.)]?)\s+(?=[«\"“„(]?\p{L})")
PARAGRAPH = regex.compile(r"§§?\s*(?P<number>\d{1,3}(?:\.\d{1,2})*)(?P<mark>[.)]?)(?:\s+|$)")
LABEL_FIRST = regex.compile(r"(?P<word>\p{L}+)\s+(?:№|N|No\.?)?\s*(?P<number>\d{1,3}(?:\.\d{1,2})*|\p{L}+)(?=\W|$)")
LABEL_LAST = regex.compile(r"(?P<number>\d{1,2}|\p{L}+)(?:\s*-?\s*(?:ші|шы))?[\s.–-]+(?P<word>\p{L}+)(?=\W|$)")
AFTER_LABEL = regex.compile(r"^[\s.:–—-]+")


class Scheme(StrEnum):
    """The ways to number parts."""

    DECIMAL = "decimal"
    ROMAN = "roman"
    PARAGRAPH = "paragraph"
    CHAPTER = "chapter"
    PART = "part"
    APPENDIX = "appendix"


@dataclass(frozen=True, slots=True)
class Numbering:
    """A number and what follows it; `parts` are its components, `mark` the sign after it (`.`, `)` or none)."""

    scheme: Scheme
    parts: tuple[int, ...]
    mark: str
    rest: str

    @property
    def depth(self) -> int:
        """How many components the number has."""
        return len(self.parts)


def read_numbering(text: str, lexicon: HeadingLexicon) -> Numbering | None:
    """The number a line opens with, if it opens with one."""
    line = close_up(text)
    return _label(line, lexicon) or _sign(line) or _roman(line) or _decimal(line)


def roman_value(letters: str) -> int | None:
    """The value of a Roman numeral in Latin letters or their Cyrillic doubles; None where it is none."""
    numeral = letters.translate(CYRILLIC_ROMAN)
    if not regex.fullmatch(r"(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})", numeral) or not numeral:
        return None
    values = [ROMAN_VALUES[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _decimal(line: str) -> Numbering | None:
    match = DECIMAL.match(line)
    if match is None:
        return None
    parts = tuple(int(part) for part in match["number"].split("."))
    return Numbering(Scheme.DECIMAL, parts, match["mark"], line[match.end() :])


def _roman(line: str) -> Numbering | None:
    match = ROMAN.match(line)
    value = roman_value(match["number"]) if match else None
    if match is None or value is None:
        return None
    return Numbering(Scheme.ROMAN, (value,), match["mark"], line[match.end() :])


def _sign(line: str) -> Numbering | None:
    match = PARAGRAPH.match(line)
    if match is None:
        return None
    parts = tuple(int(part) for part in match["number"].split("."))
    return Numbering(Scheme.PARAGRAPH, parts, match["mark"], line[match.end() :])


def _label(line: str, lexicon: HeadingLexicon) -> Numbering | None:
    for pattern in (LABEL_FIRST, LABEL_LAST):
        match = pattern.match(line)
        if match is None or match.group()[0].islower():
            continue
        scheme = _scheme(match["word"], lexicon)
        parts = _label_parts(match["number"], scheme, lexicon) if scheme else ()
        if scheme and parts:
            return Numbering(scheme, parts, "", AFTER_LABEL.sub("", line[match.end() :], count=1))
    return None


def _scheme(word: str, lexicon: HeadingLexicon) -> Scheme | None:
    labelled = lexicon.whole(Kind.LABELLED, word)
    if labelled is not None:
        return Scheme.APPENDIX if labelled.role == "appendix" else Scheme.CHAPTER
    return Scheme.PART if lexicon.whole(Kind.PART, word) else None


def _label_parts(number: str, scheme: Scheme, lexicon: HeadingLexicon) -> tuple[int, ...]:
    if number[0].isdigit():
        return tuple(int(part) for part in number.split("."))
    value = roman_value(number)
    if value is not None:
        return (value,)
    ordinal = lexicon.whole(Kind.ORDINAL, number)
    if ordinal is not None:
        return (ordinal.order,)
    if scheme is Scheme.APPENDIX and len(number) == 1 and number.isupper():
        return (ord(number),)
    return ()
