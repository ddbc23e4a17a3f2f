"""What is known of a normative act: read from its words and those beside it, completed from the lexicon."""

from __future__ import annotations

from functools import lru_cache

import regex

from document import DateValue, OrderValue
from models.lexicon import Lexicon, Order
from pipelines.entities import dates
from pipelines.entities.act_words import issuer_of, kind_of_act
from pipelines.entities.rule import Found, Match


def order(match: Match, lexicon: Lexicon, end: int | None = None) -> Found:
    """Make the match an act, with what is said of it in the match and just around it."""
    text, start = match.string, match.start()
    stop = match.end() if end is None else end
    named = match.groupdict()
    value = act(text, (start, stop), (named.get("n"), named.get("title")), lexicon)
    return Found(start, stop, completed(value, lexicon))


def act(text: str, span: tuple[int, int], named: tuple[str | None, str | None], lexicon: Lexicon) -> OrderValue:
    """Read kind, issuer and date from the span; where it has none, from the words beside it."""
    (start, stop), (number, title) = span, named
    inside = text[start:stop]
    before, after = text[max(0, start - 60) : start], text[stop : stop + 45]
    before = regex.split(r"[.;!?]\s", before)[-1]
    return OrderValue(
        type=kind_of_act(inside) or kind_of_act(before) or kind_of_act(after),
        issuer=issuer_of(inside) or issuer_of(before) or issuer_of(after),
        number=written(number) if number else None,
        date=date_of(inside, lexicon) or date_after(after, lexicon) or date_before(before, lexicon),
        title=quoted(title) if title else None,
    )


def quoted(title: str) -> str:
    """Take a title out of its quotation marks, and `туралы` after them away."""
    return regex.sub(r"^[«“„\"]|[»”“\"](?:\s\p{L}+)?$", "", title)


def written(number: str) -> str:
    """Write a number without spaces, letters that stood for figures as figures: `ГОКО-5859 сс` → `5859сс`."""
    joined = regex.sub(r"^G?O?KO-|^ГО?КО-|-(?=[сcs]{1,2}$)", "", regex.sub(r"[‐‑–]", "-", regex.sub(r"\s", "", number)))
    return regex.sub(
        r"(?<=\d)[OОЗIІl]+(?=\d|$)|(?<=\d)[OОЗ]+|(?<!\p{L})[OОЗ]+(?=\d)",
        lambda found: found[0].translate(FIGURES),
        joined,
    )


def date_of(text: str, lexicon: Lexicon, last: int | None = None) -> str | None:
    """Read the first date that has a value; where `last` is given it must begin no later than there."""
    found = (date for date in dates.find(text, lexicon) if last is None or date.start <= last)
    return next((date.value.edtf for date in found if isinstance(date.value, DateValue)), None)


def date_after(text: str, lexicon: Lexicon) -> str | None:
    """Read the date that follows at once: `№ 00447 от 30 июля 1937 г.`, `No. 00447 of July 30, 1937`."""
    found = regex.match(r"\)?,?\s{0,2}(?:\(?\s?(?:от|of|dated|from)\s)", text)
    return date_of(text[found.end() :], lexicon, last=1) if found else None


def date_before(text: str, lexicon: Lexicon) -> str | None:
    """Read the date that stands before: `1937 жылғы 25 шілдедегі «…» бұйрық`."""
    found = list(dates.find(text, lexicon))
    near = found and len(text) - found[-1].end <= 25
    return found[-1].value.edtf if near and isinstance(found[-1].value, DateValue) else None


def completed(value: OrderValue, lexicon: Lexicon) -> OrderValue:
    """Add what the lexicon knows of an act, if all that is read agrees with it."""
    known = [one for one in lexicon.orders if agrees(value, one)]
    if len(known) > 1:
        # The same number was given again every year; the great operations are the ones that are spoken of.
        known = [one for one in known if one.confidence == "A"]
    if len(known) != 1:
        return value
    (one,) = known
    return OrderValue(
        type=value.type or one.type,
        issuer=one.issuer,
        number=value.number or one.number or None,
        date=one.date or value.date,
        title=value.title or one.title or None,
        id=one.id,
    )


def agrees(value: OrderValue, known: Order) -> bool:
    """Say whether an act read may be the known one: same number or title, nothing against it."""
    if value.date is not None and known.date and not known.date.startswith(value.date[:10].split("/")[-1]):
        return False
    if value.number is None:
        if value.title is not None and known.title:
            return regex.sub(r"\W", "", known.title.casefold()).startswith(regex.sub(r"\W", "", value.title.casefold()))
        if value.date is None or value.date != known.date or value.type not in {known.type, "law"}:
            return False
        # A law of a day is one of its kind; of orders there may be several that day.
        return known.type != "order" and issued_by(value, known) is not False
    if plain(value.number) != known_plain(known.number):
        return False
    telling = known.number.startswith("00") or len(known.number) == MEMORANDUM or not known.number.isalnum()
    return issued_by(value, known) is not False if telling else issued_by(value, known) is True


# Figures of the numbers that memoranda of the NKVD went by: 49990, 50215.
MEMORANDUM = 5


@lru_cache(maxsize=4096)
def known_plain(number: str) -> str:
    """Write a number of the lexicon as any language would, once for each."""
    return plain(written(number))


def plain(number: str) -> str:
    """Write a number as any language would: marks of secrecy and the P of the Politburo in Cyrillic, no slashes."""
    cyrillic = regex.sub(r"[sc]+h?$|^P", lambda found: found[0].translate(CYRILLIC).replace("сh", "ш"), number)
    return cyrillic.replace("/", "-")


FIGURES = str.maketrans("OОЗIІl", "003111")
CYRILLIC = str.maketrans("scP", "ссП")


def issued_by(value: OrderValue, known: Order) -> bool | None:
    """Say whether the issuers agree; None when none was read."""
    if value.issuer is None:
        return None
    return set(value.issuer.split()[:1]) <= set(known.issuer.split())
