"""Takes Kazakh case endings off names, where sound allows the ending after the stem."""

from __future__ import annotations

import regex

VOWELS = "аәеёиіоөуұүыэюя"
NASALS = "мнң"
SONORANTS = "йрлу"
VOICED = "жз"
BACK = "аоұы"
FRONT = "әеөүіэ"
SHORTEST_STEM = 3

# Which form of each ending follows which last letter: nasal, other sonorant, ж з, vowel, anything else (voiceless;
# в г д б at the end of Russian names count as voiceless). Back-vowel and front-vowel forms side by side.
AFTER_VOWEL = frozenset({"ның", "нің", "ға", "ге", "ны", "ні", "да", "де", "дан", "ден", "мен"})
AFTER_NASAL = frozenset({"ның", "нің", "ға", "ге", "ды", "ді", "да", "де", "нан", "нен", "мен"})
AFTER_SONORANT = frozenset({"дың", "дің", "ға", "ге", "ды", "ді", "да", "де", "дан", "ден", "мен"})
AFTER_VOICED = frozenset({"дың", "дің", "ға", "ге", "ды", "ді", "да", "де", "дан", "ден", "бен"})
AFTER_VOICELESS = frozenset({"тың", "тің", "қа", "ке", "ты", "ті", "та", "те", "тан", "тен", "пен"})
# After a possessive (`ұлы`, `қызы`, `облысы`, `Одағы`) an н comes between, and the dative is short.
AFTER_POSSESSIVE = frozenset({"ның", "нің", "на", "не", "н", "нда", "нде", "нан", "нен", "мен"})
HARMONY_FREE = frozenset({"мен", "бен", "пен", "н"})
ATTRIBUTIVE = ("ғы", "гі")
"""`Алматыдағы`, of Almaty: follows a locative."""
POSSESSIVES = regex.compile(r"(?:ұлы|қызы|улы|кызы|[сл]ысы|сі|[дқғ]ағы|лығы|лігі|асы|ы|і)$")
# Names whose own ending looks like a case.
WHOLE = regex.compile(
    r"(?:келді|берді|болды|тұрды|сүлеймен|оразалды|мыңды|алды|өзені)$|^(?:фарида|рашида|зинаида|надежда)$"
)
RUSSIAN_SURNAME = regex.compile(r".{2}(?:[оеё]ва?|ина?|ский|ич)$")
HYPHENATED = regex.compile(r"[-–’'](?:\p{Ll}{1,3}(?:ғы|гі)?|\p{Ll}{4})$")


def base_form(word: str) -> str:
    """The last word of a Kazakh name without its case ending; the word itself when it has none.

    `Ежовтың` → `Ежов`, `ІІХК-ның` → `ІІХК`, `Қарағандыда` → `Қарағанды`; `Сұлтан` stays, since ‑тан cannot follow л.
    """
    if not word.endswith(EVERY):
        return word
    hyphenated = HYPHENATED.search(word)
    if hyphenated and hyphenated.start() and word[hyphenated.start() + 1 :] in EVERY_ENDING:
        return word[: hyphenated.start()]
    if WHOLE.search(word.lower()):
        return word
    for ending in ENDINGS_BY_LENGTH:
        if word.endswith(ending) and len(word) >= SHORTEST_STEM + len(ending) and fits(word[: -len(ending)], ending):
            return word[: -len(ending)]
    return word


def fits(stem: str, ending: str) -> bool:
    """Whether the sounds of Kazakh allow this ending after this stem."""
    short = ending
    for attributive in ATTRIBUTIVE:
        short = short.removesuffix(attributive) if len(ending) > 3 else short
    return short in allowed_after(stem.lower()) and in_harmony(stem.lower(), short)


def allowed_after(stem: str) -> frozenset[str]:
    """The forms of endings that may follow the last letter of a stem."""
    last = stem[-1]
    if last in "ыі" and POSSESSIVES.search(stem):
        return AFTER_POSSESSIVE | AFTER_VOWEL
    if last in NASALS:
        return AFTER_NASAL
    if last in VOICED:
        return AFTER_VOICED
    if last in SONORANTS:
        return AFTER_SONORANT | AFTER_VOWEL if last == "у" else AFTER_SONORANT
    if last in VOWELS:
        return AFTER_VOWEL
    return AFTER_VOICELESS if last.isalpha() else frozenset()


def in_harmony(stem: str, ending: str) -> bool:
    """Whether stem and ending are both of back or both of front vowels; и у ё ю я go with either.

    A Russian ending of a surname leaves the choice to what stands before it or to itself: `Әуезовтің`, `Дулатовтың`.
    """
    if ending in HARMONY_FREE or RUSSIAN_SURNAME.search(stem):
        return True
    vowel = next((letter for letter in reversed(stem) if letter in BACK + FRONT + "иуёюя"), "")
    front = any(letter in FRONT for letter in ending)
    return vowel not in (BACK if front else FRONT)


EVERY_ENDING = frozenset().union(
    AFTER_VOWEL, AFTER_NASAL, AFTER_SONORANT, AFTER_VOICED, AFTER_VOICELESS, AFTER_POSSESSIVE
)
LOCATIVES = ("да", "де", "та", "те", "нда", "нде")
EVERY_ENDING |= {locative + ("ғы" if locative.endswith("а") else "гі") for locative in LOCATIVES}
ENDINGS_BY_LENGTH = tuple(sorted(EVERY_ENDING - {"н"}, key=lambda ending: (-len(ending), ending)))
EVERY = tuple(sorted(EVERY_ENDING))
