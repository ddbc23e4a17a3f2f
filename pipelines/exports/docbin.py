"""Sections as spaCy documents with their entities, in one DocBin for training or counting with spaCy."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.util import filter_spans
from spacy.vocab import Vocab

from models.names.tokens import Tokenizer
from pipelines.outputs import Output
from pipelines.records import SectionRecord
from pipelines.store import write_whole

ANY = "xx"
"""What spaCy calls a text of no particular language: readers need not know Kazakh to load the file."""


def write_docbin(outputs: Iterable[Output], file: Path) -> None:
    """Write one DocBin; a document's `user_data` says section, file and language, its entities' ids the value's key.

    Where an entity begins or ends inside a token, spaCy's span is the wider one.
    """
    vocabulary = spacy.blank(ANY).vocab
    kept = DocBin(store_user_data=True)
    for output in outputs:
        for section in output.sections:
            kept.add(_doc(section, output.name, vocabulary))
    write_whole(file, [kept.to_bytes()])


def _doc(section: SectionRecord, name: str, vocabulary: Vocab) -> Doc:
    doc = Tokenizer(vocabulary)(section.text)
    doc.user_data.update({"section": section.id, "path": name, "language": section.language.value})
    spans = (
        doc.char_span(each.start, each.end, each.label.value, alignment_mode="expand") for each in section.entities
    )
    doc.set_ents(filter_spans(span for span in spans if span is not None))
    return doc
