"""Passages as they are read off worn pages: here and there a letter taken for another that looks like it."""

from __future__ import annotations

import random

import msgspec

from models.train.passages import Passage

# Letters, figures and signs that typewriters make alike, as Tesseract takes them for one another where the ribbon is
# pale or the type clogged: Russian, Kazakh, English, signs. Each letter of a group may be read as any other of it.
# fmt: off
ALIKE = (
    "оасе", "иноп", "йи", "нпк", "тг", "шщц", "вз8", "зэ3", "ьыъ", "б6о", "лд", "мн", "уи", "рф", "жх", "юо", "яа",
    "ЗЭ3", "ОС0", "В8", "ИНП", "НПК", "ПИЛ", "ГТ", "ЕБВ", "ДЛА", "РФ", "КН", "МН",
    "ғг", "қк", "ңн", "өо", "ұу", "үу", "әа", "іi1", "ҒГ", "ҚК", "ӨО", "ҰУ", "ӘЭ",
    "il1", "ec", "oc0a", "nu", "mn", "hb", "tlf", "rn", "Il1", "S5", "B8",
    ".,", "0О", "56", "38",
)
# fmt: on
RATES = (0.005, 0.02)
"""Shares of letters misread on a page: of a good scan, of a bad one."""
LIKE = {
    letter: "".join(group.replace(letter, "") for group in ALIKE if letter in group)
    for letter in sorted(set("".join(ALIKE)))
}


def worn(passage: Passage, chance: random.Random) -> Passage:
    """The passage with some letters misread; none is lost or added, so that entities stay where they are."""
    rate = chance.choice(RATES)
    letters = (
        chance.choice(LIKE[letter]) if letter in LIKE and chance.random() < rate else letter for letter in passage.text
    )
    return msgspec.structs.replace(passage, text="".join(letters))
