"""Wordings by which parts of a document are known, read from `headings.tsv`: each with its role and language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType

import msgspec
import regex

from document import Language, SectionRole
from models.lexicon.entries import fold
from models.lexicon.loading import FOLDER, forms, rows

# Typists stressed a word by spaces between its letters: П О С Т А Н О В И Л И.
SPACED_OUT = regex.compile(r"(?<!\w)(?:\p{L} ){3,}\p{L}(?!\w)")

# Much Kazakh was typed on Russian typewriters, and OCR sees Қ as К and Ғ as Г: КАУЛЫ ЕТТИ.
RUSSIAN_KEYS = str.maketrans("әғқңөұүһі", "агкноуухи")
# One letter in eight, or two in sixteen, may be misread.
FEWEST_LETTERS_MISREAD = 8
ALIKE = 0.875
LONGEST_OPENING = 160  # characters


class Kind(StrEnum):
    """What a wording tells of the line it stands on."""

    HEADING = "heading"
    LABELLED = "labelled"
    PART = "part"
    ORDINAL = "ordinal"
    PAPER = "paper"
    STAMP = "stamp"
    INSTITUTION = "institution"
    ADDRESSEE = "addressee"
    OFFICE = "office"
    ATTESTATION = "attestation"
    CAPTION = "caption"
    METADATA = "metadata"
    AFFILIATION = "affiliation"
    THESIS = "thesis"


class Wording(msgspec.Struct, frozen=True):
    """A folded wording; `role` is that of the section it heads, `order` counts the forms of its row from 1."""

    kind: Kind
    form: str
    language: Language
    role: SectionRole | None
    order: int


@dataclass(frozen=True, slots=True)
class HeadingLexicon:
    """The wordings of each kind by their folded form, and by the same without spaces, both in `RUSSIAN_KEYS`."""

    by_form: Mapping[Kind, Mapping[str, Wording]]
    by_letters: Mapping[Kind, Mapping[str, Wording]]
    longest: Mapping[Kind, int]

    def whole(self, kind: Kind, text: str) -> Wording | None:
        """The wording that the whole text is, spaced out or not."""
        return self.by_letters[kind].get(letters_of(text))

    def near(self, kind: Kind, text: str) -> Wording | None:
        """The wording that the whole text is but for a letter or two misread in a long one."""
        letters = letters_of(text)
        if len(letters) < FEWEST_LETTERS_MISREAD:
            return None
        close = get_close_matches(letters, self.by_letters[kind], n=1, cutoff=ALIKE)
        return self.by_letters[kind][close[0]] if close else None

    def opening(self, kind: Kind, text: str) -> Wording | None:
        """The longest wording with which the text opens, ending where a word does."""
        words = fold(close_up(text[:LONGEST_OPENING])).split()
        for count in range(min(len(words), self.longest[kind]), 0, -1):
            opening = words[:count]
            found = self.by_form[kind].get(" ".join(opening).translate(RUSSIAN_KEYS))
            if found is None and count == 1:  # words spaced out run together: ВЫПИСКАИЗПРОТОКОЛА
                found = self.by_letters[kind].get(letters_of(opening[0]))
            if found is not None:
                return found
        return None

    def within(self, kind: Kind, text: str) -> Wording | None:
        """The first wording found anywhere in the text as whole words."""
        words = fold(close_up(text)).split()
        for start in range(len(words)):
            found = self.opening(kind, " ".join(words[start : start + self.longest[kind]]))
            if found is not None:
                return found
        return None


def letters_of(text: str) -> str:
    """The folded letters and digits of a text without spaces, Kazakh ones as a Russian typewriter has them."""
    return fold(text).replace(" ", "").translate(RUSSIAN_KEYS)


def close_up(text: str) -> str:
    """The text with its whitespace single and letters that were spaced out for stress put together again."""
    return SPACED_OUT.sub(lambda match: match.group().replace(" ", ""), " ".join(text.split()))


@cache
def load_headings(path: Path = FOLDER / "headings.tsv") -> HeadingLexicon:
    """Read the table once per process; the first row that claims a form of a kind has it."""
    by_form: dict[Kind, dict[str, Wording]] = {kind: {} for kind in Kind}
    by_letters: dict[Kind, dict[str, Wording]] = {kind: {} for kind in Kind}
    for wording in _wordings(path):
        by_form[wording.kind].setdefault(wording.form.translate(RUSSIAN_KEYS), wording)
        by_letters[wording.kind].setdefault(letters_of(wording.form), wording)
    return HeadingLexicon(
        by_form=MappingProxyType(by_form),
        by_letters=MappingProxyType(by_letters),
        longest=MappingProxyType({kind: max(len(form.split()) for form in by_form[kind]) for kind in Kind}),
    )


def _wordings(path: Path) -> Iterator[Wording]:
    for row in rows(path):
        for order, form in enumerate(forms(row["forms"]), start=1):
            role = SectionRole(row["role"]) if row["role"] else None
            yield Wording(Kind(row["kind"]), fold(form), Language(row["language"]), role, order)
