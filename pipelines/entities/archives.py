"""The archive that stands before a reference to its holdings."""

from __future__ import annotations

from typing import NamedTuple

import regex

from models.lexicon import Lexicon

# How far before a fonds its archive may begin, in characters.
REACH = 160


class Archive(NamedTuple):
    """Where an archive's name begins, and its usual abbreviation or the name as written."""

    start: int
    name: str


LOWER_WORDS = (
    r"(?:государственн\p{L}+|центральн\p{L}+|российск\p{L}+|историческ\p{L}+|партийн\p{L}+|областн\p{L}+"
    r"|военн\p{L}+|специальн\p{L}+"
    r"|мемлекеттік|орталық|облыстық|саяси\p{L}*|әлеуметтік\p{L}*|тарих\p{L}*|арнаулы|ұлттық|аумақтық|республикалық"
    r"|социально-политическ\p{L}+|новейшей|в|of|the|state|central|и|мен|және)"
)
FULL_NAME = regex.compile(
    rf"(?<!\p{{Lu}})(?P<name>(?:\p{{Lu}}[\p{{L}}-]*\s(?:(?:\p{{Lu}}[\p{{L}}-]*|{LOWER_WORDS})\s){{0,8}})?"
    rf"(?:[Аа]рхив|[Мм]ұрағат|[Aa]rchive|[Гг]осархив)\p{{L}}*(?:\s(?:\p{{Lu}}[\p{{L}}-]*|област\p{{L}}+"
    rf"|края|республик\p{{L}}+"
    rf"|истории|экономики|of|the|новейшей|социально-политической|литературы|и|искусства)){{0,8}})(?:\s?\("
    rf"(?P<short>[^()]{{2,24}})\))?"
    r"[\s.,;:–—-]{0,5}$"
)
SHORT_NAME = regex.compile(
    r"(?<![\p{L}\d])(?P<name>\p{Lu}\p{L}*\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}{0,2}\p{Lu}+\p{L}?|\s(?:СПб|Украины|Укр\.)){0,3}"
    r"(?:\s\p{Lu}[\p{L}-]+(?:ой|ого|ий|ый)\s(?:области|обл\.|края|[Рр]еспублики|округа))?)[\s.,;:–—-]{0,5}$"
)
OF_AN_ARCHIVE = regex.compile(r"[АAМMЦ]|TsG|RG")


def archive_before(text: str, end: int, lexicon: Lexicon) -> Archive | None:
    """Find the archive named just before `end`: known, abbreviated, or with `архив` in its name."""
    full = FULL_NAME.search(text, max(0, end - REACH), end)
    if full:
        known = lexicon.archive(full["short"] or "") or lexicon.archive(full["name"])
        return Archive(full.start(), known.id if known else full["short"] or full["name"])
    short = SHORT_NAME.search(text, max(0, end - REACH // 4), end)
    if short is None:
        return None
    known = lexicon.archive(short["name"])
    if known:
        return Archive(short.start(), known.id)
    return Archive(short.start(), short["name"]) if OF_AN_ARCHIVE.search(short["name"]) else None
