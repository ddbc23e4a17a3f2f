"""The steps of tagging as components of spaCy: names, grammar, agreement, one Doc passing through them.

Candidates travel in `doc.user_data`, since their offsets need not fall on tokens; agreement also sets `doc.ents`,
rounded to tokens, for spaCy's own tools.
"""

from __future__ import annotations

from collections.abc import Iterable

import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc
from spacy.util import filter_spans

import models.names.kazakh  # noqa: F401 - importing it is what makes `kk` known to spaCy
from document import Language
from models.lexicon import Lexicon
from models.names.tokens import describe_words_by
from pipelines.entities.agreement import agree
from pipelines.entities.candidate import Candidate
from pipelines.entities.grammar import find_all
from pipelines.entities.names import NameFinder, text_of

CANDIDATES = "muragat.candidates"
ANY = "xx"
"""What spaCy calls a text of no particular language."""
MAX_LENGTH = 2**31 - 1
"""Characters: the components bound their memory themselves, so spaCy need not refuse long texts."""


def candidates_of(doc: Doc) -> tuple[Candidate, ...]:
    """What the components have found so far."""
    found: tuple[Candidate, ...] = doc.user_data.get(CANDIDATES, ())
    return found


# spaCy makes components from settings alone, so `make_pipeline` hands them what was loaded for all languages at once.
class Names:
    """Adds what the name taggers of the language see."""

    finder: NameFinder

    def __call__(self, doc: Doc) -> Doc:
        """Add candidates to `doc`."""
        return _add(doc, self.finder.find(doc))


class Grammar:
    """Adds what the rules find: dates, references, orders, articles, cases, camps and rule-made names."""

    lexicon: Lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Add candidates to `doc`."""
        return _add(doc, find_all(text_of(doc), self.lexicon))


def reach_agreement(doc: Doc) -> Doc:
    """Leave of all candidates those that stand, sorted and without overlap."""
    agreed = tuple(agree(candidates_of(doc), text_of(doc)))
    doc.user_data[CANDIDATES] = agreed
    spans = (doc.char_span(each.start, each.end, label=each.label, alignment_mode="expand") for each in agreed)
    doc.set_ents(filter_spans(span for span in spans if span is not None))
    return doc


def _add(doc: Doc, candidates: Iterable[Candidate]) -> Doc:
    doc.user_data[CANDIDATES] = (*candidates_of(doc), *candidates)
    return doc


@Pipeline.factory("muragat_names")
def make_names(nlp: Pipeline, name: str) -> Names:  # noqa: ARG001 - spaCy passes both
    """The step of the name taggers, still without them."""
    return Names()


@Pipeline.factory("muragat_grammar")
def make_grammar(nlp: Pipeline, name: str) -> Grammar:  # noqa: ARG001 - spaCy passes both
    """The step of the rules, still without the lexicon."""
    return Grammar()


Pipeline.component("muragat_agreement", func=reach_agreement)


def make_pipeline(language: Language, finder: NameFinder | None, lexicon: Lexicon) -> Pipeline:
    """The whole pipeline of one language; without a finder (of `und`) only what needs no language."""
    tokenizer = {"nlp": {"tokenizer": {"@tokenizers": "muragat.tokens.v1"}}}
    nlp = spacy.blank(language.value if finder else ANY, config=tokenizer)
    nlp.max_length = MAX_LENGTH
    describe_words_by(nlp.vocab, ())
    if finder:
        names = nlp.add_pipe("muragat_names")
        names.finder = finder  # type: ignore[attr-defined] # spaCy knows it only as some callable
    grammar = nlp.add_pipe("muragat_grammar")
    grammar.lexicon = lexicon  # type: ignore[attr-defined]
    nlp.add_pipe("muragat_agreement")
    return nlp
