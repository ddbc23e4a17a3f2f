"""The key of a person's name: a coarse Latin skeleton under which spellings in three languages meet.

The surname is written in Latin letters, Kazakh ones as their Russian neighbours; spellings of Kazakh, Russian, English,
German and Polish are brought to one; then what varies between them is dropped or made alike. A given name or initial
adds the class of its first letter (`spelling.first_letter`).

Known collisions, two people under one key: namesakes with the same first initial; a man's and a woman's form;
surnames that differ only in ы, и and й, in soft and hard signs, in е, ё and э, in doubled letters, in ж and дж, in у
and и after the first syllable (Шакуров, Шакиров), in ей and ай, in ө and у, in -паев and -баев after a voiceless
sound; a surname in -ұлы and one in -ов (Дулатұлы, Дулатов); one with -а behind a consonant and one without (Вебер,
Вебера). Spellings that no rule brings together meet only where `SPELLINGS` says so.
"""

from __future__ import annotations

import regex

from pipelines.entities.spelling import first_letter, latin

VOWELS = "aeiou"
FOLDS: tuple[tuple[str, str], ...] = (
    (r"shch|sch", "sh"),
    (r"tch", "ch"),
    (r"dzh|dj", "zh"),
    (r"kh", "h"),
    (r"gh", "g"),
    (r"[yj]", "i"),
    (r"(?<=sh|ch|zh)io", "e"),
    (r"i+", "i"),
    (r"(?<=.{2})iuli$", "ev"),
    (r"(?<=.{2})uli$", "ov"),
    (r"(?<=.)ui", "u"),
    (r"ei", "ai"),
    (r"i(?=[aueo])", ""),
    (r"(.)\1+", r"\1"),
    (r"(?<=.[oe]v|.in)a$", ""),
    (r"ska$", "ski"),
    (rf"(?<=.{{2}}[^{VOWELS}])a$", ""),
    # Turkic vowels between consonants sound alike, and some are not written: Жүсіпов, Жусупов; Мүсірепов, Мусрепов.
    (rf"(?<=[{VOWELS}][^{VOWELS}]+)u(?=[^{VOWELS}]+[{VOWELS}])", "i"),
    (rf"(?<=[{VOWELS}][^{VOWELS}]+)i(?=[rm][ae])", ""),
    (r"(?<=[ptksfh])paev", "baev"),
)
COMPILED = tuple((regex.compile(pattern), replacement) for pattern, replacement in FOLDS)
# Spellings of one surname that no rule brings together, as reference works give them side by side; the first is meant.
SPELLINGS = (
    "Букейханов Бокейханов Бокейхан Букейхан",
    "Ходжанов Кожанов",
    "Садвокасов Садуакасов Садвакасов",
    "Минбаев Мунбаев",
    "Чокаев Чокай Шокай Шокаев",
    "Жургенев Жургенов",
    "Джангильдин Жангелдин",
    "Ундасынов Ондасынов",
    "Ибрагимов Ибрахимов",
    "Миллер Мюллер Muller",
    "Вишневский Wisniewski",
    "Войцеховский Wojciechowski",
    "Гинзбург Ginsburg",
    "Цой Choi",
)


def name_key(surname: str, first: str | None) -> str:
    """The skeleton of the surname and, where a given name or initial is known, the class of its first letter.

    `Ежов`, `Ежова`, `Yezhov` and `Ezhov` → `ezhov`; `Н.И. Ежов` and `Nikolai Yezhov` → `ezhov n`.
    """
    whole = skeleton(surname)
    return f"{SAME.get(whole, whole)} {first_letter(first) if first else ''}".strip()


def skeleton(name: str) -> str:
    """A surname in Latin letters without what spellings differ in."""
    plain = latin(name)
    for pattern, replacement in COMPILED:
        plain = pattern.sub(replacement, plain)
    return plain or name.casefold()


SAME = {
    skeleton(spelling): skeleton(spellings.split(" ", 1)[0])
    for spellings in SPELLINGS
    for spelling in spellings.split(" ")
}
