"""Grammar of FONDS: references to archival holdings by archive, fonds, inventory, file and folios."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex

from document import FondsValue, Label
from models.lexicon import Lexicon
from pipelines.entities.archives import archive_before
from pipelines.entities.candidate import Candidate, Rule
from pipelines.entities.holdings import (
    BETWEEN,
    FILES,
    FOLIO,
    FOLIOS,
    FONDS_SIGN,
    INVENTORY,
    NUMBER,
    TAIL,
    Part,
    parts_of,
    reference,
)
from pipelines.entities.rule import Found, Match, longest, rule


@rule(
    Label.FONDS,
    rf"(?<![\p{{L}}\d])(?:[ОO]\s)?(?P<fonds>{FONDS_SIGN}\s{{0,2}}{NUMBER}(?:\s?(?:,|и|және"
    rf"|and)\s\d{{1,5}}\p{{L}}?(?![\p{{L}}\d]))?)(?P<tail>{TAIL})",
)
def marked_reference(match: Match, lexicon: Lexicon) -> Found | None:
    """`РГАСПИ. Ф. 17. Оп. 120. Д. 262. Л. 45–46 об.`, `ҚР ОМА Ф.1125. Т.2. І.70. Б. 13`, `Fond 708`."""
    archive = archive_before(match.string, match.start(), lexicon)
    spelled = regex.match(r"(?:[Фф]онд|[Ff][ou]nd|[Ққ]ор)", match["fonds"])
    if not match["tail"] and not archive and not spelled:
        return None  # Ф. 17 with nothing around it may be anything
    if not match["tail"] and MONEY.match(match.string, match.end()):
        return None
    start = archive.start if archive else match.start()
    value = reference(parts_of(match["fonds"] + match["tail"]), archive.name if archive else None)
    return Found(start, match.end(), value)


# `в фонд 35 млн`, `қор 86,5 миллиард`, `қор 2019-ыншы жылды`: funds of money.
MONEY = regex.compile(r"[.,]\d|\s?-?[ыі]?н?ш[іы]|\s(?:млн|млрд|тыс|мың|милли|теңге|руб|долл|тонн|год|жыл|г\.)")

KK_NUMBER = r"\d{1,6}\p{L}?(?:/\d{1,4})?"
KK_CASE = r"(?:ы|і|ында|інде|да|де|дан|ден|нан|ға|ге|дың|дің|ның|лар|ындағы|індегі|дағы|дегі|ынан|інен|ын|ін)?(?!\p{L})"


@rule(
    Label.FONDS,
    rf"(?<![\p{{L}}\d])(?:№\s?)?(?P<f>{KK_NUMBER})\s?-?\s?(?:қор{KK_CASE}|қ\.)(?:[,.]?\s(?P<i>{KK_NUMBER})\s?-?\s?"
    rf"(?:(?:тізбе|тізімдеме)(?:сі)?{KK_CASE}|т(?:із)?\.))?(?:[,.]?\s(?P<d>{KK_NUMBER}"
    rf"(?:[-–]\d{{1,5}})?)\s?-?\s?(?:іс{KK_CASE}|іс?\.))?"
    rf"(?:[,.]?\s(?P<l>{FOLIO}(?:,\s{FOLIO}){{0,9}})\s?-?\s?(?:(?:парақ|бет)(?:тар)?{KK_CASE}|(?:п|б|пар)\.))?",
)
def kazakh_reference(match: Match, lexicon: Lexicon) -> Found | None:
    """`495-қорында`, `708-қор, 1-тізбе, 45-іс, 12-парақ`."""
    archive = archive_before(match.string, match.start(), lexicon)
    if not archive and "." in match[0] and not match["i"]:
        return None
    signs = (("Ф", "f"), ("Оп", "i"), ("Д", "d"), ("Л", "l"))
    parts = [Part(sign, match[name]) for sign, name in signs if match[name]]
    value = reference(parts, archive.name if archive else None)
    return Found(archive.start if archive else match.start(), match.end(), value)


@rule(
    Label.FONDS,
    rf"(?<![\p{{L}}\d-])(?P<d>[ПРФНК]\s?[-‐‑–—−]\s?\d{{3,6}})\s?[.,]\s{{0,2}}(?P<l>{FOLIOS})(?!\d)",
)
def file_of_an_archive(match: Match, lexicon: Lexicon) -> Found | None:
    """`ЦА ФСБ России. Р–45761. Л. 14`: archives of the security service number files without fonds."""
    archive = archive_before(match.string, match.start(), lexicon)
    parts = [Part("Д", match["d"]), *parts_of(match["l"])]
    return Found(
        archive.start if archive else match.start(), match.end(), reference(parts, archive.name if archive else None)
    )


@rule(
    Label.FONDS,
    r"(?<![\p{L}\d/.,])(?P<f>[РПRP]?-?\d{1,5}\p{L}?)/(?P<i>\d{1,4}\p{L}?)/(?P<d>\d{1,6}\p{L}?)(?:/"
    r"(?P<l>\d{1,4}(?:[-–]\d{1,4})?))?(?![\d/])",
)
def slashed_reference(match: Match, lexicon: Lexicon) -> Found | None:
    """`RGASPI 17/162/20/15`: fonds, inventory, file, folio after the name of an archive."""
    archive = archive_before(match.string, match.start(), lexicon)
    if archive is None:
        return None
    signs = (("Ф", "f"), ("Оп", "i"), ("Д", "d"), ("Л", "l"))
    parts = [Part(sign, match[name]) for sign, name in signs if match[name]]
    return Found(archive.start, match.end(), reference(parts, archive.name))


@rule(
    Label.FONDS,
    rf"(?<![\p{{L}}\d])(?P<same>(?:Там\sже|Сонда|Ibid(?:em)?)\s?[.,]?\s{{0,2}})?(?P<parts>"
    rf"(?:{INVENTORY}{BETWEEN}{FILES}|{FILES}{BETWEEN}{FOLIOS}"
    rf"|(?:{INVENTORY}|{FILES}|{FOLIOS})(?=(?P<short>)))(?![\p{{L}}\d]){TAIL})",
)
def continued_reference(match: Match, _: Lexicon) -> Found | None:
    """`Там же. Оп. 4. Д. 157`, `Д. 27. Л. 5`: goes on with the fonds named before it."""
    if match["short"] is not None and not match["same"]:
        return None
    parts = parts_of(match["parts"])
    if not match["same"] and parts[-1].sign == "Л" and regex.search(r"[СсПпP]\.", match["parts"]):
        return None  # Т. 2. С. 15 is a volume and its pages
    return Found(match.start(), match.end(), reference(parts, None))


RULES: tuple[Rule, ...] = (
    marked_reference,
    kazakh_reference,
    file_of_an_archive,
    slashed_reference,
    continued_reference,
)


def find(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find references; what one leaves out (archive, fonds) is taken from the reference before it."""
    before: FondsValue | None = None
    held: Candidate | None = None
    for candidate in longest(one for find_some in RULES for one in find_some(text, lexicon)):
        value = candidate.value
        if isinstance(value, FondsValue):
            listed = held is not None and LISTED.fullmatch(text, held.end, candidate.start) is not None
            listed = listed or SAME.match(text, candidate.start) is not None
            if before is not None and candidate.by != "rule:file-of-an-archive":
                value = resolved(value, before, listed)
            before, held = value, candidate
        yield Candidate(candidate.start, candidate.end, Label.FONDS, candidate.by, candidate.confidence, value)


SAME = regex.compile(r"Там\sже|Сонда|Ibid")
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
