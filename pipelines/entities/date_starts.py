"""Where in a text dates may begin: looked for once, since many rules ask the same of one text."""

from __future__ import annotations

from functools import lru_cache

import regex

# What begins years, decades, centuries, their parts and Russian months; `193O` and `I937` are years misread.
START = regex.compile(
    r"(?<![\p{L}\d])(?:[\dIlІXХV]|сам|нач|кон|сер|перв|втор|трет|четв|последн|рубеж|весн|лет|осен|зим|ночь"
    r"|янв|февр|март|апр|ма[йяею]|июн|июл|авг|сен|окт|ноя|дек)",
    regex.IGNORECASE,
)
THE = regex.compile(r"\bthe\s", regex.IGNORECASE)
WORD = regex.compile(r"\b\p{L}|['’]|\b\d")


@lru_cache(maxsize=2)
def starts_of_dates(text: str) -> tuple[int, ...]:
    """Where a number, a Roman one, a part of a period or a Russian month begins."""
    return tuple(found.start() for found in START.finditer(text))


@lru_cache(maxsize=2)
def starts_beside_the(text: str) -> tuple[int, ...]:
    """Where a word or number begins in a text with an English article; nowhere in any other."""
    return tuple(found.start() for found in WORD.finditer(text)) if THE.search(text) else ()
