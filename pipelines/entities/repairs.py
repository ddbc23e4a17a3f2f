"""Mends the edges of names that a tagger found: titles and quotation marks out, initials and whole words in."""

from __future__ import annotations

from collections.abc import Callable

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.given_names import GIVEN_NAMES

Repair = Callable[[str, Candidate], Candidate]

# Ranks and forms of address stand outside a person's name. Stems, with any ending after them; English words whole.
# fmt: off
TITLE_STEMS = (
    "товарищ", "гражданин", "гражданк", "нарком", "комиссар", "комбриг", "комдив", "комкор", "командарм", "маршал",
    "генерал", "полковник", "подполковник", "майор", "капитан", "лейтенант", "профессор", "академик", "доктор",
    "прокурор", "следовател", "секретар", "председател", "начальник", "директор", "инженер", "священник", "епископ",
    "жолдас", "азамат", "халком", "комиссары", "төраға", "хатшы", "тергеуші", "бастығы", "ақын", "жазушы",
)
TITLE_WORDS = (
    "тов", "т", "тт", "гр", "гр-н", "гр-ка", "проф", "акад", "ген", "полк", "св",
    "comrade", "citizen", "mr", "mrs", "ms", "dr", "professor", "prof", "general", "colonel", "major", "captain",
    "lieutenant", "marshal", "commissar", "chairman", "secretary", "prosecutor", "investigator", "engineer",
)
# fmt: on
TITLE = regex.compile(
    rf"(?:(?:{'|'.join(TITLE_STEMS)})\p{{Ll}}{{0,4}}|(?:{'|'.join(TITLE_WORDS)})\b\.?)\s+(?=\p{{Lu}}\p{{L}}|\p{{Lu}}\.)",
    regex.IGNORECASE,
)
INITIAL = r"\p{Lu}\p{Ll}?\."
INITIALS_BEFORE = regex.compile(rf"(?<![\p{{L}}.])(?:{INITIAL}[ \-]?){{1,3}}$")
# Initials before another surname are that one's: `Ежов, Н.И. Петров`.
INITIALS_AFTER = regex.compile(rf"(?>(?:[ ]?{INITIAL}){{1,3}})(?!\s?\p{{Lu}}\p{{Ll}})")
OUTER = "«»„“”\"'‘’()[]{}<>,;:!?№/*"
POSSESSIVE = regex.compile(r"['’]s$")
WORD_REST = regex.compile(r"^[\p{L}\p{M}]+")
KAZAKH_REST = regex.compile(r"^[-–](?:[нтд][ыі]ң?|[нтд][ае]н?|[дт][ае]ғы|[қғкг][ае]|[мпб]ен|[дт]егі)(?!\p{L})")
WORD_BEFORE = regex.compile(r"\b(?P<word>\p{Lu}\p{Ll}+) $")
ARTICLE = regex.compile(r"[Tt]he\s+")


def is_title(word: str) -> bool:
    """Whether a word is a rank or a form of address: `Нарком`, `тов.`."""
    return TITLE.match(f"{word.strip()} Ә.") is not None


def without_title(text: str, candidate: Candidate) -> Candidate:
    """`Нарком Н.И. Ежов` → `Н.И. Ежов`."""
    if candidate.label is not Label.PERSON:
        return candidate
    start = candidate.start
    while title := TITLE.match(text, start, candidate.end):
        start = title.end()
    return replace(candidate, start=start)


def without_marks(text: str, candidate: Candidate) -> Candidate:
    """Quotation marks, brackets and punctuation at the edges go, unless a bracket closes one inside the name."""
    start, end = candidate.start, candidate.end
    while start < end and (text[start] in OUTER or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in OUTER or text[end - 1].isspace()) and not closes(text[start:end]):
        end -= 1
    return replace(candidate, start=start, end=end)


def closes(name: str) -> bool:
    """Whether the last sign of a name is the other half of one inside it: `завод «Буревестник»`, `ВКП(б)`."""
    pairs = {"»": "«", ")": "(", "”": "“", "“": "„", "]": "[", '"': '"'}
    opening = pairs.get(name[-1])
    return opening is not None and opening in name[1:-1]


def without_possessive(text: str, candidate: Candidate) -> Candidate:
    """`Stalin's` → `Stalin`."""
    found = POSSESSIVE.search(text, candidate.start, candidate.end)
    return replace(candidate, end=found.start()) if found else candidate


def without_article(text: str, candidate: Candidate) -> Candidate:
    """`the Comintern` → `Comintern`."""
    found = ARTICLE.match(text, candidate.start, candidate.end)
    return replace(candidate, start=found.end()) if found and found.end() < candidate.end else candidate


def with_initials(text: str, candidate: Candidate) -> Candidate:
    """Initials beside a surname belong to it: `Н.И. [Ежов]`, `[Ежов] Н.И.`."""
    if candidate.label is not Label.PERSON or "." in text[candidate.start : candidate.end]:
        return candidate
    before = INITIALS_BEFORE.search(text, max(0, candidate.start - 12), candidate.start)
    if before:
        return replace(candidate, start=before.start())
    after = INITIALS_AFTER.match(text, candidate.end)
    return replace(candidate, end=after.end()) if after else candidate


def with_given_name(text: str, candidate: Candidate) -> Candidate:
    """A given name before a surname belongs to it: `Pavel [Vershinsky]`."""
    before = WORD_BEFORE.search(text, max(0, candidate.start - 20), candidate.start)
    if candidate.label is Label.PERSON and before and before["word"] in GIVEN_NAMES:
        return replace(candidate, start=before.start())
    return candidate


def with_whole_word(text: str, candidate: Candidate) -> Candidate:
    """A Kazakh ending behind a hyphen, or the rest of a word that the tagger cut, is inside the name."""
    rest = KAZAKH_REST.match(text[candidate.end : candidate.end + 8])
    if rest is None and candidate.end > candidate.start and text[candidate.end - 1].islower():
        rest = WORD_REST.match(text[candidate.end : candidate.end + 20])
        # A capital after small letters is the next word, run together with this one in typing.
        rest = rest if rest and rest.group().islower() else None
    return replace(candidate, end=candidate.end + rest.end()) if rest else candidate


REPAIRS: tuple[Repair, ...] = (
    without_marks,
    without_title,
    without_article,
    without_possessive,
    with_whole_word,
    with_initials,
    with_given_name,
)


def repaired(text: str, candidate: Candidate) -> Candidate | None:
    """The candidate with its edges mended; None when nothing with a letter is left."""
    for repair in REPAIRS:
        candidate = repair(text, candidate)
    name = text[candidate.start : candidate.end]
    return candidate if any(letter.isalpha() for letter in name) else None
