"""What the letters of a text alone say about its language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from document import Language

RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
KAZAKH = frozenset("әғқңөұүһі")
# Kyrgyz, Tuvan and Mongolian have some of ң ө ү; Kazakh text of any length has others of its letters as well.
SHARED_WITH_KYRGYZ = frozenset("ңөү")
# Of the Latin alphabets of 1929-1940, and hardly of any other.
ALPHABET_OF_1929 = "əɵƣꞑƶ"
# Russian before the reform of 1918, read as the spelling of today; `і` only where a letter beside it proves the age.
REFORM = str.maketrans("ѣѳѵі", "ефии")
# Each part begins where a word or a name does and has an end in sight: else a text without spaces takes for ever.
ADDRESS = re.compile(
    r"(?i)https?://\S+|www\.\S+|(?<!\S)\S+@\S+"
    r"|(?<![a-z0-9-])[a-z0-9-]+(?:\.[a-z0-9-]+){0,9}\.(?:kz|ru|su|com|org|net|edu|info)\b\S*"
)
CYRILLIC_LETTER = re.compile(r"[а-яёЀ-ԯ]")
LATIN_LETTER = re.compile(r"[a-zß-öø-ʯḀ-ỿꞑ]")
LETTER = re.compile(r"[^\W\d_]")
WORD = re.compile(r"[^\W\d_]+")
# Roman numerals and the abbreviation of `іс`, a file, typed with the Kazakh letter.
BARE_I = re.compile(r"\bі+\b")


@dataclass(frozen=True, slots=True)
class Census:
    """Letters of a lower-case text, counted: Cyrillic in all, specifically Kazakh, of neither alphabet, and so on."""

    letters: int
    latin: int
    cyrillic: int
    kazakh: int
    kyrgyz: int
    dotted_i: int
    foreign: int
    alphabet_of_1929: int
    tatar_latin: int


def census(text: str) -> Census:
    """Count the letters of `text`, which is lower-case NFC."""
    counts = Counter(LETTER.findall(BARE_I.sub(" ", text)))
    cyrillic = {letter: count for letter, count in counts.items() if CYRILLIC_LETTER.match(letter)}
    return Census(
        letters=counts.total(),
        latin=sum(count for letter, count in counts.items() if LATIN_LETTER.match(letter)),
        cyrillic=sum(cyrillic.values()),
        kazakh=sum(count for letter, count in cyrillic.items() if letter in KAZAKH),
        kyrgyz=sum(count for letter, count in cyrillic.items() if letter in SHARED_WITH_KYRGYZ),
        dotted_i=counts["і"],
        foreign=sum(count for letter, count in cyrillic.items() if letter not in KAZAKH and letter not in RUSSIAN),
        alphabet_of_1929=sum(counts[letter] for letter in ALPHABET_OF_1929),
        tatar_latin=counts["ş"],
    )


def without_addresses(text: str) -> str:
    """The text without web and mail addresses, which are in no language."""
    return ADDRESS.sub(" ", text)


def small_words(text: str) -> str:
    """The words that tell of a language: those not capitalised, for names look alike in all; of capitals, all."""
    if not any(letter.islower() for letter in text):
        return text
    return " ".join(word for word in WORD.findall(text) if word[0].islower())


def modernized(text: str) -> str:
    """Russian of before 1918 in the spelling of today, any other text as it is."""
    return text.translate(REFORM) if "ѣ" in text or "ѳ" in text else text


def could_be_kazakh(count: Census) -> bool:
    """Cyrillic, and nothing foreign to Kazakh in it; Russian words are not."""
    return not count.letters or (count.cyrillic > count.latin and not foreign_letters(count))


def could_be_russian(count: Census) -> bool:
    """Cyrillic, and nothing foreign to Russian in it."""
    return could_be_kazakh(count) and not count.kazakh


def could_be_english(count: Census) -> bool:
    """No Cyrillic to speak of."""
    return not count.letters or count.latin > count.cyrillic


def other_script(count: Census) -> bool:
    """Mostly neither Cyrillic nor Latin: Arabic-script Kazakh of before 1929, Greek, Hebrew."""
    return 2 * (count.cyrillic + count.latin) < count.letters


def foreign_letters(count: Census) -> bool:
    """Letters of no Kazakh or Russian alphabet (є ї ґ ў ј ћ ҙ ҫ җ ҳ …), more than a quoted name brings in."""
    return count.foreign > 0.03 * count.cyrillic


def tatar_latin_letters(count: Census) -> bool:
    """The alphabets of 1929 had ş for ш everywhere but in Kazakh, which wrote c."""
    return count.alphabet_of_1929 > 0 and count.tatar_latin > 0


def kyrgyz_letters(count: Census) -> bool:
    """Of the letters Kazakh has beyond Russian only those of Kyrgyz, Tuvan and Mongolian, and several."""
    return count.cyrillic >= 60 and count.kyrgyz >= 2 and count.kazakh == count.kyrgyz


def without_kazakh_letters(count: Census) -> bool:
    """Hardly a letter of Kazakh beyond the Russian alphabet: if it is Kazakh, the machine had none."""
    return count.kazakh <= 0.02 * count.cyrillic


def ukrainian_i(count: Census) -> bool:
    """Several і and no other letter of Kazakh: hardly Kazakh, and not the Russian of after 1918."""
    return count.dotted_i >= 3 and count.dotted_i == count.kazakh and count.dotted_i > 0.03 * count.cyrillic


# Each says that a text is in none of our languages.
FOREIGN_RULES: tuple[Callable[[Census], bool], ...] = (
    other_script,
    foreign_letters,
    kyrgyz_letters,
    tatar_latin_letters,
)

# Each says whether a text too short to tell may be in the language of the text around it.
COULD_BE: Mapping[Language, Callable[[Census], bool]] = {
    Language.KK: could_be_kazakh,
    Language.RU: could_be_russian,
    Language.EN: could_be_english,
}


def allow(text: str, language: Language) -> bool:
    """Whether nothing in the letters of `text` speaks against `language`; figures alone allow every language."""
    return language in COULD_BE and COULD_BE[language](census(without_addresses(text.lower())))
