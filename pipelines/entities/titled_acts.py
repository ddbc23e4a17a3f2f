"""Rules for normative acts told by their title: `Декрет ВЦИК «О праве убежища»`, `«… туралы» қаулысы`."""

from __future__ import annotations

import regex

from document import Label, OrderValue
from models.lexicon import Lexicon
from pipelines.entities.act_patterns import (
    ABOUT_KK,
    AN_ACT,
    ANY_ACT,
    DATE_KK,
    DAY_KK,
    DAY_MONTH_YEAR,
    HAPPENED,
    LAWGIVER,
    LAWGIVER_EN,
    LETTER_BEFORE,
    MONTH_KK,
    NOT_SENTENCE_END,
    OF_KAZAKH,
    OF_MONTH_KK,
    PREDICATE,
    QUOTED,
    TITLE,
    TITLE_KK,
    VERDICT,
    WORD,
    YEAR_KK,
    starts_of_acts,
)
from pipelines.entities.act_words import ACT, is_kazakh_act, kind_of_act
from pipelines.entities.acts import completed, order
from pipelines.entities.rule import Found, Match, PatternRule, rule

# A word between a title and its act in Kazakh, initials with it: `И.В. Сталин қол қойған`.
WORD_KK = r"(?:(?:\p{Lu}\.\s?){0,2}[\p{L}(][\p{L}()-]{0,23}|\d{1,2}-[\p{L}]{3,20})"
# A title that is no name: of three words and more.
LONG = r"(?:«[^\s«»\n]+(?:\s[^\s«»\n]+){2,30}»|“[^\s“”\n]+(?:\s[^\s“”\n]+){2,30}”|\"[^\s\"\n]+(?:\s[^\s\"\n]+){2,30}\")"
# The mark of a note right behind a title.
NOTE_MARK = r"(?:\d{1,3}|[¹²³⁰⁴-⁹]{1,3})(?=\s)"
# What goes before titles that are told by way of example.
FOR_EXAMPLE = (
    r"(?:атап\sайтқанда|мысалы|мәселен|(?:соның|оның)\sішінде|в\sтом\sчисле"
    r"|в\sчастности|например|namely|including|such\sas)"
)


@rule(
    Label.ORDER,
    rf"(?P<title>{TITLE_KK})(?:\s?(?:\(\d[^()\n]{{3,40}}\)|\[\d[^\]\n]{{0,20}}\])|{NOTE_MARK})?(?:,(?=\s(?:{DATE_KK}|\p{{Lu}}{{2}}|{ACT}))|\s[–—-](?=\s\p{{L}}))?(?:\s(?!{ACT}){WORD_KK}){{0,6}}?"
    rf"(?:,?\s(?:{DATE_KK}|{DAY_KK}\s(?:{OF_MONTH_KK}|{MONTH_KK})|\d{{4}}\s?(?:жылы|ж\.)(?:\s{DAY_KK}\s{MONTH_KK}\p{{Ll}}{{0,4}})?(?=\s\p{{L}}+[қғ](?:ан|ен)|\s\p{{L}}+ген)"
    rf"|{YEAR_KK}\s{DAY_KK}\s{MONTH_KK}\p{{Ll}}{{2,4}}(?=\s{ACT})))?"
    rf"(?:\s(?!{ACT}){WORD_KK}){{0,7}}?(?:\s[–—-]\s|\s|(?<=[»”\"]))(?P<act>{ACT})",
)
def kazakh_title(match: Match, lexicon: Lexicon) -> Found | None:
    """`«Шетелдік мамандарды тарту туралы» қаулысы`, `«… туралы» 1938 жылғы 19 тамыздағы Заң`."""
    work = OF_A_WORK.search(match.string, match.end("title"), match.start("act"))
    return None if work else order(match, lexicon)


# `«Көшпенділер туралы» фильмнің шешімі`: the title is of a book or a film.
OF_A_WORK = regex.compile(
    r"(?<!\p{L})(?i:кітап|кітаб|фильм|роман(?!ов)|повест|жыр|өлең|поэма|дастан|мақала|әңгіме|пьеса|спектакль)"
)


@rule(
    Label.ORDER,
    rf"(?P<title>{QUOTED})(?P<called>\s(?:атты|деп\sатал(?:атын|ған)|деген))?(?:\s(?:арнайы|арнаулы|құпия|жаңа|бірлескен|тарихи|жедел))?"
    rf"\s(?P<act>{ACT})",
)
def kazakh_title_at_once(match: Match, lexicon: Lexicon) -> Found | None:
    """`«Жер аударылғандарды орналастыру» қаулысы`: any title with the word for the act directly after it."""
    act, called = match["act"], match["called"]
    if called and called.endswith("деген") and kind_of_act(act) in SPOKEN:
        return None  # `«Кету керек» деген шешім` says what was decided
    borrowed = BORROWED.fullmatch(act) and (called or (" " in match["title"] and OF_KAZAKH.search(match["title"])))
    return order(match, lexicon) if is_kazakh_act(act) or borrowed else None


# What is also said of decisions and rules in common speech.
SPOKEN = frozenset({"decision", "order", "instruction", "ordinance", "regulation", "law"})
# Words for acts that are Kazakh only by what stands before them.
BORROWED = regex.compile(r"(?i:директива|циркуляр|декрет|инструкция|резолюция|декларация|положение|устав)")


@rule(
    Label.ORDER,
    rf"(?:(?P<title>{QUOTED})\s{DATE_KK}|(?P<title>{LONG})(?=\s(?:\p{{Lu}}{{2,}}|[БРК]?К\(б\)П|БК\(б\)П))|(?P<title>{TITLE}))"
    rf"(?:\s(?!{ACT}){WORD_KK}){{0,7}}?\s(?P<act>{ACT})",
)
def kazakh_title_and_day(match: Match, lexicon: Lexicon) -> Found | None:
    """`«Темпы коллективизации» 1930 жылғы 5 қаңтардағы қаулысы`, `«О мерах …» деп аталатын қаулы`: a Russian title."""
    return order(match, lexicon) if is_kazakh_act(match["act"]) else None


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>{ACT})(?:\s(?!{ACT})[\p{{L}}()-]{{1,24}}){{0,3}}?\s?(?:[:–—-]?\s?(?P<title>{TITLE_KK})|\((?P<title>{TITLE_KK})\))",
    starts=starts_of_acts,
)
def kazakh_act_and_title(match: Match, lexicon: Lexicon) -> Found | None:
    """`ХКК қаулысы – «Көшпелілерді отырықшыландыру туралы»`: the title behind its act."""
    if not is_kazakh_act(match["act"]) or ":" in match[0] or OWN_ACT.match(match.string, match.end()):
        return None
    return order(match, lexicon)


# Behind a title in Kazakh: the act that is called so.
OWN_ACT = regex.compile(rf"(?:\s(?!{ACT}){WORD_KK}){{0,7}}?\s?{ACT}")


@rule(
    Label.ORDER,
    rf"(?P<title>[«“][^«»“”\n]{{8,200}}?{ABOUT_KK})(?:\s(?!{ACT}){WORD_KK}){{0,3}}?\s(?P<act>{ACT})(?![^«»“”\n]{{0,300}}[»”])",
)
def kazakh_title_not_closed(match: Match, lexicon: Lexicon) -> Found | None:
    """`«Шетелдік мамандарды тарту туралы қаулы шығарды`: the second quotation mark was forgotten."""
    return order(match, lexicon) if is_kazakh_act(match["act"]) else None


@rule(
    Label.ORDER,
    rf"{AN_ACT}(?:,?\s(?!{ACT}){WORD}{NOT_SENTENCE_END}){{0,20}}?,?\s(?P<title>{TITLE})",
    starts=starts_of_acts,
)
def title(match: Match, lexicon: Lexicon) -> Found | None:
    """`Декрет ВЦИК «О праве убежища»`, `Law of the Republic of Kazakhstan “On …”`."""
    between = match.string[match.end("act") : match.start("title")]
    if is_kazakh_act(match["act"]) and len(between.split()) > NEAR_KAZAKH:
        return None  # in Kazakh the title stands before its act, or directly behind it
    return order(match, lexicon)


NEAR_KAZAKH = 3


@rule(
    Label.ORDER,
    rf"{AN_ACT}(?:\s\p{{Lu}}[\p{{L}}()]{{1,9}}|\s(?:of\s)?the\s\p{{Lu}}[\p{{L}}()]{{1,9}}){{0,2}}"
    rf"(?:\s(?:entitled|titled|called|headed|known\sas|под\s(?:названием|заголовком)|озаглавленн\p{{Ll}}{{2,3}}))?\s(?P<title>{QUOTED})",
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
    rf"{AN_ACT}(?P<between>(?:,?\s(?!{ACT}){WORD}{NOT_SENTENCE_END}){{1,14}}?),?\s(?P<title>{QUOTED})",
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


ENDS_IN_YEAR = regex.compile(r"\d{2,4}\s?(?:г\.|года)?,?$")


@rule(
    Label.ORDER,
    rf"{LETTER_BEFORE}(?P<act>{ACT})[^.!?:;«»“”\"\n]{{0,160}}(?::|,?\s{FOR_EXAMPLE},?)\s?(?P<title>{TITLE_KK}|{TITLE})",
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
    rf"(?<=(?:^|(?:^|\s)\d{{1,3}}\.?\s)(?:\p{{Lu}}[\p{{L}}()-]+\s|\d{{4}}\s(?:жылғы|ж\.)\s|\d{{1,2}}\s\p{{Ll}}+[ғг][ыі]\s){{0,6}}[«“\"])(?P<title>Об?о?\s[^«»“”„\"\n]{{8,300}}|[^«»“”„\"\n]{{8,300}}{ABOUT_KK})"
    rf"(?=[»”\"](?P<day>[.,]?\s(?:[-–]\s|от\s)?(?:{DAY_MONTH_YEAR}|\d{{4}}(?:\s?(?:г\.|ж\.))?)\.?)?(?:\s\d{{1,3}}\s|\s*$|\s?//))",
)
def title_in_a_note(match: Match, lexicon: Lexicon) -> Found | None:
    """`111 «О реализации плана» 1930. 112 «…»`: in a list of notes, beside acts that are called so."""
    if match["day"] and not regex.match(r"\s?//", match.string[match.end("day") :]):
        return order(match, lexicon)
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


@rule(
    Label.ORDER,
    rf"(?<=[«“„\"])(?P<title>\p{{Lu}}{INNER}?\s(?P<act>(?i:ереже|жарғы)(?:с[іы]|лер[іi]?)?))(?=[»”“\"])"
    r"(?!.\s(?:(?:атты|деген|деп\sаталатын)\s)?(?:\p{L}+\s)?(?:мақала|кітап|баяндама|еңбек|әңгіме|роман|пьеса|фильм|дастан|жоба))",
)
def regulation_in_quotes(match: Match, lexicon: Lexicon) -> Found | None:
    """`«Дала уалаяты ережесі»`: regulations and charters whose name ends in the word for them."""
    return order(match, lexicon)


RULES: tuple[PatternRule, ...] = (
    kazakh_title,
    kazakh_title_at_once,
    kazakh_title_and_day,
    kazakh_act_and_title,
    kazakh_title_not_closed,
    title,
    title_at_once,
    title_of_lawgiver,
    title_after_colon,
    title_in_a_note,
    english_title_first,
    act_in_quotes,
    regulation_in_quotes,
)
