"""Values of entities on passages invented for it: `python bench/values.py`.

Each line of `bench/values/*.tsv` is a language, a passage with one `[LABEL text]` marked, and `key=value` pairs with
`; ` between (a lone `-`: an entity without a value). The passage is tagged without the marks. Counted are the spans
found with their label, and of those the values in which every pair is right. Several points or parts of an article are
written with commas between. `--errors` lists what went wrong. Wanted: values ≥ 0.96 on right spans.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from document import Label, Language, Value
from pipelines.entities.tagger import load_tagger

TABLES = Path(__file__).with_suffix("")
WANTED = 0.96
MARKED = re.compile(r"\[(?P<label>[A-Z]{3,7}) (?P<text>[^\]]+)\]")
PAIR_BORDER = re.compile(r";\s+(?=[a-z]+=)")


@dataclass(frozen=True, slots=True)
class Case:
    """A passage without its marks, the entity marked in it, and what its value must hold (None: there is none)."""

    place: str
    language: Language
    text: str
    start: int
    end: int
    label: Label
    wanted: Mapping[str, str] | None


@dataclass(slots=True)
class Count:
    """Cases, those whose span and label were found, and among these those with the right value."""

    cases: int = 0
    found: int = 0
    right: int = 0

    def add(self, found: bool, right: bool) -> None:
        """Count one case."""
        self.cases += 1
        self.found += found
        self.right += right


def main() -> int:
    """Measure, print a table by label and language; 1 where values fall short."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="list what was missed or misread")
    parser.add_argument("--only", metavar="LABEL", type=Label, help="only the lines of one label")
    options = parser.parse_args()
    tagger = load_tagger()
    counts: dict[tuple[Label, Language], Count] = defaultdict(Count)
    for case in (one for path in sorted(TABLES.glob("*.tsv")) for one in read_cases(path)):
        if options.only and case.label is not options.only:
            continue
        entities = tagger.tag(case.text, case.language)
        same = next((one for one in entities if (one.start, one.end, one.label) == place_of(case)), None)
        wrong = differences(same.value, case.wanted) if same else []
        counts[case.label, case.language].add(same is not None, same is not None and not wrong)
        if options.errors and (same is None or wrong):
            seen = "; ".join(f"{one.label} {one.text}" for one in entities)
            print(f"{case.place}: {'; '.join(wrong) if same else f'not found, but: {seen}'}")
    return report(counts)


def place_of(case: Case) -> tuple[int, int, Label]:
    """What must be the same for a span to be found."""
    return case.start, case.end, case.label


def read_cases(path: Path) -> Iterator[Case]:
    """Read a table; `ValueError` names the line that is not as the head of this file says."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        try:
            language, passage, pairs = line.split("\t")
            (marked,) = MARKED.finditer(passage)
            wanted = None if pairs == "-" else dict(pair.split("=", 1) for pair in PAIR_BORDER.split(pairs))
            text = passage[: marked.start()] + marked["text"] + passage[marked.end() :]
            end = marked.start() + len(marked["text"])
            label = Label(marked["label"])
            yield Case(f"{path.name}:{number}", Language(language), text, marked.start(), end, label, wanted)
        except ValueError as error:
            raise ValueError(f"{path}:{number}: {error}") from error


def differences(value: Value | None, wanted: Mapping[str, str] | None) -> list[str]:
    """List what of a value is not as wanted: `file: 57 is not 57, 58`."""
    if wanted is None or value is None:
        return [] if wanted is None and value is None else [f"{value} is not {wanted}"]
    held = {key: written(getattr(value, key, None)) for key in wanted}
    return [f"{key}: {held[key]} is not {right}" for key, right in wanted.items() if held[key] != right]


def written(held: object) -> str:
    """Write a field of a value as the tables do."""
    return ",".join(map(str, held)) if isinstance(held, tuple) else str(held or "")


def report(counts: Mapping[tuple[Label, Language], Count]) -> int:
    """Print, for each label and language, cases, share of spans found and of values right on them."""
    print(f"{'':9}{'':4}{'lines':>7}{'spans':>8}{'values':>8}")
    total = Count()
    for (label, language), count in sorted(counts.items()):
        print(line_of(label, language, count))
        total.cases, total.found, total.right = (
            total.cases + count.cases,
            total.found + count.found,
            total.right + count.right,
        )
    print(line_of("all", "", total))
    return 1 if not total.found or total.right / total.found < WANTED else 0


def line_of(label: str, language: str, count: Count) -> str:
    """One line of the table."""
    spans = count.found / count.cases if count.cases else 0.0
    values = count.right / count.found if count.found else 0.0
    return f"{label:9}{language:4}{count.cases:>7}{spans:>8.3f}{values:>8.3f}"


if __name__ == "__main__":
    sys.exit(main())
