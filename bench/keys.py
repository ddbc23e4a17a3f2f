"""Keys of people's names on names collected for it: `python bench/keys.py`.

Each line of `bench/keys/meet.tsv` is one person in Kazakh, Russian and English spellings, cases among them, which
must share one key; each of `bench/keys/differ.tsv` is two people whose keys must not be the same. A cell is a language
and a mention. Surnames that sound alike count as the same name (Сейфуллин, Сейфулин); a surname in -ова may be a
woman's or a man's in the genitive, so Ахметов and Ахметова alone are in neither table. `--errors` lists what went
wrong. Wanted: 0.95 of the names meet, 0.99 of the pairs do not.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from document import Language
from models.lexicon import load_lexicon
from models.names.morphology import Morphology
from pipelines.entities.people import PeopleReader

TABLES = Path(__file__).with_suffix("")
MEET = 0.95
DIFFER = 0.99


def main() -> int:
    """Measure and print both shares; 1 where one falls short."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="list names that fall apart and people that meet")
    errors = parser.parse_args().errors
    reader = PeopleReader(Morphology(), load_lexicon().surnames)
    meet = [len(set(keys)) == 1 for keys in keys_of("meet.tsv", reader, errors, alike=True)]
    differ = [len(set(keys)) > 1 for keys in keys_of("differ.tsv", reader, errors, alike=False)]
    shares = sum(meet) / len(meet), sum(differ) / len(differ)
    print(f"{len(meet)} names in all spellings: {shares[0]:.3f} meet")
    print(f"{len(differ)} pairs of people: {shares[1]:.3f} stay apart")
    return 1 if shares[0] < MEET or shares[1] < DIFFER else 0


def keys_of(table: str, reader: PeopleReader, errors: bool, alike: bool) -> Iterator[list[str]]:
    """The keys of each line; those that are not as wanted are printed where asked for."""
    for line in (TABLES / table).read_text("utf-8").splitlines():
        cells = [cell.split(" ", 1) for cell in line.split("\t")]
        keys = [reader.read(mention, Language(language)).key for language, mention in cells]
        if errors and (len(set(keys)) == 1) is not alike:
            print("; ".join(f"{mention} → {key}" for (_, mention), key in zip(cells, keys, strict=True)))
        yield keys


if __name__ == "__main__":
    sys.exit(main())
