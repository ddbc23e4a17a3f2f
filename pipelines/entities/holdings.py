"""The parts of a reference to archival holdings: how their signs are written, how they are read and set down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from document import FondsValue

LEVELS = ("Ф", "Оп", "Д", "Л")


class Part(NamedTuple):
    """A level of the reference (`Ф`, `Оп`, `Д`, `Л`) and what is written for it."""

    sign: str
    held: str


# Signs of the levels; Cyrillic and Latin letters of the same look stand for each other in typed and read text.
FONDS_SIGN = (
    r"(?:[ФфFfҚ]\s?[.,]|қ\s?\.(?=\s?\d)|[ФфF](?=\s?[-№]?\s?\d)|[Фф]онд(?:а|е|у|ом|ы|ов|ах)?:?|ФОНД|[Ff]ond[s]?:?|[Ff]und:?"
    r"|[Ққ]ор(?::|(?=\s(?:№\s?)?\d))"
    r"|[Cc]ollection(?=\s\d))"
)
INVENTORY_SIGN = (
    r"(?:[ОоO0][пn](?:\.|ись|иси|исью)?:?(?:-(?=\d))?|[Oo]p(?:is['’]?)?\.?|[ТTт]\s?\.|[Тт]із(?:\.|бе\p{Ll}*|ім(?:деме)?)"
    r"|[Ii]nv(?:\.|entory)|[Пп]ер(?:\.|ечень)|[Pp]er(?:\.|echen['’]?))"
)
FILE_SIGN = (
    r"(?:[Дд]{1,2}\s?\.|[Дд](?=-\d)|[Дд]ел(?:о|а|у|е|ом):?|[Dd]{1,2}\.|[Dd]elo|[Ff]iles?|[ІIіi]\s?\.|I(?=\s\d)|[ІіIi][сc]:?(?=\s?(?:№\s?)?\d)"
    r"|[CС](?=\s\d)|[Сс]пр\.|[Ss]pr\.|[Cc]ase(?=\s\d)|[Ee]d\.\s?khr\.|[Ее]д\.\s?хр\.)"
)
# Volumes, issues, folders and bundles, between the file and its folios.
VOLUME_SIGN = (
    r"(?:[ТTт]\.|[Вв]ып\.|[Пп]ор\.|[Пп]ап(?:\.|ка)|[Pp]ap\.|[Бб]ума|[Bb]ox|[Ff]older|[Кк]н\.|[Кк]ор(?:\.|обка)|[Сс]в(?:\.|язка)|[Дд]ок(?:\."
    r"|умент)|[Чч]\.|[Dd]oc\.|[Vv]ol\.|[Pp]or\.|[Vv]yp\.)"
)
FOLIO_SIGN = (
    r"(?:[Лл]{1,2}\s?\.|[Лл]ист(?:ы|а|ов|ах)?:?|[БбПп]{1,2}\s?\.|[Бб](?=\s\d)|[Бб]ет(?:\.|тер)?|[Пп]ар"
    r"(?:\.|ақ(?:тар)?)|[СсCc]\."
    r"|[Pp]{1,2}\.|P(?=\s\d)|[Ll]{1,2}\.|[Ff]ols?\.|[Ff]oli?os?|[Ff]{2}\.|[Ss]heets?|[Ll]ist(?:s|y|ov|i)?|[Аа]рк\.|[Aa]rk\.)"
)

NUMBER = (
    r"(?:(?:№|N[o°º]?\.?|-)\s?)?(?:[РПрпPpRr]\s?(?:\.?\s?[-‐‑–—−]|\.)\s?)?(?:\d{1,2}\s\d{3}(?=[.,;])|(?=[OОЗIІl]{0,2}\d)[\dOОЗIІl]{1,6}"
    r"|[IІ](?=[.,;\s]))(?:[-‐‑]?\p{L}{1,2}(?!\p{L})|\s[абвг](?=,)|[\s-]{1,2}(?:сс|сч|с/ч|пч|доп)(?![\p{L}\d]))?"
    r"(?:/(?:\d{1,4}|[пП](?!\p{L})))?(?!\d)"
)
VERSO = (
    r"(?:\s?(?:об|зв|ob)(?:\.|(?!\p{L}))|v(?!\p{L})|\s(?:сырты|арты)|\s(?:и|с)\sоб\."
    r"|\s?\((?:об\.?|сырты|арты)\)|\sverso)"
)
FOLIO = rf"\d[\dOОЗ]{{0,3}}а?{VERSO}?(?:\s?[-‐‑–—−]\s?\d{{1,4}}а?{VERSO}?)?(?!\d)"
# What stands between the parts: `. `, ` - `, `, `, `; `.
BETWEEN = r"\s{0,2}[.,;/]{0,2}\s{0,2}[-‐‑–—−]?\s{0,2}(?:[-–—.]\s{0,2})?"
AND = r"(?:\s?,\s?|\s?;\s?(?=\d)|\s(?:и|және|and)\s)"

FILES_HELD = rf"(?:{NUMBER}|б/н)(?:\s?[-‐‑–—−]\s?\d{{1,6}}(?!\d))?(?:{AND}{NUMBER}(?!\s?\p{{Lu}}\p{{Ll}})){{0,20}}"
FOLIOS_HELD = rf"{FOLIO}(?:{AND}{FOLIO}){{0,40}}"
INVENTORY = rf"(?:{INVENTORY_SIGN}{BETWEEN}{NUMBER})"
FILES = rf"(?:{FILE_SIGN}{BETWEEN}{FILES_HELD})"
FOLIOS = rf"(?:{FOLIO_SIGN}{BETWEEN}{FOLIOS_HELD})"
VOLUME = r"(?:\d{1,4}|[IVXІХ]{1,5})(?:\s?[-‐‑–—−]\s?\d{1,4})?(?!\d)"
VOLUMES = rf"(?:{VOLUME_SIGN}\s?{VOLUME})"
DASHED_NUMBER = r"(?:\s?[-‐‑–—−]\s?\d{1,4}(?=\s?[-‐‑–—−]\s?\p{L}))"
TAIL = rf"(?:{DASHED_NUMBER}|{BETWEEN}(?:{INVENTORY}|{FILES}|{VOLUMES}|{FOLIOS})(?!\p{{L}}|\d)){{0,16}}"

SIGNED = regex.compile(
    rf"(?P<f>{FONDS_SIGN})\s{{0,2}}(?P<fonds>{NUMBER}(?:{AND}\d{{1,5}}\p{{L}}?(?![\p{{L}}\d]))?)|"
    rf"(?P<i>{INVENTORY_SIGN}){BETWEEN}(?P<inventory>{NUMBER})"
    rf"|(?P<d>{FILE_SIGN}){BETWEEN}(?P<file>{FILES_HELD})|(?P<l>{FOLIO_SIGN}){BETWEEN}"
    rf"(?P<folios>{FOLIOS_HELD})|(?P<dashed>{DASHED_NUMBER})"
    rf"|(?P<v>{VOLUME_SIGN})\s?(?P<volume>{VOLUME})"
)


def parts_of(text: str) -> list[Part]:
    """Read a reference into its parts, in the order written; volumes, folders and bundles go with the file."""
    parts: list[Part] = []
    for found in SIGNED.finditer(text):
        last = parts[-1] if parts else Part("", "")
        after = text[found.end() :]
        if found["fonds"]:
            parts.append(Part("Ф", found["fonds"]))
        elif found["volume"] or (found["inventory"] and found["i"][0] in "ТTт" and last.sign == "Д"):
            volume = f"{(found['v'] or 'т.').casefold()} {found['volume'] or found['inventory']}"
            parts[len(parts) - (last.sign == "Д") :] = [
                Part("Д", f"{last.held}, {volume}" if last.sign == "Д" else volume)
            ]
        elif found["inventory"] or found["dashed"]:
            sign = "пер. " if found["i"] and found["i"].casefold().startswith(("пер", "per")) else ""
            parts.append(Part("Оп", sign + (found["inventory"] or found["dashed"]).strip(" -–—")))
        elif found["file"]:
            sign = "Оп" if is_inventory(found["d"], parts, after) else "Д"
            if sign == last.sign == "Д" and HOLDER.fullmatch(last.held):
                parts[-1] = Part("Д", f"{last.held}, {found['file']}")
            else:
                parts.append(Part(sign, found["file"]))
        elif is_folder(found["l"], after):
            parts.append(Part("Д", f"п. {found['folios']}"))
        else:
            parts.append(Part("Л", found["folios"]))
    return parts


# A bundle, folder or box that a file lies in: `Св. 12. Д. 118`.
HOLDER = regex.compile(r"(?:п|пап|папка|св|связка|кор|коробка|пор|box|folder|бума)\.? \d+")


def is_folder(sign: str, after: str) -> bool:
    """Say whether `П.` is a folder rather than folios: it is where a file follows."""
    return sign in {"П.", "п.", "P.", "p."} and regex.match(rf"{BETWEEN}(?:[Дд]|[Dd])\.", after) is not None


def is_inventory(sign: str, before: Sequence[Part], after: str) -> bool:
    """Say whether `I` is the inventory: it is where no inventory came before and another sign of a file follows."""
    if sign[0] not in "ІIіi" or any(part.sign == "Оп" for part in before):
        return False
    return regex.search(rf"(?<!\p{{L}}){FILE_SIGN}\s?\d", after) is not None


def reference(parts: Sequence[Part], archive: str | None) -> FondsValue:
    """Write parts as a value; several inventories or files under one fonds are joined by semicolons."""
    by_level = {level: [clean(part.held, level) for part in parts if part.sign == level] for level in LEVELS}
    written = archive or ""
    level = -1
    for part in parts:
        # Going back up to another inventory or file begins a new member of the list.
        joint = "; " if LEVELS.index(part.sign) <= level else ". "
        level = LEVELS.index(part.sign)
        held = shown(clean(part.held, part.sign))
        signed = with_signs(held) if held[0].islower() and "." in held else f"{part.sign}. {held}"
        written += f"{joint if written else ''}{signed}"
    folios = "; ".join(by_level["Л"])
    return FondsValue(
        normalized=written,
        archive=archive,
        fonds="; ".join(by_level["Ф"]) or None,
        inventory="; ".join(by_level["Оп"]) or None,
        file="; ".join(by_level["Д"]) or None,
        folios=folios or None,
    )


def with_signs(held: str) -> str:
    """Write a volume, folder or list that brings its own sign: `св. 12, 118` → `Св. 12. Д. 118`."""
    holder, comma, file = held.partition(", ")
    if comma and HOLDER.fullmatch(holder):
        return f"{holder.capitalize()}. Д. {file}"
    return held.capitalize()


def clean(held: str, level: str) -> str:
    """Write numbers without stray spaces, ranges with an en dash, versos as `v`."""
    held = regex.sub(r"№\s?|\s(?=\s)", "", held.strip())
    held = regex.sub(r"^(?:N[o°º]?\.?|-)\s?(?=\d)", "", held)
    held = regex.sub(r"(?<=\d)[OО]|[OО](?=\d)", "0", regex.sub(r"(?<=\d)З|З(?=\d)", "3", held))
    held = regex.sub(r"(?<=\d)[IІl](?!\p{L})|(?<!\p{L})[IІl](?=\d)|^[IІ]$", "1", held)
    held = regex.sub(r"(?<!\d)(\d{1,2})\s(\d{3})(?!\d)", r"\1\2", held)
    if level == "Л":
        held = regex.sub(r"(?:\s[ис])?\s?\(?(?:об|зв|ob)(?!\p{L})\.?\)?|\s\(?(?:сырты|арты|verso)\)?", "v", held)
    if level == "Ф":
        held = regex.sub(r"^Р\.\s?(?=\d)", "Р-", regex.sub(r"^[RPр](?=\W)", "Р", held))
    held = regex.sub(r"(?<=\d|v)\s?[-‐‑–—−]\s?(?=\d)", "-" if level == "Ф" else "–", held)
    held = regex.sub(r"(?<=\p{L})(?<!v)\s?\.?\s?[-‐‑–—−]\s?(?=\d)", "-", held)
    return regex.sub(r"\s?[,;]\s?|\s(?:и|және|and)\s", ", ", held)


def shown(held: str) -> str:
    """Write a verso the way references are printed: `46v` → `46 об.`."""
    return regex.sub(r"(?<=\d)v(?!\p{L})", " об.", held)
