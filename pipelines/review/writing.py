"""Corrections as the page sends them: checked against the text as it now stands, then appended and indexed."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from contextlib import closing
from typing import Any

import msgspec

from document import Label
from pipelines.corrected import correct, value_of
from pipelines.corrections import Change, Correction, Marked, append, in_force, now, read_corrections
from pipelines.entities.name_key import name_key
from pipelines.outputs import Output, read_output
from pipelines.review.index import Index

LONGEST_NAME = 100
SIGNS = {"archive": "", "fonds": "Ф.", "inventory": "Оп.", "file": "Д.", "folios": "Л."}
LONGEST_TEXT = 100_000


class Wish(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody wants changed in a block of a page; `block` is the digest of the text they see."""

    file: str
    what: Change
    who: str = ""
    page: int = 0
    block: str = ""
    before: Marked | str | None = None
    after: Marked | str | None = None
    undoes: str | None = None


class RefusedError(Exception):
    """A correction that cannot be made: the text was changed meanwhile, or what it says does not fit the text."""


class Desk:
    """Takes corrections for one output folder, one at a time."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._lock = threading.Lock()

    def take(self, wish: Wish) -> Correction:
        """Make a correction last; `RefusedError` says why not, `OutputError` when it cannot be written."""
        with self._lock:
            output = self._output(wish.file)
            made = Correction(
                "", now(), wish.who[:LONGEST_NAME], output.document.id, wish.what, wish.page, wish.block,
                wish.before, completed(wish.after), wish.undoes,
            )  # fmt: skip
            earlier = read_corrections(self._index.out)
            self._check(output, earlier, made)
            kept = append(self._index.out, made)
            self._index.update()
        return kept

    def history(self, document: str) -> tuple[Correction, ...]:
        """The corrections of a document that are in force, the latest first; `document` is its id in the records."""
        return tuple(
            each for each in reversed(in_force(read_corrections(self._index.out))) if each.document == document
        )

    def _output(self, file: str) -> Output:
        # Only what the index knows is ever opened, whatever a name looks like.
        with closing(self._index.connect()) as database:
            known = database.execute("SELECT 1 FROM documents WHERE file = ?", (file,)).fetchone()
        try:
            output = read_output(self._index.out / file) if known else None
        except (OSError, ValueError):  # gone, or damaged since
            output = None
        if output is None:
            raise RefusedError(f"{file!r} is no document here")
        return output

    def _check(self, output: Output, earlier: tuple[Correction, ...], made: Correction) -> None:
        if made.what is Change.UNDO:
            mine = {each.id for each in earlier if each.document == made.document}
            if made.undoes not in mine:
                raise RefusedError("there is no such correction to take back")
            return
        for side in (made.before, made.after):
            if isinstance(side, Marked):
                _check_value(side)
            elif side is not None and len(side) > LONGEST_TEXT:
                raise RefusedError(f"a block holds at most {LONGEST_TEXT} characters")
        numbered = msgspec.structs.replace(made, id="new")
        if any(each.id == "new" for each in correct(output, (*earlier, numbered)).stale):
            raise RefusedError("the text was changed meanwhile, or another entity stands there; look at the page again")


def completed(side: Marked | str | None) -> Marked | str | None:
    """A mark with what follows from the parts given: a person's name and key, a reference in one string."""
    if not isinstance(side, Marked) or not side.value:
        return side
    parts = {name: part for name, part in side.value.items() if part}
    if side.label is Label.PERSON:
        whole = " ".join(str(parts[name]) for name in ("surname", "given", "patronymic") if name in parts)
        parts.setdefault("name", whole or side.text)
        parts.setdefault("key", name_key(*_surname_and_first(parts)))
    if side.label is Label.FONDS:
        signed = [f"{sign} {parts[level]}".strip() for level, sign in SIGNS.items() if level in parts]
        parts.setdefault("normalized", ". ".join(signed) or side.text)
    return msgspec.structs.replace(side, value=parts)


def _surname_and_first(parts: Mapping[str, Any]) -> tuple[str, str | None]:
    first = parts.get("given") or parts.get("initials")
    return str(parts.get("surname") or parts["name"]), str(first) if first else None


def _check_value(marked: Marked) -> None:
    try:
        value_of(marked.label, marked.value)
    except ValueError as error:
        raise RefusedError(f"the value does not fit {marked.label}: {error}") from error
