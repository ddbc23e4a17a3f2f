"""The Russian news tagger slovnet, the only module that meets it: people, places and institutions, in news spans."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Sequence
from pathlib import Path

from navec import Navec
from navec.meta import Meta
from navec.navec import META, PQ_
from navec.pq import PQ
from navec.tar import Tar
from slovnet import NER

from document import Label
from errors import MissingToolError
from models.names.span import Span

# The weights lie inside the natasha package, which itself is never imported: its morphology fails on Python 3.11.
TAGGER_FILE = "data/model/slovnet_ner_news_v1.tar"
EMBEDDINGS_FILE = "data/emb/navec_news_v1_1B_250K_300d_100q.tar"
LABELS = {"PER": Label.PERSON, "LOC": Label.LOC, "ORG": Label.ORG}


class Slovnet:
    """slovnet with its word vectors; about 60,000 characters a second."""

    def __init__(self, tagger: NER) -> None:
        self.tagger = tagger

    def find(self, texts: Sequence[str]) -> Iterator[tuple[Span, ...]]:
        """The names of each text, as offsets into it."""
        for markup in self.tagger.map(texts):
            yield tuple(Span(span.start, span.stop, LABELS[span.type]) for span in markup.spans)


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
