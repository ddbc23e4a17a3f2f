"""The good files that damaged ones are made from: small, and of every kind that is read."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.fuzz.mutations import Seed

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = ROOT / ".." / "shared" / "hostile"
SAMPLES = ("article-en.pdf", "lookalikes-kk.pdf", "memorial-list.pdf", "troika-ru.pdf", "note.txt")
MOST_HOSTILE_BYTES = 40_000
HOSTILE_SHARE = 5  # one seed in so many, where there are any


def make_seeds() -> list[Seed]:
    """All of them, in an order that does not change."""
    samples = [Seed(name, (ROOT / "samples" / name).read_bytes()) for name in SAMPLES]
    readable = [Seed(f"readable {seed.name}", _readable(seed.body)) for seed in samples if seed.suffix == ".pdf"]
    made = [*samples, *readable, *_images(), Seed("scan.pdf", _scan()), Seed("readable scan.pdf", _readable(_scan()))]
    hostile = [path for path in sorted(HOSTILE.rglob("*.pdf")) if path.stat().st_size <= MOST_HOSTILE_BYTES]
    seeds: list[Seed] = []
    for place, path in enumerate(hostile):
        seeds += [made[(place * (HOSTILE_SHARE - 1) + step) % len(made)] for step in range(HOSTILE_SHARE - 1)]
        seeds.append(Seed(path.name, path.read_bytes()))
    return seeds or made


def _readable(pdf: bytes) -> bytes:
    """The same PDF with nothing packed, so that changes reach what is meant."""
    written = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.save(written, qdf=True, static_id=True)
    return written.getvalue()


def _picture() -> Image.Image:
    image = Image.new("L", (300, 100), 240)
    pen = ImageDraw.Draw(image)
    for line in range(3):
        pen.text((10, 10 + 30 * line), f"Қаулы № {line} 1937 ж. Ақтөбе", fill=20)
    return image


def _images() -> list[Seed]:
    picture = _picture()
    kinds: list[tuple[str, str, Image.Image, dict[str, object]]] = [
        ("grey.png", "PNG", picture, {"dpi": (150, 150)}),
        ("palette.png", "PNG", picture.convert("P"), {}),
        ("colour.jpg", "JPEG", picture.convert("RGB"), {"dpi": (150, 150)}),
        ("progressive.jpg", "JPEG", picture, {"progressive": True}),
        ("fax.tiff", "TIFF", picture.convert("1"), {"compression": "group4", "dpi": (200, 100)}),
        ("packed.tiff", "TIFF", picture, {"compression": "tiff_lzw"}),
        ("sheets.tiff", "TIFF", picture, {"save_all": True, "append_images": [picture, picture], "dpi": (150, 150)}),
    ]
    return [Seed(name, _saved(image, kind, options)) for name, kind, image, options in kinds]


def _saved(image: Image.Image, kind: str, options: dict[str, object]) -> bytes:
    written = BytesIO()
    image.save(written, kind, **options)
    return written.getvalue()


def _scan() -> bytes:
    written = BytesIO()
    canvas = Canvas(written, pagesize=(144, 48), invariant=1)
    for _ in range(2):
        canvas.drawImage(ImageReader(_picture()), 0, 0, 144, 48)
        canvas.showPage()
    canvas.save()
    return written.getvalue()
