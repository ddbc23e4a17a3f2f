"""Rules for provisions in Kazakh: `58-баптың 2-тармағы`, `РКФСР ҚК-нің 58-2, 7 баптары`."""

from __future__ import annotations

import regex

from document import Label
from models.lexicon import Lexicon
from pipelines.entities.article_patterns import LETTER, ONE, POINT, STATE_CRIME
from pipelines.entities.article_values import articles, items, provision
from pipelines.entities.law_collections import of_a_collection
from pipelines.entities.rule import Found, Match, PatternRule, rule

STATE_KK = (
    r"(?:РКФСР|РСФСР|(?:Украина|Өзбек|Белорус|Түр[ік]мен|Қырғыз|Тәжік|Әзірбайжан|Грузин|Армян|Қазақ)\s(?:КСР|ССР)|ӨзССР|УзССР"
    r"|КСРО|ҚР|Қазақстан\sРеспубликасы(?:ның)?|КСР\sОдағы(?:ның)?|ҚазКСР|ҚазССР|УКСР|УССР|БКСР|БССР|ӨзКСР)"
)
ENDING_KK = r"(?:-?\s?[іы]?[нтд](?:ың|ің))"
CODE_KK = (
    rf"(?:(?:{STATE_KK}{ENDING_KK}?\s)?(?:[Ққ]ылмыс(?:тық)?\s(?:(?:іс\s)?жүргізу\s)?[Кк]одек\p{{Ll}}+|Қ[КK]{ENDING_KK}?|ҚІЖК{ENDING_KK}?|УК(?:-?сы)?{ENDING_KK}?)"
    rf"|УК\s{STATE_KK}{ENDING_KK}?)\s"
)
# `бап` in its cases; Russian words such as `бабушка` begin alike.
PROVISION_KK = (
    r"(?:статья(?:ның|сының|сы|мен|сымен)|б\.(?=\s(?:бойынша|негізінде|арқылы))|баб(?:тың|пен|қа)|бап(?:тың|қа|ты|та|тан|пен|тағы)?|бабы(?:ның|на|н|нда|нан|мен|ндағы)?"
    r"|баптар(?:ы(?:н|на|ның|нда|нан|мен|ндағы)?|дың|ды|ға|да|дан|мен)?)"
)
ORDINALS_KK = (
    r"(?:б[іi]р[іi]нш[іi]|ек[іi]нш[іi]|үш[іi]нш[іi]|төрт[іi]нш[іi]|бес[іi]нш[іi]|алтыншы|жет[іi]нш[іi]|сег[іi]з[іi]нш[іi]"
    r"|тоғызыншы|оныншы)"
)
NUMBER_KK = rf"(?:\d{{1,2}}{LETTER}?|[«“\"](?:[а-я]|\d{{1,2}})[»”\"]|[а-е](?=\s?-?\s?т)|{ORDINALS_KK})"
ITEMS_KK = (
    rf"(?:(?:,?\s?|\s(?:және|мен)\s)\(?{NUMBER_KK}(?:\s?(?:[,–-]|және|мен)\s?{NUMBER_KK})*(?:\s?-?\s?[ыіi]?н?ш[іыi])?"
    r"\s?-?\s?(?:(?:пункт|тарма[қғ](?!ша)|бөл[іi][гк]|бөл[іi]м|тармақша|абзац)\p{L}*|т\.)\)?)"
)
JOINED_KK = r"(?:\s?,\s?|\s(?:және|мен|пен)\s)"


@rule(
    Label.ARTICLE,
    rf"(?<![\p{{L}}\d])(?P<code>{CODE_KK})?(?<!\d[-–.,/])(?P<list>(?>{ONE}(?:{JOINED_KK}{ONE}){{0,20}}|[Ее]лу\sсег[іi]з[іi]нш[іi]))"
    rf"(?:\s?-?\s?[ыіi]?н?ш[іыi])?\s?[-–]?\s?"
    rf"(?:[«“\"][^«»\"“”\n]{{2,60}}[»”\"]\s)?(?i:{PROVISION_KK})(?!\p{{L}})"
    rf"(?P<items>(?i:{ITEMS_KK}){{0,5}})",
)
def kazakh_article(match: Match, _: Lexicon) -> Found | None:
    """`58-6 бабы`, `58-баптың 2-тармағы`, `РКФСР Қылмыстық кодексінің 58-бабының 10-тармағы`."""
    if not match["code"] and of_a_collection(match):
        return None
    held = match["items"] or ""
    points = tuple(item for part in POINTS.findall(held) for item in items(in_figures(part)))
    parts = tuple(item for part in PARTS.findall(held) for item in items(in_figures(part)))
    named = articles(match["list"]) if match["list"][0].isdigit() else ["58"]
    value = provision(named, match["code"], points, parts)
    return Found(match.start(), match.end(), value)


def in_figures(text: str) -> str:
    """Write ordinals as figures: `екінші` → 2."""
    lower = text.casefold().replace("i", "і")
    return ORDINAL_KK.sub(
        lambda found: next(str(n) for n, stem in enumerate(STEMS_KK, 1) if found[0].startswith(stem)), lower
    )


GROUP = (
    rf"(?i)((?:\d|[«“\"]?(?<!\p{{L}})[а-я][»”\"]?(?!\p{{L}})|{ORDINALS_KK}|[,\s–-]|және)*?)"
    r"\s?-?\s?(?:[ыіi]?н?ш[іыi]\s?)?"
)
POINTS = regex.compile(rf"{GROUP}(?:тарма[қғ]|т\.)")
PARTS = regex.compile(rf"{GROUP}(?:бөл[іi])")
ORDINAL_KK = regex.compile(ORDINALS_KK)
STEMS_KK = ("бір", "ек", "үш", "төрт", "бес", "алт", "жет", "сег", "тоғ", "он")


@rule(
    Label.ARTICLE,
    rf"(?<![\p{{L}}\d])(?:(?P<code>{CODE_KK})(?P<list>{STATE_CRIME}(?:\s?,\s?(?:{STATE_CRIME}|{POINT}(?!\s?\p{{L}})))*)(?P<items>\s?-?\s?тарма[қғ]\p{{L}}*|\s(?:б|ст)\.)?"
    rf"|(?P<list>{STATE_CRIME})(?P<code>\s{STATE_KK}{ENDING_KK}?\sҚ[КK]))(?![\p{{L}}\d])(?!\s?[-–/]\s?\d)",
)
def article_of_kazakh_code(match: Match, _: Lexicon) -> Found | None:
    """`ҚК 58-10, 58-11`, `54-1а УКСР ҚК`: without the word for the provision."""
    return Found(match.start(), match.end(), provision(articles(match["list"]), match["code"]))


RULES: tuple[PatternRule, ...] = (kazakh_article, article_of_kazakh_code)
