"""Cuts an English candidate that holds several institutions, or one and its officer, or one and what stands behind."""

from __future__ import annotations

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.candidate import Candidate

HEAD = (
    r"(?:University|Institute|School|Academy|Committee|Commissariat|Ministry|Museum|Archives?|Cent(?:er|re)|Library|Department"
    r"|Directorate|Board|Bureau|Trust|Plant|Factory|Works|Bank|Society|Union|Court|Embassy|Consulate|Legation|Commission"
    r"|Administration|Party|Hospital|Theatre|College|Collegium|Prosecutor['’]s\sOffice|Council|Foundation|League|NKVD|OGPU)"
)
# What stands between two names, each with a word of its own for what it is.
PAIR = regex.compile(
    rf"(?P<first>[^,;]*\b{HEAD}\b[^,;]*?)(?:,?\sand\s(?:of\s)?the\s|,\s(?:the\s)?|;\s)(?P<second>\p{{Lu}}[^,;]*\b{HEAD}\b.*)"
)
ABBREVIATION = regex.compile(rf"(?P<first>.*\b{HEAD}\b.*),\s(?P<second>[A-Z]{{3,7}})")
# Whose the two are said together: `the Foreign and Finance Ministries of`, `Commission of the Academy and the Council`.
TOGETHER = regex.compile(r"(?:Joint|Commission|Committee|Agreement|Treaty)\s(?:of|between)\sthe\b")
PERSON_AND_BODY = regex.compile(
    r"(?P<first>(?:\p{Lu}\p{Ll}?\.\s?)+\p{Lu}[\p{L}’'-]+)\s(?:for|of|from|at)\s(?:the\s)?(?P<second>\p{Lu}.+)"
)
OFFICER = regex.compile(
    rf"(?P<body>.*\b(?:{HEAD}|company|branch|section|office))\s"
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
    return institutions(text, candidate) if candidate.label is Label.ORG else (candidate,)


def people(text: str, candidate: Candidate) -> tuple[Candidate, ...]:
    """Two people of a list, where the first is named by surname alone or both by initials first."""
    two = TWO_PEOPLE.fullmatch(text, candidate.start, candidate.end)
    if two is None or (two["bare"] and not LIST_GOES_ON.match(text, candidate.end)):
        return (candidate,)
    return replace(candidate, end=two.end("first")), replace(candidate, start=two.start("second"))


def institutions(text: str, candidate: Candidate) -> tuple[Candidate, ...]:
    """The institutions of a candidate, and whose they are."""
    name, start = text[candidate.start : candidate.end], candidate.start
    if found := PERSON_AND_BODY.fullmatch(name):
        person = replace(candidate, end=start + found.end("first"), label=Label.PERSON)
        return (person, *institutions(text, replace(candidate, start=start + found.start("second"))))
    found = PAIR.fullmatch(name) or ABBREVIATION.fullmatch(name)
    if found and not TOGETHER.search(name):
        first = replace(candidate, end=start + found.end("first"))
        return (first, *institutions(text, replace(candidate, start=start + found.start("second"))))
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
