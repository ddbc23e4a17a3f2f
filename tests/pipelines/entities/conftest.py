"""The lexicon, loaded once for all rule tests."""

from __future__ import annotations

import pytest

from models.lexicon import Lexicon, load_lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()
