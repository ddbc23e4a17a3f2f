"""Numbers as the Kazakh model of Tesseract misreads them: it has no square brackets, and prints 5 for many a 3.

`|25|.` stands for [23]. and `1957` for 1937. The Russian model and the English one seldom make the same mistake.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

_NUMBER: Final = regex.compile(r"\p{L}{0,3}[|(\[]?\d[\d,–-]*(?:-\p{Cyrillic}+)?[|)\]]?[.,;:]*")
_MISREAD: Final = regex.compile(r"5|[|\[\]]|[()](?!\p{L})")
_OPENING: Final = regex.compile(r"^[|(](?=\d)")
_CLOSING: Final = regex.compile(r"(?<=\d)[|)](?=[.,;:]*$)")
_CLOSED: Final = regex.compile(r"[\])}](?=\W*$)")
_DIGITS: Final = regex.compile(r"\d+")


def may_be_misread(text: str) -> bool:
    """Tell whether a word is a number with what the Kazakh model mistakes."""
    return _NUMBER.fullmatch(text) is not None and _MISREAD.search(text) is not None


def mended_figures(first: str, russian: str, english: str, *, sure: bool) -> str | None:
    """A number read `first`, with the figures on which two other models agree, and square brackets where one sees them.

    Figures change only where 5 was read, and if one of the two is `sure`; None where nothing does.
    """
    text, figures = first, _DIGITS.findall(russian)
    as_many = list(map(len, figures)) == list(map(len, _DIGITS.findall(first)))
    if sure and as_many and figures == _DIGITS.findall(english) and _only_threes(first, figures):
        told = iter(figures)
        text = _DIGITS.sub(lambda _: next(told), first)
    if "[" in (russian[:1], english[:1]) and russian[:1] != "(":
        text = _OPENING.sub("[", text)
    ends = _CLOSED.findall(russian), _CLOSED.findall(english)
    if ")" not in ends[0] and any(ends):
        text = _CLOSING.sub("]", text)
    if "]" in english and russian.replace("]", "1") == text:
        text = russian  # 12151. for 1215].
    return text if text != first else None


def _only_threes(first: str, figures: Sequence[str]) -> bool:
    """Whether the figures are those read first but for what the Kazakh model prints as 5."""
    read = "".join(_DIGITS.findall(first))
    return all(was in (figure, "5") for was, figure in zip(read, "".join(figures), strict=True))
