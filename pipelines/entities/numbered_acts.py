"""Rules for normative acts told by their number: `приказ № 00447`, `№00485 бұйрық`, `Order No. 00447`."""

from __future__ import annotations

import msgspec
import regex

from document import Label
from models.lexicon import Lexicon
from pipelines.entities.act_patterns import (
    AN_ACT,
    BEGINNING,
    BY_NUMBER_KK,
    COLLECTION,
    DATE_KK,
    DAY_KK,
    GLOSS,
    HELD,
    INSIDE,
    LAWGIVER,
    LAWGIVER_EN,
    LETTER_BEFORE,
    MONTH_KK,
    NOT_SENTENCE_END,
    NUMBER,
    NUMBER_ENDING,
    NUMBERED_KK,
    NUMBERED_THING,
    NUMERO,
    OF_KAZAKH,
    OF_MONTH_KK,
    ORDINAL_KK,
    OTHER_ORDER,
    PREDICATE,
    PRINTED,
    SENTENCING,
    TITLE,
    VERDICT,
    WORD,
    YEAR_KK,
    ZEROED,
    starts_before_kazakh_acts,
    starts_of_acts,
)
from pipelines.entities.act_words import ACT, NOUN_RU, is_kazakh_act, issuer_of, kind_of_act
from pipelines.entities.acts import act, completed, order
from pipelines.entities.rule import Found, Match, PatternRule, rule

BETWEEN = rf"(?:,?\s(?!{ACT}){WORD}{NOT_SENTENCE_END})"
# Headings: `П Р И К А З № 315`.
SPACED_ACT = (
    r"(?:П\sР\sИ\sК\sА\sЗ|П\sО\sС\sТ\sА\sН\sО\sВ\sЛ\sЕ\sН\sИ\sЕ|Р\sА\sС\sП\sО\sР\sЯ\sЖ\sЕ\sН\sИ\sЕ|Р\sЕ\sШ\sЕ\sН\sИ\sЕ"
    r"|У\sК\sА\sЗ|Д\sИ\sР\sЕ\sК\sТ\sИ\sВ\sА|Ц\sИ\sР\sК\sУ\sЛ\sЯ\sР|Б\sҰ\sЙ\sР\sЫ\sҚ|Қ\sА\sУ\sЛ\sЫ|O\sR\sD\sE\sR)"
)


@rule(
    Label.ORDER,
    rf"{AN_ACT}{BETWEEN}{{0,18}}?(?:\s{TITLE})?,?\s{{0,2}}[(«“\"]?(?:за\s)?{NUMBER}{NUMBER_ENDING}[)»”\"]?",
    starts=starts_of_acts,
)
def act_and_number(match: Match, lexicon: Lexicon) -> Found | None:
    """`оперативный приказ № 00447`, `постановление СНК СССР № 1428-326сс`, `decree No. 280`, `бұйрық (№00485)`."""
    between = match.string[match.end("act") : match.start("numero")]
    if MEDAL.match(match[0]) or OTHER_ORDER.match(match.string, match.start("act")):
        return None
    if NUMBERED_THING.search(between) or PREDICATE.search(between) or PRINTED.search(between):
        return None
    if len(between.split()) > NEAR_ACT and not (LAWGIVER.search(between) or LAWGIVER_EN.search(between)):
        return None
    if QUOTE.search(regex.sub(TITLE, "", between)) and not match["n"].startswith(("0", "О", "O")):
        return None  # what has a name in quotation marks may have a number, too
    if is_kazakh_act(match["act"]) and regex.search(r"\p{L}{3}", between) and not IN_BRACKETS.match(between):
        return None  # in Kazakh the number stands before its act, or directly behind it
    if is_kazakh_act(match["act"]) and (
        numbered_otherwise(match, match.start("numero")) or THING_AFTER.match(match.string, match.end())
    ):
        return None
    if SENTENCING.search(between):
        return None
    if regex.match(r"(?i:решени|постановлени)", match["act"]) and (VERDICT.search(between) or CASEWORK.match(between)):
        return None
    if COLLECTION.search(match.string, max(0, match.start() - 40), match.start()):
        return None
    return order(match, lexicon, match.end() - closes_another(match, "numero"))


def numbered_otherwise(match: Match, number: int) -> bool:
    """Say whether an act has a number before it, or the number an act behind it: `№ 35 өкім, № 7 шешім`."""
    text = match.string
    before = text[max(0, match.start() - NEAR_OWN) : match.start()]
    if OWN_NUMBER.search(before):
        return True
    return "," in text[match.end("act") : number] and ACT_OF_NUMBER.match(text, match.end()) is not None


# A number and what goes between it and its act, and an act behind a number, in Kazakh.
OWN_NUMBER = regex.compile(
    rf"{LETTER_BEFORE}(?:{NUMERO}\s{{0,2}}|(?=00)|(?=[ПP]?\d+/\d)){HELD}[^,.;:()\n]{{0,30}}[\s-]$"
)
ACT_OF_NUMBER = regex.compile(rf"(?:-?{ORDINAL_KK}|\s?{NUMBERED_KK})?(?:\s(?!{ACT})\p{{L}}+){{0,3}}[\s-]{ACT}")
NEAR_OWN = 50
# Words between an act and its number, if they do not say who made it.
NEAR_ACT = 12
# What an investigator resolved on in a case, or asked for.
CASEWORK = regex.compile(
    r"\s(?:о|об|на)\s(?:предъявлени|прекращени|возбуждени|избрани|привлечени|аресте?(?!\p{L})|обыске?(?!\p{L})|выделени|приостановлени|продлени)"
)
QUOTE = regex.compile(r"[“”\"]")
# `the Order of Lenin No. 12345`.
MEDAL = regex.compile(
    r"[Oo]rders?\sof\s(?:the\s)?(?:Lenin|(?:Red|Labou?r)\s|Patriotic|Great|Glory|Honou?r|Badge|Mother|Alexander|Suvorov|Kutuzov)"
)


@rule(Label.ORDER, rf"{LETTER_BEFORE}(?P<act>{SPACED_ACT}){BETWEEN}{{0,8}}?\s{{1,3}}{NUMBER}")
def spaced_act_and_number(match: Match, lexicon: Lexicon) -> Found | None:
    """`П Р И К А З № 315`, as headings were typed."""
    value = act(match.string, match.span(), (match["n"], None), lexicon)
    kind = kind_of_act(regex.sub(r"\s", "", match["act"]))
    return Found(match.start(), match.end(), completed(msgspec.structs.replace(value, type=kind), lexicon))


SECRET_NUMBER = regex.compile(rf"{LETTER_BEFORE}(?:{NUMERO}\s?)?00\d{{3}}")


def starts_of_secret_acts(text: str) -> tuple[int, ...]:
    """Where in a text a word for an act begins, or a number that says of itself that it is secret."""
    numbers = (found.start() for found in SECRET_NUMBER.finditer(text))
    return tuple(sorted({*starts_of_acts(text), *numbers}))


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?:(?:{NUMERO}\s?)?(?P<n>00\d{{3,4}})(?:-(?:й|го|му|м|ым))?[”»\"]?\s(?P<act>(?:приказ{NOUN_RU}|директив(?:а|ы|е|у|ой)"
    r"|orders?|directives?|decrees?|circulars?))"
    rf"|(?P<act>{ACT})(?:\s(?:НКВД|НКГБ|МВД|МГБ|ОГПУ|СССР|ГКО|ГОКО|NKVD|MVD|GKO|GOKO)){{0,3}}\s?-(?P<n>00\d{{3,4}}|\d{{1,5}}(?:сс|с|ss|s)))"
    r"(?![\p{L}\d])",
    starts=starts_of_secret_acts,
)
def secret_number_and_act(match: Match, lexicon: Lexicon) -> Found | None:
    """`00447-й приказ`, `the 00447 order`, `приказ НКВД-00447`, `постановление ГОКО-5859сс`."""
    text, start = match.string, match.start()
    start -= text[max(0, start - 1) : start] in OPENING and CLOSING.search(match[0]) is not None
    return Found(start, match.end(), completed(act(text, (start, match.end()), (match["n"], None), lexicon), lexicon))


# `бұйрығы (1937 жылғы 30 шілде, № 00447)`, `қаулысы, 1929 ж. 3 қыркүйек, № 17`.
IN_BRACKETS = regex.compile(
    rf"\s?\(\d[\d\p{{L}}\s.]+,?\s$|,\s(?:{YEAR_KK}\s{DAY_KK}[-\s]{MONTH_KK}|\d{{1,2}}\.\d{{1,2}}\.\d{{4}}(?:\s?ж\.)?),?\s$"
)


@rule(
    Label.ORDER,
    rf"{AN_ACT}{BETWEEN}{{0,5}}?\s[(«“\"]?{ZEROED}[)»”\"]?",
    starts=starts_of_acts,
)
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
    r"(?P<n>\d{2,6}(?:-\d{1,4})?[-/]?(?:сс|с|ss|sh|s|ш))(?![\p{L}\d])",
    starts=starts_of_acts,
)
def act_and_marked_number(match: Match, lexicon: Lexicon) -> Found | None:
    """`directive of the People's Commissar of Defence 200ss`: the mark of secrecy tells the number."""
    return order(match, lexicon)


@rule(
    Label.ORDER,
    rf"{BEGINNING}(?P<act>Order|Directive|Decree|Circular|Resolution|Law|Edict|Prikaz|Regulation"
    r"|Instruction(?=\s\d{1,2}[A-Z]?\s)"
    r"|directive|circular|edict|ukase(?=\s\d{3})|(?:[Дд]иректив(?:а|ы|е|у|ой)|[Цц]иркуляр(?:а|у|ом|е)?|[Мм]еморандум(?:а|у|ом|е)?"
    r"|[Пп]риказ(?:а|у|ом|е)?(?=(?:\s\p{Lu}{2,7}а?){0,2}\s\d{3}(?:\s?[.,;:»”)(]|$|\s(?:от|об?)\s|\s«"
    r"|\s\p{Ll}+(?:л[аои]?|л(?:ся|ась|ось)|[еиюя]т(?:ся)?)(?!\p{L}))))(?:\s(?:\p{Lu}{2,7}а?|Сталина|Ежова)){0,2})\s"
    r"(?P<n>\d{3,5}(?:[-/]\d{1,4}|-[XVI]{1,4})?(?:-?(?:ss|сс|s|с))?|\d\d-\d{1,4}|(?<=(?:Circular|Directive|Regulation|Instruction)\s)\d{1,2}(?:[A-Z](?!\p{L}))?)(?![\d,.]?\d|\p{L}|\s\p{Lu}\p{Ll}+\s\d{4}|\s(?:people|persons|men|copies|days|years|times|(?:kilo|centi)?met(?:er|re)s|г|год))",
    starts=starts_of_acts,
)
def capital_act_and_number(match: Match, lexicon: Lexicon) -> Found | None:
    """`Order 270`, `Law 2143-XII`: a number directly after a capital word needs no № in English; a year is none."""
    return None if regex.fullmatch(r"1[89]\d\d|20\d\d", match["n"]) else order(match, lexicon)


# Words that hardly count anything: `5-бұйрық`, `44/21 бұйрығы`.
SURE_ACT = r"(?i:б[ұүу]йры[қғ]|[қк]аулы|жарлы[қғ]|шеш[іi]м|өк[іi]м(?!ет)|директива|циркуляр|декрет|нұсқау(?!шы))"
# Not the last part of a date, a page or a note, nor the mark of a note.
NO_PART = r"(?<![\[.,/–-]\s?|[»”\"])(?!(?:1[89]|20)\d\d\s)"
# In one word with the act: not the last part of a date or of a range.
NO_PART_OF_RANGE = r"(?<!\d[.,/–-]\s?|[/–-])(?!(?:1[89]|20)\d\d-)"
# Words between a number and its act in Kazakh, if they do not say who made it.
NEAR_ACT_KK = 5
IN_QUOTES = regex.compile(rf"«{INSIDE}»|[“\"][^“”\"\n]{{3,200}}[”\"]|\([^()]*\)")


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?:{NUMBER}|{ZEROED.replace('?P<n>', '?P<n2>')}"
    rf"|(?P<n3>(?:[ПP]\s?-?\s?)?\d{{1,4}}/\d{{1,4}}(?=[\s-]{SURE_ACT}))"
    rf"|(?P<n4>(?:Г?О?КО-|G?O?KO-)?\d{{2,6}}(?:-\d{{1,4}})?\s?(?:сс|ss|с)(?=[\s-]{SURE_ACT}))"
    rf"|(?P<n4>\d{{1,6}}(?:\s?[-–/]\s?\d{{1,4}})?(?:\s?сс?)?)(?=\s?-?\s?{NUMBERED_KK}\s)"
    rf"|{NO_PART}(?P<n4>\d{{2,5}})(?=(?:\s?-?\s?ш[іы])?\s?-?\s?(?:бұйрығы|қаулысы|жарлығы|директивасы|циркуляры))"
    rf"|{NO_PART}(?P<n4>\d{{2,5}})(?=-?{ORDINAL_KK}\s(?:«[^«»\n]{{3,80}}»\s)?{SURE_ACT})"
    rf"|{NO_PART_OF_RANGE}(?P<n4>\d{{1,5}})(?=-{SURE_ACT}))"
    rf"[)»”\"]?(?:-?{ORDINAL_KK}(?!\p{{L}})|\s?-?\s?{NUMBERED_KK})?(?:\s\(\d[\d.\s\p{{Ll}}]{{3,24}}\))?"
    rf"(?:\s(?:[–—-]\s)?\(?(?:«{INSIDE}»|[“\"][^“”\"\n]{{3,200}}[”\"])\)?)?(?:,?\s(?:{DATE_KK}|{DAY_KK}\s{OF_MONTH_KK}))?"
    rf"(?:,?\s(?!{ACT})[\p{{L}}()-]{{1,24}}){{0,9}}?(?:[\s-]|(?<=\d))(?P<act>{ACT})",
    starts=starts_before_kazakh_acts,
)
def number_and_act(match: Match, lexicon: Lexicon) -> Found | None:
    """`№00485 бұйрық`, `№ 280 Жарлығымен`, `№ 123/сс қаулысы`, `44/21 бұйрығы`, `15 нөмірлі бұйрық`."""
    text, start, end = match.string, match.start(), match.end()
    number = match["n"] or match["n2"] or match["n3"] or match["n4"]
    if not is_kazakh_act(match["act"]) and not BORROWED[number.startswith("0")].fullmatch(match["act"]):
        return None
    between = text[max(match.end(group) for group in ("n", "n2", "n3", "n4")) : match.start("act")]
    parted = between[:1] == ")" or between.strip(" -»")
    if not is_kazakh_act(match["act"]) and parted and not OF_KAZAKH.search(between):
        return None
    thing = NUMBERED_THING.search(text, max(0, start - 40), start)
    if len(IN_QUOTES.sub("", between).split()) > NEAR_ACT_KK and issuer_of(between) is None:
        return None
    if "," in IN_QUOTES.sub("", between) and not number.startswith("0") and not regex.match(r",\s\d", between):
        return None
    if THING_AFTER.match(between) or (thing and not number.startswith("00") and not OF_THING.search(thing[0])):
        return None
    start -= text[max(0, start - 1) : start] in OPENING and CLOSING.match(between) is not None
    return Found(start, end, completed(act(text, (start, end), (number, None), lexicon), lexicon))


# The number of a thing that is said next: `№ 172 зауыттың … бұйрығы`.
THING_AFTER = regex.compile(
    rf"(?:\s?{NUMBERED_KK})?"
    r"\s?-?\s?(?:зауыт|мектеп|есеп(?:тің|ті)|бөлме|пәтер|түрме|шахта|лагер|бөлім|үй|қор|іс(?:тің|і)?(?!\p{L})|хаттама(?!лық)|акт|қосымша|пошта|колония|форма|камера"
    r"|колхоз|совхоз|артель|ауыл(?!\sшаруа)|дивизия|полк|бригада|батальон|рота|учаске|дүкен|асхана|аурухана|госпиталь|эшелон"
    r"|вагон|барак|комендатура|посел|кеніш|трест|станция|пункт|отряд|балалар\sүйі|интернат|фабрика|парақ|кесте)"
)
# `Лагерьдің № 315 бұйрығымен`: the thing has no number, its order has.
OF_THING = regex.compile(r"(?:[нтд](?:ың|ің)|пен|бен|мен|[нтд][ае]|[нтд][ае]н|[ғқ]а|[гк]е|на|не|ша|ше)\s+\(?$")
OPENING = ("«", "“", '"', "(")
CLOSING = regex.compile(r"[»”\")]")
# Words for acts that are Kazakh only by the number before them; Russian ones where the number begins with 0.
BORROWED = (
    regex.compile(r"(?i:директива|циркуляр|декрет|приказы|указы)"),
    regex.compile(r"(?i:директива|циркуляр|декрет|приказы?|указы)"),
)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>{ACT})(?:\s(?!{ACT})[\p{{L}}'’().]{{1,24}}){{0,6}}?,?\s\(?"
    r"(?P<n>[ПP]\s?-?\d{1,4}/\d{1,4}|[ПP]-\d{4})(?!\d)(?:(?<=\([^()]*)\))?",
    starts=starts_of_acts,
)
def politburo_decision(match: Match, lexicon: Lexicon) -> Found | None:
    """`решение Политбюро П51/94`: item of a protocol, without №."""
    if is_kazakh_act(match["act"]) and numbered_otherwise(match, match.start("n")):
        return None
    return order(match, lexicon)


@rule(
    Label.ORDER,
    rf"(?<=[\d)]\p{{L}}{{0,2}}\)?\s?(?:,|және|мен|пен|бен)\s)(?P<n>{HELD}){GLOSS}(?:-?{ORDINAL_KK}|\s?{NUMBERED_KK})?(?:\s(?!{ACT})\p{{Ll}}{{3,20}}){{0,2}}?[\s-]"
    r"(?P<act>(?i:б[ұүу]йрықтар|[қк]аулылар|жарлықтар|шеш[іi]мдер|өк[іi]мдер|директивалар|циркулярлар|декреттер|нұсқаулар)\p{Ll}*)",
)
def last_of_many(match: Match, lexicon: Lexicon) -> Found | None:
    """`№ 105, 106 және 107 бұйрықтары`: of numbers in a row only the first has its mark, only the last its word."""
    return order(match, lexicon) if ROW.search(match.string, max(0, match.start() - NEAR_ROW), match.start()) else None


NEAR_ROW = 120
ROW = regex.compile(
    rf"(?:{NUMERO}\s{{0,2}}|{LETTER_BEFORE}(?=00)){HELD}(?:\)?{GLOSS}\s?(?:,|және|мен|пен|бен)\s(?:(?:{NUMERO}\s{{0,2}})?{HELD})?)+$"
)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>{ACT})\s(?P<n>\d{{1,6}}(?:\s?[-–/]\s?\d{{1,4}})?(?:\s?сс?)?)(?=\s{BY_NUMBER_KK}(?!\p{{L}}))",
    starts=starts_of_acts,
)
def kazakh_act_by_number(match: Match, lexicon: Lexicon) -> Found | None:
    """`Қаулы 5/128 санымен қабылданды`: the word for its number behind it."""
    return order(match, lexicon) if is_kazakh_act(match["act"]) else None


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>(?i:приказ(?:а|у|ом|е)?|бұйры[қғ]\p{{Ll}}*|orders?))"
    rf"(?:\s(?:ОГПУ|БМСБ(?:-?\p{{Ll}}{{2,3}})?|OGPU|of\sthe\sOGPU))?\s(?P<n>\d{{2,3}}/\d{{2,3}})(?![\d/])",
    starts=starts_of_acts,
)
def order_with_slash(match: Match, lexicon: Lexicon) -> Found | None:
    """`приказ ОГПУ 44/21`: the numbers of the OGPU's orders have a slash."""
    return order(match, lexicon)


RULES: tuple[PatternRule, ...] = (
    act_and_number,
    act_and_secret_number,
    spaced_act_and_number,
    secret_number_and_act,
    act_and_marked_number,
    capital_act_and_number,
    number_and_act,
    politburo_decision,
    last_of_many,
    kazakh_act_by_number,
    order_with_slash,
)
