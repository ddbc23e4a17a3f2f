"""What a run remembers of each page beside its text: how long it took, how sure it is, whether a person should look."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from document import Method, Page, Reason
from pipelines.records import page_confidence

# A page read with less is worth a look; of the pages below, hardly any is free of misread words.
SURE = 0.8
# Pages that are read by OCR for these reasons had no text layer to refuse.
NO_LAYER = ("no text layer", "OCR was asked for", "image", "hardly any text")
ILLEGIBLE = ("hardly legible", "nothing legible")
COARSE = ("read at lower resolution",)


class Why(StrEnum):
    """Why a person should look at a page, the most urgent first."""

    FAILED = "failed"
    ILLEGIBLE = "hardly-legible"
    UNCERTAIN = "low-confidence"
    COARSE = "read-coarsely"
    WARNED = "warning"
    REFUSED_LAYER = "text-layer-refused"


class PageNote(msgspec.Struct, frozen=True):
    """One page of a file: `seconds` is what reading it took, `confidence` 0 to 1, `characters` those of its blocks.

    `says` is the warning, or the reason to refuse a text layer, that a person should know.
    """

    page: int
    method: Method
    seconds: float
    confidence: float
    characters: int
    failure: Reason | None = None
    doubts: tuple[Why, ...] = ()
    says: str = ""


class Doubt(msgspec.Struct, frozen=True):
    """Pages of a file that a person should look at for one reason: inclusive ranges, and the worst of them.

    `confidence` is that of the worst page; None where the confidence is not the reason. `says` tells more of it.
    """

    why: Why
    count: int
    pages: tuple[tuple[int, int], ...]
    worst: int
    confidence: float | None = None
    says: str = ""


def make_note(page: Page, seconds: float) -> PageNote:
    """What to remember of a page that took so many seconds."""
    doubts = tuple(_doubts_of(page))
    return PageNote(
        page=page.number,
        method=page.method,
        seconds=round(seconds, 3),
        confidence=round(page_confidence(page), 3),
        characters=sum(len(block.text) for block in page.blocks),
        failure=page.failure.reason if page.failure else None,
        doubts=doubts,
        says=_says(page, doubts),
    )


def _doubts_of(page: Page) -> Iterable[Why]:
    if page.method is Method.FAILED:
        yield Why.FAILED
        return
    illegible = any(warning.startswith(ILLEGIBLE) for warning in page.warnings)
    coarse = any(warning.startswith(COARSE) for warning in page.warnings)
    if illegible:
        yield Why.ILLEGIBLE
    elif page.method is Method.OCR and page.blocks and page_confidence(page) < SURE:
        yield Why.UNCERTAIN
    if coarse:
        yield Why.COARSE
    if len(page.warnings) > illegible + coarse:
        yield Why.WARNED
    if page.method is Method.OCR and not page.reason.startswith(NO_LAYER):
        yield Why.REFUSED_LAYER


def _says(page: Page, doubts: Sequence[Why]) -> str:
    if Why.WARNED in doubts:
        return next(warning for warning in page.warnings if not warning.startswith(ILLEGIBLE + COARSE))
    return page.reason.partition(";")[0] if Why.REFUSED_LAYER in doubts else ""


def gather_doubts(notes: Sequence[PageNote]) -> tuple[Doubt, ...]:
    """The doubts about a file, however long it is: one for each reason."""
    return tuple(_doubt(why, found) for why in Why if (found := [note for note in notes if why in note.doubts]))


def _doubt(why: Why, notes: Sequence[PageNote]) -> Doubt:
    measured = why in {Why.ILLEGIBLE, Why.UNCERTAIN, Why.COARSE}
    worst = min(notes, key=lambda note: note.confidence) if measured else notes[0]
    pages = ranges(note.page for note in notes)
    says = worst.says if why in {Why.WARNED, Why.REFUSED_LAYER} else ""
    return Doubt(why, len(notes), pages, worst.page, worst.confidence if measured else None, says)


def ranges(numbers: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Rising numbers as inclusive ranges: 1, 2, 3, 7 are 1-3 and 7-7."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return tuple(found)
