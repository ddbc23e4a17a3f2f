"""Corrections: kept as appended lines, laid over the records, stale where the text became another."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from document import BlockRole, Box, Label, Language, MediaType, Method, PersonValue, SectionRole
from errors import OutputError
from pipelines.corrected import correct
from pipelines.corrections import Change, Correction, Marked, append, digest_of, in_force, read_corrections
from pipelines.outputs import Output
from pipelines.records import (
    BlockRecord,
    DocumentRecord,
    LocMention,
    PersonMention,
    ProducerRecord,
    SectionRecord,
    SourceRecord,
)
from pipelines.validate import section_problems

HEADING, BODY = "ХАТТАМА", "Әлихан Сәрсенов Қарқаралыда туған."
WHEN = datetime(2026, 1, 2, tzinfo=UTC)
ID = "ab" * 8


@pytest.fixture(name="output")
def an_output() -> Output:
    return make_output(HEADING, BODY)


def make_output(heading: str, body: str) -> Output:
    text = f"{heading}\n{body}"
    first = len(heading) + 1
    box = Box(1.0, 2.0, 30.0, 4.0)

    def block(start: int, end: int, role: BlockRole) -> BlockRecord:
        return BlockRecord(start, end, 1, box, Language.KK, Method.OCR, 0.8, role)

    def mention(kind: type[PersonMention | LocMention], words: str) -> PersonMention | LocMention:
        start = text.index(words)
        return kind(start, start + len(words), words, 1, box, 0.7, "model:names-kk", None)

    found: list[tuple[type[PersonMention | LocMention], str]] = [
        (PersonMention, "Әлихан Сәрсенов"),
        (LocMention, "Қарқаралыда"),
    ]
    entities = tuple(mention(kind, words) for kind, words in found if words in text)
    blocks = (block(0, len(heading), BlockRole.HEADING), block(first, len(text), BlockRole.PARAGRAPH))
    section = SectionRecord(
        ID, f"{ID}/0001", 1, (heading,), SectionRole.BODY, heading, Language.KK, (1, 1), text, blocks, entities
    )
    source = SourceRecord("хаттама.pdf", "ab" * 32, 10, MediaType.PDF)
    return Output(DocumentRecord("1.0", ID, source, (), {}, ProducerRecord("0.1.0", "5", {}), ()), (section,))


def change(what: Change, before: Marked | str | None, after: Marked | str | None, block: str = BODY) -> Correction:
    return Correction("1", WHEN, "А. Оқырман", ID, what, 1, digest_of(block), before, after)


def marked(words: str, label: Label, within: str = BODY, **value: str) -> Marked:
    start = within.index(words)
    return Marked(start, start + len(words), label, words, value or None)


def entities(output: Output) -> list[tuple[str, str]]:
    return [(each.label.value, each.text) for each in output.sections[0].entities]


def test_a_missing_entity_is_added(output: Output) -> None:
    added = change(Change.ADD, None, marked("туған", Label.DATE))
    result = correct(output, [added])
    assert entities(result.output)[-1] == ("DATE", "туған")
    assert result.output.sections[0].entities[-1].by == "person"
    assert result.output.sections[0].entities[-1].confidence == 1.0
    assert result.touched == {(1, digest_of(BODY))}


def test_an_entity_is_moved_relabelled_and_given_a_value(output: Output) -> None:
    after = marked("Сәрсенов", Label.PERSON, name="Әлихан Сәрсенов", key="sarsenov a")
    result = correct(output, [change(Change.ALTER, marked("Әлихан Сәрсенов", Label.PERSON), after)])
    (person, _) = result.output.sections[0].entities
    assert person.text == "Сәрсенов"
    assert person.value == PersonValue("Әлихан Сәрсенов", "sarsenov a")


def test_a_wrong_entity_is_deleted_and_a_right_one_confirmed(output: Output) -> None:
    result = correct(
        output,
        [
            change(Change.DELETE, marked("Қарқаралыда", Label.LOC), None),
            change(Change.CONFIRM, marked("Әлихан Сәрсенов", Label.PERSON), None),
        ],
    )
    assert entities(result.output) == [("PERSON", "Әлихан Сәрсенов")]
    assert result.output.sections[0].entities[0].confidence == 1.0


def test_a_changed_text_moves_what_follows_and_keeps_what_still_stands(output: Output) -> None:
    longer = BODY.replace("Әлихан ", "Әлиаскар Ғалымұлы ")
    result = correct(output, [change(Change.TEXT, BODY, longer)])
    section = result.output.sections[0]
    assert section.text == f"{HEADING}\n{longer}"
    assert ("LOC", "Қарқаралыда") in entities(result.output)
    assert not list(section_problems(section, output.document))


def test_a_changed_heading_changes_title_and_path(output: Output) -> None:
    result = correct(output, [change(Change.TEXT, HEADING, "ХАТТАМА № 5", HEADING)])
    assert result.output.sections[0].title == "ХАТТАМА № 5"
    assert result.output.sections[0].path == ("ХАТТАМА № 5",)


def test_corrections_of_the_corrected_text_follow_it(output: Output) -> None:
    text = BODY.replace("Сәрсенов", "Сарсенбаев")
    result = correct(
        output, [change(Change.TEXT, BODY, text), change(Change.ADD, None, marked("туған", Label.DATE, text), text)]
    )
    assert not result.stale
    assert ("DATE", "туған") in entities(result.output)


@pytest.mark.parametrize(
    "correction",
    [
        change(Change.CONFIRM, marked("Әлихан Сәрсенов", Label.PERSON), None, block="басқа мәтін"),
        change(Change.DELETE, marked("Әлихан", Label.PERSON), None),
        change(Change.ADD, None, Marked(0, 3, Label.LOC, "жоқ")),
        change(Change.ADD, None, marked("Сәрсенов", Label.LOC)),
    ],
    ids=["another text", "no such entity", "text not there", "another entity there"],
)
def test_what_no_longer_fits_is_stale_and_changes_nothing(output: Output, correction: Correction) -> None:
    result = correct(output, [correction])
    assert result.stale == (correction,)
    assert result.output == output


def test_corrections_of_other_documents_are_passed_over(output: Output) -> None:
    other = msgspec.structs.replace(change(Change.TEXT, BODY, "жоқ"), document="cd" * 8)
    assert correct(output, [other]).output is output


def test_an_undo_takes_back_and_can_be_taken_back() -> None:
    first = change(Change.TEXT, BODY, "жаңа")
    undo = Correction("2", WHEN, "А", ID, Change.UNDO, undoes="1")
    redo = Correction("3", WHEN, "А", ID, Change.UNDO, undoes="2")
    assert in_force([first]) == (first,)
    assert in_force([first, undo]) == ()
    assert in_force([first, undo, redo]) == (first,)


def test_lines_are_numbered_and_read_back(tmp_path: Path) -> None:
    first = append(tmp_path, change(Change.TEXT, BODY, "жаңа"))
    second = append(tmp_path, change(Change.ADD, None, marked("туған", Label.DATE)))
    assert [first.id, second.id] == ["000001", "000002"]
    assert read_corrections(tmp_path) == (first, second)
    assert read_corrections(tmp_path / "none") == ()


def test_many_that_write_at_once_lose_no_line(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda number: append(tmp_path, change(Change.TEXT, BODY, f"ә{number}")), range(40)))
    assert {each.id for each in made} == {each.id for each in read_corrections(tmp_path)}
    assert len(read_corrections(tmp_path)) == 40


def test_a_last_line_cut_off_is_left_out_and_gives_way_to_the_next(tmp_path: Path) -> None:
    first = append(tmp_path, change(Change.TEXT, BODY, "жаңа"))
    file = tmp_path / "corrections.jsonl"
    file.write_bytes(file.read_bytes() + b'{"id":"000002","when":"2026-')
    assert read_corrections(tmp_path) == (first,)
    second = append(tmp_path, change(Change.TEXT, BODY, "басқа"))
    assert read_corrections(tmp_path) == (first, second)


def test_corrections_that_cannot_be_read_are_said(tmp_path: Path) -> None:
    (tmp_path / "corrections.jsonl").mkdir()
    with pytest.raises(OutputError, match="cannot be read: Is a directory"):
        read_corrections(tmp_path)


def test_a_line_that_is_no_correction_is_named(tmp_path: Path) -> None:
    (tmp_path / "corrections.jsonl").write_text('{"id": 5}\n{"id": 6}\n')
    with pytest.raises(OutputError, match=r"corrections\.jsonl:1 is no correction"):
        read_corrections(tmp_path)


@given(st.text(alphabet="әғқабв \n", max_size=30), st.text(alphabet="әғқабв Сәрсен", max_size=30))
def test_whatever_the_text_becomes_the_records_keep_their_promises(before: str, after: str) -> None:
    body = f"{before}Әлихан Сәрсенов{after}Қарқаралыда"
    output = make_output(HEADING, body)
    cut = body.replace("хан Сәр", after)
    for text in (after, before + after, cut, f"{body}{after}", ""):
        result = correct(output, [change(Change.TEXT, body, text, body)])
        assert not result.stale
        assert not list(section_problems(result.output.sections[0], output.document))
