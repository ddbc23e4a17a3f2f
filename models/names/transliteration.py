"""Writes a name in Latin letters as Russian would: `Yezhov` → `ежов`, so that the Russian dictionary can be asked."""

from __future__ import annotations

import regex

# The longest spelling first; English, German, Polish and scholarly ways of writing Russian names.
GROUPS: dict[str, str] = {
    "shch": "щ", "szcz": "щ", "dzh": "дж", "sch": "ш", "cz": "ч", "sz": "ш", "zh": "ж", "kh": "х", "gh": "г", "ts": "ц",
    "tz": "ц", "ch": "ч", "sh": "ш", "yu": "ю", "iu": "ю", "ju": "ю", "ya": "я", "ia": "я", "ja": "я", "yo": "ё",
    "jo": "ё", "ye": "е", "je": "е", "iy": "ий", "ij": "ий", "ii": "ий", "yi": "ый", "ck": "к", "ph": "ф", "th": "т",
    "x": "кс",
}  # fmt: skip
LATIN = "abcdefghijklmnopqrstuvwyz'’šžčćńłśöüäışçğéáóř"
CYRILLIC = "абкдефгхийклмнопкрстуввызььшжччнлсоуаышчгеаор"
LETTERS = str.maketrans(dict(zip(LATIN, CYRILLIC, strict=True)))
SPELLING = regex.compile(rf"(?<vowel>(?<=[aeiouyа-яё])[iy](?![aeou]))|{'|'.join(GROUPS)}")
ENDINGS: tuple[tuple[regex.Pattern[str], str], ...] = (
    (regex.compile(r"s[ck](?:y|i|ii|iy|ij|yi)$"), "ский"),
    (regex.compile(r"(?<=n)y$"), "ый"),
    (regex.compile(r"(?<=[klrstv])y$"), "ий"),
)


def cyrillic(word: str) -> str:
    """The word in small Cyrillic letters, as Russian might spell it."""
    small = word.lower()
    for pattern, ending in ENDINGS:
        small, changed = pattern.subn(ending, small)
        if changed:
            break
    return SPELLING.sub(lambda found: "й" if found["vowel"] else GROUPS[found.group()], small).translate(LETTERS)
