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
    r"|арнаулы|арнайы|ұлттық|аумақтық|республикалық"
    r"|қазіргі|заман|бойынша|департамент\p{L}*|басқарма\p{L}*|комитет\p{L}*|в|of|the|state|central|и|мен|және"
    r"|gosudarstvenn\p{L}+|oblastn\p{L}+|voenn\p{L}+|istorich\p{L}+|tsentral['’]?n\p{L}+)"
)
KEYWORD = (
    r"(?:(?:[Сс]пец|[Гг]ос|[Пп]арт|[Сс]пецгос)?[Аа]рхив|[СГП]\p{Ll}{2,8}архив|[Мм]ұрағат|[Aa]r(?:ch|kh)ive?"
    r"|[Цц]ентр\p{L}{0,3}\sдокументац|құжаттама\p{L}*\sорталы)\p{L}*"
)
# What an archive's name goes on with: `Архив УФСБ РФ по Омской области`, `Архив НИПЦ «Мемориал»`.
TAIL_WORDS = (
    r"(?:\p{Lu}[\p{L}-]*|[«\"]\p{Lu}[\p{L}\s-]{2,30}[»\"]|\p{Ll}+(?:ого|ной|ской|ейшей|ых|их)|област\p{L}+|обл(?!\p{L})|края"
    r"|республик\p{L}+|суда|истории|управления"
    r"|комитета|\p{Ll}{2,4}кома|[\p{L}’'-]+(?:oi|ogo|ykh)|istorii|экономики|литературы|искусства|обороны|of|the|for|po|oblasti?|region|и|по|г\.|города)"
)
# What may stand between an archive and its fonds, and around the words of its name where a line ends.
GAP = r"[\s.,;:/–—-]{0,5}"
SPACE = r"\s{1,2}"
CITY = r"(?:,\s{1,2}(?:г\.\s?\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+\sқ\.))?"
FULL_NAME = regex.compile(
    rf"(?<!\p{{Lu}})(?:(?:\p{{Lu}}{{2,6}}\s){{0,2}}[«\"„](?=\p{{Lu}}))?(?P<name>(?:\p{{Lu}}[\p{{L}}-]*{SPACE}(?:(?:\p{{Lu}}[\p{{L}}-]*"
    rf"|{LOWER_WORDS}){SPACE}){{0,8}}{KEYWORD}|(?<!\p{{L}})(?=\p{{Lu}}){KEYWORD}|(?<!\p{{L}})архив\p{{L}}{{0,2}}"
    rf"(?=\s\p{{Lu}}))"
    rf"(?:{SPACE}{TAIL_WORDS}){{0,8}})(?:\s?\((?:(?P<short>(?=[^()]*\p{{Lu}}\p{{Ll}}?\p{{Lu}})[^()]{{2,24}})|[^()]{{2,24}})\))?[»”\"]?{CITY}{GAP}$"
)
SHORT_NAME = regex.compile(
    r"(?<![\p{L}\d])(?P<name>(?:\p{Lu}\p{Ll}{3,}\s(?=О?МА(?!\p{L})))?\p{Lu}\p{L}*\p{Lu}\p{L}*"
    rf"(?:{SPACE}\p{{Lu}}\p{{L}}*\p{{Lu}}\p{{L}}*|{SPACE}(?:СПб|России|Украины|України|Укр\.)){{0,4}}"
    r"(?:\sпо\s\p{Lu}[\p{L}-]+(?:\s(?:области|обл|краю|республике))?)?"
    r"(?:\s\p{Lu}[\p{L}-]+(?:ой|ого|ий|ый)\s(?:области|обл|края|[Рр]еспублики|округа)"
    r"|\s\p{Lu}[\p{L}-]+(?:oi|ogo)\s(?:oblasti|kraia|kraya))?)"
    rf"(?:-\p{{Ll}}{{2,6}})?(?:\s\(\p{{Lu}}[^()\d]{{2,80}}\))?{CITY}{GAP}$"
)
# Where the name may begin: not behind the legal form of the archive, `ГКУ ОГАЧО`.
LAST_WORDS = regex.compile(r"(?<!\S)(?<!(?:ГУ|К?ГКУ|ОГУ|КГУ|РГУ|О?ГБУ|ОГКУ|ГКАУ|КММ|РММ)\s{1,2})\S")
# The archive, and more, of the reference before.
SAME = regex.compile(r"(?<!\p{L})(?:Там\sже|(?<=;\s)там\sже|Сонда|[Ii]bid(?:em)?)[\s.,;:–—-]{1,4}$")
OF_AN_ARCHIVE = regex.compile(r"[АAМMЦ]|TsG|RG|ФСБ|КГБ|СБУ|КНБ|ҰҚК|ИЦ|СФ")
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


def named_archive(text: str, end: int, lexicon: Lexicon) -> Archive | None:
    """Find the archive whose name ends, with nothing but a full stop or the like behind it, at `end`."""
    full = FULL_NAME.search(text, max(0, end - REACH), end)
    if full:
        start = full.start() + lead(full["name"]) if full.start() == full.start("name") else full.start()
        name = " ".join(text[max(start, full.start("name")) : full.end("name")].split())
        known = lexicon.archive(full["short"] or "") or lexicon.archive(name)
        if known is None and not full["short"] and not regex.search(r"\p{Lu}", name):
            return None  # only the word for an archive, and what led up to it
        return Archive(start, known.id if known else full["short"] or name)
    short = SHORT_NAME.search(text, max(0, end - REACH // 2), end)
    if short is None:
        return None
    for word in regex.finditer(LAST_WORDS, short["name"]):
        name = " ".join(short["name"][word.start() :].split())
        known = next((held for form in spelled_out(name) if (held := lexicon.archive(form))), None)
        if known:
            return Archive(short.start() + word.start(), known.id)
    name = " ".join(short["name"].split())
    return Archive(short.start(), name) if OF_AN_ARCHIVE.search(name) else None


def lead(name: str) -> int:
    """Say how many characters of what looks like a name only lead up to it: `Документы Архива …`."""
    words = list(regex.finditer(r"\S+", name))
    start = 0
    while start < len(words) - 1 and words[start][0].casefold() in LEADS:
        start += 1
    return words[start].start()


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
    return None


def spelled_out(name: str) -> tuple[str, ...]:
    """Give an abbreviated name, and what it says in full where it names the region: `Қарағанды ОМА`."""
    full = regex.sub(r"(?<=\p{Ll})\sО?МА$", " облысының мемлекеттік архиві", name)
    full = regex.sub(r"^ГА(?=\s\p{Lu}\p{Ll})", "Государственный архив", full)
    return (name, regex.sub(r"(?<!\p{L})обл\.?$", "области", full)) if full != name else (name,)
