"""Doubtful Russian words and what a second look at them by the Russian model alone is worth.

All models together leave a worn Russian word now and then to one that reads it worse. Words they are less than sure of,
on a line whose other words are Russian, are looked at again. A reading is taken only where it is near the first one and
makes a word of what was none, or where it is much surer and turns a rarer letter into a commoner one: names are in no
dictionary, and a rare name is better left as it was read. Signs before a word and colons behind it that the second look
does not see were specks.
"""

from __future__ import annotations

from statistics import median
from typing import Final

import regex
from rapidfuzz.distance import Levenshtein

from document import Language
from ingest.doubts import EDGES, KAZAKH, Row, Rule, Sight, decide_script, in_other_script
from ingest.lookalikes import Script, script_of

SURE: Final = 0.9  # confidence of a first reading that needs no second
GUESSED: Final = 0.8  # what is less sure is looked at whatever it is
NOTHING: Final = 0.5  # and what is less sure than that may be all wrong
MUCH_LONGER: Final = 2  # times what was read first: then that was a scrap of the word
LETTERS_MORE: Final = 2
OF_A_WORD: Final = 0.8  # confidence of the second reading where it makes a known word of an unknown one
OF_A_NAME: Final = 0.88  # where neither is known
SURER: Final = 0.06  # than the first reading
OF_CASE: Final = 0.95  # where it says that a letter is small, or a word another known one
MUCH_SURER: Final = 0.09
OF_SPECKS: Final = 0.9
ONE_MORE: Final = 6  # letters: for as many, one more letter may differ
MOST_OF_LINE: Final = 0.5  # of its other words: known ones

_RUSSIAN: Final = regex.compile(r"[а-яё]+(?:-[а-яё]+)*", regex.IGNORECASE)
_CYRILLIC: Final = regex.compile(r"\p{Cyrillic}+(?:-\p{Cyrillic}+)*")
_CAPITAL_INSIDE: Final = regex.compile(r"\p{Ll}\p{Lu}(?!\p{Lu})")
_SPECK_BEFORE: Final = regex.compile(r"[‘’'`‚.,:;°*•]+")
_ENDS: Final = regex.compile(r"[.!?:…»”\"]$")
_COMMONEST_FIRST: Final = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"


def doubted_word(row: Row, place: int) -> int:
    """A Cyrillic word that may have been misread, on a line of Russian."""
    word = row.words[place]
    if word.confidence >= SURE or row.script is not Script.CYRILLIC:
        return 0
    before, core, after = EDGES.fullmatch(word.text).groups()  # type: ignore[union-attr]
    if not _CYRILLIC.fullmatch(core) or (len(core) == 1 and word.confidence >= NOTHING):
        return 0
    odd = (
        word.confidence < GUESSED
        or _SPECK_BEFORE.fullmatch(before)
        or after[-1:] in (":", ";")
        or _CAPITAL_INSIDE.search(core)
        or (_begins_large(core) and place > 0 and not _ENDS.search(row.text(place - 1)))
        or not (core.isupper() or _known(row, core))
    )
    return 1 if odd and (_is_russian(row, place) or _is_scrap(row, place)) else 0


def decide_word(sight: Sight) -> str | None:
    """What the Russian model read, as far as it can be believed."""
    first, seen, sure = sight.first, sight.text(Language.RU), sight.confidence(Language.RU)
    if not seen or " " in seen:
        return None
    was, now = EDGES.fullmatch(first).groups(), EDGES.fullmatch(seen).groups()  # type: ignore[union-attr]
    scrap = len(now[1]) >= MUCH_LONGER * len(was[1]) + LETTERS_MORE
    core = now[1] if _is_better(sight, was[1], now[1], scrap=scrap) else was[1]
    before, after = (now[0], now[2]) if scrap and core != was[1] else (was[0], was[2])
    if _SPECK_BEFORE.fullmatch(before) and not now[0] and sure >= OF_SPECKS:
        before = ""
    if after[-1:] in (":", ";") and now[2] == after[:-1] and sure >= OF_CASE:
        after = now[2]
    text = before + core + after
    return None if text == first else text


def _is_scrap(row: Row, place: int) -> bool:
    """Whether a word is hardly read at all: far too short for its place."""
    word = row.words[place]
    if word.confidence >= NOTHING or any(KAZAKH.search(other.text) for other in row.words):
        return False
    pitch = median(other.box.width / len(other.text) for other in row.words)
    return word.box.width >= (MUCH_LONGER * len(word.text) + LETTERS_MORE) * pitch


def _is_better(sight: Sight, was: str, now: str, *, scrap: bool) -> bool:
    """Whether the word that was seen at the second look is to be believed."""
    sure, before = sight.confidence(Language.RU), sight.row.words[sight.place].confidence
    if was == now or not _RUSSIAN.fullmatch(now):
        return False
    if scrap:
        return before < NOTHING and sure >= OF_SPECKS
    if was.lower() == now.lower():
        return _is_small(was, now, sure) or _is_large(sight.row, was, now, sure)
    if [letter.isupper() for letter in was[:1] + was[-1:]] != [letter.isupper() for letter in now[:1] + now[-1:]]:
        return False
    differing = Levenshtein.distance(was.lower(), now.lower())
    if KAZAKH.search(was) and before >= GUESSED:
        return False  # the Russian model has no Kazakh letters, and is sure of others
    if _known(sight.row, now) and len(now) > 2:
        if _known(sight.row, was):
            return differing == 1 and sure >= max(OF_CASE, before + MUCH_SURER)
        return sure >= OF_A_WORD and differing <= 1 + len(was) // ONE_MORE
    return (
        differing == 1 and not _known(sight.row, was) and sure >= max(OF_A_NAME, before + SURER) and _commoner(was, now)
    )


def _is_small(was: str, now: str, sure: float) -> bool:
    """Whether capitals of a word are small letters: a heap of words shows more capitals than its lines have."""
    if _CAPITAL_INSIDE.search(was):
        return now[1:].islower() and sure >= OF_A_WORD
    return len(was) > 2 and "-" not in was and not was.isupper() and now.islower() and sure >= OF_CASE


def _is_large(row: Row, was: str, now: str, sure: float) -> bool:
    """Whether a word begins with a capital that the dictionary has with one alone: `одесской`."""
    only_large = was.islower() and now == was.capitalize() and row.knows(now) and not row.knows(was)
    return only_large and sure >= OF_CASE


def _commoner(was: str, now: str) -> bool:
    """Whether the one letter that differs became a commoner one."""
    if len(was) != len(now) or len(was) <= 3:
        return False
    old, new = next(pair for pair in zip(was.lower(), now.lower(), strict=True) if pair[0] != pair[1])
    return old in _COMMONEST_FIRST and _COMMONEST_FIRST.index(new) < _COMMONEST_FIRST.index(old)


def _begins_large(core: str) -> bool:
    return len(core) > 2 and core[0].isupper() and not core.isupper()


def _known(row: Row, core: str) -> bool:
    """Whether all parts of a word are in the dictionary, small, as they are or with one capital."""
    return all(any(map(row.knows, {part, part.lower(), part.capitalize()})) for part in core.split("-"))


def _is_russian(row: Row, place: int) -> bool:
    """Whether the other words of the line are Russian; names are in no dictionary, Kazakh words neither."""
    others = [EDGES.sub(r"\2", word.text) for number, word in enumerate(row.words) if number != place]
    words = [core for core in others if len(core) > 2 and _CYRILLIC.fullmatch(core)]
    known = [core for core in words if not KAZAKH.search(core) and _known(row, core)]
    if not known or any(map(KAZAKH.search, filter(str.islower, words))):
        return False
    return sum(map(str.islower, known)) >= MOST_OF_LINE * sum(map(str.islower, words))


def latin_among_russian(row: Row, place: int) -> int:
    """A Latin word without figures between Russian ones: `no приговору`, `Onpocom членов`."""
    core = EDGES.sub(r"\2", row.text(place))
    beside = script_of(row.text(place - 1)), script_of(row.text(place + 1))
    if script_of(core) is not Script.LATIN or len(core) < 2 or not core.isalpha() or Script.LATIN in beside:
        return 0
    return in_other_script(row, place) if row.script is Script.CYRILLIC and _is_russian(row, place) else 0


def decide_latin(sight: Sight) -> str | None:
    """The Russian word that its model sees; without one, what is decided of words in another script."""
    seen = sight.text(Language.RU)
    core = EDGES.sub(r"\2", seen)
    russian = _RUSSIAN.fullmatch(core) and not core.isupper() and _known(sight.row, core)
    return seen if russian and sight.confidence(Language.RU) >= OF_SPECKS else decide_script(sight)


LATIN_WORD: Final = Rule(latin_among_russian, (Language.RU, Language.EN), decide_latin)
DOUBTED_WORD: Final = Rule(doubted_word, (Language.RU,), decide_word, apart=True)
