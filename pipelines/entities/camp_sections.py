"""Sections of a camp under their own names, and rows of camps: `Бурминское отделение`, `Песчаный и Луговой лагеря`."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from document import Label
from models.lexicon import Lexicon
from pipelines.entities.camp_names import named
from pipelines.entities.candidate import Candidate, Rule
from pipelines.entities.rule import Match

# A section is one of a camp where camps are spoken of around it.
CAMPS = regex.compile(
    r"(?i:лагер|лаготдел|лагпункт|лаг(?:а|е|у|ом|қа|та|тың|тан)?(?!\p{L})|ИТЛ|заключ[её]нн|тұтқын|camps?(?!\p{L})|\Blag(?!\p{L}))"
)
AROUND = 500
"""Characters before and behind."""


def among_camps(text: str, start: int, end: int) -> bool:
    """Say whether camps are spoken of around a place of the text."""
    return CAMPS.search(text, max(0, start - AROUND), end + AROUND) is not None


ADJECTIVE = r"\p{Lu}[\p{L}-]*(?:[сц]к|н|в)(?:ий|ый|ой|ое|его|ого|ему|ому|им|ым|ем|ом)"
# Sorts of camps and sections, which name no single one.
SORT = regex.compile(
    r"(?i:\p{L}*ческ|совет|герман|немец|фашист|нацист|исправит|концентрац|пионер|женск|мужск|детск|город|област|сельск|заводск"
    r"|районн|военн|морск|санитар|оперативн|центральн|главн|особ|специальн|отдельн|учебн|хозяйств|производств|строит|культурн"
    r"|медицин|родильн|приемн|приёмн|почтов|торгов|лагерн|женевск|армейск|партийн|российск|русск|казахск|польск|финск|сталинск"
    r"|\p{L}*льн|милицейск|перв|втор|друг|эт|как|нов|голов)"
)
KIND = regex.compile(
    r"(?<=\p{L}\s)(?P<kind>(?P<sections>отделени(?:й|я[хм]|ями|[еяюи]м?))|лагер(?:ей|ям|ях|ями|я)|ИТЛ|ПФЛ|(?:лагерных\s|лаг)отделени(?:й|ях|ям|ями))"
    r"(?!\p{L})"
)
# Sections of other bodies: of the police, a bank, a hospital, a railway.
OF_OTHERS = regex.compile(
    r"\s(?!Карлага|лагеря)(?:\p{Lu}|милици|связи|желез|дорог|институт|больниц|университет|факультет|общества|банк|союза|комитет|парти"
    r"|полка|роты|взвода|архив|издатель|управлени|гос|совхоз|колхоз|склад|театр|аптек|школ|клиник)"
)
ROW = regex.compile(
    rf"(?<![\p{{L}}\d])(?:(?P<name>{ADJECTIVE})(?:,\s(?P<name>{ADJECTIVE})){{0,8}},?\sи\s(?P<name>{ADJECTIVE})|(?P<name>{ADJECTIVE}))\s$"
)
REACH = 160
"""Characters a row of names may take."""
CASE = regex.compile(r"(?:ий|ый|ой|ое|его|ого|ему|ому|им|ым|ем|ом)$")


def russian_rows(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find `Бурминское отделение`, and each of `Саранского, Бурминского отделений`, `Песчаный и Луговой лагеря`."""
    for kind in KIND.finditer(text):
        row = ROW.search(text, max(0, kind.start() - REACH), kind.start())
        if row is None:
            continue
        spans = row.spans("name")
        if kind["sections"]:
            if OF_OTHERS.match(text, kind.end()) or not among_camps(text, row.start(), kind.end()):
                continue
            noun = "отделение"
        elif len(spans) == 1:
            continue
        else:
            noun = "лаготделение" if "отдел" in kind["kind"] else "лагерь" if kind["kind"][0] == "л" else kind["kind"]
        for start, end in spans:
            if not SORT.match(text[start:end]):
                yield camp(start, kind.end() if end == spans[-1][1] else end, f"{text[start:end]} {noun}", lexicon)


def camp(start: int, end: int, name: str, lexicon: Lexicon) -> Candidate:
    """Make a camp of the span under a name in any case, its adjective in the nominative."""
    adjective, _, noun = name.partition(" ")
    stem = CASE.sub("", adjective)
    endings = ("ое",) if noun.endswith("отделение") else ("ий",) if stem.endswith("к") else ("ый", "ой", "ий")
    forms = [f"{stem}{ending} {noun}" for ending in endings]
    known = next((form for form in forms if lexicon.camp(form)), forms[0])
    return Candidate(start, end, Label.CAMP, "rule:camp-section", 1.0, named(start, end, known, lexicon).value)


KAZAKH = regex.compile(
    r"(?<![\p{L}\d-])(?<!\p{Lu}{2}-?\p{Ll}{0,4}\s)(?P<name>\p{Lu}\p{Ll}[\p{L}-]{2,}(?<!ның|нің|дың|дің|тың|тің|тық|тік|дық|дік|лық|лік|ғы|гі|да|де|та|те|ші|шы))\s"
    r"(?:лагерь\s)?бөл(?:імше(?:сі|лері)\p{Ll}{0,6}|\.)(?!\p{L})"
)
SORT_KK = regex.compile(
    r"(?:Арнайы|Әйелдер|Осы|Бұл|Сол|Әр|Екі|Үш|Төрт|Жаңа|Ескі|Құрылымдық|Әскери|Қарулы|Ерекше|Бас|Жеке|Барлық|Кейбір|Басқа|Бірінші"
    r"|Лагерь|Еңбек|Түзе|Санитар|Қамау|Күзет|Тергеу|Партия|Қызыл|Банк|Госбанк|Пошта|Милиция|Хирургия|Терапия|Перзентхана|Балалар|Қала|Аудан|Облыс"
    r"|Аурухана|Совхоз|Колхоз)"
)
# Whose section it is, in Kazakh: of a farm, a bank, a hospital.
OF_OTHERS_KK = regex.compile(
    r"(?i:совхоз|колхоз|банк|милиция|полиция|аурухана|пошта|институт|университет|партия|қоғам|комитет|одағы|теміржол)\p{L}*\s$"
)
LONGEST_OTHER = 24
ENGLISH = regex.compile(
    r"(?<=(?<!\p{L})(?:[Tt]he|of|at|in|and|from)\s)(?P<name>[A-Z][a-z]+(?:-[A-Z][a-z]+)?)\s(?:camp\s)?section"
    r"(?!\p{L}|\s(?:of(?!\sthe\scamp(?:\p{P}|$|\s(?:was|were|had|in|at|on|near|where|and|to|by|from)(?!\p{L})))|for|head|chief|on)(?!\p{L}))"
)
SORT_EN = regex.compile(
    r"(?:\p{L}+(?:al|ary|ic|ive|ing|tion|ment|ian|ish|ese|[^n]ed|nce|ty|cy|ly|ern|er)|Secret|First|Second|Third|Main|New|Youth|Women|Prison|Camp|Party"
    r"|Guard|Penal|This|Next|Another|Passport|Foreign|Health|Transport|Labou?r|Trade|Press|Art|Music|Drama|Sports?|Kitchen|Brass|String|Rhythm)$"
)


def kazakh_section(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find `Жартас бөлімшесінде` where camps are spoken of."""
    for match in KAZAKH.finditer(text):
        others = OF_OTHERS_KK.search(text, max(0, match.start() - LONGEST_OTHER), match.start())
        if others is None and named_section(match, SORT_KK):
            yield of_match(match, lexicon)


def english_section(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find `the Burma section` where camps are spoken of."""
    yield from (of_match(match, lexicon) for match in ENGLISH.finditer(text) if named_section(match, SORT_EN))


def named_section(match: Match, sort: regex.Pattern[str]) -> bool:
    """Say whether the section goes by a name of its own, among camps."""
    return sort.match(match["name"]) is None and among_camps(match.string, match.start(), match.end())


def of_match(match: Match, lexicon: Lexicon) -> Candidate:
    """Make a camp of the whole match."""
    found = named(match.start(), match.end(), match[0], lexicon)
    return Candidate(found.start, found.end, Label.CAMP, "rule:camp-section", 1.0, found.value)


RULES: tuple[Rule, ...] = (russian_rows, kazakh_section, english_section)
