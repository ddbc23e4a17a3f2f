"""What the archival tagger sees of each token: its letters and shape, what others say of it, and its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, repeat

from document import Language
from models.names.clues import Clues
from models.names.context import beside_initials, cited, heads
from models.names.english import EnglishWords
from models.names.gazetteer import Gazetteer
from models.names.morphology import Morphology
from models.names.span import Span
from models.names.tokens import Token, cut, with_one_dash
from models.names.worldly import EnglishSigns, of_towns

AFFIXES = (1, 2, 3, 4, 5)
NEAR = (-2, -1, 1, 2)
FAR = (-3, 3)
OPENING = frozenset('«„“"')
CLOSING = frozenset('»”"')
LONGEST_QUOTATION = 15
"""Tokens."""


@dataclass(frozen=True, slots=True)
class Look:
    """One token as its neighbours see it: word in small letters, shape, morphology, gazetteer, opinions, clue."""

    word: str
    shape: str
    kind: str
    known: str
    opinions: str
    clue: str
    usual: str


class FeatureMaker:
    """Describes tokens by strings; holds the dictionaries that takes."""

    def __init__(self, morphology: Morphology, gazetteer: Gazetteer, clues: Clues, words: EnglishWords) -> None:
        self.morphology = morphology
        self.gazetteer = gazetteer
        self.clues = clues
        self.english = EnglishSigns(words, morphology)

    def cut(self, text: str, language: Language) -> list[Token]:
        """The tokens that are described: those of `models.names.tokens`, in Kazakh without words glued together."""
        tokens = cut(with_one_dash(text))
        return list(self.gazetteer.without_run_ons(tokens)) if language is Language.KK else tokens

    def describe(
        self, tokens: Sequence[Token], language: Language, opinions: Mapping[str, Sequence[Span]]
    ) -> list[list[str]]:
        """The features of each token; `opinions` are the spans that other taggers see, by tagger."""
        looks = self._looks(tokens, opinions)
        common = [f"language={language.value}"]
        if is_shouted(tokens):
            common.append("shouted")
        quoted = quotation(tokens)
        glued = [False, *(one.end == two.start for one, two in pairwise(tokens))]
        words, kinds = [look.word for look in looks], [look.clue for look in looks]
        shapes, texts = [look.shape for look in looks], [token.text for token in tokens]
        far = heads(tokens, words, kinds, shapes)
        towns = self.gazetteer.towns.mark(texts)
        english = (
            self.english.describe(texts, shapes, [look.usual for look in looks])
            if language is Language.EN
            else repeat((), len(tokens))
        )
        works = cited(tokens, kinds)
        initialed = beside_initials(tokens, words)
        return [
            [
                *common,
                *itself(looks[place]),
                *around(looks, place),
                *clues_around(looks, place),
                *far[place],
                *of_towns(texts, towns, shapes, place),
                *of_english,
                *([f"cited={min(works[place], 4)}"] if works[place] else []),
                *(["initialed"] if initialed[place] else []),
                *(["quoted"] if quoted[place] else []),
                *(["glued"] if glued[place] else []),
            ]
            for place, of_english in enumerate(english)
        ]

    def _looks(self, tokens: Sequence[Token], opinions: Mapping[str, Sequence[Span]]) -> list[Look]:
        marks = self.gazetteer.mark([token.text for token in tokens])
        said = [list(tags(tokens, spans)) for spans in opinions.values()]
        joined = ["/".join(each) for each in zip(*said, strict=True)] if said else [""] * len(tokens)
        return [
            Look(
                word=(word := plain(token.text)),
                shape=shape(token.text),
                kind=self.morphology.kind(word),
                known=mark,
                opinions=opinion,
                clue=self.clues.kind(word),
                usual=self.clues.usual(word),
            )
            for token, mark, opinion in zip(tokens, marks, joined, strict=True)
        ]


def itself(look: Look) -> Iterator[str]:
    """What is seen of the token alone."""
    word = look.word
    yield f"word={word}"
    yield f"shape={look.shape}"
    yield f"kind={look.kind}"
    yield f"known={look.known}"
    yield f"opinions={look.opinions}"
    yield f"kind+shape={look.kind}|{look.shape}"
    yield f"length={min(len(word), 8)}"
    for size in AFFIXES:
        if len(word) > size:
            yield f"begins{size}={word[:size]}"
            yield f"ends{size}={word[-size:]}"


def clues_around(looks: Sequence[Look], place: int) -> Iterator[str]:
    """What the words here and near tell of names, and whether this one is none."""
    here = looks[place]
    yield f"clue={here.clue}"
    yield f"clue+shape={here.clue}|{here.shape}"
    yield f"usual={here.usual}|{here.shape}"
    if place > 0:
        before = looks[place - 1].clue
        yield f"-1clue={before}"
        yield f"clues-={before}|{here.clue}"
        yield f"-1clue+usual={before}|{here.usual}|{here.shape}"
    if place > 1:
        yield f"-2clue={looks[place - 2].clue}"
    if place + 1 < len(looks):
        after = looks[place + 1]
        yield f"+1clue={after.clue}"
        yield f"clues+={here.clue}|{after.clue}"
        yield f"+1usual={after.usual}|{after.shape}"
    if place + 2 < len(looks):
        yield f"+2clue={looks[place + 2].clue}"
        yield f"clues++={looks[place + 1].clue}|{looks[place + 2].clue}"


def around(looks: Sequence[Look], place: int) -> Iterator[str]:
    """What is seen of the neighbours, and of pairs of tokens."""
    here = looks[place]
    for offset in NEAR:
        look = looks[place + offset] if 0 <= place + offset < len(looks) else None
        if look is None:
            yield f"{offset}=edge"
            continue
        yield f"{offset}word={look.word}"
        yield f"{offset}shape={look.shape}"
        yield f"{offset}kind={look.kind}"
        yield f"{offset}known={look.known}"
        yield f"{offset}opinions={look.opinions}"
        yield f"{offset}begins={look.word[:3]}"
        yield f"{offset}ends={look.word[-3:]}"
    for offset in FAR:
        if 0 <= place + offset < len(looks):
            yield f"{offset}word={looks[place + offset].word}"
    if place > 0:
        before = looks[place - 1]
        yield f"words-={before.word}|{here.word}"
        yield f"shapes-={before.shape}|{here.shape}"
        yield f"kinds-={before.kind}|{here.kind}"
    if place > 1:
        yield f"shapes--={looks[place - 2].shape}|{looks[place - 1].shape}|{here.shape}"
    if place + 1 < len(looks):
        after = looks[place + 1]
        yield f"words+={here.word}|{after.word}"
        yield f"shapes+={here.shape}|{after.shape}"
        yield f"kinds+={here.kind}|{after.kind}"
    if 0 < place < len(looks) - 1:
        yield f"shapes-+={looks[place - 1].shape}|{here.shape}|{looks[place + 1].shape}"


def tags(tokens: Sequence[Token], spans: Sequence[Span]) -> Iterator[str]:
    """One tag a token: `-`, or the label of the span that it begins (`B-LOC`) or goes on with (`I-LOC`)."""
    waiting = iter(sorted(spans, key=lambda span: span.start))
    span = next(waiting, None)
    inside = False
    for token in tokens:
        while span is not None and span.end <= token.start:
            span = next(waiting, None)
            inside = False
        if span is None or token.end <= span.start:
            yield "-"
            continue
        yield f"{'I' if inside else 'B'}-{span.label.value}"
        inside = True


def plain(text: str) -> str:
    """A word in small letters, digits as zeros."""
    return "0" * len(text) if text.isdigit() else text.lower()


def shape(text: str) -> str:
    """The look of a word: `Xx` for Ежов, `X` for НКВД, `d` for 1937, a sign for itself."""
    signs: list[str] = []
    for letter in text:
        sign = "X" if letter.isupper() else "x" if letter.isalpha() else "d" if letter.isdigit() else letter
        if not signs or signs[-1] != sign:
            signs.append(sign)
    # One capital may be an initial, several are an abbreviation or a name in capitals.
    return "X1" if len(text) == 1 and text.isupper() else "".join(signs)


def is_shouted(tokens: Sequence[Token]) -> bool:
    """Whether nearly all words are in capitals, so that capitals say nothing."""
    words = [token.text for token in tokens if len(token.text) > 2 and token.text[0].isalpha()]
    return bool(words) and sum(word.isupper() for word in words) > 0.6 * len(words)


def quotation(tokens: Sequence[Token]) -> list[bool]:
    """Whether each token stands between quotation marks; a mark that is never closed soon loses its effect."""
    left = 0
    result: list[bool] = []
    for token in tokens:
        closing = left > 0 and token.text in CLOSING
        left = 0 if closing else max(0, left - 1)
        result.append(left > 0)
        if not closing and left == 0 and token.text in OPENING:
            left = LONGEST_QUOTATION
    return result
