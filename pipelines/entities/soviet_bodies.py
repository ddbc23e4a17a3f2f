"""Soviet bodies and enterprises named by syllables, in Latin letters: `Narkomzem`, `Embaneft`; German ones too."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from document import Label
from pipelines.entities.candidate import Candidate

BY = "rule:soviet-body"
# First syllables with which only such words begin; `Kaz…` and `Gos…` also begin surnames and towns.
FIRST = (
    r"Narkom(?!s\b|aty?\b)[a-z]{2,}|So[iy]uz[a-z]{3,}|Glav(?!n)[a-z]{3,}|Zagot[a-z]{3,}|Torgsin|Insnab|Intourist|Sovnarkom|Pomgol|Gos(?:plan|bank|torg|strakh|snab|prom)[a-z]*"
    r"|Kaz(?:gos|kraisoyuz|kraisoiuz|ak?gos|torg|ryb|sel|snab|TAG|potreb|neft|ugol|stro[iy]|sakhar|khleb|m[iy]as)[a-z]*"
)
# Those that no syllable tells.
WHOLE = (
    r"Osoaviakhim|Osoviakhim|Vsevobuch|Sovinformb[iy]?uro|Goslitizdat|Gosizdat|Detgiz|Uchpedgiz|Sovnarkhoz|Vesenkha"
    r"|Profintern|Krestintern|Sportintern|Comintern|Komintern|Vecheka|Rabkrin|Tsentrosoyuz|Tsentrosoiuz|TsUNKhU|K[ai]zTsIK"
    r"|KazTsKK|KirTsIK|KazSNK|VTsIK|TsIK|VTsSPS|VSNKh|TsKK|Gestapo|Abwehr|Wehrmacht|Luftwaffe|Schutzbund|Reichswehr|Rotfront"
)
LAST = (
    r"revkom|obkom|kraikom|gubkom|ispolkom"
    r"|trest|kombinat|stro[iy]|snab|torg|neft|ugol|zoloto|khleb|zerno|selmash|tsvetmet|polimetall?|otdel|izdat|zavod|prom|bank|soyuz"
)
# Surnames that begin alike, and the noun for any part of a department: `Glavatsky`, `Gossnabov`, `Podotdel`.
NO_BODY = r"(?:\p{L}+(?:sk(?:y|ii|iy|aya|aia)|[oe]va?|enko)|Podotdel)(?!\p{L})"
TOWNS = r"Magnitostro[iy](?!\p{L})"  # sites that gave their name to a town
BODY = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}’'.\-])(?!{TOWNS}|{NO_BODY})(?:{FIRST}|{WHOLE}|[A-Z][a-z]{{2,}}(?:{LAST}))(?![\p{{L}}\p{{M}}])"
)
IN_NAME = regex.compile(r"\s\p{Lu}\p{Ll}")


def find_bodies(text: str) -> Iterator[Candidate]:
    """Every word of this kind that no longer name seems to go on with."""
    for match in BODY.finditer(text):
        if not IN_NAME.match(text, match.end()):
            yield Candidate(match.start(), match.end(), Label.ORG, BY)
