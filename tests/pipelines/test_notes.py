"""What is remembered of pages, and which a person should look at."""

from __future__ import annotations

import pytest

from document import Block, Failure, Method, Mode, Page, Reason, Stage
from ingest.layer import judge
from pipelines.notes import NO_LAYER, Doubt, Why, gather_doubts, make_note, ranges


def page(
    number: int = 1, method: Method = Method.OCR, reason: str = "no text layer", sure: float = 0.9, *warnings: str
) -> Page:
    blocks = (Block(number, "Қаулы етті", method, confidence=sure),)
    return Page(number, 1.0, 1.0, method, reason, blocks=blocks, warnings=warnings)


@pytest.mark.parametrize(
    ("read", "why"),
    [
        (page(), ()),
        (page(1, Method.TEXT, "text layer", 1.0), ()),
        (page(1, Method.OCR, "image; prepared: raw", 0.7), (Why.UNCERTAIN,)),
        (page(1, Method.OCR, "image", 0.3, "hardly legible: score 0.30"), (Why.ILLEGIBLE,)),
        (page(1, Method.BLANK, "image", 0.0, "nothing legible"), (Why.ILLEGIBLE,)),
        (page(1, Method.OCR, "scan with an invisible text layer; raw"), (Why.REFUSED_LAYER,)),
        (page(1, Method.OCR, "text layer of a part of the page only", 0.5), (Why.UNCERTAIN, Why.REFUSED_LAYER)),
        (page(1, Method.TEXT, "text layer", 1.0, "a picture on 40% of the page may hold text"), (Why.WARNED,)),
        (page(1, Method.OCR, "image", 0.9, "read at lower resolution: the page as it is …"), (Why.COARSE,)),
    ],
)
def test_what_a_person_should_look_at(read: Page, why: tuple[Why, ...]) -> None:
    assert make_note(read, 1.0).doubts == why


def test_a_page_that_failed_tells_why() -> None:
    failure = Failure("іс.pdf", Stage.OCR, Reason.TIMEOUT, "page 2 took too long", 2)
    note = make_note(Page(2, 0.0, 0.0, Method.FAILED, "failed: timeout", failure=failure), 3.14159)
    assert (note.page, note.failure, note.doubts, note.seconds) == (2, Reason.TIMEOUT, (Why.FAILED,), 3.142)


def test_ocr_that_was_asked_for_refuses_no_layer() -> None:
    assert judge(None, Mode.FORCE_OCR).reason in NO_LAYER  # type: ignore[arg-type]


def test_doubts_about_a_long_file_stay_short() -> None:
    notes = [make_note(page(number, Method.OCR, "invisible text layer", 0.9), 1.0) for number in range(1, 1001)]
    notes += [make_note(page(number, sure=0.5 + number / 10_000), 1.0) for number in (1002, 1001, 1007)]
    notes[1000:] = sorted(notes[1000:], key=lambda note: note.page)
    assert gather_doubts(notes) == (
        Doubt(Why.UNCERTAIN, 3, ((1001, 1002), (1007, 1007)), 1001, 0.6),
        Doubt(Why.REFUSED_LAYER, 1000, ((1, 1000),), 1, None, "invisible text layer"),
    )


def test_numbers_as_ranges() -> None:
    assert ranges([1, 2, 3, 7]) == ((1, 3), (7, 7))
    assert ranges([]) == ()


def test_a_warning_is_told_in_its_words() -> None:
    warned = page(1, Method.OCR, "image", 0.3, "hardly legible: score 0.30", "бұл бет қисық")
    assert make_note(warned, 1.0).says == "бұл бет қисық"
    (illegible, other) = gather_doubts([make_note(warned, 1.0)])
    assert (illegible.why, illegible.says, other.why, other.says) == (Why.ILLEGIBLE, "", Why.WARNED, "бұл бет қисық")
