"""What a run kept beside its records: the pages with the places of their words, and where each input was."""

from __future__ import annotations

import hashlib
from pathlib import Path

from document import MediaType, Page, Source
from pipelines.keys import Keys
from pipelines.outputs import Output
from pipelines.store import Given, KeptFile, Store

AGAIN = "run it again into the same folder"


class Kept:
    """The pages and inputs behind the records of an output folder; what is not to be had comes as the reason."""

    def __init__(self, out: Path) -> None:
        self._out = out

    def pages(self, output: Output) -> tuple[Page, ...] | str:
        """The pages of a file in order, or why they are not to be had."""
        if output.document.source.media_type is MediaType.TEXT:
            return "plain text has no pages"
        file = self._file(output)
        if file is None:
            return f"its pages are not kept; {AGAIN}"
        store = self._store(file.pages)
        source = self._source(output, file.path)
        found = (store.load_page(source, page.page) for page in output.document.pages)
        pages = tuple(each.page for each in found if each is not None)
        return pages if len(pages) == len(output.document.pages) else f"some of its pages are not kept; {AGAIN}"

    def path(self, output: Output) -> Path | None:
        """Where the input was when it was read; nothing says that it is still there, or the same."""
        file = self._file(output)
        return Path(file.path) if file is not None and file.path else None

    def source(self, output: Output) -> Path | str:
        """The input itself, if it is still what was read, or why it is not to be had."""
        path = self.path(output)
        if path is None:
            return f"where it was is not kept; {AGAIN}"
        try:
            with path.open("rb") as file:
                same = hashlib.file_digest(file, "sha256").hexdigest() == output.document.source.sha256
        except OSError as error:
            return f"{path} cannot be read: {error.strerror}"
        return path if same else f"{path} is no longer what was read; {AGAIN}"

    def _file(self, output: Output) -> KeptFile | None:
        kept = self._store("").kept_file(output.name)
        if kept is None or kept.outcome is None or kept.outcome.sha256 != output.document.source.sha256:
            return None
        return kept

    def _store(self, pages: str) -> Store:
        """The store for looking things up, which gives no page anything."""
        return Store(str(self._out), Keys(pages, ""), Given(0.0, None, 0.0, 0))

    def _source(self, output: Output, path: str) -> Source:
        told = output.document.source
        return Source(path, told.path, told.sha256, told.bytes, told.media_type)
