"""English people, places and institutions whose form is plain: sons and daughters, regions, numbered settlements."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.cited_authors import WORD, find_cited_authors
from pipelines.entities.english_before_names import ADDRESSES, OPENINGS
from pipelines.entities.english_bodies import find_english_bodies
from pipelines.entities.english_heads import OF_DISTRICTS

# `Zulfiya Tursun kyzy`, `Ali Rza ogly`: small letters tell the word from a surname.
CHILD = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}.’'-]){WORD}(?:[  ]{WORD}){{1,2}}[  ](?:kyzy|qyzy|kizi|uly|ūly|uulu"
    r"|ogly|ogli|oglu|oghlu|oghli)(?![\p{L}\p{M}’'-])"
)
# Words that begin a sentence or stand before a name, and are no part of it.
NO_NAME = regex.compile(rf"(?:{OPENINGS}|{ADDRESSES}|Citizen|Doctor|Teacher|Aunt|Uncle|Grandmother|Grandfather)[  ]")
# Nothing but an institution goes by these.
KNOWN_LETTERS = regex.compile(
    r"(?<![\p{L}\p{M}\d.’'&/-])(?:CIA|OSS|FBI|KGB|NKVD|OGPU|GPU|MVD|MGB|NKGB|NKID|NKPS|NKYu|CPSU|KPSS|TASS|UNRRA|MOPR|ECCI|IKKI"
    r"|VTsIK|VSNKh|UNKVD|GULAG|GUPVI|UPVI|GUGB|UGB|SMERSH)(?![\p{L}\p{M}\d&/(-]|[  ]\()"
)
NUMBERED_SETTLEMENT = regex.compile(
    r"(?<![\p{L}-])(?:(?:[Ss]pecial[  ]|[Ll]abou?r[  ])?[Ss]ettlement|[Aa]ul)[  ](?:[Nn]o\.|[Nn]umber|№)"
    r"[  ]?\d{1,3}(?!\d)"
)
# What institutions of a region are called behind it: `Akmolinsk oblast committee`.
INSTITUTION_AFTER = rf"[  ](?:\p{{Lu}}|(?:\p{{Ll}}+[  ])?(?:{OF_DISTRICTS}))"
REGION_KIND = (
    r"(?:[Gg]overnorate(?:-[Gg]eneral)?|(?:[Oo]blast|[Kk]rai|[Uu](?:ye|e)zd|[Vv]olost|(?<!Military[  ])[Oo]krug"
    r"|[Gg]uberni(?:ia|ya|a)|[Rr]a[iy]on)['’]?)(?![\p{L}’'-])"
)
REGION = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}.’'-])"
    rf"(?!(?:The|This|That|Every|Each|In|At|From|Near|For|An?|Our|Then|As|All|Of|Kazakh|Party)[  ])"
    rf"{WORD}(?:[  ]{WORD}){{0,2}}[  ]{REGION_KIND}(?!{INSTITUTION_AFTER})"
)
PARTY = r"(?:VKP|RKP|CPSU|AUCP|RCP|AKP|KPSS|CP|KP|PCU|KP\(b\)U)"
CENTRAL_COMMITTEE = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}-])(?:(?:Politburo|Orgburo|Secretariat|Bureau)[  ](?:of[  ](?:the[  ])?)?)?(?:CC|TsK|CCC)"
    rf"(?:[  ]of[  ]the)?[  ]{PARTY}(?:[  ]?\([Bb]\))?K?"
    rf"(?:[  ]of[  ](?:Kazakhstan|Ukraine|Uzbekistan|Belorussia|Georgia))?(?![\p{{L}}(])"
)


# Forms that are names from their first character to the last.
WHOLE = (
    (KNOWN_LETTERS, Label.ORG, "rule:known-letters"),
    (NUMBERED_SETTLEMENT, Label.LOC, "rule:numbered-settlement"),
    (CENTRAL_COMMITTEE, Label.ORG, "rule:central-committee"),
    (REGION, Label.LOC, "rule:region"),
)


def find_english(text: str) -> Iterator[Candidate]:
    """Every name of these forms."""
    for match in CHILD.finditer(text):
        opening = NO_NAME.match(text, match.start())
        yield Candidate(opening.end() if opening else match.start(), match.end(), Label.PERSON, "rule:word-for-child")
    yield from find_cited_authors(text)
    for pattern, label, by in WHOLE:
        yield from (Candidate(match.start(), match.end(), label, by) for match in pattern.finditer(text))
    yield from find_english_bodies(text)
