"""How Kazakh writes references to archival holdings: the number first, its sign with case endings behind it."""

from __future__ import annotations

import regex

from pipelines.entities.holdings import FOLIO, Part

NUMBER = (
    r"(?:№\s?)?(?:[РП]-)?\d{1,6}(?:\p{L}|\s?-?\s?[«\"]\p{Ll}[»\"])?(?:/\d{1,4}|\.\d(?=-))?(?:-?[ыі]?н?ш[ыі](?=[\s,]))?"
)
# Plural, possessive and case, in that order.
CASE = r"(?:[лтд][ае]р)?(?:с?[ыі]н?)?(?:[нтд][ыі]ң?|[нтд][ае]н?|[гғкқ][ае])?(?:ғы|гі)?(?!\p{L})"
# `17, 495 және 539-қорларында`: several at once, where the word says that they are many.
SEVERAL = rf"(?P<f>{NUMBER}(?:,\s{NUMBER}){{0,9}}(?:,\s|\s(?:және|мен|пен|бен)\s){NUMBER})\s?-?\s?қор(?:лар){CASE}"
FONDS = rf"(?:{SEVERAL}|(?P<f>{NUMBER})\s?-?\s?(?:қор{CASE}|[қҚ]\.|(?<=-)қ(?!\p{{L}})))"
INVENTORY = rf"(?P<i>{NUMBER})\s?-?\s?(?:т(?:із|з)?\.|(?:тізбе|тізімдеме|тізім|тіз){CASE}|(?<=-)Т\.|(?<=-)т(?!\p{{L}}))"
FILE = (
    rf"(?P<d>{NUMBER}(?:\s?[-–]\s?\d{{1,5}})?(?:,\s\d{{1,5}}){{0,9}}(?:\s(?:және|мен|пен)\s\d{{1,5}})?)\s?-?\s?"
    rf"(?:[іi][сc]{CASE}|[іi]с?\.|(?<=-)[ІI]с?\.|(?<=-)[іi](?!\p{{L}})|сақтау\sбірлі[кг]\p{{Ll}}*|с\.\s?б\.)"
)
FOLIOS = (
    rf"(?P<l>{FOLIO}(?:(?:,\s?|\s(?:және|мен)\s){FOLIO}){{0,20}}(?:-?[ыі]?н?ш[ыі](?=\s))?)\s?-?\s?"
    rf"(?:(?:пара[қғ]|бет){CASE}|(?:[пб]\.\s?[пб]|пп?|бб?|пар|(?<=-)[ПБ])\.|(?<=-)[пб](?!\p{{L}}))(?P<v>(?:\sжәне\sоның)?\s(?:(?:сырт|арт){CASE}(?:\s(?:жағы|беті){CASE})?|екі\sбет{CASE}))?"
)
VOLUME = r"\d{1,3}\s?-?\s?(?:том|бума|дәптер|папка|қорап|байлам)(?!\p{L})"
BETWEEN = r"(?:[,.;]\s{0,2}|\s{1,2})[-–—]?\s{0,2}"
NOTE = rf"(?:\s?\([^()]{{2,40}}\)(?={BETWEEN}(?:{INVENTORY}|{FILE}|{FOLIOS})))"
TAIL = rf"(?:{BETWEEN}(?:{INVENTORY}|{FILE}|{VOLUME}|{FOLIOS})|{NOTE}){{0,20}}+"
MORE = rf"{BETWEEN}(?:{INVENTORY}|{FILE}|{FOLIOS}){TAIL}"
PART = regex.compile(rf"(?<![\d-])(?:{FONDS}|{INVENTORY}|{FILE}|{FOLIOS})")
SIGNS = (("Ф", "f"), ("Оп", "i"), ("Д", "d"), ("Л", "l"))


# The word for a fonds behind a number, and numbers that may stand before it.
NUMBERED_FONDS = regex.compile(r"\d[^\s\d]{0,5}[\s-]{0,3}(?:қор|[қҚ](?:\.|(?!\p{L})))")
FIRST_NUMBER = regex.compile(r"(?<![\p{L}\d-])(?:№\s?)?(?:[РП]-)?\d")
REACH = 80


def fonds_starts(text: str) -> tuple[int, ...]:
    """Where references that begin with the number of a fonds may begin, in order."""
    return tuple(
        sorted(
            {
                number.start()
                for word in NUMBERED_FONDS.finditer(text)
                for number in FIRST_NUMBER.finditer(text, max(0, word.start() - REACH), word.start() + 1)
            }
        )
    )


def kazakh_parts(text: str) -> list[Part]:
    """Read a reference into its parts, in the order written."""
    return [
        Part(sign, f"{found[name]} об." if name == "l" and found["v"] else found[name])
        for found in PART.finditer(text)
        for sign, name in SIGNS
        if found[name]
    ]
