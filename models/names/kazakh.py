"""Kazakh as a language of spaCy, which has none of its own: registered under `kk`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from confection import Config
from spacy.attrs import LIKE_NUM  # type: ignore[import-not-found] # compiled, without types
from spacy.language import BaseDefaults, Language
from spacy.util import registry

# fmt: off
NUMERALS = frozenset({
    "нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз", "он", "жиырма", "отыз", "қырық", "елу",
    "алпыс", "жетпіс", "сексен", "тоқсан", "жүз", "мың", "миллион", "миллиард",
})
STOP_WORDS = {
    "және", "мен", "пен", "бен", "да", "де", "та", "те", "ол", "бұл", "сол", "осы", "олар", "біз", "сіз", "үшін",
    "туралы", "бойынша", "кейін", "дейін", "бастап", "арқылы", "бірақ", "немесе", "болды", "болған", "болып", "еді",
    "екен", "деп", "деген", "бар", "жоқ", "өз", "барлық", "әр",
}
# fmt: on
ORDINAL_ENDINGS = ("ыншы", "інші", "ншы", "нші")


def like_number(text: str) -> bool:
    """Whether a word is a number in digits or in Kazakh words: `1937`, `жиырма`, `бесінші`."""
    if text.replace(".", "").replace(",", "").isdigit():
        return True
    word = text.casefold()
    return word in NUMERALS or any(
        word.removesuffix(ending) in NUMERALS for ending in ORDINAL_ENDINGS if word.endswith(ending)
    )


class KazakhDefaults(BaseDefaults):
    """What spaCy asks of a language."""

    config: Config = Config({"nlp": {"tokenizer": {"@tokenizers": "muragat.tokens.v1"}}})
    lex_attr_getters: dict[int, Callable[[str], Any]] = {LIKE_NUM: like_number}  # noqa: RUF012 - as spaCy declares it
    stop_words: set[str] = STOP_WORDS


@registry.languages("kk")
class Kazakh(Language):  # type: ignore[no-untyped-call] # spaCy's own subclass hook has no types
    """Kazakh in Cyrillic letters; words are cut as for every language here, see `models.names.tokens`."""

    lang = "kk"
    Defaults = KazakhDefaults
