"""Grammar of FONDS: references to archival holdings by archive, fonds, inventory, file and folios."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from document import FondsValue, Label
from models.lexicon import Lexicon
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
    archive_before,
    parts_of,
    reference,
)
from pipelines.entities.rule import Found, Match, longest, rule


@rule(
    Label.FONDS,
    rf"(?<![\p{{L}}\d])(?:[ОO]\s)?(?P<fonds>{FONDS_SIGN}\s{{0,2}}{NUMBER}(?:\s?(?:,|и|және|and)\s\d{{1,5}}\p{{L}}?(?![\p{{L}}\d]))?)(?P<tail>{TAIL})",
)
def marked_reference(match: Match, lexicon: Lexicon) -> Found | None:
    """`РГАСПИ. Ф. 17. Оп. 120. Д. 262. Л. 45–46 об.`, `ҚР ОМА Ф.1125. Т.2. І.70. Б. 13`, `Fond 708`."""
    archive = archive_before(match.string, match.start(), lexicon)
    spelled = regex.match(r"(?:[Фф]онд|[Ff][ou]nd|[Ққ]ор)", match["fonds"])
    if not match["tail"] and not archive and not spelled:
        return None  # Ф. 17 with nothing around it may be anything
    start = archive.start if archive else match.start()
    value = reference(parts_of(match["fonds"] + match["tail"]), archive.name if archive else None)
    return Found(start, match.end(), value)


KK_NUMBER = r"\d{1,6}\p{L}?"
KK_CASE = r"(?:ы|і|ында|інде|да|де|дан|ден|нан|ға|ге|дың|дің|ның|лар|ындағы|індегі|дағы|дегі|ынан|інен|ын|ін)?(?!\p{L})"


@rule(
    Label.FONDS,
    rf"(?<![\p{{L}}\d])(?P<f>{KK_NUMBER})\s?-?\s?қор{KK_CASE}(?:,?\s(?P<i>{KK_NUMBER})\s?-?\s?(?:тізбе|тізімдеме|т\.)(?:сі)?{KK_CASE})?"
    rf"(?:,?\s(?P<d>{KK_NUMBER})\s?-?\s?іс{KK_CASE})?(?:,?\s(?P<l>{FOLIO})\s?-?\s?(?:парақ|бет)(?:тар)?{KK_CASE})?",
)
def kazakh_reference(match: Match, lexicon: Lexicon) -> Found | None:
    """`495-қорында`, `708-қор, 1-тізбе, 45-іс, 12-парақ`."""
    archive = archive_before(match.string, match.start(), lexicon)
    signs = (("Ф", "f"), ("Оп", "i"), ("Д", "d"), ("Л", "l"))
    parts = [Part(sign, match[name]) for sign, name in signs if match[name]]
    value = reference(parts, archive.name if archive else None)
    return Found(archive.start if archive else match.start(), match.end(), value)


@rule(
    Label.FONDS,
    rf"(?<![\p{{L}}\d])(?P<same>(?:Там\sже|Сонда|Ibid(?:em)?)\s?[.,]?\s{{0,2}})?(?P<parts>(?:{INVENTORY}{BETWEEN}{FILES}|{FILES}{BETWEEN}{FOLIOS}"
    rf"|{INVENTORY}(?=(?P<short>)))(?![\p{{L}}\d]){TAIL})",
)
def continued_reference(match: Match, _: Lexicon) -> Found | None:
    """`Там же. Оп. 4. Д. 157`, `Д. 27. Л. 5`: goes on with the fonds named before it."""
    if match["short"] is not None and not match["same"]:
        return None
    parts = parts_of(match["parts"])
    if not match["same"] and parts[-1].sign == "Л" and regex.search(r"[СсПпP]\.", match["parts"]):
        return None  # Т. 2. С. 15 is a volume and its pages
    return Found(match.start(), match.end(), reference(parts, None))


RULES: tuple[Rule, ...] = (marked_reference, kazakh_reference, continued_reference)


def find(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find references; what one leaves out (archive, fonds) is taken from the reference before it."""
    before: FondsValue | None = None
    for candidate in longest(one for find_some in RULES for one in find_some(text, lexicon)):
        value = candidate.value
        if isinstance(value, FondsValue):
            if before is not None:
                value = resolved(value, before)
            before = value
        yield Candidate(candidate.start, candidate.end, Label.FONDS, candidate.by, candidate.confidence, value)


def resolved(value: FondsValue, before: FondsValue) -> FondsValue:
    """Complete a reference that goes on with the one before it: `Там же. Оп. 4`, `…; Ф. 3п. Оп. 4`."""
    if value.fonds is not None:
        return value
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
