"""The archive that stands before a reference to its holdings."""

from __future__ import annotations

from typing import NamedTuple

import regex

from models.lexicon import Lexicon

# How far before a fonds its archive may begin, in characters.
REACH = 160


class Archive(NamedTuple):
    """Where an archive's name begins, and its usual abbreviation or the name as written; None for `Там же`."""

    start: int
    name: str | None


LOWER_WORDS = (
    r"(?:государственн\p{L}+|центральн\p{L}+|российск\p{L}+|историческ\p{L}+|партийн\p{L}+|областн\p{L}+"
    r"|военн\p{L}+|специальн\p{L}+"
    r"|общественно-политическ\p{L}+|социально-политическ\p{L}+|новейшей|национальн\p{L}+"
    r"|мемлекеттік|орталық|облыс\p{L}*|қала\p{L}*|аудан\p{L}*|саяси[\p{L}-]*|әлеуметтік[\p{L}-]*|тарих\p{L}*"
    r"|арнаулы|ұлттық|аумақтық|республикалық"
    r"|қазіргі|заман|в|of|the|state|central|и|мен|және)"
)
KEYWORD = (
    r"(?:[Аа]рхив|[Мм]ұрағат|[Aa]r(?:ch|kh)ive?|[Гг]осархив"
    r"|[Цц]ентр\p{L}{0,3}\sдокументац|құжаттама\p{L}*\sорталы)\p{L}*"
)
# What an archive's name goes on with: `Архив УФСБ РФ по Омской области`, `Архив НИПЦ «Мемориал»`.
TAIL_WORDS = (
    r"(?:\p{Lu}[\p{L}-]*|[«\"]\p{Lu}[\p{L}\s-]{2,30}[»\"]|\p{Ll}+(?:ого|ной|ской|ых|их)|област\p{L}+|обл(?!\p{L})|края"
    r"|республик\p{L}+|суда|истории|управления"
    r"|комитета|экономики|литературы|искусства|обороны|of|the|и|по|г\.|города)"
)
FULL_NAME = regex.compile(
    rf"(?<!\p{{Lu}})(?:(?:\p{{Lu}}{{2,6}}\s){{0,2}}[«\"„](?=\p{{Lu}}))?(?P<name>(?:\p{{Lu}}[\p{{L}}-]*\s(?:(?:\p{{Lu}}[\p{{L}}-]*"
    rf"|{LOWER_WORDS})\s){{0,8}}{KEYWORD}|(?<!\p{{L}})(?=\p{{Lu}}){KEYWORD}|(?<!\p{{L}})архив\p{{L}}{{0,2}}"
    rf"(?=\s\p{{Lu}}))"
    rf"(?:\s{TAIL_WORDS}){{0,8}})(?:\s?\((?:(?P<short>(?=[^()]*\p{{Lu}}\p{{Ll}}?\p{{Lu}})[^()]{{2,24}})|[^()]{{2,24}})\))?[»”\"]?[\s.,;:–—-]{{0,5}}$"
)
SHORT_NAME = regex.compile(
    r"(?<![\p{L}\d])(?P<name>(?:\p{Lu}\p{Ll}{3,}\s(?=О?МА(?!\p{L})))?\p{Lu}\p{L}*\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}{0,2}\p{Lu}+\p{L}?|\s(?:СПб|России|Украины|України|Укр\.)){0,3}"
    r"(?:\sпо\s\p{Lu}[\p{L}-]+(?:\s(?:области|обл|краю|республике))?)?"
    r"(?:\s\p{Lu}[\p{L}-]+(?:ой|ого|ий|ый)\s(?:области|обл|края|[Рр]еспублики|округа))?)[\s.,;:–—-]{0,5}$"
)
# The archive, and more, of the reference before.
SAME = regex.compile(r"(?<!\p{L})(?:Там\sже|Сонда|Ibid(?:em)?)[\s.,;:–—-]{1,4}$")
OF_AN_ARCHIVE = regex.compile(r"[АAМMЦ]|TsG|RG|ФСБ|КГБ|СБУ|КНБ|ҰҚК")


def archive_before(text: str, end: int, lexicon: Lexicon) -> Archive | None:
    """Find the archive named just before `end`: known, abbreviated, or with `архив` in its name."""
    same = SAME.search(text, max(0, end - 12), end)
    if same:
        return Archive(same.start(), None)
    full = FULL_NAME.search(text, max(0, end - REACH), end)
    if full:
        known = lexicon.archive(full["short"] or "") or lexicon.archive(full["name"])
        return Archive(full.start(), known.id if known else full["short"] or full["name"])
    short = SHORT_NAME.search(text, max(0, end - REACH // 4), end)
    if short is None:
        return None
    known = next((held for name in spelled_out(short["name"]) if (held := lexicon.archive(name))), None)
    if known:
        return Archive(short.start(), known.id)
    return Archive(short.start(), short["name"]) if OF_AN_ARCHIVE.search(short["name"]) else None


def spelled_out(name: str) -> tuple[str, ...]:
    """Give an abbreviated name, and what it says in full where it names the region: `Қарағанды ОМА`."""
    full = regex.sub(r"(?<=\p{Ll})\sО?МА$", " облысының мемлекеттік архиві", name)
    full = regex.sub(r"^ГА(?=\s\p{Lu}\p{Ll})", "Государственный архив", full)
    return (name, regex.sub(r"(?<!\p{L})обл\.?$", "области", full)) if full != name else (name,)
