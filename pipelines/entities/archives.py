"""The archive that stands before a reference to its holdings."""

from __future__ import annotations

from typing import NamedTuple

import regex

from models.lexicon import Lexicon, fold

# How far before a fonds its archive may begin, in characters.
REACH = 160


class Archive(NamedTuple):
    """Where an archive's name begins, and its usual abbreviation or the name as written; None for `Там же`."""

    start: int
    name: str | None


# Words in small letters before the word for an archive: adjectives, and what Kazakh names an archive after.
LOWER_WORDS = (
    r"(?:[\p{Ll}-]+(?:[ыио]й|[ое]го|[ое]му|[ыои]м|ем|ая|ую|ых|их)|филиал\p{L}*|новейшей|в|и|по|(?:гос|обл|центр|гор|респ|парт)\."
    r"|(?:мемлекет|орталы[қғ]|облыс|қала|аудан|саяси|қоғам|әлеумет|тарих|арнаулы|арнайы|ұлтт|аумақ|республика|қазіргі|заман"
    r"|бойынша|департамент|басқарма|комитет|министрліг|қауіпсіз|істер|сыртқы|ішкі|саясат|экономика|әскери|ғылыми|әдебиет|өнер"
    r"|музей|кітапхана|прокуратура|сот|партия|ведомство|құжат|жазба|кинофото|дыбыс|мекеме|бірлік|университет|институт|академия"
    r"|жөніндегі)[\p{Ll}-]*|мен|және|of|the|state|central|[a-z'’-]+(?:yi|ii|iy|ogo|oi|ykh|nyj|oho))"
)
KEYWORD = (
    r"(?:(?:[Сс]пец|[Гг]ос|[Пп]арт|[Сс]пецгос|[Оо]бл(?:гос)?|(?:[Гг]ос|[Гг]осударств|[Цц]ентр|[Пп]арт|[Оо]бл|[Рр]есп)\.\s?)?[Аа]рхив(?!н)|[СГП]\p{Ll}{2,8}архив(?!н)"
    r"|[Аа]рхивн\p{L}{2,3}\s(?:отдел|управлени|служб|сектор)|[Мм]ұрағат(?!т)|[Аа]рх\.(?=\s\p{Lu}{2})"
    r"|[Aa]r(?:ch|kh)ive?(?!l|r)|[Цц]ентр\p{L}{0,3}\s(?:хранения\s(?:и\s\p{Ll}+\s)?)?(?:(?:\p{Ll}+\s)?документ|[\p{Ll}-]*документальных\sколлекций|архивного\sфонда|новейшей\sистории)|құжаттама\p{L}*\sорталы"
    r"|(?:[Оо]тдел\p{L}{0,2}|[Фф]онд)\sрукописей|[Оо]тдел\p{L}{0,2}\sспецфондов|[Рр]укописн\p{L}{2,3}\s(?:отдел|фонд)|[Ққ]олжаз\p{L}{1,3}\sқор)\p{L}*"
)
# What an archive's name goes on with: `Архив УФСБ РФ по Омской области`, `Архив НИПЦ «Мемориал»`, `Архив внешней
# политики`. Other words in small letters may follow too, but for those that tell of the holdings and finite verbs.
NO_TAIL = (
    r"(?:фонд|опис|дел[оаеу]|лист|где|что|как|так|для|или|был|есть|нет|это|там|тут|который|ныне|также|материал"
    r"|документ(?!ов)|имеет|хран(?!е|и[мл])|наход|лежит|см(?!\p{L})|fond|fund|file|there|where|which|that|this|with|from|are|was|were|has|have|and|holds"
    r"|қор|тізбе|іс(?!т)|парақ|сақта|бар(?!\p{L})|еді|екен)"
)
TAIL_WORDS = (
    r"(?:\p{Lu}[\p{L}’'-]*|[«\"]\p{Lu}[\p{L}\s-]{2,30}[»\"]|обл(?!\p{L})|гор?\.|г\.|им\.|филиал\p{L}{0,2}|внутренних\sдел|в(?=\s(?:г\.\s)?\p{Lu})|и|по|of|the|for|po|i|in(?=\s\p{Lu})"
    rf"|(?!{NO_TAIL})[\p{{Ll}}’'-]{{3,}}(?<!с[яь]|[еиую]т|[ая]т|ть|[аыиео]л[аио]?|\p{{L}}ды|ді|ты|ті)(?!\p{{L}}))"
)
# What may stand between an archive and its fonds, and around the words of its name where a line ends.
GAP = r"[\s.,;:/–—-]{0,5}"
SPACE = r"\s{1,2}"
# The city or the branch: `, г. Алматы`, `, филиал в г. Талдыкоргане`.
CITY = (
    r"(?:,\s{1,2}(?:(?:\p{Lu}\p{Ll}+\s)?филиал\s(?:в\s)?(?:г\.\s?)?\p{Lu}\p{Ll}+|г\.\s?\p{Lu}\p{Ll}+"
    r"|\p{Lu}\p{Ll}+\sқ\.)|\s(?:в\s)?г\.\s?\p{Lu}\p{Ll}+)?"
)
# Names it also went or goes by.
OTHERWISE = r"(?:\s\((?:\p{Lu}|г\.\s|бұрынғы|бывш|ныне|далее|қазіргі|formerly|now)[^()\d]{2,80}\))?"
FULL_NAME = regex.compile(
    rf"(?<!\p{{Lu}})(?:(?:\p{{Lu}}{{2,6}}\s){{0,2}}[«\"„](?=\p{{Lu}}))?(?P<name>(?:\p{{Lu}}[\p{{L}}’'-]*(?:(?<=Центр|Респ|Росс|Гос|Караг|Семип)\.)?{SPACE}(?:"
    r"(?:\p{Lu}[\p{L}’'-]*"
    rf"|{LOWER_WORDS}){SPACE}){{0,12}}{KEYWORD}|(?<!\p{{L}})(?=\p{{Lu}}){KEYWORD}|(?<!\p{{L}})архив\p{{L}}{{0,2}}"
    rf"(?=\s\p{{Lu}}))"
    rf"(?:(?:,(?=\s\p{{Ll}}+\sи\s\p{{Ll}}))?{SPACE}{TAIL_WORDS}){{0,14}})(?:\s?\((?:(?P<short>(?=[^()]*\p{{Lu}}\p{{Ll}}?\p{{Lu}})[^()]{{2,24}})|[^()]{{2,60}})\))?[»”\"]?{CITY}{GAP}$"
)
# The state before the abbreviation of its archive, as typing and reading part them: `ҚР. ОМА`, `ҚР О МА`, `Р.Ф. МА`.
STATE = r"(?:(?:ҚР|КР|РФ|РК|[ҚР]\.\s?[РФК]\.)(?:\.\s|\.|-|\s{1,2}(?:О\s)?)(?=(?:О?М[АМ]|П[АМ]|А)(?!\p{L}))|О\s(?=ҚО\s))"
# With the legal form of the institution: `ОГКУ «ГАНИИО»`.
QUOTED_NAME = regex.compile(
    rf"(?<![\p{{L}}\d])(?:\p{{Lu}}{{2,6}}\s){{1,2}}[«\"„](?P<name>\p{{Lu}}\p{{L}}*\p{{Lu}}[\p{{L}}\s]*)[»\"“]{GAP}$"
)
# A branch that goes by the abbreviation of its archive: `Семипалатинский филиал ГАВКО`.
BRANCH_OF = r"(?:(?:\p{Lu}[\p{L}-]+(?:ский|ого|ом)\s)?[Фф]илиал(?:а|е)?\s)"
SHORT_NAME = regex.compile(
    rf"(?<![\p{{L}}\d])(?P<name>{BRANCH_OF}?{STATE}?(?:\p{{Lu}}\p{{Ll}}+ский\s|Коми\s)?"
    r"(?:\p{Lu}\p{Ll}{3,}\s(?=О?МА(?!\p{L})|(?:қ\.|қаласы)\s\p{Lu}{3})(?:қ\.\s|қаласы\s)?)?\p{Lu}\p{L}*\p{Lu}\p{L}*"
    rf"(?:{SPACE}\p{{Lu}}\p{{L}}*\p{{Lu}}\p{{L}}*|/\p{{Lu}}{{2,}}|{SPACE}(?:СПб|РУз|Казахстана|Узбекистана|Кыргызстана|Киргизии|Беларуси|Татарстана|России|Украины|України|Ukrain[ey]|Укр\.)|{SPACE}of{SPACE}(?:the{SPACE})?\p{{Lu}}{{2,3}}(?!\p{{L}})){{0,4}}"
    r"(?:\s(?:по|po|в(?=\s\p{Lu}\p{Ll}+ой\sобл))\s(?:г\.\s)?\p{Lu}[\p{L}-]+(?:\s(?:области|обл|краю|республике|[Рр]еспублике\s\p{Lu}\p{Ll}+|oblasti|kraiu))?)?"
    r"(?:\s\p{Lu}[\p{L}-]+(?:ой|ого|ий|ый)\s(?:области|обл|края|[Рр]еспублики|округа)"
    r"|\s\p{Lu}[\p{L}-]+(?:oi|ogo)\s(?:oblasti|kraia|kraya))?)"
    rf"(?:-\p{{Ll}}{{2,6}})?{OTHERWISE}(?:{CITY}|,\s\p{{Lu}}\p{{Ll}}{{2,14}}(?=,\s$)){GAP}$"
)
# Looked for first, since the name takes long to look for.
WORD_FOR_ARCHIVE = regex.compile(r"(?i:рхив|рағат|новейш|r[ck]hiv|документ|құжаттама|укопис|олжаз|спецфонд|арх\.)")
# Where the name may begin: not behind the legal form of the archive, `ГКУ ОГАЧО`.
LAST_WORDS = regex.compile(r"(?<!\S)(?<!(?:ГУ|К?ГКУ|ОГУ|КГУ|РГУ|О?ГБУ|ОГКУ|ГКАУ|КММ|РММ)\s{1,2})\S")
# The archive, and more, of the reference before.
SAME = regex.compile(r"(?<!\p{L})(?:Там\sже|(?<=;\s)там\sже|Сонда|[Ii]bid(?:em)?)[\s.,;:–—-]{1,4}$")
OF_AN_ARCHIVE = regex.compile(r"[АAМMЦ]|TsG|RG|ФСБ|КГБ|СБУ|КНБ|ҰҚК|ИЦ|СФ|ҚЗ?ТҚО|ҚҚ|ОР(?!\p{L})")
# Words that begin a sentence before a name and are no part of it: `In the State Archive of …, fond 5`.
LEADS = frozenset(
    regex.split(
        " ",
        "in from at see the of also source sources materials documents holdings original copy "
        "в во из по см согласно также документ документы документов документам материал материалы материалов "
        "материалам источник источники подлинник копия фонд фонды фондов сведения данные хранится и "
        "осы сол бұл ал және сондай-ақ сонымен мұндағы аталған құжаттар құжаттары материалдар материалдары деректер "
        "дереккөз қазір бүгінде онда мен",
    )
)


def archive_before(text: str, end: int, lexicon: Lexicon) -> Archive | None:
    """Find the archive named just before `end`: known, abbreviated, or with `архив` in its name.

    Before a bracket that holds the reference it is named, but the place is that of the reference itself.
    """
    same = SAME.search(text, max(0, end - 12), end)
    if same:
        return Archive(same.start(), None)
    if text[end - 1 : end] == "(" and text[end - 2 : end - 1].isspace():
        named = named_archive(text, end - 2, lexicon)
        return Archive(end, named.name) if named else None
    return named_archive(text, end, lexicon)


# More than the word for an archive: one with a capital, before it or behind.
NAMED = regex.compile(rf"\p{{Lu}}\S*\s(?:.*\s)?(?i:{KEYWORD})|\s.*\p{{Lu}}|(?:Парт|Гос|Спец|Обл(?:гос|парт))архив$")


def named_archive(text: str, end: int, lexicon: Lexicon) -> Archive | None:
    """Find the archive whose name ends, with nothing but a full stop or the like behind it, at `end`."""
    start = max(0, end - REACH)
    full = FULL_NAME.search(text, start, end) if WORD_FOR_ARCHIVE.search(text, start, end) else None
    if full:
        start = full.start() + lead(full["name"], lexicon) if full.start() == full.start("name") else full.start()
        name = " ".join(text[max(start, full.start("name")) : full.end("name")].split())
        known = lexicon.archive(full["short"] or "") or lexicon.archive(name)
        if known is None and not full["short"] and not NAMED.search(name):
            return None  # only the word for an archive, and what led up to it
        return Archive(start, known.id if known else full["short"] or name)
    quoted = QUOTED_NAME.search(text, max(0, end - REACH // 2), end)
    if quoted and OF_AN_ARCHIVE.search(quoted["name"]):
        known = lexicon.archive(quoted["name"])
        return Archive(quoted.start(), known.id if known else quoted["name"])
    short = SHORT_NAME.search(text, max(0, end - REACH // 2), end)
    if short is None:
        return None
    for word in regex.finditer(LAST_WORDS, short["name"]):
        name = " ".join(short["name"][word.start() :].split())
        known = next((held for form in spelled_out(name) if (held := lexicon.archive(form))), None)
        if known:
            branch = BRANCH.search(short["name"], 0, word.start())
            return Archive(short.start() + (branch.start() if branch else word.start()), known.id)
    name = " ".join(short["name"].split())
    return Archive(short.start(), name) if OF_AN_ARCHIVE.search(name) else None


# The branch of an archive, before its abbreviation: `СФ ГАКО`.
BRANCH = regex.compile(rf"(?<!\p{{L}})(?:(?!РФ)\p{{Lu}}{{1,2}}Ф\s|{BRANCH_OF})$")
# How an archive's name may begin in Russian, so that a noun before it is no part of it.
BEGINS = regex.compile(r"(?:Государств|Централ|Российск|Национ|Специал|Архив)\p{L}*")
# First words of the names of regions: `Шығыс Қазақстан облысының …`.
SIDES = frozenset({"шығыс", "батыс", "солтүстік", "оңтүстік", "орталық"})


def lead(name: str, lexicon: Lexicon) -> int:
    """Say how many characters of what looks like a name only lead up to it: `Документы Архива …`."""
    words = list(regex.finditer(r"\S+", name))
    start = 0
    while start < len(words) - 1 and (
        words[start][0].casefold() in LEADS
        or (start and words[start][0][0].islower() and not regex.match(KEYWORD, words[start][0]))
        or leads_up(words[start][0], words[start + 1][0], lexicon)
    ):
        start += 1
    return words[start].start()


def leads_up(word: str, following: str, lexicon: Lexicon) -> bool:
    """Say whether a capital only begins the sentence: `Мәлімет Түркістан …`, `Справка Государственного …`."""
    if OF_A_NAME.search(word) or fold(word) in lexicon.place_by_form:
        return False
    if BEGINS.fullmatch(following):
        return regex.match(r"(?:Филиал|Архив|\p{Latin})", word) is None
    return word.casefold() not in SIDES and fold(following) in lexicon.place_by_form


# Adjectives, abbreviations and words for an archive.
OF_A_NAME = regex.compile(rf"(?:[ыио]й|[ое]го|[ое]му|[ыои]м|ем|ая|ую)$|\p{{Lu}}.*\p{{Lu}}|{KEYWORD}")


# Words behind a reference that may name its archive: `фонда 141 Архива Президента РК`, `fond 17 of RGASPI`.
NAME_AFTER = regex.compile(
    r"\s{1,2}(?:of\s(?:the\s)?)?(?P<name>\p{Lu}[\p{L}-]*(?:\s(?:\p{Lu}[\p{L}-]*|\p{Ll}[\p{L}-]+)){0,9})"
)
# What says that the name begins the next reference.
NEXT_PART = regex.compile(rf"{GAP}(?:\d|[ФфҚқFf][.\s\d]|[Фф]онд|[Ff]ond|[Ff]und|[Оо]п\.|[Qқ]ор)")


def archive_after(text: str, end: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Where a known archive ends that is named right behind a reference, and its usual abbreviation."""
    after = NAME_AFTER.match(text, end)
    if after is None:
        return None
    for word in reversed(list(regex.finditer(r"\S+", after["name"]))):
        known = lexicon.archive(" ".join(after["name"][: word.end()].split()))
        if known:
            stop = after.start("name") + word.end()
            return None if NEXT_PART.match(text, stop) else (stop, known.id)
    full = FULL_AFTER.match(text, after.start("name"))
    if full and not NEXT_PART.match(text, full.end()):
        return full.end(), " ".join(full[0].split())
    return None


# A name in the genitive that the lexicon does not know: `фонда № 812 Карагандинского областного архива`.
FULL_AFTER = regex.compile(
    r"\p{Lu}[\p{L}-]+(?:ого|его|ой)(?:\s[\p{L}-]+(?:ого|его|ой)){0,4}\s(?:гос|парт|спец)?архива"
    r"(?:\s\p{Lu}[\p{L}-]+(?:ой|ого)\s(?:области|края|[Рр]еспублики|округа)|\s(?:РФ|РК|УССР|КазССР)(?!\p{L})"
    r"|(?:\sпо)?\s\p{Lu}\p{L}+ской\sобласти|\sгорода\s\p{Lu}\p{L}+)?(?!\p{L})"
)


def spelled_out(name: str) -> tuple[str, ...]:
    """Give an abbreviated name, and what it says in full where it names the region: `Қарағанды ОМА`."""
    name = regex.sub(r"(?<=\p{Lu}{3})/\p{Lu}{3,}$", "", name)
    full = regex.sub(r"(?<=\p{Ll})\sО?МА$", " облысының мемлекеттік архиві", name)
    full = regex.sub(r"^ГА(?=\s\p{Lu}\p{Ll})", "Государственный архив", full)
    return (name, regex.sub(r"(?<!\p{L})обл\.?$", "области", full)) if full != name else (name,)
