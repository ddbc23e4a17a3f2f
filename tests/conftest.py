"""Settings of all tests, and what takes seconds to load and is therefore loaded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from pipelines.entities.tagger import Tagger

# The same commit passes or fails everywhere; `--hypothesis-profile=searching` looks for new examples instead.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None, max_examples=1000)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def tagger() -> Tagger:
    """The tagger as the commands load it."""
    from pipelines.entities.tagger import load_tagger  # noqa: PLC0415 - few tests need it

    return load_tagger()


def pytest_addoption(parser: pytest.Parser) -> None:
    """How far slow tests look."""
    parser.addoption("--mutations", type=int, default=2500, help="How many damaged files tests/fuzz looks at.")
