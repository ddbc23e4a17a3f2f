"""Spoils text the ways software did: look-alike letters typed for Kazakh ones, Latin readings of Cyrillic."""

from __future__ import annotations

# Keyboards without Kazakh letters gave these two; every word that has them is hit.
ALWAYS = str.maketrans("іІәӘ", "iIəƏ")
# Now and then a whole word was begun on the Latin layout.
AT_TIMES = str.maketrans("АВЕКМНОРСТХаеорсх", "ABEKMHOPCTXaeopcx")
EVERY = 5

# What a recogniser with only Latin letters prints for Russian capitals and small letters.
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
LATIN = "a 6 B r A e e IK 3 H u K JI M H o n p c T y cD x LJ 4 LLI lII, b bI b 3 IO 9I"
LATIN_READINGS = dict(zip(RUSSIAN, LATIN.split(), strict=True))


def look_alikes(text: str) -> str:
    """Kazakh as it was typed without Kazakh letters at hand."""
    words = text.translate(ALWAYS).split(" ")
    return " ".join(word.translate(AT_TIMES) if place % EVERY == 2 else word for place, word in enumerate(words))


def garbage(text: str) -> str:
    """Russian as a Latin recogniser read it."""
    letters = []
    for place, letter in enumerate(text):
        reading = LATIN_READINGS.get(letter.lower(), letter if letter.isascii() else "*")
        letters.append(reading.upper() if place % 3 == 1 else reading)
    return "".join(letters)
