"""Mends the edges of names in Latin letters: particles of surnames, soft signs, sides of places, numbers of units."""

from __future__ import annotations

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.english_before_names import ADDRESSES
from pipelines.entities.english_heads import OF_DISTRICTS
from pipelines.entities.given_names import GIVEN_NAMES

PARTICLES = r"(?:von(?:\s(?:der|dem|und\szu))?|van(?:\s(?:der?|den))?|vom|zur?|zum|te[rn]|af)"
ROMANCE = r"(?:de\sla|del?|di|della|dos|da|d['’])"
BEFORE = regex.compile(rf"(?<![\p{{L}}’'-]){PARTICLES}\s$")
# In French and Italian titles `de` and `di` join all kinds of words: only an initial or a given name before tells.
ROMANCE_BEFORE = regex.compile(rf"(?:(?<![\p{{L}}.])\p{{Lu}}\.|(?P<given>\p{{Lu}}\p{{Ll}}+))\s{ROMANCE}\s?$")
AFTER = regex.compile(rf"\s(?:{PARTICLES}|ibn|bin|(?P<romance>{ROMANCE}))\s?\p{{Lu}}[\p{{L}}’'-]+")
ONE_WORD = regex.compile(r"\p{Lu}[\p{L}’'-]+")
LONGEST_PARTICLE = 24
HONOUR_AFTER = regex.compile(
    r"\s(?:Pasha|Bey|Beg|Bek|Khan|Batyr|Haji|Hajji|Qari|Effendi|Efendi|Mirza|oghlu|oglu|ogly|ogli|uly|ūly|kyzy|qyzy)"
    r"(?![\p{L}\p{M}\-’']|\s\p{Lu}\p{Ll})"
)
LISTED_SURNAME = regex.compile(
    r"(?:^|[.;:\]\n]\s{1,2}|\n|(?<!\p{L})\d{1,3}\.?\s)(?P<surname>\p{Lu}\p{Ll}[\p{L}’'-]+),\s$"
)
WORK_AFTER = regex.compile(r",?\s\(?(?:[Ee]ds?|[Tt]rans|[Cc]omp)\b|\.\s[“\"\p{Lu}]|\s\(\d{4}\)|,\s[“\"]")
LONGEST_SURNAME = 32
NEXT_INITIALS = regex.compile(r"(?<=\p{Ll})\s(?!St)\p{Lu}\p{Ll}?(?:\.\s?-?\p{Lu}\p{Ll}?)*\.?$")
FROM = regex.compile(
    r"(?P<name>(?:(?:\p{Lu}\p{Ll}?\.\s?)+|\p{Lu}\p{Ll}+\s)\p{Lu}[\p{L}’'-]+)\s\(\p{Lu}[\p{L}\s,-]+\)?$"
)
OWNER = regex.compile(r"\p{Lu}\p{Ll}+['’]s\s(?=\p{Lu})")
# `Chubar'`, `Perm’`; behind s an apostrophe is the owner's, and where a quotation began before, it ends here.
SOFT_SIGN_AFTER = regex.compile(r"(?<=[a-z][lnrtmdzbpv])['’](?![\p{L}\d])")
QUOTATION = regex.compile(r"(?<!\p{L})['‘](?=\p{L})")
# A soft sign within a word: `Ksenia Vasil'evna`, `Usol'lag`.
REST_OF_WORD = regex.compile(r"(?<=\p{L}[lnrtmdzbpv])['’](?!ll|re|ve)\p{Ll}{2,}(?![\p{L}\d])")
REST_OF_LETTERS = regex.compile(r"(?<=\p{Ll})\p{Lu}{2,5}(?![\p{L}\d])")
CUT_INITIAL = regex.compile(r"(?<=\s\p{Lu}\p{Ll}?)\.\s?\p{Lu}\p{Ll}?\.(?=\s|,|;|$)")
# In a numbered list of works the initials are the surname's before them, and a title follows.
INITIALS = r"\p{Lu}\p{Ll}?\.(?:\s?-?\p{Lu}\p{Ll}?\.){0,2}"
LISTED_AUTHOR = regex.compile(
    rf"(?:^|[\s.])\d{{1,3}}[.)]?\s(?P<author>(?:\p{{Lu}}\p{{Ll}}+\s){{1,2}}{INITIALS})\s\p{{Lu}}[\p{{L}}’'-]*(?!\p{{L}})"
)
WITH_INITIAL = regex.compile(r"(?<!\p{L})\p{Lu}\p{Ll}?\.\s\p{Lu}[\p{L}’'-]+$")
LONGEST_AUTHOR = 40
NEXT_NAME = regex.compile(r"(?P<name>(?:\p{Lu}\p{Ll}?\.\s?){1,3}\p{Lu}[\p{L}’'-]+),?\s(?:\p{Lu}\p{Ll}?\.\s?)+")
NAME_BEHIND = regex.compile(r",?\s(?:\p{Lu}\p{Ll}?\.\s?)+\p{Lu}\p{Ll}+")
NAMESAKE = regex.compile(
    r"\p{Lu}\p{Ll}+(?:ov|ev|yov|in|sky|ski|uly|baev|bayev)\s(?:\p{Lu}[\p{L}-]+\s){0,3}(?:University|Institute|Academy|College|School)"
)
# Initials behind a surname that has none before it are its own: `Orlova S. Amanzholov University`.
OWNED_INITIALS = r"(?<!\.\s?)(?<!\p{L})\p{Lu}\p{Ll}+(?:ov|ev|in|ova|eva|ina)\s"
INITIALS_BEFORE = regex.compile(rf"(?<![\p{{L}}.]|{OWNED_INITIALS})(?:\p{{Lu}}\p{{Ll}}?\.\s?-?){{1,2}}$")
REACH = 120
# `8th [OGPU Border Regiment]`.
UNIT = regex.compile(
    r"regiment|division|army|corps|brigade|battalion|squadron|department|section|directorate|front|line",
    regex.IGNORECASE,
)
ORDINAL_BEFORE = regex.compile(r"(?<![\p{L}\d.])\d{1,3}(?:st|nd|rd|th)\s$")
SIDE_BEFORE = regex.compile(
    r"(?<![\p{L}\-])(?:(?:North|South)(?:-?(?:East|West))?(?:ern)?|(?:East|West)(?:ern)?|Central|Upper|Lower|Middle|Inner|Outer"
    r"|Soviet|Nazi|Tsarist|Imperial|Fort|Lake|Mount|Cape|Port)\s$"
)
LONGEST_SIDE = 20
# Singular: `the plants “Dynamo” and “Kauchuk”` are two names.
WORKS_BEFORE = regex.compile(
    r"(?<!\p{L})(?:factory|plant|works|mine|trust|mill|combine|kolkhoz|sovkhoz|state\sfarm|collective\sfarm|artel)\s[\"“«]$"
)
CLOSING = frozenset('"”»')
LATIN = regex.compile(r"\p{Latin}")
# Committees and the like of a district are institutions: `Osakarovka district committee`.
KIND_AFTER = regex.compile(
    r"\s(?:oblast['’]?|region|district|rayon|raion|krai|okrug|uezd|volost|province|lake|river|steppe|station|settlement|village"
    r"|street|avenue|prospekt|square|cemetery|peninsula|desert|valley|canal)s?(?![\p{L}’'\-])"
    rf"(?!\s(?:\p{{Ll}}+\s)?(?:{OF_DISTRICTS}))",
    regex.IGNORECASE,
)
ADDRESS_BEFORE = regex.compile(rf"(?<!\p{{L}})(?:{ADDRESSES})\s(?:\p{{Lu}}\.\s?)*$")
# One farm or works of a place, or called after somebody; several are only said to be there.
WORKS_AFTER = regex.compile(
    r"\s(?:(?:fish|copper|lead|coal|steel|garment|chemical|sugar|meat|brick|cement|tractor|cotton|gold|machine-building|oil|rubber)\s)?"
    r"(?:collective\sfarm|state\sfarm|kolkhoz|sovkhoz|plant|factory|combine|mill|smelter|shipyard|distillery|orphanage|prison"
    r"|power\sstation|(?:fish|coal|copper|oil|gold)\strust|mine(?=[,.;)]|\s(?:in|of|and|near|at)\b))(?![\p{L}’'\-])"
)
STREET_BEFORE = regex.compile(r"(?<!\p{L})(?:[Uu]l\.|[Uu]litsa|[Pp]r\.|[Pp]rospekt|[Pp]er\.)\s(?:\p{Lu}\p{Ll}+\s)?$")
DISTRICT_OF_COLUMBIA = regex.compile(r",\sD\.\s?C\.")


def with_particle(text: str, candidate: Candidate) -> Candidate:
    """`van der [Meulen, H.]`, `H. de [Vries]`, `[Pieter] van Dongen`: the particle is part of the surname."""
    if candidate.label is not Label.PERSON:
        return candidate
    since = max(0, candidate.start - LONGEST_PARTICLE)
    before = BEFORE.search(text, since, candidate.start)
    if before:
        return replace(candidate, start=before.start())
    before = ROMANCE_BEFORE.search(text, since, candidate.start)
    if before and (before["given"] is None or before["given"] in GIVEN_NAMES):
        return replace(candidate, start=before.start())
    if not ONE_WORD.fullmatch(text, candidate.start, candidate.end):
        return candidate
    after = AFTER.match(text, candidate.end)
    if after and (after["romance"] is None or text[candidate.start : candidate.end] in GIVEN_NAMES):
        return replace(candidate, end=after.end())
    return candidate


def with_listed_surname(text: str, candidate: Candidate) -> Candidate:
    """In a list of works the surname stands before the given name: `Waller, [Edward], ed.`."""
    if candidate.label is not Label.PERSON or not ONE_WORD.fullmatch(text, candidate.start, candidate.end):
        return candidate
    before = LISTED_SURNAME.search(text, max(0, candidate.start - LONGEST_SURNAME), candidate.start)
    if before is None or not WORK_AFTER.match(text, candidate.end):
        return candidate
    return replace(candidate, start=before.start("surname"))


def without_initials_of_next(text: str, candidate: Candidate) -> Candidate:
    """Initials behind a place are those of the person named next: `[Republic of Kazakhstan K.-Zh]. Waller`."""
    found = NEXT_INITIALS.search(text, candidate.start, candidate.end) if candidate.label is Label.LOC else None
    if found is None or "." not in text[found.start() : candidate.end + 1]:
        return candidate
    return replace(candidate, end=found.start())


def with_honour(text: str, candidate: Candidate) -> Candidate:
    """What eastern names end in belongs to them: `[Enver] Pasha`, `[Mustafa Chokai] oghlu`."""
    honour = HONOUR_AFTER.match(text, candidate.end) if candidate.label is Label.PERSON else None
    return replace(candidate, end=honour.end()) if honour else candidate


def without_brackets(text: str, candidate: Candidate) -> Candidate:
    """Where a person is from, in brackets behind initials and surname: `[P. Stern] (Freiburg)`."""
    whole = FROM.match(text, candidate.start, candidate.end) if candidate.label is Label.PERSON else None
    return replace(candidate, end=whole.end("name")) if whole else candidate


def without_owner(text: str, candidate: Candidate) -> Candidate:
    """What a place belongs to is a place of its own: `Ukraine's [Donbas]`."""
    owner = OWNER.match(text, candidate.start, candidate.end) if candidate.label is Label.LOC else None
    return replace(candidate, start=owner.end()) if owner else candidate


def with_soft_sign(text: str, candidate: Candidate) -> Candidate:
    """The apostrophe for a soft sign belongs to the name: `[Chubar]'`."""
    sign = SOFT_SIGN_AFTER.match(text, candidate.end)
    if sign is None or QUOTATION.search(text, max(0, candidate.start - REACH), candidate.start):
        return candidate
    return replace(candidate, end=sign.end())


def with_rest_of_word(text: str, candidate: Candidate) -> Candidate:
    """What follows the apostrophe for a soft sign within a word belongs to it: `[Ksenia Vasil]'evna`."""
    rest = REST_OF_WORD.match(text, candidate.end)
    return replace(candidate, end=rest.end()) if rest else candidate


def with_rest_of_letters(text: str, candidate: Candidate) -> Candidate:
    """A name covers whole words: `[Al-Farabi Kaz]NU`."""
    rest = REST_OF_LETTERS.match(text, candidate.end)
    return replace(candidate, end=rest.end()) if rest else candidate


def with_rest_of_initials(text: str, candidate: Candidate) -> Candidate:
    """A stop and one more initial behind an initial belong to the name: `[Waller Iu]. A. Vzgliad`."""
    rest = CUT_INITIAL.match(text, candidate.end) if candidate.label is Label.PERSON else None
    return replace(candidate, end=rest.end()) if rest else candidate


def as_listed_author(text: str, candidate: Candidate) -> Candidate:
    """`58 Van Hear [N. New] Diasporas`: behind the number stands the author, surname first."""
    if candidate.label is not Label.PERSON or not WITH_INITIAL.search(text, candidate.start, candidate.end):
        return candidate
    for author in LISTED_AUTHOR.finditer(text, max(0, candidate.start - LONGEST_AUTHOR), candidate.end + 1):
        begins, ends = author.span("author")
        # `12 Nick W. Stern` may be one name.
        doubtful = begins == candidate.start and author["author"].count(" ") == 1
        if begins <= candidate.start < ends < candidate.end and not doubtful:
            return replace(candidate, start=begins, end=ends)
    return candidate


def without_initial_of_next(text: str, candidate: Candidate) -> Candidate:
    """With initials before the surname the one behind begins the next name: `[A. Waller S]. Stern University`."""
    own = NEXT_NAME.fullmatch(text, candidate.start, candidate.end) if candidate.label is Label.PERSON else None
    if own is None or not NAME_BEHIND.match(text, own.end("name")):
        return candidate
    return replace(candidate, end=own.end("name"))


def with_initials_of_namesake(text: str, candidate: Candidate) -> Candidate:
    """The initials of whom it is named after belong to an institution: `S. [Amanzholov University]`."""
    if candidate.label is not Label.ORG or not NAMESAKE.match(text, candidate.start, candidate.end):
        return candidate
    before = INITIALS_BEFORE.search(text, max(0, candidate.start - 12), candidate.start)
    return replace(candidate, start=before.start()) if before else candidate


def as_person_addressed(text: str, candidate: Candidate) -> Candidate:
    """Who is addressed so is no place: `Mr. [LOC Waller]`."""
    if candidate.label is not Label.LOC or not ONE_WORD.fullmatch(text, candidate.start, candidate.end):
        return candidate
    addressed = ADDRESS_BEFORE.search(text, max(0, candidate.start - LONGEST_SIDE), candidate.start)
    return replace(candidate, label=Label.PERSON) if addressed else candidate


def with_side(text: str, candidate: Candidate) -> Candidate:
    """The side, the age or the kind before a place is part of its name: `Eastern [Turkestan]`, `Soviet [Karelia]`."""
    if candidate.label is not Label.LOC:
        return candidate
    before = SIDE_BEFORE.search(text, max(0, candidate.start - LONGEST_SIDE), candidate.start)
    return replace(candidate, start=before.start()) if before else candidate


def with_kind_of_place(text: str, candidate: Candidate) -> Candidate:
    """The kind of a place behind it is part of its name, and tells that it is one: `[PERSON Zhalanash] lake`."""
    if candidate.label not in {Label.LOC, Label.PERSON} or not LATIN.match(text, candidate.start):
        return candidate
    kind = KIND_AFTER.match(text, candidate.end)
    if kind is None or (
        candidate.label is Label.PERSON and not ONE_WORD.fullmatch(text, candidate.start, candidate.end)
    ):
        return candidate
    return replace(candidate, end=kind.end(), label=Label.LOC)


def with_kind_of_works(text: str, candidate: Candidate) -> Candidate:
    """A farm or works called by a place or a person is an institution: `[LOC Balkhash] copper smelter`."""
    if candidate.label not in {Label.LOC, Label.PERSON} or not ONE_WORD.fullmatch(text, candidate.start, candidate.end):
        return candidate
    works = WORKS_AFTER.match(text, candidate.end)
    return replace(candidate, end=works.end(), label=Label.ORG) if works else candidate


def with_street(text: str, candidate: Candidate) -> Candidate:
    """Streets as Russian and Polish letters give them: `ul. [PERSON Lenina]`."""
    if candidate.label not in {Label.LOC, Label.PERSON}:
        return candidate
    before = STREET_BEFORE.search(text, max(0, candidate.start - LONGEST_SIDE), candidate.start)
    return replace(candidate, start=before.start(), label=Label.LOC) if before else candidate


def with_works(text: str, candidate: Candidate) -> Candidate:
    """What works in quotation marks are is part of their name: `plant “[Dynamo]”`."""
    before = WORKS_BEFORE.search(text, max(0, candidate.start - LONGEST_SIDE), candidate.start)
    if candidate.label is not Label.ORG or before is None or text[candidate.end : candidate.end + 1] not in CLOSING:
        return candidate
    return replace(candidate, start=before.start(), end=candidate.end + 1)


def with_ordinal(text: str, candidate: Candidate) -> Candidate:
    """A unit's number belongs to its name: `8th [OGPU Border Regiment]`."""
    if candidate.label is not Label.ORG or not UNIT.search(text, candidate.start, candidate.end):
        return candidate
    before = ORDINAL_BEFORE.search(text, max(0, candidate.start - 8), candidate.start)
    return replace(candidate, start=before.start()) if before else candidate


def with_district_of_columbia(text: str, candidate: Candidate) -> Candidate:
    """`[Washington], D.C.` is one place."""
    if candidate.label is not Label.LOC or not text.startswith("Washington", candidate.start):
        return candidate
    after = DISTRICT_OF_COLUMBIA.match(text, candidate.end)
    return replace(candidate, end=after.end()) if after else candidate


# What a tagger broke off a name, or a title tells of it.
BROKEN_OFF = (
    with_rest_of_letters,
    as_listed_author,
    with_rest_of_word,
    with_rest_of_initials,
    without_initial_of_next,
    with_initials_of_namesake,
    as_person_addressed,
    with_kind_of_works,
)
