"""The pieces that patterns of normative acts are made of: numbers, titles, days."""

from __future__ import annotations

from functools import lru_cache

import regex

from pipelines.entities.act_words import ACT, BORROWED_ACT, KAZAKH_ACT, KIND_OF_ORDER

# `№` and what typewriters, keyboards and recognition put for it.
NUMERO = (
    r"(?:N9(?=\s[0О]\d)|№№?[:.]?|N[°ºo0о]?\.?|N[°º]?N[°º]?|n[°º]|[Nn]os?[.,]?|NO\.|[Nn]umber|Nо\.?|Nr\.?|[Нн]омер(?:ом)?|[Нн][өо]м[іе]р(?:і|лі)?|#"
    r"|(?:[ХX][оo]|N[esе]|Л[еe]|J[VN]s?|УХ)(?=\s?[\dО])|Н[°º]|Л[°º])"
)
FIGURE = r"(?:[0-9OОЗ]|(?<=\d)[IІl](?=\d))"
SECRECY = r"(?:сс|cc|СС|с|ss|SS|s|[sS]h|ш|оп|ОВ|бк|қб|ҚБ|өқ|ӨҚ|құп)"
LETTER_OF_SERIES = r"(?:\p{Lu}{1,4}|нқ|(?![йея])\p{L}|[рклпо]с)"
# Orders about staff: `№ 105 л/с`, `№ 105-ж/қ`.
OF_STAFF = r"(?:л/с|ж/қ|ж/к|ө/қ)"
# Letters typed right behind the figures are of the number; what stands there by a slip is a word of its own.
GLUED = r"(?!от|и|об|по|на|за|в|к|ж|г|of|and|мен|пен)\p{Ll}{1,3}"
MARK = (
    rf"(?:\s?-?{SECRECY}|/(?:{SECRECY}|\p{{Ll}}{{1,2}}|\p{{Lu}}{{1,2}}|{OF_STAFF})|[\s-]?{OF_STAFF}|-{LETTER_OF_SERIES}|{GLUED})"
    r"(?![\p{L}\d])"
)
# Secret orders begin with 00, which recognition sets apart: `00 447`.
SPACED = r"(?:0\s?0\s?\d{3,4})"
HELD = (
    rf"(?:[ПP]\s?-?|G[O]?KO-|Г[О]?КО-|\p{{Lu}}{{1,2}}-)?(?=[\dOОЗ]*\d)(?:{SPACED}|{FIGURE}{{1,7}})"
    rf"(?:(?:[-‐‑–—/]|\s?/\s?)\d{{1,6}}|\s(?:[-–—]\s?)?\d{{1,4}}(?=\s?(?:сс|ss)(?!\p{{L}})|с(?!\p{{L}}))){{0,3}}"
    rf"(?:-[XVIХІ]{{1,5}}(?:\s(?:ЗРК|ҚРЗ))?|-Ф?К?З|[а-в](?!\p{{L}}))?(?:{MARK}(?:(?<=[сcs])/\d{{1,4}})?)?(?![\d])"
)
NUMBER = rf"(?P<numero>{NUMERO})\s{{0,2}}(?P<n>{HELD})"
# A number that says what it is without №: the NKVD's secret orders begin with 00.
ZEROED = rf"(?P<n>0\d{{2,6}}(?:/\d{{2,6}})*(?:{MARK})?)(?!\d|[.,/]\d)"
WORD = r"(?:(?:[\p{L}\d(«]|[“\"](?![Nn][o°º]?s?\.?\s))[\p{L}\d().«»“”\"/’'–-]*,?)"
NOT_SENTENCE_END = r"(?<!\p{L}{4}\.)"
LETTER_BEFORE = r"(?<![\p{L}\d])"
# How an act begins: its word, and what kind of act it is.
BEGINNING = rf"{LETTER_BEFORE}(?:{KIND_OF_ORDER})?"
AN_ACT = rf"{BEGINNING}(?P<act>{ACT})"
OF_KAZAKH = regex.compile(r"[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")

# What an act of a row is about, or how secret it was: `00485 (поляк)`.
GLOSS = r"(?:\s?\([^()\n]{2,40}\))?"
# Words that say in Kazakh that a number numbers: `санды қаулы`, `қаулы 5/128 санымен`.
NUMBERED_KK = r"(?:н[өо]м[іе]рл[іi]|н[өо]м[іе]рмен|санды(?!қ)|сандағы)"
BY_NUMBER_KK = r"(?:санымен|н[өо]м[іе]р[іi]?мен)"
# A number in a case of Kazakh: `№ 00447-ге сәйкес`.
ORDINAL_KK = r"(?:(?:[іы]н)?ш[іы])"
NUMBER_ENDING = (
    rf"(?:-(?:г[еа]|қа|ке|ға|[нтд](?:ы|і|ың|ің)|[тд](?:а|е|ан|ен)|[мбп]ен|[нтд][ае](?:ғы|гі)|{ORDINAL_KK}"
    r"|с[іы](?:н|н[еа]|н[іы]ң)?)(?!\p{L}))?"
)
# Titles: told by how they begin in Russian and English, and how they end in Kazakh.
INSIDE = r"[^«»]{3,300}(?:«[^«»]{1,120}»[^«»]{0,160})?"
ABOUT_KK = r"(?:туралы|жөнінде|жайлы|жайында|тәртібі|хақында|турасында)"
TITLE_KK = (
    rf"(?:«{INSIDE}(?<={ABOUT_KK}\.?)»|”[^“”]{{3,300}}{ABOUT_KK}”|«{INSIDE}»\s(?:туралы|жөніндегі)|“[^“”]{{3,300}}{ABOUT_KK}[.,]?”"
    rf"|[“\"][^“”\"\n]{{3,200}}[”\"]\s(?:туралы|жөніндегі)"
    rf"|\"[^\"]{{3,300}}{ABOUT_KK}[.,]?\""
    rf"|„[^„“”]{{3,300}}{ABOUT_KK}[“”]|'[^'\n]{{3,300}}{ABOUT_KK}'(?!')|''[^'\n]{{3,300}}{ABOUT_KK}''"
    rf"|‘[^‘’\n]{{3,300}}{ABOUT_KK}’|[«“\"][^«»“”„\"\n]{{3,300}}{ABOUT_KK}[»”“\"])"
)
TITLE = (
    rf"(?:«[Оо]бо?\s{INSIDE}»|«[Оо]\s{INSIDE}»|[“\"„][Оо]б?о?\s[^“”\"]{{3,300}}[”\"“]|'[Оо]б?о?\s[^'\n]{{3,300}}'|[“\"«](?:[Oo]n|About|Concerning"
    rf"|Regarding)\s[^“”\"«»]{{3,300}}[”\"»“]|[‘'](?:[Oo]n|About|Concerning)\s(?:[^‘’'\n]|['’]\p{{L}}){{3,300}}[’'](?!\p{{L}}))"
)
QUOTED = rf"(?:«{INSIDE}»|“[^“”]{{8,300}}”|\"[^\"\n]{{8,300}}\")"

# Days, as acts are cited by them.
OF_YEAR = r"(?:\s?г(?:ода|\.|(?!\p{L})))?"
DAY_MONTH_YEAR = (
    rf"(?:_?\d{{1,2}}[.,]\s?(?:\d{{1,2}}|[IVXХІ]{{1,4}})[.,]\s?\d{{2,4}}(?:_|\._)?{OF_YEAR}"
    rf"|\d{{1,2}}\s?[/–-]\s?[IVXХІ]{{1,4}}(?:\s?[-–—/.]\s?|\s)(?:1?9?\d\d){OF_YEAR}"
    rf"|\d{{1,2}}[/-]\d{{1,2}}[-–—/.\s]\s?(?:19)?\d\d{OF_YEAR}"
    r"|«?\d{1,2}»?(?:-го)?(?:[/-]\d{1,2})?\s\p{L}{3,9}\.?(?:\s\(\d{1,2}\s\p{L}{3,9}\))?\s"
    rf"(?:\d{{4}}{OF_YEAR}|\d\d\s?г(?:\.|(?!\p{{L}}))))"
)
MONTH_RU = r"(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
MONTH_KK = (
    r"(?:[қк]а[ңн]тар|а[қк]пан|наурыз|с[әа]у[іиi]р|мамыр|маусым|ш[іиi]лде|тамыз"
    r"|[қк]ырк[үу]йе[кг]|[қк]азан|[қк]араша|желто[қк]сан)"
)
YEAR_KK = r"\d{4}\s?-?\s?(?:жыл(?:[ғг]ы|ы|ды[ңн])|ж\.)"
DAY_KK = r"\d{1,2}(?:\s?[-–/]\s?\d{1,2}|-ш[іы])?"
# `1932 жылғы 7 тамыздағы`, and without its ending right before the act: `7 тамыз заңы`.
OF_MONTH_KK = rf"(?:{MONTH_KK}\p{{Ll}}{{0,7}}(?:[ғг]ы|г[іиi])|{MONTH_KK}\s(?:айындағы|күнгі|күні|күніндегі))"
DATE_KK = (
    rf"(?:{YEAR_KK}\s{DAY_KK}[-\s]{OF_MONTH_KK}"
    rf"|\d{{4}}\s?-?\s?жыл(?:[ғг]ы|ды[ңн])\s{OF_MONTH_KK}"
    rf"|\d{{4}}\s?-?\s?(?:жыл[ғг]ы|ж\.)(?!\s\d|\s{MONTH_KK})"
    rf"|{YEAR_KK}\s{MONTH_KK}\p{{Ll}}{{0,4}}(?:ның|нің|дың|дің|тың|тің)\s\d{{1,2}}\s?-?\s?с?[іы]нд(?:ағы|егі)"
    rf"|{YEAR_KK}\s{MONTH_KK}\sайының\s\d{{1,2}}\s?-?\s?(?:с?[іы]нд(?:ағы|егі)|күнгі)"
    rf"|{DAY_KK}\s(?:{OF_MONTH_KK}|{MONTH_KK})\s\d{{4}}\s?-?\s?(?:жылғы|ж\.)"
    rf"|{YEAR_KK}\s\d{{1,2}}[./](?:\d{{1,2}}|[IVXХІ]{{1,4}})(?!\d)"
    r"|\d{1,2}[./-]\s?(?:\d{1,2}|[IVXХІ]{1,4})[./-]\s?\d{2,4}\s?(?:ж\.|жыл(?:ғы|дың)|-?[дт][ае](?:ғы|гі))?(?!\d))"
)
MONTH_EN = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?!\p{L})\.?)"
)
DAY_EN = (
    rf"(?:{MONTH_EN}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?(?:\sof)?\s{MONTH_EN},?\s\d{{4}}"
    r"|\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d(?!\d)|\d{1,2}\s?[./]\s?[IVX]{1,4}\s?[./-]\s?(?:19)?\d\d(?!\d))"
)

# What stands just before № and has its own number, and verbs: then the number is not the act's.
NUMBERED_THING = regex.compile(
    r"(?<!по\s)(?<!\p{L})(?i:завод|фабрик|лаг(?:ер|пункт|отдел)|колони|тюрьм|ПФЛ|ИТЛ|ЛО|ИТК|ОЛП|отделени|отдел|дел[оауе]|школ"
    r"|част[ьия]|полк|протокол|хаттама|protocol"
    r"|дивизи|бригад|шахт|камер|форм|п/я|строительств|поселк|бюллетен|газет|журнал|мандат|удостоверени|справк|анкет"
    r"|дом|здани|барак|квартир|корпус|вагон|эшелон|столов|магазин|склад|артел|колхоз|совхоз|аул|комендатур|батальон"
    r"|рот[аыеу]|трест|рудник|карьер|пос[её]л|детсад|интернат|ясл|лист|билет|ордер(?!ж)|наряд|приложени|экземпляр"
    r"|пункт|задач|уравнени|теорем|олимпиад|тюрпод|спецпосел|участ|больниц|госпитал|детдом"
    r"|journal|review|vol|camp|plant|factory|case|file|prison|school|form|зауыт|фабрика|лагер|мектеп|түрме|колхоз|шахта|ауыл|іс)\p{Ll}*"
    r"(?:\s\p{Ll}{4,}ского)?\s{0,2}\(?$"
)
PREDICATE = regex.compile(
    r"\p{Ll}(?:ено|ано|ято)(?!\p{L})|\p{L}(?:лся|лась|лось|лись|ется|ются|ится|ятся|ался)(?!\p{L})|\s(?:was|were|is|are|had|has|that|which)\s"
)
HAPPENED = regex.compile(
    r"\p{L}(?:лся|лась|лось|лись|ется|ются|ится|ятся|ано|ено|яли|или|ила|ил|ал|ала|ать|ить)(?!\p{L})"
)
# Who made acts: the state, its commissariats and police, the party, regions; short names are whole words.
LAWGIVERS = (
    r"ЦИК|СНК|Совет|ГКО|ГОКО|Президиум|[Пп]равительств|Совмин|РСФСР|КазССР|РВС|[Рр]еввоенсовет|ВСНХ|съезд|Экономического\sСовещания|ЭКОСО",
    r"Комиссар|[Нн]ародн\p{Ll}{2,3}\sкомиссар|комиссариат|наркома|Наркомат|НКЮ|[Мм]инистерств|НКВД(?!\sи)|МВД|ОГПУ",
    r"ЦК|Политбюро|ВКП|РКП|[Пп]ленум|[Бб]юро|[Оо]ргбюро|[Сс]екретариат",
    r"[Кк]рай[ко]|[Оо]бком|губком|райком|исполком|(?:гор|обл|рай|край)совет",
    r"(?<!\p{L})(?:ПВС|СМ|ВС|СТО|[РВ]ИК[а-я]?|ВЦСПС|НКТ|НКЗ|НКПС|НКИД|СНХ|ГКЧП)(?!\p{L})",
)
LAWGIVER = regex.compile("|".join(LAWGIVERS))
# Who passes sentences, too, among those who make acts; what says that it was one.
POLICE = regex.compile(r"О?ГПУ|НКВД|МВД|МГБ|НКГБ|КГБ|(?<!\p{L})В?ЧК(?!\p{L})")
LOCAL_POLICE = regex.compile(
    r"(?<!\p{L})(?:УНКВД|УНКГБ|УМГБ|УКГБ|УГБ|[А-Я]?П\sО?ГПУ|[Гг]убЧК)|отдел\p{Ll}*\s(?:О?ГПУ|НКВД|МГБ|НКГБ)"
)
AUTHORITY = regex.compile(r"ЦИК|СНК|Совет|ЦК|ГКО|ГОКО|Политбюро|Президиум|Комиссар|НКЮ")
SENTENCED = regex.compile(
    r"(?<!\p{L})(?i:(?:осужд|пригов|заключ|освобожд|лиш|привлеч)[её]на?|(?:расстрел|арестов|высл|сосл|оправд|реабилитиров|помилов)ана?"
    r"|раскулачена?|прекращ[её]но?|пригов[оа]р\p{Ll}*|обвин\p{Ll}*|арест\.?|аресте|дел[оау]|лет|ВМН|ИТЛ|прокур\p{Ll}*|следств\p{Ll}*|следоват\p{Ll}*"
    r"|иска?|суда?|тройк\p{Ll}+|взят[аы]?|под\sстраж\p{Ll}+)(?!\p{L})"
)
LAWGIVER_EN = regex.compile(
    r"Committee|Council|Politburo|Presidium|Soviet(?!\s\p{Ll})|NKVD|OGPU|MVD|MGB|Sovnarkom|SNK|GKO|TsIK|Congress|Plenum"
    r"|[Gg]overnment|President|Republic|Commissar|CPC|CEC|CC(?!\p{L})|USSR"
)
# Sentences on single people are no acts of law: `постановление НКВД и Прокурора СССР от …`.
VERDICT = regex.compile(
    r"Прокур|[Оо]собой\sкомисс|[Тт]ройк|[Кк]оллеги|(?<![Гг]о)[Сс]уд(?!ьб)|ОСО|(?<!кономического\s)[Сс]овещани|трибунал|(?<!\p{L})следоват"
)
VERDICT_EN = regex.compile(
    r"[Tt]roika|[Ii]nvestigat|[Pp]ro(?:cura|secu)tor|[Jj]udge|[Cc]ommandant|OSO|[Ss]pecial\s(?:[CM]|Bo)|[Cc]ourt|[Cc]ollegium"
    r"|[Tt]ribunal|[Cc]onference|[Bb]oard|[Cc]ommission|to\s"
)
# Who passes sentences, said of any act to have made it; boards of the party make none.
SENTENCING = regex.compile(
    r"^\s(?:of|by)\s(?:the\s|an?\s)?(?:[\p{L}-]+\s){0,3}?(?:[Tt]roika|OSO|[Ss]pecial\s(?:Board|Meeting|Conference)|[Cc]ollegium"
    r"|[Tt]ribunal|[Cc]ourt)"
)
# Between an act and its date these make the date another thing's; `on` may follow the word for the act at once.
HAPPENED_EN = regex.compile(
    r"(?:^|\s)(?:was|were|is|in|dates|came|went|appeared|adopted|issued|signed|passed|by|that|which)\s|.\son\s"
)
# An `order` that is none of an authority: `the court order of 5 May`, `the order of the day`, `Pay order No. 12`.
OTHER_ORDER = regex.compile(
    r"(?<=(?<!\p{L})(?i:new|old|world|social|religious|court|money|pay|payment|postal|purchase|mail|arrest|search|standing|alphabetical|law\sand)\s)(?i:orders?)(?!\p{L})"
    r"|(?<=(?<!\p{L})(?i:civil|criminal|international|martial|customary|common|labou?r|family)\s)(?i:laws?)(?!\p{L})"
    r"|(?i:orders?)\s(?:of\s(?:the\s(?:day|court)|(?:[Tt]he\s)?(?:arrest|battle|magnitude|business|merit|things))|for\s(?:the\s|his\s|her\s)?arrest)(?!\p{L})"
)
# `the 1938 law student`: what only the science of law has.
NO_LAW = r"\s(?:students?|schools?|facult(?:y|ies)|degrees?|professors?|firms?|lectures?|graduates?)(?!\p{L})"
# Collections of acts, whose numbers are issues: `Собрание законов СССР, № 16`.
COLLECTION = regex.compile(
    r"(?i:сборник\p{Ll}*|собрани\p{Ll}{1,2}|собр\.|свод\p{Ll}?|вестник\p{Ll}*|ведомост\p{Ll}+"
    r"|(?:collections?|collected|compilation|digest|bulletin|code)(?:\sof(?:\sthe)?)?(?:\s(?:laws|orders|decrees)\sand(?:\sthe)?)?)\s$"
)
# Where acts were printed: the number behind it is an issue's.
PRINTED = regex.compile(
    r"(?<!\p{L})(?:СЗ|СУ|СП|СУР|Известия\p{Ll}?|Правд[аеы]|[Гг]азет\p{Ll}+|[Жж]урнал\p{Ll}*|Ведомост\p{Ll}+|Вестник\p{Ll}*|Бюллетен\p{Ll}+"
    r"|[Сс]обр(?:ани\p{Ll}|\.)|[Сс]борник\p{Ll}*|[Сс]вод\p{Ll}?|Izvestiia|Izvestiya|Pravda|Bulletin|Collection)(?!\p{L})|//"
)
SENTENCE_END = regex.compile(r"[.!?…]\s(?=\p{Lu}|[«“\"])|\n")
ANY_ACT = regex.compile(rf"{LETTER_BEFORE}{ACT}")
START_OF_ACT = regex.compile(rf"{LETTER_BEFORE}(?=(?:{KIND_OF_ORDER})?{ACT})")


@lru_cache(maxsize=2)
def starts_of_acts(text: str) -> tuple[int, ...]:
    """Where in a text a word for an act begins, or what kind of act it is; many rules ask the same of one text."""
    return tuple(found.start() for found in START_OF_ACT.finditer(text))


@lru_cache(maxsize=2)
def starts_before_kazakh_acts(text: str) -> tuple[int, ...]:
    """Where in a text with a word for an act that may be Kazakh a number or a day begins, which go before it."""
    if not any(MAYBE_KAZAKH.match(text, start) for start in starts_of_acts(text)):
        return ()
    return tuple(found.start() for found in START_OF_NUMBER.finditer(text))


MAYBE_KAZAKH = regex.compile(rf"(?:{KIND_OF_ORDER})?(?:{KAZAKH_ACT.pattern}|{BORROWED_ACT})")
START_OF_NUMBER = regex.compile(rf"{LETTER_BEFORE}[№#\dNnНнХXЛJУПPГGOО]")
