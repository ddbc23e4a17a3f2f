"""The key of a person's name: a coarse Latin skeleton under which spellings in three languages meet.

Known collisions: surnames that differ only in what the skeleton drops meet under one key: ы, и and й; soft and hard
signs; е, ё and э; doubled letters; Джанов and Жанов; a surname in -ұлы and one in -ов (Дулатұлы, Дулатов); a man's
and a woman's form. Namesakes with the same first initial meet too. Surnames whose spellings differ otherwise
(Букейханов, Бөкейхан) meet only where `SAME` says so.
"""

from __future__ import annotations

import unicodedata

import regex

# Kazakh letters as their Russian neighbours; Russian ones as English prints them.
LETTERS = str.maketrans(
    dict(zip("абвгғдезийікқлмнңоөпрстуұүфһыэәёў", "abvggdeziiikklmnnooprstuuufhieaeu", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ъ": "", "ь": ""}
)
FOLDS: tuple[tuple[str, str], ...] = (
    (r"[^a-z]", ""),
    (r"shch|sch|tsch", "sh"),
    (r"tch", "ch"),
    (r"dzh|dj|^j(?=[aeiou])", "zh"),
    (r"kh|x(?=[aeiou])", "h"),
    (r"gh", "g"),
    (r"x", "ks"),
    (r"q|ck", "k"),
    (r"ph", "f"),
    (r"w", "v"),
    (r"tz", "ts"),
    (r"[yj]", "i"),
    (r"(?<=sh|ch|zh)io", "e"),
    (r"i+", "i"),
    (r"(?<=.{2})iuli$", "ev"),
    (r"(?<=.{2})uli$", "ov"),
    (r"i(?=[aueo])", ""),
    (r"(.)\1+", r"\1"),
    (r"(?<=.[oe]v|.in)a$", ""),
    (r"ska$", "ski"),
)
COMPILED = tuple((regex.compile(pattern), replacement) for pattern, replacement in FOLDS)
# Spellings of one person's surname that no rule brings together, as reference works give them side by side.
SAME = {
    "bokeihan": "bukeihanov",
    "bokeihanov": "bukeihanov",
    "bukeihan": "bukeihanov",
    "kozhanov": "hozhanov",
    "saduakasov": "sadvokasov",
    "sadvakasov": "sadvokasov",
    "zhansugirov": "zhansugurov",
    "aimauitov": "aimautov",
    "munbaev": "minbaev",
    "tinishpaev": "tinishbaev",
    "akpaev": "akbaev",
    "shokai": "chokaev",
    "chokai": "chokaev",
    "zhurgenov": "zhurgenev",
    "kulumbetov": "kulimbetov",
    "kabulov": "kabilov",
}


def name_key(surname: str, first: str | None) -> str:
    """The skeleton of the surname and, where a given name or initial is known, of its first letter.

    `Ежов`, `Ежова`, `Yezhov` and `Ezhov` → `ezhov`; `Н.И. Ежов` and `Nikolai Yezhov` → `ezhov n`.
    """
    whole = skeleton(surname)
    key = SAME.get(whole, whole)
    initial = skeleton(first)[:1] if first else ""
    return f"{key} {initial}".strip()


def skeleton(name: str) -> str:
    """A name in Latin letters without what transliterations differ in."""
    folded = unicodedata.normalize("NFC", name).casefold().translate(LETTERS)
    plain = "".join(sign for sign in unicodedata.normalize("NFD", folded) if not unicodedata.combining(sign))
    for pattern, replacement in COMPILED:
        plain = pattern.sub(replacement, plain)
    return plain or folded
