"""Rules for normative acts told by their title: `Декрет ВЦИК «О праве убежища»`, `«… туралы» қаулысы`."""

from __future__ import annotations

import regex

from document import Label, OrderValue
from models.lexicon import Lexicon
from pipelines.entities.act_patterns import (
    ABOUT_KK,
    ANY_ACT,
    DATE_KK,
    DAY_KK,
    DAY_MONTH_YEAR,
    HAPPENED,
    LAWGIVER,
    LETTER_BEFORE,
    MONTH_KK,
    NOT_SENTENCE_END,
    PREDICATE,
    QUOTED,
    TITLE,
    TITLE_KK,
    VERDICT,
    WORD,
    starts_of_acts,
)
from pipelines.entities.act_words import ACT, is_kazakh_act, kind_of_act
from pipelines.entities.acts import completed, order
from pipelines.entities.rule import Found, Match, PatternRule, rule


@rule(
    Label.ORDER,
    rf"(?P<title>{TITLE_KK})(?:\s(?:\(\d[^()\n]{{3,40}}\)|\[\d[^\]\n]{{0,20}}\]))?(?:\s(?!{ACT})[\p{{L}}()-]{{1,24}}){{0,6}}?"
    rf"(?:,?\s(?:{DATE_KK}|\d{{4}}\s?(?:жылы|ж\.)(?:\s{DAY_KK}\s{MONTH_KK}\p{{Ll}}{{0,4}})?(?=\s\p{{L}}+[қғ](?:ан|ен)|\s\p{{L}}+ген)))?"
    rf"(?:\s(?!{ACT})[\p{{L}}()-]{{1,24}}){{0,7}}?(?:\s[–—-]\s|\s|(?<=[»”\"]))(?P<act>{ACT})",
)
def kazakh_title(match: Match, lexicon: Lexicon) -> Found | None:
    """`«Шетелдік мамандарды тарту туралы» қаулысы`, `«… туралы» 1938 жылғы 19 тамыздағы Заң`."""
    return order(match, lexicon)


@rule(Label.ORDER, rf"(?P<title>{QUOTED})(?:\s(?:атты|деп\sаталатын|арнайы|құпия|жаңа))?\s(?P<act>{ACT})")
def kazakh_title_at_once(match: Match, lexicon: Lexicon) -> Found | None:
    """`«Жер аударылғандарды орналастыру» қаулысы`: any title with the word for the act directly after it."""
    return order(match, lexicon) if is_kazakh_act(match["act"]) else None


@rule(
    Label.ORDER,
    rf"(?:(?P<title>{QUOTED})\s{DATE_KK}|(?P<title>{TITLE}))(?:\s(?!{ACT})[\p{{L}}()-]{{1,24}}){{0,7}}?\s(?P<act>{ACT})",
)
def kazakh_title_and_day(match: Match, lexicon: Lexicon) -> Found | None:
    """`«Темпы коллективизации» 1930 жылғы 5 қаңтардағы қаулысы`, `«О мерах …» деп аталатын қаулы`: a Russian title."""
    return order(match, lexicon) if is_kazakh_act(match["act"]) else None


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>{ACT})(?:\s(?!{ACT})[\p{{L}}()-]{{1,24}}){{0,3}}?\s?[:–—-]?\s?(?P<title>{TITLE_KK})",
    starts=starts_of_acts,
)
def kazakh_act_and_title(match: Match, lexicon: Lexicon) -> Found | None:
    """`ХКК қаулысы – «Көшпелілерді отырықшыландыру туралы»`: the title behind its act."""
    return order(match, lexicon) if is_kazakh_act(match["act"]) and ":" not in match[0] else None


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>{ACT})(?:,?\s(?!{ACT}){WORD}{NOT_SENTENCE_END}){{0,20}}?\s(?P<title>{TITLE})",
    starts=starts_of_acts,
)
def title(match: Match, lexicon: Lexicon) -> Found | None:
    """`Декрет ВЦИК «О праве убежища»`, `Law of the Republic of Kazakhstan “On …”`."""
    return order(match, lexicon)


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>{ACT})(?:\s\p{{Lu}}[\p{{L}}()]{{1,9}}|\s(?:of\s)?the\s\p{{Lu}}[\p{{L}}()]{{1,9}}){{0,2}}"
    rf"\s(?P<title>{QUOTED})",
    starts=starts_of_acts,
)
def title_at_once(match: Match, lexicon: Lexicon) -> Found | None:
    """`инструкция «Порядок …»`: any title that follows the word for the act directly."""
    if is_kazakh_act(match["act"]) or not match["title"][1].isupper() or len(match["title"].split()) < SHORTEST_TITLE:
        return None
    return order(match, lexicon)


# Words in a title that does not begin with `О`; fewer are more often irony or a name.
SHORTEST_TITLE = 3


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>{ACT})(?P<between>(?:,?\s(?!{ACT}){WORD}{NOT_SENTENCE_END}){{1,14}}?),?\s(?P<title>{QUOTED})",
    starts=starts_of_acts,
)
def title_of_lawgiver(match: Match, lexicon: Lexicon) -> Found | None:
    """`постановление ЦК ВКП(б) от 5 января 1930 г. «Темпы коллективизации …»`: any title behind issuer or date."""
    between, opening = match["between"], match["title"][1]
    if is_kazakh_act(match["act"]) or not opening.isupper() or len(match["title"].split()) < SHORTEST_TITLE:
        return None
    if HAPPENED.search(between) or PREDICATE.search(between + " ") or VERDICT.search(between):
        return None
    told = LAWGIVER.search(between) or LAWGIVER_EN.search(between) or ENDS_IN_YEAR.search(between)
    return order(match, lexicon) if told else None


LAWGIVER_EN = regex.compile(
    r"Committee|Council|Politburo|Presidium|Soviet(?!\s\p{Ll})|NKVD|OGPU|MVD|MGB|Sovnarkom|SNK|GKO|TsIK|Congress|Plenum"
    r"|[Gg]overnment|President|Republic|Commissar"
)
ENDS_IN_YEAR = regex.compile(r"\d{2,4}\s?(?:г\.|года)?,?$")


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>{ACT})[^.!?:;«»“”\"\n]{{0,160}}:\s?(?P<title>{TITLE_KK}|{TITLE})",
    starts=starts_of_acts,
)
def title_after_colon(match: Match, lexicon: Lexicon) -> Found | None:
    """`тағы бір қаулы қабылданды: «… туралы»`: the title alone, without its quotation marks."""
    start, end = match.span("title")
    value = OrderValue(type=kind_of_act(match["act"]), title=match["title"][1:-1])
    stop = end - 1 - (match.string[end - 2] == ".")
    return Found(start + 1, stop, completed(value, lexicon))


@rule(
    Label.ORDER,
    r"(?P<title>[“\"](?:On|About|Concerning)\s[^“”\"\n]{3,300}[”\"])(?:\s\p{L}{1,20}){0,3}?\s(?P<act>"
    r"(?i:decree|law|resolution|order|directive|circular|edict|decision|instruction|regulations?))(?!\p{L})",
)
def english_title_first(match: Match, lexicon: Lexicon) -> Found | None:
    """`the “On Measures …” decree`."""
    return order(match, lexicon)


# A note that is nothing but a title and a year cites an act; books have authors, places, publishers.
@rule(
    Label.ORDER,
    rf"(?<=(?:^|\s)\d{{1,3}}\.?\s(?:\p{{Lu}}[\p{{L}}()-]+\s){{0,4}}[«“\"])(?P<title>Об?о?\s[^«»“”„\"\n]{{8,300}}|[^«»“”„\"\n]{{8,300}}{ABOUT_KK})"
    rf"(?=[»”\"](?:[.,]?\s(?:[-–]\s|от\s)?(?:{DAY_MONTH_YEAR}|\d{{4}}(?:\s?(?:г\.|ж\.))?)\.?)?(?:\s\d{{1,3}}\s|\s*$|\s?//))",
)
def title_in_a_note(match: Match, lexicon: Lexicon) -> Found | None:
    """`111 «О реализации плана» 1930. 112 «…»`: in a list of notes, beside acts that are called so."""
    near = match.string[max(0, match.start() - NOTES) : match.end() + NOTES]
    return order(match, lexicon) if ANY_ACT.search(near) else None


NOTES = 300
"""Characters of a list of notes around a title."""
INNER = r"[^«»“”„\"\n]{3,200}"


@rule(
    Label.ORDER,
    r"(?<=[«“„\"])(?:"
    rf"(?P<act>(?:Закон|Указ|Декрет|Постановление|Приказ|Положение|Инструкция|Директива|Циркуляр|Распоряжение)"
    rf"(?:\s(?!об?\s)[\p{{L}}()-]{{1,24}}){{0,6}})\s(?P<title>об?\s{INNER})"
    rf"|(?P<title>{INNER}(?:туралы|жөніндегі)(?:\s(?:уақытша|жаңа|арнайы))?)\s(?P<act>(?i:ереже|жарғы|заң|қаулы|жарлық|бұйрық|декрет|нұсқаулық|нұсқау)"
    rf"\p{{Ll}}{{0,7}})"
    rf"|(?P<act>(?:Law|Decree|Resolution|Order|Directive|Circular|Edict|Regulations?|Instructions?|Statute)"
    rf"(?:\sof(?:\sthe)?(?:\s[\p{{Lu}}][\p{{L}}().]+|\sof|\sthe){{1,8}})?)\s(?P<title>(?:[Oo]n|[Cc]oncerning)\s{INNER}))"
    r"(?=[»”“\"])",
)
def act_in_quotes(match: Match, lexicon: Lexicon) -> Found | None:
    """`«Положение о гражданстве Союза ССР»`, `«Азаматтық туралы ереже»`: the act's word inside the quotation marks."""
    return order(match, lexicon)


RULES: tuple[PatternRule, ...] = (
    kazakh_title,
    kazakh_title_at_once,
    kazakh_title_and_day,
    kazakh_act_and_title,
    title,
    title_at_once,
    title_of_lawgiver,
    title_after_colon,
    title_in_a_note,
    english_title_first,
    act_in_quotes,
)
