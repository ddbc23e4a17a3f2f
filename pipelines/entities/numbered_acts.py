"""Rules for normative acts told by their number: `приказ № 00447`, `№00485 бұйрық`, `Order No. 00447`."""

from __future__ import annotations

import regex

from document import Label
from models.lexicon import Lexicon
from pipelines.entities.act_patterns import (
    COLLECTION,
    DATE_KK,
    INSIDE,
    LETTER_BEFORE,
    NOT_SENTENCE_END,
    NUMBER,
    NUMBERED_THING,
    PREDICATE,
    TITLE,
    VERDICT,
    WORD,
    ZEROED,
)
from pipelines.entities.act_words import ACT, KIND_OF_ORDER, is_kazakh_act
from pipelines.entities.acts import act, completed, order
from pipelines.entities.rule import Found, Match, PatternRule, rule

BETWEEN = rf"(?:,?\s(?!{ACT}){WORD}{NOT_SENTENCE_END})"


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?:{KIND_OF_ORDER})?(?P<act>{ACT}){BETWEEN}{{0,12}}?(?:\s{TITLE})?,?\s{{0,2}}[(«“\"]?(?:за\s)?{NUMBER}[)»”\"]?",
)
def act_and_number(match: Match, lexicon: Lexicon) -> Found | None:
    """`оперативный приказ № 00447`, `постановление СНК СССР № 1428-326сс`, `decree No. 280`, `бұйрық (№00485)`."""
    between = match.string[match.end("act") : match.start("numero")]
    if NUMBERED_THING.search(between) or PREDICATE.search(between):
        return None
    if is_kazakh_act(match["act"]) and regex.search(r"\p{L}{3}", between):
        return None  # in Kazakh the number stands before its act, or directly behind it
    if VERDICT.search(between) and regex.match(r"(?i:решени|постановлени)", match["act"]):
        return None
    if COLLECTION.search(match.string, max(0, match.start() - 20), match.start()):
        return None
    return order(match, lexicon, match.end() - closes_another(match, "numero"))


@rule(Label.ORDER, rf"{LETTER_BEFORE}(?:{KIND_OF_ORDER})?(?P<act>{ACT}){BETWEEN}{{0,5}}?\s[(«“\"]?{ZEROED}[)»”\"]?")
def act_and_secret_number(match: Match, lexicon: Lexicon) -> Found | None:
    """`приказ НКВД 001645`, `NKVD order 00447`."""
    between = match.string[match.end("act") : match.start("n")]
    if NUMBERED_THING.search(between):
        return None
    return order(match, lexicon, match.end() - closes_another(match, "n"))


def closes_another(match: Match, number: str) -> bool:
    """Say whether the bracket or quotation mark behind the number closes what began before it."""
    opening = match.string[match.start(number) - 1]
    return match[0][-1] in ')»”"' and opening not in '(«“"' and not (match[0][-1] == ")" and "(" in match[0])


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>(?i:directive|order|decree|resolution|директив[аыеу]|приказ(?:а|у|ом|е)?"
    rf"|постановлени[еяюм]{{1,2}}))(?:\s(?!{ACT})[\p{{L}}'’.()]{{1,20}}){{0,7}}?\s"
    r"(?P<n>\d{2,6}(?:-\d{1,4})?(?:сс|с|ss|sh|s|ш))(?![\p{L}\d])",
)
def act_and_marked_number(match: Match, lexicon: Lexicon) -> Found | None:
    """`directive of the People's Commissar of Defence 200ss`: the mark of secrecy tells the number."""
    return order(match, lexicon)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>Order|Directive|Decree|Circular|Resolution|Law|Prikaz)\s"
    r"(?P<n>\d{3,5}(?:[-/]\d{1,4}|-[XVI]{1,4})?)(?![\d,.]?\d|\s\p{Lu}\p{Ll}+\s\d{4}|\s(?:people|persons|men|copies))",
)
def capital_act_and_number(match: Match, lexicon: Lexicon) -> Found | None:
    """`Order 270`, `Law 2143-XII`: a number directly after a capital word needs no № in English; a year is none."""
    return None if regex.fullmatch(r"1[89]\d\d|20\d\d", match["n"]) else order(match, lexicon)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?:{NUMBER}|{ZEROED.replace('?P<n>', '?P<n2>')}"
    r"|(?P<n3>[ПP]?\d{1,4}/\d{1,4}(?=\s(?:бұйры|қаулы|жарлы|шешім)))"
    r"|(?P<n4>\d{1,6}(?:[-/]\d{1,4})?(?:сс|с)?)(?=\s?-?\s?(?:нөмірлі|санды)\s)"
    r"|(?P<n4>\d{2,5})(?=\s?-?\s?(?:бұйрығы|қаулысы|жарлығы|директивасы|циркуляры)))"
    rf"[)»”\"]?(?:\s?-?\s?(?:ш[іы]|нөмірлі|санды))?(?:\s\(\d[\d.\s\p{{Ll}}]{{3,24}}\))?"
    rf"(?:\s\(?(?:«{INSIDE}»|[“\"][^“”\"\n]{{3,200}}[”\"])\)?)?(?:,?\s{DATE_KK})?"
    rf"(?:\s(?!{ACT})[\p{{L}}()-]{{1,24}}){{0,5}}?(?:[\s-]|(?<=\d))(?P<act>{ACT})",
)
def number_and_act(match: Match, lexicon: Lexicon) -> Found | None:
    """`№00485 бұйрық`, `№ 280 Жарлығымен`, `№ 123/сс қаулысы`, `44/21 бұйрығы`, `15 нөмірлі бұйрық`."""
    if not is_kazakh_act(match["act"]) and not regex.match(r"(?i:директива|циркуляр|декрет)$", match["act"]):
        return None
    text, start, end = match.string, match.start(), match.end()
    between = text[max(match.end(group) for group in ("n", "n2", "n3", "n4")) : match.start("act")]
    if THING_AFTER.match(between):
        return None
    start -= text[max(0, start - 1) : start] in OPENING and CLOSING.match(between) is not None
    number = match["n"] or match["n2"] or match["n3"] or match["n4"]
    return Found(start, end, completed(act(text, (start, end), (number, None), lexicon), lexicon))


# The number of a thing that is said next: `№ 172 зауыттың … бұйрығы`.
THING_AFTER = regex.compile(
    r"\s?-?\s?(?:зауыт|мектеп|түрме|шахта|лагер|бөлім|үй|қор|іс(?:тің|і)?(?!\p{L})|хаттама|пошта|колония|форма|камера)"
)
OPENING = ("«", "“", '"')
CLOSING = regex.compile(r"[»”\"]")


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>{ACT})(?:\s(?!{ACT})[\p{{L}}'’().]{{1,24}}){{0,6}}?,?\s\(?"
    r"(?P<n>[ПP]\s?-?\d{1,4}/\d{1,4})(?!\d)",
)
def politburo_decision(match: Match, lexicon: Lexicon) -> Found | None:
    """`решение Политбюро П51/94`: item of a protocol, without №."""
    return order(match, lexicon)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>(?i:приказ(?:а|у|ом|е)?|бұйры[қғ]\p{{Ll}}*|orders?))"
    rf"(?:\s(?:ОГПУ|БМСБ(?:-?\p{{Ll}}{{2,3}})?|OGPU|of\sthe\sOGPU))?\s(?P<n>\d{{2,3}}/\d{{2,3}})(?![\d/])",
)
def order_with_slash(match: Match, lexicon: Lexicon) -> Found | None:
    """`приказ ОГПУ 44/21`: the numbers of the OGPU's orders have a slash."""
    return order(match, lexicon)


RULES: tuple[PatternRule, ...] = (
    act_and_number,
    act_and_secret_number,
    act_and_marked_number,
    capital_act_and_number,
    number_and_act,
    politburo_decision,
    order_with_slash,
)
