"""Grammar of FONDS: references to archival holdings by archive, fonds, inventory, file and folios."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from document import FondsValue, Label
from models.lexicon import Lexicon
from pipelines.entities import foreign_holdings
from pipelines.entities import kazakh_holdings as kazakh
from pipelines.entities.archives import archive_after, archive_before
from pipelines.entities.candidate import Candidate, Rule
from pipelines.entities.holdings import (
    BETWEEN,
    CUT,
    FILES,
    FOLIO_SIGN,
    FOLIOS,
    FOLIOS_HELD,
    FONDS_HELD,
    FONDS_SIGN,
    INVENTORY,
    LEVEL,
    LEVELS,
    TAIL,
    VOLUMES,
    Part,
    parts_of,
    reference,
)
from pipelines.entities.kazakh_holdings import kazakh_parts
from pipelines.entities.rule import Found, Match, longest, rule


@rule(
    Label.FONDS,
    rf"(?<![\p{{L}}\d])(?:[ОO]\s)?(?P<fonds>{FONDS_SIGN}\s{{0,2}}{FONDS_HELD})(?P<tail>{TAIL}(?:(?P<kazakh>{kazakh.MORE})|{CUT}))",
)
def marked_reference(match: Match, lexicon: Lexicon) -> Found | None:
    """`РГАСПИ. Ф. 17. Оп. 120. Д. 262. Л. 45–46 об.`, `ҚР ОМА Ф.1125. Т.2. І.70. Б. 13`, `Fond 708`."""
    archive = archive_before(match.string, match.start(), lexicon)
    spelled = regex.match(r"(?:[Фф]онд|[Ff][ou]nd|[Ққ]ор)", match["fonds"])
    if not match["tail"] and not archive and not spelled and not in_brackets(match):
        after = archive_after(match.string, match.end(), lexicon)
        if after is None:
            return None  # Ф. 17 with nothing around it may be anything
    if not match["tail"] and MONEY.match(match.string, match.end()):
        return None
    start = archive.start if archive else match.start()
    head = match.string[match.start("fonds") : match.start("kazakh") if match["kazakh"] else match.end()]
    parts = parts_of(head)
    end = match.end()
    if not match["kazakh"]:
        end = before_note(match.string, start, end, listed=parts[-1].sign)
        parts = parts_of(head[: len(head) - (match.end() - end)])
    parts += kazakh_parts(match["kazakh"] or "")
    behind = archive_after(match.string, end, lexicon) if archive is None else None
    if behind:
        return Found(start, behind[0], reference(parts, behind[1]))
    return Found(start, end, reference(parts, archive.name if archive else None))


@rule(Label.FONDS, r"(?<![\p{L}\d.,-])(?P<f>\d{1,5})(?:th|st|nd|rd)?\s[Ff]onds?(?![\p{L}\s]*\d)(?!\p{L})")
def english_fonds_after_number(match: Match, _: Lexicon) -> Found | None:
    """`the 708th fond`."""
    return Found(match.start(), match.end(), reference([Part("Ф", match["f"])], None))


@rule(
    Label.FONDS,
    rf"(?<!\p{{L}})(?P<fonds>[Фф](?:онд|\.)\s[«\"](?P<name>\p{{Lu}}[^«»\"\n]{{3,60}})[»\"])(?P<rest>{BETWEEN}(?:{INVENTORY}|{FILES}){TAIL})",
)
def named_fonds(match: Match, lexicon: Lexicon) -> Found | None:
    """`АВП РФ. Фонд «Референтура по Германии». Оп. 14. Пор. 22`."""
    archive = archive_before(match.string, match.start(), lexicon)
    parts = [Part("Ф", match["name"]), *parts_of(match["rest"])]
    return Found(
        archive.start if archive else match.start(), match.end(), reference(parts, archive.name if archive else None)
    )


def in_brackets(match: Match) -> bool:
    """Say whether nothing else stands in brackets, and holdings are spoken of before: `архив обкома (Ф. 708)`."""
    text, start, end = match.string, match.start(), match.end()
    if text[start - 1 : start] != "(" or text[end : end + 1] != ")":
        return False
    return OF_HOLDINGS.search(text, max(0, start - NOTES_LENGTH), start) is not None


OF_HOLDINGS = regex.compile(r"(?i:рхив|рағат|r[ck]hiv|фонд|fond|(?<!\p{L})қор|ЦГА|ГАРФ|РГАСПИ)")
LAST_LISTED = regex.compile(r"(?<!\d)(?P<before>\d{1,6})\p{L}?\s?(?P<comma>[,;])\s(?P<number>\d{1,4})$")


def before_note(text: str, start: int, end: int, listed: str) -> int:
    """Where a reference ends, if the number listed last is that of the next note: `149 …, І. 335, 150 Smith J.`.

    It is where the note before it is seen, or where a file (`listed` is its level) would be far from the one before.
    """
    last = LAST_LISTED.search(text, max(start, end - 20), end)
    if last is None:
        return end
    number, before = int(last["number"]), int(last["before"])
    if number > before + CLOSE and AUTHOR.match(text, end):
        return last.start("comma")
    note = rf"(?<!(?<!\p{{L}})\p{{L}}{{1,2}}\.?\s?|,\s|[\d–-]){number - 1}[.)]?\s{{1,3}}\p{{L}}"
    if regex.search(note, text[max(0, start - NOTES_LENGTH) : start + 1]):
        return last.start("comma")
    apart = last["comma"] == ";" or (listed == "Д" and not before < number <= before + CLOSE)
    return last.start("comma") if apart and regex.match(r"\s\p{Lu}\p{Ll}", text[end : end + 3]) else end


# Of a note that begins with its author: `…, 150 Kokebayeva G.`.
AUTHOR = regex.compile(r"\s\p{Lu}\p{Ll}+\s\p{Lu}\.")
NOTES_LENGTH = 300
"""Characters from the number of a note to a reference in it."""
CLOSE = 20
"""Files listed together seldom lie further apart."""


# `в фонд 35 млн`, `қор 86,5 миллиард`, `қор 2019-ыншы жылды`: funds of money.
MONEY = regex.compile(
    r"[.,]\d|\s?%|\s?-?[ыі]?н?ш[іы]|\s(?:[mb]illion|thousand|rubles|roubles|dollars|per\s?cent|project|млн|млрд|тыс|мың|милли|теңге|лет(?!\p{L})|руб|долл|тонн|центнер|пуд|кг|голов|год|жыл"
    r"|г\.)"
)


@rule(
    Label.FONDS,
    rf"(?<![\p{{L}}\d-])(?:№\s?)?{kazakh.FONDS}(?P<tail>{kazakh.TAIL})(?P<more>(?:{BETWEEN}{LEVEL}{TAIL})?)",
    starts=kazakh.fonds_starts,
)
def kazakh_reference(match: Match, lexicon: Lexicon) -> Found | None:
    """`495-қорында`, `708-қор, 1-тізбе, 45-іс, 12-парақ`."""
    archive = archive_before(match.string, match.start(), lexicon)
    if not archive and not match["tail"] and match[0].endswith("."):
        return None
    parts = kazakh_parts(match.string[match.start() : match.start("more")]) + parts_of(match["more"])
    value = reference(parts, archive.name if archive else None)
    return Found(archive.start if archive else match.start(), match.end(), value)


@rule(
    Label.FONDS,
    rf"(?<!\p{{L}})(?:Сонда|Сол\s(?:жерде|қор(?:да)?)|Бұл\sда\sсонда)[.,:]?\s{{0,2}}[-–—]?\s{{0,2}}(?P<parts>(?:{kazakh.INVENTORY}|{kazakh.FILE}"
    rf"|{kazakh.FOLIOS}){kazakh.TAIL})",
)
def kazakh_continued(match: Match, _: Lexicon) -> Found | None:
    """`Сонда. 5-п.`, `Сонда, 12-іс, 3-парақ`."""
    return Found(match.start(), match.end(), reference(kazakh_parts(match["parts"]), None))


# A noun with what it is the archive of: `Центральный архив ФСБ`, not `Архивное дело: П-15005`.
NAMED_AS_ARCHIVE = regex.compile(
    r"(?<=\s)(?:архив|мұрағат\p{L}*|архив[іт]\p{L}*|archives?)(?!\p{L})|^(?:архив|archives?)(?=\s)", regex.IGNORECASE
)


@rule(
    Label.FONDS,
    rf"(?<![\p{{L}}\d-])(?P<parts>(?:{kazakh.INVENTORY}{kazakh.BETWEEN})?{kazakh.FILE}{kazakh.TAIL})(?!\p{{L}})",
)
def kazakh_rest(match: Match, lexicon: Lexicon) -> Found | None:
    """`1-тізбе, 14-іс, 3-парақта`: goes on with the fonds before it; `… мұрағаты. 662-іс. 3-парақ` has none."""
    parts = kazakh_parts(match["parts"])
    archive = (
        archive_before(match.string, match.start(), lexicon) if parts[0].sign == "Д" and match[0][0] != "№" else None
    )
    if archive and archive.name and NAMED_AS_ARCHIVE.search(archive.name) and parts[-1].sign == "Л":
        return Found(archive.start, match.end(), reference(parts, archive.name))
    return Found(match.start(), match.end(), reference(parts, None)) if parts[0].sign == "Оп" else None


@rule(
    Label.FONDS,
    rf"(?<![\p{{L}}\d-])(?:(?:АСД|АУД|[Аа]рх\.\s№|№)\s)?(?P<d>[ПРФНКС]У?\s?[-‐‑–—−]\s?\d{{3,6}}(?:[.,]\s{VOLUMES})?)(?:\s?[.,]\s{{0,2}}(?P<l>{FOLIOS}))?(?!\d)",
)
def file_of_an_archive(match: Match, lexicon: Lexicon) -> Found | None:
    """`ЦА ФСБ России. Р–45761. Л. 14`: archives of the security service number files without fonds."""
    archive = archive_before(match.string, match.start(), lexicon)
    if not match["l"] and not (archive and archive.name and NAMED_AS_ARCHIVE.search(archive.name)):
        return None
    parts = [Part("Д", match["d"]), *parts_of(match["l"] or "")]
    return Found(
        archive.start if archive else match.start(), match.end(), reference(parts, archive.name if archive else None)
    )


@rule(
    Label.FONDS,
    r"(?<![\p{L}\d/.,-])(?P<f>[РПRP]?-?\d{1,5}\p{L}?)(?P<between>[/-])(?P<i>\d{1,4}\p{L}?(?:/\d)?)(?P=between)(?P<d>\d{1,6}\p{L}?)(?:(?P=between)"
    rf"(?P<l>\d{{1,4}}(?:[-–]\d{{1,4}})?)|:\s?(?P<l>\d{{1,4}}(?:[-–]\d{{1,4}})?)|,\s{FOLIO_SIGN}\s?(?P<l>{FOLIOS_HELD})|,\s(?P<l>\d{{1,3}}(?:[-–]\d{{1,3}})?)(?=\s?[;).]|\s*\Z))?(?![\d/-])",
)
def slashed_reference(match: Match, lexicon: Lexicon) -> Found | None:
    """`RGASPI 17/162/20/15`: fonds, inventory, file, folio after the name of an archive."""
    archive = archive_before(match.string, match.start(), lexicon)
    if (
        archive is None
        or archive.start == match.start()
        or (match["between"] == "-" and all(archive.name != each.id for each in lexicon.archives))
    ):
        return None
    signs = (("Ф", "f"), ("Оп", "i"), ("Д", "d"), ("Л", "l"))
    parts = [Part(sign, match[name]) for sign, name in signs if match[name]]
    return Found(archive.start, match.end(), reference(parts, archive.name))


# A short word with a number or a second sign behind it, as every sign is written and few other words are: it is looked
# for first, since trying all signs at every word takes long.
NUMBERED = (
    r"\b(?=[\p{L}0]{1,10}+['’]?[\s.,:;/–—-]{0,8}+(?:[№#\dIІlOОЗ]|N|(?:хр|khr|[дД])\s?\.|\p{Lu}\s?\.?\s?[-‐‑–—−]"
    r"|[рпpr]\s?[-‐‑–—−]|б/н))"
)
# First letters of the signs of inventories, files and folios.
FIRST_OF_SIGN = "0ОоOoТтTtІіIiПпPpДдDdFfСсSsCcEeЕеЛлLlБбАаAa"
LOWER_PARTS = (
    rf"(?P<parts>(?:{INVENTORY}{BETWEEN}{FILES}|{FILES}{BETWEEN}{FOLIOS}"
    rf"|(?:{INVENTORY}|{FILES}|{FOLIOS})(?=(?P<short>)))(?![\p{{L}}\d]){TAIL})"
)


SAME = regex.compile(r"[Тт]ам\sже|Сонда|[Ii]bid")
NUMBERED_SIGN = regex.compile(rf"\b(?=[{FIRST_OF_SIGN}]){NUMBERED}")


def starts_of_same(text: str) -> tuple[int, ...]:
    """Where the words stand that repeat a reference."""
    return tuple(found.start() for found in SAME.finditer(text))


def starts_of_signs(text: str) -> tuple[int, ...]:
    """Where a word begins that may be the sign of an inventory, a file or folios."""
    return tuple(found.start() for found in NUMBERED_SIGN.finditer(text))


@rule(
    Label.FONDS,
    rf"(?<!\p{{L}})(?:Там\sже|(?<=;\s)там\sже|Сонда|[Ii]bid(?:em)?)\s?[.,:]{{0,2}}\s{{0,2}}[-–—]?\s?{LOWER_PARTS}",
    starts=starts_of_same,
)
def same_reference(match: Match, _: Lexicon) -> Found | None:
    """`Там же. Оп. 4. Д. 157`, `Ibid., l. 60`: goes on with the reference before it."""
    end, parts = listed_parts(match)
    return Found(match.start(), end, reference(parts, None))


def listed_parts(match: Match) -> tuple[int, list[Part]]:
    """Where the parts of a reference end, and they, without the number of the next note."""
    parts = parts_of(match["parts"])
    end = before_note(match.string, match.start(), match.end(), listed=parts[-1].sign if parts else "")
    return (end, parts) if end == match.end() else (end, parts_of(match.string[match.start("parts") : end]))


# Archives of the secret police go by the name of their service too: `УФСБ по НСО. Д. 5301. Л. 21`.
SECRET = regex.compile(r"ФСБ|КГБ|КНБ|СБУ|МВД|УВД|ҰҚК|ІІМ|ІІД|FSB|KGB|KNB|SBU")
# What the abbreviations of archives begin with: `ЦГАКФДЗ РК. Ед. хр. 12. Л. 3`.
SHORT_ARCHIVE = regex.compile(r"(?:[ЦРО]?ГА|[ЦР]ГВ?А|ЦДНИ|НА|АП|(?:Ts|R)?GA)(?:\p{Lu}|\s|$)")
# What sort of a file it is, before its sign: `ЦА ФСБ РФ. Архивное следственное дело Р-33000. Л. 4`.
SORT_OF_FILE = regex.compile(r"(?<!\p{L})[Аа]рх(?:ив\p{L}*|\.)?[\s-]{0,2}(?:[Сс]лед\p{L}*\.?|[Уу]гол\p{L}*\.?)?\s$")


@rule(Label.FONDS, LOWER_PARTS, starts=starts_of_signs)
def continued_reference(match: Match, lexicon: Lexicon) -> Found | None:
    """`Оп. 4. Д. 157`, `Д. 27. Л. 5`: goes on with the fonds named before it; `ЦА ФСБ РФ. Д. Р-8765`."""
    before = match.string[max(0, match.start() - 40) : match.start()]
    sort = SORT_OF_FILE.search(match.string, max(0, match.start() - 40), match.start()) if "рх" in before else None
    archive = archive_before(match.string, sort.start() if sort else match.start(), lexicon)
    end, parts = listed_parts(match)
    if not parts:
        return None
    if archive and archive.name and any(part.sign == "Д" for part in parts):
        if parts[-1].sign == "Д" and regex.match(r"(?:д\.|дел\p{L})\s?№", match["parts"]):
            return None  # `архив СБУ, д. № 12345`: the number of a case
        if not holds_files(archive.name, parts, lexicon):
            return None
        return Found(archive.start, end, reference(parts, archive.name))
    if match["short"] is not None or sort or ("ул" in before and STREET.search(before)):
        return None
    if parts[-1].sign == "Л" and regex.search(r"(?<!\p{L})[СсПпP]\.", match["parts"]):
        return None  # Т. 2. С. 15 is a volume and its pages
    return Found(match.start(), end, reference(parts, None))


# `ул. Абая, д. 5; Л. 3`: a house.
STREET = regex.compile(r"(?<!\p{L})ул(?:\.|иц\p{L}{1,2})(?:\s[^.;:\n]{2,30})?,\s?$")


def holds_files(archive: str, parts: Sequence[Part], lexicon: Lexicon) -> bool:
    """Say whether a file right behind a name is one of an archive, not of a plant or a body of the state."""
    if NAMED_AS_ARCHIVE.search(archive) or any(archive == each.id for each in lexicon.archives):
        return True
    several = len(parts) > 1
    if several and SHORT_ARCHIVE.match(archive):
        return True
    return bool(SECRET.search(archive) and (several or regex.search(r"\d{4}", parts[0].held)))


@rule(
    Label.FONDS,
    rf"\A\s*(?P<parts>(?:(?P<number>\d{{2,5}}\p{{L}}?)\.\s{{1,2}})?(?P<first>(?:{INVENTORY}|{FILES}|[БбЛлП]{{1,2}}\.\s?{FOLIOS_HELD})){TAIL})"
    r"(?=\s?[.;]|\s*\Z)",
)
def rest_of_a_reference(match: Match, _: Lexicon) -> Found | None:
    """`661. Б. 54.`, `Б. 3-4.` at the beginning of a page or passage that cuts a reference."""
    parts = parts_of(match["parts"])
    if not parts or (parts[0].sign != "Л" and not match["number"]):
        return None
    level = LEVELS.index(parts[0].sign)
    if match["number"]:
        if len(match["number"]) < FIGURES_OF_A_FILE and parts[0].sign == "Л":
            return None  # a numbered list
        parts = [Part(LEVELS[level - 1], match["number"]), *parts]
    return Found(match.start("parts"), match.end(), reference(parts, None))


FIGURES_OF_A_FILE = 3


RULES: tuple[Rule, ...] = (
    marked_reference,
    english_fonds_after_number,
    named_fonds,
    kazakh_reference,
    kazakh_continued,
    kazakh_rest,
    file_of_an_archive,
    slashed_reference,
    same_reference,
    continued_reference,
    rest_of_a_reference,
    *foreign_holdings.RULES,
)


def find(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find references; what one leaves out (archive, fonds) is taken from the reference before it."""
    before: FondsValue | None = None
    held: Candidate | None = None
    for candidate in longest(one for find_some in RULES for one in find_some(text, lexicon)):
        value = candidate.value
        if PAGES_OF_THE_SAME.fullmatch(text, candidate.start, candidate.end):
            since = max(held.end, candidate.start - REACH) if held else 0
            if held is None or BOOK.search(text, since, candidate.start):
                continue
        if isinstance(value, FondsValue):
            listed = held is not None and LISTED.fullmatch(text, held.end, candidate.start) is not None
            listed = listed or SAME.match(text, candidate.start) is not None
            whole = candidate.by == "rule:file-of-an-archive" or (value.archive is not None and value.fonds is None)
            if before is not None and not whole:
                value = resolved(value, before, listed)
            before, held = value, candidate
        yield Candidate(candidate.start, candidate.end, Label.FONDS, candidate.by, candidate.confidence, value)


# Pages of the book before, where no holdings were named since: `Там же. С. 15`.
BOOK = regex.compile(
    r"(?<!\p{L})(?:[СсCcSs]|[PpРр]{1,2})\.\s?\d|\d\s?-?\s?(?:бб?\.|бет(?!\p{L}))|(?:1[89]|20)\d\d[.,]\s?(?:[-–—]|№|\d)"
)
REACH = 300
PAGES_OF_THE_SAME = regex.compile(
    r"(?:(?:[Тт]ам\sже|[Ii]bid(?:em)?)[.,]{0,2}\s{0,2}(?:[СсCc]|[Pp]{1,2})\.|Сонда[.,]{0,2}\s{0,2}(?:[Бб]{1,2}\.)?)[\s\d,–—-]+"
    r"(?:-?\s?б(?:б?\.|ет(?:тер)?)?)?"
)
SAME = regex.compile(r"[Тт]ам\sже|Сонда|[Ii]bid")
LISTED = regex.compile(r"\s?[;,]\s{0,2}")


def resolved(value: FondsValue, before: FondsValue, listed: bool) -> FondsValue:
    """Complete a reference that goes on with the one before it: `Там же. Оп. 4`, `…; Ф. 3п. Оп. 4`."""
    if value.fonds is not None:
        if value.archive is not None or before.archive is None or not listed:
            return value
        return msgspec.structs.replace(
            value, archive=before.archive, normalized=f"{before.archive}. {value.normalized}"
        )
    parts = [
        Part(sign, held)
        for sign, held in (
            ("Ф", before.fonds),
            ("Оп", value.inventory or before.inventory),
            ("Д", value.file or (before.file if value.inventory is None else None)),
            ("Л", value.folios),
        )
        if held
    ]
    return reference(parts, before.archive)
