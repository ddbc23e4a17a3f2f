"""The pieces that patterns of normative acts are made of: numbers, titles, days."""

from __future__ import annotations

from functools import lru_cache

import regex

from pipelines.entities.act_words import ACT, KIND_OF_ORDER

# `№` and what typewriters, keyboards and recognition put for it.
NUMERO = (
    r"(?:N9(?=\s[0О]\d)|№№?:?|N[°ºo0о]?\.?|N[°º]?N[°º]?|[Nn]os?[.,]?|NO\.|[Nn]umber|Nо\.?|Nr\.?|[Нн]омер(?:ом)?|[Нн]өмір(?:і|лі)?|#"
    r"|(?:[ХX][оo]|N[esе]|Л[еe]|J[VN]s?|УХ)(?=\s?[\dО])|Н[°º]|Л[°º])"
)
FIGURE = r"(?:[0-9OОЗ]|(?<=\d)[IІl](?=\d))"
SECRECY = r"(?:сс|cc|СС|с|ss|SS|s|[sS]h|ш|оп|ОВ|бк|қб|ҚБ|өқ|ӨҚ|құп)"
LETTER_OF_SERIES = r"(?:\p{Lu}{1,2}|нқ|(?![йея])\p{L}|[рклпо]с)"
MARK = rf"(?:\s?-?{SECRECY}|/(?:{SECRECY}|\p{{Ll}}{{1,2}}|\p{{Lu}}{{1,2}}|л/с)|-{LETTER_OF_SERIES})(?![\p{{L}}\d])"
# Secret orders begin with 00, which recognition sets apart: `00 447`.
SPACED = r"(?:0\s?0\s\d{3,4})"
HELD = (
    rf"(?:[ПP]\s?-?|G[O]?KO-|Г[О]?КО-)?(?=[\dOОЗ]*\d)(?:{SPACED}|{FIGURE}{{1,7}})(?:(?:[-‐‑–/]|\s?/\s?)\d{{1,6}}|\s[-–]\s?\d{{1,4}}(?=(?:сс|с)(?!\p{{L}}))){{0,3}}(?:-[XVIХІ]{{1,5}}"
    rf"|-Ф?К?З|[а-в](?!\p{{L}}))?(?:{MARK})?(?![\d])"
)
NUMBER = rf"(?P<numero>{NUMERO})\s{{0,2}}(?P<n>{HELD})"
# A number that says what it is without №: the NKVD's secret orders begin with 00.
ZEROED = rf"(?P<n>0\d{{3,6}}(?:/\d{{2,6}})*(?:{MARK})?)(?!\d|[.,/]\d)"
WORD = r"(?:[\p{L}\d(«][\p{L}\d().«»/’'–-]*,?)"
NOT_SENTENCE_END = r"(?<!\p{L}{4}\.)"
LETTER_BEFORE = r"(?<![\p{L}\d])"

# A number in a case of Kazakh: `№ 00447-ге сәйкес`.
NUMBER_ENDING = r"(?:-(?:г[еа]|қа|ке|ға|[нтд](?:ы|і|ың|ің)|[тд](?:а|е|ан|ен)|[мбп]ен|ш[іы])(?!\p{L}))?"
# Titles: told by how they begin in Russian and English, and how they end in Kazakh.
INSIDE = r"[^«»\n]{3,300}(?:«[^«»\n]{1,120}»[^«»\n]{0,160})?"
ABOUT_KK = r"(?:туралы|жөнінде|жайлы|жайында|тәртібі|хақында|турасында)"
TITLE_KK = (
    rf"(?:«{INSIDE}(?<={ABOUT_KK})»|”[^“”\n]{{3,300}}{ABOUT_KK}”|«{INSIDE}»\s(?:туралы|жөніндегі)|“[^“”\n]{{3,300}}{ABOUT_KK}”"
    rf"|[“\"][^“”\"\n]{{3,200}}[”\"]\s(?:туралы|жөніндегі)"
    rf"|\"[^\"\n]{{3,300}}{ABOUT_KK}\""
    rf"|„[^„“”\n]{{3,300}}{ABOUT_KK}[“”]|''[^'\n]{{3,300}}{ABOUT_KK}''"
    rf"|[«“\"][^«»“”„\"\n]{{3,300}}{ABOUT_KK}[»”“\"])"
)
TITLE = (
    rf"(?:«[Оо]бо?\s{INSIDE}»|«[Оо]\s{INSIDE}»|[“\"„][Оо]б?о?\s[^“”\"\n]{{3,300}}[”\"“]|[“\"«](?:[Oo]n|About|Concerning"
    rf"|Regarding)\s[^“”\"«»\n]{{3,300}}[”\"»“])"
)
QUOTED = rf"(?:«{INSIDE}»|“[^“”\n]{{8,300}}”|\"[^\"\n]{{8,300}}\")"

# Days, as acts are cited by them.
DAY_MONTH_YEAR = (
    r"(?:_?\d{1,2}\.\s?(?:\d{1,2}|[IVXХІ]{1,4})\.\s?\d{2,4}(?:_|\._)?(?:\s?г(?:ода|\.))?"
    r"|\d{1,2}\s?[/–-]\s?[IVXХІ]{1,4}(?:\s?[-–—/.]\s?|\s)(?:1?9?\d\d)(?:\s?г(?:ода|\.))?"
    r"|\d{1,2}[/-]\d{1,2}[-–—/.\s]\s?(?:19)?\d\d(?:\s?г(?:ода|\.))?"
    r"|«?\d{1,2}»?(?:-го)?(?:[/-]\d{1,2})?\s\p{L}{3,9}\s\d{4}(?:\s?г(?:ода|\.))?)"
)
MONTH_RU = r"(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
MONTH_KK = r"(?:қаңтар|ақпан|наурыз|сәу[іi]р|мамыр|маусым|ш[іi]лде|тамыз|қыркүйе[кг]|қазан|қараша|желтоқсан)"
YEAR_KK = r"\d{4}\s?-?\s?(?:жыл(?:ғы|ы|дың)|ж\.)"
DAY_KK = r"\d{1,2}(?:\s?[-–/]\s?\d{1,2})?"
# `1932 жылғы 7 тамыздағы`, and without its ending right before the act: `7 тамыз заңы`.
OF_MONTH_KK = rf"(?:{MONTH_KK}\p{{Ll}}{{0,7}}(?:ғы|г[іi])|{MONTH_KK}\s(?:айындағы|күнгі))"
DATE_KK = (
    rf"(?:{YEAR_KK}\s{DAY_KK}[-\s]{OF_MONTH_KK}"
    rf"|\d{{4}}\s?-?\s?жыл(?:ғы|дың)\s{OF_MONTH_KK}"
    rf"|\d{{4}}\s?-?\s?(?:жылғы|ж\.)(?!\s\d|\s{MONTH_KK})"
    rf"|{YEAR_KK}\s{MONTH_KK}\p{{Ll}}{{0,4}}(?:ның|нің|дың|дің|тың|тің)\s\d{{1,2}}\s?-?\s?с?[іы]нд(?:ағы|егі)"
    rf"|{DAY_KK}\s{OF_MONTH_KK}\s\d{{4}}\s?(?:жылғы|ж\.)"
    r"|\d{1,2}\.\d{1,2}\.\d{2,4}\s?(?:ж\.|жыл(?:ғы|дың))?(?!\d))"
)
MONTH_ALONE_KK = rf"(?:{YEAR_KK}\s)?(?:{DAY_KK}[-\s])?{MONTH_KK}"
MONTH_EN = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
DAY_EN = (
    rf"(?:{MONTH_EN}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?(?:\sof)?\s{MONTH_EN},?\s\d{{4}}"
    r"|\d{1,2}\.\d{1,2}\.\d{4})"
)

# What stands just before № and has its own number, and verbs: then the number is not the act's.
NUMBERED_THING = regex.compile(
    r"(?<!по\s)(?<!\p{L})(?i:завод|фабрик|лаг(?:ер|пункт|отдел)|колони|тюрьм|ПФЛ|ИТЛ|ЛО|ИТК|ОЛП|отделени|отдел|дел[оауе]|школ"
    r"|част[ьия]|полк|протокол|хаттама|protocol"
    r"|дивизи|бригад|шахт|камер|форм|п/я|строительств|поселк|бюллетен|газет|журнал|мандат|удостоверени|справк|анкет"
    r"|дом|здани|барак|квартир|корпус|вагон|эшелон|столов|магазин|склад|артел|колхоз|совхоз|аул|комендатур|батальон"
    r"|рот[аыеу]|трест|рудник|карьер|пос[её]л|детсад|интернат|ясл|лист|билет|ордер(?!ж)|наряд|приложени|экземпляр"
    r"|пункт|тюрпод|спецпосел|участ|больниц|госпитал|детдом"
    r"|journal|review|vol|camp|plant|factory|case|file|prison|school|form|зауыт|фабрика|лагер|мектеп|түрме|колхоз|шахта|ауыл|іс)\p{Ll}*"
    r"(?:\s\p{Ll}{4,}ского)?\s{0,2}\(?$"
)
PREDICATE = regex.compile(
    r"\p{Ll}(?:ено|ано|ято)(?!\p{L})|\p{L}(?:лся|лась|лось|лись|ется|ются|ится|ятся|ался)(?!\p{L})|\s(?:was|were|is|are|had|has|that|which)\s"
)
HAPPENED = regex.compile(
    r"\p{L}(?:лся|лась|лось|лись|ется|ются|ится|ятся|ано|ено|яли|или|ила|ил|ал|ала|ать|ить)(?!\p{L})"
)
LAWGIVER = regex.compile(
    r"ЦИК|СНК|Совет|ЦК|ГКО|ГОКО|Политбюро|Президиум|[Пп]равительств|Совмин|Комиссар|РСФСР|КазССР|РВС|ВСНХ"
    r"|наркома|НКВД(?!\sи)|ВКП|РКП|[Кк]рай[ко]|[Оо]бком|[Пп]ленум|съезд|[Бб]юро|исполком|МВД|ОГПУ|Наркомат|НКЮ"
)
# Sentences on single people are no acts of law: `постановление НКВД и Прокурора СССР от …`.
VERDICT = regex.compile(r"Прокур|[Оо]собой\sкомисс|[Тт]ройк|[Кк]оллеги|[Сс]уд(?!ьб)|ОСО|[Сс]овещани|трибунал|следоват")
# Collections of acts, whose numbers are issues: `Собрание законов СССР, № 16`.
COLLECTION = regex.compile(
    r"(?i:сборник\p{Ll}*|собрани\p{Ll}{1,2}|собр\.|свод\p{Ll}?|вестник\p{Ll}*|ведомост\p{Ll}+"
    r"|(?:collections?|collected|compilation|digest|bulletin|code)(?:\sof(?:\sthe)?)?(?:\s(?:laws|orders|decrees)\sand(?:\sthe)?)?)\s$"
)
SENTENCE_END = regex.compile(r"[.!?…]\s(?=\p{Lu}|[«“\"])|\n")
ANY_ACT = regex.compile(rf"{LETTER_BEFORE}{ACT}")
START_OF_ACT = regex.compile(rf"{LETTER_BEFORE}(?=(?:{KIND_OF_ORDER})?{ACT})")


@lru_cache(maxsize=2)
def starts_of_acts(text: str) -> tuple[int, ...]:
    """Where in a text a word for an act begins, or what kind of act it is; many rules ask the same of one text."""
    return tuple(found.start() for found in START_OF_ACT.finditer(text))
