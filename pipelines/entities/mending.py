"""Candidates of a tagger as they go on: cut where they hold several names, edges mended, joined where they are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from document import Language
from pipelines.entities.candidate import Candidate
from pipelines.entities.english_pieces import pieces as english_pieces
from pipelines.entities.kazakh_institutions import parts
from pipelines.entities.kazakh_people_and_places import person_and_place
from pipelines.entities.kazakh_pieces import pieces as kazakh_pieces
from pipelines.entities.kazakh_wholes import joined, whole
from pipelines.entities.name_rows import settled
from pipelines.entities.neighbours import apart, rejoined
from pipelines.entities.repairs import repaired
from pipelines.entities.russian_pieces import pieces as russian_pieces
from pipelines.entities.russian_wholes import whole as russian_whole


def mended(text: str, candidates: Iterable[Candidate], language: Language) -> Iterator[Candidate]:
    """The candidates of one text in a language, fewer or more of them; those without a letter are gone."""
    people = (one for each in rejoined(text, candidates) for one in apart(text, each))
    yield from settled(text, tuple(edged(text, people, language)))


def edged(text: str, candidates: Iterable[Candidate], language: Language) -> Iterator[Candidate]:
    """The candidates as the forms of names in their language want them."""
    if language is Language.KK:
        names = (name for each in candidates for name in kazakh_pieces(text, each))
        cut = (one for each in names for part in parts(text, each) for one in person_and_place(text, part))
        mended_parts = (one for part in cut if (one := repaired(text, part)) is not None)
        yield from joined(text, (whole(text, one) for one in mended_parts))
    elif language is Language.RU:
        cut = (piece for each in candidates for piece in russian_pieces(text, each))
        yield from (russian_whole(text, one) for piece in cut if (one := repaired(text, piece)) is not None)
    else:
        cut = (piece for each in candidates for piece in english_pieces(text, each))
        yield from (one for piece in cut if (one := repaired(text, piece)) is not None)
