"""The records of a file with its corrections laid over them; what cannot be applied any more is named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

import msgspec

from document import (
    ArticleValue,
    CaseValue,
    DateValue,
    FondsValue,
    Label,
    NameValue,
    OrderValue,
    PersonValue,
    Value,
)
from pipelines.corrections import Change, Correction, Marked, digest_of, in_force
from pipelines.outputs import Output
from pipelines.records import MENTIONS, AnyMention, BlockRecord, SectionRecord

PERSON = "person"
"""What `by` says of an entity that somebody marked, altered or confirmed."""
VALUES: Mapping[Label, type[Any]] = {
    Label.PERSON: PersonValue,
    Label.ORG: NameValue,
    Label.LOC: NameValue,
    Label.DATE: DateValue,
    Label.FONDS: FondsValue,
    Label.ORDER: OrderValue,
    Label.ARTICLE: ArticleValue,
    Label.CASE: CaseValue,
    Label.CAMP: NameValue,
}


@dataclass(frozen=True, slots=True)
class Corrected:
    """A file's records as people left them; `stale` corrections found their text changed.

    `touched` holds page and digest of the text of each block that somebody looked at and changed or confirmed.
    """

    output: Output
    stale: tuple[Correction, ...]
    touched: frozenset[tuple[int, str]]


def correct(output: Output, corrections: Iterable[Correction]) -> Corrected:
    """Lay corrections over the records of a file; those of other files are passed over."""
    mine = [each for each in in_force(corrections) if each.document == output.document.id]
    if not mine:
        return Corrected(output, (), frozenset())
    drafts = [
        _Draft(section, section.text, list(section.blocks), list(section.entities)) for section in output.sections
    ]
    stale = tuple(each for each in mine if not _apply(drafts, each))
    touched = frozenset(
        (draft.blocks[place].page, digest_of(draft.block_text(place))) for draft in drafts for place in draft.touched
    )
    sections = tuple(_section(draft, drafts) for draft in drafts)
    return Corrected(msgspec.structs.replace(output, sections=sections), stale, touched)


def value_of(label: Label, parts: Mapping[str, Any] | None) -> Value | None:
    """A value from its parts; `ValueError` says which part is missing or of another kind."""
    if parts is None:
        return None
    try:
        value: Value = msgspec.convert(dict(parts), VALUES[label])
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error
    return value


@dataclass
class _Draft:
    """A section while it is corrected; `touched` are the places of its blocks that somebody corrected."""

    section: SectionRecord
    text: str
    blocks: list[BlockRecord]
    entities: list[AnyMention]
    touched: set[int] = field(default_factory=set)

    def block_text(self, place: int) -> str:
        return self.text[self.blocks[place].start : self.blocks[place].end]


def _apply(drafts: Sequence[_Draft], correction: Correction) -> bool:
    """Make one change; false where its block or its entity is no longer there."""
    for draft in drafts:
        for place, block in enumerate(draft.blocks):
            if block.page != correction.page or digest_of(draft.block_text(place)) != correction.block:
                continue
            if _apply_here(draft, place, correction):
                draft.touched.add(place)
                return True
    return False


def _apply_here(draft: _Draft, place: int, correction: Correction) -> bool:
    match correction.what, correction.before, correction.after:
        case Change.TEXT, str(), str() as text:
            _change_text(draft, place, text)
            return True
        case Change.ADD, None, Marked() as after:
            return _put(draft, place, after, None)
        case Change.DELETE, Marked() as before, None:
            return _take(draft, place, before) is not None
        case Change.CONFIRM, Marked() as before, None:
            old = _take(draft, place, before)
            return old is not None and _put(draft, place, before, old)
        case Change.ALTER, Marked() as before, Marked() as after:
            old = _take(draft, place, before)
            if old is None:
                return False
            if _put(draft, place, after, old):
                return True
            _insert(draft, old)
    return False


def _take(draft: _Draft, place: int, marked: Marked) -> AnyMention | None:
    start = draft.blocks[place].start
    for number, mention in enumerate(draft.entities):
        there = (mention.start - start, mention.end - start, mention.label, mention.text)
        if there == (marked.start, marked.end, marked.label, marked.text):
            return draft.entities.pop(number)
    return None


def _put(draft: _Draft, place: int, marked: Marked, old: AnyMention | None) -> bool:
    """Mark an entity where its text stands and no other entity does; the value is the one given, or the old one's."""
    block = draft.blocks[place]
    start, end = block.start + marked.start, block.start + marked.end
    if not marked.text or draft.text[start:end] != marked.text:
        return False
    if any(mention.start < end and mention.end > start for mention in draft.entities):
        return False
    try:
        value = value_of(marked.label, marked.value)
    except ValueError:
        return False
    if value is None and old is not None and old.label is marked.label and old.text == marked.text:
        value = old.value
    box = old.box if old is not None and old.text == marked.text else block.box
    _insert(draft, MENTIONS[marked.label](start, end, marked.text, block.page, box, 1.0, PERSON, value))
    return True


def _insert(draft: _Draft, mention: AnyMention) -> None:
    draft.entities.append(mention)
    draft.entities.sort(key=lambda each: each.start)


def _change_text(draft: _Draft, place: int, text: str) -> None:
    """Put another text into a block; entities keep what of theirs is left, later offsets move."""
    block = draft.blocks[place]
    old = draft.block_text(place)
    moved = _mover(old, text)
    longer = len(text) - len(old)
    draft.text = draft.text[: block.start] + text + draft.text[block.end :]

    def new(offset: int) -> int:
        if offset <= block.start:
            return offset
        return offset + longer if offset >= block.end else block.start + moved[offset - block.start]

    draft.entities = [each for mention in draft.entities if (each := _moved(mention, new, draft.text)) is not None]
    draft.blocks = [
        msgspec.structs.replace(
            each,
            start=each.start + (longer if number > place else 0),
            end=each.end + (longer if number >= place else 0),
        )
        for number, each in enumerate(draft.blocks)
    ]


def _mover(old: str, text: str) -> list[int]:
    """Where each offset of the old text has gone; offsets inside what was changed go to the end of what replaced it."""
    moved = [0] * (len(old) + 1)
    for _, first, last, start, end in SequenceMatcher(None, old, text, autojunk=False).get_opcodes():
        for offset in range(first, last):
            moved[offset] = (
                start + offset - first if last - first == end - start else (start if offset == first else end)
            )
    moved[len(old)] = len(text)
    return moved


def _moved(mention: AnyMention, new: Any, text: str) -> AnyMention | None:
    start, end = new(mention.start), new(mention.end)
    there = text[start:end].strip()
    if not there:
        return None
    start = text.index(there, start)
    end = start + len(there)
    if there == mention.text:
        return msgspec.structs.replace(mention, start=start, end=end)
    # What was read of the old letters is not true of the new ones.
    return msgspec.structs.replace(mention, start=start, end=end, text=there, value=None)


def _section(draft: _Draft, drafts: Sequence[_Draft]) -> SectionRecord:
    titles = {each.section.title: _title(each) for each in drafts if each.section.title}
    return msgspec.structs.replace(
        draft.section,
        text=draft.text,
        blocks=tuple(draft.blocks),
        entities=tuple(draft.entities),
        title=titles.get(draft.section.title, draft.section.title),
        path=tuple(titles.get(title, title) for title in draft.section.path),
    )


def _title(draft: _Draft) -> str:
    """The title of a section whose heading may have been corrected."""
    if not draft.blocks or draft.section.text[: draft.section.blocks[0].end] != draft.section.title:
        return draft.section.title
    return draft.block_text(0)
