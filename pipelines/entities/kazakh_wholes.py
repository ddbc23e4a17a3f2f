"""Makes Kazakh institutions whole: whose one is, what stands beside it, where its unit sits, after whom it is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.kazakh_edges import REGION
from pipelines.entities.kazakh_heads import CASE, GENITIVE, HEAD, PARTY, SHORT, STATE
from pipelines.entities.kazakh_places import with_part_of_country, with_what_it_is, without_headman, without_neighbour
from pipelines.entities.kazakh_plain import TOWN
from pipelines.entities.name_signs import INITIALS_BEFORE, LONGEST_INITIALS

REACH = 120
"""Characters."""
ANY_CASE = rf"(?:{CASE}|[нтд][ыі]ң|[дт][ае]н?|[қкғг][ае]|[пмб]ен|т[ыі])"
INSTITUTION = rf"(?:{HEAD}|(?i:кеңес|комиссия|мәжіліс|үштік|үштіг\p{{Ll}}|жиналыс)){ANY_CASE}?(?!\p{{L}})"
# A body at another: `КСРО ІІХК жанындағы Ерекше кеңес`.
BESIDE = regex.compile(rf"\s(?:жанындағы|қарасты)(?:\s(?!мен\s|және\s|пен\s)[\p{{L}}-]+){{0,5}}?\s{INSTITUTION}")
# A named unit belongs to the body it is of: `ХРККҰ атқару комитетінің`, `МК үгіт-насихат бөлімінің неміс бөлімі`.
UNITS = (
    "комитеті|бюросы|бөлімі|бөлімшесі|комиссиясы|басқармасы|секторы|обкомы|өкілдігі|президиумы|төралқасы|алқасы|прокуратурасы"
    "|министрлігі|комиссариаты|агенттігі|хатшылығы|кеңесі|жиналысы|мәжілісі|мұрағаты|факультеті|кафедрасы|синдикаты"
    "|секциясы|филиалы"
)
KIND = r"(?!жергілікті|екі|үш|төрт|барлық)\p{Ll}[\p{L}-]+(?<![ндт][ыі]ң|ында|інде|ғы|гі)\s"
UNIT = regex.compile(
    rf"\s(?!арнайы\sбөлімі)(?:{KIND}(?:және|мен|пен)\s{KIND}|(?:{KIND}){{0,2}})(?i:\p{{L}}*(?:{UNITS}))(?:{CASE})?(?!\p{{L}})"
)
ENDS_BODY = regex.compile(rf"(?<!\p{{L}})(?:{SHORT}(?:[-–][нтд][ыі]ң)?|{HEAD}н[ыі]ң)$")
# A unit that sits elsewhere: `Швецияның Ленинградтағы консулдығы`.
UNIT_ELSEWHERE = regex.compile(
    rf"\s\p{{Lu}}[\p{{L}}-]+(?:[дт]ағы|[дт]егі)\s(?:\p{{Ll}}+\s){{0,2}}{HEAD}(?:{CASE})?(?!\p{{L}})"
)
NAMED_AFTER = regex.compile(r"атындағы\s")
# What a commissariat is for: `[Халық комиссариаты]` alone is none.
PORTFOLIO_BEFORE = regex.compile(
    r"(?<!\p{L})(?i:(?:ішкі|сыртқы)\sістер|еңбек|қаржы|(?:сыртқы\s)?сауда|әділет|жер|(?:ауыл|егін)\sшаруашылығы"
    r"|денсаулық\sсақтау|(?:халыққа\s)?(?:оқу-|халық\s)?ағарту|қорғаныс|байланыс|қатынас\sжолдары(?:ның)?"
    r"|(?:ауыр|жеңіл|тамақ|орман)\sөнеркәсібі?|мемлекеттік\sқауіпсіздік|ауылшаруашылық)\s$"
)
COMMISSARIAT = regex.compile(r"(?i:халық\sкомиссариат|министрлі)")
PARTY_BEFORE = regex.compile(r"(?<!\p{L})[Пп]артия(?:ның)?\s$")
COMMITTEE = regex.compile(r"(?:ОК|ОБК)(?!\p{L})|\p{Lu}\p{Ll}+\s(?:аудандық|облыстық|қалалық|губерниялық)\sкомитет")
SECTOR = regex.compile(r"\s\p{Ll}+(?:лық|лік|дық|дік|тық|тік|шаруашылығы|өнеркәсіп)\s")
QUOTE_BEFORE = regex.compile(r"[«“][^«»“”\n]{1,12}$")
# What a region or a state has, and calls by its own name alone: `Швецияның СІМ-і`, `Германияның коммунистік партиясы`.
OWN = regex.compile(
    rf"{SHORT}(?!\s*[«“\"])|(?i:коммунистік|компартия|социал|социалистік|жоғарғы|халық\s|мемлекеттік|орталық|ұлттық"
    r"|ішкі\s|сыртқы\s|бас\s|төтенше|қарулы|сауда\s|елшілі|консулды|өкілетті|өкілді|ғылым\sакад|жазушылар|министрлер"
    r"|прокуратура|облыстық|өлкелік|губерниялық|уездік|аудандық|қалалық|революциялық|ауыл|егін|еңбек|қаржы|денсаулық"
    r"|байланыс|қорғаныс|ауыр\s|жеңіл\s|әділет)"
)
ENDS_GENITIVE = regex.compile(rf"(?:{GENITIVE}|[дт][ыі]ң)$")
PARTY_OR_SOCIETY = regex.compile(
    rf"(?:.*\s)?(?:{PARTY}|ХРККҰ|МОПР|Л?ЖКО|БЛКЖО|ВЛКСМ|Қ?ЛКСМ|ҚЛКЖО|[Кк]омсомолдың|Қазақстан\s(?:КП|Компартиясы(?:ның)?))"
)
# `ІІХК | МҚББ-ның 4-бөлімі`.
POLICE = regex.compile(r"(?:^|\s)ІІХК$")
SECURITY = regex.compile(r"МҚБ?Б(?!\p{L})")
# A department has its own in a district: `Свердлов облысы бойынша басқармасының | Каменск аудандық филиалы`.
ENDS_DEPARTMENT = regex.compile(rf"(?:(?:басқармасы|комиссариаты|министрлігі|департаменті)н[ыі]ң|{SHORT}-[нтд][ыі]ң)$")
DISTRICT_UNIT = regex.compile(rf"{REGION}\s(?:\p{{Ll}}+\s)?(?:бөлім|бөлімше|филиал|сектор|басқарма)")
BRANCH = regex.compile(rf"{REGION}\s(?:комитет|бөлім|ұйым)")
IS_STATE = regex.compile(STATE)
IS_REPUBLIC = regex.compile(rf"{STATE}|(?:\p{{Lu}}\p{{Ll}}+\s)+Республикасы")
ONLY_SHORT = regex.compile(rf"{SHORT}(?![\p{{L}}(])")
OF_REGION = regex.compile(rf"{SHORT}(?:-\p{{Ll}}+)?\s(?:басқарма|бөлім)")
# `Киев кинофабрикасында`: what a place has only one of, or is called by its place.
NO_NAME = "қоғам|орталы|корпус|мұраға|архив|соты|партия|ұйым|әскері|бөлім|одағы"
OF_PLACE = regex.compile(rf"\s(?:\p{{Ll}}[\p{{L}}-]+(?<!н[ыі]ң)\s){{0,2}}(?!{NO_NAME}){HEAD}(?:{CASE})?(?!\p{{L}})")
BODIES = "елшілігі|консулдығы|өкілдігі|партиясы|қауымдастығы|баспасы|прокуратурасы|академиясы"
BODY_OF_STATE = regex.compile(rf"\s(?:\p{{Ll}}[\p{{L}}-]+\s){{0,2}}(?:{BODIES})(?:{CASE})?(?!\p{{L}})")
# Mines, works and farms bear surnames: `Белоусов кеніші`.
WORKS = (
    "зауыты|шахтасы|кеніші|руднигі|колхозы|совхозы|ұжымшары|кеңшары|комбинаты|фабрикасы|түрмесі|абақтысы|артелі"
    "|университеті|армиясы|дивизиясы|колледжі|лицейі"
)
OF_NAMESAKE = regex.compile(rf"\s(?:\p{{Ll}}[\p{{L}}-]+\s)?(?:{WORKS})(?:{CASE})?(?!\p{{L}}|\sстан[сц])")
ONE_WORD = regex.compile(r"\p{Lu}\p{Ll}+")
CASED = regex.compile(r"(?:[ндт][ыі]ң|[дт][ае]н?|н[ае]н|[дт]ағы|[дт]егі|[ғгқк][ае]|н[ае]|[мбп]ен)$")
ENDS_SURNAME = regex.compile(r"(?:[оеё]ва?|[еи]ев|ин|ина|[сц]кий|[сц]кая|енко|вич|ұлы|қызы)$")
SURNAME_BEHIND = regex.compile(
    rf"\s(?!{TOWN}(?:\P{{L}}|[дтқкғгпнмб]))\p{{Lu}}\p{{Ll}}{{2,}}(?:[оеё]ва?|[еи]ев|[сц]кий|[сц]кая|енко|вич|швили)"
    r"(?:[нтд][ыі]ң|[нтд][ыі]|[дтн][ае]н|[мпб]ен|[қғкг][ае])?(?!\p{L})(?!\s(?:аудан|облыс|қала|көше|ауыл|атындағы))"
)

Wholeness = Callable[[str, Candidate], Candidate]


def whole(text: str, candidate: Candidate) -> Candidate:
    """The candidate with what belongs to its name beside it."""
    for make in WHOLE.get(candidate.label, ()):
        candidate = make(text, candidate)
    return candidate


def with_body_beside(text: str, candidate: Candidate) -> Candidate:
    """`[КСРО ІІХК] жанындағы Ерекше кеңес` is one."""
    if not text.startswith((" жанындағы ", " қарасты "), candidate.end):
        return candidate
    found = BESIDE.match(text, candidate.end, candidate.end + REACH)
    return replace(candidate, end=found.end()) if found else candidate


def with_unit(text: str, candidate: Candidate) -> Candidate:
    """`[ХРККҰ] атқару комитетінің` is one."""
    if not ENDS_BODY.search(text, candidate.start, candidate.end):
        return candidate
    found = UNIT.match(text, candidate.end, candidate.end + REACH)
    return replace(candidate, end=found.end()) if found else candidate


def with_unit_elsewhere(text: str, candidate: Candidate) -> Candidate:
    """`[Швецияның] Ленинградтағы консулдығы` is one, and an institution."""
    if not ENDS_GENITIVE.search(text, candidate.start, candidate.end):
        return candidate
    found = UNIT_ELSEWHERE.match(text, candidate.end, candidate.end + REACH)
    return replace(candidate, end=found.end(), label=Label.ORG) if found else candidate


def with_initials_of_namesake(text: str, candidate: Candidate) -> Candidate:
    """`М.И. [Калинин атындағы зауыт]`."""
    if not NAMED_AFTER.search(text, candidate.start, candidate.end):
        return candidate
    before = INITIALS_BEFORE.search(text, max(0, candidate.start - LONGEST_INITIALS), candidate.start)
    return replace(candidate, start=before.start()) if before else candidate


def with_portfolio(text: str, candidate: Candidate) -> Candidate:
    """`Еңбек [Халық Комиссариаты]`, `партия [ОК-нің]`."""
    if COMMISSARIAT.match(text, candidate.start):
        before = PORTFOLIO_BEFORE.search(text, max(0, candidate.start - 32), candidate.start)
    elif COMMITTEE.match(text, candidate.start):
        before = PARTY_BEFORE.search(text, max(0, candidate.start - 12), candidate.start)
    else:
        before = None
    return replace(candidate, start=before.start()) if before else candidate


def with_opening_quote(text: str, candidate: Candidate) -> Candidate:
    """`«Им. [Марти» зауыты]`: the quotation begins before."""
    name = text[candidate.start : candidate.end]
    close = name.find("»")
    if close < 0 or close == len(name) - 1 or "«" in name[:close]:
        return candidate
    before = QUOTE_BEFORE.search(text, max(0, candidate.start - 14), candidate.start)
    return replace(candidate, start=before.start()) if before else candidate


def with_what_place_has(text: str, candidate: Candidate) -> Candidate:
    """`[Киев] кинофабрикасында` is an institution, and so is `[Жапонияның] ардагерлер қауымдастығы`."""
    cased = CASED.search(text, candidate.start, candidate.end)
    if cased and not cased[0].endswith("ң"):
        return candidate
    found = (BODY_OF_STATE if cased else OF_PLACE).match(text, candidate.end, candidate.end + REACH)
    return replace(candidate, end=found.end(), label=Label.ORG) if found else candidate


def with_surname(text: str, candidate: Candidate) -> Candidate:
    """`[Станислав] Войтовичті`, `[Рабиға] Асфендияровамен`."""
    if not ONE_WORD.fullmatch(text, candidate.start, candidate.end):
        return candidate
    if CASED.search(text, candidate.start, candidate.end) or ENDS_SURNAME.search(text, candidate.start, candidate.end):
        return candidate
    found = SURNAME_BEHIND.match(text, candidate.end, candidate.end + 40)
    return replace(candidate, end=found.end()) if found else candidate


def with_works(text: str, candidate: Candidate) -> Candidate:
    """`[Белоусов] кеніші` is an institution, and no person."""
    if not ONE_WORD.fullmatch(text, candidate.start, candidate.end):
        return candidate
    if CASED.search(text, candidate.start, candidate.end):
        return candidate
    found = OF_NAMESAKE.match(text, candidate.end, candidate.end + REACH)
    return replace(candidate, end=found.end(), label=Label.ORG) if found else candidate


WHOLE: dict[Label, tuple[Wholeness, ...]] = {
    Label.ORG: (
        with_opening_quote,
        with_portfolio,
        with_part_of_country,
        with_initials_of_namesake,
        with_body_beside,
        with_unit,
    ),
    Label.PERSON: (with_surname, with_works),
    Label.LOC: (
        without_headman,
        without_neighbour,
        with_part_of_country,
        with_what_it_is,
        with_unit_elsewhere,
        with_what_place_has,
    ),
}


def joined(text: str, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates, an institution together with the state or region before it whose it is."""
    waiting: Candidate | None = None
    for one in sorted(candidates, key=lambda each: (each.start, each.end)):
        if waiting is not None and belongs(text, waiting, one):
            yield replace(one, start=waiting.start, confidence=min(waiting.confidence, one.confidence))
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = one
    if waiting is not None:
        yield waiting


def is_branch(text: str, body: Candidate, branch: Candidate) -> bool:
    """Whether a committee of a region stands right behind its party or society: `ХРККҰ | Алматы облыстық комитеті`."""
    if body.label is not Label.ORG or branch.label is not Label.ORG or text[body.end : branch.start] != " ":
        return False
    if SECURITY.match(text, branch.start, branch.end):
        return POLICE.search(text, body.start, body.end) is not None
    if ENDS_DEPARTMENT.search(text, body.start, body.end):
        return DISTRICT_UNIT.match(text, branch.start, branch.end) is not None
    return (
        PARTY_OR_SOCIETY.fullmatch(text, body.start, body.end) is not None
        and BRANCH.match(text, branch.start, branch.end) is not None
    )


def belongs(text: str, place: Candidate, institution: Candidate) -> bool:
    """Whether a place and an institution behind it are one name: `Германияның | КП`, `РКФСР | халық комиссариаты`."""
    if is_branch(text, place, institution):
        return True
    if place.label is not Label.LOC or institution.label is not Label.ORG:
        return False
    between = text[place.end : institution.start]
    if between == " бойынша ":
        return OF_REGION.match(text, institution.start, institution.end) is not None
    name = text[place.start : place.end]
    if IS_STATE.fullmatch(name) and SECTOR.fullmatch(between) and COMMISSARIAT.match(text, institution.start):
        return True
    if between != " " or not OWN.match(text, institution.start, institution.end):
        return False
    if ENDS_GENITIVE.search(name):
        return True
    # Lists of abbreviations put one beside the last full name: `… Социалистік Республикасы ІІМ`.
    beside = IS_STATE if ONLY_SHORT.match(text, institution.start, institution.end) else IS_REPUBLIC
    return beside.fullmatch(name) is not None
