"""Gives names in Latin letters the label that their own words tell: `Komi ASSR` is a place, `N.K.V.D.` no person."""

from __future__ import annotations

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.soviet_bodies import BODY

WORD = r"\p{Lu}[\p{Ll}’']+(?:-\p{Lu}[\p{Ll}’']+)?"
SOVIET_REPUBLIC = (
    r"(?:K?A?SSR|(?:A\.\s?)?S\.\s?S\.\s?R\.?|(?:Autonomous\s)?(?:Soviet\s)?(?:Federative\s)?Socialist\sRepublic)"
)
STATES = (
    r"USSR|SSSR|U\.\s?S\.\s?S\.\s?R\.?|RSFSR|R\.\s?S\.\s?F\.\s?S\.\s?R\.?|U\.\s?S\.(?:\s?A\.)?|USA|U\.K\.|UK|RK|GDR|FRG|BSSR|Kaz(?:akh)?A?SSR"
    r"|UkrSSR|UzSSR|Soviet\sUnion|Russian\s(?:Federation|Empire)|Third\sReich|Union\sof\sSoviet\sSocialist\sRepublics"
    r"|United\s(?:States|Kingdom)|United\sStates\sof\sAmerica|Ottoman\sEmpire"
)
POLITY = regex.compile(rf"{STATES}|(?!Soviet\s){WORD}(?:\s{WORD}|\s\({WORD}\))?\s{SOVIET_REPUBLIC}")
# Kinds of places that no institution ends in; `Karaganda Military District` and `Moscow Narodny Bank` are none.
KINDS_OF_PLACES = (
    r"(?i:oblast['’]?|region|district|rayon|raion|krai|province|governorate(?:-general)?|guberni?[iy]?a|uezd|volost|okrug|county|river|steppe|street"
    r"|avenue|prospekt|square|peninsula|valley|desert|islands?|lake|bay|strait|mountains?)"
)
PLACE = regex.compile(
    rf"(?:{WORD}\s){{1,3}}(?<!(?:Military|Economic|Educational|Federal|Naval|Air|Party|Defense|Defence|Guard)\s)"
    rf"{KINDS_OF_PLACES}"
)
INSTITUTION = regex.compile(
    rf"(?:(?:{WORD}|\p{{Lu}}\.|{WORD}-\p{{Ll}}+)\s){{1,4}}(?:University|Institute|Academy|College|Committee|Commission"
    r"|Commissariat|Ministry|Legation|Embassy|Consulate|Foundation|Stiftung|Library|Society|Association|Regiment|Brigade"
    r"|Bureau|Bank|Museum|Gymnasium|Seminary)"
)
INSTITUTION_OF = regex.compile(
    rf"(?:University|Institute|Academy|Ministry|Commissariat|Legation|Embassy|Consulate|Committee)\sof\s(?:the\s)?"
    rf"{WORD}(?:[\s–-]{WORD}){{0,3}}"
)
# What bears such a name is the farm or the trust: `the collective farm [LOC Karazhal]`.
FARM = regex.compile(
    r"(?:[Cc]ollective\s[Ff]arm|[Ss]tate\s[Ff]arm|[Kk]olkhoz|[Ss]ovkhoz|[Aa]rtel)\s.+|.+\s(?:collective\sfarm|state\sfarm|kolkhoz|sovkhoz|artel)"
)
# `KazPI`, `KarGU`, `KazTsIK`; republics are known before.
MIXED = regex.compile(
    rf"(?!(?:{STATES})$)(?:{WORD}\s){{0,2}}(?!Ma?c)[A-Z][a-z]{{1,4}}(?:[A-Z]{{2,}}|[A-Z][a-z][A-Z]{{1,4}})"
)
FARM_BEFORE = regex.compile(
    r"(?<!\p{L})(?:collective\sfarm|state\sfarm|[Kk]olkhoz|[Ss]ovkhoz|artel|the\strust|publishing\shouse)\s[\"“«‘]?$"
)
WORKS_BEFORE = regex.compile(
    r"(?<!\p{L})(?:factory|plant|works|mine|firm|club|society|union|organi[sz]ation|studio|mill|combine)s?\s[\"“«‘]$"
)
IN_QUOTES = regex.compile(r"[\"”»’]")
LONGEST_FARM = 20
# Towns that bore a living person's name: where somebody is in, near or deported to is the town.
TOWNS_OF_PEOPLE = frozenset(
    {"Frunze", "Kirov", "Molotov", "Kalinin", "Kuibyshev", "Kuybyshev", "Gorky", "Gorkii", "Engels"}
)
TOWN_BEFORE = regex.compile(
    r"(?<!\p{L})(?:(?<!trust\s|faith\s|confidence\s|belief\s|believed?\s|interest(?:ed)?\s|disappointed\s)[Ii]n|[Nn]ear|[Oo]utside|via"
    r"|[Vv]icinity\sof|[Cc]ity\sof|[Tt]own\sof"
    r"|(?:deported|exiled|evacuated|banished|resettled|moved|transferred|returned|flew|travelled|traveled|trains?|people|home|back)"
    r"\s(?:from|to))\s$"
)
LONGEST_WAY = 26
OFFICE = regex.compile(
    r"(?:(?:Chief|Deputy|First|Military|Vice)[\s-])?(?:Prosecutor|Procurator|Chairman|Chairwoman|Secretary|People['’]s\sCommissar"
    r"|Commissar|Minister|Head|Chief|President|Director|Ambassador|Consul|Member)(?:\sGeneral)?\sof\s(?:the\s)?(?=\p{Lu})"
)
COUNTRY = regex.compile(r"\p{Lu}\p{Ll}+(?:stan|land|ia|ine|any)")
# `N.K.V.D.`, `O. G. P. U.`, `A.C.T.`: so many letters are no initials, unless a surname follows.
LETTERS = regex.compile(r"\p{Lu}\.(?:\s?\p{Lu}\.){2,}\s?\p{Lu}?")
POSTAL = regex.compile(r"[NSEW]\.\s?[WEC]\.(?=\s?[\dIl])")  # `London, S.W.1`
ORGANS = frozenset(
    """
    NKVD OGPU GPU MVD MGB KGB NKGB VKPB CPSU CPSUB VTSIK TSIK AUCP RKP VKP ROVS TASS YMCA UNRRA ARA
    """.split()  # noqa: SIM905 - a list of quoted names would be three times as long
)
# In running text an article before capitals tells an institution: `the PKIF`, `the GUPVI`.
CAPITALS = regex.compile(r"(?!I{1,3}V?$|IV$)[A-Z]{2,7}")
ARTICLE_BEFORE = regex.compile(r"(?<!\p{L})the\s$")
# Where people's surnames are put in capitals, short ones may be people too: `KIM`, `BLAU`.
SHORT = 5
SHOUTED_PEOPLE = regex.compile(
    r"(?<!\p{L})(?:\p{Lu}{6,}|\p{Lu}{2,}(?:,\s\p{Lu}\p{Ll}|:)|(?!The\s|In\s|At\s)\p{Lu}\p{Ll}+\s{1,3}\p{Lu}{3,}(?!\p{L})|\p{Lu}\.\s?\p{Lu}{3,})"
)
NEAR = 300


def as_place(text: str, candidate: Candidate) -> Candidate:
    """A republic, oblast or river taken for an institution or a person: `[ORG Komi ASSR]`."""
    if candidate.label not in {Label.ORG, Label.PERSON}:
        return candidate
    if POLITY.fullmatch(text, candidate.start, candidate.end) or PLACE.fullmatch(text, candidate.start, candidate.end):
        return replace(candidate, label=Label.LOC)
    return candidate


def as_town(text: str, candidate: Candidate) -> Candidate:
    """The town that bears a person's name, by what stands before it: `born in [PERSON Frunze]`."""
    if candidate.label is not Label.PERSON or text[candidate.start : candidate.end] not in TOWNS_OF_PEOPLE:
        return candidate
    owner = text.startswith(("'s", "’s"), candidate.end)
    if owner or not TOWN_BEFORE.search(text, max(0, candidate.start - LONGEST_WAY), candidate.start):
        return candidate
    return replace(candidate, label=Label.LOC)


def as_institution(text: str, candidate: Candidate) -> Candidate:
    """An institution taken for a person or a place: `[PERSON Thompson Rivers University]`."""
    if candidate.label not in {Label.LOC, Label.PERSON}:
        return candidate
    plain = (
        INSTITUTION.fullmatch(text, candidate.start, candidate.end)
        or INSTITUTION_OF.fullmatch(text, candidate.start, candidate.end)
        or FARM.fullmatch(text, candidate.start, candidate.end)
        or (
            MIXED.fullmatch(text, candidate.start, candidate.end)
            and not POLITY.fullmatch(text, candidate.start, candidate.end)
        )
        or BODY.fullmatch(text, candidate.start, candidate.end)
        or FARM_BEFORE.search(text, max(0, candidate.start - LONGEST_FARM), candidate.start)
        or (
            IN_QUOTES.match(text, candidate.end)
            and WORKS_BEFORE.search(text, max(0, candidate.start - LONGEST_FARM), candidate.start)
        )
    )
    return replace(candidate, label=Label.ORG) if plain else candidate


def without_office(text: str, candidate: Candidate) -> Candidate:
    """An office is no institution: `[ORG Prosecutor of the Kazakh SSR]` → the state alone."""
    office = OFFICE.match(text, candidate.start, candidate.end) if candidate.label is Label.ORG else None
    if office is None:
        return candidate
    polity = POLITY.fullmatch(text, office.end(), candidate.end) or COUNTRY.fullmatch(text, office.end(), candidate.end)
    return replace(candidate, start=office.end(), label=Label.LOC if polity else Label.ORG)


def as_letters_say(text: str, candidate: Candidate) -> Candidate:
    """Abbreviations are no people: `[PERSON N.K.V.D.]`, `the [PERSON PKIF]`."""
    if candidate.label is not Label.PERSON:
        return candidate
    name = text[candidate.start : candidate.end]
    if POSTAL.match(text, candidate.start):
        return replace(candidate, end=candidate.start)
    if LETTERS.fullmatch(name):
        known = "".join(letter for letter in name if letter.isupper()) in ORGANS
        return replace(candidate, label=Label.ORG) if known else replace(candidate, end=candidate.start)
    if not CAPITALS.fullmatch(name):
        return candidate
    if ARTICLE_BEFORE.search(text, max(0, candidate.start - 5), candidate.start):
        return replace(candidate, label=Label.ORG)
    if len(name) > SHORT or SHOUTED_PEOPLE.search(text, max(0, candidate.start - NEAR), candidate.end + NEAR):
        return candidate
    return replace(candidate, label=Label.ORG)
