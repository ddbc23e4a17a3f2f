"""Grammar of CAMP: camps of the GULAG and GUPVI by the lexicon, by their -лаг, by a name or number with `лагерь`."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from document import Label
from models.lexicon import Lexicon
from pipelines.entities.camp_names import lexicon_camp, named
from pipelines.entities.candidate import Candidate, Rule
from pipelines.entities.rule import Found, Match, longest, rule

NUMERO = r"(?:№|N[°ºo0о]?\.?|No\.?|Nо\.?)"
NUMBER = rf"\s?{NUMERO}\s?\d{{1,5}}"
ENDING = r"(?:ом|ами|ах|ам|ов|а|у|е|ы)?"
KK_ENDING = (
    r"-?(?:тың|тің|дың|дің|ның|нің|қа|ке|ға|ге|та|те|да|де|тан|тен|дан|ден|пен|бен|мен|ты|ті|ды|ді|ы|ында"
    r"|ына|ынан|ының|ын|тағы|дағы)\p{Ll}{0,4}"
)

# A unit may be named together with its camp: `ЛО № 3 Степлага`, `15-го лагерного отделения Карлага`.
OF_CAMP = r"(?:\s\p{Lu}[\p{L}-]+(?:лага|(?:ского|ного|вого|него)\s(?:лагеря|ИТЛ|ПФЛ)))"
# The administration over it: `Управления исправительно-трудовых лагерей и колоний УВД по Московской области`.
OF_ADMINISTRATION = (
    r"(?:\sУправления\sисправительно-трудовых\sлагерей\sи\sколоний(?:\s(?:Управления\s)?(?:УВД|УМВД|МВД|УНКВД|НКВД))?"
    r"(?:\sпо\s\p{Lu}[\p{L}-]+\s(?:области|краю|АССР|ССР)|\s\p{Lu}[\p{L}-]+\s(?:области|края|АССР|ССР))?)"
)
# Camps of other states and general words that also end in -лаг.
NOT_CAMPS = frozenset(
    [
        "гулаг",
        "концлаг",
        "спецлаг",
        "шталаг",
        "дулаг",
        "офлаг",
        "архипелаг",
        "gulag",
        "stalag",
        "dulag",
        "oflag",
        "konzlag",
        "verlag",
        "flag",
        "особлаг",
        "лаг",
    ]
)
# Short names in capitals that other words could share; only in capitals do they name camps.
CAPITALS = regex.compile(
    r"АЛЖИР|А\.Л\.Ж\.И\.Р\.?|A\.L\.Zh\.I\.R\.?|СЛОН|УСЛОН|СЛАГ|УСЕВЛОН|СЕВЛОН|СВИТЛ|УСВИТЛ|СКМИТЛ|ББЛ|УПИТЛ|КАЗУЛОН|ALZHIR|SLON|USLON|SVITL"
)


@rule(
    Label.CAMP,
    rf"(?<![\p{{L}}\d])(?P<stem>\p{{Lu}}[\p{{L}}-]{{2,24}}?(?i:лаг|lag))(?:{KK_ENDING}|{ENDING})(?!\p{{L}})",
)
def short_name(match: Match, lexicon: Lexicon) -> Found | None:
    """`Карлаг`, `Степлагтың`, `Норильлаге`, `ТЕМЛАГ-қа`, `Norillag`."""
    if match["stem"].casefold() in NOT_CAMPS:
        return None
    return named(
        match.start(), match.end(), match["stem"].capitalize() if match["stem"].isupper() else match["stem"], lexicon
    )


@rule(Label.CAMP, rf"(?<![\p{{L}}\d])(?P<stem>{CAPITALS.pattern})(?:{KK_ENDING}|{ENDING})(?!\p{{L}})")
def capitals(match: Match, lexicon: Lexicon) -> Found | None:
    """`АЛЖИР`, `АЛЖИРа`, `СЛОН`."""
    return named(match.start(), match.end(), match["stem"], lexicon)


ADJECTIVE = r"(?:\d{1,2}-?[оыийгяеа]{1,3}\s)?\p{Lu}[\p{L}-]+[сц]к(?:ий|ого|ому|им|ом|ое|ие|их)"
OBJECT_NEUTER = r"(?:ЛО|лагерн\p{L}{2,3}\sотделени[еяюим]{1,2}|лаготделени[еяюим]{1,2}|ОЛП|лагпункт\p{L}{0,2})"
KIND = (
    r"(?:(?:(?:особ\p{L}{2,3}|специальн\p{L}{2,3}|железнодорожн\p{L}{2,3}"
    r"|исправительно[-\s]трудов\p{L}{2,3}|проверочно[-\s]фильтрационн\p{L}{2,3}"
    r"|транзитно[-\s]пересыльн\p{L}{2,3}"
    r"|фильтрационн\p{L}{2,3}|женск\p{L}{2,3}|сельскохозяйственн\p{L}{2,3})\s){0,2}(?:ИТЛ|ПФЛ|ИТК|лагер"
    r"(?:ь|я|ю|ем|е|ей|и|ям|ях)|" + OBJECT_NEUTER + r"|колони[яиюей]{1,2}))(?!\p{L})"
)
# Adjectives of nations and of sorts of camps, which name no single one.
GENERAL = regex.compile(
    r"(?:\d\S*\s)?(?i:совет|герман|немец|фашист|нацист|исправитель|концентрацион|пионер|женск|мужск|детск"
    r"|город|москворец|сибирск(?:ие|их)|"
    r"север(?:ные|ных)|больш|социалист|капиталист|поль|финск|япон|румын|австр|венгер|американ|англий"
    r"|француз|россий|русск|казах)"
)


@rule(
    Label.CAMP,
    rf"(?<![\p{{L}}\d])(?P<name>{ADJECTIVE})\s(?P<kind>{KIND})(?:{NUMBER})?(?:\sДальстроя|{OF_ADMINISTRATION})?",
)
def place_and_kind(match: Match, lexicon: Lexicon) -> Found | None:
    """`Карагандинский ИТЛ`, `Рязанском ПФЛ`, `Феодосийский ПФЛ № 260`, `Степнякского лагерного отделения`."""
    if GENERAL.match(match["name"]) and not regex.search(NUMERO, match[0]):
        return None
    if regex.match(r"колони|.*\sколони", match["kind"]) and not regex.search(NUMERO, match[0]):
        return None
    return named(match.start(), match.end(), match[0], lexicon)


KIND_BY_NUMBER = (
    r"(?:(?:[Оо]соб\p{L}{2,3}\s|[Сс]пец(?:иальн\p{L}{2,3}\s)?|[Пп]роверочно-фильтрационн\p{L}{2,3}\s)?[Лл]агер(?:ь|я|ю|ем|е)"
    r"(?:\sвоеннопленных|\sНКВД|\sМВД|\sУПВИ)?"
    r"|ПФЛ|ИТЛ|ИТК|[Оо]соблаг\p{L}{0,2}|ЛО|ОЛП|[Лл]агерн\p{L}{2,3}\s(?:отделени[еяюим]{1,2}"
    r"|управлени[еяюим]{1,2}|пункт\p{L}{0,2})"
    r"|[Лл]аготделени[еяюим]{1,2}|[Лл]агпункт\p{L}{0,2}|(?:[Ии]справительно-трудов\p{L}{2,3}\s)?[Кк]олони[яиюей]{1,2}"
    r"|(?:[Сс]пец|[Тт]руд)пос[её]л(?:ок|ка|ке|ку|ком|ки|ков|ках))"
)


@rule(Label.CAMP, rf"(?<![\p{{L}}\d])(?:{KIND_BY_NUMBER}{NUMBER}|ИТК-\d{{1,3}}){OF_CAMP}?(?!\d)")
def kind_and_number(match: Match, lexicon: Lexicon) -> Found | None:
    """`ПФЛ № 0329`, `лагеря № 99`, `Особый лагерь № 8`, `ЛО № 3 Степлага`."""
    return named(match.start(), match.end(), match[0], lexicon)


@rule(
    Label.CAMP,
    r"(?<![\p{L}\d])(?P<kind>ИТЛ|ЛО|[Лл]агер(?:ь|я|ю|ем|е))\s(?:(?:при\s|и\s)?(?:[Сс]троительств[аеоу]"
    r"|[Кк]омбинат[ае]?|[Зз]авод[ае]?|[Сс]овхоз[ае]?|СМУ|[Рр]удник[ае]?)\s)?"
    r"(?:при\s)?(?:п/я\s(?:№\s?)?\d{1,5}[\d/-]{0,8}(?:\s\p{Lu}[\p{L}-]+ского\s(?:отделения|лагпункта|ОЛП))?|«[^«»\n]{1,40}»|(?:ГУШОСДОРа\s)?(?:НКВД\s"
    r"|МВД\s)?№\s?\d{1,5}|(?<=троительств\p{L}\s)\d{1,5}(?!\d))",
)
def kind_and_title(match: Match, lexicon: Lexicon) -> Found | None:
    """`ИТЛ «ЕЛ»`, `ИТЛ комбината «Апатит»`, `Лагерь при Строительстве 514`, `лагерь п/я 235/5`."""
    return named(match.start(), match.end(), match[0], lexicon)


@rule(
    Label.CAMP,
    r"(?<![\p{L}\d])(?:[Лл]агер(?:ь|я|ю|ем|е)|ИТЛ|ЛО)\s(?:при\s)?\p{Lu}[\p{L}-]+(?:ского|ом|ного|ового)\s(?:[\p{Ll}-]+\s){0,3}"
    r"(?:управлени[яюи]|комбинат[ае]?|строительств[ае]|рудоуправлени[яи]|завод[ае]|трест[ае]|пароходств[ае])(?!\p{L})",
)
def kind_and_enterprise(match: Match, lexicon: Lexicon) -> Found | None:
    """`Лагерь Янского горнопромышленного управления`."""
    return named(match.start(), match.end(), match[0], lexicon)


@rule(
    Label.CAMP,
    rf"(?<![\p{{L}}\d])(?:\d{{1,2}}-?(?:го|й|е|м|му|ое|ый|ом)\s(?:отдельн\p{{L}}+\s)?{OBJECT_NEUTER}"
    rf"(?!\p{{L}})(?:{OF_CAMP}|{OF_ADMINISTRATION})?"
    rf"|{ADJECTIVE}\sотделени[еяюи]м?{OF_CAMP})(?!\p{{L}})",
)
def unit(match: Match, lexicon: Lexicon) -> Found | None:
    """`15-го лагерного отделения Карлага`, `Акмолинское отделение Карлага`."""
    return named(match.start(), match.end(), match[0], lexicon)


@rule(Label.CAMP, r"(?<![\p{L}\d])(?:Строительств[аеоу]м?\s(?:№\s?)?\d{1,4}|\p{Lu}[\p{L}-]+строй)\sи\sИТЛ(?!\p{L})")
def site_and_camp(match: Match, lexicon: Lexicon) -> Found | None:
    """`Строительства 565 и ИТЛ`, `Карагандажилстрой и ИТЛ`."""
    return named(match.start(), match.end(), match[0], lexicon)


# Words before `лагері` that name no single camp; the last are whole words, the others begin like these.
NATIONS_KK = regex.compile(
    r"(?:Кеңес|КСРО|ІІХК|НКВД|ГУЛАГ|Неміс|Фашист|Герман|Нацист|Сталин|Еңбек|Түзе|Арнайы|Ерекше|Концентр|Қазақстан"
    r"|Сібір|Ресей|Поляк|Жапон|Олар|Осындай|Кейін|Алайда|Әскери|Қатаң|(?:Осы|Бұл|Сол|Ол|Біз|Екі|Үш)(?!\p{L}))"
)
# What may begin a name of two words; any other capital word before the name is its sentence's, not the camp's.
FIRST_OF_TWO = regex.compile(
    r"(?:Оңтүстік|Солтүстік|Шығыс|Батыс|Орталық|Жаңа|Ескі|Үлкен|Кіші|Төменгі|Жоғарғы|Қызыл|Ақ|Қара|Қиыр|Алыс)$"
)
KIND_KK = (
    r"(?:(?:түзету-еңбек|түзеу-еңбек|еңбекпен\sтүзе(?:ту|у)|еңбек-түзе(?:ту|у)|еңбек|арнайы|ерекше|түзеу)\s){0,2}"
    r"(?:лагері|лагерь?лері|ЕТЛ)"
)


@rule(
    Label.CAMP,
    rf"(?<![\p{{L}}\d-])(?<!\p{{Lu}}\.\s?)(?P<name>\p{{Lu}}[\p{{L}}-]+"
    rf"(?:\s\p{{Lu}}[\p{{L}}-]+)?)\s{KIND_KK}(?!лер)(?:-?\p{{Ll}}{{0,8}})(?!\p{{L}})",
)
def kazakh_camp(match: Match, lexicon: Lexicon) -> Found | None:
    """`Қарағанды лагеріне`, `Темников түзету-еңбек лагері`, `Колыма лагерлерінде`."""
    words = match["name"].split()
    if NATIONS_KK.match(words[-1]):
        return None
    start = match.start()
    if len(words) > 1 and not FIRST_OF_TWO.match(words[0]):
        start += len(words[0]) + 1
    return named(start, match.end(), match.string[start : match.end()], lexicon)


@rule(Label.CAMP, rf"[«“\"]\p{{Lu}}[^«»“”\"\n]{{2,40}}[»”\"]\s{KIND_KK}\p{{Ll}}{{0,6}}(?!\p{{L}})")
def kazakh_quoted_camp(match: Match, lexicon: Lexicon) -> Found | None:
    """`«АЛЖИР» лагерінде`: quotation marks inside a longer name."""
    return named(match.start(), match.end(), match[0], lexicon)


@rule(
    Label.CAMP,
    r"(?<![\p{L}\d-])(?:[Аа]кмолинск(?:ий|ого|ому|им|ом)\sлагер(?:ь|я|ю|ем|е)\s(?:для\s)?ж[её]н\s[«\"]?изменников"
    r"(?:\s[Рр]одины)?[»\"]?|(?:Akmolinsk|Akmola|Aqmola)\s(?:[Ll]abou?r\s|[Pp]rison\s)?[Cc]amp\s(?:of|for)\s(?:the\s)?[Ww]ives\s"
    r"of\s(?:the\s)?(?:“|\")?[Tt]raitors(?:\s(?:to|of)\s(?:the\s)?(?:Motherland|Homeland|Fatherland))?(?:”|\")?"
    r"|(?:Отан\p{Ll}*\sсат\p{Ll}+\sәйел\p{Ll}+\s)(?:арналған\s)?Ақмола\s(?:түзету-еңбек\s)?лагері\p{Ll}{0,4})",
)
def camp_of_wives(match: Match, lexicon: Lexicon) -> Found | None:
    """`Акмолинский лагерь жён «изменников Родины»`, `Akmola camp for the wives of traitors to the Motherland`."""
    return named(match.start(), match.end(), "АЛЖИР", lexicon)


@rule(Label.CAMP, r"(?<![\p{L}\d])№\s?\d{1,4}\s(?:арнайы\s|ерекше\s)?лагер(?:ь|і)\p{Ll}{0,5}(?!\p{L})")
def kazakh_number_and_camp(match: Match, lexicon: Lexicon) -> Found | None:
    """`№ 99 лагерьде`, `№ 4 арнайы лагерінде`."""
    return named(match.start(), match.end(), match[0], lexicon)


NATIONS_EN = regex.compile(
    r"(?:[A-Z]\p{L}+(?:ish|ch|ese|[^r]ian)|The|This|That|Each|Soviet|Nazi|German|Stalinist|Labou?r"
    r"|Concentration|Gulag|GULAG|NKVD|Corrective"
    r"|Prison|Special|Summer|Polish|Finnish|Japanese|In|At|From|Forced|Internment|Transit|Women|Training|Siberian|Northern"
    r"|Southern|Eastern|Western|Another|His|Her|Their|Our|Base|Death|Refugee|Children|Boy|Army|Work|Penal|Filtration|Stalin"
    r"|Auschwitz|Dachau|Buchenwald|Mauthausen|Sachsenhausen|Treblinka|Majdanek|Sobibor|Belzec|Theresienstadt|Ravensbr\p{L}+"
    r"|Russian|USSR|Kazakhstan|Far|Remote|Main|First|Second|Third|One|No|Any|Every|Such|Both)$"
)
# Places whose camps are spoken of as one.
CAMPS_OF = (
    r"(?:Kolyma|Solov(?:ki|etsk[iy]{1,2})|Vorkuta|Norilsk|Karaganda|Pechora|Magadan|Mordovian?|Ukhta|Kotlas|Temnikov"
    r"|Inta)"
)


@rule(
    Label.CAMP,
    r"(?<![\p{L}\d-])(?P<name>[A-Z][a-z]+(?:-[A-Z][a-z]+)?)\s(?:(?:[Cc]orrective[-\s][Ll]abou?r|[Ss]pecial"
    r"|[Tt]ransit|[Ll]abou?r|[Ff]iltration|[Ss]pecial\s[Pp]urpose|[Pp]rison|[Cc]oncentration"
    r"|[Cc]orrectional\s[Ll]abou?r|[Ff]orced[-\s][Ll]abou?r|[Pp]risoner-of-war|POW|[Ww]omen['’]s)\s)?"
    r"(?P<kind>[Cc]amp|ITL)(?![a-z])(?:\s(?:department|division|section|point)(?!\p{L})|\sNo\.?\s?\d{1,4})?",
)
def english_camp(match: Match, lexicon: Lexicon) -> Found | None:
    """`Karaganda camp`, `Karaganda Corrective Labour Camp`."""
    if NATIONS_EN.match(match["name"]):
        return None
    return named(match.start(), match.end(), match[0], lexicon)


@rule(Label.CAMP, rf"(?<![\p{{L}}\d-]){CAMPS_OF}\s(?:[Ll]abou?r\s|[Ss]pecial\s)?[Cc]amps(?!\p{{L}})")
def english_camps(match: Match, lexicon: Lexicon) -> Found | None:
    """`Kolyma camps`: all camps of a place under its name."""
    return named(match.start(), match.end(), match[0], lexicon)


@rule(Label.CAMP, r"(?<![\p{L}\d-])(?:Special\s)?[Cc]amp\s(?:No\.?|№|N[o°º])\s?\d{1,4}")
def english_number(match: Match, lexicon: Lexicon) -> Found | None:
    """`Special Camp No. 4`, `camp No. 99`."""
    return named(match.start(), match.end(), match[0], lexicon)


RULES: tuple[Rule, ...] = (
    lexicon_camp,
    short_name,
    capitals,
    place_and_kind,
    kind_and_title,
    kind_and_number,
    kind_and_enterprise,
    unit,
    site_and_camp,
    kazakh_camp,
    kazakh_quoted_camp,
    kazakh_number_and_camp,
    camp_of_wives,
    english_camp,
    english_camps,
    english_number,
)


def find(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find camps, the longest reading of each."""
    yield from longest(one for read in RULES for one in read(text, lexicon))
