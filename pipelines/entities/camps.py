"""Grammar of CAMP: camps of the GULAG and GUPVI by the lexicon, by their -лаг, by a name or number with `лагерь`."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from document import Label
from models.lexicon import Lexicon
from pipelines.entities import camp_sections, english_camps, kazakh_camps
from pipelines.entities.camp_names import KEEPERS, lexicon_camp, named
from pipelines.entities.candidate import Candidate, Rule
from pipelines.entities.holiday_camps import for_holidays
from pipelines.entities.rule import Found, Match, longest, rule

NUMERO = r"(?:№|N[°ºo0о]?\.?|No\.?|Nо\.?)"
NUMBER = rf"\s?{NUMERO}\s?\d{{1,5}}(?:/\d{{1,3}})?"
ENDING = r"(?:ом|ами|ах|ам|ов|а|у|е|ы)?"
KK_ENDING = (
    r"-?(?:тың|тің|дың|дің|ның|нің|қа|ке|ға|ге|та|те|да|де|тан|тен|дан|ден|пен|бен|мен|ты|ті|ды|ді|ы|ында"
    r"|ына|ынан|ының|ын|тағы|дағы|ка|га)\p{Ll}{0,4}"
)

# A unit may be named together with its camp: `ЛО № 3 Степлага`, `15-го лагерного отделения Карлага`.
OF_CAMP = (
    r"(?:\s\p{Lu}[\p{L}-]+(?:лага|(?:ского|ного|вого|него)\s(?:лагеря|ИТЛ|ПФЛ))"
    r"|(?:\sУправления)?\sлагеря\s(?:НКВД\s|МВД\s)?№\s?\d{1,4}(?!\d))"
)
# Who kept it, behind the name: `Тайшетский ИТЛ ГУЛЖДС`, `Карагандинского ИТЛ НКВД СССР`.
KEEPER = rf"(?P<keeper>\s(?:{KEEPERS}|Специального\sглавного\sуправления\s\p{{Lu}}\p{{L}}+)(?!\p{{L}}|\sдля))"
# The administration over it: `Управления исправительно-трудовых лагерей и колоний УВД по Московской области`.
OF_ADMINISTRATION = (
    r"(?:\sУправления\sисправительно-трудовых\sлагерей\sи\sколоний(?:\s(?:Управления\s)?(?:УВД|УМВД|МВД|УНКВД|НКВД))?"
    r"(?:\sпо\s\p{Lu}[\p{L}-]+\s(?:области|краю|АССР|ССР)|\s\p{Lu}[\p{L}-]+\s(?:области|края|АССР|ССР))?)"
)
# Camps of other states and general words that also end in -лаг.
NOT_CAMPS = frozenset(
    [
        "гулаг",
        "главлаг",
        "пионерлаг",
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
    r"АЛЖИР|А\.Л\.Ж\.И\.Р\.?|A\.\s?L\.\s?Z[Hh]\.\s?I\.\s?R\.?|ALJ[IY]R|СЛОН|УСЛОН|СЛАГ|УСЕВЛОН|СЕВЛОН|СВИТЛ|УСВИТЛ|СКМИТЛ|ББЛ|УПИТЛ|К[Аа][Зз]УЛОН|СИБУЛОН|С[Аа][Зз]УЛОН|Казулон|Сазулон|A[Ll][Zz][Hh][Ii][Rr]|SLON|USLON|SVITL"
)


@rule(
    Label.CAMP,
    rf"(?<![\p{{L}}\d])(?P<stem>\p{{Lu}}[\p{{L}}-]{{1,24}}?(?i:лаг|lag))(?:{KK_ENDING}|{ENDING})(?!\p{{L}})",
)
def short_name(match: Match, lexicon: Lexicon) -> Found | None:
    """`Карлаг`, `Степлагтың`, `Норильлаге`, `ТЕМЛАГ-қа`, `Norillag`."""
    if match["stem"].casefold() in NOT_CAMPS or (len(match["stem"]) <= SHORTEST and not lexicon.camp(match["stem"])):
        return None
    return named(
        match.start(), match.end(), match["stem"].capitalize() if match["stem"].isupper() else match["stem"], lexicon
    )


# Letters of a name that must be known: `Омлаг`, `Южлаг`.
SHORTEST = 5


@rule(Label.CAMP, rf"(?<![\p{{L}}\d])(?P<stem>{CAPITALS.pattern})(?:{KK_ENDING}|{ENDING})(?!\p{{L}})")
def capitals(match: Match, lexicon: Lexicon) -> Found | None:
    """`АЛЖИР`, `АЛЖИРа`, `СЛОН`."""
    return named(match.start(), match.end(), match["stem"], lexicon)


# Whose wives they were, in Kazakh: `Отан сатқындары әйелдерінің`.
OF_WIVES_KK = (
    r"(?:[Оо]тан\p{Ll}*\s(?:сат\p{Ll}+|опасы\p{Ll}+(?:\s(?:жаса|ет)\p{Ll}+)?)\s(?:әйел|жұбай)\p{Ll}+\s(?:арналған\s)?)"
)
LABOUR_KK = r"(?:(?:түзету-еңбек|еңбекпен\sтүзе(?:у|ту)|арнайы|әйелдер)\s)"
# `3-го`, `третьего`.
WHICH = (
    r"(?:\d{1,2}-?(?:го|й|е|м|му|ое|ый|ом)|(?:[Пп]ерв|[Вв]тор|[Тт]рет|[Чч]етв[её]рт|[Пп]ят|[Шш]ест|[Сс]едьм|[Вв]осьм|[Дд]евят"
    r"|[Дд]есят)(?:ого|ому|ом|ое|ой|ый|ье|ьего|ьему|ьем))"
)
ADJECTIVE = (
    r"(?:\d{1,2}-?[оыийгяеа]{1,3}\s)?\p{Lu}[\p{L}-]{1,40}[сц]к"
    r"(?:ий|ого|ому|им|ом|ое|ие|их|ой(?=\s(?:лагерь|ИТЛ|ПФЛ)(?!\p{L})))"
)
OBJECT_NEUTER = (
    r"(?:ЛО|лагерн\p{L}{2,3}\sотделени[еяюим]{1,2}|(?:лаг|спец)отделени[еяюим]{1,2}|ОЛП(?:-?(?:а|е|у|ом))?"
    r"|лагпункт\p{L}{0,2})"
)
PRISONERS_OF_WAR = r"(?:\s(?:для\s)?военнопленных(?=\s?№))"
KIND = (
    r"(?:(?:(?:особ\p{L}{2,3}|специальн\p{L}{2,3}|железнодорожн\p{L}{2,3}"
    r"|исправительно[-\s]трудов\p{L}{2,3}|проверочно[-\s]фильтрационн\p{L}{2,3}"
    r"|транзитно[-\s]пересыльн\p{L}{2,3}|пересыльн\p{L}{2,3}|отдельн\p{L}{2,3}"
    r"|фильтрационн\p{L}{2,3}|женск\p{L}{2,3}|сельскохозяйственн\p{L}{2,3})\s){0,2}(?:ИТЛ|ПФЛ|ИТК"
    r"|пересыльн\p{L}{2,3}\sпункт\p{L}{0,2}|проверочно-фильтрационн\p{L}{2,3}\sотделени[еяюим]{1,2}"
    r"|(?:спец|конц)?лагер(?:ь|я|ю|ем|е|ей|и|ям|ях)"
    + PRISONERS_OF_WAR
    + r"?|"
    + OBJECT_NEUTER
    + r"|колони[яиюей]{1,2}))(?!\p{L})"
)
# Adjectives of nations and of sorts of camps, which name no single one.
GENERAL = regex.compile(
    r"(?:\d\S*\s)?(?i:совет|герман|немец|фашист|нацист|исправитель|концентрацион|пионер|женск|мужск|детск"
    r"|город|москворец|сибирск(?:ие|их)|"
    r"север(?:ные|ных)|больш|социалист|капиталист|поль|финск|япон|румын|австр|венгер|американ|англий"
    r"|француз|россий|русск|казах|турист|альпинист|скаут|студен)"
)


@rule(
    Label.CAMP,
    rf"(?<![\p{{L}}\d])(?P<name>{ADJECTIVE})\s(?P<kind>{KIND})(?:(?:\s(?:НКВД|МВД))?{NUMBER})?{OF_CAMP}?(?:{KEEPER}|{OF_ADMINISTRATION})?",
)
def place_and_kind(match: Match, lexicon: Lexicon) -> Found | None:
    """`Карагандинский ИТЛ`, `Рязанском ПФЛ`, `Феодосийский ПФЛ № 260`, `Степнякского лагерного отделения`."""
    if GENERAL.match(match["name"]) and not regex.search(NUMERO, match[0]) and match["kind"] not in ABBREVIATED:
        return None
    if regex.match(r"колони|.*\sколони", match["kind"]) and not regex.search(NUMERO, match[0]):
        return None
    return named(match.start(), match.end(), without_keeper(match), lexicon)


# Only camps are called so, whatever the adjective: `Казахский ИТЛ`.
ABBREVIATED = frozenset({"ИТЛ", "ПФЛ", "ОЛП"})


def without_keeper(match: Match) -> str:
    """Give the name alone, without who kept the camp."""
    return match[0].removesuffix(match["keeper"] or "")


@rule(
    Label.CAMP,
    rf"(?<![\p{{L}}\d])\p{{Lu}}[\p{{L}}-]+[сц]к(?:ая|ой|ую)\s(?:(?:ИТК|[Кк]олони[яиюей]{{1,2}})(?!\p{{L}}){NUMBER}"
    r"|(?:ИТК|исправительно-трудов(?:ая|ой|ую)\sколони[яиюей]{1,2})(?!\p{L}))",
)
def colony(match: Match, lexicon: Lexicon) -> Found | None:
    """`Томскую колонию № 2`, `Западно-Казахстанской ИТК № 3`, `Чимкентская ИТК`."""
    return named(match.start(), match.end(), match[0], lexicon)


@rule(Label.CAMP, r"(?<![\p{L}\d])\p{Lu}\p{Ll}+перпункт\p{Ll}{0,2}(?:\sУСЛОНа)?(?!\p{L})")
def transit_point(match: Match, lexicon: Lexicon) -> Found | None:
    """`Владперпункт`, `Кемперпункта УСЛОНа`: where transports were put together."""
    return named(match.start(), match.end(), match[0], lexicon)


@rule(
    Label.CAMP,
    r"(?<![\p{L}\d])(?:[Оо]тдельн\p{L}{2,3}\sпроверочно-фильтрационн\p{L}{2,3}\sотделени[еяюим]{1,2}"
    r"|Фильтрационн\p{L}{2,3}\sотделени[еяюим]{1,2}\sв\s\p{Lu}\p{L}+)(?!\p{L})",
)
def filtration_unit(match: Match, lexicon: Lexicon) -> Found | None:
    """`Отдельное проверочно-фильтрационное отделение`, `Фильтрационное отделение в Энсо`."""
    return named(match.start(), match.end(), match[0], lexicon)


KIND_BY_NUMBER = (
    r"(?:(?:[Оо]соб\p{L}{2,3}\s|[Сс]пец(?:иальн\p{L}{2,3}\s)?|[Пп]роверочно-фильтрационн\p{L}{2,3}\s)?[Лл]агер(?:ь|я|ю|ем|е)"
    r"(?:\s(?:для\s)?военнопленных|\sНКВД|\sМВД|\sУПВИ)?"
    r"|ПФЛ|ИТЛ|ИТК|[Оо]соблаг\p{L}{0,2}|ЛО|ОЛП|[Лл]агерн\p{L}{2,3}\s(?:отделени[еяюим]{1,2}"
    r"|управлени[еяюим]{1,2}|пункт\p{L}{0,2})"
    r"|[Лл]аготделени[еяюим]{1,2}|(?:[Оо]тдельн\p{L}{2,3}\s)?[Лл]агпункт\p{L}{0,2}|(?:[Ии]справительно-трудов\p{L}{2,3}\s)?[Кк]олони[яиюей]{1,2}"
    r"|(?:[Сс]пец|[Тт]руд)пос[её]л(?:ок|ка|ке|ку|ком|ки|ков|ках))"
)


@rule(Label.CAMP, rf"(?<![\p{{L}}\d])(?:{KIND_BY_NUMBER}{NUMBER}|ИТ[КЛ]-\d{{1,3}}){OF_CAMP}?(?!\d){KEEPER}?")
def kind_and_number(match: Match, lexicon: Lexicon) -> Found | None:
    """`ПФЛ № 0329`, `лагеря № 99`, `Особый лагерь № 8`, `ЛО № 3 Степлага`."""
    return None if for_holidays(match) else named(match.start(), match.end(), without_keeper(match), lexicon)


@rule(
    Label.CAMP,
    r"(?<![\p{L}\d])(?P<kind>ИТЛ|ЛО|(?:[Оо]соб\p{L}{2,3}\s)?[Лл]агер(?:ь|я|ю|ем|е)|(?:ОЛП|[Лл]агпункт\p{L}{0,2})(?=\s«))\s(?:(?:при\s|и\s)?(?:[Сс]троительств[аеоу]"
    r"|[Кк]омбинат[ае]?|[Зз]авод[ае]?|[Сс]овхоз[ае]?|СМУ|[Рр]удник[ае]?)\s)?"
    r"(?:при\s)?(?:завода\s|комбината\s)?(?:п/я\s(?:№\s?)?\d{1,5}[\d/-]{0,8}(?:\s\p{Lu}[\p{L}-]+ского\s(?:отделения|лагпункта|ОЛП))?|«[^«»\n]{1,40}»|(?:ГУШОСДОРа\s)?(?:НКВД\s"
    r"|МВД\s)?№\s?\d{1,5}|(?<=троительств\p{L}\s)\d{1,5}(?!\d))"
    rf"{KEEPER}?",
)
def kind_and_title(match: Match, lexicon: Lexicon) -> Found | None:
    """`ИТЛ «ЕЛ»`, `ИТЛ комбината «Апатит»`, `Лагерь при Строительстве 514`, `лагерь п/я 235/5`, `ИТЛ «Ж» МВД`."""
    return None if for_holidays(match) else named(match.start(), match.end(), without_keeper(match), lexicon)


@rule(
    Label.CAMP,
    r"(?<![\p{L}\d])(?:(?:ИТЛ|ЛО)\s\p{Lu}\p{Ll}+строя(?!\p{L})|(?:[Лл]агер(?:ь|я|ю|ем|е)|ИТЛ|ЛО)\s(?:при\s)?\p{Lu}[\p{L}-]+(?:ского|ом|ного|ового)\s(?:[\p{Ll}-]+\s){0,3}"
    r"(?:управлени[яюи]|комбинат[ае]?|строительств[ае]|рудоуправлени[яи]|завод[ае]|трест[ае]|пароходств[ае])(?!\p{L}))",
)
def kind_and_enterprise(match: Match, lexicon: Lexicon) -> Found | None:
    """`Лагерь Янского горнопромышленного управления`, `ИТЛ Дальстроя`."""
    return named(match.start(), match.end(), match[0], lexicon)


@rule(
    Label.CAMP,
    rf"(?<![\p{{L}}\d])(?:{WHICH}\s(?:отдельн\p{{L}}+\s|женск\p{{L}}+\s)?{OBJECT_NEUTER}(?!\p{{L}})(?:{OF_CAMP}|{OF_ADMINISTRATION})?"
    rf"|\d{{1,2}}\s(?:лаготделени[еяюи]м?|лагпункт\p{{L}}{{0,2}}|ОЛП){OF_CAMP}"
    rf"|(?:{ADJECTIVE}|{WHICH})\s(?:\p{{Ll}}+(?:ое|ого|ому|ом)\s){{0,2}}(?:отделени[еяюи]м?|(?:пересыльн\p{{L}}{{2,3}}\s)?пункт\p{{L}}{{0,2}}"
    rf"|участ(?:ок|ка|ке|ку)|командировк[аеуи]){OF_CAMP})(?!\p{{L}})",
)
def unit(match: Match, lexicon: Lexicon) -> Found | None:
    """`15-го лагерного отделения Карлага`, `Акмолинское отделение Карлага`."""
    return named(match.start(), match.end(), match[0], lexicon)


@rule(Label.CAMP, r"(?<![\p{L}\d])(?:Строительств[аеоу]м?\s(?:№\s?)?\d{1,4}|\p{Lu}[\p{L}-]+строй)\sи\sИТЛ(?!\p{L})")
def site_and_camp(match: Match, lexicon: Lexicon) -> Found | None:
    """`Строительства 565 и ИТЛ`, `Карагандажилстрой и ИТЛ`."""
    return named(match.start(), match.end(), match[0], lexicon)


@rule(
    Label.CAMP,
    r"(?<![\p{L}\d-])(?:26-(?:я|й|ю|ой)\sточк\p{L}{1,2}|[Тт]очк\p{L}{1,2}\s(?:№\s?)?26(?!\d)"
    r"|26-(?:м|го|й|му)\s(?:лаг)?пункт\p{Ll}{0,2}(?!\p{L}|\s(?:повест|инструкц|положен|постановл|приказ|договор|устав|программ"
    r"|план|резолюц|протокол|анкет|стат|доклад|конвенц|закон|спис|маршрут|правил))"
    r"|(?:17|26)-нүкте\p{Ll}*|№\s?(?:17|26)\sнүкте\p{Ll}*|[Лл]агер\p{Ll}{0,3}\sР-17(?!\d)|Р-17\sлагер\p{Ll}{1,8}"
    r"|(?<=(?i:лаг(?:а|ер)|точк|отделени|бөлімше)[^.\n]{0,40}[«\"])Р-17(?!\d))(?!\p{L})",
)
def point_of_wives(match: Match, lexicon: Lexicon) -> Found | None:
    """`26-я точка`, `26-нүкте`, `лагерь Р-17`: the camp of wives as it was called by its number."""
    text, start, end = match.string, match.start(), match.end()
    quoted = text[max(0, start - 1) : start] in QUOTES and text[end : end + 1] in QUOTES
    if not (quoted or camp_sections.among_camps(text, start, end) or NEAR_WIVES.search(text)):
        return None
    return named(match.start(), match.end(), "АЛЖИР", lexicon)


QUOTES = frozenset('«»“”"')
# What is told of that camp where no word for a camp is near.
NEAR_WIVES = regex.compile(
    r"АЛЖИР|Алжир|Карлаг|Қарлаг|Акмол|Ақмол|Малиновк|(?<!\p{L})(?:ж[её]н|зон[аеуы]|зоной|барак|барач)|әйел"
)


@rule(
    Label.CAMP,
    r"(?<![\p{L}\d-])(?<!(?i:трест\p{L}{0,2}|управлени\p{L})\s[«\"]?)(?:Бакал|Челябметаллург)строй?(?:я|ю|ем|е|да|дан|ға)?"
    r"(?!\p{L}|[»\"]?\s(?:құрылыс|трес|басқарма))",
)
def site_of_labour_army(match: Match, lexicon: Lexicon) -> Found | None:
    """`Бакалстрой`: building sites that were camps of the labour army."""
    name = regex.sub(r"строй?\p{L}*$", "строй", match[0])
    return named(match.start(), match.end(), name, lexicon)


@rule(
    Label.CAMP,
    r"(?<![\p{L}\d-])К[оөo]к[-\s]?[УҮӨО]з[её]к(?:-?(?:а|е|у|ом|те|тен|тің|ке|тегі))?"
    r"(?!\p{L}|\s(?:ауыл|кент|стан|посёл|посел|рек[аеиу]|өзен|жайлау|көл|бойы|су[ыл]))",
)
def internees_camp(match: Match, lexicon: Lexicon) -> Found | None:
    """`Кок-Узек`, `Көк-Өзекте`: the camp of internees near Karaganda, known by the name of its place alone."""
    return named(match.start(), match.end(), "Кок-Узек", lexicon)


@rule(
    Label.CAMP,
    r"(?<![\p{L}\d-])(?:[Аа]кмолинск(?:ий|ого|ому|им|ом)\sлагер(?:ь|я|ю|ем|е)\s(?:для\s)?ж[её]н\s[«\"]?изменников"
    r"(?:\s[Рр]одины)?[»\"]?|(?:Akmolinsk|Akmola|Aqmola)\s(?:[Ll]abou?r\s|[Pp]rison\s)?[Cc]amp\s(?:of|for)\s(?:the\s)?(?:[Ww]ives\s"
    r"of\s(?:the\s)?(?:“|\")?(?:[Tt]raitors|[Ee]nemies\sof\sthe\s[Pp]eople)|(?:“|\")?[Tt]raitors['’](?:”|\")?\s[Ww]ives)"
    r"(?:\s(?:to|of)\s(?:the\s)?(?:Motherland|Homeland|Fatherland))?(?:”|\")?"
    rf"|{OF_WIVES_KK}Ақмола\s{LABOUR_KK}?лагері\p{{Ll}}{{0,4}}|Ақмола(?:дағы)?\s{OF_WIVES_KK}{LABOUR_KK}?лагер\p{{Ll}}{{1,8}})(?!\p{{L}})",
)
def camp_of_wives(match: Match, lexicon: Lexicon) -> Found | None:
    """`Акмолинский лагерь жён «изменников Родины»`, `Akmola camp for the wives of traitors to the Motherland`."""
    return named(match.start(), match.end(), "АЛЖИР", lexicon)


RULES: tuple[Rule, ...] = (
    *camp_sections.RULES,
    point_of_wives,
    lexicon_camp,
    short_name,
    capitals,
    place_and_kind,
    colony,
    transit_point,
    filtration_unit,
    kind_and_title,
    kind_and_number,
    kind_and_enterprise,
    unit,
    site_and_camp,
    camp_of_wives,
    site_of_labour_army,
    internees_camp,
    *kazakh_camps.RULES,
    *english_camps.RULES,
)


def find(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find camps, the longest reading of each."""
    yield from longest(one for read in RULES for one in read(text, lexicon))
