"""The parts of a reference to archival holdings, read and written in one way; the archive that stands before them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from document import FondsValue
from models.lexicon import Lexicon

# How far before a fonds its archive may begin, in characters.
REACH = 160


LEVELS = ("Ф", "Оп", "Д", "Л")


class Part(NamedTuple):
    """A level of the reference (`Ф`, `Оп`, `Д`, `Л`) and what is written for it."""

    sign: str
    held: str


class Archive(NamedTuple):
    """Where an archive's name begins, and its usual abbreviation or the name as written."""

    start: int
    name: str


# Signs of the levels; Cyrillic and Latin letters of the same look stand for each other in typed and read text.
FONDS_SIGN = (
    r"(?:(?:[Фф]|[Ff])\s?\.|Ф(?=\s?\d)|F(?=\s\d)|[Фф]онд(?:а|е|у|ом|ы|ов|ах)?:?|ФОНД|[Ff]ond[s]?:?|[Ff]und:?|[Ққ]ор:)"
)
INVENTORY_SIGN = (
    r"(?:[Оо]п(?:\.|ись|иси|исью)?:?|[Oo]p(?:is['’]?)?\.?|[ТTт]\s?\.|[Тт]із(?:\.|бе\p{Ll}*|імдеме)|[Ii]nv(?:\.|entory))"
)
FILE_SIGN = (
    r"(?:[Дд]{1,2}\s?\.|[Дд]ел(?:о|а|у|е|ом):?|d\.|D\.|[Dd]elo|[Ff]iles?|[ІIіi]\s?\.|I(?=\s\d)|[Іі]с:?(?=\s\d)"
    r"|[CС](?=\s\d)|[Ee]d\.\s?khr\.|[Ее]д\.\s?хр\.)"
)
FOLIO_SIGN = (
    r"(?:[Лл]{1,2}\s?\.|[Лл]ист(?:ы|а|ов|ах)?:?|[БбПп]{1,2}\s?\.|[Бб](?=\s\d)|[Бб]ет(?:\.|тер)?|[Пп]арақ(?:тар)?|[СсCc]\."
    r"|[Pp]{1,2}\.|P(?=\s\d)|[Ll]{1,2}\.|[Ff]ols?\.|[Ss]heets?)"
)

NUMBER = r"(?:№\s?)?(?:[РПрпPp]\s?\.?\s?[-–—]\s?)?\d{1,6}(?:-?\p{L}{1,2}(?!\p{L}))?(?:/\d{1,4})?(?!\d)"
FOLIO = r"\d{1,4}(?:\s?[-–—]\s?\d{1,4})?(?:\s?(?:об|зв|ob)\.?(?!\p{L})|v(?!\p{L})|\s(?:сырты|арты))?"
# What stands between the parts: `. `, ` - `, `, `, `; `.
BETWEEN = r"\s{0,2}[.,;]{0,2}\s{0,2}[-–—]?\s{0,2}(?:[-–—.]\s{0,2})?"
AND = r"(?:\s?,\s?|\s?;\s?(?=\d)|\s(?:и|және|and)\s)"

FILES_HELD = rf"{NUMBER}(?:\s?[-–—]\s?\d{{1,6}}(?!\d))?(?:{AND}{NUMBER}(?!\s?\p{{Lu}}\p{{Ll}})){{0,20}}"
FOLIOS_HELD = rf"{FOLIO}(?:{AND}{FOLIO}){{0,40}}"
INVENTORY = rf"(?:{INVENTORY_SIGN}{BETWEEN}{NUMBER})"
FILES = rf"(?:{FILE_SIGN}{BETWEEN}{FILES_HELD})"
FOLIOS = rf"(?:{FOLIO_SIGN}{BETWEEN}{FOLIOS_HELD})"
DASHED_NUMBER = r"(?:\s?[-–—]\s?\d{1,4}(?=\s?[-–—]\s?\p{L}))"
TAIL = rf"(?:{DASHED_NUMBER}|{BETWEEN}(?:{INVENTORY}|{FILES}|{FOLIOS})(?!\p{{L}}|\d)){{0,16}}"

SIGNED = regex.compile(
    rf"(?P<f>{FONDS_SIGN})\s{{0,2}}(?P<fonds>{NUMBER}(?:{AND}\d{{1,5}}\p{{L}}?(?![\p{{L}}\d]))?)|(?P<i>{INVENTORY_SIGN}){BETWEEN}(?P<inventory>{NUMBER})"
    rf"|(?P<d>{FILE_SIGN}){BETWEEN}(?P<file>{FILES_HELD})|(?P<l>{FOLIO_SIGN}){BETWEEN}(?P<folios>{FOLIOS_HELD})|(?P<dashed>{DASHED_NUMBER})"
)

LOWER_WORDS = (
    r"(?:государственн\p{L}+|центральн\p{L}+|российск\p{L}+|историческ\p{L}+|партийн\p{L}+|областн\p{L}+|военн\p{L}+|специальн\p{L}+"
    r"|мемлекеттік|орталық|облыстық|саяси\p{L}*|әлеуметтік\p{L}*|тарих\p{L}*|арнаулы|ұлттық|аумақтық|республикалық"
    r"|социально-политическ\p{L}+|новейшей|в|of|the|state|central|и|мен|және)"
)
FULL_NAME = regex.compile(
    rf"(?<!\p{{Lu}})(?P<name>(?:\p{{Lu}}[\p{{L}}-]*\s(?:(?:\p{{Lu}}[\p{{L}}-]*|{LOWER_WORDS})\s){{0,8}})?"
    rf"(?:[Аа]рхив|[Мм]ұрағат|[Aa]rchive|[Гг]осархив)\p{{L}}*(?:\s(?:\p{{Lu}}[\p{{L}}-]*|област\p{{L}}+|края|республик\p{{L}}+"
    rf"|истории|экономики|of|the|новейшей|социально-политической|литературы|и|искусства)){{0,8}})(?:\s?\((?P<short>[^()]{{2,24}})\))?"
    r"[\s.,;:–—-]{0,5}$"
)
SHORT_NAME = regex.compile(
    r"(?<![\p{L}\d])(?P<name>\p{Lu}\p{L}*\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}{0,2}\p{Lu}+\p{L}?|\s(?:СПб|Украины|Укр\.)){0,3})[\s.,;:–—-]{0,5}$"
)
OF_AN_ARCHIVE = regex.compile(r"[АAМMЦ]|TsG|RG")


def parts_of(text: str) -> list[Part]:
    """Read a reference into its parts, in the order written."""
    parts: list[Part] = []
    for found in SIGNED.finditer(text):
        if found["fonds"]:
            parts.append(Part("Ф", found["fonds"]))
        elif found["inventory"] or found["dashed"]:
            parts.append(Part("Оп", (found["inventory"] or found["dashed"]).strip(" -–—")))
        elif found["file"]:
            sign = "Оп" if is_inventory(found["d"], parts, text[found.end() :]) else "Д"
            parts.append(Part(sign, found["file"]))
        else:
            parts.append(Part("Л", found["folios"]))
    return parts


def is_inventory(sign: str, before: Sequence[Part], after: str) -> bool:
    """Say whether `I` is the inventory: it is where no inventory came before and another sign of a file follows."""
    if sign[0] not in "ІIіi" or any(part.sign == "Оп" for part in before):
        return False
    return regex.search(rf"(?<!\p{{L}}){FILE_SIGN}\s?\d", after) is not None


def reference(parts: Sequence[Part], archive: str | None) -> FondsValue:
    """Write parts as a value; several inventories or files under one fonds are joined by semicolons."""
    held = {level: [clean(part.held, level) for part in parts if part.sign == level] for level in LEVELS}
    written = [archive] if archive else []
    written += [f"{part.sign}. {shown(clean(part.held, part.sign))}" for part in parts]
    folios = "; ".join(held["Л"])
    return FondsValue(
        normalized=". ".join(written),
        archive=archive,
        fonds="; ".join(held["Ф"]) or None,
        inventory="; ".join(held["Оп"]) or None,
        file="; ".join(held["Д"]) or None,
        folios=folios or None,
    )


def clean(held: str, level: str) -> str:
    """Write numbers without stray spaces, ranges with an en dash, versos as `v`."""
    held = regex.sub(r"№\s?|\s(?=\s)", "", held.strip())
    held = regex.sub(r"(?<=\d|v)\s?[-–—]\s?(?=\d)", "–" if level != "Ф" else "-", held)
    held = regex.sub(r"(?<=\p{L})\s?\.?\s?[-–—]\s?(?=\d)", "-", held)
    held = regex.sub(r"\s?[,;]\s?|\s(?:и|және|and)\s", ", ", held)
    return regex.sub(r"\s?(?:об|зв|ob)\.?(?!\p{L})|\s(?:сырты|арты)", "v", held) if level == "Л" else held


def shown(held: str) -> str:
    """Write a verso the way references are printed: `46v` → `46 об.`."""
    return regex.sub(r"(?<=\d)v(?!\p{L})", " об.", held)


def archive_before(text: str, end: int, lexicon: Lexicon) -> Archive | None:
    """Find the archive named just before `end`: one the lexicon knows, an abbreviation, or a name with `архив` in it."""
    full = FULL_NAME.search(text, max(0, end - REACH), end)
    if full:
        known = lexicon.archive(full["short"] or "") or lexicon.archive(full["name"])
        return Archive(full.start(), known.id if known else full["short"] or full["name"])
    short = SHORT_NAME.search(text, max(0, end - REACH // 4), end)
    if short is None:
        return None
    known = lexicon.archive(short["name"])
    if known:
        return Archive(short.start(), known.id)
    return Archive(short.start(), short["name"]) if OF_AN_ARCHIVE.search(short["name"]) else None
