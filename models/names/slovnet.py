"""The Russian news tagger slovnet, the only module that meets it: people, places and institutions, in news spans.

Weights and words are slovnet's, and so are the answers; the network is our own, for slovnet pads every text to the
length of the longest beside it and takes almost three times as long.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from navec import Navec
from navec.meta import Meta
from navec.navec import META, PQ_
from navec.pq import PQ
from navec.tar import Tar
from slovnet import NER
from slovnet.bio import bio_spans
from slovnet.shape import word_shape

from document import Label
from errors import MissingToolError
from models.names.network import Convolution, Numbers, Rows, best_paths, laid_out, projected
from models.names.span import Span
from models.names.words import Word, words_of

# The weights lie inside the natasha package, which itself is never imported: its morphology fails on Python 3.11.
TAGGER_FILE = "data/model/slovnet_ner_news_v1.tar"
EMBEDDINGS_FILE = "data/emb/navec_news_v1_1B_250K_300d_100q.tar"
LABELS = {"PER": Label.PERSON, "LOC": Label.LOC, "ORG": Label.ORG}
REMEMBERED = 20_000
"""Words."""


class Slovnet:
    """slovnet with its word vectors; about 300,000 characters a second."""

    def __init__(self, tagger: NER) -> None:
        self.model = tagger.infer.model
        self.words = tagger.infer.encoder.words_vocab
        self.shapes = tagger.infer.encoder.shapes_vocab
        self.tags: list[str] = tagger.infer.decoder.tags_vocab.items
        self.layers = [convolution(layer) for layer in self.model.encoder.layers]
        self.numbers = lru_cache(REMEMBERED)(self._numbers)

    def find(self, texts: Sequence[str]) -> Iterator[tuple[Span, ...]]:
        """The names of each text, as offsets into it."""
        words = [words_of(text) for text in texts]
        paths = iter(self._paths([each for each in words if each]))
        for each in words:
            tags = (self.tags[tag] for tag in next(paths)) if each else ()
            yield tuple(Span(span.start, span.stop, LABELS[span.type]) for span in bio_spans(each, tags))

    def _paths(self, texts: Sequence[Sequence[Word]]) -> list[list[int]]:
        """The numbers of the tags of each text, none of which is empty."""
        if not texts:
            return []
        rows = laid_out([len(words) for words in texts])
        gaps = rows.gaps
        numbers = self._embed(texts, rows)
        for layer in self.layers:
            numbers = layer(numbers, gaps)
        last = self.model.head.proj
        scores = projected(numbers, last.weight.array, last.bias.array)
        return best_paths(scores, self.model.head.crf.transitions.array, rows)

    def _embed(self, texts: Sequence[Sequence[Word]], rows: Rows) -> Numbers:
        """The vectors of all words and of their shapes; gaps are zero."""
        gap = (self.words.pad_id, self.shapes.pad_id)
        numbered = [gap]
        for words in texts:
            numbered += (self.numbers(word.text) for word in words)
            numbered.append(gap)
        words, shapes = np.array(numbered).T
        # A text says the same words again and again, and putting a vector together is work.
        different, places = np.unique(words, return_inverse=True)
        embedding = self.model.emb
        vectors: Numbers = np.concatenate((embedding.word(different)[places], embedding.shape(shapes)), axis=1)
        vectors[rows.gaps] = 0
        return vectors

    def _numbers(self, word: str) -> tuple[int, int]:
        """By what numbers slovnet knows a word and its shape."""
        return self.words.encode(word.lower()), self.shapes.encode(word_shape(word))


def convolution(layer: Any) -> Convolution:
    """A layer of slovnet's network as one of ours."""
    weight, norm = layer.conv.weight.array, layer.norm
    scale = norm.weight.array / norm.std.array
    return Convolution(weight, layer.conv.bias.array, scale, norm.bias.array - norm.mean.array * scale)


def load_slovnet() -> Slovnet:
    """Load weights and vectors; `MissingToolError` says what to install."""
    found = importlib.util.find_spec("natasha")
    if found is None or found.origin is None:
        raise MissingToolError(
            "The Russian name tagger is missing: install it with `pip install natasha slovnet navec`."
        )
    folder = Path(found.origin).parent
    tagger = NER.load(str(folder / TAGGER_FILE))
    tagger.navec(load_vectors(folder / EMBEDDINGS_FILE))
    return Slovnet(tagger)


class Codes(PQ):  # type: ignore[misc] # navec has no types
    """Word vectors without the table of their norms: a tagger asks for none, and making it takes 200 MB for a while."""

    def precompute(self) -> None:
        """Make nothing ready for comparing words."""


def load_vectors(file: Path) -> Navec:
    """Load word vectors without their words, which the tagger has already: `Navec.load` takes 150 MB more."""
    with Tar(str(file)) as tar:
        meta = Meta.from_file(tar.load(META))
        Meta.check_protocol(meta.protocol)
        return Navec(meta, None, Codes.from_file(tar.load(PQ_)))
