"""Cuts text into the tokens that name taggers see: runs of letters, runs of digits, single signs, blanks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import regex
from spacy.attrs import IDS  # type: ignore[import-not-found] # it is written in Cython
from spacy.language import Language as Pipeline
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

LONGEST = 60
"""Characters of one token at most, so that text without a blank costs no more than any other."""

PIECES = regex.compile(
    # Letters of every alphabet, Kazakh ones too. A capital after a small letter begins a token, since typing runs
    # words together (`елінеРесей`); `КазАССР` in two tokens does no harm.
    rf"[\p{{L}}\p{{M}}](?:(?!(?<=\p{{Ll}})\p{{Lu}})[\p{{L}}\p{{M}}]){{0,{LONGEST}}}"
    rf"|\p{{Nd}}{{1,{LONGEST}}}"
    rf"|\s{{1,{LONGEST}}}"
    r"|.",
    regex.DOTALL,
)
DASH = regex.compile(r"(?<!\S)[-—](?!\S)")
SURROGATES = regex.compile(r"[\ud800-\udfff]")


class Token(NamedTuple):
    """A token that is not blank: `text[start:end]`."""

    start: int
    end: int
    text: str


def cut(text: str) -> list[Token]:
    """The tokens of `text` that are not blank."""
    return [Token(*match.span(), match.group()) for match in PIECES.finditer(text) if not match.group().isspace()]


def pieces(text: str) -> Iterator[str]:
    """The tokens of `text`, which joined give `text` again."""
    return (match.group() for match in PIECES.finditer(text))


def encodable(text: str) -> str:
    """The text with lone surrogates, which spaCy cannot store, replaced by U+FFFD; no character moves."""
    return SURROGATES.sub("\ufffd", text)


def with_one_dash(text: str) -> str:
    """The text with every dash between blanks an en dash, for typewriters have but a hyphen; no character moves."""
    return DASH.sub("–", text)


def describe_words_by(vocabulary: Vocab, signs: Iterable[str]) -> None:
    """Have spaCy look for these signs alone (`NORM`, `SHAPE`) in every word it meets, for each takes its time."""
    getters: dict[int, object] = vocabulary.lex_attr_getters  # type: ignore[attr-defined] # its stubs lack it
    for sign in getters.keys() - {IDS[sign] for sign in ("LANG", *signs)}:
        del getters[sign]


class Tokenizer:
    """A spaCy tokenizer: makes a `Doc` whose text is the text given, character for character."""

    def __init__(self, vocabulary: Vocab) -> None:
        self.vocabulary = vocabulary

    def __call__(self, text: str) -> Doc:
        """Cut `text`; a single space after a token belongs to it, other blanks are tokens of their own."""
        words: list[str] = []
        spaces: list[bool] = []
        for piece in pieces(encodable(text)):
            rest = piece
            if piece[0] == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
                rest = piece[1:]
            if rest:
                words.append(rest)
                spaces.append(False)
        return Doc(self.vocabulary, words=words, spaces=spaces)

    # spaCy saves and restores tokenizers through these; there is nothing to save.
    def to_bytes(self, **_options: object) -> bytes:
        """Nothing: the rules are in this module."""
        return b""

    def from_bytes(self, _data: bytes, **_options: object) -> Tokenizer:
        """Nothing to restore."""
        return self

    def to_disk(self, _path: object, **_options: object) -> None:
        """Save nothing."""

    def from_disk(self, _path: object, **_options: object) -> Tokenizer:
        """Nothing to restore."""
        return self


@registry.tokenizers("muragat.tokens.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Pipeline], Tokenizer]:
    """Offer the tokenizer to spaCy's configuration."""

    def create(language: Pipeline) -> Tokenizer:
        return Tokenizer(language.vocab)

    return create
