"""Grammar of CAMP: camps of the GULAG and GUPVI by the lexicon, by their -лаг, by a name or number with `лагерь`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import regex

from document import Label, NameValue
from models.lexicon import Camp, Lexicon, fold
from pipelines.entities.candidate import Candidate, Rule
from pipelines.entities.rule import Found, Match, longest, rule

NUMERO = r"(?:№|N[°ºo0о]?\.?|No\.?|Nо\.?)"
NUMBER = rf"\s?{NUMERO}\s?\d{{1,5}}"
ENDING = r"(?:ом|ами|ах|ам|ов|а|у|е|ы)?"
KK_ENDING = (
    r"-?(?:тың|тің|дың|дің|ның|нің|қа|ке|ға|ге|та|те|да|де|тан|тен|дан|ден|пен|бен|мен|ты|ті|ды|ді|ы|ында"
    r"|ына|ынан|ының|ын|тағы|дағы)\p{Ll}{0,4}"
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
    r"АЛЖИР|СЛОН|УСЛОН|СЛАГ|УСЕВЛОН|СЕВЛОН|СВИТЛ|УСВИТЛ|СКМИТЛ|ББЛ|УПИТЛ|КАЗУЛОН|ALZHIR|SLON|USLON|SVITL"
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


@rule(Label.CAMP, rf"(?<![\p{{L}}\d])(?P<name>{ADJECTIVE})\s(?P<kind>{KIND})(?:{NUMBER})?(?:\sДальстроя)?")
def place_and_kind(match: Match, lexicon: Lexicon) -> Found | None:
    """`Карагандинский ИТЛ`, `Рязанском ПФЛ`, `Феодосийский ПФЛ № 260`, `Степнякского лагерного отделения`."""
    if GENERAL.match(match["name"]) and not regex.search(NUMERO, match[0]):
        return None
    if regex.match(r"колони|.*\sколони", match["kind"]) and not regex.search(NUMERO, match[0]):
        return None
    return named(match.start(), match.end(), match[0], lexicon)


# A unit may be named together with its camp: `ЛО № 3 Степлага`, `15-го лагерного отделения Карлага`.
OF_CAMP = r"(?:\s\p{Lu}[\p{L}-]+(?:лага|ского\s(?:лагеря|ИТЛ|ПФЛ)))"
KIND_BY_NUMBER = (
    r"(?:(?:[Оо]соб\p{L}{2,3}\s|[Сс]пец|[Пп]роверочно-фильтрационн\p{L}{2,3}\s)?[Лл]агер(?:ь|я|ю|ем|е)"
    r"(?:\sвоеннопленных)?"
    r"|ПФЛ|ИТЛ|ИТК|Особлаг\p{L}{0,2}|ЛО|ОЛП|[Лл]агерн\p{L}{2,3}\s(?:отделени[еяюим]{1,2}"
    r"|управлени[еяюим]{1,2}|пункт\p{L}{0,2})"
    r"|[Лл]аготделени[еяюим]{1,2}|[Лл]агпункт\p{L}{0,2}|(?:[Ии]справительно-трудов\p{L}{2,3}\s)?[Кк]олони[яиюей]{1,2}"
    r"|(?:[Сс]пец|[Тт]руд)пос[её]л\p{L}{1,5})"
)


@rule(Label.CAMP, rf"(?<![\p{{L}}\d])(?:{KIND_BY_NUMBER}{NUMBER}|ИТК-\d{{1,3}}){OF_CAMP}?(?!\d)")
def kind_and_number(match: Match, lexicon: Lexicon) -> Found | None:
    """`ПФЛ № 0329`, `лагеря № 99`, `Особый лагерь № 8`, `ЛО № 3 Степлага`."""
    return named(match.start(), match.end(), match[0], lexicon)


@rule(
    Label.CAMP,
    r"(?<![\p{L}\d])(?P<kind>ИТЛ|ЛО|[Лл]агер(?:ь|я|ю|ем|е))\s(?:(?:при\s|и\s)?(?:[Сс]троительств[аеоу]"
    r"|[Кк]омбинат[ае]?|[Зз]авод[ае]?|[Сс]овхоз[ае]?|СМУ|[Рр]удник[ае]?)\s)?"
    r"(?:при\s)?(?:п/я\s(?:№\s?)?\d{1,5}[\d/-]{0,8}|«[^«»\n]{1,40}»|(?:ГУШОСДОРа\s)?(?:НКВД\s"
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
    rf"(?!\p{{L}}){OF_CAMP}?"
    rf"|{ADJECTIVE}\sотделени[еяюи]м?{OF_CAMP})(?!\p{{L}})",
)
def unit(match: Match, lexicon: Lexicon) -> Found | None:
    """`15-го лагерного отделения Карлага`, `Акмолинское отделение Карлага`."""
    return named(match.start(), match.end(), match[0], lexicon)


@rule(Label.CAMP, r"(?<![\p{L}\d])(?:Строительств[аеоу]м?\s(?:№\s?)?\d{1,4}|\p{Lu}[\p{L}-]+строй)\sи\sИТЛ(?!\p{L})")
def site_and_camp(match: Match, lexicon: Lexicon) -> Found | None:
    """`Строительства 565 и ИТЛ`, `Карагандажилстрой и ИТЛ`."""
    return named(match.start(), match.end(), match[0], lexicon)


NATIONS_KK = regex.compile(
    r"(?:Кеңес|КСРО|ІІХК|НКВД|ГУЛАГ|Неміс|Фашист|Герман|Нацист|Олар|Осы|Бұл|Сол|Осындай|Кейін|Алайда|Еңбек"
    r"|Түзету|Арнайы|Ерекше|Концентр)"
)
KIND_KK = r"(?:(?:түзету-еңбек|еңбекпен\sтүзе(?:ту|у)|еңбек-түзету|арнайы|ерекше|түзеу)\s){0,2}(?:лагері|ЕТЛ)"


@rule(
    Label.CAMP,
    rf"(?<![\p{{L}}\d-])(?<!\p{{Lu}}\.\s?)(?P<name>\p{{Lu}}[\p{{L}}-]+"
    rf"(?:\s\p{{Lu}}[\p{{L}}-]+)?)\s{KIND_KK}(?!лер)(?:-?\p{{Ll}}{{0,8}})(?!\p{{L}})",
)
def kazakh_camp(match: Match, lexicon: Lexicon) -> Found | None:
    """`Қарағанды лагеріне`, `Темников түзету-еңбек лагері`."""
    words = match["name"].split()
    if NATIONS_KK.match(words[-1]):
        return None
    start = match.start() if len(words) == 1 or not NATIONS_KK.match(words[0]) else match.start() + len(words[0]) + 1
    if words[0].isupper() and len(words) > 1:
        start = match.start() + len(words[0]) + 1
    return named(start, match.end(), match.string[start : match.end()], lexicon)


NATIONS_EN = regex.compile(
    r"(?:[A-Z]\p{L}+(?:ish|ch|ese|[^r]ian)|The|This|That|Each|Soviet|Nazi|German|Stalinist|Labou?r"
    r"|Concentration|Gulag|GULAG|NKVD|Corrective"
    r"|Prison|Special|Summer|Polish|Finnish|Japanese|In|At|From|Forced|Internment|Transit|Women|Training)$"
)


@rule(
    Label.CAMP,
    r"(?<![\p{L}\d-])(?P<name>[A-Z][a-z]+(?:-[A-Z][a-z]+)?)\s(?:(?:[Cc]orrective[-\s][Ll]abou?r|[Ss]pecial"
    r"|[Tt]ransit|[Ll]abou?r)\s)?(?P<kind>[Cc]amp|ITL)(?![a-z])(?:\sNo\.?\s?\d{1,4})?",
)
def english_camp(match: Match, lexicon: Lexicon) -> Found | None:
    """`Karaganda camp`, `Karaganda Corrective Labour Camp`."""
    if NATIONS_EN.match(match["name"]):
        return None
    return named(match.start(), match.end(), match[0], lexicon)


@rule(Label.CAMP, r"(?<![\p{L}\d-])(?:Special\s)?[Cc]amp\s(?:No\.?|№|N[o°º])\s?\d{1,4}")
def english_number(match: Match, lexicon: Lexicon) -> Found | None:
    """`Special Camp No. 4`, `camp No. 99`."""
    return named(match.start(), match.end(), match[0], lexicon)


WORD = regex.compile(r"[\p{L}\d]+(?:[-/][\p{L}\d]+)*|№")
CAMP_NOUN = regex.compile(r"ИТЛ|ПФЛ|(?<!\p{L})ЛО(?!\p{L})|ОЛП|лагер|лагпункт|ЕТЛ|[Cc]amp|ITL|лагері", regex.IGNORECASE)
# A word of a name in another case: the same stem, another ending of at most four letters.
SHORTEST_STEM = 4
LONGEST_ENDING = 4


@dataclass(slots=True)
class Names:
    """Names of camps as a tree of words: `next` goes by first letters, `camp` is whose name ends here."""

    next: dict[str, list[tuple[str, Names]]] = field(default_factory=dict)
    camp: Camp | None = None

    def after(self, word: str) -> Names:
        """Give the branch of a word, growing it where there is none."""
        branches = self.next.setdefault(word[:SHORTEST_STEM], [])
        for written, branch in branches:
            if written == word:
                return branch
        branches.append((word, Names()))
        return branches[-1][1]


@lru_cache(maxsize=2)
def names_of(camps: tuple[Camp, ...]) -> Names:
    """Plant the tree once for each lexicon."""
    root = Names()
    for camp in camps:
        for form in camp.forms:
            words = [folded(word) for word in WORD.findall(form)]
            if len(words) > 1 and CAMP_NOUN.search(form):
                branch = root
                for word in words:
                    branch = branch.after(word)
                branch.camp = branch.camp or camp
    return root


def folded(word: str) -> str:
    """Fold a word; signs stay as they are."""
    return fold(word) or word


def lexicon_camp(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find names of several words that the lexicon knows, in any case."""
    root = names_of(lexicon.camps)
    words = list(WORD.finditer(text))
    for place, word in enumerate(words):
        if not word[0][0].isupper() and not word[0].startswith("лагер"):
            continue
        found = longest_name(root, words, place)
        if found:
            last, camp = found
            end = words[last].end()
            end += 1 if text[end : end + 1] in "»”" and "«" in text[word.start() : end] else 0
            yield Candidate(word.start(), end, Label.CAMP, "rule:lexicon-camp", 1.0, NameValue(camp.name, camp.id))


def longest_name(names: Names, words: Sequence[Match], place: int) -> tuple[int, Camp] | None:
    """Follow the words from `place` on as far as a name goes; give its last word and whose it is."""
    if place >= len(words):
        return None
    written = folded(words[place][0])
    best: tuple[int, Camp] | None = None
    for base, branch in names.next.get(written[:SHORTEST_STEM], ()):
        if not same_word(written, base):
            continue
        here = (place, branch.camp) if branch.camp else None
        found = longest_name(branch, words, place + 1) or here
        if found and (best is None or found[0] > best[0]):
            best = found
    return best


def same_word(written: str, base: str) -> bool:
    """Say whether a word is a form of another: `карагандинского` of `карагандинский`."""
    if written == base:
        return True
    shared = next(
        (i for i, (one, other) in enumerate(zip(written, base, strict=False)) if one != other),
        min(len(written), len(base)),
    )
    return (
        shared >= SHORTEST_STEM
        and max(len(written), len(base)) - shared <= LONGEST_ENDING
        and base.replace(" ", "").isalpha()
    )


def named(start: int, end: int, written: str, lexicon: Lexicon) -> Found:
    """Make a camp of the span, under the lexicon's name where one fits."""
    base = base_form(written)
    camp = lexicon.camp(base) or lexicon.camp(regex.sub(r"\s(?:лагері|лагерь|camp)$", "", base, flags=regex.IGNORECASE))
    return Found(start, end, NameValue(camp.name, camp.id) if camp else NameValue(base))


def base_form(written: str) -> str:
    """Put a camp's name into the nominative: `Рязанском ПФЛ` → `Рязанский ПФЛ`."""
    adjective = regex.sub(r"(?<=[сц]к)(?:ого|ому|им|ом)(?=\s)", "ий", written)
    noun = regex.sub(r"(?<=[Лл]агер)(?:я|ю|ем|е)(?!\p{L})", "ь", adjective)
    noun = regex.sub(r"(?<=[Лл]агері)(?:нде|не|нен|нің|н)(?!\p{L})", "", noun)
    noun = regex.sub(r"(?<=трудов)(?:ого|ому|ым|ом)(?=\s)", "ой", noun)
    noun = regex.sub(r"(?<=ионн|сыльн)(?:ого|ому|ым|ом)(?=\s)", "ый", noun)
    noun = regex.sub(r"(?<=лагерн)(?:ого|ому|ым|ом)(?=\s)", "ое", noun)
    noun = regex.sub(r"(?<=отделени)(?:я|ю|ем|и)(?!\p{L})", "е", noun)
    noun = regex.sub(r"(?<=[Оо]соб)(?:ого|ому|ым|ом)(?=\s)", "ый", noun)
    return regex.sub(r"ский\s(?=лагерное\sотд|ЛО(?!\p{L}))", "ское ", noun)


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
    english_camp,
    english_number,
)


def find(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find camps, the longest reading of each."""
    yield from longest(one for read in RULES for one in read(text, lexicon))
