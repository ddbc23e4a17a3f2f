"""The sign № where it was read as letters: before a number, on lines of Cyrillic."""

from __future__ import annotations

from collections.abc import Sequence

import regex

# What recognisers and typists print for №: none of these is a word before a number.
CERTAIN = regex.compile(r"(?:N[°º]|N[eеoо]|№[°º]|Хо|Xo|Jfe|Jf[°º]|Ng)\.?(?=$|\d)")
# What they print too, but what may be something else: М-20, Ж 5, Х 3. It is № between an act and its number.
DOUBTFUL = regex.compile(r"(?:М[еово]?|M[eo]?|Ж[еов]?|Х[ае]?|Л[еоёг]|Ле|J[6eё]|N)\.?(?=$|\d)")
# приказ М 5, по делу Ж 170; бұйрық М 12
ACT_BEFORE = regex.compile(
    r"(?:дел(?:о|а|у|е|ом)|(?:приказ|ордер|протокол|справк|постановлени|выписк|удостоверени|циркуляр|директив"
    r"|бұйры[қғ]|хаттама|қаулы|анықтама|нұсқау)\p{L}{0,5})$",
    regex.IGNORECASE,
)
# М 6307 іс бойынша, М 12 бұйрық
ACT_AFTER = regex.compile(r"(?:іс|ісі|істі|бұйры[қғ]|хаттама|қаулы|анықтама)\p{L}{0,5}$", regex.IGNORECASE)


def with_number_signs(words: Sequence[str]) -> list[str]:
    """Answer the words of a line of Cyrillic with № where it was misread, as many as were given."""
    return [_mended(words, place) for place in range(len(words))]


def _mended(words: Sequence[str], place: int) -> str:
    word = words[place]
    for sign, allowed in ((CERTAIN, True), (DOUBTFUL, _is_of_an_act(words, place))):
        found = sign.match(word) if allowed else None
        if found and (found.end() < len(word) or _is_number(words, place + 1)):
            return "№" + word[found.end() :]
    return word


def _is_number(words: Sequence[str], place: int) -> bool:
    return place < len(words) and words[place][:1].isdigit()


def _is_of_an_act(words: Sequence[str], place: int) -> bool:
    """Whether the name of an act stands before the sign, or after its number."""
    if place and ACT_BEFORE.match(words[place - 1]):
        return True
    return place + 2 < len(words) and ACT_AFTER.match(words[place + 2]) is not None
