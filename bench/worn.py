"""Characters read wrongly on a page worn in one way after another, as it is and prepared: `python bench/worn.py`.

    python bench/worn.py [KIND…]

The page is typed from the text of a sample and worn by `samples/wear.py`, so its truth is known. Plain is the page read
as it is, once; prepared what the program makes of it by a look at it. Wanted: prepared nowhere worse than plain by more
than a tenth and one letter in a hundred. Answers 1 otherwise.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

os.environ["OMP_THREAD_LIMIT"] = "1"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from rapidfuzz.distance import Levenshtein

from document import Method, Page, Settings
from ingest.ocr import Recognizer, load_recognizer
from ingest.pages import recognized
from ingest.raster import Raster
from ingest.reading import read_image
from samples.markup import read_manuscript
from samples.typewriter import Machine, type_sheet
from samples.wear import Pixels, Wear, bordered, punched, wear_out

DPI = 200
TEXT = Path(__file__).resolve().parents[1] / "samples" / "texts" / "order-ru.mark"
LIGHT = Wear(skew=0.4, noise=6.0, bleed=0.0, shadow=10.0)
FAINT = replace(LIGHT, noise=3.0)
KINDS: Mapping[str, Wear] = {
    "light": LIGHT,
    "faint ribbon": replace(FAINT, ink=0.4),
    "ribbon nearly out": replace(FAINT, ink=0.15),
    "pencil grey on grey": replace(FAINT, ink=0.2, paper=150.0),
    "smudged": replace(LIGHT, ink=0.6, smudge=60.0),
    "badly smudged": replace(LIGHT, ink=0.6, smudge=100.0),
    "shining through": replace(LIGHT, bleed=0.3),
}


def main(kinds: Sequence[str]) -> int:
    manuscript = read_manuscript(TEXT, "ru")
    truth = " ".join(paragraph.plain for paragraph in manuscript.pages[0])
    clean = type_sheet(manuscript.pages[0], Machine(dpi=DPI), np.random.default_rng(1))
    pages = {kind: wear_out(clean, wear, np.random.default_rng(3)) for kind, wear in KINDS.items()}
    light = pages["light"]
    pages |= {"punched": punched(light, DPI), "thin border": bordered(light, 24, 1.0)}
    pages |= {"wide border": bordered(light, 64, 2.0)}
    recognizer, good = load_recognizer(Settings()), True
    print(f"{'':22}{'plain':>8}{'prepared':>10}")
    for kind, page in pages.items():
        if kinds and kind not in kinds:
            continue
        plain, prepared, how = errors(page, truth, recognizer)
        good &= prepared <= 1.1 * plain + 0.01
        print(f"{kind:22}{plain:8.3f}{prepared:10.3f}  {how}", flush=True)
    return 0 if good else 1


def errors(page: Pixels, truth: str, recognizer: Recognizer) -> tuple[float, float, str]:
    """The character error of a page read as it is and prepared, and how it was prepared."""
    raster = Raster(np.ascontiguousarray(page), DPI)
    plain = read_image(raster, recognizer, sparing=True)
    blank = Page(1, raster.width, raster.height, Method.OCR, "image")
    prepared = recognized(blank, raster, recognizer, Settings())
    texts = [" ".join(word.text for word in words) for words in (plain.words, prepared.words)]
    wrong = [Levenshtein.distance(truth, text) / len(truth) for text in texts]
    return wrong[0], wrong[1], prepared.recognition.preparation if prepared.recognition else prepared.reason


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
