"""Grammar of ARTICLE: provisions of penal codes and other laws, and accusations by letters instead of an article."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from document import ArticleValue, Label
from models.lexicon import Lexicon
from pipelines.entities import english_articles, kazakh_articles
from pipelines.entities.act_patterns import MONTH_RU
from pipelines.entities.article_patterns import (
    BEFORE,
    CODE,
    DASH,
    KIND,
    LETTER,
    LIST,
    MARK,
    NO_CRIME,
    NOT_PAGES,
    PART_BEFORE,
    POINT,
    REPUBLIC,
    SIGN,
    STATE_CRIME,
    UNIT,
)
from pipelines.entities.article_values import article
from pipelines.entities.candidate import Candidate, Rule
from pipelines.entities.law_collections import of_a_collection
from pipelines.entities.rule import Found, Match, longest, rule

# The republic whose code it is, without a word for the code: `54-6 УССР`.
STATE_ALONE = r"(?:(?<=5[489]\s?[-–—]\s?\d[^\n]{0,20})\s(?:РСФСР|УССР|БССР|КазССР)(?!\p{L}|\s(?:от|о|об|№)\s))"


@rule(
    Label.ARTICLE,
    rf"{BEFORE}(?P<before>{PART_BEFORE}){{0,2}}{SIGN}\s{{0,2}}(?P<before_list>{CODE}:?\s)?(?P<list>\d{{3}}\s?[-–]\s?\d{{3}}(?!\d)|{LIST})"
    rf"(?P<code>{CODE}(?:\s?[,;]\s?{LIST}{CODE})*|{STATE_ALONE})?(?P<marks>(?<=УК[\s\p{{Lu}}]*),\s{MARK})?",
)
def signed_article(match: Match, _: Lexicon) -> Found | None:
    """`ст. 58-10 ч. 2 УК РСФСР`, `ст. ст. 58-6-10-11`, `статье 58 Уголовного кодекса`."""
    start = match.start()
    if not match["code"] and not PLAIN_CRIME.match(match["list"]) and of_a_collection(match):
        return None
    code = match["code"] or match["before_list"]
    if not code and regex.fullmatch(r"\d{1,3}", match["list"]) and not match.captures("before"):
        named = NAMED.search(match.string, max(0, start - 30), start)
        if named and match["list"] not in STATE_CRIMES:
            return None
    if not code and SERVICE.match(match.string, match.end()):
        return None
    value = article(" ".join([match["list"], match["marks"] or "", *match.captures("before")]), code)
    return Found(start, match.end(), value)


# `Жана-Семей, ст. 91`: of a list of names; `ст. 12 разъезд`, `ст. 5 класса`: other words that begin alike.
NAMED = regex.compile(r"\p{Lu}\p{Ll}[\p{L}-]*,\s$")
# `статья 10 мая`, `статья 5 страниц`: articles of newspapers.
SERVICE = regex.compile(
    r"(?:-?[яй])?\s\p{Lu}\p{Ll}+(?:ая|[иыо]й|ка)(?!\p{L})|\s?(?:класс|рот[аыу]|разъезд|км|разряд|категор|лейт|серж|инсп|науч|кв\.|лет(?!\p{L})|год|мин\.|чел|млн|тыс|руб)"
    rf"|\s(?:матрос|страниц|строк(?!\p{{Ll}}{{3}})|автор(?:а|ов)(?!\p{{L}})|{MONTH_RU})"
)
PLAIN_CRIME = regex.compile(r"5[489]\s?[-–—/]\s?\d")
STATE_CRIMES = frozenset({"54", "58", "59"})


POINTS_FIRST = r"(?P<first>1[0-4]|[1-9])(?:-?(?:й|ый|ой|го|му|м))?\sпункт(?:а|у|ом)?\s"
PART_OR_POINTS_BEFORE = regex.compile(rf"{BEFORE}(?:{PART_BEFORE}|{POINTS_FIRST})$")
REACH_OF_POINTS = 40
"""Characters."""
NUMBERED = rf"\d{{2,3}}(?:{DASH}{POINT}|[¹²³⁴-⁹⁰]{{1,2}})?(?:\s?-\s?(?:й|ой|я|ю|ая|ую|м|ым)(?!\p{{L}}))?"


@rule(
    Label.ARTICLE,
    rf"(?<=(?:(?<!\p{{L}})по|[:;(–—-])\s?)(?P<code>У(?:П)?К(?:\s{REPUBLIC})?)(?:[,:]?\s{SIGN}\s{{0,2}}|:?\s(?={STATE_CRIME}))"
    rf"(?P<list>{LIST})(?!{CODE})",
)
def article_behind_code(match: Match, _: Lexicon) -> Found | None:
    """`УК РСФСР, ст. 58, п. 10`, `УК РСФСР: 58-10`."""
    return Found(match.start(), match.end(), article(match["list"], match["code"]))


@rule(
    Label.ARTICLE,
    rf"{BEFORE}(?P<list>{NUMBERED}(?:(?:,\s|\sи\s){NUMBERED}){{0,6}})\s?-?\s?"
    rf"(?:стать\p{{Ll}}{{1,5}}|(?:ст\.|бап)(?={CODE}|\s?бойынша)|(?<=5[489]\s?(?:-?о?й\s?)?)ст\.(?=,?\s{KIND}\d)|(?<=(?<!\p{{L}})(?:по|признак\p{{L}}{{1,2}})\s5[489]\s?(?:-?о?й\s)?)ст\.)(?P<marks>{MARK}{{0,2}})"
    rf"(?P<code>{CODE})?(?!\p{{L}})",
)
def article_after_number(match: Match, _: Lexicon) -> Found | None:
    """`58-й статье`, `58-10 статье УК`, `58 ст. УК РСФСР`, `58-статьямен`, `10 пункту 58 статьи`."""
    before = PART_OR_POINTS_BEFORE.search(match.string, max(0, match.start() - REACH_OF_POINTS), match.start())
    value = article(f"{match['list']}{match['marks']} {points_behind_word(before)}", match["code"])
    return Found(before.start() if before else match.start(), match.end(), value)


def points_behind_word(before: Match | None) -> str:
    """Points before an article as they are read everywhere else: `10 пункту` → `пункту 10`."""
    if before is None:
        return ""
    return f"пункту {before['first']}" if before["first"] else before[0]


@rule(
    Label.ARTICLE,
    rf"(?:(?<=(?<!\p{{L}})[Пп]о\s)(?P<list>58(?:{DASH}{POINT})?)-?(?:й|ой)(?![\p{{L}}\d-])|(?<=(?<!\p{{L}})под\s)(?P<list>58)-?ю(?!\p{{L}})|(?<!\p{{L}})[Пп]ятьдесят\sвосьм(?:ой|ая|ую)"
    r"(?:\sстать(?:я|е|и|ю|[её]й))?(?!\p{L}))"
    r"(?!\s(?:арми|дивиз|полк|бригад|улиц|параллел|школ|стать|ст\.|год|форм|раз(?!\p{L})|километр|страниц|номер))"
    rf"(?P<marks>{MARK}{{0,2}})",
)
def article_as_ordinal(match: Match, _: Lexicon) -> Found | None:
    """`сидел по 58-й`, `по 58-й, п. 10`, `пятьдесят восьмая`: the article that needs no name."""
    return Found(match.start(), match.end(), article(f"{match['list'] or '58'} {match['marks']}", None))


@rule(
    Label.ARTICLE,
    rf"{NOT_PAGES}{BEFORE}(?P<list>5[489](?:\s?,)?\s(?:пп?\.|п\.\s?п\.|пункт\p{{L}}{{0,3}}\s|§§?)\s?{POINT}(?:(?:,\s?|\sи\s){POINT}(?!{UNIT})){{0,10}}"
    rf"{MARK}{{0,2}})(?P<code>{CODE})?(?![\d-])",
)
def points_of_state_crime(match: Match, _: Lexicon) -> Found | None:
    """`58 п. 10 ч. 1`: the article and its points in full, without being called one."""
    return None if in_an_address(match) else Found(match.start(), match.end(), article(match["list"], match["code"]))


# `ул. Абая, д. 58-4`, `тел. 58-10-11`.
ADDRESS = regex.compile(
    r"(?<!\p{L})(?:(?:[Дд]|[Дд]ом|[Кк]в|[Кк]орп|[Тт]ел|[Кк]омн|[Бб]арак|[Тт]|[Тт]елефон\p{L}{0,2}|(?:[Аа]вто)?машин\p{L}{1,2}|[Пп]рот(?:окол\p{L}{0,2})?"
    r"|[Пп]риказ\p{L}{0,2}|[Вв]агон\p{L}{0,2}|(?:лаг)?пункт\p{L}{0,2}|[Пп]ост|[Цц]ех\p{L}{0,2}|[Кк]амер\p{L}{1,2})\.?"
    r"|(?:[Уу]л|[Пп]ер|[Пп]р|[Пп]росп|[Нн]аб|[Пп]л|[Шш]|[Бб]ул|[Уу]лиц\p{L}{1,2}|[Пп]роезд\p{L}{0,2}|[Пп]роспект\p{L}{0,2})\.?\s[^.;:\n]{2,30},"
    r"|(?:[Пп]рож\p{L}*|[Аа]дрес\p{L}{0,2})[.:]{0,2}\s(?:(?:г|с|пос|дер)\.\s?)?\p{Lu}[^.;:\n]{2,40},)\s?$"
)


def in_an_address(match: Match) -> bool:
    """Say whether what stands before makes the number that of a house or a telephone."""
    return ADDRESS.search(match.string, max(0, match.start() - 70), match.start()) is not None


CODE_ALONE = regex.compile(CODE)
LIST_TO_THE_END = regex.compile(rf"{BEFORE}(?P<list>{LIST})$")
# Characters a list of articles may take before its code.
REACH = 120


def article_of_code(text: str, _: Lexicon) -> Iterator[Candidate]:
    """Find `68, 72, 76 УК БССР`, `58-6УКРСФСР`: from the code back to its articles."""
    for code in CODE_ALONE.finditer(text):
        before = text[max(0, code.start() - REACH) : code.start()]
        found = LIST_TO_THE_END.search(before)
        if found and "онституц" not in code[0]:
            start = code.start() - len(before) + found.start()
            value = article(found["list"], code[0])
            yield Candidate(start, code.end(), Label.ARTICLE, "rule:article-of-code", 1.0, value)


# Words behind a list of points: `58-10, 11 на пять лет`; before others the last number may be of something else.
GOES_ON = r"(?:на|и|к|в|с|за|ч|п|УК|УПК|ҚК|тройк\p{L}*|бойынша|осужд\p{L}*|пригов\p{L}*|and|of|to|he|she)(?!\p{L})"


@rule(
    Label.ARTICLE,
    rf"{NOT_PAGES}{BEFORE}(?P<list>{STATE_CRIME}{NO_CRIME}{MARK}{{0,2}}(?:(?:\s?[,;]\s?|\sи\s)(?:[-–]\s?)?(?:{STATE_CRIME}"
    rf"|{POINT}(?=\s?(?:[.,;:()–—-]|$|{GOES_ON}))){MARK}{{0,2}}){{0,14}})(?P<code>{STATE_ALONE})?(?![\d])(?![-–/]\d|\s?[-–]\s?\d{{4}}|\p{{L}})",
)
def state_crime(match: Match, _: Lexicon) -> Found | None:
    """`58-10`, `17-58-8`, `58 – 2, 7, 8`, `54-6 УССР`: plainly the article without being called one."""
    return None if in_an_address(match) else Found(match.start(), match.end(), article(match["list"], match["code"]))


@rule(
    Label.ARTICLE,
    rf"(?<=[Оо]бв(?:ин(?:ение|[её]н\p{{L}}*)?)?\.?\s?:\s{{0,2}}(?:по\s)?)(?P<list>\d{{2,3}}(?!\d)(?:[¹²³⁴-⁹⁰]{{1,2}}|\s?\((?:1[0-4]|[1-9])(?:,\s?(?:1[0-4]|[1-9])){{0,6}}\)|(?:-\d{{1,2}}(?!\d)){{0,2}}){LETTER}?{MARK}{{0,3}}"
    rf"(?:\s?,\s?\d{{2,3}}(?![\d.])(?:-\d{{1,2}}(?!\d)){{0,2}}{LETTER}?{MARK}{{0,2}})*)(?!\s?(?:год|г\.|лет|\d|\.\d|[-–]\s?\d))",
)
def accusation(match: Match, _: Lexicon) -> Found | None:
    """`обв.: 64, 68, 70`."""
    return Found(match.start(), match.end(), article(match["list"], None))


# Letters that are an accusation where these stand before them, or after.
LETTERS = regex.compile(
    r"(?:(?<=\b(?:за|по|ст\.|[Сс]тать(?:[еия]|[её]й|ям|ями):?|литер(?:[аеуы]?|ой|ам|ами|ным|ная|ную):?|формулировк(?:ой|е|а|и):?|обвинени(?:ю|и)\sв|пункту|с\sпометкой)\s\(?[«\"]?)"
    r"|(?<=(?:[Оо]бв|[Оо]сужд)\p{L}*\.?\s?:\s(?:по\s|за\s)?[«\"]?)"
    r"|(?<=\bкак\s[«\"]?)|(?<=\b(?:under|for|of|with|article|as\s(?:an?\s)?)\s?[“\"]?)|(?<=(?:семьи\s(?:изменника\s[Рр]одины|ИР)|семей\sизменников\s[Рр]одины|литерн\p{L}+\sстать\p{L}+|буквенн\p{L}+\sстать\p{L}+)\s\([«\"]?)"
    r"|(?<=,\s[«\"]?)(?=\p{Lu}{2,5}[»\"]?(?:,\s\d{1,2}\s(?:лет|год|г\.|л\.)|\sна\s\d{1,2}\s(?:лет|год)))|(?<=лет,\s|года,\s|лет\sИТЛ,\s)|(?<=[Сс]овещани\p{L}{1,2}\s|ОСО\s)"
    r"|(?=[\p{Lu}h]{2,5}[»\"]?(?:-?\p{Ll}{1,4})?\s(?:бойынша|ретінде|бабы|статья)))"
    r"(?<!\p{L})(?P<l>\p{Lu}{2,5}|ChSIR|ChSVN)(?![\p{L}\d])"
)
AS = regex.compile(r"\bкак\s[«\"]?$")
# `как СОЭ` is a sentence only where somebody was sentenced, held or sent away.
SENTENCED = regex.compile(
    r"(?i:осужд|пригов|репресс|арест|высла|сосла|сослан|обвин|обв\.|заключ|осудил|лишен|признан|отбыва|лагер|срок|на\s\d{1,2}\s(?:лет|год))"
)
LATIN_LETTERS = {
    "KRD": "КРД", "KRTD": "КРТД", "KRA": "КРА", "ASA": "АСА", "ASE": "АСЭ", "SOE": "СОЭ", "SVE": "СВЭ",
    "ChSIR": "ЧСИР", "CHSIR": "ЧСИР", "PSh": "ПШ", "ChSVN": "ЧСВН",
}  # fmt: skip


def letter_article(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find `КРД`, `АСА`, `ЧСИР` where they are what somebody was accused of."""
    known = {one.abbreviation for one in lexicon.letter_articles}
    for match in LETTERS.finditer(text):
        start, end = match.span("l")
        around = text[max(0, start - 90) : end + 60]
        if AS.search(text, max(0, start - 6), start) and not SENTENCED.search(around):
            continue
        following: Match | None = match
        while following and (letters := LATIN_LETTERS.get(following["l"], following["l"])) in known:
            yield Candidate(*following.span("l"), Label.ARTICLE, "rule:letter-article", 1.0, ArticleValue(letters))
            following = NEXT_LETTERS.match(text, following.end("l"))


# Others of a list: `за АСА и КРД`.
NEXT_LETTERS = regex.compile(
    r"[»\"]?(?:,\s|\s?/\s?|\s(?:и|или|and|or|және|мен)\s)[«\"]?(?P<l>\p{Lu}{2,5}|ChSIR|ChSVN)(?![\p{L}\d])"
)


RULES: tuple[Rule, ...] = (
    signed_article,
    article_behind_code,
    article_after_number,
    article_as_ordinal,
    points_of_state_crime,
    article_of_code,
    state_crime,
    accusation,
    *kazakh_articles.RULES,
    *english_articles.RULES,
    letter_article,
)


def find(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find provisions of law, the longest reading of each."""
    yield from longest(one for read in RULES for one in read(text, lexicon))
