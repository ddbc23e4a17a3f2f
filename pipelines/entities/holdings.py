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
    r"(?:[ФфFfҚ]\s?[.,]|қ\s?\.(?=\s?\d)|[қҚ](?=-\d)|[ФфF](?=\s?[-№]?\s?\d)|[Фф]онд(?:а|е|у|ом|ы|ов|ах)?:?|ФОНД|[Ff]ond[s]?:?|[Ff]unds?:?"
    r"|[Ққ]ор[.:]?(?=\s(?:№\s?)?\d)"
    r"|ҚОР(?=\s\d)|C\.(?=\s?(?:[Rr]-)?\d{1,5}[a-z]?\.\s(?:I|Inv|Op|L)\.\s?\d)|FOND|[Cc]ollections?(?=\s\d)|[Cc]oll\.(?=\s?\d)|stock(?=\s(?:R-)?\d))"
)
INVENTORY_SIGN = (
    r"(?:ОП(?:\.|ИСЬ)|ТІЗБЕ|OPIS|[ОоO0][пn](?:\.|ись|иси|исью)?:?(?:-(?=\d))?|[Oo]p(?:is['’]?)?\.?|on\.(?=\s?\d)|[ТTтt]\s?\.|[Тт]із(?:\.|бе\p{Ll}*|ім(?:деме)?)"
    r"|[Тт]із?(?=\s\d)|[Тт]з\.|[Ii]nv(?:\.|entory)|[Ss]chedule|[Ss]eries(?=\s\d)|list(?=\s\d{1,3},\s(?:storage|file|case))|[Пп]ер(?:\.|ечень)|[Pp]er(?:\.|echen['’]?))"
)
FILE_SIGN = (
    r"(?:[Дд]{1,2}\s?\.(?:\s?[Дд]\s?\.)?|[Дд](?=-\d)|[Дд]ел(?:о|а|у|е|ом):?|ДЕЛО|[Dd]{1,2}\.|[Dd]elo|[Ff]iles?|[ІIіi]\s?\.|I(?=\s\d)|[ІіIi][сc](?=[.:]?\s?(?:№\s?)?\d)"
    r"|[CС](?=\s\d)|[Сс]пр\.|[Ss]pr\.|[Cc]ase(?=\s\d)|[Ee]d\.\s?khr\.|[Ss]torage\sunits?|[Ее]д\.\s?хр\.|[Ее]диниц[аы]\sхранения)"
)
# Volumes, issues, folders and bundles, between the file and its folios.
VOLUME_SIGN = (
    r"(?:[ТTт]\.|[Тт]ом(?:а|ы)?:?|[Вв]ып\.|[Пп]ор\.|[Тт]етр(?:\.|адь)|[Рр]ул(?:\.|он)|[Кк]онв(?:\.|ерт)|[Пп]ап(?:\.|ка)|[Pp]ap(?:\.|ka)|[Кк]арт(?:\.|он)|[Бб]ума|[Bb]ox|[Ff]older|[Кк]н\.|[Кк]ор(?:\.|обка)|[Сс]в(?:\.|язка)|[Кк]\.(?=\s?\d{1,4}[.,;]\s[ЕеДд]\p{Ll}?\.)|[Рр]азд(?:\.|ел)"
    r"|[Дд]ок(?:\.|умент)|[Чч]\.|[Dd]oc(?:\.|ument)|[Rr]eel|[Rr]oll|[Vv]ol\.|[Pp]or\.|[Vv]yp\.)"
)
FOLIO_SIGN = (
    r"(?:ЛИСТЫ?|ПАРАҚ|(?:[Бб]\.\s?[Бб]|[Пп]\.\s?[Пп]|[Лл]\.\s?[Лл])\.|[Лл]{1,2}\s?\.(?:\s?[Дд]\s?\.)?|[Лл]ист(?:ы|а|ов|ах)?:?|[БбПп]{1,2}\s?\.:?|[Бб](?=\s\d)|[Бб]ет(?:\.|тер)?|[Пп]ар"
    r"(?:\.|ақ(?:тар)?)|[СсCc]\."
    r"|[Pp]{1,2}\.|P(?=\s\d)|S\.(?=\s?\d)|[Ll]{1,2}\.|[Ff]ols?\.|[Ff]oli?os?|[Ff](?:f|os)\.|[Pp]ages?|[Ss]h(?:eets?|s?\.)|[Ll]ist(?:s|y|ov|i)?|[Аа]рк\.|[Aa]rk\.)"
)

# Letters of a part of the archive before the number, and how a fonds alone may have them: `Р. 9479`, `Р 9479`.
PREFIX = r"(?:\p{Lu}|[рпpr])\s?\.?\s?[-‐‑–—−]\s?"
FONDS_PREFIX = rf"(?:{PREFIX}|[РПрпPpRr]\s?\.\s?|[РR]\s?(?=\d{{3}}))"
SIGN_OF_NUMBER = r"(?:(?:№№?|#|[Nn]os?\.?(?=\s?\p{Lu}?-?\d)|N[o°º]?\.?|[Nn]umbers?|-)\s?)?"
FIGURES = (
    r"(?:\d{1,2}\s\d{3}(?=[.,;])|(?=[OОЗIІl]{0,2}\d)[\dOОЗIІl]{1,6}"
    r"|[IІ](?=[.,;\s]))(?:[\s-]{0,2}(?:сс|сч|с/ч|пч|фп|доп)(?![\p{L}\d])|[-‐‑]?\p{L}{1,2}(?!\p{L})|\s?[«\"“]\p{Ll}[»\"”]|\s[абвг](?=,)|\s[абАБВ](?=\.\s?\p{Lu})|\s[сc](?=\.(?!\s?\d)))?"
    r"(?:/(?:\d{1,4}|[пПpP](?!\p{L}))|\.\d(?=[.,;-]\s?\p{L}))?(?!\d)"
)
NUMBER = rf"{SIGN_OF_NUMBER}(?:{PREFIX})?{FIGURES}"
LISTED = rf"{SIGN_OF_NUMBER}(?:\p{{Lu}}[-‐‑–—−])?{FIGURES}"
VERSO = (
    r"(?:[\s-]?(?:об|зв|ob)(?:\.|(?!\p{L}))|\sоборот(?!\p{L})|v(?!\p{L})|\s(?:сырты|арты)|\s(?:и|с)\sоб(?:\.|орот\p{L}*)"
    r"|\s?\((?:с\s)?(?:об\.?|оборот\p{Ll}{0,3}|сырты|арты)\)|\s(?:and\s)?(?:verso|rev(?:\.|(?!\p{L}))))"
)
FOLIO = (
    rf"(?:\d[\dOОЗ]{{0,3}}|З(?=\s*(?:[.;]|\Z)))а?{VERSO}?(?:\s?[-‐‑–—−]\s?\d{{1,4}}а?{VERSO}?)?(?:/\d{{1,3}})?(?!\d)"
)
# What stands between the parts: `. `, ` - `, `, `, `; `.
BETWEEN = r"\s{0,2}[.,;/]{0,2}\s{0,2}[-‐‑–—−]?\s{0,2}(?:[-–—.]\s{0,2})?"
# A number with a Kazakh sign behind it begins another part: `І. 70, 13-п.`
NOT_KAZAKH = (
    r"(?!\d{1,5}(?:\s?[-–]\s?\d{1,5})?\s?-?\s?(?:[іi]с(?!\p{L})|пара[қғ]|[пб]{1,2}\.(?!\s?\d)|бет|тізбе|т\.\s?\d))"
)
AND = rf"(?:\s?,\s?(?:(?:и|және|and)\s)?|\s?;\s?(?=\d)|\s(?:и|және|and)\s){NOT_KAZAKH}"
SEVERAL = rf"(?:\s?,\s(?:(?:и|және|and)\s)?|\s(?:и|және|and)\s){NOT_KAZAKH}(?:\p{{Lu}}-)?"
FONDS_HELD = rf"{SIGN_OF_NUMBER}{FONDS_PREFIX}?{FIGURES}(?:{SEVERAL}(?:№\s?)?\d{{1,5}}\p{{L}}?(?![\p{{L}}\d])){{0,12}}"

FILES_HELD = (
    rf"(?:{NUMBER}|б/н)(?:\s?[-‐‑–—−]\s?{NOT_KAZAKH}\d{{1,6}}(?!\d))?"
    rf"(?:{AND}{LISTED}(?:[-‐‑–—−]\d{{1,6}}(?![\d-]))?){{0,20}}"
)
FOLIOS_HELD = rf"(?:(?:№№?\s?)?{FOLIO}(?:{AND}{FOLIO}){{0,40}}|б/н|без\s№)"
# The number of an inventory may have two parts: `оп. 1-6`.
INVENTORY_HELD = rf"{NUMBER}(?:-\d{{1,2}}(?=[.,;]\s?\p{{L}}))?"
INVENTORY = (
    rf"(?:{INVENTORY_SIGN}{BETWEEN}{INVENTORY_HELD}"
    rf"(?:\s\((?:доп|особая|секретная|сс?)[^()\d]{{0,20}}\))?)"
)
FILES = rf"(?:{FILE_SIGN}{BETWEEN}{FILES_HELD})"
FOLIOS = rf"(?:{FOLIO_SIGN}{BETWEEN}{FOLIOS_HELD})"
VOLUME = r"(?:\d{1,4}(?:\.\d{3,4})?|[IVXІХ]{1,5})(?:\s?[-‐‑–—−]\s?\d{1,4}|(?:,|\sи)\s\d{1,2}(?=[.,;]))?(?!\d)"
VOLUMES = rf"(?:{VOLUME_SIGN}\s?{VOLUME})"
# Signs without a full stop, plain enough behind a fonds: `Ф1125 Т2 І70 Б13`, `ф 17 оп 120 д 262 л 45`.
BARE_INVENTORY = r"(?<![\p{L}\d])[ТTт](?=\s?-?\s?\d)"
BARE_FILE = r"(?<![\p{L}\d])[ДдІIіi](?=\s?-?\s?\d)"
BARE_FOLIO = r"(?<![\p{L}\d])(?:[Лл]{1,2}|[БбПп])(?=\s?-?\s?\d)"
BARE = rf"(?:{BARE_INVENTORY}{BETWEEN}{NUMBER}|{BARE_FILE}{BETWEEN}{FILES_HELD}|{BARE_FOLIO}{BETWEEN}{FOLIOS_HELD})"
# English gives fonds and file the same letter: `F. 708. Inv. 6. F. 524. P. 3`.
SECOND_F = (
    r"[Ff]\.\s?\d{1,6}(?=[.,]\s?(?:[Pp]{1,2}|[Ss]h|[Ll]{1,2}|[Ss]heets?|[Ff]olios?)[.\s]|[.)]?\s*(?:\Z|\n)"
    r"|\.\s\d{1,3}\.\s\p{Lu})"
)
DASHED_NUMBER = (
    r"(?:\s?[-‐‑–—−]\s?\d{1,4}(?=\s?[-‐‑–—−]\s?\p{L})"
    r"|(?<=\s[-–—]\s[ТT]\.\s?\d{1,4}\p{L}?)\s[-–—]\s\d{1,5}(?=[.,;]|\Z))"
)
# Archives of the Baltic states: `f. K-1, ap. 58, b. 44331`, `f. 130SM, n. 1, s. 5142`.
BALTIC = r"(?:(?:ap|n)\.\s?\d{1,4},\s(?:b|s)\.\s?\d{1,6})"
LEVEL = rf"(?:{INVENTORY}|{FILES}|{VOLUMES}|{FOLIOS}|{BARE}|{BALTIC})(?!\p{{L}}|\d)"
# What the file is or when it was kept, between it and its folios: `Д. 3 (1931 г.). Л. 118`.
NOTE = rf"(?:\s?\([^()]{{2,60}}\)(?={BETWEEN}(?:{INVENTORY}|{FILES}|{VOLUMES}|{FOLIOS})(?!\p{{L}}|\d)))"
BRACKETED = rf"(?:\s?\({LEVEL}(?:{BETWEEN}{LEVEL}){{0,3}}\))"
# The number of a page that ends inside the reference: `Ф. 539. Т. 2. 195 І. 27. Б. 166`.
PAGE = (
    rf"[.,]?\s{{1,4}}\d{{1,3}}\s{{1,4}}(?:\d{{1,3}}\s{{1,4}})?(?=[ІIДдБПЛл]{{1,2}}\.\s?\d)"
    rf"(?:{FILES}|{FOLIOS})(?!\p{{L}}|\d)"
)
TAIL = rf"(?:{DASHED_NUMBER}|{PAGE}|{BETWEEN}(?:{LEVEL}|{SECOND_F})|{NOTE}|{BRACKETED}){{0,16}}+"
# A sign whose number the page or the passage cuts off: `Ф. 539. Т. 2. І.` at its very end.
CUT = rf"(?:{BETWEEN}(?:{INVENTORY_SIGN}|{FILE_SIGN}|{FOLIO_SIGN}|[ІБТПДЛ])(?=\s*\Z))?"

SIGNED = regex.compile(
    rf"(?P<f>{FONDS_SIGN})\s{{0,2}}(?P<fonds>{FONDS_HELD})|"
    rf"(?P<i>{INVENTORY_SIGN}|{BARE_INVENTORY}){BETWEEN}(?P<inventory>{INVENTORY_HELD})"
    rf"|(?P<d>{FILE_SIGN}|{BARE_FILE}){BETWEEN}(?P<file>{FILES_HELD})|(?P<l>{FOLIO_SIGN}|{BARE_FOLIO}){BETWEEN}"
    rf"(?P<folios>{FOLIOS_HELD})|(?P<dashed>{DASHED_NUMBER})"
    r"|(?P<i>ap|n)\.\s?(?P<inventory>\d{1,4}),\s(?P<d>[bs])\.\s?(?P<file>\d{1,6})"
    rf"|(?P<v>{VOLUME_SIGN})\s?(?P<volume>{VOLUME})|(?P<note>\([^()\d]*(?:\d{{4}}[^()\d]*)?\))"
)


def parts_of(text: str) -> list[Part]:
    """Read a reference into its parts, in the order written; volumes, folders and bundles go with the file."""
    parts: list[Part] = []
    for found in SIGNED.finditer(text):
        last = parts[-1] if parts else Part("", "")
        after = text[found.end() :]
        if found["note"]:
            continue
        if found["fonds"]:
            parts.append(Part("Д" if any(part.sign == "Ф" for part in parts) else "Ф", found["fonds"]))
        elif found["volume"] or (found["inventory"] and found["i"][0] in "ТTтt" and last.sign == "Д"):
            sign = regex.sub(r"^том\p{L}*:?$", "т.", (found["v"] or "т.").casefold())
            volume = f"{sign} {found['volume'] or found['inventory']}"
            parts[len(parts) - (last.sign == "Д") :] = [
                Part("Д", f"{last.held}, {volume}" if last.sign == "Д" else volume)
            ]
        elif found["dashed"] and last.sign == "Оп":
            parts.append(Part("Д", found["dashed"].strip(" -–—")))
        elif found["inventory"] or found["dashed"]:
            sign = "пер. " if found["i"] and found["i"].casefold().startswith(("пер", "per")) else ""
            parts.append(Part("Оп", sign + (found["inventory"] or found["dashed"]).strip(" -–—")))
            parts += [Part("Д", found["file"])] if found["file"] else []
        elif found["file"]:
            sign = "Оп" if is_inventory(found["d"], parts, after) else "Д"
            if sign == last.sign == "Д" and HOLDER.fullmatch(last.held):
                parts[-1] = Part("Д", f"{last.held}, {found['file']}")
            else:
                parts.append(Part(sign, found["file"]))
        elif found["l"][0] in "CСc" and last.sign == "Оп":
            parts.append(Part("Д", found["folios"]))  # `Inv. 2. C. 122`: C is a case
        elif is_folder(found["l"], after):
            parts.append(Part("Д", f"п. {found['folios']}"))
        else:
            parts.append(Part("Л", found["folios"]))
    return parts


# A bundle, folder or box that a file lies in: `Св. 12. Д. 118`.
HOLDER = regex.compile(r"(?:п|пап|папка|papka|карт|картон|св|связка|кор|коробка|пор|box|folder|бума)\.? \d+")


def is_folder(sign: str, after: str) -> bool:
    """Say whether `П.` is a folder rather than folios: it is where a file follows."""
    return sign in {"П.", "п.", "P.", "p."} and regex.match(rf"{BETWEEN}(?:[ДдDdІI])\.", after) is not None


def is_inventory(sign: str, before: Sequence[Part], after: str) -> bool:
    """Say whether `I` is the inventory: it is where no inventory came before and another sign of a file follows."""
    if sign[0] not in "ІIіi" or any(part.sign == "Оп" for part in before):
        return False
    if regex.match(r"[.,;]?\s{0,2}(?:[Cc]\.?\s?\d|[Ff]\.\s?\d{1,5}(?!\d|\.\s?[Oo]p))", after):
        return True
    return regex.search(rf"(?<!\p{{L}})(?:{FILE_SIGN}|[CС]\.(?=\s?\d+[.,;]\s?[PpБП]\.))\s?\d", after) is not None


def reference(parts: Sequence[Part], archive: str | None) -> FondsValue:
    """Write parts as a value; several inventories or files under one fonds are joined by semicolons."""
    by_level = {level: [clean(part.held, level) for part in parts if part.sign == level] for level in LEVELS}
    written = archive or ""
    level = -1
    for part in parts:
        # Going back up to another inventory or file begins a new member of the list.
        joint = "; " if LEVELS.index(part.sign) <= level else ". "
        level = LEVELS.index(part.sign)
        held = clean(part.held, part.sign)
        held = shown(held) if part.sign == "Л" else held
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


VERSO_WRITTEN = regex.compile(
    r"(?:\s(?:[ис]|and))?[\s-]?\(?(?:с\s)?(?:об|зв|ob|оборот\p{Ll}{0,3})(?!\p{L})\.?\)?|(?:\sand)?\s?\(?(?:сырты|арты|verso|rev(?!\p{L})\.?)\)?"
)


Cleaning = tuple[tuple[regex.Pattern[str], str], ...]
# Signs of numbers, letters read for figures, blanks of thousands, endings of Kazakh ordinals.
PLAIN: Cleaning = (
    (regex.compile(r"[№#«»“”\"]\s?|[Nn]umbers?\s|\s(?=\s|[«“\"])"), ""),
    (regex.compile(r"^(?:[Nn](?:os?|[°º])?\.?\s?(?=(?:\p{Lu}-)?\d)|-\s?(?=\d))"), ""),
    (regex.compile(r"(?<=\d)З|З(?=\d)|^З$"), "3"),
    (regex.compile(r"(?<=\d)[OО]|[OО](?=\d)"), "0"),
    (regex.compile(r"(?<=\d)[IІl](?!\p{L})|(?<!\p{L})[IІl](?=\d)|^[IІ]$"), "1"),
    (regex.compile(r"(?<!\d)(\d{1,2})\s(\d{3})(?!\d)"), r"\1\2"),
    (regex.compile(r"(?<=\d\p{L}?)-?[ыі]?н?ш[ыі](?=,|$)"), ""),
)
OF_FOLIOS: Cleaning = ((VERSO_WRITTEN, "v"),)
OF_FONDS: Cleaning = (
    (regex.compile(r"^[RrPр](?=\W)"), "Р"),
    (regex.compile(r"^Р\.\s?(?=\d)"), "Р-"),
    (regex.compile(r"^Р\s?(?=\d)"), "Р-"),
)
RANGE = regex.compile(r"(?<=\d|v)\s?[-‐‑–—−]\s?(?=\d)")
JOINED: Cleaning = (
    (regex.compile(r"(?<=\p{L})(?<!v)\s?\.?\s?[-‐‑–—−]\s?(?=\d)"), "-"),
    (regex.compile(r"\s?[,;]\s?(?:(?:и|және|and)\s)?|\s(?:и|және|and)\s"), ", "),
)


def clean(held: str, level: str) -> str:
    """Write numbers without stray spaces, ranges with an en dash, versos as `v`."""
    held = held.strip()
    if held.isdecimal():
        return held
    of_level = OF_FOLIOS if level == "Л" else OF_FONDS if level == "Ф" else ()
    for pattern, plain in (*PLAIN, *of_level):
        held = pattern.sub(plain, held)
    held = RANGE.sub("-" if level in {"Ф", "Оп"} else "–", held)
    for pattern, plain in JOINED:
        held = pattern.sub(plain, held)
    return held


def shown(held: str) -> str:
    """Write a verso the way references are printed: `46v` → `46 об.`."""
    return regex.sub(r"(?<=\d)v(?!\p{L})", " об.", held)
