"""Grammar of ARTICLE: provisions of penal codes and other laws, and accusations by letters instead of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from document import ArticleValue, Label
from models.lexicon import Lexicon
from pipelines.entities.candidate import Candidate, Rule
from pipelines.entities.rule import Found, Match, longest, rule

DASH = r"\s?[-‐‑–—−/]\s?"
LETTER = r"(?:\s?[\"«“'][а-гabvg][\"»”']|-?[а-гabvg](?![\p{L}]))"
# A number of an article with its points: `58-10`, `58-1а-6-11`, `58.10`, `58¹⁰`, as misread `58-I0`.
STEP = rf"(?:\d{{1,2}}|[1IlІ][\dOОIlІ])(?!\d){LETTER}?"
ONE = (
    rf"(?:5[489]1[0-4](?!\d)|\d{{1,3}}(?!\d))(?:[¹²³⁴-⁹⁰]{{1,2}}|(?<=5[48])\.(?:1[0-4]|[1-9])(?!\d))?"
    rf"(?:{DASH}{STEP}){{0,14}}{LETTER}?"
)
# `п. 1а`, `п. 1 «а»`, `часть 2-я`.
ORDINAL = r"-(?:я|й|ю|ой|ей|го)(?!\p{L})"
ITEM = rf"(?:\d{{1,2}}(?!\d)(?:{LETTER}|{ORDINAL})?|[IVX]{{1,3}}(?!\p{{L}})|[\"«“][а-я][\"»”]|[а-я](?![\p{{L}}.]))"
MARK = (
    r"(?:\s?,?\s?\(?(?:(?:[чп]|пп|п\.\s?п|пар|абз)\.\s?|част[ьиюя]\p{L}?\s|пункт\p{L}{0,3}\s|параграф\p{L}{0,2}\s)"
    rf"{ITEM}(?:\s?(?:,|и)\s?{ITEM}(?!\s?[-–/]\s?\d|\s?год)){{0,12}}\)?)"
)
LIST = (
    rf"{ONE}{MARK}{{0,3}}(?:(?:\s?[,;]\s?|\s(?:и|және|and)\s)(?:[-–]\s?)?{ONE}(?!\d|\s?(?:год|г\.|лет"
    rf"|\.\d)){MARK}{{0,3}}){{0,14}}"
)
REPUBLIC = (
    r"(?:РСФСР|УССР|БССР|ССРБ|КазССР|Каз\.\s?ССР|Казахской\sССР|УзССР|АзССР|АрмССР|ГССР|ТуркмССР"
    r"|Туркм\.\s?ССР|КиргССР|ТаджССР|МССР|СССР"
    r"|РФ|РК|России|Казахстана|Российской\sФедерации|Республики\sКазахстан|РКФСР|Қазақ\sССР|ҚазКСР|КСРО|УКСР)"
)
CODE = (
    rf"(?:\s?,?\s?(?:УК|УПК|УПВС|КК|[Уу]головного\s[Кк]одекса|Уголовно-процессуального\s[Кк]одекса)"
    rf"(?!\p{{Ll}})(?:\s?{REPUBLIC}(?!\p{{L}}))?)"
)
SIGN = r"(?:[Сс]т\.?\s?ст\.|[Сс]т\.|[Сс]тат(?:ь(?:я|и|е|ю|[её]й|ям|ями|ях)|ей)(?:\sобвинения)?|СТ\.):?"
PART_BEFORE = (
    r"(?:(?:(?:пп?|ч)\.\s?|пункт\p{L}{0,3}\s|част\p{L}{1,3}\s)(?:\d{1,2}|[\"«“][а-я][\"»”])"
    r"(?:\s?(?:,|и)\s?(?:\d{1,2}|[\"«“][а-я][\"»”])){0,6}\s)"
)
BEFORE = r"(?<![\p{L}\d№])(?<!№\s)(?<!\d[-–.,/])"
# Articles 58 (RSFSR) and 54 (Ukraine) have points 1–14, so that what follows the dash cannot be the end of a range.
POINT = rf"(?:1[0-4]|[1-9])(?!\d){LETTER}?"
STATE_CRIME = rf"(?:(?:17|19)\s?[-‐‑–—−]\s?)?5[849]{DASH}{POINT}(?:{DASH}{POINT}){{0,14}}"


# СЗ СССР. 1925. № 16. Ст. 57: an item of a collection of laws, not a provision.
COLLECTION = regex.compile(
    r"(?:(?:№|N)\s?\d{1,4}[.,]?\s{0,2}[-‐‑–—−]?\s{0,2}"
    r"|(?<!\p{L})(?:СЗ|СУ|ЖЗ|[Сс]обр(?:\.|ание)\s?(?:зак|уза)\p{L}*)(?!\p{L})[^;]{0,50})$"
)


@rule(
    Label.ARTICLE,
    rf"{BEFORE}(?P<before>{PART_BEFORE}){{0,2}}{SIGN}\s{{0,2}}(?P<list>{LIST})"
    rf"(?P<code>{CODE}(?:\s?[,;]\s?(?:{SIGN}\s?)?{LIST}{CODE})*)?",
)
def signed_article(match: Match, _: Lexicon) -> Found | None:
    """`ст. 58-10 ч. 2 УК РСФСР`, `ст. ст. 58-6-10-11`, `статье 58 Уголовного кодекса`."""
    start = match.start()
    if COLLECTION.search(match.string, max(0, start - 60), start):
        return None
    value = article(match["list"] + " " + " ".join(match.captures("before")), match["code"])
    return Found(start, match.end(), value)


@rule(
    Label.ARTICLE,
    rf"{BEFORE}(?P<list>\d{{2,3}}(?:{DASH}{POINT})?)(?:\s?-\s?(?:й|ой|я|ю|ая|ую))?\sстать(?:я|и|е|ю|[её]й)"
    rf"(?P<code>{CODE})?(?!\p{{L}})",
)
def article_after_number(match: Match, _: Lexicon) -> Found | None:
    """`58-й статье`, `58-10 статье УК`."""
    return Found(match.start(), match.end(), article(match["list"], match["code"]))


CODE_ALONE = regex.compile(CODE)
LIST_TO_THE_END = regex.compile(rf"{BEFORE}(?P<list>{LIST})$")
# Characters a list of articles may take before its code.
REACH = 120


def article_of_code(text: str, _: Lexicon) -> Iterator[Candidate]:
    """Find `68, 72, 76 УК БССР`, `58-6УКРСФСР`: from the code back to its articles."""
    for code in CODE_ALONE.finditer(text):
        before = text[max(0, code.start() - REACH) : code.start()]
        found = LIST_TO_THE_END.search(before)
        if found:
            start = code.start() - len(before) + found.start()
            value = article(found["list"], code[0])
            yield Candidate(start, code.end(), Label.ARTICLE, "rule:article-of-code", 1.0, value)


@rule(
    Label.ARTICLE,
    rf"{BEFORE}(?P<list>{STATE_CRIME}{MARK}{{0,2}}(?:(?:\s?[,;]\s?|\sи\s)(?:[-–]\s?)?(?:{STATE_CRIME}"
    rf"|{POINT}(?!\s?(?:год|г\.|лет|\p{{L}}))){MARK}{{0,2}}){{0,14}})(?![\d])(?!\s?[-–/]\s?\d)",
)
def state_crime(match: Match, _: Lexicon) -> Found | None:
    """`58-10`, `17-58-8`, `58 – 2, 7, 8`: plainly the article without being called one."""
    return Found(match.start(), match.end(), article(match["list"], None))


@rule(
    Label.ARTICLE,
    rf"(?<=[Оо]бв(?:ин(?:ение|[её]н\p{{L}}*)?)?\.?\s?:\s{{0,2}}(?:по\s)?)(?P<list>\d{{2,3}}(?!\d){LETTER}?"
    rf"(?:\s?,\s?\d{{2,3}}(?![\d.]))*)(?!\s?(?:год|г\.|лет|\d|\.\d|[-–]\s?\d))",
)
def accusation(match: Match, _: Lexicon) -> Found | None:
    """`обв.: 64, 68, 70`."""
    return Found(match.start(), match.end(), article(match["list"], None))


CODE_KK = (
    r"(?:(?:РКФСР|РСФСР|КСРО|Қазақ\sССР|ҚазКСР|Қазақ\sКСР|УКСР|БКСР)\s)?(?:[Ққ]ылмыстық\s[Кк]одек\p{Ll}+"
    r"|ҚК(?:-?[нтд]\p{Ll}{2,3})?)\s"
)
# `бап` in its cases; Russian words such as `бабушка` begin alike.
PROVISION_KK = (
    r"(?:бап(?:тың|қа|ты|та|тан|пен|тағы)?|бабы(?:ның|на|н|нда|нан|мен|ндағы)?|баптар(?:ы|ын|ында|ының|ына|ға|да|дың)?)"
)
ITEMS_KK = r"(?:,?\s\d{1,2}(?:\s?[,–-]\s?\d{1,2})*\s?-?\s?(?:тарма[қғ]|бөлі[гк]|бөлім|тармақша)\p{Ll}*)"


@rule(
    Label.ARTICLE,
    rf"(?<![\p{{L}}\d])(?P<code>{CODE_KK})?(?<!\d[-–.,/])(?P<list>{ONE}(?:\s?,\s?{ONE})*)"
    rf"(?:\s?-?\s?[ыі]?н?ш[іы])?\s?-?\s?"
    rf"(?:[«“\"][^«»\"“”\n]{{2,60}}[»”\"]\s)?(?i:{PROVISION_KK})(?!\p{{L}})"
    rf"(?P<items>{ITEMS_KK}{{0,2}})",
)
def kazakh_article(match: Match, _: Lexicon) -> Found | None:
    """`58-6 бабы`, `58-баптың 2-тармағы`, `РКФСР Қылмыстық кодексінің 58-бабының 10-тармағы`."""
    items = match["items"] or ""
    parts = tuple(number for part in regex.findall(r"(\d[\d,\s–-]*?)\s?-?\s?бөлі", items) for number in numbers(part))
    points = tuple(number for part in regex.findall(r"(\d[\d,\s–-]*?)\s?-?\s?тарма", items) for number in numbers(part))
    value = ArticleValue(", ".join(articles(match["list"])), code_name(match["code"]), points, parts)
    return Found(match.start(), match.end(), value)


CODE_EN = (
    r"(?:,?\s(?:of\sthe\s)?(?:(?:RSFSR|USSR|Ukrainian|Soviet|Kazakh\sSSR)\s)?(?:[Cc]riminal"
    r"|[Pp]enal)\s[Cc]ode(?:\sof\sthe\s(?:RSFSR|USSR|Ukrainian\sSSR|Kazakh\sSSR))?)"
)


@rule(
    Label.ARTICLE,
    rf"(?<![\p{{L}}\d])(?P<before>(?i:paragraphs?|points?|parts?|sections?|clauses?)\s\d{{1,2}}(?:(?:,\s?"
    rf"|\sand\s)\d{{1,2}})*\sof\s)?(?:[Aa]rticles?|[Aa]rts?\.|ARTICLES?)\s(?P<list>{ONE}(?:(?:,\s?"
    rf"|\sand\s){ONE}(?![\d]))*)"
    rf"(?P<items>,?\s(?:paragraphs?|points?|parts?|sections?|par\.|pt\.|clauses?)\s\d{{1,2}}[a-z]?(?:"
    rf"(?:,\s?|\sand\s|,\sand\s|\s?[-–]\s?)\d{{1,2}})*)?(?P<code>{CODE_EN})?",
)
def english_article(match: Match, _: Lexicon) -> Found | None:
    """`Articles 58, paragraphs 1, 6, 8`, `Article 58-10 of the RSFSR Criminal Code`."""
    items = (match["items"] or "") + (match["before"] or "")
    held = tuple(regex.findall(r"\d+|(?<=\d)[a-z]", items))
    parts = held if regex.search(r"part|section", items) else ()
    value = ArticleValue(", ".join(articles(match["list"])), code_name(match["code"]), () if parts else held, parts)
    return Found(match.start(), match.end(), value)


@rule(Label.ARTICLE, rf"{BEFORE}(?P<list>{ONE}(?:,\s?{ONE})*)(?P<code>{CODE_EN})")
def article_of_english_code(match: Match, _: Lexicon) -> Found | None:
    """`58-10 of the Criminal Code`."""
    return Found(match.start(), match.end(), article(match["list"], match["code"]))


LETTERS = regex.compile(
    r"(?<=\b(?:за|по|ст\.|статье|статьи)\s[«\"]?|[Оо]бв\p{L}*\.?\s?:\s(?:по\s)?[«\"]?)"
    r"(?P<l>\p{Lu}{2,5})(?!\p{L})"
)


def letter_article(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find `КРД`, `АСА`, `ЧСИР` where they are what somebody was accused of."""
    known = {one.abbreviation for one in lexicon.letter_articles}
    for match in LETTERS.finditer(text):
        if match["l"] in known:
            start, end = match.span("l")
            yield Candidate(start, end, Label.ARTICLE, "rule:letter-article", 1.0, ArticleValue(match["l"]))


RULES: tuple[Rule, ...] = (
    signed_article,
    article_after_number,
    article_of_code,
    state_crime,
    accusation,
    kazakh_article,
    english_article,
    article_of_english_code,
    letter_article,
)


def find(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find provisions of law, the longest reading of each."""
    yield from longest(one for read in RULES for one in read(text, lexicon))


def article(held: str, code: str | None) -> ArticleValue:
    """Read a list of articles with their parts and points, and the code they belong to."""
    marks = [(found["kind"][0], items(found["items"])) for found in MARKED.finditer(held)]
    bare = regex.sub(rf"{MARK}|{PART_BEFORE}", "", regex.sub(SUPERSCRIPT, raised, held + " ")).strip()
    return ArticleValue(
        ", ".join(articles(bare)),
        code_name(code),
        tuple(item for kind, group in marks if kind == "п" for item in group),
        tuple(item for kind, group in marks if kind == "ч" for item in group),
    )


MARKED = regex.compile(
    rf"(?<!\p{{L}})(?P<kind>п\.\s?п\.|пп?\.|ч\.|част\p{{L}}+|пункт\p{{L}}*)\s?(?P<items>{ITEM}(?:\s?(?:,"
    rf"|и)\s?{ITEM}(?!\s?[-–/]\s?\d)){{0,12}})"
)


def items(text: str) -> list[str]:
    """List the numbers or letters of a group: `1, 6 и 8`, `«а»`, `I`, `1 «а»`, `2-я`."""
    found = regex.findall(rf"\d+{LETTER}|\d+|[IVX]+|[а-я](?!\p{{L}})(?<!\sи)", regex.sub(ORDINAL, "", text))
    return [regex.sub(r"[^\p{L}\d]", "", item) for item in found]


SUPERSCRIPT = regex.compile("[¹²³⁴-⁹⁰]+")
FIGURES = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰IlІOО", "123456789011100")


def raised(match: Match) -> str:
    """Write figures above the line after a hyphen: `58¹⁰` is article 58-10."""
    return "-" + match[0].translate(FIGURES)


def numbers(text: str) -> list[str]:
    """List the numbers or single letters of a group: `1, 6 и 8`, `«а»`."""
    return regex.findall(r"\d+|(?<!\p{L})[а-я](?!\p{L})(?<!и)", text)


def articles(text: str) -> list[str]:
    """Write every article in full: `58-6-10-11` and `58-10, 11` each name several points of article 58."""
    found: list[str] = []
    head: str | None = None
    for item in regex.split(r"\s?[,;]\s?|\s(?:и|және|and)\s", text):
        written = regex.sub(r"(?<=5[48])\.(?=\d)", "-", item.strip())
        written = regex.sub(r"(?<=\d)-(?=[абвг])", "", written)
        steps = [
            regex.sub(r"[\s\"«»“”']", "", step).translate(FIGURES)
            for step in regex.split(DASH, written)
            if step.strip()
        ]
        if not steps:
            continue
        if flat := regex.fullmatch(r"(5[489])(1[0-4]|[1-9])([абвг]?)", steps[0]):
            steps[:1] = [flat[1], flat[2] + flat[3]]  # 58¹¹ whose small figures came down: 5811
        if len(steps) > 1 and steps[0] in {"17", "19"} and steps[1] in {"58", "54", "59"}:
            found.append("-".join(steps))
        elif steps[0].rstrip("абвг") in {"58", "54", "59"}:
            head = steps[0]
            found += [f"{head}-{step}" for step in steps[1:]] or [head]
        elif head is not None and all(regex.fullmatch(r"(?:1[0-4]|[1-9])[абвг]?", step) for step in steps):
            found = found[:-1] if found and found[-1] == head else found
            found += [f"{head}-{step}" for step in steps]
        else:
            found.append("-".join(steps))
    return found


CODES: Sequence[tuple[str, str]] = (
    ("УПК", r"УПК|процессуал"),
    ("УК", r"УК|головн|ҚК|ылмыстық|Criminal|Penal|criminal|penal|КК"),
)
REPUBLICS: Sequence[tuple[str, str]] = (
    ("РСФСР", r"РСФСР|РКФСР|RSFSR"),
    ("УССР", r"УССР|УКСР|Ukrain"),
    ("БССР", r"БССР|БКСР|ССРБ"),
    ("КазССР", r"Каз\.?\s?ССР|Казахской|Қаз|Kazakh"),
    ("УзССР", r"УзССР"),
    ("АзССР", r"АзССР"),
    ("ГССР", r"ГССР"),
    ("СССР", r"(?<!\p{L})СССР|КСРО|USSR"),
    ("РФ", r"РФ|Росси"),
    ("РК", r"РК(?!ФСР)|Казахстан"),
)


def code_name(text: str | None) -> str | None:
    """Name the code by its Russian abbreviation; None where none is written."""
    if not text:
        return None
    code = next((name for name, words in CODES if regex.search(words, text)), None)
    republic = next((name for name, words in REPUBLICS if regex.search(words, text)), None)
    return " ".join(part for part in (code, republic) if part) or None
