"""Grammar of ORDER: normative acts told by their number, their title in quotes, or their date."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from document import Label, OrderValue
from models.lexicon import Lexicon
from pipelines.entities.act_words import ACT, KIND_OF_ORDER, LAWGIVING, NOUN_RU, issuer_of, kind_of_act
from pipelines.entities.acts import act, completed, written
from pipelines.entities.candidate import Candidate, Rule
from pipelines.entities.rule import Found, Match, longest, rule

NUMERO = r"(?:№№?:?|N[°ºo0о]?\.?|No\.?|Nо\.?|Nr\.?|[Нн]омер)"
FIGURE = r"[0-9OОЗ]"
MARK = r"(?:\s?[-]?(?:сс|cc|с|ss|s|sh|ш|оп|ОВ|бк)(?![\p{L}\d]))"
HELD = (
    rf"(?:[ПP]\s?)?(?=[\dOОЗ]*\d){FIGURE}{{1,7}}(?:(?:[-/]|\s?/\s?)\d{{1,6}}){{0,3}}(?:-[XVIХІ]{{1,5}}"
    rf"|-Ф?К?З)?{MARK}?(?![\d])"
)
NUMBER = rf"(?P<numero>{NUMERO})\s{{0,2}}(?P<n>{HELD})"
# A number that says what it is without №: the NKVD's secret orders begin with 00.
ZEROED = r"(?P<n>0\d{3,6}(?:/\d{3,6})*)(?!\d|[.,]\d)"
WORD = r"(?:[\p{L}\d(«][\p{L}\d().«»/–-]*,?)"
NOT_SENTENCE_END = r"(?<!\p{L}{4}\.)"
LETTER_BEFORE = r"(?<![\p{L}\d])"

# Titles: told by how they begin in Russian and English, and how they end in Kazakh.
INSIDE = r"[^«»\n]{3,300}(?:«[^«»\n]{1,120}»[^«»\n]{0,160})?"
ABOUT_KK = r"(?:туралы|жөнінде|жайлы|жайында|тәртібі)"
TITLE_KK = (
    rf"(?:«{INSIDE}(?<={ABOUT_KK})»|«{INSIDE}»\s(?:туралы|жөніндегі)|“[^“”\n]{{3,300}}{ABOUT_KK}”"
    rf"|\"[^\"\n]{{3,300}}{ABOUT_KK}\""
    rf"|„[^„“”\n]{{3,300}}{ABOUT_KK}[“”])"
)
TITLE = (
    rf"(?:«Об?о?\s{INSIDE}»|[“\"„]Об?о?\s[^“”\"\n]{{3,300}}[”\"“]|[“\"«](?:On|About|Concerning"
    rf"|Regarding)\s[^“”\"«»\n]{{3,300}}[”\"»])"
)
QUOTED = rf"(?:«{INSIDE}»|“[^“”\n]{{8,300}}”|\"[^\"\n]{{8,300}}\")"
DAY_MONTH_YEAR = (
    r"(?:_?\d{1,2}\.\s?(?:\d{1,2}|[IVXХІ]{1,4})\.\s?\d{2,4}(?:_|\._)?(?:\s?г(?:ода|\.))?"
    r"|\d{1,2}(?:[/-]\d{1,2})?\s\p{L}{3,9}\s\d{4}(?:\s?г(?:ода|\.))?)"
)
DATE_KK = (
    r"(?:\d{4}\s(?:жылғы|ж\.)(?:\s\d{1,2}\s\p{Ll}{3,12}(?:ғы|гі))?|\d{4}\sжыл(?:ы|дың)\s\d{1,2}\s\p{Ll}{3,12}(?:ғы|гі))"
)


def order(match: Match, lexicon: Lexicon, end: int | None = None) -> Found:
    """Make the match an act, with what is said of it in the match and just around it."""
    text, start = match.string, match.start()
    stop = match.end() if end is None else end
    named = match.groupdict()
    value = act(text, (start, stop), (named.get("n"), named.get("title")), lexicon)
    return Found(start, stop, completed(value, lexicon))


# What stands just before № and has its own number, and verbs: then the number is not the act's.
NUMBERED_THING = regex.compile(
    r"(?<!по\s)(?<!\p{L})(?i:завод|фабрик|лагер|колони|тюрьм|ПФЛ|ИТЛ|ЛО|ИТК|отделени|отдел|дел[оауе]|школ"
    r"|част[ьия]|полк"
    r"|дивизи|бригад|шахт|камер|форм|п/я|строительств|поселк|бюллетен|газет|журнал"
    r"|camp|plant|factory|case|file|prison|school|form|зауыт|лагер|мектеп|түрме|іс)\p{Ll}*\s{0,2}\(?$"
)
PREDICATE = regex.compile(
    r"\p{L}(?:лся|лась|лось|лись|ется|ются|ится|ятся|ался)(?!\p{L})|\s(?:was|were|is|are|had|has)\s"
)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?:{KIND_OF_ORDER})?(?P<act>{ACT})(?:\s"
    rf"(?!{ACT}){WORD}{NOT_SENTENCE_END}){{0,12}}?\s{{0,2}}\(?{NUMBER}\)?",
)
def act_and_number(match: Match, lexicon: Lexicon) -> Found | None:
    """`оперативный приказ № 00447`, `постановление СНК СССР № 1428-326сс`, `decree No. 280`, `бұйрық (№00485)`."""
    between = match.string[match.end("act") : match.start("numero")]
    if NUMBERED_THING.search(between) or PREDICATE.search(between):
        return None
    if VERDICT.search(between) and regex.match(r"(?i:решени|постановлени)", match["act"]):
        return None
    end = match.end()
    if match[0].endswith(")") and match[0].count("(") < match[0].count(")"):
        end -= 1
    return order(match, lexicon, end)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?:{KIND_OF_ORDER})?(?P<act>{ACT})(?:\s"
    rf"(?!{ACT}){WORD}{NOT_SENTENCE_END}){{0,5}}?\s{ZEROED}",
)
def act_and_secret_number(match: Match, lexicon: Lexicon) -> Found | None:
    """`приказ НКВД 001645`, `NKVD order 00447`."""
    return order(match, lexicon)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>(?i:directive|order|decree|директив[аыеу]|приказ(?:а|у|ом|е)?))(?:\s"
    rf"(?!{ACT})[\p{{L}}'’.]{{1,20}}){{1,7}}\s(?P<n>\d{{2,6}}(?:сс|с|ss|sh|s|ш))(?![\p{{L}}\d])",
)
def act_and_marked_number(match: Match, lexicon: Lexicon) -> Found | None:
    """`directive of the People's Commissar of Defence 200ss`: the mark of secrecy tells the number."""
    return order(match, lexicon)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?:{NUMBER}|{ZEROED.replace('?P<n>', '?P<n2>')}|(?P<n3>\d{{1,4}}/\d{{1,4}}(?=\s"
    rf"(?:бұйры|қаулы|жарлы))))[)»]?"
    rf"(?:\s?-?\s?(?:ш[іы]|нөмірлі|санды))?(?:\s\(\d[\d.\s\p{{Ll}}]{{3,24}}\)|\s\(?«{INSIDE}»\)?)?(?:\s"
    rf"(?!{ACT})[\p{{L}}()-]{{1,24}}){{0,5}}?[\s-](?P<act>{ACT})",
)
def number_and_act(match: Match, lexicon: Lexicon) -> Found | None:
    """`№00485 бұйрық`, `№ 280 Жарлығымен`, `№ 00447 жедел бұйрығы`, `44/21 бұйрығы`."""
    if not is_kazakh_act(match["act"]) and not regex.match(r"(?i:директива|циркуляр|декрет)$", match["act"]):
        return None
    text, start, end = match.string, match.start(), match.end()
    start -= text[max(0, start - 1) : start] == "«" and "»" in match[0] and "«" not in match[0]
    number = match["n"] or match["n2"] or match["n3"]
    return Found(start, end, completed(act(text, (start, end), (number, None), lexicon), lexicon))


def is_kazakh_act(word: str) -> bool:
    """Say whether the word for the act is Kazakh, where the number comes first."""
    return (
        regex.match(
            r"(?i:бұйры|қаулы|жарлы|заң|шешім|нұсқау|ереже|өкім|директивас|директивал|циркуляр[ыдл]|декрет[іт])", word
        )
        is not None
    )


@rule(Label.ORDER, rf"(?P<title>{TITLE_KK})(?:\s{DATE_KK})?(?:\s(?!{ACT})[\p{{L}}()-]{{1,24}}){{0,7}}?\s(?P<act>{ACT})")
def kazakh_title(match: Match, lexicon: Lexicon) -> Found | None:
    """`«Шетелдік мамандарды тарту туралы» қаулысы`, `«… туралы» 1938 жылғы 19 тамыздағы Заң`."""
    return order(match, lexicon)


@rule(Label.ORDER, rf"(?P<title>{QUOTED})(?:\s(?:атты|деп\sаталатын|арнайы|құпия|жаңа))?\s(?P<act>{ACT})")
def kazakh_title_at_once(match: Match, lexicon: Lexicon) -> Found | None:
    """`«Жер аударылғандарды орналастыру» қаулысы`: any title with the word for the act directly after it."""
    return order(match, lexicon) if is_kazakh_act(match["act"]) else None


@rule(
    Label.ORDER, rf"{LETTER_BEFORE}(?P<act>{ACT})(?:,?\s(?!{ACT}){WORD}{NOT_SENTENCE_END}){{0,14}}?\s(?P<title>{TITLE})"
)
def title(match: Match, lexicon: Lexicon) -> Found | None:
    """`Декрет ВЦИК «О праве убежища»`, `Law of the Republic of Kazakhstan “On …”`."""
    return order(match, lexicon)


@rule(Label.ORDER, rf"{LETTER_BEFORE}(?P<act>{ACT})(?:\s\p{{Lu}}[\p{{L}}()]{{1,9}}){{0,2}}\s(?P<title>{QUOTED})")
def title_at_once(match: Match, lexicon: Lexicon) -> Found | None:
    """`инструкция «Порядок …»`: any title that follows the word for the act directly."""
    if is_kazakh_act(match["act"]) or not match["title"][1].isupper() or len(match["title"].split()) < SHORTEST_TITLE:
        return None
    return order(match, lexicon)


# Words in a title that does not begin with `О`; fewer are more often irony or a name.
SHORTEST_TITLE = 3


@rule(Label.ORDER, rf"{LETTER_BEFORE}(?P<act>{ACT})[^.!?:;«»“”\"\n]{{0,160}}:\s?(?P<title>{TITLE_KK}|{TITLE})")
def title_after_colon(match: Match, lexicon: Lexicon) -> Found | None:
    """`тағы бір қаулы қабылданды: «… туралы»`: the title alone, without its quotation marks."""
    start, end = match.span("title")
    value = OrderValue(type=kind_of_act(match["act"]), title=match["title"][1:-1])
    stop = end - 1 - (match.string[end - 2] == ".")
    return Found(start + 1, stop, completed(value, lexicon))


@rule(
    Label.ORDER,
    r"(?P<title>[“\"](?:On|About|Concerning)\s[^“”\"\n]{3,300}[”\"])(?:\s\p{L}{1,20}){0,3}?\s(?P<act>"
    r"(?i:decree|law|resolution|order|directive))(?!\p{L})",
)
def english_title_first(match: Match, lexicon: Lexicon) -> Found | None:
    """`the “On Measures …” decree`."""
    return order(match, lexicon)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>{ACT})(?:\s(?!{ACT})[\p{{L}}'’().]{{1,24}}){{0,6}}?\s"
    rf"(?P<n>[ПP]\s?\d{{1,4}}/\d{{1,4}})(?!\d)",
)
def politburo_decision(match: Match, lexicon: Lexicon) -> Found | None:
    """`решение Политбюро П51/94`: item of a protocol, without №."""
    return order(match, lexicon)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>{LAWGIVING})(?P<issuer>(?:\s(?!{ACT}|от\s)[\p{{L}}()«»-]{{1,24}}){{0,7}}?)"
    rf"\sот\s(?:{DAY_MONTH_YEAR}|(?P<short>\d{{1,2}}\s(?:августа|декабря)))(?!\s?(?:за\s)?{NUMERO}|\s\d)",
)
def act_of_a_day(match: Match, lexicon: Lexicon) -> Found | None:
    """`закон РСФСР от 18.10.1991`, `постановление ЦИК и СНК СССР от 7 августа 1932 г.`."""
    if match["short"] and not regex.match(r"(?i:закон|указ)", match["act"]):
        return None  # only the laws of 7 August and of 1 December went by their day alone
    general = regex.match(r"(?i:постановл|приказ|директив)", match["act"]) is not None
    if general and not LAWGIVER.search(match["issuer"]):
        return None
    return None if VERDICT.search(match["issuer"]) else order(match, lexicon)


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


HAPPENED = regex.compile(
    r"\p{L}(?:лся|лась|лось|лись|ется|ются|ится|ятся|ано|ено|яли|или|ила|ил|ал|ала|ать|ить)(?!\p{L})"
)
LAWGIVER = regex.compile(
    r"ЦИК|СНК|Совет|ЦК|ГКО|ГОКО|Политбюро|Президиум|[Пп]равительств|Совмин|Комиссар|РСФСР|КазССР|РВС|ВСНХ"
    r"|наркома|НКВД(?!\sи)"
)
# Sentences on single people are no acts of law: `постановление НКВД и Прокурора СССР от …`.
VERDICT = regex.compile(r"Прокур|тройк|[Кк]оллеги|суд|ОСО|[Сс]овещани|трибунал|следоват")


@rule(Label.ORDER, rf"{LETTER_BEFORE}{DATE_KK}(?:\s(?!{ACT})[\p{{L}}()-]{{1,24}}){{0,8}}?\s(?P<act>{ACT})")
def kazakh_act_of_a_day(match: Match, lexicon: Lexicon) -> Found | None:
    """`1938 жылғы 9 маусымдағы қаулысымен`, `1925 жылғы КСРО Халық Комиссарлары Кеңесінің жарлығына`."""
    if not is_kazakh_act(match["act"]) or VERDICT_KK.search(match[0]):
        return None
    return order(match, lexicon)


# Sentences of courts and boards, and words that make the date another thing's: `отырыста`, `анықтамасымен`.
VERDICT_KK = regex.compile(
    r"(?i:сот|трибунал|үштік|алқа|жиналыс|жиын|кеңес(?:пен|тің\sшеш)|прокур|конституция|отырыс|кездесу)"
    r"|\p{Ll}{3}(?:мен|бен|пен)\s|\p{Ll}{3}(?:ста|сте|ңда|ңде)\s"
)


DATE_EN = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\s\d{1,2},?\s\d{4}|\d{1,2}\s(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\s\d{4}|\d{1,2}\.\d{1,2}\.\d{4})"
)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>(?i:decree|law|resolution|directive|order))(?:\s"
    rf"(?!{ACT})[\p{{L}}'’().-]{{1,24}}){{0,16}}?\s(?:(?:of|from|dated)\s)?{DATE_EN}(?!,?\s(?i:no|№))"
    rf"(?:\sProtocol\s{NUMBER})?",
)
def english_act_of_a_day(match: Match, lexicon: Lexicon) -> Found | None:
    """`decree of 7 August 1932`, `Law of January 16, 1989`."""
    if regex.search(r"\s(?:was|were|is|in|on|adopted|issued|signed|passed|by|that|which)\s", match[0]):
        return None
    return order(match, lexicon)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?:(?P<act>(?:[Зз]акон|[Уу]каз|[Дд]екрет){NOUN_RU})"
    rf"(?:\s\p{{Lu}}[\p{{L}}()]*){{0,3}}\s(?:от\s)?19\d\d\s?(?:г\.|года)"
    r"|19\d\d\s(?P<act>Law|Decree|Resolution|Directive)(?!\p{L}))",
)
def act_of_a_year(match: Match, lexicon: Lexicon) -> Found | None:
    """`закон 1938 года`, `1938 Law`."""
    return order(match, lexicon)


SENTENCE_END = regex.compile(r"[.!?…]\s(?=\p{Lu}|[«“\"])|\n")
ANY_ACT = regex.compile(rf"{LETTER_BEFORE}{ACT}")
# How far from its number the word for the act may stand, in characters.
NEAR = 200


@rule(Label.ORDER, rf"{LETTER_BEFORE}{NUMBER}")
def number_beside_act(match: Match, lexicon: Lexicon) -> Found | None:
    """`бұйрықтар: неміс (№ 00439), поляк (№ 00485)`: numbers like orders', whose word is elsewhere in the sentence."""
    if not regex.match(r"0\d{2,}|\d+(?:сс|ss|с)$|\d{2,4}[-/]\d{2,4}", match["n"]):
        return None
    text, start, end = match.string, match.start(), match.end()
    before = SENTENCE_END.split(text[max(0, start - NEAR) : start])[-1]
    after = SENTENCE_END.split(text[end : end + NEAR])[0]
    if NUMBERED_THING.search(before) or CAMP_OR_CASE.search(before):
        return None
    if not ANY_ACT.search(before) and not ANY_ACT.search(after):
        return None
    value = OrderValue(
        type=kind_of_act(before) or kind_of_act(after),
        issuer=issuer_of(before) or issuer_of(after),
        number=written(match["n"]),
    )
    return Found(start, end, completed(value, lexicon))


CAMP_OR_CASE = regex.compile(
    r"(?:ПФЛ|ИТЛ|ЛО|ИТК|[Лл]агер\p{L}*|[Дд]ел\p{L}{1,2}|[Іі]с\p{L}*|[Cc]amp|[Cc]ase|[Ff]ile|п/я"
    r"|Протокол\p{L}*|протокол\p{L}*)\s*$"
)


@rule(Label.ORDER, rf"{LETTER_BEFORE}(?:{NUMBER}|(?P<plain>00\d{{3,5}}))(?![\d/])")
def known_number(match: Match, lexicon: Lexicon) -> Found | None:
    """`№ 00447` with its kind elsewhere: only where the lexicon knows the number for a secret order."""
    number = match["n"] or match["plain"]
    if not number.startswith("00"):
        return None
    value = completed(OrderValue(number=written(number)), lexicon)
    return Found(match.start(), match.end(), value) if value.id else None


RULES: tuple[Rule, ...] = (
    act_and_number,
    act_and_secret_number,
    act_and_marked_number,
    number_and_act,
    kazakh_title,
    kazakh_title_at_once,
    title,
    title_at_once,
    title_after_colon,
    english_title_first,
    politburo_decision,
    act_of_a_day,
    act_about_and_day,
    kazakh_act_of_a_day,
    english_act_of_a_day,
    act_of_a_year,
    number_beside_act,
    known_number,
)
NEXT_NUMBER = regex.compile(rf"\s?(?:,|и|және|мен|and|or|или)\s{{0,2}}(?P<span>{NUMBER})(?!\s?дел)")
NEXT_OF_MANY = regex.compile(
    rf"\s?(?:,|и|және|мен)\s{{0,2}}(?P<span>(?:{NUMERO}\s{{0,2}})?(?P<n>{HELD}))(?!\s?(?:дел|от\s|\.\d|год|г\.))"
)
PREVIOUS_NUMBER = regex.compile(rf"{LETTER_BEFORE}(?P<span>{NUMBER})\s?(?:,|и|және|мен|and)\s{{0,2}}$")


def find(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find acts; what a number, a title and a date say of one act is told by the number, then by the title."""
    kept = longest(shortest(one for find_some in RULES for one in find_some(text, lexicon)))
    yield from longest([*kept, *listed(kept, text, lexicon)])


def shortest(candidates: Iterator[Candidate]) -> list[Candidate]:
    """Keep, of readings that overlap, the one with a number, then with a title; of several such the shortest."""
    ranked = sorted(candidates, key=lambda one: (strength(one), one.end - one.start, one.start))
    kept: list[Candidate] = []
    taken: set[int] = set()
    for candidate in ranked:
        if candidate.start not in taken and candidate.end - 1 not in taken:
            kept.append(candidate)
            taken.update(range(candidate.start, candidate.end))
    return kept


def strength(candidate: Candidate) -> int:
    """Rank an act with a number and its kind 0, with a title 1, with a date 2, a number alone 3."""
    if candidate.by in {"rule:known-number", "rule:number-beside-act"}:
        return 3
    value = candidate.value
    if isinstance(value, OrderValue) and "title" not in candidate.by and "day" not in candidate.by:
        return 0
    return 1 if "title" in candidate.by else 2


def listed(acts: list[Candidate], text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find the other numbers of a list: `приказы № 00447 и № 00485`; each is an act by itself."""
    for one in acts:
        if not isinstance(one.value, OrderValue) or one.value.number is None:
            continue
        kind, issuer, place = one.value.type, one.value.issuer, one.end
        following = NEXT_OF_MANY if "№№" in text[one.start : one.end] else NEXT_NUMBER
        while found := following.match(text, place):
            yield sibling(found, kind, issuer, lexicon)
            place = found.end("span")
        place = one.start
        while found := PREVIOUS_NUMBER.search(text, max(0, place - 30), place):
            yield sibling(found, kind, issuer, lexicon)
            place = found.start("span")


def sibling(found: Match, kind: str | None, issuer: str | None, lexicon: Lexicon) -> Candidate:
    """Make a number of a list an act of the same kind and issuer."""
    value = completed(OrderValue(type=kind, issuer=issuer, number=written(found["n"])), lexicon)
    return Candidate(found.start("span"), found.end("span"), Label.ORDER, "rule:listed-number", 1.0, value)
