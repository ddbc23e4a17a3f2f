"""No text obeys itself on a terminal."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from document import Language, MediaType, SectionRole
from pipelines.outputs import Output
from pipelines.records import DocumentRecord, ProducerRecord, SectionRecord, SourceRecord
from pipelines.show import show_section, show_table
from pipelines.terminal import plain

FORGED = "іс\x1b[2J\x1b]0;title\x07\r\nmuragat: done \u202etxt.exe\x9b31m\udce9"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Қаулы № 7, ұйғарым", "Қаулы № 7, ұйғарым"),
        ("a\nb", "a�b"),
        ("\x1b[31m", "�[31m"),
        ("\u202eabc", "�abc"),
        ("\udce9", "�"),
    ],
)
def test_what_shows_stays_and_what_acts_goes(text: str, shown: str) -> None:
    assert plain(text) == shown
    assert len(plain(text, lines=True)) == len(text)


def test_lines_may_be_kept() -> None:
    assert plain("бір\nекі\r", lines=True) == "бір\nекі�"


def test_shown_records_do_not_act_on_the_terminal() -> None:
    text = FORGED.replace("\udce9", "")
    source = SourceRecord(text, "0" * 64, 1, MediaType.TEXT)
    document = DocumentRecord("1.0", "0" * 16, source, (), {}, ProducerRecord("0", "0", {}), ())
    path = (text,)
    section = SectionRecord(
        "0" * 16, f"{'0' * 16}/0001", 1, path, SectionRole.BODY, text, Language.KK, (1, 1), text, (), ()
    )
    one = Output(document, (section,))
    written = io.StringIO()
    console = Console(file=written, width=300, force_terminal=True)
    show_table([one], console)
    show_section(one, section, console)
    said = written.getvalue()
    assert "іс�[2J" in said
    for act in ("\x1b[2J", "\x1b]0;", "\x07", "\r", "\u202e", "\x9b"):
        assert act not in said
