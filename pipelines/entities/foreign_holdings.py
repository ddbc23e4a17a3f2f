"""Rules for references to archives abroad, which number their holdings in ways of their own."""

from __future__ import annotations

from document import Label
from models.lexicon import Lexicon
from pipelines.entities.holdings import Part, reference
from pipelines.entities.rule import Found, Match, PatternRule, rule

BEFORE = r"(?<![\p{L}\d])"
# Boxes, folders, reels and the like, one after another.
BOXES = (
    r"(?:(?:[Bb]ox(?:es)?|[Ff]iles?|[Ee]ntry|[Ff]olders?|[Rr]eel|[Rr]oll|[Ff]rames?|[Ll]ot|[Cc]ont(?:\.|ainer))\s[\dA-Z](?:[\w.-]{0,8}\w)?"
    r"(?:\s?[-–]\s?\d{1,5})?(?!\w))"
)
PAGES = r"(?:[,:]\s(?:ff?\.|fols?\.|pp?\.|Bl\.|k\.|s\.|S\.|Л\.|л\.|л{2}\.)\s?(?P<l>\d{1,4}(?:\s?[-–]\s?\d{1,4})?))"
SIGNS = (("Ф", "f"), ("Д", "d"), ("Л", "l"))


def found_in(match: Match) -> Found:
    """Make the match a reference of its groups: `archive`, `f`onds, file `d`, fo`l`ios."""
    held = match.groupdict()
    parts = [Part(sign, held[name]) for sign, name in SIGNS if held.get(name)]
    start = match.start("archive" if match["archive"] else "f")
    return Found(start, match.end(), reference(parts, match["archive"]))


@rule(
    Label.FONDS,
    BEFORE + r"(?P<archive>TNA|UKNA|PRO|The\sNational\sArchives(?:\sof\sthe\sUnited\sKingdom)?|Public\sRecord\sOffice"
    r"|(?:British\s)?National\sArchives)?(?:\s\((?:TNA|PRO|UK)\))?(?:,\s(?:Kew|London))?[,:]?\s?"
    r"(?P<f>(?:ADM|AIR|CAB|CO|FO|GFM|HO|HS|HW|KV|PREM|WO)\s\d{1,4})/(?P<d>\d{1,5}[A-Z]?(?:/[A-Z]?\d{1,5})?(?:,\sN\s?\d{1,5}(?:/\d{1,4}){1,2})?)"
    + PAGES
    + r"?(?![\d/])",
)
def british_reference(match: Match, _: Lexicon) -> Found | None:
    """`TNA, FO 371/21104`: a department's class and piece in the National Archives of the United Kingdom."""
    return found_in(match)


@rule(
    Label.FONDS,
    BEFORE + r"(?P<archive>NARA|USNA|(?:U\.?S\.?\s)?National\sArchives(?:\sand\sRecords\sAdministration)?"
    r"(?:\s\((?:NARA|USA?)\))?"
    r"(?:,\s(?:College\sPark|Washington)(?:,\s(?:MD|D\.?C\.?))?)?)?(?:,\s|\s)?(?P<f>(?:RG|Record\sGroup)\s\d{1,3})"
    rf"(?:,\s(?P<d>(?:{BOXES}|T-?\d{{2,4}}|[A-Z][\p{{L}}\s.]{{2,40}}(?=,\s{BOXES})"
    rf"|\d{{3}}[A-Z]?\.\d{{2,4}}(?:\s?[A-Z][\p{{L}}\s]{{0,20}})?/[\w.-]{{0,11}}\w)(?:,\s{BOXES}){{0,3}}))?",
)
def american_reference(match: Match, _: Lexicon) -> Found | None:
    """`NARA, RG 59, 861.00/11705`: a record group of the National Archives of the United States."""
    return found_in(match) if match["archive"] or match["d"] else None


@rule(
    Label.FONDS,
    BEFORE + r"(?P<archive>PA\s?AA|PA-AA|(?:ПА|РА)\s?АА|ПА\sМИД(?:\sФРГ)?|Politisches\sArchiv"
    r"(?:\sdes\sAuswärtigen\sAmts)?(?:\s\(PA\s?AA\))?"
    r"|BArch|BA(?:-MA|-SAPMO)?|БА|Bundesarchiv(?:[,\s]\s?(?:Berlin|Koblenz|Freiburg))?|SAPMO(?:-BArch)?)[.,:]?\s"
    r"(?P<d>(?:RZ?|Р|NS|RW|RH|RY|DY|NY|SgY)\s?\d{1,6}(?:-[IVX]+)?(?:/\d{1,6}(?!\d))?(?:/\d{1,4})?)(?!\d)"
    + PAGES.replace("[,:]", "[.,:]")
    + "?",
)
def german_reference(match: Match, _: Lexicon) -> Found | None:
    """`PA AA, R 104558, Bl. 12`, `BArch, R 57/1001`: a series and volume in archives of Germany."""
    return found_in(match)


@rule(
    Label.FONDS,
    BEFORE + r"(?P<archive>AAN|A?IPN(?:\s(?:BU|GK|Kr|Wr|Ka))?|CAW|DÖW|DOeW|ААН|АИПН)[.,:]?\s"
    r"(?P<f>\d{1,6}(?:/(?:\d{1,5}|[IVX]{1,5})){1,3})(?![\d/])" + PAGES + "?",
)
def polish_reference(match: Match, _: Lexicon) -> Found | None:
    """`AAN, 1263/VI/12, k. 5`: a team, part and unit; so do archives of Austria."""
    return found_in(match)


@rule(
    Label.FONDS,
    BEFORE + r"(?P<archive>(?:Hoover(?:\sInstitution)?|Houghton|Bakhmeteff|Columbia|Harvard|Amherst)"
    r"(?:\s(?:[A-Z][\p{L}]+|on|of|and|the)){0,6}"
    r"|[A-Z][\p{L}]+(?:\s(?:[A-Z][\p{L}]+|of|and|the)){0,6}\s(?:Archives?|Library)),\s"
    rf"(?P<f>[A-Z][\p{{L}}.]*(?:\s(?:[A-Z][\p{{L}}.]*|of|and|on|the)){{0,6}}\s(?:[Cc]ollection|[Pp]apers|[Rr]ecords|[Ff]iles)),\s(?P<d>{BOXES}(?:,\s{BOXES}){{0,3}})",
)
def boxes_of_a_collection(match: Match, _: Lexicon) -> Found | None:
    """`Hoover Institution Archives, Boris Nicolaevsky Collection, Box 12, Folder 4`."""
    return found_in(match)


RULES: tuple[PatternRule, ...] = (
    british_reference,
    american_reference,
    german_reference,
    polish_reference,
    boxes_of_a_collection,
)
