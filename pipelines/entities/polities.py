"""States, republics and great regions whose names are plain in Latin letters: `USSR`, `Komi ASSR`, `Siberia`."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.name_kinds import POLITY

BY = "rule:polity"
COUNTRIES = """
    Kazakhstan Kyrgyzstan Kirgizia Kirghizia Uzbekistan Turkmenistan Turkmenia Tajikistan Tadzhikistan Azerbaijan
    Azerbaidzhan Armenia Ukraine Belarus Belorussia Byelorussia Moldova Moldavia Bessarabia Lithuania Latvia Estonia
    Russia Finland Sweden Norway Denmark Germany Austria Poland Czechoslovakia Hungary Romania Rumania Bulgaria
    Yugoslavia Albania Greece Turkey Italy Switzerland Belgium Spain Portugal Britain Manchuria Manchukuo Mongolia
    Afghanistan Persia Iran Iraq Palestine Argentina Mexico Canada Australia
""".split()  # noqa: SIM905 - a list of quoted names would be six times as long
COUNTRY = "|".join(COUNTRIES)
# Parts of the country that always go by one name.
PARTS = (
    r"Far\s(?:East|North)|Kolyma|Siberia|Urals|Crimea|Caucasus|Transcaucasia|Transbaikalia|Pamirs|Zhetysu"
    r"|Semirech(?:ye|ie|['’]e)"
)
PLAIN = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}.\-«“\"])(?:(?:People['’]s\s)?Republic\sof\s(?:{COUNTRY})|{POLITY.pattern}|(?:{COUNTRY}|{PARTS}))"
    r"(?![\p{L}\p{M}\-»”\"]|\s\p{Lu}\p{Ll}|['’](?!s))"
)
# Part of a longer name: `Radio Warsaw`, `Communist Party of Poland`.
LONGER = regex.compile(
    r"(?<!\p{L})(?!(?:The|In|From|To|On|And|But|Of|For|All|When|While|After)\s)\p{Lu}[\p{L}’']+\)?\s(?:(?:of|for)\s(?:the\s)?)?$"
)
REACH = 30


def find_polities(text: str) -> Iterator[Candidate]:
    """Every state and republic that stands alone, and not behind other capitalised words."""
    for match in PLAIN.finditer(text):
        if not LONGER.search(text, max(0, match.start() - REACH), match.start()):
            yield Candidate(match.start(), match.end(), Label.LOC, BY)
