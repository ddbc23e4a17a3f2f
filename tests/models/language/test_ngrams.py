"""Profiles and what they say of a text."""

from __future__ import annotations

import json

import pytest

from models.language.ngrams import Classifier, make_profile

KAZAKH = ["ауылдың үлкені мен кішісі қалаға көшті", "қыс қатты болды, ұн да, отын да таусылды"] * 3
RUSSIAN = ["жители села переехали в город", "зима была суровой, кончились мука и дрова"] * 3


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Classifier([make_profile("kk", KAZAKH), make_profile("ru", RUSSIAN)])


def test_a_profile_is_the_same_each_time() -> None:
    assert make_profile("kk", KAZAKH) == make_profile("kk", iter(KAZAKH))


def test_a_profile_leaves_rare_ngrams_out() -> None:
    freq = json.loads(make_profile("kk", [*KAZAKH, "щ"]))["freq"]
    assert "ү" in freq
    assert "щ" not in freq


@pytest.mark.parametrize(("text", "language"), [("қыс қатты", "kk"), ("была зима", "ru"), ("ҚЫС".lower(), "kk")])
def test_the_likeliest_language(classifier: Classifier, text: str, language: str) -> None:
    found = classifier.probabilities(text, {"kk": 1.0, "ru": 1.0})
    assert max(found, key=lambda name: found[name]) == language
    assert sum(found.values()) == pytest.approx(1.0)


def test_more_text_is_surer(classifier: Classifier) -> None:
    even = {"kk": 1.0, "ru": 1.0}
    assert classifier.probabilities("ал", even)["kk"] < classifier.probabilities("ауылдың үлкені", even)["kk"]


def test_the_prior_weighs(classifier: Classifier) -> None:
    assert classifier.probabilities("а", {"kk": 1.0, "ru": 1.0})["ru"] < 0.9
    assert classifier.probabilities("а", {"kk": 1.0, "ru": 100.0})["ru"] > 0.9
    assert classifier.probabilities("а", {"ru": 1.0})["ru"] == pytest.approx(1.0)


def test_nothing_to_go_by_has_no_probabilities(classifier: Classifier) -> None:
    assert classifier.probabilities("1937 — 12", {"kk": 1.0, "ru": 1.0}) == {}
