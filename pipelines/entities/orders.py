"""Grammar of ORDER: normative acts told by their number, their title in quotes, or their date, and lists of them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex

from document import Label, OrderValue
from models.lexicon import Lexicon
from pipelines.entities import dated_acts, english_acts, numbered_acts, titled_acts
from pipelines.entities.act_patterns import (
    ABOUT_KK,
    ANY_ACT,
    DATE_KK,
    DAY_EN,
    DAY_MONTH_YEAR,
    GLOSS,
    HELD,
    LETTER_BEFORE,
    MONTH_EN,
    MONTH_KK,
    MONTH_RU,
    NUMBER,
    NUMBER_ENDING,
    NUMBERED_THING,
    NUMERO,
    SENTENCE_END,
)
from pipelines.entities.act_slips import mended
from pipelines.entities.act_words import issuer_of, kind_of_act
from pipelines.entities.acts import MEMORANDUM, completed, written
from pipelines.entities.candidate import Candidate, Rule
from pipelines.entities.rule import Found, Match, longest, rule

# How far from its number the word for the act may stand, in characters.
NEAR = 200
CAMP_OR_CASE = regex.compile(
    r"(?:ПФЛ|ИТЛ|ЛО|ИТК|[Лл]агер\p{L}*|[Дд]ел\p{L}{1,2}|[Іі]с\p{L}*|[Cc]amp|[Cc]ase|[Ff]ile|п/я"
    r"|Протокол\p{L}*|протокол\p{L}*)\s*$"
)


def of_a_thing(before: str) -> bool:
    """Say whether what stands before a number makes it that of a camp, a case, a factory."""
    return NUMBERED_THING.search(before) is not None or CAMP_OR_CASE.search(before) is not None


@rule(Label.ORDER, rf"{LETTER_BEFORE}{NUMBER}{NUMBER_ENDING}")
def number_beside_act(match: Match, lexicon: Lexicon) -> Found | None:
    """`бұйрықтар: неміс (№ 00439), поляк (№ 00485)`: numbers like orders', whose word is elsewhere in the sentence."""
    if not regex.match(r"0\d{2,}|\d+(?:сс|ss|с)$|\d{2,4}[-/]\d{2,4}", match["n"]):
        return None
    text, start, end = match.string, match.start(), match.end()
    before = SENTENCE_END.split(text[max(0, start - NEAR) : start])[-1]
    after = SENTENCE_END.split(text[end : end + NEAR])[0]
    if of_a_thing(before) or (not match["n"].startswith("00") and numbered_acts.THING_AFTER.match(text, end)):
        return None
    if not ANY_ACT.search(before) and not ANY_ACT.search(after):
        return None
    value = OrderValue(
        type=kind_of_act(before) or kind_of_act(after),
        issuer=issuer_of(before) or issuer_of(after),
        number=written(match["n"]),
    )
    return Found(start, end, completed(value, lexicon))


@rule(Label.ORDER, rf"{LETTER_BEFORE}(?:{NUMBER}|(?P<plain>00\d{{3,5}}))(?![\d/]){NUMBER_ENDING}")
def known_number(match: Match, lexicon: Lexicon) -> Found | None:
    """`№ 00447` with its kind elsewhere: only where the lexicon knows the number for a secret order."""
    number = match["n"] or match["plain"]
    marked = match["n"] and number.endswith(("сс", "ss"))
    if not number.startswith("00") and not marked and not (len(number) == MEMORANDUM and ANY_ACT.search(around(match))):
        return None
    value = completed(OrderValue(number=written(number)), lexicon)
    before = match.string[max(0, match.start() - 40) : match.start()]
    of_thing = of_a_thing(before)
    if not number.startswith("00") and (of_thing or numbered_acts.THING_AFTER.match(match.string, match.end())):
        return None
    if value.id is None:
        # Nothing but secret orders had numbers of three figures behind two noughts, nothing but acts the mark `сс`.
        secret = match["n"] and regex.fullmatch(r"00\d{3}|\d{2,5}(?:-\d{1,4})?\s?-?(?:сс|ss)", number)
        if not secret or of_thing:
            return None
    return Found(match.start(), match.end(), value)


def around(match: Match) -> str:
    """Give the text about a match in which a word for an act may stand."""
    return match.string[max(0, match.start() - NEAR) : match.end() + NEAR]


RULES: tuple[Rule, ...] = (
    *numbered_acts.RULES,
    *titled_acts.RULES,
    *dated_acts.RULES,
    *english_acts.RULES,
    number_beside_act,
    known_number,
)
AND = r"(?:,|;|и|или|а\sтакже|және|мен|пен|and|or)"
# The day of one act of a list, before the next: `№ 00447 от 30 июля, № 00485 от 11 августа`.
OF_A_DAY = (
    rf"(?:,?\s(?:от|of|dated)\s(?:{DAY_MONTH_YEAR}|{DAY_EN}|\d{{1,2}}\s{MONTH_RU}|\d{{1,2}}\s{MONTH_EN}|{MONTH_EN}\s\d{{1,2}})"
    r"|\s\([^()\n]{2,40}\))?"
)
NEXT_NUMBER = regex.compile(
    rf"{OF_A_DAY}\)?,?\s?{AND}\s{{0,2}}\(?(?P<span>{NUMBER}|(?P<n>00\d{{3,5}})(?![\d/]))(?!\s?дел|\s?(?:бұйры|қаулы|жарлы))"
)
NEXT_OF_MANY = regex.compile(
    rf"\)?,?\s?{AND}\s{{0,2}}(?P<span>(?:{NUMERO}\s{{0,2}})?(?P<n>{HELD}))(?!\s?(?:дел|от\s|\.\d|год|г\.|жыл|ж\.|лет|чел|%|тыс"
    rf"|людей|адам|people|persons|years|{MONTH_RU}|{MONTH_KK}|{MONTH_EN})|/\d)"
)
# The numbers of several acts, without № each: `№№ 5 и 7`, `приказы № 12, 13`, `orders No. 12 and 13`.
MANY = regex.compile(
    r"№№|[Nn]os\.|(?i:приказ(?:ы|ов|ам|ами|ах)(?!\p{L})|постановлени(?:ям|ями|ях)(?!\p{L})|указ(?:ы|ов|ам|ами|ах)(?!\p{L})"
    r"|orders|decrees|directives|resolutions|circulars)"
)
MANY_KK = regex.compile(
    r"(?i:бұйрықтар|қаулылар|жарлықтар|шеш[іi]мдер|өк[іi]мдер|директивалар|циркулярлар|декреттер|нұсқаулар)"
)
PREVIOUS_OF_MANY = regex.compile(
    rf"{LETTER_BEFORE}(?P<span>(?:{NUMERO}\s{{0,2}})?(?P<n>{HELD}))\)?{GLOSS}\s?(?:,|и|және|мен|пен|бен)\s{{0,2}}"
    # `ХКК № 35 және прокуратураның № 12 қаулылары`
    rf"(?P<issuer>(?:{DATE_KK}\s)?(?:(?:\p{{Lu}}[\p{{L}}()-]*|\p{{L}}{{3,}}[нтд][ыі]ң)\s){{0,4}})$"
)
PREVIOUS_NUMBER = regex.compile(
    rf"{LETTER_BEFORE}(?P<span>{NUMBER}|(?P<n>00\d{{3,5}})){GLOSS}\s?(?:,|и|және|мен|пен|and)\s{{0,2}}$"
)
# Which rules tell an act by its number, its title, its date.
NUMBERED, TITLED, DATED = (
    frozenset(one.name for one in rules)
    for rules in (numbered_acts.RULES, titled_acts.RULES, (*dated_acts.RULES, *english_acts.RULES))
)


def find(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find acts; what a number, a title and a date say of one act is told by the number, then by the title."""
    read = mended(text)
    kept = longest(shortest(one for find_some in RULES for one in find_some(read.text, lexicon)))
    beside = (*listed(kept, read.text, lexicon), *titles_in_a_row(kept, read.text, lexicon))
    for one in longest([*beside, *kept, *again(kept, read.text)]):
        start, end = read.original(one.start, one.end)
        yield msgspec.structs.replace(one, start=start, end=end)


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
    name = candidate.by.removeprefix("rule:")
    if name in NUMBERED:
        return 0
    if name in TITLED:
        return 1
    return 2 if name in DATED else 3


def listed(acts: list[Candidate], text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find the other numbers of a list: `приказы № 00447 и № 00485`; each is an act by itself."""
    for one in acts:
        if not isinstance(one.value, OrderValue) or one.value.number is None:
            continue
        kind, issuer, place = one.value.type, one.value.issuer, one.end
        following = NEXT_OF_MANY if MANY.search(text, one.start, one.end) else NEXT_NUMBER
        while (found := following.match(text, place)) and alike(found["n"], one.value.number):
            if numbered_acts.THING_AFTER.match(text, found.end("span")):
                break
            yield sibling(found, kind, issuer, lexicon)
            place = found.end("span")
        place = one.start
        preceding = PREVIOUS_OF_MANY if MANY_KK.search(text, one.start, one.end) else PREVIOUS_NUMBER
        while found := preceding.search(text, max(0, place - NEAR_IN_ROW), place):
            if not of_one_row(found, one.value.number):
                break
            yield sibling(found, kind, issuer, lexicon)
            place = found.start("span")


def of_one_row(found: Match, other: str) -> bool:
    """Say whether a number found before an act is an act's, too: marked as one, or alike; a thing's number is not."""
    many = found.groupdict()
    marked = "issuer" in many and not found["span"][0].isdigit()
    if not marked and (many.get("issuer") or not alike(found["n"], other)):
        return False
    thing = NUMBERED_THING.search(found.string, max(0, found.start() - 40), found.start())
    return thing is None or numbered_acts.OF_THING.search(thing[0]) is not None


# Characters that a number of a row and what is said of it may take.
NEAR_IN_ROW = 70


def again(acts: list[Candidate], text: str) -> Iterator[Candidate]:
    """Find the numbers of acts where they are said again alone: `№ 877606 бұйрығы … № 877606 бойынша`."""
    named = {one.value.number: one.value for one in acts if isinstance(one.value, OrderValue) and one.value.number}
    if not any(len(number) >= TELLING for number in named):
        return
    for found in NUMBER_ALONE.finditer(text):
        value = named.get(written(found["n"]))
        before = text[max(0, found.start() - 40) : found.start()]
        if value is None or len(found["n"]) < TELLING or numbered_acts.THING_AFTER.match(text, found.end()):
            continue
        if of_a_thing(before):
            continue
        yield Candidate(found.start(), found.end(), Label.ORDER, "rule:number-again", 1.0, value)


NUMBER_ALONE = regex.compile(rf"{LETTER_BEFORE}{NUMBER}{NUMBER_ENDING}")
TELLING = 3
"""Figures of a number that hardly anything else near its act has."""
# `«… туралы» және «… туралы» қаулылары`: of titles in a row only the last has the word for the act.
PREVIOUS_TITLE = regex.compile(
    rf"[«“\"](?P<span>[^«»“”„\"\n]{{3,300}}{ABOUT_KK})[»”\"]\s?(?:,|және|мен|пен)\s"
    rf"(?:(?:\p{{Lu}}[\p{{L}}()-]*|\d[\d.]*|жылғы|жылы|жылдың|осы|сол|мен|және|{MONTH_KK}\p{{Ll}}*|\p{{L}}+[нтд](?:ың|ің))\s){{0,12}}$"
)


# `постановлениями «О земле», «О мире»`: of titles in a row only the first has it.
NEXT_TITLE = regex.compile(
    rf"[»”\"]?(?:[,;]|\s(?:и|және|мен|and))\s[«“\"](?P<span>О(?:б|бо)?\s[^«»“”„\"\n]{{3,300}}|On\s[^«»“”„\"\n]{{3,300}}"
    rf"|[^«»“”„\"\n]{{3,300}}{ABOUT_KK})(?=[»”\"](?!\s(?:атты|баяндама|мақала|хат)))"
)
BEFORE_TITLES = frozenset({"rule:title", "rule:title-after-colon"})


def titles_in_a_row(acts: list[Candidate], text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find the titles that stand in a row with an act: each is an act by itself, without quotation marks."""
    for one in acts:
        if one.by in BEFORE_TITLES and isinstance(one.value, OrderValue):
            place = one.end
            while found := NEXT_TITLE.match(text, place):
                value = completed(OrderValue(type=one.value.type, title=found["span"]), lexicon)
                yield Candidate(*found.span("span"), Label.ORDER, "rule:listed-title", 1.0, value)
                place = found.end()
        if one.by != "rule:kazakh-title" or not isinstance(one.value, OrderValue):
            continue
        place = one.start
        while found := PREVIOUS_TITLE.search(text, max(0, place - 320), place):
            value = completed(OrderValue(type=one.value.type, title=found["span"]), lexicon)
            yield Candidate(*found.span("span"), Label.ORDER, "rule:listed-title", 1.0, value)
            place = found.start()


def alike(number: str, other: str) -> bool:
    """Say whether a number may be of the same list: about as long as the one before, or secret as it is."""
    return number[0] == "0" or abs(len(number) - len(other)) <= 1 or not number.isdigit()


def sibling(found: Match, kind: str | None, issuer: str | None, lexicon: Lexicon) -> Candidate:
    """Make a number of a list an act of the same kind and issuer."""
    value = completed(OrderValue(type=kind, issuer=issuer, number=written(found["n"])), lexicon)
    return Candidate(found.start("span"), found.end("span"), Label.ORDER, "rule:listed-number", 1.0, value)
