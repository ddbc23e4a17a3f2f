"""What the archival tagger sees of each token: itself, what others say of it, its neighbours, and them together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, repeat

from document import Language
from models.names.clues import Clues
from models.names.context import beside_initials, cited, heads
from models.names.english import EnglishWords
from models.names.gazetteer import Gazetteer
from models.names.looks import REACH, Look, Signs, edge, look_of, plain, shape
from models.names.morphology import Morphology
from models.names.span import Span
from models.names.tokens import Token, cut, with_one_dash
from models.names.worldly import EnglishSigns, of_towns

OPENING = frozenset('«„“"')
CLOSING = frozenset('»”"')
LONGEST_QUOTATION = 15
"""Tokens."""
REMEMBERED = 2_000
"""Looks: each holds some six kilobytes."""


class FeatureMaker:
    """Describes tokens by strings; holds the dictionaries that takes, and the tokens it described last."""

    def __init__(self, morphology: Morphology, gazetteer: Gazetteer, clues: Clues, words: EnglishWords) -> None:
        self.morphology = morphology
        self.gazetteer = gazetteer
        self.clues = clues
        self.english = EnglishSigns(words, morphology)
        self.edges = [edge()] * REACH
        self.look = lru_cache(REMEMBERED)(self._look)

    def cut(self, text: str, language: Language) -> list[Token]:
        """The tokens that are described: those of `models.names.tokens`, in Kazakh without words glued together."""
        tokens = cut(with_one_dash(text))
        return list(self.gazetteer.without_run_ons(tokens)) if language is Language.KK else tokens

    def describe(
        self, tokens: Sequence[Token], language: Language, opinions: Mapping[str, Sequence[Span]]
    ) -> list[list[str]]:
        """The features of each token; `opinions` are the spans that other taggers see, by tagger."""
        texts = [token.text for token in tokens]
        looks = self._looks(tokens, texts, opinions)
        signs = [look.signs for look in looks]
        common = [f"language={language.value}"]
        if is_shouted(tokens):
            common.append("shouted")
        quoted = quotation(tokens)
        glued = [False, *(one.end == two.start for one, two in pairwise(tokens))]
        words, kinds, shapes = [one.word for one in signs], [one.clue for one in signs], [one.shape for one in signs]
        far = heads(tokens, words, kinds, shapes)
        towns = [one.town for one in signs]
        english = (
            self.english.describe(texts, shapes, [one.usual for one in signs])
            if language is Language.EN
            else repeat((), len(tokens))
        )
        works = cited(tokens, kinds)
        initialed = beside_initials(tokens, words)
        # The token at `place` is `REACH` further on in it. Written out below, for this is done for every token.
        around = [look.near for look in (*self.edges, *looks, *self.edges)]
        return [
            [
                *common,
                *looks[place].own,
                *around[place][-3],
                *around[place + 1][-2],
                *around[place + 2][-1],
                *around[place + 4][1],
                *around[place + 5][2],
                *around[place + 6][3],
                *together(signs, place),
                *far[place],
                *of_towns(texts, towns, place),
                *of_english,
                *([f"cited={min(works[place], 4)}"] if works[place] else []),
                *(["initialed"] if initialed[place] else []),
                *(["quoted"] if quoted[place] else []),
                *(["glued"] if glued[place] else []),
            ]
            for place, of_english in enumerate(english)
        ]

    def _looks(
        self, tokens: Sequence[Token], texts: Sequence[str], opinions: Mapping[str, Sequence[Span]]
    ) -> list[Look]:
        said = [tags(tokens, spans) for spans in opinions.values()]
        joined = ["/".join(each) for each in zip(*said, strict=True)] if said else [""] * len(tokens)
        marks, towns = self.gazetteer.mark(texts), self.gazetteer.towns.mark(texts)
        return [self.look(*each) for each in zip(texts, marks, joined, towns, strict=True)]

    def _look(self, text: str, known: str, opinions: str, town: str) -> Look:
        word = plain(text)
        kind, clue, usual = self.morphology.kind(word), self.clues.kind(word), self.clues.usual(word)
        return look_of(Signs(word, shape(text), kind, known, opinions, clue, usual, town))


def together(signs: Sequence[Signs], place: int) -> list[str]:
    """What is seen of tokens side by side."""
    here = signs[place]
    features: list[str] = []
    if place > 0:
        before = signs[place - 1]
        features += (
            f"words-={before.word}|{here.word}",
            f"shapes-={before.shape}|{here.shape}",
            f"kinds-={before.kind}|{here.kind}",
            f"clues-={before.clue}|{here.clue}",
            f"-1clue+usual={before.clue}|{here.usual}|{here.shape}",
        )
        if place > 1:
            features.append(f"shapes--={signs[place - 2].shape}|{before.shape}|{here.shape}")
        if place + 1 < len(signs):
            features.append(f"shapes-+={before.shape}|{here.shape}|{signs[place + 1].shape}")
    if place + 1 < len(signs):
        after = signs[place + 1]
        features += (
            f"words+={here.word}|{after.word}",
            f"shapes+={here.shape}|{after.shape}",
            f"kinds+={here.kind}|{after.kind}",
            f"clues+={here.clue}|{after.clue}",
        )
        if place + 2 < len(signs):
            features.append(f"clues++={after.clue}|{signs[place + 2].clue}")
    return features


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
