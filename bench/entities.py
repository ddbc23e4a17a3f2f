"""Entities of passages annotated by hand: `python bench/entities.py`.

Prints F1 of the same span and label (strict) and of spans of one label that overlap, by label and language, then by
kind of source; how far confidence can be believed; speed and the size of the weights; and what slovnet and a spaCy
tagger that learned from news alone reach on the same passages. `--split train|dev` chooses the passages,
`--grammar-only` leaves the name taggers out, `--errors LABEL LANG` lists what went wrong. Answers 1 where something
falls short of what is wanted in a language with ten or more.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import msgspec

from document import Label, Language
from models.lexicon import load_lexicon
from pipelines.entities.agreement import agree
from pipelines.entities.grammar import find_all

GOLD = Path(__file__).resolve().parents[1] / ".." / "shared" / "gold"
LANGUAGES = (Language.KK, Language.RU, Language.EN)
# Kazakh, Russian, English.
WANTED: Mapping[Label, tuple[float, float, float]] = {
    Label.DATE: (0.94, 0.94, 0.94),
    Label.FONDS: (0.94, 0.94, 0.94),
    Label.ARTICLE: (0.94, 0.94, 0.94),
    Label.ORDER: (0.88, 0.88, 0.88),
    Label.CASE: (0.88, 0.88, 0.88),
    Label.CAMP: (0.88, 0.88, 0.88),
    Label.PERSON: (0.87, 0.90, 0.90),
    Label.LOC: (0.84, 0.87, 0.87),
    Label.ORG: (0.74, 0.76, 0.76),
}
ENOUGH = 10
NEWS_LABELS = (Label.PERSON, Label.ORG, Label.LOC)
WANTED_SPEED = 25_000
"""Characters a second of processor time on one core."""
SPEED_SAMPLE = 60_000
"""Characters."""
WANTED_RELIABILITY = 0.05
"""How far the mean confidence may be from the share that is right, weighed by how many entities there are."""
BINS = (0.0, 0.5, 0.65, 0.8, 0.9, 0.95, 1.01)
WEIGHTS = Path(__file__).resolve().parents[1] / "models"
WEIGHT_FILES = ("names/*.crfsuite", "names/general/**/*", "names/*.tsv", "names/*.txt", "names/*.json")
WANTED_SIZE = 40.0
"""Megabytes."""
# What a part of a passage's source tells; the first that fits counts.
SOURCES: tuple[tuple[str, str], ...] = (
    ("seed 001", "thesis"),
    ("seed", "articles, resolution"),
    ("book of memory", "memorial books"),
    ("proj_v2", "memorial books"),
    ("camp", "camp histories"),
    ("showtrials", "trials and letters"),
    ("marxists", "trials and letters"),
    ("stalin", "trials and letters"),
    ("wikipedia", "encyclopedia"),
)


class Passage(msgspec.Struct):
    """A passage and its true entities."""

    id: str
    lang: Language
    source: str
    text: str
    entities: list[tuple[int, int, Label]]


@dataclass(frozen=True, slots=True)
class Span:
    """An entity of a passage, true or answered."""

    start: int
    end: int
    label: Label
    by: str = ""
    confidence: float = 1.0

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
    answer = remembered(grammar_answer() if options.grammar_only else tagger_answer())
    counts = measure(passages, answer)
    if options.errors:
        label, language = Label(options.errors[0]), Language(options.errors[1])
        print("\n".join(counts[label, language].errors))
        return 0
    print(f"{path.name}: {len(passages)} passages, whole tagger" if not options.grammar_only else "rules alone")
    report(counts)
    short = too_low(counts)
    if not options.grammar_only:
        short += report_names(passages, answer)
    print("\n".join(["", *short]) if short else "\nnothing falls short of what is wanted")
    return 1 if short else 0


def report_names(passages: Sequence[Passage], answer: Answer) -> list[str]:
    """Print what concerns the name taggers; say what falls short."""
    for kind in sorted({kind_of(passage) for passage in passages}):
        of_kind = [passage for passage in passages if kind_of(passage) == kind]
        print(f"\n{kind}: {len(of_kind)} passages")
        report(measure(of_kind, answer), NEWS_LABELS)
    print("\nslovnet alone, Russian")
    report(measure([passage for passage in passages if passage.lang is Language.RU], slovnet_answer()), NEWS_LABELS)
    print("\na spaCy tagger that learned from news and encyclopedias alone")
    report(measure(passages, general_answer()), NEWS_LABELS)
    short = report_reliability(passages, answer)
    short += report_speed(passages)
    size = sum(file.stat().st_size for pattern in WEIGHT_FILES for file in WEIGHTS.glob(pattern) if file.is_file())
    print(f"weights of the name taggers: {size / 1e6:.1f} MB")
    return short if size <= WANTED_SIZE * 1e6 else [*short, f"weights: {size / 1e6:.1f} MB > {WANTED_SIZE:.0f} MB"]


def kind_of(passage: Passage) -> str:
    """Say what kind of document a passage is from."""
    return next((kind for part, kind in SOURCES if part in passage.source), "others")


def remembered(answer: Answer) -> Answer:
    """Ask for each passage once."""
    given: dict[str, Sequence[Span]] = {}

    def ask(passage: Passage) -> Sequence[Span]:
        if passage.id not in given:
            given[passage.id] = answer(passage)
        return given[passage.id]

    return ask


def report_reliability(passages: Sequence[Passage], answer: Answer) -> list[str]:
    """Print confidence beside the share that is right, for names and for what rules find."""
    short: list[str] = []
    for name, of_rules in (("name taggers", False), ("rules", True)):
        said: list[tuple[float, bool]] = []
        for passage in passages:
            truths = {(start, end, label) for start, end, label in passage.entities}
            said += (
                (one.confidence, one.place in truths)
                for one in answer(passage)
                if one.by.startswith("rule:") is of_rules
            )
        print(f"\nconfidence of {name}\n{'from':>6}{'said':>8}{'right':>8}{'n':>6}")
        error = 0.0
        for low, high in pairwise(BINS):
            of_bin = [(confidence, right) for confidence, right in said if low <= confidence < high]
            if of_bin:
                mean, right = (sum(column) / len(of_bin) for column in zip(*of_bin, strict=True))
                error += abs(mean - right) * len(of_bin) / len(said)
                print(f"{low:>6.2f}{mean:>8.3f}{right:>8.3f}{len(of_bin):>6}")
        print(f"expected error {error:.3f}")
        if error > WANTED_RELIABILITY:
            short.append(f"confidence of {name}: off by {error:.3f} > {WANTED_RELIABILITY}")
    return short


def report_speed(passages: Sequence[Passage]) -> list[str]:
    """Print characters a second of processor time, each language read as one long text; say which are too slow."""
    from pipelines.entities.tagger import load_tagger  # noqa: PLC0415 - heavy, and not needed for the rules alone

    tagger = load_tagger()
    print("\ncharacters a second, one core")
    short: list[str] = []
    for language in LANGUAGES:
        text = "\n".join(passage.text for passage in passages if passage.lang is language)
        if not text:
            continue
        text = (text + "\n") * (1 + SPEED_SAMPLE // len(text))
        tagger.tag(text[: SPEED_SAMPLE // 10], language)
        started = time.process_time()
        tagger.tag(text[:SPEED_SAMPLE], language)
        speed = SPEED_SAMPLE / (time.process_time() - started)
        print(f"{language:>4}{speed:>10,.0f}")
        if speed < WANTED_SPEED:
            short.append(f"speed {language}: {speed:,.0f} < {WANTED_SPEED:,}")
    return short


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
        return [Span(one.start, one.end, one.label, one.by, one.confidence) for one in agreed]

    return answer


def tagger_answer() -> Answer:
    """Answer with the whole tagger."""
    from pipelines.entities.tagger import load_tagger  # noqa: PLC0415 - heavy, and not needed for the rules alone

    tagger = load_tagger()

    def answer(passage: Passage) -> Sequence[Span]:
        tagged = tagger.tag(passage.text, passage.lang)
        return [Span(one.start, one.end, one.label, one.by, one.confidence) for one in tagged]

    return answer


def slovnet_answer() -> Answer:
    """Answer with slovnet's news model as it is published."""
    from models.names.slovnet import load_slovnet  # noqa: PLC0415 - heavy, and not needed for the rules alone

    slovnet = load_slovnet()

    def answer(passage: Passage) -> Sequence[Span]:
        return [Span(one.start, one.end, one.label, "slovnet") for one in next(slovnet.find([passage.text]))]

    return answer


def general_answer() -> Answer:
    """Answer with the spaCy tagger that learned from corpora of news and encyclopedias, without archival passages."""
    from models.names.general import load_general  # noqa: PLC0415 - heavy, and not needed for the rules alone

    general = load_general()

    def answer(passage: Passage) -> Sequence[Span]:
        return [Span(one.start, one.end, one.label, "general") for one in next(general.find([passage.text]))]

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
        for label, of_languages in WANTED.items()
        for language, wanted in zip(LANGUAGES, of_languages, strict=True)
        if counts[label, language].truths >= ENOUGH and counts[label, language].strict < wanted
    ]


if __name__ == "__main__":
    sys.exit(main())
