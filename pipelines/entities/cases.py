"""Grammar of CASE: numbered cases and files of investigations and courts."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from document import CaseValue, Label
from models.lexicon import Lexicon
from pipelines.entities.candidate import Candidate, Rule
from pipelines.entities.rule import Found, Match, longest, rule

NUMERO = r"(?:(?:за\s)?(?:№№?:?|N[°ºo0о]?\.?|[Nn]o\.?|Nо\.?|Nr\.?|[Нн]омер(?:ом)?|[Nn]umber|#|[ХX][оo](?=\s?\d)))"
# Figures as typewriters and recognition give them: О for nought between others.
FIGURES = r"\d(?:[\dОOЗ]{0,6}\d|\d{0,7})"
HELD = (
    rf"(?:[\p{{Lu}}А-Я]{{1,2}}\s?[-‐‑–—−]\s?|[ПРФПAPRF]\s?(?=\d{{3}}))?{FIGURES}(?:\s?[-–/]\s?\d{{1,6}}){{0,2}}"
    r"(?:/\p{L}{1,2}(?:-\d{1,6})?(?![\p{L}\d])|-\p{L}-\d{1,6}|\s?[-–]\s?\p{L}{1,2}(?!\p{L}))?(?!\d)"
)
KEEPER = r"(?:(?:У?КГБ|УСБУ|УФСБ|ФСБ|МВД|ДКНБ|КНБ)(?:\s\p{Lu}{2,5})?\s?[-‐‑–—−]\s?)"
# Words for the sort of case: `следственное`, `архивно-следственное`, `арх.-след.`, `наблюдательное`.
SORT = (
    r"(?:[Сс]ледств(?:енн\p{L}{2,3}|\.)|[Сс]лед\.|[Уу]гол(?:овн\p{L}{2,3}|\.)|[Аа]рх(?:ивн\p{L}{2,3}|\.)"
    r"|[Лл]ичн\p{L}{2,3}"
    r"|[Аа]гентурн\p{L}{2,3}|[Сс]удебн\p{L}{2,3}|[Уу]ч[её]тн\p{L}{2,3}|[Нн]аблюдательн\p{L}{2,3}|[Аа]рхив\."
    r"|[Сс]ледств\.|[Фф]ильтрационн\p{L}{2,3}|[Рр]озыскн\p{L}{2,3}|[Оо]перативн\p{L}{2,3}|[Пп]ерсональн\p{L}{2,3}"
    r"|[Лл]агерн\p{L}{2,3}|[Лл]итерн\p{L}{2,3}|[Нн]адзорн\p{L}{2,3}|[Кк]онтрольн\p{L}{2,3}|[Тт]юремн\p{L}{2,3}"
    r"|[Рр]еабилитационн\p{L}{2,3}|[Гг]рупповы?о?\p{L}{1,2}|[Пп]енсионн\p{L}{2,3}|а/с)"
)
ARCHIVAL = r"[Аа]рх(?:ивн\p{L}{2,3}|\.)?\s?[-–]?\s?"
QUALITY = rf"(?:(?:[Аа]рхивно-|[Уу]головно-|[Кк]онтрольно-|[Сс]ледственно-|{ARCHIVAL})?{SORT}\s?)"
FILE_RU = (
    r"(?:[Дд](?:ел(?:о|а|у|е|ом)|ело)(?:-формуляр\p{Ll}{0,2})?|[Сс]лед(?:ственное\s)?дел(?:о|а|у|е|ом)"
    r"|(?<=(?:[Нн]адзорн|[Нн]аблюдательн)\p{L}{2,3}\s)производств(?:о|а|у|е|ом)|АСД|АУД)(?!\p{L})"
)
BEFORE = r"(?<![\p{L}\d])"


@rule(
    Label.CASE,
    rf"{BEFORE}(?i:{QUALITY}?{FILE_RU})(?:\s(?:спецпереселенц|спецпоселен|ссыльн|заключ[её]нн|осужд[её]нн|арестованн)\p{{Ll}}+)?"
    rf"\s{{0,2}}:?\s{{0,2}}(?P<numero>{NUMERO})\s{{0,2}}(?P<n>{HELD})",
)
def numbered_case(match: Match, _: Lexicon) -> Found | None:
    """`дело № 8472`, `архивно-следственное дело № 1234`."""
    return case(match)


@rule(Label.CASE, rf"{BEFORE}(?P<quality>{QUALITY}){FILE_RU}\s?:?\s{{0,2}}{KEEPER}?(?P<n>{HELD})")
def case_of_an_archive(match: Match, _: Lexicon) -> Found | None:
    """`Арх.дело: П-15005`, `Арх.дело: КГБ РБ - 27047-с`."""
    return case(match)


@rule(
    Label.CASE,
    rf"{BEFORE}{FILE_RU}:?\s(?P<n>[ПРФНСК](?:-|\s)?\d{{3,6}}|(?!1[89]\d\d(?!\d)|20[012]\d(?!\d))\d{{4,6}}(?!\s?(?:год|г\.|чел|руб)))"
    r"(?![\d.-])",
)
def case_with_a_letter(match: Match, _: Lexicon) -> Found | None:
    """`дело П-456`, `дело П 15005`."""
    return case(match)


@rule(Label.CASE, rf"{BEFORE}[Аа]рх(?:ивн\p{{L}}{{2,3}}|\.)\s(?:номер|№)\s{{0,2}}(?P<n>{HELD})")
def archival_number(match: Match, _: Lexicon) -> Found | None:
    """`арх. № П-7654`."""
    return case(match)


@rule(Label.CASE, r"(?<![\p{L}\d,.-])(?P<n>\d{4,7})-іс(?:і|ке|те|тен|тің)?(?!\p{L})")
def kazakh_number_and_case(match: Match, _: Lexicon) -> Found | None:
    """`5612-іс`."""
    return case(match)


@rule(
    Label.CASE,
    r"(?<![\p{L}\d])(?:(?i:investigat(?:ive|ion)|criminal|archival|archive)\s(?:and\s\p{L}+\s)?(?i:case|file)\s"
    r"(?P<n>[A-Z]-\d{3,6}|\d{4,7})|(?i:case|file)\s(?P<n>[A-Z]-\d{3,6}))(?![\d-])",
)
def english_case_without_no(match: Match, _: Lexicon) -> Found | None:
    """`archive file P-12345`."""
    return case(match)


@rule(Label.CASE, r"(?<![\p{L}\d.-])(?P<n>[ПРФСК]-\d{4,6})(?![\d-])")
def file_code(match: Match, _: Lexicon) -> Found | None:
    """`П-23180`: the number of an investigation file with the letter of its series."""
    before = match.string[max(0, match.start() - 14) : match.start()]
    return None if regex.search(r"(?:[Фф](?:онд\p{L}*)?\s?[.:]?|[Оо]р)\s{0,2}$", before) else case(match)


@rule(Label.CASE, rf"(?<=\[\s?)(?P<n0>{NUMERO})\s?(?P<n>\d{{2,7}})(?=\s?\])")
def bracketed_number(match: Match, _: Lexicon) -> Found | None:
    """`[№: 23898]` as databases of the repressed print the number of the case."""
    return case(match)


@rule(
    Label.CASE,
    rf"{BEFORE}(?:(?i:investigat(?:ive|ion|or['’]s)|criminal|archival|court|personal|archive|operational|prisoner|penal|group)[\s-]"
    rf"(?:and\s\p{{L}}+\s)?){{0,3}}(?i:(?:case\s)?file|case|dossier)\s(?P<numero>{NUMERO}|#)\s?(?P<n>{HELD})",
)
def english_case(match: Match, _: Lexicon) -> Found | None:
    """`investigative file No. 8472`, `Case No. 12`."""
    return case(match)


@rule(
    Label.CASE,
    rf"{BEFORE}(?:{NUMERO}\s?(?P<n>{HELD})|(?P<n>[ПРФ]-\d{{3,6}}|\d{{1,3}}/\d{{2,6}}(?:-\d{{1,4}})?(?=\s(?:тергеу\s|қылмыстық\s)?іс))|(?P<n>\d{{1,7}})(?=\sнөмірлі))(?:\s(?:нөмірлі|санды))?\s?-?\s?"
    rf"(?:(?:тергеу|қылмыстық|мұрағаттық|архивтік|архив|мұрағат|жеке|сот|агентуралық|жедел|бақылау|қадағалау|іздеу)[-\s]){{0,2}}іс(?:і|тің|ке|ті|те|тен|пен|інің|іне|ін|інде|інен|імен|індегі|тері)?(?!\p{{L}})",
)
def kazakh_case(match: Match, _: Lexicon) -> Found | None:
    """`№ 123 іс`, `№ 8472 тергеу ісі`."""
    return case(match)


@rule(
    Label.CASE,
    rf"{BEFORE}(?:(?:[Тт]ергеу|[Ққ]ылмыстық|[Мм]ұрағаттық|[Аа]рхивтік|[Аа]рхив|[Мм]ұрағат|[Жж]еке"
    rf"|[Сс]от)[-\s]){{0,2}}(?:[Іі]с|ІС)(?:і|тің|ке|ті|те|тен|інің|іне|ін|інде|інен)?\s?:?\s?{NUMERO}\s?"
    rf"(?P<n>{HELD})",
)
def kazakh_case_and_number(match: Match, _: Lexicon) -> Found | None:
    """`тергеу ісі № 8472`."""
    return case(match)


@rule(
    Label.CASE,
    rf"(?<=архив\p{{L}}*[^.;\n]{{0,30}}[,.]\s)д\.\s?№\s?(?P<n>{HELD})|{BEFORE}[Аа]рх\.?[-\s]?след(?:ств)?\.?\sд\.\s?№\s?(?P<n>{HELD})",
)
def abbreviated_case(match: Match, _: Lexicon) -> Found | None:
    """`архив СБУ, д. № 12345-фп`: after an archive the abbreviation is a file, not a house."""
    return case(match) if len(match["n"]) >= SHORTEST_NUMBER else None


# Fewer figures after `д. №` are a house.
SHORTEST_NUMBER = 4
NEXT_CASE = regex.compile(
    rf"\s?(?:,|и|және|and)\s(?P<span>{NUMERO}\s?(?P<n>{HELD}))(?!\s?(?:завод|школ|лаг|колони|шахт|камер|отдел|уч\p{{Ll}}*))"
)


def listed(cases: list[Candidate], text: str) -> Iterator[Candidate]:
    """Find the other numbers of a list: `дела № 5 и № 6`."""
    for one in cases:
        place = one.end
        while found := NEXT_CASE.match(text, place):
            value = case(found).value
            yield Candidate(found.start("span"), found.end("span"), Label.CASE, "rule:listed-case", 1.0, value)
            place = found.end("span")


def case(match: Match) -> Found:
    """Make the match a case of the number `n`."""
    joined = regex.sub(r"(?<=\d)З(?=\d)", "3", regex.sub(r"\s|-ш[іы]$", "", match["n"]))
    number = regex.sub(r"(?<=\d)[ОO](?=[\dОO])", "0", joined)
    return Found(match.start(), match.end(), CaseValue(regex.sub(r"[–—]", "-", number)))


RULES: tuple[Rule, ...] = (
    numbered_case,
    case_of_an_archive,
    file_code,
    case_with_a_letter,
    archival_number,
    kazakh_number_and_case,
    english_case_without_no,
    bracketed_number,
    english_case,
    kazakh_case,
    kazakh_case_and_number,
    abbreviated_case,
)


def find(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find numbered cases, the longest reading of each."""
    kept = longest(one for read in RULES for one in read(text, lexicon))
    yield from longest([*kept, *listed(kept, text)])
