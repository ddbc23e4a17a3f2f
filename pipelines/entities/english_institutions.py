"""English institutions that nobody else has found, by the word for what they are: `Organization of Free Waller`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.english_before_names import OPENINGS
from pipelines.entities.english_heads import HEADS
from pipelines.entities.repairs import repaired
from pipelines.entities.same_people import untouched

BY = "rule:english-institution"
HEAD = (
    rf"(?:{HEADS}|Organi[sz]ations?|Movement|Federation|Association|Office|Tribunal|Front|Project|Corps|Army|Legion|Fleet|Theater"
    r"|Combine|Mission|Delegation|Brigade|Regiment|Division|Agency)"
)
WORD = r"\p{Lu}[\p{L}\p{M}’'-]+"
OF = rf"[  ](?:of|for)[  ](?:the[  ])?{WORD}(?:[  ]{WORD}){{0,3}}"
INSTITUTION = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}.’'\-«“\"])(?:(?:{WORD}[  ]){{1,4}}{HEAD}(?:{OF}){{0,2}}"
    rf"|(?:{WORD}[  ]){{0,3}}{HEAD}(?:{OF}){{1,2}}"
    rf"|(?:{WORD}[  ]){{1,3}}(?:Project|Commission|Committee)[  ]on[  ](?:the[  ])?{WORD}(?:[  ]{WORD}){{0,3}})"
    r"(?![\p{L}\p{M}’'»”-]|[  ](?:and[  ])?(?!Decree|Order|Resolution|Directive|Instruction)\p{Lu})(?<![  ]Press)"
)
# Countries, fronts of the war, bodies that every region or house has.
NO_INSTITUTION = regex.compile(
    r".*Soviet[  ]Union|Union[  ]of[  ](?:the[  ])?Soviet.+|(?:First|Second|Western|Eastern|Popular|United|Home)"
    r"[  ]Front"
    r"|(?:Organi[sz]ing|Personnel|Party|Regional|District|City|Local|Eastern|Editorial|Special|Political|Complete|Collected)"
    r"[  ](?:Committee|Department|Office|Bureau|Works|Administration)|Central[  ]Office|Works[  ]of.+"
    r"|(?:\p{Lu}\p{Ll}+(?:an|ian|ist|sh|et|al|ern|il|kh)[  ]){1,2}(?:Society|Court|School|Service|Movement|Works)"
)
# Journals and dissertations are references.
CITED_BEFORE = regex.compile(
    r"(?:Bulletin|Journal|Annals|Proceedings|Transactions|Herald|Vestnik|Notes|Papers)[  ](?:of[  ](?:the[  ])?)?$"
    r"|diss\.,[  ]$"
)
LONGEST_BEFORE = 24
OPENING = regex.compile(rf"(?:{OPENINGS})[  ]")


def find_institutions(text: str, found: Iterable[Candidate], confidence: float) -> Iterator[Candidate]:
    """Institutions that share no character with any of `found`."""
    taken = sorted((each.start, each.end) for each in found)
    for each in untouched(named(text), taken):
        mended = repaired(text, replace(each, confidence=confidence))
        if mended is not None:
            yield mended


def named(text: str) -> Iterator[Candidate]:
    """Every institution of this form, without the word that begins the sentence."""
    for match in INSTITUTION.finditer(text):
        start = match.start()
        while opening := OPENING.match(text, start, match.end()):
            start = opening.end()
        whole = INSTITUTION.fullmatch(text, start, match.end())
        cited = CITED_BEFORE.search(text, max(0, start - LONGEST_BEFORE), start)
        if whole and not cited and not NO_INSTITUTION.fullmatch(text, start, match.end()):
            yield Candidate(start, match.end(), Label.ORG, BY)
