"""Colours can be told from what is behind them, as WCAG AA asks; no label is told by its colour alone."""

from __future__ import annotations

import re

import pytest

from document import Label
from pipelines.review.pages import FOLDER

CSS = (FOLDER / "static" / "review.css").read_text("utf-8")
NAMED = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", CSS))
LABELS = {
    name: dict(re.findall(r"--([a-z]+): ([^;]+);", body))
    for name, body in re.findall(r"\.label-([A-Z]+) \{(.*?)\}", CSS)
}


def light(colour: str) -> float:
    """The relative luminance of `#rrggbb`."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((light(one), light(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("text", ["ink", "quiet", "accent", "wrong"])
@pytest.mark.parametrize("ground", ["paper", "sheet"])
def test_text_stands_out(text: str, ground: str) -> None:
    assert contrast(NAMED[text], NAMED[ground]) >= 4.5


def test_focus_stands_out() -> None:
    assert min(contrast(NAMED["focus"], NAMED[ground]) for ground in ("paper", "sheet")) >= 3


@pytest.mark.parametrize("label", sorted(label.value for label in Label))
def test_each_label_is_told_by_colour_line_and_word(label: str) -> None:
    look = LABELS[label]
    hue = NAMED[re.fullmatch(r"var\(--([a-z]+)\)", look["hue"])[1]]  # type: ignore[index]
    assert contrast(hue, look["tint"]) >= 4.5  # its word is written in it
    assert contrast(NAMED["ink"], look["tint"]) >= 4.5
    same = [other for other in LABELS if other != label and LABELS[other]["dash"] == look["dash"]]
    assert same == []  # nor do two boxes on the scan look alike
