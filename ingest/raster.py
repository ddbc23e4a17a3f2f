"""A page image in memory: grey pixels and their resolution."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

POINTS_PER_INCH = 72.0


@dataclass(frozen=True, slots=True)
class Raster:
    """Grey pixels (rows × columns, uint8, 0 black) at `dpi` dots per inch; not to be written to."""

    pixels: NDArray[np.uint8]
    dpi: int

    @property
    def width(self) -> float:
        """Width in points."""
        return float(self.pixels.shape[1] * POINTS_PER_INCH / self.dpi)

    @property
    def height(self) -> float:
        """Height in points."""
        return float(self.pixels.shape[0] * POINTS_PER_INCH / self.dpi)
