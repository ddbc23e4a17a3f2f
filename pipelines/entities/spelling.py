"""Names of Kazakh, Russian, English, German and Polish spelling in plain Latin letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

import regex

# Kazakh letters as their Russian neighbours (ө is у in Russian papers: Өтепов, Утепов); Russian ones as English prints.
CYRILLIC = str.maketrans(
    dict(zip("абвгғдезийікқлмнңоөпрстуұүфһыэәёў", "abvggdeziiikklmnnouprstuuufhieaeu", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ъ": "", "ь": ""}
)
# Letters that lose more than a mark when they lose their marks.
MARKED = str.maketrans(
    {"ł": "l", "ß": "ss", "ə": "a", "ı": "i", "ø": "o", "æ": "e", "ü": "i", "ö": "e", "ä": "e", "ó": "u"}
    | {"ś": "sh", "š": "sh", "ş": "sh", "č": "ch", "ç": "ch", "ž": "zh", "ż": "zh", "ź": "z"}
)
# What is written with Latin letters alone: pattern and plain spelling, in this order.
FOREIGN: tuple[tuple[str, str], ...] = (
    (r"ą(?=[bp])", "om"),
    (r"ą", "on"),
    (r"ę(?=[bp])", "em"),
    (r"ę", "en"),
    (r"tsch|cz", "ch"),
    (r"sch|sz(?!h)", "sh"),
    (r"(?:[wv]i|ovi)(?:t[zs]|cz)$", "vich"),
    (r"och$", "okh"),
    (r"stein", "shtein"),
    (r"ph", "f"),
    (r"th", "t"),
    (r"w", "v"),
    (r"(?<=[oe])ff$", "v"),
    (r"ck|q", "k"),
    (r"x(?=[aeiou])", "kh"),
    (r"x", "ks"),
    (r"c(?=[eiy])", "ts"),
    (r"c(?!h)", "k"),
    (r"tz|(?<=[lnr])z$", "ts"),
    (r"^j(?=[aeiou])|(?<=[^aeiou])j|j(?=[aiu])", "zh"),
    (r"(?<=[bcdfghklmnprstvz])yo", "e"),
    (r"[iy]ov$", "ev"),
)
COMPILED = tuple((regex.compile(pattern), replacement) for pattern, replacement in FOREIGN)
LATIN_LETTER = regex.compile(r"\p{Latin}")

# First letters that sound alike or stand for each other, longest first; then single ones.
CLASSES: tuple[tuple[str, str], ...] = (
    *((written, "zh") for written in ("dzh", "zh", "dj", "j")),
    *((written, "sh") for written in ("shch", "sh")),
    *((written, "h") for written in ("kh", "h")),
    *((written, "k") for written in ("chr", "q", "k")),
    *((written, "ch") for written in ("tch", "ch")),
    *((written, "ts") for written in ("ts", "tz")),
    *((written, "iu") for written in ("yu", "iu")),
    *((written, "ia") for written in ("ya", "ia")),
    *((written, "e") for written in ("ye", "yo", "e")),
    *((written, "u") for written in ("o", "u")),
    *((written, "i") for written in ("y", "i")),
)
FOREIGN_FIRST = (("^c(?=[ei])", "ts"), ("^c(?!h)", "k"), ("^ph", "f"), ("^x", "kh"), ("^w", "v"))
# Given names that two languages begin with different letters, by what Russian papers of the time call their bearers.
GIVEN: Mapping[str, str] = {
    **dict.fromkeys(("heinrich", "hans", "hermann", "herbert", "hugo", "helmut", "harry", "henry", "henryk"), "g"),
    **dict.fromkeys(("jan", "jakob", "jacob", "jaroslaw", "jadwiga", "janusz"), "ia"),
    **dict.fromkeys(("johann", "johannes", "joseph", "josef"), "i"),
    **dict.fromkeys(("jozef", "julius", "julian", "julia", "juri", "jury"), "iu"),
    **dict.fromkeys(("yakub", "yusup", "yusupbek"), "zh"),
    "jerzy": "e",
}


def latin(name: str) -> str:
    """A name in the letters a–z, small; spellings of other languages than English as English would print Russian."""
    folded = unicodedata.normalize("NFC", name).casefold()
    if LATIN_LETTER.search(folded):
        for pattern, replacement in COMPILED:
            folded = pattern.sub(replacement, folded)
        folded = folded.translate(MARKED)
    folded = folded.translate(CYRILLIC)
    plain = "".join(sign for sign in unicodedata.normalize("NFD", folded) if not unicodedata.combining(sign))
    return regex.sub(r"[^a-z]", "", plain)


def first_letter(given: str) -> str:
    """The class of the first letter of a given name or initial: `Ж.`, `Дж.`, `Zh.` and `Jumabai` are one."""
    name = unicodedata.normalize("NFC", given).casefold()
    written = "".join(sign for sign in unicodedata.normalize("NFD", name) if sign.isascii() and sign.isalpha())
    plain = regex.sub(r"[^a-z]", "", name.translate(MARKED).translate(CYRILLIC))
    known = GIVEN.get(written) or GIVEN.get(plain)
    if known:
        return known
    if LATIN_LETTER.search(name):
        for pattern, replacement in FOREIGN_FIRST:
            plain = regex.sub(pattern, replacement, plain)
    return next((sound for written, sound in CLASSES if plain.startswith(written)), plain[:1])
