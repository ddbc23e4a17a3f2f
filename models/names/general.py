"""The general name tagger: a small spaCy network for Kazakh, Russian and English, learned from published corpora."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language as Pipeline

from document import Label
from errors import MissingToolError
from models.names.span import Span
from models.names.tokens import describe_words_by

FOLDER = Path(__file__).resolve().parent / "general"
LABELS = (Label.PERSON, Label.ORG, Label.LOC)
NOT_KEPT = ("vocab", "tokenizer")
"""The words met in training are of no use to hashed embeddings, and the tokenizer is code."""
EMBEDDING = {
    "@architectures": "spacy.MultiHashEmbed.v2",
    "width": 96,
    "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
    "rows": [8000, 2000, 4000, 1000],
    "include_static_vectors": False,
}
SIGNS = ("NORM", "PREFIX", "SUFFIX", "SHAPE", "IS_SPACE")
"""What the network sees of a word, and what tells blanks, which no name begins or ends with."""
ENCODING = {
    "@architectures": "spacy.MaxoutWindowEncoder.v2",
    "width": 96,
    "depth": 4,
    "window_size": 1,
    "maxout_pieces": 3,
}
NETWORK: dict[str, Any] = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "nO": None,
    "tok2vec": {"@architectures": "spacy.Tok2Vec.v2", "embed": EMBEDDING, "encode": ENCODING},
}


class General:
    """The general tagger, loaded."""

    def __init__(self, pipeline: Pipeline) -> None:
        self.pipeline = pipeline

    def find(self, texts: Sequence[str]) -> Iterator[tuple[Span, ...]]:
        """The names of each text, as offsets into it."""
        with self.pipeline.memory_zone():
            for doc in self.pipeline.pipe(texts):
                yield tuple(Span(span.start_char, span.end_char, Label(span.label_)) for span in doc.ents)


def new_pipeline() -> Pipeline:
    """The tagger before it has learned anything."""
    pipeline = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": "muragat.tokens.v1"}}})
    tagger = pipeline.add_pipe("ner", config={"model": NETWORK})
    for label in LABELS:
        tagger.add_label(label.value)  # type: ignore[attr-defined] # every trainable pipe has it
    return pipeline


def load_general(folder: Path = FOLDER) -> General:
    """Load the weights; `MissingToolError` when they are not there."""
    if not (folder / "config.cfg").is_file():
        raise MissingToolError(f"The name tagger in {folder} is missing: run `python -m models.train.names`.")
    pipeline = spacy.load(folder, exclude=NOT_KEPT)
    describe_words_by(pipeline.vocab, SIGNS)
    return General(pipeline)


def save(pipeline: Pipeline, folder: Path) -> None:
    """Save what `load_general` needs: no words, only weights."""
    pipeline.to_disk(folder, exclude=NOT_KEPT)
