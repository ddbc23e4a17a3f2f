"""Words on one line of white paper, and what the neighbours make of them."""

from __future__ import annotations

import numpy as np

from document import Box, Word
from ingest.misprints import mend_row
from ingest.raster import Raster

WHITE = Raster(np.full((40, 40), 255, np.uint8), 72)


def mended(text: str) -> str:
    words = [Word(word, Box(0, 0, 10, 10), 0.9) for word in text.split()]
    return " ".join(word.text for word in mend_row(words, WHITE))
