"""An output folder as a run leaves it, with invented papers: two letters, a hostile one, and what a run reports."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pytest

from document import (
    BlockRole,
    Box,
    DateValue,
    Failure,
    FondsValue,
    Label,
    Language,
    MediaType,
    Method,
    NameValue,
    PersonValue,
    Reason,
    SectionRole,
    Stage,
    Value,
)
from pipelines.records import (
    MENTIONS,
    AnyMention,
    BlockRecord,
    DocumentRecord,
    PageRecord,
    ProducerRecord,
    SectionRecord,
    SourceRecord,
)
from pipelines.review.index import Index

BOX = Box(72.0, 90.0, 300.0, 110.0)


@dataclass
class Paper:
    """A document of one page: each text a block of one section; `named` are words, label, value and confidence."""

    name: str
    texts: Sequence[str]
    named: Sequence[tuple[str, Label, Value | None, float]] = ()
    language: Language = Language.KK
    confidence: float = 0.93
    method: Method = Method.OCR
    warnings: tuple[str, ...] = ()
    media_type: MediaType = MediaType.PDF
    failures: tuple[Failure, ...] = field(default=())

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.name.encode("utf-8", "surrogatepass")).hexdigest()

    def records(self) -> list[DocumentRecord | SectionRecord]:
        text, blocks = "", list[BlockRecord]()
        for place, part in enumerate(self.texts):
            role = BlockRole.HEADING if place == 0 else BlockRole.PARAGRAPH
            end = len(text) + len(part)
            blocks.append(BlockRecord(len(text), end, 1, BOX, self.language, self.method, self.confidence, role))
            text += part + "\n"
        text = text[:-1]
        mentions: list[AnyMention] = []
        for words, label, value, sure in self.named:
            start = text.index(words)
            mentions.append(MENTIONS[label](start, start + len(words), words, 1, BOX, sure, "rule:test", value))
        mentions.sort(key=lambda each: each.start)
        identity = self.sha256[:16]
        page = PageRecord(
            1, self.method, "raw reading", 595.0, 842.0, 0, 0.0, 300, self.language, self.confidence, len(text),
            self.warnings,
        )  # fmt: skip
        source = SourceRecord(self.name, self.sha256, 10, self.media_type)
        producer = ProducerRecord("0.1.0", "5", {})
        document = DocumentRecord("1.0", identity, source, (page,), {self.language: 1.0}, producer, self.failures)
        section = SectionRecord(
            identity, f"{identity}/0001", 1, (self.texts[0],), SectionRole.BODY, self.texts[0], self.language, (1, 1),
            text, tuple(blocks), tuple(mentions),
        )  # fmt: skip
        return [document, section]

    def write(self, out: Path, file: str = "") -> Path:
        path = out / (file or f"{self.name}.jsonl")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"".join(msgspec.json.encode(each) + b"\n" for each in self.records()))
        return path


LETTER = Paper(
    "хат/бірінші.pdf",
    ("ХАТТАМА № 5", "1937 жылы Әлихан Сәрсенов Қарқаралыда тұтқындалды. ЦГА РК. Ф. 1125. Оп. 2. Д. 7."),
    (
        ("1937 жылы", Label.DATE, DateValue("1937"), 0.97),
        ("Әлихан Сәрсенов", Label.PERSON, PersonValue("Әлихан Сәрсенов", "sarsenov a", "Сәрсенов", "Әлихан"), 0.9),
        ("Қарқаралыда", Label.LOC, NameValue("Қарқаралы"), 0.4),
        (
            "ЦГА РК. Ф. 1125. Оп. 2. Д. 7",
            Label.FONDS,
            FondsValue("ЦГА РК. Ф. 1125. Оп. 2. Д. 7", "ЦГА РК", "1125", "2", "7"),
            0.99,
        ),
    ),
)
REPLY = Paper(
    "хат/екінші.pdf",
    ("ОТВЕТ", "Алихан Сарсенов умер 3 марта 1942 года в Карлаге."),
    (
        ("Алихан Сарсенов", Label.PERSON, PersonValue("Алихан Сарсенов", "sarsenov a", "Сарсенов", "Алихан"), 0.95),
        ("3 марта 1942 года", Label.DATE, DateValue("1942-03-03"), 0.98),
        ("Карлаге", Label.CAMP, NameValue("Карлаг", "karlag"), 0.96),
    ),
    Language.RU,
    confidence=0.62,
    warnings=("a line is cut off",),
)
HOSTILE = Paper(
    '../<script>alert("1")</script> & \u202eүш.pdf',
    (
        "<script>alert(2)</script>",
        "</p><img src=x onerror=alert(3)> \"'` \x1b[31m қызыл \u202eтерс\u202c \x00 соңы {{ 7 * 7 }} ${1}",
    ),
    (("<img src=x onerror=alert(3)>", Label.PERSON, None, 0.3),),
)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return make_out(tmp_path / "шығыс")


def make_out(folder: Path) -> Path:
    LETTER.write(folder)
    REPLY.write(folder)
    HOSTILE.write(folder, "үш.pdf.jsonl")
    lost = Failure("бүлінген.pdf", Stage.OPEN, Reason.BROKEN, "бүлінген.pdf cannot be opened: <b>torn</b>")
    (folder / "run.json").write_bytes(msgspec.json.encode({"failures": [lost]}))
    return folder


@pytest.fixture
def index(out: Path) -> Index:
    made = Index(out)
    made.update()
    return made


@pytest.fixture
def ask(index: Index) -> Iterator[Callable[..., list[tuple[object, ...]]]]:
    """Ask the index with SQL."""
    database = index.connect()
    yield lambda question, *values: [tuple(row) for row in database.execute(question, values)]
    database.close()
