"""Settings of all tests."""

from __future__ import annotations

import pytest
from hypothesis import settings

# The same commit passes or fails everywhere; `--hypothesis-profile=searching` looks for new examples instead.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None, max_examples=1000)
settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    """How far slow tests look."""
    parser.addoption("--mutations", type=int, default=2500, help="How many damaged files tests/fuzz looks at.")
