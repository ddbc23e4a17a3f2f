"""Cuts an English candidate that holds several institutions, or one and its officer, or one and what stands behind."""

from __future__ import annotations

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.english_heads import HEADS
from pipelines.entities.given_names import GIVEN_NAMES
from pipelines.entities.name_signs import INITIALS_BEFORE, LONGEST_INITIALS, is_known
from pipelines.entities.soviet_bodies import BODY

HEAD = rf"(?:{HEADS}|Archives?|Board|Prosecutor['’]s\sOffice|NKVD|OGPU)"
# What an institution is called that belongs to somebody: `Prosecutor General's Office`, `St. Anne's Church`.
OWNED = regex.compile(
    rf"(?:\p{{Lu}}\p{{Ll}}+\s){{0,2}}(?:{HEAD}|Office|Church|Circle|House|Palace|Club|Home|Fund|Guild|Section)\b"
)
# What stands between two names, each with a word of its own for what it is.
PAIR = regex.compile(
    rf"(?P<first>[^,;]*\b{HEAD}\b[^,;]*?)(?:,?\sand\s(?:of\s)?the\s|,\s(?:the\s)?|;\s)(?P<second>\p{{Lu}}[^,;]*\b{HEAD}\b.*)"
)
# `the [Orsk plant and of the Waller power station]`: with its own preposition the second is another.
APART = regex.compile(
    r"(?P<first>.*\p{Lu}.*),?\sand\s(?:of|at|in|from|by|to)\sthe\s(?P<second>.*\p{Lu}.*)", regex.DOTALL
)
ABBREVIATION = regex.compile(rf"(?P<first>.*\b{HEAD}\b.*),\s(?P<second>[A-Z]{{3,7}})")
# Whose the two are said together: `the Foreign and Finance Ministries of`, `Commission of the Academy and the Council`.
TOGETHER = regex.compile(r"(?:Joint|Commission|Committee|Agreement|Treaty)\s(?:of|between)\sthe\b")
PERSON_AND_BODY = regex.compile(
    r"(?P<first>(?:\p{Lu}\p{Ll}?\.\s?)+\p{Lu}[\p{L}’'-]+)\s(?:for|of|from|at)\s(?:the\s)?(?P<second>\p{Lu}.+)"
)
OFFICER = regex.compile(
    rf"(?P<body>.*(?:\b(?:{HEAD}|company|branch|section|office)|\([bB]\)))\s"
    r"(?P<officer>\p{Lu}\p{Ll}+(?:ov|ev|yov|sky|skii|enko|uk|yan|dze|aev|iev|baev|bekov|khanov))"
)
BEHIND = regex.compile(r"(?P<name>.+?)[.,]?\s(?:Abstract|Annotation|Keywords|Key\swords|Introduction|Received)")
# `Waller, S. Stern` in a list that goes on with initials first; in a list of works a title follows `Waller, S.`.
INITIALS = r"(?:\p{Lu}\p{Ll}?\.[ \-]?){1,3}"
SURNAME = r"\p{Lu}\p{Ll}[\p{L}’'-]+"
TWO_PEOPLE = regex.compile(
    rf"(?P<first>{INITIALS}(?:(?:von|van|de|der|den|la|zu)\s){{0,2}}{SURNAME}|(?P<bare>{SURNAME})),\s(?P<second>{INITIALS}{SURNAME})"
)
LIST_GOES_ON = regex.compile(rf"(?:,|,?\sand)\s(?:and\s)?(?:{INITIALS}{SURNAME}|(?:many\s)?others)")
# In a bracket that cites: (Kim, Pak 2014).
CITED_PAIR = regex.compile(rf"(?P<first>{SURNAME}),\s(?P<second>{SURNAME})")
YEAR_AFTER = regex.compile(r",?\s(?:19|20)\d\d[a-d]?[:;,)]")
# `the widow of [Tukhachevsky, Olga Nikolaevna]`: the first is somebody else.
SOMEBODYS = regex.compile(
    r"(?<!\p{L})(?:wife|wives|widow|daughter|son|sister|brother|mother|father|nephew|niece|deputy|secretary|assistant|aide"
    r"|adjutant|pupil|friend|colleague|successor|predecessor)\sof\s$"
)
SOMEBODY_ELSE = regex.compile(rf"(?P<first>{SURNAME}),\s(?P<second>{SURNAME}\s{SURNAME}(?:\s{SURNAME})?)")
LONGEST_RELATION = 20
# `[Waller E. A. Stalin], NKVD`: the title of the work begins with somebody known to everybody.
TITLE_BEGINS = regex.compile(rf"(?P<first>{SURNAME}\s{INITIALS})\s?(?P<second>{SURNAME})")
# `the [Stalin–Kaganovich correspondence]`.
BOTH = regex.compile(r"(?P<first>\p{Lu}\p{Ll}+)[-–—](?P<second>\p{Lu}\p{Ll}+)(?:\s\p{Ll}+)?")
# No name of an institution goes on with these; what stands behind them is somebody or something else.
PREDICATE = (
    r"(?:was|were|is|are|has|had|did|does|nor|about|until|till|when|while|who|whom|whose|which|that|because|since|during"
    r"|(?<!named\s)after|before|sent|(?!named\s(?:after|for|in)|united|combined|armed|allied|organi[sz]ed|occupied)\p{Ll}{3,}ed)"
)
GOES_ON = regex.compile(rf"(?P<name>.*?[\p{{L}}\d)”\"»’'])\s{PREDICATE}\s.+", regex.DOTALL)
# The people of an institution and what it owns are no part of it: `PKIF bodies of the Omsk region`, `Embassy's clerks`.
ITS_PEOPLE = regex.compile(
    r"(?P<name>[A-Z]{3,6})\s(?:bodies|organs|officers|officials|employees|agents|troops|workers|analysts|men|reports|files"
    r"|documents)\b"
    r"(?:\s(?:of|in|for)\s(?:the\s)?(?P<place>\p{Lu}.*))?"
)
# Whom it sentenced is somebody: `[Special Meeting sentenced Waller]`.
PATIENT = regex.compile(
    r".*\s(?:sentenced|arrested|expelled|dismissed|condemned|appointed|shot|sent|recalled|summoned|excluded|deported|exiled)\s"
    r"(?P<patient>(?:\p{Lu}\p{Ll}?\.\s?)*\p{Lu}[\p{L}’'-]+)",
    regex.DOTALL,
)
OWNER = regex.compile(
    r"(?P<name>.*\p{Lu}[\p{L}.]*(?<!People|Women|Workers|Children|Prosecutor|Procurator|Commandant|Attorney|Master|Men|Miners|Soldiers"
    r"|Writers|Peasants|Artists|Teachers))(?:['’]s\s|(?<=(?:Minister|Commissar|Nation|Soviet)s)['’]\s)(?P<owned>.+)"
)
# What kind of body it is stands outside where one word names it: `the [Musavat] party`.
KIND_BEHIND = regex.compile(
    r"(?P<name>\p{Lu}\p{L}+(?<!ist|ik|et|an|ish|sh))\s(?:party|society|agency|movement|group|committee|organi[sz]ation)"
)
ONESELF = regex.compile(r"I,\s(?=\p{Lu})")  # `I, Richard Lutz, request`
# `Z. [Kabuldinova Abai University]`: no university is named after a woman by her surname alone.
WOMAN_AND_BODY = regex.compile(
    rf"(?P<woman>\p{{Lu}}\p{{Ll}}+(?:ova|eva|yeva|ina|skaya|kyzy|kizi))\s(?P<body>(?:\p{{Lu}}\p{{Ll}}?\.\s?){{0,2}}\p{{Lu}}.*\b{HEAD}\b.*)"
)
# Lists of abbreviations: `SNK – Council of People's Commissars⏎KTsIK`.
LISTED = regex.compile(r"\n[^\s\n]{2,12}\s[–—-]\s\p{Lu}")
LAST_LISTED = regex.compile(r"\n\S{2,12}$")
DASH = regex.compile(r"\s[–—-]\s")
LINE = regex.compile(r"[^\n]+")
SIDE = regex.compile(r"[^\s–—-](?:(?!\s[–—-]\s)[^\n])*")


def pieces(text: str, candidate: Candidate) -> tuple[Candidate, ...]:
    """The names that a candidate is made of, mostly itself alone."""
    name = text[candidate.start : candidate.end]
    if " " not in name and "\n" not in name:
        return (candidate,)
    if LISTED.search(name) or (LAST_LISTED.search(name) and DASH.match(text, candidate.end)):
        return lines(text, candidate)
    if behind := BEHIND.fullmatch(name):
        candidate = replace(candidate, end=candidate.start + behind.end("name"))
    if candidate.label is Label.PERSON:
        return people(text, candidate)
    if pair := known_pair(candidate, name):
        return pair
    return spoken_of(text, candidate, name) if candidate.label is Label.ORG else (candidate,)


def spoken_of(text: str, candidate: Candidate, name: str) -> tuple[Candidate, ...]:
    """An institution without what is said of it, and whom it did something to."""
    found = institutions(text, alone(candidate, name))
    patient = PATIENT.fullmatch(name)
    if patient is None or found[-1].end == candidate.end:
        return found
    start = candidate.start + patient.start("patient")
    return (*found, replace(candidate, start=start, label=Label.PERSON))


def known_pair(candidate: Candidate, name: str) -> tuple[Candidate, ...]:
    """Two people known to everybody, named in one breath with what they share: `Stalin–Kaganovich correspondence`."""
    both = BOTH.fullmatch(name)
    if both is None or not all(is_known(both[side].casefold()) for side in ("first", "second")):
        return ()
    start = candidate.start
    first = replace(candidate, end=start + both.end("first"), label=Label.PERSON)
    return first, replace(
        candidate, start=start + both.start("second"), end=start + both.end("second"), label=Label.PERSON
    )


def alone(candidate: Candidate, name: str) -> Candidate:
    """An institution without what the sentence says of it: `[Special Meeting] sentenced Waller`."""
    found = GOES_ON.fullmatch(name) or KIND_BEHIND.fullmatch(name)
    if found:
        candidate, name = replace(candidate, end=candidate.start + found.end("name")), found["name"]
    owner = OWNER.fullmatch(name)
    if owner and not OWNED.match(owner["owned"]):
        candidate = replace(candidate, end=candidate.start + owner.end("name"))
    return candidate


def people(text: str, candidate: Candidate) -> tuple[Candidate, ...]:
    """Two people of a list, where the first is named by surname alone or both by initials first."""
    body = BODY.match(text, candidate.start, candidate.end)
    if body and text[body.end()].isspace():
        return people(text, replace(candidate, start=body.end() + 1))  # `[KazTsIK Z]. Waller`
    if oneself := ONESELF.match(text, candidate.start, candidate.end):
        candidate = replace(candidate, start=oneself.end())
    two = TWO_PEOPLE.fullmatch(text, candidate.start, candidate.end)
    if two is None and YEAR_AFTER.match(text, candidate.end):
        two = CITED_PAIR.fullmatch(text, candidate.start, candidate.end)
        two = None if two and two["second"] in GIVEN_NAMES else two
    elif two and two["bare"] and not LIST_GOES_ON.match(text, candidate.end):
        two = None
    if two is None and (work := TITLE_BEGINS.fullmatch(text, candidate.start, candidate.end)):
        two = work if is_known(work["second"].casefold()) else None
    if two is None and SOMEBODYS.search(text, max(0, candidate.start - LONGEST_RELATION), candidate.start):
        two = SOMEBODY_ELSE.fullmatch(text, candidate.start, candidate.end)
    if two is None:
        return (candidate,)
    end = two.start("first") + len(two["first"].rstrip())
    return replace(candidate, end=end), replace(candidate, start=two.start("second"))


def institutions(text: str, candidate: Candidate) -> tuple[Candidate, ...]:
    """The institutions of a candidate, and whose they are."""
    name, start = text[candidate.start : candidate.end], candidate.start
    if found := PERSON_AND_BODY.fullmatch(name):
        person = replace(candidate, end=start + found.end("first"), label=Label.PERSON)
        return (person, *institutions(text, replace(candidate, start=start + found.start("second"))))
    found = PAIR.fullmatch(name) or ABBREVIATION.fullmatch(name) or APART.fullmatch(name)
    if found and not TOGETHER.search(name):
        first = replace(candidate, end=start + found.end("first"))
        return (first, *institutions(text, replace(candidate, start=start + found.start("second"))))
    if found := ITS_PEOPLE.fullmatch(name):
        body = replace(candidate, end=start + found.end("name"))
        return (
            (body, replace(candidate, start=start + found.start("place"), label=Label.LOC))
            if found["place"]
            else (body,)
        )
    woman = WOMAN_AND_BODY.fullmatch(name)
    before = INITIALS_BEFORE.search(text, max(0, start - LONGEST_INITIALS), start) if woman else None
    if woman and before:
        person = replace(candidate, start=before.start(), end=start + woman.end("woman"), label=Label.PERSON)
        return (person, replace(candidate, start=start + woman.start("body")))
    if found := OFFICER.fullmatch(name):
        body = replace(candidate, end=start + found.end("body"))
        return (body, replace(candidate, start=start + found.start("officer"), label=Label.PERSON))
    return (candidate,)


def lines(text: str, candidate: Candidate) -> tuple[Candidate, ...]:
    """The abbreviations and names of a list of abbreviations, each by itself."""
    return tuple(
        replace(candidate, start=side.start(), end=side.end())
        for line in LINE.finditer(text, candidate.start, candidate.end)
        for side in SIDE.finditer(text, line.start(), line.end())
    )
