"""Rules for normative acts told by their date alone: `закон РСФСР от 18.10.1991`, `the law of 7 August 1932`."""

from __future__ import annotations

import regex

from document import Label
from models.lexicon import Lexicon
from pipelines.entities.act_patterns import (
    ABOUT_KK,
    AUTHORITY,
    BEGINNING,
    DATE_KK,
    DAY_EN,
    DAY_KK,
    DAY_MONTH_YEAR,
    HAPPENED,
    HAPPENED_EN,
    LAWGIVER,
    LETTER_BEFORE,
    LOCAL_POLICE,
    MONTH_EN,
    MONTH_KK,
    MONTH_RU,
    NO_LAW,
    NUMERO,
    OF_MONTH_KK,
    POLICE,
    SENTENCE_END,
    SENTENCED,
    VERDICT,
    VERDICT_EN,
    YEAR_KK,
    starts_before_kazakh_acts,
    starts_of_acts,
)
from pipelines.entities.act_words import (
    ACT,
    BUIRY,
    JARLY,
    LAWGIVING,
    NEUTER_RU,
    NOUN_RU,
    OF_COURTS,
    OF_THEMSELVES,
    QAULY,
    is_kazakh_act,
    kind_of_act,
)
from pipelines.entities.acts import order
from pipelines.entities.rule import Found, Match, PatternRule, rule

# Words of who made an act, cut short: `Президиума Верх. Совета`, `зам. наркома`.
SHORTENED = (
    r"(?i:зам|нач|верх|центр|нар|ком|пом|упр|обл|респ|през|прок|исп|каз|гор|гос|воен|внутр|секр|отд|сов|мин|с-х)\."
)


@rule(
    Label.ORDER,
    rf"{BEGINNING}(?P<act>{LAWGIVING})(?P<issuer>(?:\s(?!{ACT}|от\s)(?:{SHORTENED}|[\p{{L}}()«»-]{{1,24}})){{0,9}}?)"
    rf"\sот\s(?:{DAY_MONTH_YEAR}|(?P<short>\d{{1,2}}(?:[/-]\d{{1,2}})?(?:-го)?\s{MONTH_RU}|\d{{1,2}}/(?:\d{{1,2}}|[IVX]{{1,4}})(?!\s{MONTH_RU}))(?!\s\d{{4}})"
    rf"|\p{{Ll}}{{3,8}}\s19\d\d\s?г(?:ода|\.))"
    rf"(?!\s?(?:за\s)?{NUMERO}|\d)",
    starts=starts_of_acts,
)
def act_of_a_day(match: Match, lexicon: Lexicon) -> Found | None:
    """`закон РСФСР от 18.10.1991`, `постановление ЦИК и СНК СССР от 7 августа 1932 г.`, `приказ от 5 мая 1938 г.`."""
    act, issuer = match["act"], match["issuer"]
    if match["short"] and (issuer and not LAWGIVER.search(issuer)) and not regex.match(r"(?i:закон|указ)", act):
        return None
    if regex.match(r"(?i:постановл|решени)", act) and not of_an_authority(match):
        return None
    if regex.match(r"(?i:указани|предписани|резолюци)", act) and not LAWGIVER.search(issuer):
        return None
    if regex.match(r"(?i:приказ|директив|циркуляр|распоряж|инструкц|указани|предпис)", act) and HAPPENED.search(issuer):
        return None
    return None if kind_of_act(act) in OF_COURTS and VERDICT.search(issuer) else order(match, lexicon)


def of_an_authority(match: Match) -> bool:
    """Say whether a resolution or decision of a day is an act, no sentence on somebody."""
    issuer, text = match["issuer"], match.string
    if LOCAL_POLICE.search(issuer):
        return False
    if LAWGIVER.search(issuer) and not (POLICE.search(issuer) and not AUTHORITY.search(issuer)):
        return True
    if not issuer and regex.match(r"\s(?:об?\s\p{Ll}|[«\"]О|//)", text[match.end() : match.end() + 6]):
        return True
    if match["short"] or (not LAWGIVER.search(issuer) and (issuer or match["act"][0] in "Рр")):
        return False
    before = SENTENCE_END.split(text[max(0, match.start() - NEAR) : match.start()])[-1]
    after = SENTENCE_END.split(text[match.end() : match.end() + NEAR])[0]
    return not SENTENCED.search(before) and not SENTENCED.search(after)


# Characters before and behind an act that tell whether it is a sentence.
NEAR = 160
# Bodies that made laws, between an act and its day: `Указ Президиума ВС СССР 16.01.89`.
OF_STATE = (
    r"(?i:\s(?:ПВС|ВС|ЦИК|ВЦИК|СНК|СМ|ЦК|ВКП\(б\)|КПСС|ГКО|и|Президиума|Президента|Верховного|Верх\.|Совета|СТО|ВСНХ|Труда|Обороны|Государственного|Союза|Центрального|Исполнительного|Комитета|Политбюро|Пленума|Бюро"
    r"|Народных|Комиссаров|Министров|Республики|Казахстан|Украины|Украинской|Беларуси|Казахской|РСФСР|СССР|ССР|РФ|РК|УССР|БССР|КазССР|КАССР"
    r"|Российской|Федерации))"
)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>(?:(?i:закон|указ|декрет){NOUN_RU}{OF_STATE}{{0,7}}|[Пп]остановлени{NEUTER_RU}{OF_STATE}{{1,9}}))(?:,|\s?[–—-]|\.(?=[^/\n]{{8,18}}\s?//))?\s"
    rf"(?:{DAY_MONTH_YEAR}|\d{{1,2}}(?:-го)?\s{MONTH_RU}(?!\s\d)|\d{{1,2}}/(?:\d{{1,2}}|[IVX]{{1,4}}))(?!\s?(?:за\s)?{NUMERO}|\d)",
    starts=starts_of_acts,
)
def law_of_a_day(match: Match, lexicon: Lexicon) -> Found | None:
    """`закону 7 августа 1932 г.`, `указу 4/6`, `постановления ЦИК 1 декабря`: without `от`."""
    return order(match, lexicon)


# What an act may do to another: `об утверждении Положения`, `о введении в действие Устава`.
OF_AN_ACT = r"(?i:(?:утвержд|измен|дополн|отмен|примен|издан)\p{L}{2,4}|действие|силу)"
# A word of what an act is about.
ABOUT_WORD = rf"(?:\s(?!{ACT})[\p{{L}}()«»-]{{1,24}}(?:,(?=\s\p{{Ll}})|\.(?=\sОб?\s\p{{Ll}}))?)"
# What stands behind an act in a list of sources.
CITED = regex.compile(r"\.?\s?(?://|https?:|[\[(]|\n|$)|[.;](?:\s\p{Lu}|$)")


@rule(
    Label.ORDER,
    rf"{BEGINNING}(?P<act>{LAWGIVING}|(?:Положени|положени){NEUTER_RU}|[Уу]став{NOUN_RU})"
    rf"(?P<between>{ABOUT_WORD}{{1,22}}?(?:(?<={OF_AN_ACT})\s{ACT}{ABOUT_WORD}{{0,14}}?)?)"
    rf"\.?(?:\s[-‐‑–—−])?(?:\sот)?\s(?:{DAY_MONTH_YEAR})(?!\s?(?:за\s)?{NUMERO}|\d)",
    starts=starts_of_acts,
)
def act_about_and_day(match: Match, lexicon: Lexicon) -> Found | None:
    """`Постановление СТО РСФСР о промышленной эмиграции. - 22 июля 1921 г.`: as bibliographies cite it."""
    between = match["between"]
    if regex.search(r"[,.]", between) and not CITED.match(match.string, match.end()):
        return None
    if (
        not (regex.search(r"\s[Оо]б?\s", between) or regex.match(r"(?i:устав)", match["act"]))
        or HAPPENED.search(between)
        or (kind_of_act(match["act"]) in OF_COURTS and VERDICT.search(between))
    ):
        return None
    if kind_of_act(match["act"]) == "regulation":
        named = regex.match(r"\sоб?\s", between) or regex.match(r"(?i:устав)", match["act"])
        cited = " от " in match[0] or regex.match(r"\s?//", match.string[match.end() : match.end() + 3])
        return order(match, lexicon) if named and cited else None
    return order(match, lexicon) if LAWGIVER.search(between) or kind_of_act(match["act"]) in OF_THEMSELVES else None


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>(?i:закон|указ){NOUN_RU})\s(?:от\s)?[«“\"]?(?:сем(?:ь|и)[\s-]восьм(?:ых|ой|ая|ую)|семь[\s-]восемь|седьмого[\s-](?:восьмого|августа)"
    r"|четыре[\s-]шест(?:ых|ь|ая|ой)|четвёртого[\s-]шестого)(?!\p{L})[»”\"]?",
    starts=starts_of_acts,
)
def law_of_a_spoken_day(match: Match, lexicon: Lexicon) -> Found | None:
    """`закон «семь восьмых»`, `указ четыре-шестых`: as those who were sentenced by them spoke."""
    return order(match, lexicon)


# A word between a date and its act: a name of the body that made it, what the act is about, initials.
BETWEEN_KK = rf"(?:\s(?!{ACT})[\p{{L}}(][\p{{L}}().-]{{0,24}})"


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<date>{DATE_KK})(?P<between>{BETWEEN_KK}{{0,14}}?)\s(?P<act>{ACT})(?!\s\p{{L}}+(?:нағы|нақ)(?!\p{{L}}))",
    starts=starts_before_kazakh_acts,
)
def kazakh_act_of_a_day(match: Match, lexicon: Lexicon) -> Found | None:
    """`1938 жылғы 9 маусымдағы қаулысымен`, `1925 жылғы КСРО Халық Комиссарлары Кеңесінің жарлығына`."""
    return kazakh_act(match, lexicon)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?<!\d\s?(?:жыл[ғг]ы|жылды[ңн]|ж\.)\s)(?P<date>{DAY_KK}\s{OF_MONTH_KK})(?P<between>{BETWEEN_KK}{{0,6}}?)"
    rf"\s(?P<act>{ACT})",
    starts=starts_before_kazakh_acts,
)
def kazakh_act_of_a_day_alone(match: Match, lexicon: Lexicon) -> Found | None:
    """`25 шілдедегі бұйрық`: the year was said before."""
    return kazakh_act(match, lexicon)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<date>(?:{YEAR_KK}\s)?(?:{DAY_KK}[-\s])?{MONTH_KK})(?P<between>(?:\s(?:\p{{Lu}}[\p{{L}}()-]{{1,24}}|пленум\p{{Ll}}{{2,5}})){{0,5}})"
    rf"\s(?P<act>{ACT})",
    starts=starts_before_kazakh_acts,
)
def kazakh_act_of_a_month(match: Match, lexicon: Lexicon) -> Found | None:
    """`1932 жылғы 7 тамыз заңы`, `7 тамыз қаулысы`: the month without its ending right before its act."""
    return kazakh_act(match, lexicon) if OF_SOMEBODY.match(match["act"]) and match["date"][0].isdigit() else None


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>{ACT}),?\s{YEAR_KK}\s{DAY_KK}[-\s]{MONTH_KK}(?=\s?(?:[.;,)]|//|$))",
    starts=starts_of_acts,
)
def kazakh_act_and_day(match: Match, lexicon: Lexicon) -> Found | None:
    """`ОАК қаулысы, 1930 ж. 13 маусым`: as notes cite acts."""
    return order(match, lexicon) if OF_SOMEBODY.match(match["act"]) else None


def kazakh_act(match: Match, lexicon: Lexicon) -> Found | None:
    """Make an act of a Kazakh date and the words behind it, unless the date is another thing's."""
    act, between, date = match["act"], match["between"], match["date"]
    if not (is_kazakh_act(act) or BORROWED.fullmatch(act)) or ANOTHER_KK.search(between):
        return None
    about = ABOUT_ENDS.search(between)
    if HAPPENED_KK.search(between + " ") and not about:
        return None
    if kind_of_act(act) in OF_COURTS and verdict_in_kazakh(match):
        return None
    if regex.fullmatch(r"\d{4}\s?-?\s?(?:жылғы|ж\.)", date):
        if MANY_KK.match(act) or (regex.search(r"ж\.$", date) and not OF_SOMEBODY.match(act)):
            return None  # `1928 ж. қаулы шықты` says only when, `1937 жылғы бұйрықтар` names no single act
    elif regex.search(r"жылы\s|\sкүні$", date) and not OF_SOMEBODY.match(act):
        return None
    return order(match, lexicon)


def verdict_in_kazakh(match: Match) -> bool:
    """Say whether an act is a sentence on somebody, or allows to arrest one, by who made it and what came of it."""
    text, between = match.string, match["between"] + " "
    before = text[max(0, match.start() - 60) : match.start()]
    if VERDICT_KK.search(between) or VERDICT_BEFORE_KK.search(before):
        return True
    if kind_of_act(match["act"]) == "order":
        return False
    of_police = POLICE_KK.search(between) or POLICE_BEFORE_KK.search(before)
    after = SENTENCE_END.split(text[match.end() : match.end() + NEAR])[0]
    return of_police is not None and SENTENCED_KK.search(after) is not None


# Words for acts that are Kazakh only by what stands before them.
BORROWED = regex.compile(r"(?i:директива|циркуляр|декрет)")
# An act that belongs to the body that made it: `қаулысы`, not `қаулы`.
OF_SOMEBODY = regex.compile(
    rf"(?i:{BUIRY}[ғг]|{QAULY}сы|{JARLY}[ғг]|заңы|шеш[іi]м[іi]|ережес|жарғысы|декрет[іi]|нұсқау(?:ы|лығ)"
    r"|директивас|циркуляры|өк[іi]м[іi]|қарары)"
)
MANY_KK = regex.compile(r"\p{L}+?(?:лар|лер|дар|дер|тар|тер)(?!\p{L}{5})")
# The act is described, without quotation marks: what is said of it may hold any word.
ABOUT_ENDS = regex.compile(rf"\s(?:{ABOUT_KK}|жөн[іi]ндег[іi])(?:\s[\p{{L}}()]+){{0,3}}$")
# Sentences of courts and boards, and words that make the date another thing's: `отырыста`, `анықтамасымен`.
VERDICT_KK = regex.compile(
    r"(?i:(?<!\p{L})сот|трибунал|үшт[іi]к|(?<!\p{L})алқа(?!п)|жиналыс|жиын(?!т)|кеңес(?:пен|тің\sшеш)|прокур)"
)
ANOTHER_KK = regex.compile(r"(?i:конституция|отырыс|кездесу|хаттама|съезд)")
HAPPENED_KK = regex.compile(
    r"\p{Ll}{3}(?:мен|бен|пен)\s|\p{Ll}{3}(?:да|де|та|те)\s|(?<!қол\s)(?<!қ)\p{Ll}{3}(?<!бірлес|бірік)(?:ған|ген|қан|кен)\s"
)
# Who passes sentences: `үштіктің 1937 жылғы 5 қарашадағы шешімімен`.
VERDICT_BEFORE_KK = regex.compile(
    r"(?i:үшт[іi][кг]|тройка|(?:ерекше|арнайы|айрықша)\s(?:кеңес|жиналыс|мәжіліс)|(?<!\p{L})ОСО|(?<!\p{L})сот|прокур|тергеуш"
    r"|(?<!\p{L})алқа|трибунал|төтенше\sкомиссия|(?<!\p{L})Т?ТК(?!\p{L}))[\p{L}-]*(?:\s\p{L}+(?:ның|нің|дың|дің|тың|тің))?\s$"
    r"|(?i:қамауға\sалу|қамау|тұтқындау|ұстау|тінту)\sтуралы\s$"
)
# The police passed sentences, too: `ІІХК-нің 1938 жылғы 3 ақпандағы қаулысымен лагерьге жіберілді`.
POLICE_KK = regex.compile(r"(?<!\p{L})(?:І[ІI]ХК|НКВД|О?ГПУ|Б?МСБ|БМББ|МҚК|ММҚ|ММ|КГБ|МГБ)(?!\p{L})")
POLICE_BEFORE_KK = regex.compile(rf"{POLICE_KK.pattern}(?:-?\p{{Ll}}{{2,5}})?\s$")
SENTENCED_KK = regex.compile(
    r"(?i:ат(?:ылды|ылған|уға|у\sжазас)|лагер(?:ь|іне)?ге|сотталд|соттал[ғу]|кес[іi]лд|айдалд|қамалд|бас\sбостанд|жыл(?:ға|\sмерз)|бек[іi]т(?:т[іi]|ілд)|жер\sаударылд)"
)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>{ACT})(?P<between>(?:\s(?!{ACT})[\p{{L}}'’().-]{{1,24}}){{0,12}}?)\s?"
    rf"\((?:(?:of|dated|от)\s)?(?:{DAY_EN}|{DAY_MONTH_YEAR}|{YEAR_KK}\s{DAY_KK}[-\s]{MONTH_KK}\p{{Ll}}{{0,7}}|{DATE_KK}"
    rf"|{DAY_KK}\s{MONTH_KK}\s\d{{4}}\s?(?:ж\.|жыл\p{{Ll}}{{0,3}})?)\)",
    starts=starts_of_acts,
)
def act_and_day_in_brackets(match: Match, lexicon: Lexicon) -> Found | None:
    """`law on the protection of socialist property (August 7, 1932)`, `ОАК қаулысы (1934 жылғы 1 желтоқсан)`."""
    act, between = match["act"], match["between"]
    spoken = match.string[max(0, match.start() - 40) : match.start()] + between
    if any(words.search(spoken) for words in (VERDICT, VERDICT_EN, VERDICT_KK)):
        return None
    if HAPPENED.search(between) or HAPPENED_EN.search(between[1:] + " "):
        return None
    told = LAWGIVER.search(spoken) or kind_of_act(act) in OF_THEMSELVES or OF_SOMEBODY.match(act)
    return order(match, lexicon) if told else None


# A year that is no year of birth: `Касымов Закон 1935 г. р.`
YEAR_RU = r"19\d\d\s?(?:г\.(?!\s?р)|года(?!\sрожд))"


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?:(?P<act>(?:[Зз]акон|[Уу]каз|[Дд]екрет){NOUN_RU})"
    rf"(?:\s\p{{Lu}}[\p{{L}}()]*){{0,3}}\s(?:от\s)?{YEAR_RU}"
    rf"|(?P<act>[Зз]акон{NOUN_RU})\sоб?(?:\s\p{{Ll}}[\p{{L}}-]*){{1,4}}?\s(?:от\s)?{YEAR_RU}"
    rf"|(?P<act>[Пп]остановлени{NEUTER_RU}|[Дд]ирективы?|[Пп]риказ{NOUN_RU})(?P<issuer>(?:\s\p{{Lu}}[\p{{L}}()]*"
    rf"|\sи(?=\s\p{{Lu}})){{1,4}})\s(?:от\s)?{YEAR_RU}"
    rf"|19\d\d\s(?P<act>[Ll]aw|[Dd]ecree|[Rr]esolution|[Dd]irective|[Ee]dict)(?!\p{{L}}|{NO_LAW}))",
)
def act_of_a_year(match: Match, lexicon: Lexicon) -> Found | None:
    """`закон 1938 года`, `постановление ЦИК 1935 года`, `1938 Law`."""
    issuer = match["issuer"]
    if DAY_BEFORE.search(match.string, max(0, match.start() - 20), match.start()):
        return None
    if issuer and (
        not LAWGIVER.search(issuer) or (kind_of_act(match["act"]) == "resolution" and VERDICT.search(issuer))
    ):
        return None
    return order(match, lexicon)


# The year belongs to a day, which says more: `August 7, 1932 law`.
DAY_BEFORE = regex.compile(rf"(?:\d{{1,2}}(?:st|nd|rd|th)?,?|{MONTH_EN},?)\s$")


RULES: tuple[PatternRule, ...] = (
    act_of_a_day,
    law_of_a_day,
    law_of_a_spoken_day,
    act_about_and_day,
    kazakh_act_of_a_day,
    kazakh_act_of_a_day_alone,
    kazakh_act_of_a_month,
    kazakh_act_and_day,
    act_and_day_in_brackets,
    act_of_a_year,
)
