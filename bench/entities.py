"""Entities of passages annotated by hand, beside slovnet alone on Russian: `python bench/entities.py`.

`--split train|dev` chooses the passages, `--grammar-only` leaves the name taggers out, `--errors LABEL LANG` lists
what went wrong. Wanted on dev, strict (same span, same label): DATE FONDS ARTICLE ≥ 0.85 and ORDER ≥ 0.70 in every
language with ten of them or more.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import msgspec

from document import Label, Language
from models.lexicon import load_lexicon
from pipelines.entities.agreement import agree
from pipelines.entities.grammar import find_all

GOLD = Path(__file__).resolve().parents[1] / ".." / "shared" / "gold"
WANTED: Mapping[Label, float] = {Label.DATE: 0.85, Label.FONDS: 0.85, Label.ARTICLE: 0.85, Label.ORDER: 0.70}
ENOUGH = 10
NEWS_LABELS = (Label.PERSON, Label.ORG, Label.LOC)
LANGUAGES = (Language.KK, Language.RU, Language.EN)


class Passage(msgspec.Struct):
    """A passage and its true entities."""

    id: str
    lang: Language
    text: str
    entities: list[tuple[int, int, Label]]


@dataclass(frozen=True, slots=True)
class Span:
    """An entity of a passage, true or answered."""

    start: int
    end: int
    label: Label
    by: str = ""

    @property
    def place(self) -> tuple[int, int, Label]:
        """What must be the same for a strict hit."""
        return self.start, self.end, self.label


Answer = Callable[[Passage], Sequence[Span]]


@dataclass(slots=True)
class Count:
    """Hits, answers and truths; `overlapping` answers and `touched` truths count any shared character of one label."""

    hits: int = 0
    answers: int = 0
    truths: int = 0
    overlapping: int = 0
    touched: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def strict(self) -> float:
        """F1 of the same span and label."""
        return 2 * self.hits / (self.answers + self.truths) if self.answers + self.truths else 0.0

    @property
    def overlap(self) -> float:
        """F1 of spans of one label that share a character."""
        if not self.answers or not self.truths:
            return 0.0
        precision, recall = self.overlapping / self.answers, self.touched / self.truths
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


Counts = dict[tuple[Label, Language], Count]


def main() -> int:
    options = arguments()
    path = GOLD / f"{options.split}.jsonl"
    if not path.exists():
        print(f"skipped: no annotated passages in {path}")
        return 0
    passages = [msgspec.json.decode(line, type=Passage) for line in path.read_bytes().splitlines() if line.strip()]
    answer = grammar_answer() if options.grammar_only else tagger_answer()
    started = time.perf_counter()
    counts = measure(passages, answer)
    seconds = time.perf_counter() - started
    if options.errors:
        label, language = Label(options.errors[0]), Language(options.errors[1])
        print("\n".join(counts[label, language].errors))
        return 0
    characters = sum(len(passage.text) for passage in passages)
    print(f"{path.name}: {len(passages)} passages, {characters / seconds:,.0f} characters a second")
    report(counts)
    if not options.grammar_only:
        print("\nslovnet alone, Russian")
        russian = [passage for passage in passages if passage.lang is Language.RU]
        report(measure(russian, slovnet_answer()), NEWS_LABELS)
    short = too_low(counts)
    print("\n".join(short) if short else "\nnothing falls short of what is wanted")
    return 1 if short else 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("train", "dev"), default="dev")
    parser.add_argument("--grammar-only", action="store_true")
    parser.add_argument("--errors", nargs=2, metavar=("LABEL", "LANG"))
    return parser.parse_args()


def grammar_answer() -> Answer:
    """Answer with the rules alone."""
    lexicon = load_lexicon()

    def answer(passage: Passage) -> Sequence[Span]:
        agreed = agree(find_all(passage.text, lexicon), passage.text)
        return [Span(one.start, one.end, one.label, one.by) for one in agreed]

    return answer


def tagger_answer() -> Answer:
    """Answer with the whole tagger."""
    from pipelines.entities.tagger import load_tagger  # noqa: PLC0415 - heavy, and not needed for the rules alone

    tagger = load_tagger()

    def answer(passage: Passage) -> Sequence[Span]:
        tagged = tagger.tag(passage.text, passage.lang)
        return [Span(one.start, one.end, one.label, one.by) for one in tagged]

    return answer


def slovnet_answer() -> Answer:
    """Answer with slovnet's news model as it is published."""
    from models.names.slovnet import load_slovnet  # noqa: PLC0415 - heavy, and not needed for the rules alone

    slovnet = load_slovnet()

    def answer(passage: Passage) -> Sequence[Span]:
        return [Span(one.start, one.end, one.label, "slovnet") for one in next(slovnet.find([passage.text]))]

    return answer


def measure(passages: Sequence[Passage], answer: Answer) -> Counts:
    """Compare answers with the truth, label by label and language by language."""
    counts: Counts = defaultdict(Count)
    for passage in passages:
        truths = [Span(start, end, label) for start, end, label in passage.entities]
        answers = answer(passage)
        true_places, answered_places = {one.place for one in truths}, {one.place for one in answers}
        for one in answers:
            count = counts[one.label, passage.lang]
            count.answers += 1
            count.hits += one.place in true_places
            count.overlapping += touches(one, truths)
            if one.place not in true_places:
                count.errors.append(f"wrong   {passage.id} {one.by}: {shown(passage.text, one)}")
        for one in truths:
            count = counts[one.label, passage.lang]
            count.truths += 1
            count.touched += touches(one, answers)
            if one.place not in answered_places:
                count.errors.append(f"missed  {passage.id}: {shown(passage.text, one)}")
    return counts


def touches(one: Span, others: Sequence[Span]) -> bool:
    """Say whether any of the others shares a character and the label with this one."""
    return any(one.label is other.label and one.start < other.end and other.start < one.end for other in others)


def shown(text: str, span: Span) -> str:
    """Show a span with some text around it."""
    before, after = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 30]
    return f"{before}[{text[span.start : span.end]}]{after}".replace("\n", " ")


def report(counts: Counts, labels: Sequence[Label] = tuple(Label)) -> None:
    """Print strict and overlapping F1 and the number of truths."""
    print(f"{'':9}" + "".join(f"{language:>24}" for language in LANGUAGES))
    print(f"{'':9}" + f"{'strict overlap    n':>24}" * len(LANGUAGES))
    for label in labels:
        row = [counts[label, language] if (label, language) in counts else Count() for language in LANGUAGES]
        if any(count.truths or count.answers for count in row):
            cells = (f"{count.strict:>10.3f}{count.overlap:>8.3f}{count.truths:>6}" for count in row)
            print(f"{label:9}" + "".join(cells))


def too_low(counts: Counts) -> list[str]:
    """List what falls short of what is wanted."""
    return [
        f"{label} {language}: {counts[label, language].strict:.3f} < {wanted}"
        for label, wanted in WANTED.items()
        for language in LANGUAGES
        if counts[label, language].truths >= ENOUGH and counts[label, language].strict < wanted
    ]


if __name__ == "__main__":
    sys.exit(main())
