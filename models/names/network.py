"""A small convolutional network that tags sequences laid end to end, so that none is padded to another's length.

It multiplies by BLIS, as spaCy does: numpy's own way starts threads, which cost more than they bring where a machine
has other work, and may change the last digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from blis.py import gemm
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of numbers, one for each member of each sequence, with one row between, before and after the sequences.

    `starts` tells the first row of each sequence, `sizes` how many it has; `gaps` are the rows between.
    """

    starts: Places
    sizes: Places

    @property
    def count(self) -> int:
        """How many rows there are, gaps with them."""
        return int(self.sizes.sum()) + len(self.sizes) + 1

    @property
    def gaps(self) -> Places:
        """The rows that belong to no sequence."""
        return np.concatenate(([0], self.starts + self.sizes))


def laid_out(sizes: Sequence[int]) -> Rows:
    """Where sequences of such sizes lie."""
    counts = np.array(sizes, dtype=np.intp)
    return Rows(1 + np.arange(len(counts)) + np.cumsum(counts) - counts, counts)


class Convolution:
    """A layer that sees each row between its neighbours: convolution, the negative cut off, then norm."""

    def __init__(self, weight: Numbers, bias: Numbers, scale: Numbers, shift: Numbers) -> None:
        """Take the weights, filters × inputs × 3, and what each filter's answer is multiplied by and moved by."""
        self.before, self.here, self.behind = (np.ascontiguousarray(weight[:, :, side].T) for side in range(3))
        self.bias = bias
        self.scale = scale
        self.shift = shift

    def __call__(self, numbers: Numbers, gaps: Places) -> Numbers:
        """Answer with rows × filters; gaps are zero, as they must be in `numbers`."""
        result = np.zeros((len(numbers), len(self.bias)), dtype=np.float32)
        inside = result[1:-1]
        inside[:] = self.bias
        for neighbours, weight in ((numbers[:-2], self.before), (numbers[1:-1], self.here), (numbers[2:], self.behind)):
            gemm(neighbours, weight, out=inside, beta=1.0)
        np.maximum(inside, 0, out=inside)
        inside *= self.scale
        inside += self.shift
        result[gaps] = 0
        return result


def projected(numbers: Numbers, weight: Numbers, bias: Numbers) -> Numbers:
    """The rows multiplied by weights, inputs × outputs, and moved."""
    result: Numbers = gemm(numbers, weight)
    result += bias
    return result


def best_paths(scores: Numbers, transitions: Numbers, rows: Rows) -> list[list[int]]:
    """The likeliest tags of each sequence, by the scores of rows × tags and of tag after tag.

    The sequences, none of them empty, go ahead step by step together, the longest first, so that those that are
    at their end drop out of the rear.
    """
    order = np.argsort(-rows.sizes, kind="stable")
    starts, sizes = rows.starts[order], rows.sizes[order]
    best = scores[starts]
    history: list[list[list[int]]] = []
    for step in range(1, int(sizes[0])):
        going = int(np.count_nonzero(sizes > step))
        offered = best[:going, :, None] + transitions + scores[starts[:going] + step, None, :]
        history.append(offered.argmax(1).tolist())
        best[:going] = offered.max(1)
    paths: dict[int, list[int]] = {}
    for place, (last, size) in enumerate(zip(best.argmax(1).tolist(), sizes.tolist(), strict=True)):
        path = [last]
        for chosen in reversed(history[: size - 1]):
            path.append(chosen[place][path[-1]])
        paths[int(order[place])] = path[::-1]
    return [paths[place] for place in range(len(paths))]
