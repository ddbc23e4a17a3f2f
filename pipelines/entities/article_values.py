"""What a provision says: its articles in full, their points and parts, the code they belong to."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from document import ArticleValue
from pipelines.entities.article_patterns import DASH, ITEM, LETTER, MARK, ORDINAL, PART_BEFORE, ROMAN, STEMS, THROUGH
from pipelines.entities.date_words import roman_number
from pipelines.entities.rule import Match

MARKED = regex.compile(
    rf"(?<!\p{{L}})(?P<kind>п\.\s?п\.|пп?\.|чч?\.|част\p{{L}}+|пункт\p{{L}}*|подпункт\p{{L}}*|§§?|[чп](?=\s\d)|[Pp](?:art|oint|aragraph)s?)\s?(?P<items>{ITEM}"
    rf"(?:\s?(?:,|и)\s?{ITEM}(?!\s?[-–/]\s?\d|\d|\s?(?:ч|п|пп)\.)){{0,12}})"
)
MARKS = regex.compile(rf"{MARK}|{PART_BEFORE}")
SUPERSCRIPT = regex.compile(r"[¹²³⁴-⁹⁰]+|\^(?=\d)")
FIGURES = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰IlІOОoо", "12345678901110000")
LATIN = str.maketrans("abvg", "абвг")
ATTEMPT = regex.compile(THROUGH)
SEPARATOR = regex.compile(r"\s?[,;]\s?(?:(?:and|и|және)\s)?|[\s.](?=5[489]-\d)|\s(?:и|И|және|мен|пен|and|AND)\s")


def article(held: str, code: str | None) -> ArticleValue:
    """Read a list of articles with their parts and points, and the code they belong to."""
    marks = [(kind_of(found["kind"]), items(found["items"])) for found in MARKED.finditer(held)]
    attempt = ATTEMPT.search(held)
    bare = MARKS.sub("", SUPERSCRIPT.sub(raised, ATTEMPT.sub("", held) + " ")).strip()
    named = articles(bare)
    if attempt:
        named = [f"{attempt[0][-2:]}-{one}" for one in named]
    return provision(
        named,
        code,
        tuple(item for kind, group in marks if kind != "ч" for item in group),
        tuple(item for kind, group in marks if kind == "ч" for item in group),
    )


def kind_of(written: str) -> str:
    """Say whether a part (`ч`) or a point (`п`) is meant."""
    return "ч" if written[0] in "чЧ" or written.casefold().startswith("part") else "п"


def provision(
    named: Sequence[str], code: str | None, points: tuple[str, ...] = (), parts: tuple[str, ...] = ()
) -> ArticleValue:
    """Make the value: the first article, and all of them where there are several."""
    every = tuple(named) if len(named) > 1 else ()
    once = tuple(dict.fromkeys(points)), tuple(dict.fromkeys(parts))
    return ArticleValue(named[0] if named else "", code_name(code), *once, every)


def items(text: str) -> tuple[str, ...]:
    """List the numbers or letters of a group: `1, 6 и 8`, `«а»`, `I`, `1 «а»`, `2-я`."""
    written = regex.sub(ORDINAL, "", WHICH.sub(lambda one: str(STEMS.index(one[1]) + 1), text))
    found = regex.findall(rf"\d+{LETTER}|\d+|[IVX]+|(?<!\p{{L}})[а-я](?!\p{{L}})(?<!\sи)", written)
    return tuple(regex.sub(r"[^\p{L}\d]", "", item) for item in found)


WHICH = regex.compile(rf"(?<!\p{{L}})({'|'.join(STEMS)})\p{{L}}{{1,3}}(?!\p{{L}})")


def raised(match: Match) -> str:
    """Write figures above the line after a hyphen: `58¹⁰` is article 58-10."""
    return "-" + match[0].translate(FIGURES).strip("^")


def articles(text: str) -> list[str]:
    """Write every article in full: `58-6-10-11` and `58-10, 11` each name several points of article 58."""
    found: list[str] = []
    head: str | None = None
    for item in SEPARATOR.split(regex.sub(r"\s?\((\d+[a-gа-г]?(?:(?:,\s?|\sи\s)\d+[a-gа-г]?)*)\)", r"-\1", text)):
        steps = steps_of(item)
        if not steps:
            continue
        if len(steps) > 1 and steps[0] in {"17", "19"} and steps[1] in {"58", "54", "59"}:
            found.append("-".join(steps))
        elif steps[0].rstrip("абвг") in {"58", "54", "59"}:
            head = steps[0]
            found += [f"{head}-{step}" for step in steps[1:] if step != head] or [head]
        elif head is not None and all(regex.fullmatch(r"(?:1[0-4]|[1-9])[абвг]?", step) for step in steps):
            found = found[:-1] if found and found[-1] == head else found
            found += [f"{head}-{step}" for step in steps]
        else:
            found.append("-".join(steps))
    return found


ROMAN_STEP = regex.compile(ROMAN)


def steps_of(item: str) -> list[str]:
    """Part one article into its steps, letters that stood for figures as figures: `58-1 «а»` → 58, 1а."""
    written = regex.sub(r"(?<=5[489]|193)\.(?=\d)", "-", regex.sub(rf"{ORDINAL}|-ая(?!\p{{L}})", "", item.strip()))
    written = regex.sub(r"(?<=\d)\s?\(([a-gа-гА-Г])\)", r"\1", written)
    written = regex.sub(r"(?<=\d)-(?=[\"«“]?[а-еА-Е](?!\p{L}))", "", written)
    written = ROMAN_STEP.sub(lambda step: str(roman_number(step[0])), written)
    steps = [
        regex.sub(r"[\s\"«»“”']", "", step).translate(FIGURES).translate(LATIN).lower()
        for step in regex.split(DASH, written)
        if step.strip()
    ]
    if steps and (flat := regex.fullmatch(r"(5[489])(1[0-4]|[1-9])([абвг]?)", steps[0])):
        steps[:1] = [flat[1], flat[2] + flat[3]]  # 58¹¹ whose small figures came down: 5811
    return steps


CODES: Sequence[tuple[str, str]] = (
    ("УПК", r"УПК|процессуал|Procedure|procedure|жүргізу|ҚІЖК|UPK|CCP|CPC"),
    ("УК", r"УК|гол(?:овн|\.)|ҚК|ылмыс|Criminal|Penal|criminal|penal|КК|UK|У\.К|ҚК|(?<!\p{L})CC(?!\p{L})"),
    ("КЗоТ", r"КЗ[оО]Т"),
    ("Конституция", r"Конституци|Constitution"),
    ("ИТК", r"ИТК"),
)
REPUBLICS: Sequence[tuple[str, str]] = (
    ("РСФСР", r"Р\.?С\.?Ф\.?С\.?Р|РКФСР|R\.?S\.?F\.?S\.?R|Russian\sSFSR"),
    ("УССР", r"УССР|UkrSSR|UkSSR|УКСР|УРСР|Украин|Укр\.|Ukrain"),
    ("БССР", r"БССР|BSSR|БКСР|ССРБ|Бел|Bel[oa]rus|Byelorus"),
    ("КазССР", r"Каз\.?\s?ССР|Казахской|Қаз(?!ақстан\sРесп)|KazSSR|Kazakh\s(?:SSR|[Cc]rim)"),
    ("УзССР", r"Узб?\.?\s?ССР|Узбек|Өзбек|Өз[КС]СР|UzSSR|Uzbek"),
    ("АзССР", r"Азе?р?б?\.?\s?ССР|Азербай|Azer"),
    ("ГССР", r"ГССР|Груз|Georgian"),
    ("АрмССР", r"Арм|Armenian"),
    ("ТуркмССР", r"Турк|ТССР|Turkmen"),
    ("КиргССР", r"Кир|Kirgh?iz|Kyrgyz"),
    ("ТаджССР", r"Тадж|Tajik"),
    ("МССР", r"МССР|Молд"),
    ("ЛитССР", r"Лит"),
    ("ЛатвССР", r"Латв"),
    ("ЭССР", r"Э(?:ст)?ССР|Эст"),
    ("КФССР", r"КФССР|Карело"),
    ("СССР", r"(?<!\p{L})С\.?С\.?С\.?Р|КСРО|U\.?S\.?S\.?R"),
    ("РФ", r"РФ|Росси"),
    ("РК", r"РК(?!ФСР)|Казахстан|Kazakhstan|ҚР|Қазақстан\sРесп"),
)


def code_name(text: str | None) -> str | None:
    """Name the code by its Russian abbreviation; None where none is written."""
    if not text:
        return None
    code = next((name for name, words in CODES if regex.search(words, text)), None)
    republic = next((name for name, words in REPUBLICS if regex.search(words, text)), None)
    return " ".join(part for part in (code, republic) if part) or None
