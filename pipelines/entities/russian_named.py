"""Russian institutions whose form is plain: letterheads in capitals, numbered works, names listed behind one word."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.russian_compounds import find_compounds

OPENING = '«“„"'
CLOSING = '»”“"'
# Letterheads: adjectives, the word for the institution, what it belongs to.
ADJECTIVE = r"(?:\p{Lu}{3,}-)?\p{Lu}{3,}(?:АЯ|ОЕ|ЫЙ|ИЙ|ОЙ|ОГО|ОМУ|ЫМ|ИМ|УЮ)"
HEAD = (
    r"(?:(?:НАР|РАЙ|ОБЛ)?КОМИССАРИАТ|НАРКОМАТ|СУД|ТРИБУНАЛ|КОМИТЕТ|СОВЕТ|ОТДЕЛ|ТРЕСТ|ЗАВОД|ИНСТИТУТ|ПРЕЗИДИУМ)(?:А|У|ОМ|Е)?"
    r"|(?:МИНИСТЕРСТВ|УПРАВЛЕНИ|СОВЕЩАНИ|ОТДЕЛЕНИ|ПРЕДСТАВИТЕЛЬСТВ)(?:О|Е|А|Я|У|Ю|ОМ|ЕМ|И)"
    r"|(?:ПРОКУРАТУР|КОЛЛЕГИ|КОМИССИ|АКАДЕМИ|ИНСПЕКЦИ|ДОРОГ|ТРОЙК)(?:А|Я|Ы|И|У|Ю|ОЙ|ЕЙ|Е)"
)
ORGAN = r"У?НКВД|У?НКГБ|У?МВД|У?МГБ|У?КГБ|О?ГПУ|СНК|В?ЦИК"
STATE = r"СССР|РСФСР|УССР|БССР|КССР|КАССР|А?ССР|СОЮЗА ССР"
OF_STATE = (
    r"(?:\p{Lu}{3,}-)?\p{Lu}{3,}(?:ОЙ|ОГО|ЕГО|ИХ|ЫХ)\s(?:А?ССР|ОБЛАСТИ|ОБЛ|КРАЯ|ОКРУГА|РЕСПУБЛИКИ|ДОРОГИ|ГАРНИЗОНА)"
)
FOR_REGION = r"ПО\s(?:\p{Lu}{3,}-)?\p{Lu}{3,}(?:ОЙ|ОМУ|ЕМУ)\s(?:ОБЛАСТИ|ОБЛ|КРАЮ|ОКРУГУ|РАЙОНУ|А?ССР)"
# Words that begin the document itself or name its author.
DOCUMENT = (
    r"ПРОТОКОЛ|СПРАВК|АКТ|ПРИКАЗ|ПРИГОВОР|ОПРЕДЕЛЕНИ|ПОСТАНОВЛЕНИ|РЕШЕНИ|СЕКРЕТН|СТРОГО|СОВ(?!ЕТ)|АНКЕТ|ОРДЕР|ДЕЛ[ОУ](?!\p{L})"
    r"|ВЫПИСК|ДОКЛАД|ЗАПИСК|СПЕЦСООБ|СВОДК|ДИРЕКТИВ|УКАЗ|ЦИРКУЛЯР|ОБВИНИТ|ЗАКЛЮЧЕНИ|ХАРАКТЕРИСТ|ЗАЯВЛЕНИ|ТЕЛЕГРАММ|НАЧАЛЬНИК"
    r"|ПРОКУРОР|ПРЕДСЕДАТЕЛ|СЕКРЕТАР|НАРКОМ(?!АТ)|ЗАМ|ТОВ|ГРАЖД|ПРОТЕСТ|ЖАЛОБ|РАСПОРЯЖ|ПИСЬМ|СПИСОК|ИМЕНЕМ|\p{Lu}+(?:ИЛ|АЛ)[АОИ]?(?!\p{L})"
)
NOUN = rf"(?!(?:{DOCUMENT}))(?:ДЕЛ|\p{{Lu}}[\p{{Lu}}-]+(?:А|Я|Ы|И|У|Ю|Е|ОВ|ЕВ|ЕЙ|ИЙ|ОЙ|ОГО|ЕГО|ЫХ|ИХ|ЫМ|ИМ))(?!\p{{L}})"
INNER = rf"\s(?:(?:ПРИ\s)?(?:{ORGAN})(?!\p{{L}})|(?:(?:И|ПО|ПРИ)\s)?(?!(?:{STATE})(?!\p{{L}})){NOUN}|№\s?\d+)"
END = rf"\s(?:{OF_STATE}|{FOR_REGION}|(?:{STATE})(?!\p{{L}})|\(\p{{L}}{{1,12}}\))"
LETTERHEAD = regex.compile(
    rf"(?<![\p{{L}}\-])(?:(?:{ADJECTIVE}\s){{0,3}}(?:{HEAD})(?!\p{{L}})(?:{INNER}){{0,8}}(?:{END}){{0,2}}"
    rf"|(?:{ORGAN})(?:\s(?:{OF_STATE}|{FOR_REGION})(?!\p{{L}}))+)"
)
# What makes sure that a title in capitals is the name of one institution.
NAMED = regex.compile(
    rf"(?<!\p{{L}})(?:{ORGAN}|{STATE}|{OF_STATE}|{FOR_REGION}|\p{{Lu}}+СК(?:ИЙ|АЯ|ОЕ|ОГО|ОЙ)|НАРОДН\p{{Lu}}+|МИНИСТЕРСТВ\p{{Lu}}|ГЛАВНОЕ|ВЕРХОВН\p{{Lu}}+"
    r"|БЕЗОПАСНОСТИ|МИНИСТРОВ|ЛАГЕРЕЙ|ВОЕНН\p{Lu}+ (?:КОЛЛЕГИ|ТРИБУНАЛ)\p{Lu}*)(?!\p{L})"
)
# Names of armies and services that are printed small.
SMALL = regex.compile(
    r"(?<![\p{L}-])(?:гестапо|(?:абвер|вермахт|рейхсвер|коминтерн)(?:а|у|ом|е)?|политбюро|оргбюро)(?![\p{L}-])"
)
NUMBERED = regex.compile(
    r"(?<![\p{L}-])(?:\p{Ll}*(?:строительств|комбинат|завод|рудник|тюрьм|шахт|фабрик|больниц|госпитал|школ|детдом)"
    r"(?:о|а|у|ом|е|ы|ой|и|ь|ю|ем|я)?)\s№\s?\d+(?:[-/]\d+)?(?:[- ]бис)?(?![\d\p{L}])"
)
QUOTED = regex.compile(
    rf"[{OPENING}](?P<name>\p{{Lu}}[^{OPENING}{CLOSING}\n]{{1,40}})[{CLOSING}]|(?P<name>имени\s(?:\p{{Lu}}\.\s?)*\p{{Lu}}\p{{Ll}}+)"
)
PLURAL = (
    r"(?:\p{Ll}*(?:завод|рудник|прииск|комбинат|трест|колхоз|совхоз|лесхоз|промхоз)(?:ах|ов|ам|ами|ы|и)"
    r"|(?:шахт|фабрик|контор|фирм|коммун)(?:ах|ам|ами|ы|и)?|артел(?:ях|ей|ям|ями|и))"
)
LISTED = regex.compile(rf"(?<![\p{{L}}-])(?i:{PLURAL})\s(?={QUOTED.pattern})".replace("(?P<name>", "(?:"))
JOINT = regex.compile(r",\s|\sи\s|,\sа\sтакже\s")


def find_institutions(text: str) -> Iterator[Candidate]:
    """Every institution of these forms."""
    for match in LETTERHEAD.finditer(text):
        if NAMED.search(match.group()) and any(sign.isspace() for sign in match.group()):
            yield Candidate(match.start(), match.end(), Label.ORG, "rule:letterhead")
    for match in SMALL.finditer(text):
        yield Candidate(match.start(), match.end(), Label.ORG, "rule:printed-small")
    for match in NUMBERED.finditer(text):
        yield Candidate(match.start(), match.end(), Label.ORG, "rule:numbered-works")
    for match in LISTED.finditer(text):
        yield from listed(text, match.end())
    yield from find_compounds(text)


def listed(text: str, start: int) -> Iterator[Candidate]:
    """The names of a list that begins at `start`, where there are two or more: `«Заря», «Восход» и имени Кирова`."""
    found: list[Candidate] = []
    place = start
    while item := QUOTED.match(text, place):
        found.append(Candidate(*item.span("name"), Label.ORG, "rule:listed-works"))
        joint = JOINT.match(text, item.end())
        if joint is None:
            break
        place = joint.end()
    if len(found) > 1:
        yield from found
