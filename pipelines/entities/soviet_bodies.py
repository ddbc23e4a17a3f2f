"""Soviet bodies and enterprises named by syllables, in Latin letters: `Narkomzem`, `Kazselmash`, `Embaneft`."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from document import Label
from pipelines.entities.candidate import Candidate

BY = "rule:soviet-body"
# First syllables with which only such words begin; `Kaz…` and `Gos…` also begin surnames and towns.
FIRST = (
    r"Narkom(?!s\b|aty?\b)[a-z]{2,}|Soyuz[a-z]{3,}|Glav[a-z]{4,}|Zagot[a-z]{3,}|Torgsin|Insnab|Intourist|Sovnarkom|Pomgol|Gos(?:plan|bank|torg|strakh|snab|prom)[a-z]*"
    r"|Kaz(?:gos|ak?gos|torg|ryb|sel|snab|TAG|potreb|neft|ugol|stro[iy]|sakhar|khleb|m[iy]as)[a-z]*"
)
LAST = (
    r"revkom|obkom|kraikom|gubkom|ispolkom"
    r"|trest|kombinat|stro[iy]|snab|torg|neft|ugol|zoloto|khleb|selmash|tsvetmet|polimetall?|zavod|prom|bank|soyuz"
)
BODY = regex.compile(rf"(?<![\p{{L}}\p{{M}}’'.\-])(?:{FIRST}|[A-Z][a-z]{{2,}}(?:{LAST}))(?![\p{{L}}\p{{M}}])")
# Sites that gave their name to a town.
TOWNS = frozenset({"Magnitostroi", "Magnitostroy"})
IN_NAME = regex.compile(r"\s\p{Lu}\p{Ll}")


def find_bodies(text: str) -> Iterator[Candidate]:
    """Every word of this kind that no longer name seems to go on with."""
    for match in BODY.finditer(text):
        if match.group() not in TOWNS and not IN_NAME.match(text, match.end()):
            yield Candidate(match.start(), match.end(), Label.ORG, BY)
