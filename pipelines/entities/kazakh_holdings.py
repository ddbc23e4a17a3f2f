"""How Kazakh writes references to archival holdings: the number first, its sign with case endings behind it."""

from __future__ import annotations

import regex

from pipelines.entities.holdings import FOLIO, Part

NUMBER = r"(?:№\s?)?(?:[РП]-)?\d{1,6}\p{L}?(?:/\d{1,4})?"
# Plural, possessive and case, in that order.
CASE = r"(?:[лтд][ае]р)?(?:с?[ыі]н?)?(?:[нтд][ыі]ң?|[нтд][ае]н?|[гғкқ][ае])?(?:ғы|гі)?(?!\p{L})"
# `17, 495 және 539-қорларында`: several at once, where the word says that they are many.
SEVERAL = rf"(?P<f>{NUMBER}(?:,\s{NUMBER}){{0,9}}(?:,\s|\s(?:және|мен|пен|бен)\s){NUMBER})\s?-?\s?қор(?:лар){CASE}"
FONDS = rf"(?:{SEVERAL}|(?P<f>{NUMBER})\s?-?\s?(?:қор{CASE}|[қҚ]\.|(?<=-)қ(?!\p{{L}})))"
INVENTORY = rf"(?P<i>{NUMBER})\s?-?\s?(?:(?:тізбе|тізімдеме|тізім){CASE}|т(?:із)?\.|(?<=-)Т\.|(?<=-)т(?!\p{{L}}))"
FILE = (
    rf"(?P<d>{NUMBER}(?:\s?[-–]\s?\d{{1,5}})?(?:,\s\d{{1,5}}){{0,9}})\s?-?\s?"
    rf"(?:[іi][сc]{CASE}|[іi]с?\.|(?<=-)[ІI]с?\.|(?<=-)[іi](?!\p{{L}})|сақтау\sбірлі[кг]\p{{Ll}}*|с\.\s?б\.)"
)
FOLIOS = (
    rf"(?P<l>{FOLIO}(?:(?:,\s|\s(?:және|мен)\s){FOLIO}){{0,20}})\s?-?\s?"
    rf"(?:(?:пара[қғ]|бет){CASE}|(?:пп?|бб?|пар|(?<=-)[ПБ])\.|(?<=-)[пб](?!\p{{L}}))(?P<v>(?:\sжәне\sоның)?\s(?:сырт|арт){CASE})?"
)
VOLUME = r"\d{1,3}\s?-?\s?том(?!\p{L})"
BETWEEN = r"(?:[,.;]\s{0,2}|\s{1,2})[-–—]?\s{0,2}"
TAIL = rf"(?:{BETWEEN}(?:{INVENTORY}|{FILE}|{VOLUME}|{FOLIOS})){{0,20}}+"
MORE = rf"{BETWEEN}(?:{INVENTORY}|{FILE}|{FOLIOS}){TAIL}"
PART = regex.compile(rf"(?<![\d-])(?:{FONDS}|{INVENTORY}|{FILE}|{FOLIOS})")
SIGNS = (("Ф", "f"), ("Оп", "i"), ("Д", "d"), ("Л", "l"))


def kazakh_parts(text: str) -> list[Part]:
    """Read a reference into its parts, in the order written."""
    return [
        Part(sign, f"{found[name]} об." if name == "l" and found["v"] else found[name])
        for found in PART.finditer(text)
        for sign, name in SIGNS
        if found[name]
    ]
