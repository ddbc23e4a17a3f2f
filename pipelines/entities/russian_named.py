"""Russian institutions whose form is plain: letterheads in capitals, numbered works, names listed behind one word."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.russian_compounds import find_compounds
from pipelines.entities.russian_heads import ADJECTIVE, LOWER_ADJECTIVE, OF_A_NAME, OF_A_PLACE

OPENING = '«“„"'
CLOSING = '»”“"'
# Letterheads: adjectives, the word for the institution, what it belongs to.
CAPITAL_ADJECTIVE = r"(?:\p{Lu}{3,}-)?\p{Lu}{3,}(?:АЯ|ОЕ|ЫЙ|ИЙ|ОЙ|ОГО|ОМУ|ЫМ|ИМ|УЮ)"
HEAD = (
    r"(?:(?:НАР|РАЙ|ОБЛ)?КОМИССАРИАТ|НАРКОМАТ|СУД|ТРИБУНАЛ|КОМИТЕТ|СОВЕТ|ОТДЕЛ|ТРЕСТ|ЗАВОД|ИНСТИТУТ|ПРЕЗИДИУМ)(?:А|У|ОМ|Е)?"
    r"|(?:МИНИСТЕРСТВ|УПРАВЛЕНИ|СОВЕЩАНИ|ОТДЕЛЕНИ|ПРЕДСТАВИТЕЛЬСТВ)(?:О|Е|А|Я|У|Ю|ОМ|ЕМ|И)"
    r"|(?:ПРОКУРАТУР|КОЛЛЕГИ|КОМИССИ|АКАДЕМИ|ИНСПЕКЦИ|ДОРОГ|ТРОЙК)(?:А|Я|Ы|И|У|Ю|ОЙ|ЕЙ|Е)"
)
ORGAN = r"У?НКВД|У?НКГБ|У?МВД|У?МГБ|У?КГБ|О?ГПУ|СНК|В?ЦИК"
STATE = r"СССР|РСФСР|УССР|БССР|КССР|КАССР|А?ССР|СОЮЗА ССР"
OF_STATE = (
    r"(?:\p{Lu}{3,}-)?\p{Lu}{3,}(?:ОЙ|ОГО|ЕГО|ИХ|ЫХ)[  ](?:А?ССР|ОБЛАСТИ|ОБЛ|КРАЯ|ОКРУГА|РЕСПУБЛИКИ|ДОРОГИ|ГАРНИЗОНА)"
)
FOR_REGION = r"ПО[  ](?:\p{Lu}{3,}-)?\p{Lu}{3,}(?:ОЙ|ОМУ|ЕМУ)[  ](?:ОБЛАСТИ|ОБЛ|КРАЮ|ОКРУГУ|РАЙОНУ|А?ССР)"
# Words that begin the document itself or name its author.
DOCUMENT = (
    r"ПРОТОКОЛ|СПРАВК|АКТ|ПРИКАЗ|ПРИГОВОР|ОПРЕДЕЛЕНИ|ПОСТАНОВЛЕНИ|РЕШЕНИ|СЕКРЕТН|СТРОГО|СОВ(?!ЕТ)|АНКЕТ|ОРДЕР|ДЕЛ[ОУ](?!\p{L})"
    r"|ВЫПИСК|ДОКЛАД|ЗАПИСК|СПЕЦСООБ|СВОДК|ДИРЕКТИВ|УКАЗ|ЦИРКУЛЯР|ОБВИНИТ|ЗАКЛЮЧЕНИ|ХАРАКТЕРИСТ|ЗАЯВЛЕНИ|ТЕЛЕГРАММ|НАЧАЛЬНИК"
    r"|ПРОКУРОР|ПРЕДСЕДАТЕЛ|СЕКРЕТАР|НАРКОМ(?!АТ)|ЗАМ|ТОВ|ГРАЖД|ПРОТЕСТ|ЖАЛОБ|РАСПОРЯЖ|ПИСЬМ|СПИСОК|ИМЕНЕМ|\p{Lu}+(?:ИЛ|АЛ)[АОИ]?(?!\p{L})"
)
NOUN = rf"(?!(?:{DOCUMENT}))(?:ДЕЛ|\p{{Lu}}[\p{{Lu}}-]+(?:А|Я|Ы|И|У|Ю|Е|ОВ|ЕВ|ЕЙ|ИЙ|ОЙ|ОГО|ЕГО|ЫХ|ИХ|ЫМ|ИМ))(?!\p{{L}})"
INNER = rf"[  ](?:(?:ПРИ[  ])?(?:{ORGAN})(?!\p{{L}})|(?:(?:И|ПО|ПРИ)[  ])?(?!(?:{STATE})(?!\p{{L}})){NOUN}|№\s?\d+)"
END = rf"[  ](?:{OF_STATE}|{FOR_REGION}|(?:{STATE})(?!\p{{L}})|\(\p{{L}}{{1,12}}\))"
LETTERHEAD = regex.compile(
    rf"(?<![\p{{L}}\-])(?:(?:{CAPITAL_ADJECTIVE}[  ]){{0,3}}(?:{HEAD})(?!\p{{L}})(?:{INNER}){{0,8}}(?:{END}){{0,2}}"
    rf"|(?:{ORGAN})(?:[  ](?:{OF_STATE}|{FOR_REGION})(?!\p{{L}}))+)"
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
# The kind of works belongs to the name, `моторный завод № 24`; what only points at them does not.
POINTING = (
    r"(?:(?:эт|так|наш|ваш|сам|одн|цел|кажд|друг|стар|нов|перв|втор)\p{Ll}{1,3}(?!\p{L})|(?:мо|сво)(?:его|ему|[её]м|ей)(?!\p{L})"
    r"|(?:соседн|больш|местн|бывш|нынешн|котор|упомян|указан|заключ|рабоч|завед|служащ|управл|уч[её]н|дежурн|рядов|осужд|пленн"
    r"|раскулач|арестов)\p{Ll}+)"
)
NUMBERED = regex.compile(
    rf"(?<![\p{{L}}-])(?:(?!{POINTING}){LOWER_ADJECTIVE}\s)?(?:\p{{Ll}}*(?:строительств|комбинат|завод|рудник|тюрьм|шахт|фабрик|больниц"
    r"|госпитал|школ|детдом)(?:о|а|у|ом|е|ы|ой|и|ь|ю|ем|я)?)\s№\s?\d+(?:[-/]\d+)?(?:[- ]бис)?(?![\d\p{L}])"
)
ANY_ADJECTIVE = r"(?:\p{Lu}?[\p{Ll}-]{2,}(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ую|юю)\s)"
UNIT = regex.compile(
    rf"(?<![\p{{L}}\d.,№/-]|№\s)\d{{1,4}}(?:-?(?:й|я|го|му|м|ю|ой|ая|ий))\s(?:{ANY_ADJECTIVE}{{0,4}}(?:\p{{Ll}}*(?:корпус|полк|батальон|дивизион)"
    rf"(?:а|у|ом|е)?|\p{{Ll}}*дивизи(?:я|и|ю|ей)|арми(?:я|и|ю|ей))|{ANY_ADJECTIVE}{{1,4}}(?:бригад|рот|эскадриль|флотили)(?:а|ы|у|ой|е|я|и|ю|ей))(?![\p{{L}}-])"
)
PLACE_AND_HEAD = regex.compile(
    rf"(?<![\p{{L}}-]){ADJECTIVE}\s(?:{LOWER_ADJECTIVE}\s){{0,2}}(?:{OF_A_PLACE})(?![\p{{L}}-])"
    r"(?:\s№\s?\d+|\s«\p{Lu}[^«»\n]{1,40}»)?"
)
# At the head of a sentence the capital says nothing; a university's journal is not the university.
SENTENCE_BEFORE = regex.compile(r"(?:^|[.?!…:\n]|Вестник|Известия|Записки|записки|Труды|Бюллетень)[\s«\"„“–—-]*$")
QUOTED = regex.compile(
    rf"[{OPENING}](?P<name>\p{{Lu}}[^{OPENING}{CLOSING}\n]{{1,40}})[{CLOSING}]|(?P<name>имени\s(?:\p{{Lu}}\.\s?)*\p{{Lu}}\p{{Ll}}+)"
)
PLURAL = (
    r"(?:\p{Ll}*(?:завод|рудник|прииск|комбинат|трест|колхоз|совхоз|лесхоз|промхоз)(?:ах|ов|ам|ами|ы|и)"
    r"|(?:шахт|фабрик|контор|фирм|коммун)(?:ах|ам|ами|ы|и)?|артел(?:ях|ей|ям|ями|и))"
)
LISTED = regex.compile(rf"(?<![\p{{L}}-])(?i:{PLURAL})\s(?={QUOTED.pattern})".replace("(?P<name>", "(?:"))
NAMED_WORKS = regex.compile(rf"(?<![\p{{L}}-])(?:{OF_A_NAME})\s«\p{{Lu}}[^«»\n]{{1,40}}»(?!(?:,|\sи)\s«)")
# What a commissariat or ministry is for belongs to its name.
FIELD = (
    r"внутренних\sдел|иностранных\sдел|(?:путей|средств)\sсообщения|(?:внешней|внутренней)\sторговли|торговли|земледелия"
    r"|просвещения|здравоохранения|юстиции|финансов|обороны|труда|связи|социального\sобеспечения|водного\sтранспорта|совхозов"
    r"|заготовок|снабжения|коммунального\sхозяйства|сельского\sхозяйства|государственной\sбезопасности|государственного\sконтроля"
    r"|вооружения|боеприпасов|танковой\sпромышленности|(?:чёрной|черной|цветной)\sметаллургии"
    r"|\p{Ll}+(?:ой|ей)\sпромышленности"
)
COMMISSARIAT = regex.compile(
    r"(?<![\p{L}-])(?:[Нн]ародн(?:ый|ого|ому|ым|ом)\sкомиссариат|[Нн]аркомат|(?i:министерств))(?:а|у|ом|е|о)?"
    rf"\s(?:{FIELD})(?!\p{{L}})(?:\s(?:СССР|РСФСР|УССР|БССР|КССР)(?!\p{{L}})|\s\p{{Lu}}[\p{{L}}-]+ой\sА?ССР)?"
)
# Congresses of Soviets were the highest power; those of parties and professions are meetings.
CONGRESS = regex.compile(
    r"(?<![\p{L}\d])(?:[IVX]{1,6}|\d{1,2}(?:-?\p{Ll}{1,3})?)\s(?:\p{Lu}[\p{L}-]+(?:ий|ого|ому|ом|им)\s)?съезд(?:а|у|ом|е)?\sСоветов"
    r"(?:\s(?:\p{Lu}\p{Ll}+(?:ии|[аяы])(?!\p{L})|СССР|РСФСР))?"
)
# Cheaper to look for than the beginning of a list, and mostly not there.
NEXT_OF_LIST = regex.compile(
    rf"[{CLOSING}](?:,|\sи|,\sа\sтакже)\s(?:[{OPENING}]|имени\s)|имени\s[^,\n]{{2,30}}(?:,|\sи)\s[{OPENING}]"
)
JOINT = regex.compile(r",\s|\sи\s|,\sа\sтакже\s")


PATTERNS = (
    ("rule:printed-small", SMALL),
    ("rule:numbered-works", NUMBERED),
    ("rule:numbered-unit", UNIT),
    ("rule:named-works", NAMED_WORKS),
    ("rule:commissariat", COMMISSARIAT),
    ("rule:congress", CONGRESS),
)


def find_institutions(text: str) -> Iterator[Candidate]:
    """Every institution of these forms."""
    for match in LETTERHEAD.finditer(text):
        if NAMED.search(match.group()) and any(sign.isspace() for sign in match.group()):
            yield Candidate(match.start(), match.end(), Label.ORG, "rule:letterhead")
    for by, pattern in PATTERNS:
        for match in pattern.finditer(text):
            yield Candidate(match.start(), match.end(), Label.ORG, by)
    for match in PLACE_AND_HEAD.finditer(text):
        if not SENTENCE_BEFORE.search(text[max(0, match.start() - 12) : match.start()]):
            yield Candidate(match.start(), match.end(), Label.ORG, "rule:place-and-institution")
    if NEXT_OF_LIST.search(text):
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
