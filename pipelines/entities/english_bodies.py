"""English institutions whose names go on in small letters, under another one or for a region, whoever found a part."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.english_institutions import OPENING

BY = "rule:body-of-field"
# What an institution is for, in small letters: `Museum of the history of political repressions`.
FIELD = (
    r"(?:histor(?:y|ies)|philosophy|economics|economy|law|literature|languages?|arch(?:a)?eology|ethnology|ethnography|geography"
    r"|agriculture|education|sciences?|culture|justice|finance|trade|health|labou?r|affairs|security|statistics|collectivi[sz]ation"
    r"|rehabilitation|repressions?|famine|study|memory|protection|assistance|medicine|geology|mathematics|linguistics|pedagogy"
    r"|mining|metallurgy|transport|communications?|industry|settlers|deportations?|exile|victims|prisoners|archives)"
)
OF_FIELD = (
    r"(?:internal|foreign|national|state|political|mass|full|complete|social|oral|modern|general|world|special|illegal|public|heavy"
    r"|light|natural|forced|and|of|the|for)"
)
# `a centre of trade` is any; where the field goes on in small letters the list does not know the rest.
ANY = r"(?<!(?<!\p{L})(?:[Aa]n?|[Aa]ny|[Nn]o|[Ee]very|[Ee]ach)[  ])"
GOES_ON = r"[  ]of[  ](?:(?:the|his|her)[  ])?\p{Ll}"
BODY_OF_FIELD = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}.’'\-«“\"]){ANY}(?:\p{{Lu}}[\p{{L}}-]+[  ]){{0,3}}"
    r"(?:Commission|Committee|Museum|Institute|Cent(?:er|re)"
    r"|Society|Bureau|Association|Ministry|Commissariat|Foundation|Fund|Academy|Department|Faculty|School)"
    rf"[  ](?:of|for|on)(?:[  ](?:{FIELD}|{OF_FIELD}))*[  ]{FIELD}(?![\p{{L}}\p{{M}}’'-]|{GOES_ON})"
)
# Under whom a body stands belongs to its name: `Military Council under the People's Commissar of Defense`.
PARENT = (
    r"(?:People['’]s[  ]Commissar(?:iat)?[  ](?:of|for)[  ]\p{Lu}\p{Ll}+(?:[  ]Affairs)?|NKVD|OGPU|MVD|MGB|VTsIK"
    r"|Sovnarkom|Comintern|Ministry[  ]of[  ]\p{Lu}\p{Ll}+(?:[  ](?:Affairs|Security))?"
    r"|Council[  ]of[  ](?:People['’]s[  ]Commissars|Ministers)|Presidium[  ]of[  ]the[  ]Supreme[  ]Soviet"
    r"|Central[  ]Executive[  ]Committee)"
)
UNDER = regex.compile(
    r"(?<![\p{L}\p{M}-])(?:Special|Military|State|Main|Central|Chief|Supreme|Higher)[  ](?:\p{Lu}\p{Ll}+[  ]){0,3}"
    r"(?:Board|Conference|Meeting|Council|Session|Committee|Commission|Administration|Directorate|Department|Inspectorate)"
    rf"(?:[  ]for[  ]\p{{Lu}}\p{{Ll}}+(?:[  ]\p{{Lu}}\p{{Ll}}+)?)?[  ](?:under|at|attached[  ]to)[  ](?:the[  ])?"
    rf"{PARENT}(?:[  ]of[  ](?:the[  ])?(?:USSR|Soviet[  ]Union|RSFSR|(?:\p{{Lu}}\p{{Ll}}+[  ])?A?SSR))?(?!\p{{L}})"
)
ORGAN = r"(?:U?NKVD|O?GPU|KGB|MGB|U?MVD|NKGB|PKIF)"
OF_REGION = (
    r"(?:for|of|in)[  ](?:the[  ])?(?:\p{Lu}[\p{Ll}’']+[  -]){1,3}(?:[Rr]egion|[Oo]blast['’]?|[Kk]rai|[Tt]erritory"
    r"|[Dd]istrict|[Pp]rovince|[Oo]krug)"
)
ORGAN_OF_REGION = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}-]){ORGAN}[  ](?:[Dd]irectorate|[Dd]epartment|[Aa]dministration|[Bb]ranch)[  ]{OF_REGION}"
    r"(?![\p{L}’'-])"
)
CAMP_MUSEUM = regex.compile(r"(?<![\p{L}\p{M}-])(?:Karlag|ALZHIR|Alzhir|Steplag|Gulag|GULAG)[  ][Mm]useum(?![\p{L}-])")


def find_english_bodies(text: str) -> Iterator[Candidate]:
    """Every institution of these forms."""
    for pattern in (BODY_OF_FIELD, UNDER, ORGAN_OF_REGION, CAMP_MUSEUM):
        for match in pattern.finditer(text):
            opening = OPENING.match(text, match.start(), match.end())
            yield Candidate(opening.end() if opening else match.start(), match.end(), Label.ORG, BY)
