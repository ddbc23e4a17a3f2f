"""Authors of the works that an English text cites, in brackets or in a list: `(Waller 1968; Stern and Vallar 1999)`."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.given_names import GIVEN_NAMES
from pipelines.entities.polities import COUNTRY, PARTS

WORD = r"\p{Lu}\p{Ll}[\p{Ll}\p{M}]*(?:[’'-]?\p{L}[\p{Ll}\p{M}]+){0,2}"
INITIALS = r"(?:\p{Lu}\p{Ll}?\.[  ]?-?){1,3}"
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
    r"|Spring|Summer|Autumn|Fall|Winter|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter"
    r"|Table|Figure|Chapter|Appendix|Part|Volume|Document|Photo|Map|World|Nobel|Perestroika|Glasnost|Chernobyl|Memorial|Radio|Pravda"
    r"|Izvesti\p{L}+|Omsk|Tomsk|Kazan|Prague|Helsinki|Tallinn|Riga|Vilnius|Baku|Istanbul|Boston|Kharkov|Kharkiv|Novosibirsk|Baikonur"
    rf"|England|Yes|No|{COUNTRY}|{PARTS})"
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
# What behind a title tells that it is one: `Almaty: Sanat, 1997`, `(New York, 1984)`.
IMPRINT = regex.compile(
    r"[“\"]|[^\n]{4,400}?(?:(?<!\d),\s|\(|(?<!\p{Lu})\.\s)(?:19|20)\d\d[a-d]?(?:[.);:,]|\s*(?:\n|$))"
)
CITED_BY, LISTED_BY = "rule:cited-author", "rule:author-of-work"


def find_cited_authors(text: str) -> Iterator[Candidate]:
    """Every author whose work a bracket or a list names."""
    for match in CITATION.finditer(text):
        if not WORD_ALONE.fullmatch(match.group()):
            yield from authors(text, *match.span())
    for match in AUTHOR_WITH_PAGES.finditer(text):
        if not any(NO_AUTHOR.match(author) for author in match.captures("author")):
            yield from (Candidate(*span, Label.PERSON, CITED_BY) for span in match.spans("author"))
    for match in LISTED.finditer(text):
        if is_of_a_work(match):
            yield from (Candidate(*span, Label.PERSON, LISTED_BY) for span in match.spans("author"))
    for match in LISTED_INITIALS.finditer(text):
        yield Candidate(*match.span("author"), Label.PERSON, LISTED_BY)


def is_of_a_work(match: regex.Match[str]) -> bool:
    """Say whether a line of a list begins with an author, not with a place: `London, England. A letter of 1937`."""
    surname, _, given = match.captures("author")[0].partition(", ")
    if given.split()[0] in GIVEN_NAMES:
        return True
    if NO_AUTHOR.match(surname) or NO_AUTHOR.match(given):
        return False
    return IMPRINT.match(match.string, match.end()) is not None


def authors(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Those whose works a bracket cites; nobody where it holds a town or a season."""
    found = list(CITED_AUTHOR.finditer(text, start, end))
    if any(NO_AUTHOR.match(match.group()) for match in found):
        return
    for match in found:
        yield Candidate(match.start(), match.end(), Label.PERSON, CITED_BY)
