"""Makes the n-gram profiles in models/language/profiles: `python -m models.train.language`.

Kazakh, Russian and English come from archival prose, news and the Universal Declaration of Human Rights; not one
sentence of NTREX, on which they are measured. Their neighbours come from the Declaration and from half of NTREX,
chosen by a hash of the sentence's number; the other half stays for measuring. Kazakh in the Latin alphabet of
1929-1940, and Kazakh typed on machines without its letters, are the same Kazakh text transliterated.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec

from models.language.ngrams import make_profile

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"
PROFILES = Path(__file__).resolve().parents[1] / "language" / "profiles"
OURS = ("kk", "ru", "en")
# The alphabet of 1929 as it was printed; its letter for ы is commonly typed as the Cyrillic soft sign.
LATIN_OF_1929 = str.maketrans(
    dict(zip("абвгғдежзйкқлмнңоөпрстұүфхһыіэъәц", "abvgƣdeçzjkqlmnꞑoɵprstuyfxhьie'əs", strict=True))
    | {"и": "ij", "у": "v", "ч": "c", "ш": "c", "щ": "cc", "ь": "", "ю": "ju", "я": "ja", "ё": "jo"}
)
# Kazakh typed on a machine, or read by a recogniser, that has only the Russian alphabet.
ON_A_RUSSIAN_MACHINE = str.maketrans("әғқңөұүһі", "агкноуухи")
# Text for one language; more of it adds rare n-grams, which langdetect drops again.
CHARACTERS = 1_500_000


class Sentence(msgspec.Struct, frozen=True):
    """One line of the collections; fields of no concern here are passed over."""

    id: str
    lang: str
    text: str


def main() -> None:
    """Write one profile for each language there is text for."""
    texts: dict[str, list[str]] = defaultdict(list)
    sizes: dict[str, int] = defaultdict(int)
    for sentence in training_sentences():
        if sizes[sentence.lang] < CHARACTERS:
            sizes[sentence.lang] += len(sentence.text)
            texts[sentence.lang].append(sentence.text.lower())
    texts["kk1929"] = [text.translate(LATIN_OF_1929) for text in texts["kk"]]
    texts["kkplain"] = [text.translate(ON_A_RUSSIAN_MACHINE) for text in texts["kk"]]
    PROFILES.mkdir(exist_ok=True)
    for language in sorted(texts):
        profile = make_profile(language, texts[language])
        (PROFILES / f"{language}.json").write_text(profile + "\n", encoding="utf-8")
        print(f"{language:7} {sum(map(len, texts[language])):9,} characters of text, {len(profile):8,} of profile")


def training_sentences() -> Iterator[Sentence]:
    """All sentences to learn from, in a fixed order."""
    yield from read("langid/udhr.jsonl")
    yield from (each for each in read("langid/ntrex.jsonl") if each.lang not in OURS and not held_out(each.id))
    yield from read("gold/train.jsonl")
    for language in OURS:
        yield from read(f"ner/{language}/train.jsonl")
    yield from read("ner/ru/test.jsonl")


def read(name: str) -> Iterator[Sentence]:
    """Read the sentences of one collection."""
    decoder = msgspec.json.Decoder(Sentence)
    with (SHARED / name).open("rb") as lines:
        yield from map(decoder.decode, lines)


def held_out(identifier: str) -> bool:
    """Whether a sentence is kept for measuring: the same half of the numbers in every language."""
    number = identifier.rsplit("-", 1)[0]
    return hashlib.sha256(number.encode()).digest()[0] % 2 == 0


if __name__ == "__main__":
    main()
