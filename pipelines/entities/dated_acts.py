"""Rules for normative acts told by their date alone: `закон РСФСР от 18.10.1991`, `the law of 7 August 1932`."""

from __future__ import annotations

import regex

from document import Label
from models.lexicon import Lexicon
from pipelines.entities.act_patterns import (
    DATE_KK,
    DAY_EN,
    DAY_MONTH_YEAR,
    HAPPENED,
    LAWGIVER,
    LETTER_BEFORE,
    MONTH_EN,
    MONTH_KK,
    NUMBER,
    NUMERO,
    VERDICT,
)
from pipelines.entities.act_words import ACT, LAWGIVING, NEUTER_RU, NOUN_RU, is_kazakh_act, kind_of_act
from pipelines.entities.acts import order
from pipelines.entities.rule import Found, Match, PatternRule, rule


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>{LAWGIVING})(?P<issuer>(?:\s(?!{ACT}|от\s)[\p{{L}}()«»-]{{1,24}}){{0,9}}?)"
    rf"\sот\s(?:{DAY_MONTH_YEAR}|(?P<short>\d{{1,2}}\s(?:августа|декабря))|\p{{Ll}}{{3,8}}\s19\d\d\s?г(?:ода|\.))"
    rf"(?!\s?(?:за\s)?{NUMERO}|\s\d)",
)
def act_of_a_day(match: Match, lexicon: Lexicon) -> Found | None:
    """`закон РСФСР от 18.10.1991`, `постановление ЦИК и СНК СССР от 7 августа 1932 г.`, `приказ от 5 мая 1938 г.`."""
    act, issuer = match["act"], match["issuer"]
    if match["short"] and not regex.match(r"(?i:закон|указ)", act):
        return None  # only the laws of 7 August and of 1 December went by their day alone
    if regex.match(r"(?i:постановл|решени)", act) and not LAWGIVER.search(issuer):
        return None
    if regex.match(r"(?i:приказ|директив|циркуляр|распоряж|инструкц)", act) and HAPPENED.search(issuer):
        return None
    return None if VERDICT.search(issuer) else order(match, lexicon)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>{LAWGIVING})(?P<between>(?:\s(?!{ACT})[\p{{L}}()«»-]{{1,24}}){{1,22}}?)"
    rf"\.?(?:\s[-‐‑–—−])?(?:\sот)?\s(?:{DAY_MONTH_YEAR})(?!\s?(?:за\s)?{NUMERO}|\d)",
)
def act_about_and_day(match: Match, lexicon: Lexicon) -> Found | None:
    """`Постановление СТО РСФСР о промышленной эмиграции. - 22 июля 1921 г.`: as bibliographies cite it."""
    between = match["between"]
    if not regex.search(r"\sоб?\s", between) or HAPPENED.search(between) or VERDICT.search(between):
        return None
    return order(match, lexicon) if LAWGIVER.search(between) or kind_of_act(match["act"]) == "law" else None


@rule(Label.ORDER, rf"{LETTER_BEFORE}{DATE_KK}(?:\s(?!{ACT})[\p{{L}}()-]{{1,24}}){{0,8}}?\s(?P<act>{ACT})")
def kazakh_act_of_a_day(match: Match, lexicon: Lexicon) -> Found | None:
    """`1938 жылғы 9 маусымдағы қаулысымен`, `1925 жылғы КСРО Халық Комиссарлары Кеңесінің жарлығына`."""
    if not is_kazakh_act(match["act"]) or VERDICT_KK.search(match[0]):
        return None
    if regex.match(r"\d{4}\s?ж\.\s", match[0]) and not OF_SOMEBODY.match(match["act"]):
        return None  # `1928 ж. қаулы шықты` says only when
    return order(match, lexicon)


# An act that belongs to the body that made it: `қаулысы`, not `қаулы`.
OF_SOMEBODY = regex.compile(
    r"(?i:бұйрығ|қаулысы|жарлығ|заңы|шешімі|ережес|декреті|нұсқау(?:ы|лығ)|директивас|циркуляры|өкімі|қарары)"
)

# Sentences of courts and boards, and words that make the date another thing's: `отырыста`, `анықтамасымен`.
VERDICT_KK = regex.compile(
    r"(?i:сот|трибунал|үштік|алқа|жиналыс|жиын|кеңес(?:пен|тің\sшеш)|прокур|конституция|отырыс|кездесу|хаттама)"
    r"|\p{Ll}{3}(?:мен|бен|пен)\s|\p{Ll}{3}(?:ста|сте|ңда|ңде)\s"
)

LAWS_EN = r"(?i:decree|law|resolution|directive|order|circular|edict|decision|ordinance|instruction|ukaz|ukase)"


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>{LAWS_EN})(?P<between>(?:\s(?!{ACT})[\p{{L}}'’().-]{{1,24}}){{0,16}}?)"
    rf"\s(?:(?:of|from|dated)\s)?{DAY_EN}(?!,?\s(?i:no\b|№))(?:,?\s[Pp]rotocol\s{NUMBER})?",
)
def english_act_of_a_day(match: Match, lexicon: Lexicon) -> Found | None:
    """`decree of 7 August 1932`, `Law of January 16, 1989`, `decision of the Politburo dated July 2, 1937`."""
    if HAPPENED_EN.search(match["between"][1:] + " "):
        return None
    if VERDICT_EN.search(match["between"]):
        return None
    return order(match, lexicon)


# Between an act and its date these make the date another thing's; `on` may follow the word for the act at once.
HAPPENED_EN = regex.compile(
    r"(?:^|\s)(?:was|were|is|in|dates|came|went|appeared|adopted|issued|signed|passed|by|that|which)\s|.\son\s"
)
VERDICT_EN = regex.compile(r"[Tt]roika|[Cc]ourt|[Cc]ollegium|[Tt]ribunal|[Cc]onference|[Bb]oard|[Cc]ommission|to\s")


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}{DAY_EN}(?:,|['’]s)?(?:\s(?:Politburo|NKVD|OGPU|Sovnarkom|SNK|GKO|MVD|Central\sCommittee|TsIK))?"
    r"\s(?P<act>[Dd]ecree|[Ll]aw|[Rr]esolution|[Oo]rder|[Dd]irective|[Dd]ecision|[Ee]dict|[Cc]ircular)(?!\p{L}|\s[Nn]o)",
)
def english_day_and_act(match: Match, lexicon: Lexicon) -> Found | None:
    """`the 7 August 1932 law`, `the July 2, 1937 Politburo decision`."""
    return order(match, lexicon)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>[Ll]aws?|[Dd]ecrees?|[Ee]dicts?|[Uu]kaz|[Dd]irective|[Rr]esolution)\sof\s"
    rf"(?:{MONTH_EN}\s19\d\d|19\d\d|(?:August\s7|7\sAugust|December\s1|1\sDecember)(?!\d|,?\s\d))(?![\d–-])",
)
def english_act_of_a_year(match: Match, lexicon: Lexicon) -> Found | None:
    """`the law of 1938`, `the decree of June 1947`, `the law of August 7`."""
    return order(match, lexicon)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?:(?P<act>(?:[Зз]акон|[Уу]каз|[Дд]екрет){NOUN_RU})"
    rf"(?:\s\p{{Lu}}[\p{{L}}()]*){{0,3}}\s(?:от\s)?19\d\d\s?(?:г\.|года)"
    rf"|(?P<act>[Пп]остановлени{NEUTER_RU}|[Дд]ирективы?|[Пп]риказ{NOUN_RU})(?P<issuer>(?:\s\p{{Lu}}[\p{{L}}()]*"
    rf"|\sи(?=\s\p{{Lu}})){{1,4}})\s(?:от\s)?19\d\d\s?(?:г\.|года)"
    r"|19\d\d\s(?P<act>[Ll]aw|[Dd]ecree|[Rr]esolution|[Dd]irective|[Ee]dict)(?!\p{L}))",
)
def act_of_a_year(match: Match, lexicon: Lexicon) -> Found | None:
    """`закон 1938 года`, `постановление ЦИК 1935 года`, `1938 Law`."""
    issuer = match["issuer"]
    if DAY_BEFORE.search(match.string, max(0, match.start() - 20), match.start()):
        return None
    if issuer and (not LAWGIVER.search(issuer) or VERDICT.search(issuer)):
        return None
    return order(match, lexicon)


# The year belongs to a day, which says more: `August 7, 1932 law`.
DAY_BEFORE = regex.compile(rf"(?:\d{{1,2}}(?:st|nd|rd|th)?,?|{MONTH_EN},?)\s$")


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?<!\d\s?(?:жылғы|жылдың|ж\.)\s)\d{{1,2}}\s{MONTH_KK}\p{{Ll}}{{0,4}}(?:ғы|гі)"
    rf"(?:\s(?!{ACT})[\p{{L}}()-]{{1,24}}){{0,3}}?\s(?P<act>{ACT})",
)
def kazakh_act_of_a_day_alone(match: Match, lexicon: Lexicon) -> Found | None:
    """`25 шілдедегі бұйрық`: the year was said before."""
    if not is_kazakh_act(match["act"]) or VERDICT_KK.search(match[0]):
        return None
    return order(match, lexicon)


RULES: tuple[PatternRule, ...] = (
    act_of_a_day,
    act_about_and_day,
    kazakh_act_of_a_day,
    kazakh_act_of_a_day_alone,
    english_act_of_a_day,
    english_day_and_act,
    english_act_of_a_year,
    act_of_a_year,
)
