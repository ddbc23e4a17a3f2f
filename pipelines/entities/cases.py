"""Grammar of CASE: numbered cases and files of investigations and courts."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from document import CaseValue, Label
from models.lexicon import Lexicon
from pipelines.entities.candidate import Candidate, Rule
from pipelines.entities.rule import Found, Match, longest, rule

NUMERO = r"(?:(?:за\s|под\s)?(?:№№?:?|N[°ºo0о]?\.?|[Nn]o\.?|Nо\.?|Nr\.?|[Нн]омер(?:ом)?|[Nn]umber|#|[ХX][оo](?=\s?\d)))"
# Figures as typewriters and recognition give them: О for nought between others.
FIGURES = r"\d(?:[\dОOЗ]{0,6}\d|\d{0,7})"
HELD = (
    rf"(?:[\p{{Lu}}А-Я]{{1,2}}\s?[-‐‑–—−]\s?|[ПРФПAPRF]\s?(?=\d{{3}}))?{FIGURES}(?:\s?[-–/]\s?\d{{1,6}}){{0,2}}"
    r"(?:/\p{L}{1,2}(?:-\d{1,6})?(?![\p{L}\d])|-\p{L}-\d{1,6}|\s?[-–]\s?\p{L}{1,2}(?!\p{L}))?(?!\d)"
)
KEEPER = (
    r"(?:(?:У?КГБ|УСБУ|УФСБ|ФСБ|МВД|ДКНБ|КНБ)(?:\s\p{Lu}{2,5})?(?:\sпо\s\p{Lu}[\p{L}-]*(?:\s(?:обл\.|области|краю))?)?"
    r"\s?[-‐‑–—−]\s?)"
)
# Words for the sort of case: `следственное`, `архивно-следственное`, `арх.-след.`, `наблюдательное`.
SORT = (
    r"(?:[Сс]ледств(?:енн\p{L}{2,3}|\.)|[Сс]лед\.|[Уу]гол(?:овн\p{L}{2,3}|\.)|[Уу]г\.|[Аа]рх(?:ивн\p{L}{2,3}|\.)"
    r"|[Лл]ичн\p{L}{2,3}"
    r"|[Аа]гентурн\p{L}{2,3}|[Сс]удебн\p{L}{2,3}|[Уу]ч[её]тн\p{L}{2,3}|[Нн]аблюдательн\p{L}{2,3}|[Аа]рхив\."
    r"|[Сс]ледств\.|[Фф]ильтрационн\p{L}{2,3}|[Рр]озыскн\p{L}{2,3}|[Оо]перативн\p{L}{2,3}|[Пп]ерсональн\p{L}{2,3}"
    r"|[Лл]агерн\p{L}{2,3}|[Лл]итерн\p{L}{2,3}|[Нн]адзорн\p{L}{2,3}|[Кк]онтрольн\p{L}{2,3}|[Тт]юремн\p{L}{2,3}"
    r"|[Кк]ассационн\p{L}{2,3}|[Пп]ротокольн\p{L}{2,3}|[Пп]артийн\p{L}{2,3}|[Пп]роверочн\p{L}{2,3}|[Кк]онфликтн\p{L}{2,3}|[Аа]лфавитн\p{L}{2,3}|[Сс]татистическ\p{L}{2,3}"
    r"|[Рр]еабилитационн\p{L}{2,3}|[Гг]рупповы?о?\p{L}{1,2}|[Пп]енсионн\p{L}{2,3}|а/с)"
)
ARCHIVAL = r"[Аа]рх(?:ивн\p{L}{2,3}|\.)?\s?[-–]?\s?"
QUALITY = (
    rf"(?:(?:(?:[Аа]рхивно|[Уу]головно|[Кк]онтрольно|[Сс]удебно|[Сс]ледственно|[Пп]роверочно|[Фф]ильтрационно|[Уу]ч[её]тно)-"
    rf"|{ARCHIVAL})?{SORT}\s?)"
)
# The name that the police gave the case: `агентурное дело «Клубок» № 33`.
CODE_NAME = r"(?:\s[«\"“][^«»\"“”\n]{2,30}[»\"”])?"
FILE_RU = (
    r"(?:[Дд](?:ел(?:о|а|у|е|ом|(?=\s№))|ело)(?:-формуляр\p{Ll}{0,2})?|[Сс]лед(?:ственное\s)?дел(?:о|а|у|е|ом)"
    r"|(?<=(?:[Нн]адзорн|[Нн]аблюдательн)\p{L}{2,3}\s)производств(?:о|а|у|е|ом)|(?<=[Аа]гентурн\p{L}{2,3}\s)разработк(?:а|и|е|у|ой)|АСД|АУД)(?!\p{L})"
)
BEFORE = r"(?<![\p{L}\d])"


@rule(
    Label.CASE,
    rf"{BEFORE}(?i:{QUALITY}?{FILE_RU})(?:\s(?:спецпереселенц|спецпоселен|ссыльн|заключ[её]нн|осужд[её]нн|арестованн|военнопленн|интернированн|высланн|выселенц)\p{{Ll}}+|\sз/к"
    r"|\s(?:оперативной|групповой|агентурной)\s(?:разработки|проверки)|\s(?:У?НКВД|ОГПУ|ГПУ|У?[КМН]ГБ|ВЧК|У?ФСБ|МВД|СБУ))?"
    rf"{CODE_NAME}\s{{0,2}}[,:]?\s{{0,2}}(?P<numero>{NUMERO})\s{{0,2}}(?P<n>{HELD})",
)
def numbered_case(match: Match, _: Lexicon) -> Found | None:
    """`дело № 8472`, `архивно-следственное дело № 1234`; of `дел №№ 14–26` in an inventory it says nothing."""
    return None if regex.match(r"дел\s\D*\d{1,2}(?!\d)", match[0]) else case(match)


@rule(Label.CASE, rf"{BEFORE}(?P<quality>{QUALITY}){FILE_RU}\s?:?\s{{0,2}}{KEEPER}?(?P<n>{HELD})")
def case_of_an_archive(match: Match, _: Lexicon) -> Found | None:
    """`Арх.дело: П-15005`, `Арх.дело: КГБ РБ - 27047-с`."""
    return case(match)


@rule(
    Label.CASE,
    rf"{BEFORE}{FILE_RU}:?\s(?P<n>[ПРФНСК](?:-|\s)?\d{{3,6}}|(?!1[89]\d\d(?!\d)|20[012]\d(?!\d))\d{{4,6}}(?!\s?(?:год|г\.|чел|руб|рабочих|крестьян|людей|семей|семьи)))"
    r"(?![\d-]|\.\d)",
)
def case_with_a_letter(match: Match, _: Lexicon) -> Found | None:
    """`дело П-456`, `дело П 15005`."""
    return case(match)


@rule(
    Label.CASE,
    rf"{BEFORE}(?:[Аа]рх(?:ивн\p{{L}}{{2,3}}|\.)\s(?:номер|№)(?:\sдела)?|(?:[Нн]омер|№)\s(?:[Аа]рх\p{{L}}*\.?\s|[Сс]лед\p{{L}}*\.?\s|[Уу]гол\p{{L}}*\.?\s)?дела)"
    rf":?\s{{0,2}}(?:№\s?)?(?P<n>{HELD})",
)
def archival_number(match: Match, _: Lexicon) -> Found | None:
    """`арх. № П-7654`, `номер дела: 44120`."""
    return case(match) if regex.search(r"\d{3}", match["n"]) else None


@rule(
    Label.CASE,
    rf"(?<=(?:^|[.,;:(»\n]|(?<!\p{{L}})(?:по|в|из|к|за|с|и|от))\s?)№\s?(?P<n>0\d{{3,6}}|\d{{4,7}}|[ПРФ]-\d{{3,6}})\s(?:{QUALITY})?дел(?:о|а|у|е|ом)(?!\p{{L}})",
)
def number_and_case(match: Match, _: Lexicon) -> Found | None:
    """`№ 02141 дело`, as the languages beside Russian order it."""
    return case(match)


@rule(Label.CASE, r"(?<![\p{L}\d,.-])(?P<n>\d{4,7})-іс(?:і|ке|те|тен|тің)?(?!\p{L})")
def kazakh_number_and_case(match: Match, _: Lexicon) -> Found | None:
    """`5612-іс`."""
    return case(match)


SORT_EN = (
    r"(?:(?i:investigat(?:ive|ion|or['’]s)|criminal|archival|court|personal|archive|operational|prisoner|penal|group|police|agent|surveillance"
    r"|prison|camp|secret|rehabilitation|filtration|prosecution|supervis(?:ion|ory)|review)|NKVD|KGB|OGPU|MGB|FSB|SBU)"
)


@rule(
    Label.CASE,
    r"(?<![\p{L}\d])(?:(?:(?:(?i:archival|archive|NKVD|KGB)[\s-])?(?i:investigat(?:ive|ion)|criminal|archival|archive)\s(?:and\s\p{L}+\s)?(?i:case(?:\sfile)?|file)"
    r"|(?i:case\sfile)):?\s(?P<n>[A-Z]-\d{3,6}|\d{4,7})|(?i:case|file|delo)\s(?P<n>[A-Z]-\d{3,6}))(?![\d-])",
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
    rf"{BEFORE}(?:{SORT_EN}[\s-](?:and\s\p{{L}}+\s)?){{0,3}}(?i:(?:case\s)?files?|cases?|dossiers?|delo)(?::\s|,\s|\s)(?P<numero>{NUMERO}s?\.?|#)\s?(?P<n>{HELD})",
)
def english_case(match: Match, _: Lexicon) -> Found | None:
    """`investigative file No. 8472`, `Case No. 12`."""
    return case(match)


SORT_KK = (
    r"(?:тергеу|қылмыстық|мұрағаттық|архивтік|архив|мұрағат|жеке|сот|агентуралық|жедел|бақылау|қадағалау|іздеу|топтық|айыптау|ақтау|сүзгі"
    r"|тексеру|түрме|лагерлік|есептік)"
)


@rule(
    Label.CASE,
    rf"{BEFORE}(?:{NUMERO}\s?(?P<n>{HELD})|(?P<n>[ПРФ]-\d{{3,6}}|\d{{1,3}}/\d{{2,6}}(?:-\d{{1,4}})?(?=\s(?:тергеу\s|қылмыстық\s)?іс))|(?P<n>\d{{1,7}})(?=\s(?:нөмірлі|санды)|-ш[іы]\s)|(?P<n>0\d{{3,6}}(?=-ш[іы]\s)))(?:-ш[іы])?(?:\s(?:нөмірлі|санды))?{CODE_NAME}\s?-?\s?"
    rf"(?:{SORT_KK}[-\s]){{0,2}}іс(?:і|тің|ке|ті|те|тен|пен|інің|іне|ін|інде|інен|імен|індегі|тер(?:і(?:н|нің|не|нде|мен)?|ді|ге|де|мен)?)?(?!\p{{L}})",
)
def kazakh_case(match: Match, _: Lexicon) -> Found | None:
    """`№ 123 іс`, `№ 8472 тергеу ісі`."""
    return case(match)


@rule(
    Label.CASE,
    rf"{BEFORE}(?i:{SORT_KK}[-\s]){{0,2}}(?:[Іі]с|ІС)(?:і|тің|ке|ті|те|тен|інің|іне|ін|інде|інен)?{CODE_NAME}\s?"
    rf"(?::?\s?{NUMERO}|нөмірі:?(?:\s№)?)\s?(?P<n>{HELD})",
)
def kazakh_case_and_number(match: Match, _: Lexicon) -> Found | None:
    """`тергеу ісі № 8472`."""
    return case(match)


@rule(
    Label.CASE,
    rf"(?<=[Аа]рхив\p{{L}}*[^.;\n]{{0,30}}[,.]\s)д\.\s?№\s?(?P<n>{HELD})"
    rf"|{BEFORE}(?:[Аа]рх(?:ивн\p{{L}}{{2,3}}|\.)?[-\s]?(?:(?:[Сс]лед|[Уу]гол)(?:ств)?\.?\s)?д\.|[АаУу][/.]\s?д\.?)\s?[№:]\s?(?P<n>{HELD})",
)
def abbreviated_case(match: Match, _: Lexicon) -> Found | None:
    """`архив СБУ, д. № 12345-фп`: after an archive the abbreviation is a file, not a house."""
    return case(match) if len(match["n"]) >= SHORTEST_NUMBER else None


NAME = r"(?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?|\p{Lu}\.)"


@rule(
    Label.CASE,
    rf"{BEFORE}(?:{FILE_RU}(?:\sпо\sобвинению)?|(?i:files?|case|dossier)\sof)\s{NAME}(?:\s?{NAME}){{0,4}},?\s\(?"
    rf"(?P<number>(?:№|[Nn]o\.)\s?(?P<n>{HELD}))",
)
def number_of_a_persons_case(match: Match, _: Lexicon) -> Found | None:
    """`дело Хасенова (№ 04812)`: the number stands apart from its word, and the name is somebody's."""
    if not regex.search(r"\d{3}", match["n"]):
        return None
    return Found(match.start("number"), match.end("number"), case(match).value)


# Fewer figures after `д. №` are a house.
SHORTEST_NUMBER = 4
# Others of a list whose sign is said to be of several: `дела №№ 118, 119`.
NEXT_NUMBER = regex.compile(
    rf"\s?(?:,|и|және|and)\s(?P<span>(?P<n>{HELD}))(?![.\d]|\s?[-–]\d|\s?(?:год|г\.|чел|лет|жыл))"
)
OF_SEVERAL = regex.compile(r"№№|[Nn]os\.?|(?<!\p{L})(?:[Дд]ела|[Дд]ел|cases|files)\s")
NEXT_CASE = regex.compile(
    rf"\s?(?:,|и|және|and)\s(?P<span>{NUMERO}\s?(?P<n>{HELD}))(?!\s?(?:завод|школ|лаг|колони|шахт|камер|отдел|уч\p{{Ll}}*))"
)


def listed(cases: list[Candidate], text: str) -> Iterator[Candidate]:
    """Find the other numbers of a list: `дела № 5 и № 6`."""
    for one in cases:
        place = one.end
        several = OF_SEVERAL.search(text, one.start, one.end)
        while found := NEXT_CASE.match(text, place) or (several and NEXT_NUMBER.match(text, place)):
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
    number_and_case,
    kazakh_number_and_case,
    english_case_without_no,
    bracketed_number,
    english_case,
    kazakh_case,
    kazakh_case_and_number,
    abbreviated_case,
    number_of_a_persons_case,
)


def find(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find numbered cases, the longest reading of each."""
    kept = longest(one for read in RULES for one in read(text, lexicon))
    yield from longest([*kept, *listed(kept, text)])
