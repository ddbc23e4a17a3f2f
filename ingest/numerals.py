"""Roman numerals read as Cyrillic letters and figures of the same look."""

from __future__ import annotations

import regex

NUMERAL = regex.compile(r"X{0,3}(?:IX|IV|V?I{0,3})(?<=.)")
MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
# What Tesseract prints for the strokes of a numeral when it takes them for Cyrillic letters, Latin ones or figures.
STROKES = {
    **dict.fromkeys("IІ1l|!Ттг", "I"),
    **dict.fromkeys("VУҮYМГ\\", "V"),
    **dict.fromkeys("XХ", "X"),
    **dict.fromkeys("ПЛН", "II"),
    **dict.fromkeys("ШЩ", "III"),
}
LOOKS = regex.compile(r"[IІVУҮYXХПШЩТГМ1l|!Н]{1,7}")
DATE = regex.compile(r"(\(?\d{1,2}[.,]\s?)([^\s.,]{1,5})([.,]\s?(?:1[789])?\d\d\D{0,3})")
# Nouns that numerals go with, before or after; half of a word is enough to know it.
COUNTED = regex.compile(
    r"(?:съезд|сьезд|сесси|пленум|конференц|конгресс|интернационал|созыв|том|век|столет|глав|част|раздел|степен|квартал"
    r"|категори|групп|класс|отдел|курс|разряд|полугод|тысячелет|ғасыр|бөлім|тарау|дәреж|тоқсан|шақырыл|съез|томы|бап"
    r"|топ|санат|кітап|жартыжыл|century|congress|volume|vol|part|chapter|session|plenum|conference|book)",
    regex.IGNORECASE,
)


def as_numeral(text: str) -> str | None:
    """The Roman numeral that `text` looks like, or None."""
    letters = "".join(STROKES.get(character, character) for character in text)
    return letters if letters and NUMERAL.fullmatch(letters) else None


def with_roman_month(text: str) -> str:
    """`15.У1.1925` → `15.VI.1925`: a month that is not all figures is Roman; anything else stays."""
    found = DATE.fullmatch(text)
    if found is None or found[2] in MONTHS or found[2].isdigit():
        return text
    month = as_numeral(found[2])
    return found[1] + month + found[3] if month in MONTHS else text
