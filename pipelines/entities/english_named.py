"""English people, places and institutions whose form is plain: authors of works, sons and daughters, regions."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.english_bodies import find_english_bodies

WORD = r"\p{Lu}\p{Ll}[\p{Ll}\p{M}]*(?:[’'-]?\p{L}[\p{Ll}\p{M}]+){0,2}"
INITIALS = r"(?:\p{Lu}\p{Ll}?\.[  ]?-?){1,3}"
# `Zulfiya Tursun kyzy`, `Ali Rza ogly`: small letters tell the word from a surname.
CHILD = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}.’'-]){WORD}(?:[  ]{WORD}){{1,2}}[  ](?:kyzy|qyzy|kizi|uly|ūly|uulu"
    r"|ogly|ogli|oglu|oghlu|oghli)(?![\p{L}\p{M}’'-])"
)
# Words that begin a sentence or stand before a name, and are no part of it.
NO_NAME = regex.compile(
    r"(?:The|A|An|In|On|At|To|By|For|From|With|And|But|As|When|While|After|Before|Then|There|Here|Her|His|My|Our|Their|Its"
    r"|Comrade|Citizen|Mr|Mrs|Doctor|Teacher|Aunt|Uncle|Grandmother|Grandfather)(?=[  ])[  ]"
)
AUTHOR = rf"(?:{WORD}(?:[  ]{WORD})?(?:,?[  ]{INITIALS})?|{INITIALS}{WORD})"
YEAR = r"(?:19[6-9]|20[0-4])\d[a-d]?"
# (Conquest 1968; Getty and Naumov 1999, 41–57; Viola 2007): nobody else is named so, and no place with such years.
CITED = rf"{AUTHOR}(?:,[  ]{AUTHOR}){{0,3}}(?:,?[  ](?:and|&)[  ]{AUTHOR})?(?:,?[  ]et[  ]al\.?)?,?[  ]{YEAR}"
PAGES = r"(?:[:,][  ]?(?:pp?\.[  ]?)?\d[\d–, -]{0,14})?"
SEE = r"(?:(?:[Ss]ee(?:[  ]also)?|[Cc]f\.|e\.g\.,?)[  ])?"
CITATION = regex.compile(rf"\({SEE}{CITED}{PAGES}(?:;[  ]{SEE}{CITED}{PAGES})*\)")
# Khlevniuk (2004, 187): only a work has pages.
AUTHOR_WITH_PAGES = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}.’'-])(?P<author>{WORD})(?:[  ](?:and|&)[  ](?P<author>{WORD}))?[  ]"
    rf"\({YEAR}[:,][  ]?(?:pp?\.[  ]?)?\d{{1,3}}(?:[  ]?[–-][  ]?\d{{1,3}})?\)"
)
# A word alone with a year may be a town: `The Steppe (Ithaca, 2016)`.
WORD_ALONE = regex.compile(rf"\({SEE}{WORD}(?:[  ]{WORD})?,[  ]{YEAR}\)")
CITED_AUTHOR = regex.compile(rf"(?<=[(;,&.][  ]?|and[  ]|see[  ]|also[  ]){AUTHOR}(?=,|[  ](?:and|&|et|\d))")
# Towns and countries with a year in brackets are the imprint or the time: `(Moscow 1991)`.
NO_AUTHOR = regex.compile(
    r"(?:Moscow|Moskva|Leningrad|London|Paris|Berlin|Almaty|Alma-Ata|Astana|Karaganda|Oxford|Cambridge|Stanford|Princeton"
    r"|Chicago|Munich|Vienna|Warsaw|Kiev|Kyiv|Minsk|Tashkent|Bishkek|New[  ]York|Kazakhstan|Russia|Ukraine|Poland"
    r"|Germany|Soviet|See|Cf|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Spring|Summer|Autumn|Fall|Winter)"
    r"(?![\p{L}])"
)
# At the head of a line or behind its number, where a full stop ends the name and a year follows: a list of works.
LISTED = regex.compile(
    rf"(?:^|\n)(?:\d{{1,3}}[.)]?[  ])?(?P<author>{WORD},[  ]{WORD}(?:[  ]\p{{Lu}}\.)?)(?:,[  ]eds?)?"
    rf"(?:,[  ]and[  ](?P<author>{WORD}(?:[  ]\p{{Lu}}\.)?[  ]{WORD}))?(?:,[  ]eds?)?\.[  ]"
    r"(?=[“\"\p{Lu}\d][^\n]{4,400}?(?:19|20)\d\d)"
)
# `23. Nurtazina, N. Narodnye vosstaniia … 2011.`: behind a number and a comma the initials end the name.
LISTED_INITIALS = regex.compile(
    rf"(?:^|\n)\d{{1,3}}[.)]?[  ](?P<author>{WORD},[  ](?:\p{{Lu}}\p{{Ll}}?\.[  ]?){{0,2}}\p{{Lu}}\p{{Ll}}?\.)"
    r"(?=[  ][“\"\p{Lu}][^\n]{4,400}?(?:19|20)\d\d)"
)
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
INSTITUTION_AFTER = (
    r"[  ](?:\p{Lu}|(?:\p{Ll}+[  ])?(?:committee|party|executive|soviet|court|department|bureau|branch|office|section"
    r"|militia|prosecutor|council|troika|administration|commission|directorate|prison))"
)
REGION_KIND = (
    r"(?:[Gg]overnorate(?:-[Gg]eneral)?|(?:[Oo]blast|[Kk]rai|[Uu](?:ye|e)zd|[Vv]olost|(?<!Military[  ])[Oo]krug"
    r"|[Gg]uberni(?:ia|ya|a)|[Rr]a[iy]on)['’]?)(?![\p{L}’'-])"
)
REGION = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}.’'-])(?!(?:The|This|That|Every|Each|In|At|From|Near|For|An?|Our|Then|As|All|Of|Kazakh)[  ])"
    rf"{WORD}(?:[  ]{WORD}){{0,2}}[  ]{REGION_KIND}(?!{INSTITUTION_AFTER})"
)
PARTY = r"(?:VKP|RKP|CPSU|AUCP|RCP|AKP|KPSS|CP|KP|PCU|KP\(b\)U)"
CENTRAL_COMMITTEE = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}-])(?:(?:Politburo|Orgburo|Secretariat|Bureau)[  ](?:of[  ](?:the[  ])?)?)?(?:CC|TsK|CCC)"
    rf"(?:[  ]of[  ]the)?[  ]{PARTY}(?:[  ]?\([Bb]\))?K?"
    rf"(?:[  ]of[  ](?:Kazakhstan|Ukraine|Uzbekistan|Belorussia|Georgia))?(?![\p{{L}}(])"
)


def find_english(text: str) -> Iterator[Candidate]:
    """Every name of these forms."""
    for match in CHILD.finditer(text):
        opening = NO_NAME.match(text, match.start())
        yield Candidate(opening.end() if opening else match.start(), match.end(), Label.PERSON, "rule:word-for-child")
    for match in CITATION.finditer(text):
        if not WORD_ALONE.fullmatch(match.group()):
            yield from authors(text, *match.span())
    for match in AUTHOR_WITH_PAGES.finditer(text):
        for span in match.spans("author"):
            yield Candidate(*span, Label.PERSON, "rule:cited-author")
    for match in LISTED.finditer(text):
        for span in match.spans("author"):
            yield Candidate(*span, Label.PERSON, "rule:author-of-work")
    for match in LISTED_INITIALS.finditer(text):
        yield Candidate(*match.span("author"), Label.PERSON, "rule:author-of-work")
    for match in KNOWN_LETTERS.finditer(text):
        yield Candidate(match.start(), match.end(), Label.ORG, "rule:known-letters")
    for match in NUMBERED_SETTLEMENT.finditer(text):
        yield Candidate(match.start(), match.end(), Label.LOC, "rule:numbered-settlement")
    for match in CENTRAL_COMMITTEE.finditer(text):
        yield Candidate(match.start(), match.end(), Label.ORG, "rule:central-committee")
    for match in REGION.finditer(text):
        yield Candidate(match.start(), match.end(), Label.LOC, "rule:region")
    yield from find_english_bodies(text)


def authors(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Those whose works a bracket cites; nobody where it holds a town or a season."""
    found = list(CITED_AUTHOR.finditer(text, start, end))
    if any(NO_AUTHOR.match(match.group()) for match in found):
        return
    for match in found:
        yield Candidate(match.start(), match.end(), Label.PERSON, "rule:cited-author")
