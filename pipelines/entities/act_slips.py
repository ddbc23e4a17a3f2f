"""The text that acts are looked for in: slips of typing and reading mended, with the way back to the true text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import regex

from pipelines.entities.act_words import BUIRY, JARLY, QAULY


class Mended(NamedTuple):
    """A text with its slips mended; `starts` and `ends` say where each of its characters lies in the text as it stands.

    Both are None where nothing was mended.
    """

    text: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters `start:end` of the mended text lie in the text as it stands."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


Put = Callable[[regex.Match[str]], str]
# Latin letters that look as Cyrillic ones, read or typed among them.
ALIKE = str.maketrans("aceopxyiABCEHKMOPTXI", "асеорхуіАВСЕНКМОРТХІ")
LATIN = regex.compile(r"[aceopxyiABCEHKMOPTXI]")
# A run of letters is tried from its beginning alone, or a page of nothing but letters takes hours.
MIXED = regex.compile(
    rf"(?<!\p{{Cyrillic}})\p{{Cyrillic}}++{LATIN.pattern}\p{{L}}*"
    rf"|(?<!{LATIN.pattern}){LATIN.pattern}++\p{{Cyrillic}}[\p{{Cyrillic}}aceopxyiABCEHKMOPTXI]*"
)
KAZAKH_ACT = rf"(?:{BUIRY}[қғ]|{QAULY}|{JARLY}[қғ]|заң(?:[ыдғн]|мен)|шешім|нұсқау|ереже|декрет|директива|циркуляр)"
# Each slip, and what is read for it: a case beside each.
SLIPS: Sequence[tuple[regex.Pattern[str], Put]] = (
    # `приказ  НКВД`, `приказ \n\n НКВД`
    (regex.compile(r"\s\s+"), lambda run: "\n" if "\n" in run[0] else " "),
    # `қау-\nлысы`
    (regex.compile(r"(?<=\p{Ll})[-¬]\n(?=\p{Ll})"), lambda _: ""),
    # `<<Жер туралы>>`, `''Жер туралы''`
    (regex.compile(r"<<"), lambda _: "«"),
    (regex.compile(r">>"), lambda _: "»"),
    # `« Жер туралы »`
    (regex.compile(r"(?<=«)\s|\s(?=»)"), lambda _: ""),
    # `қaулысы` with a Latin letter
    (MIXED, lambda word: word[0].translate(ALIKE)),
    # `маусымдағықаулысы`, `ОКқаулысы`, `523сҚаулысы`: two words typed as one
    (
        regex.compile(
            rf"(?=[БҚКЖЗШНЕДЦбқкжзшнедц])(?:(?<=\p{{Ll}}{{3}}(?:[ғг][ыі]|[ыі]ң|алы))(?=(?i:{KAZAKH_ACT}))|(?<=\p{{Lu}}{{2}})(?={KAZAKH_ACT})"
            rf"|(?<=\p{{Lu}}{{2}})(?=(?:Жарлығ|Бұйры|Қаулы|Заң|Директива|Декрет|Ереже)\p{{Ll}})|(?<=\d|\d\s?[сc]{{1,2}})(?=(?i:{KAZAKH_ACT})))"
        ),
        lambda _: " ",
    ),
    # `от18.10.1991`, `жылғы5 мамыр`, `1925жылғы`
    (regex.compile(r"(?<=(?<!\p{L})от|\d\sжылғы|\dжылғы)(?=\d)|(?<=(?<!\d)\d{4})(?=жыл[ғгыд])"), lambda _: " "),
)


def mended(text: str) -> Mended:
    """Mend what keeps acts from being found, whatever it was that typed or read them so."""
    held = Mended(text)
    for slip, put in SLIPS:
        if (slip is not MIXED or LATIN.search(held.text)) and slip.search(held.text):
            held = replaced(held, slip, put)
    return held


def replaced(held: Mended, slip: regex.Pattern[str], put: Put) -> Mended:
    """Put what is read for every slip of one kind."""
    starts, ends = held.starts or range(len(held.text)), held.ends or range(1, len(held.text) + 1)
    pieces: list[str] = []
    new_starts: list[int] = []
    new_ends: list[int] = []
    place = 0
    for found in slip.finditer(held.text):
        start, end, read = found.start(), found.end(), put(found)
        pieces += held.text[place:start], read
        new_starts += starts[place:start]
        new_ends += ends[place:start]
        if len(read) == end - start:
            new_starts += starts[start:end]
            new_ends += ends[start:end]
        else:
            first = starts[start] if start < len(starts) else ends[-1]
            new_starts += [first] * len(read)
            new_ends += [ends[end - 1] if end > start else first] * len(read)
        place = end
    pieces.append(held.text[place:])
    new_starts += starts[place:]
    new_ends += ends[place:]
    return Mended("".join(pieces), new_starts, new_ends)
