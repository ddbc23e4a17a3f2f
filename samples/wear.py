"""Wears a clean page image: paper, ribbon, skew, shadow, dust, as scanners and cameras find them."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.float32]
Pixels = NDArray[np.uint8]


@dataclass(frozen=True)
class Wear:
    """What time and the scanner did: degrees of skew, grey levels of paper, shadow, noise; shares of ink and dust.

    `ink` is the share of light that full ink takes away, `smudge` grey levels of carbon rubbed off between the letters.
    """

    skew: float = 0.8
    paper: float = 215.0
    shadow: float = 20.0
    noise: float = 7.0
    fade: float = 0.3
    blur: float = 0.8
    dust: float = 0.00002
    bleed: float = 0.05
    ink: float = 0.85
    smudge: float = 0.0


def wear_out(page: NDArray[np.uint8], wear: Wear, random: np.random.Generator) -> NDArray[np.uint8]:
    """The worn page, of the same shape."""
    ink: Grey = 1.0 - page.astype(np.float32) / np.float32(255.0)
    ink = ink + wear.bleed * cv2.GaussianBlur(ink[:, ::-1], (0, 0), 2.5)
    ink *= 1.0 - wear.fade * clouds(page.shape, 90, random)
    ink = np.asarray(cv2.GaussianBlur(ink, (0, 0), wear.blur), dtype=np.float32)
    paper: Grey = wear.paper + 6.0 * clouds(page.shape, 200, random) - wear.shadow * edge_shadow(page.shape)
    levels = paper * (1.0 - np.clip(ink, 0.0, 1.0) * wear.ink)
    if wear.smudge:
        levels = levels - 2 * wear.smudge * clouds(page.shape, 60, random) * clouds(page.shape, 400, random)
    levels = turned(levels.astype(np.float32), wear.skew, wear.paper)
    specks = (random.random(page.shape) < wear.dust).astype(np.uint8)
    levels = np.where(cv2.dilate(specks, np.ones((3, 3), np.uint8)) > 0, 60.0, levels)
    levels = levels + random.normal(0.0, wear.noise, page.shape)
    return np.asarray(np.clip(levels, 0, 255), dtype=np.uint8)


def bordered(page: NDArray[np.uint8], width: int, degrees: float) -> NDArray[np.uint8]:
    """The page on the scanner's black lid, which shows `width` pixels wide around it, laid down crookedly."""
    lid = np.pad(page, width, constant_values=10).astype(np.float32)
    return np.asarray(np.clip(turned(lid, degrees, 10.0), 0, 255), dtype=np.uint8)


def punched(page: NDArray[np.uint8], dpi: int) -> NDArray[np.uint8]:
    """The page with two holes of 6 mm in its left margin, 80 mm apart, black for what lay behind them."""
    holed = page.copy()
    for down in (-40, 40):
        middle = (round(12 / 25.4 * dpi), round(page.shape[0] / 2 + down / 25.4 * dpi))
        cv2.circle(holed, middle, round(3 / 25.4 * dpi), 20, -1)
    return holed


def two_tone(page: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Black and white, by a threshold that follows the paper."""
    black = cv2.adaptiveThreshold(page, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 61, 28)
    return np.asarray(black, dtype=np.uint8)


def photographed(page: NDArray[np.uint8], random: np.random.Generator) -> NDArray[np.uint8]:
    """The page on a dark desk, seen a little from the side, lit from one corner."""
    height, width = page.shape
    strays = random.uniform(0.01, 0.025, (4, 2)).astype(np.float32)
    corners = np.array([(0, 0), (1, 0), (1, 1), (0, 1)], np.float32)
    inward = corners + strays * np.where(corners < 0.5, np.float32(1), np.float32(-1))
    size = np.array([width, height], np.float32)
    matrix = cv2.getPerspectiveTransform(corners * size, inward * size)
    seen = cv2.warpPerspective(page, matrix, (width, height), borderValue=70.0)
    light = np.linspace(1.08, 0.78, width)[None, :] * np.linspace(1.0, 0.88, height)[:, None]
    return np.clip(seen * light, 0, 255).astype(np.uint8)


def turned(levels: Grey, degrees: float, border: float) -> Grey:
    """The page turned clockwise about its middle."""
    height, width = levels.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    return cv2.warpAffine(levels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=border).astype(np.float32)


def clouds(shape: tuple[int, ...], size: int, random: np.random.Generator) -> Grey:
    """Soft spots, 0 to 1, some `size` pixels across."""
    coarse = random.random((shape[0] // size + 2, shape[1] // size + 2)).astype(np.float32)
    return cv2.resize(coarse, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC).clip(0, 1).astype(np.float32)


def edge_shadow(shape: tuple[int, ...]) -> Grey:
    """The shadow of the binding: 1 at the left edge, gone at a fifth of the width."""
    across = np.linspace(0.0, 1.0, shape[1], dtype=np.float32)
    return np.broadcast_to(np.clip(1.0 - across * 5.0, 0.0, 1.0) ** 2, shape).astype(np.float32)
