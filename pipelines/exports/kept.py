"""What a run kept beside its records: the pages with the places of their words, and where each input was."""

from __future__ import annotations

import hashlib
from pathlib import Path

from document import MediaType, Page, Source
from pipelines.keys import Keys
from pipelines.outputs import Output
from pipelines.records import SourceRecord
from pipelines.store import Given, KeptFile, Store

AGAIN = "run it again into the same folder"


class Kept:
    """The pages and inputs behind the records of an output folder; what is not to be had comes as the reason."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._digests: dict[tuple[str, int, int, int], str] = {}

    def pages(self, output: Output) -> tuple[Page, ...] | str:
        """The pages of a file in order, or why they are not to be had."""
        if output.document.source.media_type is MediaType.TEXT:
            return "plain text has no pages"
        file = self._file(output.document.source)
        if file is None:
            return f"its pages are not kept; {AGAIN}"
        store = self._store(file.pages)
        source = _source(output.document.source, file.path)
        found = (store.load_page(source, page.page) for page in output.document.pages)
        pages = tuple(each.page for each in found if each is not None)
        return pages if len(pages) == len(output.document.pages) else f"some of its pages are not kept; {AGAIN}"

    def source(self, told: SourceRecord) -> Source | str:
        """The input itself, if it is still what was read, or why it is not to be had."""
        file = self._file(told)
        if file is None or not file.path:
            return f"where it was is not kept; {AGAIN}"
        path = Path(file.path)
        try:
            same = self._digest(path) == told.sha256
        except OSError as error:
            return f"{path} cannot be read: {error.strerror}"
        return _source(told, file.path) if same else f"{path} is no longer what was read; {AGAIN}"

    def _digest(self, path: Path) -> str:
        """The digest of a file, taken once for as long as it is not written to."""
        found = path.stat()
        stamp = (str(path), found.st_size, found.st_mtime_ns, found.st_ino)
        if stamp not in self._digests:
            with path.open("rb") as file:
                self._digests[stamp] = hashlib.file_digest(file, "sha256").hexdigest()
        return self._digests[stamp]

    def _file(self, told: SourceRecord) -> KeptFile | None:
        kept = self._store("").kept_file(told.path)
        return kept if kept is not None and kept.outcome is not None and kept.outcome.sha256 == told.sha256 else None

    def _store(self, pages: str) -> Store:
        """The store for looking things up, which gives no page anything."""
        return Store(str(self._out), Keys(pages, ""), Given(0.0, None, 0.0, 0))


def _source(told: SourceRecord, path: str) -> Source:
    return Source(path, told.path, told.sha256, told.bytes, told.media_type)
