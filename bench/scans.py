"""Scans whose true text is known, where they lie beside the repository."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

SHARED = Path(__file__).resolve().parents[1] / ".." / "shared"
SCANS = SHARED / "scans"
SETS = ("rus_soviet_pages", "eng_typewriter", "kaz_rendered_pages")
LEVELS = ("worn_upside_down", "bad", "worn")  # of synthetic pages, as their names end
UNFINISHED = "eng_typewriter"  # the set whose truth leaves out stamps and handwriting


class SyntheticPage(msgspec.Struct):
    """A page as it was typeset before it was worn."""

    page: int
    header: str
    footer: str
    lines: list[str]


class SyntheticTruth(msgspec.Struct):
    """The truth beside a synthetic PDF."""

    pages: list[SyntheticPage]


@dataclass(frozen=True, slots=True)
class Scan:
    """A file, the set it is counted in, and the true text of each of its pages."""

    group: str
    path: Path
    truths: tuple[str, ...]


def find_scans() -> Iterator[Scan]:
    """Find every file with a true text."""
    for group in SETS:
        for truth in sorted((SCANS / group).glob("*.gt.txt")):
            name = truth.name.removesuffix(".gt.txt")
            path = next(path for path in sorted(truth.parent.glob(f"{name}.*")) if path.suffix != ".txt")
            yield Scan(group, path, (truth.read_text(encoding="utf-8"),))
    for truth in sorted((SCANS / "synthetic").glob("*.gt.json")):
        name = truth.name.removesuffix(".gt.json")
        level = next(level for level in LEVELS if name.endswith(level))
        pages = msgspec.json.decode(truth.read_bytes(), type=SyntheticTruth).pages
        texts = tuple("\n".join(filter(None, [page.header, *page.lines, page.footer])) for page in pages)
        yield Scan(f"synthetic_{level}", truth.with_name(f"{name}.pdf"), texts)
