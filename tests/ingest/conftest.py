"""Fixtures for files to be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from document import Failure, Source
from ingest.sources import find_sources
from tests.ingest.small_pdf import Sheet, write_pdf


@pytest.fixture
def make_pdf(tmp_path: Path) -> Callable[..., Source]:
    """Write sheets to a file and find it."""

    def make(*sheets: Sheet, inherited: bool = False) -> Source:
        source = next(find_sources([write_pdf(tmp_path / "құжат.pdf", sheets, inherited)]))
        assert not isinstance(source, Failure), source.message
        return source

    return make
