"""Rules for normative acts told by their date alone in English: `the law of 7 August 1932`, `a June 1935 decree`."""

from __future__ import annotations

from functools import lru_cache

import msgspec
import regex

from document import Label, OrderValue
from models.lexicon import Lexicon
from pipelines.entities.act_patterns import (
    COLLECTION,
    DAY_EN,
    HAPPENED_EN,
    LAWGIVER_EN,
    LETTER_BEFORE,
    MONTH_EN,
    NO_LAW,
    NUMBER,
    OTHER_ORDER,
    SENTENCING,
    VERDICT_EN,
    starts_of_acts,
)
from pipelines.entities.act_words import ACT, OF_COURTS, OF_THEMSELVES, kind_of_act
from pipelines.entities.acts import order
from pipelines.entities.rule import Found, Match, PatternRule, rule

LAWS_EN = (
    r"(?i:decree-laws?|decrees?|laws?|resolutions?|directives?|orders?(?:[\s-]in[\s-]council)?|circulars?|edicts?|decisions?|ordinances?|instructions?|ukaz|ukases?"
    r"|regulations?|statutes?|declarations?)"
)
# A day whose year was said before.
DAY_ALONE = rf"(?:{MONTH_EN}\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{MONTH_EN})(?!\d|,?\s\d)"


@lru_cache(maxsize=2)
def starts_before_english_acts(text: str) -> tuple[int, ...]:
    """Where in a text with an English word for an act a day, a month or a year begins, which may go before it."""
    if "Act" not in text and not any(ENGLISH_ACT.match(text, start) for start in starts_of_acts(text)):
        return ()
    return tuple(found.start() for found in START_OF_DAY.finditer(text))


ENGLISH_ACT = regex.compile(rf"(?:[a-z]+\s)?{LAWS_EN}")
START_OF_DAY = regex.compile(rf"{LETTER_BEFORE}(?:{MONTH_EN}\s|\d{{1,2}}[\s./a-z]|1[89]\d\d\s)")


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>{LAWS_EN})(?P<between>(?:\s(?!{ACT})[\p{{L}}'’().-]{{1,24}}){{0,16}}?)"
    rf"(?:(?P<comma>,)?\s(?:(?:of|from|dated)\s(?:the\s)?)?{DAY_EN}|\s(?:of|dated)\s(?P<short>{DAY_ALONE}))"
    rf"(?!,?\s(?i:no\b|№))(?:,?\s[Pp]rotocol\s{NUMBER})?",
    starts=starts_of_acts,
)
def english_act_of_a_day(match: Match, lexicon: Lexicon) -> Found | None:
    """`decree of 7 August 1932`, `decision of the Politburo dated July 2, 1937`, `the order of July 25`."""
    act, between = match["act"], match["between"]
    if HAPPENED_EN.search(between[1:] + " ") or of_another_kind(match):
        return None
    if verdict(act, between) or (match["comma"] and not (LAWGIVER_EN.search(between) or ", dated " in match[0])):
        return None
    if kind_of_act(act) == "declaration" and not LAWGIVER_EN.search(between):
        return None
    if match["short"] and between and not LAWGIVER_EN.search(between):
        return None
    return None if of_a_person(match) else order(match, lexicon)


OF_PARTY = regex.compile(r"Politburo|Central\sCommittee")


def verdict(act: str, between: str) -> bool:
    """Say whether an act is a sentence on single people, by what stands between it and its date."""
    if SENTENCING.search(between):
        return True
    judged = kind_of_act(act) in OF_COURTS and VERDICT_EN.search(between) is not None
    return judged and OF_PARTY.search(between) is None


# What people decide for themselves: `her decision of 5 May 1938 to marry`.
MINE = regex.compile(r"(?<!\p{L})(?i:my|his|her)\s(?:\p{Ll}+\s)?$")
OF_PEOPLE = frozenset({"decision", "instruction", "resolution", "declaration"})


def of_a_person(match: Match) -> bool:
    """Say whether somebody decided or declared it for himself, no authority."""
    if kind_of_act(match["act"]) not in OF_PEOPLE or LAWGIVER_EN.search(match["between"]):
        return False
    return MINE.search(match.string, max(0, match.start() - LONGEST_MINE), match.start()) is not None


LONGEST_MINE = 24


def of_another_kind(match: Match) -> bool:
    """Say whether an `order` is none of an authority: `the court order of 5 May`, `the order of the day of 1 May`."""
    return OTHER_ORDER.match(match.string, match.start("act")) is not None


# What may stand between a day and its act: who made it, of what kind it is; nothing that happened.
KIND_BETWEEN = (
    r"(?:\s(?!(?i:and|or|of|on|in|at|by|to|for|with|the|an?|was|were|is|are|had|has|as|from|that|which|when|after|before|saw|came|brought"
    rf"|\p{{L}}+(?:ed|ing))\s|{ACT})[\p{{L}}(][\p{{L}}’'().-]{{1,23}}){{0,3}}?"
)
# What shows that a day belongs to the act behind it, and that it belongs to what happened.
DETERMINER = regex.compile(
    r"(?:(?<!\p{L})(?i:the|an?|this|that|its|his|her|their|our|under|both|infamous|notorious|secret|famous|so-called|harsh|per|see)"
    r"|['’]s|s['’])\s[“\"(]?$"
)
WHEN = regex.compile(r"(?<!\p{L})(?i:on|in|by|since|until|till|from|before|after|during|between|of|to)\s$")


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<day>(?P<full>{DAY_EN})|(?P<short>{DAY_ALONE})|(?P<year>(?:{MONTH_EN},?\s)?1[89]\d\d))(?P<comma>,|['’]s)?(?P<between>{KIND_BETWEEN})"
    r"\s(?P<act>[Dd]ecree-[Ll]aw|[Dd]ecrees?|[Ll]aws?|[Rr]esolutions?|[Oo]rders?|[Dd]irectives?|[Dd]ecisions?|[Ee]dicts?|[Cc]ircular|[Uu]kase?|[Ii]nstructions?"
    rf"|(?<=\p{{Lu}}\p{{L}}+\s)(?:Act|Statute|Regulations))(?!\p{{L}}|\s[Nn]o|\s\d|{NO_LAW})",
    starts=starts_before_english_acts,
)
def english_day_and_act(match: Match, lexicon: Lexicon) -> Found | None:
    """`the 7 August 1932 law`, `the July 2, 1937 Politburo decision`, `a June 1935 decree`, `a 1938 NKVD order`."""
    before = match.string[max(0, match.start() - 14) : match.start()]
    act, between, kind = match["act"], match["between"], kind_of_act(match["act"])
    if of_another_kind(match) or VERDICT_EN.search(between + " "):
        return None
    several = act.endswith("s") and act != "Regulations"
    if not DETERMINER.search(before):
        if match["year"] or several or (between and not LAWGIVER_EN.search(between)):
            return None
        if match["short"] and (between or kind not in OF_THEMSELVES):
            return None
        return None if WHEN.search(before) and match["comma"] else order(match, lexicon)
    if match["year"] and several:
        return None
    if kind in {"decision", "instruction"} and not match["full"] and not LAWGIVER_EN.search(between):
        return None
    return of_law(match, lexicon)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>[Ll]aws?|[Dd]ecree-[Ll]aw|[Dd]ecrees?|[Ee]dicts?|[Uu]kaz|[Dd]irective|[Rr]esolution|Order[\s-]in[\s-]Council|Statute|[Aa]ct(?=\son\s))"
    rf"(?P<about>\s(?:on|about|concerning)(?:\s(?!{ACT})[\p{{L}}'’-]{{1,24}}){{1,8}}?)?\sof\s(?:{MONTH_EN}\s)?19\d\d(?![\d–-])",
    starts=starts_of_acts,
)
def english_act_of_a_year(match: Match, lexicon: Lexicon) -> Found | None:
    """`the law of 1938`, `the decree of June 1947`, `the Law on Citizenship of 1938`."""
    if of_another_kind(match) or (match["about"] and HAPPENED_EN.search(match["about"][1:] + " ")):
        return None
    named = regex.search(r"\p{Lu}\p{L}+\s$", match.string[max(0, match.start() - 20) : match.start()])
    return None if match["act"].endswith("s") and not named else order(match, lexicon)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>{LAWS_EN})(?P<between>(?:\s(?:of|the|and|\p{{Lu}}[\p{{L}}()'’]*)){{2,14}}?)"
    rf"\sof\s(?:{MONTH_EN}\s)?19\d\d(?![\d–-])",
    starts=starts_of_acts,
)
def english_act_of_somebody_and_year(match: Match, lexicon: Lexicon) -> Found | None:
    """`the decree of the Central Executive Committee of 1935`: who made it stands between."""
    between = match["between"]
    if COLLECTION.search(match.string, max(0, match.start() - 40), match.start()):
        return None
    return order(match, lexicon) if LAWGIVER_EN.search(between) and not VERDICT_EN.search(between) else None


@lru_cache(maxsize=2)
def starts_of_named_acts(text: str) -> tuple[int, ...]:
    """Where in a text the capital words begin that name an act by what it is about: `Immigration Act of`."""
    named = (NAME_OF_ACT.search(text, max(0, found.start() - 70), found.start()) for found in DATED_ACT.finditer(text))
    return tuple(found.start() for found in named if found is not None)


NAME_WORD = r"\p{Lu}\p{L}*\p{Ll}[\p{L}-]*"
MORE_OF_NAME = rf"(?:\s(?:(?:of|for)\s(?:the\s)?|and\s)?{NAME_WORD}|\s\({NAME_WORD}(?:\s{NAME_WORD})?\))"
NAME_OF_ACT = regex.compile(
    rf"{LETTER_BEFORE}(?!(?:The|This|An?|In|Under|By|Since|After|First|Second|Third|Fourth|Final|Last|Balancing)\s){NAME_WORD}{MORE_OF_NAME}{{0,5}}\s$"
)
DATED_ACT = regex.compile(
    rf"{LETTER_BEFORE}(?:Act,?\s(?:of\s(?:{DAY_EN}|(?:{MONTH_EN}\s)?1[89]\d\d)|\(?1[89]\d\d|No\.?\s?\d)"
    r"|(?:Statute|Regulations)\sof\s1[89]\d\d|(?:Order|Ordinance|Regulations?|Statute),?\s\(?1[89]\d\d(?=[.,;)]|\s\p{Ll}))"
)


@rule(
    Label.ORDER,
    rf"{NAME_WORD}{MORE_OF_NAME}{{0,5}}?\s(?:(?P<act>Act)(?:,?\sof\s(?:{DAY_EN}|(?:{MONTH_EN}\s)?1[89]\d\d)|,?\s1[89]\d\d|\s\(1[89]\d\d\)|\s(?P<numero>No\.?)\s?(?P<n>\d{{1,5}}))"
    r"|(?P<act>Statute|Regulations)\sof\s1[89]\d\d|(?P<act>Order|Ordinance|Regulations?|Statute),?\s(?:1[89]\d\d|\(1[89]\d\d\)))(?![\d–-])",
    starts=starts_of_named_acts,
)
def english_named_act(match: Match, lexicon: Lexicon) -> Found | None:
    """`the Immigration Act of 1924`, `the Aliens Order 1920`: acts of parliaments have names, and years with them."""
    if of_another_kind(match):
        return None
    if match["act"] != "Act" and LAWGIVER_EN.search(match[0][: match.start("act") - match.start()]):
        return None
    return of_law(match, lexicon)


def of_law(match: Match, lexicon: Lexicon) -> Found:
    """Make an act, of which the word `Act` says in English alone that it is a law."""
    found = order(match, lexicon)
    if match["act"] != "Act" or not isinstance(found.value, OrderValue):
        return found
    return found._replace(value=msgspec.structs.replace(found.value, type="law"))


RULES: tuple[PatternRule, ...] = (
    english_act_of_a_day,
    english_day_and_act,
    english_act_of_a_year,
    english_act_of_somebody_and_year,
    english_named_act,
)
