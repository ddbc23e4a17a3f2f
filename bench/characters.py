"""Signs, numerals and numbers that Tesseract's packs lack or mistake, read exactly: `python bench/characters.py`.

    python bench/characters.py [--half 0|1] [--readers muragat,tesseract] [--fonts 1,4] [--wear clean,worn] [--errors]

300 lines of invented papers (`bench/marked_lines.py`), 60 in each of five fonts, 30 on a page of 300 dpi: Kazakh,
Russian and English lines, and some of two languages. Each page is read clean and mildly worn. Muragat is read as users
get it, the settled text of the blocks in their order; Tesseract is its command with `-l kaz+rus+eng`.

Both texts are NFC and lose their line breaks; then they are aligned. A marked token counts if the characters read in
its place, those squeezed in at its ends with them, are those printed. A short dash between figures counts as a hyphen.

The lines fall into two halves, made of different forms and words: errors (`--errors`) are shown of the first alone.

Wanted: 0.97 of all tokens for Muragat on clean pages. Answers 1 otherwise.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ["OMP_THREAD_LIMIT"] = "1"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from rapidfuzz.distance import Levenshtein

from bench.marked_lines import HALVES, LANGUAGES, MarkedLine, compose
from document import Settings, Source
from ingest.ocr import load_recognizer
from ingest.pages import read_pages
from ingest.sources import find_sources
from samples.wear import Wear, wear_out

FOLDER = Path("/usr/share/fonts/truetype")
# Typewriters first: (file, points, width of the stroke around thin faces in points). Debian packages
# fonts-freefont-ttf, fonts-dejavu-core, fonts-noto-core.
FONTS = (
    ("freefont/FreeMono.ttf", 12.0, 0.2),
    ("dejavu/DejaVuSansMono.ttf", 11.0, 0.0),
    ("freefont/FreeSerif.ttf", 12.0, 0.0),
    ("dejavu/DejaVuSerif.ttf", 10.5, 0.0),
    ("noto/NotoSerif-Regular.ttf", 11.0, 0.0),
)
SHARES = {"kk": 12, "ru": 9, "en": 5, "mixed": 4}  # lines of a page
PACKS = "kaz+rus+eng"
DPI = 300
WIDTH, HEIGHT = 8.27, 11.69  # inches
MARGIN = 0.9  # inches
LEADING = 1.6  # of the type size
WEARS = ("clean", "worn")
MILD = Wear(skew=0.4, paper=225.0, shadow=10.0, noise=5.0, fade=0.2, blur=0.7)
SEED = 1937
WANTED = 0.97

Read = Callable[[Path], str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A rendered page and what is printed on it."""

    font: str
    half: int
    wear: str
    lines: tuple[MarkedLine, ...]
    pixels: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one token."""

    reader: str
    sheet: Sheet
    language: str
    kind: str
    wanted: str
    found: str

    @property
    def exact(self) -> bool:
        """Whether it was read as it was printed."""
        return _same_dashes(self.wanted) == _same_dashes(self.found)


def main(arguments: Sequence[str]) -> int:
    options = parse(arguments)
    names = options.readers.split(",")
    outcomes = measure(options, {name: muragat() if name == "muragat" else tesseract for name in names})
    report(outcomes, tuple(names))
    if options.errors:
        show_errors(outcomes)
    judged = [outcome for outcome in outcomes if outcome.reader == "muragat" and outcome.sheet.wear == "clean"]
    return 0 if not judged or share(judged) >= WANTED else 1


def measure(options: argparse.Namespace, readers: Mapping[str, Read]) -> list[Outcome]:
    """Give every reader the pages asked for, and look what became of each token."""
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory() as folder:
        image = Path(folder) / "page.png"
        for sheet in sheets(options):
            Image.fromarray(sheet.pixels).save(image, dpi=(DPI, DPI))
            for name, read in readers.items():
                start = sum(os.times()[:4])
                outcomes += compare(sheet, name, read(image))
                seconds = sum(os.times()[:4]) - start
                print(f"{name:10} {sheet.font:12} half {sheet.half} {sheet.wear:6} {seconds:6.1f} s", flush=True)
    return outcomes


def sheets(options: argparse.Namespace) -> Iterator[Sheet]:
    """Make the pages asked for; a font that is not there is left out, saying so."""
    halves = range(HALVES) if options.half is None else (options.half,)
    for number, (file, size, stroke) in enumerate(FONTS):
        if options.fonts and str(number) not in options.fonts.split(","):
            continue
        if not (FOLDER / file).is_file():
            print(f"skipped: no font {FOLDER / file}")
            continue
        for half in halves:
            random = np.random.default_rng((SEED, number, half))
            groups = [compose(half, language, SHARES[language], random) for language in LANGUAGES]
            turn = number % len(groups)  # which language a page begins with
            lines = tuple(line for group in groups[turn:] + groups[:turn] for line in group)
            clean = render(lines, ImageFont.truetype(str(FOLDER / file), size * DPI / 72), stroke)
            for wear in options.wear.split(","):
                pixels = clean if wear == "clean" else wear_out(clean, MILD, random)
                yield Sheet(Path(file).stem[:12], half, wear, lines, pixels)


def render(lines: Sequence[MarkedLine], face: ImageFont.FreeTypeFont, stroke: float) -> NDArray[np.uint8]:
    """Print lines one under the other, a wider gap where the language changes."""
    image = Image.new("L", (round(WIDTH * DPI), round(HEIGHT * DPI)), 255)
    draw = ImageDraw.Draw(image)
    down, language = MARGIN * DPI, lines[0].language
    for line in lines:
        down += 0.8 * face.size * (line.language != language)
        language = line.language
        draw.text((MARGIN * DPI, down), line.text, font=face, fill=20, stroke_width=stroke * DPI / 72)
        down += LEADING * face.size
    return np.asarray(image, dtype=np.uint8)


def compare(sheet: Sheet, reader: str, text: str) -> list[Outcome]:
    """Align what was read with what was printed, and look at the place of every token."""
    printed = " ".join(line.text for line in sheet.lines)
    read = " ".join(unicodedata.normalize("NFC", text).split())
    places = _places(printed, read)
    outcomes, start = [], 0
    for line in sheet.lines:
        for token in line.tokens:
            first, last = start + token.start, start + token.end
            found = read[places[first][0] : places[last][1]].strip()
            outcomes.append(Outcome(reader, sheet, line.language, token.kind, printed[first:last], found))
        start += len(line.text) + 1
    return outcomes


def _places(printed: str, read: str) -> list[tuple[int, int]]:
    """For every gap between printed characters, the gaps of the text read before and after what was squeezed in."""
    before, after = [0] * (len(printed) + 1), [0] * (len(printed) + 1)
    for step in Levenshtein.opcodes(printed, read):
        width = step.src_end - step.src_start
        if step.tag == "insert":
            after[step.src_start] = step.dest_end
            continue
        for place in range(1, width + 1):
            gap = step.dest_start + place if step.tag != "delete" else step.dest_start
            before[step.src_start + place] = after[step.src_start + place] = gap
    return list(zip(before, after, strict=True))


def report(outcomes: Sequence[Outcome], readers: Sequence[str]) -> None:
    """Print the share of exact tokens by kind, font, language and half, clean and worn."""
    columns = [(reader, wear) for reader in readers for wear in WEARS]
    print(f"\n{'':24}{'tokens':>7}" + "".join(f"{f'{reader} {wear}':>17}" for reader, wear in columns))
    ways: tuple[tuple[str, Callable[[Outcome], str]], ...] = (
        ("kind", lambda outcome: outcome.kind),
        ("font", lambda outcome: outcome.sheet.font),
        ("language", lambda outcome: outcome.language),
        ("half", lambda outcome: str(outcome.sheet.half)),
        ("all", lambda outcome: ""),  # noqa: ARG005 - one row
    )
    for way, key in ways:
        for value in sorted({key(outcome) for outcome in outcomes}):
            row = [outcome for outcome in outcomes if key(outcome) == value]
            cells = [
                [outcome for outcome in row if (outcome.reader, outcome.sheet.wear) == column] for column in columns
            ]
            shown = "".join(f"{share(cell):17.4f}" if cell else f"{'–':>17}" for cell in cells)
            print(f"{way:9}{value:15}{max(map(len, cells)):7}{shown}")


def share(outcomes: Sequence[Outcome]) -> float:
    """The share of tokens read exactly."""
    return sum(outcome.exact for outcome in outcomes) / max(len(outcomes), 1)


def show_errors(outcomes: Sequence[Outcome]) -> None:
    """Print the misread tokens of the first half, alike ones together."""
    wrong = Counter(
        (outcome.reader, outcome.language, outcome.kind, outcome.sheet.wear, outcome.wanted, outcome.found)
        for outcome in outcomes
        if not outcome.exact and outcome.sheet.half == 0
    )
    for (reader, language, kind, wear, wanted, found), count in sorted(wrong.items()):
        print(f"{count:3} {reader:10} {language:6} {kind:9} {wear:6} {wanted} → {found}")


def muragat() -> Read:
    """Read as the program does, from the image file to the blocks."""
    settings = Settings()
    recognizer = load_recognizer(settings)

    def read(image: Path) -> str:
        (source,) = (found for found in find_sources([image]) if isinstance(found, Source))
        return "\n".join(block.text for page in read_pages(source, recognizer, settings) for block in page.blocks)

    return read


def tesseract(image: Path) -> str:
    """Run the command on the page."""
    command = ("tesseract", str(image), "-", "-l", PACKS)
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _same_dashes(text: str) -> str:
    return re.sub(r"(?<=\d)[–‑](?=\d)", "-", text)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """What is asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", type=int, choices=range(HALVES), help="one half of the lines; both without")
    parser.add_argument("--readers", default="muragat,tesseract", help="comma-separated")
    parser.add_argument("--fonts", default="", help="their numbers from 0, comma-separated; all without")
    parser.add_argument("--wear", default=",".join(WEARS), help="comma-separated")
    parser.add_argument("--errors", action="store_true", help="show the misread tokens of the first half")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
