"""Rules for provisions in English: `Articles 58, paragraphs 1, 6, 8`, `Article 58-10 of the RSFSR Criminal Code`."""

from __future__ import annotations

import regex

from document import Label
from models.lexicon import Lexicon
from pipelines.entities.article_patterns import BEFORE, DASH, ONE, POINT
from pipelines.entities.article_values import article, articles, provision
from pipelines.entities.law_collections import of_a_collection
from pipelines.entities.rule import Found, Match, PatternRule, rule

STATE_EN = (
    r"(?:R\.S\.F\.S\.R\.|RSFSR|U\.S\.S\.R\.|USSR|[A-Z][A-Za-z]{0,5}SSR|(?:Ukrainian|Kazakh|Uzbek|Bel[oa]russian|Byelorussian|Georgian|Armenian"
    r"|Azerbaijan|Russian|Soviet)(?:\sS\.S\.R\.|\sSSR|\sSFSR)?|Republic\sof\sKazakhstan|Soviet\sUnion|Ukraine)"
)
CODE_EN = (
    rf"(?:,?\s(?:of\s)?(?:the\s)?(?:(?:{STATE_EN}(?:['’]s)?)\s)?(?:1926\s)?(?:(?:[Cc]riminal|[Pp]enal)\s(?:[Pp]rocedure\s)?"
    rf"[Cc]ode|[Cc]ode\sof\s[Cc]riminal\s[Pp]rocedure|C\.C\.|CCP?|CPC)(?:\s(?:of\s)?(?:the\s)?{STATE_EN}(?!\p{{L}}))?"
    rf"|\s(?:U(?:P)?K|CCP?)\s{STATE_EN}|,?\sof\s(?:the\s)?(?:{STATE_EN}\s)?Constitution(?:\sof\sthe\s{STATE_EN}(?!\p{{L}}))?)"
)
INNER = r"(?:\s?\((?:1[0-4]|[1-9])?[a-g]?\)|\s?[\"“][a-d][\"”])"
ONE_EN = rf"{ONE}{INNER}{{0,2}}"
ITEM_KIND = (
    r"(?:paragraphs?|points?|parts?|sections?|subsections?|clauses?|items?|paras?\.|par\.|pt\.|sec\.|p\.|pp\.|cl\.|§§?)"
)
ITEM_EN = r"(?:\d{1,2}(?!\d)[a-g]?(?!\p{L})|\(?[a-d]\)|[\"“][a-d][\"”]|[IVX]{1,3}(?!\p{L}))"
ITEMS_EN = rf"(?i:{ITEM_KIND})\s?{ITEM_EN}(?:(?:,\s?|,?\sand\s|\s?[-–]\s?){ITEM_EN})*"
# Behind the number of an article of a journal.
OF_THE_PRESS = (
    r"\s(?:(?:pages?|words|lines|days|weeks|months|years|copies)\b"
    r"|(?:of|in)\s(?:the|this|that|his|her|our)\s(?:journal|newspaper|magazine|series|issue|collection|volume)\b)"
)
SIGN_EN = (
    r"(?:Art\.\s(?=Art\.\s\d))?(?:[Aa]rticles?|ART\.|§§?(?=\s?5[489]-\d)|[Aa]rts?\.|ARTICLES?|[Aa]rticles?:|[Ss]t\.(?=\s5[489]-\d)"
    r"|[Ss]ections?(?=\s5[489]-\d))"
)


@rule(
    Label.ARTICLE,
    rf"(?<![\p{{L}}\d])(?P<before>{ITEMS_EN},?\sof\s(?:the\s)?)?{SIGN_EN}\s?(?:No\.?\s)?(?P<list>{ONE_EN}(?:(?:,?\s(?:and|AND)\s|,\s?)"
    rf"{ONE_EN}(?![\d]|\s\p{{Lu}}\p{{Ll}}+\s\d{{4}})){{0,14}})(?!{OF_THE_PRESS})"
    rf"(?P<items>(?:,?\s\(?{ITEMS_EN}\)?){{0,2}})(?P<code>{CODE_EN})?",
)
def english_article(match: Match, _: Lexicon) -> Found | None:
    """`Articles 58, paragraphs 1, 6, 8`, `Article 58(10)`, `Article 58-10, Part 1 of the RSFSR Criminal Code`."""
    if not match["code"] and of_a_collection(match):
        return None
    held = f"{match['before'] or ''} {match['items'] or ''}"
    points: list[str] = []
    parts: list[str] = []
    for group in GROUPS.finditer(held):
        (parts if group["kind"].casefold().startswith(("part", "pt")) else points).extend(
            NUMBERS.findall(group["items"])
        )
    named = articles(regex.sub(r"[\"“”]", "", match["list"]))
    return Found(match.start(), match.end(), provision(named, match["code"], tuple(points), tuple(parts)))


GROUPS = regex.compile(rf"(?i:(?P<kind>{ITEM_KIND}))\s?(?P<items>{ITEM_EN}(?:(?:,\s?|,?\sand\s|\s?[-–]\s?){ITEM_EN})*)")
NUMBERS = regex.compile(r"\d+[a-g]?|[IVX]+|[a-d](?=[)\"”])")


@rule(Label.ARTICLE, rf"{BEFORE}(?P<list>(?>{ONE}(?:(?:,\s?|,?\sand\s){ONE}){{0,14}}))(?P<code>{CODE_EN})")
def article_of_english_code(match: Match, _: Lexicon) -> Found | None:
    """`58-10 of the Criminal Code`."""
    return Found(match.start(), match.end(), article(match["list"], match["code"]))


@rule(
    Label.ARTICLE,
    rf"{BEFORE}(?P<list>58{DASH}{POINT}(?:,\s?58{DASH}{POINT}|,?\sand\s58{DASH}{POINT})+)(?![\d-])",
)
def listed_state_crimes(match: Match, _: Lexicon) -> Found | None:
    """`58-8, 58-10 and 58-11`: plainly articles."""
    return Found(match.start(), match.end(), article(match["list"], None))


@rule(Label.ARTICLE, r"(?<![\p{L}\d-])58th\s[Aa]rticle(?!\p{L})")
def english_article_as_ordinal(match: Match, _: Lexicon) -> Found | None:
    """`under the 58th Article`."""
    return Found(match.start(), match.end(), provision(["58"], None))


RULES: tuple[PatternRule, ...] = (
    english_article,
    article_of_english_code,
    listed_state_crimes,
    english_article_as_ordinal,
)
