"""Sequences laid end to end are read as each would be alone."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from models.names.network import Convolution, Numbers, best_paths, laid_out

TAGS = 3


def numbers(seed: int, *shape: int) -> Numbers:
    return np.random.default_rng(seed).normal(size=shape).astype(np.float32)


def convolution() -> Convolution:
    return Convolution(numbers(1, 4, 5, 3), numbers(2, 4), numbers(3, 4), numbers(4, 4))


def test_sequences_lie_between_gaps() -> None:
    rows = laid_out([2, 1, 3])
    assert (rows.starts.tolist(), rows.gaps.tolist(), rows.count) == ([1, 4, 6], [0, 3, 5, 9], 10)


def test_a_convolution_sees_nothing_of_other_sequences() -> None:
    layer, rows, given = convolution(), laid_out([2, 1, 3]), numbers(5, 10, 5)
    given[rows.gaps] = 0
    together = layer(given, rows.gaps)
    for start, size in zip(rows.starts, rows.sizes, strict=True):
        alone = laid_out([int(size)])
        one = np.zeros((alone.count, 5), dtype=np.float32)
        one[1:-1] = given[start : start + size]
        assert together[start : start + size] == pytest.approx(layer(one, alone.gaps)[1:-1], abs=1e-5)
    assert not together[rows.gaps].any()


def test_a_convolution_sees_both_neighbours() -> None:
    weight = np.array([[[1, 10, 100]]], dtype=np.float32)
    one, none = np.ones(1, dtype=np.float32), np.zeros(1, dtype=np.float32)
    answer = Convolution(weight, -one, 2 * one, none)(
        np.array([[0], [1], [2], [3], [0]], dtype=np.float32), np.array([0, 4])
    )
    assert answer[:, 0].tolist() == [0, 2 * 209, 2 * 320, 2 * 31, 0]


def test_what_is_negative_is_cut_off_before_the_norm() -> None:
    weight = np.array([[[0, -1, 0]]], dtype=np.float32)
    none, two = np.zeros(1, dtype=np.float32), np.full(1, 2, dtype=np.float32)
    answer = Convolution(weight, none, two, two)(np.array([[0], [5], [0]], dtype=np.float32), np.array([0, 2]))
    assert answer[:, 0].tolist() == [0, 2, 0]


def test_best_paths_are_the_best_of_all() -> None:
    rows = laid_out([1, 4, 2, 4])
    scores, transitions = numbers(6, rows.count, TAGS), numbers(7, TAGS, TAGS)
    best = [
        max(product(range(TAGS), repeat=int(size)), key=lambda path: worth(path, scores[start:], transitions))
        for start, size in zip(rows.starts, rows.sizes, strict=True)
    ]
    assert [tuple(path) for path in best_paths(scores, transitions, rows)] == best


def worth(path: tuple[int, ...], scores: Numbers, transitions: Numbers) -> float:
    steps = sum(transitions[one, two] for one, two in pairwise(path))
    return float(sum(scores[place, tag] for place, tag in enumerate(path)) + steps)
