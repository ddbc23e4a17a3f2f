"""Tables of towns and English words are made by stated limits."""

from __future__ import annotations

import math
from pathlib import Path

from models.names.english import EnglishWords, Usage
from models.train.english_words import table
from models.train.towns import ELSEWHERE, Town, folded_names


def test_small_towns_count_only_where_documents_name_them() -> None:
    towns = [
        Town("Aqzhar", "KZ", 700, ("Ақжар", "Akzhar", "阿克扎尔", "Aq")),
        Town("Somewhere", "NZ", ELSEWHERE - 1, ("Сомвере",)),
        Town("Großstadt", "NZ", ELSEWHERE, ("Grossstadt", "Großestadt")),
    ]
    assert list(folded_names(towns)) == ["aqzhar", "ақжар", "akzhar", "grossstadt", "grossstadt"]


def test_words_are_counted_by_spelling(tmp_path: Path) -> None:
    shares = {"orlov": -16.0, "Orlov": -12.0, "rain": -9.0, "rarest": -30.0, "ОРЛОВ": -5.0}
    clusters = {"Orlov": 0b1101, "rain": 0b100, "orlov": 0}
    file = tmp_path / "english.tsv"
    file.write_text("\n".join(table(shares, clusters)), encoding="utf-8")
    words = EnglishWords(file)
    assert set(words.words) == {"orlov", "rain"}
    assert words.usage("ORLOV") == Usage("1011", "5", str(int(-math.log(math.exp(-12) + math.exp(-16))) - 9))
    assert words.usage("Rain").cluster == "001"
