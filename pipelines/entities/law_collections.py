"""Items of collections of laws, which are numbered like provisions: `СЗ СССР. 1925. № 16. Ст. 57`."""

from __future__ import annotations

import regex

from pipelines.entities.rule import Match

COLLECTION = regex.compile(
    r"(?:(?:№|N|[Nn]o\.)\s?\d{1,4}[.,]?\s{0,2}[-‐‑–—−]?\s{0,2}"
    r"|(?<!\p{L})(?:СЗ|СУ|СП|ЖЗ|S[UZP]|Sobranie|[Cc]ollection\sof\s[Ll]aws"
    r"|(?:[Сс]обр(?:\.|ани[ея])|[Сс]вод\p{L}{0,2}|[Сс]борник\p{L}{0,2})\s(?:\p{Ll}+\s)?(?:зак|Зак|уза)\p{L}*"
    r"|Декрет\p{L}{0,2}\sСоветской|Ведомост|Вестник|Бюллетен|[Зз]аң(?:дар)?\sжина[ғқ])[^;\n]{0,50})$"
)
REACH = 80
"""Characters."""


def of_a_collection(match: Match) -> bool:
    """Say whether what matched is an item of a collection of laws, not a provision."""
    return COLLECTION.search(match.string, max(0, match.start() - REACH), match.start()) is not None
