"""Rules for provisions in Kazakh: `58-баптың 2-тармағы`, `РКФСР ҚК-нің 58-2, 7 баптары`."""

from __future__ import annotations

import regex

from document import Label
from models.lexicon import Lexicon
from pipelines.entities.article_patterns import LETTER, ONE
from pipelines.entities.article_values import articles, items, provision
from pipelines.entities.rule import Found, Match, PatternRule, rule

STATE_KK = r"(?:РКФСР|РСФСР|КСРО|КСР\sОдағы(?:ның)?|Қазақ\sССР|ҚазКСР|ҚазССР|Қазақ\sКСР|УКСР|УССР|БКСР|БССР|ӨзКСР)"
ENDING_KK = r"(?:-?\s?[нтд](?:ың|ің))"
CODE_KK = (
    rf"(?:(?:{STATE_KK}{ENDING_KK}?\s)?(?:[Ққ]ылмыстық\s(?:іс\sжүргізу\s)?[Кк]одек\p{{Ll}}+|ҚК{ENDING_KK}?|УК{ENDING_KK}?)"
    rf"|УК\s{STATE_KK}{ENDING_KK}?)\s"
)
# `бап` in its cases; Russian words such as `бабушка` begin alike.
PROVISION_KK = (
    r"(?:бап(?:тың|қа|ты|та|тан|пен|тағы)?|бабы(?:ның|на|н|нда|нан|мен|ндағы)?"
    r"|баптар(?:ы(?:н|на|ның|нда|нан|мен|ндағы)?|дың|ды|ға|да|дан|мен)?)"
)
NUMBER_KK = rf"(?:\d{{1,2}}{LETTER}?|[«“\"][а-г][»”\"]|[а-г](?=\s?-?\s?т))"
ITEMS_KK = (
    rf"(?:,?\s?\(?{NUMBER_KK}(?:\s?(?:[,–-]|және|мен)\s?{NUMBER_KK})*(?:\s?-?\s?[ыі]?н?ш[іы])?"
    r"\s?-?\s?(?:тарма[қғ](?!ша)|бөлі[гк]|бөлім|тармақша|абзац)\p{Ll}*\)?)"
)
JOINED_KK = r"(?:\s?,\s?|\s(?:және|мен|пен)\s)"


@rule(
    Label.ARTICLE,
    rf"(?<![\p{{L}}\d])(?P<code>{CODE_KK})?(?<!\d[-–.,/])(?P<list>{ONE}(?:{JOINED_KK}{ONE})*)"
    rf"(?:\s?-?\s?[ыі]?н?ш[іы])?\s?-?\s?"
    rf"(?:[«“\"][^«»\"“”\n]{{2,60}}[»”\"]\s)?(?i:{PROVISION_KK})(?!\p{{L}})"
    rf"(?P<items>{ITEMS_KK}{{0,2}})",
)
def kazakh_article(match: Match, _: Lexicon) -> Found | None:
    """`58-6 бабы`, `58-баптың 2-тармағы`, `РКФСР Қылмыстық кодексінің 58-бабының 10-тармағы`."""
    held = match["items"] or ""
    points = tuple(item for part in POINTS.findall(held) for item in items(part))
    parts = tuple(item for part in PARTS.findall(held) for item in items(part))
    value = provision(articles(match["list"]), match["code"], points, parts)
    return Found(match.start(), match.end(), value)


GROUP = r"((?:\d|[«“\"]?[а-г][»”\"]?(?!\p{L})|[,\s–-]|және)*?)\s?-?\s?(?:[ыі]?н?ш[іы]\s?)?"
POINTS = regex.compile(rf"{GROUP}(?:тарма[қғ])")
PARTS = regex.compile(rf"{GROUP}(?:бөлі)")

RULES: tuple[PatternRule, ...] = (kazakh_article,)
