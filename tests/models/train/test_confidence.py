"""How weights and the curve of confidence are learned, and the pages made for that."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from models.train.confidence import curve_of, fitted
from models.train.made_pages import FONTS, TYPED, made_pages


def test_weights_come_out_as_they_went_in() -> None:
    random = np.random.default_rng(1931)
    signs = np.column_stack([np.ones(20_000), random.normal(size=20_000), random.random(20_000)])
    share = 1 / (1 + np.exp(-signs @ np.array([0.5, 2.0, -1.0])))
    right = (random.random(20_000) < share).astype(np.float64)
    assert fitted(signs, right, np.ones(20_000)) == pytest.approx([0.5, 2.0, -1.0], abs=0.12)


def test_the_curve_rises_and_tells_the_share_that_was_right() -> None:
    answers = [(0.9, number % 2 == 0) for number in range(400)] + [(0.3, number % 4 == 0) for number in range(400)]
    assert curve_of(answers) == ((0.3, 0.25), (0.9, 0.5))
    falling = curve_of([(0.4, True)] * 200 + [(0.8, False)] * 200)
    assert all(low < high for (_, low), (_, high) in pairwise(falling))


@pytest.mark.skipif(not (FONTS / TYPED[0]).is_file(), reason="no fonts-freefont-ttf")
def test_made_pages_are_the_same_each_time() -> None:
    once, again = list(made_pages(3)), list(made_pages(1))
    assert [page.text for page in once[:1]] == [page.text for page in again]
    assert all(np.array_equal(one.pixels, other.pixels) for one, other in zip(once, again, strict=False))
    assert [page.kind.split()[1] for page in once] == ["kk", "ru", "en"]
    assert set("әғқңөұүһі") & set(once[0].text)
    assert all(page.pixels.std() > 5 for page in once)
