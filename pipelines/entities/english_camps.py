"""Rules for camps in English: `Karaganda Corrective Labour Camp`, `Camp Division No. 6 of Steplag`."""

from __future__ import annotations

import regex

from document import Label
from models.lexicon import Lexicon
from pipelines.entities.camp_names import named
from pipelines.entities.holiday_camps import for_holidays
from pipelines.entities.rule import Found, Match, PatternRule, rule

# Camps of other states.
ABROAD = (
    r"Auschwitz|Dachau|Buchenwald|Mauthausen|Sachsenhausen|Treblinka|Majdanek|Sobibor|Belzec|Theresienstadt|Vernet|Gurs"
    r"|Drancy|Rivesaltes|Westerbork|Stutthof|Flossenb\p{L}+|Neuengamme|Jasenovac|Ravensbr\p{L}+"
)
NATIONS_EN = regex.compile(
    r"(?:[A-Z]\p{L}+(?:ish|ch|ese|[^r]ian)|The|This|That|Each|Soviet|Nazi|German|Stalinist|Labou?r"
    r"|Concentration|Gulag|GULAG|NKVD|Corrective"
    r"|Prison|Special|Summer|Polish|Finnish|Japanese|In|At|From|Forced|Internment|Transit|Women|Training|Siberian|Northern"
    r"|Southern|Eastern|Western|Another|His|Her|Their|Our|Base|Death|Refugee|Children|Boy|Army|Work|Penal|Filtration|Stalin"
    r"|Pioneer|Scouts?|Alpine|Everest|White|Red|Enemy|Rival|Tent"
    rf"|{ABROAD}"
    r"|Russian|USSR|Kazakhstan|Far|Remote|Main|First|Second|Third|One|No|Any|Every|Such|Both)$"
)
# Places whose camps are spoken of as one.
CAMPS_OF = (
    r"(?:Kolyma|Solov(?:ki|etsk[iy]{1,2})|Vorkuta|Norilsk|Karaganda|Pechora|Magadan|Mordovian?|Ukhta|Kotlas|Temnikov"
    r"|Inta)"
)


@rule(
    Label.CAMP,
    r"(?<![\p{L}\d-])(?P<name>White\sSea[–—-]Baltic|[A-Z][a-z]+(?:-[A-Z][a-z]+)?|ALZHIR|ALZhIR|KARLAG|STEPLAG)\s(?:(?:[Cc]orrective[-\s][Ll]abou?r|[Ss]pecial"
    r"|[Tt]ransit|[Ll]abou?r|[Ff]iltration|[Ss]pecial\s[Pp]urpose|[Pp]rison|[Cc]oncentration"
    r"|[Cc]orrectional\s[Ll]abou?r|[Ff]orced[-\s][Ll]abou?r|[Pp]risoner-of-war|POW|[Ww]omen['’]s)\s)?"
    r"(?P<kind>[Cc]amp|IT[LK]|OLP)(?![a-z])(?:\s(?:department|division|section|point)(?!\p{L})|\sNo\.?\s?\d{1,4})?",
)
def english_camp(match: Match, lexicon: Lexicon) -> Found | None:
    """`Karaganda camp`, `Karaganda Corrective Labour Camp`."""
    if NATIONS_EN.match(match["name"]) and match["kind"] not in {"ITL", "OLP"}:
        return None
    return named(match.start(), match.end(), match[0], lexicon)


@rule(Label.CAMP, rf"(?<![\p{{L}}\d-]){CAMPS_OF}\s(?:[Ll]abou?r\s|[Ss]pecial\s)?[Cc]amps(?!\p{{L}})")
def english_camps(match: Match, lexicon: Lexicon) -> Found | None:
    """`Kolyma camps`: all camps of a place under its name."""
    return named(match.start(), match.end(), match[0], lexicon)


OF_CAMP = r"(?:\sof\s(?:the\s)?(?!(?i:gulag))\p{Lu}\p{L}+lag(?!\p{L}))"
PART = r"(?:[Dd]ivision|[Dd]epartment|[Ss]ection|[Bb]ranch|[Pp]oint|[Uu]nit)"
NO = r"(?:[Nn]umber|No\.?|№|N[o°º]|#)"
# The number of a camp and of a part of it: `99/13`.
NUMBER = r"\d{1,4}(?:/\d{1,3})?"
# Offices of a camp are institutions.
OFFICES = regex.compile(
    r"The\s|(?:Sanitary|Medical|Political|Operational|Operative|Cultural|Financial|Finance|Regime|Supply|Production|Personnel"
    r"|Special|Secret|Security|Records|Transport|Economic|Agricultural|Administrative|Statistical|Veterinary)\s"
)
WHICH = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|(?:[Ff]our|[Ff]if|[Ss]ix|[Ss]even|[Ee]igh|[Nn]in|[Tt]en)th)"
)


@rule(
    Label.CAMP,
    rf"(?<![\p{{L}}\d-])(?:[A-Z][a-z]+(?:-[A-Z][a-z]+)?\s(?:[Cc]amp\s)?{PART}{OF_CAMP}"
    rf"|{WHICH}\s(?:[Ss]eparate\s)?(?:[Cc]amp\s)?{PART}{OF_CAMP}"
    rf"|[Cc]amp\s{PART}\s{NO}\s?\d{{1,3}}{OF_CAMP}?"
    rf"|[Ss]ub-?[Cc]amp\s(?:{NO}\s?)?\d{{1,3}}(?!\d)|(?:[Ss]eparate\s)?(?:[Ll]agpunkt|[Ll]agotdelenie|OLP)\s(?:{NO}\s?)?\d{{1,3}}(?!\d){OF_CAMP}?)",
)
def english_unit(match: Match, lexicon: Lexicon) -> Found | None:
    """`Akmolinsk section of Karlag`, `Camp Division No. 6 of Steplag`, `Third Department of Steplag`, `lagpunkt 3`."""
    if OFFICES.match(match[0]):
        return None
    return named(match.start(), match.end(), match[0], lexicon)


@rule(
    Label.CAMP,
    r"(?<![\p{L}\d-])(?:(?P<stem>[A-Z][a-z]{1,20}lag)(?:a|om)|[A-Z][a-z]+(?:[sc]k(?:ii|i?y|o[iy])|[nvg]o[iy]|n[iy]y|nyi)\slager['’])(?!\p{L})",
)
def transliterated(match: Match, lexicon: Lexicon) -> Found | None:
    """`Istoriya Karlaga`, `Stepnoi lager'`: Russian names and their cases in Latin letters."""
    if match["stem"] and not lexicon.camp(match["stem"]):
        return None
    return named(match.start(), match.end(), match["stem"] or match[0], lexicon)


@rule(
    Label.CAMP,
    r"(?<![\p{L}\d-])K[oö][kq][-\s]?[UÜÖuü][zs]e[kn](?!\p{L}|[\s-](?:[Cc]amp|[Vv]illage|[Ss]ettlement|[Ss]tation|river))",
)
def internees_camp(match: Match, lexicon: Lexicon) -> Found | None:
    """`Kok-Uzek`: the camp of internees near Karaganda, known by the name of its place alone."""
    return named(match.start(), match.end(), match[0], lexicon)


@rule(
    Label.CAMP,
    r"(?<![\p{L}\d-])(?:26th|[Tt]wenty-[Ss]ixth)\s(?:[Ll]abou?r\s)?(?:[Ss]ettlement\s)?[Pp]oint(?!\p{L}|\sof\sthe\s(?!camp))",
)
def point_of_wives(match: Match, lexicon: Lexicon) -> Found | None:
    """`26th point`: the camp of wives as its prisoners called it."""
    return named(match.start(), match.end(), "АЛЖИР", lexicon)


@rule(
    Label.CAMP,
    r"(?<![\p{L}\d-])(?:[A-Z][a-z]+(?:-[A-Z][a-z]+)?\s)?(?:[Cc]orrective[-\s][Ll]abou?r\s)?[Cc]olony\s(?:No\.?|№|#)\s?\d{1,3}",
)
def english_colony(match: Match, lexicon: Lexicon) -> Found | None:
    """`Chimkent colony No. 3`."""
    start = match.start() + (len(match[0].split()[0]) + 1 if NATIONS_EN.match(match[0].split()[0]) else 0)
    return named(start, match.end(), match.string[start : match.end()], lexicon)


@rule(
    Label.CAMP,
    rf"(?<![\p{{L}}\d-])(?:(?:[Ss]pecial\s|(?:POW|PW|PoW|P\.O\.W\.|[Pp]risoner[\s-]of[\s-][Ww]ar|[Ii]nternment)\s)?[Cc]amp\s{NO}\s?{NUMBER}"
    rf"|(?:POW|PW|PoW)\s(?:[Cc]amp|CAMP)\s\d{{2,4}}(?:/\d{{1,3}})?|Camp\s\d{{2,4}}(?:/\d{{1,3}})?(?!\s?(?:km|miles|men|people|prisoners|women|per)|[\d.,]\d)"
    rf"|CAMP\s(?:NO\.?|№)\s?{NUMBER}|[Oo]soblag\s{NO}\s?\d{{1,2}})(?:\sfor\s[Pp]risoners\sof\s[Ww]ar)?",
)
def english_number(match: Match, lexicon: Lexicon) -> Found | None:
    """`Special Camp No. 4`, `camp No. 99`, `Camp 99/13`; of those for people made homeless it says nothing."""
    if for_holidays(match) or HOMELESS.search(match.string, max(0, match.start() - 20), match.start()):
        return None
    return named(match.start(), match.end(), match[0], lexicon)


HOMELESS = regex.compile(r"(?:[Cc]ivilian|[Rr]efugees?|DP|[Pp]ersons?)\s$")


RULES: tuple[PatternRule, ...] = (
    english_camp,
    english_camps,
    english_unit,
    transliterated,
    internees_camp,
    point_of_wives,
    english_colony,
    english_number,
)
