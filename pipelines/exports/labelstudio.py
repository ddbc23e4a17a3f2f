"""Sections as tasks for Label Studio, entities as predictions that people confirm or mend there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from pipelines.outputs import Output
from pipelines.records import AnyMention, SectionRecord
from pipelines.store import write_whole

FROM, TO = "label", "text"
"""Names that the labelling interface must give its `Labels` and its `Text`."""


def write_labelstudio(outputs: Iterable[Output], file: Path) -> None:
    """Write one JSON list of tasks, as Label Studio imports it."""
    write_whole(file, _listed(outputs))


def _listed(outputs: Iterable[Output]) -> Iterator[bytes]:
    before = b"[\n"
    for output in outputs:
        for section in output.sections:
            yield before + msgspec.json.encode(_task(output, section), order="deterministic")
            before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


def _task(output: Output, section: SectionRecord) -> dict[str, object]:
    results = [_result(section, number, mention) for number, mention in enumerate(section.entities, start=1)]
    version = f"muragat {output.document.producer.muragat}"
    return {
        "data": {
            "text": section.text,
            "document": output.name,
            "section": section.id,
            "title": section.title,
            "language": section.language,
            "page": section.pages[0],
        },
        "predictions": [{"model_version": version, "result": results}],
    }


def _result(section: SectionRecord, number: int, mention: AnyMention) -> dict[str, object]:
    return {
        "id": f"{section.id}/{number}",
        "from_name": FROM,
        "to_name": TO,
        "type": "labels",
        "score": mention.confidence,
        "value": {
            "start": _in_browser(section.text, mention.start),
            "end": _in_browser(section.text, mention.end),
            "text": mention.text,
            "labels": [mention.label],
        },
    }


def _in_browser(text: str, offset: int) -> int:
    """An offset as browsers count it, in UTF-16 units: characters beyond the first plane count twice."""
    return offset + sum(character > "\uffff" for character in text[:offset])
